"""Whom a change helps and whom it hurts: a bar for every class, up where it helps and down where it hurts.

The longest bar fills its half; numbers are only told, as their size means little to the eye. The learner's own class
is violet.
"""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, elided, rounded, text
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Walked
from sim.numerals import write_significant
from sim.phrases import joined, phrase, word

HELPS, HURTS = word("helps"), word("hurts")
EMPTY = word("It is being measured.")


@dataclass(frozen=True, eq=False)
class TugSeen:
    """help (n,): how much each class gains, below 0 what it loses; empty while unknown. note: what is changed."""

    names: tuple[str, ...] = ()
    help: Array = field(default_factory=none)
    chosen: int = -1
    note: str = ""


class Tug(Walked):
    """See the module's text."""

    TITLE = "Whom it helps and whom it hurts"
    ABOUT = "Left and Right walk from class to class."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 240.0, 150.0, 130.0, 84.0

    def __init__(self, themes: ThemeHolder, title: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.TITLE = title
        self._seen = TugSeen()
        self.tell_again()

    def show_tug(self, seen: TugSeen) -> None:
        """Other numbers."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.help) - 1)
        self.shown()

    @property
    def seen(self) -> TugSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Classes, once they are known."""
        return len(self._seen.help)

    # Places -----------------------------------------------------------------------------------------------------------

    def area(self) -> QRectF:
        """The rectangle of the bars."""
        theme = self._themes.current
        top = theme.line_height("caption") + theme.px(4) if self._seen.note else theme.px(2)
        foot = theme.line_height("caption") + theme.px(2)
        return QRectF(0.0, top, float(self.width()), max(20.0, self.height() - top - foot))

    def column(self, index: int) -> QRectF:
        """The box of a class."""
        area = self.area()
        wide = area.width() / max(1, len(self._seen.names))
        return QRectF(index * wide, area.top(), wide, self.height() - area.top())

    def bar(self, index: int) -> QRectF:
        """Its bar, from the middle up or down."""
        area, box = self.area(), self.column(index)
        most = float(np.max(np.abs(self._seen.help))) or 1.0
        length = float(self._seen.help[index]) / most * area.height() / 2 * 0.94
        middle, wide = area.center().y(), box.width() * 0.56
        return QRectF(box.center().x() - wide / 2, middle - max(length, 0.0), wide, abs(length))

    def part_at(self, at: QPointF) -> int:
        """The class under the pointer."""
        return next((index for index in range(self.count()) if self.column(index).contains(at)), -1)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The middle, the bars, their names."""
        seen, area = self._seen, self.area()
        caption, high = theme.font("caption"), theme.line_height("caption")
        if not self.count():
            self.paint_empty(painter, theme, EMPTY)
            return
        if seen.note:
            words = elided(seen.note, caption, self.width())
            text(painter, QRectF(0, 0, self.width(), high), words, caption, theme.color("soft"), LEFT)
        for index, name in enumerate(seen.names):
            box = self.column(index)
            if index == self.hot:
                rounded(painter, box, theme.px(4), theme.color("sunk", 0.6))
            gains = float(seen.help[index]) >= 0.0
            role = "you" if index == seen.chosen else "vel" if gains else "grad"
            rounded(painter, self.bar(index), 2.0, theme.color(role, 0.85))
            foot = QRectF(box.left(), area.bottom() + 1, box.width(), high)
            font = theme.font("cell")
            text(painter, foot, name, font, theme.color("you" if index == seen.chosen else "ink"), CENTRE)
        middle = round(area.center().y()) + 0.5
        painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
        painter.drawLine(QPointF(0, middle), QPointF(area.right(), middle))
        for words, top in ((HELPS, area.top()), (HURTS, area.bottom() - high)):
            self._paint_side(painter, theme, words, top)

    def _paint_side(self, painter: QPainter, theme: Theme, words: str, top: float) -> None:
        """The name of a half, where no bar stands in its way."""
        font, high = theme.font("caption"), theme.line_height("caption")
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(8)
        for index in range(self.count()):
            box = QRectF(self.column(index).left(), top, wide, high)
            inside = box.right() <= self.width()
            if inside and not any(self.bar(other).intersects(box) for other in range(self.count())):
                text(painter, box, words, font, theme.color("vel" if words == HELPS else "grad"), LEFT)
                return

    def describe(self) -> str:
        """The class that is singled out, or all of them."""
        if not self.count():
            return EMPTY
        indices = [self.hot] if self.hot >= 0 else range(self.count())
        return joined((self._seen.note and phrase("{note}.", note=self._seen.note),
                       *(self.class_words(index) for index in indices)))  # fmt: skip

    def class_words(self, index: int) -> str:
        """One class in words."""
        value, name = float(self._seen.help[index]), self._seen.names[index]
        size = write_significant(abs(value), 2)
        template = "It helps the {name} by {size}." if value >= 0.0 else "It hurts the {name} by {size}."
        return phrase(template, name=name, size=size)
