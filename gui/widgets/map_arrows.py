"""Arrows on a map, and how long they are drawn.

A vector ends where it ends: the picture shows true lengths, because lengths are what a learner compares. Three
exceptions. One that its own marker would hide is a dot on the marker's rim, on the side to which it points. One that
leaves the picture fades out at the rim and has no head there. One of length zero is not drawn: it points nowhere. The
head shrinks with the arrow and is never longer than seven tenths of what is seen of it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPen

from gui.language import say
from gui.widgets.labels import Box, Label
from gui.widgets.map_canvas import Canvas, around, rect_of_box, walls_along
from gui.widgets.map_content import Arrow
from gui.widgets.map_shapes import arrow_outline
from gui.widgets.map_spots import Spot
from gui.widgets.markers import color_of
from gui.widgets.shapes import CENTRE, disc, rounded, text

_HEAD = 4.2
_HEAD_SHARE = 0.7
_RIM_INSET = 5.0
_FADE = 44.0
_DOT_GAP, _SHORTEST = 3.5, 5.0
_CASING = 0.85
_DASH = 4.0
_FEW, _FEW_WORDS, _THIN = 4, 3, 0.72
_READABLE = frozenset({"grad", "vel", "you", "plus", "minus", "good", "bad", "ink", "soft"})


@dataclass(frozen=True)
class Shaft:
    """An arrow in pixels: from `start` over `length` pixels in the unit direction `way`."""

    arrow: Arrow
    start: QPointF
    way: QPointF
    length: float
    leaves: bool
    covered: float

    @property
    def end(self) -> QPointF:
        """The tip, or where it leaves the picture."""
        return self.start + self.way * self.length

    @property
    def is_dot(self) -> bool:
        """Would its marker hide it?"""
        return self.length < self.covered + _SHORTEST and not self.leaves


def shafts(canvas: Canvas, arrows: Sequence[Arrow], spots: Sequence[Spot]) -> list[Shaft]:
    """The arrows that start in the picture and point somewhere."""
    found = []
    for arrow in arrows:
        if canvas.view.contains(*arrow.origin):
            shaft = _shaft(canvas, arrow, spots)
            if shaft is not None:
                found.append(shaft)
    return found


def _shaft(canvas: Canvas, arrow: Arrow, spots: Sequence[Spot]) -> Shaft | None:
    start, tip = canvas.pixel(arrow.origin), canvas.pixel(arrow.tip)
    dx, dy = tip.x() - start.x(), tip.y() - start.y()
    whole = math.hypot(dx, dy)
    if not 0.0 < whole < math.inf:
        return None
    way = QPointF(dx / whole, dy / whole)
    theme = canvas.theme
    covered = theme.stroke("marker") * 1.25 if _has_marker(start, spots) else 0.0
    room = _room(canvas, start, way)
    return Shaft(arrow, start, way, min(whole, room), whole > room, covered)


def _has_marker(start: QPointF, spots: Sequence[Spot]) -> bool:
    return any(abs(spot.x - start.x()) < 2.0 and abs(spot.y - start.y()) < 2.0 for spot in spots)


def _room(canvas: Canvas, start: QPointF, way: QPointF) -> float:
    """How far one can go from `start` before the rim."""
    picture = canvas.picture.adjusted(_RIM_INSET, _RIM_INSET, -_RIM_INSET, -_RIM_INSET)
    room = math.inf
    sides = (
        (start.x(), way.x(), picture.left(), picture.right()),
        (start.y(), way.y(), picture.top(), picture.bottom()),
    )
    for at, step, low, high in sides:
        if step != 0.0:
            room = min(room, ((high if step > 0.0 else low) - at) / step)
    return max(0.0, room)


def paint_arrows(canvas: Canvas, drawn: Sequence[Shaft]) -> None:
    """All arrows, many of them thinner; the casings of all lie below all arrows, so that two that cross stay two."""
    width = canvas.theme.stroke("arrow") * (1.0 if len(drawn) <= _FEW else _THIN)
    casing = canvas.theme.stroke("casing") / 2.0 * (1.0 if len(drawn) <= _FEW else _THIN)
    for shaft in drawn:
        _paint(canvas, shaft, width, canvas.theme.color("panel", _CASING), casing)
    for shaft in drawn:
        _paint(canvas, shaft, width, color_of(canvas.theme, shaft.arrow.role), 0.0)


def _paint(canvas: Canvas, shaft: Shaft, width: float, color: QColor, grown: float) -> None:
    """`grown` is what a casing adds on every side."""
    painter = canvas.painter
    if shaft.is_dot:
        centre = shaft.start + shaft.way * (shaft.covered + canvas.theme.px(_DOT_GAP))
        disc(painter, centre, width * 0.95 + grown, color)
        return
    head = 0.0 if shaft.leaves else min(_HEAD * width, _HEAD_SHARE * (shaft.length - shaft.covered))
    start, length = shaft.start, shaft.length
    if shaft.arrow.dashed and not grown:
        pen = QPen(_brush(canvas, shaft, color), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.4 * _DASH / width, _DASH / width])
        painter.setPen(pen)
        painter.drawLine(start, start + shaft.way * (length - head))
        start, length = start + shaft.way * (length - head), head
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(canvas, shaft, color))
    painter.drawPolygon(arrow_outline(start, shaft.way, length, width, head, grown))


def _brush(canvas: Canvas, shaft: Shaft, color: QColor) -> QBrush:
    """One colour; towards the rim it fades."""
    if not shaft.leaves:
        return QBrush(color)
    gradient = QLinearGradient(shaft.start, shaft.end)
    gradient.setColorAt(max(0.0, 1.0 - canvas.theme.px(_FADE) / max(shaft.length, 1.0)), color)
    clear = QColor(color)
    clear.setAlphaF(0.0)
    gradient.setColorAt(1.0, clear)
    return QBrush(gradient)


# Words -------------------------------------------------------------------------------------------------------------


def arrow_key(index: int) -> str:
    """The name of an arrow's word among all words of a map."""
    return f"arrow {index}"


