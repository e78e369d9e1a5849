"""Which class the next point has: the signs of the classes side by side, the chosen one on a sheet of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.class_signs import paint_point
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.words import tip
from sim.phrases import phrase

MOST_IN_A_ROW = 5
_SIGN = 5.5
_ABOUT = "The class of the next point that you place or draw."
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ClassPicker(QWidget):
    """`chosen` gives the number of the class that was clicked or moved to."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._names: tuple[str, ...] = ("0", "1")
        self._index = 1
        self._hot = -1
        self._mark = FocusMark(themes, self, lambda: (self.cell(self._index), themes.current.px(6)))
        self._answering = Answering(self, (QEvent.Type.ToolTip,), self._answer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Class to place"))
        themes.changed.connect(self._on_theme)
        self._tell()

    @property
    def index(self) -> int:
        """The number of the chosen class."""
        return self._index

    def set_index(self, index: int) -> None:
        """Choose without a signal; a class that does not exist is not chosen."""
        if index != self._index and 0 <= index < len(self._names):
            self._index = index
            self._tell()
            self._mark.refresh()
            self.update()

    def set_names(self, names: Sequence[str]) -> None:
        """The names of the classes; at least one. The chosen number stays where it exists."""
        if tuple(names) != self._names and names:
            self._names = tuple(names)
            self._index, self._hot = min(self._index, len(self._names) - 1), -1
            self._tell()
            self._on_theme()

    def cell(self, index: int) -> QRectF:
        """Where a class lies."""
        columns = self._columns()
        row, column = divmod(index, columns)
        wide, high = self.width() / columns, self._row_height()
        return QRectF(column * wide, row * high, wide, high)

    def sizeHint(self) -> QSize:
        """One row of up to five, or more rows."""
        rows = -(-len(self._names) // MOST_IN_A_ROW)
        return QSize(round(self._themes.current.px(212)), round(rows * self._row_height()))

    def minimumSizeHint(self) -> QSize:
        """Names may be shortened to their signs."""
        return QSize(self._columns() * self._themes.current.target, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunk box; the chosen class is a sheet on it."""
        with QPainter(self) as painter:
            begin(painter)
            theme, radius = self._themes.current, float(self._themes.current.size("radius_button"))
            rounded(painter, QRectF(self.rect()), radius, theme.color("sunk"))
            gap = theme.px(2)
            for index in range(len(self._names)):
                cell = self.cell(index)
                inner = cell.adjusted(gap, gap, -gap, -gap)
                if index == self._index:
                    edge, width = theme.color("rule"), theme.stroke("hairline")
                    rounded(painter, inner, radius - gap, theme.color("panel"), edge, width)
                elif index == self._hot and self.isEnabled():
                    rounded(painter, inner, radius - gap, theme.color("ink", 0.06))
                self._paint_class(painter, index, inner)

    def _paint_class(self, painter: QPainter, index: int, cell: QRectF) -> None:
        """The sign, and beside it as much of the name as there is room for."""
        theme = self._themes.current
        font, sign, room = theme.font("label"), theme.px(_SIGN), theme.px(7)
        space = cell.width() - 2 * sign - room - theme.px(12)
        words = elided(self._names[index], font, space) if space > theme.px(9) else ""
        words = "" if words == "…" else words
        wide = 2 * sign + (room + text_width(words, font) if words else 0.0)
        left = cell.center().x() - wide / 2
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        paint_point(painter, theme, index, QPointF(left + sign, cell.center().y()), sign)
        area = QRectF(left + 2 * sign + room, cell.top(), space, cell.height())
        text(painter, area, words, font, theme.color("ink" if index == self._index else "soft"))
        painter.setOpacity(1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Home and End go to the ends, a digit names a class."""
        last = len(self._names) - 1
        if event.key() in _MOVES:
            self._choose(min(max(self._index + _MOVES[Qt.Key(event.key())], 0), last))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.text().isdecimal() and int(event.text()) <= last:
            self._choose(int(event.text()))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the pointer answers."""
        self._glow(self._index_at(event.position()))

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

    def _index_at(self, at: QPointF) -> int:
        return next((index for index in range(len(self._names)) if self.cell(index).contains(at)), -1)

    def _columns(self) -> int:
        rows = -(-len(self._names) // MOST_IN_A_ROW)
        return -(-len(self._names) // rows)

    def _row_height(self) -> float:
        theme = self._themes.current
        return float(max(round(theme.px(30)), theme.target))

    def _answer(self, event: QEvent) -> bool:
        """A tooltip with the whole name."""
        if not isinstance(event, QHelpEvent):
            return False
        index = self._index_at(QPointF(event.pos()))
        QToolTip.showText(
            event.globalPos(),
            tip(phrase("Class {names}", names=self._names[index]), _ABOUT) if index >= 0 else "",
            self,
        )
        return True

    def _tell(self) -> None:
        chosen = phrase(
            "Chosen: {names}, {index} of {other_names}.",
            names=self._names[self._index],
            index=self._index + 1,
            other_names=len(self._names),
        )
        self.setAccessibleDescription(say(phrase("{chosen} {about}", chosen=chosen, about=_ABOUT)))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
