"""What every widget draws with: crisp rounded boxes, hairlines, discs, shadows and single lines of text.

Edges are drawn inside their box, so that a line one pixel wide covers whole pixels on every screen.

Texts are said in the language of the screen, where they are measured and where they are drawn. They keep the side they
are given in every language: a picture does not turn round where lines run from right to left.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.language import say

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
ELLIPSIS = "…"
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_ONE_LINE = {
    align: align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
    for align in (LEFT, RIGHT, CENTRE)
}
"""Flags put together once: Python's `|` on them costs more than drawing a short word."""


def begin(painter: QPainter) -> None:
    """Smooth edges, smooth text that runs as its own letters do: a number keeps its sign in front in every language."""
    painter.setRenderHints(_SMOOTH)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    dash: list[float] | None = None,
) -> None:
    """A rounded box; its edge lies inside `rect`."""
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(_pen(edge, width, dash))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(rect, radius, radius)


def disc(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A circle; `radius` reaches the middle of its edge."""
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawEllipse(centre, radius, radius)


def stroke(painter: QPainter, start: QPointF, end: QPointF, color: QColor, width: float = 1.0) -> None:
    """A straight line with round ends."""
    painter.setPen(_pen(color, width, None))
    painter.drawLine(start, end)


def shadow(painter: QPainter, rect: QRectF, radius: float, dark: bool, reach: float = 10.0) -> None:
    """The soft shadow of a thing that floats: stacked translucent boxes, no graphics effect."""
    painter.setPen(Qt.PenStyle.NoPen)
    layers = max(4, round(reach))
    veil = QColor(0, 0, 0)
    veil.setAlphaF((0.30 if dark else 0.115) / layers)
    painter.setBrush(veil)
    for layer in range(layers, 0, -1):
        grow = reach * layer / layers
        spread = rect.adjusted(-0.8 * grow, 2 - 0.5 * grow, 0.8 * grow, 2 + 0.95 * grow)
        painter.drawRoundedRect(spread, radius + grow, radius + grow)


def text(
    painter: QPainter, rect: QRectF, words: str, font: QFont, color: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text, never clipped by its box."""
    painter.setFont(font)
    painter.setPen(color)
    flags = _ONE_LINE.get(align)
    if flags is None:
        flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags, say(words))


def text_width(words: str, font: QFont) -> float:
    """How far a line of text reaches."""
    return QFontMetricsF(font).horizontalAdvance(say(words))


def elided(words: str, font: QFont, width: float) -> str:
    """`words`, shortened with an ellipsis where it does not fit."""
    return QFontMetricsF(font).elidedText(say(words), Qt.TextElideMode.ElideRight, width)


def wrapped(words: str, font: QFont, width: float, most: int = 0) -> list[str]:
    """`words` broken at spaces into lines no wider than `width`; of more than `most` lines, the last is shortened."""
    lines: list[str] = []
    for paragraph in say(words).splitlines():
        lines.extend(_paragraph(paragraph, font, width))
    if most and len(lines) > most:
        lines = [*lines[: most - 1], elided(" ".join(lines[most - 1 :]), font, width)]
    return lines


def _paragraph(words: str, font: QFont, width: float) -> list[str]:
    metrics = QFontMetricsF(font)
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [elided(line, font, width) if metrics.horizontalAdvance(line) > width else line for line in lines]


def _pen(color: QColor, width: float, dash: list[float] | None) -> QPen:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(dash)
    return pen
