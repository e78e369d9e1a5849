"""What stands around the cells: names and shapes, outlines of what is to come, halos, operators, the lines of lanes."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QLinearGradient, QPainter, QPen, QPolygonF

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.matrix_content import ARROW, Link, Symbol
from gui.widgets.matrix_digits import power_words
from gui.widgets.matrix_face import Face
from gui.widgets.matrix_layout import HALO, Lane, Plan
from gui.widgets.matrix_motion import Stretch
from gui.widgets.matrix_place import Place
from gui.widgets.matrix_widths import shape_words
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, stroke, text, text_width

_TIP, _TIP_HALF = 9.0, 4.0
_ARROW_TIP, _ARROW_TIP_HALF = 6.0, 3.5
_LONGEST_ARROW = 40.0
EDGE = 26.0
_THIN = 4.0
TIMES = "·"


def paint_lane(painter: QPainter, theme: Theme, lane: Lane, words: str, left: float, right: float, back: bool) -> None:
    """The line of a lane with its name where it begins: an arrow to the right, or, of the way back, to the left."""
    role, font = "grad" if back else "plus", theme.font("section")
    side, name, y = theme.px(14), text_width(words, font), lane.line
    row = QRectF(left + side, y - theme.px(9), right - left - 2 * side, theme.px(18))
    text(painter, row, words, font, theme.color(role), RIGHT if back else LEFT)
    way, off = -1.0 if back else 1.0, name + theme.px(14)
    first = QPointF(row.right() - off if back else row.left() + off, y)
    last = QPointF(row.left() if back else row.right(), y)
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


def paint_head(painter: QPainter, theme: Theme, place: Place, middle: float) -> None:
    """The name of a matrix and, below or beside it, its shape."""
    matrix, head = place.matrix, place.head
    acts = matrix.acts
    shape_font, shape = theme.font("caption"), shape_words(matrix.shape, place.exponent, place.tight)
    ink = theme.color("you" if acts else "faint" if matrix.is_ghost else "soft")
    role = "soft" if matrix.is_ghost else matrix.role
    if place.inline:
        name, room = symbol_width(theme, matrix.symbol), place.outline.width() + 2 * theme.px(HALO - 2)
        power = power_words(place.exponent) if place.exponent else ""
        fitting = (words for words in (shape, power) if name + theme.px(6) + text_width(words, shape_font) <= room)
        shape = power if place.tight else next(fitting, power)
        wide = name + (theme.px(6) + text_width(shape, shape_font) if shape else 0.0)
        left = middle - wide / 2
        lift = theme.px(24 if acts else 20)  # above its own halo, below the one of the matrix above
        row = QRectF(left, head.bottom() - lift, wide, theme.px(18))
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
    if link.kind != ARROW and link.words == TIMES:
        disc(painter, QPointF(middle, level), theme.px(2.2), theme.color(role))
        return
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
    """Around a cell, a row or a column, on a casing that parts it from the colours; a bar where that is too thin."""
    if min(box.width(), box.height()) < theme.px(_THIN):
        painter.fillRect(box, theme.color(role))
        return
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


def paint_place(painter: QPainter, theme: Theme, place: Place, face: Face | None, stretch: Stretch) -> None:
    """A matrix with its heading, on its way or where it belongs; without a face its outline."""
    paint_head(painter, theme, replace(place, head=stretch.head(place.head)), stretch.now.center().x())
    if face is None:
        paint_ghost(painter, theme, stretch.now)
        return
    if not stretch.moves:
        painter.drawPixmap(place.area.topLeft(), face.cells)
        if place.strip is not None:
            painter.drawPixmap(place.strip.topLeft(), face.strip)
            paint_window(painter, theme, place)
        return
    painter.drawPixmap(stretch.box(place.area), face.cells, QRectF(face.cells.rect()))
    if place.strip is not None:
        painter.drawPixmap(stretch.box(place.strip), face.strip, QRectF(face.strip.rect()))


def paint_tie(painter: QPainter, theme: Theme, plan: Plan, flipped: Place) -> None:
    """A dashed line from a matrix of the forward lane to its transpose below it."""
    original = plan.places.get(flipped.matrix.flipped)
    if original is None or flipped.forward or not original.forward:
        return
    x = flipped.outline.center().x()
    if abs(original.outline.center().x() - x) > 2.0:
        return
    above = [place.outline for place in plan.places.values() if place.forward]
    foot = max(box.bottom() for box in above if box.left() < x < box.right())
    pen = QPen(theme.color("you", 0.6), theme.px(1.4))
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    start, end = foot + theme.px(HALO + 2), flipped.head.bottom() - theme.px(HALO + 36)
    if end > start:
        painter.drawLine(QPointF(x, start), QPointF(x, end))


def edge_boxes(theme: Theme, plan: Plan, size: QSize) -> tuple[QRectF, QRectF]:
    """Where the signs stand that move the picture to the left and to the right."""
    side, high = float(theme.target), float(size.height())
    y = min(plan.backward.line - side / 2 if plan.backward.there else high, high - side)
    return QRectF(theme.px(4), y, side, side), QRectF(size.width() - side - theme.px(4), y, side, side)


def paint_edges(painter: QPainter, theme: Theme, plan: Plan, size: QSize, scroll: float, most: float) -> None:
    """Where the picture goes on beyond an edge: a veil, and a sign that it can be moved."""
    wide, high, reach = float(size.width()), float(size.height()), theme.px(EDGE)
    boxes = edge_boxes(theme, plan, size)
    sides = ((scroll > 1.0, 0.0, "left", boxes[0]), (scroll < most - 1.0, wide - reach, "right", boxes[1]))
    for on, left, icon, place in sides:
        if not on:
            continue
        veil = QLinearGradient(left, 0.0, left + reach, 0.0)
        veil.setColorAt(0.0 if icon == "right" else 1.0, theme.color("stage", 0.0))
        veil.setColorAt(1.0 if icon == "right" else 0.0, theme.color("stage", 0.95))
        painter.fillRect(QRectF(left, theme.px(24), reach, high - theme.px(24)), veil)
        disc(painter, place.center(), place.width() / 2 - 1, theme.color("panel"), theme.color("rule"), theme.px(1.0))
        inset = 0.24 * place.width()
        paint_icon(painter, icon, place.adjusted(inset, inset, -inset, -inset), theme.color("ink"), 2.2)
