"""The lens over the examples: which of them are shown as rows, and a window to slide over all of them.

One lens serves every matrix of the picture. Drag the window, press beside it, or use the arrow keys, Page Up and Page
Down, Home and End.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import RIGHT, begin, rounded, text, text_width
from gui.widgets.words import tell
from sim.phrases import Phrase, phrase

NAME = "Rows that are shown"
ABOUT = "All matrices show the same examples. Drag the window, turn the wheel over a matrix, or use the arrow keys."
NOTCH = 120.0
PER_NOTCH = 3
_TRACK, _TRACK_HEIGHT, _LEAST_WINDOW = 116.0, 8.0, 10.0


class MatrixRows(QWidget):
    """`moved` asks for another first example."""

    moved = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._first, self._count, self._total = 0, 1, 1
        self._grab: float | None = None
        self._mark = FocusMark(themes, self, lambda: (self.track(), themes.current.px(4)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self._on_theme)
        self._tell()

    def set_window(self, first: int, count: int, total: int) -> None:
        """Show that `count` of `total` examples are seen, from `first` on."""
        if (first, count, total) != (self._first, self._count, self._total):
            self._first, self._count, self._total = first, count, total
            self._tell()
            self._mark.refresh()
            self.update()

    def words(self) -> Phrase:
        """Which examples are seen."""
        last = min(self._first + self._count, self._total)
        return phrase("rows {first} to {last} of {total}", first=self._first + 1, last=last, total=self._total)

    def track(self) -> QRectF:
        """The bar of all examples."""
        theme = self._themes.current
        wide, high = theme.px(_TRACK), theme.px(_TRACK_HEIGHT)
        return QRectF(self.width() - wide - theme.px(6), (self.height() - high) / 2, wide, high)

    def window_box(self) -> QRectF:
        """The window on it."""
        track, most = self.track(), max(1, self._total - self._count)
        wide = max(self._themes.current.px(_LEAST_WINDOW), track.width() * self._count / self._total)
        left = track.left() + (track.width() - wide) * min(self._first / most, 1.0)
        return QRectF(left, track.top(), wide, track.height())

    # Hands ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window where it is, else let it jump under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() < self.track().left() - 8:
            event.ignore()
            return
        box = self.window_box()
        inside = box.left() <= event.position().x() <= box.right()
        self._grab = event.position().x() - box.left() if inside else box.width() / 2
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The window follows."""
        if self._grab is not None:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grab = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Some rows for each notch."""
        self._ask(self._first - round(event.angleDelta().y() / NOTCH * PER_NOTCH))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows, pages, ends."""
        places = {
            Qt.Key.Key_Up: self._first - 1, Qt.Key.Key_Left: self._first - 1, Qt.Key.Key_Down: self._first + 1,
            Qt.Key.Key_Right: self._first + 1, Qt.Key.Key_PageUp: self._first - self._count,
            Qt.Key.Key_PageDown: self._first + self._count, Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._total,
        }  # fmt: skip
        place = places.get(Qt.Key(event.key()))
        if place is None:
            event.ignore()
            return
        self._ask(place)

    def _drag(self, at: QPointF) -> None:
        track, wide = self.track(), self.window_box().width()
        share = (at.x() - (self._grab or 0.0) - track.left()) / max(1.0, track.width() - wide)
        self._ask(round(share * (self._total - self._count)))

    def _ask(self, first: int) -> None:
        first = min(max(first, 0), max(0, self._total - self._count))
        if first != self._first:
            self.moved.emit(first)

    # Looks ------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, bar, window."""
        with QPainter(self) as painter:
            begin(painter)
            theme, track = self._themes.current, self.track()
            words = QRectF(0.0, 0.0, track.left() - theme.px(8), self.height())
            if text_width(self.words(), theme.font("caption")) <= words.width():
                text(painter, words, self.words(), theme.font("caption"), theme.color("soft"), RIGHT)
            radius = track.height() / 2
            rounded(painter, track, radius, theme.color("sunk"), theme.color("rule"), theme.stroke("hairline"))
            rounded(painter, self.window_box(), radius, theme.color("ink"))

    def sizeHint(self) -> QSize:
        """Words and bar, high enough for a finger."""
        theme = self._themes.current
        widest = phrase("rows {first} to {last} of {total}", first=888, last=888, total=888)
        wide = text_width(widest, theme.font("caption")) + theme.px(_TRACK + 24)
        return QSize(round(wide), theme.target)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def _tell(self) -> None:
        tell(self, NAME, ABOUT)
        self.setAccessibleDescription(say(phrase("{words}. {about}", words=self.words(), about=ABOUT)))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
