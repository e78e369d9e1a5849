"""The line of one unit on a decision map: w1 x + w2 y + b = 0, its weight vector, a margin, and two handles.

The weight vector stands on the line and points to where the unit's sum is positive. Weights are no distances of the
plane: the arrow grows with them, and never fills the picture. Turning the line by a handle keeps the vector's length;
moving it keeps its direction too.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array, Rect
from gui.widgets.decision_map_field import paint_ink_line
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point, is_finite
from gui.widgets.map_shapes import arrow_outline
from gui.widgets.shapes import CENTRE, disc, rounded, text, text_width

GRIP_RADIUS = 7.0
_GRIP_SHARE = 0.32
_ARROW_SHARE = 0.42
_MARGIN = 0.07


@dataclass(frozen=True)
class Line:
    """w1 x + w2 y + b = 0, with half the width of its margin in units of the plane."""

    w1: float
    w2: float
    b: float
    margin: float | None = None

    @property
    def length(self) -> float:
        """The length of the weight vector."""
        return math.hypot(self.w1, self.w2)

    @property
    def values(self) -> tuple[float, float, float]:
        """The two weights and the bias."""
        return (self.w1, self.w2, self.b)

    def through(self, one: Point, two: Point) -> "Line":
        """The line through two points whose vector is as long as before and points to about the same side."""
        across, up = two[0] - one[0], two[1] - one[1]
        size = math.hypot(across, up)
        if size == 0.0:
            return self
        w1, w2 = -up / size * self.length, across / size * self.length
        if w1 * self.w1 + w2 * self.w2 < 0.0:
            w1, w2 = -w1, -w2
        return Line(w1, w2, -(w1 * one[0] + w2 * one[1]), self.margin)

    def moved(self, across: float, up: float) -> "Line":
        """The same line elsewhere."""
        return Line(self.w1, self.w2, self.b - self.w1 * across - self.w2 * up, self.margin)

    def distance(self, point: Point) -> float:
        """How far a point lies from it, in units of the plane."""
        return abs(self.w1 * point[0] + self.w2 * point[1] + self.b) / self.length


def line_of(values: object, margin: float | None = None) -> Line | None:
    """The line of (w1, w2, b); None where there is none: weights of 0, or numbers that are not finite."""
    if values is None:
        return None
    w1, w2, b = (float(value) for value in values)  # type: ignore[attr-defined]
    if not is_finite(w1, w2, b) or not 1e-150 < math.hypot(w1, w2) < 1e150:
        return None
    return Line(w1, w2, b, margin if margin is not None and is_finite(margin) and margin > 0.0 else None)


def segment(line: Line, rect: Rect) -> tuple[Point, Point] | None:
    """The part of the line inside the rectangle; None where it passes by."""
    x0, x1, y0, y1 = rect
    w1, w2, b = line.w1 / line.length, line.w2 / line.length, line.b / line.length
    spots: list[Point] = []
    if w2 != 0.0:
        spots += [(x, -(w1 * x + b) / w2) for x in (x0, x1)]
    if w1 != 0.0:
        spots += [(-(w2 * y + b) / w1, y) for y in (y0, y1)]
    near_x, near_y = 1e-9 * (x1 - x0), 1e-9 * (y1 - y0)
    inside = [(x, y) for x, y in spots if x0 - near_x <= x <= x1 + near_x and y0 - near_y <= y <= y1 + near_y]
    if len(inside) < 2:
        return None
    one, two = min(inside), max(inside)
    return None if one == two else (one, two)


def grips(line: Line, rect: Rect) -> tuple[Point, Point] | None:
    """Where the two handles stand: on the visible part, apart from each other."""
    ends = segment(line, rect)
    if ends is None:
        return None
    (x0, y0), (x1, y1) = ends
    middle, half = ((x0 + x1) / 2.0, (y0 + y1) / 2.0), (x1 - x0, y1 - y0)
    low = (middle[0] - half[0] * _GRIP_SHARE, middle[1] - half[1] * _GRIP_SHARE)
    return low, (middle[0] + half[0] * _GRIP_SHARE, middle[1] + half[1] * _GRIP_SHARE)


def paint_line(canvas: Canvas, line: Line, role: str = "ink") -> None:
    """Margin and line."""
    ends = segment(line, canvas.view.plane)
    if line.margin is not None:
        _paint_margin(canvas, line, line.margin)
    if ends is not None:
        paint_ink_line(canvas, np.array(ends), role)


def paint_rival(canvas: Canvas, line: Line) -> None:
    """Another line to compare with: dashed."""
    ends = segment(line, canvas.view.plane)
    if ends is None:
        return
    pen = QPen(canvas.theme.color("you"), canvas.theme.stroke("trail"))
    pen.setDashPattern(canvas.theme.dash("dash_prediction"))
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(canvas.pixel(ends[0]), canvas.pixel(ends[1]))


def _paint_margin(canvas: Canvas, line: Line, margin: float) -> None:
    """A band of ink about the line, with a hairline on either side."""
    x0, x1, y0, y1 = canvas.view.plane
    far = math.hypot(x1 - x0, y1 - y0) + abs(line.distance(((x0 + x1) / 2.0, (y0 + y1) / 2.0)))
    nx, ny = line.w1 / line.length, line.w2 / line.length
    middle = ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
    off = (line.w1 * middle[0] + line.w2 * middle[1] + line.b) / line.length
    foot = (middle[0] - nx * off, middle[1] - ny * off)
    corners = [
        (foot[0] + side * margin * nx - along * far * ny, foot[1] + side * margin * ny + along * far * nx)
        for side, along in ((1, 1), (1, -1), (-1, -1), (-1, 1))
    ]
    spots = [canvas.pixel(corner) for corner in corners]
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.theme.color("ink", _MARGIN))
    canvas.painter.drawPolygon(QPolygonF(spots))
    pen = QPen(canvas.theme.color("ink", 0.45), canvas.theme.stroke("hairline"))
    pen.setDashPattern([4.0, 3.0])
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(spots[0], spots[1])
    canvas.painter.drawLine(spots[2], spots[3])


def paint_weights(canvas: Canvas, line: Line) -> None:
    """The weight vector, from the middle of the line that is seen."""
    theme, painter, ends = canvas.theme, canvas.painter, segment(line, canvas.view.plane)
    if ends is None:
        return
    start = canvas.pixel(((ends[0][0] + ends[1][0]) / 2.0, (ends[0][1] + ends[1][1]) / 2.0))
    across, down = line.w1 * canvas.view.x_scale, -line.w2 * canvas.view.y_scale
    size = math.hypot(across, down)
    if size == 0.0:
        return
    way = QPointF(across / size, down / size)
    length = arrow_length(line, min(canvas.view.width, canvas.view.height))
    width, color = theme.stroke("arrow"), theme.color("plus")
    head = min(4.2 * width, 0.7 * length)
    painter.setPen(Qt.PenStyle.NoPen)
    for grown, tone in ((theme.stroke("casing") / 2.0, theme.color("panel", 0.85)), (0.0, color)):
        painter.setBrush(tone)
        painter.drawPolygon(arrow_outline(start, way, length, width, head, grown))
    if canvas.is_bare:
        return
    font, tip = theme.font("symbol"), start + way * (length + theme.px(11.0))
    wide, tall = text_width("w", font) + theme.px(6.0), theme.px(17.0)
    area = QPolygonF([tip - QPointF(wide, tall) / 2.0, tip + QPointF(wide, tall) / 2.0]).boundingRect()
    if canvas.picture.contains(area):
        rounded(painter, area, theme.px(5.0), theme.color("stage", 0.8))
        text(painter, area, "w", font, color, CENTRE)


def arrow_length(line: Line, side: float) -> float:
    """The arrow's length in pixels: rising with the weights, never as long as the picture."""
    return side * _ARROW_SHARE * line.length / (1.0 + line.length)


def paint_grips(canvas: Canvas, spots: tuple[Point, Point], held: int | None) -> None:
    """What can be taken hold of: violet rings."""
    for place, spot in enumerate(spots):
        if canvas.view.contains(*spot):
            centre, theme = canvas.pixel(spot), canvas.theme
            radius = theme.px(GRIP_RADIUS)
            if place == held:
                disc(canvas.painter, centre, theme.px(13.0), theme.color("you", 0.2))
            disc(canvas.painter, centre, radius, theme.color("panel"), theme.color("you"), theme.px(2.2))
            disc(canvas.painter, centre, theme.px(2.4), theme.color("you"))


def grip_reach(theme: Theme) -> float:
    """How near the pointer must come to a handle."""
    return max(theme.target / 2.0, theme.px(GRIP_RADIUS + 4.0))


def rows_of(points: Array) -> Array:
    """Points as (n, 2) float64, also of none."""
    return np.asarray(points, np.float64).reshape(-1, 2)
