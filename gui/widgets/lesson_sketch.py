"""A pad on which a curve is guessed: one value for each place, drawn with the mouse or set with keys or digits.

What was drawn is dashed and violet and stays; what happened is laid over it, firm. The places stand side by side at
equal distances, whatever lies between them, so that each can be reached by hand.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.lesson_scale import Scale
from gui.widgets.shapes import CENTRE, RIGHT, begin, disc, rounded, stroke, text, text_width
from gui.widgets.typing_field import TypingField
from gui.widgets.words import tell
from sim.numerals import read_number, write_short
from sim.phrases import phrase

Values = tuple[float | None, ...]
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TYPED = frozenset("0123456789.,-−")
_MIDDLE = 0.5
ABOUT = "Draw with the mouse. Left and right choose a place, up and down its value; digits type it."


class SketchPad(QWidget):
    """`drawn` gives all values as soon as every place has one, and after every change."""

    drawn = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.places: tuple[float, ...] = ()
        self.values: list[float | None] = []
        self.answer: tuple[float, ...] = ()
        self.chosen = 0
        self.is_open = True
        self._setting = ""
        self._base = self._scale = Scale(0.0, 1.0)
        self._last: tuple[int, float] | None = None
        self._field = TypingField(themes, self)
        self._field.typed.connect(self._on_typed)
        self._field.left.connect(self._field.shut)
        self._field.given_up.connect(self._field.shut)
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        Answering(self, (QEvent.Type.ShortcutOverride,), self._keep_key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.CrossCursor)
        themes.changed.connect(self._on_theme)

    def set_axes(self, places: tuple[float, ...], setting: str, scale: Scale) -> None:
        """Other places, what lies along them, and the axis of the values; an empty pad."""
        if (places, setting, scale) == (self.places, self._setting, self._base):
            return
        self.places, self._setting, self._base = places, setting, scale
        self.values, self.answer, self.chosen = [None] * len(places), (), 0
        self._rescale()

    def set_values(self, guess: tuple[float, ...] | None, answer: tuple[float, ...], is_open: bool) -> None:
        """What was guessed, what happened. An unfinished drawing stays while there is no guess."""
        if guess is not None and len(guess) == len(self.places):
            self.values = list(guess)
        elif not is_open:
            self.values = [None] * len(self.places)
        self.is_open = is_open
        self.answer = answer if len(answer) == len(self.places) else ()
        self.setCursor(Qt.CursorShape.CrossCursor if is_open else Qt.CursorShape.ArrowCursor)
        self._rescale()

    def clear(self) -> None:
        """An empty pad."""
        self.values, self.answer = [None] * len(self.places), ()
        self._rescale()

    @property
    def missing(self) -> int:
        """How many places have no value yet."""
        return self.values.count(None)

    # Geometry ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """High enough to tell the powers of ten apart."""
        theme = self._themes.current
        return QSize(round(theme.px(196)), round(theme.px(164)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, not low."""
        return QSize(round(self._themes.current.px(120)), self.sizeHint().height())

    def field(self) -> QRectF:
        """Where the curve lies."""
        theme = self._themes.current
        font = theme.font("caption")
        widest = max((text_width(words, font) for words in self._scale.ticks(5).texts), default=0.0)
        high = theme.line_height("caption")
        return QRectF(self.rect()).adjusted(
            widest + theme.px(8), theme.px(8), -theme.px(12), -(2 * high + theme.px(6))
        )

    def x_of(self, place: int) -> float:
        """Where a place stands."""
        field, last = self.field(), max(1, len(self.places) - 1)
        inner = self._themes.current.px(6)
        return field.left() + inner + (field.width() - 2 * inner) * place / last

    def y_of(self, value: float) -> float:
        """Where a value stands, inside the field."""
        field = self.field()
        return field.bottom() - field.height() * min(max(self._scale.share(value), 0.0), 1.0)

    def place_at(self, x: float) -> int:
        """The place next to a point."""
        return min(range(len(self.places)), key=lambda place: abs(self.x_of(place) - x), default=0)

    def value_at(self, y: float) -> float:
        """The value at a height."""
        field = self.field()
        return self._scale.value((field.bottom() - y) / max(1.0, field.height()))

    # Hands ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw."""
        if self.is_open and self.places and event.button() == Qt.MouseButton.LeftButton:
            self._last = None
            self._draw(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if self.is_open and self.places and event.buttons() & Qt.MouseButton.LeftButton:
            self._draw(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is over."""
        self._last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a place, change its value, or type it."""
        key = Qt.Key(event.key())
        if not self.is_open or not self.places:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.chosen = min(max(self.chosen + _MOVES[key], 0), len(self.places) - 1)
            self._tell()
            self.update()
        elif key in _STEPS:
            now = self.values[self.chosen]
            value = self._scale.value(_MIDDLE) if now is None else self._scale.moved(now, _STEPS[key])
            self._set(self.chosen, value)
            self._changed()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() in _TYPED:
            self._open_field(event.text().strip())
        else:
            super().keyPressEvent(event)

    def _keep_key(self, event: QEvent) -> bool:
        """The keys of the pad are not the window's while it has the keyboard."""
        if isinstance(event, QKeyEvent) and (Qt.Key(event.key()) in {*_STEPS, *_MOVES} or event.text().isdigit()):
            event.accept()
            return True
        return False

    def _draw(self, at: QPointF) -> None:
        """Set the place under the pointer, and those that a quick hand has jumped over."""
        place, value = self.place_at(at.x()), self.value_at(at.y())
        before = self._last
        if before is not None and abs(place - before[0]) > 1:
            y_from, y_to = self.y_of(before[1]), at.y()
            step = 1 if place > before[0] else -1
            for between in range(before[0] + step, place, step):
                share = (between - before[0]) / (place - before[0])
                self._set(between, self.value_at(y_from + share * (y_to - y_from)))
        self._set(place, value)
        self.chosen = place
        self._last = (place, value)
        self._changed()

    def _set(self, place: int, value: float) -> None:
        self.values[place] = value

    def _changed(self) -> None:
        self._rescale()
        if not self.missing:
            self.drawn.emit(tuple(value for value in self.values if value is not None))

    def _open_field(self, words: str) -> None:
        theme, now = self._themes.current, self.values[self.chosen]
        wide, high = theme.px(72), theme.px(26)
        left = min(max(self.x_of(self.chosen) - wide / 2, 0.0), self.width() - wide)
        shown = words or ("" if now is None else write_short(now, 4))
        self._field.open(QRectF(left, self.height() / 2 - high / 2, wide, high), shown, select=not words)

    def _on_typed(self, words: str) -> None:
        try:
            value = read_number(words)
        except ValueError:
            self._field.selectAll()
            return
        self._field.shut()
        self._set(self.chosen, value)
        self.chosen = min(self.chosen + 1, len(self.places) - 1)
        self._changed()

    # Picture ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, the guess, what happened."""
        with QPainter(self) as painter:
            begin(painter)
            theme, field = self._themes.current, self.field()
            rounded(painter, QRectF(self.rect()), theme.px(6), theme.color("stage"), theme.color("line"))
            self._paint_axes(painter, theme, field)
            guess = [(self.x_of(k), self.y_of(value)) for k, value in enumerate(self.values) if value is not None]
            happened = [(self.x_of(k), self.y_of(value)) for k, value in enumerate(self.answer)]
            self._paint_line(painter, theme, happened, "ink", None)
            self._paint_line(painter, theme, guess, "you", theme.dash("dash_prediction"))
            if self.is_open and self.hasFocus() and self.places:
                x = self.x_of(self.chosen)
                stroke(painter, QPointF(x, field.top()), QPointF(x, field.bottom()), theme.color("you", 0.4))

    def _paint_axes(self, painter: QPainter, theme: Theme, field: QRectF) -> None:
        font, faint, line = theme.font("caption"), theme.color("faint"), theme.color("line")
        ticks = self._scale.ticks(5)
        for share, words in zip(ticks.values, ticks.texts, strict=True):
            y = field.bottom() - share * field.height()
            stroke(painter, QPointF(field.left(), y), QPointF(field.right(), y), line)
            text(painter, QRectF(0, y - 8, field.left() - theme.px(5), 16), words, font, faint, RIGHT)
        high, reach = theme.line_height("caption"), field.left() - theme.px(30)
        for place, value in enumerate(self.places):
            words, x = write_short(value, 4), self.x_of(place)
            wide = text_width(words, font)
            if x - wide / 2 < reach + theme.px(4):
                continue
            reach = x + wide / 2
            text(painter, QRectF(x - 30, field.bottom() + theme.px(2), 60, high), words, font, faint, CENTRE)
        area = QRectF(field.left(), field.bottom() + theme.px(2) + high, field.width(), high)
        text(painter, area, self._setting, font, faint, CENTRE)

    def _paint_line(
        self, painter: QPainter, theme: Theme, points: list[tuple[float, float]], role: str, dash: list[float] | None
    ) -> None:
        if not points:
            return
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
        pen = QPen(theme.color(role), theme.stroke("curve_chosen"))
        if dash:
            pen.setDashPattern(dash)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        for point in points:
            disc(painter, QPointF(*point), theme.px(3), theme.color(role))

    def _rescale(self) -> None:
        drawn = tuple(value for value in self.values if value is not None)
        self._scale = self._base.holding((*drawn, *self.answer))
        self._tell()
        self.update()

    def _tell(self) -> None:
        if not self.places:
            return
        value = self.values[self.chosen]
        now = "–" if value is None else write_short(value, 4)
        place = write_short(self.places[self.chosen], 4)
        tell(self, phrase("Your curve: {value} at {place}", value=now, place=place), ABOUT)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
