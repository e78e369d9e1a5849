"""Why a racer flew off: an air-accident report with the step, the coordinate, the cause and one change that helps.

A racer's race ends before the first step after which any of its numbers (position, memory, gradient, loss) is not
finite, and before the step with which it goes away for good: more than AWAY domain diagonals (or as many times the
distance of its start) from the middle of the domain, and never nearer again. Farther out nothing can be seen, and a
learner who waits for infinity waits for nothing. Only who falls where there is no floor may go on until the kernel
stops it, because falling is no accident. `flight_of` then tells four causes apart:

* "undefined": the formula has no value where the racer stepped, as the logarithm of a negative number;
* "overflow": a number became too large for the computer although the racer was near;
* "no floor": the surface falls without end, and the racer fell;
* "overshoot": its steps grew longer and longer.

For the three methods with a fixed rate an overshoot is measured against the stability bound of the method itself
(`sim.stability.bound`), with the momentum that the schedule allowed at that step. The curvature L in it is that of the
place, among the positions recorded before the racer left the domain, where the rate was farthest above the bound: at
constant momentum the largest eigenvalue of the Hessian it met there. If no place inside was that curved, the positions
outside count as well. A place of negative curvature sets no bound.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.numerals import write_fixed, write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.simulations.race_kernels import GX, GY, LOSS, PX, PY, X, Y
from sim.stability import bends, bound, eigenvalues
from sim.surface import Surface

Array = NDArray[np.float64]

AWAY = 10.0
"""A racer is gone when it is this many domain diagonals away and does not come back."""
BELOW = 0.9
"""The suggested share of the bound."""
TENTH = 0.1
"""The suggested share of a rate that has no bound."""
MODERATE = 1e100
"""Losses up to here are not on their way to an overflow."""
SAMPLES = 129
NET = 41
THOUSAND, BILLION = 1e3, 1e9
BOUNDS = {
    "sgd": "2/\u2060L",
    "momentum": "2(1\u00a0+\u00a0μ)/\u2060L",
    "nesterov": "2(1\u00a0+\u00a0μ)/\u2060((1\u00a0+\u00a02μ)L)",
}
"""The bounds in letters. A line may not break inside them, so spaces are no-break and a joiner follows the slash."""


@dataclass(frozen=True)
class Flight:
    """How one racer flew off. `step` is the first step that cannot be shown, `last_finite` the one before it.

    axis: 0 or 1, the coordinate, with its name. rate: the learning rate in use. bound: the stability bound of the
    method where it was exceeded, None where there is none. change: the one suggested setting (key, value), with
    `advice` as its words; None where no setting helps.
    """

    key: str
    step: int
    axis: int
    axis_name: str
    kind: str
    sentence: str
    rate: float
    bound: float | None
    last_finite: int
    advice: str = ""
    change: tuple[str, float | int] | None = None

    @property
    def wanted(self) -> float:
        """The learning rate to suggest: a little below the bound, or a tenth where there is none."""
        return BELOW * self.bound if self.bound is not None and self.bound < self.rate else TENTH * self.rate


@dataclass(frozen=True)
class Excess:
    """The place where a rate was farthest above its bound: the step, the curvature there, and the bound."""

    step: int
    curvature: float
    bound: float


def last_shown(surface: Surface, records: Array, ends: NDArray[np.int64]) -> list[int]:
    """The last step of each racer that can be shown; the last of all where it did not fly off.

    records (racers, steps + 1, COLUMNS), ends: the last step of each that the kernel found within its limit.
    """
    steps = records.shape[1] - 1
    number = np.arange(steps + 1)
    seen = number <= np.minimum(ends + 1, steps)[:, np.newaxis]
    with np.errstate(all="ignore"):
        broken = seen & ~np.isfinite(records).all(axis=2)
        away = seen & (distance(surface, records) > reach(surface, records)[:, np.newaxis])
    whole = np.where(broken.any(axis=1), broken.argmax(axis=1), np.minimum(ends, steps) + 1)
    home = np.where(~away & (number < whole[:, np.newaxis]), number, 0).max(axis=1, initial=0)
    found = zip(records, whole.tolist(), home.tolist(), strict=True)
    return [last_of(surface, racer, finite - 1, near) for racer, finite, near in found]


def last_of(surface: Surface, racer: Array, last: int, home: int) -> int:
    """`last_shown` of one racer: its last finite step within the limit, or the last one near by if it flew away."""
    if last <= home or fell(surface, racer, home + 1):
        return max(last, 0)
    return home


def distance(surface: Surface, records: Array) -> Array:
    """How far each row of records is from the middle of the domain, in the farther coordinate."""
    x0, x1, y0, y1 = surface.domain
    across: Array = np.maximum(np.abs(records[..., X] - (x0 + x1) / 2), np.abs(records[..., Y] - (y0 + y1) / 2))
    return across


def reach(surface: Surface, records: Array) -> Array:
    """How far each racer may go from the middle."""
    return AWAY * np.maximum(surface.diagonal, distance(surface, records[:, 0]))


def flight_of(surface: Surface, key: str, records: Array, end: int, hyper: Array, constants: Array) -> Flight:
    """The report on a racer whose last step to be shown is `end`.

    records (steps + 1, COLUMNS), hyper (4,), constants (steps, 3).
    """
    fatal = records[min(end + 1, len(records) - 1)]
    kind, axis = kind_of(surface, records, end, fatal), axis_of(records[end], fatal)
    excess = excess_of(surface, key, records, end, hyper, constants) if kind == "overshoot" else None
    name = surface.axis_names[axis]
    sentence = SENTENCES[kind](surface, key, records, end, name, float(hyper[0]), excess)
    limit = excess.bound if excess is not None else None
    return Flight(key, fatal_step(records, end), axis, name, kind, sentence, float(hyper[0]), limit, end)


def fatal_step(records: Array, end: int) -> int:
    """The first step that cannot be shown: 0 where not even the start can."""
    return end if end == 0 and not np.isfinite(records[0]).all() else end + 1


def kind_of(surface: Surface, records: Array, end: int, fatal: Array) -> str:
    """Which of the four it was. `fatal`: the row of records after the last that can be shown."""
    if not np.isfinite(records[0, LOSS]):
        return "undefined" if np.isnan(records[0, LOSS]) else "overflow"
    here, asked, there = records[end, X : Y + 1], fatal[PX : PY + 1], fatal[X : Y + 1]
    if np.isnan(fatal[GX : GY + 1]).any() and np.isfinite(asked).all():
        return lost_value(surface, here, asked)
    if np.isnan(fatal[LOSS]) and np.isfinite(there).all():
        return lost_value(surface, here, there)
    if fell(surface, records, end):
        return "no floor"
    if np.isfinite(there).all() and not np.isfinite(fatal).all():
        return "overflow"
    return "overshoot"


def lost_value(surface: Surface, here: Array, there: Array) -> str:
    """Between `here`, where there is a value, and `there`, where there is none: did it end, or grow too large?"""
    for _ in range(3):
        share = np.linspace(0.0, 1.0, SAMPLES)[:, np.newaxis]
        points = here + share * (there - here)
        losses = surface.losses(points[:, 0], points[:, 1])
        lost = np.flatnonzero(~np.isfinite(losses))
        if not len(lost) or lost[0] == 0:
            break
        here, there = points[lost[0] - 1], points[lost[0]]
    last = surface.losses(here[:1], here[1:])[0]
    return "undefined" if abs(last) < MODERATE else "overflow"


def fell(surface: Surface, records: Array, end: int) -> bool:
    """Whether it was lower at its end than anywhere in the domain, and than where it began."""
    loss = float(records[end, LOSS])
    return loss < float(records[0, LOSS]) and loss < lowest(surface)


@lru_cache(maxsize=64)
def lowest(surface: Surface) -> float:
    """The lowest loss known in the domain: of its minima and of a net over it. Infinite where no loss is a number."""
    x0, x1, y0, y1 = surface.domain
    net = surface.losses(*np.meshgrid(np.linspace(x0, x1, NET), np.linspace(y0, y1, NET)))
    return float(
        min([np.min(net, where=np.isfinite(net), initial=np.inf), *(surface.loss(*p) for p in surface.minima)])
    )


def axis_of(before: Array, fatal: Array) -> int:
    """The coordinate that failed: the first that is not finite, else the one that moved farther."""
    for slot in (GX, X):
        finite = np.isfinite(fatal[slot : slot + 2])
        if not finite.all():
            return int(np.argmin(finite))
    moved = np.abs(fatal[X : Y + 1] - before[X : Y + 1])
    return int(np.argmax(moved))


def excess_of(surface: Surface, key: str, records: Array, end: int, hyper: Array, constants: Array) -> Excess | None:
    """Where the rate was farthest above the bound of its method; None where it never was, or has no bound."""
    if key not in BOUNDS:
        return None
    path = records[: end + 1, X : Y + 1]
    x0, x1, y0, y1 = surface.domain
    inside = (path[:, 0] >= x0) & (path[:, 0] <= x1) & (path[:, 1] >= y0) & (path[:, 1] <= y1)
    seen = int(np.flatnonzero(inside)[-1]) + 1 if inside.any() else 1
    for last in (seen, end + 1):
        found = largest_excess(surface, key, path[:last], hyper, constants)
        if found is not None:
            return found
    return None


def largest_excess(surface: Surface, key: str, path: Array, hyper: Array, constants: Array) -> Excess | None:
    """`excess_of` on one stretch of path, shape (steps, 2)."""
    _, high, _ = eigenvalues(*bends(surface, path))
    momenta = np.minimum(hyper[1], constants[np.minimum(np.arange(len(path)), len(constants) - 1), 2])
    unit = np.array([bound(key, (hyper[0], mu, 0.0, 0.0), 1.0) for mu in momenta], np.float64)
    bounds = np.where(high > 0.0, unit / np.where(high > 0.0, high, 1.0), np.inf)
    step = int(np.argmin(bounds))
    if not bounds[step] < hyper[0]:
        return None
    return Excess(step, float(high[step]), float(bounds[step]))


def short(value: float) -> str:
    """A number for a sentence: three digits that count, large ones in groups."""
    if THOUSAND <= abs(value) < BILLION:
        return write_fixed(float(f"{value:.3g}"), 0)
    return write_short(value, 3)


def equal(name: str, value: float) -> str:
    """"L = 100" in one piece."""
    return f"{name}\u00a0=\u00a0{short(value)}"


def place_of(surface: Surface, point: Array) -> str:
    """A point in words: "x = 1.2, y = −0.4"."""
    return ", ".join(equal(name, float(value)) for name, value in zip(surface.axis_names, point))


def overshot(
    surface: Surface, key: str, records: Array, end: int, name: str, rate: float, excess: Excess | None
) -> str:
    """The sentence of an overshoot."""
    title = OPTIMIZERS[key].title
    if excess is not None:
        return phrase(
            "{title}'s learning rate is too high: {rate} is above {equal}, its bound for the "
            "curvature {other_equal} that it met at step\u00a0{step}, so along {name} it "
            "overshot more and more.",
            title=title,
            rate=short(rate),
            equal=equal(BOUNDS[key], excess.bound),
            other_equal=equal("L", excess.curvature),
            step=excess.step,
            name=name,
        )
    if key in BOUNDS:
        return phrase(
            "{title}'s steps along {name} grew longer than the map at a learning rate of {rate}, "
            "though its path met no curvature that forbids it.",
            title=title,
            name=name,
            rate=short(rate),
        )
    return phrase(
        "{title}'s learning rate is too high: {title} has no stability bound, but at {rate} "
        "its steps along {name} are longer than the map.",
        title=title,
        rate=short(rate),
        name=name,
    )


def fallen(surface: Surface, key: str, records: Array, end: int, name: str, rate: float, excess: Excess | None) -> str:
    """The sentence of a fall."""
    return phrase(
        "This surface has no floor there: {title} fell farther and farther along {name}.",
        title=OPTIMIZERS[key].title,
        name=name,
    )


def undefined(
    surface: Surface, key: str, records: Array, end: int, name: str, rate: float, excess: Excess | None
) -> str:
    """The sentence of a step out of the formula's domain."""
    if not np.isfinite(records[0, LOSS]):
        return phrase(
            "The formula has no value at the start, {place_of}.", place_of=place_of(surface, records[0, X : Y + 1])
        )
    fatal = records[end + 1]
    lost = fatal[PX : PY + 1] if np.isnan(fatal[GX : GY + 1]).any() else fatal[X : Y + 1]
    return phrase(
        "The formula has no value at {place_of}, where {title} stepped.",
        place_of=place_of(surface, lost),
        title=OPTIMIZERS[key].title,
    )


def overflowed(
    surface: Surface, key: str, records: Array, end: int, name: str, rate: float, excess: Excess | None
) -> str:
    """The sentence of an overflow."""
    place = place_of(surface, records[end, X : Y + 1])
    if not np.isfinite(records[0, LOSS]):
        return phrase("At the start, {place}, the value of the formula is too large for a number.", place=place)
    return phrase(
        "Near {place} the numbers of {title} grew too large along {name} to be computed.",
        place=place,
        title=OPTIMIZERS[key].title,
        name=name,
    )


SENTENCES = {"overshoot": overshot, "no floor": fallen, "undefined": undefined, "overflow": overflowed}
