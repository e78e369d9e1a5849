"""What the playground's network has to do: its shape, examples and settings, out of the config and the points."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from sim.config import Config
from sim.datasets import features
from sim.initialisers import draw_parameters
from sim.losses import check_loss
from sim.network_plan import Plan, make_plan, parameter_count
from sim.network_training import Examples, Settings, lay_out, settings_of, steps_per_epoch
from sim.optimizers import OPTIMIZERS
from sim.simulations.playground_config import SHARED, activations_of, hidden_of
from sim.simulations.playground_data import feature_names, lowest
from sim.simulations.playground_view import Array, Data

MOST_IN_FLOAT64 = 4096
"""Networks of more weights compute in float32."""


@dataclass(frozen=True, eq=False)
class Task:
    """What config and points say about the network: made once for both.

    inputs (n, n_in) are the features of all points; first: the weights with which it begins.
    trains: whether there is anything to learn from.
    """

    data: Data
    layers: tuple[int, ...]
    activations: tuple[str, ...]
    plan: Plan
    loss: str
    features: tuple[str, ...]
    inputs: Array
    laid_out: Examples
    low: float
    first: Array

    @property
    def trains(self) -> bool:
        """Whether there are points to learn from."""
        return bool(self.data.train.any())


def inputs_of(config: Config, data: Data, x: Array) -> Array:
    """What the network is told of places x (n, inputs)."""
    if data.x.shape[1] > 2:
        return x
    return features(x, feature_names(config, data))


def task_of(config: Config, data: Data) -> Task:
    """ConfigError where output and loss do not fit."""
    check_loss(config["loss"], config["output"])
    names, inputs = feature_names(config, data), inputs_of(config, data, data.x)
    layers = (inputs.shape[1], *hidden_of(config), data.targets.shape[1])
    activations = activations_of(config)
    plan = make_plan(layers, activations)
    laid_out = lay_out(*learnable(inputs, data.targets))
    first = draw_parameters(config["init"], layers, config["seed"], (0,))[0]
    return Task(
        data, layers, activations, plan, config["loss"], names, inputs, laid_out, lowest(config["output"]), first
    )  # fmt: skip


def learnable(x: Array, y: Array) -> tuple[Array, Array]:
    """x and y, or one example of zeros where there is none: kernels need one."""
    return (x, y) if len(x) else (np.zeros((1, x.shape[1])), np.zeros((1, y.shape[1])))


def is_single(config: Config) -> bool:
    """Whether the network computes in float32, as far as its hidden layers tell."""
    weights = sum(before * after for before, after in pairwise(hidden_of(config)))
    return bool(config["precision"] == "float32" or weights > MOST_IN_FLOAT64)


def kind_of(config: Config, task: Task) -> type[np.floating[Any]]:
    """float64, or float32 where that was chosen or the network is large."""
    small = config["precision"] == "float64" and parameter_count(task.plan) <= MOST_IN_FLOAT64
    return np.float64 if small else np.float32


@lru_cache(maxsize=8)
def settings_from(config: Config, per_epoch: int = 1) -> Settings:
    """What acts from one update to the next. A schedule that is a share of the run ends at the stop epoch."""
    optimizer = config["optimizer"]
    keys = [parameter.key for parameter in OPTIMIZERS[optimizer].parameters]
    hyper = {
        key: config[key if key in SHARED else f"{optimizer}.{key}"] for key in keys
    }
    schedule = config["momentum_schedule"]
    return settings_of(
        optimizer, hyper, batch=config["batch"], l1=config["l1"], l2=config["l2"], dropout=config["dropout"],
        shuffle=config["shuffle"], schedule=schedule, curve=config["momentum_curve"],
        horizon=config["stop_epoch"] * per_epoch if schedule == "ramp" else 0,
    )  # fmt: skip


def settings_now(config: Config, task: Task) -> Settings:
    """The settings of a config for its number of points."""
    return settings_from(config, epoch_length(config, task.data))


def epoch_length(config: Config, data: Data) -> int:
    """Updates that meet every training point once."""
    return steps_per_epoch(max(int(np.count_nonzero(data.train)), 1), config["batch"])
