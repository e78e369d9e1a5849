"""The rules of one pass as a row of chips: what has fired, what fired last, what is to come.

A chip has a dot or an arrow in the colour of its direction, a short name and one word. Where all have room their whole
names stand there; else the short ones; and where even those are too many, the row scrolls with the rule that fired
last. Time runs from left to right in every language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import LEFT, begin, disc, rounded, text, text_width
from gui.widgets.words import tell, tip
from sim.phrases import phrase

_PAD, _GAP, _DOT, _LEAST = 5.0, 3.0, 10.0, 34.0
_FADE = 18.0


@dataclass(frozen=True)
class RuleChip:
    """One rule: its whole name, its short one, the word below, the role of its colour, and what a pointer is told."""

    title: str
    short: str
    words: str
    role: str
    about: str


class RuleStrip(QWidget):
    """`chosen` carries the number of the chip that was clicked or moved to, counted from 0."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._chips: tuple[RuleChip, ...] = ()
        self._current = -1
        self._boxes: list[QRectF] = []
        self._whole = True
        self._hot = -1
        self._shift = 0.0
        self._mark = FocusMark(themes, self, self._ringed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        Answering(self, (QEvent.Type.ToolTip,), self._tell)
        themes.changed.connect(self._on_theme)
        self._name_it()

    # What others set ------------------------------------------------------------------------------------------------

    def show_chips(self, chips: Sequence[RuleChip], current: int) -> None:
        """These rules; `current` fired last, -1 where none has."""
        chips = tuple(chips)
        if (chips, current) == (self._chips, self._current):
            return
        other = chips != self._chips
        self._chips, self._current = chips, current
        if other:
            self._arrange()
        self._follow()
        self._name_it()

    @property
    def current(self) -> int:
        """The rule that fired last."""
        return self._current

    @property
    def chips(self) -> tuple[RuleChip, ...]:
        """What is shown."""
        return self._chips

    def box_of(self, index: int) -> QRectF:
        """Where a chip stands now."""
        return self._boxes[index].translated(-self._shift, 0.0)

    # Where things are -----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two lines high."""
        theme = self._themes.current
        lines = theme.line_height("label") + theme.line_height("caption")
        return QSize(round(theme.px(400)), max(round(lines + theme.px(10)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(round(self._themes.current.px(120)), self.sizeHint().height())

    def _arrange(self) -> None:
        """Whole names where they have room, else short ones; spare room is shared."""
        for whole in (True, False):
            wide = [self._wide(chip, whole) for chip in self._chips]
            gap = self._themes.current.px(_GAP)
            total = sum(wide) + gap * max(len(wide) - 1, 0)
            self._whole = whole
            if total <= self.width():
                break
        spare = max(0.0, self.width() - total) / max(len(wide), 1)
        left, self._boxes = 0.0, []
        for width in wide:
            grown = width + min(spare, self._themes.current.px(26))
            self._boxes.append(QRectF(left, 0.0, grown, self.height()))
            left += grown + gap

    def _wide(self, chip: RuleChip, whole: bool) -> float:
        theme = self._themes.current
        first = text_width(chip.title if whole else chip.short, theme.font("label")) + theme.px(_DOT)
        second = text_width(chip.words, theme.font("caption"))
        return max(first, second, theme.px(_LEAST) - 2 * theme.px(_PAD)) + 2 * theme.px(_PAD)

    @property
    def _most_shift(self) -> float:
        return max(0.0, self._boxes[-1].right() - self.width()) if self._boxes else 0.0

    def _follow(self) -> None:
        """The rule that fired last, and a neighbour at each side, are in sight."""
        if self._boxes:
            here = self._boxes[max(self._current, 0)]
            room = min(here.width(), self.width() / 4)
            self._shift = min(self._shift, max(here.left() - room, 0.0))
            self._shift = max(self._shift, here.right() + room - self.width())
        self._shift = min(max(self._shift, 0.0), self._most_shift)
        self._mark.refresh()
        self.update()

    def _index_at(self, at: QPointF) -> int:
        return next((k for k in range(len(self._boxes)) if self.box_of(k).contains(at)), -1)

    def _ringed(self) -> tuple[QRectF, float]:
        theme = self._themes.current
        area = QRectF(self.rect())
        box = self.box_of(max(self._current, 0)).intersected(area) if self._boxes else area
        return box, float(theme.size("radius_button"))

    # Painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chips in sight; ends that go on fade."""
        with QPainter(self) as painter:
            begin(painter)
            area = QRectF(self.rect())
            for index in range(len(self._chips)):
                box = self.box_of(index)
                if box.intersects(area):
                    self._paint_chip(painter, index, box)
            self._paint_ends(painter)

    def _paint_chip(self, painter: QPainter, index: int, box: QRectF) -> None:
        theme, chip, on = self._themes.current, self._chips[index], index == self._current
        hair = theme.stroke("hairline")
        fill = theme.color("you_soft" if on else "sunk" if index < self._current else "panel")
        edge = theme.color("you" if on else "rule" if index == self._hot and self.isEnabled() else "line")
        rounded(painter, box, theme.size("radius_button"), fill, edge, 2 * hair if on else hair)
        left, top = box.left() + theme.px(_PAD), box.top() + theme.px(5)
        first, second = theme.line_height("label"), theme.line_height("caption")
        middle = QPointF(left + theme.px(3.5), top + first / 2)
        disc(painter, middle, theme.px(3.5), theme.color(chip.role))
        words, font = (chip.title if self._whole else chip.short), theme.font("label")
        place = QRectF(left + theme.px(_DOT), top, box.width(), first)
        text(painter, place, words, font, theme.color("ink" if on else "soft"), LEFT)
        below = QRectF(left, top + first, box.width(), second)
        text(painter, below, chip.words, theme.font("caption"), theme.color("ink" if on else "faint"), LEFT)

    def _paint_ends(self, painter: QPainter) -> None:
        theme, high = self._themes.current, float(self.height())
        steps = 6
        for shown, at_right in ((self._shift > 0.5, False), (self._shift < self._most_shift - 0.5, True)):
            for step in range(steps * shown):
                wide = theme.px(_FADE) * (steps - step) / steps
                left = self.width() - wide if at_right else 0.0
                painter.fillRect(QRectF(left, 0.0, wide, high), theme.color("stage", 0.3))

    # What a hand does -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the pointer answers."""
        self._glow(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._glow(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Where there is more than fits, it scrolls."""
        if not self._most_shift:
            event.ignore()
            return
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._shift = min(max(self._shift - turned / 2.0, 0.0), self._most_shift)
        self._mark.refresh()
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from rule to rule, Home and End to the ends. A key that repeats does not wait for the answer."""
        last = len(self._chips) - 1
        steps = {Qt.Key.Key_Left: self._current - 1, Qt.Key.Key_Right: self._current + 1, Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: last}  # fmt: skip
        if event.key() not in steps or last < 0:
            event.ignore()
            return
        index = steps[Qt.Key(event.key())]
        if 0 <= index <= last and index != self._current:
            self.show_chips(self._chips, index)
            self.chosen.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._arrange()
        self._follow()

    def _glow(self, index: int) -> None:
        if index != self._hot:
            self._hot = index
            self.update()

    def _tell(self, event: QEvent) -> bool:
        """The tooltip tells the rule under the pointer."""
        if not isinstance(event, QHelpEvent):
            return False
        index = self._index_at(QPointF(event.pos()))
        if index >= 0:
            chip = self._chips[index]
            QToolTip.showText(event.globalPos(), tip(chip.title, chip.about), self)
        return index >= 0

    def _name_it(self) -> None:
        here = self._chips[self._current] if 0 <= self._current < len(self._chips) else None
        about = "No rule has been applied yet. Arrow keys go from rule to rule."
        if here is not None:
            about = phrase(
                "Rule {number} of {count}: {title}, {words}. Arrow keys go from rule to rule.",
                number=self._current + 1, count=len(self._chips), title=here.title, words=here.words,
            )  # fmt: skip
        tell(self, "Rules of this pass", say(about))

    def _on_theme(self) -> None:
        self._arrange()
        self.updateGeometry()
        self._follow()
