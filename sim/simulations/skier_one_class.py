"""One class only: a trained network goes on with the digits of a single class, and what becomes of the other nine.

The network, 64-64-10, has made five passes over all training digits. It goes on by Adam (Kingma & Ba 2015), which keeps
its step however small the slope has become; a pass over one class is a few updates of 32. Nothing tells the network to
keep the rest: all classes share its weights. With `mixed` on, all classes are met again.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from sim.config import Config
from sim.digits import CLASSES
from sim.network_failure import place_of
from sim.network_plan import Plan
from sim.network_training import Settings, Training, advance, settings_of
from sim.network_training import begin as begin_training
from sim.simulations.skier_guard import Guard, guard_of, looked, tried
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import OneClassSeen, SkierView, WeightSeen
from sim.skier_digits import (
    LOSS,
    NARROW,
    Array,
    Part,
    begun,
    descent,
    graded,
    part_of,
    parts,
    steps_an_epoch,
    taught,
    training_size,
)
from sim.skier_slopes import cosine, slopes_at

BATCH, PASSES_BEFORE, RATE_BEFORE, PASSES = 32, 5, 0.1, 30


@dataclass(eq=False)
class Agreement:
    """of: the step at which it was measured; cosines (10,); weight: the most contested one."""

    of: int = -1
    cosines: Array | None = None
    weight: WeightSeen | None = None


@dataclass(eq=False)
class OneClass:
    """rows: (pass, test accuracy of each class, of all). mixed: which examples the network has now.

    first_loss: on those of the class, before it goes on; with all of them again it is large at first, and no sign of
    anything.
    """

    chosen: int
    training: Training
    rows: list[tuple[float, Array, float]]
    guard: Guard
    first_loss: float
    mixed: bool = False
    memory: Agreement = field(default_factory=Agreement)

    @property
    def step(self) -> int:
        """Updates so far."""
        return len(self.rows) - 1

    def copy(self) -> "OneClass":
        """A checkpoint."""
        return replace(self, training=self.training.clone(), rows=list(self.rows))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return training_size(self.training) + 300 * len(self.rows)


@lru_cache(maxsize=CLASSES)
def digits_of(chosen: int) -> Part:
    """The training digits of a class."""
    train = parts()[0]
    rows = train.labels == chosen
    return part_of(train.x[rows], train.labels[rows])


@lru_cache(maxsize=4)
def trained(seed: int) -> Array:
    """The parameters of a network that has seen all classes."""
    training = begun(NARROW, seed)
    advance(training, descent(RATE_BEFORE, BATCH), PASSES_BEFORE * steps_an_epoch(BATCH))
    return np.array(training.parameters, np.float64)


def updates_a_pass(chosen: int) -> int:
    """Of one class."""
    return -(-len(digits_of(chosen).x) // BATCH)


def row_of(training: Training, passes: float) -> tuple[float, Array, float]:
    """How each class is doing."""
    test = parts()[1]
    grade = graded(training, test)
    right = (grade.answers == test.labels).astype(np.float64)
    counts = np.bincount(test.labels, minlength=CLASSES)
    return passes, np.bincount(test.labels, right, CLASSES) / counts, grade.accuracy


def begin(config: Config) -> OneClass:
    """The trained network, before it goes on."""
    chosen, seed = config["chosen"], config["seed"]
    only, plan = digits_of(chosen), begun(NARROW, seed).plan
    training = begin_training(plan, LOSS, trained(seed), only.x, only.targets, seed, np.float32)
    return OneClass(chosen, training, [row_of(training, 0.0)], guard_of(training), graded(training, only).loss)


def settings_for(config: Config) -> Settings:
    """What it goes on with."""
    return settings_of("adam", {"learning_rate": config["learning_rate"]}, batch=BATCH)


def step(config: Config, part: OneClass) -> bool:
    """One update."""
    if part.step >= last_step(config):
        return False
    if part.mixed != config["mixed"]:
        part.mixed = config["mixed"]
        met = parts()[0] if part.mixed else digits_of(part.chosen)
        part.training = taught(part.training, met.x, met.targets)
    part.guard, made = tried(part.guard, part.training, settings_for(config))
    if made:
        part.rows.append(row_of(part.training, (part.step + 1) / updates_a_pass(part.chosen)))
        only = digits_of(part.chosen)
        losses = () if part.mixed else (part.first_loss, graded(part.training, only).loss)
        part.guard = looked(part.guard, part.training, settings_for(config), losses)
    return made


def measure(config: Config, part: OneClass, view: SkierView | None, playing: bool) -> bool:
    """The slopes of all classes, side by side."""
    if part.memory.of == part.step:
        return False
    train = parts()[0]
    slopes = slopes_at(part.training.plan, part.training.parameters, train.x, train.targets)
    each = np.array([slopes.glance(np.flatnonzero(train.labels == label)) for label in range(CLASSES)])
    part.memory.cosines = np.array([cosine(each[part.chosen], other) for other in each])
    part.memory.weight = most_contested(part.training.plan, each)
    part.memory.of = part.step
    return True


def most_contested(plan: Plan, slopes: Array) -> WeightSeen:
    """Of slopes (classes, parameters) the one whose raise most helps one class while it hurts another."""
    raises, lowers = slopes.max(axis=0), slopes.min(axis=0)
    moved = (raises > 0.0) | (lowers < 0.0)
    contested = float(((raises > 0.0) & (lowers < 0.0))[moved].mean()) if moved.any() else 0.0
    at = int(np.minimum(raises, -lowers).argmax())
    kind, layer, *places = place_of(plan, at)
    source, unit = (int(places[0]), int(places[1])) if kind == "weight" else (None, int(places[0]))
    return WeightSeen(int(layer) + 1, source, unit, slopes[:, at].copy(), contested)


def seen(config: Config, part: OneClass) -> OneClassSeen:
    """The classes as they are shown."""
    before, (_, now, accuracy) = part.rows[0][1], part.rows[-1]
    others = np.delete(now, part.chosen)
    return OneClassSeen(
        chosen=part.chosen, mixed=config["mixed"], passes=np.array([row[0] for row in part.rows]),
        curves=np.array([row[1] for row in part.rows]), before=before.copy(), now=now.copy(),
        test_counts=np.bincount(parts()[1].labels, minlength=CLASSES), others=float(others.mean()),
        lowest=int((others < 0.05).sum()), accuracy=accuracy,
        agreement=None if part.memory.cosines is None else part.memory.cosines.copy(),
        weight=part.memory.weight, finished=part.step >= last_step(config),
    )  # fmt: skip


def last_step(config: Config) -> int:
    """When it has gone on long enough; with all classes again it may go on once more."""
    return (2 * PASSES if config["mixed"] else PASSES) * updates_a_pass(config["chosen"])


ONE_CLASS = Rules(begin, step, seen, rate=40.0, last=last_step, measure=measure)
