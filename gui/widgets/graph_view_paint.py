"""How a computational graph looks: values in the colour of the way forward, adjoints in that of the way back.

An edge is a dashed hairline until the way forward has gone along it, then blue, then magenta once the way back has
come. What the last step did is thick, with an arrow in the direction of travel.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.language import say
from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.graph_view_layout import CARD, GraphPlan, at
from gui.widgets.matrix_content import Symbol
from gui.widgets.matrix_paint import paint_symbol, symbol_width
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, text, text_width
from sim.backprop_graph_sums import short
from sim.graph_content import ACTING, BACKWARD, Edge, GraphContent, Node, Run, Sum
from sim.numerals import RAISED, TIMES, write_fixed, write_short, write_significant

_TIP, _TIP_HALF = 8.0, 3.8
_ACTING = 2.4
_QUIET = 0.55
SMALL, LARGE = 0.00095, 1e5


def paint_edges(painter: QPainter, theme: Theme, content: GraphContent, plan: GraphPlan, share: float) -> None:
    """Every edge; those of the last step have come so far as `share` says."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for edge, line in zip(content.edges, plan.lines, strict=True):
        if not edge.way:
            _rest_edge(painter, theme, content, edge, line)
    for edge, line in zip(content.edges, plan.lines, strict=True):
        if edge.way:
            if share < 1.0:
                _rest_edge(painter, theme, content, edge, line)
            _acting_edge(painter, theme, edge, line, share)


def _rest_edge(painter: QPainter, theme: Theme, content: GraphContent, edge: Edge, line: Array) -> None:
    one, two = content.nodes[edge.source], content.nodes[edge.target]
    if two.value is None or one.value is None:
        pen = QPen(theme.color("rule", 0.55), theme.stroke("hairline"))
        pen.setDashPattern([3.0, 3.0])
    else:
        back = None not in (two.adjoint, one.adjoint, edge.partial)
        pen = QPen(theme.color("grad" if back else "plus", _QUIET), theme.stroke("hairline"))
    painter.setPen(pen)
    painter.drawPolyline(_polygon(line))


