"""What the search of actions finds of the playground: places to start from, files, what hands can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from gui.panels.playground.onward import PANEL, may_walk, walk_settings
from gui.panels.playground.presets import PRESETS

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel


def walk_through(panel: PlaygroundPanel) -> None:
    """Go on to the matrices of the network."""
    panel.asked_for.emit(PANEL, walk_settings(panel.config))


def offers(panel: PlaygroundPanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    edit, data = panel.hands.edit, panel.side.data
    walk = Offer("Walk through this network", "Every matrix of it, rule by rule", "back", partial(walk_through, panel))
    return (
        *((walk,) if may_walk(panel.config) else ()),
        *(Offer(p.title, p.question, "play", partial(panel.start_from, p.key)) for p in PRESETS.values()),
        Offer("Open points from a file", "A table of two or three columns (CSV)", "export", data.open.click),
        Offer("Save points to a file", "The points as a table (CSV)", "export", data.save.click),
        Offer("Swap the classes", "Every point changes its class", "again", partial(edit, "swap", None)),
        Offer("Add a far point", "One point far out on the right side", "plus", partial(edit, "outlier", None)),
        Offer("Take all points away", "What was learned stays", "close", partial(edit, "clear", None)),
    )
