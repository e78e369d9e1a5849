"""The side of the help: a field to search in, and the list of pages or of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.theme import ThemeHolder
from gui.widgets.dressed import dress_bars
from gui.widgets.focus import FocusMark
from gui.widgets.search_line import SearchLine
from gui.widgets.shapes import LEFT, RIGHT, begin, elided, rounded, text, text_width
from gui.widgets.words import tell

PLACE = Qt.ItemDataRole.UserRole
CHAPTER = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A line of the list. place: "" for a heading. note: beside it, where there is room."""

    title: str
    place: str = ""
    chapter: int = 0
    note: str = ""


class _Line(QStyledItemDelegate):
    """A heading in small capitals, or a title on a violet ground while it is chosen."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._themes.current
        return QSize(10, max(round(theme.px(30)), theme.target))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._themes.current
        rect = QRectF(option.rect)
        pad = theme.px(8)
        painter.save()
        begin(painter)
        area = rect.adjusted(pad, 0, -pad, 0)
        if not index.data(PLACE):
            area.setTop(area.top() + theme.px(6))
            words = elided(str(index.data()), theme.font("section"), area.width())
            text(painter, area, words, theme.font("section"), theme.color("soft"), self._side(option))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if chosen or over:
                ground = theme.color("you_soft") if chosen else theme.color("ink", 0.055)
                rounded(painter, rect, theme.px(6), ground)
            self._words(painter, option, index, area, theme.color("you" if chosen else "ink"))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF, color: QColor
    ) -> None:
        """The title, and the note in what it leaves."""
        theme, side = self._themes.current, self._side(option)
        font, small = theme.font("value"), theme.font("small")
        title = elided(str(index.data()), font, area.width())
        text(painter, area, title, font, color, side)
        room = area.width() - text_width(title, font) - theme.px(10)
        note = str(index.data(NOTE) or "")
        if note and room > theme.px(40):
            other = RIGHT if side == LEFT else LEFT
            text(painter, area, elided(note, small, room), small, theme.color("soft"), other)

    def _side(self, option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
        return RIGHT if option.direction == Qt.LayoutDirection.RightToLeft else LEFT


class Side(QWidget):
    """`chosen` carries a place and a chapter; `searched` what is typed."""

    chosen = Signal(str, int)
    searched = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._filling = False
        self.field = SearchLine(
            themes, "Search the help", "Type some letters, go through what is found with the arrow keys."
        )
        self.field.textChanged.connect(self.searched)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Line(themes, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        dress_bars(themes, self.list)
        tell(self.list, "Pages", "Arrow keys choose what is shown.")
        self.list.setToolTip("")
        self.list.currentItemChanged.connect(self._on_current)
        self._mark = FocusMark(themes, self.list, lambda: (QRectF(self.list.rect()), themes.current.px(8)))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        themes.changed.connect(self._dress)
        self._dress()

    def fill(self, rows: Sequence[Row]) -> None:
        """Other rows; none is chosen."""
        self._filling = True
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(PLACE, row.place)
            item.setData(CHAPTER, row.chapter)
            item.setData(NOTE, row.note)
            if not row.place:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif row.note:
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.note)
            self.list.addItem(item)
        self._filling = False

    def choose(self, place: str) -> bool:
        """Mark the row of a place without a signal; False where it has none."""
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item.data(PLACE) == place:
                self._filling = True
                self.list.setCurrentItem(item)
                self._filling = False
                QTimer.singleShot(0, self, self._reveal)
                return True
        self._filling = True
        self.list.setCurrentRow(-1)
        self._filling = False
        return False

    def _reveal(self) -> None:
        """Scroll only where the chosen row is out of sight; known once the list has its size."""
        item = self.list.currentItem()
        if item is not None and not self.list.viewport().rect().contains(self.list.visualItemRect(item)):
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    def choose_first(self) -> None:
        """Show the first row that is no heading."""
        for number in range(self.list.count()):
            if self.list.item(number).data(PLACE):
                self.list.setCurrentRow(number)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From within the field, arrows move in the list, and Enter goes there."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if key in _TAKES:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling and item.data(PLACE):
            self.chosen.emit(str(item.data(PLACE)), int(item.data(CHAPTER)))

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setSpacing(theme.size("gap"))
        self.list.setFont(theme.font("value"))
        ground = QPalette(self.list.palette())
        ground.setColor(QPalette.ColorRole.Base, theme.color("panel"))
        self.list.setPalette(ground)
        self.list.doItemsLayout()
