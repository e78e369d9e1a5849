"""One line of a finish board: a marker that hides and shows, a name, results in columns.

The line is a button (press it to single this racer out), the marker a second, smaller one inside it. A result too long
for its column, such as the reason why a racer is gone, runs on to the right end of the line. The learner's own line
(`YOU`) has a violet ring, a hairline above it, and nothing to hide or to single out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import LEFT, RIGHT, begin, disc, elided, rounded, stroke, text, text_width
from gui.widgets.words import tell, tip
from sim.phrases import joined, phrase, word

INSET = 8
NAME_AT = 22
YOU = "you"
_TINT = 0.10


@dataclass(frozen=True)
class Row:
    """What a line says. An open result is an en dash; `tones` are roles of colour, one for each result."""

    key: str
    title: str
    shown: bool = True
    cells: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    tooltip: str = ""


class MarkerButton(QAbstractButton):
    """The marker of a line: filled while its racer is shown, an outline while it is hidden."""

    def __init__(self, themes: ThemeHolder, line: "BoardLine") -> None:
        super().__init__(line)
        self._themes = themes
        self._line = line
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self.update)

    def enterEvent(self, event: object) -> None:
        """A ring says that this part is a button of its own."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Without the ring."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape in its colour."""
        with QPainter(self) as painter:
            begin(painter)
            theme, key = self._themes.current, self._line.row.key
            centre = QPointF(theme.px(INSET + 7), self.height() / 2)
            radius = min(theme.stroke("marker"), self.height() * 0.32)
            if key == YOU:
                disc(painter, centre, radius * 0.95, None, theme.color(YOU), theme.px(2.4))
                return
            if self.underMouse():
                side = radius + theme.px(4)
                box = QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side)
                rounded(painter, box, theme.px(5), theme.color("ink", 0.09))
            if self.isChecked():
                paint_marker(painter, theme.marker(key), centre, radius, theme.color(key))
            else:
                clear = theme.color("panel", 0.0)
                paint_marker(painter, theme.marker(key), centre, radius * 0.9, clear, theme.color("rule"))


class BoardLine(Pressable):
    """A line of the board. The keyboard walks from line to line; Space hides and shows, Enter singles out."""

    toggled_row = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, themes: ThemeHolder, row: Row, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.row = row
        self.columns: tuple[float, ...] = ()
        self.setCheckable(True)
        self.marker = MarkerButton(themes, self)
        self.marker.clicked.connect(lambda on: self.toggled_row.emit(self.row.key, on))
        self._dress()

    def set_row(self, row: Row) -> None:
        """Other words for the same racer; equal ones cost nothing."""
        if row != self.row:
            self.row = row
            self._dress()

    def set_columns(self, rights: tuple[float, ...]) -> None:
        """The right ends of the columns."""
        if rights != self.columns:
            self.columns = rights
            self.update()

    def rest(self) -> None:
        """The line is carried to another place: what the pointer lit stays behind."""
        self._hover.go(0.0, 0)

    def describe(self) -> str:
        """The line in words."""
        state = word("yours") if self.row.key == YOU else word("shown") if self.row.shown else word("hidden")
        cells = (word("open") if cell == "–" else cell for cell in self.row.cells)
        return joined((self.row.title, state, *cells), ", ")

    def radius(self) -> float:
        """The roundness of the tint and of the focus ring."""
        return 6.0 * self.themes.current.scale

    def face(self) -> QRectF:
        """The tinted part: a pixel of air between neighbours."""
        return QRectF(self.rect()).adjusted(0, 1, 0, -1)

    def nextCheckState(self) -> None:
        """What is checked is decided by the board, not by the press."""

    def sizeHint(self) -> QSize:
        """A finger's height."""
        return QSize(round(self.themes.current.px(180)), self.themes.current.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marker takes the left end."""
        self.marker.setGeometry(0, 0, round(self.themes.current.px(INSET + NAME_AT - 4)), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home, End walk; Space hides and shows; Enter singles out."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif self.row.key == YOU:
            event.ignore()
        elif key == Qt.Key.Key_Space:
            self.marker.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, name, results."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            if self.row.key == YOU:
                inset = theme.px(INSET)
                line = theme.color("line")
                stroke(painter, QPointF(inset, 0.5), QPointF(self.width() - inset, 0.5), line, theme.stroke("hairline"))
            elif self.isChecked():
                edge = theme.color(self.row.key) if theme.name == "contrast" else None
                tint = theme.color(self.row.key, _TINT + 0.04 * theme.dark)
                rounded(painter, self.face(), self.radius(), tint, edge, theme.stroke("hairline"))
            elif self.glow > 0.0:
                rounded(painter, self.face(), self.radius(), theme.color("ink", 0.045 * min(1.0, self.glow)))
            left = theme.px(INSET + NAME_AT)
            limit = self._paint_cells(painter, theme, left)
            font = theme.font("value" if self.isChecked() else "body")
            words = elided(self.row.title, font, limit - left - theme.px(6))
            color = theme.color("ink" if self.row.shown else "faint")
            text(painter, QRectF(left, 0, limit - left, self.height()), words, font, color, LEFT)

    def _paint_cells(self, painter: QPainter, theme: Theme, left: float) -> float:
        """Returns where the leftmost result begins."""
        font, limit = theme.font("value"), self.width() - theme.px(INSET)
        if not self.row.shown and not any(self.row.cells):
            return limit
        for cell, tone, right in self._placed_cells(theme, left):
            words = elided(cell, font, right - left - text_width(self.row.title, font) - theme.px(8))
            wide = text_width(words, font)
            color = theme.color("faint" if cell == "–" or not self.row.shown else tone)
            text(painter, QRectF(right - wide, 0, wide, self.height()), words, font, color, RIGHT)
            limit = min(limit, right - wide)
        return limit

    def _placed_cells(self, theme: Theme, left: float) -> Sequence[tuple[str, str, float]]:
        """Result, tone and right end. A single result that its column cannot hold goes to the right end of the line."""
        cells = zip_longest(self.row.cells[: len(self.columns)], self.row.tones[: len(self.columns)], fillvalue="ink")
        filled = [(cell, tone, right) for (cell, tone), right in zip(cells, self.columns, strict=False) if cell]
        if len(filled) == 1 and self.columns:
            cell, tone, _ = filled[0]
            if not cell.isdigit():
                return [(cell, tone, self.columns[-1])]
        return filled

    def _dress(self) -> None:
        row = self.row
        self.marker.setChecked(row.shown)
        self.setAccessibleName(say(self.describe()))
        self.setAccessibleDescription(say(row.tooltip))
        self.setToolTip(tip(row.title, row.tooltip))
        if row.key == YOU:
            self.marker.setEnabled(False)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            tell(self.marker, row.title, "Your own skier.")
        else:
            tell(
                self.marker,
                phrase("Hide {title}" if row.shown else "Show {title}", title=row.title),
                "Hide this racer in every picture." if row.shown else "Show this racer in every picture.",
            )
        self.update()
