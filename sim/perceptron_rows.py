"""One unit on many rows, and one unit per class: the compiled form of `sim.perceptron`, for data as large as they get.

    trained = train_unit(x, y, epochs=5)                  x (n, inputs), y of 0 and 1
    many = train_units(x, labels, classes=10, epochs=30)  one against the rest, for every class
    many.answers(other_x)                                 the class whose unit says the most

The rule is that of `sim.perceptron_rules`. Rows are shuffled anew for every pass, from the seed; the same seed gives
the same order to every class.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.draws import Draws
from sim.errors import ConfigError, unknown
from sim.perceptron import LEARNERS
from sim.perceptron_rules import CHANGE, pass_over
from sim.phrases import phrase
from sim.separable import checked_classes
from sim.targets import kernel

Array = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TrainedUnits:
    """weights and averaged (classes, inputs + 1), bias first; mistakes (epochs, classes): those of every pass."""

    weights: Array
    averaged: Array
    mistakes: Labels

    def scores(self, x: Array, averaged: bool = False) -> Array:
        """What every unit says to every row: (n, classes)."""
        chosen = self.averaged if averaged else self.weights
        return np.asarray(x @ chosen[:, 1:].T + chosen[:, 0])

    def answers(self, x: Array, averaged: bool = False) -> Labels:
        """The class whose unit says the most, (n,); with one unit, whether it says more than 0."""
        scores = self.scores(x, averaged)
        return (scores[:, 0] > 0.0).astype(np.int64) if len(self.weights) == 1 else scores.argmax(axis=1)


def train_unit(
    x: Array, y: Array, epochs: int = 1, key: str = "perceptron", rate: float | None = None, seed: int = 0
) -> TrainedUnits:
    """One unit, from weights 0, by rule `key` of LEARNERS."""
    x, targets = checked_classes(x, y)
    return trained(x, targets[None, :].astype(np.float64), epochs, key, rate, seed)


def train_units(
    x: Array,
    labels: Labels,
    classes: int,
    epochs: int = 1,
    key: str = "perceptron",
    rate: float | None = None,
    seed: int = 0,
    after: Callable[[int, TrainedUnits], object] | None = None,
) -> TrainedUnits:
    """A unit for every class against all others. after(epoch, units so far) is called at the end of every pass."""
    x, _ = checked_classes(x, np.zeros(len(x)))
    if not ((labels >= 0) & (labels < classes)).all():
        raise ConfigError(phrase("The labels must be whole numbers from 0 to {classes}.", classes=classes - 1))
    answers = np.asarray(labels[None, :] == np.arange(classes)[:, None], np.float64)
    return trained(x, answers, epochs, key, rate, seed, after)


def prepare() -> None:
    """Compile the kernel, or load it, with the types that the two functions above give it."""
    train_unit(np.zeros((2, 1)), np.array([0, 1]))


def trained(
    x: Array,
    targets: Array,
    epochs: int,
    key: str,
    rate: float | None,
    seed: int,
    after: Callable[[int, TrainedUnits], object] | None = None,
) -> TrainedUnits:
    """targets (units, n); see `train_units`."""
    if key not in LEARNERS:
        raise unknown("learner", key, LEARNERS)
    learner, x = LEARNERS[key], np.ascontiguousarray(x)
    step = float(learner.rate if rate is None else rate)
    weights, totals = np.zeros((len(targets), x.shape[1] + 1)), np.zeros((len(targets), x.shape[1] + 1))
    mistakes = np.zeros((epochs, len(targets)), np.int64)
    result = TrainedUnits(weights, totals, mistakes)
    for epoch in range(epochs):
        rows = Draws(seed).order(len(x), counter=epoch)
        for unit in range(len(targets)):
            notes = np.zeros(1)
            kernel(pass_over)(
                CHANGE.index(key), x, targets[unit], rows, learner.border, step, weights[unit], totals[unit], notes
            )
            mistakes[epoch, unit] = int(notes[0])
        if after is not None:
            result = TrainedUnits(weights.copy(), totals / ((epoch + 1) * len(x)), mistakes[: epoch + 1].copy())
            after(epoch, result)
    return TrainedUnits(weights, totals / max(1, epochs * len(x)), mistakes)
