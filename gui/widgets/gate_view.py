"""One unit as a gate for errors on their way back: drag its sum z along the curve, push an error through.

What passes is the error times the slope of the curve at z; the sign of the error plays no part in it. The lane below
shows just that, from right to left as all that goes backward.
"""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets import gate_view_face as paint
from gui.widgets.cue import Cue
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.gate_view_face import GateLook, GateSeen
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.numerals import write_fixed
from sim.phrases import joined, phrase

NAME = "Gate"
ABOUT = "Left and Right move the sum z, Page Up and Page Down by 1. Minus and Plus push an error of −1 or +1 back."
_DIGITS = 2
_GRIP = 16.0
_STEP, _FINE = 0.1, 0.01
_MOVES = {
    Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0, Qt.Key.Key_Down: -1.0, Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_PageDown: -10.0, Qt.Key.Key_PageUp: 10.0,
}  # fmt: skip
_PUSHES = {Qt.Key.Key_Minus: -1.0, Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0}


class GateView(QWidget):
    """`z_asked` while the point is dragged, `released` once; `pushed` carries an error that was sent by key."""

    z_asked = Signal(float)
    released = Signal()
    pushed = Signal(float)
    refused = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._seen = GateSeen()
        self._look = GateLook()
        self._gripped = self._moved = False
        self._told = ""
        self._hover = Eased(self)
        self._travel = Eased(self, 1.0)
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self._cue = Cue(themes, self, self._handle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What is shown ----------------------------------------------------------------------------------------------------

    def show_gate(self, seen: GateSeen) -> None:
        """Other numbers."""
        self._seen = seen
        self._cue.refresh()
        self._tell()
        self.update()

    def travel(self) -> None:
        """An error was pushed: let it be seen on its way."""
        self._travel.go(0.0, 0)
        self._travel.go(1.0, 2 * self._themes.current.motion("step"), self._themes.current.easing("easing_move"))

    def set_cued(self, cued: bool) -> None:
        """The point is the thing to grab next."""
        self._look.cued = cued
        self._cue.set_on(cued)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """The point cannot be grabbed."""
        self._look.locked = locked
        if locked:
            self._let_go()
        self.update()

    def set_secret(self, secret: bool) -> None:
        """The slope is what is asked for: it is not shown."""
        if secret != self._look.secret:
            self._look.secret = secret
            self._tell()
            self.update()

    @property
    def seen(self) -> GateSeen:
        """What is shown."""
        return self._seen

    def face(self) -> paint.GateFace:
        """Where everything is."""
        return paint.face_of(self._themes.current, float(self.width()), float(self.height()), self._seen)

    def _handle(self) -> QRectF:
        face, radius = self.face(), self._themes.current.px(7)
        at = QPointF(face.x_of(self._seen.z), face.y_of(self._seen.value))
        return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)

    # Hand -------------------------------------------------------------------------------------------------------------

    def _in_reach(self, at: QPointF) -> bool:
        """The whole picture of the curve is a handle for z."""
        return self.face().area.adjusted(-_GRIP, 0, _GRIP, _GRIP).contains(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Call the point to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or not self._in_reach(event.position()):
            event.ignore()
        elif self._look.locked:
            self.refused.emit()
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._gripped = True
            self._ask(self.face().z_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._gripped:
            self._ask(self.face().z_at(event.position().x()))
            return
        inside = self._in_reach(event.position()) and not self._look.locked
        self._hover.go(1.0 if inside else 0.0, self._themes.current.motion("hover"))
        self.setCursor(Qt.CursorShape.SizeHorCursor if inside else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        self._hover.go(0.0, self._themes.current.motion("hover"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move z, or push."""
        key, face = Qt.Key(event.key()), self.face()
        ends = {Qt.Key.Key_Home: face.left, Qt.Key.Key_End: face.right}
        if key not in {*_MOVES, *_PUSHES, *ends}:
            event.ignore()
        elif self._look.locked:
            self.refused.emit()
        elif key in _PUSHES:
            self.pushed.emit(_PUSHES[key])
        elif key in ends:
            self._ask(ends[key])
        else:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            z = self._seen.z + _MOVES[key] * (_FINE if fine else _STEP)
            self._ask(min(max(z, face.left), face.right))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last move by key is over."""
        if not event.isAutoRepeat():
            self._let_go()
        super().keyReleaseEvent(event)

    def _ask(self, z: float) -> None:
        z = round(z, _DIGITS) + 0.0
        if z != self._seen.z:
            self._moved = True
            self.z_asked.emit(z)

    def _let_go(self) -> None:
        self._gripped = False
        if self._moved:
            self._moved = False
            self.released.emit()

    # Looks ------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Curve, point, lane."""
        with QPainter(self) as painter:
            begin(painter)
            theme, face, seen = self._themes.current, self.face(), self._seen
            self._look.glow = 1.0 if self._gripped else self._hover.level
            self._look.way = self._travel.level
            paint.paint_curve(painter, theme, face, seen, self._look.secret)
            if seen.places.size > 1:
                paint.paint_point(painter, theme, face, seen, self._look)
            paint.paint_lane(painter, theme, face, seen, self._look)

    def describe(self) -> str:
        """The unit in words."""
        seen = self._seen
        if self._look.secret:
            return phrase("z is {z}.", z=write_fixed(seen.z, 2))
        parts: list[str] = [
            phrase("z is {z}, the slope there {slope}.", z=write_fixed(seen.z, 2), slope=paint.write_slope(seen.slope))
        ]
        if seen.pushed and math.isfinite(seen.arrived):
            sent, came = paint.write_number(seen.sent), paint.write_number(seen.arrived)
            parts.append(phrase("Of {sent} that is sent back, {arrived} arrives.", sent=sent, arrived=came))
        return joined(parts)

    def sizeHint(self) -> QSize:
        """A small picture and a lane."""
        theme = self._themes.current
        return QSize(round(theme.px(250)), round(theme.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Still a curve."""
        theme = self._themes.current
        return QSize(round(theme.px(170)), round(theme.px(130)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halo moves with the point."""
        super().resizeEvent(event)
        self._cue.refresh()

    def _tell(self) -> None:
        words = joined((self.describe(), ABOUT))
        if words != self._told and not self._gripped:
            self._told = words
            tell(self, NAME, words)
            self.setToolTip("")

    def _on_theme(self) -> None:
        self._cue.refresh()
        self.updateGeometry()
        self.update()
