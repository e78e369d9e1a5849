"""How often each class is right, before and after a network practised one of them alone.

Before is an outline, after is filled; the class that is practised is the learner's choice and violet. A click on a
column, or the arrow keys and Enter, choose another one.
"""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, rounded, text, text_width
from gui.widgets.skier_lines import none
from gui.widgets.skier_picture import Axis, Plane, Walked, paint_up
from sim.phrases import joined, phrase, word

BEFORE, AFTER = word("outline: before"), word("filled: now")
_WIDE = 0.62


@dataclass(frozen=True, eq=False)
class BarsSeen:
    """names: of the classes; before, now (n,): shares, empty where not known; chosen: the class that is practised.

    digits (n, 8, 8): one picture of each, 0 to 1; empty for none.
    """

    names: tuple[str, ...] = ()
    before: Array = field(default_factory=none)
    now: Array = field(default_factory=none)
    chosen: int = -1
    digits: Array = field(default_factory=none)


class ClassBars(Walked):
    """`class_asked` carries the class that a click or Enter chose."""

    class_asked = Signal(int)
    TITLE = "Right answers, class by class"
    ABOUT = "Left and Right walk from class to class, Enter practises one."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 460.0, 260.0, 220.0, 120.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = BarsSeen()
        self.tell_again()

    def show_bars(self, seen: BarsSeen) -> None:
        """Other numbers."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.names) - 1)
        self.shown()

    @property
    def seen(self) -> BarsSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Classes."""
        return len(self._seen.names)

    # Places -----------------------------------------------------------------------------------------------------------

    def plane(self) -> Plane:
        """Classes stand at 0.5, 1.5 ... across."""
        theme = self._themes.current
        foot = theme.line_height("heading") + theme.px(10) + self.picture_side()
        left, top = theme.px(44), theme.line_height("caption") + theme.px(12)
        area = QRectF(left, top, max(20.0, self.width() - left - theme.px(6)), max(16.0, self.height() - top - foot))
        return Plane(area, Axis(0.0, float(max(1, len(self._seen.names)))), Axis(0.0, 1.0))

    def picture_side(self) -> float:
        """The side of the digits under the names; none in a low place."""
        theme, high = self._themes.current, self.height()
        roomy = self._seen.digits.size > 0 and high >= theme.px(190)
        column = (self.width() - theme.px(50)) / max(1, len(self._seen.names))
        return float(int(min(0.74 * column, 0.17 * high, theme.px(52)) / 8) * 8) if roomy else 0.0

    def column(self, index: int) -> QRectF:
        """The box of a class, from the top to its name."""
        plane = self.plane()
        left = plane.x(index)
        return QRectF(left, 0, plane.x(index + 1) - left, self.height())

    def bar(self, index: int, share: float) -> QRectF:
        """A bar of a class."""
        plane, box = self.plane(), self.column(index)
        wide, top = box.width() * _WIDE, plane.y(share)
        return QRectF(box.center().x() - wide / 2, top, wide, plane.area.bottom() - top)

    def handle(self) -> QRectF:
        """The column of the chosen class: what is haloed is its name."""
        if not 0 <= self._seen.chosen < self.count():
            return QRectF(self.rect())
        theme, box = self._themes.current, self.column(self._seen.chosen)
        y, side = self.plane().area.bottom() + theme.px(4), theme.line_height("heading")
        return QRectF(box.center().x() - side / 2, y, side, side)

    def part_at(self, at: QPointF) -> int:
        """The class under the pointer."""
        return next((index for index in range(self.count()) if self.column(index).contains(at)), -1)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Grid, columns, names."""
        plane = self.plane()
        paint_up(painter, theme, plane, ((0.0, "0\u00a0%"), (0.5, "50\u00a0%"), (1.0, "100\u00a0%")))
        self._paint_key(painter, theme)
        for index in range(self.count()):
            self._paint_class(painter, theme, plane, index)

    def _paint_key(self, painter: QPainter, theme: Theme) -> None:
        font, high, left = theme.font("caption"), theme.line_height("caption"), theme.px(46)
        side = theme.px(9)
        for words, filled in ((BEFORE, False), (AFTER, True)):
            box = QRectF(left, (high - side) / 2, side, side)
            rounded(painter, box, 2, theme.color("ink", 0.8) if filled else None, theme.color("soft"), theme.px(1.2))
            text(painter, QRectF(left + side + theme.px(5), 0, 10, high), words, font, theme.color("soft"), LEFT)
            left += side + theme.px(22) + text_width(words, font)

    def _paint_class(self, painter: QPainter, theme: Theme, plane: Plane, index: int) -> None:
        seen, chosen, box = self._seen, index == self._seen.chosen, self.column(index)
        role = "you" if chosen else "ink"
        if index == self.hot:
            ground = QRectF(box.left() + 1, plane.area.top(), box.width() - 2, self.height() - plane.area.top())
            rounded(painter, ground, theme.px(5), theme.color("sunk", 0.6))
        if index < len(seen.now):
            bar = self.bar(index, float(seen.now[index]))
            rounded(painter, bar, min(3.0, bar.height() / 2), theme.color(role, 0.88))
        if index < len(seen.before):
            bar = self.bar(index, float(seen.before[index]))
            rounded(painter, bar.adjusted(-3, 0, 3, 0), 3.0, None, theme.color("soft"), theme.px(1.3),
                    theme.dash("dash_train"))  # fmt: skip
        self._paint_number(painter, theme, plane, index, role)
        y, high = plane.area.bottom() + theme.px(4), theme.line_height("heading")
        if chosen and not self.locked:
            side = min(high, box.width())
            plate = QRectF(box.center().x() - side / 2, y, side, high)
            rounded(painter, plate, theme.px(5), theme.color("you"))
        ink = theme.color("on_you" if chosen and not self.locked else role)
        text(painter, QRectF(box.left(), y, box.width(), high), seen.names[index], theme.font("heading"), ink, CENTRE)
        side = self.picture_side()
        if side:
            place = QRectF(round(box.center().x() - side / 2), round(y + high + theme.px(3)), side, side)
            paint_digit(painter, theme, place, seen.digits[index], role)

    def _paint_number(self, painter: QPainter, theme: Theme, plane: Plane, index: int, role: str) -> None:
        seen = self._seen
        if index >= len(seen.now):
            return
        share, font, high = float(seen.now[index]), theme.font("cell"), theme.line_height("caption")
        words = f"{round(100 * share)}"
        y = plane.y(share) - high - 1
        box = self.column(index)
        wide = text_width(words, font) + theme.px(4)
        plate = QRectF(box.center().x() - wide / 2, y, wide, high)
        if share < 0.85:
            rounded(painter, plate, 3, theme.color("stage", 0.85))
        text(painter, plate, words, font, theme.color(role), CENTRE)

    # Hand and words ---------------------------------------------------------------------------------------------------

    def ask(self, index: int) -> None:
        """Practise another class."""
        if self.locked:
            self.refused.emit()
        elif 0 <= index < self.count():
            self.set_cued(False)
            self.class_asked.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The class under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.ask(self.part_at(event.position()))
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.hot >= 0:
            self.ask(self.hot)
        else:
            super().keyPressEvent(event)

    def describe(self) -> str:
        """The class that is singled out, or all of them."""
        indices = [self.hot] if self.hot >= 0 else range(self.count())
        return joined([self.class_words(index) for index in indices])

    def class_words(self, index: int) -> str:
        """One class in words."""
        seen = self._seen
        now = percent(seen.now, index)
        if not len(seen.before):
            return phrase("{name}: {now} right.", name=seen.names[index], now=now)
        return phrase("{name}: {before} right before, {now} now.", name=seen.names[index],
                      before=percent(seen.before, index), now=now)  # fmt: skip


def percent(shares: Array, index: int) -> str:
    """A share in whole percent, "?" where it is not known."""
    return f"{round(100 * float(shares[index]))}\u00a0%" if index < len(shares) else "?"


def paint_digit(painter: QPainter, theme: Theme, box: QRectF, pixels: Array, role: str = "ink") -> None:
    """Eight by eight grey values as ink on paper."""
    grey = np.clip(np.asarray(pixels, np.float64).reshape(8, 8), 0.0, 1.0)
    paper, ink = theme.color("stage"), theme.color(role)
    ends = np.array([[paper.red(), paper.green(), paper.blue()], [ink.red(), ink.green(), ink.blue()]], np.float64)
    colors = np.full((8, 8, 4), 255, np.uint8)
    colors[..., :3] = np.round(ends[0] + grey[..., None] * (ends[1] - ends[0]))
    image = QImage(colors.tobytes(), 8, 8, 32, QImage.Format.Format_RGBA8888)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(box, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
    painter.drawRect(box)
    painter.restore()
