"""Contour lines of a field: which levels, and the lines themselves.

A map carries 10 to 16 lines inside the landscape, whatever its size, so that a line always says "one step higher".
Linear levels are multiples of a round step. Logarithmic levels stand at round multiples of powers of ten **above the
lowest value of the field**: that is what makes the bends of a deep valley visible beside walls a million times higher.

The picture may show more than the landscape proper (it grows its longer side to fill the window), and the walls out
there can be far higher than anything inside. `Span` is the range of the landscape proper; above it the levels go on at
twice, four times ... the step, so that the ground there still reads as rising and does not fill with lines.
"""

import math
from dataclasses import dataclass
from typing import cast

import numpy as np
from contourpy import contour_generator

from gui.widgets.ticks import Step, is_usable

Array = np.ndarray
Rect = tuple[float, float, float, float]
"""x from, x to, y from, y to."""

FEWEST, MOST = 10, 16
_WANTED = 13
_MANTISSAS = (1.0, 2.0, 5.0, 2.5, 4.0, 1.5, 3.0, 6.0, 8.0)
_LADDERS: tuple[tuple[float, ...], ...] = (
    (1.0, 3.0),
    (1.0, 2.0, 5.0),
    (1.0, 2.0, 3.0, 6.0),
    (1.0, 1.5, 2.0, 3.0, 5.0, 7.0),
    (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0),
    (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0),
)
_WIDEST_DECADES = 8.0
_NARROWEST_DECADES = 1.2
_LOWEST_SHARE = 0.004
_BEYOND = 8
_FINEST_GRID = 260
_LONGEST_SCRAP, _SCRAP_WIDTH = 150, 1.3


@dataclass(frozen=True)
class Span:
    """The range of values of a landscape; `foot` is where its logarithmic scale begins, above `low`."""

    low: float
    high: float
    foot: float

    @property
    def is_flat(self) -> bool:
        """Is there nothing to draw?"""
        return not is_usable(self.low, self.high)


@dataclass(frozen=True)
class Levels:
    """Heights of contour lines in rising order, and which of them are drawn stronger."""

    values: tuple[float, ...] = ()
    majors: frozenset[float] = frozenset()


@dataclass(frozen=True)
class ContourLines:
    """All lines of one strength, in the coordinates of the field's rectangle."""

    minor: tuple[Array, ...] = ()
    major: tuple[Array, ...] = ()


