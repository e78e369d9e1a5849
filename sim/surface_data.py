"""The samples behind the two landscapes that are real learning problems.

A row is flat: the sample count, then two numbers per sample, the way `sim.surface_rules` reads it. Nothing here is
drawn at random: the noise of the moons is a low-discrepancy sequence bent into a bell curve, so the row is the same
on every machine and for every version of numpy (numbers rounded to three decimals, against libraries that differ in
the last bit).
"""

import math

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]

GOLDEN = 0.7548776662466927, 0.5698402909980532
"""1/p and 1/p^2 for p^3 = p + 1: steps of the two-dimensional low-discrepancy sequence R2 (Roberts 2018)."""


def flat(samples: list[tuple[float, float]]) -> Row:
    """The count, then the pairs, read-only."""
    row = np.array([len(samples), *(number for pair in samples for number in pair)], dtype=np.float64)
    row.flags.writeable = False
    return row


def nothing() -> Row:
    """The row of a surface that needs no constants."""
    return flat([])


def tanh_samples() -> Row:
    """(s, tanh(1.5 s)) for the 20 positive ones of 41 s from -2 to 2: what the two-parameter network has to learn."""
    inputs = [k / 10 for k in range(1, 21)]
    return flat([(s, math.tanh(1.5 * s)) for s in inputs])


def bell(k: int) -> tuple[float, float]:
    """Point k of a sequence that fills the two-dimensional standard normal distribution evenly (Box & Muller 1958)."""
    u, v = (k + 1) * GOLDEN[0] % 1.0, (k + 1) * GOLDEN[1] % 1.0
    radius = math.sqrt(-2.0 * math.log(u))
    return radius * math.cos(2.0 * math.pi * v), radius * math.sin(2.0 * math.pi * v)


def moon_points(count: int = 100, noise: float = 0.2) -> list[tuple[float, float, int]]:
    """(x, y, label) of two interleaved half circles of radius 1, shifted so that their common centre is the origin.

    The shapes are those of scikit-learn's make_moons: the lower one is the upper one turned by half a turn about the
    centre, which is why two weights without a bias can separate them about as well as three numbers could.
    """
    points = []
    for k in range(count):
        label = 1 if k % 2 == 0 else -1
        angle = math.pi * (k // 2) / (count // 2 - 1)
        dx, dy = bell(k)
        x = label * (math.cos(angle) - 0.5) + noise * dx
        y = label * (math.sin(angle) - 0.25) + noise * dy
        points.append((round(x, 3), round(y, 3), label))
    return points


def moon_samples() -> Row:
    """Each point of `moon_points` times its label: logistic regression needs nothing else."""
    return flat([(label * x, label * y) for x, y, label in moon_points()])
