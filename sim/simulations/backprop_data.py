"""What a walk begins with: examples, targets, first weights.

Pixels are drawn evenly from -1 (dark) to 1 (bright). An example's class is how bright it is as a whole: ranked by the
sum of its pixels, the examples are cut into as many equal groups as there are outputs, the darkest first; one output
tells bright (1) from dark (0).
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.datasets import dataset
from sim.draws import MORE, NOISE, POSITIONS, Draws
from sim.errors import ConfigError
from sim.initialisers import draw_parameters
from sim.losses import check_loss
from sim.network_plan import make_plan, split
from sim.phrases import phrase
from sim.simulations.backprop_config import PIXELS, activations_of, ends_of, has_own_numbers, layers_of

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Start:
    """The first numbers: x (examples, inputs), t (examples, outputs), weights (n_in, n_out), biases (1, n_out)."""

    x: Array
    t: Array
    weights: tuple[Array, ...]
    biases: tuple[Array, ...]


def start_of(config: Config) -> Start:
    """The numbers that a config begins with. ConfigError where its parts do not fit."""
    check_loss(config["loss"], config["output"])
    check_ends(config)
    if has_own_numbers(config):
        return OWN_NUMBERS[config["preset"]]()
    layers = layers_of(config)
    x, t = examples_of(config, layers[0], layers[-1])
    weights, biases = split(
        make_plan(layers, activations_of(config)), draw_parameters(config["init"], layers, config["seed"])[0]
    )
    return Start(x, fitting(t, config["loss"]), tuple(weights), tuple(row[None, :] for row in biases))


def check_ends(config: Config) -> None:
    """ConfigError where the data have other sizes than the layers."""
    ends, layers = ends_of(config["data"]), layers_of(config)
    if ends is not None and ends != (layers[0], layers[-1]):
        raise ConfigError(
            phrase(
                "These data have {inputs} inputs and {outputs} outputs; the layers must begin and end with these.",
                inputs=ends[0],
                outputs=ends[1],
            )
        )


def examples_of(config: Config, inputs: int, outputs: int) -> tuple[Array, Array]:
    """x and t of a config."""
    n, seed, noise = config["n"], config["seed"], config["noise"]
    if config["data"] != PIXELS:
        x, t = dataset(config["data"], n=max(n, 2), noise=noise, seed=seed)
        return np.ascontiguousarray(x[:n]), np.ascontiguousarray(t[:n])
    draws, groups = Draws(seed), -(-inputs // 4)
    drawn = draws.uniform(n * groups, POSITIONS).reshape(n, -1)[:, :inputs]
    t = brightness(2.0 * drawn - 1.0, outputs, draws)
    moved = noise * draws.normal(n * groups, NOISE).reshape(n, -1)[:, :inputs]
    return np.ascontiguousarray(2.0 * drawn - 1.0 + moved), t


def brightness(x: Array, outputs: int, draws: Draws) -> Array:
    """The class of every example by the rank of its sum, a column per class; one column for bright and dark."""
    sums = x.sum(axis=1)
    if outputs == 1:
        return np.asarray(sums > 0.0, np.float64)[:, None]
    first = int(draws.uniform(1, MORE)[0, 0] * outputs) if len(x) < outputs else 0
    rank = np.argsort(np.argsort(sums, kind="stable"), kind="stable")
    group = (rank * outputs // len(x) + first) % outputs
    return np.asarray(group[:, None] == np.arange(outputs), np.float64)


def fitting(t: Array, loss: str) -> Array:
    """Targets that the loss can have: cross-entropy knows only 0 to 1."""
    return np.ascontiguousarray(np.clip(t, 0.0, 1.0) if loss == "cross_entropy" else t)


def one_gate() -> Start:
    """An input of 1 and a weight of 2: the sum is 2, and with a target of 3 the error is -1."""
    one = np.ones((1, 1))
    return Start(one, 3.0 * one, (2.0 * one,), (0.0 * one,))


def two_shares() -> Start:
    """The sums 0 and ln 7/3, whose shares are 30 and 70 percent; the first class is the right one."""
    weights = np.array([[0.0, log(7.0 / 3.0)]])
    return Start(np.ones((1, 1)), np.array([[1.0, 0.0]]), (weights,), (np.zeros((1, 2)),))


OWN_NUMBERS = {"gate": one_gate, "softmax": two_shares}
