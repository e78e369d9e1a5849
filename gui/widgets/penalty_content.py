"""What a penalty does to weights, as plain data: how they are spread, their pictures, two of them, a path of many.

An arm is one network of several that are trained side by side; it wears a title and the role of a colour.
"""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array, Rect
from gui.widgets.map_content import Point

NEAR_ZERO = 0.05
"""Below this size a weight is called nearly zero."""


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class WeightSpread:
    """The weights of an arm, biases left out. counts (bins,): those between edges (bins + 1,) that are not exactly 0.

    zeros: exactly 0; near: smaller than NEAR_ZERO, the zeros included; total: all. top_share: what the largest tenth of
    them holds of the sum of all sizes.
    """

    title: str
    role: str
    counts: Array = field(default_factory=_none)
    edges: Array = field(default_factory=_none)
    zeros: int = 0
    near: int = 0
    total: int = 0
    rms: float = 0.0
    largest: float = 0.0
    top_share: float = 0.0


@dataclass(frozen=True, eq=False)
class WeightPicture:
    """The weights of one layer of an arm, (units, inputs). A square number of inputs may be shown as squares.

    truth (inputs,): of a single unit, the weights that made its examples, where they are known.
    """

    title: str
    role: str
    weights: Array
    truth: Array = field(default_factory=_none)


@dataclass(frozen=True, eq=False)
class TwoWeights:
    """A loss (w - optimum) curvature (w - optimum) / 2 over two weights, and where it leads under a price.

    curvature (2, 2); l1, l2: the prices; result_l1, result_l2: the cheapest weights with one price alone, both: with
    both at once. area: the part of the plane that is shown.
    """

    optimum: Point = (1.0, 0.3)
    curvature: Array = field(default_factory=lambda: np.eye(2))
    l1: float = 0.0
    l2: float = 0.0
    result_l1: Point = (1.0, 0.3)
    result_l2: Point = (1.0, 0.3)
    both: Point = (1.0, 0.3)
    area: Rect = (-1.5, 1.5, -1.5, 1.5)

    def is_like(self, other: "TwoWeights") -> bool:
        """Are all numbers the same?"""
        mine, theirs = (
            (one.optimum, one.l1, one.l2, one.result_l1, one.result_l2, one.both, one.area) for one in (self, other)
        )
        return mine == theirs and bool(np.array_equal(self.curvature, other.curvature))

    def loss_at(self, weights: Point) -> float:
        """The loss without any price."""
        away = np.asarray(weights, np.float64) - self.optimum
        return float(away @ self.curvature @ away) / 2.0


@dataclass(frozen=True, eq=False)
class PathSeen:
    """What becomes of weights as they cost more: lambdas (n,) rising, weights (n, lines), zeros (n,) of `total`.

    loss (n,): without the price. done: the share of the training that is made. names: of the lines, or none.
    """

    lambdas: Array = field(default_factory=_none)
    weights: Array = field(default_factory=lambda: np.zeros((0, 0)))
    zeros: Array = field(default_factory=_none)
    loss: Array = field(default_factory=_none)
    total: int = 0
    done: float = 0.0
    names: tuple[str, ...] = ()
