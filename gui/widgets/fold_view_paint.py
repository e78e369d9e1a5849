"""The painting of a fold: the plane that comes in, the plane it becomes, and everything between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.class_signs import class_role
from gui.widgets.contours import Array, Rect
from gui.widgets.decision_map_field import Field, FieldLayer, flat_reach, paint_ink_line
from gui.widgets.decision_map_line import line_of, segment
from gui.widgets.decision_map_points import PointLayer, marker_radius, number_points, points_of
from gui.widgets.fold_view_plane import Camera, Range, between, cube_edges, flat, half_plane, plane_in_cube
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_frame import paint_border
from gui.widgets.paper import sharpness
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, disc, rounded, text, text_width
from gui.widgets.trails import pixel_lines
from gui.widgets.viewport import Viewport

_BEFORE, _AFTER = 0.22, 0.32
_UNIT = (-1.0, 1.0, -1.0, 1.0)
_SLOPE = 33


@dataclass
class FoldContent:
    """What a fold shows. Places (n, 2) of inputs and (n, 1 to 3) of hidden units; grid lines likewise.

    values: the numbers that are the answers instead of classes, on a scale from -most to most.
    """

    lines: tuple[Array, ...] = ()
    lines_before: tuple[Array, ...] | None = None
    axes: tuple[int, ...] = ()
    hidden: Array = field(default_factory=lambda: np.zeros((0, 2)))
    inputs: Array | None = None
    classes: Array = field(default_factory=lambda: np.zeros(0, np.uint8))
    wrong: Array | None = None
    train: Array | None = None
    values: Array | None = None
    most: float = 1.0
    line: tuple[float, ...] | None = None
    before: Range = field(default_factory=lambda: Range((0.0, 0.0), 1.5))
    after: Range = field(default_factory=lambda: Range((0.0, 0.0), 1.1))
    camera: Camera = field(default_factory=Camera)
    hidden_names: tuple[str, ...] = ("h₁", "h₂", "h₃")
    marked: int | None = None

    @property
    def depth(self) -> int:
        """How many hidden units are shown."""
        return len(self.after.centre)

    @property
    def output(self) -> tuple[float, ...]:
        """The weights and the bias of the output; of one unit with a second weight of 0; none that do not fit."""
        line = () if self.line is None else self.line
        if len(line) != self.depth + 1:
            return ()
        return (line[0], 0.0, line[1]) if self.depth == 1 else line

    @property
    def can_fold(self) -> bool:
        """Is it known where everything comes from?"""
        return self.inputs is not None or (self.lines_before is not None and len(self.lines_before) > 0)


class FoldPicture:
    """One square: the plane at some share of the way."""

    def __init__(self) -> None:
        self.field = FieldLayer(flat=True)
        self.after_field = FieldLayer(flat=True)
        self._slope = FieldLayer(flat=True)
        self._points = PointLayer()
        self._points_for: object = None

    def forget(self) -> None:
        """Points are others."""
        self._points_for = None

    def nearest(self, content: FoldContent, area: QRectF, share: float, at: QPointF, reach: float) -> int | None:
        """The point under a pixel."""
        self._place_points(content, share)
        return self._points.nearest(_view(_UNIT, area), at, reach) if self._points.points.are_markers else None

    def spot(self, content: FoldContent, area: QRectF, share: float, index: int) -> QPointF:
        """The pixel of a point."""
        self._place_points(content, share)
        x, y = self._points.pixels(_view(_UNIT, area))[index].tolist()
        return QPointF(x, y)

    def paint(
        self, painter: QPainter, theme: Theme, area: QRectF, content: FoldContent, share: float, ground: str
    ) -> None:
        """Ground, grid, line, points, border."""
        canvas = Canvas(painter, _view(_UNIT, area), theme, sharpness(painter))
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, theme.color("mid"))
        self._paint_ground(canvas, content, share, area)
        if content.depth == 3 and share > 0.0:
            _paint_cube(canvas, content, share)
        _paint_grid(canvas, content, share)
        if share > 0.5 and content.output:
            _paint_line(canvas, content, area, 2.0 * share - 1.0)
        self._place_points(content, share)
        self._points.paint(canvas)
        self._paint_marked(canvas, content)
        painter.restore()
        paint_border(painter, theme, canvas.view, ground)

    def _paint_ground(self, canvas: Canvas, content: FoldContent, share: float, area: QRectF) -> None:
        """The decision of the input plane fades away, then the two sides of the line fade in."""
        painter = canvas.painter
        if share < 0.5:
            painter.setOpacity(1.0 - 2.0 * share)
            self.field.paint(Canvas(painter, _view(content.before.rect, area), canvas.theme, canvas.ratio), line=False)
        elif share > 0.5 and content.depth < 3:
            painter.setOpacity(2.0 * share - 1.0)
            inner = Canvas(painter, _view(content.after.rect, area), canvas.theme, canvas.ratio)
            if self.after_field.field is not None:
                self.after_field.paint(inner)
            elif len(content.output) == 3 and content.values is None:
                _paint_sides(inner, content.output)
            elif len(content.output) == 3:
                self._slope.set_field(slope_of(content.output, content.after.rect, content.most))
                self._slope.paint(inner, line=False)
        painter.setOpacity(1.0)

    def _place_points(self, content: FoldContent, share: float) -> None:
        key = (share, content.camera, content.before, content.after)
        if key == self._points_for:
            return
        self._points_for = key
        places = way_of(content.inputs, content.hidden, content, share)
        train, wrong = (mask if mask is not None and len(mask) == len(places) else None
                        for mask in (content.train, content.wrong))  # fmt: skip
        if content.values is not None:
            self._points.set(number_points(places, content.values[: len(places)], content.most, train))
            return
        self._points.set(points_of(places, content.classes[: len(places)], train, wrong))

    def _paint_marked(self, canvas: Canvas, content: FoldContent) -> None:
        if content.marked is not None and content.marked < len(self._points.points):
            theme, far = canvas.theme, marker_radius(canvas.theme, len(self._points.points)) + canvas.theme.px(4.0)
            x, y = self._points.pixels(canvas.view)[content.marked].tolist()
            if np.isfinite((x, y)).all():
                disc(canvas.painter, QPointF(x, y), far, None, theme.color("panel"), theme.px(3.6))
                disc(canvas.painter, QPointF(x, y), far, None, theme.color("ink"), theme.px(1.6))


def _view(rect: tuple[float, float, float, float], area: QRectF) -> Viewport:
    return Viewport(rect, area.left(), area.top(), area.width(), area.height())


def way_of(before: Array | None, after: Array, content: FoldContent, share: float) -> Array:
    """Points on their way, in units of the picture from -1 to 1; without a beginning they are at their end."""
    if before is None or (share >= 1.0 and len(after)):
        return flat(content.after.unit(after), content.camera)
    start = content.before.unit(before)
    if share <= 0.0 or len(before) != len(after):
        return start
    return between(start, flat(content.after.unit(after), content.camera), share)


def slope_of(output: Sequence[float], rect: Rect, most: float) -> Field:
    """What an output (w1, w2, b) says over the hidden plane, where the answer is a number."""
    x, y = np.meshgrid(np.linspace(*rect[:2], _SLOPE), np.linspace(*rect[2:], _SLOPE))
    with np.errstate(over="ignore", invalid="ignore"):
        return Field(output[0] * x + output[1] * y + output[2], rect, most=most)


def _paint_sides(canvas: Canvas, line: Sequence[float]) -> None:
    """Both sides of the output's line in the colours of the classes."""
    theme, painter = canvas.theme, canvas.painter
    usable = line_of(line)
    if usable is None:
        return
    painter.fillRect(canvas.picture, theme.mix("mid", class_role(0), flat_reach()))
    side = half_plane(usable.values, canvas.view.plane)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mix("mid", class_role(1), flat_reach()))
    if len(side):
        painter.drawPolygon(polygon(canvas.view.to_pixels(side)))


