"""Things side by side that go on in the next row where the width ends, from the side at which the language begins."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Rows of items, as many as the width asks for; an item wider than that is as wide as the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        rows = self._rows(width)
        return sum(high for _, high in rows) + max(0, len(rows) - 1) * self.spacing()

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + max(0, len(hints) - 1) * self.spacing()
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """One row of the narrowest."""
        least = [item.minimumSize() for item in self._shown()]
        wide, high = (size.width() for size in least), (size.height() for size in least)
        return QSize(max(wide, default=0), max(high, default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Lay out the rows."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        backwards = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = rect.top() + max(0, rect.height() - self.heightForWidth(rect.width())) // 2
        for row, high in self._rows(rect.width()):
            left = rect.left()
            for item, size in row:
                x = rect.left() + rect.right() - left - size.width() + 1 if backwards else left
                item.setGeometry(QRect(QPoint(x, top + (high - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += high + self.spacing()

    def _rows(self, width: int) -> list[tuple[list[tuple[QLayoutItem, QSize]], int]]:
        rows: list[tuple[list[tuple[QLayoutItem, QSize]], int]] = []
        reach = 0
        for item in self._shown():
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(1, width)), hint.height())
            if not rows or reach + size.width() > width:
                rows.append(([], 0))
                reach = 0
            rows[-1] = ([*rows[-1][0], (item, size)], max(rows[-1][1], size.height()))
            reach += size.width() + self.spacing()
        return rows

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
