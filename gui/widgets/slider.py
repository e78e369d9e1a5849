"""The slider of a number: drag, type, arrow keys, wheel while focused, double click for the default.

The number it shows is the number it gives: a dragged position is rounded to the figures on the screen, and both ends
are exact. `changed` comes with every move, `released` once when the hand lets go.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.cue import Cue
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin, wrapped
from gui.widgets.slider_face import Face, look_of, paint_slider, rounded_at
from gui.widgets.typing_field import TypingField
from gui.widgets.words import tip
from sim.errors import ConfigError, sentence
from sim.numerals import plain_number
from sim.params import Integer, Real
from sim.phrases import joined, phrase

NOTCH = 120  # what a wheel turns for one step
STEPS = {
    Qt.Key.Key_Left: -1.0,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_Right: 1.0,
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_PageDown: -10.0,
    Qt.Key.Key_PageUp: 10.0,
}
FINE = 0.1  # a step with Shift held


class ParameterSlider(QWidget):
    """One `Real` or `Integer`. `changed` gives key and value, `released` the key."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(
        self, themes: ThemeHolder, parameter: Real | Integer, parent: QWidget | None = None, compact: bool = False
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.parameter = parameter
        self.key = parameter.key
        self._compact = compact
        self._value: float | int = parameter.default
        self._reason = ""
        self._problem = ""
        self._look = look_of(parameter)
        self._grip: float | None = None
        self._moving = False
        self._turned = 0
        self._hover = Eased(self)
        self._box_hover = Eased(self)
        self._field = TypingField(themes, self)
        self._field.typed.connect(self._on_typed)
        self._field.left.connect(self._close_field)
        self._field.given_up.connect(self._give_up)
        self._mark = FocusMark(themes, self, lambda: (self._face().handle_rect(self._look), self._face().handle))
        self._cue = Cue(themes, self, lambda: self._face().handle_rect(self._look))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._take(self._value)

    # What others set ------------------------------------------------------------------------------------------------

    def value(self) -> float | int:
        """The number it stands at."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show another value, without a signal. While a hand holds the handle, the hand is right."""
        checked = self.parameter.check(value)
        if self._grip is None and checked != self._value:
            self._take(checked)

    def set_cued(self, cued: bool) -> None:
        """The handle to grab next: rim and halo in `cue`."""
        if cued != self._look.cued:
            self._look.cued = cued
            self._cue.set_on(cued)
            self.update()

    def set_locked(self, reason: str) -> None:
        """A reason takes the handle away; "" gives it back."""
        self._reason = reason
        self._look.locked = bool(reason)
        if reason:
            self._let_go()
            self._close_field()
        self._tell()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Two lines instead of three."""
        self._compact = compact
        self._on_theme()

    # Value ----------------------------------------------------------------------------------------------------------

    def _take(self, value: float | int) -> None:
        self._value = value
        self._look.value = self.parameter.format(value)  # type: ignore[arg-type]
        self._look.position = self.parameter.position(value)
        self._refuse("")
        if self._grip is None:
            self._tell()
        self._follow()
        self.update()

    def _move_to(self, position: float) -> None:
        """Go where a hand asks; says so when that is another number."""
        self._choose(rounded_at(self.parameter, position))

    def _choose(self, value: float | int) -> None:
        if value != self._value:
            self._moving = True
            self._take(value)
            self.changed.emit(self.key, value)

    def _let_go(self) -> None:
        """The hand is off: say so once, if anything moved."""
        self._grip = None
        if self._moving:
            self._moving = False
            self._tell()
            self.released.emit(self.key)

    def _step(self, steps: float) -> None:
        """Move by hundredths of the track, but always by at least one figure."""
        parameter = self.parameter
        position = self._look.position + steps / 100
        value = rounded_at(parameter, position)
        if isinstance(parameter, Integer) and value == self._value:
            nudged = int(self._value) + (parameter.step if steps > 0 else -parameter.step)
            value = min(max(nudged, parameter.low), parameter.high)
        self._choose(value)

    # Typing ---------------------------------------------------------------------------------------------------------

    def _open_field(self, start: str = "") -> None:
        if not self._look.locked:
            self._look.editing = True
            self._field.open(self._face().typing(self._look), start or self._look.value, not start)
            self.update()

    def _on_typed(self, words: str) -> None:
        """A legal value is taken; anything else is answered under the field, and the old value stays."""
        try:
            value = self.parameter.parse(plain_number(words))
        except ConfigError as error:
            self._refuse(sentence(error))
            return
        self._refuse("")
        self._close_field()
        self._choose(value)
        self._let_go()

    def _close_field(self) -> None:
        if self._look.editing:
            self._look.editing = False
            self._field.shut()
            self.update()

    def _give_up(self) -> None:
        """Escape: nothing was said."""
        self._close_field()
        self._refuse("")

    def _refuse(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self._look.problem = self._problem_lines()
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def problem(self) -> str:
        """The sentence of the last refusal, while it shows."""
        return self._problem

    # Keys, mouse, wheel ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page, Home, End, Backspace for the default; Enter or a figure begins typing."""
        key, typed = event.key(), event.text()
        if self._look.locked or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key in STEPS:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(STEPS[Qt.Key(key)] * (FINE if fine else 1.0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0.0 if key == Qt.Key.Key_Home else 1.0)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(self.parameter.default)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_field()
        elif typed and typed in "0123456789.,-−":
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the handle, or call it to the pointer; a press on the value box begins typing."""
        face, at = self._face(), event.position()
        if event.button() != Qt.MouseButton.LeftButton or self._look.locked:
            event.ignore()
        elif face.box_zone(self._look).contains(at):
            self._open_field()
        elif face.track_zone().contains(at):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._close_field()
            handle = face.x_of(self._look.position)
            near = abs(at.x() - handle) <= face.handle + 2
            self._grip = at.x() - handle if near else 0.0
            if not near:
                self._move_to(face.position_of(at.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, without easing."""
        face, at = self._face(), event.position()
        if self._grip is not None:
            self._move_to(face.position_of(at.x() - self._grip))
            return
        on_box = face.box_zone(self._look).contains(at) and not self._look.locked
        on_track = face.track_zone().contains(at) and not self._look.locked
        self._box_hover.go(1.0 if on_box else 0.0, self._themes.current.motion("hover"))
        shape = Qt.CursorShape
        self.setCursor(shape.IBeamCursor if on_box else shape.PointingHandCursor if on_track else shape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()
            self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the default; on the value box a double click is a click."""
        if self._look.locked or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._face().track_zone().contains(event.position()):
            self._choose(self.parameter.default)
            self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus, so that a page can be scrolled across it."""
        if not self.hasFocus() or self._look.locked:
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._step(notches)
            self._let_go()
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The handle grows a little."""
        self._hover.go(1.0, self._themes.current.motion("hover"))

    def leaveEvent(self, event: QEvent) -> None:
        """And back."""
        self._hover.go(0.0, self._themes.current.motion("hover"))
        self._box_hover.go(0.0, self._themes.current.motion("hover"))

    # Looks ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as the column, three lines high."""
        theme = self._themes.current
        return QSize(round(theme.px(212)), self._face().height(len(self._look.problem)))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns shorten the name, never the value."""
        return QSize(round(self._themes.current.px(140)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face, with what the pointer lights up."""
        with QPainter(self) as painter:
            begin(painter)
            self._look.glow = 1.0 if self._grip is not None else self._hover.level
            self._look.box_glow = self._box_hover.level
            paint_slider(painter, self._face(), self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ring, halo and field move with the handle."""
        super().resizeEvent(event)
        self._follow()
        if self._look.editing:
            self._field.setGeometry(self._face().typing(self._look).toAlignedRect())

    def handle_point(self) -> QPointF:
        """The middle of the handle, in the slider's own pixels."""
        return QRectF(self._face().handle_rect(self._look)).center()

    def _face(self) -> Face:
        return Face(self._themes.current, float(self.width()), self._compact, self.isRightToLeft())

    def _problem_lines(self) -> tuple[str, ...]:
        return tuple(wrapped(self._problem, self._themes.current.font("caption"), self.width()))

    def _follow(self) -> None:
        """Ring and halo go where the handle went."""
        self._cue.refresh()
        self._mark.refresh()

    def _tell(self) -> None:
        title, about = self.parameter.describe()
        why = phrase("Locked: {reason}.", reason=self._reason) if self._reason else ""
        self.setAccessibleName(say(self.parameter.label))
        now = joined((self._look.value, self.parameter.unit)) + "."
        self.setAccessibleDescription(say(joined((self._problem, now, why, about))))
        self.setToolTip(tip(title, joined((about, why))))

    def _on_theme(self) -> None:
        self._look.problem = self._problem_lines()
        self._close_field()
        self._follow()
        self.updateGeometry()
        self.update()
