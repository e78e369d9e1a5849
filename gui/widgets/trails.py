"""The tracks of racers on a map: from paths in the plane to lines of pixels, and their quick painting.

A track is a coloured line on a paler casing, so that it reads on every ground and where tracks cross. A wide pen with
round joins is slow (seven tracks of 500 points: 19 ms), so a track is drawn with the thinnest pen, several times: eight
passes on a ring for the casing and four close together for the line, 3.6 ms and no visible difference.

Lines that are wider than that trick carries (presentation mode, fine screens) are drawn piece by piece in a layer, each
piece a little longer than it is, so that no corner stays open: Qt fills single lines with flat ends at once and
strokes joined ones slowly (twice as fine a screen: 14 ms instead of 49). Each pixel of a casing is set, not blended,
so pieces that overlap leave no spots. Outside a layer a true pen with bevelled joins does it.

All lines here are in device pixels: the thin pen is quick only where one unit is one pixel.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from gui.widgets.contours import Array
from gui.widgets.paper import on_paper
from gui.widgets.polylines import clip, finite_part, points_of, polygon, thin_out

MARGIN = 40.0
CASING_SHARE = 0.75
_WIDEST_BY_PASSES = 3.2
_CASING_PASS = 0.34
_SEAM = 0.6


@dataclass(frozen=True, eq=False)
class Trail:
    """A path in device pixels and how it looks; `casing_width` is added to `width`. A dashed one has no casing."""

    points: Array
    color: QColor
    casing: QColor | None
    width: float
    casing_width: float
    dash: tuple[float, ...] = ()


class TrailLayer:
    """The tracks of a race as a transparent pixmap: while it plays, only the new steps are painted."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self.step = 0
        self._ghosts: tuple[Trail, ...] = ()
        self._trails: tuple[Trail, ...] = ()

    def redraw(self, size: QSize, ratio: float, ghosts: Sequence[Trail], trails: Sequence[Trail], step: int) -> None:
        """Paint everything anew up to a step; `size` in the widget's pixels, `ratio` device pixels to each."""
        device = size * ratio
        self.pixmap = QPixmap(max(1, device.width()), max(1, device.height()))
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self._ghosts, self._trails, self.step = tuple(ghosts), tuple(trails), step
        with self._painter() as painter:
            self._paint_all(painter)
        self.pixmap.setDevicePixelRatio(ratio)

    def append(self, trails: Sequence[Trail], step: int) -> None:
        """Paint what lies between the last step and this one."""
        if step <= self.step:
            return
        ratio = self.pixmap.devicePixelRatioF()
        self.pixmap.setDevicePixelRatio(1.0)
        with self._painter() as painter:
            for trail in trails:
                points = trail.points[max(0, self.step - 1) : step + 1]
                paint_trail(painter, self._lines(points), trail, layered=True)
        self.pixmap.setDevicePixelRatio(ratio)
        self.step = step

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Put the tracks into a picture whose upper left corner this is: as pixels, on paper as lines."""
        if not on_paper(painter):
            painter.drawPixmap(corner, self.pixmap)
            return
        ratio = self.pixmap.devicePixelRatioF()
        painter.save()
        painter.translate(corner)
        painter.scale(1.0 / ratio, 1.0 / ratio)
        self._paint_all(painter)
        painter.restore()

    def _paint_all(self, painter: QPainter) -> None:
        for ghost in self._ghosts:
            paint_dashed(painter, self._lines(ghost.points), ghost)
        for trail in self._trails:
            paint_trail(painter, self._lines(trail.points[: self.step + 1]), trail, layered=True)

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        with QPainter(self.pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            yield painter

    def _lines(self, points: Array) -> list[QPolygonF]:
        return pixel_lines(points, self.pixmap.width(), self.pixmap.height())


def pixel_lines(points: Array, width: float, height: float) -> list[QPolygonF]:
    """The parts of a path (n, 2) of pixels that lie in or near a picture of this size."""
    box = (-MARGIN, -MARGIN, width + MARGIN, height + MARGIN)
    return [polygon(thin_out(part)) for part in clip(finite_part(points), box) if len(part) > 1]


def paint_trail(painter: QPainter, lines: list[QPolygonF], trail: Trail, layered: bool = False) -> None:
    """A cased track; `layered`: into a transparent layer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    whole = trail.width + trail.casing_width
    if on_paper(painter):
        _stroke_cased(painter, lines, trail)
    elif trail.width <= _WIDEST_BY_PASSES:
        if trail.casing is not None:
            edge = QColor(trail.casing)
            edge.setAlphaF(trail.casing.alphaF() * _CASING_PASS)
            _passes(painter, lines, edge, ring(whole / 2.0 - 0.5, 8))
        _passes(painter, lines, trail.color, _core(trail.width))
    elif layered:
        if trail.casing is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            _pieces(painter, lines, trail.casing, whole)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        _pieces(painter, lines, trail.color, trail.width)
    else:
        _stroke_cased(painter, lines, trail)


