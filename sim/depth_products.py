"""Products of matrices that stay on one core.

The BLAS below numpy takes more threads for a product of more than 64 x 64 x 64 multiplications, and for the scalar
product of more than 10,000 numbers (so lengths are sums of squares here). That is always a loss: the products are
small, the engine has one thread, and other programs want the other cores. On two busy cores a product of 256 x 64 and
64 x 64 took 258 us with threads and 74 us in pieces of 64 rows; alone, both take 50.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

AT_ONCE = 64**3
"""So many multiplications stay on one core."""


def rows_at_once(columns: int, results: int) -> int:
    """How many rows a piece may have."""
    return max(AT_ONCE // (columns * results), 1)


def multiplied(a: Array, w: Array) -> Array:
    """a w, a few rows of a at a time."""
    rows, piece = len(a), rows_at_once(*w.shape)
    if rows <= piece:
        return np.asarray(a @ w)
    whole = rows - rows % piece
    product = np.empty((rows, w.shape[1]))
    np.matmul(a[:whole].reshape(-1, piece, a.shape[1]), w, out=product[:whole].reshape(-1, piece, w.shape[1]))
    if whole < rows:
        np.matmul(a[whole:], w, out=product[whole:])
    return product


def multiplied_across(a: Array, d: Array) -> Array:
    """The transpose of a, times d: the sum over their rows, a few at a time."""
    rows, piece = len(a), rows_at_once(a.shape[1], d.shape[1])
    if rows <= piece:
        return np.asarray(a.T @ d)
    whole = rows - rows % piece
    tall, wide = a[:whole].reshape(-1, piece, a.shape[1]), d[:whole].reshape(-1, piece, d.shape[1])
    summed = np.matmul(tall.transpose(0, 2, 1), wide).sum(axis=0)
    return np.asarray(summed + a[whole:].T @ d[whole:] if whole < rows else summed)
