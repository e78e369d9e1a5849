"""What the search of actions finds of the skier: every view, and settings worth a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from gui.panels.skier.pages import PAGES
from sim.phrases import word

if TYPE_CHECKING:
    from gui.panels.skier.panel import SkierPanel

PLACES: tuple[tuple[str, str, dict[str, object]], ...] = (
    (word("Thrown out of the half-pipe"), word("A rate just beyond 2 / curvature"),
     {"view": "catapult", "ground": "pipe", "pipe_rate": 0.0201}),
    (word("Thrown out by a real network"), word("The digits at rate 3, all at once"),
     {"view": "catapult", "ground": "digits", "learning_rate": 3.0}),
    (word("A glance at one digit"), word("How little of the slope a single example shows"),
     {"view": "cone", "batch": 1}),
    (word("A glance at 128 digits"), word("A tenth of the data, nine tenths of the direction"),
     {"view": "cone", "batch": 128}),
    (word("A thousand classes, untrained"), word("One in a thousand, on average"), {"view": "chance", "classes": 1000}),
    (word("Ten classes, untrained"), word("Single networks have favourites"), {"view": "chance", "classes": 10}),
)  # fmt: skip


def offers(panel: SkierPanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    return (
        *(Offer(page.QUESTION, page.ABOUT, "skier", partial(panel.turn_to, key)) for key, page in PAGES.items()),
        *(Offer(words, about, "skier", partial(panel.go, values)) for words, about, values in PLACES),
    )
