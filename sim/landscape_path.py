"""The path of a network through its parameters, thinned, and the plane that it keeps closest to.

A path of two hundred points through 26,122 parameters is 20 MB, and its principal components take a third of a second:
too much beside a run. So a path keeps as many points as fit into `ROOM` bytes, each as its way from the first, and the
products of all points with each other, which are found when a plane is asked for, a new point's row once. Sums are
numpy's own and not BLAS's, whose threads wait for each other where the cores are busy (measured: 2.6 ms for one norm).

Both directions of such a plane are as long as the path reaches in the first, so that a picture of it is true to scale.
Products are sums of float32 numbers: a second direction a thousand times smaller than the first is noise, and is
replaced by a random one.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.landscape_spot import Footing, length
from sim.loss_plane import LossPlane, Row, random_plane
from sim.network_plan import Plan

ROOM = 4 * 2**20
MOST_POINTS, FEWEST_POINTS = 128, 24
STRAIGHT = 1e-3
"""A path that reaches this much less far in its second direction than in its first is a straight line."""
CARRIED, ROUNDS = 4, 24
AT_ONCE, PRODUCTS = 400_000, 6_000_000
"""So many numbers are projected, and multiplied with each other, at a time."""


class ParameterPath:
    """Points (steps, parameters) of a training, the oldest first, never more than fit."""

    def __init__(self, parameters: int) -> None:
        self._most = max(FEWEST_POINTS, min(MOST_POINTS, ROOM // (4 * parameters))) // 2 * 2
        self._first: Row = np.zeros(0)
        self._ways = np.zeros((0, parameters), np.float32)
        self._products = np.zeros((self._most, self._most))
        self._steps: list[int] = []
        self._stride = 1
        self._known = 0

    @property
    def steps(self) -> NDArray[np.int64]:
        """Where the points were kept."""
        return np.array(self._steps, np.int64)

    def remember(self, step: int, parameters: ArrayLike) -> None:
        """Keep the point at `step` if it is due; forget those of later steps, which a run that goes back leaves."""
        while self._steps and self._steps[-1] > step:
            self._steps.pop()
        self._known = min(self._known, len(self._steps))
        if self._steps and step < self._steps[-1] + self._stride:
            return
        point = np.array(parameters, np.float64)
        if not np.isfinite(point).all():
            return
        if not self._steps:
            self._first, self._stride = point, 1
            self._ways = np.zeros((self._most, len(point)), np.float32)
        if len(self._steps) == self._most:
            self._thin()
        self._ways[len(self._steps)] = point - self._first
        self._steps.append(step)

    def from_start(self, point: Row) -> float:
        """How far a point is from where the path began."""
        return length(point - self._first) if self._steps else 0.0

    def points(self, chosen: NDArray[np.int64]) -> Row:
        """The parameters of chosen points."""
        return np.asarray(self._first + self._ways[chosen], np.float64)

    def catch_up(self) -> bool:
        """The products of some points that have none yet; False where all have theirs. `main_plane` needs them."""
        rows = max(1, PRODUCTS // (self._ways.shape[1] * self._most))
        for at in range(self._known, min(self._known + rows, len(self._steps))):
            row = np.einsum("ij,j->i", self._ways[: at + 1], self._ways[at])
            self._products[at, : at + 1] = self._products[: at + 1, at] = row
            self._known = at + 1
        return self._known < len(self._steps)

    def main_plane(self, plan: Plan, middle: Row, seed: int) -> LossPlane:
        """The plane through `middle` that keeps closest to the path."""
        while self.catch_up():
            pass
        count, spare = len(self._steps), random_plane(plan, middle, seed)
        away = (middle - self._first).astype(np.float32) if count else np.zeros(0, np.float32)
        squares = self._about(away, count)
        if count < 2 or not squares.any():
            return spare
        sizes, parts = two_largest(squares)
        sizes = np.sqrt(np.maximum(sizes, 0.0))
        parts = np.where(sizes > 0.0, parts / np.where(sizes > 0.0, sizes, 1.0), 0.0).astype(np.float32)
        ways = np.einsum("kp,kn->pn", parts, self._ways[:count]) - parts.sum(axis=0)[:, None] * away
        along = squares @ parts.astype(np.float64)
        return as_plane(middle, ways.astype(np.float64), along, sizes, float(np.trace(squares)), spare)

    def feet(self, footing: Footing, chosen: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], Row, Row]]:
        """Coordinates and distances of the chosen points, some at a time: their steps, (n, 2) and (n,)."""
        size, steps = max(1, AT_ONCE // max(1, len(self._first))), self.steps
        for begin in range(0, len(chosen), size):
            part = chosen[begin : begin + size]
            yield steps[part], *footing.of(self.points(part))

    def _about(self, away: NDArray[np.float32], count: int) -> Row:
        """The products of the points with each other, seen from `away` of the first."""
        if count == 0:
            return np.zeros((0, 0))
        along = np.einsum("ij,j->i", self._ways[:count], away).astype(np.float64)
        seen: Row = self._products[:count, :count] - along[:, None] - along[None, :] + float(np.square(away).sum())
        return seen

    def _thin(self) -> None:
        """Every second point goes; the first stays."""
        half = self._most // 2
        self._ways[:half] = self._ways[::2]
        self._products[:half, :half] = self._products[::2, ::2]
        self._steps, self._known = self._steps[::2], (self._known + 1) // 2
        self._stride = max(2 * self._stride, (self._steps[-1] - self._steps[0]) // half)


def two_largest(squares: Row) -> tuple[Row, Row]:
    """The two largest eigenvalues and their vectors (points, 2) of a matrix of products, by subspace iteration.

    Four vectors are carried along, so that the second is found quickly also where a third is nearly as large. LAPACK
    takes a hundred times as long where its threads do not get their cores (128 points: 46 ms beside a busy machine).
    """
    count = len(squares)
    some = min(count, CARRIED)
    vectors = np.cos(np.outer(np.arange(count) + 0.5, np.arange(some)) * (np.pi / count))
    for _ in range(ROUNDS):
        vectors = perpendicular(np.einsum("ij,jk->ik", squares, vectors))
    small = np.einsum("ik,il->kl", vectors, np.einsum("ij,jl->il", squares, vectors))
    sizes, turned = np.linalg.eigh(small)
    found: Row = np.einsum("ik,kl->il", vectors, turned[:, :-3:-1])
    return sizes[:-3:-1], found


def perpendicular(vectors: Row) -> Row:
    """The same space, by Gram and Schmidt; a vector that adds nothing to those before it becomes 0."""
    made = np.zeros_like(vectors)
    for k in range(vectors.shape[1]):
        rest = vectors[:, k].copy()
        size = length(rest)
        for _ in range(2):
            for earlier in made[:, :k].T:
                rest -= (earlier * rest).sum() * earlier
        left = length(rest)
        if left > 1e-12 * size:
            made[:, k] = rest / left
    return made


def as_plane(middle: Row, ways: Row, along: Row, sizes: Row, whole: float, spare: LossPlane) -> LossPlane:
    """A plane from two unit `ways`; along (points, 2): where the path is in them; `sizes`, `whole`: of its squares."""
    reach = float(np.abs(along[:, 0]).max())
    first = ways[0] * reach * toward(along[:, 0])
    if sizes[1] > STRAIGHT * sizes[0]:
        second, shares = ways[1] * reach * toward(along[:, 1]), np.square(sizes) / whole
        return LossPlane(middle, first, second, (float(shares[0]), float(shares[1])))
    other = spare.first - (spare.first @ ways[0]) * ways[0]
    size = length(other)
    return LossPlane(middle, first, other * (reach / size if size > 0.0 else 0.0), (1.0, 0.0))


def toward(along: Row) -> float:
    """The sign of the first point that is off the middle: a direction points to where the path began."""
    off = np.flatnonzero(np.abs(along) > STRAIGHT * np.abs(along).max())
    return float(np.sign(along[off[0]])) if len(off) else 1.0
