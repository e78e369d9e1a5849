"""Where the nodes of a computational graph stand: columns from left to right, curves between them.

A weight stands as a pill on the product that uses it, a bias on its sum; where products have no nodes of their own, the
weights are plates on the edges. What does not fit is wider or higher than the window, and the view moves over it:
nothing is made smaller than it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.theme import Theme
from gui.widgets.contours import Array
from sim.graph_content import Edge, GraphContent

CARD, CARD_HIGH, PILL_HIGH, PLATE = 82.0, 36.0, 33.0, 50.0
LEAST_GAP, PLATE_GAP, MOST_GAP = 22.0, 66.0, 130.0
ROW_GAP, MOST_ROW_GAP = 8.0, 60.0
WAYS_HIGH = 15.0
SIDE = 9.0
POINTS = 24
_SHARES = (0.5, 0.36, 0.64, 0.24, 0.76)
_EASE = 0.5


@dataclass(frozen=True)
class GraphPlan:
    """Boxes of nodes, lines (points, 2) of edges, and where the ways of a fan-out are written; `whole` is their room.

    riding: those of `boxes` that stand on edges; plates: those of them that have room at all times.
    """

    boxes: dict[int, QRectF] = field(default_factory=dict)
    lines: tuple[Array, ...] = ()
    riding: frozenset[int] = frozenset()
    plates: frozenset[int] = frozenset()
    ways: dict[int, QRectF] = field(default_factory=dict)
    centres: tuple[float, ...] = ()
    whole: QSizeF = field(default_factory=QSizeF)


def plan_graph(theme: Theme, content: GraphContent, room: QSizeF) -> GraphPlan:
    """Place everything in a room of this size, or in the larger one that it needs."""
    columns = content.columns
    if not columns:
        return GraphPlan()
    gap_needed = theme.px(PLATE_GAP if any(edge.rides >= 0 for edge in content.edges) else LEAST_GAP)
    card, side = theme.px(CARD), theme.px(SIDE)
    free = room.width() - 2 * side - len(columns) * card
    gap = min(max(free / max(1, len(columns) - 1), gap_needed), theme.px(MOST_GAP))
    used = len(columns) * card + (len(columns) - 1) * gap
    start = max(side, (room.width() - used) / 2)
    heights = [[_slot(theme, content, index) for index in column] for column in columns]
    least = max(sum(map(sum, column)) + theme.px(ROW_GAP) * len(column) for column in heights)
    whole = QSizeF(max(room.width(), used + 2 * side), max(room.height(), least))
    boxes: dict[int, QRectF] = {}
    ways: dict[int, QRectF] = {}
    for place, (column, slots) in enumerate(zip(columns, heights, strict=True)):
        left = start + place * (card + gap)
        _stack(theme, content, column, slots, left, whole.height(), boxes, ways)
    lines = tuple(_line(theme, boxes, content, edge) for edge in content.edges)
    plates = _place_plates(theme, content, lines, boxes)
    centres = tuple(start + place * (card + gap) + card / 2 for place in range(len(columns)))
    return GraphPlan(boxes, lines, frozenset(riders(content)), plates, ways, centres, whole)


def _slot(theme: Theme, content: GraphContent, index: int) -> tuple[float, float, float]:
    """Heights of the pills above a card, of the card, of the line of ways below it."""
    pills = theme.px(PILL_HIGH) * len(content.nodes[index].leaves)
    return pills, theme.px(CARD_HIGH), theme.px(WAYS_HIGH) if fans_out(content, index) else 0.0


def fans_out(content: GraphContent, index: int) -> bool:
    """Do several nodes use this one, so that its adjoint is a sum?"""
    uses = sum(edge.source == index for edge in content.edges)
    return uses > 1 and content.nodes[index].sloped and content.nodes[index].letter == "h"


def _stack(
    theme: Theme,
    content: GraphContent,
    column: tuple[int, ...],
    slots: list[tuple[float, float, float]],
    left: float,
    high: float,
    boxes: dict[int, QRectF],
    ways: dict[int, QRectF],
) -> None:
    """One column, its cards spread over the height and centred as a whole."""
    free = high - sum(map(sum, slots))
    gap = min(max(free / (len(slots) + 1), 0.0), theme.px(MOST_ROW_GAP))
    top = (high - sum(map(sum, slots)) - gap * (len(slots) - 1)) / 2
    card, pill = theme.px(CARD), theme.px(PILL_HIGH)
    for index, (above, middle, below) in zip(column, slots, strict=True):
        for place, leaf in enumerate(content.nodes[index].leaves):
            boxes[leaf] = QRectF(left, top + place * pill, card, pill)
        boxes[index] = QRectF(left, top + above, card, middle)
        if below:
            ways[index] = QRectF(left - theme.px(20), top + above + middle, card + theme.px(40), below)
        top += above + middle + below + gap


def _line(theme: Theme, boxes: dict[int, QRectF], content: GraphContent, edge: Edge) -> Array:
    """A curve from the right side of one card to the left side of the other; a pill stands on its card."""
    one, two = boxes[edge.source], boxes[edge.target]
    if edge.source in content.nodes[edge.target].leaves:
        x = one.left() + theme.px(10)
        return np.linspace((x, one.bottom()), (x, two.top()), POINTS)
    start, end = np.array((one.right(), one.center().y())), np.array((two.left(), two.center().y()))
    bend = np.array((_EASE * (end[0] - start[0]), 0.0))
    share = np.linspace(0.0, 1.0, POINTS)[:, None]
    rest = 1.0 - share
    curve: Array = (
        rest**3 * start + 3 * rest**2 * share * (start + bend) + 3 * rest * share**2 * (end - bend) + share**3 * end
    )
    return curve


def _place_plates(
    theme: Theme, content: GraphContent, lines: tuple[Array, ...], boxes: dict[int, QRectF]
) -> frozenset[int]:
    """Plates of weights on their edges. All get a box; returned are those that cover no other one."""
    wide, high = theme.px(PLATE), theme.px(PILL_HIGH)
    taken: list[QRectF] = []
    shown = set()
    for edge, line in zip(content.edges, lines, strict=True):
        if edge.rides < 0:
            continue
        spots = [_around(at(line, share), wide, high) for share in _SHARES]
        free = next((box for box in spots if not any(box.intersects(other) for other in taken)), None)
        boxes[edge.rides] = spots[0] if free is None else free
        if free is not None:
            taken.append(free)
            shown.add(edge.rides)
    layers = {content.nodes[index].key.split(".")[0] for index in set(riders(content)) - shown}
    return frozenset(index for index in shown if content.nodes[index].key.split(".")[0] not in layers)


def riders(content: GraphContent) -> list[int]:
    """The weights that ride on edges."""
    return [edge.rides for edge in content.edges if edge.rides >= 0]


def at(line: Array, share: float) -> QPointF:
    """The point of a line at a share of its points."""
    x, y = line[round(share * (len(line) - 1))]
    return QPointF(float(x), float(y))


def _around(middle: QPointF, wide: float, high: float) -> QRectF:
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


# Walking --------------------------------------------------------------------------------------------------------------


def walking_columns(content: GraphContent, plan: GraphPlan) -> list[list[int]]:
    """Nodes as the arrow keys meet them: each column with its pills, and before it the plates that ride into it."""
    found: list[list[int]] = []
    for place, column in enumerate(content.columns):
        riding = [e.rides for e in content.edges if e.rides >= 0 and content.nodes[e.target].column == place]
        pills = [leaf for index in column for leaf in content.nodes[index].leaves if leaf not in riding]
        found += [members for members in (riding, [*column, *pills]) if members]
    return [sorted(members, key=lambda index: plan.boxes[index].center().y()) for members in found]


def walk(content: GraphContent, plan: GraphPlan, start: int, across: int, down: int) -> int:
    """The next node: the nearest in height of the column beside, or the one above or below; the same one at the end."""
    columns = walking_columns(content, plan)
    column = next((place for place, members in enumerate(columns) if start in members), -1)
    if column < 0:
        return columns[0][0] if columns else -1
    members = columns[column]
    if down:
        return members[min(max(members.index(start) + down, 0), len(members) - 1)]
    if not 0 <= column + across < len(columns):
        return start
    level = plan.boxes[start].center().y()
    return min(columns[column + across], key=lambda index: abs(plan.boxes[index].center().y() - level))
