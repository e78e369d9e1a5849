"""The network of the playground: a training that can be continued, notes, a stop condition, and its end in infinity.

A step is one update. Where an update would leave the finite numbers, the run stays at the weights before it. It pauses
once where a loss explodes and once where a layer dies, which is looked for whenever a note is taken
(`sim.network_failure`); not among twins, who go on whatever becomes of one of them.
"""

import operator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.network_failure import Failure, advance_finite, fatal, watch
from sim.network_kernels import DRAWN, EPOCH, LAID, POSITION
from sim.network_plan import BIASES, N_IN, N_OUT, OUTPUTS, WEIGHTS
from sim.network_rules import Data as Given
from sim.network_training import Settings, Training, begin, evaluate, examples_of
from sim.phrases import phrase
from sim.simulations.playground_curves import Notes
from sim.simulations.playground_stops import STOPS
from sim.simulations.playground_task import Task, kind_of, learnable, settings_now, task_of
from sim.simulations.playground_twins import Replica, near_of
from sim.simulations.playground_view import Array, Data, Flags

LARGEST_WEIGHT = 1e6


@dataclass(frozen=True, eq=False)
class Answers:
    """What the network says to all points. loss, .. accuracy: means of the training and of the test points."""

    outputs: Array
    units: Array
    right: Flags
    loss: float
    test_loss: float
    accuracy: float
    test_accuracy: float


@dataclass(eq=False)
class NetworkRun:
    """Changed in place; `clone` makes a copy. met: whether the stop condition was met; stopped: at this very step.

    told: the kinds of failures at which it has paused.
    """

    task: Task
    training: Training
    notes: Notes
    met: bool = False
    stopped: bool = False
    failure: Failure | None = None
    told: frozenset[str] = frozenset()

    def clone(self) -> "NetworkRun":
        """A copy that can be continued by itself."""
        return replace(self, training=self.training.clone(), notes=self.notes.clone())


def size_of_network(run: NetworkRun) -> int:
    """Bytes that a copy takes; points and scratch rows are shared."""
    learner, training = run.training.learner, run.training
    rows = learner.p, learner.m, learner.v, training.data.order, training.clock, run.notes.epochs, run.notes.values
    return 2048 + sum(int(row.nbytes) for row in rows)


def begin_network(config: Config, data: Data) -> NetworkRun:
    """The network before its first update."""
    task = task_of(config, data)
    x, y = learnable(task.inputs[data.train], data.targets[data.train])
    training = begin(task.plan, task.loss, task.first, x, y, config["seed"], kind_of(config, task))
    run = NetworkRun(task, training, Notes())
    note(run)
    return run


def answers_of(run: NetworkRun) -> Answers:
    """What the network says now, without dropout."""
    task = run.task
    losses, units = evaluate(task.plan, task.loss, run.training.parameters, task.laid_out)
    count = len(task.data.x)
    losses, units = losses[:count], units[:, :count]
    outputs = np.ascontiguousarray(units[task.plan[-1, OUTPUTS] :].T)
    train, test = task.data.train, ~task.data.train
    with np.errstate(all="ignore"):
        right = right_of(task, outputs)
        means = mean(losses[train]), mean(losses[test]), mean(right[train]), mean(right[test])
    return Answers(outputs, units, right, *means)


def mean(values: NDArray[Any]) -> float:
    """The mean, NaN where there are none; infinity and NaN pass."""
    return float(values.mean()) if len(values) else float("nan")


def taken_for(task: Task, outputs: Array) -> NDArray[np.int64]:
    """The class each answer stands for."""
    if outputs.shape[1] > 1:
        return np.asarray(outputs.argmax(axis=1), np.int64)
    return np.asarray(outputs[:, 0] > (task.low + 1.0) / 2.0, np.int64)


def right_of(task: Task, outputs: Array) -> Flags:
    """Which points are right: of their class, or in a regression a tenth of the answers' range away at most."""
    finite = np.isfinite(outputs).all(axis=1)
    if task.data.classes:
        right: Flags = (taken_for(task, outputs) == task.data.answers) & finite
        return right
    near: Flags = np.abs(outputs[:, 0] - task.data.answers) <= near_of(task.data)
    return near & finite


def note(run: NetworkRun) -> Answers:
    """Write down how the run is doing."""
    answers = answers_of(run)
    values = answers.loss, answers.test_loss, answers.accuracy, answers.test_accuracy
    run.notes.note(run.training.epoch, values)
    return answers


def advance_network(config: Config, run: NetworkRun, steps: int) -> int:
    """Up to `steps` updates, in place; how many were made. It pauses where the stop condition is first met."""
    settings, left = settings_now(config, run.task), steps
    run.stopped = False
    if run.failure is not None and not run.failure.ends:
        run.failure = None
    while left > 0 and run.task.trains and run.failure is None and not run.stopped:
        goal = next_look(config, run)
        stretch = min(left, updates_until(run, settings, goal))
        left -= train(run, settings, stretch)
        if run.training.epoch == goal and run.failure is None:
            look(config, run, settings)
    return steps - left


def next_look(config: Config, run: NetworkRun) -> int:
    """The next epoch at which something is written down or a condition is looked at."""
    epoch = run.training.epoch
    due = run.notes.next_after(epoch)
    if config["stop"] == "epochs" and epoch < config["stop_epoch"]:
        due = min(due, config["stop_epoch"])
    return due


