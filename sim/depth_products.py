"""Products of matrices that stay on one core.

The BLAS below numpy takes more threads for a product of more than 64 x 64 x 64 multiplications, and for the scalar
product of more than 10,000 numbers (so lengths are sums of squares here). That is always a loss: the products are
small, the engine has one thread, and other programs want the other cores. On two busy cores a product of 256 x 64 and
64 x 64 took 258 us with threads and 74 us in pieces of 64 rows; alone, both take 50.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PIECE = 64


def multiplied(a: Array, w: Array) -> Array:
    """a w, in pieces of 64 rows of a."""
    rows = len(a)
    if rows <= PIECE:
        return np.asarray(a @ w)
    whole = rows - rows % PIECE
    product = np.empty((rows, w.shape[1]))
    np.matmul(a[:whole].reshape(-1, PIECE, a.shape[1]), w, out=product[:whole].reshape(-1, PIECE, w.shape[1]))
    if whole < rows:
        np.matmul(a[whole:], w, out=product[whole:])
    return product


def multiplied_across(a: Array, d: Array) -> Array:
    """The transpose of a, times d: the sum over their rows, 64 at a time."""
    rows = len(a)
    whole = rows - rows % PIECE
    tall, wide = a[:whole].reshape(-1, PIECE, a.shape[1]), d[:whole].reshape(-1, PIECE, d.shape[1])
    summed = np.matmul(tall.transpose(0, 2, 1), wide).sum(axis=0)
    return np.asarray(summed + a[whole:].T @ d[whole:] if whole < rows else summed)
