"""How a drawn momentum looks: grid, curve, points, the step that is shown."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import Theme
from gui.widgets import schedule_line as line
from gui.widgets.contours import Array
from gui.widgets.curve_paint import GROUND, Frame, left_room, paint_cursor, paint_grid, paint_title
from gui.widgets.curve_ranges import Span
from gui.widgets.polylines import polygon
from gui.widgets.shapes import LEFT, RIGHT, disc, elided, text, text_width
from gui.widgets.ticks import linear_ticks
from sim.numerals import write_fixed, write_short
from sim.phrases import phrase

TITLE = "Momentum over the steps"
TALLEST = 3.0  # the height of 0.999 on the axis
_SAMPLES = 240


@dataclass(frozen=True)
class ScheduleFace:
    """The picture of `points` in `width` by `height` pixels; `chosen` and `hot` are indices, -1 for none."""

    theme: Theme
    width: float
    height: float
    points: line.Points
    last: int
    cursor: int
    chosen: int
    hot: int

    @cached_property
    def frame(self) -> Frame:
        """Where the curve lies: steps across, the logarithm of the top speed upward."""
        theme = self.theme
        top = theme.line_height("heading") + theme.px(9)
        left = left_room(theme, line.TICKS.texts) + self.inset
        right = text_width("1000×", theme.font("caption")) + theme.px(8)
        foot = theme.line_height("caption") + theme.px(5)
        area = QRectF(left, top, max(20.0, self.width - left - right), max(20.0, self.height - top - foot))
        return Frame(area, Span(float(max(self.last, self.points[-1][0])), 0.0, TALLEST))

    @property
    def inset(self) -> float:
        """What the grid reaches farther left than the curve, so that the first point covers no number."""
        return self.theme.px(6)

    def place(self, index: int) -> QPointF:
        """The middle of a point."""
        step, value = self.points[index]
        return QPointF(self.frame.x_of(step), self.frame.y_of(line.height_of(value)))

    @cached_property
    def curve(self) -> Array:
        """The curve in pixels (n, 2)."""
        area, last = self.frame.area, self.frame.span.last
        steps = np.unique(np.r_[np.linspace(0.0, last, _SAMPLES), [step for step, _ in self.points]])
        x = area.left() + steps / last * area.width()
        return np.column_stack((x, area.bottom() - line.heights(self.points, steps) / TALLEST * area.height()))

    def distance(self, at: QPointF) -> float:
        """How far from the curve a place is."""
        start, end, here = self.curve[:-1], self.curve[1:], np.array((at.x(), at.y()))
        way = end - start
        share = np.clip(((here - start) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), 1e-12), 0.0, 1.0)
        return float(np.hypot(*(start + share[:, np.newaxis] * way - here).T).min())

    def readout(self) -> str:
        """The point in the hand, or under the pointer: "step 100 · 0.99 · 100 times"; "" where there is none."""
        index = self.chosen if self.chosen >= 0 else self.hot
        if index < 0:
            return ""
        step, value = self.points[index]
        speed = write_short(float(f"{1.0 / (1.0 - value):.3g}"))
        return phrase(
            "step {step} · {value} · {speed} times", step=write_fixed(step, 0), value=write_short(value, 4), speed=speed
        )


def paint_schedule(painter: QPainter, face: ScheduleFace) -> None:
    """Grid, curve, cursor, points."""
    theme, frame = face.theme, face.frame
    x_ticks = linear_ticks(0.0, frame.span.last, max(2.0, frame.area.width() / theme.px(80)), whole=True)
    close = frame.y_of(0.0) - frame.y_of(line.TICKS.values[1]) < theme.line_height("caption") * 0.75
    wider = Frame(frame.area.adjusted(-face.inset, 0, 0, 0), frame.span)
    paint_grid(painter, theme, wider, line.FEW_TICKS if close else line.TICKS, line.NO_TICKS, "")
    paint_grid(painter, theme, frame, line.NO_TICKS, x_ticks, "steps")
    _paint_head(painter, face)
    _paint_speeds(painter, face)
    _paint_curve(painter, face)
    _paint_points(painter, face)


def _paint_head(painter: QPainter, face: ScheduleFace) -> None:
    """What is drawn, and at the right the point in the hand."""
    theme, telling = face.theme, face.readout()
    words, role = (telling, "label") if telling else ("top speed", "caption")
    row = QRectF(0.0, 0.0, face.width, theme.line_height("heading"))
    text(painter, row, words, theme.font(role), theme.color("you" if telling else "faint"), RIGHT)
    room = face.width - text_width(words, theme.font(role)) - theme.px(10)
    paint_title(painter, theme, elided(TITLE, theme.font("heading"), room), "")


def _paint_speeds(painter: QPainter, face: ScheduleFace) -> None:
    theme, frame = face.theme, face.frame
    for value, words in zip(line.SPEEDS.values, line.SPEEDS.texts, strict=True):
        place = QRectF(frame.area.right() + theme.px(6), frame.y_of(value) - 10, 10, 20)
        text(painter, place, words, theme.font("caption"), theme.color("faint"), LEFT)


def _paint_curve(painter: QPainter, face: ScheduleFace) -> None:
    theme, frame = face.theme, face.frame
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("vel"), theme.stroke("curve_chosen")))
    painter.drawPolyline(polygon(face.curve))
    at = min(float(face.cursor), frame.span.last)
    paint_cursor(painter, theme, frame, at)
    now = QPointF(frame.x_of(at), frame.y_of(line.height_of(line.value_on(face.points, at))))
    disc(painter, now, theme.px(3), theme.color("ink"), theme.color(GROUND), theme.px(1.2))


def _paint_points(painter: QPainter, face: ScheduleFace) -> None:
    """The learner's own, so violet; the one in the hand is filled."""
    theme = face.theme
    for index in range(len(face.points)):
        held = index == face.chosen
        radius = theme.px(6.2 if held or index == face.hot else 5.2)
        fill = theme.color("you" if held else "panel")
        disc(painter, face.place(index), radius, fill, theme.color("you"), theme.px(1.9))
