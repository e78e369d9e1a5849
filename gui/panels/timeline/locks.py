"""What a lesson locks and cues on the timeline. Names are those of `sim.lesson_controls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from gui.widgets.cue import Cue, CueFrame
from gui.widgets.timeline_content import FAMILIES
from sim.simulations.timeline import lane_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from gui.panels.timeline.panel import TimelinePanel


class Locks:
    """The locks and cues of one panel; none at first."""

    def __init__(self, panel: TimelinePanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._cued: tuple[str, ...] = ()
        self.reason = ""
        head = panel.stage.head
        cued: dict[str, QWidget] = {
            "search": head.search, "reveal": head.reveal, "sort": panel.stage.table, "to_read": head.to_read,
        }  # fmt: skip
        self._cues = {name: _frame(panel, widget) for name, widget in cued.items()}
        for family in FAMILIES:
            for lane in family.lanes:
                self._cues[lane_key(lane)] = _frame(panel, head.chips[family.key])

    def set(self, free: frozenset[str] | None, reason: str) -> None:
        """Only these may be used; None frees all."""
        self._free, self.reason = free, reason if free is not None else ""
        stage = self._panel.stage
        stage.head.search.setEnabled(self.may("search"))
        stage.head.to_read.setEnabled(self.may("to_read"))
        stage.head.reveal.setEnabled(self.may("reveal"))
        stage.table.setEnabled(self.may("sort"))
        for family in FAMILIES:
            stage.head.chips[family.key].setEnabled(any(self.may(lane_key(lane)) for lane in family.lanes))
        self._renew_view()

    def cue(self, names: tuple[str, ...]) -> None:
        """Mark these as the next to use."""
        self._cued = names
        for name, cue in self._cues.items():
            cue.set_on(name in names)
        self._renew_view()

    def _renew_view(self) -> None:
        self._panel.stage.view.set_drawing(self.may("draw"), "draw" in self._cued)

    def may(self, key: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or key in self._free

    def may_use(self, keys: Iterable[str]) -> bool:
        """Whether these may be used; says why not."""
        free = all(self.may(key) for key in keys)
        if not free:
            self._panel.said.emit(self.reason)
        return free


def _frame(panel: TimelinePanel, widget: QWidget) -> Cue:
    return Cue(panel.themes, widget, lambda: QRectF(widget.rect()), CueFrame)