def _paint_grid(canvas: Canvas, content: FoldContent, share: float) -> None:
    """The grid as thin lines; those of the two axes in two tones, so that each can be followed through the fold."""
    theme, painter = canvas.theme, canvas.painter
    alpha = _BEFORE + (_AFTER - _BEFORE) * share
    pens = (
        QPen(theme.color("ink", alpha * 1.2), _thin(theme)),
        QPen(theme.color("winter_ink", alpha * 1.5), _thin(theme)),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(canvas.view.left, canvas.view.top)
    for place, line in enumerate(_grid_in_pixels(canvas.view, content, share)):
        painter.setPen(pens[content.axes[place] % 2 if place < len(content.axes) else 0])
        for part in line:
            painter.drawPolyline(part)
    painter.translate(-canvas.view.left, -canvas.view.top)


def _grid_in_pixels(view: Viewport, content: FoldContent, share: float) -> list[list[QPolygonF]]:
    """Every line of the grid as what Qt can paint: all at once, and only what leaves the picture one by one."""
    starts, lines = content.lines_before, content.lines
    if not lines:
        return []
    whole = starts is not None and len(starts) == len(lines) and all(map(_same_length, starts, lines))
    if starts is None or whole:
        before = None if starts is None else np.concatenate(starts)
        places = way_of(before, np.concatenate(lines), content, share)
    else:
        places = np.concatenate([way_of(None, line, content, share) for line in lines])
    points = view.to_pixels(places) - (view.left, view.top)
    inside = np.all((points >= 0.0) & (points <= (view.width, view.height)), axis=1)
    ends = np.cumsum([len(line) for line in lines])
    found = []
    for begin, end in zip((0, *ends[:-1].tolist()), ends.tolist(), strict=True):
        part = points[begin:end]
        found.append([polygon(part)] if np.all(inside[begin:end]) else pixel_lines(part, view.width, view.height))
    return found


def _same_length(one: Array, other: Array) -> bool:
    return len(one) == len(other)


def _thin(theme: Theme) -> float:
    return 1.0 if not theme.presentation else theme.stroke("hairline") * 1.6


def _paint_line(canvas: Canvas, content: FoldContent, area: QRectF, alpha: float) -> None:
    """The output's straight line; of three units the plane inside the cube."""
    values = content.output
    if content.depth < 3 and len(values) == 3:
        line, inner = (
            line_of(values),
            Canvas(canvas.painter, _view(content.after.rect, area), canvas.theme, canvas.ratio),
        )
        ends = None if line is None else segment(line, content.after.rect)
        if ends is not None:
            paint_ink_line(inner, np.array(ends), "ink", alpha)
    elif content.depth == 3 and len(values) == 4:
        corners = plane_in_cube(values, content.after)
        if len(corners):
            shape = polygon(canvas.view.to_pixels(content.camera.seen(corners)))
            canvas.painter.setPen(QPen(canvas.theme.color("ink", alpha), canvas.theme.stroke("curve")))
            canvas.painter.setBrush(canvas.theme.color("ink", 0.10 * alpha))
            canvas.painter.drawPolygon(shape)


def _paint_cube(canvas: Canvas, content: FoldContent, alpha: float) -> None:
    """The edges of the cube, and the names of its axes at the ends of three of them."""
    theme, painter = canvas.theme, canvas.painter
    painter.setPen(QPen(theme.color("rule", 0.5 * alpha), theme.stroke("hairline")))
    for edge in cube_edges():
        ends = canvas.view.to_pixels(content.camera.seen(edge))
        painter.drawPolyline(QPolygonF([QPointF(*ends[0].tolist()), QPointF(*ends[1].tolist())]))
    font = theme.font("symbol")
    tall = QFontMetricsF(font).height()
    for axis, name in enumerate(content.hidden_names[:3]):
        corner = np.full((1, 3), -1.0)
        corner[0, axis] = 1.22
        x, y = canvas.view.to_pixels(content.camera.seen(corner))[0].tolist()
        wide = text_width(name, font) + theme.px(6.0)
        box = QRectF(x - wide / 2.0, y - tall / 2.0, wide, tall)
        rounded(painter, box, theme.px(4.0), theme.color("mid", 0.7 * alpha))
        text(painter, box, name, font, theme.color("soft", alpha), CENTRE)
