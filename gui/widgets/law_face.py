"""How the steps to leave a saddle look: where the lines lie, the names at their ends, the handle of the offset.

The axis of offsets runs from far to close, in decades from 1. Steps grow upward, to at most twice what the law needs,
so that one slow racer does not flatten the others; what is slower leaves the picture at its upper edge.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_paint import GROUND, Frame, column_width, left_room, paint_grid, paint_title
from gui.widgets.curve_ranges import Span, spread
from gui.widgets.markers import color_of, marker_of, paint_marker
from gui.widgets.polylines import clip, polygon
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, elided, rounded, stroke, text, text_width
from gui.widgets.ticks import Ticks, linear_ticks, power_of_ten
from sim.numerals import write_short
from sim.phrases import phrase

DECADES = 8.0  # from an offset of 1 to one of 1e-8
TITLE = "Steps to leave the saddle"
CLOSER = "closer to the ridge →"
ELSEWHERE = "the start is not on this line"
_PITCH = 1.22
_AIR = 1.06


@dataclass(frozen=True)
class LawFace:
    """What is shown in a picture of `width` by `height` pixels. Offsets from far to close; nan: never."""

    theme: Theme
    width: float
    height: float
    offsets: Array
    steps: Mapping[str, Array]
    law: Array
    titles: Mapping[str, str]
    selected: str
    offset: float
    readout: str
    constants: tuple[float, float]
    symbol: str
    away: bool

    @cached_property
    def frame(self) -> Frame:
        """Where the lines lie: decades from 1 across, steps upward."""
        theme = self.theme
        top = theme.line_height("heading") + theme.px(8)
        foot = 2 * theme.line_height("caption") + theme.px(8)
        left = left_room(theme, self._ticks(100.0).texts)
        right = column_width(theme, [self.title(key) for key in self.steps]) if self.steps else theme.px(8)
        area = QRectF(left, top, max(20.0, self.width - left - right), max(20.0, self.height - top - foot))
        return Frame(area, Span(DECADES, 0.0, self.most))

    @cached_property
    def most(self) -> float:
        """The steps at the upper edge."""
        law = float(np.max(self.law, initial=0.0, where=np.isfinite(self.law)))
        times = [float(np.max(values, initial=0.0, where=np.isfinite(values))) for values in self.steps.values()]
        highest = max([law, *times])
        return max(1.0, min(highest, 2.0 * law) if law > 0 else highest) * _AIR

    def title(self, key: str) -> str:
        """The name of a racer."""
        return self.titles.get(key, key)

    def points(self, values: Array) -> Array:
        """Pixels of the part before the first nan, from far to close."""
        broken = ~np.isfinite(values) | (self.offsets <= 0)
        count = int(np.argmax(broken)) if broken.any() else values.size
        places = -np.log10(self.offsets[:count])
        inside = (places >= -1e-9) & (places <= DECADES + 1e-9)
        area = self.frame.area
        x = area.left() + places / DECADES * area.width()
        y = area.bottom() - values[:count] / self.most * area.height()
        points: Array = np.column_stack((x, y))[inside]
        return points

    def is_early(self, points: Array) -> bool:
        """Does the line end before the closest offset?"""
        return len(points) == 0 or float(points[-1][0]) < self.frame.area.right() - self.theme.px(6)

    @cached_property
    def ring(self) -> QRectF:
        """The square around the handle."""
        radius, area = self.theme.px(7), self.frame.area
        place = min(max(-math.log10(self.offset) if self.offset > 0 else DECADES, 0.0), DECADES)
        at = QPointF(area.left() + place / DECADES * area.width(), area.bottom())
        return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)

    @property
    def zone(self) -> QRectF:
        """Where a press calls the handle."""
        room = self.theme.px(12)
        area = self.frame.area.adjusted(-room, 0, room, 0)
        return QRectF(area.left(), area.top(), area.width(), self.height - area.top())

    @property
    def offset_words(self) -> str:
        """The offset as it stands under the handle."""
        return ELSEWHERE if self.away else f"{self.symbol} = {write_short(self.offset, 3)}"

    @property
    def law_words(self) -> str:
        """The law with its constants: how far it is out, and what curves."""
        distance, curvature = (write_short(float(f"{value:.3g}")) for value in self.constants)
        return phrase(
            "ln({distance}/{symbol}) / ln(1 + {curvature} rate)",
            distance=distance,
            symbol=self.symbol,
            curvature=curvature,
        )

    @property
    def offset_font(self) -> str:
        """The voice of the offset, quiet where there is none."""
        return "caption" if self.away else "label"

    @property
    def plate(self) -> QRectF:
        """Where the offset is written."""
        area, wide = self.frame.area, text_width(self.offset_words, self.theme.font(self.offset_font))
        left = self.ring.center().x() - wide / 2
        left = min(max(left, area.left()), max(area.left(), self.width - wide))
        high = self.theme.line_height("caption")
        return QRectF(left, area.bottom() + high + self.theme.px(8), wide, high)

    def y_ticks(self) -> Ticks:
        """Round numbers of steps."""
        return self._ticks(self.frame.area.height())

    def x_ticks(self) -> Ticks:
        """Powers of ten, but not under the handle."""
        font, handle = self.theme.font("caption"), self.ring
        stride = 1 if self.frame.area.width() > self.theme.px(260) else 2
        free = []
        for place in range(0, int(DECADES) + 1, stride):
            x, half = self.frame.x_of(place), text_width(power_of_ten(-place), font) / 2 + 1
            if x + half < handle.left() or x - half > handle.right():
                free.append(place)
        return Ticks(tuple(map(float, free)), tuple(power_of_ten(-place) for place in free))

    def _ticks(self, height: float) -> Ticks:
        room = max(2.0, height / (self.theme.line_height("caption") * 1.8))
        return linear_ticks(0.0, self.most, room, whole=True)


def paint_law_card(painter: QPainter, face: LawFace) -> None:
    """Grid, law, lines, names, handle."""
    paint_grid(painter, face.theme, face.frame, face.y_ticks(), face.x_ticks(), "")
    _paint_head(painter, face)
    _paint_law(painter, face)
    for key in face.steps:
        _paint_line(painter, face, key)
    _paint_names(painter, face)
    _paint_never(painter, face)
    _paint_handle(painter, face)
    _paint_law_name(painter, face)


def _paint_head(painter: QPainter, face: LawFace) -> None:
    theme, area = face.theme, face.frame.area
    row = QRectF(0.0, 0.0, face.width, theme.line_height("heading"))
    text(painter, row, face.readout, theme.font("label"), theme.color("ink"), RIGHT)
    room = face.width - text_width(face.readout, theme.font("label")) - theme.px(10)
    paint_title(painter, theme, elided(TITLE, theme.font("heading"), room), "")
    font = theme.font("caption")
    if area.right() - text_width(CLOSER, font) > face.plate.right() + theme.px(10):
        place = QRectF(area.left(), face.plate.top(), area.width(), face.plate.height())
        text(painter, place, CLOSER, font, theme.color("soft"), RIGHT)


def _paint_law(painter: QPainter, face: LawFace) -> None:
    """Dashed on a pale band: where a racer obeys the law, its line lies on the band."""
    theme, points = face.theme, face.points(face.law)
    if len(points) < 2:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = polygon(points)
    painter.setPen(QPen(theme.color("ink", 0.16), theme.px(7)))
    painter.drawPolyline(line)
    pen = QPen(theme.color("ink"), theme.px(1.4))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(theme.dash("dash_prediction"))
    painter.setPen(pen)
    painter.drawPolyline(line)


def law_name_place(face: LawFace) -> QRectF | None:
    """Left of the law's line and above it, where nothing else is; None where there is no such room."""
    theme, points, area = face.theme, face.points(face.law), face.frame.area
    if len(points) < 2:
        return None
    high, wide = theme.line_height("caption"), text_width(face.law_words, theme.font("caption"))
    at = points[int(0.8 * (len(points) - 1))]
    left = max(area.left() + theme.px(4), float(at[0]) - theme.px(12) - wide)
    line = float(np.interp(left + wide + theme.px(4), points[:, 0], points[:, 1]))
    top = min(max(float(at[1]) - 0.8 * high, area.top()), line - high - theme.px(3))
    return QRectF(left, top, wide, high) if top >= area.top() - theme.px(6) else None


