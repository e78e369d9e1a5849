"""How the diamond and the circle meet the loss of two weights: planes, ellipses, shapes, and where they touch.

An ellipse joins the weights of one loss. The diamond joins those of one sum of sizes, the circle those of one sum of
squares. The cheapest weights under a price lie where an ellipse and a shape touch and do not cross.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.map_content import Point
from gui.widgets.markers import paint_marker
from gui.widgets.penalty_content import TwoWeights
from gui.widgets.polylines import clip, polygon
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, elided, rounded, stroke, text, text_width
from gui.widgets.ticks import linear_ticks
from gui.widgets.viewport import Viewport
from sim.numerals import write_fixed, write_short
from sim.phrases import phrase, word

L1, L2, BOTH = "l1", "l2", "both"
TITLES = {L1: word("L1 and its diamond"), L2: word("L2 and its circle"), BOTH: word("L1 and L2 together")}
SHORT_TITLES = {L1: word("L1"), L2: word("L2"), BOTH: word("both")}
SHAPES = {L1: "diamond", L2: "circle", BOTH: "square"}
HANDLE = 8.0
_LEFT = 26.0
_GAP = 20.0
_NARROWEST = 150.0
_RINGS = (0.25, 1.0, 2.25, 4.0, 6.25, 9.0, 12.25, 16.0)
_RING_STEP = 0.36
_CORNERS = 121


@dataclass(frozen=True, eq=False)
class ShapesFace:
    """The planes in a box of `size`; `kinds` names the penalties that are shown, each in a plane of its own."""

    theme: Theme
    size: tuple[float, float]
    two: TwoWeights
    held: bool = False
    hot: bool = False

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """One plane for each penalty; where there is room for one alone, that of the last price above 0."""
        theme, (wide, tall) = self.theme, self.size
        fits = max(wide, tall) >= 2 * theme.px(_NARROWEST) + theme.px(_GAP)
        if fits:
            return L1, L2
        return (L2,) if self.two.l2 > 0.0 and not self.two.l1 > 0.0 else (L1,)

    @cached_property
    def heads(self) -> float:
        """The height of the two lines above a plane."""
        return self.theme.line_height("label") + self.theme.line_height("small") + self.theme.px(3.0)

    @cached_property
    def boxes(self) -> tuple[QRectF, ...]:
        """The places of planes with their words: beside or below each other, as they are larger."""
        gap, count, (wide, tall) = self.theme.px(_GAP), len(self.kinds), self.size
        if count == 1:
            return (QRectF(0, 0, wide, tall),)
        left, around = self.theme.px(_LEFT), self.heads + self.theme.line_height("caption") + self.theme.px(5.0)
        each, high = (wide - gap) / 2, (tall - gap) / 2
        if min(wide - left, high - around) > min(each - left, tall - around):
            return QRectF(0, 0, wide, high), QRectF(0, high + gap, wide, high)
        return QRectF(0, 0, each, tall), QRectF(each + gap, 0, each, tall)

    def view(self, plane: int) -> Viewport:
        """A square picture in the box of a plane, where the shown part is square."""
        box, theme, area = self.boxes[plane], self.theme, self.two.area
        left, foot = theme.px(_LEFT), theme.line_height("caption") + theme.px(5.0)
        wide, high = max(20.0, box.width() - left), max(20.0, box.height() - self.heads - foot)
        longer = (area[1] - area[0]) / (area[3] - area[2])
        width = min(wide, high * longer)
        return Viewport(area, box.left() + left, box.top() + self.heads, width, width / longer)

    def result(self, kind: str) -> Point:
        """Where a price leads."""
        return {L1: self.two.result_l1, L2: self.two.result_l2, BOTH: self.two.both}[kind]

    def price(self, kind: str) -> float:
        """What a unit of it costs."""
        return self.two.l1 if kind == L1 else self.two.l2

    def spot(self, plane: int, weights: Point) -> QPointF:
        """The pixel of two weights."""
        return QPointF(*self.view(plane).pixel_of(*weights))

    def handle_at(self, at: QPointF) -> int:
        """The plane whose handle lies under a pixel; -1 for none."""
        reach = max(self.theme.target / 2.0, self.theme.px(HANDLE))
        spots = (self.spot(plane, self.two.optimum) for plane in range(len(self.kinds)))
        return next((plane for plane, spot in enumerate(spots) if _distance(spot, at) <= reach), -1)

    def plane_at(self, at: QPointF) -> int:
        """The plane under a pixel; -1 for none."""
        for plane in range(len(self.kinds)):
            view = self.view(plane)
            if QRectF(view.left, view.top, view.width, view.height).contains(at):
                return plane
        return -1

    def words(self, kind: str) -> str:
        """The price and where it leads."""
        w1, w2 = (write_fixed(weight, 3) for weight in self.result(kind))
        price = write_short(self.price(kind), 3)
        return phrase("λ = {price}:  w₁ {w1}  w₂ {w2}", price=price, w1=w1, w2=w2)

    def few_words(self, kind: str) -> str:
        """Where the price leads, for little room."""
        w1, w2 = (write_fixed(weight, 2) for weight in self.result(kind))
        return phrase("w₁ {w1}  w₂ {w2}", w1=w1, w2=w2)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What stands above each plane: all in full, or all short."""
        room, font = self.boxes[0].width() - self.theme.px(_LEFT), self.theme.font("label")
        fit = all(text_width(TITLES[kind], font) <= room for kind in self.kinds)
        return TITLES if fit else SHORT_TITLES


