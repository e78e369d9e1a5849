"""Glances as a cone: the steps that many small batches would take, beside the step of all examples.

The skier stands at the apex and straight down is the full slope. Each batch is an arrow that leans away from it by
acos(cosine), drawn true and all equally long; so the drop of an arrow is its cosine, and the scale at the left reads it
off. In thousands of dimensions every batch leans a way of its own, and a picture has no room for them: which way round
the cone an arrow stands is no more than a layout.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.easing import Eased
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, text, text_width
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Picture, paint_dashed, paint_snow
from sim.numerals import write_fixed
from sim.phrases import phrase, word

FULL = word("all examples")
EMPTY = word("Press Glance to take a hundred batches.")
_TILT, _MOST_ARROWS = 0.26, 120


@dataclass(frozen=True, eq=False)
class ConeSeen:
    """cosines (n,) to the full gradient, -1 to 1.

    glance: what one batch is, in words; mean: their mean cosine; before: that of another moment, None without one.
    """

    glance: str = ""
    cosines: Array = field(default_factory=none)
    mean: float = math.nan
    before: float | None = None
    before_words: str = ""

    @property
    def count(self) -> int:
        """How many batches."""
        return len(self.cosines)


def azimuths(count: int) -> Array:
    """The ways round the cone: each a golden angle after the one before, so that none moves when others come."""
    return np.arange(count) * math.pi * (3.0 - math.sqrt(5.0))


class GlanceCone(Picture):
    """See the module's text."""

    TITLE = "Glances"
    ABOUT = "Each arrow is the slope of one batch; straight down is the slope of all examples."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 460.0, 340.0, 190.0, 150.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = ConeSeen()
        self._mean_from = self._mean_to = 1.0
        self._eased = Eased(self, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell_again()

    def show_cone(self, seen: ConeSeen) -> None:
        """Other batches; the cone opens or closes to them."""
        if seen.count and seen.glance != self._seen.glance:
            start = self.opening if self._seen.count else 1.0
            self._mean_from, self._mean_to = start, seen.mean
            self._eased.go(0.0, 0)
            self._eased.go(1.0, self._themes.current.motion("panel"))
        elif seen.count:
            self._mean_to = seen.mean
        self._seen = seen
        self.shown()

    @property
    def seen(self) -> ConeSeen:
        """What is shown."""
        return self._seen

    @property
    def opening(self) -> float:
        """The mean cosine as it is painted now."""
        share = self._eased.level
        return self._mean_from + share * (self._mean_to - self._mean_from)

    # Places -----------------------------------------------------------------------------------------------------------

    def apex(self) -> QPointF:
        """Where the skier stands."""
        top, down = self._room()
        return QPointF(self.width() / 2 + self._themes.current.px(14), top + 0.4 * max(0.0, down - self.length()))

    def length(self) -> float:
        """Of every arrow."""
        return max(30.0, min(self._room()[1], self.width() / 2 - self._themes.current.px(52)))

    def _room(self) -> tuple[float, float]:
        """The highest place of the skier, and how much there is below it."""
        theme, high = self._themes.current, self.height()
        top = max(theme.px(24), 0.17 * high)
        return top, high - top - theme.line_height("label") - theme.px(18)

    def tip(self, cosine: float, way: float) -> QPointF:
        """Where an arrow ends: its drop is its cosine."""
        apex, length = self.apex(), self.length()
        lean = math.sqrt(max(0.0, 1.0 - cosine * cosine))
        rise = _TILT * lean * math.sin(way)
        return QPointF(apex.x() + length * lean * math.cos(way), apex.y() + length * (cosine + rise))

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Snow, scale, the cone behind, the full slope, the cone in front, the skier."""
        paint_snow(painter, theme, QRectF(self.rect()), 9)
        seen = self._seen
        self._paint_scale(painter, theme)
        painter.setClipRect(QRectF(self.rect()))
        if seen.count:
            shift = self.opening - self._mean_to
            cosines = np.clip(seen.cosines[:_MOST_ARROWS] + shift, -1.0, 1.0)
            ways = azimuths(len(cosines))
            self._paint_body(painter, theme)
            for front in (False, True):
                self._paint_arrows(painter, theme, cosines, ways, front)
                if not front:
                    self._paint_full(painter, theme)
        else:
            self._paint_full(painter, theme)
        self._paint_skier(painter, theme)
        self._paint_mean(painter, theme)

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        """The drop of an arrow of length 1."""
        apex, length, font = self.apex(), self.length(), theme.font("caption")
        left, high = theme.px(34), theme.line_height("caption")
        painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
        painter.drawLine(QPointF(left, apex.y()), QPointF(left, apex.y() + length))
        for value, words in ((0.0, "0"), (0.25, ""), (0.5, write_fixed(0.5, 1)), (0.75, ""), (1.0, "1")):
            y = apex.y() + value * length
            painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
            painter.drawLine(QPointF(left - theme.px(4), y), QPointF(left, y))
            text(painter, QRectF(0, y - high / 2, left - theme.px(7), high), words, font, theme.color("soft"), RIGHT)

    def _paint_body(self, painter: QPainter, theme: Theme) -> None:
        """The cone of the mean lean, as a veil with a rim."""
        mean = min(max(self.opening, -1.0), 1.0)
        rim = [self.tip(mean, 2.0 * math.pi * step / 48) for step in range(49)]
        ring = QPolygonF(rim)
        hull = QPainterPath(self.apex())
        hull.lineTo(min(rim, key=QPointF.x))
        hull.lineTo(max(rim, key=QPointF.x))
        hull.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grad", 0.10))
        flat = QPainterPath()
        flat.addPolygon(ring)
        painter.drawPath(hull.united(flat))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("grad", 0.55), theme.stroke("curve")))
        painter.drawPolyline(ring)

    def _paint_arrows(self, painter: QPainter, theme: Theme, cosines: Array, ways: Array, front: bool) -> None:
        apex = self.apex()
        painter.setPen(QPen(theme.color("grad", 0.62 if front else 0.34), theme.stroke("curve") * 0.62))
        for cosine, way in zip(cosines.tolist(), ways.tolist(), strict=True):
            if (math.sin(way) >= 0.0) == front:
                painter.drawLine(apex, self.tip(cosine, way))
        painter.setPen(QPen(theme.color("stage"), 0.8))
        painter.setBrush(theme.color("grad", 1.0 if front else 0.7))
        for cosine, way in zip(cosines.tolist(), ways.tolist(), strict=True):
            if (math.sin(way) >= 0.0) == front:
                painter.drawEllipse(self.tip(cosine, way), theme.px(2.3), theme.px(2.3))

    def _paint_full(self, painter: QPainter, theme: Theme) -> None:
        """The step of all examples, with its name at its end."""
        apex, length = self.apex(), self.length()
        foot, ink = QPointF(apex.x(), apex.y() + length), theme.color("ink")
        pen = QPen(ink, theme.stroke("arrow"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(apex, foot - QPointF(0, theme.px(7)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        half, head = theme.px(5.5), theme.px(11)
        painter.drawPolygon(QPolygonF([foot, foot + QPointF(-half, -head), foot + QPointF(half, -head)]))
        font, high = theme.font("label"), theme.line_height("label")
        wide = text_width(FULL, font) + theme.px(12)
        plate = QRectF(apex.x() - wide / 2, foot.y() + theme.px(4), wide, high)
        rounded(painter, plate, theme.px(4), theme.color("stage", 0.82))
        text(painter, plate, FULL, font, ink, CENTRE)

    def _paint_skier(self, painter: QPainter, theme: Theme) -> None:
        disc(painter, self.apex(), theme.px(8), theme.color("stage"), theme.color("ink"), theme.px(2.2))
        disc(painter, self.apex(), theme.px(2.6), theme.color("ink"))

    def _paint_mean(self, painter: QPainter, theme: Theme) -> None:
        """The mean drop, from the rim to the scale."""
        seen = self._seen
        if not seen.count:
            return
        left, font, high = theme.px(34), theme.font("heading"), theme.line_height("label")
        mean = min(max(self.opening, -1.0), 1.0)
        y = self.apex().y() + mean * self.length()
        rim = self.tip(mean, math.pi)
        paint_dashed(painter, theme, QPointF(left, y), rim, theme.color("grad"), theme.stroke("curve"))
        words = write_fixed(seen.mean, 2)
        wide = text_width(words, font) + theme.px(12)
        plate = QRectF(left + theme.px(6), y - high / 2, wide, high)
        rounded(painter, plate, theme.px(4), theme.color("stage", 0.92))
        text(painter, plate, words, font, theme.color("grad"), CENTRE)
        if seen.before is not None and abs(seen.before - mean) * self.length() > 1.4 * high:
            y = self.apex().y() + min(max(seen.before, -1.0), 1.0) * self.length()
            start = QPointF(left - theme.px(4), y)
            paint_dashed(painter, theme, start, start + QPointF(theme.px(60), 0), theme.color("soft"))
            words = phrase("{name} {number}", name=seen.before_words, number=write_fixed(seen.before, 2))
            box = QRectF(left + theme.px(6), y, wide, theme.line_height("caption"))
            text(painter, box, words, theme.font("caption"), theme.color("soft"), LEFT)

    def describe(self) -> str:
        """The mean, and how far apart they are."""
        seen = self._seen
        if not seen.count:
            return EMPTY
        if seen.count == 1:
            return phrase("A glance at {glance}: cosine {mean} to the full slope.", glance=seen.glance,
                          mean=write_fixed(seen.mean, 2))  # fmt: skip
        return phrase(
            "{count} glances at {glance}: mean cosine {mean} to the full slope, from {least} to {most}.",
            count=seen.count,
            glance=seen.glance,
            mean=write_fixed(seen.mean, 2),
            least=write_fixed(float(np.min(seen.cosines)), 2),
            most=write_fixed(float(np.max(seen.cosines)), 2),
        )
