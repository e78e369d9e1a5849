"""Fog on a map: all but a disc is hidden, and its edge is soft.

The disc is round in the plane; where a map is stretched it is an ellipse on the screen. Only the square about it is
painted with a gradient, the rest with the plain colour: four times quicker on a large picture.
"""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QRadialGradient, QTransform

from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Fog, Point
from gui.widgets.viewport import Viewport

_CLEAR, _DENSE = 0.72, 1.12
_SEEN = 0.95
_STEPS = 6


def is_seen(fog: Fog | None, point: Point) -> bool:
    """Is this point of the plane in the clear?"""
    if fog is None:
        return True
    return math.hypot(point[0] - fog.centre[0], point[1] - fog.centre[1]) <= fog.radius * _SEEN


def paint_fog(canvas: Canvas, fog: Fog) -> None:
    """Hide everything painted so far, except around the centre."""
    painter, picture = canvas.painter, canvas.picture
    dense = canvas.theme.color("fog")
    disc = _disc(canvas, fog).intersected(picture)
    if disc.isEmpty():
        painter.fillRect(picture, dense)
        return
    left, top, right, bottom = disc.left(), disc.top(), disc.right(), disc.bottom()
    for part in (
        QRectF(picture.left(), picture.top(), picture.width(), top - picture.top()),
        QRectF(picture.left(), bottom, picture.width(), picture.bottom() - bottom),
        QRectF(picture.left(), top, left - picture.left(), bottom - top),
        QRectF(right, top, picture.right() - right, bottom - top),
    ):
        if not part.isEmpty():
            painter.fillRect(part, dense)
    painter.fillRect(disc, _edge(canvas.view, fog, canvas.pixel(fog.centre), dense))


def _disc(canvas: Canvas, fog: Fog) -> QRectF:
    """The whole pixels around the disc, its soft edge included."""
    centre = canvas.pixel(fog.centre)
    across, down = fog.radius * _DENSE * canvas.view.x_scale, fog.radius * _DENSE * canvas.view.y_scale
    far = 4.0 * (canvas.view.width + canvas.view.height)
    across, down = min(across, far), min(down, far)
    return QRectF(
        QPointF(math.floor(centre.x() - across), math.floor(centre.y() - down)),
        QPointF(math.ceil(centre.x() + across), math.ceil(centre.y() + down)),
    )


def _edge(view: Viewport, fog: Fog, centre: QPointF, dense: QColor) -> QBrush:
    """From clear to dense, eased at both ends."""
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        color = QColor(dense)
        color.setAlphaF(share * share * (3.0 - 2.0 * share))
        gradient.setColorAt((_CLEAR + (_DENSE - _CLEAR) * share) / _DENSE, color)
    brush = QBrush(gradient)
    reach = max(fog.radius * _DENSE, 1e-300)
    brush.setTransform(
        QTransform(max(reach * view.x_scale, 1e-3), 0.0, 0.0, max(reach * view.y_scale, 1e-3), centre.x(), centre.y())
    )
    return brush