def _paint_law_name(painter: QPainter, face: LawFace) -> None:
    theme, place = face.theme, law_name_place(face)
    if place is not None:
        rounded(painter, place.adjusted(-3, 0, 3, 0), 3, theme.color(GROUND))
        text(painter, place, face.law_words, theme.font("caption"), theme.color("soft"), LEFT)


def _paint_line(painter: QPainter, face: LawFace, key: str) -> None:
    theme, area, points = face.theme, face.frame.area, face.points(face.steps[key])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color_of(theme, key), theme.stroke("curve_chosen" if key == face.selected else "curve")))
    for part in clip(points, (area.left() - 1, area.top(), area.right() + 1, area.bottom() + 1)):
        painter.drawPolyline(polygon(part))


def _paint_names(painter: QPainter, face: LawFace) -> None:
    """Names at the ends, moved apart, tied to their ends."""
    area, height = face.frame.area, face.theme.type_size("caption") * _PITCH
    lines = {key: face.points(values) for key, values in face.steps.items()}
    ends = {key: QPointF(*points[-1]) for key, points in lines.items() if not face.is_early(points)}
    low, high = area.top() - height / 2, area.bottom() + height
    keys = sorted(ends, key=lambda key: key != face.selected)[: max(0, int((high - low) / height))]
    wanted = [max(ends[key].y(), area.top()) for key in keys]
    for key, y in zip(keys, spread(wanted, height, low, high), strict=True):
        _paint_name(painter, face, key, QPointF(ends[key].x(), max(ends[key].y(), area.top())), y)


