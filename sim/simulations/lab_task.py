"""What all arms of the lab have to do: examples, shape, first weights; and the settings of each arm."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.initialisers import draw_parameters
from sim.lab_data import Examples, examples_of
from sim.lab_marks import Gauge, gauge_of
from sim.network_plan import Plan, make_plan, penalised
from sim.network_training import Settings, settings_of
from sim.optimizers import OPTIMIZERS
from sim.simulations.lab_config import arm_key, read_hidden, read_rates

Array = NDArray[np.float64]

SHAPES = (
    "dataset", "n_train", "split", "noise", "label_noise", "layers", "activation", "init", "data_seed", "seed",
)  # fmt: skip
"""The settings that a task is made of."""


@dataclass(frozen=True, eq=False)
class Task:
    """Made once for all arms. y: targets of the examples. gauge: the examples and behind them the test. weighed: 1 for
    weights, 0 for biases, in the order of the parameters. first: those with which all arms begin."""

    examples: Examples
    layers: tuple[int, ...]
    activations: tuple[str, ...]
    plan: Plan
    y: Array
    test_y: Array
    gauge: Gauge
    weighed: NDArray[np.bool_]
    first: Array

    @property
    def loss(self) -> str:
        """What learning makes small."""
        return self.examples.loss

    @property
    def count(self) -> int:
        """How many examples there are to learn from."""
        return len(self.examples.x)

    @property
    def hidden(self) -> int:
        """How many hidden layers there are."""
        return len(self.layers) - 2


def task_of(config: Config) -> Task:
    """The task of a config."""
    return task_from(*(config[key] for key in SHAPES))


@lru_cache(maxsize=2)
def task_from(
    dataset: str, n_train: int, split: str, noise: float, label_noise: float, layers: str, activation: str, init: str,
    data_seed: int, seed: int,
) -> Task:  # fmt: skip
    """`task_of` from its settings: a restart finds it made."""
    examples = examples_of(dataset, n_train, noise, label_noise, data_seed, split)
    y, test_y = examples.targets(examples.answers), examples.targets(examples.test_answers)
    sizes = (examples.x.shape[1], *read_hidden(layers), examples.outputs)
    activations = (*(activation for _ in sizes[2:]), examples.output)
    plan = make_plan(sizes, activations)
    gauge = gauge_of(plan, examples.loss, np.concatenate([examples.x, examples.test_x]), np.concatenate([y, test_y]))
    first = draw_parameters(init, sizes, seed, (0,))[0]
    return Task(examples, sizes, activations, plan, y, test_y, gauge, penalised(plan) > 0.0, first)


@lru_cache(maxsize=64)
def settings_for(config: Config, arm: str) -> Settings:
    """What acts on an arm from one update to the next."""

    def of(key: str) -> float:
        return float(config[arm_key(arm, key)])

    optimizer = config[arm_key(arm, "optimizer")]
    known = [parameter.key for parameter in OPTIMIZERS[optimizer].parameters]
    hyper: dict[str, float] = {key: of(key) for key in ("learning_rate", "momentum") if key in known}
    schedule = config[arm_key(arm, "momentum_schedule")]
    return settings_of(
        optimizer, hyper, batch=int(of("batch")), l1=of("l1"), l2=of("l2"), dropout=of("dropout"),
        dropout_input=of("dropout_input"), dropout_layers=read_rates(config[arm_key(arm, "dropout_layers")]),
        l1_by_slope=config[arm_key(arm, "l1_form")] == "slope", schedule=schedule,
        curve=config[arm_key(arm, "momentum_curve")], horizon=config["horizon"] if schedule == "ramp" else 0,
    )  # fmt: skip
