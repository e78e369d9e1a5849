"""What the pictures of the playground look at, told to the engine: it makes only what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.playground.pages import FOLD
from sim.commands import Look
from sim.simulations.playground_config import hidden_of
from sim.simulations.playground_view import PlaygroundView

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel

PIXELS = 256
THUMBNAIL = 44
MOST_PICTURED = 130
"""Networks of more units show discs instead of thumbnails."""


class Looking:
    """The view of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._disagreement = False
        self._looked: PlaygroundView | None = None

    def set_disagreement(self, on: bool) -> None:
        """Whether the map shows where the twins disagree."""
        self._disagreement = on
        self.ask()

    def ask(self) -> None:
        """Tell the engine, where it is something else than before."""
        panel, stage = self._panel, self._panel.stage
        if not panel.is_open:
            return
        hidden = hidden_of(panel.config)
        pictured = sum(hidden) <= MOST_PICTURED
        fold = stage.pages.page == FOLD and stage.is_seen("pages") and bool(hidden)
        layer = stage.pages.layer
        view = PlaygroundView(
            pixels=PIXELS,
            thumbnail=THUMBNAIL if pictured and stage.is_seen("model") else 0,
            fold=-1 if not fold else layer if 0 <= layer < len(hidden) else len(hidden) - 1,
            twins=stage.is_seen("twins") or panel.locks.active,
            disagreement=self._disagreement,
            separability=fold or (panel.locks.active and bool(hidden)),
        )
        if view != self._looked:
            self._looked = view
            panel.send(Look(panel.key, view))
