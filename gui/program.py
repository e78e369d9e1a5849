"""The running program: application, watch, window, engine, and how it ends. The event loop itself is in app.py."""

from __future__ import annotations

import gc
import os
import platform
import signal
import sys
from typing import TYPE_CHECKING, Any

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.arguments import Arguments
from gui.catalogue import ENGLISH
from gui.hooks import CrashLog, Watch, open_error_log
from gui.language import find, use
from gui.screenshot import Screenshot
from gui.settings import Settings, data_folder, settings_folder
from gui.theme import ALIASES, ThemeHolder
from gui.tour import start_tour, wants_tour
from gui.window import Window

if TYPE_CHECKING:
    from gui.monkey import Monkey


SWITCH_INTERVAL = 0.001
"""Seconds after which the window and the engine change places while both run Python: five times as often as usual."""


class Program:
    """Everything between the arguments and the exit code."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.application = QApplication([sys.argv[0]])
        self.application.setApplicationName("Nutshell")
        self.application.setStyle("Fusion")
        self.watch = Watch()
        self.watch.install()
        self.crash_log = CrashLog(data_folder())
        news = None if arguments.offscreen else self._open_logs()
        self.settings = Settings(None if arguments.offscreen else settings_folder())
        self._speak()
        self.themes = self._themes()
        self.window = Window(self.themes, self.settings, arguments)
        self.watch.said.connect(self.window.message.say)
        self.window.painted.connect(self._begin)
        if news:
            self.settings.notices.append(news)
        self.code = 0
        self.monkey: Monkey | None = None
        self._leave_on_signals()
        self._show()
        if arguments.screenshot is not None:
            self.screenshot = Screenshot(self.window, arguments.screenshot, arguments.after)
            self.screenshot.finished.connect(self._finish)

    def end(self, code: int) -> int:
        """After the event loop: the exit code. Leaves at once where the engine's thread is still at work."""
        self.watch.remove()
        self.crash_log.close()
        code = self.code or code
        failures = [text for text in self.watch.failures if not text.startswith("Qt: ")]
        if self.arguments.screenshot is not None and failures:
            print(f"nutshell: something went wrong while drawing: {failures[0].splitlines()[-1]}", file=sys.stderr)
            code = 1
        if not self.window.ended_in_time:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)  # a thread inside a compiler cannot be joined, and must not meet a dying interpreter
        return code

    def _open_logs(self) -> str | None:
        news = self.crash_log.open(f"Python {platform.python_version()}, PySide6 {PySide6.__version__}")
        open_error_log(self.crash_log.folder)
        return news

    def _speak(self) -> None:
        """The language, before there is a word on the screen. Pictures are English where nothing else is asked for."""
        asked = self.arguments
        language, trouble = find(asked.language or (ENGLISH if asked.offscreen else self.settings.values.language))
        use(language, self.application)
        if trouble:
            self.settings.notices.append(trouble)

    def _themes(self) -> ThemeHolder:
        asked, values = self.arguments, self.settings.values
        name = asked.theme or ("light" if asked.offscreen else values.theme)
        still = asked.screenshot is not None or bool(asked.reduced_motion) or values.reduced_motion
        themes = ThemeHolder(ALIASES.get(name, name), self.application)
        themes.set(presentation=asked.presentation, scale=values.scale, reduced=still)
        return themes

    def _show(self) -> None:
        if self.settings.values.maximized and not self.arguments.offscreen:
            self.window.showMaximized()
        else:
            self.window.show()

    def _begin(self) -> None:
        """The first paint is done: now the engine and the panel."""
        from sim.engine import Engine
        from sim.simulations import SIMULATIONS
        from sim.warming import Warming

        sys.setswitchinterval(SWITCH_INTERVAL)
        self.window.begin(Engine(SIMULATIONS, probe=self._probe, warming=Warming()))
        if wants_tour(self.arguments, self.settings):
            start_tour(self.window)
        gc.collect()
        gc.freeze()
        if self.arguments.fuzz is not None:
            QTimer.singleShot(0, self.window, self._fuzz)

    def _probe(self) -> tuple[str, str, str]:
        """Runs in the engine's thread: where to compute, why there, and how wide."""
        from sim.targets import choose

        chosen = choose(self.arguments.target)
        if chosen.notice:
            self.watch.said.emit(chosen.notice)
        return chosen.name, chosen.why, chosen.lanes

    def _fuzz(self) -> None:
        from gui.monkey import Monkey

        self.monkey = Monkey(self.window, self.arguments.seed, self.arguments.fuzz or 0.0)
        self.monkey.finished.connect(self._fuzzed)
        self.monkey.start()

    def _fuzzed(self) -> None:
        if self.monkey is None:
            return
        print(self.monkey.report())
        self._finish(1 if self.monkey.failures else 0)

    def _finish(self, code: int) -> None:
        self.code = code
        self.window.close()
        self.application.exit(code)

    def _leave_on_signals(self) -> None:
        """Ctrl+C in a terminal closes the window as its button does."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked_to_leave)

    def _asked_to_leave(self, number: int, frame: Any) -> None:
        if self.monkey is not None:
            self.monkey.stop()
        QTimer.singleShot(0, self.window, self.window.close)
