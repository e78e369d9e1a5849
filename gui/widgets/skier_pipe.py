"""A half-pipe from the end: a skier glances at the slope under his feet and goes rate times slope, to the other side.

The walls are the parabola curvature / 2 times x squared. Every step is a chord from where he stood to where he lands.
Below 1 / curvature he creeps down one wall; up to 2 / curvature he goes from wall to wall and comes to rest; beyond,
each landing is higher than the last, and he leaves the pipe. The picture keeps its size: who is out of it is written
at its edge.
"""

import math
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.markers import paint_arrow_head
from gui.widgets.shapes import CENTRE, disc, elided, rounded, text, text_width
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Picture
from sim.numerals import write_count, write_significant
from sim.phrases import phrase, word

REST, OUT = word("comes to rest"), word("thrown out")
_FILL, _TRACE = 0.86, 60


@dataclass(frozen=True, eq=False)
class PipeSeen:
    """places (n,): x after 0, 1, ... steps. now: the step that is shown. reach: the |x| at the edges of the picture."""

    name: str = ""
    curvature: float = 1.0
    rate: float = 0.0
    places: Array = field(default_factory=none)
    now: int = 0
    reach: float = 1.6

    @property
    def place(self) -> float:
        """Where he is now."""
        return float(self.places[min(self.now, len(self.places) - 1)]) if len(self.places) else math.nan

    @property
    def limit(self) -> float:
        """The rate at which he is neither caught nor thrown out."""
        return 2.0 / self.curvature


