"""One unit per class on many rows: ten perceptrons read digits, or one perceptron meets a table of 100,000 rows.

A step is one pass, in an order drawn anew for each; training goes on from the arrays of the last pass, and gives the
numbers of `sim.perceptron_rows`. The first pass is looked at on its way too (FIRST_LOOKS), as most is learned there.
A state is frozen; only `seconds`, what the last pass took, is another number whenever it is computed again.

The table is made, not measured: 50 numbers from −1 to 1 per row, and a class that a plane tells apart but for noise, so
no plane gets much more than 86 % right. The digits of the test are by people who also wrote those that are learned
(`sim.digits.shuffled_writers`); another seed for the points draws another split, or another table.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.digits import CLASSES, digits, shuffled_writers
from sim.draws import MORE, POSITIONS, Draws
from sim.perceptron import LEARNERS
from sim.perceptron_rows import TrainedUnits
from sim.perceptron_rules import CHANGE, pass_over
from sim.simulations.playground_config import DIGITS
from sim.simulations.playground_view import Array, RowsSeen
from sim.targets import kernel

Labels = NDArray[np.int64]

TABLE_ROWS, TABLE_TESTED, TABLE_INPUTS = 100_000, 20_000, 50
NOISE = 3.0
FIRST_LOOKS = (100, 300, 1_000, 3_000, 10_000, 30_000)
SAMPLES = 40
RULE = "perceptron"


@dataclass(frozen=True, eq=False)
class Rows:
    """What is learned: x (rows, inputs), labels (rows,), targets (units, rows), and the same of the test."""

    key: str
    x: Array
    labels: Labels
    targets: Array
    test_x: Array
    test_labels: Labels
    classes: int


@lru_cache(maxsize=2)
def rows_of(key: str, seed: int) -> Rows:
    """The digits or the table, split (or drawn) with a seed."""
    if key == DIGITS:
        x, labels = digits()
        train, test = shuffled_writers(seed)
        return rows_from(key, x[train], labels[train], x[test], labels[test], CLASSES)
    drawn = 2.0 * Draws(seed).uniform(TABLE_ROWS * (TABLE_INPUTS // 4 + 1), POSITIONS).reshape(TABLE_ROWS, -1) - 1.0
    x = np.ascontiguousarray(drawn[:, :TABLE_INPUTS])
    slopes = Draws(seed).normal(TABLE_INPUTS // 4 + 1, MORE).ravel()[:TABLE_INPUTS]
    labels = np.asarray((x * slopes).sum(axis=1) + NOISE * drawn[:, TABLE_INPUTS] > 0.0, np.int64)
    cut = TABLE_ROWS - TABLE_TESTED
    return rows_from(key, x[:cut], labels[:cut], x[cut:], labels[cut:], 2)


def rows_from(key: str, x: Array, labels: Labels, test_x: Array, test_labels: Labels, classes: int) -> Rows:
    """Read-only rows with a target per unit: one unit where there are two classes, else one per class."""
    units = np.arange(1, 2) if classes == 2 else np.arange(classes)
    targets = np.asarray(labels[None, :] == units[:, None], np.float64)
    for array in (x, labels, targets, test_x, test_labels):
        array.flags.writeable = False
    return Rows(key, x, labels, targets, test_x, test_labels, classes)


@dataclass(frozen=True, eq=False)
class RowsState:
    """Units after `step` passes: weights and totals (units, inputs + 1), the records of `RowsSeen`."""

    step: int
    key: str
    data_seed: int
    weights: Array
    totals: Array
    accuracy: Array
    test_accuracy: Array
    mistakes: Labels
    first_rows: Labels
    first_accuracy: Array
    seconds: float = 0.0
    stopped: bool = False


def init(config: Config) -> RowsState:
    """Units with weights 0 before the first row."""
    key, seed = config["dataset"], config["data_seed"]
    rows = rows_of(key, seed)
    size = len(rows.targets), rows.x.shape[1] + 1
    weights = np.zeros(size)
    units = TrainedUnits(weights, weights, np.zeros((0, size[0]), np.int64))
    first, tested = accuracies(rows, units)
    none = np.zeros(0, np.int64)
    return RowsState(
        0, key, seed, weights, np.zeros(size), np.array([first]), np.array([tested]),
        np.zeros((1, size[0]), np.int64), none, np.zeros(0),
    )  # fmt: skip


def changed(config: Config, state: RowsState) -> RowsState:
    """The state under other settings: other rows begin anew, everything else acts from the next pass on."""
    same = (config["dataset"], config["data_seed"]) == (state.key, state.data_seed)
    return state if same else init(config)


def advance(config: Config, state: RowsState, steps: int) -> RowsState:
    """The state after up to `steps` more passes: fewer where it is to stop after one."""
    for _ in range(steps):
        state = passed(config, state)
        if state.stopped:
            break
    return state


def passed(config: Config, state: RowsState) -> RowsState:
    """The state after one more pass."""
    began = perf_counter()
    rows = rows_of(state.key, state.data_seed)
    order = Draws(config["seed"]).order(len(rows.x), counter=state.step)
    weights, totals = state.weights.copy(), state.totals.copy()
    mistakes = np.zeros(len(weights), np.int64)
    looks = [look for look in FIRST_LOOKS if look < len(order)] if state.step == 0 else []
    found, computing = [], perf_counter() - began
    for part in np.split(order, looks):
        began = perf_counter()
        mistakes += met(config, rows, np.ascontiguousarray(part), weights, totals)
        computing += perf_counter() - began
        found.append(answered(rows, weights))
    noted = replace(state, first_rows=np.array(looks, np.int64), first_accuracy=np.array(found[:-1]))
    units = TrainedUnits(weights, totals, mistakes[None])
    first, tested = accuracies(rows, units)
    return replace(
        noted if state.step == 0 else state,
        step=state.step + 1,
        weights=weights,
        totals=totals,
        accuracy=np.append(state.accuracy, first),
        test_accuracy=np.append(state.test_accuracy, tested),
        mistakes=np.concatenate([state.mistakes, mistakes[None]]),
        seconds=computing,
        stopped=is_met(config, state, first),
    )


def is_met(config: Config, state: RowsState, accuracy: float) -> bool:
    """Whether the run pauses after the pass that follows `state`: at its epoch, or when all rows are right at last."""
    if config["stop"] == "epochs":
        return bool(state.step + 1 == config["stop_epoch"])
    return config["stop"] == "accuracy" and accuracy == 1.0 and not (state.accuracy == 1.0).any()


def met(config: Config, rows: Rows, order: Labels, weights: Array, totals: Array) -> Labels:
    """Every unit meets the rows of `order`; weights and totals change in place. The mistakes of each, (units,)."""
    rate = float(config[f"{RULE}.learning_rate"] * config["rate_factor"])
    mistakes = np.zeros(len(weights), np.int64)
    for unit in range(len(weights)):
        notes = np.zeros(1)
        kernel(pass_over)(
            CHANGE.index(RULE), rows.x, rows.targets[unit], order, LEARNERS[RULE].border, rate, weights[unit],
            totals[unit], notes,
        )  # fmt: skip
        mistakes[unit] = int(notes[0])
    return mistakes


def answered(rows: Rows, weights: Array) -> float:
    """The accuracy on the test."""
    return accuracies(rows, TrainedUnits(weights, weights, np.zeros((0, len(weights)), np.int64)))[1]


def accuracies(rows: Rows, units: TrainedUnits) -> tuple[float, float]:
    """The share of rows, and of rows of the test, whose class is told."""
    first = (units.answers(rows.x) == rows.labels).mean()
    return float(first), float((units.answers(rows.test_x) == rows.test_labels).mean())


def seen(config: Config, state: RowsState) -> RowsSeen:
    """The snapshot's part for many rows: the same object as long as no pass was made."""
    return seen_of(state)


