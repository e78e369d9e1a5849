"""The tracks on a relief as a transparent pixmap: what is seen is a cased line, what a hill hides a faint dashed one.

While only time moves on, new steps are added to the pixmap; while the surface turns, everything is painted anew.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.map_spots import NO_POINTS
from gui.widgets.markers import color_of
from gui.widgets.polylines import polygon
from gui.widgets.surface_tracks import Track
from gui.widgets.trails import CASING_SHARE, Trail, paint_trail, ring

SELECTED_WIDTH = 1.45
_HIDDEN = 0.5
_HIDDEN_DASH = (2.0, 3.0)
_WIDEST_MOVING, _MOVING_PASS = 3.2, 0.5


@dataclass(frozen=True, eq=False)
class Style:
    """How a track looks: `trail` where it is seen (dashed: a thin line without casing), `faint` where it is not."""

    trail: Trail
    faint: QColor | None


@dataclass(frozen=True, eq=False)
class Line:
    """A track and its style; one that is not `timed` is drawn whole, whatever the step."""

    track: Track
    style: Style
    timed: bool = True


class SurfaceTrails:
    """Keeps the painted tracks."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self.step = 0
        self._state: object = None

    def show(self, lines: list[Line], step: int, state: object, size: QSize, ratio: float) -> QPixmap:
        """The tracks up to a step; `state` is all they depend on beside it."""
        if state != self._state or step < self.step:
            self._begin(size, ratio)
            self._paint(lines, -1.0, float(step))
        elif step > self.step:
            self._paint([line for line in lines if line.timed], self.step - 0.5, float(step))
        self._state, self.step = state, step
        return self.pixmap

    def _begin(self, size: QSize, ratio: float) -> None:
        device = size * ratio
        if self.pixmap.size() != device:
            self.pixmap = QPixmap(max(1, device.width()), max(1, device.height()))
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self.pixmap.setDevicePixelRatio(ratio)

    def _paint(self, lines: list[Line], first: float, last: float) -> None:
        ratio = self.pixmap.devicePixelRatio()
        self.pixmap.setDevicePixelRatio(1.0)
        with QPainter(self.pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for line in lines:
                paint_track(painter, line, first if line.timed else -1.0, last if line.timed else float("inf"), ratio)
        self.pixmap.setDevicePixelRatio(ratio)


def paint_track(painter: QPainter, line: Line, first: float, last: float, ratio: float, moving: bool = False) -> None:
    """The stretches of a track between two times, in device pixels."""
    track, style = line.track, line.style
    seen = []
    for begin, end, is_seen in track.runs(first, last):
        points = polygon(track.pixels[begin:end] * ratio)
        if is_seen and not style.trail.dash:
            seen.append(points)
        elif is_seen or style.faint is not None:
            color = style.trail.color if is_seen else style.faint
            dash = style.trail.dash if is_seen else _HIDDEN_DASH
            painter.setPen(_dashed(color or style.trail.color, dash, float(track.walked[begin]), ratio))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(points)
    if moving and style.trail.width <= _WIDEST_MOVING and style.trail.casing is not None:
        _paint_moving(painter, seen, style.trail, style.trail.casing)
    else:
        paint_trail(painter, seen, style.trail)


def _paint_moving(painter: QPainter, lines: list[QPolygonF], trail: Trail, casing: QColor) -> None:
    """A cased line in seven passes of the thinnest pen instead of twelve, for a picture that is seen for one frame."""
    edge = QColor(casing)
    edge.setAlphaF(casing.alphaF() * _MOVING_PASS)
    outer, inner = (trail.width + trail.casing_width) / 2.0 - 0.5, (trail.width - 1.0) / 2.0 * 1.15
    for color, shifts in ((edge, ring(outer, 4)), (trail.color, ring(inner, 3))):
        painter.setPen(QPen(color, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin))
        for shift in shifts:
            painter.translate(shift)
            for line in lines:
                painter.drawPolyline(line)
            painter.translate(-shift)


def racer_style(theme: Theme, key: str, selected: bool, ratio: float) -> Style:
    """A racer's track."""
    width = theme.stroke("trail") * (SELECTED_WIDTH if selected else 1.0)
    return cased(theme, color_of(theme, key), color_of(theme, key, _HIDDEN), width, ratio)


def cased(theme: Theme, color: QColor, faint: QColor, width: float, ratio: float) -> Style:
    """A solid line on its casing."""
    casing = theme.color("panel", CASING_SHARE)
    return Style(Trail(_NONE, color, casing, width * ratio, theme.stroke("casing") * ratio), faint)


def dashed(theme: Theme, color: QColor) -> Style:
    """A thin dashed line, only where it is seen."""
    return Style(Trail(_NONE, color, None, 1.0, 0.0, tuple(theme.dash("dash_ghost"))), None)


def _dashed(color: QColor, dash: tuple[float, ...], walked: float, ratio: float) -> QPen:
    """A pen whose dashes go on where those of the stretch before ended."""
    width = max(1.0, round(ratio))
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    pen.setDashPattern(list(dash))
    pen.setDashOffset(walked * ratio / width)
    return pen


_NONE: Array = NO_POINTS
