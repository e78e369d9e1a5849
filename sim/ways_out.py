"""The way out of a saddle: in which direction it falls, where its ridge runs, how far it is until one has left.

The way out is the direction of the most negative curvature; where a surface says `escape_y`, it is y. Who starts beside
the way, on a straight ridge, walks along it as from the saddle itself; a bent ridge throws him off.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sim.surface import Point, Surface, nearest


@dataclass(frozen=True)
class WayOut:
    """The way over a saddle: the point, the unit vectors along and across the way out, its curvature (0: level)."""

    saddle: Point
    along: Point
    across: Point
    curvature: float


def ridge_of(surface: Surface, way: WayOut, start: Point) -> Point:
    """Where the offset is 0: beside the start, or at the saddle itself where the ridge between the two is bent."""
    if surface.escape_y is not None:
        return start[0], way.saddle[1]
    across = (start[0] - way.saddle[0]) * way.across[0] + (start[1] - way.saddle[1]) * way.across[1]
    if not is_ridge(surface, way, across):
        return way.saddle
    return way.saddle[0] + across * way.across[0], way.saddle[1] + across * way.across[1]


def is_ridge(surface: Surface, way: WayOut, across: float) -> bool:
    """Whether nothing pulls along the way out anywhere on the straight line from the start to the saddle."""
    line = np.linspace(0.0, across, 9)[:, np.newaxis] * way.across + way.saddle
    dx, dy = surface.gradients(line[:, 0], line[:, 1])
    with np.errstate(all="ignore"):
        pull, push = dx * way.along[0] + dy * way.along[1], np.hypot(dx, dy)
        return bool((np.abs(pull) <= 1e-7 * (np.max(push) + 1e-30)).all())


@lru_cache(maxsize=64)
def way_out(surface: Surface, start: Point) -> WayOut | None:
    """The way over the saddle nearest to the start, seen from the start's side."""
    saddle = nearest(surface.saddles, start) if surface.saddles else (0.0, 0.0)
    if surface.escape_y is None and not surface.saddles:
        return None
    xx, xy, yy = surface.hessian(*saddle)
    matrix = np.array([[xx, xy], [xy, yy]])
    if surface.escape_y is not None or not np.isfinite(matrix).all():
        return WayOut(saddle, (0.0, 1.0), (1.0, 0.0), float(matrix[1, 1]))
    values, vectors = np.linalg.eigh(matrix)
    along = vectors[:, 0]
    if values[0] > -1e-6 * max(abs(values[1]), 1.0):
        along, values = np.array([0.0, 1.0]), np.zeros(2)
    if along @ (np.array(start) - saddle) < 0.0:
        along = -along
    return WayOut(saddle, (float(along[0]), float(along[1])), (float(along[1]), -float(along[0])), float(values[0]))


def distance_out(surface: Surface, way: WayOut, limit: float) -> float:
    """How far from the ridge the saddle counts as left if its curvature stays what it is."""
    if surface.escape_y is not None:
        return limit
    if not way.curvature:
        return np.nan
    fall = surface.loss(*way.saddle) - limit
    return float(np.sqrt(2.0 * max(fall, 0.0) / abs(way.curvature)))
