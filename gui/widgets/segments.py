"""Two to four short options side by side, one of them chosen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.mirrored import Mirror, moves
from gui.widgets.shapes import CENTRE, begin, elided, rounded, text, text_width

MOST = 4


def segments_width(theme: Theme, labels: tuple[str, ...]) -> float:
    """How wide equal segments must be for their words."""
    widest = max(text_width(label, theme.font("label")) for label in labels)
    return len(labels) * (widest + theme.px(14))


class Segments(QWidget):
    """`chosen` gives the index that was clicked or moved to."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, labels: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._labels = labels
        self._index = 0
        self._hot = -1
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.size("radius_button")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)

    @property
    def index(self) -> int:
        """Which one is chosen."""
        return self._index

    def set_index(self, index: int) -> None:
        """Choose without a signal."""
        if index != self._index:
            self._index = index
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        theme = self._themes.current
        return QSize(round(segments_width(theme, self._labels)), max(round(theme.px(30)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened."""
        return QSize(len(self._labels) * self._themes.current.target, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunk box; the chosen option is a sheet on it."""
        with QPainter(self) as painter:
            begin(painter)
            theme, radius = self._themes.current, float(self._themes.current.size("radius_button"))
            font, gap = theme.font("label"), theme.px(2)
            rounded(painter, QRectF(self.rect()), radius, theme.color("sunk"))
            for index, label in enumerate(self._labels):
                cell, on = self._cell(index), index == self._index
                inner = cell.adjusted(gap, gap, -gap, -gap)
                color = theme.color("faint" if not self.isEnabled() else "ink" if on else "soft")
                if on:
                    edge = theme.color("rule")
                    rounded(painter, inner, radius - gap, theme.color("panel"), edge, theme.stroke("hairline"))
                elif index == self._hot and self.isEnabled():
                    rounded(painter, inner, radius - gap, theme.color("ink", 0.06))
                text(painter, cell, elided(label, font, inner.width() - theme.px(4)), font, color, CENTRE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Home and End go to the ends."""
        last = len(self._labels) - 1
        if move := moves(self, event.key()):
            self._choose(min(max(self._index + move, 0), last))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._index_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the pointer answers."""
        self._glow(self._index_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._glow(-1)

    def _choose(self, index: int) -> None:
        if index != self._index:
            self.set_index(index)
            self.chosen.emit(index)

    def _glow(self, index: int) -> None:
        if index != self._hot:
            self._hot = index
            self.update()

    def _index_at(self, x: float) -> int:
        count = len(self._labels)
        x = self.width() - x if Mirror(self).on else x
        return min(max(int(x * count / max(self.width(), 1)), 0), count - 1)

    def _cell(self, index: int) -> QRectF:
        wide = self.width() / len(self._labels)
        return Mirror(self).box(QRectF(index * wide, 0.0, wide, self.height()))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
