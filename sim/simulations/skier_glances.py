"""Who is down first: glances of six sizes, each at its best learning rate, until the training loss is below .1.

A step of the run is an eighth of a pass over the training digits for everybody, so the sizes are compared by what they
look at. The full batch moves once a pass. Seconds are what this computer takes for the updates alone, by the median of
what they took between two looks at the loss: so one that had to wait, or to be compiled, does not count for the rest.
They are measured, and so the only numbers here that another run does not give again.
"""

from collections import deque
from dataclasses import dataclass, field, replace
from functools import partial
from math import isfinite
from statistics import median
from time import perf_counter

import numpy as np

from sim.config import Config
from sim.network_causes import shortened
from sim.network_failure import Failure
from sim.network_training import Training
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.skier_guard import Guard, guard_of, in_steps, looked_at_one, tried_one
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import GlancesSeen, Racer
from sim.skier_digits import NARROW, TRAINED, begun, descent, graded, parts, training_size

TARGET = 0.1
PIECES = 8
"""Steps in a pass."""
MOST_PASSES = 200
BEST_RATES = {1: 0.1, 8: 0.5, 32: 1.0, 128: 1.0, 512: 1.2, TRAINED: 1.4}
"""For each size the rate of fewest passes, of a grid whose neighbours differ by a factor of 1.2 to 1.4, over six seeds:
mean 2.2, 2.3, 3.5, 9.6, 28 and 67 passes. A fifth more loses some of the seeds from 512 on."""
FULL = "full"
KEPT = 101
"""Measurements that count."""


@dataclass(eq=False)
class Cost:
    """What updates of one size take on this computer: seconds of one, as measured again and again."""

    measured: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))

    @property
    def each(self) -> float:
        """Seconds of one."""
        return median(self.measured) if self.measured else 0.0


@dataclass(eq=False)
class Lane:
    """One size on its way. passes, losses: as measured. reached: the passes that it took."""

    batch: int
    training: Training
    passes: list[float]
    losses: list[float]
    reached: float | None = None
    diverged: bool = False
    memory: Cost = field(default_factory=Cost)

    @property
    def updates(self) -> int:
        """So far."""
        return self.training.step

    @property
    def made(self) -> float:
        """Passes so far."""
        return self.updates * self.batch / TRAINED

    @property
    def running(self) -> bool:
        """Whether it has some way to go."""
        return self.reached is None and not self.diverged and self.made < MOST_PASSES

    def copy(self) -> "Lane":
        """A checkpoint."""
        return replace(self, training=self.training.clone(), passes=list(self.passes), losses=list(self.losses))


@dataclass(eq=False)
class Glances:
    """All sizes side by side. step: eighths of a pass."""

    lanes: tuple[Lane, ...]
    guard: Guard
    step: int = 0

    def copy(self) -> "Glances":
        """A checkpoint."""
        return replace(self, lanes=tuple(lane.copy() for lane in self.lanes))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return sum(training_size(lane.training) + 200 * len(lane.losses) for lane in self.lanes)


def key_of(batch: int) -> str:
    """The name of a size."""
    return FULL if batch == TRAINED else str(batch)


KEYS = tuple(key_of(batch) for batch in BEST_RATES)


def begin(config: Config) -> Glances:
    """All at the same place."""
    trainings = [begun(NARROW, config["seed"]) for _ in BEST_RATES]
    loss = graded(trainings[0], parts()[0]).loss
    pairs = zip(BEST_RATES, trainings, strict=True)
    lanes = tuple(Lane(batch, training, [0.0], [loss]) for batch, training in pairs)
    return Glances(lanes, guard_of(trainings[0]))


def step(config: Config, part: Glances) -> bool:
    """An eighth of a pass for everybody who is not down yet."""
    running = [lane for lane in part.lanes if lane.running]
    if not running:
        return False
    part.step += 1
    part.guard = replace(part.guard, failure=None)
    for lane in running:
        move(config, part, lane, part.step * TRAINED // PIECES // lane.batch - lane.updates)
    return True


def move(config: Config, part: Glances, lane: Lane, updates: int) -> None:
    """So many updates, and a look at the loss after them."""
    if updates <= 0:
        return
    settings, named = descent(rate_of(config, lane.batch), lane.batch), partial(failure_in, config, part.step, lane)
    began = perf_counter()
    part.guard, made = tried_one(part.guard, lane.training, settings, updates, named)
    lane.memory.measured.append((perf_counter() - began) / updates)
    loss = graded(lane.training, parts()[0]).loss
    if not made or not isfinite(loss):
        lane.diverged = True
        return
    lane.passes.append(lane.made)
    lane.losses.append(loss)
    part.guard = looked_at_one(part.guard, lane.training, settings, (lane.losses[0], loss), named)
    if loss < TARGET:
        lane.reached = lane.made


def failure_in(config: Config, steps: int, lane: Lane, found: Failure) -> Failure:
    """A failure of a size; all have one share of their best rates, so that is what can be made smaller."""
    change = found.change
    if change is not None:
        change = ("haste", 1.0 if config["haste"] > 1.0 else shortened(change[1] / BEST_RATES[lane.batch]))
    name = phrase("Glance at {count}", count=write_count(lane.batch))
    return replace(in_steps(found, steps), arm=key_of(lane.batch), name=name, change=change)


def rate_of(config: Config, batch: int) -> float:
    """The best rate of a size, times the haste."""
    return float(BEST_RATES[batch] * config["haste"])


def racer_of(config: Config, lane: Lane) -> Racer:
    """A size as it is shown."""
    return Racer(
        key=key_of(lane.batch), batch=lane.batch, rate=rate_of(config, lane.batch), best=BEST_RATES[lane.batch],
        passes=np.array(lane.passes), losses=np.array(lane.losses), updates=lane.updates, passes_made=lane.made,
        reached=lane.reached, seconds=lane.memory.each * lane.updates, each=lane.memory.each, diverged=lane.diverged,
    )  # fmt: skip


def seen(config: Config, part: Glances) -> GlancesSeen:
    """The race as it is shown."""
    return GlancesSeen(
        target=TARGET,
        racers=tuple(racer_of(config, lane) for lane in part.lanes),
        passes=part.step / PIECES,
        finished=arrived(part),
    )


def arrived(part: Glances) -> bool:
    """Whether nobody has some way to go."""
    return not any(lane.running for lane in part.lanes)


GLANCES = Rules(begin, step, seen, rate=100.0, arrived=arrived)
