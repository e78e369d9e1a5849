"""The digits down which the skier's networks learn: which ones train, which ones test, and the networks themselves.

The pixels go from 0 to 1. 500 digits from anywhere are the test (`sim.digits.shuffled_writers`), by people who also
wrote training digits; the other 1,297 train.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.digits import CLASSES, COUNT, TESTED, digits, shuffled_writers
from sim.initialisers import draw_parameters
from sim.network_kernels import DRAWN, LAID, POSITION
from sim.network_plan import OUTPUTS, Plan, layer_activations, make_plan
from sim.network_training import (
    Examples,
    Settings,
    Training,
    advance,
    begin,
    evaluate,
    examples_of,
    lay_out,
    settings_of,
)

Array = NDArray[np.float64]
Labels = NDArray[np.int64]

TRAINED = COUNT - TESTED
PIXELS = 64
LOSS = "cross_entropy"
NARROW, DEEP = (PIXELS, 64, CLASSES), (PIXELS, 64, 64, CLASSES)
"""The networks: with one hidden layer, with two."""
CHANCE_LOSS = float(np.log(CLASSES))
"""What ten equal guesses cost."""


@dataclass(frozen=True, eq=False)
class Part:
    """Digits x (count, 64) with labels (count,) and one-hot targets (count, 10); laid: the same for `evaluate`."""

    x: Array
    labels: Labels
    targets: Array
    laid: Examples


def part_of(x: Array, labels: Labels) -> Part:
    """Digits as a part."""
    targets = np.eye(CLASSES)[labels]
    return Part(x, labels, targets, lay_out(x, targets))


@lru_cache(maxsize=1)
def parts() -> tuple[Part, Part]:
    """(training digits, test digits)."""
    x, labels = digits()
    train, test = (part_of(x[rows], labels[rows]) for rows in shuffled_writers(0))
    return train, test


def plan_of(layers: Sequence[int] = NARROW) -> Plan:
    """ReLU units, softmax behind them."""
    return make_plan(layers, layer_activations(layers, "relu", "softmax"))


def first_parameters(layers: Sequence[int], seed: int, replicas: Sequence[int] = (0,)) -> Array:
    """First weights after He et al. 2015, (replicas, parameters)."""
    return draw_parameters("he", layers, seed, replicas)


def begun(
    layers: Sequence[int], seed: int, replica: int = 0, part: Part | None = None, targets: ArrayLike | None = None
) -> Training:
    """A network before its first update, in float32; on all training digits with their own labels unless told."""
    part = parts()[0] if part is None else part
    first = first_parameters(layers, seed, (replica,))[0]
    given = part.targets if targets is None else targets
    return begin(plan_of(layers), LOSS, first, part.x, given, seed, np.float32)


def descent(rate: float, batch: int, momentum: float = 0.0) -> Settings:
    """Gradient descent, with momentum where there is some."""
    if momentum > 0.0:
        return settings_of("momentum", {"learning_rate": rate, "momentum": momentum}, batch=batch)
    return settings_of("sgd", {"learning_rate": rate}, batch=batch)


@dataclass(frozen=True, eq=False)
class Grade:
    """How a network does on a part: mean loss, share of right answers, and what it answers (count,).

    dead: the share of hidden units that answer none of them.
    """

    loss: float
    accuracy: float
    answers: Labels
    dead: float


def graded(training: Training, part: Part) -> Grade:
    """How a network does now."""
    return grade_of(training.plan, training.parameters, part)


def grade_of(plan: Plan, parameters: NDArray[np.floating], part: Part) -> Grade:
    """How a network with these parameters does."""
    losses, units = evaluate(plan, LOSS, parameters, part.laid)
    last = plan[-1, OUTPUTS]
    answers = units[last:].argmax(axis=0)
    dead = (units[PIXELS:last] == 0.0).all(axis=1).mean()
    return Grade(float(losses.mean()), float((answers == part.labels).mean()), answers, float(dead))


def taught(training: Training, x: Array, targets: Array) -> Training:
    """The same network with other examples from now on; a pass over them begins."""
    clock = training.clock.copy()
    clock[[POSITION, DRAWN, LAID]] = 0
    return replace(
        training, data=examples_of(x, targets, training.kind), clock=clock, columns=None, laid_for=(0, 0)
    )  # fmt: skip


def next_rows(training: Training, settings: Settings) -> Labels:
    """Which examples the next update meets. The training stays as it is."""
    ahead, first = training.clone(), int(training.clock[POSITION])
    advance(ahead, settings, 1)
    return np.array(ahead.data.order[first : first + settings.batch], np.int64)


def steps_an_epoch(batch: int) -> int:
    """Updates that meet every training digit once."""
    return -(-TRAINED // batch)


def training_size(training: Training) -> int:
    """Bytes of a copy that is kept: what it learns, and the order of its examples."""
    own = training.learner
    return 1000 + sum(int(row.nbytes) for row in (own.p, own.m, own.v, training.data.order))
