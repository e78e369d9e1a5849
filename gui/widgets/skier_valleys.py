"""Many networks from other seeds: the test scores of wide ones on one axis, and for tiny ones whether they got stuck.

The scores stand twice: small on the whole axis from 0 to 1, where they fall on one spot, and below it as under a lens.
A tiny network is a disc where it found the answer and an open square where it is stuck.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, stroke, text, text_width
from gui.widgets.skier_chance import stacked
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Axis, Plane, Walked, paint_across
from sim.numerals import write_fixed
from sim.phrases import joined, phrase, word

SCORES = word("right answers to new digits")
LENS = word("the same, magnified")
STUCK, UNDERWAY = word("stuck"), word("on the way")
FOUND = word("found it")
EMPTY = word("No network has arrived yet.")


@dataclass(frozen=True, eq=False)
class ValleysSeen:
    """scores (n,): of the wide networks that arrived, of `wanted`."""

    scores: Array = field(default_factory=none)
    wanted: int = 20


class ValleyStrip(Walked):
    """See the module's text."""

    TITLE = "Wide networks from other seeds"
    ABOUT = "Left and Right walk from network to network."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 420.0, 250.0, 200.0, 130.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = ValleysSeen()
        self.tell_again()

    def show_valleys(self, seen: ValleysSeen) -> None:
        """More of them, or others."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.scores) - 1)
        self.shown()

    @property
    def seen(self) -> ValleysSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Networks that arrived."""
        return len(self._seen.scores)

    # Places -----------------------------------------------------------------------------------------------------------

    def lens(self) -> Axis:
        """The part of the axis that is magnified: hundredths around all scores."""
        scores = self._seen.scores
        if not len(scores):
            return Axis(0.9, 1.0)
        low = math.floor(200.0 * float(np.min(scores)) - 0.5) / 200.0
        high = math.ceil(200.0 * float(np.max(scores)) + 0.5) / 200.0
        return Axis(max(0.0, low), min(1.0, max(high, low + 0.02)))

    def planes(self) -> tuple[Plane, Plane]:
        """The whole axis above, the lens below."""
        theme = self._themes.current
        left, wide, high = theme.px(16), self.width() - theme.px(44), theme.line_height("caption")
        top = theme.line_height("label") + theme.px(4)
        upper = QRectF(left, top, wide, theme.px(26))
        lens_top = upper.bottom() + 2 * high + theme.px(34)
        lower = QRectF(left, lens_top, wide, max(theme.px(18), self.height() - lens_top - high - theme.px(8)))
        return Plane(upper, Axis(0.0, 1.0), Axis(0.0, 1.0)), Plane(lower, self.lens(), Axis(0.0, 1.0))

    def dots(self) -> list[QPointF]:
        """Where the dots under the lens stand."""
        _, plane = self.planes()
        radius = self.radius()
        xs, levels = stacked(np.array([plane.x(float(score)) for score in self._seen.scores]), 2.15 * radius)
        most = max(1, int(levels.max()) if len(levels) else 1)
        pitch = min(2.1 * radius, (plane.area.height() - 2 * radius) / most)
        base = plane.area.bottom() - radius - 2
        return [QPointF(x, base - pitch * level) for x, level in zip(xs.tolist(), levels.tolist(), strict=True)]

    def radius(self) -> float:
        """Of the dots under the lens."""
        return max(3.0, min(self._themes.current.px(10), self.height() / 38))

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Axis, lens, dots."""
        seen = self._seen
        upper, lower = self.planes()
        high = theme.line_height("label")
        text(painter, QRectF(0, 0, 10, high), SCORES, theme.font("small"), theme.color("soft"), LEFT)
        whole = tuple((share, f"{round(100 * share)}\u00a0%") for share in (0.0, 0.25, 0.5, 0.75, 1.0))
        paint_across(painter, theme, upper, whole)
        if not len(seen.scores):
            text(painter, lower.area, EMPTY, theme.font("small"), theme.color("soft"), CENTRE)
            return
        self._paint_lens(painter, theme, upper, lower)
        for score in seen.scores.tolist():
            at = QPointF(upper.x(score), upper.area.bottom() - theme.px(6))
            disc(painter, at, theme.px(4), theme.color("ink", 0.45))
        for index, at in enumerate(self.dots()):
            faint = self.hot >= 0 and index != self.hot
            disc(painter, at, self.radius(), theme.color("ink", 0.3 if faint else 0.88), theme.color("stage"), 1.0)
        self._paint_spread(painter, theme, lower)

    def _paint_lens(self, painter: QPainter, theme: Theme, upper: Plane, lower: Plane) -> None:
        """The beam from the small axis to the large one."""
        left, right = upper.x(lower.across.low), upper.x(lower.across.high)
        y, foot = upper.area.bottom(), lower.area.top() - theme.px(4)
        beam = QPainterPath(QPointF(left, y))
        beam.lineTo(right, y)
        beam.lineTo(lower.area.right(), foot)
        beam.lineTo(lower.area.left(), foot)
        beam.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink", 0.05))
        painter.drawPath(beam)
        sheet = lower.area.adjusted(0, -theme.px(4), 0, 0)
        painter.drawRect(sheet)
        tall = upper.area.height() - theme.px(4)
        bracket = QRectF(left, upper.area.top() + theme.px(4), max(2.0, right - left), tall)
        rounded(painter, bracket, 3, None, theme.color("rule"), theme.px(1.3))
        high = theme.line_height("caption")
        box = QRectF(lower.area.left() + theme.px(6), foot - high - theme.px(2), 10, high)
        text(painter, box, LENS, theme.font("caption"), theme.color("soft"), LEFT)
        ticks = lower.across.ticks(max(2.0, lower.area.width() / theme.px(90)))
        texts = tuple((value, f"{write_fixed(100 * value, 1)}\u00a0%") for value, _ in ticks)
        paint_across(painter, theme, lower, texts)

    def _paint_spread(self, painter: QPainter, theme: Theme, plane: Plane) -> None:
        """One standard deviation to both sides of the mean, above the dots."""
        scores = self._seen.scores
        if len(scores) < 3:
            return
        mean, spread = float(np.mean(scores)), float(np.std(scores))
        y = plane.area.top() + theme.px(6)
        left, right = QPointF(plane.x(mean - spread), y), QPointF(plane.x(mean + spread), y)
        stroke(painter, left, right, theme.color("vel"), theme.px(2.4))
        disc(painter, QPointF(plane.x(mean), y), theme.px(4), theme.color("vel"), theme.color("stage"), 1.2)
        words = phrase("{mean} ± {spread}\u00a0%", mean=write_fixed(100 * mean, 1), spread=write_fixed(100 * spread, 1))
        font, wide = theme.font("heading"), theme.px(8)
        room = text_width(words, font) + wide
        on_left = right.x() + room > plane.area.right()
        box = QRectF(left.x() - wide - 10 if on_left else right.x() + wide, y - 9, 10, 18)
        text(painter, box, words, font, theme.color("vel"), RIGHT if on_left else LEFT)

    def part_at(self, at: QPointF) -> int:
        """The network under the pointer."""
        near = self._themes.current.target / 2
        found = [(math.hypot(dot.x() - at.x(), dot.y() - at.y()), index) for index, dot in enumerate(self.dots())]
        distance, index = min(found, default=(near + 1, -1))
        return index if distance <= near else -1

    def describe(self) -> str:
        """The network that is singled out, or their spread."""
        scores = self._seen.scores
        if not len(scores):
            return EMPTY
        if self.hot >= 0:
            return phrase("Network {number}: {score} right.", number=self.hot + 1,
                          score=in_percent(float(scores[self.hot])))  # fmt: skip
        return phrase(
            "{count} networks: from {low} to {high} right, mean {mean}.",
            count=len(scores),
            low=in_percent(float(np.min(scores))),
            high=in_percent(float(np.max(scores))),
            mean=in_percent(float(np.mean(scores))),
        )


def in_percent(share: float) -> str:
    """A share of right answers, to a tenth of a percent."""
    return f"{write_fixed(100 * share, 1)}\u00a0%"


@dataclass(frozen=True, eq=False)
class StuckSeen:
    """stuck (n,) bool: which of the tiny networks have no answer; losses (n,), of `wanted`.

    done: none will move any more; before, those without an answer are still on their way.
    """

    stuck: Array = field(default_factory=lambda: np.zeros(0, bool))
    losses: Array = field(default_factory=none)
    wanted: int = 100
    done: bool = True

    @property
    def sign(self) -> str:
        """What one without an answer is called."""
        return STUCK if self.done else UNDERWAY


class StuckGrid(Walked):
    """See the module's text."""

    TITLE = "Tiny networks from other seeds"
    ABOUT = "Arrow keys walk from network to network."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 260.0, 250.0, 130.0, 120.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = StuckSeen()
        self.tell_again()

    def show_stuck(self, seen: StuckSeen) -> None:
        """More of them, or others."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.stuck) - 1)
        self.shown()

    @property
    def seen(self) -> StuckSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Networks that arrived."""
        return len(self._seen.stuck)

    def cell(self, index: int) -> QRectF:
        """The box of a network; ten in a row, or more where it is wide."""
        theme, seen = self._themes.current, self._seen
        foot = theme.line_height("caption") + theme.px(8)
        wide, high = float(self.width()), max(10.0, self.height() - foot)
        columns = max(1, math.ceil(math.sqrt(max(1, seen.wanted) * wide / high)))
        columns = 10 if seen.wanted == 100 and 0.6 <= wide / high <= 1.9 else columns
        rows = max(1, math.ceil(max(1, seen.wanted) / columns))
        side = min(wide / columns, high / rows, theme.px(26))
        left = (wide - columns * side) / 2
        return QRectF(left + (index % columns) * side, (index // columns) * side, side, side)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """A sign for each, places for those to come, the names of the signs."""
        seen = self._seen
        for index in range(seen.wanted):
            box = self.cell(index)
            at, radius = box.center(), 0.34 * box.width()
            if index >= len(seen.stuck):
                disc(painter, at, radius * 0.3, theme.color("line"))
                continue
            if seen.stuck[index] and not seen.done:
                disc(painter, at, radius * 0.6, None, theme.color("rule"), theme.px(1.4))
            elif seen.stuck[index]:
                square = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
                rounded(painter, square, 2, theme.color("warn", 0.16), theme.color("warn"), theme.px(1.6))
            else:
                disc(painter, at, radius, theme.color("vel", 0.85))
            if index == self.hot:
                rounded(painter, box, 3, None, theme.color("ink"), theme.px(1.4))
        self._paint_key(painter, theme)

    def _paint_key(self, painter: QPainter, theme: Theme) -> None:
        font, high = theme.font("caption"), theme.line_height("caption")
        last = self.cell(max(0, self._seen.wanted - 1)).bottom()
        y, stuck = min(self.height() - high, last + theme.px(8)), int(np.sum(self._seen.stuck))
        there = len(self._seen.stuck)
        pairs = (
            (phrase("{words}: {count}", words=FOUND, count=there - stuck), "vel"),
            (phrase("{words}: {count}", words=self._seen.sign, count=stuck), "warn" if self._seen.done else "rule"),
        )
        wide = sum(text_width(words, font) + theme.px(16) for words, _ in pairs) + theme.px(16)
        left = max(0.0, (self.width() - wide) / 2)
        for words, role in pairs:
            at = QPointF(left + theme.px(5), y + high / 2)
            if role == "vel":
                disc(painter, at, theme.px(4), theme.color(role))
            elif role == "rule":
                disc(painter, at, theme.px(3), None, theme.color(role), theme.px(1.3))
            else:
                side = theme.px(4)
                painter.setPen(QPen(theme.color(role), theme.px(1.5)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
            text(painter, QRectF(left + theme.px(13), y, 10, high), words, font, theme.color("soft"), LEFT)
            left += text_width(words, font) + theme.px(32)

    def part_at(self, at: QPointF) -> int:
        """The network under the pointer."""
        return next((index for index in range(self.count()) if self.cell(index).contains(at)), -1)

    def describe(self) -> str:
        """The network that is singled out, or how many are stuck."""
        seen = self._seen
        if not len(seen.stuck):
            return EMPTY
        if self.hot >= 0:
            state = seen.sign if seen.stuck[self.hot] else FOUND
            loss = write_fixed(float(seen.losses[self.hot]), 3) if self.hot < len(seen.losses) else "?"
            return phrase("Network {number}: {state}, loss {loss}.", number=self.hot + 1, state=state, loss=loss)
        stuck = int(np.sum(seen.stuck))
        found = phrase("{count} of {wanted} tiny networks found it.", count=len(seen.stuck) - stuck, wanted=seen.wanted)
        return joined((found, phrase("{stuck} are stuck.", stuck=stuck) if seen.done else ""))
