"""The skier in the fog, on the landscape of a real network: 64-64-10, the digits, a glance at every step.

Where the full slope points down and where the next glance does is measured for the step at which the network stands; in
the plane that is drawn they are arrows, shorter the more of them points out of it. The landscape itself is made by
`sim.landscape_watch`.
"""

from dataclasses import dataclass, replace
from math import acos, hypot

import numpy as np

from sim.config import Config
from sim.landscape_watch import LandscapeWatch
from sim.network_training import Training
from sim.simulations.skier_guard import Guard, guard_of, looked, tried
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import FogSeen, GlanceArrow, SkierView
from sim.skier_digits import LOSS, NARROW, Grade, begun, descent, graded, next_rows, parts, training_size
from sim.skier_slopes import Array, cosine, slopes_at

MOST = 3000
"""Updates in a run: all losses are shown."""


@dataclass(frozen=True, eq=False)
class Look:
    """The full slope and the next glance, both as gradients, at a place: (step, loss, batch, rate, momentum)."""

    of: tuple[float, ...]
    full: Array
    glance: Array


@dataclass(eq=False)
class Sight:
    """What was found beside the run."""

    watch: LandscapeWatch
    look: Look | None = None


@dataclass(eq=False)
class Fog:
    """losses: after every update. grade: how it stands on the training digits; tested: on the test digits."""

    training: Training
    losses: list[float]
    grade: Grade
    tested: float
    guard: Guard
    memory: Sight

    @property
    def step(self) -> int:
        """Updates so far."""
        return len(self.losses) - 1

    def copy(self) -> "Fog":
        """A checkpoint."""
        return replace(self, training=self.training.clone(), losses=list(self.losses))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return training_size(self.training) + 32 * len(self.losses) + self.grade.answers.nbytes


def begin(config: Config) -> Fog:
    """Before the first step."""
    training = begun(NARROW, config["seed"])
    train, test = parts()
    grade = graded(training, train)
    watch = LandscapeWatch(training.plan, LOSS, train.x, train.targets)
    watch.remember(0, training.parameters)
    return Fog(training, [grade.loss], grade, graded(training, test).accuracy, guard_of(training), Sight(watch))


def step(config: Config, part: Fog) -> bool:
    """One update; none beyond the finite numbers."""
    training, (train, test) = part.training, parts()
    settings = descent(config["learning_rate"], config["batch"], config["momentum"])
    part.guard, made = tried(part.guard, training, settings)
    if not made:
        return False
    part.grade, part.tested = graded(training, train), graded(training, test).accuracy
    part.losses.append(part.grade.loss)
    part.guard = looked(part.guard, training, settings, (part.losses[0], part.losses[-1]))
    part.memory.watch.remember(part.step, part.training.parameters)
    return True


def measure(config: Config, part: Fog, view: SkierView | None, playing: bool) -> bool:
    """The full slope and the next glance first, then some of the landscape."""
    if look(config, part):
        return True
    if view is None:
        return False
    return part.memory.watch.work(part.step, part.training.parameters, view.landscape, playing)


def look(config: Config, part: Fog) -> bool:
    """The full slope and the next glance where the network stands; False where they are known."""
    of: tuple[float, ...] = (
        part.step, part.losses[-1], config["batch"], config["learning_rate"], config["momentum"],
    )  # fmt: skip
    if part.memory.look is not None and part.memory.look.of == of:
        return False
    train, training = parts()[0], part.training
    slopes = slopes_at(training.plan, training.parameters, train.x, train.targets)
    rows = next_rows(training, descent(config["learning_rate"], config["batch"]))
    part.memory.look = Look(of, slopes.full, slopes.glance(rows))
    return True


def arrow(sight: Sight, gradient: Array) -> GlanceArrow | None:
    """The way down a gradient in the plane that is shown; None where there is no plane yet."""
    shadow = sight.watch.shadow(-gradient)
    if shadow is None:
        return None
    along, across, share = shadow
    size = hypot(along, across) or 1.0
    return GlanceArrow(along / size, across / size, share)


def seen(config: Config, part: Fog) -> FogSeen:
    """The skier as he is shown."""
    sight, found = part.memory, part.memory.look
    agreed = 1.0 if found is None else cosine(found.full, found.glance)
    return FogSeen(
        landscape=sight.watch.seen(part.step, part.training.parameters), fog=config["fog"], radius=config["radius"],
        batch=config["batch"], rate=config["learning_rate"],
        downhill=None if found is None else arrow(sight, found.full),
        glance=None if found is None else arrow(sight, found.glance), cosine=agreed,
        opening=acos(min(max(agreed, -1.0), 1.0)), loss=part.losses[-1], accuracy=part.grade.accuracy,
        test_accuracy=part.tested, losses=np.array(part.losses),
    )  # fmt: skip


FOG = Rules(begin, step, seen, rate=30.0, last=lambda config: MOST, measure=measure)
