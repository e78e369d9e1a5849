"""The board of learners that look at the same points: a line each, with what it gets right now and its mistakes so far.

Three rules draw three lines on the map; here each has the sign of its line, its formula, and two numbers that tell
different things. How many points are right now is a state and may fall; mistakes are counted when a point is met, and
only grow. Where the board is narrow the numbers stand under the names.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.learner_row import LearnerLine
from gui.widgets.learner_sign import INSET
from gui.widgets.learner_words import HAND, LearnerRow
from gui.widgets.shapes import LEFT, RIGHT, begin, text, text_width
from gui.widgets.words import tell

TITLE = "Learners"
ABOUT = "Up and Down walk, Space shows or hides a line on the map, Enter singles a learner out."
HEADS = ("right now", "mistakes so far")
_NARROW = 330.0
_GAP = 22.0
_TALLEST, _TALLEST_NARROW, _LOWEST = 46.0, 60.0, 27.0
_LOWEST_NARROW, _NUMBERED = 38.0, 32.0

__all__ = ["HAND", "LearnerBoard", "LearnerRow"]


class LearnerBoard(QWidget):
    """`toggled` gives a key and whether its line is to be shown, `selected` a key or None."""

    toggled = Signal(str, bool)
    selected = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows: tuple[LearnerRow, ...] = ()
        self._lines: dict[str, LearnerLine] = {}
        self._selected: str | None = None
        self._hinted_narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self.setToolTip("")

    # What is shown ---------------------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[LearnerRow]) -> None:
        """One line each, in this order; the hand's own (its key is HAND) belongs last."""
        if tuple(rows) == self._rows:
            return
        before, self._rows = [row.key for row in self._rows], tuple(rows)
        for row in self._rows:
            if row.key not in self._lines:
                self._lines[row.key] = self._make_line(row)
            self._lines[row.key].set_row(row)
        if [row.key for row in self._rows] != before:
            self.updateGeometry()
        self._place()

    def set_selected(self, key: str | None) -> None:
        """The line that is singled out; no signal."""
        self._selected = key
        for name, line in self._lines.items():
            line.setChecked(name == key)
        self._set_tab_stop()

    def line(self, key: str) -> LearnerLine:
        """The line of a learner."""
        return self._lines[key]

    @property
    def is_narrow(self) -> bool:
        """Do the numbers stand under the names?"""
        return self.width() < self._themes.current.px(_NARROW)

    # Places ----------------------------------------------------------------------------------------------------------

    def _head(self) -> float:
        return 0.0 if self.is_narrow else self._themes.current.line_height("caption") + self._themes.current.px(2.0)

    def _columns(self) -> tuple[float, ...]:
        """The right ends of the two columns; none in a narrow board."""
        if self.is_narrow:
            return ()
        theme = self._themes.current
        head, value = theme.font("caption"), theme.font("value")
        last = self.width() - theme.px(INSET)
        cells = [row.mistake_words() for row in self._rows]
        wide = max([text_width(HEADS[1], head), *(text_width(words, value) for words in cells)])
        return (last - wide - theme.px(_GAP), last)

    def _place(self) -> None:
        columns, top = self._columns(), round(self._head())
        for key in set(self._lines) - {row.key for row in self._rows}:
            self._lines[key].hide()
        for row, high in zip(self._rows, self._heights(), strict=True):
            line = self._lines[row.key]
            line.setGeometry(0, top, self.width(), high)
            line.set_columns(columns)
            line.setVisible(True)
            top += high
        self._set_tab_stop()
        self.update()

    def _heights(self) -> list[int]:
        """Learners are equally tall; the hand's line, a single line of words beside columns, may be lower."""
        theme = self._themes.current
        most = _TALLEST_NARROW if self.is_narrow else _TALLEST
        tallest, room = max(theme.px(most), float(theme.target)), self.height() - round(self._head())
        even = min(tallest, room / max(1, len(self._rows)))
        hand = min(even, max(theme.px(_LOWEST_NARROW if self.is_narrow else _LOWEST), float(theme.target)))
        learners = sum(not row.is_hand for row in self._rows)
        other = min(tallest, (room - hand * (len(self._rows) - learners)) / max(1, learners))
        return [max(1, int(hand if row.is_hand else other)) for row in self._rows]

    def _make_line(self, row: LearnerRow) -> LearnerLine:
        line = LearnerLine(self._themes, row, self)
        line.setChecked(row.key == self._selected)
        line.clicked.connect(lambda _=False: self._on_line(line.row.key))
        line.toggled_row.connect(self.toggled)
        line.moved.connect(lambda step: self._walk(line.row.key, step))
        return line

    # Hand ------------------------------------------------------------------------------------------------------------

    def _on_line(self, key: str) -> None:
        chosen = None if key == self._selected else key
        self.set_selected(chosen)
        self.selected.emit(chosen)

    def _walk(self, key: str, step: int) -> None:
        keys = [row.key for row in self._rows]
        target = keys[min(max(0, keys.index(key) + step), len(keys) - 1)]
        self._lines[target].setFocus(Qt.FocusReason.TabFocusReason)
        self._set_tab_stop()

    def _set_tab_stop(self) -> None:
        """Tab enters the board once: at the line with the focus, else at the chosen one, else at the first."""
        keys = [row.key for row in self._rows]
        focused = next((key for key in keys if self._lines[key].hasFocus()), None)
        stop = focused or (self._selected if self._selected in keys else next(iter(keys), None))
        for key, line in self._lines.items():
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads of the columns; everything else paints itself."""
        with QPainter(self) as painter:
            begin(painter)
            theme, high = self._themes.current, self._head()
            font, faint = theme.font("caption"), theme.color("faint")
            for words, right in zip(HEADS, self._columns(), strict=False):
                wide = text_width(words, font)
                text(painter, QRectF(right - wide, 0, wide, high), words, font, faint, RIGHT)
            if not self._rows:
                room = QRectF(0, high, self.width(), theme.line_height("small"))
                text(painter, room, "No learner is on.", theme.font("small"), theme.color("soft"), LEFT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines share the height; a narrow board wants to be taller."""
        if self.is_narrow != self._hinted_narrow:
            self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Every line of words that a learner has; of the hand, as low as it may be."""
        self._hinted_narrow = self.is_narrow
        theme, small = self._themes.current, self._themes.current.line_height("small")
        lines = 2 if self.is_narrow else 1
        learner = max(theme.line_height("body") + lines * small + theme.px(4.0), theme.target)
        hand = max(theme.px(_LOWEST_NARROW if self.is_narrow else _LOWEST), theme.target)
        high = sum(hand if row.is_hand else learner for row in self._rows) if self._rows else learner
        return QSize(round(theme.px(460)), round(self._head() + high))

    def minimumSizeHint(self) -> QSize:
        """Lines as low as a finger can hit; in a narrow board, with their numbers."""
        self._hinted_narrow = self.is_narrow
        theme = self._themes.current
        line = max(theme.target, round(theme.px(_NUMBERED))) if self.is_narrow else theme.target
        return QSize(round(theme.px(190)), round(self._head() + line * max(1, len(self._rows))))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self._place()
