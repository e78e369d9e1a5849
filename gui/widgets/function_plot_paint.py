"""The painting of a plot of one function: grid, residuals, and the reading under the pointer."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.widgets.contours import Array
from gui.widgets.decision_map_points import Points
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point, is_finite
from gui.widgets.map_frame import axis_ticks
from gui.widgets.shapes import CENTRE, disc, rounded, text, text_width
from gui.widgets.ticks import signed

_MOST_RESIDUALS = 400


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


def paint_residuals(canvas: Canvas, points: Points, curve: Array, shown: Array) -> None:
    """From the points that are `shown` (n,) and trained on down or up to the curve, in the colour of errors.

    Upright bars on whole pixels: 120 of them take 0.2 ms, smoothed lines up to 7.
    """
    if len(curve) < 2 or not 0 < np.count_nonzero(shown) <= _MOST_RESIDUALS:
        return
    inside = (points.places[:, 0] >= curve[0, 0]) & (points.places[:, 0] <= curve[-1, 0])
    places = points.places[inside & points.train & shown]
    with np.errstate(invalid="ignore", over="ignore"):
        said = np.column_stack((places[:, 0], np.interp(places[:, 0], curve[:, 0], curve[:, 1])))
    x, one = canvas.view.to_pixels(places).T
    two = canvas.view.to_pixels(said)[:, 1]
    known, wide = np.isfinite(one) & np.isfinite(two), max(1.0, round(canvas.theme.stroke("curve")))
    low, high = (np.clip(end, canvas.picture.top(), canvas.picture.bottom()) for end in (one, two))
    bars = np.column_stack((x - wide / 2, np.minimum(low, high), np.full(len(x), wide), np.abs(low - high)))
    canvas.painter.save()
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.theme.color("grad", 0.85))
    canvas.painter.drawRects([QRectF(*bar) for bar in bars[known].tolist()])
    canvas.painter.restore()


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
