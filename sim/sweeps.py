"""Sweeps: one question asked of hundreds or thousands of skiers. Which rate is fair? Who leaves a saddle when? Who
ends where?

Nothing here has noise in it. All answers are pure functions of their arguments: `hypers`, the row h of every racer,
and `tables`, its constants of every step, (steps, 3), see `sim.schedules.step_constants`.

**Fair rates.** Every optimizer tries the same 31 rates, one-digit numbers from 0.0001 to 100, its other settings as
they are, from nine starts: the learner's and eight around it, 3 % of the domain away, so that no rate wins by one lucky
bounce. Each try gets the same number of gradients, at most 300. A rate is out if one of its nine paths leaves the
domain (widened, where needed, to hold the nine starts), or takes a step longer than half the domain's diagonal. (The
rates that `sim.surfaces` lists are chosen for pictures: there the longest step is 6 %, or there is no path to look at.)
Of the others the one with the lowest score is fair:

    score = mean over starts and steps of log10((loss - floor) / (loss at the start - floor)), cut off at -4

so what counts is to be low soon and to stay low, and nothing is gained by digits that no picture shows. The floor is
the lowest minimum of the domain, or the lowest value of its border where there is none. Where the
surface falls on and on outside, a path that leaves the domain has arrived as soon as it is below that value: from then
on it counts as cut off. Where every rate is out, the
demands are lowered one after the other, because a race must have some rate: first a path may leave the domain (its
walls throw everybody out: then the largest rate whose steps one can follow tends to win); then the rate with the
shortest longest step is taken among those whose paths stay finite; and where not one does (the
start lies where the formula has no value), the rate of `Surface.rates`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim import clouds
from sim.cloud_kernels import ALIVE, INSIDE, LONGEST, NOTES, RATE_WIDTH, SCORE, leave_saddle, try_rates
from sim.optimizer_rules import stay
from sim.optimizers import OPTIMIZERS
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, X, Y
from sim.surface import Point, Surface, escape_loss, lowest_on_border
from sim.surfaces import SURFACE, SURFACES
from sim.targets import aligned, kernel
from sim.ways_out import WayOut, distance_out, ridge_of, way_out

Row = NDArray[np.float64]
Rect = tuple[float, float, float, float]

RATES: Row = np.array([float(f"{digit}e{power}") for power in range(-4, 3) for digit in (1, 2, 3, 5, 7)][:31])
MOST_GRADIENTS = 300
LONGEST_STEP = 0.5
EYE_FOLLOWS = 0.06
"""The longest step as a share of the domain's diagonal, for fair races and for listed rates."""
SHIFT = 0.03
FALLS_ON = 0.3
"""A surface without a floor falls at least by this share of its fall from the middle to its border once more."""
STARTS = 9
WALKS = STARTS * RATE_WIDTH * -(-len(RATES) // RATE_WIDTH)
"""Lanes that walk for one racer."""
OFFSETS: Row = np.array([float(f"{digit}e{power}") for power in range(-8, 0) for digit in (1, 2, 5)] + [1.0])
MOST_STEPS = 3000
EXAMPLE = {"sgd": np.zeros(4)}, {"sgd": np.ones((1, 3))}


@dataclass(frozen=True, eq=False)
class RateSweep:
    """What became of every rate: arrays (racers, rates).

    score as above; longest: the longest step; inside: no path left the domain, but to arrive; alive: all paths stayed
    finite.
    """

    keys: tuple[str, ...]
    rates: Row
    score: Row
    longest: Row
    inside: NDArray[np.bool_]
    alive: NDArray[np.bool_]


def tuned_rates(
    surface: Surface,
    start: Point,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    longest_step: float = LONGEST_STEP,
) -> dict[str, float]:
    """The fair learning rate of every racer, from this start, with these settings and number of steps."""
    sweep = sweep_rates(surface, start, hypers, tables, longest_step)
    return {key: fairest(surface, sweep, k, longest_step) for k, key in enumerate(sweep.keys)}


def fairest(surface: Surface, sweep: RateSweep, racer: int, longest_step: float = LONGEST_STEP) -> float:
    """The rate of one racer: the best score among those that meet the demands, which are lowered while none does."""
    alive, longest = sweep.alive[racer], sweep.longest[racer]
    short = alive & (longest <= longest_step * surface.diagonal)
    for possible, order in ((short & sweep.inside[racer], sweep.score), (short, sweep.score), (alive, sweep.longest)):
        if possible.any():
            return float(sweep.rates[np.argmin(np.where(possible, order[racer], np.inf))])
    return float(surface.rates[sweep.keys[racer]])


def sweep_rates(
    surface: Surface,
    start: Point,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    longest_step: float = LONGEST_STEP,
) -> RateSweep:
    """Every rate of every racer, measured; walks that are out are cut short, unless all of a racer's are."""
    keys = tuple(hypers)
    if not keys:
        nothing = np.zeros((0, len(RATES)))
        return RateSweep((), RATES, nothing, nothing, nothing > 0.0, nothing > 0.0)
    notes = walks(surface, start, hypers, tables, longest_step, patient=False)
    possible = (notes[INSIDE] > 0.0) & (notes[LONGEST] <= (longest_step * surface.diagonal) ** 2)
    lost = [k for k, key in enumerate(keys) if not possible[k].all(axis=0).any()]
    if lost:
        again = {keys[k]: hypers[keys[k]] for k in lost}
        notes[:, lost] = walks(surface, start, again, tables, longest_step, patient=True)
    steps = min([MOST_GRADIENTS, *(len(tables[key]) for key in keys)])
    score = notes[SCORE].mean(axis=1) / max(steps, 1)
    return RateSweep(
        keys,
        RATES,
        np.where(np.isnan(score), np.inf, score),
        np.sqrt(notes[LONGEST].max(axis=1)),
        notes[INSIDE].min(axis=1) > 0.0,
        notes[ALIVE].min(axis=1) > 0.0,
    )


def walks(
    surface: Surface,
    start: Point,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    longest_step: float,
    patient: bool,
) -> Row:
    """What `watch` notes of every rate from each of the nine starts: (NOTES, racers, starts, rates)."""
    starts, blocks = starts_around(surface, start), -(-len(RATES) // RATE_WIDTH)
    ladder = np.concatenate([RATES, np.full(blocks * RATE_WIDTH - len(RATES), RATES[-1])])
    kinds, turns, rows, constants = tabulated(hypers, tables, MOST_GRADIENTS)
    notes = aligned(np.zeros((len(kinds), len(starts), blocks, NOTES, RATE_WIDTH)), np.float64)
    longest = (longest_step * surface.diagonal) ** 2
    if constants.size:
        kernel(try_rates)(
            SURFACE.index(surface.key), aligned(surface.data, np.float64), kinds, turns, aligned(ladder, np.float64),
            rows, constants, floor_of(surface), int(is_endless(surface)), box_around(surface, starts), longest, starts,
            notes, int(patient),
        )  # fmt: skip
    return notes.transpose(3, 0, 1, 2, 4).reshape(NOTES, len(kinds), len(starts), -1)[..., : len(RATES)].copy()


def tabulated(
    hypers: Mapping[str, Row], tables: Mapping[str, Row], most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], Row, Row]:
    """(kinds, turns, rows, constants) of all racers, as the kernels read them; at most `most` steps."""
    steps = min([most, *(len(tables[key]) for key in hypers)])
    kinds = np.array([tuple(OPTIMIZERS).index(key) for key in hypers], np.int64)
    turns = np.array([1 if OPTIMIZERS[key].look_ahead is stay else 2 for key in hypers], np.int64)
    rows = np.array([hypers[key] for key in hypers], np.float64).reshape(-1, 4)
    constants = np.array([tables[key][:steps].ravel() for key in hypers], np.float64).reshape(len(rows), 3 * steps)
    return kinds, turns, rows, constants


def starts_around(surface: Surface, start: Point) -> Row:
    """The start and eight points around it, shape (9, 2)."""
    x0, x1, y0, y1 = surface.domain
    shifts = np.array([(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]) * SHIFT
    return np.asarray(np.array(start) + shifts * (x1 - x0, y1 - y0), np.float64)


def box_around(surface: Surface, starts: Row) -> Row:
    """The domain, widened to hold all starts with a margin that rounding cannot eat."""
    x0, x1, y0, y1 = surface.domain
    (left, bottom), (right, top) = starts.min(axis=0), starts.max(axis=0)
    margin = 1e-6 * (surface.diagonal + np.abs(starts).max())
    box = [min(x0, left - margin), max(x1, right + margin), min(y0, bottom - margin), max(y1, top + margin)]
    return np.array(box)


@lru_cache(maxsize=64)
def floor_of(surface: Surface) -> float:
    """The lowest loss there is in the domain; 0 where no loss is a number."""
    lowest = min((surface.loss(*point) for point in surface.minima), default=lowest_on_border(surface))
    if np.isfinite(lowest):
        return lowest
    x0, x1, y0, y1 = surface.domain
    losses = surface.losses(*np.meshgrid(np.linspace(x0, x1, 41), np.linspace(y0, y1, 41)))
    return float(np.min(losses[np.isfinite(losses)], initial=np.inf)) if np.isfinite(losses).any() else 0.0


@lru_cache(maxsize=64)
def is_endless(surface: Surface) -> bool:
    """Whether there is no floor: no minimum, and from twice as far out one looks down on all of the domain."""
    if surface.minima:
        return False
    x0, x1, y0, y1 = surface.domain
    x, y, width, height = (x0 + x1) / 2.0, (y0 + y1) / 2.0, x1 - x0, y1 - y0
    wide = replace(surface, domain=(x - width, x + width, y - height, y + height))
    within, beyond = lowest_on_border(surface), lowest_on_border(wide)
    middle = surface.loss(x, y)
    return bool(np.isfinite(within) and beyond < within - FALLS_ON * abs(middle - within))


@dataclass(frozen=True, eq=False)
class EscapeTimes:
    """How many steps each racer needs to leave the saddle, by its offset from the ridge: arrays (offsets,).

    NaN: it has not left within the steps given. law: what the linear law says of SGD from the offset to `distance`;
    NaN without SGD or curvature. Starts lie at `ridge` plus the offset along the way out.
    """

    offsets: Row
    steps: Mapping[str, Row]
    law: Row
    way: WayOut
    ridge: Point
    distance: float

    def start_at(self, offset: float) -> Point:
        """The start with this offset."""
        return self.ridge[0] + offset * self.way.along[0], self.ridge[1] + offset * self.way.along[1]

    def offset_of(self, start: Point) -> float | None:
        """The offset of a start, to six digits; None where it does not lie on the line of those that were tried."""
        dx, dy = start[0] - self.ridge[0], start[1] - self.ridge[1]
        along = abs(dx * self.way.along[0] + dy * self.way.along[1])
        beside = abs(dx * self.way.across[0] + dy * self.way.across[1])
        return float(f"{along:.6g}") if beside <= 1e-6 * along + 1e-12 else None


def law_of(offset: Row, rate: float, distance: float, curvature: float) -> Row:
    """Steps of SGD from `offset` to `distance` while each multiplies the offset by 1 + rate * curvature."""
    with np.errstate(all="ignore"):
        law: Row = np.log(distance / offset) / np.log1p(rate * curvature)
    return np.where(np.isfinite(law), np.maximum(law, 0.0), np.nan)


def escape_times(
    surface: Surface,
    start: Point,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    offsets: Row = OFFSETS,
    most_steps: int = MOST_STEPS,
) -> EscapeTimes | None:
    """Steps until the saddle is left, from starts ever closer to its ridge; None where there is no saddle to leave.

    The criterion is the board's (`sim.surface.left_saddle`). The starts are the learner's, with the distance along the
    way out of the saddle, the direction of its most negative curvature, replaced by each offset; with `escape_y` the
    way out is y. Where the ridge is bent, so that a path along it is thrown off whatever the offset, they lie at the
    saddle itself. tables: of `most_steps` steps; shorter ones end the walk earlier.
    """
    way = way_out(surface, start)
    limit = surface.escape_y if surface.escape_y is not None else escape_loss(surface, start)
    if way is None or limit is None:
        return None
    ridge = ridge_of(surface, way, start)
    kinds, turns, rows, constants = tabulated(hypers, tables, most_steps)
    found = np.full((len(rows), len(offsets)), np.nan)
    if len(rows) and constants.shape[1]:
        starts = np.array(ridge) + np.asarray(offsets)[:, np.newaxis] * way.along
        along_y, numbers = int(surface.escape_y is not None), np.array(surface.data)
        number = SURFACE.index(surface.key)
        kernel(leave_saddle)(number, numbers, kinds, turns, rows, constants, starts, along_y, float(limit), found)
    found.flags.writeable = False
    rate = float(hypers["sgd"][0]) if "sgd" in hypers else np.nan
    distance = distance_out(surface, way, float(limit))
    law = law_of(np.asarray(offsets), rate, distance, abs(way.curvature))
    return EscapeTimes(np.asarray(offsets), dict(zip(hypers, found, strict=True)), law, way, ridge, distance)


@dataclass(frozen=True, eq=False)
class Basins:
    """Where one racer ends from every pixel of a rectangle.

    labels (rows, columns), row 0 at the smallest y: index into `names` (`sim.clouds.end_names`). ends (k, 2): the
    minima with a number. shares: of every name. key: the racer's. steps: so many each start was given.
    """

    rect: Rect
    labels: NDArray[np.uint8]
    ends: Row
    key: str
    shares: Row
    names: tuple[str, ...]
    steps: int


def basins(surface: Surface, key: str, hyper: Row, table: Row, rect: Rect, rows: int, columns: int) -> Basins:
    """Start in the middle of every pixel and see where the racer is after the steps of its table."""
    state = pixel_starts(rect, rows, columns)
    clouds.walk(surface, {key: hyper}, {key: table}, 0.0, 0, state, (len(state),), 0, len(table))
    labels = clouds.ends_of(surface, state)[: rows * columns].reshape(rows, columns)
    names = clouds.end_names(surface)
    shares = np.bincount(labels.ravel(), minlength=len(names)) / max(labels.size, 1)
    ends = np.array(clouds.end_points(surface), np.float64).reshape(-1, 2)
    for array in (labels, shares, ends):
        array.flags.writeable = False
    return Basins(rect, labels, ends, key, shares, names, len(table))


def pixel_starts(rect: Rect, rows: int, columns: int) -> clouds.Lanes:
    """The middles of all pixels as blocks of lanes, row by row from the smallest y."""
    x0, x1, y0, y1 = rect
    blocks = -(-rows * columns // CLOUD_WIDTH)
    x = x0 + (x1 - x0) * (np.arange(columns) + 0.5) / columns
    y = y0 + (y1 - y0) * (np.arange(rows) + 0.5) / rows
    state, lane = np.zeros((blocks, SLOTS, CLOUD_WIDTH), np.float32), np.arange(rows * columns)
    state[lane // CLOUD_WIDTH, X, lane % CLOUD_WIDTH] = np.tile(x, rows)
    state[lane // CLOUD_WIDTH, Y, lane % CLOUD_WIDTH] = np.repeat(y, columns)
    return aligned(state, np.float32)


def prepare_rates() -> None:
    """Compile, or load, what fair rates need."""
    surface = SURFACES["saddle"]
    tuned_rates(surface, surface.start, *EXAMPLE)


def prepare_escapes() -> None:
    """Compile, or load, what times of escape need."""
    surface = SURFACES["saddle"]
    escape_times(surface, surface.start, *EXAMPLE)
