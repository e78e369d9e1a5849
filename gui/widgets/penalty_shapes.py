"""Two weights and their price: the diamond of L1 and the circle of L2 touch the ellipses of the loss.

The learner takes the place of the lowest loss in his hand and drags it; where the prices lead is the owner's answer.
Keys: arrows move it by 0.05, with Shift by 0.01.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.map_content import Point
from gui.widgets.penalty_content import TwoWeights
from gui.widgets.penalty_shapes_face import HANDLE, TITLES, ShapesFace, moved, paint_shapes
from gui.widgets.picture import Picture
from sim.numerals import write_short
from sim.phrases import joined, phrase

STEP, FINE = 0.05, 0.01
DECIMALS = 2
_MOVES = {
    Qt.Key.Key_Left: (-1.0, 0.0), Qt.Key.Key_Right: (1.0, 0.0), Qt.Key.Key_Up: (0.0, 1.0), Qt.Key.Key_Down: (0.0, -1.0)
}  # fmt: skip


class PenaltyShapes(Picture):
    """`optimum_moved` gives the two weights of the lowest loss that the learner asks for; `released` ends a move."""

    optimum_moved = Signal(float, float)
    released = Signal()
    name = "Two weights and their price"
    about = "Drag the lowest loss, or move it with the arrow keys; Shift makes smaller steps."
    wanted, least = (460, 260), (190, 170)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._two = self._given = TwoWeights()
        self._held = -1
        self._hot = False
        self._may = True
        self.renew()

    def show_two(self, two: TwoWeights) -> None:
        """Other weights; what the learner holds stays in the hand.

        The same ones again cost nothing, and so an answer that is late does not throw back what was just moved.
        """
        if two.is_like(self._given):
            return
        self._given = two
        self._two = moved(two, self._two.optimum) if self._held >= 0 else two
        self.renew()
        self._mark.refresh()

    def set_movable(self, may: bool) -> None:
        """May the learner move the lowest loss?"""
        self._may = may

    def face(self) -> ShapesFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        return ShapesFace(self._themes.current, size, self._two, self._held >= 0, self._hot)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All planes."""
        paint_shapes(painter, self.face())

    def describe(self) -> str:
        """Where the loss is lowest, and where every price leads."""
        face, (w1, w2) = self.face(), self._two.optimum
        lowest = phrase("Lowest loss at w₁ {w1}, w₂ {w2}.", w1=write_short(w1, 4), w2=write_short(w2, 4))
        said = [phrase("{title}: {words}.", title=TITLES[kind], words=face.words(kind)) for kind in face.kinds]
        return joined((lowest, *said))

    def ring(self) -> tuple[QRectF, float]:
        """Around the handle."""
        face, reach = self.face(), self._themes.current.px(HANDLE + 5.0)
        at = face.spot(0, self._two.optimum)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), reach

    # Hand -------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle."""
        if event.button() != Qt.MouseButton.LeftButton or not self._may:
            event.ignore()
            return
        self._held = self.face().handle_at(event.position())
        if self._held < 0:
            event.ignore()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it, or light it up."""
        face = self.face()
        if self._held >= 0:
            self._ask(self._point(event.position()))
            return
        hot = self._may and face.handle_at(event.position()) >= 0
        if hot != self._hot:
            self._hot = hot
            self.setCursor(Qt.CursorShape.OpenHandCursor if hot else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        if self._held >= 0:
            self._held = -1
            self.released.emit()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        if self._hot:
            self._hot = False
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it."""
        way = _MOVES.get(Qt.Key(event.key()))
        if way is None or not self._may:
            event.ignore()
            return
        size = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        w1, w2 = self._two.optimum
        self._ask((w1 + way[0] * size, w2 + way[1] * size))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a move by keys."""
        if Qt.Key(event.key()) in _MOVES and not event.isAutoRepeat() and self._may:
            self.released.emit()
        super().keyReleaseEvent(event)

    def _point(self, at: QPointF) -> Point:
        plane = min(self._held, len(self.face().kinds) - 1)
        return self.face().view(plane).point_at(at.x(), at.y())

    def _ask(self, optimum: Point) -> None:
        rounded = (round(optimum[0], DECIMALS), round(optimum[1], DECIMALS))
        self._two = moved(self._two, rounded)
        self.optimum_moved.emit(*self._two.optimum)
        self.renew()
        self._mark.refresh()
