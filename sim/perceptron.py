"""One unit that learns, example by example: the perceptron rule, the delta rule, and the delta rule with a curved unit.

    points = Examples.of(x, y)                          x (n, inputs), y of 0 and 1
    trial = begin()                                     three learners, weights 0
    trial = advance(trial, points, steps=4)             all three have met the same four examples
    trial.units["perceptron"].weights                   bias first

Everything is frozen: a step takes a unit and gives a new one, so any moment can be kept. The points are not part of it:
they may be dragged, added or flipped between two steps. Numbers are float64, added in the order of the inputs.

What each learner is measured by:
  mistakes    how often it was wrong about an example when it met it (for the threshold unit: how often it changed)
  averaged    the mean of its weights after every example (Freund & Schapire 1999): calmer where no line separates
  pocket      the weights that answered the longest run rightly, if they are also right more often than those before
              (Gallant 1990): the pocket never gets worse, while the perceptron itself never settles
  watch       whether the same weights came back at the same place of the order (`sim.perceptron_cycle`)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import exp
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.draws import Draws
from sim.errors import ConfigError, unknown
from sim.perceptron_cycle import START, Watch, watched
from sim.perceptron_rules import CHANGE
from sim.phrases import phrase
from sim.separable import checked_classes

Array = NDArray[np.float64]
Weights = tuple[float, ...]

LARGEST_EXPONENT = 709.0


@dataclass(frozen=True)
class Learner:
    """One entry of LEARNERS. border: the z above which the answer is class 1; that is where its line is drawn."""

    key: str
    title: str
    formula: str
    about: str
    source: str
    border: float
    rate: float

    @property
    def change(self) -> Callable[[Any, Any], Any]:
        """The rule: change(z, target)."""
        return CHANGE.rules[CHANGE.index(self.key)]


LEARNERS: dict[str, Learner] = {
    entry.key: entry
    for entry in (
        Learner(
            "perceptron", "Perceptron rule", "w += η (t − [w·x > 0]) x",
            "Only mistakes change it. If a line separates the classes it finds one; if none does it never settles.",
            "Rosenblatt 1958", 0.0, 1.0,
        ),
        Learner(
            "delta", "Delta rule, linear unit", "w += η (t − w·x) x",
            "Every example pulls, also those that are right: it finds the least squared error, not the fewest errors.",
            "Widrow & Hoff 1960", 0.5, 0.1,
        ),
        Learner(
            "sigmoid", "Delta rule, sigmoid unit", "w += η (t − o) o (1 − o) x,  o = σ(w·x)",
            "Points far on the right side no longer pull, because the curve is flat there.",
            "Rumelhart, Hinton & Williams 1986", 0.0, 1.0,
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Examples:
    """The points a unit learns from: inputs (n, k) float64 with the 1 of the bias first, targets (n,) of 0 and 1."""

    inputs: Array
    targets: NDArray[np.int8]
    rows: tuple[tuple[float, ...], ...] = field(repr=False)

    @staticmethod
    def of(x: Array, y: Array, bias: bool = True) -> "Examples":
        """From points x (n, inputs) and classes y, (n,) or (n, 1). Raises ConfigError for other data."""
        x, targets = checked_classes(x, y)
        inputs = np.concatenate([np.ones((len(x), int(bias))), x], axis=1)
        return Examples(inputs, targets, tuple(map(tuple, inputs.tolist())))

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def vectors(self) -> Array:
        """The inputs, turned round for class 0, as `sim.margin` wants them."""
        return self.inputs * np.where(self.targets > 0, 1.0, -1.0)[:, None]


@dataclass(frozen=True)
class Unit:
    """One learner after `seen` examples.

    changes: how often its weights changed. mistakes: how often it answered wrongly. streak: right answers since the
    last change. settled: the number (from 1) of the first pass without a mistake, 0 before that. total: the sum of the
    weights after every example.
    """

    weights: Weights
    total: Weights
    pocket: Weights
    seen: int = 0
    changes: int = 0
    mistakes: int = 0
    pass_mistakes: int = 0
    settled: int = 0
    streak: int = 0
    pocket_streak: int = 0
    pocket_right: int = -1

    @property
    def averaged(self) -> Weights:
        """The mean of the weights after every example; the weights themselves before the first."""
        return tuple(number / self.seen for number in self.total) if self.seen else self.weights


def unit_at(weights: Weights) -> Unit:
    """A unit that has seen nothing."""
    return Unit(weights, tuple(0.0 for _ in weights), weights)


def answer(weights: Weights, row: tuple[float, ...]) -> float:
    """z: the weighted sum of a row that begins with the 1 of the bias."""
    total = 0.0
    for weight, number in zip(weights, row):
        total += weight * number
    return total


def change(key: str, z: float, target: float) -> float:
    """The rules of `sim.perceptron_rules` for one example, in Python's own numbers: twenty times faster there."""
    if key == "perceptron":
        return target - (z > 0.0)
    if key == "delta":
        return target - z
    said = 1.0 / (1.0 + exp(min(-z, LARGEST_EXPONENT)))
    return (target - said) * said * (1.0 - said)


