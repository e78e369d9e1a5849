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

from sim.surface import Surface

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
    low, high, angle = eigenvalues(*surface.hessian(x, y))
    return Curvature(float(low), float(high), float(angle))


def eigenvalues(
    fxx: float | NDArray[np.float64], fxy: float | NDArray[np.float64], fyy: float | NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """(low, high, angle of high) of symmetric 2 x 2 matrices, element by element; NaN where an entry is not finite.

    The angle lies in (-pi/2, pi/2]; 0 where both are equal. The entries are halved first, so that a sum of two of the
    largest numbers is one.
    """
    with np.errstate(all="ignore"):
        a, b, d = np.asarray(fxx) / 2, np.asarray(fxy) / 2, np.asarray(fyy) / 2
        spread = np.hypot(a - d, 2 * b)
        finite = np.isfinite(a) & np.isfinite(b) & np.isfinite(d)
        angle = 0.5 * np.arctan2(2 * b, a - d)
        found = [np.where(finite, value, np.nan) for value in (a + d - spread, a + d + spread, angle)]
    return found[0], found[1], found[2]


def bound(optimizer_key: str, hyper: Sequence[float] | NDArray[np.float64], curvature: float) -> float | None:
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
