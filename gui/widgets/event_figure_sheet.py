"""The sheet that the figures of events are drawn on: 312 by 122 units, whatever its size on the screen.

A figure is a function of a `Sheet`. It names places in units and colours by their roles; widths and type follow the
theme. Labels are remembered in `written`, so that a test can see that they stay on the sheet and off each other.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.shapes import LEFT, elided, text, text_width

Array = NDArray[np.float64]
Point = tuple[float, float]

WIDE, HIGH = 312.0, 122.0
MARGIN = 6.0  # no label comes nearer to the edge
_STROKE = 1.6  # tokens: stroke.curve at 100 %
_FAR = 4000.0
_TIGHTEST = 0.66  # how far a long label may be squeezed before it is cut


@dataclass(frozen=True)
class Written:
    """A label that was drawn, and the place of its letters in units."""

    words: str
    place: QRectF


@dataclass(frozen=True)
class Frame:
    """A part of the sheet with axes of its own: x from `low_x` at `left`, y from `low_y` at `bottom`."""

    left: float
    top: float
    right: float
    bottom: float
    low_x: float = 0.0
    high_x: float = 1.0
    low_y: float = 0.0
    high_y: float = 1.0

    def at(self, x: float, y: float) -> Point:
        """Where a point of the axes lies on the sheet."""
        across = (x - self.low_x) / (self.high_x - self.low_x)
        up = (y - self.low_y) / (self.high_y - self.low_y)
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def line(self, xs: Sequence[float] | Array, ys: Sequence[float] | Array) -> list[Point]:
        """The same for a line."""
        return [self.at(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


class Sheet:
    """Draws in units. The painter belongs to the caller."""

    def __init__(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        self.painter = painter
        self.theme = theme
        self.written: list[Written] = []
        self.scale = place.width() / WIDE
        self._thick = theme.stroke("curve") / (_STROKE * theme.px(1.0))
        painter.translate(place.topLeft())
        painter.scale(self.scale, self.scale)

    # Colours --------------------------------------------------------------------------------------------------------

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role."""
        return self.theme.color(role, alpha)

    def pen(self, role: str, width: float = 1.2, alpha: float = 1.0, dash: Sequence[float] = ()) -> QPen:
        """A round pen; in the contrast theme and on a projector it is wider."""
        pen = QPen(self.color(role, alpha), width * self._thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern(list(dash))
        return pen

    # Lines ----------------------------------------------------------------------------------------------------------

    def line(
        self, points: Sequence[Point], role: str = "soft", width: float = 1.2, alpha: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A line through the points."""
        self.painter.setPen(self.pen(role, width, alpha, dash))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def area(self, points: Sequence[Point], role: str, alpha: float = 1.0) -> None:
        """A filled polygon."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(role, alpha))
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def bend(self, start: Point, first: Point, second: Point, end: Point, role: str, width: float = 1.2,
             alpha: float = 1.0, dash: Sequence[float] = ()) -> None:  # fmt: skip
        """A cubic curve."""
        path = QPainterPath(QPointF(*start))
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        self.painter.setPen(self.pen(role, width, alpha, dash))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def arrow(self, start: Point, end: Point, role: str = "soft", width: float = 1.4, head: float = 5.0,
              dash: Sequence[float] = (), alpha: float = 1.0) -> None:  # fmt: skip
        """A line with a head at its end."""
        (x0, y0), (x1, y1) = start, end
        length = max(1e-6, float(np.hypot(x1 - x0, y1 - y0)))
        along, across = ((x1 - x0) / length, (y1 - y0) / length), (-(y1 - y0) / length, (x1 - x0) / length)
        head = min(head, 0.7 * length)
        neck = (x1 - 0.8 * head * along[0], y1 - 0.8 * head * along[1])
        self.line([start, neck], role, width, alpha, dash)
        foot, wing = (x1 - head * along[0], y1 - head * along[1]), 0.52 * head
        wings = [(foot[0] + side * wing * across[0], foot[1] + side * wing * across[1]) for side in (1, -1)]
        self.area([(x1, y1), *wings], role, alpha)

    # Shapes ---------------------------------------------------------------------------------------------------------

    def disc(self, at: Point, radius: float, fill: str = "", edge: str = "", width: float = 1.2,
             alpha: float = 1.0, dash: Sequence[float] = ()) -> None:  # fmt: skip
        """A circle; alpha is that of its ground."""
        self._shape(fill, edge, width, alpha, dash)
        self.painter.drawEllipse(QPointF(*at), radius, radius)

    def box(
        self, left: float, top: float, width: float, height: float, fill: str = "", edge: str = "", radius: float = 3.0,
        line: float = 1.2, alpha: float = 1.0, dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A rounded box; alpha is that of its ground."""
        self._shape(fill, edge, line, alpha, dash)
        self.painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)

    def square(self, at: Point, side: float, fill: str, edge: str = "", width: float = 1.2) -> None:
        """A square around a point."""
        self.box(at[0] - side / 2, at[1] - side / 2, side, side, fill, edge, 1.0, width)

    def _shape(self, fill: str, edge: str, width: float, alpha: float, dash: Sequence[float]) -> None:
        self.painter.setPen(self.pen(edge, width, 1.0, dash) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(fill, alpha) if fill else Qt.BrushStyle.NoBrush)

    def cells(self, left: float, top: float, width: float, height: float, values: Array, kind: str = "ink") -> None:
        """A grid of values as a picture: "ink" 0..1, "signed" -1..1, "relief" 0..1; row 0 is at the top."""
        picture = image_of(self.theme, values, kind)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, kind == "relief")
        self.painter.drawImage(QRectF(left, top, width, height), picture)

    def point(self, at: Point, positive: bool, radius: float = 3.4) -> None:
        """A point of data as everywhere: class 1 a blue circle, class 0 an orange square."""
        if positive:
            self.disc(at, radius, "plus", "panel", 0.9)
        else:
            self.square(at, 1.8 * radius, "minus", "panel", 0.9)

    @contextmanager
    def inside(self, left: float, top: float, width: float, height: float) -> Iterator[None]:
        """Draw nothing outside this box."""
        self.painter.save()
        self.painter.setClipRect(QRectF(left, top, width, height))
        yield
        self.painter.restore()

    # Words ----------------------------------------------------------------------------------------------------------

    def label(self, x: float, y: float, words: str, role: str = "soft", side: str = "centre", font: str = "caption",
              room: float = 90.0) -> None:  # fmt: skip
        """One line of words whose middle is at height `y`: around, right of ("left") or left of ("right") x.

        room: how many units it may take; longer words are squeezed a little, then cut.
        """
        shown, face, reach = self._fitted(words, font, room * self.scale)
        squeeze = min(1.0, room * self.scale / reach) if reach else 1.0
        wide = min(reach, room * self.scale) / self.scale
        left = x - wide / 2 if side == "centre" else x if side == "left" else x - wide
        self.painter.save()
        self.painter.translate(left, y)
        self.painter.scale(squeeze / self.scale, 1 / self.scale)
        text(self.painter, QRectF(0, -_FAR, reach, 2 * _FAR), shown, face, self.color(role), LEFT)
        self.painter.restore()
        metrics = QFontMetricsF(face)
        high = (metrics.capHeight() + 0.4 * metrics.descent()) / self.scale
        self.written.append(Written(shown, QRectF(left, y - 0.5 * metrics.capHeight() / self.scale, wide, high)))

    def _fitted(self, words: str, font: str, room: float) -> tuple[str, QFont, float]:
        """The words, their font, and how far they reach unsqueezed, at most `room` after squeezing."""
        face = self.theme.font(font)
        natural = self.theme.type_size(font) / self.theme.px(1.0)
        face.setPixelSize(max(self.theme.type_size(font), round(natural * self.scale)))
        reach = text_width(words, face)
        if reach * _TIGHTEST > room:
            words = elided(words, face, room / _TIGHTEST)
            reach = text_width(words, face)
        return words, face, reach

    def symbol(self, x: float, y: float, words: str, role: str = "ink", side: str = "centre") -> None:
        """A symbol of a formula, in the voice's italic."""
        self.label(x, y, words, role, side, "symbol")


def image_of(theme: Theme, values: Array, kind: str) -> QImage:
    """A picture with one pixel per value."""
    if kind == "signed":
        strength = 0.9 * np.abs(np.clip(values, -1, 1)) ** 0.8
        ends = np.where(values[..., None] >= 0, _rgb(theme, "plus"), _rgb(theme, "minus"))
        rgb = _rgb(theme, "mid") + strength[..., None] * (ends - _rgb(theme, "mid"))
    else:
        low, high = ("relief_lo", "relief_hi") if kind == "relief" else ("panel", "ink")
        rgb = _rgb(theme, low) + np.clip(values, 0, 1)[..., None] * (_rgb(theme, high) - _rgb(theme, low))
    bytes_of = np.ascontiguousarray(np.round(rgb).astype(np.uint8))
    rows, columns = values.shape
    return QImage(bytes_of.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()


def _rgb(theme: Theme, role: str) -> Array:
    color = theme.color(role)
    return np.array((color.red(), color.green(), color.blue()), dtype=np.float64)


