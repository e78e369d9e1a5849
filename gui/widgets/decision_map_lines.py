"""Further lines on a decision map, each with its name at its end: what other units decide about the same points.

They are looked at, not taken hold of. A dash pattern tells them apart, because the colour is that of ink.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from gui.widgets.decision_map_line import Line, line_of, segment
from gui.widgets.map_canvas import Canvas
from gui.widgets.shapes import CENTRE, disc, rounded, text, text_width

_PLATE, _INSET = 16.0, 10.0


@dataclass(frozen=True)
class NamedLine:
    """A line w1 x + w2 y + b = 0 with a name, a role of colour and dashes in pen widths (() for a solid one)."""

    values: tuple[float, float, float] | None
    name: str
    role: str = "ink"
    dashes: tuple[float, ...] = ()

    @property
    def line(self) -> Line | None:
        """Its geometry; None where there is none."""
        return line_of(self.values)


def paint_named(canvas: Canvas, lines: Sequence[NamedLine]) -> None:
    """All lines, then all names, so that no line crosses a name."""
    taken = _corners(canvas)
    ends = [(named, segment(named.line, canvas.view.plane)) for named in lines if named.line is not None]
    for named, spots in ends:
        if spots is not None:
            pen = QPen(canvas.theme.color(named.role), canvas.theme.stroke("trail"))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if named.dashes:
                pen.setDashPattern(list(named.dashes))
            canvas.painter.setPen(pen)
            canvas.painter.drawLine(canvas.pixel(spots[0]), canvas.pixel(spots[1]))
    for named, spots in ends:
        if spots is not None and named.name:
            _paint_name(canvas, named, canvas.pixel(spots[0]), canvas.pixel(spots[1]), taken)


def _corners(canvas: Canvas) -> list[QRectF]:
    """Where the names of the axes may stand."""
    picture, wide, tall = canvas.picture, canvas.theme.px(36.0), canvas.theme.px(30.0)
    return [
        QRectF(picture.left(), picture.top(), wide, tall),
        QRectF(picture.right() - wide, picture.bottom() - tall, wide, tall),
    ]


def _paint_name(canvas: Canvas, named: NamedLine, one: QPointF, two: QPointF, taken: list[QRectF]) -> None:
    """On a plate near the upper end of the line, farther along where another name stands."""
    theme = canvas.theme
    font = theme.font("small")
    wide, tall = text_width(named.name, font) + theme.px(10.0), theme.px(_PLATE)
    upper, lower = (one, two) if one.y() <= two.y() else (two, one)
    way = lower - upper
    length = math.hypot(way.x(), way.y())
    if length < wide:
        return
    unit = way / length
    along = theme.px(_INSET) + 0.5 * (abs(unit.x()) * wide + abs(unit.y()) * tall)
    picture = canvas.picture.adjusted(2, 2, -2, -2)
    for _ in range(8):
        centre = upper + unit * along
        plate = QRectF(centre.x() - wide / 2, centre.y() - tall / 2, wide, tall)
        plate.moveLeft(min(max(plate.left(), picture.left()), picture.right() - wide))
        if along > length or not any(plate.intersects(other) for other in taken):
            break
        along += tall
    taken.append(plate)
    rounded(canvas.painter, plate, theme.px(4.0), theme.color("panel", 0.9))
    text(canvas.painter, plate, named.name, font, theme.color(named.role), CENTRE)


def paint_met(canvas: Canvas, spot: QPointF, radius: float, changed: bool) -> None:
    """The point that is being looked at: a ring, with a halo where somebody changed at it."""
    theme, painter = canvas.theme, canvas.painter
    if changed:
        disc(painter, spot, radius + theme.px(11.0), theme.color("vel", 0.28))
    disc(painter, spot, radius + theme.px(6.0), None, theme.color("panel"), theme.px(4.4))
    disc(painter, spot, radius + theme.px(6.0), None, theme.color("vel" if changed else "ink"), theme.px(2.2))
