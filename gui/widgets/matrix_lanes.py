"""The lanes of matrices under the hands: point at a cell, walk, pin, type, turn the lens, copy.

Pointing at a cell, or walking to it, says which one; whoever knows what it was made of answers with `set_frames`. A
click, or Enter, pins it. F2, a digit, a second Enter or a double click open a field in a cell that may be changed.
Arrows walk inside a matrix, Tab and Control with an arrow from matrix to matrix; the wheel, Page Up and Page Down move
the lens of all matrices together.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.matrix_canvas import MatrixCanvas
from gui.widgets.matrix_content import NOWHERE, Cell


class MatrixLanes(MatrixCanvas):
    """Each signal names a matrix, a row and a column; "" and -1 where there is none any more."""

    cell_hovered = Signal(str, int, int)
    cell_focused = Signal(str, int, int)
    cell_pinned = Signal(str, int, int)
    cell_edited = Signal(str, int, int, str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def cell_at(self, at: QPointF) -> Cell:
        """The cell under a point; one of a flipped matrix is its original's."""
        at = at + QPointF(self._scroll.level, 0.0)
        for place in self.plan().places.values():
            if not place.matrix.is_ghost and (found := place.at(at)) is not None:
                return place.matrix.original(*found)
        return NOWHERE

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cell under the pointer answers."""
        self._look(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._look(NOWHERE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pin a cell, or let go of it."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell != NOWHERE:
            self._pin(NOWHERE if cell == self._pinned else cell)

    def _look(self, cell: Cell) -> None:
        if cell != self._hot:
            self._hot = cell
            self.update()
            self.cell_hovered.emit(*cell)

    def _pin(self, cell: Cell) -> None:
        self.set_pinned(cell)
        self.cell_pinned.emit(*cell)
