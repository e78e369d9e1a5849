"""Can a line (a plane, a hyperplane) separate two classes? An exact yes or no, for any number of inputs.

    answer = separable(x, y)            x (n, inputs), y (n,) or (n, 1) with 0 and 1
    answer.yes                          True or False, never "nearly"
    answer.weights                      a threshold unit that gets every example right (bias first), where yes
    answer.proof                        rows that alone cannot be separated (at most inputs + 2), where no

Every example becomes the vector (1, x), turned round for class 0. A separating unit is a vector w that has a positive
product with all of them; there is none exactly if a mixture of them with shares that are not negative is zero (Gordan
1873). One such mixture needs at most inputs + 2 of them (Kirchberger 1903): these are the proof.

First floating-point numbers look for both: the shortest vector of the convex hull is a w where it is not zero, and a
mixture where it is (`sim.margin`). The signs of the products, or of the shares, are then checked exactly. Where neither
is certain, a linear programme decides in fractions: phase one of the simplex method, which looks for the mixture, with
Bland's rule (1977), so it ends; its prices are w where there is no mixture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.errors import ConfigError
from sim.exact_signs import signs
from sim.margin import shortest_vector, turned

Array = NDArray[np.float64]
UNIT = 2.0**-52


@dataclass(frozen=True)
class Separability:
    """The answer. weights: bias first, () where no, or where float64 numbers are too coarse; proof: row numbers."""

    yes: bool
    weights: tuple[float, ...] = ()
    proof: tuple[int, ...] = ()


def separable(x: Array, y: NDArray[Any]) -> Separability:
    """Whether a threshold unit can get every example right. Raises ConfigError for data that are not two classes."""
    rows = turned(*checked_classes(x, y))
    weights, support = shortest_vector(scaled(rows))
    for guess in (weights, np.eye(1, rows.shape[1])[0], -np.eye(1, rows.shape[1])[0]):
        if certain(rows, guess):
            return Separability(True, tuple(float(number) for number in guess))
    support = np.sort(support)
    if surely_mixed(rows[support]):
        return Separability(False, proof=tuple(support.tolist()))
    shares = mixture(rows[support])
    if shares:
        return Separability(False, proof=tuple(int(row) for row, share in zip(support, shares) if share))
    return programme(rows)


def checked_classes(x: Array, y: NDArray[Any]) -> tuple[Array, NDArray[np.int8]]:
    """x as (n, inputs) finite float64, y as (n,) of 0 and 1."""
    x, y = np.asarray(x, np.float64), np.asarray(y).reshape(-1)
    if x.ndim != 2 or len(x) != len(y) or not len(x):
        raise ConfigError("Points need the shape (n, inputs) and one class for each of them.")
    if not np.isfinite(x).all():
        raise ConfigError("Points must be finite numbers.")
    if not ((y == 0) | (y == 1)).all():
        raise ConfigError("A line has two sides: the classes must be 0 and 1.")
    return x, y.astype(np.int8)


def scaled(rows: Array) -> Array:
    """Every row divided by a power of two near its size, which is exact and turns no vector."""
    _, exponent = np.frexp(np.abs(rows).max(axis=1))
    return np.asarray(np.ldexp(rows, -exponent[:, None]))


def certain(rows: Array, weights: Array) -> bool:
    """Whether the products of `weights` with all rows are positive, exactly."""
    if not np.isfinite(weights).all():
        return False
    return bool((signs(rows, [Fraction(number) for number in weights.tolist()]) > 0).all())


def surely_mixed(rows: Array) -> bool:
    """Whether inputs + 2 rows have a mixture that is zero and whose shares are all positive, beyond any rounding.

    The shares solve M s = (0, .., 0, 1). With an approximate inverse R and e >= |I - R M| in the row norm, e < 1, they
    differ from R's last column by at most e / (1 - e) of its largest entry (Rump 2010, section 10.5).
    """
    if len(rows) != rows.shape[1] + 1:
        return False
    table = np.concatenate([rows.T, np.ones((1, len(rows)))])
    with np.errstate(all="ignore"):
        try:
            inverse = np.linalg.inv(table)
        except np.linalg.LinAlgError:
            return False
        rounding = (2.0 * len(rows) + 8.0) * UNIT * (np.abs(inverse) @ np.abs(table))
        error = 1.01 * float((np.abs(np.eye(len(rows)) - inverse @ table) + rounding).sum(axis=1).max())
        shares = inverse[:, -1]
        return bool(error < 0.5 and shares.min() > 1.01 * error / (1.0 - error) * np.abs(shares).max())


def mixture(rows: Array) -> list[Fraction]:
    """The shares with which the rows add up to zero, if there is exactly one way and no share is negative; else []."""
    table = [[Fraction(number) for number in column] for column in rows.T.tolist()]
    count, pivots, done = len(rows), [], 0
    for column in range(count):
        found = next((row for row in range(done, len(table)) if table[row][column]), None)
        if found is None:
            continue
        table[done], table[found] = table[found], table[done]
        head = table[done][column]
        table[done] = [number / head for number in table[done]]
        for row in range(len(table)):
            factor = table[row][column]
            if row != done and factor:
                table[row] = [a - factor * b for a, b in zip(table[row], table[done])]
        pivots.append(column)
        done += 1
    free = [column for column in range(count) if column not in pivots]
    if len(free) != 1:
        return []
    shares = [Fraction(0)] * count
    shares[free[0]] = Fraction(1)
    for row, column in enumerate(pivots):
        shares[column] = -table[row][free[0]]
    return shares if all(share >= 0 for share in shares) else []


def programme(rows: Array) -> Separability:
    """Phase one of the simplex method in fractions: shares >= 0 with sum 1 whose mixture of the rows is zero.

    The basis begins with one artificial column per equation. Columns enter by the lowest number (Bland 1977); the sign
    of a price is taken exactly.
    """
    n, size = rows.shape[0], rows.shape[1] + 1
    columns = np.concatenate([rows, np.ones((n, 1))], axis=1)
    inverse = [[Fraction(int(i == k)) for k in range(size)] for i in range(size)]
    basis = [n + k for k in range(size)]
    right = [Fraction(0)] * (size - 1) + [Fraction(1)]
    while True:
        prices = [sum((inverse[i][k] for i in range(size) if basis[i] >= n), Fraction(0)) for k in range(size)]
        gains = signs(columns, shortened(prices))
        if not (gains > 0).any():
            break
        enter = int(np.argmax(gains > 0))
        column = [Fraction(number) for number in columns[enter].tolist()]
        change = [sum((a * b for a, b in zip(row, column) if a and b), Fraction(0)) for row in inverse]
        leave = leaving(change, right, basis)
        exchange(inverse, right, change, leave)
        basis[leave] = enter
    if sum((right[i] for i in range(size) if basis[i] >= n), Fraction(0)) == 0:
        return Separability(False, proof=tuple(sorted(basis[i] for i in range(size) if basis[i] < n and right[i])))
    return Separability(True, as_floats(rows, [-price for price in prices[:-1]]))


def shortened(prices: Sequence[Fraction]) -> list[Fraction]:
    """The prices divided by the largest, so that they are ordinary float64 numbers."""
    largest = max((abs(price) for price in prices), default=Fraction(1)) or Fraction(1)
    return [price / largest for price in prices]


def leaving(change: list[Fraction], right: list[Fraction], basis: list[int]) -> int:
    """The row of the basis that reaches zero first; of several, the one with the lowest column number."""
    ratios = [(right[i] / change[i], basis[i], i) for i in range(len(basis)) if change[i] > 0]
    return min(ratios)[2]


def exchange(inverse: list[list[Fraction]], right: list[Fraction], change: list[Fraction], leave: int) -> None:
    """One pivot: the column whose form in the basis is `change` takes the place of row `leave`."""
    head = change[leave]
    inverse[leave] = [number / head for number in inverse[leave]]
    right[leave] /= head
    for i, factor in enumerate(change):
        if i != leave and factor:
            inverse[i] = [a - factor * b for a, b in zip(inverse[i], inverse[leave])]
            right[i] -= factor * right[leave]


def as_floats(rows: Array, weights: Sequence[Fraction]) -> tuple[float, ...]:
    """`weights` rounded to float64, if rounding leaves every example on its side; else () (there is room for none)."""
    rounded = np.array([float(weight) for weight in shortened(weights)])
    return tuple(rounded.tolist()) if certain(rows, rounded) else ()
