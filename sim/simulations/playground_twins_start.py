"""What the twins of a config are: their network or their single unit, what they learn, and where they start."""

import numpy as np

from sim.config import Config
from sim.datasets import FEATURES, features
from sim.errors import ConfigError
from sim.initialisers import draw_parameters
from sim.network_plan import Plan, make_plan
from sim.network_training import Settings
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.playground_config import UNIT, activations_of, hidden_of, read_features, read_weights
from sim.simulations.playground_view import Array, Data

MOST_NUMBERS = 2**22
"""Twins times parameters: 50 MB with the two memories of each."""
MOST_WORK = 2**31
"""Twins times points times parameters: how much one note may compute, about a fifth of a second."""
NEAR = 0.1
"""A number is told rightly within this share of the range of the answers."""


def names_of(config: Config, data: Data) -> tuple[str, ...]:
    """The input features; () for the coordinates as they are."""
    if config["mode"] == UNIT or data.x.shape[1] > 2:
        return ()
    names = read_features(config["features"])
    if data.x.shape[1] == 2:
        return names
    return tuple(name for name in names if not FEATURES[name].second) or ("x1",)


def inputs_of(names: tuple[str, ...], x: Array) -> Array:
    """What a network is told of points x (n, coordinates)."""
    return features(x, names) if names else x


def examples(config: Config, data: Data) -> tuple[Array, Array]:
    """What is learned from: inputs and targets of the points that are not kept for the test."""
    x = inputs_of(names_of(config, data), data.x[data.train])
    if config["mode"] == UNIT:
        return x, data.answers[data.train].astype(np.float64)[:, None]
    return x, data.targets[data.train]


def layers_of(config: Config, data: Data) -> tuple[int, ...]:
    """Inputs, hidden layers, outputs."""
    n_in = len(names_of(config, data)) or data.x.shape[1]
    return (n_in, 1) if config["mode"] == UNIT else (n_in, *hidden_of(config), data.targets.shape[1])


def plan_of(config: Config, data: Data) -> tuple[Plan, str]:
    """Plan and loss of a twin: the network of the config, or a threshold unit that learns from its mistakes."""
    layers = layers_of(config, data)
    if config["mode"] == UNIT:
        return make_plan(layers, ("step",)), "perceptron"
    return make_plan(layers, activations_of(config)), config["loss"]


def first_parameters(config: Config, data: Data) -> Array:
    """The parameters that every twin starts with, (twins, parameters)."""
    unit = config["mode"] == UNIT
    init = "uniform" if unit else config["init"]
    rows = draw_parameters(init, layers_of(config, data), config["seed"], range(config["twins"]))
    if unit:
        bias, *weights = read_weights(config["start_weights"]) or (0.0, 0.0, 0.0)
        rows[0] = [*weights, bias]
    return rows


def unit_settings(config: Config) -> Settings:
    """How the perceptrons among the twins learn: one point at a time, at the rate of the perceptron that is shown."""
    rate = config["perceptron.learning_rate"] * config["rate_factor"]
    return Settings("sgd", (rate, 0.0, 0.0, 0.0), batch=1, shuffle=config["order"] == "shuffled")


def middle_of(config: Config) -> float:
    """The border between no and yes of a single output."""
    return 0.0 if config["mode"] != UNIT and config["output"] == "tanh" else 0.5


def near_of(data: Data) -> float:
    """How far the answer to a regression may be off to count as right; 0 for classes."""
    if data.task == "classes" or not len(data.answers):
        return 0.0
    return NEAR * (float(np.ptp(data.answers)) or 1.0)


def check_size(count: int, parameters: int, examples: int) -> None:
    """ConfigError where so many twins would take too much memory or time."""
    most = min(MOST_NUMBERS // parameters, MOST_WORK // (parameters * max(1, examples)))
    if count > most:
        raise ConfigError(
            phrase(
                "{count} twins of {parameters} weights each that learn {examples} points are too "
                "much; up to {value} twins can be trained here.",
                count=write_count(count),
                parameters=write_count(parameters),
                examples=write_count(examples),
                value=write_count(max(1, most)),
            )
        )