def span_of(field: Array) -> Span:
    """The range of the finite values. The foot leaves the lowest 0.4 % of the cells to the bottom of the valley."""
    finite = field[np.isfinite(field)]
    if finite.size == 0:
        return Span(0.0, 0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    if not is_usable(low, high):
        return Span(low, high, 1.0)
    place = min(finite.size - 1, int(finite.size * _LOWEST_SHARE) + 1)
    deep = float(np.partition(finite, place)[place]) - low
    return Span(low, high, max(deep, (high - low) * 10.0**-_WIDEST_DECADES))


def levels_for(span: Span, log_levels: bool, top: float | None = None) -> Levels:
    """10 to 16 levels inside the span, and a few with growing distances above it up to `top`."""
    if span.is_flat:
        return Levels()
    top = span.high if top is None or not math.isfinite(top) else max(top, span.high)
    return log_levels_of(span, top) if log_levels else linear_levels_of(span, top)


def linear_levels_of(span: Span, top: float) -> Levels:
    """Multiples of the round step that comes nearest to thirteen lines; every fifth is a major one."""
    step = _contour_step(span.low, span.high)
    inside = [value for value in step.multiples(span.low, span.high) if span.low < value < span.high]
    if not inside:
        return Levels()
    first_index = round(inside[0] / step.size)
    values = inside + _beyond(inside[-1], step.size, top)
    majors = {value for index, value in enumerate(inside, first_index) if index % 5 == 0}
    return Levels(tuple(values), frozenset(majors))


def log_levels_of(span: Span, top: float) -> Levels:
    """Round multiples of powers of ten above the lowest value; the powers themselves are major lines."""
    first, last = math.log10(span.foot), math.log10(span.high - span.low)
    if last - first < _NARROWEST_DECADES:
        return linear_levels_of(span, top)
    ladder = min(_LADDERS, key=lambda rungs: abs(len(rungs) * (last - first) - _WANTED))
    highest = min(math.log10(top - span.low), last + 4.0)
    rungs = [(rung, exponent) for exponent in range(math.floor(first), math.floor(highest) + 1) for rung in ladder]
    heights = [(rung * 10.0**exponent, rung == 1.0) for rung, exponent in rungs]
    kept = [(span.low + height, major) for height, major in heights if span.foot <= height < top - span.low]
    values = tuple(sorted({value for value, _ in kept}))
    return Levels(values, frozenset(value for value, major in kept if major))


def contour_lines(field: Array, rect: Rect, levels: Levels) -> ContourLines:
    """Lines (n, 2) of the field (row 0 at the lowest y, samples evenly spread from edge to edge)."""
    rows, columns = field.shape
    if rows < 2 or columns < 2 or not levels.values:
        return ContourLines()
    thin = Grid(field, rect, _every(rows), _every(columns))
    whole: Grid | None = None
    minor: list[Array] = []
    major: list[Array] = []
    for value in levels.values:
        lines, scraps = thin.lines_at(value)
        if scraps > 1:
            whole = whole or Grid(field, rect, np.arange(rows), np.arange(columns))
            lines, _ = whole.lines_at(value)
        (major if value in levels.majors else minor).extend(lines)
    return ContourLines(tuple(minor), tuple(major))


class Grid:
    """Some rows and columns of a field, and the lines that can be drawn through them.

    Where a valley is narrower than a cell its line falls to pieces: a row of scraps, each a closed loop about a cell
    wide. They say nothing but where samples happen to lie, so they are left out; a level with several is drawn again
    from the whole field.
    """

    def __init__(self, field: Array, rect: Rect, down: Array, across: Array) -> None:
        rows, columns = field.shape
        x, y = np.linspace(rect[0], rect[1], columns)[across], np.linspace(rect[2], rect[3], rows)[down]
        part = field if down.size == rows and across.size == columns else field[np.ix_(down, across)]
        known = part if np.isfinite(part).all() else np.ma.masked_invalid(part)
        self._generator = contour_generator(x, y, known, name="serial")
        self._cell = np.array(((rect[1] - rect[0]) / (across.size - 1), (rect[3] - rect[2]) / (down.size - 1)))

    def lines_at(self, level: float) -> tuple[list[Array], int]:
        """The lines at a level, and how many scraps were left out; a lone one is kept, it is the bottom of a bowl."""
        lines = cast(list[Array], self._generator.lines(level))
        scraps = [_is_scrap(line / self._cell) for line in lines]
        if sum(scraps) < 2:
            return lines, 0
        return [line for line, scrap in zip(lines, scraps, strict=True) if not scrap], sum(scraps)


def _is_scrap(line: Array) -> bool:
    """Is this line (n, 2), measured in cells, a closed loop that is nowhere much wider than a cell?"""
    if len(line) > _LONGEST_SCRAP or (line[0] != line[-1]).any():
        return False
    steps = np.diff(line, axis=0)
    area = 0.5 * abs(float((line[:-1, 0] * steps[:, 1] - line[:-1, 1] * steps[:, 0]).sum()))
    return area < _SCRAP_WIDTH / 2.0 * float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def _contour_step(low: float, high: float) -> Step:
    """The rounder the better, as long as 10 to 16 lines come of it; else the count nearest to thirteen."""
    raw = (high - low) / _WANTED
    middle = math.floor(math.log10(raw))
    steps = [Step(mantissa, exponent) for mantissa in _MANTISSAS for exponent in (middle - 1, middle, middle + 1)]
    counted = [(_count(step, low, high), step) for step in steps]
    round_ones = [pair for pair in counted if FEWEST <= pair[0] <= MOST and pair[1].mantissa in (1.0, 2.0, 5.0)]
    return min(round_ones or counted, key=lambda pair: abs(pair[0] - _WANTED))[1]


def _count(step: Step, low: float, high: float) -> int:
    """How many multiples lie strictly inside."""
    return math.ceil(high / step.size) - math.floor(low / step.size) - 1


def _beyond(last: float, step: float, top: float) -> list[float]:
    """Levels above the landscape: distances 2, 4, 8 ... times the step."""
    values: list[float] = []
    for _ in range(_BEYOND):
        step *= 2.0
        last += step
        if not last < top:
            break
        values.append(last)
    return values


def _every(count: int) -> Array:
    """Which samples of a side to use: all, or every second or third, and always both ends."""
    return np.unique(np.append(np.arange(0, count, max(1, round(count / _FINEST_GRID))), count - 1))
