"""The experiment that the program opens with, as settings of the playground, and where it leads on to."""

from __future__ import annotations

from sim.config import Config
from sim.simulations.playground_config import PARAMETERS, arrange

POINTS, NOISE, DRAWN_WITH = 56, 0.12, 0
CLOUDS = {"dataset": "xor", "n": POINTS, "noise": NOISE, "data_seed": DRAWN_WITH, "test_share": 0.0}
"""Four clouds, two of each class crosswise: no line gets more than three of them right."""
FIRST_WEIGHTS = "-0.3 0.8 1"
"""Bias and weights of a line that crosses the picture from the first moment on."""
SETTINGS = {**CLOUDS, "delta.on": False, "sigmoid.on": False, "twins": 1, "start_weights": FIRST_WEIGHTS}
FOLDING = {
    "layers": "2", "activation": "tanh", "optimizer": "momentum", "learning_rate": "0.1", "momentum": "0.9",
    "init": "uniform", "twins": "400",
}  # fmt: skip


def start(asked: Config) -> Config:
    """The config to open with: what `asked` sets differently from the usual counts, all else is ours."""
    config = Config.defaults(PARAMETERS)
    own = {key: asked[key] for key in PARAMETERS.keys() if asked[key] != config[key]}  # noqa: SIM118
    for key, value in (("mode", "unit"), ("dataset", "xor")):
        config = arrange(config.replace({key: value}), key)
    return config.replace({**SETTINGS, **own})


def second_neuron() -> dict[str, str]:
    """The same points for two hidden units, as text: what the playground is asked to open with."""
    clouds = {key: f"{value:g}" if isinstance(value, float) else f"{value}" for key, value in CLOUDS.items()}
    return {"mode": "network", **clouds, **FOLDING}
