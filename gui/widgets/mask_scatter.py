"""All classes together against one pass with everyone there: a dot for every example.

On the slope both say the same. How far dots stray from it is how good a stand-in the single pass is: exact for a unit
that only sums, close for most networks. Left and Right go from example to example.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.mask_content import AllMasks
from gui.widgets.picture import Picture
from gui.widgets.shapes import CENTRE, LEFT, elided, text, text_width
from gui.widgets.ticks import linear_ticks
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

ACROSS = word("one pass, everyone there")
UPWARDS = word("all classes together")
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MaskScatter(Picture):
    """`example_asked` gives the place of an example."""

    example_asked = Signal(int)
    name = "One pass against all classes"
    about = "A dot for every example; on the slope both agree. Left and Right go from example to example."
    wanted, least = (240, 240), (110, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._all = AllMasks()
        self.renew()

    def show_masks(self, masks: AllMasks) -> None:
        """More of them, or others."""
        self._all = masks
        self.renew()

    def area(self) -> QRectF:
        """A square, with a name above it and one below."""
        theme = self._themes.current
        high = theme.line_height("caption")
        left = text_width("0.0", theme.font("caption")) + theme.px(6)
        top, foot = high + theme.px(4), 2 * high + theme.px(5)
        side = max(20.0, min(self.width() - left - theme.px(6), self.height() - top - foot))
        return QRectF(left + max(0.0, (self.width() - left - side) / 2), top, side, side)

    def spots(self) -> Array:
        """Where the examples stand, (examples, 2)."""
        area, size = self.area(), max(self._all.high - self._all.low, 1e-12)
        across, up = (
            np.clip((np.nan_to_num(values) - self._all.low) / size, 0.0, 1.0)
            for values in (self._all.singles, self._all.means)
        )
        return np.column_stack((area.left() + across * area.width(), area.bottom() - up * area.height()))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Frame, slope, dots, the example that is looked at."""
        area, font, high = self.area(), theme.font("caption"), theme.line_height("caption")
        faint = theme.color("faint")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
        painter.drawRect(area)
        pen = QPen(theme.color("rule"), theme.stroke("hairline"))
        painter.setPen(pen)
        painter.drawLine(area.bottomLeft(), area.topRight())
        self._paint_ticks(painter, theme, area)
        text(painter, QRectF(area.left(), 0, self.width() - area.left(), high),
             elided(UPWARDS, font, self.width() - area.left()), font, faint, LEFT)  # fmt: skip
        foot = QRectF(0.0, area.bottom() + theme.px(3) + high, self.width(), high)
        text(painter, foot, elided(ACROSS, font, self.width()), font, faint, CENTRE)
        spots = self.spots()
        painter.setPen(QPen(theme.color("ink", 0.38), theme.px(4.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in spots.tolist()]))
        if 0 <= self._all.example < len(spots):
            painter.setPen(QPen(theme.color("ink"), theme.px(1.8)))
            painter.drawEllipse(QPointF(*spots[self._all.example].tolist()), theme.px(5.5), theme.px(5.5))

    def _paint_ticks(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        font, high = theme.font("caption"), theme.line_height("caption")
        ticks = linear_ticks(self._all.low, self._all.high, 2)
        for value, words in zip(ticks.values, ticks.texts, strict=True):
            share = (value - self._all.low) / max(self._all.high - self._all.low, 1e-12)
            wide = text_width(words, font)
            y = area.bottom() - share * area.height()
            text(painter, QRectF(area.left() - wide - theme.px(5), y - high / 2, wide, high), words, font,
                 theme.color("faint"), LEFT)  # fmt: skip
            x = area.left() + share * area.width()
            text(painter, QRectF(x - wide / 2, area.bottom() + theme.px(3), wide, high), words, font,
                 theme.color("faint"), LEFT)  # fmt: skip

    def describe(self) -> str:
        """How far the two are apart at most, and for the example that is looked at."""
        if not self._all.done:
            return word("No class was asked yet.")
        farthest = self._all.farthest()
        if not math.isfinite(farthest):
            return ""
        return phrase(
            "For {examples} examples, mean and single pass are at most {farthest} apart.",
            examples=write_count(len(self._all.means)),
            farthest=write_fixed(farthest, 3),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the example that is nearest."""
        if event.button() != Qt.MouseButton.LeftButton or not len(self._all.means):
            event.ignore()
            return
        spots = self.spots()
        away = np.hypot(spots[:, 0] - event.position().x(), spots[:, 1] - event.position().y())
        if float(away.min()) <= self._themes.current.target / 2:
            self.example_asked.emit(int(away.argmin()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From example to example."""
        key = Qt.Key(event.key())
        if key in _MOVES and len(self._all.means):
            self.example_asked.emit((max(self._all.example, 0) + _MOVES[key]) % len(self._all.means))
        else:
            event.ignore()
