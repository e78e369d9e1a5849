"""A plane through the parameters of a network: where it lies, and where other parameters stand beside it.

A network of a hundred weights is a point in a room of a hundred dimensions, and a picture has two. Two directions
choose which two:

* `random_plane`: random directions in which every unit moves by as much as it weighs ("filter normalised", Li, Xu,
  Taylor, Studer & Goldstein 2018). Without that, a network with large weights looks flat and one with small weights
  steep, though both compute the same. Biases stay, as in the authors' own code; so does a unit whose weights are all 0.
* `main_plane`: of all planes through the middle, the one that a path of parameters keeps closest to (its principal
  components; here the deviations are from the middle, because the plane has to pass through it, not from the mean).

Random directions need not be perpendicular, so a point's place in the plane is found by least squares.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.draws import WAYS, Draws
from sim.network_plan import BIASES, N_IN, N_OUT, WEIGHTS, Plan

Row = NDArray[np.float64]

FLAT = 1e-6
"""A path that reaches this much less far in its second direction than in its first is a straight line."""
IN_CACHE = 50_000
"""Numbers that are worked on at a time."""


@dataclass(frozen=True, eq=False)
class LossPlane:
    """The points middle + a first + b second; all three (parameters,).

    shares: how much of a path's squared distances from the middle each direction holds, NaN where there is no path.
    """

    middle: Row
    first: Row
    second: Row
    shares: tuple[float, float] = (np.nan, np.nan)

    def at(self, coordinates: ArrayLike) -> Row:
        """The parameters at coordinates (points, 2), (points, parameters)."""
        steps = np.asarray(coordinates, np.float64).reshape(-1, 2)
        points: Row = self.middle + steps[:, :1] * self.first + steps[:, 1:] * self.second
        return points


@dataclass(frozen=True, eq=False)
class Shadow:
    """Where points stand above a plane: coordinates (points, 2) of their feet; how far away each is, (points,)."""

    coordinates: Row
    distances: Row


def random_plane(plan: Plan, parameters: ArrayLike, seed: int = 0) -> LossPlane:
    """The plane through `parameters` along two random directions, filter-normalised."""
    middle = np.array(parameters, np.float64)
    numbers = Draws(seed).normal(-(-len(middle) // 2), WAYS)
    first, second = (part.ravel()[: len(middle)] for part in (numbers[:, :2], numbers[:, 2:]))
    return LossPlane(middle, filter_normalised(plan, first, middle), filter_normalised(plan, second, middle))


def filter_normalised(plan: Plan, direction: Row, parameters: Row) -> Row:
    """`direction` with the weights into every unit as long as they are in `parameters`, and without biases."""
    made = np.zeros_like(parameters)
    for n_in, n_out, first, biases in plan[:, [N_IN, N_OUT, WEIGHTS, BIASES]]:
        way, weights = (row[first:biases].reshape(n_out, n_in) for row in (direction, parameters))
        lengths = np.linalg.norm(weights, axis=1) / np.linalg.norm(way, axis=1)
        made[first:biases] = (way * lengths[:, None]).ravel()
    return made


def main_plane(plan: Plan, parameters: ArrayLike, path: ArrayLike, seed: int = 0) -> LossPlane:
    """The plane through `parameters` that keeps closest to `path` (points, parameters).

    Each direction is as long as the path reaches in it, and points to where the path began. A path that is too straight
    for two directions gets random ones for those that it lacks. Points that are not finite do not count.
    """
    middle = np.array(parameters, np.float64)
    away = np.asarray(path, np.float64).reshape(-1, len(middle)) - middle
    away = away[np.isfinite(away).all(axis=1)]
    spare = random_plane(plan, middle, seed)
    if not away.any():
        return spare
    sizes, ways = principal(away)
    first = reaching(ways[0], away)
    if len(sizes) < 2 or sizes[1] <= FLAT * sizes[0]:
        return LossPlane(middle, first, spare.first - (spare.first @ ways[0]) * ways[0], (1.0, 0.0))
    shares = np.square(sizes) / np.square(away).sum()
    return LossPlane(middle, first, reaching(ways[1], away), (float(shares[0]), float(shares[1])))


def principal(away: Row) -> tuple[Row, Row]:
    """Sizes and unit directions (2, parameters) of the two largest principal components of `away`, at most.

    From the products of the points with each other: a path of 200 points through 26,122 parameters takes a tenth of
    what its singular value decomposition does. Half of the digits are lost, which `FLAT` allows for.
    """
    if len(away) >= away.shape[1]:
        _, sizes, ways = np.linalg.svd(away, full_matrices=False)
        return sizes[:2], ways[:2]
    squares, shares = np.linalg.eigh(away @ away.T)
    sizes = np.sqrt(np.maximum(squares[:-3:-1], 0.0))
    return sizes, (shares[:, :-3:-1] / np.where(sizes > 0.0, sizes, 1.0)).T @ away


def reaching(way: Row, away: Row) -> Row:
    """The unit direction `way`, as long as `away` reaches along it, toward the first point that is off the middle."""
    along = away @ way
    off = np.flatnonzero(np.abs(along) > FLAT * np.abs(along).max())
    made: Row = way * np.abs(along).max() * np.sign(along[off[0]])
    return made


def project(plane: LossPlane, parameters: ArrayLike) -> Shadow:
    """The feet of `parameters` (points, parameters) on the plane, and |theta - foot|; NaN for what is not finite."""
    points = np.asarray(parameters, np.float64).reshape(-1, len(plane.middle))
    ways = np.stack([plane.first, plane.second])
    solve, at_once = np.linalg.pinv(ways @ ways.T, hermitian=True), max(1, IN_CACHE // len(plane.middle))
    coordinates, distances = np.empty((len(points), 2)), np.empty(len(points))
    with np.errstate(invalid="ignore", over="ignore"):
        for begin in range(0, len(points), at_once):
            part = slice(begin, begin + at_once)
            away = points[part] - plane.middle
            coordinates[part] = (away @ ways.T) @ solve
            distances[part] = np.linalg.norm(away - coordinates[part] @ ways, axis=1)
    return Shadow(coordinates, distances)
