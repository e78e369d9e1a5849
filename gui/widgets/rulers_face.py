"""How one sum of RMSprop looks: a fraction of two numbers, its quotient, and the slope laid along its own ruler."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.curve_paint import GROUND
from gui.widgets.shapes import CENTRE, LEFT, rounded, stroke, text, text_width
from sim.numerals import write_short

LENGTHS = 5  # rulers that lie one behind the other
NO_NUMBER = "–"


def quotient_words(slope: float, ruler: float) -> str:
    """Slope over ruler with three figures that count; a dash where the ruler is 0."""
    return write_short(float(f"{slope / ruler:.3g}")) if ruler else NO_NUMBER


@dataclass(frozen=True)
class RowFace:
    """Where the parts of a sum lie in `rect`."""

    theme: Theme
    rect: QRectF

    @staticmethod
    def box_height(theme: Theme) -> float:
        """The height of one of the two numbers."""
        return max(theme.line_height("value") + theme.px(4), float(theme.target))

    @staticmethod
    def height(theme: Theme) -> float:
        """The height of the sum: two numbers and the line between them."""
        return 2 * RowFace.box_height(theme) + theme.px(3)

    @property
    def labels(self) -> float:
        """The width of the column of names."""
        font = self.theme.font("small")
        return max(text_width(words, font) for words in ("slope", "ruler")) + self.theme.px(8)

    @property
    def numbers(self) -> float:
        """The width of the column of numbers."""
        return text_width("0.00005", self.theme.font("value")) + self.theme.px(18)

    def number(self, which: int) -> QRectF:
        """The box of the slope (0) or of the ruler (1)."""
        high = self.box_height(self.theme)
        top = self.rect.top() + which * (high + self.theme.px(3))
        return QRectF(self.rect.left() + self.labels, top, self.numbers, high)

    @property
    def quotient(self) -> QRectF:
        """Where the result stands."""
        left = self.number(0).right() + self.theme.px(8)
        equals = text_width("= ", self.theme.font("figure"))
        wide = equals + text_width("0.25", self.theme.font("figure")) + self.theme.px(8)
        return QRectF(left, self.rect.top(), wide, self.rect.height())

    @property
    def picture(self) -> QRectF:
        """Where slope and ruler lie."""
        left = self.quotient.right() + self.theme.px(10)
        return QRectF(left, self.rect.top(), max(self.rect.right() - left, 0.0), self.rect.height())


def paint_row(painter: QPainter, face: RowFace, slope: float, ruler: float) -> None:
    """Names, line, quotient, picture; the two numbers are widgets of their own."""
    theme, small = face.theme, face.theme.font("small")
    for which, words in enumerate(("slope", "ruler")):
        box = face.number(which)
        color = theme.color("grad" if which == 0 else "soft")
        text(painter, QRectF(face.rect.left(), box.top(), 10, box.height()), words, small, color, LEFT)
    top, bottom = face.number(0), face.number(1)
    middle = (top.bottom() + bottom.top()) / 2
    stroke(painter, QPointF(top.left(), middle), QPointF(top.right(), middle), theme.color("ink"), theme.px(1.2))
    words, font = quotient_words(slope, ruler), theme.font("figure")
    place, equals = face.quotient, text_width("= ", theme.font("figure"))
    if equals + text_width(words, font) > place.width() + theme.px(2):
        font = theme.font("heading")
    text(painter, place, "=", theme.font("figure"), theme.color("faint"), LEFT)
    color = theme.color("faint" if ruler == 0 else "ink")
    text(painter, place.adjusted(equals, 0, 0, 0), words, font, color, LEFT)
    if face.picture.width() > theme.px(60):
        _paint_picture(painter, face, slope, ruler)


def _paint_picture(painter: QPainter, face: RowFace, slope: float, ruler: float) -> None:
    """The slope as a bar above five lengths of its ruler; the first one is the ruler itself."""
    theme, area = face.theme, face.picture
    unit = (area.width() - theme.px(10)) / LENGTHS
    y = area.center().y() + theme.px(1)
    thick = theme.px(9)
    _paint_ruler(painter, theme, QPointF(area.left(), y + theme.px(4)), unit, ruler > 0)
    if ruler == 0 or slope == 0:
        return
    share = slope / ruler
    long = min(share, LENGTHS) * unit
    bar = QRectF(area.left(), y - thick, max(long, theme.px(1.5)), thick)
    rounded(painter, bar, min(theme.px(2), bar.width() / 2), theme.color("grad"))
    if share > LENGTHS:
        _paint_tip(painter, theme, QPointF(area.left() + LENGTHS * unit, y - thick / 2), thick)


def _paint_ruler(painter: QPainter, theme: Theme, start: QPointF, unit: float, there: bool) -> None:
    high, font = theme.px(9), theme.font("caption")
    if there:
        first = QRectF(start.x(), start.y(), unit, high)
        rounded(painter, first, theme.px(1.5), theme.color(GROUND), theme.color("ink"), theme.px(1.3))
        for tenth in range(1, 10):
            x = start.x() + unit * tenth / 10
            reach = theme.px(5 if tenth == 5 else 3)
            if unit > theme.px(30):
                stroke(painter, QPointF(x, start.y() + 1), QPointF(x, start.y() + reach), theme.color("soft"))
    for length in range(1, LENGTHS):
        rest = QRectF(start.x() + length * unit, start.y(), unit, high)
        dash = [2.0, 2.0]
        rounded(painter, rest, theme.px(1.5), None, theme.color("rule", 0.75), theme.px(1.0), dash)
    row = theme.line_height("caption")
    for length in range(LENGTHS + 1):
        place = QRectF(start.x() + length * unit - 10, start.y() + high + theme.px(1), 20, row)
        align = LEFT if length == 0 else CENTRE
        if length == 0:
            place.translate(10, 0)
        text(painter, place, str(length), font, theme.color("faint"), align)


def _paint_tip(painter: QPainter, theme: Theme, at: QPointF, thick: float) -> None:
    """An arrow head: the bar goes on far beyond the picture."""
    half = thick / 2 + theme.px(2)
    painter.setPen(theme.color("grad"))
    painter.setBrush(theme.color("grad"))
    painter.drawPolygon(
        QPolygonF([at + QPointF(0, -half), at + QPointF(theme.px(8), 0), at + QPointF(0, half)])
    )
