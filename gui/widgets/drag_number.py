"""A number to take in the hand: drag it left and right, click to type, arrow keys, wheel while focused.

It is scrubbed, not set: the whole range is a few hundred pixels long, from wherever the hand takes it, and Shift makes
the same way ten times finer. What it shows is what it gives; both ends are exact. With `zero`, the lower end of a
logarithmic range is 0 itself.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, begin, rounded, text, text_width
from gui.widgets.slider import FINE, NOTCH, STEPS
from gui.widgets.typing_field import TypingField
from gui.widgets.words import tip
from sim.errors import ConfigError, quote
from sim.errors import sentence as said
from sim.numerals import plain_number, read_number, write_short
from sim.params import Real
from sim.phrases import phrase

WAY = 480.0  # pixels of the hand from end to end
STILL = 3.0  # pixels that a click may tremble
RADIUS = 5.0


@dataclass(frozen=True)
class Scale:
    """How a `Real` is scrubbed: figures that count while it moves, and whether its lower end is 0."""

    parameter: Real
    figures: int = 2
    zero: bool = False

    def at(self, position: float) -> float:
        """The number at `position`, rounded to the figures that are shown; exact at both ends."""
        if position <= 0.0:
            return 0.0 if self.zero else float(self.parameter.low)
        if position >= 1.0:
            return float(self.parameter.high)
        value = self.parameter.at(position)
        if self.parameter.log:
            return self._within(float(f"{value:.{self.figures}g}"))
        return self._within(round(value, self.figures))

    def position(self, value: float) -> float:
        """Where `value` stands, 0 to 1."""
        return self.parameter.position(max(value, self.parameter.low))

    def check(self, value: object) -> float:
        """`value` as a number of the range, or ConfigError."""
        if self.zero and value == 0:
            return 0.0
        try:
            return self.parameter.check(value)
        except ConfigError as error:
            raise (self._refusal(value) if self.zero else error) from None

    def parse(self, words: str) -> float:
        """The number that was typed, or ConfigError."""
        plain = plain_number(words)
        try:
            return self.check(read_number(plain))
        except ValueError:
            raise (self._refusal(words) if self.zero else self.parameter.refusal(words)) from None

    def words(self, value: float) -> str:
        """As short as it can be said."""
        return write_short(value, 6)

    def _refusal(self, given: object) -> ConfigError:
        """The parameter's own refusal would forget that 0 is legal."""
        if given == "":
            return self.parameter.refusal(given)
        name, legal = self.parameter.name, self.parameter.legal()
        return ConfigError(
            phrase("{name} must be 0 or {legal}, not {given}.", name=name, legal=legal, given=quote(given))
        )

    def _within(self, value: float) -> float:
        return min(max(value, float(self.parameter.low)), float(self.parameter.high))


