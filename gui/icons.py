"""Icons as drawings: lines, rings and fills in a box of 20 by 20, one weight for all.

An icon is a tuple of shapes. Lines take the painter's pen, fills its colour; nothing else is coloured, so an icon looks
right in every theme and at every scale.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

BOX = 20.0
WEIGHT = 1.5

Shape = Callable[[QPainter], None]
Point = tuple[float, float]


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, width: float = WEIGHT) -> None:
    """Draw the icon `name` into `rect`; `width` is the line width in the box of 20 and scales with the icon."""
    shapes = ICONS[name]
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / BOX, rect.height() / BOX)
    painter.setPen(pen)
    for shape in shapes:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape(painter)
    painter.restore()


def icon_names() -> tuple[str, ...]:
    """Every name that `paint_icon` knows."""
    return tuple(ICONS)


def line(*points: Point) -> Shape:
    """A line through the points."""
    polygon = QPolygonF([QPointF(x, y) for x, y in points])
    return lambda painter: painter.drawPolyline(polygon)


def fill(*points: Point) -> Shape:
    """A filled polygon with softened corners."""
    polygon = QPolygonF([QPointF(x, y) for x, y in points])

    def draw(painter: QPainter) -> None:
        painter.setBrush(painter.pen().color())
        painter.drawPolygon(polygon)

    return draw


def ring(x: float, y: float, radius: float) -> Shape:
    """An empty circle."""
    return lambda painter: painter.drawEllipse(QPointF(x, y), radius, radius)


def dot(x: float, y: float, radius: float) -> Shape:
    """A filled circle without an edge."""

    def draw(painter: QPainter) -> None:
        pen = painter.pen()
        painter.setBrush(pen.color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setPen(pen)

    return draw


def box(x: float, y: float, width: float, height: float, radius: float) -> Shape:
    """An empty rounded box."""
    return lambda painter: painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)


def arc(x: float, y: float, radius: float, start: float, span: float) -> Shape:
    """A part of a circle; degrees, counted against the clock from the right."""
    square = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    return lambda painter: painter.drawArc(square, round(start * 16), round(span * 16))


def curve(start: Point, *cubics: tuple[Point, Point, Point], filled: bool = False) -> Shape:
    """Cubic curves joined end to end."""
    path = QPainterPath(QPointF(*start))
    for first, second, end in cubics:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))

    def draw(painter: QPainter) -> None:
        if filled:
            painter.setBrush(painter.pen().color())
        painter.drawPath(path)

    return draw


def half_disc(x: float, y: float, radius: float) -> Shape:
    """The right half of a disc, filled."""

    def draw(painter: QPainter) -> None:
        painter.setBrush(painter.pen().color())
        painter.drawPie(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), -90 * 16, 180 * 16)

    return draw


def rays(x: float, y: float, inner: float, outer: float, count: int, turn: float = 0.0) -> tuple[Shape, ...]:
    """Short lines around a centre."""
    angles = [turn + 2 * math.pi * k / count for k in range(count)]
    return tuple(
        line(
            (x + inner * math.cos(angle), y + inner * math.sin(angle)),
            (x + outer * math.cos(angle), y + outer * math.sin(angle)),
        )
        for angle in angles
    )


_LENS = (
    curve((2.5, 10), ((5, 6), (7.4, 4.8), (10, 4.8)), ((12.6, 4.8), (15, 6), (17.5, 10))),
    curve((2.5, 10), ((5, 14), (7.4, 15.2), (10, 15.2)), ((12.6, 15.2), (15, 14), (17.5, 10))),
    ring(10, 10, 2.4),
)
_BOOK = ((10, 5), (7.5, 3.6), (3, 3.6), (3, 15.4), (7.5, 15.4), (10, 16.8))
_FLASK = ((8, 3), (8, 8), (3.8, 15.6), (5, 17), (15, 17), (16.2, 15.6), (12, 8), (12, 3))

ICONS: dict[str, tuple[Shape, ...]] = {
    # panels
    "home": (line((3, 10), (10, 3.5), (17, 10)), line((5, 8.6), (5, 16.5), (15, 16.5), (15, 8.6))),
    "race": (line((2, 16), (7.5, 6), (11, 12), (13.2, 8.5), (18, 16), (2, 16)), ring(15.2, 4.6, 1.5)),
    "play": (
        *(ring(x, y, 2) for x, y in ((4.5, 10), (15.5, 10), (10, 4.5), (10, 15.5))),
        *(line((10 + 4 * a, 10 + 1.4 * b), (10 + 1.5 * a, 10 + 4 * b)) for a in (-1, 1) for b in (-1, 1)),
    ),
    "back": (
        *(box(2.8 + 5.6 * i, 2.8 + 5.6 * j, 3.2, 3.2, 0.4) for i in range(3) for j in range(3) if (i, j) != (1, 1)),
        fill((8.4, 8.4), (11.6, 8.4), (11.6, 11.6), (8.4, 11.6)),
    ),
    "depth": tuple(line((4 + 4 * i, 16.5), (4 + 4 * i, 16.5 - h)) for i, h in enumerate((3, 6, 9.5, 13))),
    "skier": (
        ring(13.4, 3.9, 1.7), line((11.6, 6.6), (8.6, 9.6), (11.6, 11.4), (10.4, 14.4)), line((11, 7.6), (14.6, 9.2)),
        line((14.6, 6.6), (15.6, 14.6)), line((3, 12.6), (16.4, 17.2)),
    ),
    "lab": (line(*_FLASK), line((6.8, 3), (13.2, 3)), line((6, 12.6), (14, 12.6))),
    "time": (ring(10, 10, 7.2), line((10, 5.6), (10, 10), (13, 11.8))),
    "book": (line(*_BOOK, *((20 - x, y) for x, y in reversed(_BOOK[:-1])), (10, 16.8)),),
    # transport
    "playtri": (fill((6.5, 4.2), (15.8, 10), (6.5, 15.8)),),
    "pause": (
        fill((6.2, 4.8), (7.8, 4.8), (7.8, 15.2), (6.2, 15.2)),
        fill((12.2, 4.8), (13.8, 4.8), (13.8, 15.2), (12.2, 15.2)),
    ),
    "step": (fill((6, 5), (12, 10), (6, 15)), line((14.5, 5), (14.5, 15))),
    "stepback": (fill((14, 5), (8, 10), (14, 15)), line((5.5, 5), (5.5, 15))),
    "again": (arc(10, 10.4, 6, 60, 290), fill((12.6, 2.6), (16.6, 5), (12.8, 7.8))),
    "dice": (
        box(3.5, 3.5, 13, 13, 3),
        *(dot(x, y, 1.15) for x, y in ((7, 7), (13, 13), (13, 7), (7, 13), (10, 10))),
    ),
    "reset": (arc(10, 10.4, 6, 120, -290), fill((7.4, 2.6), (3.4, 5), (7.2, 7.8))),
    # looks
    "gear": (ring(10, 10, 2.6), ring(10, 10, 5.2), *rays(10, 10, 5.6, 7.6, 8, math.pi / 8)),
    "sliders": tuple(
        shape
        for x, y in ((12.5, 5.2), (7, 10), (13, 14.8))
        for shape in (ring(x, y, 1.9), line((3, y), (x - 1.9, y)), line((x + 1.9, y), (17, y)))
    ),
    "sun": (ring(10, 10, 3.4), *rays(10, 10, 5.6, 7.4, 8)),
    "moon": (curve((15.9, 12.4), ((12, 14), (6.9, 10.6), (8.3, 4)), ((3.5, 5.4), (2.4, 11), (6, 14.6)),
                   ((9.4, 17.6), (14.2, 16.4), (15.9, 12.4))),),
    "contrast": (ring(10, 10, 6.6), half_disc(10, 10, 6.6)),
    "screen": (box(2.5, 4, 15, 9.5, 1.5), line((7, 17), (13, 17)), line((10, 13.5), (10, 17))),
    "eye": _LENS,
    "eye-off": (*_LENS, line((4, 16), (16, 4))),
    "camera": (
        line((3, 6.4), (6.2, 6.4), (7.6, 4.2), (12.4, 4.2), (13.8, 6.4), (17, 6.4), (17, 15.8), (3, 15.8), (3, 6.4)),
        ring(10, 10.8, 2.7),
    ),
    # signs
    "check": (line((4.5, 10.5), (8.5, 14.5), (15.5, 6)),),
    "close": (line((5, 5), (15, 15)), line((15, 5), (5, 15))),
    "full": (
        line((3.5, 7.5), (3.5, 3.5), (7.5, 3.5)), line((12.5, 3.5), (16.5, 3.5), (16.5, 7.5)),
        line((16.5, 12.5), (16.5, 16.5), (12.5, 16.5)), line((7.5, 16.5), (3.5, 16.5), (3.5, 12.5)),
    ),
    "right": (line((8, 4.5), (13.5, 10), (8, 15.5)),),
    "left": (line((12, 4.5), (6.5, 10), (12, 15.5)),),
    "down": (line((4.5, 8), (10, 13.5), (15.5, 8)),),
    "up": (line((4.5, 12), (10, 6.5), (15.5, 12)),),
    "sort-up": (line((10, 17), (10, 3.5)), line((4.5, 9), (10, 3.5), (15.5, 9))),
    "sort-down": (line((10, 3), (10, 16.5)), line((4.5, 11), (10, 16.5), (15.5, 11))),
    "plus": (line((10, 4), (10, 16)), line((4, 10), (16, 10))),
    "minus": (line((4, 10), (16, 10)),),
    "more": (dot(4.5, 10, 1.5), dot(10, 10, 1.5), dot(15.5, 10, 1.5)),
    "menu": (line((3, 5), (17, 5)), line((3, 10), (17, 10)), line((3, 15), (17, 15))),
    "search": (ring(9, 9, 5), line((12.8, 12.8), (17, 17))),
    "help": (
        ring(10, 10, 7.2),
        curve((7.8, 8.1), ((7.8, 5.4), (12.2, 5.4), (12.2, 8)), ((12.2, 9.7), (10, 9.7), (10, 11.5))),
        dot(10, 14, 0.95),
    ),
    "warn": (line((10, 3.2), (17.6, 16.4), (2.4, 16.4), (10, 3.2)), line((10, 8.2), (10, 11.9)), dot(10, 14.2, 0.95)),
    "lock": (box(5, 9, 10, 7.5, 1.5), arc(10, 7, 3, 0, 180), line((7, 7), (7, 9)), line((13, 7), (13, 9))),
    "pencil": (
        line((3.6, 16.4), (4.6, 12.2), (13.4, 3.4), (16.6, 6.6), (7.8, 15.4), (3.6, 16.4)),
        line((11.4, 5.4), (14.6, 8.6)),
    ),
    "pin": (
        line((7, 3), (13, 3)),
        line((8, 3), (8, 9), (5.5, 12), (14.5, 12), (12, 9), (12, 3)),
        line((10, 12), (10, 17)),
    ),
    "copy": (box(7, 7, 9.5, 9.5, 1.8), line((13, 4.6), (13, 3.5), (3.5, 3.5), (3.5, 13), (4.6, 13))),
    "hand": (
        line((7, 11), (7, 5)),
        line((9.5, 9.2), (9.5, 3.6)),
        line((12, 9.2), (12, 4.6)),
        curve((7, 11.4), ((5.6, 9.4), (4, 9.6), (4, 10.8)), ((4, 12.4), (6.4, 17), (10.2, 17)),
              ((13.6, 17), (14.5, 14.8), (14.5, 12.6)), ((14.5, 10.6), (14.5, 8.6), (14.5, 6.8))),
    ),
    "export": (
        line((10, 12.5), (10, 3)), line((6.2, 6.6), (10, 2.8), (13.8, 6.6)),
        line((3.5, 11.5), (3.5, 16.5), (16.5, 16.5), (16.5, 11.5)),
    ),
    "external": (
        line((8, 4), (4, 4), (4, 16), (16, 16), (16, 12)),
        line((11, 3.5), (16.5, 3.5), (16.5, 9)),
        line((16.5, 3.5), (9.5, 10.5)),
    ),
    "branch": (
        ring(5, 4.5, 1.8), ring(5, 15.5, 1.8), ring(15, 7, 1.8), line((5, 6.3), (5, 13.7)),
        curve((15, 8.8), ((15, 12), (9, 11.4), (6.2, 14))),
    ),
    "flake": tuple(line((10 - 6.5 * c, 10 - 6.5 * s), (10 + 6.5 * c, 10 + 6.5 * s))
                   for c, s in ((1.0, 0.0), (0.5, 0.866), (-0.5, 0.866))),
    "keyboard": (
        box(2, 5, 16, 10.5, 1.8),
        *(dot(x, 8.6, 0.85) for x in (5.2, 8.4, 11.6, 14.8)),
        line((6.4, 12.2), (13.6, 12.2)),
    ),
}  # fmt: skip
