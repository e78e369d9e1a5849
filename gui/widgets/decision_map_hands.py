"""The mouse on a decision map: what is taken, dragged, clicked, drawn, and what lies under the pointer.

What is held moves at once, whatever the owner sends meanwhile; all else waits for the owner's answer.
"""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.decision_map_line import Line, grip_reach
from gui.widgets.decision_map_picture import DecisionPicture
from gui.widgets.decision_map_plane import SETTLING
from gui.widgets.map_content import Point

_STIRS = 3.0
_PENCIL_STEP = 9.0
_LINE_REACH = 7.0
POINT, GRIP, LINE, PENCIL, RULER = "point", "grip", "line", "pencil", "ruler"


class DecisionHands(DecisionPicture):
    """See the module's text. Points are named by their place in the owner's list."""

    point_moved = Signal(int, float, float)
    point_added = Signal(float, float, int)
    point_flipped = Signal(int)
    point_removed = Signal(int)
    point_clicked = Signal(int)
    drawn = Signal(float, float, int)
    line_dragged = Signal(float, float, float)
    released = Signal()
    pointed = Signal(object)
    hovered = Signal(object, QPointF)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._pressed: QPointF | None = None
        self._stirred = False
        self._offset = QPointF()
        self._counted = (0, 0)
        self._grasp = ""
        self._line_at: Point = (0.0, 0.0)
        self._last_drawn: QPointF | None = None
        self._pointer: QPointF | None = None
        self._ground_point: Point | None = None
        self._by_mouse = False
        self._ruler = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_hands(self, points: bool, line: bool) -> None:
        """What may be taken in hand: points (they can be clicked in any case), and the line."""
        self._may_points, self._may_line = points, line
        self.update()

    def set_ruler(self, ruler: bool) -> None:
        """The line may be drawn afresh from any place, and not only taken hold of."""
        self._ruler = ruler

    # Mouse -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what lies under the pointer, or begin to draw."""
        at = event.position()
        index = self._point_at(at)
        if event.button() == Qt.MouseButton.RightButton and index is not None and self._may_points:
            self.point_removed.emit(index)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._let_go()
        self._pressed, self._stirred, self._by_mouse = at, False, True
        self._set_chosen_thing(None, None)
        if self._pencil:
            self._grasp = PENCIL
            self._draw_at(at)
        elif (grip := self._grip_at(at)) is not None:
            self._grasp, self._grip, self._grips = GRIP, grip, self._grip_points()
            self._set_chosen_thing(None, grip)
        elif self._rules_at(at):
            self._grasp, self._grip, self._grips = RULER, 1, (self._plane_point(at), self._plane_point(at))
        elif index is not None:
            self._grasp, self._offset = POINT, self.point_spot(index) - at
            self._set_chosen_thing(index, None)
        elif self._is_on_line(at):
            self._grasp, self._line_at, self._grips = LINE, self._plane_point(at), self._grip_points()
        self._show_cursor(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows; else say what lies under the pointer."""
        at = event.position()
        self._pointer = at
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            away = at - self._pressed
            self._stirred = self._stirred or math.hypot(away.x(), away.y()) > _STIRS
            self._drag_to(at)
        else:
            self._look_at(at)
        if self._pencil:
            self._ghost = at if self._view_area().contains(at) else None
            self.update()
        self._say_pointed(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a point that was not dragged was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        clicked = self._chosen if self._grasp == POINT and not self._stirred else None
        if clicked is not None:
            self._grasp = ""
            self._click(clicked)
        self._let_go()
        self._set_chosen_thing(None, None)
        self._look_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On empty ground: a new point. On something: a second click."""
        at = event.position()
        taken = self._pencil or self._point_at(at) is not None or self._grip_at(at) is not None
        free = self._may_points and not taken
        if event.button() == Qt.MouseButton.LeftButton and free and self._view_area().contains(at):
            self.point_added.emit(*self._plane_point(at), self._class)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._pointer = self._ghost = None
        self._set_hot(None)
        self._say_pointed(None)

    def _click(self, index: int) -> None:
        """A point was clicked, or Space pressed on it: its class is to be another, where it has a class."""
        if self._layer.points.values is None and self._may_points:
            self.point_flipped.emit(index)
        self.point_clicked.emit(index)

    # Holding ---------------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        """The end of a movement, by hand or by keys. A moved point stays where it is until its owner knows of it."""
        grasp, self._grasp = self._grasp, ""
        self._pressed = self._last_drawn = self._grips = self._grip = None
        if grasp:
            self._settling = SETTLING
            self.released.emit()
        self.update()

    def _drag_to(self, at: QPointF) -> None:
        if self._grasp == PENCIL:
            self._draw_on(at)
        elif self._grasp == GRIP and self._grip is not None:
            self._turn_line(self._grip, self._plane_point(at))
        elif self._grasp == RULER and self._stirred:
            self._turn_line(1, self._plane_point(at))
        elif self._grasp == LINE:
            point, last = self._plane_point(at), self._line_at
            self._line_at = point
            self._shift_line(point[0] - last[0], point[1] - last[1])
        elif self._grasp == POINT and self._stirred and self._chosen is not None:
            self._move_point(self._chosen, self._plane_point(at + self._offset))

    def _move_point(self, index: int, point: Point) -> None:
        if not self._may_points:
            return
        self._held, self._held_at, self._settling = index, point, 0
        self._layer.set(self._layer.points.with_place(index, point))
        self._tell()
        self.update()
        self.point_moved.emit(index, *point)

    def _turn_line(self, grip: int, point: Point) -> None:
        """One handle goes to a point, the other one stays."""
        if self._line is None or self._grips is None:
            return
        other = self._grips[1 - grip]
        self._grips = (point, other) if grip == 0 else (other, point)
        self._set_line_to(self._line.through(*self._grips))

    def _shift_line(self, across: float, up: float) -> None:
        if self._line is not None and self._grips is not None:
            one, two = self._grips
            self._grips = ((one[0] + across, one[1] + up), (two[0] + across, two[1] + up))
            self._set_line_to(self._line.moved(across, up))

    def _set_line_to(self, line: Line) -> None:
        self._line = line
        self.update()
        self.line_dragged.emit(*line.values)

    def _draw_at(self, at: QPointF) -> None:
        self._last_drawn = at
        if self._view_area().contains(at):
            self.drawn.emit(*self._plane_point(at), self._class)

    def _draw_on(self, at: QPointF) -> None:
        """A point every few pixels of the way, however quickly the hand moves."""
        last = at if self._last_drawn is None else self._last_drawn
        step = self._themes.current.px(_PENCIL_STEP)
        way = at - last
        length = math.hypot(way.x(), way.y())
        for count in range(1, int(length / step) + 1):
            spot = last + way * (count * step / length)
            self._draw_at(spot)

    def _set_chosen_thing(self, point: int | None, grip: int | None) -> None:
        """Keys act on a point, or on a handle of the line."""
        self._chosen_grip = grip
        self.set_chosen(point)
        self._tell()
        self.update()

    # Pointing --------------------------------------------------------------------------------------------------------

    def _view_area(self) -> QRectF:
        return QRectF(self._view.left, self._view.top, self._view.width, self._view.height)

    def _plane_point(self, at: QPointF) -> Point:
        """The place under a pixel, or the nearest in the picture."""
        area = self._view_area()
        x, y = min(max(at.x(), area.left()), area.right()), min(max(at.y(), area.top()), area.bottom())
        return self._view.point_at(x, y)

    def _point_at(self, at: QPointF) -> int | None:
        reach = max(self._themes.current.target / 2.0, 12.0)
        if not self._layer.points.are_markers or not self._view_area().adjusted(-8, -8, 8, 8).contains(at):
            return None
        return self._layer.nearest(self._view, at, reach)

    def _grip_at(self, at: QPointF) -> int | None:
        spots, reach = self.grip_spots(), grip_reach(self._themes.current)
        away = [] if spots is None else [(spot - at) for spot in spots]
        near = [(math.hypot(way.x(), way.y()), grip) for grip, way in enumerate(away)]
        distance, grip = min(near, default=(math.inf, 0))
        return grip if distance <= reach else None

    def _is_on_line(self, at: QPointF) -> bool:
        if self._line is None or not (self._movable and self._may_line and self._view_area().contains(at)):
            return False
        scale = min(self._view.x_scale, self._view.y_scale)
        return self._line.distance(self._plane_point(at)) * scale <= self._themes.current.px(_LINE_REACH)

    def _rules_at(self, at: QPointF) -> bool:
        """Whether a press here begins another line."""
        usable = self._ruler and self._line is not None and self._movable and self._may_line
        return usable and self._view_area().contains(at) and not self._is_on_line(at)

    def _look_at(self, at: QPointF) -> None:
        self._set_hot(None if self._pencil or self._grip_at(at) is not None else self._point_at(at))
        self._show_cursor(at)

    def _show_cursor(self, at: QPointF) -> None:
        shapes = Qt.CursorShape
        on_thing = self._hot is not None or self._grip_at(at) is not None or self._is_on_line(at)
        if self._pencil or self._grasp == RULER:
            self.setCursor(shapes.CrossCursor)
        elif self._grasp:
            self.setCursor(shapes.ClosedHandCursor)
        elif self._rules_at(at) and self._grip_at(at) is None:
            self.setCursor(shapes.CrossCursor)
        else:
            self.setCursor(shapes.OpenHandCursor if on_thing else shapes.ArrowCursor)

    def _set_hot(self, index: int | None) -> None:
        if index != self._hot:
            self._hot = index
            self.hovered.emit(index, QPointF() if index is None else self.point_spot(index))
            self.update()

    def _say_pointed(self, at: QPointF | None) -> None:
        point = self._plane_point(at) if at is not None and self._view_area().contains(at) else None
        if point != self._ground_point:
            self._ground_point = point
            self.pointed.emit(point)

    def _forget_counted(self) -> None:
        self._counted = (-1, -1)

    def _points_changed(self) -> None:
        """What is chosen or pointed at may be gone, or another point may have come under the pointer."""
        count = len(self._layer.points)
        self._counted, before = (count, int(np.count_nonzero(self._layer.points.wrong))), self._counted
        if self._chosen is not None and self._chosen >= count:
            self.set_chosen(None)
        if self._chosen_grip is not None and self._grip_points() is None:
            self._chosen_grip = None
        if self._counted != before:
            self._tell()
        if self._pointer is not None and self._pressed is None:
            self._look_at(self._pointer)
        elif self._hot is not None and self._hot >= count:
            self._set_hot(None)
