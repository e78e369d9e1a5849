"""A cloud of skiers around the start: what one racer does by luck, thousands do by law.

Up to 100,000 skiers start on a grid or from a normal distribution around the start and are shared out evenly among the
racing optimizers. What is modelled is the race itself, in float32 instead of float64: a dot on a picture cannot tell.
Each skier meets noise of its own.

A cloud is a pure function of its settings and its step. `crowd_at` walks on from a previous crowd where it can: where
nothing but the step has changed, and the step is not an earlier one. Only the engine's thread may call it; `cloud_of`
makes a picture of the crowd that may be handed on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.cloud_kernels import name_ends
from sim.effort import lane_steps_at_once
from sim.numerals import write_fixed
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.rng import normal_pair, philox, split_seed
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, X, Y, ski_cloud
from sim.surface import Point, Surface
from sim.surfaces import SURFACE, SURFACES
from sim.targets import aligned, kernel

Row = NDArray[np.float64]
Lanes = NDArray[np.float32]

FAR = 1e6
"""A skier is gone when it is this many domain diagonals away from the origin, or not a number."""
NEAR = 0.05
"""A skier belongs to the nearest minimum if that is within this share of the domain's diagonal."""
LISTED = 8
"""So many minima have a number of their own at most, the lowest ones."""
ELSEWHERE, GONE = "elsewhere", "gone"
SHAPES = ("grid", "gaussian")
STARTS = 1
"""Philox's third counter for starts; the noise of the steps has 0."""
STAGGER = 0.7548776662466927, 0.5698402909980532
"""How far the grid of one optimizer is shifted against the next one's, in cells: the sequence R2 of Roberts 2018."""


@dataclass(eq=False)
class Crowd:
    """All lanes behind a cloud, (blocks, SLOTS, CLOUD_WIDTH), after `step` steps; `size` skiers of them are seen.

    The one thing here that is changed in place, so it stays with the engine and is never shown: walking on from a crowd
    walks that very crowd, and an earlier step starts it anew. (Memory that was never used before costs more than the
    step: 2 ms for 100,000.)
    """

    state: Lanes
    step: int
    size: int
    settings: tuple[Any, ...]
    tables: Mapping[str, Row]


@dataclass(frozen=True, eq=False)
class Cloud:
    """Where every skier is after `step` steps, and to which group it belongs.

    asked: how many skiers were asked for; there are fewer where so many would keep everything waiting.
    points (n, 2): NaN for a skier that is gone. groups (n,): index into `names`, which are the keys of the optimizers,
    or the ends (`end_names`). shares: the share of each group.
    """

    points: Lanes
    groups: NDArray[np.uint8]
    names: tuple[str, ...]
    shares: Lanes
    step: int
    asked: int

    @property
    def note(self) -> str:
        """What must be said of it; nothing where everybody is here."""
        if len(self.points) >= self.asked:
            return ""
        shown, asked = write_fixed(len(self.points), 0), write_fixed(self.asked, 0)
        return phrase(
            "{shown} of {asked} starts: more would make this surface slow to answer.", shown=shown, asked=asked
        )


