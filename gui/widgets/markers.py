"""The seven shapes that stand for racers and classes, so that colour is never the only sign.

A marker is drawn around its centre with a rim in the colour of the ground, which keeps it apart from trails and from
other markers. Its `radius` is that of the circle; the other shapes are sized to look equally large.
"""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.theme import Theme, tokens

RIM = 1.4
_ARROW_GAP, _ARROW_LENGTH, _ARROW_HALF = 1.9, 1.15, 0.85

Corners = tuple[tuple[float, float], ...]


def _regular(corners: int, first: float, *radii: float) -> Corners:
    """Corners on circles of the given radii in turn, the first one at angle `first`."""
    angles = [first + 2.0 * math.pi * corner / corners for corner in range(corners)]
    return tuple(
        (radii[k % len(radii)] * math.cos(angle), radii[k % len(radii)] * math.sin(angle))
        for k, angle in enumerate(angles)
    )


_SHAPES: dict[str, Corners] = {
    "circle": (),
    "square": _regular(4, math.pi / 4, 1.22),
    "diamond": _regular(4, math.pi / 2, 1.25),
    "up": _regular(3, -math.pi / 2, 1.3),
    "down": _regular(3, math.pi / 2, 1.3),
    "hex": _regular(6, 0.0, 1.12),
    "star": _regular(10, -math.pi / 2, 1.45, 0.66),
}


def marker_kinds() -> tuple[str, ...]:
    """Every shape there is."""
    return tuple(_SHAPES)


def has_marker(key: str) -> bool:
    """Whether `key` has a shape of its own."""
    return key in tokens()["marker"]


def marker_of(theme: Theme, key: str) -> str:
    """The shape that stands for `key`; a circle for what has none of its own."""
    return theme.marker(key) if has_marker(key) else "circle"


def color_of(theme: Theme, key: str, alpha: float = 1.0) -> QColor:
    """The colour that stands for `key`; ink for what has none of its own."""
    return theme.color(key if key in tokens()["theme"][theme.name] else "ink", alpha)


def paint_marker(
    painter: QPainter,
    kind: str,
    centre: QPointF,
    radius: float,
    fill: QColor,
    rim: QColor | None = None,
    rim_width: float = RIM,
) -> None:
    """One marker; without a rim it is drawn as a bare shape."""
    painter.setBrush(fill)
    if rim is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(rim, rim_width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
    corners = _SHAPES[kind]
    if corners:
        painter.drawPolygon(QPolygonF([centre + QPointF(x * radius, y * radius) for x, y in corners]))
    else:
        painter.drawEllipse(centre, radius, radius)


def paint_arrow_head(
    painter: QPainter, centre: QPointF, angle: float, radius: float, fill: QColor, rim: QColor | None = None
) -> None:
    """A small triangle beside a marker at `centre`, pointing away from it: what it stands for lies out there.

    `angle` in radians, 0 to the right, rising clockwise as on the screen.
    """
    out = QPointF(math.cos(angle), math.sin(angle)) * radius
    side = QPointF(-out.y(), out.x()) * _ARROW_HALF
    foot = centre + out * _ARROW_GAP
    painter.setBrush(fill)
    painter.setPen(Qt.PenStyle.NoPen if rim is None else QPen(rim, RIM))
    painter.drawPolygon(QPolygonF([foot + side, foot - side, foot + out * _ARROW_LENGTH]))
