"""What stands at a racer's ball: the gradient it has piled up, how the ground bends there, where noise may push it.

Squares: for each coordinate a square whose area is the sum of the squared gradients so far, along x below to the right
of the ball and along y above to the left, so that they meet in the ball and never cover each other. All racers' squares
are scaled by one factor, which makes the largest side `_LARGEST` long: sizes can be compared, areas have no unit.

Cross: the two directions in which the ground bends most and least. Where it bends upwards (a valley across it), arrows
point to the ball, in `plus` and with a plus sign; where it bends downwards (a ridge), away from it, in `minus` and with
a minus sign. The stronger bend has the longer arm. More than two crosses are small, without signs and words.
"""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen, QPolygonF

from gui.language import say
from gui.widgets.labels import Box, Label
from gui.widgets.map_canvas import Canvas, around, walls_along
from gui.widgets.map_content import Cone, Point
from gui.widgets.map_shapes import arrow_outline
from gui.widgets.map_spots import Spot
from gui.widgets.shapes import CENTRE, text, text_width
from sim.phrases import word

_LARGEST, _LARGEST_SHARE = 46.0, 0.2
_LEAST_SIDE = 1.5
_ROOM_FOR_NAME = 7.0
_SQUARE_FILL, _SQUARE_EDGE = 0.22, 0.85
_CONE_FILL, _CONE_EDGE = 0.2, 0.7
_CONE_FLAT = 0.12
_FAR = 20_000.0
_ARM, _SHORTEST_ARM = 34.0, 0.6
_SIGN_GAP, _SIGN_REACH, _WORD_GAP = 9.0, 8.0, 22.0
_FEW, _SMALL = 2, 0.66
_SIGNS = {True: "+", False: "−"}

Curvatures = tuple[float, float, float]


def paint_squares(
    canvas: Canvas, squares: Mapping[str, Point], spots: Sequence[Spot], axis_names: tuple[str, str]
) -> None:
    """The squares of all racers in the picture, one measure for all; those of a single racer say which axis is theirs.
    """
    places = [(spot, squares[spot.key]) for spot in spots if spot.key in squares and not spot.is_outside]
    most = max((math.sqrt(sum_) for _, sums in places for sum_ in sums), default=0.0)
    if canvas.is_bare or not most > 0.0:
        return
    largest = min(canvas.theme.px(_LARGEST), _LARGEST_SHARE * canvas.view.height)
    theme, painter = canvas.theme, canvas.painter
    for spot, sums in places:
        for name, box in zip(axis_names, square_boxes(spot, sums, largest / most), strict=True):
            if box.width() >= _LEAST_SIDE:
                _paint_square(canvas, box)
                font = theme.font("symbol")
                if len(places) == 1 and box.width() >= text_width(name, font) + theme.px(_ROOM_FOR_NAME):
                    text(painter, box, name, font, theme.color("grad"), CENTRE)


def _paint_square(canvas: Canvas, box: QRectF) -> None:
    """A tint with a hairline inside its edge, in whole pixels: plain fills are quick."""
    line, fill = canvas.theme.color("grad", _SQUARE_EDGE), canvas.theme.color("grad", _SQUARE_FILL)
    left, top = round(box.left()), round(box.top())
    side, thin = max(2, round(box.width())), int(canvas.theme.stroke("hairline"))
    canvas.painter.fillRect(left, top, side, side, fill)
    for x, y, wide, tall in (
        (left, top, side, thin),
        (left, top + side - thin, side, thin),
        (left, top + thin, thin, side - 2 * thin),
        (left + side - thin, top + thin, thin, side - 2 * thin),
    ):
        canvas.painter.fillRect(x, y, wide, tall, line)


def square_boxes(spot: Spot, sums: Point, scale: float) -> tuple[QRectF, QRectF]:
    """The squares of the sums along x and along y; `scale` pixels per root of a sum."""
    across, up = math.sqrt(sums[0]) * scale, math.sqrt(sums[1]) * scale
    return QRectF(spot.x, spot.y, across, across), QRectF(spot.x - up, spot.y - up, up, up)


def paint_cone(canvas: Canvas, cone: Cone) -> None:
    """A translucent wedge with its two edges."""
    if canvas.is_bare or cone.direction == (0.0, 0.0) or not canvas.view.contains(*cone.apex):
        return
    half = min(abs(cone.opening) / 2.0, math.pi)
    count = max(2, math.ceil(2.0 * half / _CONE_FLAT))
    rim = [_turned(canvas, cone, half * (2.0 * step / count - 1.0)) for step in range(count + 1)]
    apex, painter, theme = canvas.pixel(cone.apex), canvas.painter, canvas.theme
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grad", _CONE_FILL))
    painter.drawPolygon(QPolygonF([apex, *rim]))
    painter.setPen(QPen(theme.color("grad", _CONE_EDGE), theme.stroke("hairline")))
    if half < math.pi:
        painter.drawLine(apex, rim[0])
        painter.drawLine(apex, rim[-1])


def _turned(canvas: Canvas, cone: Cone, angle: float) -> QPointF:
    """The end of the cone's direction, turned in the plane; as a pixel that a painter can bear."""
    cosine, sine = math.cos(angle), math.sin(angle)
    dx, dy = cone.direction
    x, y = cone.apex[0] + dx * cosine - dy * sine, cone.apex[1] + dx * sine + dy * cosine
    spot, apex = canvas.pixel((x, y)), canvas.pixel(cone.apex)
    away = spot - apex
    far = math.hypot(away.x(), away.y())
    return spot if far <= _FAR else apex + away * (_FAR / far)


