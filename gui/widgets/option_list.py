"""The list that a choice opens: floats over the window, closes on a choice, on Escape and on a press elsewhere.

Arrows, Page, Home and End move through it; typing the first letters of an option goes there.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.dressed import dress_bars
from gui.widgets.shapes import LEFT, RIGHT, begin, elided, rounded, stroke, text, text_width

MOST_ROWS = 12
Index = QModelIndex | QPersistentModelIndex


class OptionRow(QStyledItemDelegate):
    """One row: a check at the chosen option, violet ground under the one the keyboard or pointer is at."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.chosen = 0
        self.rule_after: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for a finger in presentation mode."""
        theme = self._themes.current
        return QSize(10, max(theme.size("row"), theme.target))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, check, words."""
        theme = self._themes.current
        rect = QRectF(option.rect)
        at = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = index.row() == self.chosen
        turned = option.direction == Qt.LayoutDirection.RightToLeft

        def sided(box: QRectF) -> QRectF:
            return box.translated(rect.left() + rect.right() - box.left() - box.right(), 0) if turned else box

        painter.save()
        begin(painter)
        if at:
            rounded(painter, rect, theme.px(5), theme.color("you_soft"))
        color = theme.color("you" if at else "ink")
        side = theme.px(12)
        if chosen:
            check = QRectF(rect.left() + theme.px(8), rect.center().y() - side / 2, side, side)
            paint_icon(painter, "check", sided(check), theme.color("you"), 2.4)
        font = theme.font("value" if chosen else "body")
        area = rect.adjusted(theme.px(28), 0, -theme.px(8), 0)
        words = elided(str(index.data()), font, area.width())
        text(painter, sided(area), words, font, color, RIGHT if turned else LEFT)
        if index.row() == self.rule_after:
            y = rect.bottom() - 0.5
            stroke(painter, QPointF(rect.left(), y), QPointF(rect.right(), y), theme.color("line"), 1.0)
        painter.restore()


class OptionList(QWidget):
    """`chosen` gives the index. Belongs to the box it opens from."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, labels: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._themes = themes
        self._labels = labels
        self.rows = QListWidget(self)
        self.rows.addItems([say(label) for label in labels])
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setMouseTracking(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        dress_bars(themes, self.rows)
        self._row = OptionRow(themes, self.rows)
        self.rows.setItemDelegate(self._row)
        self.rows.itemEntered.connect(self.rows.setCurrentItem)
        self.rows.itemClicked.connect(lambda item: self._take(self.rows.row(item)))
        self.rows.itemActivated.connect(lambda item: self._take(self.rows.row(item)))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.rows)
        self.setFocusProxy(self.rows)

    def set_rule_after(self, index: int | None) -> None:
        """A hairline below this row."""
        self._row.rule_after = index

    def open_at(self, box: QWidget, index: int) -> None:
        """Show below `box`, or above it where there is no room below; not beyond the right edge of its window."""
        self._dress()
        self._row.chosen = index
        self.rows.setCurrentRow(index)
        self.rows.setAccessibleName(box.accessibleName())
        size = self._wanted(box.width())
        below = box.mapToGlobal(QPoint(0, box.height() + 4))
        screen = box.screen().availableGeometry()
        if below.y() + size.height() > screen.bottom():
            below.setY(max(screen.top(), box.mapToGlobal(QPoint(0, -4)).y() - size.height()))
        window = box.window()
        right = min(screen.right(), window.mapToGlobal(QPoint(window.width() - 4, 0)).x())
        below.setX(max(screen.left(), min(below.x(), right - size.width())))
        self.setGeometry(below.x(), below.y(), size.width(), size.height())
        self.show()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)
        self.rows.scrollToItem(self.rows.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Escape leaves all as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.rows.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with a real edge. Its corners are square: rounded ones are black where nothing composes windows."""
        theme = self._themes.current
        edge = max(1, round(theme.stroke("hairline")))
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("rule"))
            painter.fillRect(self.rect().adjusted(edge, edge, -edge, -edge), theme.color("panel"))

    def _take(self, index: int) -> None:
        if self.isVisible() and index >= 0:
            self.hide()
            self.chosen.emit(index)

    def _wanted(self, least: int) -> QSize:
        theme = self._themes.current
        widest = max(text_width(label, theme.font("value")) for label in self._labels)
        high = self.rows.sizeHintForRow(0) * min(len(self._labels), MOST_ROWS)
        edge = 2 * round(theme.px(5))
        return QSize(max(least, round(widest + theme.px(60))), high + edge)

    def _dress(self) -> None:
        theme = self._themes.current
        pad = round(theme.px(5))
        self._column.setContentsMargins(pad, pad, pad, pad)
        palette = QPalette(self.rows.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.color("panel"))
        self.rows.setPalette(palette)
        self.rows.doItemsLayout()
