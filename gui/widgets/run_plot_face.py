"""How the curves of a run look: up to two panes above one another that share their epochs.

A pane is a title with what is read off beside it, a grid, and its curves with their names at their ends. Where numbers
end (NaN, infinity) their line ends. An axis of shares begins at none, or nearer to all where all of it lies there. Zero
lies below every axis of powers of ten.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_paint import GROUND, Frame, left_room, paint_curve, paint_grid
from gui.widgets.curve_ranges import Span, span_of, spread
from gui.widgets.polylines import clip, polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, disc, stroke, text, text_width
from gui.widgets.ticks import Ticks, decade_ticks, linear_ticks
from sim.numerals import write_fixed, write_short, write_significant
from sim.phrases import joined, phrase

TINY = 1e-300
VALUE, SHARE, COUNT = "value", "share", "count"
_UPPER = 0.58
_AIR = 0.04
_FAR = 300.0
_STILL_SHOWN = 4.0
"""A loss that rises above its start, as one on new examples does, is shown up to so many times what else there is."""
_NEAR_ZERO = 0.5
_LOWEST_SHARES = (0.9, 0.8)


@dataclass(frozen=True, eq=False)
class Curve:
    """One line: its name, one value for each epoch, the role of its colour. What has no name is not read off."""

    name: str
    values: Array
    role: str = "ink"
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class Pane:
    """What stands in one grid. kind: a value (which may have an axis of powers of ten), a share of 1, or a count."""

    title: str
    curves: tuple[Curve, ...]
    kind: str = VALUE


def written(value: float, kind: str) -> str:
    """A number as it is read off."""
    if not math.isfinite(value):
        return "–"
    if kind == SHARE:
        percent = 100.0 * value
        return f"{write_fixed(min(percent, 99.9) if value < 1.0 else 100.0, 1)} %"
    return write_fixed(value, 0) if kind == COUNT else write_significant(value, 3)


def one_of(unit: str) -> str:
    """One epoch of epochs, one pass of passes."""
    return unit.removesuffix("es") if unit.endswith("sses") else unit.removesuffix("s")


@dataclass(frozen=True, eq=False)
class RunFace:
    """Panes in `width` by `height` pixels over rising `epochs` (records,)."""

    theme: Theme
    width: float
    height: float
    epochs: Array
    panes: tuple[Pane, ...]
    log: bool = False
    unit: str = "epochs"

    @property
    def last(self) -> float:
        """The right edge."""
        return max(1.0, float(self.epochs[-1])) if self.epochs.size else 1.0

    def is_log(self, pane: Pane) -> bool:
        """Has it an axis of powers of ten?"""
        return self.log and pane.kind == VALUE

    def on_axis(self, pane: Pane, values: Array) -> Array:
        """Values as the axis has them; what is not finite becomes nan."""
        values = np.where(np.isfinite(values), values, np.nan)
        return np.log10(np.maximum(values, TINY)) if self.is_log(pane) else values

    def span(self, pane: Pane) -> Span:
        """What a pane shows."""
        if pane.kind == SHARE:
            low = self.lowest_share(pane)
            air = _AIR * (1.0 - low)
            return Span(self.last, low - air, 1.0 + air)
        lines = [self.on_axis(pane, curve.values) for curve in pane.curves]
        found = span_of([line[np.isfinite(line)] for line in lines if np.isfinite(line).any()], self.is_log(pane))
        low, high = found.low, found.high
        tallest = max((float(np.nanmax(line)) for line in lines if np.isfinite(line).any()), default=high)
        if not self.is_log(pane) and high < tallest <= low + _STILL_SHOWN * (high - low):
            high = tallest + _AIR * (tallest - low)
        if pane.kind == COUNT:
            high = max(high, 1.0)
        least = min(map(_least, lines), default=0.0)
        from_zero = pane.kind == COUNT or (not self.is_log(pane) and 0.0 <= least <= _NEAR_ZERO * high)
        return Span(self.last, -_AIR * high if from_zero else low, high)

    def lowest_share(self, pane: Pane) -> float:
        """Where the axis of shares begins: at none, or near the top where all lies there but for the first record."""
        values = [curve.values[1:] if curve.values.size > 2 else curve.values for curve in pane.curves]
        least = min((_least(line) for line in values if np.isfinite(line).any()), default=0.0)
        return next((low for low in _LOWEST_SHARES if least >= low), 0.0)

    @cached_property
    def left(self) -> float:
        """Room for the numbers of both axes."""
        return left_room(self.theme, ["100 %", "0.001"])

    @cached_property
    def right(self) -> float:
        """Room for the names."""
        names = [curve.name for pane in self.panes for curve in pane.curves]
        widest = max((text_width(name, self.theme.font("caption")) for name in names), default=0.0)
        return widest + self.theme.px(14)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Where the curves of each pane lie."""
        theme = self.theme
        head, foot = theme.line_height("caption") + theme.px(5), theme.line_height("caption") + theme.px(6)
        gap = theme.px(9)
        room = self.height - foot - len(self.panes) * head - max(0, len(self.panes) - 1) * gap
        shares = (_UPPER, 1.0 - _UPPER) if len(self.panes) > 1 else (1.0,)
        wide = max(20.0, self.width - self.left - self.right)
        found, top = [], 0.0
        for pane, share in zip(self.panes, shares, strict=False):
            high = max(12.0, room * share)
            found.append(Frame(QRectF(self.left, top + head, wide, high), self.span(pane)))
            top += head + high + gap
        return tuple(found)

    def ticks(self, pane: Pane, frame: Frame) -> Ticks:
        """Powers of ten, percentages, or round numbers."""
        if pane.kind == SHARE:
            low = self.lowest_share(pane)
            marks = (low, (low + 1.0) / 2.0, 1.0)
            return Ticks(marks, tuple(f"{round(100 * mark)} %" for mark in marks))
        room = max(1.0, frame.area.height() / (1.8 * self.theme.line_height("caption")))
        low, high = frame.span.low, frame.span.high
        if not self.is_log(pane):
            return linear_ticks(low, high, room, whole=pane.kind == COUNT)
        ticks = decade_ticks(low, high, room)
        return ticks if len(ticks.values) > 2 else _between_decades(low, high, room)

    def points(self, pane: Pane, frame: Frame, values: Array) -> Array:
        """A curve in pixels, up to its first value that is not finite, (n, 2)."""
        line = self.on_axis(pane, values)[: self.epochs.size]
        broken = np.isnan(line)
        count = int(np.argmax(broken)) if broken.any() else line.size
        area, span = frame.area, frame.span
        x = area.left() + self.epochs[:count] / span.last * area.width()
        share = (line[:count] - span.low) / (span.high - span.low)
        found: Array = np.column_stack((x, area.bottom() - np.clip(share, -50.0, 50.0) * area.height()))
        return found

    def record_at(self, x: float) -> int:
        """The record nearest to a pixel; -1 where there is none."""
        if not self.epochs.size or not self.frames:
            return -1
        area = self.frames[0].area
        epoch = (x - area.left()) / max(1.0, area.width()) * self.last
        return int(np.abs(self.epochs - epoch).argmin())

    def readout(self, pane: Pane, record: int) -> str:
        """The numbers of a pane at a record."""
        parts = (
            joined((curve.name, written(float(curve.values[record]), pane.kind)))
            for curve in pane.curves
            if curve.name and -curve.values.size <= record < curve.values.size
        )
        return joined(parts, "   ")


