"""Digits with what the teacher says they are: most of it lies. Below each, what the network has come to say.

An answer that repeats the teacher is in ink, one that tells the truth in green, anything else pale.
"""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, rounded, text, text_width
from gui.widgets.skier_bars import paint_digit
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Walked
from sim.phrases import joined, phrase, word

TOLD, SAYS = word("it is told"), word("it says")


@dataclass(frozen=True, eq=False)
class LiesSeen:
    """pictures (n, 64) 0 to 1; truth, told, says (n,): digits. says is empty before the network was asked."""

    pictures: Array = field(default_factory=lambda: np.zeros((0, 64)))
    truth: Array = field(default_factory=none)
    told: Array = field(default_factory=none)
    says: Array = field(default_factory=none)


class LiesRow(Walked):
    """See the module's text."""

    TITLE = "What the teacher says"
    ABOUT = "Left and Right walk from digit to digit."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 420.0, 118.0, 200.0, 84.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = LiesSeen()
        self.tell_again()

    def show_lies(self, seen: LiesSeen) -> None:
        """Other digits, or other answers."""
        self._seen = seen
        self.hot = min(self.hot, self.count() - 1)
        self.shown()

    @property
    def seen(self) -> LiesSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """As many as there is room for."""
        theme = self._themes.current
        wide = min(max(theme.px(52), 0.46 * self.height()), theme.px(96))
        return min(len(self._seen.truth), max(1, int((self.width() - self.margin()) / wide)))

    def margin(self) -> float:
        """The room of the names at the left."""
        theme = self._themes.current
        return max(text_width(words, theme.font("caption")) for words in (TOLD, SAYS)) + theme.px(12)

    def column(self, index: int) -> QRectF:
        """The box of a digit with its words."""
        wide = (self.width() - self.margin()) / max(1, self.count())
        wide = min(wide, self._themes.current.px(110))
        return QRectF(self.margin() + index * wide, 0, wide, self.height())

    def part_at(self, at: QPointF) -> int:
        """The digit under the pointer."""
        return next((index for index in range(self.count()) if self.column(index).contains(at)), -1)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Digit, what it is told, what it says."""
        line = theme.line_height("heading") + theme.px(2)
        side = max(16.0, min(self.height() - 2 * line - theme.px(8), self.column(0).width() * 0.8))
        side = float(int(side / 8) * 8)
        font, faint = theme.font("caption"), theme.color("faint")
        for words, row in ((TOLD, 0), (SAYS, 1)):
            text(painter, QRectF(0, side + theme.px(4) + row * line, 10, line), words, font, faint, LEFT)
        for index in range(self.count()):
            self._paint_column(painter, theme, index, side, line)

    def _paint_column(self, painter: QPainter, theme: Theme, index: int, side: float, line: float) -> None:
        seen, box = self._seen, self.column(index)
        if index == self.hot:
            rounded(painter, box, theme.px(5), theme.color("sunk", 0.6))
        place = QRectF(round(box.center().x() - side / 2), 1, side, side)
        paint_digit(painter, theme, place, seen.pictures[index])
        truth, told = int(seen.truth[index]), int(seen.told[index])
        top, font = side + theme.px(4), theme.font("heading")
        role = "ink" if truth == told else "minus"
        text(painter, QRectF(box.left(), top, box.width(), line), f"{told}", font, theme.color(role), CENTRE)
        if index < len(seen.says):
            said = int(seen.says[index])
            role = "minus" if said == told != truth else "good" if said == truth else "faint"
            text(painter, QRectF(box.left(), top + line, box.width(), line), f"{said}", font, theme.color(role), CENTRE)

    def describe(self) -> str:
        """The digit that is singled out, or how many are lied about."""
        seen = self._seen
        if not len(seen.truth):
            return ""
        if self.hot >= 0:
            truth, told = int(seen.truth[self.hot]), int(seen.told[self.hot])
            says = f"{int(seen.says[self.hot])}" if self.hot < len(seen.says) else "?"
            return phrase("A {truth}; the teacher says {told}, the network {says}.", truth=truth, told=told, says=says)
        lies = int(np.sum(seen.truth != seen.told))
        repeated = int(np.sum(seen.says == seen.told)) if len(seen.says) else 0
        return joined((
            phrase("The teacher lies about {lies} of {count} digits.", lies=lies, count=len(seen.truth)),
            phrase("The network repeats {count} of his words.", count=repeated),
        ))  # fmt: skip
