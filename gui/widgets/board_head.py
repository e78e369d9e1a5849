"""The name of a result column on a finish board. Pressing it sorts by that column, pressing it again reverses.

The column that gives the order is in ink and wears an arrow: up where the smallest result stands first. The arrow has
its room beside the words at all times, so that nothing moves when it comes.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.icons import paint_icon
from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.shapes import RIGHT, begin, stroke, text, text_width
from gui.widgets.words import tell
from sim.phrases import joined, phrase

ARROW = 8
_ARROW_GAP = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnHead(Pressable):
    """The name of one column."""

    def __init__(self, themes: ThemeHolder, words: str, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.words = words
        self.reverse = False
        self._criterion = ""
        self.setCheckable(True)
        self._say()

    def set_criterion(self, sentence: str) -> None:
        """What has to happen for a result in this column."""
        if sentence != self._criterion:
            self._criterion = sentence
            self._say()

    def set_order(self, sorts: bool, reverse: bool) -> None:
        """Does this column give the order, and with the largest result first?"""
        if (sorts, reverse) != (self.isChecked(), self.reverse):
            self.reverse = reverse
            self.setChecked(sorts)
            self._say()
            self.update()

    def wide(self, theme: Theme) -> float:
        """The room of words and arrow."""
        return max(float(theme.target), text_width(self.words, theme.font("caption")) + theme.px(ARROW + _ARROW_GAP))

    def nextCheckState(self) -> None:
        """The board says which column is sorted."""

    def radius(self) -> float:
        """A small box."""
        return 5.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if Qt.Key(event.key()) in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow and words; a line under them while the pointer says that they can be pressed."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            font = theme.font("caption")
            color = theme.color("ink" if self.isChecked() or self.glow > 0.0 else "faint")
            text(painter, QRectF(self.rect()), self.words, font, color, RIGHT)
            left, middle = self.width() - text_width(self.words, font), self.height() / 2
            if self.isChecked():
                side = theme.px(ARROW)
                arrow = QRectF(left - theme.px(_ARROW_GAP) - side, middle - side / 2, side, side)
                paint_icon(painter, "sort-down" if self.reverse else "sort-up", arrow, color, 2.6)
            if self.glow > 0.0:
                y = middle + theme.line_height("caption") / 2
                line = theme.color("rule", min(1.0, self.glow))
                stroke(painter, QPointF(left, y), QPointF(self.width(), y), line, theme.stroke("hairline"))

    def _say(self) -> None:
        about = (
            ("Largest first now; press to reverse." if self.reverse else "Smallest first now; press to reverse.")
            if self.isChecked()
            else "Puts the smallest result first."
        )
        tell(
            self,
            phrase("Sort by {words}", words=self.words),
            joined((self._criterion, about)),
        )
