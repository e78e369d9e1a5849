"""The tracks of racers on a map: from paths in the plane to lines of pixels, and their quick painting.

A track is a coloured line on a paler casing, so that it reads on every ground and where tracks cross. A wide pen with round joins
is slow (seven tracks of 500 points: 19 ms), so a track is drawn with the thinnest pen, several times: eight passes on a ring for
the casing and four close together for the line, 3.6 ms and no visible difference. Lines that are wider than that trick carries
(presentation mode, fine screens) get a true pen with flat caps and bevelled joins.

All lines here are in device pixels: the thin pen is quick only where one unit is one pixel.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.widgets.contours import Array
from gui.widgets.polylines import clip, finite_part, polygon, thin_out
from gui.widgets.viewport import Viewport

MARGIN = 40.0
_WIDEST_BY_PASSES = 3.2
_CASING_PASS = 0.34


@dataclass(frozen=True)
class TrailLook:
    """Colours and widths of a track; `casing_width` is added to `width`."""

    color: QColor
    casing: QColor
    width: float
    casing_width: float


def pixel_lines(path: Array, view: Viewport, ratio: float = 1.0) -> list[QPolygonF]:
    """The visible parts of a path (n, 2) of the plane in device pixels, `ratio` of them to a pixel of the widget."""
    if len(path) < 2:
        return []
    points = finite_part(view.to_pixels(finite_part(path)))
    box = (view.left - MARGIN, view.top - MARGIN, view.left + view.width + MARGIN, view.top + view.height + MARGIN)
    parts = [thin_out(part) for part in clip(points, box)]
    return [polygon(part * ratio) for part in parts if len(part) > 1]


def paint_trail(painter: QPainter, lines: list[QPolygonF], look: TrailLook, ratio: float = 1.0) -> None:
    """A cased track. The painter stands in the widget's pixels."""
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width, casing = look.width * ratio, (look.width + look.casing_width) * ratio
    if width <= _WIDEST_BY_PASSES:
        edge = QColor(look.casing)
        edge.setAlphaF(look.casing.alphaF() * _CASING_PASS)
        _passes(painter, lines, edge, ring(casing / 2.0 - 0.5, 8))
        _passes(painter, lines, look.color, _core(width))
    else:
        _stroke(painter, lines, look.casing, casing)
        _stroke(painter, lines, look.color, width)
    painter.restore()


def paint_ghost(
    painter: QPainter, lines: list[QPolygonF], color: QColor, width: float, dash: list[float], ratio: float = 1.0
) -> None:
    """A thin dashed line: where a racer went before the learner changed something, or where it will go."""
    pen = QPen(color, width * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    pen.setDashPattern(dash)
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline(line)
    painter.restore()


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


def _stroke(painter: QPainter, lines: list[QPolygonF], color: QColor, width: float) -> None:
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin))
    for line in lines:
        painter.drawPolyline(line)


def place_at(path: Array, step: int) -> tuple[float, float] | None:
    """Where a racer stands at a step: its last point with finite coordinates up to there, None without one."""
    seen = finite_part(np.asarray(path)[: max(0, step) + 1])
    return (float(seen[-1, 0]), float(seen[-1, 1])) if len(seen) else None
