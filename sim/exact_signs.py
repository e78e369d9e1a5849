"""The signs of sums of products of float64 numbers, exactly: fast where rounding cannot matter, else in fractions.

A floating-point sum of k products differs from the true one by at most about k units in the last place of the sum of
the sizes (Higham 2002, section 3.1). Where the sum is larger than that its sign is certain. The few others are computed
again in fractions, which are exact: every float64 number is one.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Signs = NDArray[np.int8]

UNIT = 2.0**-52
SMALLEST = 2.0**-1000
"""What underflow may have lost is far below this; sums below it are computed again."""


def signs(rows: Array, vector: Sequence[Fraction]) -> Signs:
    """The sign (-1, 0, 1) of every row's product with `vector`: rows (n, k), all finite."""
    with np.errstate(all="ignore"):
        rounded = np.array([float_of(number) for number in vector])
        sums = rows @ rounded
        doubt = (2.0 * len(rounded) + 8.0) * UNIT * (np.abs(rows) @ np.abs(rounded)) + SMALLEST
        found = np.where(np.abs(sums) > doubt, np.sign(sums), 2.0)
        found[~(np.isfinite(sums) & np.isfinite(doubt))] = 2.0
    for row in np.flatnonzero(found == 2.0):
        found[row] = sign_of(rows[row], vector)
    return found.astype(np.int8)


def float_of(number: Fraction) -> float:
    """The nearest float64 number, infinite where there is none."""
    try:
        return float(number)
    except OverflowError:
        return np.inf


def sign_of(row: Array, vector: Sequence[Fraction]) -> int:
    """The sign of one product, in fractions."""
    total = sum((Fraction(number) * factor for number, factor in zip(row.tolist(), vector)), Fraction(0))
    return (total > 0) - (total < 0)