def ellipse(two: TwoWeights, loss: float) -> Array:
    """The weights (n, 2) of one loss."""
    values, axes = np.linalg.eigh(np.asarray(two.curvature, np.float64))
    around = np.linspace(0.0, 2.0 * np.pi, _CORNERS)
    radii = np.sqrt(2.0 * max(loss, 0.0) / np.maximum(values, 1e-9))
    points: Array = np.asarray(two.optimum) + (np.column_stack((np.cos(around), np.sin(around))) * radii) @ axes.T
    return points


def shape_through(kind: str, weights: Point) -> Array:
    """The diamond or the circle (n, 2) on which two weights lie."""
    if kind == L1:
        size = abs(weights[0]) + abs(weights[1])
        return size * np.array(((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)))
    around, size = np.linspace(0.0, 2.0 * np.pi, _CORNERS), math.hypot(*weights)
    return size * np.column_stack((np.cos(around), np.sin(around)))


def paint_shapes(painter: QPainter, face: ShapesFace) -> None:
    """All planes."""
    for plane, kind in enumerate(face.kinds):
        _paint_head(painter, face, plane, kind)
        _paint_axes(painter, face, plane)
        view = face.view(plane)
        painter.save()
        painter.setClipRect(QRectF(view.left, view.top, view.width, view.height))
        _paint_loss(painter, face, view, kind)
        painter.restore()
        _paint_points(painter, face, plane, kind)


def _paint_head(painter: QPainter, face: ShapesFace, plane: int, kind: str) -> None:
    theme, box, view = face.theme, face.boxes[plane], face.view(plane)
    line = QRectF(view.left, box.top(), box.right() - view.left, theme.line_height("label"))
    font = theme.font("label")
    text(painter, line, face.titles[kind], font, theme.color("ink"), LEFT)
    small = QRectF(line.left(), line.bottom(), line.width(), theme.line_height("small"))
    fits = text_width(face.words(kind), theme.font("small")) <= small.width()
    words = face.words(kind) if fits else elided(face.few_words(kind), theme.font("small"), small.width())
    text(painter, small, words, theme.font("small"), theme.color("soft"), LEFT)


def _paint_axes(painter: QPainter, face: ShapesFace, plane: int) -> None:
    theme, view = face.theme, face.view(plane)
    area = QRectF(view.left, view.top, view.width, view.height)
    rounded(painter, area, theme.size("radius_cell"), theme.color("stage"), theme.color("line"))
    x0, x1, y0, y1 = view.plane
    zero = QPointF(*view.pixel_of(0.0, 0.0))
    color, width = theme.color("rule"), theme.stroke("hairline")
    if area.left() <= zero.x() <= area.right():
        stroke(painter, QPointF(round(zero.x()) + 0.5, area.top()), QPointF(round(zero.x()) + 0.5, area.bottom()),
               color, width)  # fmt: skip
    if area.top() <= zero.y() <= area.bottom():
        stroke(painter, QPointF(area.left(), round(zero.y()) + 0.5), QPointF(area.right(), round(zero.y()) + 0.5),
               color, width)  # fmt: skip
    font, high, faint = theme.font("caption"), theme.line_height("caption"), theme.color("faint")
    across = linear_ticks(x0, x1, max(2.0, view.width / theme.px(64.0)))
    for value, words in zip(across.values, across.texts, strict=True):
        x, wide = view.pixel_of(value, y0)[0], text_width(words, font)
        left = min(max(x - wide / 2, area.left()), area.right() - wide)
        text(painter, QRectF(left, area.bottom() + theme.px(3.0), wide, high), words, font, faint, LEFT)
    up = linear_ticks(y0, y1, max(2.0, view.height / theme.px(44.0)))
    for value, words in zip(up.values, up.texts, strict=True):
        y = min(max(view.pixel_of(x0, value)[1], area.top() + high / 2), area.bottom() - high / 2)
        box = QRectF(area.left() - theme.px(34.0), y - high / 2, theme.px(29.0), high)
        text(painter, box, words, font, faint, RIGHT)
    symbol, tall = theme.font("symbol"), theme.line_height("symbol")
    name = QRectF(area.right() - theme.px(24.0), zero.y() + theme.px(1.0), theme.px(20.0), tall)
    text(painter, name, "w₁", symbol, theme.color("soft"), RIGHT)
    name = QRectF(zero.x() + theme.px(5.0), area.top() + theme.px(2.0), theme.px(20.0), tall)
    text(painter, name, "w₂", symbol, theme.color("soft"), LEFT)


