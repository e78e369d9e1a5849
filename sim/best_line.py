"""The accuracy of the best line: how much of two classes one threshold unit can get right at all.

    best = best_line(x, y)
    best.accuracy, best.exact, best.weights

Exact where the classes are separable (`sim.separable`), and for points of a plane, up to MOST_EXACT different ones: any
line can be moved, without a point changing sides, until it goes through just one point, and be turned about that point.
So a line turns about every point, past the others in the order of their angles, counting: O(n^2 log n). Where angles
are too close for floating-point numbers their order is found in fractions.

Otherwise it is sampled, and says so: directions from guesses, from the seed, and around the best so far; along each
direction the best place for the line is exact.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cmp_to_key
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.draws import POSITIONS, Draws
from sim.margin import shortest_vector, turned
from sim.numerals import write_fixed
from sim.phrases import phrase
from sim.separable import checked_classes, scaled, separable

Array = NDArray[np.float64]
Labels = NDArray[np.int8]

MOST_EXACT = 500
MOST_DIRECTIONS = 600
MOST_NUMBERS = 20_000_000
"""Directions times examples: what a sampled answer may cost, about two seconds."""
CLOSE = 1e-13
"""Angles this close may be in the wrong order; a float64 angle is wrong by at most a hundredth of it."""
LARGE, SHRINK = 1e150, -20
"""Coordinates beyond LARGE are divided by a power of two, so that their differences are numbers."""
FLAT = 1e-14
"""A column whose standard deviation is this small against its size is noise of rounding."""


@dataclass(frozen=True)
class BestLine:
    """weights: bias first; class 1 where their product with (1, x) is above 0. right: of how many examples."""

    weights: tuple[float, ...]
    right: int
    accuracy: float
    exact: bool

    @property
    def sentence(self) -> str:
        """What the number is worth."""
        if self.exact:
            return phrase(
                "No line gets more than {right} examples right: {accuracy} %.",
                right=self.right,
                accuracy=write_fixed(100 * self.accuracy, 1),
            )
        return phrase(
            "The best line found among samples gets {right} examples right: {accuracy} %.",
            right=self.right,
            accuracy=write_fixed(100 * self.accuracy, 1),
        )


def best_line(x: Array, y: NDArray[Any], seed: int = 0) -> BestLine:
    """The best threshold unit for the classes 0 and 1 of x (n, inputs). Raises ConfigError as `separable` does."""
    x, labels = checked_classes(x, y)
    answer = separable(x, labels)
    if answer.yes:
        weights = answer.weights or tuple([0.0] * (x.shape[1] + 1))
        return BestLine(weights, len(x), 1.0, True)
    if x.shape[1] == 2:
        places, owner = np.unique(x + 0.0, axis=0, return_inverse=True)
        if len(places) <= MOST_EXACT:
            return swept(places, owner.reshape(-1), labels)
    return sampled(x, labels, seed)


def swept(places: Array, owner: NDArray[np.int64], labels: Labels) -> BestLine:
    """The best line by turning one about every place; places (m, 2) all different, owner: the place of each example."""
    ones = np.bincount(owner, weights=labels, minlength=len(places)).astype(np.int64)
    zeros = np.bincount(owner, minlength=len(places)) - ones
    shrunk = SHRINK if np.abs(places).max() > LARGE else 0
    places = np.ldexp(places, shrunk)
    best, found = -1, (0, 0.0, True)
    for pivot in range(len(places)):
        right, angle, left_is_one = about(places, ones, zeros, pivot)
        if right > best:
            best, found = right, (pivot, angle, left_is_one)
    bias, *slopes = unit_through(places, ones, zeros, *found)
    return BestLine((bias, *np.ldexp(slopes, shrunk).tolist()), best, best / len(labels), True)


def about(places: Array, ones: NDArray[np.int64], zeros: NDArray[np.int64], pivot: int) -> tuple[int, float, bool]:
    """(examples right, angle of the line, whether its left side is class 1) of the best line through place `pivot`."""
    others = np.delete(np.arange(len(places)), pivot)
    own = int(max(ones[pivot], zeros[pivot]))
    if not len(others):
        return own, 0.0, True
    away = places[others] - places[pivot]
    flipped = (away[:, 1] < 0.0) | ((away[:, 1] == 0.0) & (away[:, 0] < 0.0))
    away = np.where(flipped[:, None], -away, away)
    angle = np.arctan2(away[:, 1], away[:, 0])
    order, ends = in_order(places, others, pivot, flipped, angle)
    left_gain = ones[others] - zeros[others]
    first = int(ones[others][~flipped].sum() + zeros[others][flipped].sum())
    values = first + np.cumsum(np.where(flipped, left_gain, -left_gain)[order])[ends]
    angles = angle[order]
    total = int((ones + zeros)[others].sum())
    up, down = int(values.argmax()), int(values.argmin())
    chosen = up if values[up] >= total - values[down] else down
    right = max(int(values[chosen]), total - int(values[chosen])) + own
    here = int(ends[chosen])
    following = angles[here + 1] if here + 1 < len(angles) else angles[0] + np.pi
    return right, float(0.5 * (angles[here] + following)), bool(values[chosen] * 2 >= total)


def in_order(
    places: Array, others: NDArray[np.int64], pivot: int, flipped: NDArray[np.bool_], angle: Array
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(order by angle, the last position of every group of equal angles), exactly."""
    order = np.argsort(angle, kind="stable")
    apart = np.diff(angle[order]) > CLOSE
    if apart.all():
        return order, np.arange(len(order))
    ends = np.append(apart, True)
    starts = np.flatnonzero(np.append(True, apart))
    for start, end in zip(starts, np.flatnonzero(ends)):
        if start < end:
            run = [exact_way(places, int(k), others, pivot, flipped) for k in order[start : end + 1]]
            run.sort(key=cmp_to_key(turn_between))
            order[start : end + 1] = [way[2] for way in run]
            for k in range(len(run) - 1):
                ends[start + k] = turn_between(run[k], run[k + 1]) != 0
    return order, np.flatnonzero(ends)


