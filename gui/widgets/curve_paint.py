"""The painting of a plot of curves: still ground (grid, numbers, names, what is to come), lines, markers at the cursor.

All of it in pixels of the widget; what is shown where is computed by `Frame`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.language import say
from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_ranges import Span, spread
from gui.widgets.markers import paint_arrow_head, paint_marker
from gui.widgets.paper import on_paper
from gui.widgets.polylines import clip, polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, stroke, text, text_width
from gui.widgets.ticks import Ticks
from sim.phrases import phrase

GROUND = "stage"
NOTHING = "No curve to draw: nobody came past step 0."
_FUTURE = 0.38
_LEADER = 10.0
_MARKER = 0.92
_PITCH = 1.22
_GRID_ON_BLACK = 0.5
_WIDEST_BY_PASSES = 3.2
_CASING_PASS = 0.34


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
        with np.errstate(all="ignore"):
            share = np.clip(np.nan_to_num((values / size) - self.span.low / size), -1e6, 1e6)
        y = self.area.bottom() - share * self.area.height()
        box = (self.area.left(), self.area.top(), self.area.right() + 0.5, self.area.bottom())
        parts = clip(np.column_stack((x, y)), box)
        return [polygon(thin_out(part * ratio)) for part in parts if len(part) > 1]


def paint_grid(painter: QPainter, theme: Theme, frame: Frame, y_ticks: Ticks, x_ticks: Ticks, x_label: str) -> None:
    """Hairlines at the round values, their numbers at the left, the steps below."""
    area, font, faint = frame.area, theme.font("caption"), theme.color("faint")
    line = theme.color("line", _GRID_ON_BLACK if theme.name == "contrast" else 1.0)
    painter.setPen(QPen(line, theme.stroke("hairline")))
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
    """Numbers below; the last one carries the unit, and what would touch its neighbour is left out."""
    area, font, faint = frame.area, theme.font("caption"), theme.color("faint")
    top, height, gap = area.bottom() + theme.px(4), theme.line_height("caption"), theme.px(8)
    limit, unit = area.right() + theme.px(6), phrase(" {label}", label=label) if label else ""
    for value, number in zip(reversed(ticks.values), reversed(ticks.texts), strict=True):
        words, half = number + unit, text_width(number, font) / 2
        wide = text_width(words, font)
        left = min(frame.x_of(value) - half, limit - wide)
        if left < area.left() - half - 1.0 or (not unit and left < frame.x_of(value) - half - 1.0):
            continue
        text(painter, QRectF(left, top, wide, height), words, font, faint, LEFT)
        limit, unit = left - gap, ""


def paint_title(painter: QPainter, theme: Theme, title: str, note: str) -> None:
    """What is plotted, and in which measure."""
    font, height = theme.font("heading"), theme.line_height("heading")
    text(painter, QRectF(0, 0, 10, height), title, font, theme.color("ink"), LEFT)
    left = text_width(title, font) + theme.px(8)
    text(painter, QRectF(left, 0, 10, height), note, theme.font("caption"), theme.color("faint"), LEFT)


def paint_nothing(painter: QPainter, theme: Theme, frame: Frame) -> None:
    """There is no curve, and why."""
    text(painter, frame.area, NOTHING, theme.font("small"), theme.color("soft"), CENTRE)


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
    painter: QPainter, theme: Theme, key: str, lines: Sequence[QPolygonF], chosen: bool, ratio: float
) -> None:
    """A curve on a paler casing. Qt draws a pen one pixel wide several times faster than a wider one with joins, so the
    line is that pen in a few places; only what is wider than the trick carries gets a true pen."""
    width = theme.stroke("curve_chosen" if chosen else "curve") * ratio
    casing = width + theme.px(1.6) * ratio
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if width <= _WIDEST_BY_PASSES and not on_paper(painter):
        _passes(painter, lines, theme.color(GROUND, 0.8 * _CASING_PASS), casing / 2.0 - 0.5, 8)
        reach = max(0.0, (width - 1.0) / 2.0)
        _passes(painter, lines, theme.color(key), min(1.27 * reach, reach + 0.2), 4 if reach <= 0.75 else 6)
        if reach > 0.5:
            _passes(painter, lines, theme.color(key), 0.3 * reach, 2)
    else:
        for color, wide in ((theme.color(GROUND, 0.8), casing), (theme.color(key), width)):
            painter.setPen(_line_pen(color, wide))
            for line in lines:
                painter.drawPolyline(line)
    painter.restore()


def _passes(painter: QPainter, lines: Sequence[QPolygonF], color: QColor, radius: float, count: int) -> None:
    painter.setPen(_line_pen(color, 1.0))
    for turn in range(count):
        angle = 2.0 * math.pi * (turn + 0.5) / count
        shift = QPointF(radius * math.cos(angle), radius * math.sin(angle))
        painter.translate(shift)
        for line in lines:
            painter.drawPolyline(line)
        painter.translate(-shift)


def _line_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


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


def name_places(theme: Theme, frame: Frame, ends: Mapping[str, Array], chosen: str | None) -> dict[str, float]:
    """The height of every name in the column beside the picture: near its end, never on another.

    Where there is no room for all, the chosen one and those that are still there at the last step come first.
    """
    area, height = frame.area, theme.type_size("caption") * _PITCH
    low, high = area.top() - height / 2, area.bottom() + height / 2
    keys = sorted(
        (key for key in ends if ends[key].size),
        key=lambda key: (key != chosen, _is_early(frame, ends[key]), float(ends[key][-1])),
    )[: max(0, int((high - low) / height))]
    return dict(zip(keys, spread([_end_of(frame, ends[key]).y() for key in keys], height, low, high), strict=True))


def paint_names(
    painter: QPainter,
    theme: Theme,
    frame: Frame,
    ends: Mapping[str, Array],
    titles: Mapping[str, str],
    chosen: str | None,
) -> None:
    """Every name beside the picture with its marker, tied by a thin line to a curve that reaches the edge."""
    area = frame.area
    for key, y in name_places(theme, frame, ends, chosen).items():
        end, early = QPointF(area.right() + theme.px(_LEADER), y), _is_early(frame, ends[key])
        if not early:
            start = QPointF(area.right(), _end_of(frame, ends[key]).y())
            stroke(painter, start, end, theme.color(key, 0.55), theme.stroke("hairline"))
        left = end.x() + theme.px(5.0)
        paint_marker(painter, theme.marker(key), QPointF(left, y), theme.px(3.1), theme.color(key))
        role = "ink" if key == chosen else "faint" if early else "soft"
        _paint_name(painter, theme, QPointF(left + theme.px(8.0), y), titles.get(key, key), key == chosen, role)


def _is_early(frame: Frame, values: Array) -> bool:
    return values.size - 1.0 < frame.span.last - 0.5


def _paint_name(painter: QPainter, theme: Theme, start: QPointF, words: str, chosen: bool, role: str) -> None:
    font = theme.font("cell" if chosen else "caption")
    text(painter, QRectF(start.x(), start.y() - 10, 10, 20), words, font, theme.color(role), LEFT)


def _end_of(frame: Frame, values: Array) -> QPointF:
    y = frame.y_of(float(values[-1]))
    return QPointF(frame.x_of(values.size - 1), min(max(y, frame.area.top()), frame.area.bottom()))


def left_room(theme: Theme, texts: Sequence[str]) -> float:
    """The room for the numbers at the left, in steps of eight pixels so that the curves keep still."""
    metrics = QFontMetricsF(theme.font("caption"))
    widest = max((metrics.horizontalAdvance(say(words)) for words in texts), default=0.0)
    return float(max(24, 8 * -(-round(widest + theme.px(8)) // 8)))
