"""One line of the learners' board: the sign of its line on the map, name and formula, what it gets right.

The line is a button that singles a learner out; the sign is a smaller button in it that shows and hides the line on the
map. The hand's own line is violet and has nothing to hide.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.icons import paint_icon
from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.confusion_face import grouped
from gui.widgets.shapes import LEFT, RIGHT, begin, disc, elided, rounded, stroke, text, text_width
from gui.widgets.words import tell, tip

HAND = "hand"
INSET, SIGN, NAME_AT = 8.0, 30.0, 48.0
OPEN = "–"
FLEW = "flew off"


@dataclass(frozen=True)
class LearnerRow:
    """What a line of the board says.

    right of total points are right now; mistakes: when met, so far (None: not counted, as of the hand). changed: did it
    change at the point met last. role and dashes: of its line on the map. best: the most it ever had right (the hand).
    """

    key: str
    title: str
    formula: str = ""
    right: int = 0
    total: int = 0
    mistakes: int | None = None
    shown: bool = True
    flew: bool = False
    changed: bool = False
    best: int | None = None
    role: str = "ink"
    dashes: tuple[float, ...] = ()
    about: str = ""

    @property
    def is_hand(self) -> bool:
        """Is it the learner's own line?"""
        return self.key == HAND

    @property
    def is_all_right(self) -> bool:
        """Is every point right?"""
        return self.total > 0 and self.right == self.total and not self.flew

    def right_words(self) -> str:
        """How many points are right."""
        if self.flew:
            return FLEW
        return f"{grouped(self.right)} of {grouped(self.total)}" if self.total else OPEN

    def mistake_words(self) -> str:
        """How many mistakes so far; of the hand, the best so far."""
        if self.best is not None:
            return f"best {grouped(self.best)}"
        return OPEN if self.mistakes is None else grouped(self.mistakes)

    def describe(self) -> str:
        """The line in words."""
        parts = [self.title, "yours" if self.is_hand else "shown" if self.shown else "hidden"]
        parts.append(FLEW if self.flew else f"{self.right_words()} right" if self.total else "no points")
        parts += [] if self.best is None else [f"best so far {self.best}"]
        parts += [] if self.mistakes is None else [f"{self.mistakes} mistakes"]
        return ", ".join(parts)


class SignButton(QAbstractButton):
    """The line as the map draws it; pale while it is hidden."""

    def __init__(self, themes: ThemeHolder, line: "LearnerLine") -> None:
        super().__init__(line)
        self._themes = themes
        self._line = line
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self.update)

    def enterEvent(self, event: object) -> None:
        """A box says that this part is a button of its own."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Without the box."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece of the line."""
        with QPainter(self) as painter:
            begin(painter)
            theme, row = self._themes.current, self._line.row
            y, left = self.height() / 2, theme.px(INSET)
            right = left + theme.px(SIGN)
            if self.underMouse() and self.isEnabled():
                tall = min(self.height() - 4.0, theme.px(26.0))
                box = QRectF(left - theme.px(4.0), y - tall / 2, theme.px(SIGN + 8.0), tall)
                rounded(painter, box, theme.px(5.0), theme.color("ink", 0.09))
            color = theme.color("you" if row.is_hand else row.role, 1.0 if row.shown else 0.0)
            if not row.shown:
                color = theme.color("rule")
            pen = QPen(color, theme.stroke("trail") if row.shown else theme.stroke("hairline"))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if row.dashes:
                pen.setDashPattern(list(row.dashes))
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if row.is_hand:
                for x in (left + theme.px(7.0), right - theme.px(7.0)):
                    disc(painter, QPointF(x, y), theme.px(3.6), theme.color("panel"), color, theme.px(1.8))


