"""The weights of one unit with many inputs: a bar for each, up in the colour of plus, down in that of minus.

Point at a bar for its number; the arrow keys walk from bar to bar.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import LEFT, RIGHT, begin, stroke, text
from gui.widgets.words import tell
from sim.numerals import write_significant
from sim.phrases import phrase

NAME = "Weights"
ABOUT = "One bar for each column of the table. The arrow keys read off one after the other."
_GAP = 0.28
_DIGITS = 3


class WeightBars(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._weights: Array = np.zeros(0)
        self._hot = self._chosen = -1
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tell(self, NAME, ABOUT)
        themes.changed.connect(self.update)

    def set_weights(self, weights: Array) -> None:
        """Weights (n,), without the bias."""
        self._weights = np.asarray(weights, np.float64).ravel()
        self.update()

    def bar(self, index: int) -> QRectF:
        """Where a bar stands; its length grows with the weight, the longest fills its half."""
        area, count = self._area(), max(1, len(self._weights))
        pitch = area.width() / count
        most = float(np.nanmax(np.abs(self._weights), initial=0.0)) or 1.0
        value = float(np.nan_to_num(self._weights[index]))
        length = 0.5 * area.height() * min(1.0, abs(value) / most)
        top = area.center().y() - (length if value > 0 else 0.0)
        return QRectF(area.left() + (index + _GAP / 2) * pitch, top, pitch * (1.0 - _GAP), length)

    def readout(self) -> str:
        """The bar that is pointed at, in words."""
        index = self._hot if self._hot >= 0 else self._chosen if self.hasFocus() else -1
        if not 0 <= index < len(self._weights):
            return phrase("{weights} weights", weights=len(self._weights))
        return phrase(
            "column {index}: {weights}",
            index=index + 1,
            weights=write_significant(float(self._weights[index]), _DIGITS),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the pointer is read off."""
        area, count = self._area(), len(self._weights)
        place = int((event.position().x() - area.left()) / max(1.0, area.width()) * count) if count else -1
        self._hot = place if 0 <= place < count else -1
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hot = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the ends."""
        last = len(self._weights) - 1
        places = {
            Qt.Key.Key_Left: max(self._chosen - 1, 0), Qt.Key.Key_Right: min(self._chosen + 1, last),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.key() not in places or last < 0:
            event.ignore()
            return
        self._chosen = places[Qt.Key(event.key())]
        self.setAccessibleDescription(say(phrase("{readout}. {about}", readout=self.readout(), about=ABOUT)))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        self._chosen = max(self._chosen, 0)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, zero line, bars."""
        with QPainter(self) as painter:
            begin(painter)
            theme, area = self._themes.current, self._area()
            head = QRectF(0.0, 0.0, self.width(), theme.line_height("heading"))
            text(painter, head, "What it learned", theme.font("heading"), theme.color("ink"), LEFT)
            text(painter, head, self.readout(), theme.font("small"), theme.color("soft"), RIGHT)
            zero = area.center().y()
            pointed = self._hot if self._hot >= 0 else self._chosen if self.hasFocus() else -1
            for index, weight in enumerate(self._weights):
                role = "plus" if weight > 0 else "minus"
                share = 1.0 if pointed in (-1, index) else 0.35
                painter.fillRect(self.bar(index), theme.color(role, share))
            left, right = QPointF(area.left(), zero), QPointF(area.right(), zero)
            stroke(painter, left, right, theme.color("rule"), theme.stroke("hairline"))

    def sizeHint(self) -> QSize:
        """Wide enough for fifty."""
        return QSize(round(self._themes.current.px(360)), round(self._themes.current.px(180)))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(round(self._themes.current.px(160)), round(self._themes.current.px(90)))

    def _area(self) -> QRectF:
        theme = self._themes.current
        top = theme.line_height("heading") + theme.px(8)
        return QRectF(0.0, top, float(self.width()), max(1.0, self.height() - top - theme.px(2)))