def most_skiers(surface: Surface, racers: int, steps: int, noise: float) -> int:
    """How many skiers can walk `steps` steps at once; at least one block of lanes for each racer.

    A slider walks a crowd from its start. So that it answers, the number is for the whole race, and does not change
    with the cursor.
    """
    return max(lane_steps_at_once(surface, noise) // max(steps, 1), racers * CLOUD_WIDTH)


def crowd_at(
    surface: Surface,
    start: Point,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    *,
    size: int,
    spread: float,
    shape: str = "grid",
    noise: float = 0.0,
    seed: int = 0,
    step: int = 0,
    previous: Crowd | None = None,
) -> Crowd:
    """The crowd after `step` steps: `previous` itself, walked on, where it walks as asked.

    hypers: the row h of every racer. tables: its constants of every step, (steps, 3), see
    `sim.schedules.step_constants`; the arrays must never be changed in place. spread: the half side of the grid, or
    the standard deviation, as a share of the domain's width and height.
    """
    names = tuple(hypers)
    settings = (surface, start, names, size, spread, shape, noise, seed, *(hypers[key].tobytes() for key in names))
    step = min([step, *(len(tables[key]) for key in names)])
    if previous is None or not same_walk(previous, settings, tables, step):
        crowd = Crowd(starting_state(surface, start, len(names), size, spread, shape, seed), 0, size, settings, tables)
    else:
        crowd, crowd.tables = previous, tables
        if crowd.step > step:
            crowd.state[:] = starting_state(surface, start, len(names), size, spread, shape, seed)
            crowd.step = 0
    if step > crowd.step:
        walk(surface, hypers, tables, noise, seed, crowd.state, block_counts(len(names), size), crowd.step, step)
        crowd.step = step
    return crowd


def same_walk(previous: Crowd, settings: tuple[Any, ...], tables: Mapping[str, Row], step: int) -> bool:
    """Whether the crowd of `previous` walks as asked up to `step`."""
    return previous.settings == settings and all(
        tables[key] is previous.tables[key] or np.array_equal(tables[key][:step], previous.tables[key][:step])
        for key in tables
    )


def shared_out(racers: int, size: int) -> tuple[int, ...]:
    """How many of `size` skiers each racer gets: as even as can be, the first ones get the rest."""
    if not racers:
        return ()
    return tuple(size // racers + (k < size % racers) for k in range(racers))


def block_counts(racers: int, size: int) -> tuple[int, ...]:
    """How many blocks of lanes each racer needs."""
    return tuple(-(-count // CLOUD_WIDTH) for count in shared_out(racers, size))


def groups_of_blocks(racers: int, size: int) -> tuple[tuple[int, int, int], ...]:
    """(first block, blocks, skiers) of every racer; the last block is filled up with lanes that nobody sees."""
    blocks = block_counts(racers, size)
    first = np.cumsum((0, *blocks)).tolist()
    return tuple(zip(first, blocks, shared_out(racers, size), strict=False))


def starting_state(
    surface: Surface, start: Point, racers: int, size: int, spread: float, shape: str, seed: int
) -> Lanes:
    """All skiers at their starts, (blocks, SLOTS, CLOUD_WIDTH)."""
    x0, x1, y0, y1 = surface.domain
    offsets = unit_offsets(racers, size, shape, seed) * spread * (x1 - x0, y1 - y0)
    state = np.zeros((sum(block_counts(racers, size)), SLOTS, CLOUD_WIDTH), np.float32)
    begin = 0
    for first, blocks, skiers in groups_of_blocks(racers, size):
        for slot in (X, Y):
            lane = np.zeros(blocks * CLOUD_WIDTH)
            lane[:skiers] = start[slot] + offsets[begin : begin + skiers, slot]
            state[first : first + blocks, slot] = lane.reshape(blocks, CLOUD_WIDTH)
        begin += skiers
    return aligned(state, np.float32)


@lru_cache(maxsize=2)
def unit_offsets(racers: int, size: int, shape: str, seed: int) -> Lanes:
    """Where the skiers start, racer by racer, for a spread of 1 around the origin: (size, 2)."""
    if not racers:
        offsets = np.zeros((0, 2), np.float32)
    elif shape == "grid":
        offsets = np.concatenate([tiling(count, k) for k, count in enumerate(shared_out(racers, size))])
    else:
        offsets = normal_offsets(size, seed)
    offsets.flags.writeable = False
    return offsets


def tiling(count: int, number: int = 0) -> Lanes:
    """`count` points that tile the square from -1 to 1, one in each cell: (count, 2).

    The square is cut into rows of equal height and each row into cells of equal width; rows differ by one cell at
    most, so that any number fits exactly. In its cell a point stands in the middle; in the grids of other `number`s it
    is shifted, so that they lie between each other.
    """
    rows = max(1, round(count**0.5))
    ends = (np.arange(rows + 1) * count) // rows
    row = np.repeat(np.arange(rows), np.diff(ends))
    column, columns = np.arange(count) - ends[row], np.diff(ends)[row]
    in_cell = [(0.5 + number * stagger) % 1.0 for stagger in STAGGER]
    x, y = (column + in_cell[0]) / columns, (row + in_cell[1]) / rows
    return (2.0 * np.stack([x, y], axis=1) - 1.0).astype(np.float32)


def normal_offsets(size: int, seed: int) -> Lanes:
    """Standard normal points (size, 2), from the counter (0, skier, STARTS)."""
    draw: Callable[..., Any] = philox
    pair: Callable[..., Any] = normal_pair
    word_0, word_1, _, _ = draw(0, np.arange(size, dtype=np.uint32), STARTS, 0, *split_seed(seed))
    return np.stack(pair(word_0, word_1, np.zeros(size, np.float32)), axis=1)


@lru_cache(maxsize=2)
def skier_numbers(blocks: int) -> NDArray[np.uint32]:
    """A number for every lane, from 1 on: the racers themselves are number 0 to the noise."""
    return aligned(np.arange(1, blocks * CLOUD_WIDTH + 1).reshape(blocks, CLOUD_WIDTH), np.uint32)


def walk(
    surface: Surface,
    hypers: Mapping[str, Row],
    tables: Mapping[str, Row],
    noise: float,
    seed: int,
    state: Lanes,
    blocks: tuple[int, ...],
    done: int,
    step: int,
) -> None:
    """Steps done .. step - 1 of every racer's blocks of `state`, in place."""
    numbers = skier_numbers(len(state))
    number, kinds = SURFACE.index(surface.key), tuple(OPTIMIZERS)
    begin = 0
    for key, count in zip(hypers, blocks, strict=True):
        with np.errstate(over="ignore"):  # what is too large for float32 is infinite, and its skiers are gone
            rows = (surface.data, hypers[key], tables[key][:step].ravel())
            data, hyper, table = (aligned(row, np.float32) for row in rows)
        kernel(ski_cloud)(
            number, kinds.index(key), data, hyper, table, int(noise > 0.0), np.float32(noise), *split_seed(seed),
            numbers, state, done, step - done, begin, begin + count,
        )  # fmt: skip
        begin += count


def cloud_of(
    surface: Surface, names: tuple[str, ...], crowd: Crowd, colour: str = "optimizer", asked: int = 0
) -> Cloud:
    """What is seen of a crowd of the racers `names`. colour: "optimizer" or "end". asked: see `Cloud`."""
    size = crowd.size
    points, ends = in_order(crowd.state, len(names), size), ends_of(surface, crowd.state)
    ends = np.concatenate([ends[k : k + n] for k, n in lanes_of(len(names), size)] or [ends])
    gone = ends == len(end_points(surface)) + 1
    if gone.any():
        points[gone] = np.nan
    if colour == "optimizer":
        groups, counts = optimizer_groups(len(names), size), np.array(shared_out(len(names), size))
    else:
        names = end_names(surface)
        groups, counts = ends, np.bincount(ends, minlength=len(names))
    shares = (counts / max(size, 1)).astype(np.float32)
    for array in (points, groups, shares):
        array.flags.writeable = False
    return Cloud(points, groups, names, shares, crowd.step, max(asked, size))


def lanes_of(racers: int, size: int) -> tuple[tuple[int, int], ...]:
    """(first lane, skiers) of every racer."""
    return tuple((first * CLOUD_WIDTH, skiers) for first, _, skiers in groups_of_blocks(racers, size))


def in_order(state: Lanes, racers: int, size: int) -> Lanes:
    """The positions of all skiers, racer by racer, (size, 2)."""
    points, begin = np.empty((size if racers else 0, 2), np.float32), 0
    for first, blocks, skiers in groups_of_blocks(racers, size):
        for slot in (X, Y):
            points[begin : begin + skiers, slot] = state[first : first + blocks, slot].reshape(-1)[:skiers]
        begin += skiers
    return points


@lru_cache(maxsize=8)
def optimizer_groups(racers: int, size: int) -> NDArray[np.uint8]:
    """The number of the racer to which each skier belongs."""
    return np.repeat(np.arange(racers, dtype=np.uint8), shared_out(racers, size))


@lru_cache(maxsize=64)
def minima_by_loss(surface: Surface) -> tuple[Point, ...]:
    """The surface's minima, the lowest first; equally low ones by x, then y."""
    return tuple(sorted(surface.minima, key=lambda point: (round(surface.loss(*point), 9), point)))


@lru_cache(maxsize=64)
def end_points(surface: Surface) -> tuple[Point, ...]:
    """The minima that an end may be named after, at most LISTED: the lowest ones.

    Equally low ones are listed all or none, unless nothing else were left.
    """
    minima = minima_by_loss(surface)
    losses = [round(surface.loss(*point), 6) for point in minima]
    cut = min(LISTED, len(minima))
    while 0 < cut < len(minima) and losses[cut] == losses[cut - 1]:
        cut -= 1
    return minima[: cut or LISTED]


def end_names(surface: Surface) -> tuple[str, ...]:
    """What the numbers of ends mean: "minimum 1" (the lowest) and so on, then ELSEWHERE, then GONE."""
    return (*(phrase("minimum {k}", k=k + 1) for k in range(len(end_points(surface)))), ELSEWHERE, GONE)


def ends_of(surface: Surface, state: Lanes) -> NDArray[np.uint8]:
    """For every lane of `state` the index into `end_names`: (blocks * CLOUD_WIDTH,)."""
    minima = aligned(np.array(minima_by_loss(surface), np.float32).ravel(), np.float32)
    ends = aligned(np.zeros((len(state), CLOUD_WIDTH), np.float32), np.float32)
    near, far = (np.float32((share * surface.diagonal) ** 2) for share in (NEAR, FAR))
    kernel(name_ends)(minima, len(end_points(surface)), near, far, state, ends)
    return ends.ravel().astype(np.uint8)


def prepare_cloud() -> None:
    """Compile, or load, what walks crowds and pixels."""
    surface, rows, tables = SURFACES["saddle"], {"sgd": np.zeros(4)}, {"sgd": np.ones((1, 3))}
    crowd_at(surface, surface.start, rows, tables, size=1, spread=0.1, step=1)


def prepare_ends() -> None:
    """Compile, or load, what says where they end."""
    ends_of(SURFACES["saddle"], aligned(np.zeros((1, SLOTS, CLOUD_WIDTH), np.float32), np.float32))