class LearnerLine(Pressable):
    """A line of the board. The keyboard walks from line to line; Space hides and shows, Enter singles out."""

    toggled_row = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, themes: ThemeHolder, row: LearnerRow, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.row = row
        self.columns: tuple[float, ...] = ()
        self.setCheckable(True)
        self.sign = SignButton(themes, self)
        self.sign.clicked.connect(lambda on: self.toggled_row.emit(self.row.key, on))
        self._dress()

    def set_row(self, row: LearnerRow) -> None:
        """Other numbers; equal ones cost nothing."""
        if row != self.row:
            self.row = row
            self._dress()

    def set_columns(self, rights: tuple[float, ...]) -> None:
        """The right ends of the columns of results; none: they stand under the name."""
        if rights != self.columns:
            self.columns = rights
            self.update()

    def radius(self) -> float:
        """The roundness of the tint and of the focus ring."""
        return 6.0 * self.themes.current.scale

    def face(self) -> QRectF:
        """The tinted part: a pixel of air between neighbours."""
        return QRectF(self.rect()).adjusted(0, 1, 0, -1)

    def nextCheckState(self) -> None:
        """What is checked is decided by the board, not by the press."""

    def sizeHint(self) -> QSize:
        """Two lines of words."""
        theme = self.themes.current
        return QSize(round(theme.px(200)), max(theme.target, round(theme.px(34))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sign takes the left end."""
        super().resizeEvent(event)
        self.sign.setGeometry(0, 0, round(self.themes.current.px(NAME_AT - 5.0)), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home, End walk; Space hides and shows; Enter singles out."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key == Qt.Key.Key_Space and not self.row.is_hand:
            self.sign.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, name, formula, results."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            self._paint_ground(painter, theme)
            left, limit = theme.px(NAME_AT), self.width() - theme.px(INSET)
            if self.columns:
                limit = self._paint_columns(painter, theme)
            second = self._formula_font(theme) if self.columns else theme.font("small")
            under = self.row.formula if self.columns else self._results()
            first_high, second_high = theme.line_height("body"), theme.line_height("small")
            if not under or self.height() < 0.86 * (first_high + second_high):
                first_high, under = float(self.height()), ""
            top = (self.height() - first_high - (second_high if under else 0.0)) / 2
            font = theme.font("value" if self.isChecked() or self.row.is_hand else "body")
            color = theme.color("you" if self.row.is_hand else "ink" if self.row.shown else "faint")
            room = max(10.0, limit - left)
            words = elided(self.row.title, font, room)
            text(painter, QRectF(left, top, room, first_high), words, font, color, LEFT)
            if under:
                words, color = elided(under, second, room), theme.color("soft" if self.row.shown else "faint")
                text(painter, QRectF(left, top + first_high - 1.0, room, second_high), words, second, color, LEFT)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        if self.row.is_hand:
            inset, hair = theme.px(INSET), theme.stroke("hairline")
            stroke(painter, QPointF(inset, 0.5), QPointF(self.width() - inset, 0.5), theme.color("line"), hair)
        if self.isChecked():
            edge = theme.color("rule") if theme.name == "contrast" else None
            rounded(painter, self.face(), self.radius(), theme.color("ink", 0.07), edge, theme.stroke("hairline"))
        elif self.glow > 0.0:
            rounded(painter, self.face(), self.radius(), theme.color("ink", 0.045 * min(1.0, self.glow)))

    def _paint_columns(self, painter: QPainter, theme: Theme) -> float:
        """The results at the right; returns where the leftmost begins."""
        row, font = self.row, theme.font("value")
        limit = float(self.width())
        cells = ((row.right_words(), self.columns[0]), (row.mistake_words(), self.columns[1]))
        for place, (words, right) in enumerate(cells):
            wide = text_width(words, font)
            color = theme.color(self._tone(place, words))
            text(painter, QRectF(right - wide, 0, wide, self.height()), words, font, color, RIGHT)
            left = right - wide
            if place == 0 and row.is_all_right:
                side = theme.px(14.0)
                left -= side + theme.px(4.0)
                paint_icon(painter, "check", QRectF(left, (self.height() - side) / 2, side, side), theme.color("good"))
            if place == 1 and row.changed:
                left -= theme.px(9.0)
                disc(painter, QPointF(left, self.height() / 2), theme.px(3.0), theme.color("vel"))
            limit = min(limit, left)
        return limit - theme.px(8.0)

    def _tone(self, place: int, words: str) -> str:
        if not self.row.shown or words == OPEN:
            return "faint"
        return "bad" if self.row.flew and place == 0 else "ink" if place == 0 or not self.row.is_hand else "soft"

    def _results(self) -> str:
        """The results in one line under the name."""
        row = self.row
        right = row.right_words() if row.flew or not row.total else f"{row.right_words()} right"
        if row.best is not None:
            return f"{right}, {row.mistake_words()}"
        if row.mistakes is None:
            return right
        return f"{right}, {grouped(row.mistakes)} {'mistake' if row.mistakes == 1 else 'mistakes'}"

    def _formula_font(self, theme: Theme) -> QFont:
        font = theme.font("symbol")
        font.setPixelSize(max(theme.type_size("small"), theme.type_size("caption") + 1))
        return font

    def _dress(self) -> None:
        row = self.row
        self.sign.setChecked(row.shown)
        self.setAccessibleName(row.describe())
        self.setAccessibleDescription(f"{row.formula}. {row.about}" if row.formula else row.about)
        self.setToolTip(tip(f"{row.title}  {row.formula}" if row.formula else row.title, row.about))
        if row.is_hand:
            self.sign.setEnabled(False)
            tell(self.sign, row.title, "Your own line.")
        else:
            verb = "Hide" if row.shown else "Show"
            tell(self.sign, f"{verb} the line of {row.title}", f"{verb} this line on the map.")
        self.update()
