"""Where the parts of a fold lie, and the parts around its pictures: captions, arrow, slider.

Two pictures stand side by side with the arrow and the slider between them, each with its caption and its meter below;
where only one fits, the slider lies below it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.shapes import LEFT, disc, elided, rounded, text, text_width

_GAP, _WIDE_GAP, _CAPTION, _METER, _ROW = 68.0, 116.0, 22.0, 22.0, 26.0
_BESIDE = 8.0
_TWO_FROM = 1.35
_BETWEEN = 0.62  # of the width that the pictures leave free
_HANDLE = 8.0


@dataclass(frozen=True)
class Line:
    """Where words may stand, and below what middle they should."""

    box: QRectF
    centre: float


@dataclass(frozen=True)
class FoldLayout:
    """Pixels. `left` is None where there is one picture only; empty boxes are not shown."""

    left: QRectF | None
    right: QRectF
    arrow: QRectF
    scrub: QRectF
    meter: QRectF
    left_meter: QRectF
    captions: tuple[Line, Line]
    handle: float

    @property
    def scrub_zone(self) -> QRectF:
        """Where a press moves the slider."""
        return self.scrub

    def share_at(self, x: float) -> float:
        """How far along the slider a pixel lies."""
        room = max(1.0, self.scrub.width() - 2.0 * self.handle)
        return min(max((x - self.scrub.left() - self.handle) / room, 0.0), 1.0)

    def x_of(self, share: float) -> float:
        """The middle of the slider's handle."""
        return self.scrub.left() + self.handle + (self.scrub.width() - 2.0 * self.handle) * share


def layout_for(theme: Theme, width: float, height: float, slides: bool, meters: bool) -> FoldLayout:
    """Two squares with the arrow between them where they fit better than one, always where motion is reduced.

    Squares lie on whole pixels, so that their edges are sharp.
    """
    caption, meter = theme.px(_CAPTION), theme.px(_METER) if meters else 0.0
    gap, below = theme.px(_GAP), caption + meter
    two = slides and (theme.reduced or width - gap > _TWO_FROM * max(1.0, height - below))
    if not two:
        return _one(theme, width, height, slides, meters)
    side = float(max(1, math.floor(min(height - below, (width - gap) / 2.0))))
    gap = float(round(min(max(gap, _BETWEEN * (width - 2.0 * side)), theme.px(_WIDE_GAP))))
    start = float(max(0, math.floor((width - 2.0 * side - gap) / 2.0)))
    left, right = QRectF(start, 0.0, side, side), QRectF(start + side + gap, 0.0, side, side)
    row = max(theme.px(_ROW), float(theme.target))
    arrow = QRectF(left.right() + theme.px(4.0), side / 2.0 - row, gap - theme.px(8.0), row)
    scrub = arrow.translated(0.0, row)
    under = theme.px(_BESIDE / 2.0)
    sides = ((0.0, left.right() + gap / 2.0 - under), (right.left() - gap / 2.0 + under, width))
    top, high = side + theme.px(2.0), caption - theme.px(2.0)
    lines = [Line(QRectF(low, top, end - low, high), square.center().x())
             for (low, end), square in zip(sides, (left, right), strict=True)]  # fmt: skip
    boxes = [_around(line, side + caption, meter) if meters else QRectF() for line in lines]
    return FoldLayout(left, right, arrow, scrub, boxes[1], boxes[0], (lines[0], lines[1]), theme.px(_HANDLE))


def _around(line: Line, top: float, high: float) -> QRectF:
    """The widest box around the middle of a line."""
    half = min(line.centre - line.box.left(), line.box.right() - line.centre)
    return QRectF(line.centre - half, top, 2.0 * half, high)


def _one(theme: Theme, width: float, height: float, slides: bool, meters: bool) -> FoldLayout:
    caption, row = theme.px(_CAPTION), max(theme.px(_ROW), float(theme.target))
    meter_row = theme.px(_METER) if meters else 0.0
    below = caption + row * int(slides) + meter_row
    side = float(max(1, math.floor(min(height - below, width))))
    right = QRectF(float(math.floor((width - side) / 2.0)), 0.0, side, side)
    wide = max(side, min(width, theme.px(200.0)))
    start = (width - wide) / 2.0
    line = Line(QRectF(0.0, side + theme.px(2.0), width, caption - theme.px(2.0)), width / 2.0)
    meter = QRectF(start, side + caption, wide, meter_row) if meters else QRectF()
    scrub = QRectF(start, side + caption + meter_row, wide, row) if slides else QRectF()
    return FoldLayout(None, right, QRectF(), scrub, meter, QRectF(), (line, line), theme.px(_HANDLE))


def paint_caption(painter: QPainter, theme: Theme, line: Line, forms: Sequence[str]) -> None:
    """A line below a picture: the longest of some forms, from long to short, that fits."""
    font, box = theme.font("caption"), line.box
    words = next((form for form in forms if text_width(form, font) <= box.width()), None)
    words = words or elided(forms[-1], font, box.width())
    wide = text_width(words, font)
    left = max(min(line.centre - wide / 2.0, box.right() - wide), box.left())
    text(painter, QRectF(left, box.top(), wide, box.height()), words, font, theme.color("soft"), LEFT)


def paint_arrow(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """From the one plane to the other; pressed, it folds once."""
    if area.isEmpty():
        return
    y, width = area.center().y(), theme.stroke("arrow") * 0.9
    left, right, head = area.left() + theme.px(5.0), area.right() - theme.px(4.0), theme.px(8.0)
    rounded(painter, QRectF(left, y - width / 2.0, right - head - left + 1.0, width), width / 2.0, theme.color("you"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("you"))
    half = head * 0.62
    painter.drawPolygon(
        QPolygonF([QPointF(right, y), QPointF(right - head, y - half), QPointF(right - head, y + half)])
    )


def paint_scrub(painter: QPainter, theme: Theme, layout: FoldLayout, share: float, glows: bool) -> None:
    """The slider: folded so far."""
    if layout.scrub.isEmpty():
        return
    y, half, at = layout.scrub.center().y(), theme.px(2.0), layout.x_of(share)
    rounded(painter, QRectF(layout.scrub.left(), y - half, layout.scrub.width(), 2 * half), half, theme.color("line"))
    rounded(
        painter, QRectF(layout.scrub.left(), y - half, at - layout.scrub.left(), 2 * half), half, theme.color("ink")
    )
    centre = QPointF(at, y)
    if glows:
        disc(painter, centre, layout.handle + theme.px(4.0), theme.color("you", 0.18))
    disc(painter, centre, layout.handle - theme.px(0.8), theme.color("panel"), theme.color("ink"), theme.px(1.6))
    disc(painter, centre, theme.px(3.0), theme.color("you"))
