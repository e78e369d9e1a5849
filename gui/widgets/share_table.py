"""A small table of recipes: how often each has worked so far. A click on a cell tries that one.

Rows and columns are two choices, a cell is their pair. Its bar is as long as the share, its number is that of `Score`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.score import NONE_YET, percent
from gui.widgets.shapes import CENTRE, LEFT, begin, elided, rounded, text, text_width
from gui.widgets.words import tell, tip
from sim.numerals import write_count
from sim.phrases import joined, phrase

NAME = "Recipes and their shares"
ABOUT = "Arrow keys go from recipe to recipe, Enter tries one. A click does too."
Cell = tuple[int, int]
_NOWHERE: Cell = (-1, -1)
HINT = "A click on a recipe trains many networks like it."
TRAIN = "train"
_TALLEST, _GAP, _LOWEST = 44.0, 6.0, 28.0
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class Share:
    """`solved` of `total`, and when that was ("after 600 epochs")."""

    solved: int
    total: int
    words: str = ""


class ShareTable(QWidget):
    """`chosen` gives the row and the column that were asked for."""

    chosen = Signal(int, int)

    def __init__(
        self, themes: ThemeHolder, rows: Sequence[str], columns: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows, self._columns = tuple(rows), tuple(columns)
        self._shares: dict[Cell, Share] = {}
        self._current = self._hot = _NOWHERE
        self._at: Cell = (0, 0)
        self._mark = FocusMark(themes, self, lambda: (self.cell(self._at), themes.current.px(6)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell(self._at)

    def set_shares(self, shares: Mapping[Cell, Share]) -> None:
        """What is known of some of the recipes."""
        if shares != self._shares:
            self._shares = dict(shares)
            self._tell(self._hot if self._hot != _NOWHERE else self._at)
            self.update()

    def set_current(self, cell: Cell | None) -> None:
        """The recipe that runs now."""
        cell = _NOWHERE if cell is None else cell
        if cell != self._current:
            self._current = cell
            self.update()

    def set_rows(self, rows: Sequence[str]) -> None:
        """Other names for the rows."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._on_theme()

    def words_of(self, cell: Cell) -> str:
        """A recipe in words."""
        share = self._shares.get(cell)
        name = phrase("{rows} with {columns}", rows=self._rows[cell[0]], columns=self._columns[cell[1]])
        if share is None or not share.total:
            return phrase("{name}: not tried yet", name=name)
        solved = phrase(
            "{name}: {solved} of {total} solved",
            name=name,
            solved=write_count(share.solved),
            total=write_count(share.total),
        )
        return joined((solved, share.words))

    def words_in(self, cell: Cell) -> str:
        """What stands in a cell: the share; one that was not tried invites the hand that is on it."""
        share, held = self._shares.get(cell), self._at if self.hasFocus() else _NOWHERE
        if share is not None and share.total:
            return percent(share.solved, share.total)
        return TRAIN if cell in (self._hot, held) and cell != self._current else NONE_YET

    # Where ----------------------------------------------------------------------------------------------------------

    def cell(self, cell: Cell) -> QRectF:
        """The box of a recipe."""
        theme, gap = self._themes.current, self._themes.current.px(_GAP)
        left, top = self._heads()
        wide = (self.width() - left + gap) / len(self._columns)
        high = min((self.height() - top - self._foot() - theme.px(2) + gap) / len(self._rows), theme.px(_TALLEST) + gap)
        return QRectF(left + cell[1] * wide, top + cell[0] * high, wide - gap, high - gap)

    def cell_at(self, at: QPointF) -> Cell:
        """The recipe under a pixel."""
        cells = [(row, column) for row in range(len(self._rows)) for column in range(len(self._columns))]
        return next((cell for cell in cells if self.cell(cell).contains(at)), _NOWHERE)

    def _heads(self) -> tuple[float, float]:
        """Room at the left and at the top."""
        theme = self._themes.current
        wide = max(text_width(name, theme.font("label")) for name in self._rows)
        return wide + theme.px(12), theme.line_height("caption") + theme.px(4)

    def _foot(self) -> float:
        """Room for the hint below the table; none where the cells need it."""
        theme = self._themes.current
        high = theme.line_height("caption") + theme.px(5)
        least = len(self._rows) * (max(theme.px(_LOWEST), theme.target) + theme.px(_GAP))
        return high if self.height() - self._heads()[1] - high >= least else 0.0

    # Hand -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the recipe under the pointer."""
        self._glow(self.cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Try it."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell != _NOWHERE:
            self._at = cell
            self.chosen.emit(*cell)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is named."""
        self._glow(_NOWHERE)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, try."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            down, right = _MOVES[key]
            row = min(max(self._at[0] + down, 0), len(self._rows) - 1)
            self._at = row, min(max(self._at[1] + right, 0), len(self._columns) - 1)
            self.update()
            self._tell(self._at)
            self._mark.refresh()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(*self._at)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the recipe that runs."""
        self._at = self._current if self._current != _NOWHERE else self._at
        self._tell(self._at)
        super().focusInEvent(event)

    def _glow(self, cell: Cell) -> None:
        if cell != self._hot:
            self._hot = cell
            shape = Qt.CursorShape
            self.setCursor(shape.ArrowCursor if cell == _NOWHERE else shape.PointingHandCursor)
            self._tell(cell if cell != _NOWHERE else self._at)
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, then the cells."""
        with QPainter(self) as painter:
            begin(painter)
            theme, (left, top) = self._themes.current, self._heads()
            for column, name in enumerate(self._columns):
                box = self.cell((0, column))
                head = QRectF(box.left(), 0, box.width(), top - theme.px(4))
                text(painter, head, elided(name, theme.font("caption"), box.width()), theme.font("caption"),
                     theme.color("soft"), CENTRE)  # fmt: skip
            for row, name in enumerate(self._rows):
                box = self.cell((row, 0))
                head = QRectF(0, box.top(), left - theme.px(12), box.height())
                text(painter, head, name, theme.font("label"), theme.color("ink"), LEFT)
                for column in range(len(self._columns)):
                    self._paint_cell(painter, (row, column))
            if self._foot():
                box = self.cell((len(self._rows) - 1, 0))
                line = QRectF(
                    box.left(), box.bottom() + theme.px(6), self.width() - box.left(), theme.line_height("caption")
                )
                hint = elided(HINT, theme.font("caption"), line.width())
                text(painter, line, hint, theme.font("caption"), theme.color("soft"), LEFT)

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, box, share = self._themes.current, self.cell(cell), self._shares.get(cell)
        on, known = cell == self._current, share is not None and share.total > 0
        fill = theme.color("you_soft") if on else theme.color("ink", 0.06) if cell == self._hot else None
        rounded(painter, box, theme.px(6), fill, theme.color("you" if on else "rule"), theme.stroke("hairline"))
        ink = theme.color("you" if on else "ink" if known else "faint")
        foot = theme.px(9) if known else 0.0
        words = self.words_in(cell)
        ink = theme.color("you") if words == TRAIN else ink
        text(painter, box.adjusted(0, 0, 0, -foot), words, theme.font("value"), ink, CENTRE)
        if share is None or not known:
            return
        side, high = theme.px(10), theme.px(4)
        track = QRectF(box.left() + side, box.bottom() - theme.px(6) - high, box.width() - 2 * side, high)
        rounded(painter, track, high / 2, theme.color("ink", 0.10))
        if share.solved:
            reach = max(high, track.width() * share.solved / share.total)
            rounded(painter, QRectF(track.left(), track.top(), reach, high), high / 2, ink)

    def sizeHint(self) -> QSize:
        """Low cells."""
        theme = self._themes.current
        high = self._heads()[1] + len(self._rows) * theme.px(_TALLEST + _GAP)
        return QSize(round(theme.px(340)), round(high))

    def minimumSizeHint(self) -> QSize:
        """As low as a hand can hit."""
        high = self._heads()[1] + len(self._rows) * (self._themes.current.target + self._themes.current.px(_GAP))
        return QSize(round(self._themes.current.px(220)), round(high))

    def _tell(self, cell: Cell) -> None:
        tell(self, NAME, phrase("{words_of}. {about}", words_of=self.words_of(cell), about=ABOUT))
        self.setToolTip(tip(self.words_of(cell), "A click trains many like this." if cell == self._hot else ABOUT))

    def _on_theme(self) -> None:
        self._mark.refresh()
        self.updateGeometry()
        self.update()
