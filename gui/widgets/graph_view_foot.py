"""The foot of the graph: sums of the node that is pointed at, else what the last step did and how long the tape is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.graph_view_paint import paint_lines
from gui.widgets.shapes import LEFT, RIGHT, elided, stroke, text, text_width, wrapped
from sim.graph_content import GraphContent, Node
from sim.phrases import capital

LINES = 4
LOW = 420.0


def foot_height(theme: Theme, high: float) -> float:
    """Four lines; three where the picture is low."""
    return theme.line_height("body") * (LINES if high > theme.px(LOW) else LINES - 1) + theme.px(12)


def paint_foot(
    painter: QPainter, theme: Theme, content: GraphContent, node: Node | None, pinned: str, place: QRectF
) -> None:
    """In the lowest part of `place`."""
    high = foot_height(theme, place.height())
    box = QRectF(place.left(), place.bottom() - high, place.width(), high)
    stroke(painter, box.topLeft(), box.topRight(), theme.color("line"), theme.stroke("hairline"))
    inner = box.adjusted(theme.px(14), theme.px(8), -theme.px(14), -theme.px(2))
    if node is None:
        _paint_step(painter, theme, content, inner)
        return
    font = theme.font("heading")
    head = QRectF(inner.left(), inner.top(), inner.width(), theme.line_height("body"))
    text(painter, head, elided(capital(node.name), font, head.width()), font, theme.color("ink"), LEFT)
    if pinned == node.key:
        hint = theme.font("small")
        if text_width(node.name, font) + text_width("Esc lets it go", hint) < head.width() - theme.px(20):
            text(painter, head, "Esc lets it go", hint, theme.color("faint"), RIGHT)
    below = inner.adjusted(0.0, head.height(), 0.0, 0.0)
    if not node.sums:
        text(painter, _row(theme, below), "Not reckoned yet.", theme.font("body"), theme.color("soft"), LEFT)
        return
    end = paint_lines(painter, theme, node.sums, below)
    if not node.sloped:
        rest = "A number of the data: its slope is not asked for."
        text(painter, _row(theme, below, end), rest, theme.font("body"), theme.color("soft"), LEFT)


def _paint_step(painter: QPainter, theme: Theme, content: GraphContent, box: QRectF) -> None:
    """What the step did, in the voice that explains; below it, small, the tape."""
    top = box.top()
    for words, role, color in ((content.words, "prose", "ink"), (content.tape, "small", "soft")):
        high = theme.line_height(role)
        for line in wrapped(words, theme.font(role), box.width(), 2):
            if top + high > box.bottom() + theme.px(6):
                return
            text(painter, QRectF(box.left(), top, box.width(), high), line, theme.font(role), theme.color(color), LEFT)
            top += high


def _row(theme: Theme, box: QRectF, top: float | None = None) -> QRectF:
    corner = QPointF(box.left(), box.top() if top is None else top)
    return QRectF(corner.x(), corner.y(), box.width(), theme.line_height("body"))