class Pipe(Picture):
    """See the module's text."""

    TITLE = "Half-pipe"
    ABOUT = "A step is the learning rate times the slope; steeper walls throw farther."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 320.0, 210.0, 150.0, 84.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = PipeSeen()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell_again()

    def show_pipe(self, seen: PipeSeen) -> None:
        """Another run down the pipe."""
        self._seen = seen
        self.shown()

    @property
    def seen(self) -> PipeSeen:
        """What is shown."""
        return self._seen

    # Places -----------------------------------------------------------------------------------------------------------

    def box(self) -> QRectF:
        """The picture's sheet."""
        return QRectF(self.rect())

    def spot(self, place: float) -> QPointF:
        """Where an x stands on the wall."""
        theme, box = self._themes.current, self.box()
        share = place / self._seen.reach
        floor = box.bottom() - theme.px(26) - theme.line_height("caption")
        rise = max(20.0, floor - box.top() - theme.line_height("heading") - theme.px(24))
        half = box.width() / 2 * _FILL
        return QPointF(box.center().x() + share * half, floor - min(share * share, 9.0) * rise)

    def is_out(self, place: float) -> bool:
        """Whether a place lies beyond the picture."""
        return not math.isfinite(place) or abs(place) > self._seen.reach * 1.04

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Sky, snow, chords, skier, words."""
        seen = self._seen
        self._paint_walls(painter, theme)
        if len(seen.places):
            self._paint_chords(painter, theme)
            self._paint_skier(painter, theme)
        self._paint_words(painter, theme)

    def _paint_walls(self, painter: QPainter, theme: Theme) -> None:
        box, radius = self.box(), theme.size("radius_button")
        painter.save()
        edge = QPainterPath()
        edge.addRoundedRect(box, radius, radius)
        painter.setClipPath(edge)
        painter.fillRect(box, theme.color("sunk", 0.35))
        wall, reach = QPainterPath(), self._seen.reach * 1.0 / _FILL
        wall.moveTo(box.left(), box.bottom())
        for step in range(65):
            wall.lineTo(self.spot(reach * (step / 32.0 - 1.0)))
        wall.lineTo(box.right(), box.bottom())
        wall.closeSubpath()
        snow = QLinearGradient(box.topLeft(), box.bottomLeft())
        snow.setColorAt(0.0, theme.color("relief_hi"))
        snow.setColorAt(0.85, theme.color("relief_lo"))
        painter.setBrush(snow)
        painter.setPen(QPen(theme.color("relief_line"), theme.stroke("curve")))
        painter.drawPath(wall)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for depth in (0.12, 0.26, 0.42):
            painter.setPen(QPen(theme.color("relief_line", 0.3 - 0.4 * depth), theme.stroke("hairline")))
            painter.drawPath(wall.translated(0.0, depth * box.height()))
        painter.restore()

    def _color(self, theme: Theme) -> QColor:
        return theme.color("bad" if self._seen.rate > self._seen.limit else "grad")

    def _paint_chords(self, painter: QPainter, theme: Theme) -> None:
        """The last steps, paler the older they are; clipped to the sheet."""
        seen = self._seen
        ran = np.asarray(seen.places[: seen.now + 1], np.float64)
        inside = int(np.sum(np.abs(ran) <= seen.reach)) if self.is_out(seen.place) else len(ran)
        places = ran[max(0, inside - _TRACE) : inside + 1]
        painter.save()
        painter.setClipRect(self.box())
        color = self._color(theme)
        for index, (one, two) in enumerate(pairwise(places)):
            if self.is_out(float(one)):
                continue
            age = len(places) - 2 - index
            color.setAlphaF(max(0.16, 0.95 - 0.05 * age))
            painter.setPen(QPen(color, theme.stroke("curve")))
            limit = 2.2 * seen.reach
            start, end = self.spot(float(one)), self.spot(float(min(max(np.nan_to_num(two), -limit), limit)))
            painter.drawLine(start, end)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(start, theme.px(2.0), theme.px(2.0))
        painter.restore()

    def _paint_skier(self, painter: QPainter, theme: Theme) -> None:
        place, box = self._seen.place, self.box()
        if not self.is_out(place):
            at = self.spot(place) - QPointF(0, theme.px(1))
            disc(painter, at, theme.px(6.5), theme.color("stage"), theme.color("ink"), theme.px(2.2))
            disc(painter, at, theme.px(2.4), self._color(theme))
            return
        right = not place < 0
        x = box.right() - theme.px(22) if right else box.left() + theme.px(22)
        at = QPointF(x, box.top() + 0.42 * box.height())
        bad = theme.color("bad")
        disc(painter, at, theme.px(6.5), theme.color("stage"), bad, theme.px(2.2))
        paint_arrow_head(painter, at, -0.7 if right else math.pi + 0.7, theme.px(6.5), bad)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        """Its name, how far from the floor he is, what that means."""
        seen, box = self._seen, self.box()
        heading, small = theme.font("heading"), theme.font("small")
        line, pad = theme.line_height("heading"), theme.px(10)
        room = box.width() - 8 * pad  # between the walls
        title = QRectF(box.left() + 4 * pad, box.top() + pad * 0.6, room, line)
        text(painter, title, elided(seen.name, heading, room), heading, theme.color("ink"), CENTRE)
        if not len(seen.places):
            return
        words = self.verdict()
        role = "bad" if words == OUT else "soft"
        below = title.translated(0.0, line)
        text(painter, below, elided(words, small, room), small, theme.color(role), CENTRE)
        number = self.place_words()
        wide, high = text_width(number, theme.font("cell")) + theme.px(12), theme.line_height("caption") + theme.px(2)
        plate = QRectF(box.center().x() - wide / 2, box.bottom() - high - theme.px(7), wide, high)
        rounded(painter, plate, theme.px(4), theme.color("stage", 0.88))
        text(painter, plate, number, theme.font("cell"), theme.color("ink"), CENTRE)

    def place_words(self) -> str:
        """How far from the floor, after how many steps."""
        place = abs(self._seen.place)
        far = "∞" if not math.isfinite(place) else "0" if place < 1e-12 else write_significant(place, 3)
        return phrase("|x| = {far} after {steps} steps", far=far, steps=write_count(self._seen.now))

    def verdict(self) -> str:
        """What this rate leads to."""
        seen = self._seen
        if seen.rate > seen.limit * (1.0 + 1e-9):
            return OUT
        if seen.rate >= seen.limit * (1.0 - 1e-9):
            return "wall to wall for ever"
        return "wall to wall, down to rest" if seen.rate > seen.limit / 2 else REST

    def describe(self) -> str:
        """All of it in words."""
        seen = self._seen
        if not len(seen.places):
            return ""
        return phrase(
            "{name}, curvature {curvature}, rate {rate}: {verdict}; {place}.",
            name=seen.name,
            curvature=write_significant(seen.curvature, 3),
            rate=write_significant(seen.rate, 3),
            verdict=self.verdict(),
            place=self.place_words(),
        )