def exact_way(
    places: Array, k: int, others: NDArray[np.int64], pivot: int, flipped: NDArray[np.bool_]
) -> tuple[Fraction, Fraction, int]:
    """The vector from the pivot to its k-th other place, in the upper half plane, and k."""
    x, y = places[others[k]].tolist()
    px, py = places[pivot].tolist()
    sign = -1 if flipped[k] else 1
    return sign * (Fraction(x) - Fraction(px)), sign * (Fraction(y) - Fraction(py)), k


def turn_between(a: tuple[Fraction, Fraction, int], b: tuple[Fraction, Fraction, int]) -> int:
    """-1 where a comes before b on the way round, 0 where they have the same direction."""
    cross = a[0] * b[1] - a[1] * b[0]
    return (cross < 0) - (cross > 0)


def unit_through(
    places: Array, ones: NDArray[np.int64], zeros: NDArray[np.int64], pivot: int, angle: float, left_is_one: bool
) -> tuple[float, ...]:
    """The weights of the line, moved half way to the next place so that the pivot lies on its own better side."""
    side = 1.0 if left_is_one else -1.0
    normal = side * np.array([-np.sin(angle), np.cos(angle)])
    heights = (places - places[pivot]) @ normal
    room = np.abs(np.delete(heights, pivot)).min() if len(places) > 1 else 1.0
    shift = 0.5 * room if ones[pivot] >= zeros[pivot] else -0.5 * room
    return float(shift - places[pivot] @ normal), float(normal[0]), float(normal[1])


def sampled(x: Array, labels: Labels, seed: int) -> BestLine:
    """The best of many directions, the best place exact along each."""
    exponents = np.frexp(np.abs(x).max(axis=0))[1]
    x = np.ldexp(x, -exponents)
    middle, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread > FLAT, spread, 1.0)
    inputs = (x - middle) / spread
    share = labels.mean()
    best, weights = max(share, 1.0 - share), np.append(1.0 if share > 0.5 else -1.0, np.zeros(x.shape[1]))
    count = min(MOST_DIRECTIONS, max(16, MOST_NUMBERS // len(x)))
    drawn = random_directions(count, x.shape[1], seed)
    known = guesses(inputs, labels)
    for k in range(count):
        direction = drawn[k]
        if k < len(known):
            direction = known[k]
        elif k > count // 3 and weights[1:].any():
            direction = weights[1:] + 0.5 * 0.01 ** (k / count) * direction
        direction = direction / np.sqrt(direction @ direction)
        right, cut = best_cut(inputs @ direction, labels)
        if right > best:
            best, weights = right, cut[1] * np.append(-cut[0], direction)
    slopes = weights[1:] / spread
    bias, right_ones = float(weights[0] - slopes @ middle), round(best * len(x))
    with np.errstate(over="ignore"):
        slopes = np.ldexp(slopes, -exponents)
    return BestLine((bias, *slopes.tolist()), right_ones, right_ones / len(x), False)


def random_directions(count: int, inputs: int, seed: int) -> Array:
    """(count, inputs) directions of length 1, evenly over all directions."""
    blocks = -(-inputs // 4)
    drawn = Draws(seed).normal(count * blocks, POSITIONS).reshape(count, 4 * blocks)[:, :inputs]
    return np.asarray(drawn / np.sqrt((drawn * drawn).sum(axis=1, keepdims=True)))


def guesses(inputs: Array, labels: Labels) -> list[Array]:
    """Directions worth a try: between the means, least squares, the shortest vector, and the axes."""
    signs = np.where(labels > 0, 1.0, -1.0)
    vectors = turned(inputs, labels)
    least, *_ = np.linalg.lstsq(vectors * signs[:, None], signs, rcond=None)
    found = [signs @ inputs / len(inputs), least[1:], shortest_vector(scaled(vectors))[0][1:]]
    return [each for each in [*found, *np.eye(inputs.shape[1])] if np.isfinite(each).all() and (each @ each) > 1e-300]


def best_cut(heights: Array, labels: Labels) -> tuple[float, tuple[float, float]]:
    """(share right, (threshold, sign)): the best place to cut along a direction, never between equal heights."""
    order = np.argsort(heights, kind="stable")
    sorted_heights = heights[order]
    steps = np.where(labels[order] > 0, -1, 1)
    right = int(labels.sum()) + np.cumsum(steps)
    right = np.where(np.append(np.diff(sorted_heights) > 0.0, True), right, len(labels) / 2)
    up, down = int(right.argmax()), int(right.argmin())
    sign, k = (1.0, up) if right[up] >= len(labels) - right[down] else (-1.0, down)
    above = sorted_heights[k + 1] if k + 1 < len(heights) else sorted_heights[k] + 2.0
    share = right[k] if sign > 0.0 else len(labels) - right[k]
    return float(share) / len(labels), (float(0.5 * (sorted_heights[k] + above)), sign)
