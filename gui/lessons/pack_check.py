"""Runs the lessons of a pack in a process of its own, and collects what is wrong with them.

The window stays awake, and a lesson that computes without end harms nobody: after PATIENCE the process is ended.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from sim.lesson_parts import Mistake

PATIENCE = 600_000  # milliseconds
LINE = re.compile(r"(.+?):(\d+): (.+)")
MOST_TEXT = 2_000_000
START = "import sys; sys.path.insert(0, sys.argv[1]); from gui.app import main; sys.exit(main(sys.argv[2:]))"
ROOT = Path(__file__).resolve().parent.parent.parent


class PackCheck(QObject):
    """`done` carries the name that was given and the mistakes that were found."""

    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._process: QProcess | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.stop)

    @property
    def running(self) -> str:
        """The name of what is being checked, "" for nothing."""
        return self._name

    def start(self, name: str, path: Path) -> None:
        """Check the lessons at `path`; one check at a time."""
        if self._process is not None:
            return
        self._name = name
        process = self._process = QProcess(self)
        process.finished.connect(lambda *_: self._finish())
        process.errorOccurred.connect(lambda _: self._finish())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._late.start(PATIENCE)
        process.start(sys.executable, ["-c", START, str(ROOT), "--check-lesson", str(path)])

    def stop(self) -> None:
        """End it; nothing is said any more."""
        process, self._process, self._name = self._process, None, ""
        self._late.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def _finish(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._late.stop()
        name, self._name = self._name, ""
        text = bytes(process.readAllStandardOutput().data()[:MOST_TEXT]).decode("utf-8", "replace")
        process.deleteLater()
        self.done.emit(name, mistakes_in(text))


def mistakes_in(text: str) -> tuple[Mistake, ...]:
    """The mistakes that `--check-lesson` printed."""
    found = (LINE.fullmatch(line) for line in text.splitlines())
    return tuple(Mistake(mark[1], int(mark[2]), mark[3]) for mark in found if mark is not None)
