"""What networks that learnt nothing get right: a dot for each, stacked where they agree, beside the share of chance.

Above, the shares of right answers around 1 / C; below, on an axis of its own, the losses around ln C. The newest dot
has a ring. One network is far from chance, because it favours a few answers; their mean is not.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, disc, rounded, stroke, text, text_width
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Axis, Plane, Walked, paint_across
from gui.widgets.ticks import linear_ticks
from sim.numerals import write_fixed
from sim.phrases import joined, phrase, word

RIGHT_ANSWERS, LOSSES = word("right answers"), word("loss")
EMPTY = word("No network asked yet.")


@dataclass(frozen=True, eq=False)
class ChanceSeen:
    """right (n,): shares, losses (n,): of n untrained networks. classes: C.

    told: whether what chance comes to is to be seen; not while it is asked for.
    """

    classes: int = 1000
    right: Array = field(default_factory=none)
    losses: Array = field(default_factory=none)
    wanted: int = 20
    told: bool = True

    @property
    def chance(self) -> float:
        """1 / C."""
        return 1.0 / self.classes

    @property
    def ignorance(self) -> float:
        """ln C."""
        return math.log(self.classes)


def stacked(places: Array, wide: float) -> tuple[Array, Array]:
    """Dots no nearer than `wide` in a row, else on top of one another: (columns' middles, heights from 0), in order."""
    levels = np.zeros(len(places), np.int64)
    kept: list[tuple[float, int]] = []
    for index in np.argsort(places, kind="stable"):
        taken = {level for place, level in kept if abs(place - places[index]) < wide}
        level = next(number for number in range(len(places) + 1) if number not in taken)
        kept.append((float(places[index]), level))
        levels[index] = level
    return np.asarray(places, np.float64), levels


class ChanceDots(Walked):
    """See the module's text."""

    TITLE = "Untrained networks"
    ABOUT = "Left and Right walk from network to network."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 460.0, 280.0, 200.0, 130.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = ChanceSeen()
        self.tell_again()

    def show_chance(self, seen: ChanceSeen) -> None:
        """More networks, or others."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.right) - 1)
        self.shown()

    @property
    def seen(self) -> ChanceSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Networks."""
        return len(self._seen.right)

    # Places -----------------------------------------------------------------------------------------------------------

    def planes(self) -> tuple[Plane, Plane]:
        """That of the shares, and below it that of the losses."""
        theme, seen = self._themes.current, self._seen
        foot, title = theme.line_height("caption") + theme.px(10), theme.line_height("label") + theme.px(4)
        left, wide = theme.px(12), self.width() - theme.px(40)
        room = self.height() - 2 * (foot + title)
        upper = QRectF(left, title, wide, max(16.0, 0.62 * room))
        lower = QRectF(left, upper.bottom() + foot + title, wide, max(12.0, 0.38 * room))
        most = max([2.2 * seen.chance, *(1.12 * seen.right).tolist()], default=1.0)
        spread = max([0.35, *(1.15 * np.abs(seen.losses - seen.ignorance)).tolist()])
        return (
            Plane(upper, Axis(0.0, min(1.0, most)), Axis(0.0, 1.0)),
            Plane(lower, Axis(seen.ignorance - spread, seen.ignorance + spread), Axis(0.0, 1.0)),
        )

    def dots(self, plane: Plane, values: Array) -> list[QPointF]:
        """Where the dots of a row stand."""
        radius = self.radius(plane, len(values))
        xs, levels = stacked(np.array([plane.x(float(value)) for value in values]), 2.1 * radius)
        base, most = plane.area.bottom() - radius - 2, max(1, int(levels.max(initial=0)))
        room = plane.area.height() - 2 * radius - self._themes.current.px(22)
        pitch = min(2.05 * radius, max(1.0, room) / most)
        return [QPointF(x, base - pitch * level) for x, level in zip(xs.tolist(), levels.tolist(), strict=True)]

    def radius(self, plane: Plane, count: int) -> float:
        """Of the dots: smaller where many must find room."""
        theme = self._themes.current
        wide = math.sqrt(plane.area.width() * plane.area.height() / max(8, count)) * 0.16
        return max(theme.px(1.6), min(theme.px(6.0), wide))

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Both rows."""
        upper, lower = self.planes()
        seen = self._seen
        ticks = linear_ticks(upper.across.low, upper.across.high, max(2.0, upper.area.width() / theme.px(80)))
        texts = tuple((value, tidy(value)) for value in ticks.values)
        paint_across(painter, theme, upper, texts)
        paint_across(painter, theme, lower, lower.across.ticks(max(2.0, lower.area.width() / theme.px(80))))
        if not seen.told:
            return self._paint_rows(painter, theme, upper, lower)
        chance = phrase("1 / {classes} = {share}", classes=seen.classes, share=tidy(seen.chance))
        self._paint_level(painter, theme, upper, seen.chance, chance, RIGHT_ANSWERS)
        know = phrase("ln {classes} = {loss}", classes=seen.classes, loss=write_fixed(seen.ignorance, 3))
        self._paint_level(painter, theme, lower, seen.ignorance, know, LOSSES)
        self._paint_rows(painter, theme, upper, lower)

    def _paint_rows(self, painter: QPainter, theme: Theme, upper: Plane, lower: Plane) -> None:
        """The dots of both, with their means."""
        seen = self._seen
        if not len(seen.right):
            beside = upper.area.adjusted(upper.area.width() * 0.5, 0, 0, 0)
            text(painter, beside, EMPTY, theme.font("small"), theme.color("soft"), CENTRE)
            return
        means = tidy(float(np.mean(seen.right))), write_fixed(float(np.mean(seen.losses)), 3)
        rows = ((upper, seen.right, "ink"), (lower, seen.losses, "grad"))
        for (plane, values, role), number in zip(rows, means, strict=True):
            self._paint_dots(painter, theme, plane, values, role)
            self._paint_mean(painter, theme, plane, values, number)

    def _paint_level(self, painter: QPainter, theme: Theme, plane: Plane, value: float, words: str, title: str) -> None:
        """Chance, as a standing line with its arithmetic above."""
        area, high = plane.area, theme.line_height("label")
        top = area.top() - high - theme.px(2)
        text(painter, QRectF(0, top, 10, high), title, theme.font("small"), theme.color("soft"), LEFT)
        x = plane.x(value)
        stroke(painter, QPointF(x, area.top() - theme.px(2)), QPointF(x, area.bottom()), theme.color("ink"),
               theme.px(1.4))  # fmt: skip
        font = theme.font("label")
        wide = text_width(words, font)
        left = min(max(x - wide / 2, text_width(title, theme.font("small")) + theme.px(10)), self.width() - wide)
        text(painter, QRectF(left, top, wide, high), words, font, theme.color("ink"), LEFT)

    def _paint_dots(self, painter: QPainter, theme: Theme, plane: Plane, values: Array, role: str) -> None:
        radius = self.radius(plane, len(values))
        for index, at in enumerate(self.dots(plane, values)):
            faint = self.hot >= 0 and index != self.hot
            disc(painter, at, radius, theme.color(role, 0.3 if faint else 0.82), theme.color("stage"), 0.8)
            if index == len(values) - 1 and self.hot < 0:
                disc(painter, at, radius + theme.px(2.4), None, theme.color(role), theme.px(1.2))

    def _paint_mean(self, painter: QPainter, theme: Theme, plane: Plane, values: Array, number: str) -> None:
        """Their mean, above the dots."""
        at = QPointF(plane.x(float(np.mean(values))), plane.area.top() + theme.px(9))
        words, font, color = phrase("mean {number}", number=number), theme.font("heading"), theme.color("vel")
        wide, high = text_width(words, font) + theme.px(8), theme.line_height("label")
        right = at.x() + wide + theme.px(14) < plane.area.right()
        box = QRectF(at.x() + theme.px(8) if right else at.x() - wide - theme.px(8), at.y() - high / 2, wide, high)
        rounded(painter, box, 3, theme.color("stage", 0.9))
        text(painter, box, words, font, color, CENTRE)
        disc(painter, at, theme.px(4.2), color, theme.color("stage"), theme.px(1.4))

    def part_at(self, at: QPointF) -> int:
        """The network under the pointer."""
        if not len(self._seen.right):
            return -1
        near = self._themes.current.target / 2
        upper, lower = self.planes()
        found = [
            (math.hypot(dot.x() - at.x(), dot.y() - at.y()), index)
            for plane, values in ((upper, self._seen.right), (lower, self._seen.losses))
            for index, dot in enumerate(self.dots(plane, values))
        ]
        distance, index = min(found)
        return index if distance <= near else -1

    def describe(self) -> str:
        """The network that is singled out, or what they come to."""
        seen = self._seen
        if not len(seen.right):
            return EMPTY
        if self.hot >= 0:
            return phrase(
                "Network {number}: {share} right, loss {loss}.",
                number=self.hot + 1,
                share=tidy(float(seen.right[self.hot])),
                loss=write_fixed(float(seen.losses[self.hot]), 3),
            )
        low, high = float(np.min(seen.right)), float(np.max(seen.right))
        return joined((
            phrase("{count} of {wanted} networks asked.", count=len(seen.right), wanted=seen.wanted),
            phrase("Mean {mean} right, single ones {low} to {high}; chance is {chance}.",
                   mean=tidy(float(np.mean(seen.right))), low=tidy(low), high=tidy(high), chance=tidy(seen.chance)),
            phrase("Mean loss {loss}; ln {classes} is {known}.", loss=write_fixed(float(np.mean(seen.losses)), 3),
                   classes=seen.classes, known=write_fixed(seen.ignorance, 3)),
        ))  # fmt: skip


def tidy(share: float) -> str:
    """A share in percent with at most three digits that count and no zeros behind."""
    if share == 0.0:
        return "0\u00a0%"
    return f"{write_fixed(100.0 * share, decimals_of(100.0 * share))}\u00a0%"


def decimals_of(value: float) -> int:
    """So many decimals that three digits count, zeros at the end left out."""
    most = max(0, 2 - math.floor(math.log10(abs(value))))
    for decimals in range(most):
        if math.isclose(round(value, decimals), round(value, most), rel_tol=1e-9):
            return decimals
    return most