@lru_cache(maxsize=2)
def seen_of(state: RowsState) -> RowsSeen:
    """`seen`, kept."""
    rows = rows_of(state.key, state.data_seed)
    units = TrainedUnits(state.weights, state.totals, state.mistakes)
    told = units.answers(rows.test_x)
    confusion = np.zeros((rows.classes, rows.classes), np.int64)
    np.add.at(confusion, (rows.test_labels, told), 1)
    samples = min(SAMPLES, len(rows.test_x))
    scores = units.scores(rows.test_x) > 0.0
    ones = np.arange(1, 2) if rows.classes == 2 else np.arange(rows.classes)
    return RowsSeen(
        key=state.key,
        weights=state.weights.copy(),
        accuracy=state.accuracy.copy(),
        test_accuracy=state.test_accuracy.copy(),
        mistakes=state.mistakes.copy(),
        confusion=confusion,
        samples=rows.test_x[:samples],
        sample_answers=told[:samples].copy(),
        sample_classes=rows.test_labels[:samples],
        rows=len(rows.x),
        inputs=rows.x.shape[1],
        rows_seen=state.step * len(rows.x),
        seconds=state.seconds,
        unit_accuracy=(scores == (rows.test_labels[:, None] == ones)).mean(axis=0),
        first_rows=state.first_rows,
        first_accuracy=state.first_accuracy,
    )
