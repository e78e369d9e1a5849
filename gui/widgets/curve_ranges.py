"""What a plot of curves shows of its numbers: where a curve ends, how far the axis reaches, where its name stands.

A run may leave for infinity. Its numbers must not flatten all the others, so an axis reaches from the highest start
down to the deepest fall that is not out of all proportion, and above the start no farther than that fall is deep. What
goes beyond leaves the picture in its true direction.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from gui.widgets.contours import Array

_TINY = 1e-300
_PROPORTION = 10.0
_MOST_DECADES = 12.0
_DECADES_ABOVE = 2.0
_AIR = 0.045
_FARTHEST = 1e300


@dataclass(frozen=True)
class Span:
    """The part of the plane that is shown: steps from 0 to `last`, values (or their exponents) from `low` to `high`."""

    last: float
    low: float
    high: float

    def between(self, other: "Span", share: float) -> "Span":
        """On the straight way from here to `other`, exact at both ends; at `other` where the way is none."""
        ends = zip((self.last, self.low, self.high), (other.last, other.low, other.high), strict=True)
        middle = Span(*(a * (1.0 - share) + b * share for a, b in ends))
        return middle if middle.is_usable else other

    @property
    def is_usable(self) -> bool:
        """Whether steps and values have places: all finite, the ends apart."""
        size = self.high - self.low
        return 0.0 < self.last < math.inf and 0.0 < size < math.inf


def axis_values(values: Array, log: bool) -> Array:
    """The values (n,) before the first that is not finite, as the axis shows them; on a log axis 0 lies far below."""
    values = np.asarray(values, np.float64).ravel()
    broken = ~np.isfinite(values)
    if broken.any():
        values = values[: int(np.argmax(broken))]
    return np.log10(np.maximum(values, _TINY)) if log else values


def span_of(curves: Iterable[Array], log: bool, bounds: tuple[float | None, float | None] = (None, None)) -> Span:
    """The span for curves in the axis' own values. `bounds`, in the same values, are never left."""
    full = [curve for curve in curves if curve.size]
    if not full:
        return Span(1.0, 0.0, 1.0)
    last = max(1.0, max(curve.size for curve in full) - 1.0)
    low, high = _log_reach(full) if log else _reach(full)
    low = low if bounds[0] is None else max(low, bounds[0])
    high = high if bounds[1] is None else min(high, bounds[1])
    low, high = (min(max(end, -_FARTHEST), _FARTHEST) for end in (low, high))
    if high - low <= max(1e-9 * max(abs(low), abs(high)), 1e-280):
        middle = (low + high) / 2.0
        half = 0.5 if log else 0.5 * abs(middle) or 0.5
        low, high = middle - half, middle + half
    return Span(last, low - _AIR * (high - low), high + _AIR * (high - low))


def _reach(curves: Sequence[Array]) -> tuple[float, float]:
    start = max(float(curve[0]) for curve in curves)
    fall = _proportionate([start - float(curve.min()) for curve in curves])
    rises = [float(curve.max()) - start for curve in curves]
    rise = min(max(rises), fall) if fall > 0.0 else _proportionate(rises)
    return start - fall, start + max(0.0, rise)


def _log_reach(curves: Sequence[Array]) -> tuple[float, float]:
    start = max(float(curve[0]) for curve in curves)
    high = min(max(float(curve.max()) for curve in curves), start + _DECADES_ABOVE)
    above_zero = np.concatenate([curve[curve > np.log10(_TINY)] for curve in curves])
    low = float(above_zero.min()) if above_zero.size else high - 1.0
    return max(low, high - _MOST_DECADES), high


def _proportionate(lengths: Sequence[float]) -> float:
    """The greatest of the lengths that is at most ten times their median."""
    positive = [min(length, _FARTHEST) for length in lengths if length > 0.0]
    if not positive:
        return 0.0
    limit = _PROPORTION * float(np.median(positive))
    return max((length for length in positive if length <= limit), default=min(positive))


def spread(wanted: Sequence[float], height: float, low: float, high: float) -> list[float]:
    """Centres for boxes of one height, as near to the wanted ones as can be without overlap, between `low` and `high`.

    Least squares with the order kept: isotonic regression by pooling neighbours (Barlow et al. 1972), then clamped.
    """
    order = sorted(range(len(wanted)), key=lambda k: wanted[k])
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, count = wanted[index] - rank * height, 1
        while blocks and blocks[-1][0] > mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    level = [mean for mean, count in blocks for _ in range(count)]
    lowest, highest = low + height / 2.0, high - height * (len(wanted) - 0.5)
    places = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        places[index] = min(max(level[rank], lowest), max(highest, lowest)) + rank * height
    return places
