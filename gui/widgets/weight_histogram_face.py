"""How the histograms of weights are laid out and painted: a row for each arm, all over one axis."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import Theme
from gui.widgets.penalty_content import NEAR_ZERO, WeightSpread
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, elided, stroke, text, text_width
from gui.widgets.ticks import linear_ticks
from gui.widgets.value_signs import reach_of_numbers
from sim.numerals import write_count, write_fixed, write_short
from sim.phrases import joined, phrase

NO_WEIGHTS = "No weights yet."
GAP = 8.0
SPIKE = 6.0
BREAK = 13.0
_HEADROOM = 0.94
_ROOM_TO_SHRINK = 0.35
_FAR = 4.0


def reach_for(spreads: tuple[WeightSpread, ...], before: float) -> float:
    """How far the axis goes to both sides: what it went before, as long as that fits.

    Where the largest is far beyond the bars, whose outermost hold it, no further than they: an arm that flies off hides
    no other.
    """
    ends = [float(np.abs(spread.edges).max()) for spread in spreads if spread.edges.size]
    largest = max((spread.largest for spread in spreads), default=0.0)
    if ends and largest > _FAR * max(ends):
        largest = max(ends)
    most = max(largest, 4 * NEAR_ZERO if ends else 1.0)
    return before if before and _ROOM_TO_SHRINK * before < most <= before else reach_of_numbers(np.array([most]))


@dataclass(frozen=True, eq=False)
class HistogramFace:
    """The spreads in a box of `size`; the axis goes from -reach to reach. `at` is the weight that is read off."""

    theme: Theme
    size: tuple[float, float]
    spreads: tuple[WeightSpread, ...]
    reach: float
    log: bool
    at: float | None
    taken: float = 0.0

    @cached_property
    def areas(self) -> tuple[QRectF, ...]:
        """The places of the bars, row by row."""
        theme, count = self.theme, max(1, len(self.spreads))
        foot, head = theme.line_height("caption") + theme.px(5.0), self.head
        pitch = (self.size[1] - foot + theme.px(GAP)) / count
        left, wide = theme.px(6.0), self.size[0] - theme.px(12.0)
        high = max(8.0, pitch - head - theme.px(GAP))
        return tuple(QRectF(left, row * pitch + head, max(20.0, wide), high) for row in range(count))

    @cached_property
    def head(self) -> float:
        """The height of the words above a row."""
        return self.theme.line_height("small") + self.theme.px(3.0)

    @cached_property
    def tallest(self) -> float:
        """The count at the top of every row: of the bars of weights that are not zero; with powers of ten of all."""
        bars = max((float(spread.counts.max(initial=0)) for spread in self.spreads), default=0.0)
        spikes = max((float(spread.zeros) for spread in self.spreads), default=0.0)
        return max(bars, spikes, 1.0) if self.log or not bars else max(bars, 1.0)

    def x_of(self, weight: float) -> float:
        """The pixel of a weight."""
        area = self.areas[0]
        return area.center().x() + weight / self.reach * area.width() / 2.0

    def weight_at(self, x: float) -> float | None:
        """The weight under a pixel; None beside the bars."""
        area = self.areas[0]
        weight = (x - area.center().x()) / (area.width() / 2.0) * self.reach
        return weight if abs(weight) <= self.reach else None

    def height_of(self, count: float, area: QRectF) -> float:
        """How high a bar is; more than the row where it goes through the top."""
        share = math.log10(1.0 + count) / math.log10(1.0 + self.tallest) if self.log else count / self.tallest
        return share * area.height() * _HEADROOM

    def bars(self, spread: WeightSpread, area: QRectF) -> dict[int, tuple[float, float, float, float]]:
        """The bars that are not empty, by their bins: left, top, width, height."""
        filled, thin = np.flatnonzero(spread.counts), self.theme.stroke("hairline")
        counts, tallest = spread.counts[filled], self.tallest
        shares = np.log10(1.0 + counts) / math.log10(1.0 + tallest) if self.log else counts / tallest
        high = np.clip(shares * area.height() * _HEADROOM, thin, area.height())
        edges = area.center().x() + spread.edges / self.reach * area.width() / 2.0
        left, right = edges[filled], edges[filled + 1]
        gap = np.minimum(1.0, 0.15 * (right - left))
        boxes = np.column_stack((left + gap / 2, area.bottom() - high, right - left - gap, high)).tolist()
        return {index: (box[0], box[1], box[2], box[3]) for index, box in zip(filled.tolist(), boxes, strict=True)}

    def bin_at(self, spread: WeightSpread) -> int:
        """The bin that is read off; -1 for none."""
        if self.at is None or spread.edges.size < 2:
            return -1
        place = int(np.searchsorted(spread.edges, self.at, side="right")) - 1
        return place if 0 <= place < spread.counts.size else -1

    def words(self, spread: WeightSpread) -> str:
        """What stands beside the name: the weights that are read off, else how many are zero and how large they are."""
        return self.forms(spread)[0]

    def forms(self, spread: WeightSpread) -> tuple[str, ...]:
        """The same in ever fewer words."""
        place = self.bin_at(spread)
        if place >= 0:
            low, high = (write_short(float(edge), 2) for edge in spread.edges[place : place + 2])
            count = write_count(int(spread.counts[place]))
            return (phrase("{low} to {high}: {count}", low=low, high=high, count=count),)
        if not spread.total:
            return (NO_WEIGHTS,)
        near = write_fixed(100.0 * spread.near / spread.total, 0)
        few = phrase("{zeros} exactly 0", zeros=write_count(spread.zeros))
        some = phrase("{zeros} of {total} exactly 0, {near} % nearly", zeros=write_count(spread.zeros),
                      total=write_count(spread.total), near=near)  # fmt: skip
        size = phrase("largest {largest}, top tenth {share} %", largest=write_fixed(spread.largest, 2),
                      share=write_fixed(100.0 * spread.top_share, 0))  # fmt: skip
        return joined((some, size), ";  "), some, few

    @cached_property
    def form(self) -> int:
        """How short the words of all rows are, so that none is cut and all say the same."""
        theme, gap = self.theme, self.theme.px(10.0)
        title, small = theme.font("label"), theme.font("small")

        def fits(form: int) -> bool:
            room = self.areas[0].width() - self.taken - gap
            rows = ((self.forms(spread)[form:] or self.forms(spread)[-1:])[0] for spread in self.spreads)
            return all(text_width(words, small) + text_width(spread.title, title) <= room
                       for words, spread in zip(rows, self.spreads, strict=True))  # fmt: skip

        return next((form for form in range(3) if fits(form)), 2)


def paint_histogram(painter: QPainter, face: HistogramFace) -> None:
    """Rows, axis, the weight that is read off."""
    for spread, area in zip(face.spreads, face.areas, strict=False):
        _paint_head(painter, face, spread, area)
        _paint_bars(painter, face, spread, area)
    if face.spreads:
        _paint_axis(painter, face)
    else:
        box = QRectF(0.0, 0.0, *face.size)
        text(painter, box, NO_WEIGHTS, face.theme.font("small"), face.theme.color("soft"), CENTRE)


def _paint_head(painter: QPainter, face: HistogramFace, spread: WeightSpread, area: QRectF) -> None:
    theme, first = face.theme, area.top() <= face.head + 1.0
    box = QRectF(area.left(), area.top() - face.head, area.width() - (face.taken if first else 0.0), face.head)
    title, small = theme.font("label"), theme.font("small")
    gap = theme.px(10.0)
    forms = face.forms(spread)
    words = forms[min(face.form, len(forms) - 1)]
    room = box.width() - text_width(words, small) - gap
    text(painter, box, elided(spread.title, title, room), title, theme.color(spread.role), LEFT)
    text(painter, box, words, small, theme.color("soft"), RIGHT)


def _paint_bars(painter: QPainter, face: HistogramFace, spread: WeightSpread, area: QRectF) -> None:
    theme = face.theme
    near = QRectF(face.x_of(-NEAR_ZERO), area.top(), face.x_of(NEAR_ZERO) - face.x_of(-NEAR_ZERO), area.height())
    painter.fillRect(near, theme.color("sunk"))
    if spread.counts.any():
        boxes, chosen = face.bars(spread, area), face.bin_at(spread)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(spread.role, 0.5))
        painter.drawRects([QRectF(*box) for index, box in boxes.items() if index != chosen])
        if chosen in boxes:
            painter.fillRect(QRectF(*boxes[chosen]), theme.color(spread.role))
    if spread.zeros:
        _paint_spike(painter, face, spread, area)
    y = round(area.bottom()) + 0.5
    stroke(painter, QPointF(area.left(), y), QPointF(area.right(), y), theme.color("rule"), theme.stroke("hairline"))


def _paint_spike(painter: QPainter, face: HistogramFace, spread: WeightSpread, area: QRectF) -> None:
    """The weights that are exactly 0: a bar of its own with its count; broken where it goes through the top."""
    theme, wide = face.theme, face.theme.px(SPIKE)
    whole = face.height_of(float(spread.zeros), area)
    high, x = max(theme.px(3.0), min(whole, area.height())), face.x_of(0.0)
    bar = QRectF(x - wide / 2, area.bottom() - high, wide, high)
    painter.fillRect(bar.adjusted(-1.5, 0, 1.5, 0), theme.color("stage"))
    painter.fillRect(bar, theme.color(spread.role))
    if whole > area.height() and area.height() > 2 * theme.px(BREAK):
        pen = QPen(theme.color("stage"), theme.px(1.8))
        painter.setPen(pen)
        for shift in (0.0, theme.px(4.0)):
            y = area.top() + theme.px(BREAK) + shift
            painter.drawLine(QPointF(x - wide, y + theme.px(2.5)), QPointF(x + wide, y - theme.px(2.5)))
    words, font, tall = write_count(spread.zeros), theme.font("cell"), theme.line_height("cell")
    top = min(max(bar.top() - theme.px(1.0), area.top()), area.bottom() - tall)
    plate = QRectF(x + wide / 2 + theme.px(4.0), top, text_width(words, font) + theme.px(4.0), tall)
    painter.fillRect(plate, theme.color("stage", 0.8))
    text(painter, plate.adjusted(theme.px(2.0), 0, 0, 0), words, font, theme.color(spread.role), LEFT)


def _paint_axis(painter: QPainter, face: HistogramFace) -> None:
    theme, area = face.theme, face.areas[-1]
    font, high = theme.font("caption"), theme.line_height("caption")
    ticks = linear_ticks(-face.reach, face.reach, max(2.0, area.width() / theme.px(64.0)))
    for value, words in zip(ticks.values, ticks.texts, strict=True):
        x, wide = face.x_of(value), text_width(words, font)
        left = min(max(x - wide / 2, 0.0), face.size[0] - wide)
        box = QRectF(left, area.bottom() + theme.px(4.0), wide, high)
        text(painter, box, words, font, theme.color("faint"), LEFT)
        stroke(painter, QPointF(x, area.bottom()), QPointF(x, area.bottom() + theme.px(3.0)), theme.color("rule"))
    if face.at is not None:
        pen = QPen(theme.color("you", 0.7), theme.stroke("hairline"))
        painter.setPen(pen)
        x = round(face.x_of(face.at)) + 0.5
        painter.drawLine(QPointF(x, face.areas[0].top()), QPointF(x, area.bottom()))
