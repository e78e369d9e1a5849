"""The painting of one gate: the curve with its slope behind it, and the lane on which an error is pushed back.

The curve has the scale of its own values; the slope behind it always has the same one, 1 being the whole height, so
that the slopes of two curves can be compared at sight.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, stroke, text, text_width
from gui.widgets.ticks import linear_ticks
from sim.numerals import write_fixed, write_significant
from sim.phrases import phrase, word

SLOPE = "grad"
SENT, ARRIVES = word("sent back"), word("arrives")
NOT_YET = word("push an error back")
_AIR = 0.08
_LINES = 2.6


@dataclass(frozen=True, eq=False)
class GateSeen:
    """One unit. places, values, slopes: the curve, (n,) each. sent: NaN where nothing has been pushed yet."""

    z: float = 0.0
    value: float = 0.0
    slope: float = 0.0
    sent: float = math.nan
    arrived: float = math.nan
    places: Array = field(default_factory=lambda: np.zeros(0))
    values: Array = field(default_factory=lambda: np.zeros(0))
    slopes: Array = field(default_factory=lambda: np.zeros(0))

    @property
    def pushed(self) -> bool:
        """Whether an error was sent."""
        return math.isfinite(self.sent)


@dataclass(frozen=True)
class GateFace:
    """Where the curve stands, which z its sides have, which values its foot and top, and where the lane runs."""

    area: QRectF
    lane: QRectF
    left: float
    right: float
    low: float
    high: float

    def x_of(self, z: float) -> float:
        """The pixel of a sum."""
        return self.area.left() + (z - self.left) / (self.right - self.left) * self.area.width()

    def z_at(self, x: float) -> float:
        """The sum under a pixel."""
        z = self.left + (x - self.area.left()) / max(1.0, self.area.width()) * (self.right - self.left)
        return min(max(z, self.left), self.right)

    def y_of(self, value: float) -> float:
        """The pixel of a value."""
        return self.area.bottom() - (value - self.low) / (self.high - self.low) * self.area.height()

    def slope_y(self, slope: float) -> float:
        """The pixel of a slope: 1 is the whole height."""
        return self.area.bottom() - min(max(slope, 0.0), 1.0) * self.area.height()


def face_of(theme: Theme, width: float, height: float, seen: GateSeen) -> GateFace:
    """The places for a widget of this size."""
    lane = max(theme.px(54), 2.4 * theme.line_height("value") + theme.px(12))
    foot = theme.line_height("caption") + theme.px(6)
    side = theme.px(8)
    area = QRectF(side, theme.px(6), max(20.0, width - 2 * side), max(20.0, height - lane - foot - theme.px(8)))
    low, high = (float(seen.values.min()), float(seen.values.max())) if seen.values.size else (0.0, 1.0)
    if not high > low:
        low, high = low - 0.5, high + 0.5
    air = _AIR * (high - low)
    left, right = (float(seen.places[0]), float(seen.places[-1])) if seen.places.size > 1 else (-1.0, 1.0)
    return GateFace(area, QRectF(side, height - lane, area.width(), lane), left, right, low - air, high + air)


def paint_curve(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen, secret: bool) -> None:
    """Slope as a hill behind, the axis, the curve in ink."""
    if seen.places.size < 2:
        return
    if not secret:
        _paint_hill(painter, theme, face, seen)
    _paint_axis(painter, theme, face)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ink"), theme.stroke("curve_chosen")))
    painter.drawPolyline(
        QPolygonF([QPointF(face.x_of(float(z)), face.y_of(float(a)))
                   for z, a in zip(seen.places, seen.values, strict=True)])
    )  # fmt: skip


def _paint_hill(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen) -> None:
    area = face.area
    hill = QPainterPath(QPointF(area.left(), area.bottom()))
    for z, slope in zip(seen.places, seen.slopes, strict=True):
        hill.lineTo(face.x_of(float(z)), face.slope_y(float(slope)))
    hill.lineTo(area.right(), area.bottom())
    hill.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(SLOPE, 0.17))
    painter.drawPath(hill)


def _paint_axis(painter: QPainter, theme: Theme, face: GateFace) -> None:
    area, font, high = face.area, theme.font("caption"), theme.line_height("caption")
    painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
    foot = round(area.bottom()) + 0.5
    painter.drawLine(QPointF(area.left(), foot), QPointF(area.right(), foot))
    painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
    zero = round(face.x_of(0.0)) + 0.5
    painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom()))
    ticks = linear_ticks(face.left, face.right, 4.0, whole=True)
    for value, words in zip(ticks.values, ticks.texts, strict=True):
        wide = text_width(words, font)
        left = min(max(face.x_of(value) - wide / 2, area.left()), area.right() - wide)
        box = QRectF(left, area.bottom() + theme.px(4), wide, high)
        text(painter, box, words, font, theme.color("faint"), CENTRE)


def paint_point(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen, look: "GateLook") -> None:
    """The unit on its curve: a handle with the tangent through it, and both numbers beside it."""
    at = QPointF(face.x_of(seen.z), face.y_of(seen.value))
    pen = QPen(theme.color("ink", 0.4), theme.stroke("hairline"))
    pen.setDashPattern(theme.dash("dash_ghost"))
    painter.setPen(pen)
    painter.drawLine(QPointF(at.x(), face.area.bottom()), at)
    if not look.secret:
        _paint_tangent(painter, theme, face, seen, at)
    if not look.locked:
        radius = theme.px(7) + theme.px(1) * look.glow
        rim = "cue" if look.cued else "ink"
        disc(painter, at, radius, theme.color("panel"), theme.color(rim), theme.px(1.8))
        disc(painter, at, theme.px(2.4), theme.color(rim))
    else:
        disc(painter, at, theme.px(4), theme.color("ink"))
    _paint_numbers(painter, theme, face, seen, look.secret)


def _paint_tangent(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen, at: QPointF) -> None:
    """As steep as the curve is on this scale, equally long for all slopes."""
    across = face.area.width() / (face.right - face.left)
    up = face.area.height() / (face.high - face.low)
    way = QPointF(across, -seen.slope * up)
    size = math.hypot(way.x(), way.y())
    if math.isfinite(size) and size > 0.0:
        reach = way * (theme.px(30) / size)
        stroke(painter, at - reach, at + reach, theme.color(SLOPE), theme.stroke("curve_chosen"))


def _paint_numbers(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen, secret: bool) -> None:
    """z and the slope stand in the corner that the curve leaves free: the upper left, where it rises to the right.

    In a low picture they share a line."""
    value, high = theme.font("value"), theme.line_height("value")
    lines = (
        (phrase("z = {z}", z=write_fixed(seen.z, 2)), "ink"),
        (phrase("slope {slope}", slope="?" if secret else write_slope(seen.slope)), SLOPE),
    )
    low = face.area.height() < _LINES * high
    beside = text_width(lines[0][0], value) + theme.px(12)
    for place, (words, role) in enumerate(lines):
        shift = QPointF(place * beside, 0.0) if low else QPointF(0.0, place * high)
        box = QRectF(face.area.topLeft() + shift, QSizeF(face.area.width(), high))
        text(painter, box, words, value, theme.color(role), LEFT)


def write_slope(slope: float) -> str:
    """As a person would: 1, 0.25, 0.0066, 4.5·10⁻⁵."""
    if slope in (0.0, 1.0):
        return write_fixed(slope, 0)
    return write_significant(slope, 2)


@dataclass
class GateLook:
    """How the handle stands there, and how far a pushed error has come: 0 at the right, 1 at the left.

    secret: the slope is what is asked for, so it is not shown.
    """

    glow: float = 0.0
    cued: bool = False
    locked: bool = False
    secret: bool = False
    way: float = 1.0


def paint_lane(painter: QPainter, theme: Theme, face: GateFace, seen: GateSeen, look: GateLook) -> None:
    """From right to left: what is sent, times the slope, what arrives."""
    lane, font, small = face.lane, theme.font("value"), theme.font("caption")
    rounded(painter, lane, theme.px(8), theme.color("sunk"))
    pad, high, caption = theme.px(10), theme.line_height("value"), theme.line_height("caption")
    y = lane.center().y() - theme.px(1)
    gate = _gate_box(painter, theme, lane, seen, y, high, look.secret)
    passes = look.secret or seen.slope > 0.0
    sent = write_number(seen.sent) if seen.pushed else "?"
    came = write_number(seen.arrived) if seen.pushed and look.way >= 1.0 else "?"
    ends = ((lane.right() - pad, sent, SENT, RIGHT), (lane.left() + pad, came, ARRIVES, LEFT))
    walls = []
    for x, number, words, side in ends:
        wide = max(text_width(number, font), text_width(words, small))
        left = x - wide if side == RIGHT else x
        box = QRectF(left, y - high / 2, wide, high)
        text(painter, box, number, font, theme.color(SLOPE if seen.pushed else "faint"), side)
        under = QRectF(left, lane.bottom() - caption - theme.px(4), wide, caption)
        text(painter, under, words, small, theme.color("faint"), side)
        edge = text_width(number, font) + theme.px(6)
        walls.append(x - edge if side == RIGHT else x + edge)
    _paint_way(painter, theme, y, walls[0], gate.right() + theme.px(4), True)
    _paint_way(painter, theme, y, gate.left() - theme.px(4), walls[1], passes)
    if 0.0 < look.way < 1.0 and (look.way < 0.5 or passes):
        x = walls[0] + (walls[1] - walls[0]) * look.way
        disc(painter, QPointF(x, y), theme.px(5), theme.color(SLOPE), theme.color("panel"), theme.px(1.2))


def _gate_box(
    painter: QPainter, theme: Theme, lane: QRectF, seen: GateSeen, y: float, high: float, secret: bool
) -> QRectF:
    """The gate itself: the factor in a box; shut, it is a wall."""
    font = theme.font("value")
    words = phrase("× {factor}", factor="?" if secret else write_slope(seen.slope))
    wide = text_width(words, font) + theme.px(16)
    box = QRectF(lane.center().x() - wide / 2, y - high * 0.72, wide, high * 1.44)
    shut = seen.slope == 0.0 and not secret
    edge = theme.color("ink" if shut else "rule")
    rounded(painter, box, theme.px(6), theme.color("panel"), edge, theme.stroke("curve_chosen" if shut else "hairline"))
    text(painter, box, words, font, theme.color("ink"), CENTRE)
    return box


def _paint_way(painter: QPainter, theme: Theme, y: float, start: float, end: float, open_: bool) -> None:
    """A line to the left with a head; nothing passes on a dashed one."""
    if start - end < theme.px(8):
        return
    color, head = theme.color(SLOPE if open_ else "faint"), theme.px(4.5)
    pen = QPen(color, theme.stroke("curve"))
    if not open_:
        pen.setDashPattern(theme.dash("dash_ghost"))
    painter.setPen(pen)
    painter.drawLine(QPointF(start, y), QPointF(end + (head if open_ else 0.0), y))
    if open_:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        back, half = end + 1.5 * head, 0.85 * head
        painter.drawPolygon(QPolygonF([QPointF(end, y), QPointF(back, y - half), QPointF(back, y + half)]))


def write_number(value: float) -> str:
    """A whole number as one, else three digits that count; a sign where there is one, and none on zero."""
    if not math.isfinite(value):
        return write_fixed(value, 0)
    if value == round(value) and abs(value) < 1e4:
        return write_fixed(value + 0.0, 0)
    return write_significant(value, 2)
