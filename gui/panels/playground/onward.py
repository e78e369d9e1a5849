"""The way from a network of the playground to the walk through its matrices: the same shape, data and learning there.

Backpropagation is shown for small networks on the data sets of the playground. Where hidden layers have activations of
their own, the first one's counts for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.datasets import DATASETS
from sim.params import Real
from sim.simulations.backprop_config import MOST_EXAMPLES, PARAMETERS, ends_of
from sim.simulations.playground_config import NETWORK

if TYPE_CHECKING:
    from sim.config import Config

PANEL = "backprop"
ALIKE = ("noise", "activation", "output", "loss", "init", "optimizer")


def may_walk(config: Config) -> bool:
    """Whether there is a network, and data that can be shown there."""
    return config["mode"] == NETWORK and config["dataset"] in DATASETS


def walk_settings(config: Config) -> dict[str, str]:
    """What is set there, as text, in the order in which it counts."""
    ends = ends_of(config["dataset"])
    assert ends is not None
    rate = PARAMETERS["learning_rate"]
    assert isinstance(rate, Real)
    return {
        "data": config["dataset"],
        "layers": f"{ends[0]} {config['layers']} {ends[1]}",
        "n": str(min(config["n"], MOST_EXAMPLES)),
        **{key: str(config[key]) for key in ALIKE},
        "learning_rate": str(min(max(config["learning_rate"], rate.low), rate.high)),
        "momentum": str(config["momentum"]),
    }