def _acting_edge(painter: QPainter, theme: Theme, edge: Edge, line: Array, share: float) -> None:
    back = edge.way == BACKWARD
    way = line[::-1] if back else line
    reach = max(2, round(share * len(way)))
    color = theme.color("grad" if back else "plus")
    painter.setPen(QPen(color, theme.px(_ACTING), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(way[:reach]))
    _paint_tip(painter, theme, way[reach - 1], way[max(0, reach - 4)], "grad" if back else "plus")


def _paint_tip(painter: QPainter, theme: Theme, end: Array, before: Array, role: str) -> None:
    tip, way = QPointF(*map(float, end)), QPointF(*map(float, end - before))
    size = max(1e-6, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    along, half = way * (theme.px(_TIP) / size), theme.px(_TIP_HALF)
    across = QPointF(-way.y(), way.x()) * (half / size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    painter.drawPolygon(QPolygonF([tip, tip - along + across, tip - along - across]))


def _polygon(line: Array) -> QPolygonF:
    return QPolygonF([QPointF(float(x), float(y)) for x, y in line])


def paint_heading(painter: QPainter, theme: Theme, heading: tuple[str, str], centre: float, middle: float) -> None:
    """The matrix whose row a column is."""
    symbol = Symbol(*heading)
    paint_symbol(painter, theme, symbol, centre - symbol_width(theme, symbol) / 2, middle, "soft")


def paint_node(painter: QPainter, theme: Theme, content: GraphContent, plan: GraphPlan, index: int) -> None:
    """A card with its sign at the left, value above adjoint at the right; or a pill, which is one line."""
    node, box = content.nodes[index], plan.boxes[index]
    if node.column < 0:
        _paint_pill(painter, theme, node, box)
        return
    _paint_ground(painter, theme, node, box, theme.px(8))
    inset = theme.px(9)
    symbol = Symbol(node.letter, node.lower)
    ghost = node.value is None
    paint_symbol(painter, theme, symbol, box.left() + inset, box.center().y(), "soft" if ghost else "ink")
    _paint_numbers(painter, theme, node, box.adjusted(inset, theme.px(1), -inset + theme.px(1), -theme.px(1)))
    if index in plan.ways and node.adjoint is not None and len(node.ways) > 1:
        _paint_ways(painter, theme, node, plan.ways[index])


def _paint_pill(painter: QPainter, theme: Theme, node: Node, box: QRectF) -> None:
    """A weight or a bias; on an edge without its letter, and low until its slope is known."""
    rides = box.width() < theme.px(CARD)
    inner = box.adjusted(0, theme.px(1), 0, -theme.px(1))
    if rides and node.adjoint is None:
        inner = QRectF(box.left(), box.center().y() - theme.px(9), box.width(), theme.px(18))
    _paint_ground(painter, theme, node, inner, theme.px(7))
    if rides:
        _paint_numbers(painter, theme, node, inner, CENTRE)
        return
    row = inner.adjusted(theme.px(9), 0, -theme.px(8), 0)
    paint_symbol(painter, theme, Symbol(node.letter), row.left(), row.center().y(), "soft")
    _paint_numbers(painter, theme, node, row.adjusted(0, theme.px(1), 0, -theme.px(1)))


def paint_bead(painter: QPainter, theme: Theme, node: Node, box: QRectF) -> None:
    """A weight without room for its numbers: a bead on its edge, in the colour of how far things have come."""
    acting = node.state == ACTING
    role = "you" if acting or node.held else "grad" if node.adjoint is not None else "plus"
    disc(
        painter, box.center(), theme.px(4.0 if acting else 2.6), theme.color(role), theme.color("stage"), theme.px(1.2)
    )


def face(value: float) -> str:
    """A number in a node, beside its sign: three decimals, one figure of what is smaller, a power of what is large."""
    if math.isnan(value):
        return "NaN"
    if LARGE <= abs(value) < math.inf:
        exponent = math.floor(math.log10(abs(value)))
        return f"{write_fixed(value / 10.0**exponent, 0)}{TIMES}10{str(exponent).translate(RAISED)}"
    return write_significant(value, 1) if 0.0 < abs(value) < SMALL else short(value)


def tight(value: float) -> str:
    """A number on an edge: three figures."""
    size = abs(value)
    if 0.0 < size < SMALL or size >= LARGE:
        return write_significant(value, 1)
    decimals = 3 if size < 0.095 else 2 if size < 10.0 else 1
    return write_short(value) if value.is_integer() else write_fixed(value, decimals)


def _paint_ground(painter: QPainter, theme: Theme, node: Node, box: QRectF, radius: float) -> None:
    acting = node.state == ACTING
    if acting:
        around = box.adjusted(-3, -3, 3, 3)
        rounded(painter, around, radius + 3, theme.color("you", 0.12))
    if node.value is None:
        dash, edge = [3.0, 3.0], max(1.0, theme.px(1.2))
        rounded(painter, box, radius, theme.color("stage"), theme.color("rule"), edge, dash)
        return
    role = "you" if acting or node.held else "rule" if node.column >= 0 else "line"
    width = theme.px(2) if acting else theme.px(1.6) if node.held else theme.stroke("hairline")
    fill = "panel" if node.column >= 0 else "sunk"
    rounded(painter, box, radius, theme.color(fill), theme.color(role), width)
    if node.held:
        corner = theme.px(7)
        at_corner = box.topRight() + QPointF(-theme.px(2), theme.px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("you"))
        painter.drawPolygon(QPolygonF([at_corner, at_corner - QPointF(corner, 0), at_corner + QPointF(0, corner)]))


def _paint_numbers(painter: QPainter, theme: Theme, node: Node, box: QRectF, align: Qt.AlignmentFlag = RIGHT) -> None:
    font = theme.font("cell")
    if node.value is None:
        return
    if node.adjoint is None:
        text(painter, box, face(node.value), font, theme.color("plus"), align)
        return
    half = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
    text(painter, half, face(node.value), font, theme.color("plus"), align)
    text(painter, half.translated(0, half.height()), face(node.adjoint), font, theme.color("grad"), align)


def _paint_ways(painter: QPainter, theme: Theme, node: Node, box: QRectF) -> None:
    """The sum of a fan-out, below the card whose adjoint it is; signs stand between the terms."""
    words = ways_words(node.ways)
    font = theme.font("caption")
    if text_width(words, font) > box.width():
        words = f"Σ {len(node.ways)}"
    text(painter, box, words, font, theme.color("grad"), CENTRE)


def ways_words(ways: tuple[float, ...]) -> str:
    """The terms of a sum with their signs between them."""
    first, *others = (short(way) for way in ways)
    return "".join([first, *(f" + {way}" if not way.startswith("−") else f" − {way[1:]}" for way in others)])


def paint_hot(painter: QPainter, theme: Theme, content: GraphContent, plan: GraphPlan, index: int) -> None:
    """The edges at the node that is told of, with their local partials where there is room."""
    for edge, line in zip(content.edges, plan.lines, strict=True):
        if index in (edge.source, edge.target, edge.rides) and edge.rides != index and edge.partial is not None:
            _paint_partial(painter, theme, plan, edge, line)


def paint_frame(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Around the node that is told of."""
    rounded(painter, box.adjusted(-1, -1, 1, 1), theme.px(8), None, theme.color("ink"), theme.px(2))


def _paint_partial(painter: QPainter, theme: Theme, plan: GraphPlan, edge: Edge, line: Array) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ink", 0.8), theme.px(1.6)))
    painter.drawPolyline(_polygon(line))
    if edge.rides >= 0 or edge.partial is None or plan.boxes[edge.source].height() < theme.px(30):
        return
    words, font = "× " + tight(edge.partial), theme.font("caption")
    wide, high = text_width(words, font) + theme.px(8), theme.px(16)
    if line[-1, 0] - line[0, 0] < wide + theme.px(6):
        return
    middle = at(line, 0.5)
    box = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
    rounded(painter, box, high / 2, theme.color("panel"), theme.color("rule"), theme.stroke("hairline"))
    text(painter, box, words, font, theme.color("ink"), CENTRE)


# Lines of runs --------------------------------------------------------------------------------------------------------


def wrapped_runs(theme: Theme, runs: tuple[Run, ...], width: float) -> list[list[tuple[str, str, float]]]:
    """Runs as (words, role, left) in lines no wider than `width`; a line breaks between runs."""
    font = theme.font("body")
    rows: list[list[tuple[str, str, float]]] = [[]]
    left = 0.0
    for words, role in runs:
        said = say(words)
        wide = text_width(said, font)
        if left + wide > width and rows[-1]:
            rows.append([])
            left, said = 0.0, said.lstrip()
            wide = text_width(said, font)
        rows[-1].append((said, role, left))
        left += wide
    return rows


def paint_lines(painter: QPainter, theme: Theme, lines: tuple[Sum, ...], box: QRectF) -> float:
    """Sums below each other, from the top of a box; how far down they reach."""
    font, high, top = theme.font("body"), theme.line_height("body"), box.top()
    for line in lines:
        for row in wrapped_runs(theme, line.runs, box.width()):
            if top + high > box.bottom() + 1.0:
                return top
            for words, role, left in row:
                text(painter, QRectF(box.left() + left, top, 10.0, high), words, font, theme.color(role), LEFT)
            top += high
    return top
