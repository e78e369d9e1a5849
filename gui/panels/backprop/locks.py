"""What a lesson locks and cues here. Names are those of `sim.lesson_controls`: settings by their keys, and hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from gui.panels.backprop.side import RULE
from gui.widgets.cue import Cue, CueFrame
from sim.lesson_parts import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from gui.panels.backprop.panel import BackpropPanel

CELLS, RELEASE, CHECK = "cells", "release", "check"


class Locks:
    """The locks and cues of one panel; none at first."""

    def __init__(self, panel: BackpropPanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._topic: frozenset[str] | None = None
        self.reason = ""
        page = panel.side.rule
        cued: dict[str, QWidget] = {
            CELLS: panel.stage.lanes, RELEASE: page.release, CHECK: page.check_all, RUN: panel.stage.strip,
        }  # fmt: skip
        self._cues = {name: _frame(panel, widget) for name, widget in cued.items()}

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: those of the whole step."""
        self._free, self.reason = free, reason if free is not None else ""
        before, self._topic = self._topic, topic if topic is not None else free
        for form in self._panel.side.forms:
            form.lock([key for key in form.keys if not self.may(key)], self.reason)
        self._panel.side.rule.check_all.setEnabled(self.may(CHECK))
        self._panel.side.rule.release.setEnabled(self.may(RELEASE))
        self._panel.stage.strip.setEnabled(self.may(RUN))
        if self._topic is not None and self._topic != before:
            self._panel.side.turn_to(self._topic)

    def cue(self, names: tuple[str, ...]) -> None:
        """Mark these as the next to use."""
        self._panel.side.cue(names)
        for name, cue in self._cues.items():
            cue.set_on(name in names)
        for name, part in ((CHECK, self._panel.side.rule.check_all), (RELEASE, self._panel.side.rule.release)):
            if name in names:
                self._panel.side.show_page(RULE)
                self._panel.side.reveal(part)

    def may(self, key: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or key in self._free

    def may_use(self, keys: Iterable[str]) -> bool:
        """Whether these may be used; says why not."""
        free = all(self.may(key) for key in keys)
        if not free:
            self._panel.said.emit(self.reason)
        return free


def _frame(panel: BackpropPanel, widget: QWidget) -> Cue:
    return Cue(panel.themes, widget, lambda: QRectF(widget.rect()), CueFrame)