class DragNumber(QWidget):
    """One number. `changed` gives it with every move, `released` when the hand lets go, `refused` a sentence or ""."""

    changed = Signal(float)
    released = Signal()
    refused = Signal(object)

    def __init__(
        self,
        themes: ThemeHolder,
        parameter: Real,
        parent: QWidget | None = None,
        figures: int = 2,
        zero: bool = False,
        font: str = "value",
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._scale = Scale(parameter, figures, zero)
        self._font = font
        self._value = float(parameter.default)
        self._grip: tuple[float, float] | None = None  # x and position when taken, or when Shift changed
        self._fine = self._dragged = self._moving = self._editing = False
        self._turned = 0
        self._hover = Eased(self)
        self._field = TypingField(themes, self)
        self._field.typed.connect(self._on_typed)
        self._field.left.connect(self._close_field)
        self._field.given_up.connect(self._give_up)
        self._mark = FocusMark(themes, self, lambda: (self._box(), themes.current.px(RADIUS)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    # Value ----------------------------------------------------------------------------------------------------------

    def value(self) -> float:
        """The number it stands at."""
        return self._value

    def words(self) -> str:
        """The number as it is shown."""
        return self._scale.words(self._value)

    def set_value(self, value: float) -> None:
        """Show another number, without a signal; while a hand holds it, the hand is right."""
        checked = self._scale.check(value)
        if self._grip is None and checked != self._value:
            self._take(checked)

    def _take(self, value: float) -> None:
        self._value = value
        self._tell()
        self._mark.refresh()
        self.update()

    def _choose(self, value: float) -> None:
        if value != self._value:
            self._moving = True
            self._take(value)
            self.refused.emit("")
            self.changed.emit(value)

    def _step(self, steps: float) -> None:
        """Hundredths of the range, but always at least the last figure that shows."""
        position = self._scale.position(self._value)
        for reach in range(1, 101):
            value = self._scale.at(position + reach * steps / 100)
            if value != self._value:
                break
        self._choose(value)

    def _let_go(self) -> None:
        self._grip = None
        if self._moving:
            self._moving = False
            self.released.emit()

    # Typing ---------------------------------------------------------------------------------------------------------

    def _open_field(self, start: str = "") -> None:
        self._editing = True
        inner = self._box().adjusted(self._themes.current.px(4), 1.0, -self._themes.current.px(4), -1.0)
        self._field.open(inner, start or self.words(), not start)
        self.update()

    def _on_typed(self, words: str) -> None:
        try:
            value = self._scale.parse(words)
        except ConfigError as error:
            self.refused.emit(said(error))
            return
        self.refused.emit("")
        self._close_field()
        self._choose(value)
        self._let_go()

    def _close_field(self) -> None:
        if self._editing:
            self._editing = False
            self._field.shut()
            self.update()

    def _give_up(self) -> None:
        self._close_field()
        self.refused.emit("")

    # Hand -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._close_field()
        self._grip = (event.position().x(), self._scale.position(self._value))
        self._fine = self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand, from where it took the number."""
        if self._grip is None:
            return
        x, position = self._grip
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if fine != self._fine:
            self._fine = fine
            self._grip = x, position = (event.position().x(), self._scale.position(self._value))
        moved = event.position().x() - x
        if not self._dragged and abs(moved) < self._themes.current.px(STILL):
            return
        self._dragged = True
        self._choose(self._scale.at(position + moved / self._themes.current.px(WAY) * (FINE if fine else 1.0)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A hand that never moved wants to type."""
        if event.button() != Qt.MouseButton.LeftButton or self._grip is None:
            return
        self._let_go()
        if not self._dragged:
            self._open_field()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._step(notches)
            self._let_go()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page, Home, End, Backspace for the default; Enter or a figure begins typing."""
        key, typed = event.key(), event.text()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key in STEPS:
            self._step(STEPS[Qt.Key(key)] * (FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(self._scale.at(0.0 if key == Qt.Key.Key_Home else 1.0))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(self._scale.parameter.default)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_field()
        elif typed and typed in "0123456789.,":
            self._open_field(typed)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last move by key is over."""
        if not event.isAutoRepeat() and self._grip is None:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody holds it any more."""
        self._let_go()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It answers the pointer."""
        self._hover.go(1.0, self._themes.current.motion("hover"))

    def leaveEvent(self, event: QEvent) -> None:
        """And rests."""
        self._hover.go(0.0, self._themes.current.motion("hover"))

    # Looks ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for the number and for a finger."""
        theme = self._themes.current
        wide = max(text_width(self.words(), theme.font(self._font)) + theme.px(16), theme.px(44))
        return QSize(round(wide + 0.5), max(round(theme.line_height(self._font) + theme.px(3)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """A number is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A value box; the dotted line under the number says that it can be dragged."""
        with QPainter(self) as painter:
            begin(painter)
            theme, box = self._themes.current, self._box()
            glow = 1.0 if self._grip is not None else self._hover.level
            edge = theme.color("you") if self._editing else theme.color("rule", glow) if glow > 0 else None
            rounded(painter, box, theme.px(RADIUS), theme.color("panel" if self._editing else "sunk"), edge)
            if self._editing:
                return
            font, words = theme.font(self._font), self.words()
            text(painter, box, words, font, theme.color("ink"), CENTRE)
            self._paint_line(painter, theme, box, text_width(words, font), glow)

    def _paint_line(self, painter: QPainter, theme: Theme, box: QRectF, wide: float, glow: float) -> None:
        pen = QPen(theme.mix("rule", "you", glow), theme.px(1.2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        left, y = box.center().x() - wide / 2, box.bottom() - theme.px(3)
        painter.drawLine(QPointF(left, y), QPointF(left + wide, y))

    def _box(self) -> QRectF:
        high = min(float(self.height()), self._themes.current.line_height(self._font) + self._themes.current.px(5))
        return QRectF(0.0, (self.height() - high) / 2, self.width(), high)

    def _tell(self) -> None:
        parameter = self._scale.parameter
        title, sentence = parameter.describe()
        self.setAccessibleName(say(parameter.label))
        self.setAccessibleDescription(
            say(phrase("{value}. {sentence} Drag, type, or use the arrow keys.", value=self.words(), sentence=sentence))
        )
        self.setToolTip(tip(title, phrase("{sentence} Drag sideways, or click to type.", sentence=sentence)))

    def _on_theme(self) -> None:
        self._close_field()
        self._mark.refresh()
        self.updateGeometry()
        self.update()
