"""The last losses of up to 10,000 twins as a histogram in which every twin has its place: click it to load that twin.

A column is filled cell by cell, from the left and from below; of thousands it is a bar. The pointer means the twin
below it, or the uppermost one of the column. Filled: solved; hollow: not solved; in a column of its own what flew off.
The axis is one of powers of ten, since losses of solved and stuck twins lie decades apart.
"""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, disc, rounded, stroke, text, text_width
from gui.widgets.ticks import decade_ticks
from gui.widgets.twin_bins import Bins, bins_of
from gui.widgets.words import tell
from sim.numerals import write_short, write_significant
from sim.phrases import joined, phrase

NAME = "Twins by their last loss"
ABOUT = "Left and Right go from column to column, Up and Down from twin to twin, Enter loads one. A click does too."
NOTHING = "No twins yet"
AXIS = "last loss"
HINTS = ("each cell is a twin: click one to see it", "click a twin to see it", "click a twin")
BAR_HINTS = ("click a bar to see a twin of it", "click a bar")
_PITCH = 28.0  # pixels of a column
_FILLED = 0.93  # of a column
_LEAST_CELL, _LARGEST_CELL, _PLAIN_CELL = 3.0, 14.0, 6.0  # pixels of a twin that is drawn as a cell of its own


class TwinGrid(QWidget):
    """`twin_chosen` gives the index of a twin in the losses."""

    twin_chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._losses: Array = np.zeros(0)
        self._solved: Array = np.zeros(0, bool)
        self._bins: Bins | None = None
        self._chosen = self._hot = -1
        self._empty = NOTHING
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What others set ------------------------------------------------------------------------------------------------

    def set_losses(self, losses: Array, solved: Array | None = None) -> None:
        """The last loss of every twin and whether it solved its task (default: none did)."""
        losses = np.asarray(losses, np.float64).ravel()
        size = losses.size
        answers: Array = np.zeros(size, bool) if solved is None else np.asarray(solved, bool).ravel()
        if answers.size != size:
            raise ValueError("There is one answer for every twin.")
        self._losses, self._solved, self._bins = losses, answers, None
        self._chosen, self._hot = (one if one < size else -1 for one in (self._chosen, self._hot))
        self._tell()
        self.update()

    @property
    def chosen(self) -> int | None:
        """The twin that was chosen, None where none is."""
        return self._chosen if self._chosen >= 0 else None

    def set_chosen(self, twin: int | None) -> None:
        """The twin that is shown elsewhere: an ink dot at its place."""
        self._chosen = twin if twin is not None and 0 <= twin < self._losses.size else -1
        self.update()

    def set_empty_words(self, words: str) -> None:
        """What stands there while there are no twins."""
        if words != self._empty:
            self._empty = words
            self.update()

    # Where ----------------------------------------------------------------------------------------------------------

    def area(self) -> QRectF:
        """Where the columns of finite losses stand."""
        theme = self._themes.current
        top = theme.line_height("caption") + theme.px(6)
        foot = theme.line_height("caption") + theme.px(6)
        right = theme.px(14 + _PITCH) if not np.isfinite(self._losses).all() else theme.px(2)
        wide, high = self.width() - right - theme.px(2), self.height() - top - foot
        return QRectF(theme.px(2), top, max(20.0, wide), max(16.0, high))

    def bins(self) -> Bins:
        """The twins, sorted into columns."""
        if self._bins is None:
            self._bins = bins_of(self._losses, max(4, round(self.area().width() / self._themes.current.px(_PITCH))))
        return self._bins

    def column(self, bin_: int) -> QRectF:
        """The full height of a column; -1: of what flew off."""
        area, count = self.area(), self.bins().starts.size - 1
        wide = area.width() / count
        if bin_ < 0:
            room = self._themes.current.px(_PITCH)
            return QRectF(self.width() - room, area.top(), room, area.height())
        return QRectF(area.left() + bin_ * wide, area.top(), wide, area.height())

    def cell(self, twin: int) -> QRectF:
        """The place of a twin."""
        bin_, rank = self.bins().bin_of(twin)
        return self._box(bin_, rank)

    def _box(self, bin_: int, rank: int) -> QRectF:
        """The place of the twin of a rank in a column."""
        full, (across, wide, high) = self.column(bin_), self._cells()
        left = full.left() + (full.width() - across * wide) / 2 + rank % across * wide
        return QRectF(left, full.bottom() - (rank // across + 1) * high, wide, high)

    def _cells(self) -> tuple[int, float, float]:
        """How many twins lie side by side in a column, and the size of a cell: square, or of a bar its whole width."""
        theme, full, tallest = self._themes.current, self.column(0), max(1, self.bins().tallest)
        wide = min(full.width(), theme.px(_PITCH)) * _FILLED
        first = max(1, math.ceil(wide / theme.px(_LARGEST_CELL)))
        for across in range(first, int(wide / theme.px(_LEAST_CELL)) + 1):
            if across * int(full.height() / (wide / across)) >= tallest:
                return across, wide / across, wide / across
        return 1, full.width(), full.height() / tallest

    @property
    def are_cells(self) -> bool:
        """Has every twin a cell of its own?"""
        return self._cells()[2] >= self._themes.current.px(_LEAST_CELL)

    def twin_at(self, at: QPointF) -> int:
        """The twin under the pointer, or -1; above a column, its uppermost one; beside one, that of the column."""
        found = self.bins()
        if not self.area().top() - 4 <= at.y() <= self.height():
            return -1
        if found.gone.size and self.column(-1).contains(QPointF(at.x(), self.area().center().y())):
            return self._member_at(-1, at)
        wide, count = self.column(0).width(), found.starts.size - 1
        place = (at.x() - self.area().left()) / wide
        if not 0 <= place < count:
            return -1
        near = sorted((int(place) - 1, int(place), int(place) + 1), key=lambda one: abs(one + 0.5 - place))
        full = [one for one in near if 0 <= one < count and found.counts[one]]
        return self._member_at(full[0], at) if full else -1

    def _member_at(self, bin_: int, at: QPointF) -> int:
        members, (across, wide, high) = self.bins().members(bin_), self._cells()
        first = self._box(bin_, 0)
        column = min(max(math.floor((at.x() - first.left()) / wide), 0), across - 1)
        row = max(0, math.floor((first.bottom() - at.y()) / high))
        return int(members[min(row * across + column, members.size - 1)])

    # Hand -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the twin under the pointer."""
        self._glow(self.twin_at(event.position()) if self._losses.size else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        twin = self.twin_at(event.position()) if self._losses.size else -1
        if event.button() == Qt.MouseButton.LeftButton and twin >= 0:
            self._choose(twin)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is named."""
        self._glow(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose."""
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if key in moves and self._losses.size:
            self._glow(self._next(*moves[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hot >= 0:
            self._choose(self._hot)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._glow(-1)
        super().focusOutEvent(event)

    def _next(self, across: int, up: int) -> int:
        """The twin beside or above the one the keyboard is at."""
        found = self.bins()
        full = [bin_ for bin_ in range(found.starts.size - 1) if found.counts[bin_]] + [-1] * bool(found.gone.size)
        at = self._hot if self._hot >= 0 else self._chosen
        if at < 0:
            return int(found.members(full[0])[0])
        bin_, rank = found.bin_of(at)
        if across:
            bin_ = full[min(max(full.index(bin_) + across, 0), len(full) - 1)]
        members = found.members(bin_)
        return int(members[min(max(rank + up, 0), members.size - 1)])

    def _choose(self, twin: int) -> None:
        self._chosen = twin
        self.update()
        self.twin_chosen.emit(twin)

    def _glow(self, twin: int) -> None:
        if twin != self._hot:
            self._hot = twin
            self.setCursor(Qt.CursorShape.PointingHandCursor if twin >= 0 else Qt.CursorShape.ArrowCursor)
            self._tell()
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Columns, axis, words, the twin that is chosen."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            if not self._losses.size:
                text(painter, QRectF(self.rect()), self._empty, theme.font("small"), theme.color("faint"), CENTRE)
                return
            found = self.bins()
            for bin_ in [*range(found.starts.size - 1), *[-1] * bool(found.gone.size)]:
                self._paint_column(painter, theme, bin_)
            self._paint_axis(painter, theme)
            self._paint_words(painter, theme)
            for twin, role in ((self._chosen, "ink"), (self._hot, "you")):
                if twin >= 0:
                    at, radius = self.cell(twin).center(), theme.px(4.6)
                    disc(painter, at, radius, theme.color(role), theme.color("stage"), theme.px(1.5))

    def _paint_column(self, painter: QPainter, theme: Theme, bin_: int) -> None:
        members = self.bins().members(bin_)
        if not members.size:
            return
        hollow, high = "bad" if bin_ < 0 else "you", self._cells()[2]
        if self.are_cells:
            gap = min(1.0, 0.25 * high)
            for rank, twin in enumerate(members):
                cell = self._box(bin_, rank).adjusted(0.0, gap, -gap, 0.0)
                self._paint_box(painter, theme, cell, hollow, bin_ >= 0 and bool(self._solved[twin]), 0.2 * high)
            return
        solved = int(self._solved[members].sum()) if bin_ >= 0 else 0
        full, radius = self.column(bin_), theme.size("radius_cell") * 0.5
        gap = min(theme.px(1.5), 0.2 * full.width())
        foot = full.bottom()
        for filled, tall in ((True, solved * high), (False, (members.size - solved) * high)):
            if tall:
                tall = max(1.5, tall)
                box = QRectF(full.left() + gap / 2, foot - tall, full.width() - gap, tall)
                self._paint_box(painter, theme, box, hollow, filled, radius)
                foot -= tall

    def _paint_box(self, painter: QPainter, theme: Theme, rect: QRectF, role: str, filled: bool, radius: float) -> None:
        if filled:
            rounded(painter, rect, radius, theme.color(role))
        elif max(rect.width(), rect.height()) < theme.px(_PLAIN_CELL):
            painter.fillRect(rect, theme.color(role, 0.32))
        elif role == "you":
            rounded(painter, rect, radius, theme.color("you_soft"), theme.color("you", 0.75), theme.stroke("hairline"))
        else:
            rounded(painter, rect, radius, theme.color(role, 0.14), theme.color(role), theme.stroke("hairline"))

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        area, found, font = self.area(), self.bins(), theme.font("caption")
        y = round(area.bottom()) + 0.5
        rule, width = theme.color("rule"), theme.stroke("hairline")
        stroke(painter, QPointF(area.left(), y), QPointF(area.right(), y), rule, width)
        ticks = decade_ticks(found.low, found.high, max(1.0, area.width() / theme.px(56)))
        pairs = list(zip(ticks.values, ticks.texts, strict=True))
        if len(pairs) < 2:
            pairs = [(place, write_short(10.0**place, 2)) for place in (found.low, found.high)]
        high, wide = theme.line_height("caption"), text_width(AXIS, font)
        name = QRectF(area.right() - wide, y + theme.px(4), wide, high)
        text(painter, name, AXIS, font, theme.color("faint"), LEFT)
        for place, words in pairs:
            x = area.left() + (place - found.low) / (found.high - found.low) * area.width()
            wide = text_width(words, font)
            left = min(max(area.left(), x - wide / 2), area.right() - wide)
            row = QRectF(left, y + theme.px(4), wide, high)
            stroke(painter, QPointF(x, y), QPointF(x, y + theme.px(3)), rule, width)
            if row.right() + theme.px(6) < name.left():
                text(painter, row, words, font, theme.color("faint"), LEFT)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        """How many of which kind, and what a hand may do; or the twin under the pointer."""
        area, font, high = self.area(), theme.font("caption"), theme.line_height("caption")
        row, found = QRectF(area.left(), 0.0, self.width() - area.left() - theme.px(2), high), self.bins()
        if self._hot >= 0:
            words = phrase("{twin} · click to see it", twin=self.words_of(self._hot))
            text(painter, row, words, theme.font("cell"), theme.color("ink"), LEFT)
            return
        solved = int((self._solved & np.isfinite(self._losses)).sum())
        side, x = theme.px(8), row.left()
        unsolved = phrase("{count} not", count=found.order.size - solved)
        kinds = [("you", True, phrase("{solved} solved", solved=solved)), ("you", False, unsolved)]
        kinds += [("bad", False, phrase("{size} flew off", size=found.gone.size))] if found.gone.size else []
        for role, filled, words in kinds:
            self._paint_box(painter, theme, QRectF(x, (high - side) / 2, side, side), role, filled, 1.5)
            x += side + theme.px(5)
            text(painter, QRectF(x, 0, 10, high), words, font, theme.color("soft"), LEFT)
            x += text_width(words, font) + theme.px(14)
        forms = HINTS if self.are_cells else BAR_HINTS
        hint = next((form for form in forms if x + text_width(form, font) < row.right()), "")
        text(painter, row, hint, font, theme.color("soft"), RIGHT)

    def words_of(self, twin: int) -> str:
        """A twin in words."""
        loss = float(self._losses[twin])
        state = "solved" if self._solved[twin] else "not solved"
        if not math.isfinite(loss):
            return phrase("twin {twin}: flew off", twin=twin)
        return phrase("twin {twin}: loss {loss}, {state}", twin=twin, loss=write_significant(loss, 3), state=state)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(round(self._themes.current.px(380)), round(self._themes.current.px(110)))

    def minimumSizeHint(self) -> QSize:
        """A low strip."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(72)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self._bins = None

    def _tell(self) -> None:
        size, solved = self._losses.size, int(self._solved.sum())
        at = phrase("At {twin}.", twin=self.words_of(self._hot)) if self._hot >= 0 else ""
        counted = phrase("{size} twins, {solved} solved.", size=size, solved=solved)
        tell(self, NAME, joined((at, counted, ABOUT)) if size else phrase("{empty}.", empty=self._empty))

    def _on_theme(self) -> None:
        self._bins = None
        self._mark.refresh()
        self.updateGeometry()
        self.update()
