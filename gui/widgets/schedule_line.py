"""A momentum that changes with the step: points (step, value), straight lines between them, constant after the last.

The points are edited here as plain numbers; no widget knows more of a schedule than this. The axis of values is the
logarithm of the top speed 1 / (1 - mu): from 0.9 to 0.99 the skier gets ten times heavier, and so the way is as long as
from 0 to 0.9.
"""

import math
from collections.abc import Sequence

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.ticks import Ticks

Point = tuple[int, float]
Points = tuple[Point, ...]

MOST_POINTS = 20
LARGEST = 0.999
TICKS = Ticks((0.0, math.log10(2.0), 1.0, 2.0, 3.0), ("0", ".5", ".9", ".99", ".999"))
FEW_TICKS = Ticks((0.0, 1.0, 2.0, 3.0), ("0", ".9", ".99", ".999"))
NO_TICKS = Ticks((), ())
SPEEDS = Ticks((0.0, 1.0, 2.0, 3.0), ("1×", "10×", "100×", "1000×"))


def height_of(value: float) -> float:
    """Where a momentum stands on the axis: log10 of its top speed, 0 to 3."""
    return -math.log10(1.0 - min(max(value, 0.0), LARGEST))


def value_at(height: float) -> float:
    """The momentum at a height of the axis, rounded as it is shown; exact at both ends."""
    if height <= 0.0:
        return 0.0
    return min(LARGEST, round(1.0 - 10.0**-height, 2 if height < 1.0 else 3)) if height < 3.0 else LARGEST


def tidy(points: Sequence[tuple[float, float]]) -> Points:
    """Points as the editor keeps them: the first at step 0, ascending, at most twenty, values 0 to 0.999."""
    kept: dict[int, float] = {}
    for step, value in points:
        if math.isfinite(step) and math.isfinite(value):
            kept[max(0, round(step))] = min(max(float(value), 0.0), LARGEST)
    ordered = sorted(kept.items())[:MOST_POINTS]
    return ((0, ordered[0][1]), *ordered[1:]) if ordered else ((0, 0.9),)


def value_on(points: Points, step: float) -> float:
    """The momentum of a step."""
    steps, values = zip(*points, strict=True)
    return float(np.interp(step, steps, values))


def moved(points: Points, index: int, step: int, value: float, last: int) -> Points:
    """One point elsewhere: between its neighbours, never beyond the last step; the first stays at step 0."""
    if index == 0:
        step = 0
    else:
        after = points[index + 1][0] - 1 if index + 1 < len(points) else max(last, points[index - 1][0] + 1)
        step = min(max(step, points[index - 1][0] + 1), after)
    return (*points[:index], (step, min(max(value, 0.0), LARGEST)), *points[index + 1 :])


def added(points: Points, step: int, value: float) -> Points | None:
    """One point more; None where there is one already, or no room."""
    if len(points) >= MOST_POINTS or step <= 0 or any(step == there for there, _ in points):
        return None
    return tuple(sorted((*points, (step, value))))


def removed(points: Points, index: int) -> Points:
    """One point less; the first stays."""
    return points if index <= 0 or index >= len(points) else (*points[:index], *points[index + 1 :])


def heights(points: Points, steps: Array) -> Array:
    """The curve at many steps, as heights of the axis."""
    known, values = np.array(points, np.float64).T
    curve: Array = -np.log10(1.0 - np.minimum(np.interp(steps, known, values), LARGEST))
    return curve


def presets(last: int) -> tuple[tuple[str, Points], ...]:
    """Ready-made schedules for a run of `last` steps."""
    ramp = max(2, min(last // 2, 100))
    return (
        ("Constant .9", ((0, 0.9),)),
        ("Ramp", ((0, 0.5), (ramp, 0.9))),
        (".5 then .99", ((0, 0.5), (ramp, 0.5), (ramp + 1, 0.99))),
    )
