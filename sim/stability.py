"""How a surface bends at a point, and how large a step each method may take there.

On a quadratic whose largest curvature is L a method with a fixed learning rate either shrinks every error or lets one
grow without end; `bound` is the rate between the two. On other surfaces it is true near a point, with the L of that
point. The adaptive methods divide the gradient by its own size: no curvature bounds their rates.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.simulations.race_kernels import slopes_at
from sim.surface import Surface
from sim.surfaces import SURFACE
from sim.targets import kernel

Array = NDArray[np.float64]

WIDTH = 1e-5
FLAT = 1e-9
"""Curvatures up to here are none."""
SMALL = 1e-6
"""A curvature of this share of the other one is none beside it."""


@dataclass(frozen=True)
class Curvature:
    """The two eigenvalues of the Hessian at a point, and the direction of `high` in radians from the x axis.

    NaN in all three where the surface has no curvature to speak of, as outside a formula's domain.
    """

    low: float
    high: float
    angle: float

    @property
    def kind(self) -> str:
        """The shape there: "valley" bends up, "ridge" bends down, "saddle" both, "flat" neither."""
        size = max(abs(self.low), abs(self.high))
        if not math.isfinite(size) or size <= FLAT:
            return "flat"
        if self.low >= -SMALL * size:
            return "valley"
        return "ridge" if self.high <= SMALL * size else "saddle"


def curvature_at(surface: Surface, x: float, y: float) -> Curvature:
    """The curvature of a surface at a point."""
    return curvatures_at(surface, np.array([[x, y]]))[0]


def curvatures_at(surface: Surface, points: Array) -> tuple[Curvature, ...]:
    """The curvature at each of `points` (n, 2)."""
    found = zip(*eigenvalues(*bends(surface, points)), strict=True)
    return tuple(Curvature(float(low), float(high), float(angle)) for low, high, angle in found)


def bends(surface: Surface, points: Array) -> tuple[Array, Array, Array]:
    """The second derivatives (xx, xy, yy) at `points` (n, 2), each (n,): central differences of the exact gradient.

    The steps are WIDTH of the domain's width and height. `Surface.hessian` is the same for one point, without a kernel.
    """
    x0, x1, y0, y1 = surface.domain
    across, along = np.array([WIDTH * (x1 - x0), 0.0]), np.array([0.0, WIDTH * (y1 - y0)])
    places = np.ascontiguousarray(np.stack([points + across, points - across, points + along, points - along]))
    slopes = np.empty(places.shape)
    number, data = SURFACE.index(surface.key), np.array(surface.data)
    kernel(slopes_at)(number, data, places.reshape(-1, 2), slopes.reshape(-1, 2))
    with np.errstate(all="ignore"):
        by_x = (slopes[0] - slopes[1]) / (2.0 * across[0])
        by_y = (slopes[2] - slopes[3]) / (2.0 * along[1])
        return by_x[:, 0], 0.5 * (by_x[:, 1] + by_y[:, 0]), by_y[:, 1]


def eigenvalues(fxx: float | Array, fxy: float | Array, fyy: float | Array) -> tuple[Array, Array, Array]:
    """(low, high, angle of high) of symmetric 2 x 2 matrices, element by element; NaN where an entry is not finite.

    The angle lies in (-pi/2, pi/2]; 0 where both are equal. The entries are halved first, so that a sum of two of the
    largest numbers is one.
    """
    with np.errstate(all="ignore"):
        a, b, d = np.asarray(fxx) / 2, np.asarray(fxy) / 2, np.asarray(fyy) / 2
        spread = np.hypot(a - d, 2 * b)
        finite = np.isfinite(a) & np.isfinite(b) & np.isfinite(d)
        angle = 0.5 * np.arctan2(2 * b, a - d + 0.0)
        angle = np.where(angle <= -np.pi / 2, np.pi / 2, angle)
        found = [np.where(finite, value, np.nan) for value in (a + d - spread, a + d + spread, angle)]
    return found[0], found[1], found[2]


def bound(optimizer_key: str, hyper: Sequence[float] | Array, curvature: float) -> float | None:
    """The largest stable learning rate where the largest curvature is `curvature`; None where there is none.

    SGD 2 / L; momentum (velocity form, Polyak 1964) 2 (1 + mu) / L; Nesterov 2 (1 + mu) / ((1 + 2 mu) L): it tolerates
    a smaller step than momentum. mu is hyper[1]. Without a positive curvature nothing pulls back: no bound.
    """
    if not curvature > 0.0 or not math.isfinite(curvature):
        return None
    mu = float(hyper[1])
    if optimizer_key == "sgd":
        return 2.0 / curvature
    if optimizer_key == "momentum":
        return 2.0 * (1.0 + mu) / curvature
    if optimizer_key == "nesterov":
        return 2.0 * (1.0 + mu) / ((1.0 + 2.0 * mu) * curvature)
    return None
