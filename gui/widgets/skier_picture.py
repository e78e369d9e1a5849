"""What the pictures of the skier share: axes, a ground of snow, and a widget that is walked with keys and read aloud.

A picture is painted from plain data. It may have one handle, violet, that is dragged, moved with the arrow keys, locked
and haloed as the thing to use next. Where it has none, the keys walk from part to part.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.cue import Cue
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, disc, text, text_width
from gui.widgets.ticks import decade_ticks, linear_ticks
from gui.widgets.words import tell
from sim.phrases import joined, phrase

HANDLE = 8.0
_FLOOR = 1e-12
Texts = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Axis:
    """The numbers from one end of an axis to the other; on a logarithmic one both are above 0."""

    low: float
    high: float
    log: bool = False

    def share(self, values: Array) -> Array:
        """Where values lie, 0 at the low end and 1 at the high one; they may lie beyond."""
        low, high, values = self.low, self.high, np.asarray(values, np.float64)
        if self.log:
            low, high, values = math.log(max(low, _FLOOR)), math.log(high), np.log(np.maximum(values, _FLOOR))
        return (values - low) / max(high - low, _FLOOR)

    def at(self, share: float) -> float:
        """The value at a share, never beyond the ends."""
        share = min(max(share, 0.0), 1.0)
        if self.log:
            low, high = math.log(self.low), math.log(self.high)
            return math.exp(low + share * (high - low))
        return self.low + share * (self.high - self.low)

    def ticks(self, count: float) -> Texts:
        """Round values with their texts."""
        if self.log:
            marks = decade_ticks(math.log10(self.low), math.log10(self.high), count)
            return tuple((10.0**value, words) for value, words in zip(marks.values, marks.texts, strict=True))
        marks = linear_ticks(self.low, self.high, count)
        return tuple(zip(marks.values, marks.texts, strict=True))


SHARES = Axis(0.0, 1.0)


@dataclass(frozen=True)
class Plane:
    """A rectangle of pixels with an axis across and one up."""

    area: QRectF
    across: Axis
    up: Axis

    def x(self, value: float) -> float:
        """The pixel of a value across."""
        return self.area.left() + float(self.across.share(np.array(value))) * self.area.width()

    def y(self, value: float) -> float:
        """The pixel of a value up."""
        return self.area.bottom() - float(self.up.share(np.array(value))) * self.area.height()

    def point(self, across: float, up: float) -> QPointF:
        """The pixel of both."""
        return QPointF(self.x(across), self.y(up))

    def points(self, across: Array, up: Array) -> Array:
        """Pixels (n, 2)."""
        x = self.area.left() + self.across.share(across) * self.area.width()
        return np.column_stack((x, self.area.bottom() - self.up.share(up) * self.area.height()))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.area.left(), self.area.top(), self.area.right() + 0.5, self.area.bottom() + 0.5


def paint_up(painter: QPainter, theme: Theme, plane: Plane, texts: Texts) -> None:
    """Hairlines at round values, with their numbers at the left."""
    font, half = theme.font("caption"), theme.line_height("caption") / 2
    area = plane.area
    for value, words in texts:
        y = round(plane.y(value)) + 0.5
        painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        text(painter, QRectF(0, y - half, area.left() - theme.px(6), 2 * half), words, font, theme.color("faint"),
             RIGHT)  # fmt: skip


def paint_across(painter: QPainter, theme: Theme, plane: Plane, texts: Texts, unit: str = "") -> None:
    """The axis at the foot: its line, its numbers, the unit at the last one. What would touch a neighbour is left out.
    """
    area, font, faint = plane.area, theme.font("caption"), theme.color("faint")
    painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
    y = round(area.bottom()) + 0.5
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    top, high, limit = area.bottom() + theme.px(4), theme.line_height("caption"), area.right() + theme.px(8)
    last = True
    for value, number in reversed(texts):
        words = phrase("{number} {unit}", number=number, unit=unit) if last and unit else number
        wide = text_width(words, font)
        left = max(0.0, min(plane.x(value) - text_width(number, font) / 2, limit - wide))
        if left + wide <= limit:
            text(painter, QRectF(left, top, wide, high), words, font, faint, LEFT)
            limit, last = left - theme.px(8), False


def paint_snow(painter: QPainter, theme: Theme, box: QRectF, lines: int = 0) -> None:
    """A slope seen from above, high at the top: sand above, cool below, and contour lines that bow a little."""
    radius = theme.size("radius_button")
    ground = QLinearGradient(box.topLeft(), box.bottomLeft())
    ground.setColorAt(0.0, theme.color("relief_hi"))
    ground.setColorAt(1.0, theme.color("relief_lo"))
    painter.save()
    edge = QPainterPath()
    edge.addRoundedRect(box, radius, radius)
    painter.setClipPath(edge)
    painter.fillRect(box, ground)
    painter.setPen(QPen(theme.color("relief_line", 0.34), theme.stroke("hairline")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number in range(1, lines + 1):
        y = box.top() + box.height() * (number / (lines + 1)) ** 0.92
        bow = box.height() * 0.05 * math.sin(1.7 * number)
        path = QPainterPath(QPointF(box.left(), y - bow))
        path.cubicTo(box.left() + box.width() * 0.3, y + bow, box.left() + box.width() * 0.65, y - bow * 1.4,
                     box.right(), y + bow * 0.6)  # fmt: skip
        painter.drawPath(path)
    painter.restore()


def paint_handle(painter: QPainter, theme: Theme, at: QPointF, glow: float = 0.0, role: str = "you") -> None:
    """What a hand takes hold of: a disc with a violet rim and a dot."""
    disc(painter, at, theme.px(HANDLE + 1.2 * glow), theme.color("panel"), theme.color(role), theme.px(2.0))
    disc(painter, at, theme.px(2.6), theme.color(role))


def paint_dashed(
    painter: QPainter, theme: Theme, start: QPointF, end: QPointF, color: QColor, width: float = 0
) -> None:
    """A guess, a limit, a level: a dashed straight line."""
    pen = QPen(color, width or theme.stroke("hairline"))
    pen.setDashPattern(theme.dash("dash_prediction"))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(start, end)


class Picture(QWidget):
    """A subclass sets TITLE and ABOUT and gives `paint`, `describe` and what it does with keys and the pointer."""

    refused = Signal()
    TITLE = ""
    ABOUT = ""
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 420.0, 240.0, 200.0, 120.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._told = ""
        self.locked = False
        self._cued = False
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self._cue = Cue(themes, self, self.handle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)

    def handle(self) -> QRectF:
        """The box of the handle; the whole picture where it has none."""
        return QRectF(self.rect())

    def set_cued(self, cued: bool) -> None:
        """The handle is the thing to take next."""
        self._cued = cued
        self._cue.set_on(cued and not self.locked)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """The hand can take hold of nothing."""
        if locked != self.locked:
            self.locked = locked
            self._cue.set_on(self._cued and not locked)
            self.update()

    def shown(self) -> None:
        """Other numbers: to be told and painted."""
        self._cue.refresh()
        self.tell_again()
        self.update()

    def tell_again(self) -> None:
        """Name and description, where they became others."""
        words = joined((self.describe(), self.ABOUT))
        if words != self._told:
            self._told = words
            tell(self, self.TITLE, words)
            self.setToolTip("")

    def describe(self) -> str:
        """The picture in words."""
        return ""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All of it."""
        raise NotImplementedError

    def paint_empty(self, painter: QPainter, theme: Theme, words: str) -> None:
        """What will stand here."""
        text(painter, QRectF(self.rect()), words, theme.font("small"), theme.color("soft"), CENTRE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Smooth edges, then the picture."""
        with QPainter(self) as painter:
            begin(painter)
            self.paint(painter, self._themes.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halo moves with the handle."""
        super().resizeEvent(event)
        self._cue.refresh()

    def sizeHint(self) -> QSize:
        """As large as its place lets it be."""
        theme = self._themes.current
        return QSize(round(theme.px(self.WIDE)), round(theme.px(self.HIGH)))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        theme = self._themes.current
        return QSize(round(theme.px(self.LEAST_WIDE)), round(theme.px(self.LEAST_HIGH)))

    def _on_theme(self) -> None:
        self._cue.refresh()
        self.updateGeometry()
        self.update()


class Walked(Picture):
    """A picture of several parts: the pointer or the arrow keys single one out; `pointed` says which, -1 for none."""

    pointed = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.hot = -1

    def count(self) -> int:
        """How many parts there are."""
        return 0

    def part_at(self, at: QPointF) -> int:
        """The part under the pointer, -1 for none."""
        return -1

    def choose(self, index: int) -> None:
        """Single one out."""
        index = min(index, self.count() - 1)
        if index != self.hot:
            self.hot = index
            self.pointed.emit(index)
            self.tell_again()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The part under the pointer."""
        self.choose(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None."""
        self.choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; Escape leaves."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and self.count():
            self.choose(max(0, (self.hot if self.hot >= 0 else -1 if step > 0 else self.count()) + step))
        elif key == Qt.Key.Key_Escape and self.hot >= 0:
            self.choose(-1)
        else:
            event.ignore()
