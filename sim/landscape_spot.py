"""Where a network in training stands on the landscape: its foot, its true loss, and the way downhill.

Also what a picture in the making looks like: between rows that are done the losses are blended, so that it sharpens
and does not flicker.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.loss_landscape import Ground, Sweep, ground_of, losses_at, losses_of, rows_done, spread_evenly
from sim.loss_plane import LossPlane, Row
from sim.network_plan import Plan

HAIR = 0.01
"""Half the distance, as a share of the span, over which the slope is measured."""


@dataclass(frozen=True)
class Heights:
    """loss: of a network; drawn: of its foot. downhill: of length 1."""

    loss: float
    drawn: float
    downhill: tuple[float, float]


class Footing:
    """A plane, ready to be asked for feet; as `sim.loss_plane.project`, but without BLAS and its threads."""

    def __init__(self, plane: LossPlane) -> None:
        ways = np.stack([plane.first, plane.second])
        self.plane = plane
        self.lengths = (length(plane.first), length(plane.second))
        products = (ways[:, None, :] * ways[None, :, :]).sum(axis=2)
        self.solve = np.linalg.pinv(products, hermitian=True)

    def of(self, points: Row) -> tuple[Row, Row]:
        """Coordinates (n, 2) of the feet of parameters (n, parameters), and how far they are from them (n,)."""
        with np.errstate(invalid="ignore", over="ignore"):
            away = points - self.plane.middle
            along, across = ((away * way).sum(axis=1) for way in (self.plane.first, self.plane.second))
            places = np.stack([along, across], axis=1) @ self.solve
            away -= places[:, :1] * self.plane.first + places[:, 1:] * self.plane.second
            return places, np.sqrt(np.square(away).sum(axis=1))

    def shadow(self, way: Row) -> tuple[float, float, float]:
        """A way through parameters as the plane has it: (along, across, the share of its length that lies in it)."""
        along, across = self.solve @ np.array([(way * self.plane.first).sum(), (way * self.plane.second).sum()])
        inside, size = length(along * self.plane.first + across * self.plane.second), length(way)
        return float(along), float(across), inside / size if size > 0.0 else 0.0


def length(row: Row) -> float:
    """How long a row is."""
    return float(np.sqrt(np.square(row).sum()))


def grounds(plan: Plan, loss: str, x: ArrayLike, y: ArrayLike) -> Callable[[int], Ground]:
    """A function that lays out so many of the examples, evenly chosen, and keeps the last two."""
    points, targets = np.array(x), np.array(y)

    @lru_cache(maxsize=2)
    def of(count: int) -> Ground:
        chosen = spread_evenly(len(points), count)
        return ground_of(plan, loss, points[chosen], targets[chosen])

    return of


def heights_of(sweep: Sweep, footing: Footing, here: Row) -> Heights:
    """The losses of parameters and of their foot on the plane of a sweep; NaN outside the finite numbers."""
    ground, plane, hair = sweep.ground, sweep.plane, HAIR * sweep.span
    foot = footing.of(here[None])[0]
    if not np.isfinite(foot).all():
        return Heights(np.nan, np.nan, (0.0, 0.0))
    nothing = np.zeros_like(here)
    true = losses_at(ground, LossPlane(here, nothing, nothing), [[0.0, 0.0]])[0]
    around = foot + hair * np.array([[0.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    drawn, right, left, up, down = losses_at(ground, plane, around).tolist()
    return Heights(float(true), drawn, downhill(footing, np.array([right - left, up - down]) / (2.0 * hair)))


def downhill(footing: Footing, slopes: Row) -> tuple[float, float]:
    """Where the foot of a step against the gradient lies, as a way of length 1; (0, 0) where it is level."""
    step = -footing.solve @ np.nan_to_num(slopes, nan=0.0, posinf=0.0, neginf=0.0)
    size = length(step)
    return (float(step[0] / size), float(step[1] / size)) if size > 0.0 else (0.0, 0.0)


def blended(sweep: Sweep) -> NDArray[Any]:
    """The losses of a sweep, those between rows that are done blended, beyond them the last; NaN before the first."""
    done = np.sort(sweep.rows[: rows_done(sweep)])
    picture = losses_of(sweep)
    if not len(done) or len(done) == sweep.resolution:
        return picture
    rows = np.arange(sweep.resolution)
    above = np.searchsorted(done, rows).clip(0, len(done) - 1)
    below = np.where(done[above] > rows, np.maximum(above - 1, 0), above)
    gap = done[above] - done[below]
    share = np.where(gap > 0, (rows - done[below]) / np.maximum(gap, 1), 0.0).astype(picture.dtype)[:, None]
    with np.errstate(invalid="ignore"):
        made: NDArray[Any] = picture[done[below]] * (1 - share) + picture[done[above]] * share
    made[done] = picture[done]
    return made
