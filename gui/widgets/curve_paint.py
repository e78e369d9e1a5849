"""The painting of a plot of curves: still ground (grid, numbers, names, what is to come), lines, markers at the cursor.

All of it in pixels of the widget; what is shown where is computed by `Frame`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_ranges import Span, spread
from gui.widgets.markers import paint_arrow_head, paint_marker
from gui.widgets.polylines import clip, polygon, thin_out
from gui.widgets.shapes import LEFT, RIGHT, text, text_width
from gui.widgets.ticks import Ticks
from gui.widgets.trails import TrailLook, paint_trail

GROUND = "stage"
_FUTURE = 0.38
_LEADER = 10.0
_MARKER = 0.92


@dataclass(frozen=True)
class Frame:
    """The rectangle of the curves in the widget, and the numbers at its edges."""

    area: QRectF
    span: Span

    def x_of(self, step: float) -> float:
        """The pixel of a step."""
        return self.area.left() + step / self.span.last * self.area.width()

    def y_of(self, value: float) -> float:
        """The pixel of a value, as the axis has it."""
        share = (value - self.span.low) / (self.span.high - self.span.low)
        return self.area.bottom() - share * self.area.height()

    def step_at(self, x: float) -> int:
        """The step under a pixel, from 0 to the last."""
        share = (x - self.area.left()) / max(1.0, self.area.width())
        return round(min(1.0, max(0.0, share)) * self.span.last)

    def lines(self, values: Array, ratio: float) -> list[QPolygonF]:
        """A curve in device pixels, cut at the edges and thinned out."""
        size = self.span.high - self.span.low
        x = self.area.left() + np.arange(values.size) * (self.area.width() / self.span.last)
        share = np.clip((values / size) - self.span.low / size, -1e6, 1e6)
        y = self.area.bottom() - share * self.area.height()
        box = (self.area.left(), self.area.top(), self.area.right() + 0.5, self.area.bottom())
        parts = clip(np.column_stack((x, y)), box)
        return [polygon(thin_out(part * ratio)) for part in parts if len(part) > 1]


def paint_grid(painter: QPainter, theme: Theme, frame: Frame, y_ticks: Ticks, x_ticks: Ticks, x_label: str) -> None:
    """Hairlines at the round values, their numbers at the left, the steps below."""
    area, font, faint = frame.area, theme.font("caption"), theme.color("faint")
    painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    heights = [round(frame.y_of(value)) for value in y_ticks.values]
    for y in heights:
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = theme.line_height("caption") / 2
    for y, words in zip(heights, y_ticks.texts, strict=True):
        text(painter, QRectF(0, y - half, area.left() - theme.px(6), 2 * half), words, font, faint, RIGHT)
    _paint_steps(painter, theme, frame, x_ticks, x_label)


def _paint_steps(painter: QPainter, theme: Theme, frame: Frame, ticks: Ticks, label: str) -> None:
    """Numbers below; the last one carries the unit, and what would touch it is left out."""
    area, font, faint = frame.area, theme.font("caption"), theme.color("faint")
    top, height, gap = area.bottom() + theme.px(4), theme.line_height("caption"), theme.px(10)
    words = [*ticks.texts]
    if words and label:
        words[-1] = f"{words[-1]} {label}"
    limit = area.right() + (theme.px(4) if len(words) > 1 else 0.0)
    for value, word in reversed(list(zip(ticks.values, words, strict=True))):
        wide = text_width(word, font)
        left = min(max(frame.x_of(value) - wide / 2, area.left() - wide / 2), limit - wide)
        if left + wide <= limit + 0.01 and left >= area.left() - wide / 2 - 0.01:
            text(painter, QRectF(left, top, wide, height), word, font, faint, LEFT)
            limit = left - gap


def paint_title(painter: QPainter, theme: Theme, title: str, note: str) -> None:
    """What is plotted, and in which measure."""
    font, height = theme.font("heading"), theme.line_height("heading")
    text(painter, QRectF(0, 0, 10, height), title, font, theme.color("ink"), LEFT)
    left = text_width(title, font) + theme.px(8)
    text(painter, QRectF(left, 0, 10, height), note, theme.font("caption"), theme.color("faint"), LEFT)


def paint_future(painter: QPainter, theme: Theme, key: str, lines: Sequence[QPolygonF], ratio: float) -> None:
    """What is still to come: thin and pale."""
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(key, _FUTURE), max(1.0, theme.stroke("hairline") * ratio)))
    for line in lines:
        painter.drawPolyline(line)
    painter.restore()


def paint_curve(
    painter: QPainter, theme: Theme, key: str, lines: list[QPolygonF], chosen: bool, ratio: float
) -> None:
    """A curve on a paler casing."""
    width = theme.stroke("curve_chosen" if chosen else "curve")
    look = TrailLook(theme.color(key), theme.color(GROUND, 0.8), width, theme.px(1.6))
    paint_trail(painter, lines, look, ratio)


def paint_cursor(painter: QPainter, theme: Theme, frame: Frame, step: float) -> None:
    """A dashed line at the step that is shown."""
    pen = QPen(theme.color("ink", 0.42), theme.stroke("hairline"))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(theme.dash("dash_ghost"))
    painter.setPen(pen)
    x = round(frame.x_of(step) - 0.5) + 0.5
    painter.drawLine(QPointF(x, frame.area.top() - theme.px(4)), QPointF(x, frame.area.bottom()))


def paint_marker_at(painter: QPainter, theme: Theme, frame: Frame, key: str, values: Array, step: int) -> None:
    """The racer's marker at the step, or at its last one; outside the picture at the edge, with an arrow."""
    if not values.size:
        return
    at = min(step, values.size - 1)
    y, area = frame.y_of(float(values[at])), frame.area
    radius, rim = theme.stroke("marker_map") * _MARKER, theme.color(GROUND)
    centre = QPointF(frame.x_of(at), min(max(y, area.top()), area.bottom()))
    if y < area.top() - 1 or y > area.bottom() + 1:
        angle = -np.pi / 2 if y < area.top() else np.pi / 2
        centre.setY(centre.y() - 2.6 * radius * np.sin(angle))
        paint_arrow_head(painter, centre, float(angle), radius, theme.color(key), rim)
    paint_marker(painter, theme.marker(key), centre, radius, theme.color(key), rim, theme.px(1.0))


