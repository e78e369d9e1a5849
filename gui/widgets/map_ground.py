"""The still layer of a map: relief, contour lines, minima and saddles, axis numbers. Painted once, kept as a pixmap.

The field that was asked for arrives a moment after the view has changed. Until then the old field is drawn where it
belongs in the new view, so the ground moves with the hand; what lies outside it is plain `fog`. Cells without a number
are hatched.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array, ContourLines, Rect, Span, contour_lines, levels_for, span_of
from gui.widgets.map_basins import Basins, basin_image
from gui.widgets.polylines import clip, polygon
from gui.widgets.relief import relief_image, relief_look
from gui.widgets.shapes import begin
from gui.widgets.viewport import Viewport

_MINOR, _MAJOR = 0.38, 0.75
_HATCH_STEP = 9.0
_FEWEST_CELLS = 64
_EDGE = 3.0
CROWD = 12


@dataclass(frozen=True, eq=False)
class Field:
    """Heights over a rectangle of the plane: (rows, columns), row 0 at the lowest y.

    foot: so far above the lowest of them logarithmic heights begin at least.
    """

    values: Array
    rect: Rect
    log_levels: bool
    foot: float = 0.0

    def inside(self, domain: Rect) -> Array:
        """The part within the landscape proper; all of it where that part is too small to speak for the picture."""
        rows, columns = self.values.shape
        x, y = np.linspace(*self.rect[:2], columns), np.linspace(*self.rect[2:], rows)
        across = (x >= domain[0]) & (x <= domain[1])
        down = (y >= domain[2]) & (y <= domain[3])
        part: Array = self.values[np.ix_(down, across)]
        return part if part.size >= _FEWEST_CELLS else self.values


@dataclass(frozen=True)
class Features:
    """Points of the plane that are marked: minima with a cross, saddles with a diamond."""

    minima: tuple[tuple[float, float], ...] = ()
    saddles: tuple[tuple[float, float], ...] = ()


class Ground:
    """Keeps what is drawn under the racers: the picture of the field per theme, and the whole layer per view."""

    def __init__(self) -> None:
        self._field: Field | None = None
        self._span = Span(0.0, 0.0, 1.0)
        self._lines = ContourLines()
        self._image = QImage()
        self._image_for: object = None
        self._basins: Basins | None = None
        self._tint = QImage()
        self._tint_for: object = None
        self._lines_layer = QPixmap()
        self._lines_for: object = None
        self._layer = QPixmap()
        self._layer_for: object = None
        self.painted = 0

    @property
    def field(self) -> Field | None:
        """What is shown now."""
        return self._field

    def set_field(self, field: Field, domain: Rect) -> None:
        """Show another field; the range of tones and lines is that of its part inside `domain`."""
        self._field = field
        span = span_of(field.inside(domain))
        self._span = replace(span, foot=max(span.foot, field.foot))
        finite = field.values[np.isfinite(field.values)]
        top = float(finite.max()) if finite.size else None
        levels = levels_for(self._span, field.log_levels, top)
        self._lines = contour_lines(field.values, field.rect, levels)
        self.forget()

    def set_basins(self, basins: Basins | None) -> None:
        """Tint the ground by where its starts end."""
        self._basins = basins
        self._tint_for = self._layer_for = None
        if basins is None:
            self._lines_layer, self._lines_for = QPixmap(), None

    def forget(self) -> None:
        """Paint anew at the next opportunity."""
        self._image_for = self._lines_for = self._layer_for = None

    def layer(self, theme: Theme, view: Viewport, features: Features, ratio: float) -> QPixmap:
        """The still layer of a view, from the cache where nothing has changed."""
        key = (theme, view, features, ratio)
        if key != self._layer_for:
            self._layer = self._paint(theme, view, features, ratio)
            self._layer_for = key
            self.painted += 1
        return self._layer

    def _paint(self, theme: Theme, view: Viewport, features: Features, ratio: float) -> QPixmap:
        layer = empty_layer(view, ratio, theme.color("stage" if self._field is None else "fog"))
        with _painter_on(layer, view) as painter:
            if self._field is not None:
                self._paint_relief(painter, self._field, theme, view)
            if self._field is not None and self._basins is not None:
                self._paint_basins(painter, self._basins, theme, view)
                painter.drawPixmap(QPointF(view.left, view.top), self._kept_lines(theme, view, ratio))
            elif self._field is not None:
                self._paint_lines(painter, theme, view)
            paint_features(painter, theme, view, features)
        return layer

    def _kept_lines(self, theme: Theme, view: Viewport, ratio: float) -> QPixmap:
        """The lines as a layer of their own: basins change under a slider, and lines cost most of the ground."""
        key = (theme, view, ratio)
        if key != self._lines_for:
            self._lines_layer = empty_layer(view, ratio, QColor(0, 0, 0, 0))
            with _painter_on(self._lines_layer, view) as painter:
                self._paint_lines(painter, theme, view)
            self._lines_for = key
        return self._lines_layer

    def _paint_relief(self, painter: QPainter, field: Field, theme: Theme, view: Viewport) -> None:
        place = rect_of(field.rect, view).intersected(QRectF(view.left, view.top, view.width, view.height))
        if place.isEmpty():
            return
        if not np.isfinite(field.values).all():
            paint_hatch(painter, place, theme.color("rule", 0.35))
        self._make_image(field, theme, view)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image, cut_out(field.values.shape, field.rect, view, place))

    def _paint_basins(self, painter: QPainter, basins: Basins, theme: Theme, view: Viewport) -> None:
        place = rect_of(basins.rect, view).intersected(QRectF(view.left, view.top, view.width, view.height))
        if place.isEmpty():
            return
        if self._tint_for != theme.name:
            self._tint = basin_image(basins, theme)
            self._tint_for = theme.name
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._tint, cut_out(basins.labels.shape, basins.rect, view, place))

    def _make_image(self, field: Field, theme: Theme, view: Viewport) -> None:
        if self._image_for == theme.name:
            return
        rows, columns = field.values.shape
        x0, x1, y0, y1 = field.rect
        cell = ((x1 - x0) * view.x_scale / max(1, columns - 1), (y1 - y0) * view.y_scale / max(1, rows - 1))
        pixels = relief_image(field.values, self._span, field.log_levels, cell, relief_look(theme))
        shape = QImage.Format.Format_RGBA8888_Premultiplied
        self._image = QImage(pixels.data, columns, rows, columns * 4, shape).convertToFormat(
            QImage.Format.Format_ARGB32_Premultiplied
        )
        self._image_for = theme.name

    def _paint_lines(self, painter: QPainter, theme: Theme, view: Viewport) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 1.0 if theme.stroke("hairline") <= 1.0 and not theme.presentation else theme.stroke("hairline") * 1.4
        for lines, alpha in ((self._lines.minor, _MINOR), (self._lines.major, _MAJOR)):
            painter.setPen(QPen(theme.color("relief_line", alpha), width))
            for line in pixel_polygons(lines, view):
                painter.drawPolyline(line)


def empty_layer(view: Viewport, ratio: float, color: QColor) -> QPixmap:
    """A pixmap of the picture's size in one colour."""
    layer = QPixmap(max(1, round(view.width * ratio)), max(1, round(view.height * ratio)))
    layer.setDevicePixelRatio(ratio)
    layer.fill(color)
    return layer


