"""A picture of the window without a display: wait until it shows what was asked for, grab it, leave.

It is ready when the run shows its step, the engine has nothing left to prepare, no frame has come for a moment and no
animation is running. Where that does not happen within a minute, one sentence says what was missing, and the exit
code is 1. The minute begins when the engine has prepared everything, or after two more.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QObject, QTimer, Signal

if TYPE_CHECKING:
    from gui.window import Window
    from sim.mailbox import Frame

PATIENCE = 60.0  # seconds
PREPARING = 120.0  # more seconds, at most, while kernels are compiled
QUIET = 0.3  # seconds without a new frame
FAILED = 1


class Screenshot(QObject):
    """Waits for one window. `finished` carries the exit code."""

    finished = Signal(int)

    def __init__(self, window: Window, path: Path, after: int | None, patience: float = PATIENCE) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._after = after
        self._began = self._prepared = time.monotonic()
        self._patience = patience
        self._frame: Frame | None = None
        self._came = time.monotonic()
        self._asked = False
        window.framed.connect(self._on_frame)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _on_frame(self, frame: Frame) -> None:
        self._frame, self._came = frame, time.monotonic()

    def _look(self) -> None:
        """Is it time?"""
        frame, now = self._window.frame, time.monotonic()
        if not self._is_ready(frame) and now - self._began < PREPARING:
            self._prepared = now
        missing = self._missing()
        if not missing:
            self._grab()
        elif now > self._prepared + self._patience:
            self._end(f"no picture after {now - self._began:.0f} seconds: {missing}")

    def _missing(self) -> str:
        """What is still to wait for, as the end of a sentence; "" when everything is there."""
        frame, panel = self._window.frame, self._window.panel
        if panel is None or (frame is None and panel.entry.simulation):
            return "the panel has not been built"
        if frame is None:
            return "something is still moving" if self._is_moving() else ""
        if frame.snapshot is None:
            return f"nothing to show yet ({frame.error.reason if frame.error else 'the run has not begun'})"
        step = panel.picture_step if self._after is None else self._after
        step = step if frame.last_step is None else min(step, frame.last_step)
        step = frame.step if self._window.guide.is_on and self._after is None else step
        if not self._asked:
            self._asked = True
            if frame.playing:
                self._window.clock.pause()
            if frame.step != step:  # a clock that a lesson has locked would say why
                self._window.clock.seek(step)
        if frame.playing or frame.step != step:
            return f"the run is at step {frame.step} of {step}"
        if frame.status.ready < frame.status.total:
            return f"the engine is still preparing {frame.status.doing or 'itself'}"
        if time.monotonic() - self._came < QUIET:
            return "the picture is still changing"
        return "something is still moving" if self._is_moving() else ""

    def _is_moving(self) -> bool:
        running = QAbstractAnimation.State.Running
        return any(part.state() == running for part in self._window.findChildren(QAbstractAnimation))

    def _is_ready(self, frame: Frame | None) -> bool:
        """Whether nothing is being prepared that the open panel needs."""
        panel = self._window.panel
        if panel is not None and not panel.entry.simulation:
            return True
        return frame is not None and frame.status.ready >= frame.status.total

    def _grab(self) -> None:
        """Once, whatever goes wrong while painting."""
        if self._window.panel is not None:
            self._window.panel.before_picture()
        self._timer.stop()
        saved = False
        try:
            saved = self._window.grab().save(str(self._path))
        finally:
            self._end("" if saved else f"the picture could not be written to {self._path}")

    def _end(self, sentence: str) -> None:
        self._timer.stop()
        if sentence:
            print(f"nutshell: {sentence[0].upper()}{sentence[1:]}.", file=sys.stderr)
        self.finished.emit(FAILED if sentence else 0)
