"""The loss over a plane through the parameters of a network, as a picture that grows while the network trains.

    ground = ground_of(network.plan, network.loss, x, y)      the examples, laid out once
    sweep = begin_sweep(ground, plane, span=1.0, resolution=64)
    while not advance_sweep(sweep, 2e6):                      two milliseconds of work at a time
        draw(filled(sweep))                                   whole rows, the coarse ones first

A sweep is cancelled by not going on with it. How much work a point is, is estimated in nanoseconds and no clock is
read, so the same network gets the same picture on every computer (as in `sim.effort`); `affordable` chooses how many
points and examples a refresh may have, and both are to be named beside the picture.

Pictures are float32; `landscape`, for a notebook, is float64. Outside the finite numbers a loss is infinite or NaN.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from sim.errors import ConfigError, quote
from sim.given_numbers import finite, whole
from sim.landscape_kernels import Places, plane_of_examples, plane_of_points
from sim.loss_plane import LossPlane, main_plane, random_plane
from sim.losses import LOSS_VALUE
from sim.network import LARGEST_SEED, Network, check_examples
from sim.network_kernels import MANY
from sim.network_plan import N_IN, Plan, make_plan, numbers, parameter_count, unit_count
from sim.network_rules import Work
from sim.network_training import Rows, scratch, side_by_side, zeros
from sim.phrases import phrase
from sim.targets import aligned, aligned_room, kernel

Row = NDArray[np.float64]

DEARER = 1e-3
"""By so much for each parameter a network is slower with points in its lanes, where weights are vectors, than with
examples (17 to 26,122 parameters, 192 examples: 1.0 to 2.9 times)."""
PER_WEIGHT, PER_BEND, PER_EXAMPLE = 0.025, 0.35, 1.0
"""Nanoseconds in float32 (AVX-512, 2.6 GHz) of each parameter, each unit that is not an input, and of each example."""
REFRESH = 250e6
"""Nanoseconds that a picture may take while the network trains: one a second leaves three quarters to the training."""
MOST_EXAMPLES, FEWEST_EXAMPLES = 3 * MANY, MANY
"""Whole columns of lanes."""
FINEST, COARSEST, PAUSED = 128, 24, 256
"""Points along one side: while it trains, at most and at least; and when it stands still."""
LARGEST_RESOLUTION = 1024
STRIDES = (16, 8, 4, 2, 1)


@dataclass(frozen=True, eq=False)
class Ground:
    """What a landscape is of, but for the parameters: a network's plan and loss, and examples laid out for lanes.

    share is None where points sit in the lanes. examples: how many there are.
    """

    plan: Plan
    loss: str
    examples: int
    x: Rows
    y: Rows
    share: Rows | None
    work: Work

    @property
    def block(self) -> int:
        """Points that are computed at once."""
        return MANY if self.share is None else 1


@dataclass(eq=False)
class Sweep:
    """A landscape in the making: of its points, in the order of `rows`, those before `at` are done."""

    ground: Ground
    plane: LossPlane
    span: float
    resolution: int
    rows: NDArray[np.int64]
    places: Places
    moved: Rows
    found: Rows
    at: int = 0


@dataclass(frozen=True)
class Size:
    """How fine a picture may be: points along a side, and how many examples each point meets."""

    resolution: int
    examples: int


def ground_of(plan: Plan, loss: str, x: ArrayLike, y: ArrayLike, kind: DTypeLike = np.float32) -> Ground:
    """The examples x (examples, inputs) and y (examples, outputs), all of them, ready for `begin_sweep`."""
    x, y = np.asarray(x), np.asarray(y)
    count, work = len(x), scratch(plan, MANY, kind)
    if points_in_lanes(plan, count):
        return Ground(plan, loss, count, aligned(x, kind), aligned(y, kind), None, work)
    columns = -(-count // MANY)
    share = aligned((np.arange(columns * MANY) < count).reshape(columns, MANY) / count, kind)
    return Ground(plan, loss, count, side_by_side(x, MANY, kind), side_by_side(y, MANY, kind), share, work)


def points_in_lanes(plan: Plan, examples: int) -> bool:
    """Whether points sit in the lanes, or examples: those leave lanes of their last column empty."""
    return examples * (1.0 + DEARER * parameter_count(plan)) < -(-examples // MANY) * MANY


def nanoseconds(plan: Plan) -> float:
    """What one example costs at one point in float32, about."""
    return PER_EXAMPLE + PER_WEIGHT * parameter_count(plan) + PER_BEND * (unit_count(plan) - int(plan[0, N_IN]))


def affordable(plan: Plan, examples: int, budget: float = REFRESH) -> Size:
    """The finest picture within `budget` nanoseconds: points become fewer first, then examples, down to the least."""
    most, each = min(examples, MOST_EXAMPLES), nanoseconds(plan)
    columns = int(budget / (each * MANY * COARSEST**2))
    count = min(most, max(FEWEST_EXAMPLES, columns * MANY))
    side = int((budget / (each * count)) ** 0.5) // 8 * 8
    return Size(min(FINEST, max(COARSEST, side)), count)


def spread_evenly(examples: int, count: int) -> NDArray[np.int64]:
    """`count` of so many examples, equally far apart, so that sorted classes keep their shares."""
    return (np.arange(count) * examples) // count


def points_at(ground: Ground, plane: LossPlane, coordinates: Row) -> tuple[Places, Rows, Rows]:
    """What the kernels read and write: places, a scratch row of parameters, and room for the losses."""
    kind, slots, count = ground.x.dtype, len(plane.middle), -(-len(coordinates) // ground.block)
    wide = slots if ground.share is None else -(-slots // MANY) * MANY
    rows = zeros((3, wide), kind)
    rows[:, :slots] = plane.middle, plane.first, plane.second
    steps = zeros((2, count * ground.block), kind)
    steps[:, : len(coordinates)] = coordinates.T
    shape = (count, MANY) if ground.share is None else (count,)
    along, across = (aligned(row.reshape(shape), kind) for row in steps)
    moved = zeros((slots, MANY) if ground.share is None else wide, kind)
    middle, first, second = (aligned(row, kind) for row in rows)
    return Places(middle, first, second, along, across), moved, aligned_room(shape, kind)


def compute(ground: Ground, places: Places, moved: Rows, found: Rows, begin: int, end: int) -> None:
    """The losses of the blocks begin .. end - 1."""
    loss = LOSS_VALUE.index(ground.loss)
    if ground.share is None:
        kernel(plane_of_points)(
            ground.plan, loss, ground.x, ground.y, places, moved, ground.work, found, begin, end
        )  # fmt: skip
    else:
        kernel(plane_of_examples)(
            ground.plan, loss, ground.x, ground.y, ground.share, places, moved, ground.work, found, begin, end
        )  # fmt: skip


def losses_at(ground: Ground, plane: LossPlane, coordinates: ArrayLike) -> Row:
    """The mean loss at points of the plane: coordinates (points, 2), such as the feet of a path."""
    steps = np.asarray(coordinates, np.float64).reshape(-1, 2)
    places, moved, found = points_at(ground, plane, steps)
    compute(ground, places, moved, found, 0, len(found))
    return found.ravel()[: len(steps)].astype(np.float64)


# a picture, row by row


def axis(span: float, resolution: int) -> Row:
    """The coordinates of rows and of columns, from -span to span."""
    return np.linspace(-span, span, resolution)


def coarse_first(count: int) -> NDArray[np.int64]:
    """The rows 0 .. count - 1 in an order that fills a picture evenly: every sixteenth, then those between them."""
    taken = dict.fromkeys(row for stride in STRIDES for row in range(0, count, stride))
    return np.array(list(taken), np.int64)


def begin_sweep(ground: Ground, plane: LossPlane, span: float = 1.0, resolution: int = 64) -> Sweep:
    """A landscape that has not begun: resolution x resolution points from -span to span in both directions."""
    rows, steps = coarse_first(resolution), axis(span, resolution)
    coordinates = np.stack([np.tile(steps, resolution), np.repeat(steps[rows], resolution)], axis=1)
    return Sweep(ground, plane, span, resolution, rows, *points_at(ground, plane, coordinates))


def advance_sweep(sweep: Sweep, budget: float) -> bool:
    """Go on for about `budget` nanoseconds, one block at least; True where all points are done."""
    ground = sweep.ground
    each, left = nanoseconds(ground.plan) * ground.examples * ground.block, len(sweep.found) - sweep.at
    end = sweep.at + min(left, max(1, int(min(budget / each, left))))
    compute(ground, sweep.places, sweep.moved, sweep.found, sweep.at, end)
    sweep.at = end
    return end == len(sweep.found)


def rows_done(sweep: Sweep) -> int:
    """How many whole rows there are."""
    return min(sweep.at * sweep.ground.block // sweep.resolution, sweep.resolution)


def losses_of(sweep: Sweep) -> Rows:
    """The losses (resolution, resolution), row 0 and column 0 at -span; NaN in rows that are not done yet."""
    done, side = rows_done(sweep), sweep.resolution
    picture = np.full((side, side), np.nan, sweep.found.dtype)
    picture[sweep.rows[:done]] = sweep.found.ravel()[: done * side].reshape(done, side)
    return picture


def filled(sweep: Sweep) -> Rows:
    """The same with the nearest row that is done in the place of each that is not; all NaN before the first."""
    done, picture = np.sort(sweep.rows[: rows_done(sweep)]), losses_of(sweep)
    if not len(done):
        return picture
    rows = np.arange(sweep.resolution)
    nearest = done[np.abs(rows[:, None] - done).argmin(axis=1)]
    shown: Rows = picture[nearest]
    return shown


# a notebook


def landscape(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    directions: str | LossPlane | ArrayLike = "random",
    span: float = 1.0,
    resolution: int = 64,
    seed: int = 0,
) -> Row:
    """The mean loss over a plane through the network's parameters, (resolution, resolution), row 0 at -span.

    directions: "random" (filter-normalised, from `seed`); or a path of parameters (points, parameters), for the two
    main directions in which it moved; or a plane of `sim.loss_plane`. span: how far the picture reaches, 1 being the
    length of a direction. ConfigError names what cannot be.
    """
    x, y = check_examples(network, x, y)
    side, reach = whole("resolution", resolution, LARGEST_RESOLUTION), finite("span", span)
    if side < 2 or reach <= 0.0:
        raise ConfigError("resolution must be at least 2, and span greater than 0.")
    plane = plane_along(network, directions, whole("seed", seed, LARGEST_SEED))
    ground = ground_of(network.plan, network.loss, x, y, np.float64)
    sweep = begin_sweep(ground, plane, reach, side)
    advance_sweep(sweep, np.inf)
    return np.asarray(losses_of(sweep), np.float64)


def plane_along(network: Network, directions: str | LossPlane | ArrayLike, seed: int) -> LossPlane:
    """The plane that `landscape` was asked for."""
    count = parameter_count(network.plan)
    if isinstance(directions, LossPlane):
        return check_plane(directions, count)
    if isinstance(directions, str):
        if directions != "random":
            raise ConfigError(
                phrase("directions must be 'random' or a path of parameters, not {given}.", given=quote(directions))
            )
        return random_plane(network.plan, network.parameters, seed)
    try:
        path = np.asarray(directions, np.float64)
    except (TypeError, ValueError):
        raise ConfigError(
            phrase("directions must be 'random' or a path of parameters, not {given}.", given=quote(directions))
        ) from None
    if path.ndim != 2 or path.shape[1] != count or not len(path):
        raise ConfigError(
            phrase("A path must have the shape (points, {count}), not {shape}.", count=count, shape=str(path.shape))
        )
    return main_plane(network.plan, network.parameters, path, seed)


def check_plane(plane: LossPlane, count: int) -> LossPlane:
    """`plane`, if it is one of a network with `count` parameters; ConfigError if not."""
    rows = (plane.middle, plane.first, plane.second)
    if any(numbers(row, "A plane").shape != (count,) for row in rows):
        raise ConfigError(
            phrase("The plane must be one of a network with {count} parameters, as this network has.", count=count)
        )
    return plane


def prepare_landscape() -> None:
    """Compile, or load, what pictures of a landscape need."""
    plan, nothing = make_plan((1, 1), ("linear",)), np.zeros(2)
    for examples in (1, MANY):
        ground = ground_of(plan, "squared_error", np.zeros((examples, 1)), np.zeros((examples, 1)))
        losses_at(ground, LossPlane(nothing, nothing, nothing), [[0.0, 0.0]])
