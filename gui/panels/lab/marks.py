"""The violet marks above the bar of time: where the learner changed something while the run went on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.panels.lab.panel import LabPanel
    from sim.simulations.lab_view import LabSnapshot

YOU = "you"


class Marks:
    """The marks of one panel. A slider that is dragged leaves one mark, where it was taken hold of."""

    def __init__(self, panel: LabPanel) -> None:
        self._panel = panel
        self._steps: list[int] = []
        self._held = ""
        self._resets = 0

    def note(self, snapshot: LabSnapshot | None, setting: str) -> None:
        """A setting was changed."""
        if snapshot is not None and setting != self._held:
            self._held = setting
            self._steps = [*(step for step in self._steps if step < snapshot.step), snapshot.step]
            self._show()

    def end(self) -> None:
        """The hand let go."""
        self._held = ""

    def follow(self, snapshot: LabSnapshot) -> None:
        """A run that began anew has no marks."""
        if snapshot.resets != self._resets:
            self._resets = snapshot.resets
            self._steps = []
            self._show()

    def _show(self) -> None:
        self._panel.marks_changed.emit([(step, YOU) for step in self._steps])
