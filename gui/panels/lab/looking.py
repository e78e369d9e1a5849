"""What the pictures of the lab look at, told to the engine: it makes only what is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gui.panels.lab.stage import BESIDE, CURVE, MAPS, PAGE, SAMPLES
from sim.commands import Look
from sim.simulations.lab_view import LabView

if TYPE_CHECKING:
    from gui.panels.lab.panel import LabPanel

FINE, COARSE = 128, 96
"""Pixels along a side of a map: of two, and of more."""


class Looking:
    """The view of one panel."""

    def __init__(self, panel: LabPanel) -> None:
        self._panel = panel
        self.view: LabView | None = None

    def ask(self) -> None:
        """Tell the engine, where it is something else than before."""
        panel, stage = self._panel, self._panel.stage
        if not panel.is_open:
            return
        wanted: dict[str, Any] = {}
        if stage.is_seen(PAGE) or stage.is_seen(BESIDE):
            wanted = dict(stage.page.page.wants())
        pages = set(wanted.pop("pages", ()))
        if stage.is_seen("arms") or (stage.is_seen(CURVE) and stage.curves.page == "difference"):
            pages.add(SAMPLES if stage.kind == SAMPLES else MAPS)
        pixels = FINE if panel.config["arms"] <= 2 else COARSE
        view = replace(LabView(pages=frozenset(pages), pixels=pixels), **wanted)
        if view != self.view:
            self.view = view
            panel.send(Look(panel.key, view))
