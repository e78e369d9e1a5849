"""What the search of actions finds of depth: ready-made questions, and every network of the race."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from sim.depth_arms import ARMS
from sim.phrases import phrase, word
from sim.simulations.depth_config import on_key

if TYPE_CHECKING:
    from gui.panels.depth.panel import DepthPanel

PROFILES: tuple[tuple[str, str, dict[str, object]], ...] = (
    (word("Ten sigmoid layers"), word("What is left of the error after ten layers that hand on little"),
     {"depth": 10, "activation": "sigmoid", "init": "fan_in"}),
    (word("A hundred sigmoid layers"), word("The thought experiment of the article"),
     {"depth": 100, "activation": "sigmoid", "init": "fan_in"}),
    (word("A hundred gates, weights by He"), word("A start that keeps the error at its size"),
     {"depth": 100, "activation": "relu", "init": "he"}),
    (word("Gates with the old start"), word("ReLU alone does not keep the error alive"),
     {"depth": 20, "activation": "relu", "init": "fan_in"}),
    (word("Weights that are too large"), word("The error grows on its way back"),
     {"depth": 20, "activation": "relu", "init": "uniform"}),
)  # fmt: skip


def offers(panel: DepthPanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    config = panel.config
    equal = config["rates"] == "equal"
    return (
        *(Offer(words, about, "depth", partial(panel.show_layers, values)) for words, about, values in PROFILES),
        Offer("Push −1 through the gate", "What arrives behind one unit", "back", partial(panel.push, -1.0)),
        Offer("Push +1 through the gate", "What arrives behind one unit", "back", partial(panel.push, 1.0)),
        Offer(
            "Fair rates" if equal else "Equal rates",
            "Each at its own best rate" if equal else "All networks at one learning rate",
            "sliders",
            partial(panel.change, {"rates": "fair" if equal else "equal"}),
        ),
        *(
            Offer(
                phrase("Leave out {network}" if config[on_key(key)] else "Train {network}", network=arm.title),
                arm.about,
                "eye-off" if config[on_key(key)] else "eye",
                partial(panel.change, {on_key(key): not config[on_key(key)]}),
            )
            for key, arm in ARMS.items()
        ),
    )
