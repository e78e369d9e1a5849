"""How far one straight line gets: a small bar with words.

The bar is the share that the best line found gets right; the words say whether a line that gets all of them right
exists. Where that has not been decided they say no more than the bar.
"""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.words import tell

TITLE = "Linear separability"
ABOUT = "The bar is the share of points that the best straight line found gets right."
_BAR, _LOW = 62.0, 6.0


class SeparabilityMeter(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._separable: bool | None = None
        self._accuracy: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    def set_separable(self, separable: bool | None, accuracy: float | None = None) -> None:
        """Does a line exist (None: not decided), and what share from 0 to 1 the best one found gets right."""
        usable = accuracy is not None and math.isfinite(accuracy)
        share = min(max(float(accuracy), 0.0), 1.0) if usable and accuracy is not None else None
        share = 1.0 if separable else share
        if (separable, share) != (self._separable, self._accuracy):
            self._separable, self._accuracy = separable, share
            self._tell()
            self.update()

    def words(self) -> str:
        """What the meter says. A share below all is never rounded up to 100 %."""
        if self._separable:
            return "one line is enough"
        if self._accuracy is None:
            return "not measured yet" if self._separable is None else "no line is enough"
        percent = f"{min(round(100 * self._accuracy), 100 if self._accuracy == 1.0 else 99)} %"
        return f"best line: {percent}" if self._separable is None else f"no line is enough: {percent}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, sign, words."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            long, low = min(theme.px(_BAR), self.width() * 0.4), theme.px(_LOW)
            bar = QRectF(0.0, (self.height() - low) / 2.0, long, low)
            rounded(painter, bar, low / 2.0, theme.color("line"))
            if self._accuracy:
                filled = QRectF(bar.left(), bar.top(), max(low, long * self._accuracy), low)
                rounded(painter, filled, low / 2.0, theme.color("good" if self._separable else "ink"))
            left = long + theme.px(9.0)
            if self._separable:
                side = theme.px(15.0)
                place = QRectF(left, (self.height() - side) / 2.0, side, side)
                paint_icon(painter, "check", place, theme.color("good"))
                left += side + theme.px(3.0)
            font = theme.font("small")
            room = QRectF(left, 0.0, self.width() - left, float(self.height()))
            text(painter, room, self._fitting(font, room.width()), font, theme.color("ink"))

    def _fitting(self, font: QFont, width: float) -> str:
        """The words, or in a narrow place what counts: the percentage."""
        words = self.words()
        forms = (words, words.rpartition(": ")[2])
        return next((form for form in forms if text_width(form, font) <= width), elided(words, font, width))

    def sizeHint(self) -> QSize:
        """A bar and about four words."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(max(theme.px(20), theme.line_height("small"))))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(round(self._themes.current.px(90)), self.sizeHint().height())

    def _tell(self) -> None:
        self.setAccessibleDescription(f"{self.words()}. {ABOUT}")

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
