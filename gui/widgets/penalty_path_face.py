"""How a regularization path is laid out and painted: weights over the price of a weight, below them the zeros."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.curve_paint import left_room
from gui.widgets.penalty_content import PathSeen
from gui.widgets.polylines import polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, stroke, text, text_width, wrapped
from gui.widgets.ticks import Ticks, decade_ticks, linear_ticks
from sim.numerals import write_count, write_fixed, write_significant
from sim.phrases import joined, phrase, word

NOTHING = "The path is being trained."
ZEROS = word("exactly 0")
HANDLE = 7.0
_LOWER_SHARE, _GAP, _AIR = 0.27, 16.0, 0.06
_LEAST_FOR_ZEROS = 150.0
_MOST_DOTS = 12


@dataclass(frozen=True, eq=False)
class PathFace:
    """The path in a box of `size`; `at` is the place of the lambda that is read, `line` that of a marked weight."""

    theme: Theme
    size: tuple[float, float]
    path: PathSeen
    at: int
    line: int = -1

    @property
    def is_empty(self) -> bool:
        """Is there nothing to draw?"""
        return self.path.lambdas.size < 2 or not self.path.weights.size

    @cached_property
    def exponents(self) -> Array:
        """The lambdas as powers of ten."""
        rows: Array = np.log10(np.maximum(self.path.lambdas, 1e-12))
        return rows

    @cached_property
    def head(self) -> float:
        """The height of the words above."""
        return self.theme.line_height("small") + self.theme.px(HANDLE + 5.0)

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest weight of the axis."""
        finite = self.path.weights[np.isfinite(self.path.weights)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (-1.0, 1.0)
        low, high = min(low, 0.0), max(high, 0.0)
        air = _AIR * max(high - low, 1e-6)
        return low - air, high + air

    @cached_property
    def area(self) -> QRectF:
        """Where the weights are drawn."""
        theme, (wide, tall) = self.theme, self.size
        foot = theme.line_height("caption") + theme.px(5.0)
        room = tall - self.head - foot
        high = room * (1.0 - _LOWER_SHARE) - theme.px(_GAP) if self.has_zeros else room
        left = left_room(theme, (*self.up.texts, write_count(self.path.total)))
        return QRectF(left, self.head, max(20.0, wide - left - theme.px(8.0)), max(16.0, high))

    @cached_property
    def has_zeros(self) -> bool:
        """Is there room for the count of zeros below?"""
        return self.size[1] >= self.theme.px(_LEAST_FOR_ZEROS) and self.path.zeros.size == self.path.lambdas.size

    @cached_property
    def lower(self) -> QRectF:
        """Where the zeros are counted."""
        foot = self.theme.line_height("caption") + self.theme.px(5.0)
        top = self.area.bottom() + self.theme.px(_GAP)
        return QRectF(self.area.left(), top, self.area.width(), max(1.0, self.size[1] - foot - top))

    @cached_property
    def up(self) -> Ticks:
        """Round weights."""
        return linear_ticks(*self.reach, max(2.0, self.size[1] / self.theme.px(70.0)))

    def x_of(self, exponent: float) -> float:
        """The pixel of a lambda, given as its power of ten."""
        first, last = float(self.exponents[0]), float(self.exponents[-1])
        return self.area.left() + (exponent - first) / max(last - first, 1e-9) * self.area.width()

    def y_of(self, weight: float) -> float:
        """The pixel of a weight."""
        low, high = self.reach
        return self.area.bottom() - (weight - low) / (high - low) * self.area.height()

    def points(self, line: int) -> Array:
        """A weight's way in pixels (n, 2)."""
        low, high = self.reach
        first, last = float(self.exponents[0]), float(self.exponents[-1])
        x = self.area.left() + (self.exponents - first) / max(last - first, 1e-9) * self.area.width()
        weights = np.nan_to_num(self.path.weights[:, line])
        found: Array = np.column_stack(
            (x, self.area.bottom() - (weights - low) / (high - low) * self.area.height())
        )
        return found

    def alive(self, line: int) -> Array:
        """The way of a weight as far as it is not 0 for good, with the first 0 after it."""
        known = np.flatnonzero(self.path.weights[:, line])
        return self.points(line)[: int(known[-1]) + 2] if known.size else np.zeros((0, 2))

    def place_at(self, x: float) -> int:
        """The lambda nearest to a pixel."""
        first, last = float(self.exponents[0]), float(self.exponents[-1])
        share = (x - self.area.left()) / max(1.0, self.area.width())
        return int(np.abs(self.exponents - (first + share * (last - first))).argmin())

    def line_at(self, at: QPointF) -> int:
        """The weight whose line lies under a pixel; -1 for none."""
        if self.is_empty or not self.area.contains(at):
            return -1
        place, near = self.place_at(at.x()), self.theme.px(6.0)
        heights = np.array([self.points(line)[place, 1] for line in range(self.path.weights.shape[1])])
        alive = self.path.weights[place] != 0.0
        distance = np.where(alive, np.abs(heights - at.y()), np.inf)
        best = int(distance.argmin())
        return best if distance[best] <= near else -1

    def words(self) -> str:
        """What is read off at the cursor."""
        return self.forms()[0]

    def forms(self) -> tuple[str, ...]:
        """The same in ever fewer words."""
        path = self.path
        said = [phrase("λ = {number}", number=write_significant(float(path.lambdas[self.at]), 2))]
        if path.zeros.size == path.lambdas.size:
            zeros, total = write_count(int(path.zeros[self.at])), write_count(path.total)
            said.append(phrase("{zeros} of {total} exactly 0", zeros=zeros, total=total))
        if path.loss.size == path.lambdas.size:
            said.append(phrase("loss {loss}", loss=write_significant(float(path.loss[self.at]), 3)))
        return tuple(joined(said[:count], ",  ") for count in range(len(said), 0, -1))

    def line_words(self) -> str:
        """The weight that is marked."""
        if not 0 <= self.line < self.path.weights.shape[1]:
            return ""
        names = self.path.names
        name = names[self.line] if self.line < len(names) else phrase("weight {index}", index=self.line + 1)
        return phrase("{name}: {number}", name=name,
                      number=write_significant(float(self.path.weights[self.at, self.line]), 3))  # fmt: skip

    @property
    def progress(self) -> str:
        """How much of the training is made."""
        done = min(self.path.done, 1.0)
        return "" if done >= 1.0 else phrase("{percent} % trained", percent=write_fixed(math.floor(100.0 * done), 0))


def paint_ground(painter: QPainter, face: PathFace) -> None:
    """Grid, lines, zeros: what stands still while the cursor moves."""
    theme, area = face.theme, face.area
    font, high, faint = theme.font("caption"), theme.line_height("caption"), theme.color("faint")
    for value, words in zip(face.up.values, face.up.texts, strict=True):
        y = round(face.y_of(value)) + 0.5
        color = theme.color("rule" if value == 0.0 else "line")
        stroke(painter, QPointF(area.left(), y), QPointF(area.right(), y), color, theme.stroke("hairline"))
        box = QRectF(0.0, y - high / 2, area.left() - theme.px(6.0), high)
        text(painter, box, words, font, faint, RIGHT)
    for line in range(face.path.weights.shape[1]):
        _paint_line(painter, face, line, theme.stroke("hairline"), 1.0)
    if face.has_zeros:
        _paint_zeros(painter, face)
    _paint_lambdas(painter, face)


def _paint_line(painter: QPainter, face: PathFace, line: int, width: float, alpha: float) -> None:
    points = face.alive(line)
    if len(points) < 2:
        return
    role = "plus" if float(face.path.weights[0, line]) >= 0.0 else "minus"
    painter.setPen(QPen(face.theme.color(role, alpha), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(polygon(thin_out(points)))


def _paint_zeros(painter: QPainter, face: PathFace) -> None:
    theme, area, path = face.theme, face.lower, face.path
    font, high, faint = theme.font("caption"), theme.line_height("caption"), theme.color("faint")
    share = path.zeros / max(1, path.total)
    x = np.array([face.x_of(float(exponent)) for exponent in face.exponents])
    line = np.column_stack((x, area.bottom() - share * area.height()))
    ground = np.vstack(((x[0], area.bottom()), line, (x[-1], area.bottom())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink", 0.12))
    painter.drawPolygon(polygon(ground))
    painter.setPen(QPen(theme.color("ink"), theme.stroke("curve")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(polygon(thin_out(line)))
    for value, y in ((path.total, area.top()), (0, area.bottom())):
        line_color = theme.color("line" if value else "rule")
        stroke(painter, QPointF(area.left(), y), QPointF(area.right(), y), line_color, theme.stroke("hairline"))
        box = QRectF(0.0, y - high / 2, area.left() - theme.px(6.0), high)
        text(painter, box, write_count(value), font, faint, RIGHT)
    title = QRectF(area.left() + theme.px(4.0), area.top() + theme.px(2.0), area.width(), high)
    text(painter, title, ZEROS, font, theme.color("soft"), LEFT)


def _paint_lambdas(painter: QPainter, face: PathFace) -> None:
    theme = face.theme
    area = face.lower if face.has_zeros else face.area
    font, high = theme.font("caption"), theme.line_height("caption")
    top, limit = area.bottom() + theme.px(4.0), area.right() + theme.px(6.0)
    wide = max(2.0, area.width() / theme.px(56.0))
    ticks = decade_ticks(float(face.exponents[0]), float(face.exponents[-1]), wide)
    for value, number in zip(reversed(ticks.values), reversed(ticks.texts), strict=True):
        words = phrase("λ = {number}", number=number) if value == ticks.values[-1] else number
        size, x = text_width(words, font), face.x_of(value)
        far = area.right() + theme.px(6.0) - size
        left = min(max(x - text_width(number, font) / 2, area.left() - theme.px(8.0)), far)
        if left + size <= limit:
            text(painter, QRectF(left, top, size, high), words, font, theme.color("faint"), LEFT)
            limit = left - theme.px(8.0)
        stroke(painter, QPointF(x, area.bottom()), QPointF(x, area.bottom() + theme.px(3.0)), theme.color("rule"))


def paint_cursor(painter: QPainter, face: PathFace, hot: bool) -> None:
    """The lambda that is read: a line with a handle, a dot on every weight that is left, the words above."""
    theme, area = face.theme, face.area
    x = face.x_of(float(face.exponents[face.at]))
    bottom = face.lower.bottom() if face.has_zeros else area.bottom()
    handle = QPointF(x, area.top() - theme.px(HANDLE))
    if face.line >= 0:
        _paint_line(painter, face, face.line, theme.stroke("curve_chosen"), 1.0)
    stroke(painter, handle, QPointF(x, bottom), theme.color("you", 0.8), theme.stroke("hairline") * 1.4)
    largest = np.argsort(-np.abs(face.path.weights[face.at]))[:_MOST_DOTS]
    for line in largest[face.path.weights[face.at, largest] != 0.0].tolist():
        weight = float(face.path.weights[face.at, line])
        role = "plus" if weight > 0.0 else "minus"
        at = QPointF(x, face.y_of(weight))
        disc(painter, at, theme.px(2.6), theme.color(role), theme.color("stage"), theme.px(1.0))
    if face.has_zeros:
        y = face.lower.bottom() - float(face.path.zeros[face.at]) / max(1, face.path.total) * face.lower.height()
        disc(painter, QPointF(x, y), theme.px(3.0), theme.color("ink"), theme.color("stage"), theme.px(1.2))
    if hot:
        disc(painter, handle, theme.px(HANDLE + 4.0), theme.color("you", 0.2))
    disc(painter, handle, theme.px(HANDLE - 1.0), theme.color("stage"), theme.color("you"), theme.px(2.4))
    _paint_words(painter, face)


def _paint_words(painter: QPainter, face: PathFace) -> None:
    theme, font = face.theme, face.theme.font("value")
    high, left = theme.line_height("small"), face.area.left()
    beside = face.line_words() or face.progress
    small = theme.font("small")
    room = face.size[0] - left - (text_width(beside, small) + theme.px(12.0) if beside else 0.0)
    words = next((form for form in face.forms() if text_width(form, font) <= room), face.forms()[-1])
    text(painter, QRectF(left, 0.0, room, high), words, font, theme.color("ink"), LEFT)
    if beside:
        text(painter, QRectF(0.0, 0.0, face.size[0], high), beside, small, theme.color("soft"), RIGHT)


def paint_nothing(painter: QPainter, face: PathFace) -> None:
    """Before there is a path."""
    theme, font = face.theme, face.theme.font("small")
    lines = wrapped(joined((NOTHING, face.progress)), font, face.size[0])
    high = theme.line_height("small")
    for row, words in enumerate(lines):
        top = face.size[1] / 2.0 + (row - len(lines) / 2.0) * high
        text(painter, QRectF(0.0, top, face.size[0], high), words, font, theme.color("soft"), CENTRE)
