"""What all classes answer to one example, and what they answer together, against one pass with everyone there.

The bars say how likely which answer is when a class comes by chance; a full line is their mean, a dashed one the single
pass.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.markers import paint_marker
from gui.widgets.mask_content import AllMasks
from gui.widgets.picture import Picture
from gui.widgets.shapes import CENTRE, LEFT, elided, text, text_width
from gui.widgets.ticks import linear_ticks
from sim.numerals import write_fixed
from sim.phrases import phrase, word

BINS = 36
_MEAN, _SINGLE = "circle", "diamond"


def shares(masks: AllMasks, bins: int = BINS) -> Array:
    """How likely it is that an answer lies in each of the bins between low and high, (bins,), of those counted."""
    weight = float(masks.chances.sum()) if masks.done else 0.0
    if not weight > 0.0:
        return np.zeros(bins)
    inside = np.clip(np.nan_to_num(masks.answers), masks.low, masks.high)
    found, _ = np.histogram(inside, bins, (masks.low, max(masks.high, masks.low + 1e-12)), weights=masks.chances)
    return np.asarray(found / weight)


class MaskHistogram(Picture):
    """One example: bars, mean, single pass."""

    name = "Answers of all classes"
    about = "Bars: how likely an answer is when a class comes by chance."
    wanted, least = (320, 220), (170, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._all = AllMasks()
        self.renew()

    def show_masks(self, masks: AllMasks) -> None:
        """More of them, or others."""
        self._all = masks
        self.renew()

    def area(self) -> QRectF:
        """The rectangle of the bars, below two lines of words and over the axis."""
        theme = self._themes.current
        top, foot = 2 * theme.line_height("small") + theme.px(4), 2 * theme.line_height("caption") + theme.px(5)
        return QRectF(theme.px(6), top, max(30.0, self.width() - theme.px(12)), max(20.0, self.height() - top - foot))

    def x_of(self, answer: float) -> float:
        """The pixel of an answer."""
        area, size = self.area(), max(self._all.high - self._all.low, 1e-12)
        return area.left() + (min(max(answer, self._all.low), self._all.high) - self._all.low) / size * area.width()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Axis, bars, two lines with their names."""
        area, high = self.area(), theme.line_height("caption")
        painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        ticks = linear_ticks(self._all.low, self._all.high, 4)
        for value, words in zip(ticks.values, ticks.texts, strict=True):
            wide, x = text_width(words, theme.font("caption")), self.x_of(value)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            text(painter, QRectF(left, area.bottom() + theme.px(3), wide, high), words, theme.font("caption"),
                 theme.color("faint"), LEFT)  # fmt: skip
        axis = phrase("answer: {output}", output=self._all.output) if self._all.output else word("answer")
        foot = QRectF(area.left(), area.bottom() + theme.px(3) + high, area.width(), high)
        text(painter, foot, elided(axis, theme.font("caption"), area.width()), theme.font("caption"),
             theme.color("faint"), CENTRE)  # fmt: skip
        self._paint_bars(painter, theme, area)
        if self._all.done:
            self._paint_lines(painter, theme, area)

    def _paint_bars(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        found = shares(self._all)
        most = float(found.max(initial=0.0)) or 1.0
        wide = area.width() / len(found)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink", 0.30))
        for place, share in enumerate(found.tolist()):
            if share > 0.0:
                high = max(1.0, 0.94 * share / most * area.height())
                painter.drawRect(QRectF(area.left() + place * wide + 0.5, area.bottom() - high, wide - 1.0, high))

    def _paint_lines(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        for row, (value, words, marker) in enumerate(self.named()):
            if not math.isfinite(value):
                continue
            x, high = self.x_of(value), theme.line_height("small")
            pen = QPen(theme.color("ink"), theme.px(1.8))
            if marker == _SINGLE:
                pen.setDashPattern([3.0, 2.4])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            fill = theme.color("stage" if marker == _SINGLE else "ink")
            edge = theme.color("ink" if marker == _SINGLE else "stage")
            paint_marker(painter, marker, QPointF(x, area.top() + theme.px(4)), theme.px(4.2), fill, edge, 1.4)
            key = QPointF(theme.px(10), (row + 0.5) * high)
            paint_marker(painter, marker, key, theme.px(4.2), fill, edge, 1.4)
            box = QRectF(theme.px(20), row * high, max(10.0, self.width() - theme.px(20)), high)
            text(painter, box, elided(words, theme.font("small"), box.width()), theme.font("small"),
                 theme.color("ink"), LEFT)  # fmt: skip

    def named(self) -> tuple[tuple[float, str, str], ...]:
        """Mean and single pass: value, words, marker."""
        mean, single = (write_fixed(value, 3) for value in (self._all.mean, self._all.single))
        return (
            (self._all.mean, phrase("all classes together: {mean}", mean=mean), _MEAN),
            (self._all.single, phrase("one pass, everyone there: {single}", single=single), _SINGLE),
        )

    def describe(self) -> str:
        """Both numbers, and how far single classes lie apart."""
        if not self._all.done:
            return word("No class was asked yet.")
        (_, mean, _), (_, single, _) = self.named()
        spread_words = write_fixed(self._all.spread(), 2)
        return phrase("{mean}; {single}. Single classes lie {spread} around it.", mean=mean, single=single,
                      spread=spread_words)  # fmt: skip