def _paint_name(painter: QPainter, face: LawFace, key: str, end: QPointF, y: float) -> None:
    theme, color = face.theme, color_of(face.theme, key)
    at = QPointF(face.frame.area.right() + theme.px(10), y)
    stroke(painter, end, at, color_of(theme, key, 0.55), theme.stroke("hairline"))
    _paint_end(painter, face, key, end)
    left = at.x() + theme.px(5)
    paint_marker(painter, marker_of(theme, key), QPointF(left, y), theme.px(3.1), color)
    chosen = key == face.selected
    place, ink = QRectF(left + theme.px(8), y - 10, 10, 20), theme.color("ink" if chosen else "soft")
    text(painter, place, face.title(key), theme.font("cell" if chosen else "caption"), ink)


def _paint_end(painter: QPainter, face: LawFace, key: str, end: QPointF) -> None:
    theme, size = face.theme, face.theme.stroke("marker_map") * 0.9
    rim = theme.color(GROUND)
    paint_marker(painter, marker_of(theme, key), end, size, color_of(theme, key), rim, theme.px(1))


def _paint_never(painter: QPainter, face: LawFace) -> None:
    """Racers that stay for ever from some offset on: "Adam never", beside the end of the line."""
    theme, font, area = face.theme, face.theme.font("caption"), face.frame.area
    taken: list[QRectF] = []
    for key, values in face.steps.items():
        points, high = face.points(values), theme.line_height("caption")
        if not face.is_early(points):
            continue
        end = QPointF(*points[-1]) if len(points) else area.bottomLeft()
        end.setY(max(end.y(), area.top()))
        words = phrase("{title} never", title=face.title(key))
        place = QRectF(end.x() + theme.px(8), end.y() - high / 2, text_width(words, font), high)
        if place.right() > area.right():
            place.moveBottomRight(QPointF(area.right(), end.y() - theme.px(5)))
        while any(place.intersects(other) for other in taken):
            place.translate(0, -high)
        taken.append(place)
        rounded(painter, place.adjusted(-2, 0, 2, 0), 3, theme.color(GROUND, 0.9))
        text(painter, place, words, font, theme.color("bad"), LEFT)
        _paint_end(painter, face, key, end)


def _paint_handle(painter: QPainter, face: LawFace) -> None:
    theme, ring = face.theme, face.ring
    at = ring.center()
    pen = QPen(theme.color("you", 0.75), theme.stroke("hairline"))
    pen.setDashPattern(theme.dash("dash_ghost"))
    painter.setPen(pen)
    painter.drawLine(QPointF(at.x(), face.frame.area.top()), at)
    disc(painter, at, ring.width() / 2, theme.color(GROUND), theme.color("you"), theme.px(2.2))
    if not face.away:
        disc(painter, at, theme.px(2.4), theme.color("you"))
    color = theme.color("soft" if face.away else "you")
    text(painter, face.plate, face.offset_words, theme.font(face.offset_font), color, CENTRE)
