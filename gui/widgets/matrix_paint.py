"""What stands around the cells: names and shapes, outlines of what is to come, halos, operators, the lines of lanes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.matrix_content import ARROW, Link, Matrix, Symbol
from gui.widgets.matrix_layout import HALO, Lane, shape_words
from gui.widgets.matrix_place import Place
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, rounded, stroke, text, text_width

_TIP, _TIP_HALF = 9.0, 4.0
_ARROW_TIP, _ARROW_TIP_HALF = 6.0, 3.5
_LONGEST_ARROW = 40.0


def paint_lane(
    painter: QPainter, theme: Theme, lane: Lane, words: str, width: float, back: bool, until: float = 0.0
) -> None:
    """The line of a lane with its name where it begins: an arrow to the right, or, of the way back, to the left.

    until: where a line to the right ends, 0 for the edge.
    """
    role, font = "grad" if back else "plus", theme.font("section")
    side, name = theme.px(14), text_width(words.upper(), font)
    y, end = lane.line, (until or width) - side
    row = QRectF(side, y - theme.px(9), width - 2 * side, theme.px(18))
    text(painter, row, words, font, theme.color(role), RIGHT if back else LEFT)
    first = QPointF(width - side - name - theme.px(14) if back else side + name + theme.px(14), y)
    last = QPointF(side, y) if back else QPointF(end, y)
    way = -1.0 if back else 1.0
    if (last.x() - first.x()) * way < theme.px(20):
        return
    neck = last - QPointF(way * theme.px(_TIP), 0.0)
    stroke(painter, first, neck, theme.color(role, 0.4), theme.px(1.2))
    _tip(painter, last, way * theme.px(_TIP), theme.px(_TIP_HALF), theme, role)


def _tip(painter: QPainter, at: QPointF, length: float, half: float, theme: Theme, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    base = at - QPointF(length, 0.0)
    painter.drawPolygon(QPolygonF([at, base - QPointF(0.0, half), base + QPointF(0.0, half)]))


def paint_head(painter: QPainter, theme: Theme, place: Place) -> None:
    """The name of a matrix and, below or beside it, its shape."""
    matrix, head = place.matrix, place.head
    acts = matrix.acts
    shape_font, shape = theme.font("caption"), shape_words(matrix.shape, place.exponent)
    ink = theme.color("you" if acts else "faint" if matrix.is_ghost else "soft")
    role = "soft" if matrix.is_ghost else matrix.role
    middle = place.outline.center().x()
    if place.inline:
        wide = symbol_width(theme, matrix.symbol) + theme.px(6) + text_width(shape, shape_font)
        left = middle - wide / 2
        row = QRectF(left, head.top() + theme.px(1), wide, head.height() - theme.px(3))
        paint_symbol(painter, theme, matrix.symbol, row.left(), row.center().y(), role)
        text(painter, row, shape, shape_font, ink, RIGHT)
        return
    lift = theme.px(HALO + 1)
    low = QRectF(middle - 50, head.bottom() - lift - theme.px(15), 100, theme.px(15))
    text(painter, low, shape, shape_font, ink, CENTRE)
    left = middle - symbol_width(theme, matrix.symbol) / 2
    paint_symbol(painter, theme, matrix.symbol, left, low.top() - theme.px(8), role)


def symbol_width(theme: Theme, symbol: Symbol) -> float:
    """How far a symbol reaches."""
    font = theme.font("symbol")
    small = _small(theme)
    beside = max(text_width(symbol.lowered, small), text_width(symbol.raised, small))
    return text_width(symbol.letter, font) + beside


def paint_symbol(painter: QPainter, theme: Theme, symbol: Symbol, left: float, middle: float, role: str) -> None:
    """A letter with what stands below and above it."""
    font, small, ink = theme.font("symbol"), _small(theme), theme.color(role)
    wide = text_width(symbol.letter, font)
    row = QRectF(left, middle - theme.px(10), wide, theme.px(20))
    text(painter, row, symbol.letter, font, ink, LEFT)
    for words, shift in ((symbol.lowered, 4.5), (symbol.raised, -5.0)):
        if words:
            text(painter, row.translated(wide, theme.px(shift)), words, small, ink, LEFT)


def _small(theme: Theme) -> QFont:
    font = theme.font("symbol")
    font.setPixelSize(max(9, round(0.68 * font.pixelSize())))
    return font


def paint_ghost(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The outline of what has not been computed yet."""
    edge = max(1.0, theme.px(1.2))
    fill = theme.color("sunk", 0.35)
    rounded(painter, box, min(theme.px(6), box.height() / 2), fill, theme.color("rule"), edge, [3.0, 3.0])


