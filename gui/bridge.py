"""The only door between the window and the engine, and the only frame timer.

Commands go to the engine at once and never wait. Sixty times a second the newest frame is taken out of the one-place
mailbox, if there is one, and handed on; what the window cannot draw in time is replaced there by what is newer, so
nothing piles up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from sim.engine import Engine
    from sim.mailbox import Frame

FRAME = 16  # milliseconds
PATIENCE = 1.2  # seconds that a closing window waits for the engine; a thread inside the compiler ends with the process


class Bridge(QObject):
    """Owns the engine and asks it for frames. Frames go to `deliver`, which runs in the window's thread."""

    def __init__(self, engine: Engine, deliver: Callable[[Frame], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._deliver = deliver
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._take)

    def start(self) -> None:
        """Start the engine's thread and ask for frames from now on."""
        self._engine.start()
        self._timer.start()

    def send(self, command: Any) -> None:
        """Give the engine a command. Returns at once."""
        self._engine.send(command)

    def stop(self, patience: float = PATIENCE) -> bool:
        """Ask for no more frames and end the engine's thread; False where it did not end within `patience` seconds."""
        self._timer.stop()
        return self._engine.stop(patience)

    def _take(self) -> None:
        frame = self._engine.mailbox.take()
        if frame is not None:
            self._deliver(frame)
