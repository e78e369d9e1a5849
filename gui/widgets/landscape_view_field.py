"""The ground of a landscape: a square of losses that comes a few times a second, drawn as a calm relief.

A picture that is made while a network trains has 24 to 128 points along a side. It is drawn through cubic curves that
meet every one of its points (Catmull & Rom 1974), so that lines of equal loss bend instead of breaking; nowhere is it
higher or lower than what was computed. Numbers come from the points, never from the curves.

Heights are logarithms above the lowest point: a valley stays visible beside walls a thousand times as high. Within
`FLOOR` of the highest loss the ground is all but flat: losses are float32 numbers, and so close to 0 they are noise.
"""

from functools import lru_cache

import numpy as np

from gui.widgets.contours import Array, Rect
from gui.widgets.map_ground import Field

FINE = 160
MOST_BETWEEN = 5
FLOOR = 1e-5


def field_of(picture: Array, span: float) -> Field:
    """Losses (side, side) from -span to span as a field that is fine enough to draw."""
    values = np.asarray(picture, np.float64)
    return Field(smoothed(values), rect_of_span(span), True, foot_of(values))


def foot_of(picture: Array) -> float:
    """So far above the lowest loss logarithms begin at least."""
    return FLOOR * float(picture[np.isfinite(picture)].max(initial=0.0))


def extent_of(picture: Array) -> tuple[float, float]:
    """The lowest and the highest loss that are numbers; NaN where there is none."""
    known = picture[np.isfinite(picture)]
    return (float(known.min()), float(known.max())) if known.size else (np.nan, np.nan)


def rect_of_span(span: float) -> Rect:
    """The square that a picture covers."""
    return (-span, span, -span, span)


def smoothed(values: Array) -> Array:
    """The same with as many points between as a fine picture wants; as it is where a point has no number."""
    side = len(values)
    between = min(MOST_BETWEEN, -(-(FINE - 1) // max(1, side - 1)))
    if between < 2 or side < 4 or not np.isfinite(values).all():
        return values
    ways = spline(side, between)
    fine: Array = np.clip(ways @ values @ ways.T, values.min(), values.max())
    return fine


@lru_cache(maxsize=8)
def spline(count: int, between: int) -> Array:
    """What makes of `count` numbers the points of a curve through them, `between` for each step: (points, count)."""
    places = np.arange((count - 1) * between + 1) / between
    first = np.minimum(places.astype(np.intp), count - 2)
    t = places - first
    shares = (
        (-t + 2.0 * t**2 - t**3) / 2.0,
        (2.0 - 5.0 * t**2 + 3.0 * t**3) / 2.0,
        (t + 4.0 * t**2 - 3.0 * t**3) / 2.0,
        (-(t**2) + t**3) / 2.0,
    )
    table = np.zeros((len(places), count))
    rows = np.arange(len(places))
    for shift, share in enumerate(shares):
        np.add.at(table, (rows, np.clip(first + shift - 1, 0, count - 1)), share)
    return table


def shown_span(span: float, width: float, height: float) -> Rect:
    """The part of a square that fills a picture of this size: all of its longer side, as much as fits of the other."""
    longer = max(width, height, 1.0)
    across, up = span * max(width, 1.0) / longer, span * max(height, 1.0) / longer
    return (-across, across, -up, up)