def paint_dashed(painter: QPainter, lines: list[QPolygonF], trail: Trail) -> None:
    """A thin dashed line: where a racer went before the learner changed something, or where it will go."""
    pen = QPen(trail.color, trail.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    if trail.dash:
        pen.setDashPattern([length / max(1.0, trail.width) for length in trail.dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline(line)


def ring(radius: float, count: int) -> list[QPointF]:
    """So many shifts, evenly spread on a circle."""
    angles = (2.0 * math.pi * (k + 0.5) / count for k in range(count))
    return [QPointF(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]


def _core(width: float) -> list[QPointF]:
    """Shifts of a pen one pixel wide that together cover a line of `width`."""
    reach = max(0.0, (width - 1.0) / 2.0)
    if reach < 0.2:
        return [QPointF()]
    return ring(reach * math.sqrt(2.0) * 0.9, 4) if reach <= 0.75 else [*ring(reach, 6), *ring(reach * 0.4, 2)]


def _passes(painter: QPainter, lines: list[QPolygonF], color: QColor, shifts: list[QPointF]) -> None:
    painter.setPen(QPen(color, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin))
    for shift in shifts:
        painter.translate(shift)
        for line in lines:
            painter.drawPolyline(line)
        painter.translate(-shift)


def _pieces(painter: QPainter, lines: list[QPolygonF], color: QColor, width: float) -> None:
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin))
    for line in lines:
        pieces = pieces_of(points_of(line), width / 2.0)
        if len(pieces):
            painter.drawLines([QLineF(*piece) for piece in pieces.tolist()])


def pieces_of(points: Array, reach: float) -> Array:
    """The pieces (x, y, x, y) of a line, drawn out at its corners until their outer edges meet; where it turns back, by
    half the width. Soft ends overlap by `_SEAM` more. `reach` is half the width.
    """
    steps = np.diff(points, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    steps, lengths, starts = steps[lengths > 0.0], lengths[lengths > 0.0], points[:-1][lengths > 0.0]
    ways = steps / lengths[:, None]
    cosines = (ways[:-1] * ways[1:]).sum(axis=1)
    bends = np.sqrt(np.maximum(0.0, 1.0 - cosines) / np.maximum(1e-9, 1.0 + cosines))
    more = reach * np.minimum(1.0, bends) + _SEAM
    before, after = np.concatenate(([0.0], more)), np.concatenate((more, [0.0]))
    if len(starts) == 0:
        return np.zeros((0, 4))
    return np.hstack((starts - ways * before[:, None], starts + steps + ways * after[:, None]))


def _stroke_cased(painter: QPainter, lines: list[QPolygonF], trail: Trail) -> None:
    if trail.casing is not None:
        _stroke(painter, lines, trail.casing, trail.width + trail.casing_width)
    _stroke(painter, lines, trail.color, trail.width)


def _stroke(painter: QPainter, lines: list[QPolygonF], color: QColor, width: float) -> None:
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin))
    for line in lines:
        painter.drawPolyline(line)
