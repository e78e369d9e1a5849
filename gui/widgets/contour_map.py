"""The map of a loss landscape with the tracks of a race on it: the learner drags the start, zooms, points at racers.

Knows no simulation: it gets a field, paths and names (`map_picture`), and says what was dragged, looked at or pointed
at.

Mouse: drag the start, also beyond the picture, or the eye along the rim; wheel or pinch zooms about the pointer; right
or middle button moves the ground; double click shows the whole domain.

Keys: arrows move the start by 1 % of the picture (Shift 0.1 %), plus and minus zoom, 0 shows the whole domain. While
the learner skis, arrows and W A S D ask for a step of 2 % of the picture (Shift 0.4 %), Backspace takes one back.
"""

import math

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.map_layers import LayeredMap
from gui.widgets.map_own import EYE_HELP, azimuth_at, eye_reach, eye_spot, handle_reach
from gui.widgets.map_picture import START_HELP
from gui.widgets.map_spots import hit

_KEY_ZOOM = 1.25
_REACH = 14.0
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_SKI = {
    **_ARROWS,
    Qt.Key.Key_A: (-1.0, 0.0),
    Qt.Key.Key_D: (1.0, 0.0),
    Qt.Key.Key_W: (0.0, 1.0),
    Qt.Key.Key_S: (0.0, -1.0),
}
_SKI_STEP, _SKI_FINE = 0.02, 0.004