def _between_decades(low: float, high: float, room: float) -> Ticks:
    """Marks for an axis of logarithms that is shorter than two decades: 1, 2, 5 of each, or round numbers."""
    low, high = (min(max(end, -_FAR), _FAR) for end in (low, high))
    exponents = range(math.floor(low), math.ceil(high) + 1)
    found = [m * 10.0**k for k in exponents for m in (1.0, 2.0, 5.0) if low <= math.log10(m * 10.0**k) <= high]
    if len(found) > room:
        found = [value for value in found if not f"{value:e}".startswith("5")]
    if len(found) > 1:
        return Ticks(tuple(map(math.log10, found)), tuple(write_short(value, 4) for value in found))
    plain = linear_ticks(10.0**low, 10.0**high, min(room, 4.0))
    pairs = [pair for pair in zip(plain.values, plain.texts, strict=True) if pair[0] > 0.0]
    return Ticks(tuple(math.log10(value) for value, _ in pairs), tuple(words for _, words in pairs))


def _least(line: Array) -> float:
    return float(np.nanmin(line)) if np.isfinite(line).any() else 0.0


def paint_ground(painter: QPainter, face: RunFace, ratio: float) -> None:
    """Grids, curves, names."""
    for index, (pane, frame) in enumerate(zip(face.panes, face.frames, strict=True)):
        bottom = index == len(face.panes) - 1
        count = max(2.0, frame.area.width() / face.theme.px(80))
        x_ticks = linear_ticks(0.0, face.last, count, whole=True) if bottom else Ticks((), ())
        unit = one_of(face.unit) if x_ticks.texts[-1:] == ("1",) else face.unit
        paint_grid(painter, face.theme, frame, face.ticks(pane, frame), x_ticks, unit)
        for curve in reversed(pane.curves):
            _paint_curve(painter, face, pane, frame, curve, ratio)
        _paint_names(painter, face, pane, frame)


