"""What the search of actions finds here: the examples to walk through, every rule of the pass, the proof."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from sim.phrases import phrase
from sim.simulations.backprop_config import PRESETS

if TYPE_CHECKING:
    from gui.panels.backprop.panel import BackpropPanel


def offers(panel: BackpropPanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    graph = panel.stage.shows_graph
    return (
        *(
            Offer(phrase("Walk through: {title}", title=title), "A network and its data, at the first rule", "back",
                  partial(panel.start_from, key))
            for key, (title, _) in PRESETS.items()
        ),
        *(
            Offer(phrase("Go to rule {number}: {title}", number=number, title=chip.title), chip.about, "step",
                  partial(panel.jump, number - 1))
            for number, chip in enumerate(panel.stage.strip.chips, 1)
        ),
        Offer("Show one example as a graph", "Single numbers, values forward and slopes back", "branch",
              partial(panel.show_graph, True)),
        Offer("Show the matrices" if graph else "Show the graph", "The same step in another picture", "branch",
              partial(panel.show_graph, not graph)),
        Offer("Check every slope", "Nudge each weight and bias up and down", "check", panel.check_all),
        Offer("Let go of what is set by hand", "All numbers come from their rules again", "reset", panel.release_all),
    )  # fmt: skip
