"""Where the values of edges stand: on their line, on no unit, on no other value.

All of a network's edges wear their values, or none does: they stand at the same share of the way between two columns,
moved a little apart where edges come close. Where they have no room, or would hide a fan of edges, those of the part
that is pointed at are shown, its heaviest where all have none.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.network_view_edges import Edges
from gui.widgets.network_view_layout import Layout
from gui.widgets.network_view_units import plate_size, signed

MOST_ALWAYS = 12  # edges up to which every value may be shown
FAN = 4  # edges at one side of a unit up to which values do not hide where they go
LEAST_GAP = 62.0  # pixels between columns below which values are shown only on demand
_PLACES = (0.5, 0.32, 0.68, 0.22, 0.78, 0.42, 0.58, 0.14, 0.86)
_SHARES = (0.5, 0.72, 0.28, 0.62, 0.38, 0.8, 0.2)
_OFF_LINE = 7.0  # how far a value may stand from its edge
_WIDEST = "+00.00"


def place_all(theme: Theme, layout: Layout, edges: Edges, values: Array) -> list[tuple[int, QRectF]]:
    """Boxes for the values of all edges; none where they do not all have room."""
    placed: list[tuple[int, QRectF]] = []
    if not 0 < values.size <= MOST_ALWAYS:
        return placed
    units, least = _units(layout), plate_size(theme, _WIDEST)[0]
    for layer in range(len(layout.columns) - 1):
        mine = np.flatnonzero(edges.layers == layer)
        ends = np.concatenate([np.bincount(edges.sources[mine]), np.bincount(edges.targets[mine])])
        if layout.gap(layer) < theme.px(LEAST_GAP) or ends.max(initial=0) > FAN:
            return []
        if not mine.size:
            continue
        sizes = [_plate(theme, float(value), least) for value in values[mine]]
        row = _best_row(edges.lines[mine], sizes, units, theme.px(_OFF_LINE))
        if row is None:
            return []
        placed += zip(mine.tolist(), row, strict=True)
    return placed


def _best_row(lines: Array, sizes: list[tuple[float, float]], units: list[QRectF], most: float) -> list[QRectF] | None:
    """Boxes of these sizes at one share of the way of all lines, none farther than `most` from its own; None: no room.

    Of all shares the one where the fewest other lines pass below boxes, then the one where they move the least.
    """
    best: tuple[tuple[int, int], list[QRectF]] | None = None
    high = max((size[1] for size in sizes), default=0.0)
    ways = lines[:, -1, 0] - lines[:, 0, 0]
    profile = (lines[0, :, 0] - lines[0, 0, 0]) / ways[0]  # all lines go across alike
    for share in _SHARES if ways.all() else ():
        step = float(np.interp(share, profile, np.arange(profile.size)))
        before = min(int(step), profile.size - 2)
        xs = lines[:, 0, 0] + share * ways
        levels = lines[:, before, 1] + (step - before) * (lines[:, before + 1, 1] - lines[:, before, 1])
        middles = apart(levels, high + 1.0)
        if np.abs(middles - levels).max(initial=0.0) > most:
            continue
        below = np.abs(levels[:, None] - middles[None, :]) <= high / 2 + 1.0
        price = int(np.count_nonzero(below)) - len(sizes), round(float(np.abs(levels - middles).sum()))
        if best is not None and price >= best[0]:
            continue
        row = [
            QRectF(x - wide / 2, y - tall / 2, wide, tall)
            for x, y, (wide, tall) in zip(xs.tolist(), middles.tolist(), sizes, strict=True)
        ]
        if not any(box.intersects(unit) for box in row for unit in units):
            best = price, row
        if best is not None and best[0] == (0, 0):
            break
    return None if best is None else best[1]


def apart(levels: Array, least: float) -> Array:
    """The levels moved as little as need be (least squares) so that any two are `least` apart."""
    order = np.argsort(levels, kind="stable")
    steps = least * np.arange(levels.size)
    groups: list[tuple[float, int]] = []  # mean and size, rising: the pool of adjacent violators
    for level in (levels[order] - steps).tolist():
        mean, size = level, 1
        while groups and groups[-1][0] > mean:
            before, count = groups.pop()
            mean, size = (mean * size + before * count) / (size + count), size + count
        groups.append((mean, size))
    moved = np.empty(levels.size)
    moved[order] = np.repeat([mean for mean, _ in groups], [size for _, size in groups]) + steps
    return moved


def _plate(theme: Theme, value: float, least: float) -> tuple[float, float]:
    """Width and height of a value: never narrower than `least`, a value with two digits before the point."""
    wide, high = plate_size(theme, signed(value))
    return max(wide, least), high


def place_plates(
    theme: Theme, layout: Layout, edges: Edges, values: Array, which: Sequence[int], insist: bool = False
) -> list[tuple[int, QRectF]]:
    """Boxes for the values of the edges `which`; those without room are left out, unless it is one that must be."""
    taken = _units(layout)
    placed: list[tuple[int, QRectF]] = []
    least = plate_size(theme, _WIDEST)[0]
    for index in which:
        wide, high = _plate(theme, float(values[index]), least)
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
