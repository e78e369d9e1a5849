"""What a lesson locks in the race. Names are those of `sim.lesson_controls`: settings by their keys, and hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.race import board as race_board
from gui.panels.race.controls import MOMENTA
from gui.panels.race.overlays import OVERLAYS
from sim.lesson_parts import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.panels.race.panel import RacePanel
    from sim.simulations.race import RaceSnapshot

SHARED = "momentum"
"""The one slider for both methods that have a momentum."""


class Locks:
    """The locks of one panel; none at first."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._topic: frozenset[str] | None = None
        self._marks: list[tuple[int, str]] = []
        self.reason = ""

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: those of the whole step."""
        self._free, self.reason = free, reason if free is not None else ""
        before, self._topic = self._topic, topic if topic is not None else free
        self._panel.stage.header.set_topic(self._topic)
        self._panel.pages.plot.set_future(self.foretells)
        if self._panel.snapshot is not None:
            self.show_marks(self._panel.snapshot)
        if self._topic is not None and self._topic != before:
            self._panel.side.turn_to(self._topic)
        self.renew()
        for overlay in OVERLAYS:
            self._panel.stage.header.chips[overlay.key].setEnabled(all(self.may(flag) for flag in overlay.flags))
        self._panel.controls.formula.setEnabled(self.may("formula"))
        self._panel.pages.schedule.setEnabled(self.may("momentum_curve"))

    def renew(self) -> None:
        """Controls that were made since are locked too."""
        for form in (*self._panel.controls.forms, *self._panel.side.setup.forms):
            form.lock([key for key in form.keys if not self.may(key)], self.reason)

    @property
    def foretells(self) -> bool:
        """Whether the whole race is seen before it is run: in a step that runs it, nobody knows its end yet."""
        return self._topic is None or RUN not in self._topic

    def show_marks(self, snapshot: RaceSnapshot) -> None:
        """Where racers left or arrived, on the transport's bar."""
        marks = race_board.marks(snapshot, None if self.foretells else snapshot.step)
        if marks != self._marks:
            self._marks = marks
            self._panel.marks_changed.emit(marks)

    def may(self, key: str) -> bool:
        """Whether this control may be used."""
        names = MOMENTA if key == SHARED else (key,)
        return self._free is None or any(name in self._free for name in names)

    def may_set(self, keys: Iterable[str]) -> bool:
        """Whether these settings may be changed; says why not."""
        free = all(self.may(key) for key in keys)
        if not free:
            self._panel.said.emit(self.reason)
        return free
