"""Signs on a relief: minima, saddles, and a needle where the other picture is pointed at."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPen, QPolygonF

from gui.language import say
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_names import paint_name
from gui.widgets.shapes import disc, stroke
from gui.widgets.surface_sheet import HEIGHT
from gui.widgets.surface_spots import Ball, Scene, Stands, standing
from sim.numerals import write_short

SADDLE, MINIMUM = "saddle", "minimum"
_CROWD = 12
_NEEDLE = 0.34


def paint_features(canvas: Canvas, features: Stands, scene: Scene) -> list[Ball]:
    """A cross at each minimum and a diamond at each saddle that is seen; smaller where there are many, and of a crowd
    only the minima. Returns where those painted stand.
    """
    is_crowd = features.keys.count(SADDLE) > _CROWD
    size = canvas.theme.px(5.0 if features.keys.count(MINIMUM) <= _CROWD else 3.0)
    painted = []
    for ball in features.balls(scene):
        if ball is not None and not ball.hidden and not (is_crowd and ball.key == SADDLE):
            paint = _paint_saddle if ball.key == SADDLE else _paint_minimum
            paint(canvas, QPointF(ball.x, ball.y), size)
            painted.append(ball)
    return painted


def _paint_saddle(canvas: Canvas, spot: QPointF, size: float) -> None:
    across, down = QPointF(size * 1.3, 0), QPointF(0, size * 0.9)
    canvas.painter.setPen(QPen(canvas.theme.color("soft"), canvas.theme.px(1.3)))
    canvas.painter.setBrush(canvas.theme.color("panel", 0.8))
    canvas.painter.drawPolygon(QPolygonF([spot - across, spot - down, spot + across, spot + down]))


def _paint_minimum(canvas: Canvas, spot: QPointF, size: float) -> None:
    across, down = QPointF(size * 1.1, 0), QPointF(0, size * 0.85)
    theme, width = canvas.theme, canvas.theme.px(1.3)
    for color, wide in ((theme.color("panel", 0.7), width + 2.0), (theme.color("soft"), width)):
        stroke(canvas.painter, spot - across, spot + across, color, wide)
        stroke(canvas.painter, spot - down, spot + down, color, wide)


def paint_needle(canvas: Canvas, point: tuple[float, float], scene: Scene) -> None:
    """A needle that stands on the relief at a point of the plane, with the loss there."""
    plane = np.array([point], np.float64)
    ball = standing([""], plane, scene.sheet).balls(scene)[0]
    if ball is None:
        return
    painter, theme = canvas.painter, canvas.theme
    foot = scene.sheet.to_box(plane)[0]
    level = (float(scene.sheet.ground(plane)[0]) - 0.5) * HEIGHT
    ends = scene.projection.to_pixels(np.array([[*foot, level], [*foot, level + _NEEDLE]]))
    low, high = QPointF(*ends[0, :2]), QPointF(*ends[1, :2])
    painter.setOpacity(0.5 if ball.hidden else 1.0)
    for color, wide in ((theme.color("panel", 0.8), theme.px(3.2)), (theme.color("ink"), theme.px(1.2))):
        stroke(painter, low, high, color, wide)
    disc(painter, low, theme.px(3.2), theme.color("ink"), theme.color("panel"), theme.px(1.2))
    painter.setOpacity(1.0)
    words, metrics = write_short(scene.sheet.loss_at(point), 4), QFontMetricsF(theme.font("label"))
    wide, tall = metrics.horizontalAdvance(say(words)) + theme.px(10.0), metrics.height() + theme.px(4.0)
    left = min(max(high.x() - wide / 2, 2.0), canvas.view.width - wide - 2.0)
    top = max(high.y() - tall, 2.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint_name(canvas, (left, top, left + wide, top + tall), words, True)
