"""How widely two classes can be separated: the largest margin, and Novikoff's bound on a perceptron's mistakes.

Every example is the vector (1, x), turned round for class 0: the bias counts as an input. The margin of a unit with
weights w is the smallest product of w / |w| with them. The largest margin is the length of the shortest vector in the
convex hull of these vectors, and that vector is the best w. It is found by Wolfe's method (1976, "Finding the nearest
point in a polytope"), which walks from corral to corral (a few vectors in general position) and needs few steps.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

MOST_ROUNDS = 1000
CLOSE = 1e-12


def turned(x: Array, y: NDArray[np.int8]) -> Array:
    """(1, x) for class 1, -(1, x) for class 0: (n, inputs + 1)."""
    return np.concatenate([np.ones((len(x), 1)), x], axis=1) * np.where(y > 0, 1.0, -1.0)[:, None]


def shortest_vector(rows: Array, rounds: int = MOST_ROUNDS) -> tuple[Array, Rows]:
    """The shortest vector of the convex hull of `rows` (n, k), and the row numbers it is a mixture of.

    Floating-point numbers: as good as rounding allows. Ends after so many rounds at the latest, with the best so far.
    """
    exponent = int(np.frexp(np.abs(rows).max())[1])
    rows = np.ldexp(rows, -exponent)
    corral = np.array([int(np.argmin((rows * rows).sum(axis=1)))])
    shares = np.ones(1)
    largest = float((rows * rows).sum(axis=1).max())
    for _ in range(rounds):
        vector = shares @ rows[corral]
        products = rows @ vector
        nearest = int(np.argmin(products))
        if products[nearest] >= vector @ vector - CLOSE * largest or nearest in corral:
            break
        corral, shares = np.append(corral, nearest), np.append(shares, 0.0)
        corral, shares = settled(rows, corral, shares)
    with np.errstate(over="ignore"):
        return np.asarray(np.ldexp(shares @ rows[corral], exponent)), corral


def settled(rows: Array, corral: Rows, shares: Array) -> tuple[Rows, Array]:
    """Vectors leave the corral until the shortest vector of its plane lies within it."""
    while True:
        flat = shortest_in_plane(rows[corral])
        if (flat > CLOSE).all() or len(corral) == 1:
            return corral, np.maximum(flat, 0.0) / np.maximum(flat, 0.0).sum() if (flat > 0).any() else shares
        falling = flat <= CLOSE
        with np.errstate(all="ignore"):
            ratios = np.where(falling, shares / (shares - flat), 1.0)
        stride = min(1.0, float(np.nanmin(np.where(falling, ratios, np.nan))))
        shares = np.maximum(stride * flat + (1.0 - stride) * shares, 0.0)
        keep = shares > CLOSE
        keep[np.argmin(np.where(falling, shares, np.inf))] = False
        corral, shares = corral[keep], shares[keep] / shares[keep].sum()


def shortest_in_plane(rows: Array) -> Array:
    """The shares, of any sign and with sum 1, of the shortest vector in the plane through `rows`."""
    count = len(rows)
    table = np.zeros((count + 1, count + 1))
    table[:count, :count] = rows @ rows.T
    table[:count, count] = table[count, :count] = 1.0
    right = np.zeros(count + 1)
    right[count] = 1.0
    solution, *_ = np.linalg.lstsq(table, right, rcond=None)
    return np.asarray(solution[:count])


@dataclass(frozen=True)
class Novikoff:
    """radius: the longest (1, x). margin: the smallest distance to the best line through the origin of that space.

    bound: (radius / margin)^2, the most mistakes that the perceptron rule can make from weights 0 (Novikoff 1962).
    """

    radius: float
    margin: float
    bound: float


def novikoff(vectors: Array) -> Novikoff | None:
    """The bound for examples as `turned` makes them; None where the best unit found leaves no margin.

    The margin is that of a unit that exists, so it is never above the largest one and the bound always holds.
    """
    weights, _ = shortest_vector(vectors)
    return novikoff_of(vectors, weights)


def novikoff_of(vectors: Array, weights: Array) -> Novikoff | None:
    """The bound that the unit with these weights proves."""
    size, scale = float(np.abs(weights).max()), float(np.abs(vectors).max())
    if not 0.0 < size < np.inf or scale == 0.0:
        return None
    unit, rows = weights / size, vectors / scale
    margin = float((rows @ unit).min()) / float(np.sqrt(unit @ unit))
    if not margin > 0.0:
        return None
    radius = float(np.sqrt((rows * rows).sum(axis=1).max()))
    with np.errstate(over="ignore"):
        return Novikoff(radius * scale, margin * scale, float(np.square(radius / margin)))
