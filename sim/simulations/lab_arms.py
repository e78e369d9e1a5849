"""The arms of the lab: networks that learn side by side, one update each in a step.

All begin from the same weights with the same seed, so as long as their batches are of one size they meet the same
examples in the same order, and dropout draws the same masks for those that have the same rate. Where an update would
leave the finite numbers, all arms stay at the step before it.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.dropout_draws import batch_met
from sim.lab_marks import Marks, marks_of
from sim.lab_notes import LabNotes
from sim.network_failure import Failure, fatal, memory_of, recall, watch
from sim.network_kernels import EPOCH, POSITION
from sim.network_training import Settings, Training, advance, begin, steps_per_epoch
from sim.simulations.lab_task import Task, settings_for

Whole = NDArray[np.int64]
Told = tuple[str, str]
"""An arm, and a kind of failure."""


@dataclass(eq=False)
class Arm:
    """Changed in place; `clone` makes a copy that can be continued by itself.

    used: the settings of the batch just trained. since: the step at which its settings changed last. calm: its training
    loss when the penalties were last 0.
    """

    key: str
    training: Training
    notes: LabNotes = field(default_factory=LabNotes)
    used: Settings | None = None
    since: int = 0
    calm: float = np.nan

    def clone(self) -> "Arm":
        """What an update changes is copied."""
        return replace(self, training=self.training.clone(), notes=self.notes.clone())

    @property
    def rows(self) -> Whole:
        """The examples of the batch just trained, by number."""
        return batch_met(self.training)


@dataclass(frozen=True)
class Standing:
    """How an arm does: mean losses without the penalties, the penalties, shares of right answers."""

    loss: float
    test_loss: float
    penalty_l1: float
    penalty_l2: float
    accuracy: float
    test_accuracy: float

    @property
    def values(self) -> tuple[float, ...]:
        """In the order of `sim.lab_notes`."""
        return (
            self.loss, self.test_loss, self.penalty_l1, self.penalty_l2, self.accuracy, self.test_accuracy,
        )  # fmt: skip


def first_arm(config: Config, task: Task, key: str) -> Arm:
    """An arm before its first update."""
    training = begin(task.plan, task.loss, task.first, task.examples.x, task.y, config["seed"], np.float32)
    arm = Arm(key, training)
    note(task, arm, settings_for(config, key))
    return arm


def penalties_of(task: Task, parameters: NDArray[Any], settings: Settings) -> tuple[float, float]:
    """What both penalties add to the loss, by L1 and by L2."""
    if not settings.l1 and not settings.l2:
        return 0.0, 0.0
    weights = parameters[task.weighed].astype(np.float64)
    with np.errstate(all="ignore"):
        return float(settings.l1 * np.abs(weights).sum()), float(settings.l2 / 2.0 * np.square(weights).sum())


def standing_of(task: Task, parameters: NDArray[Any], settings: Settings, marks: Marks | None = None) -> Standing:
    """How an arm with these parameters does on the examples and on the test."""
    found = marks_of(task.gauge, parameters) if marks is None else marks
    count, told = task.count, not task.examples.classes
    with np.errstate(all="ignore"):
        losses = float(found.losses[:count].mean()), float(found.losses[count:].mean())
    shares = (np.nan, np.nan) if told else (float(found.right[:count].mean()), float(found.right[count:].mean()))
    return Standing(*losses, *penalties_of(task, parameters, settings), *shares)


def note(task: Task, arm: Arm, settings: Settings) -> None:
    """Write down how the arm does."""
    training = arm.training
    arm.notes.note(training.epoch, training.step, standing_of(task, training.parameters, settings).values)


def updates_until(arm: Arm, settings: Settings, epoch: int) -> int:
    """Updates until `epoch` whole epochs are done."""
    examples, clock = len(arm.training.data.x), arm.training.clock
    batch = min(settings.batch, examples)
    this_epoch = -(-(examples - int(clock[POSITION])) // batch)
    return this_epoch + (epoch - int(clock[EPOCH]) - 1) * -(-examples // batch)


def advance_arms(
    config: Config, task: Task, arms: tuple[Arm, ...], steps: int, told: frozenset[Told]
) -> tuple[int, Failure | None]:  # fmt: skip
    """Up to `steps` updates of every arm, in place; how many were made, and what failed then that was not told yet."""
    left, failure = steps, None
    settings = {arm.key: settings_for(config, arm.key) for arm in arms}
    while left > 0 and failure is None:
        due = min(updates_until(arm, settings[arm.key], arm.notes.next_after(arm.training.epoch)) for arm in arms)
        made, fatal_arm = together(arms, settings, min(left, due))
        left -= made
        failures = [look(task, arm, settings[arm.key], told) for arm in arms if is_due(arm)]
        failure = next((found for found in failures if found is not None), None)
        if fatal_arm is not None:
            failure = fatal(fatal_arm.training, settings[fatal_arm.key], task.first).of_arm(fatal_arm.key)
    return steps - left, failure


def is_due(arm: Arm) -> bool:
    """Whether a note is to be taken."""
    epoch, whole = arm.training.epoch, not arm.training.clock[POSITION]
    return bool(whole and epoch > arm.notes.last and epoch % arm.notes.stride == 0)


def look(task: Task, arm: Arm, settings: Settings, told: frozenset[Told]) -> Failure | None:
    """Take a note, and see whether the arm failed in a way that was not told yet."""
    note(task, arm, settings)
    known = {kind for key, kind in told if key == arm.key}
    found = watch(arm.training, settings, arm.notes.values[0, : arm.notes.count], task.first, known)
    return None if found is None else found.of_arm(arm.key)


def together(arms: tuple[Arm, ...], settings: dict[str, Settings], steps: int) -> tuple[int, Arm | None]:
    """`steps` updates of every arm; all stay before the first fatal one. How many were made, and whose it is."""
    kept = [memory_of(arm.training) for arm in arms]
    first = arms[0].training.step
    for arm in arms:
        advance(arm.training, settings[arm.key], steps)
    ends = [arm.training.ended for arm in arms]
    known = [end for end in ends if end is not None]
    if known:
        steps = min(known) - first
        for arm, memory in zip(arms, kept, strict=True):
            recall(arm.training, memory)
            advance(arm.training, settings[arm.key], steps)
    for arm in arms:
        arm.used = settings[arm.key] if steps else arm.used
    return steps, arms[ends.index(min(known))] if known else None


def changed_arm(old: Config, new: Config, task: Task, arm: Arm) -> Arm:
    """The arm under other live settings: a copy where something of it changes, else the same."""
    before, after = settings_for(old, arm.key), settings_for(new, arm.key)
    if before == after:
        return arm
    priced, was = bool(after.l1 or after.l2), bool(before.l1 or before.l2)
    if arm.since == arm.training.step and priced == was and before.optimizer == after.optimizer:
        return arm
    own = arm.clone()
    own.since = own.training.step
    if priced != was:
        own.calm = standing_of(task, own.training.parameters, before).loss if priced else np.nan
    if before.optimizer != after.optimizer:
        own.training.learner.m[:], own.training.learner.v[:] = 0.0, 0.0
    return own


def has_run(arm: Arm, settings: Settings) -> bool:
    """Whether it made a whole epoch with its settings."""
    return arm.training.step - arm.since >= steps_per_epoch(len(arm.training.data.x), settings.batch)