def column_width(theme: Theme, titles: Sequence[str]) -> float:
    """The room that names need beside the ends of their curves."""
    font = theme.font("caption")
    return theme.px(_LEADER + 16.0) + max((text_width(title, font) for title in titles), default=0.0)


def paint_names(
    painter: QPainter,
    theme: Theme,
    frame: Frame,
    ends: Mapping[str, Array],
    titles: Mapping[str, str],
    chosen: str | None,
) -> None:
    """Every name at the end of its curve, moved apart where they would touch, tied to its end by a thin line."""
    area, height = frame.area, theme.line_height("caption") * 0.96
    low, high = area.top() - height / 2, area.bottom() + height / 2
    keys = [key for key in ends if ends[key].size]
    keys.sort(key=lambda key: (key != chosen, float(ends[key][-1])))
    keys = keys[: max(0, int((high - low) / height))]
    places = {key: (_end_of(frame, ends[key]), ends[key].size - 1.0 < frame.span.last) for key in keys}
    centres = spread([point.y() for point, _ in places.values()], height, low, high)
    for (key, (point, early)), y in zip(places.items(), centres, strict=True):
        _paint_leader(painter, theme, key, QPointF(area.right(), y if early else point.y()), y)
        left = area.right() + theme.px(_LEADER + 5.0)
        paint_marker(painter, theme.marker(key), QPointF(left, y), theme.px(3.1), theme.color(key))
        rect = QRectF(left + theme.px(8.0), y - height / 2, 10, height)
        words = titles.get(key, key)
        color = theme.color("ink" if key == chosen else "soft")
        text(painter, rect, words, theme.font("cell" if key == chosen else "caption"), color, LEFT)


def _end_of(frame: Frame, values: Array) -> QPointF:
    y = frame.y_of(float(values[-1]))
    return QPointF(frame.x_of(values.size - 1), min(max(y, frame.area.top()), frame.area.bottom()))


def _paint_leader(painter: QPainter, theme: Theme, key: str, start: QPointF, y: float) -> None:
    end = QPointF(start.x() + theme.px(_LEADER), y)
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, y), end)
    painter.setPen(QPen(theme.color(key, 0.55), theme.stroke("hairline")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def left_room(theme: Theme, texts: Sequence[str]) -> float:
    """The room for the numbers at the left, in steps of eight pixels so that the curves keep still."""
    metrics = QFontMetricsF(theme.font("caption"))
    widest = max((metrics.horizontalAdvance(words) for words in texts), default=0.0)
    return float(max(24, 8 * -(-round(widest + theme.px(8)) // 8)))
