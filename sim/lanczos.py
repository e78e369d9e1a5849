"""The largest eigenvalue of a symmetric matrix that is never made: only its products with directions are needed.

    for estimate in largest_eigenvalue(product, start): ...

Lanczos 1950: each product is made orthogonal to those before it, and the eigenvalues of the small matrix of what is
left come from within to those of the large one. The power method, which is simpler, finds the eigenvalue that is
largest without its sign, and close ones lead it astray (-2.0 and 8.8 after 60 products where 2.9 and 2.7 are right).
"""

from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PRODUCTS = 30
"""So many at most. 64-64-10 on the digits took 7 to 12 at nine places, and was then within 0.1 % of 100 products."""
ENOUGH = 1e-3
"""It ends where the last four estimates differ by less than this share."""
NOTHING = 1e-9
"""What is left of a product is nothing below this share of the largest estimate."""


def largest_eigenvalue(product: Callable[[Array], Array], start: Array) -> Generator[float]:
    """The largest eigenvalue as it is known after each product; NaN at the end where one is not finite."""
    ways, diagonal, beside, found = [start / length(start)], [], [], []
    for _ in range(PRODUCTS):
        row = product(ways[-1])
        if not np.isfinite(row).all():
            yield np.nan
            return
        diagonal.append(float((row * ways[-1]).sum()))
        rest = orthogonal(orthogonal(row, ways), ways)
        beside.append(length(rest))
        found.append(eigenvalue(diagonal, beside[:-1]))
        yield found[-1]
        if beside[-1] <= NOTHING * max(1.0, abs(found[-1])) or settled(found):
            return
        ways.append(rest / beside[-1])


def length(row: Array) -> float:
    """How long a row is."""
    return float(np.sqrt(np.square(row).sum()))


def orthogonal(row: Array, ways: list[Array]) -> Array:
    """What is left of a row without its parts along some ways."""
    for way in ways:
        row = row - float((row * way).sum()) * way
    return row


def eigenvalue(diagonal: list[float], beside: list[float]) -> float:
    """The largest of a matrix with three diagonals."""
    matrix = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    return float(np.linalg.eigvalsh(matrix)[-1])


def settled(found: list[float]) -> bool:
    """Whether the last estimates agree."""
    last = found[-4:]
    return len(last) == 4 and max(last) - min(last) <= ENOUGH * abs(last[-1])
