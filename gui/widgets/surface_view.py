"""A loss landscape as a relief in space with the tracks of a race on it: the learner turns it, and points at things.

Knows no simulation and no compiler: it gets a mesh, paths, names and a rasteriser, and says what was turned, dragged,
looked at or pointed at.

Mouse: drag turns; wheel or pinch zooms; drag the start over the surface; double click looks from where one began. Keys:
arrows turn by 5 degrees (Shift 1), plus and minus zoom, 0 looks from where one began.
"""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.map_own import handle_reach
from gui.widgets.map_spots import hit
from gui.widgets.surface_camera import Camera
from gui.widgets.surface_stage import SurfaceStage

_KEY_ZOOM = 1.25
_REACH = 14.0
_DEGREES_PER_PIXEL = 0.4
_ARROWS = {
    Qt.Key.Key_Left: (1.0, 0.0),
    Qt.Key.Key_Right: (-1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
START_HELP = "Start of every racer. Drag it over the surface."


class SurfaceView(SurfaceStage):
    """See the module's text."""

    start_dragged = Signal(float, float)
    start_released = Signal()
    hovered = Signal(object, QPointF)
    clicked = Signal(str)
    pointed = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._turn: QPointF | None = None
        self._pressed: str | None = None
        self._from = self._camera
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.valueChanged.connect(self._on_way)
        Answering(self, (QEvent.Type.ToolTip, QEvent.Type.NativeGesture), self._answer)

    # Events ----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the start, press on a racer, or begin to turn."""
        self._by_keys = False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._find()
        if self._is_on_start(at):
            self._grab = self._offset(at)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._pressed = self._racer_at(at)
            if self._pressed is None:
                self._way.stop()
                self._turn = at
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else say what lies under the pointer."""
        at = event.position()
        if self._grab is not None:
            self._drag_start_to(at + self._grab)
        elif self._turn is not None:
            moved, self._turn = at - self._turn, at
            self.turn(-moved.x() * _DEGREES_PER_PIXEL, moved.y() * _DEGREES_PER_PIXEL)
        else:
            self._point_at(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or finish a click on a racer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._grab, self._turn = self._grab, None, None
        pressed, self._pressed = self._pressed, None
        if held is not None:
            self.start_released.emit()
        elif pressed is not None and self._racer_at(event.position()) == pressed:
            self.clicked.emit(pressed)
        self._point_at(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On empty ground: back to where one began. A double click on something is two clicks."""
        self._find()
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_start(at) and self._racer_at(at) is None:
            self.reset_camera()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom: a notch is a fifth."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self._grab is None:
            self._look(self._camera.zoomed(2.0 ** (turned / 480.0)))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        if self._grab is None:
            self._set_hovered(None)
            self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, zoom, or go back."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        self._by_keys = True
        if arrow is not None:
            degrees = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 5.0
            self.turn(arrow[0] * degrees, arrow[1] * degrees)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._look(self._camera.zoomed(_KEY_ZOOM))
        elif event.key() == Qt.Key.Key_Minus:
            self._look(self._camera.zoomed(1.0 / _KEY_ZOOM))
        elif event.key() == Qt.Key.Key_0:
            self.reset_camera()
        else:
            super().keyPressEvent(event)
        self.update()

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
            self._find()
            if self._is_on_start(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), say(START_HELP), self)
            else:
                QToolTip.hideText()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._look(self._camera.zoomed(max(0.2, 1.0 + event.value())))
            return True
        return False

    # Looking ---------------------------------------------------------------------------------------------------------

    def turn(self, azimuth: float, elevation: float) -> None:
        """Turn by so many degrees, as a hand does."""
        self._look(self._camera.turned(azimuth, elevation))

    def reset_camera(self) -> None:
        """Back to where one began, on the shorter way; at once where motion is reduced."""
        theme = self._themes.current
        self._from = self._camera
        self._way.stop()
        if theme.motion("panel") <= 0 or not self.isVisible():
            self._look(Camera())
            return
        self._way.setDuration(theme.motion("panel"))
        self._way.setEasingCurve(theme.easing("easing_move"))
        self._way.start()

    def _on_way(self, share: float) -> None:
        self._look(Camera() if share >= 1.0 else self._from.towards(Camera(), float(share)))

    def _look(self, camera: Camera) -> None:
        """From elsewhere, by the learner's hand."""
        if camera == self._camera:
            return
        self._is_turned = True
        self._camera = camera
        self._ground_changed()
        self.camera_changed.emit(camera.azimuth, camera.elevation, camera.zoom)

    # Pointing --------------------------------------------------------------------------------------------------------

    def point_at(self, at: QPointF) -> tuple[float, float] | None:
        """The point of the plane whose place on the surface is seen at a pixel; None beside the surface."""
        scene = self._scene()
        if scene is None:
            return None
        near = float(scene.picture.near(np.array([[at.x(), at.y()]]))[0])
        if near <= 0.0:
            return None
        x, y, _ = scene.projection.to_point(at.x(), at.y(), near)
        return scene.sheet.from_box(x, y)

    def _is_on_start(self, at: QPointF) -> bool:
        ball = self._marks.start_ball
        return ball is not None and math.hypot(ball.x - at.x(), ball.y - at.y()) <= handle_reach(self._themes.current)

    def _offset(self, at: QPointF) -> QPointF:
        """What keeps the handle under the same place of the finger."""
        ball = self._marks.start_ball
        return QPointF(0.0, 0.0) if ball is None else QPointF(ball.x, ball.y) - at

    def _racer_at(self, at: QPointF) -> str | None:
        theme = self._themes.current
        reach = max(theme.target / 2.0, theme.px(_REACH))
        return hit(list(self._marks.balls), at.x(), at.y(), reach)

    def _drag_start_to(self, at: QPointF) -> None:
        """The start follows over the surface; beside it, along the level it had."""
        scene, start = self._scene(), self._content.start
        if scene is None or start is None:
            return
        point = self.point_at(at) or scene.on_level(at.x(), at.y(), start)
        if point is not None:
            self._content.start = point
            self.start_dragged.emit(*point)
            self.pointed.emit(point)
            self.update()

    def _point_at(self, at: QPointF) -> None:
        self._find()
        on_start = self._is_on_start(at)
        racer = None if on_start else self._racer_at(at)
        self._set_hovered(racer)
        hand = Qt.CursorShape.OpenHandCursor if racer is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(hand)
        self.pointed.emit(self.point_at(at))

    def _set_hovered(self, key: str | None) -> None:
        if key != self._content.hovered:
            self._content.hovered = key
            point = None if key is None else self.marker_point(key)
            self.hovered.emit(key, point or QPointF())
            self.update()
