"""How the losses of many twins look: two bands, a median, the worst, this run, some twins one can choose.

Losses stand on an axis of powers of ten. Zero lies below every axis; what is not finite ends its line.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_paint import GROUND, Frame, left_room, paint_cursor, paint_grid
from gui.widgets.curve_ranges import Span, span_of, spread
from gui.widgets.polylines import clip, polygon, thin_out
from gui.widgets.run_plot_face import one_of
from gui.widgets.shapes import CENTRE, LEFT, disc, rounded, stroke, text, text_width
from gui.widgets.ticks import Ticks, decade_ticks, linear_ticks
from sim.phrases import word

TINY = 1e-300
_BANDS = ((0, 4, 0.10), (1, 3, 0.22))
_TWIN = 0.34
_NAMES = (word("worst"), word("median"), word("this one"))
STUCK = "the stuck ones"


def on_axis(losses: Array, log: bool) -> Array:
    """Losses as the axis has them; what is not finite becomes nan."""
    losses = np.where(np.isfinite(losses), losses, np.nan)
    return np.log10(np.maximum(losses, TINY)) if log else losses


@dataclass(frozen=True, eq=False)
class FanFace:
    """Everything that is shown in `width` by `height` pixels. Lines have one value for each of `epochs`."""

    theme: Theme
    width: float
    height: float
    epochs: Array
    fan: Array  # (5, records): 2, 25, 50, 75, 98 %
    worst: Array
    run: Array
    twins: Array  # (twins, records)
    log: bool = True
    cursor: float = 0.0
    unit: str = "epochs"
    names: Sequence[str] = field(default=_NAMES)
    stuck: float = math.nan  # where those stand at the end that did not get there, or NaN

    @cached_property
    def span(self) -> Span:
        """What the axes show."""
        lines = [self.fan[0], self.fan[2], self.fan[4], self.worst, self.run]
        shown = [line[np.isfinite(line)] for line in (on_axis(line, self.log) for line in lines) if line.size]
        found = span_of([line for line in shown if line.size], self.log)
        last = float(self.epochs[-1]) if self.epochs.size else 1.0
        return Span(max(1.0, last), found.low, found.high)

    @cached_property
    def frame(self) -> Frame:
        """Where the lines lie."""
        theme = self.theme
        top, foot = theme.line_height("caption") + theme.px(2), theme.line_height("caption") + theme.px(6)
        left = left_room(theme, ["0.001"])
        right = theme.px(12) + max(text_width(name, theme.font("caption")) for name in (*self.names, STUCK))
        area = QRectF(left, top, max(20.0, self.width - left - right), max(20.0, self.height - top - foot))
        return Frame(area, self.span)

    def y_ticks(self) -> Ticks:
        """Powers of ten, or round numbers."""
        room = max(1.0, self.frame.area.height() / (1.8 * self.theme.line_height("caption")))
        span = self.span
        ticks = decade_ticks(span.low, span.high, room) if self.log else linear_ticks(span.low, span.high, room)
        if self.log and len(ticks.values) < 2:
            low, high = 10.0**span.low, 10.0**span.high
            plain = linear_ticks(low, high, min(room, 4.0))
            pairs = [pair for pair in zip(plain.values, plain.texts, strict=True) if pair[0] > 0]
            return Ticks(tuple(math.log10(value) for value, _ in pairs), tuple(words for _, words in pairs))
        return ticks

    def points(self, losses: Array) -> Array:
        """A line in pixels up to its first value that is not finite (n, 2)."""
        values = on_axis(losses, self.log)
        broken = np.isnan(values)
        count = int(np.argmax(broken)) if broken.any() else values.size
        area = self.frame.area
        x = area.left() + self.epochs[:count] / self.span.last * area.width()
        share = (values[:count] - self.span.low) / (self.span.high - self.span.low)
        y = area.bottom() - np.clip(share, -50.0, 50.0) * area.height()
        points: Array = np.column_stack((x, y))
        return points

    def record_at(self, x: float) -> int:
        """The record nearest to a pixel; -1 where there is none."""
        if not self.epochs.size:
            return -1
        area = self.frame.area
        epoch = (x - area.left()) / max(1.0, area.width()) * self.span.last
        return int(np.abs(self.epochs - epoch).argmin())

    def record_of(self, epoch: float) -> int:
        """The last record that is not after an epoch."""
        return max(0, int(np.searchsorted(self.epochs, epoch, side="right")) - 1)

    def twin_at(self, at: QPointF, reach: float) -> int:
        """The row of the twin whose line passes nearest to a point, within `reach` pixels; -1: none."""
        record = self.record_at(at.x())
        if record < 0 or not len(self.twins):
            return -1
        values = on_axis(self.twins[:, record], self.log)
        ys = np.array([self.frame.y_of(value) if np.isfinite(value) else np.inf for value in values])
        away = np.abs(ys - at.y())
        row = int(away.argmin())
        return row if float(away[row]) <= reach else -1


def paint_ground(painter: QPainter, face: FanFace) -> None:
    """Grid, bands, twins, worst, median, this run, names."""
    theme, frame = face.theme, face.frame
    x_ticks = linear_ticks(0.0, face.span.last, max(2.0, frame.area.width() / theme.px(80)), whole=True)
    unit = one_of(face.unit) if x_ticks.texts[-1:] == ("1",) else face.unit
    paint_grid(painter, theme, frame, face.y_ticks(), x_ticks, unit)
    if not face.epochs.size:
        return
    painter.save()
    painter.setClipRect(frame.area.adjusted(0, -2, 1, 2))
    painter.setPen(Qt.PenStyle.NoPen)
    for low, high, alpha in _BANDS:
        painter.setBrush(theme.color("you", alpha))
        painter.drawPolygon(band(face, face.fan[low], face.fan[high]))
    painter.restore()
    for losses in face.twins:
        paint_line(painter, face, losses, theme.color("you", _TWIN), 1.0)
    paint_line(painter, face, face.worst, theme.color("you", 0.8), 1.0, theme.dash("dash_ghost"))
    paint_line(painter, face, face.fan[2], theme.color("you"), theme.stroke("curve"))
    paint_line(painter, face, face.run, theme.color(GROUND, 0.8), theme.stroke("curve_chosen") + theme.px(2.2))
    paint_line(painter, face, face.run, theme.color("ink"), theme.stroke("curve_chosen"))
    _paint_names(painter, face)


def band(face: FanFace, low: Array, high: Array) -> QPolygonF:
    """The outline between two quantiles; where the upper one is not finite, it leaves the picture at the top."""
    below, above = face.points(low), face.points(high)
    if len(above) < len(below):
        rest = below[len(above) :].copy()
        rest[:, 1] = face.frame.area.top() - 4.0
        above = np.vstack((above, rest))
    return polygon(np.vstack((below, above[: len(below)][::-1])))


def paint_line(
    painter: QPainter, face: FanFace, losses: Array, color: QColor, width: float, dash: list[float] | None = None
) -> None:
    """A line, cut at the edges of the picture."""
    area = face.frame.area
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    if dash:
        pen.setDashPattern(dash)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in clip(face.points(losses), (area.left(), area.top() - 1, area.right() + 1, area.bottom() + 1)):
        painter.drawPolyline(polygon(thin_out(part)))


def _paint_names(painter: QPainter, face: FanFace) -> None:
    """At the ends of their lines, moved apart; a line that ends early has its name beside its end."""
    theme, area, found = face.theme, face.frame.area, []
    stuck = np.full(face.epochs.size, face.stuck)
    lines = [*zip(face.names, (face.worst, face.fan[2], face.run), strict=True), (STUCK, stuck)]
    for name, losses in lines[1:] if math.isfinite(face.stuck) else lines[:-1]:
        points = face.points(losses)
        if len(points) and float(points[-1, 0]) < area.right() - theme.px(6):
            _paint_early_name(painter, face, name, QPointF(*points[-1]))
        elif len(points):
            found.append((name, QPointF(area.right(), min(max(float(points[-1, 1]), area.top()), area.bottom()))))
    high = 1.22 * theme.type_size("caption")
    heights = spread([end.y() for _, end in found], high, area.top() - high / 2, area.bottom() + high / 2)
    for (name, end), y in zip(found, heights, strict=True):
        mine = name == face.names[-1]
        color = theme.color("ink" if mine else "you")
        at = QPointF(end.x() + theme.px(7), y)
        stroke(painter, end, at, theme.color("ink" if mine else "you", 0.5), theme.stroke("hairline"))
        font = theme.font("cell" if mine else "caption")
        text(painter, QRectF(at.x() + theme.px(3), y - 10, 10, 20), name, font, color, LEFT)


def _paint_early_name(painter: QPainter, face: FanFace, name: str, end: QPointF) -> None:
    theme, area = face.theme, face.frame.area
    font, high = theme.font("cell" if name == face.names[-1] else "caption"), theme.line_height("caption")
    wide = text_width(name, font)
    top = min(max(end.y() - high / 2, area.top()), area.bottom() - high)
    rect = QRectF(min(end.x() + theme.px(9), area.right() - wide), top, wide, high)
    rounded(painter, rect.adjusted(-3, 0, 3, 0), 4, theme.color(GROUND, 0.85))
    text(painter, rect, name, font, theme.color("ink" if name == face.names[-1] else "you"), LEFT)


def paint_now(painter: QPainter, face: FanFace) -> None:
    """The dashed line at now, its word, the dot of this run."""
    if not face.epochs.size:
        return
    theme, area = face.theme, face.frame.area
    at = min(max(face.cursor, 0.0), face.span.last)
    paint_cursor(painter, theme, face.frame, at)
    x, font = face.frame.x_of(at), theme.font("caption")
    wide = text_width("now", font)
    left = x + theme.px(5) if x + theme.px(8) + wide < area.right() else x - theme.px(5) - wide
    high = theme.line_height("caption")
    text(painter, QRectF(left, area.top() - high, wide, high), "now", font, theme.color("soft"), LEFT)
    points = face.points(face.run)
    if len(points):
        y = float(np.interp(x, points[:, 0], points[:, 1]))
        end = min(x, float(points[-1, 0]))
        dot = QPointF(end, min(max(y, area.top()), area.bottom()))
        disc(painter, dot, theme.stroke("marker_map"), theme.color("ink"), theme.color(GROUND), theme.px(1.4))


def paint_chosen(painter: QPainter, face: FanFace, row: int, hot: bool) -> None:
    """The twin under the pointer, or the one that was chosen."""
    if 0 <= row < len(face.twins):
        width = face.theme.stroke("curve_chosen" if hot else "curve")
        paint_line(painter, face, face.twins[row], face.theme.color(GROUND, 0.8), width + 2.0)
        paint_line(painter, face, face.twins[row], face.theme.color("you"), width)


def paint_readout(painter: QPainter, face: FanFace, record: int, lines: Sequence[str]) -> None:
    """A plate with the numbers of one record, beside its line."""
    theme, area, font = face.theme, face.frame.area, face.theme.font("caption")
    x = round(face.frame.x_of(float(face.epochs[record]))) + 0.5
    painter.setPen(QPen(theme.color("you", 0.7), theme.stroke("hairline")))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    wide = max(text_width(line, font) for line in lines) + theme.px(16)
    pitch = 1.35 * theme.type_size("caption")
    high = pitch * len(lines) + theme.px(8)
    left = x + theme.px(8) if x + theme.px(8) + wide <= face.width else x - theme.px(8) - wide
    rect = QRectF(max(0.0, left), area.top() + theme.px(2), wide, high)
    rounded(painter, rect, theme.px(6), theme.color("panel", 0.96), theme.color("rule"), theme.stroke("hairline"))
    for place, line in enumerate(lines):
        row = QRectF(rect.left() + theme.px(8), rect.top() + theme.px(4) + place * pitch, wide, pitch)
        text(painter, row, line, font, theme.color("ink" if place == 0 else "soft"), LEFT)


def paint_empty(painter: QPainter, face: FanFace, words: str) -> None:
    """What stands there before there is anything."""
    theme = face.theme
    text(painter, face.frame.area, words, theme.font("small"), theme.color("faint"), CENTRE)