def step(unit: Unit, key: str, examples: Examples, k: int, rate: float) -> Unit:
    """The unit after it has met example k; `key` names the rule of LEARNERS. Diverging is no error: z is inf or NaN."""
    learner, row, target = LEARNERS[key], examples.rows[k], float(examples.targets[k])
    z = answer(unit.weights, row)
    wrong = (z > learner.border) != (target > 0.5)
    factor = rate * change(key, z, target)
    weights = tuple([w + factor * number for w, number in zip(unit.weights, row)]) if factor else unit.weights
    seen, pass_mistakes = unit.seen + 1, unit.pass_mistakes + wrong
    ends = seen % len(examples) == 0
    settled = unit.settled or (seen // len(examples) if ends and not pass_mistakes else 0)
    after = Unit(
        weights, tuple([a + b for a, b in zip(unit.total, weights)]), unit.pocket, seen, unit.changes + bool(factor),
        unit.mistakes + wrong, 0 if ends else pass_mistakes, settled, 0 if wrong else unit.streak + 1,
        unit.pocket_streak, unit.pocket_right,
    )  # fmt: skip
    return pocketed(after, learner, examples)


def pocketed(unit: Unit, learner: Learner, examples: Examples) -> Unit:
    """The unit with its weights in the pocket, if their run is the longest and they are right more often (Gallant)."""
    if unit.pocket_right >= 0 and unit.streak <= unit.pocket_streak:
        return unit
    if unit.weights == unit.pocket and unit.pocket_right >= 0:
        return replace(unit, pocket_streak=unit.streak)
    right = right_answers(unit.weights, examples, learner.border)
    if right <= unit.pocket_right:
        return unit
    return replace(unit, pocket=unit.weights, pocket_streak=unit.streak, pocket_right=right)


def right_answers(weights: Weights, examples: Examples, border: float = 0.0) -> int:
    """How many examples these weights answer rightly; every z is added up as `answer` does."""
    z = np.zeros(len(examples))
    with np.errstate(all="ignore"):
        for weight, column in zip(weights, examples.inputs.T):
            z += weight * column
    return int(((z > border) == (examples.targets > 0)).sum())


def accuracy(weights: Weights, examples: Examples, border: float = 0.0) -> float:
    """The share of right answers."""
    return right_answers(weights, examples, border) / len(examples)


def line_of(weights: Weights, key: str) -> Weights:
    """(c, a, b) with a x1 + b x2 + c = 0 where the answer of learner `key` changes."""
    return (weights[0] - LEARNERS[key].border, *weights[1:])


@dataclass(frozen=True)
class Trial:
    """Learners that have met the same `seen` examples. watch: the cycle detector of the perceptron rule."""

    units: Mapping[str, Unit]
    seen: int = 0
    watch: Watch = START

    @property
    def cycle_length(self) -> int:
        """After how many examples the perceptron's weights come back while it still makes mistakes; 0: not known to."""
        return 0 if self.units["perceptron"].settled else self.watch.length


def begin(weights: Weights = (0.0, 0.0, 0.0), keys: tuple[str, ...] = tuple(LEARNERS)) -> Trial:
    """The chosen learners before the first example, all with the same weights, bias first."""
    for key in keys:
        if key not in LEARNERS:
            raise unknown("learner", key, LEARNERS)
    return Trial(MappingProxyType({key: unit_at(tuple(map(float, weights))) for key in keys}))


def touched(trial: Trial) -> Trial:
    """The trial after its points were moved, added or flipped: the weights stay, what was known of the points goes.

    Passes begin anew; mistakes and changes go on counting.
    """
    units = {
        key: replace(unit_at(unit.weights), changes=unit.changes, mistakes=unit.mistakes)
        for key, unit in trial.units.items()
    }
    return Trial(MappingProxyType(units))


def with_weights(trial: Trial, key: str, weights: Weights) -> Trial:
    """The trial after the learner moved the line of `key`: this unit goes on from other weights."""
    unit = trial.units[key]
    moved = replace(unit, weights=tuple(map(float, weights)), streak=0, settled=0)
    return Trial(MappingProxyType({**trial.units, key: moved}), trial.seen)


def order(n: int, epoch: int, seed: int | None) -> NDArray[np.int64]:
    """The row numbers of pass `epoch` (from 0): in turn, or shuffled anew for every pass where there is a seed."""
    return np.arange(n) if seed is None else Draws(seed).order(n, counter=epoch)


def advance(
    trial: Trial, examples: Examples, steps: int = 1, rates: Mapping[str, float] | None = None, seed: int | None = None
) -> Trial:
    """The trial after `steps` more examples; rates: a learning rate per learner, those of LEARNERS where it has none.

    The detector works where the order is fixed (no seed): elsewhere a state that comes back proves nothing.
    """
    rates = rates or {}
    units, watch, n = dict(trial.units), trial.watch, len(examples)
    for key, unit in units.items():
        if len(unit.weights) != examples.inputs.shape[1]:
            raise ConfigError(
                phrase(
                    "The {key} unit has {weights} weights, the points need {shape}.",
                    key=key,
                    weights=len(unit.weights),
                    shape=examples.inputs.shape[1],
                )
            )
    rows = order(n, trial.seen // n, seed)
    for seen in range(trial.seen, trial.seen + steps):
        if seen % n == 0:
            rows = order(n, seen // n, seed)
        k = int(rows[seen % n])
        for key, unit in units.items():
            units[key] = step(unit, key, examples, k, float(rates.get(key, LEARNERS[key].rate)))
        if seed is None and "perceptron" in units:
            rate = float(rates.get("perceptron", LEARNERS["perceptron"].rate))
            watch = watched(watch, units["perceptron"].weights, (seen + 1) % n, rate)
    return Trial(MappingProxyType(units), trial.seen + steps, watch)


def batch_step(weights: Weights, key: str, examples: Examples, rate: float, mean: bool = True) -> Weights:
    """One step of rule `key` by all examples at once: the mean of their changes, or their sum."""
    row = np.array(weights)
    with np.errstate(all="ignore"):
        z = examples.inputs @ row
        change = LEARNERS[key].change(z, examples.targets.astype(np.float64)) @ examples.inputs
    return tuple((row + rate * change / (len(examples) if mean else 1)).tolist())


def calm_rates(examples: Examples) -> dict[str, float]:
    """A learning rate per learner with which no example overshoots: the default, or less where inputs are long.

    A linear unit's error at one example shrinks while rate * |x|^2 < 2; half of that is taken. The slope of the sigmoid
    is at most 1/4, so there four times as much is calm. The perceptron rule does not care.
    """
    longest = float(np.square(examples.inputs).sum(axis=1).max())
    least = np.finfo(np.float64).tiny
    limits = {"perceptron": np.inf, "delta": 1.0 / max(longest, least), "sigmoid": 4.0 / max(longest, least)}
    return {key: float(min(learner.rate, limits[key])) for key, learner in LEARNERS.items()}


def largest_stable_rate(examples: Examples) -> float:
    """The rate 2 / lambda_max(X'X / n) from which on the delta rule of all examples at once diverges (linear unit)."""
    curvature = float(np.linalg.eigvalsh(examples.inputs.T @ examples.inputs / len(examples))[-1])
    return 2.0 / curvature if curvature > 0.0 else np.inf
