"""The computational graph of one example: values fill it from left to right, adjoints from right to left.

    view.show_graph(content)       `sim.graph_content`; the same step as the matrices show

Point at a node, or walk to it with the arrow keys, and the foot of the picture says how its value came about and how
its adjoint is put together: local partial times the adjoint that arrived, a term for each use. Enter keeps that there,
Escape lets it go. Where the graph is larger than its place it moves: with the wheel, by dragging, and after the walk
and the step by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.graph_view_canvas import HELP, NOBODY, GraphCanvas
from gui.widgets.graph_view_layout import walk, walking_columns

_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GraphView(GraphCanvas):
    """See the module's text. `node_pinned` gives the key of the node whose sums are kept, "" for none."""

    node_pinned = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._press: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # Pointer ----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture, or point at a node."""
        at = event.position()
        if self._press is None:
            self._point_at(self.node_at(at))
        elif self._dragged or (at - self._press).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self._move_to(self._offset + self._press - at)
            self._press = at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._dragged = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click pins, or lets go what was pinned."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        self._press = None
        if not self._dragged:
            found = self.node_at(event.position())
            self._chosen = found if found != NOBODY else self._chosen
            self._pin(self._content.nodes[found].key if found != NOBODY else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point_at(NOBODY)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move, where there is more than fits."""
        if not self.moves:
            event.ignore()
            return
        turned, whole = event.angleDelta(), self.plan().whole
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or whole.height() <= self._picture().height()
        step = QPointF(turned.y(), 0.0) if sideways and not turned.x() else QPointF(turned.x(), turned.y())
        self._move_to(self._offset - step / 2.0)
        event.accept()

    def _point_at(self, index: int) -> None:
        if index != self._hot:
            self._hot = index
            self.setCursor(Qt.CursorShape.ArrowCursor if index == NOBODY else Qt.CursorShape.PointingHandCursor)
            self.setToolTip("" if index != NOBODY else say(HELP))
            self.update()

    def _pin(self, key: str) -> None:
        key = "" if key == self._pinned else key
        if key != self._pinned:
            self._pinned = key
            self.node_pinned.emit(key)
            self.update()

    # Keys -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pin, let go."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        columns = walking_columns(self._content, self.plan())
        if key in _WALKS and columns and plain:
            self._go_to(walk(self._content, self.plan(), self._chosen, *_WALKS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and columns and plain:
            self._go_to(columns[0][0] if key == Qt.Key.Key_Home else columns[-1][-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen != NOBODY:
            self._pin(self._content.nodes[self._chosen].key)
        elif key == Qt.Key.Key_Escape and self._pinned:
            self._pin("")
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The walk goes on where it was."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was walked to is told no longer."""
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, index: int) -> None:
        self._hot, self._chosen = NOBODY, index
        if self._pinned:
            self._pin("")
        self._reveal([index])
        self._mark.refresh()
        self._tell()
        self.update()