@contextmanager
def _painter_on(layer: QPixmap, view: Viewport) -> Iterator[QPainter]:
    """Paints on a layer in the widget's pixels."""
    with QPainter(layer) as painter:
        begin(painter)
        painter.translate(-view.left, -view.top)
        yield painter


def rect_of(rect: Rect, view: Viewport) -> QRectF:
    """A rectangle of the plane in pixels, kept within a few pictures' distance."""
    left, top = view.pixel_of(rect[0], rect[3])
    right, bottom = view.pixel_of(rect[1], rect[2])
    left, top = max(left, view.left - view.width), max(top, view.top - view.height)
    right, bottom = min(right, view.left + 2 * view.width), min(bottom, view.top + 2 * view.height)
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def cut_out(shape: tuple[int, ...], rect: Rect, view: Viewport, place: QRectF) -> QRectF:
    """The part of the picture of a table over `rect` that is seen at `place`; its samples lie on the edges, not half a
    cell inside.
    """
    rows, columns = shape
    x0, x1, y0, y1 = rect
    left, top = view.point_at(place.left(), place.top())
    right, bottom = view.point_at(place.right(), place.bottom())
    across, down = (columns - 1) / (x1 - x0), (rows - 1) / (y1 - y0)
    return QRectF(0.5 + (left - x0) * across, 0.5 + (y1 - top) * down, (right - left) * across, (top - bottom) * down)


