"""Where the parts of a fold lie, and the parts around its pictures: captions, arrow, slider."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.shapes import CENTRE, disc, elided, rounded, text

_GAP, _CAPTION, _ROW = 46.0, 22.0, 26.0
_TWO_FROM = 1.35
_HANDLE = 8.0


@dataclass(frozen=True)
class FoldLayout:
    """Pixels. `left` is None where there is one picture only; empty boxes are not shown."""

    left: QRectF | None
    right: QRectF
    arrow: QRectF
    scrub: QRectF
    meter: QRectF
    caption: float
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
    caption, row = theme.px(_CAPTION), max(theme.px(_ROW), float(theme.target))
    gap = theme.px(_GAP)
    below = caption + (row if slides or meters else 0.0)
    two = slides and (theme.reduced or width - gap > _TWO_FROM * max(1.0, height - below))
    if not two:
        return _one(theme, width, height, slides, meters)
    side = float(max(1, math.floor(min(height - below, (width - gap) / 2.0))))
    start, gap = float(max(0, math.floor((width - 2.0 * side - gap) / 2.0))), float(round(gap))
    left, right = QRectF(start, 0.0, side, side), QRectF(start + side + gap, 0.0, side, side)
    high = max(theme.px(24.0), float(theme.target))
    arrow = QRectF(left.right() + theme.px(4.0), side / 2.0 - high / 2.0, gap - theme.px(8.0), high)
    scrub = QRectF(right.left(), side + caption, side, row)
    meter = QRectF(left.left(), side + caption, side + gap - theme.px(8.0), row) if meters else QRectF()
    return FoldLayout(left, right, arrow, scrub, meter, caption, theme.px(_HANDLE))


def _one(theme: Theme, width: float, height: float, slides: bool, meters: bool) -> FoldLayout:
    caption, row = theme.px(_CAPTION), max(theme.px(_ROW), float(theme.target))
    below = caption + row * (int(slides) + int(meters))
    side = float(max(1, math.floor(min(height - below, width))))
    right = QRectF(float(math.floor((width - side) / 2.0)), 0.0, side, side)
    wide = max(side, min(width, theme.px(200.0)))
    start = (width - wide) / 2.0
    scrub = QRectF(start, side + caption, wide, row) if slides else QRectF()
    meter = QRectF(start, side + caption + row * int(slides), wide, row) if meters else QRectF()
    return FoldLayout(None, right, QRectF(), scrub, meter, caption, theme.px(_HANDLE))


def paint_caption(painter: QPainter, theme: Theme, layout: FoldLayout, area: QRectF, words: str) -> None:
    """A line below a picture."""
    font = theme.font("caption")
    box = QRectF(area.left(), area.bottom() + theme.px(2.0), area.width(), layout.caption)
    text(painter, box, elided(words, font, box.width()), font, theme.color("soft"), CENTRE)


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