def arrow_labels(canvas: Canvas, drawn: Sequence[Shaft]) -> list[Label]:
    """The words of arrows, to be placed beside their tips."""
    if not canvas.is_roomy:
        return []
    metrics = QFontMetricsF(canvas.theme.font("label"))
    gap, tall = canvas.theme.px(7.0), metrics.height() + canvas.theme.px(4.0)
    insist = sum(shaft.arrow.label != "" for shaft in drawn) <= _FEW_WORDS
    labels = []
    for index, shaft in enumerate(drawn):
        if shaft.arrow.label:
            at = shaft.start + shaft.way * (shaft.length - (canvas.theme.px(_FADE) / 2.0 if shaft.leaves else 0.0))
            at = shaft.start + shaft.way * (shaft.covered + gap) if shaft.is_dot else at
            wide = metrics.horizontalAdvance(say(shaft.arrow.label)) + canvas.theme.px(12.0)
            labels.append(Label(arrow_key(index), at.x(), at.y(), wide, tall, gap, insist))
    return labels


def arrow_walls(canvas: Canvas, drawn: Sequence[Shaft]) -> list[Box]:
    """What words must not cover: arrows; of many, only the tips."""
    reach = canvas.theme.stroke("arrow") * 1.2
    if len(drawn) > _FEW:
        return [around(shaft.end.x(), shaft.end.y(), 1.5 * reach) for shaft in drawn]
    return [wall for shaft in drawn for wall in walls_along(shaft.start, shaft.end, reach)]


def paint_arrow_word(canvas: Canvas, shaft: Shaft, box: Box) -> None:
    """The word in its arrow's colour, where that can be read, on a plate."""
    theme, area = canvas.theme, rect_of_box(box)
    role = shaft.arrow.role if shaft.arrow.role in _READABLE else "ink"
    rounded(canvas.painter, area, theme.px(5.0), theme.color("stage", 0.86))
    text(canvas.painter, area, shaft.arrow.label, theme.font("label"), theme.color(role), CENTRE)
