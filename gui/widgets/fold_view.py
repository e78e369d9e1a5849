"""The plane as the hidden layer sees it: how it is folded until one straight line is enough.

Wide enough, it shows what comes in at the left and what it becomes at the right; the right picture can be taken back to
the beginning with the slider between them, and travels once when the arrow is pressed. In a narrow place there is the
one picture that travels. Where motion is reduced nothing travels by itself, and both pictures stand side by side.

Three hidden units are a cube that is turned by dragging. Keys: left and right move the slider, Home and End go to its
ends, Space or Enter fold once, up and down (and Shift with left and right) turn a cube.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.fold_view_stage import FoldStage
from gui.widgets.map_frame import CORNER
from gui.widgets.words import tell
from sim.phrases import joined, phrase, word

TITLE = "The fold"
ABOUT = (
    "The plane as the hidden layer sees it. Left and right arrow keys fold and unfold it, Space folds it once; "
    "a cube is turned by dragging, or with up, down, and Shift."
)
_STEP, _TURN, _DEGREES_A_PIXEL = 0.05, 6.0, 0.5


class FoldView(FoldStage):
    """`share_changed` gives how far the plane is folded, from 0 to 1, when a hand or the movement changes it."""

    share_changed = Signal(float)
    hovered = Signal(object, QPointF)
    camera_changed = Signal(float, float)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._hot: int | None = None
        self._turns: QPointF | None = None
        self._travel = QVariantAnimation(self)
        self._travel.valueChanged.connect(self._travelled)
        self._mark = FocusMark(themes, self, self._ring)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tell(self, TITLE, ABOUT)
        self._tell()

    # Movement --------------------------------------------------------------------------------------------------------

    def set_share(self, share: float) -> None:
        """How far the plane is folded, 0 to 1. Ignored while the learner holds the slider."""
        if not self._scrubs:
            self._travel.stop()
            self._go_to(share)

    def play(self) -> None:
        """Fold once, from the beginning; where motion is reduced, be there at once."""
        theme = self._themes.current
        self._travel.stop()
        if not self._content.can_fold:
            return
        if theme.motion("fold") <= 0 or not self.isVisible():
            self._go_to(1.0)
            self.share_changed.emit(1.0)
            return
        self._travel.setStartValue(0.0)
        self._travel.setEndValue(1.0)
        self._travel.setDuration(theme.motion("fold"))
        self._travel.setEasingCurve(theme.easing("easing_move"))
        self._travel.start()

    def _travelled(self, share: object) -> None:
        self._go_to(float(share))  # type: ignore[arg-type]
        self.share_changed.emit(self._share)

    def _go_to(self, share: float) -> None:
        share = min(max(float(share), 0.0), 1.0) if np.isfinite(share) else self._share
        if share != self._share:
            self._share = share
            self._place_meters()
            self._tell()
            self.update()

    def _scrub_to(self, share: float) -> None:
        self._travel.stop()
        before = self._share
        self._go_to(share)
        if self._share != before:
            self.share_changed.emit(self._share)

    # Hands -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the slider, press the arrow, or take the cube."""
        at, places = event.position(), self.layout_now()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if places.scrub_zone.contains(at):
            self._scrubs = True
            self._scrub_to(places.share_at(at.x()))
        elif places.arrow.contains(at):
            self.play()
        elif self._content.depth == 3 and places.right.contains(at):
            self._turns = at
        self._show_cursor(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows."""
        at = event.position()
        if self._scrubs:
            self._scrub_to(self.layout_now().share_at(at.x()))
        elif self._turns is not None:
            moved = at - self._turns
            self._turns = at
            self._turn(-moved.x() * _DEGREES_A_PIXEL, moved.y() * _DEGREES_A_PIXEL)
        else:
            self._look_at(at)
        self._show_cursor(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrubs, self._turns = False, None
            self._show_cursor(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._set_hot(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module's text."""
        key, cube = Qt.Key(event.key()), self._content.depth == 3
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        across = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0}.get(key)
        up = {Qt.Key.Key_Up: 1.0, Qt.Key.Key_Down: -1.0}.get(key)
        if cube and ((across is not None and shift) or up is not None):
            self._turn(_TURN * (across or 0.0), _TURN * (up or 0.0))
        elif across is not None and self._content.can_fold:
            self._scrub_to(self._share + across * _STEP)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._content.can_fold:
            self._scrub_to(0.0 if key == Qt.Key.Key_Home else 1.0)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.play()
        else:
            super().keyPressEvent(event)

    def _turn(self, across: float, up: float) -> None:
        self._content.camera = self._content.camera.turned(across, up)
        self.update()
        self.camera_changed.emit(self._content.camera.azimuth, self._content.camera.elevation)

    def _look_at(self, at: QPointF) -> None:
        places, reach = self.layout_now(), max(self._themes.current.target / 2.0, 12.0)
        found = None
        if places.right.contains(at):
            found = self._right.nearest(self._content, places.right, self._share, at, reach)
        elif places.left is not None and places.left.contains(at):
            found = self._left.nearest(self._content, places.left, 0.0, at, reach)
        self._set_hot(found)

    def _set_hot(self, index: int | None) -> None:
        if index != self._hot:
            self._hot = index
            self.hovered.emit(index, QPointF() if index is None else self.point_spot(index))

    def _show_cursor(self, at: QPointF) -> None:
        places, shapes = self.layout_now(), Qt.CursorShape
        if self._scrubs or self._turns is not None:
            self.setCursor(shapes.ClosedHandCursor)
        elif places.arrow.contains(at) or places.scrub_zone.contains(at):
            self.setCursor(shapes.PointingHandCursor)
        elif self._content.depth == 3 and places.right.contains(at):
            self.setCursor(shapes.OpenHandCursor)
        else:
            self.setCursor(shapes.ArrowCursor)

    # Words ---------------------------------------------------------------------------------------------------------

    def _ring(self) -> tuple[QRectF, float]:
        return self.layout_now().right, self._themes.current.scale * CORNER

    def _tell(self) -> None:
        meters = ((word("Before"), self._left_meter), (word("Here"), self._meter))
        share = phrase("Folded {share} %.", share=round(100 * self._share))
        found = (
            phrase("{where}: {value}.", where=where, value=meter.words())
            for where, meter in meters
            if not meter.isHidden()
        )
        self.setAccessibleDescription(say(joined((share, *found, ABOUT))))

    def _moved_apart(self) -> None:
        self._mark.refresh()
