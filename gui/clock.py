"""Time, as buttons and keys ask for it: play, pause, step, seek, pace, restart. A lesson may take it away for a while.

Every wish becomes a command for the panel that is open. What is locked answers with the reason, in the message line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.lesson_parts import RESTART, RUN

if TYPE_CHECKING:
    from gui.window import Window

SEEDS = 2**53
FULL = 1000.0
"""A pace above this is full speed, which is not remembered."""


class Clock:
    """Time of one window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._free: frozenset[str] | None = None
        self._reason = ""

    def set_locks(self, free: frozenset[str] | None, reason: str) -> None:
        """Which controls may be used, and why not the others; None frees all."""
        self._free, self._reason = free, reason
        self._window.transport.set_locks(self.may(RUN), self.may(RESTART), reason)

    def may(self, name: str) -> bool:
        """Whether time may be used in this way now."""
        return self._free is None or name in self._free

    def play(self) -> None:
        """Run."""
        self._ask(RUN, "Play")

    def pause(self) -> None:
        """Hold."""
        self._window.ask("Pause")

    def step(self, count: int) -> None:
        """Some steps on, or back."""
        self._ask(RUN, "Step", count)

    def seek(self, step: int) -> None:
        """To a step."""
        self._ask(RUN, "Seek", step)

    def seek_last(self) -> None:
        """To the end, where there is one."""
        frame = self._window.frame
        if frame is not None and frame.last_step is not None:
            self.seek(frame.last_step)

    def set_speed(self, factor: float) -> None:
        """Another pace; remembered, except for full speed."""
        self._window.ask("Speed", factor)
        if factor <= FULL:
            self._window.settings.set(speed=factor)

    def restart(self) -> None:
        """The same run again."""
        self._ask(RESTART if not self.may(RUN) else RUN, "Restart", None)

    def new_seed(self) -> None:
        """A run with the next seed."""
        frame = self._window.frame
        self._ask(RESTART, "Restart", ((frame.seed if frame else 0) + 1) % SEEDS)

    def _ask(self, control: str, kind: str, *details: Any) -> None:
        if self.may(control):
            self._window.ask(kind, *details)
        else:
            self._window.message.say(self._reason)
