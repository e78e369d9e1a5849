"""A picture of a plane with axes, and a place on it that the pointer or the keys read off.

Whoever builds on it paints the ground and what lies above; the frame, the round numbers and the reading are here. Keys:
arrows move the place that is read by a fiftieth of the picture, Escape leaves it.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Rect
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point
from gui.widgets.map_frame import frame_for, paint_axes, paint_border
from gui.widgets.paper import sharpness
from gui.widgets.picture import Picture
from gui.widgets.viewport import Viewport

_STEP = 0.02
_MOVES = {
    Qt.Key.Key_Left: (-1.0, 0.0), Qt.Key.Key_Right: (1.0, 0.0), Qt.Key.Key_Up: (0.0, 1.0), Qt.Key.Key_Down: (0.0, -1.0)
}  # fmt: skip


class PlanePicture(Picture):
    """`keeps_shape`: a unit is as long up as across. `foot` and `side`: room below the axes and at the right."""

    keeps_shape = True
    axis_names = ("x₁", "x₂")

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._area: Rect = (-1.0, 1.0, -1.0, 1.0)
        self._at: Point | None = None
        super().__init__(themes, parent)

    # What the picture is ----------------------------------------------------------------------------------------------

    def paint_ground(self, canvas: Canvas) -> None:
        """What lies inside the frame, cut at its edges."""
        raise NotImplementedError

    def paint_above(self, canvas: Canvas) -> None:
        """What lies on top of the frame."""

    def foot(self) -> float:
        """Room below the numbers of the axis."""
        return 0.0

    def side(self) -> float:
        """Room at the right of the picture."""
        return 0.0

    @property
    def at(self) -> Point | None:
        """The place of the plane that is read off."""
        return self._at

    def view(self) -> Viewport:
        """What is shown, and where."""
        theme = self._themes.current
        wide, tall = self.width() - self.side(), self.height() - self.foot()
        frame = frame_for(theme, wide, tall)
        air = theme.px(5.0) if frame.axes else 0.0
        width, height = max(1.0, frame.width - air), max(1.0, frame.height - air)
        longer = (self._area[1] - self._area[0]) / (self._area[3] - self._area[2])
        if self.keeps_shape:
            width = min(width, height * longer)
            height = width / longer
        left = frame.left + round((frame.width - air - width) / 2.0) if self.keeps_shape else frame.left
        return Viewport(self._area, left, frame.top + air, max(1.0, width), max(1.0, height))

    def has_axes(self) -> bool:
        """Is there room for numbers?"""
        return frame_for(self._themes.current, self.width() - self.side(), self.height() - self.foot()).axes

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Axes, ground, frame, what lies above."""
        view = self.view()
        canvas = Canvas(painter, view, theme, sharpness(painter))
        if self.has_axes():
            paint_axes(painter, theme, view, self.axis_names)
        painter.save()
        painter.setClipRect(canvas.picture)
        self.paint_ground(canvas)
        painter.restore()
        paint_border(painter, theme, view, "stage")
        self.paint_above(canvas)

    # Hand -------------------------------------------------------------------------------------------------------------

    def ring(self) -> tuple[QRectF, float]:
        """Around the picture."""
        view = self.view()
        return QRectF(view.left, view.top, view.width, view.height), self._themes.current.px(10.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off."""
        self._read(self._point(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read off."""
        self._read(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._read(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the place that is read."""
        key = Qt.Key(event.key())
        x0, x1, y0, y1 = self._area
        if key in _MOVES:
            x, y = self._at or ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
            way = _MOVES[key] if self._at else (0.0, 0.0)
            x, y = x + way[0] * _STEP * (x1 - x0), y + way[1] * _STEP * (y1 - y0)
            self._read((min(max(x, x0), x1), min(max(y, y0), y1)))
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._read(None)
        else:
            event.ignore()

    def _point(self, at: QPointF) -> Point | None:
        view = self.view()
        inside = QRectF(view.left, view.top, view.width, view.height).contains(at)
        return view.point_at(at.x(), at.y()) if inside else None

    def _read(self, at: Point | None) -> None:
        if at != self._at:
            self._at = at
            self.renew()
