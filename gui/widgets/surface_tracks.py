"""Paths laid on a relief: cut to the box, draped over hill and valley between two steps, seen or hidden.

A racer jumps from step to step; on the screen its track lies on the ground, as on the map. So a track has more points
than its path: each knows the time at which the racer is there (whole numbers are steps), and a track can be drawn up to
any step.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.surface_camera import Projection
from gui.widgets.surface_picture import Fog, SurfacePicture
from gui.widgets.surface_sheet import HEIGHT, Sheet

LIFT = 0.008
_PIECE = 0.035
_MOST_PIECES = 60
_BEHIND = 0.012
_THIN = 1.4
_EDGE = 2e-3
FOG_END = 1.2
"""Up to which share of its radius the lit disc shows tracks and balls."""


@dataclass(frozen=True, eq=False)
class Draped:
    """A path on a relief: points (n, 3) of the box, their times, and whether each is joined to the one before."""

    points: Array
    times: Array
    joined: Array


@dataclass(frozen=True, eq=False)
class Track:
    """A draped path on the screen: pixels (n, 2), distances walked along it, and which points are seen."""

    pixels: Array
    walked: Array
    times: Array
    joined: Array
    seen: Array

    def runs(self, first: float, last: float) -> list[tuple[int, int, bool]]:
        """Stretches (from, to, seen) of points between two times; neighbours share the point between them."""
        begin = int(np.searchsorted(self.times, first, "left"))
        end = int(np.searchsorted(self.times, last, "right"))
        begin = max(0, begin - 1) if begin < end and self.joined[begin] else begin
        if end - begin < 2:
            return []
        linked, seen = self.joined[begin + 1 : end], self.seen[begin + 1 : end] & self.seen[begin : end - 1]
        changes = np.flatnonzero((linked[1:] != linked[:-1]) | (seen[1:] != seen[:-1])) + 1
        edges = [0, *changes.tolist(), len(linked)]
        return [(begin + one, begin + two + 1, bool(seen[one])) for one, two in pairwise(edges) if linked[one]]


def draped(path: Array, sheet: Sheet) -> Draped:
    """A path (n, 3) of finite places on a sheet; what lies outside the box is left out."""
    plane = path[:, :2]
    if len(plane) == 0 or sheet.is_empty:
        return Draped(np.zeros((0, 3)), np.zeros(0), np.zeros(0, bool))
    times, joined = _sampled(sheet.to_box(plane), sheet.sides)
    steps = np.arange(len(plane))
    with np.errstate(over="ignore", invalid="ignore"):
        dense = np.column_stack([np.interp(times, steps, plane[:, axis]) for axis in (0, 1)])
    x0, x1, y0, y1 = sheet.rect
    points, on_sheet = stand(np.clip(dense, (x0, y0), (x1, y1)), sheet)
    joined &= np.concatenate(([False], on_sheet[:-1]))
    return Draped(points[on_sheet], times[on_sheet], joined[on_sheet])


def stand(plane: Array, sheet: Sheet) -> tuple[Array, Array]:
    """Points (n, 3) of the box just above the sheet at points (n, 2) of the plane, and which of them it carries."""
    x0, x1, y0, y1 = sheet.rect
    room = np.array(((x1 - x0), (y1 - y0))) * 1e-9
    kept = np.clip(plane, (x0, y0), (x1, y1))
    with np.errstate(invalid="ignore"):
        inside = (np.abs(plane - kept) <= room).all(axis=1)
    kept = np.where(inside[:, None], kept, (x0, y0))
    heights = sheet.ground(kept)
    carried = inside & (heights >= -_EDGE) & (heights <= 1.0 + _EDGE)
    box = sheet.to_box(kept)
    level = (np.where(carried, heights, 0.0) - 0.5) * HEIGHT + LIFT
    return np.column_stack((box, level)), carried


def _sampled(box: Array, sides: tuple[float, float]) -> tuple[Array, Array]:
    """Times at which a path (n, 2) is looked at, dense enough for the ground, inside the box only."""
    if len(box) == 1:
        return np.zeros(1), np.zeros(1, bool)
    enter, leave = _shares(box, np.array(sides))
    segment = np.flatnonzero(enter <= leave)
    if segment.size == 0:
        return np.zeros(0), np.zeros(0, bool)
    enter, leave = enter[segment], leave[segment]
    shift = np.diff(box, axis=0)[segment]
    with np.errstate(over="ignore", invalid="ignore"):
        length = np.nan_to_num(np.hypot(shift[:, 0], shift[:, 1]) * (leave - enter), posinf=2.0)
    pieces = np.clip(np.ceil(length / _PIECE), 1, _MOST_PIECES).astype(np.intp)
    follows = np.concatenate(([False], (np.diff(segment) == 1) & (leave[:-1] >= 1.0) & (enter[1:] <= 0.0)))
    counts = pieces + ~follows
    owner = np.repeat(np.arange(segment.size), counts)
    index = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + follows[owner]
    share = enter[owner] + (leave - enter)[owner] * index / pieces[owner]
    times: Array = segment[owner] + share
    return times, (index > 0)


def _shares(box: Array, sides: Array) -> tuple[Array, Array]:
    """For every segment the shares of its length at which it enters and leaves the box (Liang & Barsky 1984)."""
    first, shift = box[:-1], np.diff(box, axis=0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        one, two = (-sides - first) / shift, (sides - first) / shift
    near, far = np.minimum(one, two), np.maximum(one, two)
    still, within = shift == 0.0, np.abs(first) <= sides
    near = np.where(still, np.where(within, -np.inf, np.inf), near)
    far = np.where(still, np.where(within, np.inf, -np.inf), far)
    return np.maximum(near.max(axis=1), 0.0), np.minimum(far.min(axis=1), 1.0)


def tracks_of(paths: list[Draped], projection: Projection, picture: SurfacePicture, fog: Fog | None) -> list[Track]:
    """Draped paths on the screen, all at once; what the fog hides is left out."""
    if not paths:
        return []
    points = np.concatenate([path.points for path in paths])
    times = np.concatenate([path.times for path in paths])
    joined = np.concatenate([path.joined for path in paths])
    owner = np.repeat(np.arange(len(paths)), [len(path.times) for path in paths])
    if fog is not None:
        lit = np.hypot(points[:, 0] - fog[0], points[:, 1] - fog[1]) <= fog[2] * FOG_END
        joined = joined & np.concatenate(([False], lit[:-1]))
        points, times, joined, owner = points[lit], times[lit], joined[lit], owner[lit]
    pixels = projection.to_pixels(points)
    seen = _calm(is_seen(pixels, picture))
    kept = _thinned(pixels[:, :2], joined, seen)
    pixels, times, joined, seen = pixels[kept, :2], times[kept], joined[kept], seen[kept]
    steps = np.diff(pixels, axis=0)
    walked = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1])))) if len(pixels) else np.zeros(0)
    ends = np.searchsorted(owner[kept], np.arange(len(paths) + 1))
    parts = [slice(begin, end) for begin, end in pairwise(ends.tolist())]
    return [Track(pixels[part], walked[part], times[part], joined[part], seen[part]) for part in parts]


def is_seen(pixels: Array, picture: SurfacePicture) -> Array:
    """Which of the points (n, 3: column, row, 1 / distance) nothing hides."""
    result: Array = pixels[:, 2] * (1.0 + _BEHIND) >= picture.near(pixels[:, :2])
    return result


def _calm(seen: Array) -> Array:
    """A single point between two others does not change sides: no flicker along an edge."""
    if len(seen) < 3:
        return seen
    calm = seen.copy()
    alone = seen[:-2] == seen[2:]
    calm[1:-1] = np.where(alone, seen[:-2], seen[1:-1])
    return calm


def _thinned(pixels: Array, joined: Array, seen: Array) -> Array:
    """Which points to keep: ends of stretches, and one for every pixel and a bit."""
    if len(pixels) < 3:
        return np.ones(len(pixels), bool)
    cells = np.round(pixels / _THIN)
    kept = np.ones(len(pixels), bool)
    kept[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1) | ~joined[1:-1] | ~joined[2:]
    kept[1:-1] |= (seen[1:-1] != seen[:-2]) | (seen[1:-1] != seen[2:])
    return kept