class ContourMap(LayeredMap):
    """See the module's text."""

    start_dragged = Signal(float, float)
    start_released = Signal()
    hovered = Signal(object, QPointF)
    clicked = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._pressed: str | None = None
        self._ground_point: tuple[float, float] | None = None
        Answering(self, (QEvent.Type.ToolTip, QEvent.Type.NativeGesture), self._answer)

    # Events ----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the start, of the ground, or press on a racer."""
        self._by_keys = False
        at = event.position()
        self._place()
        if event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._pan = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._is_on_eye(at):
                self._eye_held = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            elif self._is_on_start(at):
                self._grab = self._grab_offset(at)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            else:
                self._pressed = self._racer_at(at)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else say what lies under the pointer."""
        at = event.position()
        self._pointer = at
        if self._eye_held:
            self._turn_eye_to(at)
        elif self._grab is not None:
            self._drag_start_to(at)
        elif self._pan is not None:
            moved = self._view.moved(at.x() - self._pan.x(), at.y() - self._pan.y())
            self._pan = at
            self._look_at(moved)
        else:
            self._place()
            self._point_at(at)
        self._say_pointed(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or finish a click on a racer."""
        if event.button() == Qt.MouseButton.LeftButton and self._eye_held:
            self._eye_held = False
        elif event.button() == Qt.MouseButton.LeftButton and self._grab is not None:
            self._grab = None
            self.start_released.emit()
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._place()
            if self._racer_at(event.position()) == self._pressed:
                self.clicked.emit(self._pressed)
        elif event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._pan = None
        self._pressed = None
        self._point_at(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On empty ground: the whole domain. A double click on something is two clicks."""
        self._place()
        at = event.position()
        is_empty = not (self._is_on_start(at) or self._is_on_eye(at)) and self._racer_at(at) is None
        if event.button() == Qt.MouseButton.LeftButton and is_empty:
            self.reset_view()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer: a notch is a fifth."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self._grab is None:
            self._zoom(2.0 ** (turned / 480.0), event.position().x(), event.position().y())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._pointer = None
        if self._grab is None:
            self._set_hovered(None)
        self._say_pointed(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ski, move the start, zoom, or show everything."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        middle = (self._view.left + self._view.width / 2, self._view.top + self._view.height / 2)
        self._by_keys = True
        if self._overlays.hand_active and self._ski(event):
            pass
        elif arrow is not None and self._content.start is not None:
            self._nudge(arrow, 0.001 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(_KEY_ZOOM, *middle)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(1.0 / _KEY_ZOOM, *middle)
        elif event.key() == Qt.Key.Key_0:
            self.reset_view()
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a movement by keys."""
        moves_start = Qt.Key(event.key()) in _ARROWS and not self._overlays.hand_active
        if moves_start and not event.isAutoRepeat() and self._content.start is not None:
            self.start_released.emit()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard."""
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring."""
        self.update()

    def _answer(self, event: QEvent) -> bool:
        """Tooltips only where there is something to say, and pinching on a touch pad."""
        if isinstance(event, QHelpEvent):
            return self._show_tooltip(event)
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(max(0.2, 1.0 + event.value()), event.position().x(), event.position().y())
            return True
        return False

    def _show_tooltip(self, event: QHelpEvent) -> bool:
        self._place()
        at = QPointF(event.pos())
        if self._is_on_eye(at):
            QToolTip.showText(event.globalPos(), say(EYE_HELP), self)
        elif self._is_on_start(at):
            QToolTip.showText(event.globalPos(), say(START_HELP), self)
        else:
            QToolTip.hideText()
        return True

    # The learner's skier, and the other picture ----------------------------------------------------------------------

    def _ski(self, event: QKeyEvent) -> bool:
        """Ask for a step of the learner's skier; False for a key that means something else."""
        step = _SKI.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Backspace:
            self.hand_undone.emit()
        elif step is not None:
            share = _SKI_FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _SKI_STEP
            x0, x1, y0, y1 = self._view.plane
            self.hand_moved.emit(step[0] * share * (x1 - x0), step[1] * share * (y1 - y0))
        else:
            return False
        return True

    def _is_on_eye(self, at: QPointF) -> bool:
        azimuth, canvas = self._overlays.eye, self._canvas()
        if azimuth is None or not canvas.is_roomy:
            return False
        away = eye_spot(canvas, azimuth, self._caption_box()) - at
        return math.hypot(away.x(), away.y()) <= eye_reach(self._themes.current)

    def _turn_eye_to(self, at: QPointF) -> None:
        azimuth = azimuth_at(self._canvas().picture.center(), at)
        if azimuth != self._overlays.eye:
            self._overlays.eye = azimuth
            self.update()
            self.eye_turned.emit(azimuth)

    def _say_pointed(self, at: QPointF | None) -> None:
        """Tell the other picture which place of the plane lies under the pointer, and when none does any more."""
        inside = at is not None and self._canvas().picture.contains(at) and self._domain is not None
        point = self._view.point_at(at.x(), at.y()) if inside and at is not None else None
        if point != self._ground_point:
            self._ground_point = point
            self.pointed.emit(point)

    # Pointing --------------------------------------------------------------------------------------------------------

    def _is_on_start(self, at: QPointF) -> bool:
        spot = self._live.start_spot
        return spot is not None and math.hypot(spot.x - at.x(), spot.y - at.y()) <= handle_reach(self._themes.current)

    def _grab_offset(self, at: QPointF) -> QPointF:
        """What keeps the handle under the same place of the finger; a start outside the picture jumps to it."""
        spot = self._live.start_spot
        if spot is None or spot.is_outside:
            return QPointF(0.0, 0.0)
        return QPointF(spot.x, spot.y) - at

    def _racer_at(self, at: QPointF) -> str | None:
        theme = self._themes.current
        reach = max(theme.target / 2.0, theme.px(_REACH))
        return hit(self._live.spots, at.x(), at.y(), reach)

    def _drag_start_to(self, at: QPointF) -> None:
        held = at + (self._grab or QPointF())
        self._move_start(self._view.point_at(held.x(), held.y()))
        if self._content.start is not None:
            self.start_dragged.emit(*self._content.start)

    def _nudge(self, arrow: tuple[float, float], share: float) -> None:
        x0, x1, y0, y1 = self._view.plane
        x, y = self._content.start or (0.0, 0.0)
        self._move_start((x + arrow[0] * share * (x1 - x0), y + arrow[1] * share * (y1 - y0)))
        if self._content.start is not None:
            self.start_dragged.emit(*self._content.start)

    def _point_at(self, at: QPointF) -> None:
        if self._grab is not None or self._pan is not None or self._eye_held:
            return
        on_start = self._is_on_start(at) or self._is_on_eye(at)
        racer = None if on_start else self._racer_at(at)
        self._set_hovered(racer)
        hand = Qt.CursorShape.OpenHandCursor if on_start else Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if on_start or racer is not None else Qt.CursorShape.ArrowCursor)

    def _set_hovered(self, key: str | None) -> None:
        if key != self._content.hovered:
            self._content.hovered = key
            point = None if key is None else self.marker_point(key)
            self.hovered.emit(key, point or QPointF())
            self.update()
