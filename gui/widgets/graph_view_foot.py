"""The foot of the graph: sums of the node that is pointed at, else what the last step did and how long the tape is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.graph_view_paint import paint_lines
from gui.widgets.shapes import LEFT, RIGHT, elided, stroke, text, text_width, wrapped
from sim.graph_content import GraphContent, Node
from sim.phrases import capital

LINES, LOW_LINES = 4, 2
LOW = 420.0


def foot_height(theme: Theme, high: float) -> float:
    """Four lines; two where the picture is low."""
    return theme.line_height("body") * (LINES if high > theme.px(LOW) else LOW_LINES) + theme.px(12)


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
    if high >= foot_height(theme, theme.px(LOW) + 1.0) or not node.sums:
        inner.setTop(inner.top() + _paint_name(painter, theme, node, pinned, inner))
    end = paint_lines(painter, theme, node.sums, inner)
    rest = "" if node.sums else "Not reckoned yet."
    if not node.sloped:
        rest = "A number of the data: its slope is not asked for."
    row = QRectF(inner.left(), end, inner.width(), theme.line_height("body"))
    text(painter, row, rest, theme.font("body"), theme.color("soft"), LEFT)


def _paint_name(painter: QPainter, theme: Theme, node: Node, pinned: str, box: QRectF) -> float:
    """What the node is, and how it is let go; how high that is. A low picture leaves it out: the sums have the sign."""
    font, hint = theme.font("heading"), theme.font("small")
    row = QRectF(box.left(), box.top(), box.width(), theme.line_height("body"))
    text(painter, row, elided(capital(node.name), font, row.width()), font, theme.color("ink"), LEFT)
    room = row.width() - text_width(node.name, font) - theme.px(20)
    if pinned == node.key and text_width("Esc lets it go", hint) < room:
        text(painter, row, "Esc lets it go", hint, theme.color("faint"), RIGHT)
    return row.height()


def _paint_step(painter: QPainter, theme: Theme, content: GraphContent, box: QRectF) -> None:
    """What the step did, in the voice that explains where there is room for it; below it, small, the tape."""
    top = box.top()
    voice = "prose" if box.height() > 3 * theme.line_height("prose") else "body"
    for words, role, color in ((content.words, voice, "ink"), (content.tape, "small", "soft")):
        high = theme.line_height(role)
        most = int((box.bottom() + theme.px(6) - top) // high)
        for line in wrapped(words, theme.font(role), box.width(), min(most, 2)) if most > 0 else ():
            text(painter, QRectF(box.left(), top, box.width(), high), line, theme.font(role), theme.color(color), LEFT)
            top += high
