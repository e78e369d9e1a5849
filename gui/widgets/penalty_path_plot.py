"""The regularization path: every weight over the price of a weight, and below how many of them are exactly 0.

The cursor stands at one lambda; drag it, or move it with Left and Right (Page keys ten at a time, Home and End to the
ends). Up and Down walk through the weights that are left there.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.penalty_content import PathSeen
from gui.widgets.penalty_path_face import HANDLE, PathFace, paint_cursor, paint_ground, paint_nothing
from gui.widgets.picture import Picture
from gui.widgets.shapes import begin
from sim.phrases import joined, phrase

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
_LINES = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class PenaltyPathPlot(Picture):
    """`place_moved` gives the place of the lambda that the learner reads."""

    place_moved = Signal(int)
    name = "The regularization path"
    about = "Left and Right move along the price of a weight, Up and Down from weight to weight."
    wanted, least = (460, 260), (190, 120)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._path = PathSeen()
        self._at = self._line = -1
        self._held = self._hot = False
        self._ground = QPixmap()
        self._ground_for: tuple[object, ...] = ()
        self.renew()

    def show_path(self, path: PathSeen) -> None:
        """Another path, or the same with more training; the cursor keeps its lambda where it can."""
        if path is self._path:
            return
        anew = path.lambdas.size != self._path.lambdas.size
        self._path = path
        if anew:
            self._at = path.lambdas.size // 2
        if self._line >= path.weights.shape[1]:
            self._line = -1
        self._ground_for = ()
        self.refresh()

    @property
    def price(self) -> float:
        """The price that is read; 0 before there is a path."""
        return float(self._path.lambdas[self._at]) if 0 <= self._at < self._path.lambdas.size else 0.0

    def face(self) -> PathFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        return PathFace(self._themes.current, size, self._path, self._at, self._line)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The still ground from a pixmap, the cursor on it."""
        face, ratio = self.face(), sharpness(painter)
        if face.is_empty:
            paint_nothing(painter, face)
            return
        if on_paper(painter):
            paint_ground(painter, face)
        else:
            self._renew_ground(face, ratio)
            painter.drawPixmap(0, 0, self._ground)
        paint_cursor(painter, face, self._hot or self._held)

    def _renew_ground(self, face: PathFace, ratio: float) -> None:
        key = (face.theme, face.size, ratio)
        if self._ground_for == key:
            return
        self._ground_for = key
        self._ground = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(Qt.GlobalColor.transparent)
        with QPainter(self._ground) as painter:
            begin(painter)
            paint_ground(painter, face)

    def describe(self) -> str:
        """What is read off, and the marked weight."""
        face = self.face()
        if face.is_empty:
            return ""
        return joined([phrase("{words}.", words=part) for part in (face.words(), face.line_words(), face.progress)
                       if part])  # fmt: skip

    def ring(self) -> tuple[QRectF, float]:
        """Around the handle of the cursor."""
        face, reach = self.face(), self._themes.current.px(HANDLE + 5.0)
        if face.is_empty:
            return super().ring()
        x, y = face.x_of(float(face.exponents[face.at])), face.area.top() - self._themes.current.px(HANDLE)
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach), reach

    # Hand -------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cursor goes where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton and not self.face().is_empty:
            self._held = True
            self._go(self.face().place_at(event.position().x()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or mark the weight under the pointer."""
        face, at = self.face(), event.position()
        if face.is_empty:
            return
        if self._held:
            self._go(face.place_at(at.x()))
            return
        self._mark_line(face.line_at(at))
        hot = self._near_handle(face, at)
        if hot != self._hot:
            self._hot = hot
            self.setCursor(Qt.CursorShape.SizeHorCursor if hot else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays there."""
        self._held = False
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hot = False
        self._mark_line(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or walk through the weights."""
        key, last = Qt.Key(event.key()), self._path.lambdas.size - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if self.face().is_empty or key not in {*_MOVES, *ends, *_LINES, Qt.Key.Key_Escape}:
            event.ignore()
        elif key in _LINES:
            self._walk(_LINES[key])
        elif key == Qt.Key.Key_Escape:
            self._mark_line(-1)
        else:
            self._go(ends[key] if key in ends else self._at + _MOVES[key])

    def _near_handle(self, face: PathFace, at: QPointF) -> bool:
        x = face.x_of(float(face.exponents[face.at]))
        return abs(at.x() - x) <= self._themes.current.target / 2.0

    def _walk(self, way: int) -> None:
        """To the next weight above or below that is left at the cursor."""
        weights = self._path.weights[self._at]
        left = np.flatnonzero(weights)
        if not left.size:
            return
        order = left[np.argsort(weights[left])].tolist()
        here = order.index(self._line) + way if self._line in order else (0 if way > 0 else len(order) - 1)
        self._mark_line(order[min(max(here, 0), len(order) - 1)])

    def _mark_line(self, line: int) -> None:
        if line != self._line:
            self._line = line
            self.renew()

    def _go(self, place: int) -> None:
        place = min(max(place, 0), self._path.lambdas.size - 1)
        if place != self._at:
            self._at = place
            self.renew()
            self._mark.refresh()
            self.place_moved.emit(place)
