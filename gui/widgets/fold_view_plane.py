"""From the input plane to the hidden plane: what lies where, and where it is on the way.

Both planes are shown in squares. A point on its way moves in a straight line on the screen from its place in the input
plane to its place in the hidden plane. Three hidden units are seen as by a camera far away (orthographic), which the
learner turns: `azimuth` about the third axis, `elevation` above the other two, in degrees.

Ranges that come from the numbers grow at once and shrink only when less than half of them is used: a picture that
breathes while a network trains cannot be read. There is always a margin: markers at the edge are seen whole.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gui.widgets.contours import Array, Rect

_ROOM, _LEAST_ROOM = 1.2, 1.12
_SHRINKS = 0.5
_SMALLEST = 1e-9
_CUBE = 0.53
_EDGES = ((0, 1), (0, 2), (0, 4), (1, 3), (1, 5), (2, 3), (2, 6), (3, 7), (4, 5), (4, 6), (5, 7), (6, 7))


@dataclass(frozen=True)
class Range:
    """A square (or cube) of space: its middle, and half its side."""

    centre: tuple[float, ...]
    half: float

    @property
    def rect(self) -> Rect:
        """Its first two axes as a rectangle."""
        x, y = (*self.centre, 0.0)[:2]
        return (x - self.half, x + self.half, y - self.half, y + self.half)

    def unit(self, points: Array) -> Array:
        """Points (n, d) as numbers from -1 to 1 along every axis."""
        axes = len(self.centre)
        known = points[:, :axes]
        if known.shape[1] < axes:
            known = np.column_stack((known, np.tile(self.centre[known.shape[1] :], (len(points), 1))))
        with np.errstate(over="ignore", invalid="ignore"):
            result: Array = (known - np.array(self.centre)) / self.half
        return result


@dataclass(frozen=True)
class Camera:
    """Where three hidden units are seen from."""

    azimuth: float = 38.0
    elevation: float = 22.0

    def turned(self, across: float, up: float) -> "Camera":
        """So many degrees further; never over the pole."""
        elevation = min(max(self.elevation + up, -88.0), 88.0)
        return replace(self, azimuth=(self.azimuth + across + 180.0) % 360.0 - 180.0, elevation=elevation)

    def axes(self) -> Array:
        """The directions to the right, up, and towards the eye, (3, 3)."""
        turn, rise = math.radians(self.azimuth), math.radians(self.elevation)
        right = (-math.sin(turn), math.cos(turn), 0.0)
        up = (-math.sin(rise) * math.cos(turn), -math.sin(rise) * math.sin(turn), math.cos(rise))
        towards = (math.cos(rise) * math.cos(turn), math.cos(rise) * math.sin(turn), math.sin(rise))
        return np.array((right, up, towards))

    def seen(self, units: Array) -> Array:
        """Points (n, 3) of the cube from -1 to 1 as the picture's (n, 2), none farther out than 1."""
        with np.errstate(over="ignore", invalid="ignore"):
            result: Array = units @ self.axes()[:2].T * _CUBE
        return result


def flat(units: Array, camera: Camera) -> Array:
    """Points of two axes as they are, of three as the camera sees them; those of one axis lie on a line."""
    if units.shape[1] == 3:
        return camera.seen(units)
    if units.shape[1] == 1:
        return np.column_stack((units[:, 0], np.zeros(len(units))))
    return units


def between(before: Array, after: Array, share: float) -> Array:
    """The points (n, 2) on their way."""
    if share <= 0.0:
        return before
    return after if share >= 1.0 else before + (after - before) * share


def range_of(clouds: Sequence[Array], old: Range | None, axes: int) -> Range:
    """The square around all finite points, or the old one while that still fits."""
    finite = [cloud[np.isfinite(cloud).all(axis=1)] for cloud in clouds if len(cloud) and cloud.shape[1] == axes]
    points = np.concatenate(finite) if finite else np.zeros((0, axes))
    if len(points) == 0:
        return old if old is not None and len(old.centre) == axes else Range((0.0,) * axes, 1.0)
    low, high = np.clip(points.min(axis=0), -1e100, 1e100), np.clip(points.max(axis=0), -1e100, 1e100)
    half = max(float((high - low).max()) / 2.0, _SMALLEST * max(1.0, float(np.abs(points).max())), 1e-12)
    if old is not None and len(old.centre) == axes and old.half * _SHRINKS <= half:
        middle = np.array(old.centre)
        free = old.half / _LEAST_ROOM
        if (low >= middle - free).all() and (high <= middle + free).all():
            return old
    return Range(tuple(((low + high) / 2.0).tolist()), half * _ROOM)


def half_plane(line: Sequence[float], rect: Rect) -> Array:
    """The corners (n, 2) of the part of a rectangle where w1 x + w2 y + b > 0; none where there is no such part."""
    x0, x1, y0, y1 = rect
    size = math.hypot(line[0], line[1])
    w1, w2, b = line[0] / size, line[1] / size, line[2] / size
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    values = [w1 * x + w2 * y + b for x, y in corners]
    found: list[tuple[float, float]] = []
    for k in range(4):
        (ax, ay), (bx, by), one, two = corners[k], corners[(k + 1) % 4], values[k], values[(k + 1) % 4]
        if one > 0.0:
            found.append((ax, ay))
        if (one > 0.0) != (two > 0.0):
            share = one / (one - two)
            found.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    return np.array(found).reshape(-1, 2)


def plane_in_cube(plane: Sequence[float], cube: Range) -> Array:
    """The corners (n, 3), in order, of the part of a plane w . h + b = 0 inside a cube, in the cube's own units."""
    size = max(abs(weight) for weight in plane[:3])
    if size == 0.0 or not np.isfinite(plane).all():
        return np.zeros((0, 3))
    weights = np.array(plane[:3]) / size
    offset = (float(weights @ np.array(cube.centre)) + plane[3] / size) / cube.half
    corners = np.array([[1.0 if k >> axis & 1 else -1.0 for axis in range(3)] for k in range(8)])
    values = corners @ weights + offset
    cuts = [
        corners[a] + (corners[b] - corners[a]) * (values[a] / (values[a] - values[b]))
        for a, b in _EDGES
        if (values[a] > 0.0) != (values[b] > 0.0)
    ]
    if len(cuts) < 3:
        return np.zeros((0, 3))
    spots = np.array(cuts)
    normal = weights / np.linalg.norm(weights)
    first = spots[0] - spots.mean(axis=0)
    second = np.cross(normal, first)
    away = spots - spots.mean(axis=0)
    order = np.argsort(np.arctan2(away @ second, away @ first))
    result: Array = spots[order]
    return result


def cube_edges() -> Array:
    """The twelve edges of the cube from -1 to 1, (12, 2, 3)."""
    corners = np.array([[1.0 if k >> axis & 1 else -1.0 for axis in range(3)] for k in range(8)])
    return np.array([(corners[a], corners[b]) for a, b in _EDGES])
