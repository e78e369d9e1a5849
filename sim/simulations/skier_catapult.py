"""Thrown out: a learning rate against 2 / curvature, in a half-pipe, in a bowl, and on the landscape of the digits.

Pipe and bowl are quadratic across, so the bound is exact: 50 x^2 - y, from (1, 0), bends by 100, x^2 / 2 by 1. The
digits are learned with all of them at every step, so that nothing but the rate can throw the network out; its
curvature is measured where it stands (`sim.skier_bend`), and changes as it goes. How high a network is thrown depends
on its first weights: at rate 3 the loss of 36 of them peaked between 3 and 38, and all but four ended within 0.1 of
ln 10. Those taken here were chosen for a jump that is plain to see: 8 to 15 for the seeds 0 to 5.

A step that leaves the finite numbers is not made: the run ends on the last finite one.
"""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from math import isfinite

import numpy as np

from sim.config import Config
from sim.network_training import Training
from sim.simulations.skier_config import LAST
from sim.simulations.skier_guard import Guard, guard_of, looked, tried
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import CatapultSeen, SkierView
from sim.skier_bend import Bend, largest_curvature
from sim.skier_digits import CHANCE_LOSS, NARROW, TRAINED, Grade, begun, descent, graded, parts, training_size
from sim.stability import bound

PIPE, BOWL, DIGITS = "pipe", "bowl", "digits"
CURVATURE = {PIPE: 100.0, BOWL: 1.0}
FIRST = {PIPE: (1.0, 0.0), BOWL: (1.0, 0.0)}
FIRST_WEIGHTS = 1
"""Which of the networks of a seed is taken."""


@dataclass(eq=False)
class Measured:
    """The curvature as it is measured at a place of the digits. of: (step, loss) there; work: what goes on with it."""

    of: tuple[int, float] | None = None
    estimates: list[float] = field(default_factory=list)
    work: Generator[float] | None = None
    done: tuple[int, tuple[float, ...]] | None = None


@dataclass(eq=False)
class Catapult:
    """path: (x, y) of pipe and bowl after every step. grade, guard: of the digits, None on other ground.

    left: the step that leaves the finite numbers.
    """

    ground: str
    losses: list[float]
    rates: list[float] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    training: Training | None = None
    grade: Grade | None = None
    left: int | None = None
    guard: Guard | None = None
    memory: Measured = field(default_factory=Measured)

    @property
    def step(self) -> int:
        """Steps so far."""
        return len(self.losses) - 1

    def copy(self) -> "Catapult":
        """A checkpoint."""
        training = None if self.training is None else self.training.clone()
        return replace(
            self, losses=list(self.losses), rates=list(self.rates), path=list(self.path), training=training
        )  # fmt: skip

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return 200 * len(self.losses) + 1000 + (0 if self.training is None else training_size(self.training))


def height(ground: str, x: float, y: float) -> float:
    """Of pipe and bowl."""
    return 50.0 * x * x - y if ground == PIPE else 0.5 * x * x


def slope(ground: str, x: float, y: float) -> tuple[float, float]:
    """The gradient of pipe and bowl."""
    return (100.0 * x, -1.0) if ground == PIPE else (x, 0.0)


def rate_of(config: Config) -> float:
    """The learning rate of the ground."""
    key = {PIPE: "pipe_rate", BOWL: "bowl_rate"}.get(config["ground"], "learning_rate")
    return float(config[key])


def begin(config: Config) -> Catapult:
    """At the start of the ground."""
    ground = config["ground"]
    if ground != DIGITS:
        return Catapult(ground, [height(ground, *FIRST[ground])], path=[FIRST[ground]])
    training = begun(NARROW, config["seed"], FIRST_WEIGHTS)
    grade = graded(training, parts()[0])
    return Catapult(ground, [grade.loss], training=training, grade=grade, guard=guard_of(training))


def step(config: Config, part: Catapult) -> bool:
    """One step of gradient descent; none beyond the finite numbers."""
    part.left = None
    made = slid(config, part) if part.training is None else learned(config, part, part.training)
    if made:
        part.rates.append(rate_of(config))
    else:
        part.left = part.step + 1
    return made


def slid(config: Config, part: Catapult) -> bool:
    """A step in pipe or bowl."""
    rate, (x, y) = rate_of(config), part.path[-1]
    by_x, by_y = slope(part.ground, x, y)
    x, y = x - rate * by_x, y - rate * by_y
    found = height(part.ground, x, y)
    if not isfinite(found):
        return False
    part.path.append((x, y))
    part.losses.append(found)
    return True


def learned(config: Config, part: Catapult, training: Training) -> bool:
    """A step on the digits."""
    settings = descent(rate_of(config), TRAINED, config["momentum"])
    guard, made = tried(guard_of(training) if part.guard is None else part.guard, training, settings)
    if made:
        part.grade = graded(training, parts()[0])
        part.losses.append(part.grade.loss)
        guard = looked(guard, training, settings, (part.losses[0], part.losses[-1]))
    part.guard = guard
    return made


def measure(config: Config, part: Catapult, view: SkierView | None, playing: bool) -> bool:
    """One product with the Hessian more; while it plays, at the place where the first was made."""
    training, found, here = part.training, part.memory, (part.step, part.losses[-1])
    if training is None or (found.of == here and found.work is None):
        return False
    if found.of != here and (found.work is None or not playing):
        train = parts()[0]
        bend = Bend(training.plan, training.parameters, train.x, train.targets)
        found.of, found.estimates, found.work = here, [], largest_curvature(bend, config["seed"])
    return go_on(found)


def go_on(found: Measured) -> bool:
    """One estimate more; after the last one it is written down."""
    if found.work is None or found.of is None:
        return False
    estimate = next(found.work, None)
    if estimate is None:
        found.work, found.done = None, (found.of[0], tuple(found.estimates))
    else:
        found.estimates.append(estimate)
    return True


def curvature_of(part: Catapult) -> tuple[float | None, int | None, tuple[float, ...]]:
    """(curvature, the step it was measured at, the estimates on the way)."""
    if part.ground in CURVATURE:
        return CURVATURE[part.ground], part.step, (CURVATURE[part.ground],)
    found, done = part.memory, part.memory.done
    if found.of == (part.step, part.losses[-1]) and found.estimates and found.work is not None:
        return found.estimates[-1], found.of[0], tuple(found.estimates)
    return (done[1][-1], done[0], done[1]) if done is not None else (None, None, ())


def seen(config: Config, part: Catapult) -> CatapultSeen:
    """The ground as it is shown."""
    curvature, measured_at, iterations = curvature_of(part)
    digits, losses = part.grade, np.array(part.losses)
    momentum = config["momentum"] if digits is not None else 0.0
    limit = None if curvature is None else bound("momentum", (0.0, momentum), curvature)
    peak = int(losses.argmax())
    return CatapultSeen(
        ground=part.ground, rate=rate_of(config), curvature=curvature, measured_at=measured_at, bound=limit,
        exact=digits is None, iterations=np.array(iterations), path=np.array(part.path) if digits is None else None,
        losses=losses, rates=np.array(part.rates), start=float(losses[0]), peak=float(losses[peak]), peak_step=peak,
        accuracy=None if digits is None else digits.accuracy, dead_share=None if digits is None else digits.dead,
        chance_loss=None if digits is None else CHANCE_LOSS, left=part.left, last=LAST[part.ground],
    )  # fmt: skip


CATAPULT = Rules(begin, step, seen, rate=40.0, last=lambda config: LAST[config["ground"]], measure=measure)
