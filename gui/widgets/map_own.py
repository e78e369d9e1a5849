"""What belongs to the learner on a map, all in violet: the start, the own skier with its way, the eye of another
picture; and the cross-hair that shows where that picture is pointed at.
"""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point
from gui.widgets.map_spots import Spot
from gui.widgets.polylines import finite_part
from gui.widgets.shapes import disc, stroke
from gui.widgets.trails import CASING_SHARE, Trail, paint_trail, pixel_lines

HANDLE_RADIUS = 9.0
SKIER_RADIUS = 7.0
EYE_RADIUS = 12.0
_EYE_INSET = 20.0
EYE_HELP = "From here the picture of the surface is seen. Drag it round the map."


def paint_handle(canvas: Canvas, centre: QPointF) -> None:
    """The one thing to grab: a violet ring with its halo."""
    painter, theme = canvas.painter, canvas.theme
    for radius, alpha in ((20.0, 0.10), (15.0, 0.16)):
        disc(painter, centre, theme.px(radius), theme.color("you", alpha))
    disc(painter, centre, theme.px(HANDLE_RADIUS), theme.color("panel"), theme.color("you"), theme.px(2.4))
    disc(painter, centre, theme.px(3.0), theme.color("you"))


def handle_reach(theme: Theme) -> float:
    """How near the pointer must come to grab the start."""
    return max(theme.target / 2.0, theme.px(HANDLE_RADIUS + 4.0))


# The learner's own skier -------------------------------------------------------------------------------------------


def paint_way(canvas: Canvas, path: Array) -> None:
    """The way of the learner's skier, cased like a racer's."""
    theme, ratio, view = canvas.theme, canvas.ratio, canvas.view
    points = (view.to_pixels(finite_part(path)) - (view.left, view.top)) * ratio
    trail = Trail(
        points,
        theme.color("you"),
        theme.color("panel", CASING_SHARE),
        theme.stroke("trail") * ratio,
        theme.stroke("casing") * ratio,
    )
    canvas.painter.save()
    canvas.painter.translate(view.left, view.top)
    canvas.painter.scale(1.0 / ratio, 1.0 / ratio)
    paint_trail(canvas.painter, pixel_lines(points, view.width * ratio, view.height * ratio), trail)
    canvas.painter.restore()


def paint_skier(canvas: Canvas, spot: Spot) -> None:
    """A violet ring; at the border with an arrow to where it left."""
    theme, painter = canvas.theme, canvas.painter
    centre, radius = QPointF(spot.x, spot.y), theme.px(SKIER_RADIUS)
    if spot.is_outside:
        paint_triangle(canvas, centre + QPointF(*spot.away) * radius * 2.4, spot.away, radius, theme.color("you"))
    disc(painter, centre, radius, theme.color("panel"), theme.color("panel", 0.9), theme.px(5.4))
    disc(painter, centre, radius, None, theme.color("you"), theme.px(3.0))


def paint_triangle(
    canvas: Canvas, tip: QPointF, away: tuple[float, float], size: float, fill: QColor, rim: QColor | None = None
) -> None:
    """An arrow head whose point lies at `tip`."""
    dx, dy = away
    foot = QPointF(tip.x() - dx * size, tip.y() - dy * size)
    side = QPointF(-dy * size * 0.75, dx * size * 0.75)
    canvas.painter.setPen(Qt.PenStyle.NoPen if rim is None else rim)
    canvas.painter.setBrush(fill)
    canvas.painter.drawPolygon(QPolygonF([tip, foot + side, foot - side]))


# The other picture -------------------------------------------------------------------------------------------------


def paint_pointer(canvas: Canvas, point: Point) -> None:
    """Four short lines about the place, with room for it in the middle."""
    if not canvas.view.contains(*point):
        return
    spot, theme = canvas.pixel(point), canvas.theme
    near, far, width = theme.px(4.0), theme.px(11.0), theme.px(1.6)
    for color, wide in ((theme.color("panel", 0.8), width + theme.px(2.0)), (theme.color("ink"), width)):
        for dx, dy in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
            way = QPointF(dx, dy)
            stroke(canvas.painter, spot + way * near, spot + way * far, color, wide)


def eye_reach(theme: Theme) -> float:
    """How near the pointer must come to grab the eye."""
    return max(theme.target / 2.0, theme.px(EYE_RADIUS + 3.0))


def eye_spot(canvas: Canvas, azimuth: float, caption: Box) -> QPointF:
    """Where the eye stands: on the rim, in the direction of `azimuth` degrees from the picture's middle; before the
    caption where that is in its way.
    """
    picture = canvas.picture
    inset = canvas.theme.px(_EYE_INSET)
    angle = math.radians(azimuth)
    dx, dy = math.cos(angle), -math.sin(angle)
    half_x, half_y = max(1.0, picture.width() / 2.0 - inset), max(1.0, picture.height() / 2.0 - inset)
    reach = min(half_x / max(abs(dx), 1e-9), half_y / max(abs(dy), 1e-9))
    reach = min(reach, _reach_before(caption, picture.center(), (dx, dy), canvas.theme.px(EYE_RADIUS + 4.0)))
    return picture.center() + QPointF(dx, dy) * reach


def _reach_before(box: Box, centre: QPointF, way: tuple[float, float], room: float) -> float:
    """How far one can go from the middle until a disc of this radius touches the box."""
    if box[2] <= box[0]:
        return math.inf
    enter, leave = 0.0, math.inf
    for at, step, low, high in ((centre.x(), way[0], box[0], box[2]), (centre.y(), way[1], box[1], box[3])):
        step = step if abs(step) > 1e-9 else 1e-9
        one, two = (low - room - at) / step, (high + room - at) / step
        enter, leave = max(enter, min(one, two)), min(leave, max(one, two))
    return enter if enter < leave else math.inf


def azimuth_at(picture_centre: QPointF, at: QPointF) -> float:
    """The direction of a pixel from the picture's middle, in degrees from -180 to 180."""
    return math.degrees(math.atan2(picture_centre.y() - at.y(), at.x() - picture_centre.x()))


def paint_eye(canvas: Canvas, azimuth: float, caption: Box, held: bool) -> None:
    """A small eye on a plate that looks inwards, and the two edges of what it sees."""
    theme, painter = canvas.theme, canvas.painter
    spot = eye_spot(canvas, azimuth, caption)
    inward = canvas.picture.center() - spot
    length = math.hypot(inward.x(), inward.y())
    way = inward / length if length > 0.0 else QPointF(0.0, -1.0)
    side = QPointF(-way.y(), way.x())
    radius = theme.px(EYE_RADIUS)
    for turn in (0.5, -0.5):
        edge = way + side * turn
        stroke(painter, spot + edge * radius, spot + edge * radius * 1.9, theme.color("you", 0.8), theme.px(1.5))
    disc(painter, spot, radius, theme.color("panel", 0.95), theme.color("you" if held else "rule"), theme.px(1.3))
    _paint_almond(canvas, spot, theme.px(7.0))
    disc(painter, spot + way * theme.px(1.2), theme.px(2.3), theme.color("you"))


def _paint_almond(canvas: Canvas, centre: QPointF, half: float) -> None:
    left, right = centre - QPointF(half, 0.0), centre + QPointF(half, 0.0)
    lid = QPointF(0.0, half * 1.15)
    path = QPainterPath(left)
    path.quadTo(centre - lid, right)
    path.quadTo(centre + lid, left)
    canvas.painter.setPen(QPen(canvas.theme.color("ink"), canvas.theme.px(1.4)))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.drawPath(path)
