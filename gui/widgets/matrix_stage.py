"""Where the lanes of matrices stand in their window: the plan, the lens over the examples, the way sideways.

`matrix_canvas` paints it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.matrix_content import Cell, MatrixContent
from gui.widgets.matrix_frames import cell_box
from gui.widgets.matrix_layout import FORWARD, Plan, arrange
from gui.widgets.matrix_rows import MatrixRows


class MatrixStage(QWidget):
    """`lens_moved` carries the first example that is shown; `shifted` comes when cells stand elsewhere."""

    lens_moved = Signal(int)
    shifted = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = MatrixContent()
        self._plan: Plan | None = None
        self._still = QPixmap()
        self._lens = 0
        self._lane = FORWARD
        self._scroll = Eased(self)
        self._scroll.valueChanged.connect(lambda _: self.shifted.emit())
        self.rows = MatrixRows(themes, self)
        self.rows.moved.connect(self._turn_lens)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def content(self) -> MatrixContent:
        """What is shown."""
        return self._content

    def plan(self) -> Plan:
        """Where everything stands, before the picture is moved sideways."""
        if self._plan is None:
            size = float(self.width()), float(self.height())
            self._plan = plan = arrange(self._themes.current, self._content, *size, self._lens, self._lane)
            self._lens = min(self._lens, max(0, self._content.examples - plan.rows))
            self._lay_rows(plan)
        return self._plan

    def cell_box(self, cell: Cell) -> QRectF | None:
        """Where a cell stands in the widget; None where it is not shown."""
        box = cell_box(self.plan(), cell)
        return None if box is None else box.translated(-self._scroll.level, 0.0)

    def picture_of(self, name: str) -> QRectF | None:
        """Where a matrix stands in the widget."""
        place = self.plan().places.get(name)
        return None if place is None else place.outline.translated(-self._scroll.level, 0.0)

    def _replan(self) -> None:
        self._plan, self._still = None, QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two lanes."""
        theme = self._themes.current
        return QSize(round(theme.px(860)), round(theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        """One lane at a time."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(150)))

    # The lens ---------------------------------------------------------------------------------------------------------

    @property
    def lens(self) -> tuple[int, int]:
        """The first example that is shown, and how many are."""
        rows = self.plan().rows
        return self._lens, min(rows, self._content.examples)

    def set_lens(self, first: int) -> bool:
        """Show the examples from `first` on; True where that is another view."""
        first = min(max(first, 0), max(0, self._content.examples - self.plan().rows))
        if first == self._lens:
            return False
        self._lens = first
        self._replan()
        self.plan()
        self.lens_moved.emit(first)
        self.shifted.emit()
        return True

    def _turn_lens(self, first: int) -> None:
        """A hand moves the lens."""
        self.set_lens(first)

    def _lay_rows(self, plan: Plan) -> None:
        """The slider of the lens, at the end of the forward lane's line."""
        theme, count = self._themes.current, self._content.examples
        self.rows.set_window(self._lens, plan.rows, count)
        hint = self.rows.sizeHint()
        high = max(hint.height(), theme.target)
        lane = plan.forward
        wide = min(hint.width(), self.width() // 2)
        self.rows.setGeometry(self.width() - wide - round(theme.px(8)), round(lane.line - high / 2), wide, high)
        self.rows.setVisible(count > plan.rows > 0)

    # Sideways ---------------------------------------------------------------------------------------------------------

    @property
    def most_scroll(self) -> float:
        """How far the picture can be moved."""
        return max(0.0, self.plan().width - self.width())

    def scroll_to(self, left: float, smooth: bool = True) -> None:
        """Move the picture so that `left` is its left edge, as far as it goes."""
        left = min(max(left, 0.0), self.most_scroll)
        theme = self._themes.current
        self._scroll.go(left, theme.motion("step") if smooth else 0, theme.easing("easing_move"))

    def reveal(self, box: QRectF) -> None:
        """Move the picture as little as shows a box of the plan."""
        edge = self._themes.current.px(40)
        left = self._scroll.level
        if box.right() + edge > left + self.width():
            left = box.right() + edge - self.width()
        if box.left() - edge < left:
            left = box.left() - edge
        if left != self._scroll.level:
            self.scroll_to(left)

    def _follow(self) -> None:
        """What acts comes into view."""
        acting = [place.outline for place in self.plan().acting()]
        if acting and self.most_scroll:
            left, right = min(box.left() for box in acting), max(box.right() for box in acting)
            self.scroll_to((left + right - self.width()) / 2)
        elif not self.most_scroll:
            self.scroll_to(0.0, False)
