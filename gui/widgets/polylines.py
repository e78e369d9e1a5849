"""From a path in numbers to lines that Qt can paint: cut, clip, thin out, convert.

A run may leave for infinity: on a saddle a path reaches 1e300 in a few hundred steps, and a diverged one turns to NaN.
Qt's painter must never see such a number, so a path is cut at its first point that is not finite and clipped here, in
float64, to a rectangle little larger than the picture. A segment that leaves the picture is drawn to its edge in its
true direction.

Thinning keeps the first and last point and every turn that can be seen: what is dropped lies within a quarter of a
pixel of its neighbours, or bends the line less than all that is kept.
"""

import numpy as np
import shiboken6
from PySide6.QtGui import QPolygonF

from gui.widgets.contours import Array

MOST_POINTS = 500
_FAR = 1e150
_SMALL_BESIDE_FAR = 1e100
_NEAR_PIXELS = 0.25


def finite_part(path: Array) -> Array:
    """The points (n, 2) before the first that is not finite, as float64; the far ones pulled in along their direction.
    """
    path = np.asarray(path, np.float64)
    path = path.reshape(0, 2) if path.size == 0 else path
    broken = ~np.isfinite(path).all(axis=1)
    if broken.any():
        path = path[: int(np.argmax(broken))]
    reach = np.abs(path).max(axis=1, initial=0.0)
    if (reach > _FAR).any():
        pulled = path * np.minimum(1.0, _FAR / np.maximum(reach, 1.0))[:, None]
        path = np.where(np.abs(pulled) < _SMALL_BESIDE_FAR, path, pulled)
    return path


def clip(points: Array, box: tuple[float, float, float, float]) -> list[Array]:
    """The parts of a polyline (n, 2) of finite points that lie in the box (left, top, right, bottom), as polylines."""
    low, high = np.array(box[:2]), np.array(box[2:])
    if len(points) == 0:
        return []
    inside = ((points >= low) & (points <= high)).all(axis=1)
    if inside.all():
        return [points]
    if len(points) == 1:
        return []
    enter, leave, shift = _crossings(points, low, high)
    kept = np.flatnonzero(enter <= leave)
    if kept.size == 0:
        return []
    start = np.clip(points[:-1][kept] + shift[kept] * enter[kept, None], low, high)
    end = np.clip(points[:-1][kept] + shift[kept] * leave[kept, None], low, high)
    joined = (np.diff(kept) == 1) & (leave[kept[:-1]] >= 1.0) & (enter[kept[1:]] <= 0.0)
    breaks = np.flatnonzero(~joined) + 1
    groups = np.split(np.arange(kept.size), breaks)
    return [np.vstack((start[group], end[group[-1:]])) for group in groups]


def _crossings(points: Array, low: Array, high: Array) -> tuple[Array, Array, Array]:
    """For every segment the shares of its length at which it enters and leaves the box (Liang & Barsky 1984), and its
    vector.
    """
    first, shift = points[:-1], np.diff(points, axis=0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        one, two = (low - first) / shift, (high - first) / shift
    near, far = np.minimum(one, two), np.maximum(one, two)
    still = shift == 0.0
    within = (first >= low) & (first <= high)
    near = np.where(still, np.where(within, -np.inf, np.inf), near)
    far = np.where(still, np.where(within, np.inf, -np.inf), far)
    return np.maximum(near.max(axis=1), 0.0), np.minimum(far.min(axis=1), 1.0), shift


def thin_out(points: Array, limit: int = MOST_POINTS) -> Array:
    """At most `limit` of the points (n, 2) in pixels: the ends, the sharpest turns, and an even spread of the others.
    """
    if len(points) <= limit:
        return points
    cells = np.round(points / _NEAR_PIXELS)
    moved = np.any(cells[1:] != cells[:-1], axis=1)
    points = points[np.concatenate(([True], moved[:-1], [True]))]
    if len(points) <= limit:
        return points
    before, after = points[1:-1] - points[:-2], points[2:] - points[1:-1]
    turning = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0])
    turning += np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1) * ((before * after).sum(axis=1) < 0.0)
    even = np.linspace(0, len(points) - 1, limit // 3).round().astype(np.intp)
    sharp = np.argpartition(turning, -(limit - even.size))[-(limit - even.size) :] + 1
    return points[np.unique(np.concatenate((even, sharp)))]


def polygon(points: Array) -> QPolygonF:
    """The points (n, 2) as Qt's own array, copied in one go: ten times faster than making QPointF objects."""
    line = QPolygonF()
    if len(points) == 0:
        return line
    line.resize(len(points))
    # The stubs know neither the size nor that a pointer may come as an object.
    memory = shiboken6.VoidPtr(line.data(), len(points) * 16, True)  # type: ignore[call-arg, arg-type]
    np.frombuffer(memory, np.float64).reshape(-1, 2)[:] = points  # type: ignore[call-overload]
    return line


def points_of(line: QPolygonF) -> Array:
    """Qt's own array as points (n, 2)."""
    if line.isEmpty():
        return np.zeros((0, 2))
    memory = shiboken6.VoidPtr(line.data(), len(line) * 16, False)  # type: ignore[call-arg, arg-type]
    points: Array = np.frombuffer(memory, np.float64).reshape(-1, 2).copy()  # type: ignore[call-overload]
    return points
