"""The lanes of matrices under the pointer: cells, strips, the signs at the edges, the lines of lanes, the menu.

A press pins a cell, takes the lens at a strip of all examples, or moves a picture that is wider than its window. The
wheel moves the lens of all matrices together; sideways, or with Shift, it moves the picture. `matrix_lanes` adds keys.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.dressed import dressed_menu
from gui.widgets.matrix_canvas import MatrixCanvas
from gui.widgets.matrix_content import COLUMNS, NOWHERE, Cell
from gui.widgets.matrix_copy import FORMS, TEXT, as_form
from gui.widgets.matrix_layout import BACKWARD, FORWARD
from gui.widgets.matrix_paint import edge_boxes
from gui.widgets.matrix_place import Place
from gui.widgets.matrix_rows import NOTCH, PER_NOTCH

_PAN = "pan"
_PAGE = 0.6  # a sign at an edge moves the picture by so much of its width


class MatrixPointer(MatrixCanvas):
    """Signals name a matrix, a row and a column; "" and -1 where there is none any more.

    A cell of a flipped matrix is said as the original's. `copied` gives what is on the clipboard, and in which form.
    """

    cell_hovered = Signal(str, int, int)
    cell_pinned = Signal(str, int, int)
    copied = Signal(str, str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._grab = ""
        self._turned = 0.0  # rows that a fine wheel has not turned yet
        self._from, self._start = QPointF(), 0.0
        self._menu: QMenu | None = None
        self.setMouseTracking(True)

    def cell_at(self, at: QPointF) -> Cell:
        """The cell under a point; one of a flipped matrix is its original's."""
        found = self._shown_at(at)
        return self._original(found)

    def copy(self, form: str = TEXT, name: str = "") -> None:
        """Put a matrix on the clipboard: the named one, else that of the keyboard."""
        matrix = self._content.by_name.get(name or self._focused[0])
        if matrix is not None and not matrix.is_ghost:
            words = as_form(matrix, form)
            QGuiApplication.clipboard().setText(words)
            self.copied.emit(words, form)

    # Mouse ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pin a cell or let go of it, take the lens at a strip, move the picture, look at the other lane."""
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif (step := self._edge_at(at)) != 0:
            self.scroll_to(self._scroll.level + step * _PAGE * self.width())
        elif (strip := self._strip_at(at)) is not None:
            self._grab = strip.matrix.name
            self._drag_lens(at)
        elif (cell := self._shown_at(at)) != NOWHERE:
            self._press(cell)
        elif self.plan().one_lane and (lane := self._line_at(at)):
            self._look_at_lane(lane)
        else:
            self._grab, self._from, self._start = _PAN, at, self._scroll.level

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cell under the pointer answers, or what is held follows."""
        at = event.position()
        if self._grab == _PAN:
            self.scroll_to(self._start - (at - self._from).x(), False)
        elif self._grab:
            self._drag_lens(at)
        else:
            cell = self._shown_at(at)
            self._look(self._original(cell))
            hits = cell != NOWHERE or self._edge_at(at) != 0 or self._strip_at(at) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if hits else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grab = ""

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._look(NOWHERE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Down the rows, or sideways."""
        turned = event.angleDelta()
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or abs(turned.x()) > abs(turned.y())
        if sideways and self.most_scroll:
            self.scroll_to(self._scroll.level - (turned.x() or turned.y()), False)
        elif not sideways and turned.y() and self._content.examples > self.plan().rows:
            self._turned -= turned.y() / NOTCH * PER_NOTCH
            rows, self._turned = int(self._turned), self._turned - int(self._turned)
            self._turn_lens(self._lens + rows)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The forms in which a matrix can be copied."""
        cell = self._shown_at(QPointF(event.pos()))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._offer_by_keys()
        elif cell == NOWHERE:
            event.ignore()
        else:
            self._offer_forms(cell, event.globalPos())

    def _offer_by_keys(self) -> None:
        """The menu at the cell of the keyboard."""
        box = self._shown_box(self._focused)
        if box is not None:
            self._offer_forms(self._focused, self.mapToGlobal(box.bottomLeft().toPoint()))

    def _offer_forms(self, cell: Cell, at: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = dressed_menu(self._themes, self)
        for form, words in FORMS:
            action = menu.addAction(say(words))
            action.setObjectName(form)
            action.triggered.connect(lambda _=False, form=form: self.copy(form, cell[0]))
        menu.popup(at)

    def _drag_lens(self, at: QPointF) -> None:
        place = self.plan().places.get(self._grab)
        if place is None or place.strip is None:
            return
        strip, lies_across = place.strip.translated(-self._scroll.level, 0.0), place.matrix.examples == COLUMNS
        share = (at.x() - strip.left()) / strip.width() if lies_across else (at.y() - strip.top()) / strip.height()
        self._turn_lens(round(share * self._content.examples - self.plan().rows / 2))

    # Parts ------------------------------------------------------------------------------------------------------------
    def _press(self, cell: Cell) -> None:
        """A cell is pressed."""
        self._pin(self._original(cell))

    def _look(self, cell: Cell) -> None:
        if cell != self._hot:
            self._hot = cell
            self.update()
            self.cell_hovered.emit(*cell)

    def _pin(self, cell: Cell) -> None:
        cell = NOWHERE if cell == self._pinned else cell
        self.set_pinned(cell)
        self.cell_pinned.emit(*cell)

    def _original(self, cell: Cell) -> Cell:
        matrix = self._content.by_name.get(cell[0])
        return NOWHERE if matrix is None else matrix.original(cell[1], cell[2])

    def _shown_at(self, at: QPointF) -> Cell:
        at = at + QPointF(self._scroll.level, 0.0)
        for place in self.plan().places.values():
            if not place.matrix.is_ghost and (found := place.at(at)) is not None:
                return place.matrix.name, *found
        return NOWHERE

    def _shown_box(self, cell: Cell) -> QRectF | None:
        place = self.plan().places.get(cell[0])
        box = None if place is None else place.cell(cell[1], cell[2])
        return None if box is None else box.translated(-self._scroll.level, 0.0)

    def _strip_at(self, at: QPointF) -> Place | None:
        at = at + QPointF(self._scroll.level, 0.0)
        places = (place for place in self.plan().places.values() if place.strip and not place.matrix.is_ghost)
        return next((place for place in places if place.strip is not None and place.strip.contains(at)), None)

    def _edge_at(self, at: QPointF) -> int:
        """-1 or 1 on the sign that moves the picture to the left or right, else 0."""
        left, right = edge_boxes(self._themes.current, self.plan(), self.size())
        if left.contains(at) and self._scroll.level > 1.0:
            return -1
        return 1 if right.contains(at) and self._scroll.level < self.most_scroll - 1.0 else 0

    def _line_at(self, at: QPointF) -> str:
        """The lane whose line is there, where it is the one that is not shown."""
        reach, plan = self._themes.current.target / 2, self.plan()
        for name, lane in ((FORWARD, plan.forward), (BACKWARD, plan.backward)):
            if not lane.shown and abs(at.y() - lane.line) <= reach:
                return name
        return ""

    def _look_at_lane(self, lane: str) -> None:
        self._lane = lane
        self._replan()