def paint_halo(painter: QPainter, theme: Theme, box: QRectF, strength: float = 1.0) -> None:
    """Around a matrix that acts."""
    reach = theme.px(HALO)
    around = box.adjusted(-reach, -reach, reach - 1, reach - 1)
    fill, edge = theme.color("you", 0.10 * strength), theme.color("you", strength)
    rounded(painter, around, theme.px(8), fill, edge, theme.px(2))


def paint_link(painter: QPainter, theme: Theme, link: Link, one: Place, two: Place, level: float) -> None:
    """An operator, or an arrow with a word above it, between two matrices at the height `level`."""
    left, right = (one, two) if one.area.left() < two.area.left() else (two, one)
    start, end = left.outline.right(), right.outline.left()
    middle = (start + end) / 2
    role = "you" if link.acts else "soft"
    if link.kind != ARROW:
        box = QRectF(middle - theme.px(12), level - theme.px(12), theme.px(24), theme.px(22))
        text(painter, box, link.words, theme.font("title"), theme.color(role), CENTRE)
        return
    inset = theme.px(HALO + 2)
    half = min(theme.px(_LONGEST_ARROW), max(theme.px(12), end - start - 2 * inset)) / 2
    way = 1.0 if one is left else -1.0
    first, last = QPointF(middle - way * half, level), QPointF(middle + way * half, level)
    line = "you" if link.acts else "rule"
    stroke(painter, first, last - QPointF(way * theme.px(3), 0.0), theme.color(line), theme.px(1.4))
    _tip(painter, last, way * theme.px(_ARROW_TIP), theme.px(_ARROW_TIP_HALF), theme, line)
    if link.words:
        row = QRectF(middle - 60, level - theme.px(22), 120, theme.px(16))
        text(painter, row, link.words, theme.font("caption"), theme.color(role), CENTRE)


def paint_frame(painter: QPainter, theme: Theme, box: QRectF, width: float = 2.0, role: str = "ink") -> None:
    """Around a cell, a row or a column, on a casing that parts it from the colours."""
    out = theme.px(1.5)
    around = box.adjusted(-out, -out, out - 1, out - 1)
    thick = theme.px(width)
    casing = around.adjusted(-1.0, -1.0, 1.0, 1.0)
    rounded(painter, casing, theme.px(3.5), None, theme.color("panel", 0.8), thick + 2.0)
    rounded(painter, around, theme.px(3), None, theme.color(role), thick)


def paint_window(painter: QPainter, theme: Theme, place: Place) -> None:
    """On the strip of all examples: the ones under the lens."""
    if place.strip is None:
        return
    strip, run = place.strip, place.rows
    if place.matrix.examples == "rows":
        top = strip.top() + strip.height() * run.first / run.total
        box = QRectF(strip.left(), top, strip.width(), strip.height() * run.count / run.total)
    else:
        run = place.columns
        left = strip.left() + strip.width() * run.first / run.total
        box = QRectF(left, strip.top(), strip.width() * run.count / run.total, strip.height())
    out = theme.px(1.5)
    rounded(painter, box.adjusted(-out, -out, out, out), theme.px(2), None, theme.color("ink"), theme.px(1.3))


def begin_picture(painter: QPainter) -> None:
    """Smooth lines and words; pictures keep their pixels."""
    begin(painter)


def named(matrix: Matrix) -> str:
    """A matrix in words."""
    return matrix.words or matrix.symbol.words
