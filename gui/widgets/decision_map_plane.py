"""The plane of a decision map: what its owner says about it, and which part of it lies where.

The picture is square where the plane is, and lies in the middle of the widget; a plane more than twice as long as it is
wide is stretched to fill it. `DecisionPicture` paints it, `DecisionMap` adds the hands.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.decision_map_field import Field, FieldLayer
from gui.widgets.decision_map_line import Line, grips, line_of
from gui.widgets.decision_map_lines import NamedLine
from gui.widgets.decision_map_points import PointLayer, Points, is_same, number_points, points_of
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point, is_finite, point_or_none
from gui.widgets.map_frame import frame_for
from gui.widgets.ticks import is_usable, signed
from gui.widgets.value_signs import reach_of_numbers, scale_height
from gui.widgets.viewport import Viewport

_LONGEST = 2.2
_START: Rect = (-1.5, 1.5, -1.5, 1.5)
SETTLING = 12  # times the owner may still send a point's old place after the hand has let go


class DecisionPlane(QWidget):
    """See the module's text."""

    keeps_shape = True

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._domain = _START
        self._view = Viewport(_START, 0.0, 0.0, 1.0, 1.0)
        self._field = FieldLayer()
        self._layer = PointLayer()
        self._given: tuple[object, ...] = ()
        self._own = Points()
        self._most: float | None = None
        self._line: Line | None = None
        self._rival: Line | None = None
        self._line_role = "ink"
        self._others: tuple[NamedLine, ...] = ()
        self._met: tuple[int, bool] | None = None
        self._movable = self._may_points = self._may_line = True
        self._crosshair: Point | None = None
        self._names = ("x₁", "x₂")
        self._value_name = ""
        self._caption = ("", "")
        self._ground_role = "stage"
        self._still: QPixmap | None = None
        self._class = 1
        self._pencil = False
        self._chosen: int | None = None
        self._hot: int | None = None
        self._held: int | None = None
        self._held_at: Point | None = None
        self._settling = 0
        self._grips: tuple[Point, Point] | None = None
        self._grip: int | None = None
        self._chosen_grip: int | None = None
        self._ghost: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        themes.changed.connect(self._on_theme)
        self._lay_out()

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_domain(self, rect: Rect) -> None:
        """The part of the plane that is shown: x from, x to, y from, y to. Ignored where it is no rectangle."""
        x0, x1, y0, y1 = (float(side) for side in rect)
        if is_usable(x0, x1) and is_usable(y0, y1) and (x0, x1, y0, y1) != self._domain:
            self._domain = (x0, x1, y0, y1)
            self._lay_out()

    def set_field(self, values: Array | None, rect: Rect | None = None, low: float = 0.0) -> None:
        """What is decided over `rect` (the whole picture where none is given), row 0 at the lowest y.

        values (rows, columns): one output from `low` (class 0: 0 for a sigmoid, -1 for tanh) to 1 (class 1);
        (classes, rows, columns): shares of several classes. None shows no field.
        """
        self._field.set_field(None if values is None else self._field_of(values, rect, low))
        self.update()

    def set_disagreement(self, values: Array | None, rect: Rect | None = None, most: float = 0.5) -> None:
        """The standard deviation (rows, columns) of twins' outputs instead of the decision; None shows that again.

        most: the largest standard deviation there can be (half the range of the output).
        """
        spread = None if values is None else self._field_of(np.asarray(values, np.float64) / most, rect, 0.0)
        self._field.set_spread(spread and replace(spread, most=None))
        self._tell()
        self.update()

    def set_points(self, places: Array, classes: Array, train: Array | None = None, wrong: Array | None = None) -> None:
        """Points (n, 2) of classes (n,): `train` is False for points of the test (hollow), `wrong` rings a point.

        The point that the learner holds stays in the hand. Arrays must not be changed afterwards: the same ones again
        cost nothing.
        """
        given = (places, classes, train, wrong)
        if self._is_given(given):
            return
        known = len(self._given) == 4 and places is self._given[0] and classes is self._given[1]
        self._own = self._own.with_masks(train, wrong) if known else points_of(places, classes, train, wrong)
        self._set_most(None)
        self._take(given)

    def set_values(
        self, places: Array, values: Array, train: Array | None = None, most: float | None = None, name: str = ""
    ) -> None:
        """Points (n, 2) whose answers are numbers (n,): colours reach from -most to most, and so do those of the field.

        most: where the scale ends, else a round number not below any of the points. `set_points` shows classes again.
        name: of the number, beside its scale.
        """
        given = (places, values, train, most, name)
        if self._is_given(given):
            return
        usable = most is not None and is_finite(most) and most > 0.0
        end = float(most) if usable and most is not None else reach_of_numbers(np.asarray(values, np.float64))
        self._own = number_points(places, values, end, train)
        self._value_name = name
        self._set_most(end)
        self._take(given)

    def set_line(
        self,
        line: tuple[float, float, float] | None,
        margin: float | None = None,
        movable: bool = True,
        role: str = "ink",
    ) -> None:
        """The line w1 x + w2 y + b = 0 of one unit, with half the width of its margin in units of the plane.

        None, weights of zero and numbers that are not finite draw none. Ignored while the learner holds the line.
        """
        self._movable, self._line_role = movable, role
        if self._grips is None:
            self._line = line_of(line, margin)
            self._points_changed()
            self.update()

    def set_rival(self, line: tuple[float, float, float] | None) -> None:
        """A second line, dashed: what the learner proposed."""
        self._rival = line_of(line)
        self.update()

    def set_lines(self, lines: Sequence[NamedLine]) -> None:
        """Lines of other units, with their names."""
        if tuple(lines) != self._others:
            self._others = tuple(lines)
            self.update()

    def set_met(self, index: int | None, changed: bool = False) -> None:
        """The point that a unit looks at just now, and whether it made somebody change; None: none."""
        met = None if index is None else (int(index), bool(changed))
        if met != self._met:
            self._met = met
            self.update()

    def set_class(self, index: int) -> None:
        """Of which class the points are that the learner adds."""
        self._class = max(0, int(index))
        self.update()

    def set_pencil(self, on: bool) -> None:
        """Does dragging draw new points?"""
        self._pencil = bool(on)
        self._ghost = None
        self._tell()
        self.update()

    def set_crosshair(self, point: Point | None) -> None:
        """A place that is pointed at in another picture."""
        point = point_or_none(point)
        if point != self._crosshair:
            self._crosshair = point
            self.update()

    def set_caption(self, title: str, subtitle: str = "") -> None:
        """Words in the upper left corner."""
        self._caption = (title, subtitle)
        self._tell()
        self.update()

    def set_axis_names(self, x: str, y: str) -> None:
        """What stands at the ends of the axes."""
        self._names = (x, y)
        self._forget_still()

    def set_ground_role(self, role: str) -> None:
        """The role of the colour around the picture ("stage", "panel")."""
        self._ground_role = role
        self._forget_still()

    def set_chosen(self, index: int | None) -> None:
        """The point that keys act on; None: none."""
        chosen = None if index is None or not 0 <= index < len(self._layer.points) else int(index)
        if chosen != self._chosen:
            self._chosen = chosen
            self._tell()
            self.update()

    # What others may ask ---------------------------------------------------------------------------------------------

    @property
    def view(self) -> Viewport:
        """What is shown, and where."""
        return self._view

    @property
    def chosen(self) -> int | None:
        """The point that keys act on."""
        return self._chosen

    def point_spot(self, index: int) -> QPointF:
        """The pixel of a point: an anchor for a bubble."""
        x, y = self._layer.pixels(self._view)[index].tolist()
        return QPointF(x, y)

    def grip_spots(self) -> tuple[QPointF, QPointF] | None:
        """The pixels of the line's two handles."""
        spots = self._grip_points()
        return None if spots is None else (self._pixel(spots[0]), self._pixel(spots[1]))

    def sizeHint(self) -> QSize:
        """A square with axes."""
        theme = self._themes.current
        return QSize(round(theme.px(340)), round(theme.px(330)))

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        theme = self._themes.current
        return QSize(round(theme.px(120)), round(theme.px(120)))

    # Points ----------------------------------------------------------------------------------------------------------

    def _is_given(self, given: tuple[object, ...]) -> bool:
        """Are these the very arrays that are shown, and equal numbers and words?"""
        return len(given) == len(self._given) and all(map(is_same, given, self._given))

    def _take(self, given: tuple[object, ...]) -> None:
        before = self._layer.points
        self._given = given
        self._layer.set(self._as_held(self._own))
        if self._chosen is not None and not self._layer.points.keeps(self._chosen, before):
            self.set_chosen(None)
        self._points_changed()
        self.update()

    def _set_most(self, most: float | None) -> None:
        """The end of the scale of numbers; None: classes are shown."""
        if most == self._most:
            return
        had, self._most = self._most is not None, most
        field = self._field.field
        if field is not None and not field.is_scores:
            self._field.set_field(replace(field, most=most))
        if had != (most is not None):
            self._lay_out()
            self._forget_counted()
        self._forget_still()

    # Geometry --------------------------------------------------------------------------------------------------------

    def _field_of(self, values: Array, rect: Rect | None, low: float) -> Field | None:
        table = np.asarray(values)
        if table.size == 0 or table.ndim not in (2, 3):
            return None
        x0, x1, y0, y1 = (float(side) for side in (rect or self._domain))
        return Field(table, (x0, x1, y0, y1), low, self._most if table.ndim == 2 else None)

    def _pixel(self, point: Point) -> QPointF:
        return Canvas(QPainter(), self._view, self._themes.current, 1.0).pixel(point)

    def _grip_points(self) -> tuple[Point, Point] | None:
        if self._line is None or not self._movable or not self._may_line:
            return None
        return self._grips or grips(self._line, self._view.plane)

    def _as_held(self, points: Points) -> Points:
        """The points with the one that is held where the hand has it, also until the owner knows its new place."""
        if self._held is None or self._held_at is None:
            return points
        index, at = self._held, self._held_at
        self._settling -= 1 if self._settling else 0
        known = index < len(points) and bool(np.allclose(points.places[index], at, rtol=1e-6, atol=1e-9))
        if index >= len(points) or self._settling == 1 or (known and self._settling):
            self._held = self._held_at = None
            self._settling = 0
            return points
        return points if known else points.with_place(index, at)

    def _foot(self) -> float:
        """The room below the axes: that of the scale of numbers."""
        theme = self._themes.current
        has_axes = frame_for(theme, self.width(), self.height()).axes
        return scale_height(theme) if self._most is not None and has_axes else 0.0

    def _lay_out(self) -> None:
        theme, frame = self._themes.current, frame_for(self._themes.current, self.width(), self.height())
        # Above and at the right, a point on the edge of the picture is not cut.
        air = math.ceil(theme.stroke("marker_map") + theme.px(2.0)) if frame.axes else 0
        x0, x1, y0, y1 = self._domain
        longer = (x1 - x0) / (y1 - y0)
        width, height = frame.width - air, frame.height - air - self._foot()
        if self.keeps_shape and 1.0 / _LONGEST <= longer <= _LONGEST:
            width = min(width, height * longer)
            height = width / longer
        left = frame.left + math.floor((frame.width - air - width) / 2.0)
        self._view = Viewport(self._domain, left, frame.top + air, max(1.0, width), max(1.0, height))
        self._forget_still()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        self._lay_out()

    def _on_theme(self) -> None:
        self._lay_out()
        self.updateGeometry()

    def _forget_still(self) -> None:
        self._still = None
        self.update()

    def _points_changed(self) -> None:
        """Points or line are others: the hands look what lies under them now."""

    def _forget_counted(self) -> None:
        """Points have another kind of answer: what is said of them is another."""

    def _tell(self) -> None:
        """Say what is shown to those who listen: the hands know."""

    def place_text(self, point: Point) -> str:
        """Coordinates, as fine as a pixel."""
        scales = (self._view.x_scale, self._view.y_scale)
        digits = [min(9, max(0, math.ceil(math.log10(scale)))) for scale in scales]
        return f"({signed(f'{point[0]:.{digits[0]}f}')}, {signed(f'{point[1]:.{digits[1]}f}')})"