def _paint_loss(painter: QPainter, face: ShapesFace, view: Viewport, kind: str) -> None:
    theme, two = face.theme, face.two
    scale = _RING_STEP**2 * float(np.linalg.eigvalsh(two.curvature)[0] + np.linalg.eigvalsh(two.curvature)[-1]) / 4.0
    for ring in _RINGS:
        _line(painter, view, ellipse(two, ring * scale), theme.color("relief_line", 0.55), theme.stroke("hairline"))
    result = face.result(kind)
    shape = shape_through(kind, result)
    inside = polygon(view.to_pixels(shape))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink", 0.09))
    painter.drawPolygon(inside)
    width = theme.stroke("curve_chosen")
    if face.price(kind) > 0.0:
        _line(painter, view, ellipse(two, two.loss_at(result)), theme.color("relief_line"), width)
    _line(painter, view, shape, theme.color("ink"), width)


def _line(painter: QPainter, view: Viewport, points: Array, color: QColor, width: float) -> None:
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = (view.left - 2.0, view.top - 2.0, view.left + view.width + 2.0, view.top + view.height + 2.0)
    for part in clip(view.to_pixels(points), box):
        if len(part) > 1:
            painter.drawPolyline(polygon(part))


def _paint_points(painter: QPainter, face: ShapesFace, plane: int, kind: str) -> None:
    theme = face.theme
    result, optimum = face.spot(plane, face.result(kind)), face.spot(plane, face.two.optimum)
    if face.two.l1 > 0.0 and face.two.l2 > 0.0:
        both = face.spot(plane, face.two.both)
        paint_marker(painter, SHAPES[BOTH], both, theme.px(4.0), theme.color("soft"), theme.color("stage"), 1.2)
    reach = theme.px(HANDLE)
    if face.hot or face.held:
        disc(painter, optimum, reach + theme.px(5.0), theme.color("you", 0.2))
    disc(painter, optimum, reach - theme.px(1.0), theme.color("stage"), theme.color("you"), theme.px(2.4))
    disc(painter, optimum, theme.px(2.4), theme.color("you"))
    paint_marker(painter, SHAPES[kind], result, theme.px(5.5), theme.color("ink"), theme.color("stage"), theme.px(1.6))
    if _distance(result, optimum) > 2.2 * reach:
        _paint_name(painter, face, plane, optimum)


def _paint_name(painter: QPainter, face: ShapesFace, plane: int, optimum: QPointF) -> None:
    """What the handle is, beside it, where that leaves the picture free."""
    theme, view, font = face.theme, face.view(plane), face.theme.font("caption")
    words = word("lowest loss")
    wide, high = text_width(words, font), theme.line_height("caption")
    left = min(max(optimum.x() - wide / 2, view.left + 2.0), view.left + view.width - wide - 2.0)
    above = optimum.y() - theme.px(HANDLE + 4.0) - high
    top = above if above > view.top else optimum.y() + theme.px(HANDLE + 4.0)
    plate = QRectF(left - 2.0, top, wide + 4.0, high)
    painter.fillRect(plate, theme.color("stage", 0.75))
    text(painter, plate, words, font, theme.color("you"), CENTRE)


def _distance(one: QPointF, two: QPointF) -> float:
    return math.hypot(one.x() - two.x(), one.y() - two.y())


def moved(two: TwoWeights, optimum: Point) -> TwoWeights:
    """The same with the lowest loss elsewhere, kept inside what is shown."""
    x0, x1, y0, y1 = two.area
    return replace(two, optimum=(min(max(optimum[0], x0), x1), min(max(optimum[1], y0), y1)))
