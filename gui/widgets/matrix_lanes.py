"""The lanes of matrices under all hands: what `matrix_pointer` does for the mouse, and the keyboard.

Pointing at a cell, or walking to it, says which one; whoever knows what it was made of answers with `set_frames`. A
click, or Enter, pins it. F2, a digit, a second Enter or a double click open a field in a cell that may be changed:
Enter says what was typed, Escape leaves. Arrows walk inside a matrix, Home and End to the ends of a row, Tab and
Control with an arrow from matrix to matrix, Page Up and Page Down by as many rows as are shown. Control+C copies the
matrix, with Shift it asks in which form.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.matrix_content import COLUMNS, NOWHERE, ROWS, Cell, Matrix, MatrixContent
from gui.widgets.matrix_digits import plain_words
from gui.widgets.matrix_layout import BACKWARD, FORWARD
from gui.widgets.matrix_pointer import MatrixPointer
from gui.widgets.matrix_walk import across, first_stop, heir, next_stop, walked
from gui.widgets.matrix_words import ABOUT, NAME, describe
from gui.widgets.typing_field import TypingField
from gui.widgets.words import tell

_WAYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETS_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_BEGINS = frozenset("0123456789.,-+−")
_FIELD = (74.0, 24.0)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class MatrixLanes(MatrixPointer):
    """`cell_focused` says where the keyboard is, `cell_edited` what was typed into a cell.

    `refused`: a hand wanted to type into a cell that may not be changed. `cell_released`: Delete in a held one.
    """

    cell_focused = Signal(str, int, int)
    cell_edited = Signal(str, int, int, str)
    refused = Signal(str, int, int)
    cell_released = Signal(str, int, int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._field = TypingField(themes, self, framed=True)
        self._field.typed.connect(self._take)
        self._field.given_up.connect(self._field.shut)
        self._field.left.connect(self._field.shut)
        self._typing: Cell = NOWHERE
        self._offered = ""
        self.shifted.connect(self._follow_cell)
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tell(self, NAME, ABOUT)

    # What is asked of it ----------------------------------------------------------------------------------------------

    def set_content(self, content: MatrixContent) -> None:
        """Other matrices; the keyboard stays at its cell, or at what has come into its place."""
        before = self._content
        super().set_content(content)
        if self._focused != NOWHERE and not content.holds(self._focused):
            self._focused = heir(before, content, self._focused)
            if self._focused == NOWHERE and self.hasFocus():
                self._focused = first_stop(content, self.lens[0])
        if self._typing != NOWHERE and not content.holds(self._typing):
            self._field.shut()
            self._typing = NOWHERE
        self._follow_cell()
        self._mark.refresh()
        self._say()

    @property
    def focused(self) -> Cell:
        """The cell that the keyboard is at, as it stands in the picture."""
        return self._focused

    def focus_on(self, cell: Cell) -> None:
        """Walk to a cell and bring it into view."""
        matrix = self._content.by_name.get(cell[0])
        if matrix is None or not self._content.holds(cell):
            return
        self._focused = cell
        self._show_cell(matrix, cell)
        self._mark.refresh()
        self._say()
        self.update()
        self.cell_focused.emit(*self._original(cell))

    def open_field(self, cell: Cell, words: str = "") -> bool:
        """Type into a cell, beginning with `words`, else with its number; False where it may not be changed."""
        matrix = self._content.by_name.get(cell[0])
        box = self._shown_box(cell)
        if matrix is None or box is None or not matrix.editable or matrix.is_ghost:
            return False
        self._typing, self._offered = cell, "" if words else plain_words(matrix.value(cell[1], cell[2]))
        self._field.open(self._field_box(box), words or self._offered, not words)
        return True

    def _field_box(self, cell: QRectF) -> QRectF:
        """Over a cell, wide enough for a number, inside the picture."""
        theme = self._themes.current
        wide, high = max(cell.width(), theme.px(_FIELD[0])), max(cell.height(), theme.px(_FIELD[1]))
        place = QRectF(0.0, 0.0, wide, high)
        place.moveCenter(cell.center())
        place.moveLeft(min(max(place.left(), 0.0), max(0.0, self.width() - wide)))
        place.moveTop(min(max(place.top(), 0.0), max(0.0, self.height() - high)))
        return place

    def _follow_cell(self) -> None:
        """The field stays over its cell wherever the picture moves; out of sight it closes."""
        if self._typing == NOWHERE or self._field.isHidden():
            return
        box = self._shown_box(self._typing)
        if box is None:
            self._typing = NOWHERE
            self._field.shut()
        else:
            self._field.setGeometry(self._field_box(box).toAlignedRect())

    # Keys -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pin, type, copy."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & _CONTROL)
        matrix = self._content.by_name.get(self._focused[0])
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_C and event.modifiers() == _CONTROL | Qt.KeyboardModifier.ShiftModifier:
            self._offer_by_keys()
        elif matrix is None and key in _WAYS:
            self.focus_on(first_stop(self._content, self.lens[0]))
        elif matrix is None:
            super().keyPressEvent(event)
        elif key in _WAYS and control:
            self._cross(*_WAYS[key])
        elif key in _WAYS:
            self.focus_on(walked(matrix, self._focused, *_WAYS[key]))
        elif not self._took(key, event.text(), matrix, control):
            super().keyPressEvent(event)

    def _took(self, key: Qt.Key, words: str, matrix: Matrix, control: bool) -> bool:
        """The keys that are no arrows; False for one that means nothing here."""
        far = max(matrix.shape)
        page = max(1, self.plan().rows)
        moves = {
            Qt.Key.Key_Home: (-far, 0) if control else (0, -far), Qt.Key.Key_End: (far, 0) if control else (0, far),
            Qt.Key.Key_PageUp: (-page, 0), Qt.Key.Key_PageDown: (page, 0),
        }  # fmt: skip
        if key in moves:
            self.focus_on(walked(matrix, self._focused, *moves[key]))
        elif key in _ENTERS:
            pinned = self._original(self._focused) == self._pinned
            if not (pinned and self.open_field(self._focused)):
                self._pin(self._original(self._focused))
        elif key == Qt.Key.Key_F2:
            self._type(self._focused)
        elif words and words in _BEGINS and not control:
            self._type(self._focused, words)
        elif key in _LETS_GO and self._focused[1:] in matrix.held:
            self.cell_released.emit(*self._original(self._focused))
        else:
            return False
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type into the cell."""
        cell = self._shown_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell == NOWHERE:
            self.mousePressEvent(event)
        else:
            self._type(cell)

    def _press(self, cell: Cell) -> None:
        """The keyboard goes on from where a cell was pressed."""
        self._focused = cell
        self._mark.refresh()
        self._say()
        super()._press(cell)

    def _turn_lens(self, first: int) -> None:
        """The ring follows its cell."""
        super()._turn_lens(first)
        self._mark.refresh()

    def _type(self, cell: Cell, words: str = "") -> None:
        """A hand wants to type."""
        if not self.open_field(cell, words):
            self.refused.emit(*self._original(cell))

    def _cross(self, down: int, right: int) -> None:
        cell = next_stop(self._content, self._focused, right) if right else across(self._content, self._focused, down)
        if cell != NOWHERE:
            self.focus_on(cell)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from matrix to matrix, and on from the last one."""
        if self.hasFocus() and self._focused != NOWHERE:
            cell = next_stop(self._content, self._focused, 1 if next else -1)
            if cell != NOWHERE:
                self.focus_on(cell)
                return True
        return bool(super().focusNextPrevChild(next))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The walk begins, or goes on where it was; a press begins it only at a cell."""
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        by_hand = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_hand and not self._content.holds(self._focused):
            self._focused = first_stop(self._content, self.lens[0])
        if by_keys and self._focused != NOWHERE:
            self.focus_on(self._focused)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The walk is over where the focus goes to another part of the window."""
        super().focusOutEvent(event)
        gone = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in gone and not self._field.isVisible():
            self.cell_focused.emit(*NOWHERE)

    # Parts ------------------------------------------------------------------------------------------------------------

    def _take(self, words: str) -> None:
        """What was typed goes to whoever can judge it; the rounded number that was offered is no other number."""
        cell, self._typing = self._typing, NOWHERE
        self._field.shut()
        if cell != NOWHERE and words != self._offered:
            self.cell_edited.emit(*self._original(cell), words)

    def _show_cell(self, matrix: Matrix, cell: Cell) -> None:
        """Lane, lens and picture follow the walk."""
        if self.plan().one_lane and matrix.name not in self.plan().places:
            self._look_at_lane(BACKWARD if self._lane == FORWARD else FORWARD)
        example = cell[1] if matrix.examples == ROWS else cell[2] if matrix.examples == COLUMNS else -1
        place = self.plan().places.get(matrix.name)
        if place is None:
            return
        run = place.rows if matrix.examples == ROWS else place.columns
        if example >= 0 and not run.shows(example):
            first = example if example < run.first else example - run.count + 1
            self._turn_lens(first)
        self.reveal(self.plan().places[matrix.name].outline)

    def _ring(self) -> tuple[QRectF, float]:
        box = self._shown_box(self._focused)
        if box is None or not QRectF(self.rect()).contains(box.center()):
            return QRectF(self.rect()), float(self._themes.current.size("radius_button"))
        return box.adjusted(1, 1, -2, -2), self._themes.current.px(2)

    def _say(self) -> None:
        """Tell a screen reader the cell."""
        self.setAccessibleName(say(describe(self._content, self._focused) or NAME))
