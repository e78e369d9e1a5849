"""What a landscape is, and the two questions the board asks about a path on it: has it left the saddle, has it settled?

Paths are arrays of shape (steps + 1, 2), row 0 the start. A path may fly off: NaN and infinity in it are not errors.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.critical_points import CriticalPoints, hessian
from sim.critical_points_table import MAXIMA, MINIMA, SADDLES
from sim.numerals import write_short
from sim.phrases import phrase

Array = NDArray[np.float64]
Point = tuple[float, float]

FALL = 0.1
"""A saddle counts as left after this share of the way down to the nearest minimum."""
NEAR = 0.01
"""A minimum counts as reached within this share of the domain's diagonal."""


@dataclass(frozen=True, eq=False)
class Surface:
    """One entry of SURFACES: a rule of `sim.surface_rules`, where to look at it, and what is fair on it.

    domain: (x0, x1, y0, y1). rates: a learning rate for every optimizer. data: the row of constants the rule reads.
    z_clip: the height below which a picture cuts the surface off. escape_y: on a surface without a floor, the |y|
    beyond which its saddle counts as left. points: where the surface is level; None: the table knows.
    """

    key: str
    title: str
    rule: Callable[..., Any]
    formula: str
    about: str
    source: str
    domain: tuple[float, float, float, float]
    start: Point
    rates: Mapping[str, float]
    data: Array
    log_levels: bool = False
    axis_names: tuple[str, str] = ("x", "y")
    z_clip: float | None = None
    escape_y: float | None = None
    points: CriticalPoints | None = None

    @property
    def minima(self) -> tuple[Point, ...]:
        """Every minimum inside the domain."""
        return MINIMA[self.key] if self.points is None else pairs(self.points.minima)

    @property
    def saddles(self) -> tuple[Point, ...]:
        """Every saddle inside the domain."""
        return SADDLES[self.key] if self.points is None else pairs(self.points.saddles)

    @property
    def maxima(self) -> tuple[Point, ...]:
        """Every maximum inside the domain."""
        return MAXIMA[self.key] if self.points is None else pairs(self.points.maxima)

    @property
    def diagonal(self) -> float:
        """The length of the domain's diagonal."""
        return float(np.hypot(self.domain[1] - self.domain[0], self.domain[3] - self.domain[2]))

    def loss(self, x: float, y: float) -> float:
        """The height at (x, y); inf or NaN where it is too large for a number."""
        return float(self.losses(np.float64(x), np.float64(y)))

    def gradient(self, x: float, y: float) -> Point:
        """(dloss/dx, dloss/dy) at (x, y)."""
        dx, dy = self.gradients(np.float64(x), np.float64(y))
        return float(dx), float(dy)

    def losses(self, x: Any, y: Any) -> Array:
        """The heights at arrays of points (x and y of one shape), element by element."""
        with np.errstate(all="ignore"):
            return np.asarray(self.rule(np.asarray(x, np.float64)[()], np.asarray(y, np.float64)[()], self.data)[0])

    def gradients(self, x: Any, y: Any) -> tuple[Array, Array]:
        """(dloss/dx, dloss/dy) at arrays of points, each of the shape of x."""
        with np.errstate(all="ignore"):
            loss, dx, dy = self.rule(np.asarray(x, np.float64)[()], np.asarray(y, np.float64)[()], self.data)
        return np.broadcast_to(dx, np.shape(loss)), np.broadcast_to(dy, np.shape(loss))

    def hessian(self, x: float, y: float) -> tuple[float, float, float]:
        """The second derivatives (xx, xy, yy) at (x, y): central differences of the exact gradient."""
        matrix = hessian(self.rule, self.data, np.array([[x, y]]), self.domain)[0]
        return float(matrix[0, 0]), float(matrix[0, 1]), float(matrix[1, 1])


def pairs(points: Array) -> tuple[Point, ...]:
    """Rows of (x, y) as pairs."""
    return tuple((float(x), float(y)) for x, y in points)


def left_saddle(surface: Surface, path: Array, losses: Array | None = None) -> int | None:
    """The first step at which the path has left the saddle nearest to its start, or None.

    With `escape_y`: |y| > escape_y. Else the loss lies below `escape_loss`. None also where there is no saddle to
    leave. `losses` along the path are used where they are known, else computed.
    """
    x, y = path[:, 0], path[:, 1]
    if surface.escape_y is not None:
        return first(np.abs(y) > surface.escape_y)
    limit = escape_loss(surface, (float(x[0]), float(y[0])))
    if limit is None:
        return None
    return first((surface.losses(x, y) if losses is None else losses) < limit)


def escape_loss(surface: Surface, start: Point) -> float | None:
    """The loss a tenth of the way down from the saddle nearest to `start` to the minimum nearest to that saddle.

    Without a minimum in the domain, the lowest point of the domain's border stands for it. None where there is no
    saddle.
    """
    if not surface.saddles:
        return None
    return escape_loss_at(surface, nearest(surface.saddles, start))


@lru_cache(maxsize=1024)
def escape_loss_at(surface: Surface, saddle: Point) -> float:
    """`escape_loss` of one saddle of the surface."""
    height = surface.loss(*saddle)
    floor = surface.loss(*nearest(surface.minima, saddle)) if surface.minima else lowest_on_border(surface)
    return height - FALL * max(height - floor, 0.0)


def escape_rule(surface: Surface, start: Point) -> str:
    """The criterion of `left_saddle` in words, for a tooltip."""
    if surface.escape_y is not None:
        return phrase("Left the saddle: |y| is greater than {escape_y}.", escape_y=write_short(surface.escape_y, 6))
    limit = escape_loss(surface, start)
    if limit is None:
        return "This surface has no saddle to leave."
    below = write_short(limit, 3)
    return phrase(
        "Left the saddle: the loss is below {below}, a tenth of the way from the saddle to the nearest minimum.",
        below=below,
    )


def settled(surface: Surface, path: Array) -> int | None:
    """The first step from which the path stays near one minimum (within NEAR diagonals) to its end, or None."""
    end = path[-1]
    if not surface.minima or not np.isfinite(end).all():
        return None
    target = nearest(surface.minima, (float(end[0]), float(end[1])))
    with np.errstate(all="ignore"):
        away = ~(np.hypot(path[:, 0] - target[0], path[:, 1] - target[1]) <= NEAR * surface.diagonal)
    if away[-1]:
        return None
    return int(np.flatnonzero(away)[-1]) + 1 if away.any() else 0


def nearest(points: tuple[Point, ...], point: Point) -> Point:
    """The one of `points` nearest to `point`; the first of several."""
    return min(points, key=lambda candidate: np.hypot(candidate[0] - point[0], candidate[1] - point[1]))


def lowest_on_border(surface: Surface, samples: int = 101) -> float:
    """The smallest finite loss on the border of the domain; infinite where there is none."""
    x0, x1, y0, y1 = surface.domain
    along_x, along_y = np.linspace(x0, x1, samples), np.linspace(y0, y1, samples)
    sides = [surface.losses(along_x, np.full(samples, y)) for y in (y0, y1)]
    sides += [surface.losses(np.full(samples, x), along_y) for x in (x0, x1)]
    return float(np.min(sides, where=np.isfinite(sides), initial=np.inf))


def first(condition: NDArray[np.bool_]) -> int | None:
    """The index of the first True, or None."""
    return int(np.argmax(condition)) if condition.any() else None
