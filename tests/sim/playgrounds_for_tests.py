"""Configs and runs of the playground, as the window would make them."""

from typing import Any

import numpy as np

from sim.config import Config
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_config import PARAMETERS, arrange
from sim.simulations.playground_view import PlaygroundSnapshot, PlaygroundView

CURRICULUM: dict[str, Any] = {
    "mode": "network", "dataset": "xor", "activation": "sigmoid", "loss": "squared_error", "init": "peers",
    "optimizer": "momentum", "learning_rate": 0.5, "momentum": 0.9, "batch": 4,
}  # fmt: skip
"""Lesson 2.6: weights from U(-0.5, 0.5)."""


def config_of(**settings: Any) -> Config:
    """The settings one by one, with what they bring along, then all together."""
    config = Config.defaults(PARAMETERS)
    for key, value in settings.items():
        config = arrange(config.replace({key: value}), key)
    return config.replace(settings)


def run(config: Config, steps: int) -> PlaygroundState:
    """The state after so many steps."""
    return PLAYGROUND.advance(config, PLAYGROUND.init(config), steps)


def look(config: Config, state: PlaygroundState, **view: Any) -> PlaygroundSnapshot:
    """What is seen of a state."""
    seen: PlaygroundSnapshot = PLAYGROUND.snapshot(config, state, PlaygroundView(**view))
    return seen


def rested(config: Config, state: PlaygroundState, **view: Any) -> PlaygroundSnapshot:
    """What is seen of a state that has rested until nothing was left to find out."""
    for _ in range(10_000):
        seen = look(config, state, **view)
        if not PLAYGROUND.ponder(config, state, PlaygroundView(**view)):
            return seen
    raise AssertionError("It never rests.")


def parameters_of(state: PlaygroundState) -> np.ndarray:
    """The parameters of the network that is shown."""
    assert state.network is not None
    return np.asarray(state.network.training.parameters, np.float64)