# Curvature ---------------------------------------------------------------------------------------------------------


def kind_of(low: float, high: float) -> str:
    """What the ground is like where it bends so."""
    if low == 0.0 and high == 0.0:
        return "flat"
    return word("valley") if low >= 0.0 else word("ridge") if high <= 0.0 else word("saddle")


def paint_crosses(canvas: Canvas, crosses: Mapping[str, Curvatures], spots: Sequence[Spot]) -> None:
    """The crosses of racers in the picture."""
    if not canvas.is_roomy:
        return
    for spot in spots:
        if spot.key in crosses and not spot.is_outside:
            _paint_cross(canvas, QPointF(spot.x, spot.y), crosses[spot.key], len(crosses) <= _FEW)


def _paint_cross(canvas: Canvas, ball: QPointF, curvatures: Curvatures, is_large: bool) -> None:
    for way, whole, is_valley in _arms(canvas, curvatures):
        arm = whole if is_large else whole * _SMALL
        for side in (way, -way):
            _paint_arm(canvas, ball, side, arm, is_valley)
        if is_large:
            _paint_sign(canvas, ball + way * (arm + canvas.theme.px(_SIGN_GAP)), is_valley)


def _arms(canvas: Canvas, curvatures: Curvatures) -> list[tuple[QPointF, float, bool]]:
    """Direction and length of the arms along both axes of the bend, and whether it bends upwards there."""
    low, high, angle = curvatures
    most = max(abs(low), abs(high))
    return [
        (
            _way(canvas, angle + turn),
            canvas.theme.px(_ARM) * (_SHORTEST_ARM + (1.0 - _SHORTEST_ARM) * abs(value) / most),
            value > 0.0,
        )
        for value, turn in ((low, math.pi / 2.0), (high, 0.0))
        if value != 0.0
    ]


def _way(canvas: Canvas, angle: float) -> QPointF:
    """A direction of the plane as a unit vector on the screen."""
    x, y = math.cos(angle) * canvas.view.x_scale, -math.sin(angle) * canvas.view.y_scale
    length = math.hypot(x, y)
    return QPointF(x / length, y / length)


def _paint_arm(canvas: Canvas, ball: QPointF, way: QPointF, arm: float, inward: bool) -> None:
    theme, painter = canvas.theme, canvas.painter
    width, near = theme.stroke("curve_chosen"), theme.stroke("marker") * 1.45
    head = min(theme.px(8.0), (arm - near) * 0.6)
    start, along = (ball + way * arm, -way) if inward else (ball + way * near, way)
    painter.setPen(Qt.PenStyle.NoPen)
    for ink, grown in (
        (theme.color("panel", 0.85), theme.stroke("casing") / 2.0),
        (theme.color("plus" if inward else "minus"), 0.0),
    ):
        painter.setBrush(ink)
        painter.drawPolygon(arrow_outline(start, along, arm - near, width, head, grown))


def _paint_sign(canvas: Canvas, at: QPointF, positive: bool) -> None:
    theme = canvas.theme
    half = theme.px(_SIGN_REACH)
    box = QRectF(at.x() - half, at.y() - half, 2.0 * half, 2.0 * half)
    _plate(canvas, box, theme.color("stage", 0.8))
    color = theme.color("plus" if positive else "minus")
    text(canvas.painter, box, _SIGNS[positive], theme.font("label"), color, CENTRE)


def _plate(canvas: Canvas, box: QRectF, color: QColor) -> None:
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(color)
    canvas.painter.drawEllipse(box)


def cross_key(key: str) -> str:
    """The name of a cross's word among all words of a map."""
    return f"cross {key}"


def cross_labels(canvas: Canvas, crosses: Mapping[str, Curvatures], spots: Sequence[Spot]) -> list[Label]:
    """The words "saddle", "valley", "ridge" of crosses, to be placed beside the arms."""
    if not canvas.is_roomy or len(crosses) > _FEW:
        return []
    metrics, theme = QFontMetricsF(canvas.theme.font("caption")), canvas.theme
    return [
        Label(
            cross_key(spot.key),
            spot.x,
            spot.y,
            metrics.horizontalAdvance(say(kind_of(*crosses[spot.key][:2]))) + theme.px(10.0),
            metrics.height() + theme.px(2.0),
            theme.px(_WORD_GAP),
        )
        for spot in spots
        if spot.key in crosses and not spot.is_outside
    ]


def cross_walls(canvas: Canvas, crosses: Mapping[str, Curvatures], spots: Sequence[Spot]) -> list[Box]:
    """What words must not cover."""
    if not canvas.is_roomy or len(crosses) > _FEW:
        return []
    walls, reach = [], canvas.theme.px(5.0)
    for spot in spots:
        if spot.key in crosses and not spot.is_outside:
            ball = QPointF(spot.x, spot.y)
            for way, arm, _ in _arms(canvas, crosses[spot.key]):
                sign = ball + way * (arm + canvas.theme.px(_SIGN_GAP))
                walls.append(around(sign.x(), sign.y(), canvas.theme.px(_SIGN_REACH)))
                walls.extend(walls_along(ball - way * arm, ball + way * arm, reach))
    return walls
