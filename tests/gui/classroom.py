"""A whole window with an engine that has no thread: a test says when time passes, and lessons run as fast as they can.

    room = Classroom(themes, folder)
    room.start("perceptron")
    room.walk()                 every step by its own script, as a learner's hand would do it
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.arguments import Arguments
from gui.lessons.scripts import carry_out
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.window import Window
from sim.engine import Engine
from sim.mailbox import Frame
from sim.session import Session
from sim.simulations import SIMULATIONS

TICK = 0.02
"""Seconds that a look at the engine takes here."""
MOST_LOOKS = 20_000


class CalmEngine(Engine):
    """The engine's own loop, run by hand. Kernels are prepared when they are needed, as ever."""

    def __init__(self) -> None:
        self.moments = itertools.count(1.0, TICK)
        super().__init__(SIMULATIONS, clock=lambda: next(self.moments))

    def start(self) -> None:
        """No thread."""

    def stop(self, timeout: float = 2.0) -> bool:
        """There is nothing to end."""
        return True

    def _prepare_one(self, session: Session) -> None:
        """Kernels that nobody needs yet are left alone."""

    def look(self) -> Frame | None:
        """One round of the loop, and the frame that it laid down."""
        while not self._queue.empty():
            self._route(self._queue.get_nowait())
        self._settle()
        self._work()
        self._show()
        return self.mailbox.take()

    @property
    def idle(self) -> bool:
        """Whether nothing is left to do but what may wait."""
        session = self._open
        if session is None:
            return self._queue.empty()
        waits = session.opened and not session.unsettled and session.patience(next(self.moments)) is None
        return self._queue.empty() and waits and not session.moved and not session.changed


class Classroom:
    """The window, its engine, and what was said in the message line."""

    def __init__(
        self, themes: ThemeHolder, folder: Path, panel: str | None = None, size: tuple[int, int] = (1280, 800)
    ) -> None:
        self.engine = CalmEngine()
        self.said: list[str] = []
        self.window = Window(themes, Settings(folder), Arguments(panel=panel))
        self.window.resize(*size)
        self.window.show()
        self.window.begin(self.engine)  # type: ignore[arg-type]
        if self.window._bridge is not None:
            self.window._bridge._timer.stop()
        say = self.window.message.say
        self.window.message.say = lambda words, *more: (self.said.append(str(words)), say(words, *more))[1]  # type: ignore
        self.settle()

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()

    # Time -----------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """One round of the engine, and its frame drawn."""
        frame = self.engine.look()
        if frame is not None:
            self.window.deliver(frame)
        QApplication.sendPostedEvents()

    def settle(self) -> None:
        """Until nothing moves, or, of a run that plays, until it has played a moment."""
        for _ in range(MOST_LOOKS):
            self.look()
            if self.engine.idle:
                break
            if self.playing and not self._seeks():
                break

    def until(self, happened: Callable[[], bool]) -> bool:
        """Let time pass until something has happened; whether it did."""
        for _ in range(MOST_LOOKS):
            if happened():
                return True
            self.look()
        return happened()

    def _seeks(self) -> bool:
        session = self.engine._open
        return session is not None and (session.on_its_way or session.unsettled)

    @property
    def playing(self) -> bool:
        """Whether the run plays."""
        return self.window.frame is not None and self.window.frame.playing

    # Lessons --------------------------------------------------------------------------------------------------------

    def start(self, key: str) -> None:
        """Take a lesson."""
        self.window.guide.start(key)
        self.settle()

    def do_script(self) -> Iterator[str]:
        """The script of the step, action by action."""
        step = self.window.guide._step
        assert step is not None
        assert self.window.panel is not None
        for action in step.solve:
            if action.kind == "mark":
                for name, value in action.value.items():
                    self.window.panel.marked.emit(name, float(value))
            else:
                carry_out(self.window.panel, action)
            self.settle()
            self.until(lambda: not self.playing) if action.kind == "play" else None
            yield action.kind
