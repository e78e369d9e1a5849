"""The cone of glances: how far mini-batches of one size point away from the full slope.

Playing trains a 64-64-10 network on the digits, 32 at a time. At rest 100 glances of the size in force are measured
where the network stands, then those of all sizes that were asked for before, so that a place can be compared with an
earlier one; while it plays, a cone is finished at the place where it was begun. A glance is a random choice of
training digits, none twice; glance k of every size begins with the same ones.

Measured cones are a function of the seed, the place and the size, so they are kept beside the state.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import acos

import numpy as np

from sim.config import Config
from sim.draws import Draws
from sim.network_plan import parameter_count
from sim.network_training import Training
from sim.simulations.skier_guard import Guard, guard_of, looked, tried
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import ConeOfBatch, ConePlace, ConeSeen, SkierView
from sim.skier_digits import (
    CHANCE_LOSS,
    NARROW,
    TRAINED,
    Labels,
    begun,
    descent,
    graded,
    parts,
    steps_an_epoch,
    training_size,
)
from sim.skier_slopes import Array, Slopes, direction_of, length, slopes_at

GLANCES = 100
LEARNED = 32
MOST = 10 * steps_an_epoch(LEARNED)
AT_ONCE = 3000
"""Digits that are looked at in one call, about: two milliseconds."""
MOST_PLACES = 40
GLANCED = 8
"""A purpose of `Draws` of its own."""


@dataclass(eq=False)
class Place:
    """Where glances are measured. rows: for each size (cosine, share across with its sign, length) of each glance."""

    step: int
    loss: float
    slopes: Slopes
    rows: dict[int, list[tuple[float, float, float]]] = field(default_factory=dict)

    def finished(self, batch: int) -> bool:
        """Whether a size has all its glances."""
        return len(self.rows.get(batch, ())) >= wanted(batch)


@dataclass(eq=False)
class Measured:
    """place: the latest one. places: what is kept of earlier ones, by step. tried: sizes that were finished."""

    place: Place | None = None
    places: dict[int, ConePlace] = field(default_factory=dict)
    tried: tuple[int, ...] = ()


@dataclass(eq=False)
class Cone:
    """The network on its way."""

    training: Training
    loss: float
    guard: Guard
    memory: Measured = field(default_factory=Measured)

    @property
    def step(self) -> int:
        """Updates so far."""
        return self.training.step

    def copy(self) -> "Cone":
        """A checkpoint."""
        return replace(self, training=self.training.clone())

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return training_size(self.training)


def wanted(batch: int) -> int:
    """How many glances of a size are measured: all of the whole are the same."""
    return GLANCES if batch < TRAINED else 1


@lru_cache(maxsize=GLANCES)
def order_of(seed: int, number: int) -> Labels:
    """The digits of a glance, those of smaller sizes first."""
    return Draws(seed).order(TRAINED, GLANCED, number)


def begin(config: Config) -> Cone:
    """Before training."""
    training = begun(NARROW, config["seed"])
    return Cone(training, graded(training, parts()[0]).loss, guard_of(training))


def step(config: Config, part: Cone) -> bool:
    """One update of 32."""
    if part.step >= MOST:
        return False
    settings, first = descent(config["learning_rate"], LEARNED), CHANCE_LOSS
    part.guard, made = tried(part.guard, part.training, settings)
    if made:
        part.loss = graded(part.training, parts()[0]).loss
        part.guard = looked(part.guard, part.training, settings, (first, part.loss))
    return made


def measure(config: Config, part: Cone, view: SkierView | None, playing: bool) -> bool:
    """Some glances more."""
    memory, batch = part.memory, config["batch"]
    place = memory.place
    elsewhere = place is None or (place.step, place.loss) != (part.step, part.loss)
    if place is None or (elsewhere and (not playing or next_size(memory, place, batch) is None)):
        train = parts()[0]
        slopes = slopes_at(part.training.plan, part.training.parameters, train.x, train.targets)
        memory.place = Place(part.step, part.loss, slopes)
        return True
    size = next_size(memory, place, batch)
    if size is None:
        return False
    glance(config["seed"], place, size)
    if place.finished(size):
        note(memory, place, size)
    return True


def next_size(memory: Measured, place: Place, batch: int) -> int | None:
    """The size to be measured next at a place: the one in force, then those that were asked for before."""
    return next((size for size in (batch, *memory.tried) if not place.finished(size)), None)


def glance(seed: int, place: Place, batch: int) -> None:
    """Measure some glances of a size."""
    rows, full = place.rows.setdefault(batch, []), place.slopes.full
    size = length(full)
    sideways = direction_of(seed, len(full))
    for number in range(len(rows), min(wanted(batch), len(rows) + max(1, AT_ONCE // (batch + 150)))):
        found = place.slopes.glance(order_of(seed, number)[:batch])
        rows.append(arrow(found, full / size, sideways, size))


def arrow(found: Array, along: Array, sideways: Array, size: float) -> tuple[float, float, float]:
    """(cosine, share across with its sign, length in lengths of the full slope)."""
    own = length(found)
    if own == 0.0:
        return 0.0, 0.0, 0.0
    share = float((found * along).sum()) / own
    rest = found - (found * along).sum() * along
    sign = 1.0 if float((rest * sideways).sum()) >= 0.0 else -1.0
    return share, sign * length(rest) / own, own / size


def note(memory: Measured, place: Place, batch: int) -> None:
    """A size is finished."""
    if batch not in memory.tried:
        memory.tried = (*memory.tried, batch)
    batches = tuple(sorted(size for size in place.rows if place.finished(size)))
    cosines = tuple(float(np.mean([row[0] for row in place.rows[size]])) for size in batches)
    epoch = place.step / steps_an_epoch(LEARNED)
    memory.places[place.step] = ConePlace(place.step, epoch, place.loss, batches, cosines)
    if len(memory.places) > MOST_PLACES:
        del memory.places[sorted(memory.places)[len(memory.places) // 2]]


def cone_of(place: Place, batch: int) -> ConeOfBatch:
    """A size as it is shown."""
    table = np.array(place.rows[batch]).T
    cosines, low_high = table[0].copy(), np.quantile(table[0], (0.1, 0.9))
    mean = float(cosines.mean())
    return ConeOfBatch(
        batch=batch, glances=len(cosines), arrows=table[:2].T.copy(), lengths=table[2].copy(), cosines=cosines,
        mean=mean, low=float(low_high[0]), high=float(low_high[1]), opening=acos(min(max(mean, -1.0), 1.0)),
        finished=place.finished(batch),
    )  # fmt: skip


def seen(config: Config, part: Cone) -> ConeSeen:
    """The glances as far as they are measured."""
    memory, batch = part.memory, config["batch"]
    place = memory.place
    cones = () if place is None else tuple(cone_of(place, size) for size in sorted(place.rows) if place.rows[size])
    return ConeSeen(
        batch=batch, all=TRAINED, wanted=wanted(batch), step=part.step, epoch=part.step / steps_an_epoch(LEARNED),
        loss=part.loss, slope=0.0 if place is None else length(place.slopes.full),
        measured_at=None if place is None else place.step,
        cone=next((cone for cone in cones if cone.batch == batch), None), cones=cones,
        places=tuple(memory.places[key] for key in sorted(memory.places)), tried=tuple(sorted(memory.tried)),
        parameters=parameter_count(part.training.plan),
    )  # fmt: skip


CONE = Rules(begin, step, seen, rate=30.0, last=lambda config: MOST, measure=measure)