def _paint_curve(painter: QPainter, face: RunFace, pane: Pane, frame: Frame, curve: Curve, ratio: float) -> None:
    area, theme = frame.area, face.theme
    points = face.points(pane, frame, curve.values)
    box = (area.left(), area.top() - 1.0, area.right() + 1.0, area.bottom() + 1.0)
    if len(points) == 1:
        disc(painter, QPointF(*points[0]), theme.px(2.0), theme.color(curve.role))
    parts = [thin_out(part * ratio) for part in clip(points, box) if len(part) > 1]
    if not curve.dashed:
        paint_curve(painter, theme, curve.role, [polygon(part) for part in parts], False, ratio)
        return
    pen = QPen(_dashed(theme, curve.role), theme.stroke("curve"), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in parts:
        painter.drawPolyline(polygon(part / ratio))


def _dashed(theme: Theme, role: str) -> QColor:
    return theme.color("soft" if role == "ink" else role)


def _paint_names(painter: QPainter, face: RunFace, pane: Pane, frame: Frame) -> None:
    """At the ends of their lines, moved apart."""
    theme, area, ends = face.theme, frame.area, []
    for curve in (curve for curve in pane.curves if curve.name):
        points = face.points(pane, frame, curve.values)
        if len(points):
            ends.append((curve, QPointF(points[-1, 0], min(max(float(points[-1, 1]), area.top()), area.bottom()))))
    high = 1.22 * theme.type_size("caption")
    heights = spread([end.y() for _, end in ends], high, area.top() - high / 2, area.bottom() + high / 2)
    for (curve, end), y in zip(ends, heights, strict=True):
        at = QPointF(area.right() + theme.px(7), y)
        if end.x() > area.right() - theme.px(6):
            stroke(painter, end, at, theme.color(curve.role, 0.4), theme.stroke("hairline"))
        color = _dashed(theme, curve.role) if curve.dashed else theme.color(curve.role)
        text(painter, QRectF(at.x() + theme.px(3), y - 10, 10, 20), curve.name, theme.font("caption"), color, LEFT)


def paint_heads(painter: QPainter, face: RunFace, record: int, right: float) -> None:
    """The title of each pane and its numbers at a record; `right` pixels of the first line belong to others."""
    theme, font = face.theme, face.theme.font("label")
    for pane, frame in zip(face.panes, face.frames, strict=True):
        high = theme.line_height("caption")
        top = frame.area.top() - high - theme.px(5)
        text(painter, QRectF(0.0, top, 10.0, high), pane.title, font, theme.color("ink"), LEFT)
        left = max(face.left, text_width(pane.title, font) + theme.px(14))
        words = face.readout(pane, record)
        if left + text_width(words, theme.font("caption")) <= face.width - right:
            text(painter, QRectF(left, top, 10.0, high), words, theme.font("caption"), theme.color("soft"), LEFT)
        right = 0.0


def paint_record(painter: QPainter, face: RunFace, record: int) -> None:
    """The epoch that is read off: a line through all panes, a dot on every curve, the number below."""
    theme = face.theme
    epoch = float(face.epochs[record])
    for pane, frame in zip(face.panes, face.frames, strict=True):
        x = round(frame.x_of(epoch)) + 0.5
        painter.setPen(QPen(theme.color("you", 0.7), theme.stroke("hairline")))
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))
        for curve in pane.curves:
            points = face.points(pane, frame, curve.values)
            if record < len(points):
                place = QPointF(*points[record])
                disc(painter, place, theme.px(3.0), theme.color(curve.role), theme.color(GROUND), theme.px(1.2))
    area, font = face.frames[-1].area, theme.font("caption")
    words = phrase("{one_of} {epoch}", one_of=one_of(face.unit), epoch=write_fixed(epoch, 0))
    wide, high = text_width(words, font) + theme.px(8), theme.line_height("caption")
    left = min(max(face.frames[-1].x_of(epoch) - wide / 2.0, 0.0), face.width - wide)
    plate = QRectF(left, area.bottom() + theme.px(4), wide, high)
    painter.fillRect(plate, theme.color("panel"))
    text(painter, plate, words, font, theme.color("you"), CENTRE)


def paint_empty(painter: QPainter, face: RunFace, words: str) -> None:
    """What stands there before there is anything."""
    theme = face.theme
    text(painter, QRectF(0, 0, face.width, face.height), words, theme.font("small"), theme.color("faint"), CENTRE)
