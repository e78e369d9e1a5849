"""The finish board: one line per racer with its results, in the order the owner gives.

A click on a marker asks to hide or show, a click on a line singles a racer out (a second one lets it go), a click on
a column's head asks for the order by that column, a second one for its reverse. Lines are made once per racer and keep
their racer when the order changes: they glide to their new places. The tint of the chosen line reaches `INSET` pixels
beyond names and numbers on both sides, so the board wants that much less margin than its neighbours.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPropertyAnimation, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.board_head import ColumnHead
from gui.widgets.board_row import INSET, NAME_AT, YOU, BoardLine, Row
from gui.widgets.shapes import LEFT, begin, elided, text, text_width

COMPACT_ROWS = 3
_TALLEST = 46
_PITCH, _CLOSE, _MANY = 36, 32, 8
_COLUMN_GAP = 16
_SHORT = 6

__all__ = ["YOU", "Board", "Row"]


class Board(QWidget):
    """Heading, columns, lines."""

    toggled = Signal(str, bool)
    selected = Signal(object)
    sorted_by = Signal(int, bool)  # the column, and whether the largest result comes first

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._title, self._subtitle = "", ""
        self._sorted: tuple[int | None, bool] = (None, False)
        self._heads: list[ColumnHead] = []
        self._rows: tuple[Row, ...] = ()
        self._lines: dict[str, BoardLine] = {}
        self._slides: dict[str, QPropertyAnimation] = {}
        self._selected: str | None = None
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        themes.changed.connect(self._on_theme)

    # What is shown ----------------------------------------------------------------------------------------------------

    def set_headers(self, title: str, subtitle: str, columns: Sequence[str]) -> None:
        """Heading, a note under it (left out where room is short), names of the result columns."""
        self._title = title
        self.setAccessibleName(say(title))
        if [head.words for head in self._heads] != list(columns):
            for head in self._heads:
                head.hide()
                head.deleteLater()
            self._heads = [ColumnHead(self._themes, words, self) for words in columns]
            for index, head in enumerate(self._heads):
                head.clicked.connect(lambda _=False, index=index: self._on_head(index))
                head.setVisible(True)
            self.set_sorted(*self._sorted)
        self.set_note(subtitle)

    def set_criteria(self, sentences: Sequence[str]) -> None:
        """What has to happen for a result in each column; the heads tell it."""
        for head, sentence in zip(self._heads, sentences, strict=True):
            head.set_criterion(sentence)

    def set_note(self, words: str) -> None:
        """The words under the heading."""
        self._subtitle = words
        self.setAccessibleDescription(say(words))
        self._place()
        self.updateGeometry()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """One line each, in this order."""
        if tuple(rows) == self._rows:
            return
        same_order = [row.key for row in rows] == [row.key for row in self._rows]
        self._rows = tuple(rows)
        for row in self._rows:
            if row.key not in self._lines:
                self._lines[row.key] = self._make_line(row)
            self._lines[row.key].set_row(row)
        gone = set(self._lines) - {row.key for row in self._rows}
        for key in gone:
            self._lines[key].hide()
        self._place(glide=not same_order and not gone)

    def set_selected(self, key: str | None) -> None:
        """The line that is tinted; no signal."""
        self._selected = key
        for name, line in self._lines.items():
            line.setChecked(name == key)

    def set_sorted(self, column: int | None, reverse: bool = False) -> None:
        """The column that gives the order, and whether its largest result comes first; no signal."""
        self._sorted = (column, reverse)
        for index, head in enumerate(self._heads):
            head.set_order(index == column, reverse and index == column)

    def set_compact(self, compact: bool) -> None:
        """Only the first three lines and no note."""
        if compact != self._compact:
            self._compact = compact
            self._place()
            self.updateGeometry()

    def line(self, key: str) -> BoardLine:
        """The line of a racer."""
        return self._lines[key]

    def keys(self) -> tuple[str, ...]:
        """The racers whose lines show, from the top."""
        return tuple(row.key for row in self._visible())

    # Places -----------------------------------------------------------------------------------------------------------

    def _visible(self) -> tuple[Row, ...]:
        return self._rows[:COMPACT_ROWS] if self._compact else self._rows

    def _head_height(self, note: bool) -> int:
        theme = self._themes.current
        height = max(theme.line_height("heading"), theme.target)
        return round(height + (theme.line_height("caption") if note else 0.0))

    def _has_note(self) -> bool:
        """Is there room for the note under the heading?"""
        if self._compact or not self._subtitle:
            return False
        least = self._themes.current.target + 2
        return self.height() >= self._head_height(True) + least * max(1, len(self._rows))

    def _columns(self) -> tuple[float, ...]:
        """The right ends of the columns: as wide as their heads and their short results need."""
        theme = self._themes.current
        head, value = theme.font("caption"), theme.font("value")
        right, ends = self.width() - theme.px(INSET), []
        for index in reversed(range(len(self._heads))):
            ends.append(right)
            cells = [row.cells[index] for row in self._rows if len(row.cells) > index]
            short = [text_width(cell, value) for cell in cells if len(cell) <= _SHORT]
            results = max([*short, text_width("000", value)])
            right -= max(text_width(self._heads[index].words, head), results) + theme.px(_COLUMN_GAP)
        return tuple(reversed(ends))

    def _place(self, glide: bool = False) -> None:
        rights, rows = self._columns(), self._visible()
        top = self._head_height(self._has_note())
        self._place_heads(rights)
        tallest = max(self._themes.current.px(_TALLEST), self._themes.current.target)
        height = min(tallest, (self.height() - top) / max(1, len(rows)))
        for key in set(self._lines) - {row.key for row in rows}:
            self._lines[key].hide()
        for index, row in enumerate(rows):
            line = self._lines[row.key]
            y = round(top + index * height)
            line.resize(self.width(), max(1, round(top + (index + 1) * height) - y))
            line.set_columns(rights)
            self._move(row.key, QPoint(0, y), glide)
            line.setVisible(True)
        self._set_tab_stop()
        self.update()

    def _place_heads(self, rights: tuple[float, ...]) -> None:
        theme = self._themes.current
        height = self._head_height(False)
        for head, right in zip(self._heads, rights, strict=True):
            wide = head.wide(theme)
            head.setGeometry(round(right - wide), 0, round(wide), height)

    def _move(self, key: str, place: QPoint, glide: bool) -> None:
        line, slide = self._lines[key], self._slides[key]
        if slide.state() == QPropertyAnimation.State.Running and slide.endValue() == place:
            return
        slide.stop()
        if line.pos() != place:
            line.rest()
        duration = self._themes.current.motion("panel") if glide and line.isVisible() else 0
        if duration == 0 or line.pos() == place:
            line.move(place)
            return
        slide.setDuration(duration)
        slide.setEasingCurve(self._themes.current.easing("easing_move"))
        slide.setStartValue(line.pos())
        slide.setEndValue(place)
        slide.start()

    def _make_line(self, row: Row) -> BoardLine:
        line = BoardLine(self._themes, row, self)
        line.setChecked(row.key == self._selected)
        line.clicked.connect(lambda _=False: self._on_line(line.row.key))
        line.toggled_row.connect(self.toggled)
        line.moved.connect(lambda step: self._walk(line.row.key, step))
        self._slides[row.key] = QPropertyAnimation(line, b"pos", line)
        return line

    # Hand -------------------------------------------------------------------------------------------------------------

    def _on_line(self, key: str) -> None:
        if key == YOU:
            return
        chosen = None if key == self._selected else key
        self.set_selected(chosen)
        self.selected.emit(chosen)

    def _on_head(self, column: int) -> None:
        reverse = not self._sorted[1] if column == self._sorted[0] else False
        self.set_sorted(column, reverse)
        self.sorted_by.emit(column, reverse)

    def _walk(self, key: str, step: int) -> None:
        keys = self.keys()
        target = keys[min(max(0, keys.index(key) + step), len(keys) - 1)]
        self._lines[target].setFocus(Qt.FocusReason.TabFocusReason)
        self._set_tab_stop()

    def _set_tab_stop(self) -> None:
        """Tab enters the board once: at the line with the focus, else at the chosen one, else at the first."""
        keys = self.keys()
        focused = next((key for key in keys if self._lines[key].hasFocus()), None)
        stop = focused or (self._selected if self._selected in keys else next(iter(keys), None))
        for key, line in self._lines.items():
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heading and note; everything else paints itself."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            left, height = theme.px(INSET), self._head_height(False)
            limit = min((head.x() for head in self._heads), default=self.width()) - left - theme.px(8)
            font: QFont = theme.font("heading")
            words = elided(self._title, font, limit)
            text(painter, QRectF(left, 0, limit, height), words, font, theme.color("ink"), LEFT)
            if self._has_note():
                rect = QRectF(left, height - theme.px(3), limit, theme.line_height("caption"))
                text(painter, rect, self._subtitle, theme.font("caption"), theme.color("faint"), LEFT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines share the height."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measures depend on the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._heads:
            self._place()

    def sizeHint(self) -> QSize:
        """Room for every line at its best height."""
        theme = self._themes.current
        height = max(theme.px(_PITCH if self._count() < _MANY else _CLOSE), theme.target)
        return QSize(round(theme.px(228)), round(self._head_height(not self._compact) + height * self._count()))

    def minimumSizeHint(self) -> QSize:
        """Lines as low as a finger can hit."""
        theme = self._themes.current
        wide = theme.px(2 * INSET + NAME_AT + 120)
        return QSize(round(wide), self._head_height(False) + theme.target * self._count())

    def _count(self) -> int:
        return COMPACT_ROWS if self._compact else max(len(self._rows), COMPACT_ROWS)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self._place()
