"""Where two networks decide differently: the second's answer less the first's, and the lines of both.

Blue: the second says more of class 1 there; orange: less; pale: both say the same. Point somewhere and both answers are
read off.
"""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder, tokens
from gui.widgets.class_signs import paint_point
from gui.widgets.contours import Array
from gui.widgets.decision_map_field import Field, FieldLayer, decision_lines, paint_ink_line
from gui.widgets.fit_content import TwoMaps
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point
from gui.widgets.plane_picture import PlanePicture
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, rounded, text, text_width, wrapped
from sim.numerals import write_fixed
from sim.phrases import joined, phrase

NOTHING = "Two networks are needed to compare."
_BAR, _LONGEST = 7.0, 90.0
_POINT = 0.72


class DifferenceMap(PlanePicture):
    """See the module's text."""

    keeps_shape = False
    name = "Where two networks differ"
    about = "Blue where the second says more of class 1, orange where less. The arrow keys read off."
    wanted, least = (280, 280), (120, 120)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._maps: TwoMaps | None = None
        self._layer = FieldLayer()
        self._lines: list[tuple[str, Array]] = []
        super().__init__(themes, parent)
        self.renew()

    def show_maps(self, maps: TwoMaps | None) -> None:
        """Other answers; None: there is nothing to compare."""
        if maps is self._maps:
            return
        self._maps = maps
        if maps is not None:
            self._area = maps.rect
            self._layer.set_field(Field(maps.difference, maps.rect, -1.0))
            fields = (Field(np.asarray(one, np.float64), maps.rect, maps.low) for one in (maps.first, maps.second))
            self._lines = [(role, line) for role, field in zip(maps.roles, fields, strict=True)
                           for line in decision_lines(field)]  # fmt: skip
        self.refresh()

    def foot(self) -> float:
        """Room for the key of the colours."""
        theme = self._themes.current
        return theme.line_height("caption") + theme.px(4.0) if self.height() > theme.px(170) else 0.0

    def paint_ground(self, canvas: Canvas) -> None:
        """The difference, both lines, the points."""
        theme, maps = canvas.theme, self._maps
        canvas.painter.fillRect(canvas.picture, theme.color("mid"))
        if maps is None:
            _paint_nothing(canvas)
            return
        self._layer.paint(canvas, line=False)
        for role, line in reversed(self._lines):
            paint_ink_line(canvas, line, role)
        pixels = canvas.view.to_pixels(maps.places)
        for (x, y), kind in zip(pixels[maps.learned].tolist(), maps.classes[maps.learned].tolist(), strict=True):
            paint_point(canvas.painter, theme, int(kind), QPointF(x, y), theme.stroke("marker_map") * _POINT)

    def paint_above(self, canvas: Canvas) -> None:
        """What is read off, and what the colours mean."""
        maps, theme = self._maps, canvas.theme
        if maps is None:
            return
        if self.foot():
            self._paint_key(canvas, maps)
        if self.at is None:
            return
        words, font, high = self.readout(), theme.font("cell"), theme.line_height("cell")
        spot = canvas.pixel(self.at)
        wide = min(text_width(words, font) + theme.px(8.0), canvas.picture.width())
        left = min(max(spot.x() - wide / 2, canvas.picture.left()), canvas.picture.right() - wide)
        above = spot.y() - high - theme.px(8.0)
        top = above if above > canvas.picture.top() else spot.y() + theme.px(12.0)
        plate = QRectF(left, top, wide, high)
        rounded(canvas.painter, plate, theme.px(4.0), theme.color("stage", 0.88), theme.color("line"))
        text(canvas.painter, plate, words, font, theme.color("ink"), CENTRE)

    def _paint_key(self, canvas: Canvas, maps: TwoMaps) -> None:
        theme, font, painter = canvas.theme, canvas.theme.font("caption"), canvas.painter
        high = theme.line_height("caption")
        second = maps.titles[1]
        less, more = phrase("{arm} says less", arm=second), phrase("{arm} says more", arm=second)
        axes = theme.line_height("caption") + theme.px(8.0) if self.has_axes() else 0.0
        top = min(self.height() - high, canvas.picture.bottom() + axes)
        left, right = canvas.picture.left(), canvas.picture.right()
        words = text_width(less, font) + text_width(more, font) + theme.px(12.0)
        long = min(right - left - words, theme.px(_LONGEST))
        if long < theme.px(16.0):
            return
        middle = (left + right) / 2.0 + (text_width(less, font) - text_width(more, font)) / 2.0
        bar = QRectF(middle - long / 2, top + (high - theme.px(_BAR)) / 2, long, theme.px(_BAR))
        colors = QLinearGradient(bar.topLeft(), bar.topRight())
        reach = float(tokens()["map"]["diverging_reach"]["field_dark" if theme.dark else "field"])
        for share, role in ((0.0, "minus"), (0.5, "mid"), (1.0, "plus")):
            colors.setColorAt(share, theme.mix("mid", role, reach))
        painter.setPen(theme.color("rule"))
        painter.setBrush(colors)
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        gap = theme.px(6.0)
        text(painter, QRectF(0, top, bar.left() - gap, high), less, font, theme.color("soft"), RIGHT)
        text(painter, QRectF(bar.right() + gap, top, 10, high), more, font, theme.color("soft"), LEFT)

    def readout(self) -> str:
        """Both answers at the place that is read."""
        maps = self._maps
        if maps is None or self.at is None:
            return ""
        said = [phrase("{title} {answer}", title=title, answer=write_fixed(value_at(values, maps, self.at), 2))
                for title, values in zip(maps.titles, (maps.first, maps.second), strict=True)]  # fmt: skip
        return joined(said, ",  ")

    def describe(self) -> str:
        """How much of the plane they decide differently."""
        maps = self._maps
        if maps is None:
            return NOTHING
        share = apart_words(maps)
        return joined((phrase("{share}.", share=share), self.readout()))


def apart_words(maps: TwoMaps) -> str:
    """On how much of the picture the two decide differently."""
    share = write_fixed(100.0 * maps.apart, 0)
    first, second = maps.titles
    return phrase("{first} and {second} decide differently on {share} % of the map", first=first, second=second,
                  share=share)  # fmt: skip


def _paint_nothing(canvas: Canvas) -> None:
    theme, font, high = canvas.theme, canvas.theme.font("small"), canvas.theme.line_height("small")
    lines = wrapped(NOTHING, font, canvas.picture.width() - theme.px(12.0))
    for row, words in enumerate(lines):
        top = canvas.picture.center().y() + (row - len(lines) / 2.0) * high
        box = QRectF(canvas.picture.left(), top, canvas.picture.width(), high)
        text(canvas.painter, box, words, font, theme.color("soft"), CENTRE)


def value_at(values: Array, maps: TwoMaps, at: Point) -> float:
    """The answer nearest to a place."""
    rows, columns = values.shape
    x0, x1, y0, y1 = maps.rect
    column = round((at[0] - x0) / (x1 - x0) * (columns - 1))
    row = round((at[1] - y0) / (y1 - y0) * (rows - 1))
    return float(values[min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)])