def pixel_polygons(lines: tuple[Array, ...], view: Viewport) -> list[QPolygonF]:
    """Lines of the plane as pixels, without what lies outside the picture."""
    lines = tuple(line for line in lines if len(line) > 1)
    if not lines:
        return []
    low = np.array((view.left - _EDGE, view.top - _EDGE))
    high = np.array((view.left + view.width + _EDGE, view.top + view.height + _EDGE))
    points = view.to_pixels(np.concatenate(lines))
    ends = np.cumsum([len(line) for line in lines])
    starts = np.concatenate(([0], ends[:-1]))
    least, most = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    inside: Array = np.all((least >= low) & (most <= high), axis=1)
    outside: Array = np.any((most < low) | (least > high), axis=1)
    found: list[QPolygonF] = []
    for k in np.flatnonzero(~outside):
        part = points[starts[k] : ends[k]]
        parts = [part] if inside[k] else clip(part, (low[0], low[1], high[0], high[1]))
        found.extend(polygon(piece) for piece in parts)
    return found


def paint_hatch(painter: QPainter, area: QRectF, color: QColor) -> None:
    """Thin lines from lower left to upper right: nothing is known here."""
    painter.save()
    painter.setClipRect(area)
    painter.setPen(QPen(color, 1.0))
    height = area.height()
    for k in range(int((area.width() + height) / _HATCH_STEP) + 1):
        x = area.left() + k * _HATCH_STEP
        painter.drawLine(QPointF(x - height, area.bottom()), QPointF(x, area.top()))
    painter.restore()


def shown_pixels(view: Viewport, points: Array) -> Array:
    """The pixels (n, 2) of those points (n, 2) of the plane that lie in the picture."""
    points = np.asarray(points, np.float64).reshape(-1, 2)
    x0, x1, y0, y1 = view.plane
    inside = (points[:, 0] >= x0) & (points[:, 0] <= x1) & (points[:, 1] >= y0) & (points[:, 1] <= y1)
    return view.to_pixels(points[inside])


def paint_features(painter: QPainter, theme: Theme, view: Viewport, features: Features) -> None:
    """A cross at each minimum and a diamond at each saddle; smaller where there are many, saddles only where few."""
    minima = shown_pixels(view, np.array(features.minima))
    saddles = shown_pixels(view, np.array(features.saddles))
    size = theme.px(5.0 if len(minima) <= CROWD else 3.0)
    for x, y in saddles if len(saddles) <= CROWD else ():
        _paint_saddle(painter, theme, QPointF(x, y), size * 1.2)
    for x, y in minima:
        _paint_minimum(painter, theme, QPointF(x, y), size)


def _paint_saddle(painter: QPainter, theme: Theme, spot: QPointF, size: float) -> None:
    across, down = QPointF(size, 0), QPointF(0, size)
    painter.setPen(QPen(theme.color("soft"), theme.px(1.4)))
    painter.setBrush(theme.color("panel", 0.8))
    painter.drawPolygon(QPolygonF([spot - across, spot - down, spot + across, spot + down]))


def _paint_minimum(painter: QPainter, theme: Theme, spot: QPointF, size: float) -> None:
    across, down = QPointF(size, 0), QPointF(0, size)
    width = theme.px(1.4)
    for pen in (QPen(theme.color("panel", 0.7), width + 2), QPen(theme.color("soft"), width)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(spot - across, spot + across)
        painter.drawLine(spot - down, spot + down)
