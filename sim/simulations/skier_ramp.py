"""Loading momentum: too much of it too early carries a network past everything, a ramp less so.

Six ways, all from the same first weights over the same batches of 32: a 64-64-64-10 network, ten passes over the
training digits. The rate is live and the same for all. The first that fails is told of; the others go on.
"""

from dataclasses import dataclass, replace
from functools import partial
from math import isfinite

import numpy as np

from sim.config import Config
from sim.network_causes import TENTH, shortened
from sim.network_failure import Failure
from sim.network_training import Settings, Training, settings_of
from sim.phrases import phrase
from sim.schedules import DRAWN, drawn_caps
from sim.simulations.skier_guard import Guard, guard_of, looked_at_one, tried_one
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import RampArm, RampSeen
from sim.skier_digits import DEEP, begun, descent, graded, parts, steps_an_epoch, training_size

BATCH, PASSES, EVERY = 32, 10, 10
MOST = PASSES * steps_an_epoch(BATCH)


@dataclass(frozen=True)
class Way:
    """A way of loading momentum: the highest, and a drawn curve of it where it is not constant."""

    key: str
    title: str
    about: str
    momentum: float
    curve: str = ""


WAYS: dict[str, Way] = {
    way.key: way
    for way in (
        Way("none", "None", "Plain descent.", 0.0),
        Way("half", "0.5", "Half of every step is kept.", 0.5),
        Way("nine", "0.9", "Nine tenths are kept, from the first step on.", 0.9),
        Way("warm", "0.5, then 0.9", "Half for 80 updates, then nine tenths.", 0.9, "0:0.5 79:0.5 80:0.9"),
        Way("heavy", "0.99", "Nearly everything is kept, from the first step on.", 0.99),
        Way("ramp", "0.5 up to 0.99", "The same in the end, loaded over 200 updates.", 0.99, "0:0.5 200:0.99"),
    )
}


@dataclass(eq=False)
class Arm:
    """rows: (step, training loss, test accuracy) as measured."""

    key: str
    training: Training
    rows: list[tuple[int, float, float]]
    diverged: bool = False

    def copy(self) -> "Arm":
        """A checkpoint."""
        return replace(self, training=self.training.clone(), rows=list(self.rows))


@dataclass(eq=False)
class Ramp:
    """All arms at one step."""

    arms: tuple[Arm, ...]
    guard: Guard
    step: int = 0

    def copy(self) -> "Ramp":
        """A checkpoint."""
        return replace(self, arms=tuple(arm.copy() for arm in self.arms))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return sum(training_size(arm.training) + 150 * len(arm.rows) for arm in self.arms)


def begin(config: Config) -> Ramp:
    """All arms before their first step."""
    train, test = parts()
    first = begun(DEEP, config["seed"])
    row = 0, graded(first, train).loss, graded(first, test).accuracy
    return Ramp(tuple(Arm(key, first.clone(), [row]) for key in WAYS), guard_of(first))


def settings_for(config: Config, way: Way) -> Settings:
    """What an arm learns with."""
    if not way.curve:
        return descent(config["learning_rate"], BATCH, way.momentum)
    hyper = {"learning_rate": config["learning_rate"], "momentum": way.momentum}
    return settings_of("momentum", hyper, batch=BATCH, schedule=DRAWN, curve=way.curve)


def step(config: Config, part: Ramp) -> bool:
    """One update of every arm."""
    if part.step >= MOST:
        return False
    part.step += 1
    part.guard = replace(part.guard, failure=None)
    for place, arm in enumerate(part.arms):
        if not arm.diverged:
            settings, named = settings_for(config, WAYS[arm.key]), partial(failure_in, arm)
            part.guard, made = tried_one(part.guard, arm.training, settings, 1, named)
            arm.diverged = not made
            if made and ((part.step + place) % EVERY == 0 or part.step == MOST):
                look(arm, part.step)
                losses = arm.rows[0][1], arm.rows[-1][1]
                part.guard = looked_at_one(part.guard, arm.training, settings, losses, named)
    return True


def failure_in(arm: Arm, found: Failure) -> Failure:
    """A failure of an arm, whose momentum is what it is: only the rate of all can be set."""
    rate, change = found.facts[0][1], found.change
    if change is not None and change[0] != "learning_rate":
        change = "learning_rate", shortened(TENTH * rate)
    return replace(found, arm=arm.key, name=phrase("Momentum {title}", title=WAYS[arm.key].title), change=change)


def look(arm: Arm, at: int) -> None:
    """Write down how an arm is doing."""
    train, test = parts()
    grade = graded(arm.training, train)
    if not isfinite(grade.loss):
        arm.diverged = True
        return
    arm.rows.append((at, grade.loss, graded(arm.training, test).accuracy))


def momenta(way: Way) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The momentum of every update."""
    return np.array(drawn_caps(way.curve, MOST)) if way.curve else np.full(MOST, way.momentum)


def arm_seen(arm: Arm, at: int) -> RampArm:
    """An arm as it is shown."""
    way, table = WAYS[arm.key], np.array(arm.rows).T.copy()
    course = momenta(way)
    return RampArm(
        key=arm.key, title=way.title, about=way.about, momentum=float(course[min(at, MOST - 1)]), momenta=course,
        steps=table[0], losses=table[1], accuracies=table[2], diverged=arm.diverged,
    )  # fmt: skip


def seen(config: Config, part: Ramp) -> RampSeen:
    """The race of the arms."""
    an_epoch = steps_an_epoch(BATCH)
    arms = tuple(arm_seen(arm, part.step) for arm in part.arms)
    return RampSeen(config["learning_rate"], part.step / an_epoch, an_epoch, arms, part.step >= MOST)


RAMP = Rules(begin, step, seen, rate=120.0, last=lambda config: MOST)
