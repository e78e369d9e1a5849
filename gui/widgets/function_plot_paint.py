"""The painting of a plot of one function: grid, residuals, and the reading under the pointer."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gui.widgets.contours import Array
from gui.widgets.decision_map_points import Points
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point, is_finite
from gui.widgets.map_frame import axis_ticks
from gui.widgets.shapes import CENTRE, disc, rounded, text, text_width
from gui.widgets.ticks import signed

_MOST_RESIDUALS = 400
_OUTSIDE = 40.0


def curve_at(curve: Array, x: float) -> float | None:
    """What a curve (n, 2) of rising places says at a place; None beside it, and where it has no number."""
    if len(curve) < 2 or not curve[0, 0] <= x <= curve[-1, 0]:
        return None
    with np.errstate(invalid="ignore", over="ignore"):
        answer = float(np.interp(x, curve[:, 0], curve[:, 1]))
    return answer if is_finite(answer) else None


def paint_grid(canvas: Canvas) -> None:
    """Hairlines at the round numbers; those at zero are stronger."""
    painter, theme, view = canvas.painter, canvas.theme, canvas.view
    across, up = axis_ticks(theme, view)
    faint = theme.color("line", 0.5 if theme.name == "contrast" else 0.75)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for value in sorted(across.values, key=lambda number: number == 0.0):
        x = round(view.pixel_of(value, view.plane[2])[0])
        painter.setPen(QPen(theme.color("rule") if value == 0.0 else faint, theme.stroke("hairline")))
        painter.drawLine(QPointF(x, view.top), QPointF(x, view.top + view.height))
    for value in sorted(up.values, key=lambda number: number == 0.0):
        y = round(view.pixel_of(view.plane[0], value)[1])
        painter.setPen(QPen(theme.color("rule") if value == 0.0 else faint, theme.stroke("hairline")))
        painter.drawLine(QPointF(view.left, y), QPointF(view.left + view.width, y))
    painter.restore()


def paint_residuals(canvas: Canvas, points: Points, curve: Array) -> None:
    """From every point that is trained on down or up to the curve, in the colour of errors."""
    if len(curve) < 2 or not 0 < len(points) <= _MOST_RESIDUALS:
        return
    theme = canvas.theme
    canvas.painter.setPen(QPen(theme.color("grad", 0.85), theme.stroke("curve")))
    for (x, answer), trained in zip(points.places.tolist(), points.train.tolist(), strict=True):
        said = curve_at(curve, x)
        if said is not None and trained and is_finite(answer):
            canvas.painter.drawLine(_near(canvas, (x, answer)), _near(canvas, (x, said)))


def _near(canvas: Canvas, point: Point) -> QPointF:
    """The pixel of a point; one that lies far above or below the picture is pulled to its edge."""
    spot, picture = canvas.pixel(point), canvas.picture
    return QPointF(spot.x(), min(max(spot.y(), picture.top() - _OUTSIDE), picture.bottom() + _OUTSIDE))


def paint_reading(canvas: Canvas, at: Point) -> None:
    """A dot on the curve and its two numbers on a plate."""
    theme, painter, picture = canvas.theme, canvas.painter, canvas.picture
    spot = canvas.pixel(at)
    painter.setPen(QPen(theme.color("ink", 0.35), theme.stroke("hairline")))
    x = round(spot.x() - 0.5) + 0.5
    painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()))
    inside = QPointF(spot.x(), min(max(spot.y(), picture.top()), picture.bottom()))
    disc(painter, inside, theme.px(4.0), theme.color("ink"), theme.color("stage"), theme.px(1.6))
    words = f"{signed(f'{at[0]:.2f}')} → {signed(f'{at[1]:.3f}')}"
    font, pad = theme.font("cell"), theme.px(6.0)
    box = QRectF(0.0, 0.0, text_width(words, font) + 2 * pad, theme.line_height("cell") + theme.px(4.0))
    right = inside.x() + theme.px(10.0) + box.width() <= picture.right()
    left = inside.x() + theme.px(10.0) if right else inside.x() - theme.px(10.0) - box.width()
    above = inside.y() - box.height() - theme.px(6.0)
    box.moveTo(left, min(max(above, picture.top() + pad), picture.bottom() - box.height() - pad))
    rounded(painter, box, theme.px(5.0), theme.color("stage", 0.9), theme.color("line"), theme.stroke("hairline"))
    text(painter, box, words, font, theme.color("ink"), CENTRE)
