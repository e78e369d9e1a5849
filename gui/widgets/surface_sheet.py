"""A mesh of losses as a relief in a box: heights, slopes and level lines, with the same tones and levels as the map.

Heights are tones: 0 is the valley, 1 the highest place of the landscape, logarithms where the map has them. Where a
surface has no floor, `z_clip` is the bottom of the box; where a few cells rise far above all others (a pole), the box
ends above the others. What lies beyond is cut off, and what is not a number is a hole.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gui.widgets.contours import Array, Levels, Rect, Span, levels_for, span_of
from gui.widgets.relief import tones

HEIGHT = 0.72
"""The height of the box; its longer side is 2."""
NARROWEST = 0.55
EXAGGERATION = 1.25
ALONG = np.array((0.0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6, 0.75, -0.75))
"""Where on an edge its name may stand: from -1 to 1, the best place first."""
MINOR, MAJOR = 0.42, 0.85
_NEVER = 1e9
_POLE, _ABOVE = 6.0, 1.6
_BLOCK, _COARSE = 4, 64


@dataclass(frozen=True, eq=False)
class Sheet:
    """A relief: where its samples stand (xs, ys), what they hold (rows, columns, 3: height, slopes), its levels."""

    rect: Rect
    log_levels: bool
    span: Span
    values: Array
    xs: Array
    ys: Array
    cells: Array
    levels: Array
    hull: Array

    @cached_property
    def coarse(self) -> tuple[Array, Array, Array]:
        """xs, ys and cells of fewer samples, for a picture that moves."""
        rows, columns = (_some(count, _COARSE) for count in self.cells.shape[:2])
        return self.xs[columns], self.ys[rows], np.ascontiguousarray(self.cells[np.ix_(rows, columns)])

    @property
    def is_empty(self) -> bool:
        """Is there no number in it?"""
        return len(self.hull) == 0

    @property
    def sides(self) -> tuple[float, float]:
        """How far the box reaches in x and in y."""
        return sides_of(self.rect)

    def tones(self, losses: Array) -> Array:
        """The heights of losses: 0 to 1 inside the box."""
        return heights_of(np.asarray(losses, np.float64), self.span, self.log_levels)

    def to_box(self, plane: Array) -> Array:
        """Points (n, 2) of the plane as (n, 2) of the box."""
        x0, x1, y0, y1 = self.rect
        wide, deep = self.sides
        with np.errstate(over="ignore", invalid="ignore"):
            x = ((plane[:, 0] - x0) / (x1 - x0) * 2.0 - 1.0) * wide
            y = ((plane[:, 1] - y0) / (y1 - y0) * 2.0 - 1.0) * deep
        return np.column_stack((x, y))

    def from_box(self, x: float, y: float) -> tuple[float, float]:
        """A point of the box as one of the plane, kept inside."""
        x0, x1, y0, y1 = self.rect
        wide, deep = self.sides
        across, up = min(max(x / wide, -1.0), 1.0), min(max(y / deep, -1.0), 1.0)
        return x0 + (across + 1.0) / 2.0 * (x1 - x0), y0 + (up + 1.0) / 2.0 * (y1 - y0)

    def ground(self, plane: Array) -> Array:
        """Heights (n,) of the sheet under points (n, 2) of the plane; NaN outside and in holes."""
        return self._between(self.cells[..., 0], plane)

    @cached_property
    def edges(self) -> dict[tuple[int, int], Array]:
        """Points (n, 3) of the box on each edge, by the direction in which it lies: at the shares ALONG of its length,
        and in the middle of the box's height where the relief has no number.
        """
        found = {}
        for side in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            box = np.array(self.sides) * np.where(np.array(side) != 0, side, np.stack((ALONG, ALONG), axis=-1))
            height = self.ground(np.array([self.from_box(x, y) for x, y in box.tolist()]))
            level = np.where(np.isfinite(height), np.clip(height, 0.0, 1.0) - 0.5, 0.0) * HEIGHT
            found[side] = np.column_stack((box, level))
        return found

    def loss_at(self, point: tuple[float, float]) -> float:
        """The loss at a point of the plane, between those of the mesh; NaN outside and in holes."""
        return float(self._between(self.values, np.array([point]))[0])

    def _between(self, height: Array, plane: Array) -> Array:
        """Values (n,) between the samples of a grid."""
        x0, x1, y0, y1 = self.rect
        rows, columns = self.cells.shape[:2]
        with np.errstate(over="ignore", invalid="ignore"):
            across = (plane[:, 0] - x0) / (x1 - x0) * (columns - 1)
            up = (plane[:, 1] - y0) / (y1 - y0) * (rows - 1)
            inside = (across >= 0) & (across <= columns - 1) & (up >= 0) & (up <= rows - 1)
        across, up = np.where(inside, across, 0.0), np.where(inside, up, 0.0)
        column, row = np.minimum(across.astype(np.intp), columns - 2), np.minimum(up.astype(np.intp), rows - 2)
        right, above = across - column, up - row
        with np.errstate(over="ignore", invalid="ignore"):
            low = height[row, column] * (1.0 - right) + height[row, column + 1] * right
            high = height[row + 1, column] * (1.0 - right) + height[row + 1, column + 1] * right
            result: Array = np.where(inside, low * (1.0 - above) + high * above, np.nan)
        return result


def sides_of(rect: Rect) -> tuple[float, float]:
    """How far a box over `rect` reaches from its middle: true proportions, within reason."""
    wide, deep = rect[1] - rect[0], rect[3] - rect[2]
    ratio = min(max(deep / wide, NARROWEST), 1.0 / NARROWEST)
    return (1.0, ratio) if ratio <= 1.0 else (1.0 / ratio, 1.0)


def sheet_of(values: Array, rect: Rect, log_levels: bool, z_clip: float | None) -> Sheet:
    """The relief of losses (rows, columns), row 0 at the lowest y, from edge to edge of `rect`."""
    values = np.atleast_2d(np.asarray(values, np.float64))
    span = span_inside(values, log_levels, z_clip)
    rows, columns = values.shape
    wide, deep = sides_of(rect)
    xs, ys = np.linspace(-wide, wide, columns, dtype=np.float32), np.linspace(-deep, deep, rows, dtype=np.float32)
    heights = heights_of(blurred(values) if log_levels else values, span, log_levels)
    cells = np.zeros((rows, columns, 3), np.float32)
    cells[..., 0] = heights
    if rows > 1 and columns > 1:
        up, right = np.gradient(heights * HEIGHT * EXAGGERATION, ys, xs)
        softened = 1.0 / np.sqrt(1.0 + 0.16 * (up * up + right * right))
        cells[..., 1], cells[..., 2] = (np.nan_to_num(slope * softened) for slope in (right, up))
    levels = levels_in(levels_for(span, log_levels), span, log_levels)
    return Sheet(rect, log_levels, span, values, xs, ys, cells, levels, hull_of(xs, ys, heights))


def blurred(values: Array) -> Array:
    """Each loss as the mean around it, where all around are numbers (weights 1, 4, 6, 4, 1 in both directions).

    Of a gorge narrower than the mesh some samples meet the floor and others do not; a logarithm makes saw teeth of it.
    """
    for axis in (0, 1, 0, 1):
        turned = np.moveaxis(values, axis, 0)
        padded = np.concatenate((turned[:1], turned, turned[-1:]))
        with np.errstate(over="ignore", invalid="ignore"):
            mean = padded[:-2] / 4.0 + padded[1:-1] / 2.0 + padded[2:] / 4.0
        values = np.moveaxis(np.where(np.isfinite(mean), mean, turned), 0, axis)
    return values


def span_inside(values: Array, log_levels: bool, z_clip: float | None) -> Span:
    """The losses from the bottom of the box to its top."""
    finite = values[np.isfinite(values)]
    if z_clip is not None:
        finite = np.maximum(finite, z_clip)
    if finite.size and not log_levels:
        low, most, top = finite.min(), np.quantile(finite, 0.97), finite.max()
        with np.errstate(over="ignore"):
            if top - low > _POLE * (most - low) > 0.0:
                finite = np.minimum(finite, low + _ABOVE * (most - low))
    return span_of(finite)


def heights_of(losses: Array, span: Span, log_levels: bool) -> Array:
    """Tones, also of what lies below the box, as float64 no farther than needed to see the way out."""
    above = tones(losses, span, log_levels).astype(np.float64)
    if not span.is_flat and not log_levels:
        with np.errstate(over="ignore", invalid="ignore"):
            below = (losses - span.low) / (span.high - span.low)
        above = np.where(below < 0.0, below, above)
    result: Array = np.clip(above, -4.0, 4.0)
    return result


def levels_in(levels: Levels, span: Span, log_levels: bool) -> Array:
    """Heights and strengths (n, 2) of level lines, between two that are never reached."""
    inside = np.array([value for value in levels.values if span.low < value < span.high])
    strengths = [MAJOR if value in levels.majors else MINOR for value in inside]
    table = np.array(((-_NEVER, 0.0), (_NEVER, 0.0)), np.float32)
    if inside.size:
        table = np.insert(table, 1, np.column_stack((tones(inside, span, log_levels), strengths)), axis=0)
    return np.ascontiguousarray(table, np.float32)


def hull_of(xs: Array, ys: Array, heights: Array) -> Array:
    """Points (n, 3) of the box that a picture has to hold: the corners of the sheet's convex hull.

    A corner is the farthest point in some direction. It is looked for among the rims of sheet and holes and the highest
    and lowest points of small blocks.
    """
    rows, columns = np.nonzero(_striking(heights))
    if not rows.size:
        return np.zeros((0, 3))
    level = (np.clip(heights[rows, columns], 0.0, 1.0) - 0.5) * HEIGHT
    points = np.column_stack((xs[columns], ys[rows], level))
    farthest = (_DIRECTIONS @ points.astype(np.float32).T).argmax(axis=1)
    result: Array = points[np.unique(farthest)]
    return result


def _striking(heights: Array) -> Array:
    """Which samples lie beside something that is no number, or are the highest or lowest of their block."""
    known = np.isfinite(heights)
    framed = np.pad(known, 1)
    inner = framed[:-2, 1:-1] & framed[2:, 1:-1] & framed[1:-1, :-2] & framed[1:-1, 2:]
    found: Array = known & ~inner
    rows, columns = (range(0, count, _BLOCK) for count in heights.shape)
    for sign in (1.0, -1.0):
        values = np.where(known, sign * heights, -np.inf)
        best = np.maximum.reduceat(np.maximum.reduceat(values, rows, axis=0), columns, axis=1)
        spread = np.repeat(np.repeat(best, _BLOCK, axis=0), _BLOCK, axis=1)[: heights.shape[0], : heights.shape[1]]
        found |= known & (values == spread)
    return found


def _directions(count: int) -> Array:
    """Unit vectors (count, 3) spread evenly over a sphere, on a spiral (Fibonacci's lattice)."""
    z = 1.0 - (2.0 * np.arange(count) + 1.0) / count
    angle, flat = np.arange(count) * np.pi * (3.0 - np.sqrt(5.0)), np.sqrt(1.0 - z * z)
    return np.column_stack((flat * np.cos(angle), flat * np.sin(angle), z)).astype(np.float32)


_DIRECTIONS = _directions(400)


def _some(count: int, most: int) -> Array:
    """At most so many of the samples of a side, evenly spread, and always both ends."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(np.intp))
