"""The loss landscape of a network in training: the learner pulls it larger or smaller and walks back along the path.

Knows no simulation: it gets a `LandscapeSeen`, and says which span is wanted. Until the landscape of that span comes,
the one that is there is drawn where it belongs.

Mouse: pull the ground away from the middle or toward it, it stays under the finger; wheel or pinch zooms; pointing at
the path shows how far off the plane it was; double click shows the usual span. Keys: plus and minus zoom, 0 shows the
usual span, left and right walk along the path, Home and End go to its ends, Escape comes back.
"""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.landscape_view_face import Glance, path_pixels
from gui.widgets.landscape_view_stage import NOW, LandscapeStage
from sim.landscape_seen import LARGEST_SPAN, SMALLEST_SPAN, USUAL_SPAN

__all__ = ["Glance", "LandscapeView"]

_KEY_ZOOM = 1.25
_REACH = 14.0
_NEAREST = 24.0
_WALKS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape)


class LandscapeView(LandscapeStage):
    """`span_asked` while the ground is pulled, `span_settled` when the hand lets go; `walked` is a step, -1 for now."""

    span_asked = Signal(float)
    span_settled = Signal()
    walked = Signal(int)
    refused = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._grip: float | None = None
        self._wanted: float | None = None
        self._locked = self._by_keys = False
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(8)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        Answering(self, (QEvent.Type.NativeGesture,), self._pinch)

    def set_locked(self, locked: bool) -> None:
        """The span cannot be changed; the path can still be walked."""
        self._locked = locked
        self._grip = None
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.OpenHandCursor)

    # Hand ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the ground."""
        if event.button() != Qt.MouseButton.LeftButton or self._seen is None:
            event.ignore()
        elif self._locked:
            self.refused.emit()
        else:
            self._grip = self._radius(event.position()) / self._span
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, or point at the path."""
        if self._grip is not None:
            self._ask(self._radius(event.position()) / self._grip)
        else:
            self._walk_to(self._near_path(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.span_settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The usual span."""
        self._ask_settled(USUAL_SPAN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom: a notch is a fifth. Only with the focus, so that a page can be scrolled over it."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if not turned or not self.hasFocus():
            event.ignore()
            return
        self._ask_settled(self._span * 2.0 ** (-turned / 480.0))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        if not self._by_keys:
            self._walk_to(NOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, or walk along the path."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._ask_settled(self._span / _KEY_ZOOM)
        elif event.key() == Qt.Key.Key_Minus:
            self._ask_settled(self._span * _KEY_ZOOM)
        elif event.key() == Qt.Key.Key_0:
            self._ask_settled(USUAL_SPAN)
        elif not self._walk_by_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _pinch(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._ask_settled(self._span / max(0.2, 1.0 + event.value()))
            return True
        return False

    # The span --------------------------------------------------------------------------------------------------------

    def _radius(self, at: QPointF) -> float:
        """How far a pixel is from the middle, never too near to pull at: 1 / that is what a span is held by."""
        view = self.view()
        away = at - QPointF(view.left + view.width / 2.0, view.top + view.height / 2.0)
        return 1.0 / max(math.hypot(away.x(), away.y()), self._themes.current.px(_NEAREST))

    def _ask(self, span: float) -> None:
        if self._locked:
            self.refused.emit()
            return
        span = min(max(span, SMALLEST_SPAN), LARGEST_SPAN)
        if span != self._span:
            self._span = self._wanted = span
            self._walk_to(NOW)
            self.update()
            self.span_asked.emit(span)

    def _ask_settled(self, span: float) -> None:
        self._ask(span)
        self.span_settled.emit()

    def _waits_for(self, span: float) -> bool:
        if self._wanted is not None and math.isclose(span, self._wanted):
            self._wanted = None
        return self._grip is not None or self._wanted is not None

    # The path --------------------------------------------------------------------------------------------------------

    @property
    def walked_step(self) -> int:
        """The step of the path's point that is shown, -1 for now."""
        return NOW if self._seen is None or self._walked == NOW else int(self._seen.path_steps[self._walked])

    def _near_path(self, at: QPointF) -> int:
        """Which point of the path lies under the pointer."""
        if self._seen is None or not len(self._seen.path):
            return NOW
        points = path_pixels(self.canvas(), self._seen)[: len(self._seen.path)]
        if not len(points):
            return NOW
        away = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
        nearest = int(np.argmin(away))
        return nearest if away[nearest] <= self._themes.current.px(_REACH) else NOW

    def _walk_by_key(self, key: Qt.Key) -> bool:
        count = 0 if self._seen is None else len(self._seen.path)
        if not count or key not in _WALKS:
            return False
        at = count if self._walked == NOW else self._walked
        places = {Qt.Key.Key_Left: max(0, at - 1), Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0}
        to = places.get(key, count)
        self._by_keys = to < count
        self._walk_to(to if to < count else NOW)
        return True

    def _walk_to(self, index: int) -> None:
        if index != self._walked:
            self._walked = index
            self.walked.emit(self.walked_step)
            self.update()
