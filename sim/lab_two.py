"""Two weights and what they cost: where the sum of the loss and the penalties is least.

The loss is (c1 (w1 - o1)^2 + c2 (w2 - o2)^2) / 2 around the optimum o of the data alone. As the weights do not mix,
each has its own answer: L1 takes l1 / c from it and stops at 0 (Tibshirani 1996), L2 leaves the share c / (c + l2).
"""

from math import copysign


def least(optimum: float, curvature: float, l1: float = 0.0, l2: float = 0.0) -> float:
    """The weight at which the sum is least."""
    left = max(curvature * abs(optimum) - l1, 0.0) / (curvature + l2)
    return copysign(left, optimum) if left else 0.0


def least_pair(
    optimum: tuple[float, float], curvature: tuple[float, float], l1: float = 0.0, l2: float = 0.0
) -> tuple[float, float]:  # fmt: skip
    """Both weights."""
    first, second = (least(o, c, l1, l2) for o, c in zip(optimum, curvature, strict=True))
    return first, second
