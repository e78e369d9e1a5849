"""One line of the learners' board: the sign of its line on the map, name and formula, what it gets right.

The line is a button that singles a learner out; the sign is a smaller button in it that shows and hides the line on the
map. The hand's own line is violet and has nothing to hide.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.learner_sign import INSET, SignButton
from gui.widgets.learner_words import OPEN, LearnerRow
from gui.widgets.shapes import LEFT, RIGHT, begin, disc, elided, rounded, stroke, text, text_width
from gui.widgets.words import tip
from sim.phrases import phrase

NAME_AT, NARROW_AT = 50.0, 44.0
_TIGHTEST = 0.78


class LearnerLine(Pressable):
    """A line of the board. The keyboard walks from line to line; Space hides and shows, Enter singles out."""

    toggled_row = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, themes: ThemeHolder, row: LearnerRow, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.row = row
        self.columns: tuple[float, ...] = ()
        self.setCheckable(True)
        self.sign = SignButton(themes, row, self)
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
            self._place_sign()
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
        self._place_sign()

    def _place_sign(self) -> None:
        self.sign.setGeometry(0, 0, round(self._left(self.themes.current) - 2.0), self.height())

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
            limit = self.width() - theme.px(INSET)
            if self.columns:
                limit = self._paint_columns(painter, theme)
            room = max(10.0, limit - self._left(theme))
            formula, small = self._formula_font(theme), theme.font("small")
            under = [] if self.columns else [(_fitting(self.row.result_words(), small, room), small)]
            if self.row.formula:
                under.append((elided(self.row.formula, formula, room), formula))
            self._paint_words(painter, theme, room, under)

    def _paint_words(self, painter: QPainter, theme: Theme, room: float, under: list[tuple[str, QFont]]) -> None:
        """The name, and as many lines under it as there is room for."""
        row, left = self.row, self._left(theme)
        high, low, free = theme.line_height("body"), theme.line_height("small"), self.height() - theme.px(3.0)
        while under and free < _TIGHTEST * (high + len(under) * low):
            under = under[:-1]
        share = min(1.0, free / (high + len(under) * low))
        high, low = high * share, low * share
        top = (self.height() - high - len(under) * low) / 2
        font = theme.font("value" if self.isChecked() or row.is_hand else "body")
        color = theme.color("you" if row.is_hand else "ink" if row.shown else "faint")
        room_left = room
        if not self.columns:
            room_left -= self._paint_beside(painter, theme, QRectF(left, top, room, high), not under)
        text(painter, QRectF(left, top, room, high), elided(row.title, font, room_left), font, color, LEFT)
        for place, (line, line_font) in enumerate(under):
            box = QRectF(left, top + high + place * low, room, low)
            text(painter, box, line, line_font, theme.color("soft" if row.shown else "faint"), LEFT)

    def _paint_beside(self, painter: QPainter, theme: Theme, line: QRectF, alone: bool) -> float:
        """At the right of the name in a narrow board: the check, and where the name stands alone what is right."""
        taken, font = 0.0, theme.font("value")
        if alone:
            check = theme.px(14.0 + 4.0) if self.row.is_all_right else 0.0
            room = line.width() - text_width(self.row.title, theme.font("value")) - check - theme.px(12.0)
            words = _fitting((*self.row.result_words()[:-1], self.row.right_words()), font, room)
            words = words if text_width(words, font) <= room else self.row.right_words()
            text(painter, line, words, font, theme.color(self._tone(0, words)), RIGHT)
            taken += text_width(words, font) + theme.px(6.0)
        if self.row.is_all_right:
            side = theme.px(14.0)
            box = QRectF(line.right() - taken - side, line.center().y() - side / 2, side, side)
            paint_icon(painter, "check", box, theme.color("good"))
            taken += side + theme.px(4.0)
        return taken

    def _left(self, theme: Theme) -> float:
        return theme.px(NAME_AT if self.columns else NARROW_AT)

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

    def _formula_font(self, theme: Theme) -> QFont:
        font = theme.font("symbol")
        font.setPixelSize(max(theme.type_size("small"), theme.type_size("caption") + 1))
        return font

    def _dress(self) -> None:
        row = self.row
        self.sign.set_row(row)
        self.setAccessibleName(say(row.describe()))
        self.setAccessibleDescription(
            say(phrase("{formula}. {about}", formula=row.formula, about=row.about) if row.formula else row.about)
        )
        self.setToolTip(
            tip(
                phrase("{title}  {formula}", title=row.title, formula=row.formula) if row.formula else row.title,
                row.about,
            )
        )
        self.update()


def _fitting(forms: tuple[str, ...], font: QFont, room: float) -> str:
    """The first form that fits, else the last one shortened."""
    return next((form for form in forms if text_width(form, font) <= room), elided(forms[-1], font, room))
