"""What the search of actions finds of the lab: examples, arms, pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from gui.panels.lab.pages import PAGES
from sim.phrases import phrase
from sim.simulations.lab_presets import TITLES
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from gui.panels.lab.panel import LabPanel


def offers(panel: LabPanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    arms = int(panel.config["arms"])
    more = (("One arm more", "Everything begins anew, side by side", "plus", arms + 1),) if arms < len(KEYS) else ()
    less = (("One arm less", "Everything begins anew, side by side", "minus", arms - 1),) if arms > 1 else ()
    return (
        *panel.stage.page.page.offers(),
        *(Offer(title, "An example of the lab, from its first weights", "lab", partial(panel.start_from, key))
          for key, title in TITLES.items()),
        *(Offer(words, about, icon, partial(panel.change, {"arms": count}, "arms"))
          for words, about, icon, count in (*more, *less)),
        *(Offer(phrase("Show {page}", page=entry.title), "A page of the lab", "eye", partial(panel.turn_to, entry.key))
          for entry in PAGES.values()),
    )  # fmt: skip
