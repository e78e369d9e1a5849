"""Where the values of edges stand: on their line, on no unit, on no other value.

In a small network every edge wears its value; in a larger one those of the part that is pointed at do, as many as fit.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.network_view_edges import Edges
from gui.widgets.network_view_layout import Layout
from gui.widgets.network_view_units import plate_size, signed

MOST_ALWAYS = 12  # edges up to which every value is shown
LEAST_GAP = 62.0  # pixels between columns below which values are shown only on demand
_PLACES = (0.5, 0.32, 0.68, 0.22, 0.78, 0.42, 0.58, 0.14, 0.86)
_WIDEST = "+00.00"


def all_have_room(theme: Theme, layout: Layout, count: int) -> bool:
    """May every edge wear its value?"""
    columns = len(layout.columns)
    return count <= MOST_ALWAYS and all(layout.gap(column) >= theme.px(LEAST_GAP) for column in range(columns - 1))


def place_plates(
    theme: Theme, layout: Layout, edges: Edges, values: Array, which: Sequence[int], insist: bool = False
) -> list[tuple[int, QRectF]]:
    """Boxes for the values of the edges `which`; those without room are left out, unless it is one that must be."""
    taken = _units(layout)
    placed: list[tuple[int, QRectF]] = []
    for index in which:
        wide, high = plate_size(theme, signed(float(values[index])))
        wide = max(wide, plate_size(theme, _WIDEST)[0])
        boxes = [_box(edges.lines[index], share, wide, high) for share in _PLACES]
        free = next((box for box in boxes if not any(box.intersects(other) for other in taken)), None)
        if free is None and insist:
            free = boxes[0]
        if free is not None:
            taken.append(free)
            placed.append((index, free))
    return placed


def _units(layout: Layout) -> list[QRectF]:
    boxes = []
    for column, place in enumerate(layout.columns):
        if place.style == "small":
            top, foot = float(place.ys[0]), float(place.ys[-1])
            boxes.append(QRectF(place.x - place.width / 2, top, place.width, foot - top))
        else:
            boxes += [place.unit(j) for j in range(len(place.ys))]
            boxes += [layout.pill(column, j) for j in range(len(place.ys)) if place.pill in ("under", "beside")]
    return boxes


def _box(line: Array, share: float, wide: float, high: float) -> QRectF:
    """A box around the point at a share of the way across."""
    x = float(line[0, 0] + share * (line[-1, 0] - line[0, 0]))
    y = float(np.interp(x, line[:, 0], line[:, 1]))
    return QRectF(x - wide / 2, y - high / 2, wide, high)


def middle(line: Array) -> QPointF:
    """The middle of a line."""
    return _box(line, 0.5, 0.0, 0.0).center()
