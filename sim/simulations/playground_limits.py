"""What any line can do with two classes: whether one separates them, how many it gets right at best, Novikoff's bound.

All of it is a function of the points and of how long there is to think. While points are being moved the best line is
sampled (so many directions, so many points), which takes about 3 ms; where they lie still, up to MOST_SWEPT points are
decided exactly, in up to 20 ms. Every answer says which it is, and answers are kept.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.best_line import best_line
from sim.errors import ConfigError
from sim.margin import novikoff, turned
from sim.phrases import phrase
from sim.separable import separable
from sim.simulations.playground_view import Array, Data, Flags

QUICK, MOST_SWEPT = 40, 250
"""Up to so many points the best line is found exactly at once, and where there is time."""
DIRECTIONS, SAMPLED_POINTS = 48, 256


@dataclass(frozen=True, eq=False)
class Points:
    """The points that a unit learns from: first, second (n,) the inputs, targets (n,) of 0.0 and 1.0, rows (n,) their
    numbers in the data. x (n, 2): the same as pairs. longest: the square of the longest (1, x)."""

    x: Array
    first: Array
    second: Array
    targets: Array
    rows: NDArray[np.int64]
    longest: float

    def __len__(self) -> int:
        return len(self.targets)


@dataclass(frozen=True)
class Limits:
    """separable: None without points. best, exact: the accuracy of the best line, and whether none is better."""

    separable: bool | None = None
    best: float = 0.0
    exact: bool = False
    radius: float | None = None
    margin: float | None = None
    bound: float | None = None


@lru_cache(maxsize=4)
def points_of(data: Data) -> Points:
    """The training points of `data`. ConfigError where they are not two classes in a plane."""
    if data.x.shape[1] != 2:
        raise ConfigError(phrase("One unit here has two inputs; these points have {shape}.", shape=data.x.shape[1]))
    if not data.classes or len(data.classes) > 2:
        raise ConfigError("A line has two sides: one unit tells two classes apart, no more and no numbers.")
    rows = np.flatnonzero(data.train)
    x = np.ascontiguousarray(data.x[rows], np.float64)
    first, second = np.ascontiguousarray(x[:, 0]), np.ascontiguousarray(x[:, 1])
    targets = np.ascontiguousarray(data.answers[rows] > 0, np.float64)
    for array in (x, first, second, targets, rows):
        array.flags.writeable = False
    return Points(x, first, second, targets, rows, float((1.0 + first * first + second * second).max(initial=1.0)))


def limits_of(points: Points, thorough: bool) -> Limits:
    """What is known of the points; thorough: they lie still, so there is time."""
    count = len(points)
    return known_limits(points, count <= QUICK or (thorough and count <= MOST_SWEPT))


@lru_cache(maxsize=8)
def known_limits(points: Points, exactly: bool) -> Limits:
    """`limits_of`, kept."""
    if not len(points):
        return Limits()
    if separable(points.x, points.targets).yes:
        found = novikoff(turned(points.x, points.targets.astype(np.int8)))
        if found is None:
            return Limits(True, 1.0, True)
        return Limits(True, 1.0, True, found.radius, found.margin, found.bound)
    if exactly:
        best = best_line(points.x, points.targets)
        return Limits(False, best.accuracy, best.exact)
    return Limits(False, sampled(points), False)


def sampled(points: Points) -> float:
    """The accuracy of the best line among a few directions, cut at the best place for some of the points."""
    stride = -(-len(points) // SAMPLED_POINTS)
    x, labels = points.x[::stride], points.targets[::stride]
    angles = np.pi * np.arange(DIRECTIONS) / DIRECTIONS
    scale = np.maximum(np.abs(points.x - points.x.mean(axis=0)).max(axis=0), np.finfo(np.float64).tiny)
    slopes = np.stack([np.cos(angles), np.sin(angles)], axis=1) / scale
    heights = slopes @ x.T
    order = np.argsort(heights, axis=1)
    heights = np.take_along_axis(heights, order, axis=1)
    right = labels.sum() + np.cumsum(1.0 - 2.0 * labels[order], axis=1)
    right[:, :-1][heights[:, 1:] <= heights[:, :-1]] = 0.5 * len(labels)
    off = np.abs(right - 0.5 * len(labels))
    best, place = np.unravel_index(int(off.argmax()), off.shape)
    sign = 1.0 if right[best, place] >= 0.5 * len(labels) else -1.0
    cut = heights[best, place : place + 2].mean()
    found = right_answers(points, (-sign * cut, sign * slopes[best, 0], sign * slopes[best, 1])).mean()
    share = points.targets.mean()
    return float(max(found, share, 1.0 - share))


def above(x: Array, weights: tuple[float, ...], border: float = 0.0) -> Flags:
    """Whether a unit says class 1 to the points x (n, 2): every z is added up as learning does."""
    with np.errstate(all="ignore"):
        z = weights[0] + weights[1] * x[:, 0] + weights[2] * x[:, 1]
    return np.asarray(z > border)


def right_answers(points: Points, weights: tuple[float, ...], border: float = 0.0) -> Flags:
    """Which points a unit has right, (n,)."""
    return np.asarray(above(points.x, weights, border) == (points.targets > 0.0))