def updates_until(run: NetworkRun, settings: Settings, epoch: int) -> int:
    """Updates until `epoch` whole epochs are done."""
    examples, clock = len(run.training.data.x), run.training.clock
    batch = min(settings.batch, examples)
    this_epoch = -(-(examples - int(clock[POSITION])) // batch)
    return this_epoch + (epoch - int(clock[EPOCH]) - 1) * -(-examples // batch)


def look(config: Config, run: NetworkRun, settings: Settings) -> None:
    """At the end of an epoch: take a note where one is due, and see whether to stop."""
    answers = note(run) if run.training.epoch % run.notes.stride == 0 else None
    if not run.met and is_met(config, run, answers):
        run.met = run.stopped = True
    if answers is not None and config["twins"] == 1:
        beware(run, settings)


def beware(run: NetworkRun, settings: Settings) -> None:
    """See whether it failed in a way that was not told yet."""
    found = watch(run.training, settings, run.notes.values[0, : run.notes.count], run.task.first, run.told)
    if found is not None:
        run.failure, run.told = found, run.told | {found.kind}


def is_met(config: Config, run: NetworkRun, answers: Answers | None) -> bool:
    """Whether the stop condition is true now."""
    if config["stop"] == "epochs":
        return bool(run.training.epoch == config["stop_epoch"])
    if config["stop"] == "never" or answers is None:
        return False
    return bool(answers.accuracy == 1.0 if config["stop"] == "accuracy" else answers.loss < config["stop_loss"])


def train(run: NetworkRun, settings: Settings, steps: int) -> int:
    """Up to `steps` updates; fewer where the next one would leave the finite numbers."""
    made = advance_finite(run.training, settings, steps)
    if made < steps:
        run.failure = fatal(run.training, settings, run.task.first)
    return made


def changed_network(old: Config, new: Config, run: NetworkRun, data: Data) -> NetworkRun:
    """The network under live settings and other points: a copy where something of it changes, else the same."""
    changed = old.changed(new)
    fresh = data is not run.task.data
    touched = fresh or "optimizer" in changed or any(key in STOPS for key in changed)
    if not touched and (run.failure is None or not changed):
        return run
    copy = replace(run.clone(), met=False, stopped=False, failure=None)
    if "optimizer" in changed:
        copy.training.learner.m[:], copy.training.learner.v[:] = 0.0, 0.0
    if fresh:
        give_data(copy, task_of(new, data))
    return copy


def give_data(run: NetworkRun, task: Task) -> None:
    """Learn from other points from now on, in the middle of the epoch where they are as many."""
    training, data = run.training, task.data
    x, y = learnable(task.inputs[data.train], data.targets[data.train])
    given = examples_of(x, y, training.kind)
    training.clock[LAID] = 0
    if len(x) == len(training.data.x):
        given = Given(given.x, given.y, training.data.order)
    else:
        training.clock[POSITION] = training.clock[DRAWN] = 0
    run.training = replace(training, data=given, columns=None, laid_for=(0, 0))
    run.task = task


def edited_network(run: NetworkRun, what: str, value: Any) -> NetworkRun:
    """A copy with another weight, value (layer, i, j, number), or another bias, value (layer, j, number)."""
    *place, number = whole_and_number(value, 4 if what == "weight" else 3)
    plan = run.task.plan
    if not 0 <= place[0] < len(plan):
        raise ConfigError(phrase("There is no layer {place}.", place=place[0] + 1))
    row = plan[place[0]]
    sizes = (int(row[N_IN]), int(row[N_OUT])) if what == "weight" else (int(row[N_OUT]),)
    if not all(0 <= at < size for at, size in zip(place[1:], sizes)):
        raise ConfigError(phrase("There is no such {what} in layer {place}.", what=what, place=place[0] + 1))
    copy = replace(run.clone(), met=False, stopped=False, failure=None)
    at = row[WEIGHTS] + place[2] * row[N_IN] + place[1] if what == "weight" else row[BIASES] + place[1]
    copy.training.learner.p[at] = number
    return copy


def loaded_network(run: NetworkRun, twin: Replica) -> NetworkRun:
    """A copy that goes on from what a twin has learned, with its memories, among the same examples."""
    copy = replace(run.clone(), met=False, stopped=False, failure=None)
    learner, count = copy.training.learner, len(twin.p)
    learner.p[:count], learner.m[:count], learner.v[:count] = twin
    return copy


def whole_and_number(value: Any, count: int) -> tuple[Any, ...]:
    """Whole numbers for a place, then the number to put there."""
    try:
        parts = tuple(value)
        places, number = tuple(operator.index(part) for part in parts[:-1]), float(parts[-1])
    except (TypeError, ValueError, OverflowError, IndexError):
        raise ConfigError(phrase("A weight needs its place and a number, not {value}.", value=quote(value))) from None
    if len(parts) != count:
        raise ConfigError(
            phrase("A weight needs its place and a number, {count} in all, not {parts}.", count=count, parts=len(parts))
        )
    if not abs(number) <= LARGEST_WEIGHT:
        raise ConfigError(
            phrase("A weight must be a number from -1,000,000 to 1,000,000, not {parts}.", parts=quote(parts[-1]))
        )
    return (*places, number)
