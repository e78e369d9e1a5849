"""The wall of classes: one tile for every mask of a small network, in the colour of what it answers.

Where a tile is large enough it shows its class: a dot for each unit, full where that one is there. Tiles fill as the
masks are counted. Arrow keys walk from tile to tile.
"""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.mask_content import AllMasks, wall_shape
from gui.widgets.network_view_units import tone_table
from gui.widgets.picture import Picture
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, rounded, text, wrapped
from gui.widgets.words import tip
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

NOTHING = word("Average all classes, and they take their places here.")
_REACH = 0.72
_DOTS_FROM, _TONES = 10.5, 511
_MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class MaskWall(Picture):
    """See the module's text."""

    name = "Wall of classes"
    about = "A tile for every mask, in the colour of its answer. Arrow keys walk from tile to tile."
    wanted, least = (260, 260), (110, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._all = AllMasks()
        self._image: QImage | None = None
        self._hot = self._at = -1
        self.renew()

    def show_masks(self, masks: AllMasks) -> None:
        """More of them, or others."""
        if masks.masks != self._all.masks:
            self._hot = self._at = -1
        self._all, self._image = masks, None
        self.renew()

    @property
    def masks(self) -> AllMasks:
        """What is shown."""
        return self._all

    # Places -----------------------------------------------------------------------------------------------------------

    def wall(self) -> QRectF:
        """The rectangle of the tiles, the middle of the widget."""
        rows, columns = wall_shape(self._all.masks)
        side = max(1.0, min((self.width() - 2.0) / columns, (self.height() - 2.0) / rows))
        side = math.floor(side) if side > 3.0 else side
        wide, high = side * columns, side * rows
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def tile(self, number: int) -> QRectF:
        """The box of a mask."""
        wall, (rows, columns) = self.wall(), wall_shape(self._all.masks)
        wide, high = wall.width() / columns, wall.height() / rows
        row, column = divmod(number, columns)
        return QRectF(wall.left() + column * wide, wall.top() + row * high, wide, high)

    def mask_at(self, at: QPointF) -> int:
        """The number of the mask at a place, or -1."""
        wall, (rows, columns) = self.wall(), wall_shape(self._all.masks)
        if not self._all.masks or not wall.contains(at):
            return -1
        row = min(rows - 1, int((at.y() - wall.top()) / wall.height() * rows))
        return row * columns + min(columns - 1, int((at.x() - wall.left()) / wall.width() * columns))

    # Picture ----------------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Colours are other."""
        self._image = None

    def tones(self) -> Array:
        """The answer of every mask by its number, -1 to 1; NaN where it is not counted yet, (masks,)."""
        found, every = np.full(max(1, self._all.masks), np.nan), self._all
        size = max(every.high - every.low, 1e-12)
        found[every.numbers] = np.clip(2.0 * (every.answers - every.low) / size - 1.0, -1.0, 1.0)
        return found

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The tiles, and a frame around the one that is read off."""
        wall = self.wall()
        if not self._all.masks:
            self._paint_nothing(painter, theme)
            return
        if self._image is None:
            self._image = wall_image(theme, self.tones(), wall_shape(self._all.masks))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(wall, self._image)
        if self.tile(0).width() >= theme.px(_DOTS_FROM):
            self._paint_classes(painter, theme)
        rounded(painter, wall.adjusted(-1, -1, 1, 1), 2.0, None, theme.color("rule"), theme.stroke("hairline"))
        number = self._pointed()
        if number >= 0:
            box = self.tile(number)
            grow = max(1.5, (theme.px(7) - box.width()) / 2)
            rounded(painter, box.adjusted(-grow, -grow, grow, grow), 2.0, None, theme.color("ink"), theme.px(1.8))

    def _paint_nothing(self, painter: QPainter, theme: Theme) -> None:
        font, high = theme.font("small"), theme.line_height("small")
        lines = wrapped(NOTHING, font, self.width() - theme.px(20), 4)
        for row, words in enumerate(lines):
            box = QRectF(0, self.height() / 2 + (row - len(lines) / 2) * high, self.width(), high)
            text(painter, box, words, font, theme.color("soft"), CENTRE)

    def _paint_classes(self, painter: QPainter, theme: Theme) -> None:
        """Lines between the tiles, and who is there in each."""
        painter.setPen(QPen(theme.color("stage"), 1.0))
        rows, columns = wall_shape(self._all.masks)
        wall, side = self.wall(), self.tile(0).width()
        for k in range(1, columns):
            x = wall.left() + k * side
            painter.drawLine(QPointF(x, wall.top()), QPointF(x, wall.bottom()))
        for k in range(1, rows):
            y = wall.top() + k * side
            painter.drawLine(QPointF(wall.left(), y), QPointF(wall.right(), y))
        across = math.ceil(math.sqrt(self._all.units))
        down = math.ceil(self._all.units / across)
        pitch = 0.84 * side / max(across, down)
        number, unit = np.nonzero(self._all.numbers[:, None] >> np.arange(self._all.units) & 1)
        number = self._all.numbers[number]
        xs = wall.left() + (number % columns + 0.5) * side + (unit % across - (across - 1) / 2) * pitch
        ys = wall.top() + (number // columns + 0.5) * side + (unit // across - (down - 1) / 2) * pitch
        painter.setPen(QPen(theme.color("ink"), 0.6 * pitch, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(polygon(np.column_stack((xs, ys))))

    def _pointed(self) -> int:
        return self._hot if self._hot >= 0 else self._at if self.hasFocus() else -1

    # Words ------------------------------------------------------------------------------------------------------------

    def readout(self, number: int) -> str:
        """One class in words."""
        there, place = len(self._all.present(number)), self._all.place_of(number)
        if place < 0:
            return phrase("Class {number}: not asked yet.", number=write_count(number + 1))
        return phrase(
            "Class {number}: {there} of {units} came, answer {answer}.",
            number=write_count(number + 1),
            there=there,
            units=self._all.units,
            answer=write_fixed(float(self._all.answers[place]), 2),
        )

    def describe(self) -> str:
        """The class that is read off, else how many are counted."""
        if not self._all.masks:
            return NOTHING
        number = self._hot if self._hot >= 0 else self._at
        if number >= 0:
            return self.readout(number)
        return phrase("{done} of {masks} classes asked.", done=write_count(self._all.done),
                      masks=write_count(self._all.masks))  # fmt: skip

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off the class under the pointer."""
        self._point(self.mask_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None."""
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from class to class."""
        key, (rows, columns) = Qt.Key(event.key()), wall_shape(self._all.masks)
        if key in _MOVES and self._all.masks:
            row, column = divmod(max(self._at, 0), columns)
            down, across = _MOVES[key] if self._at >= 0 else (0, 0)
            row, column = min(max(row + down, 0), rows - 1), min(max(column + across, 0), columns - 1)
            self._at = row * columns + column
        elif key == Qt.Key.Key_Escape and self._at >= 0:
            self._at = -1
        else:
            event.ignore()
            return
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _point(self, number: int) -> None:
        if number != self._hot:
            self._hot = number
            self.renew()
            self.setToolTip(tip(self.describe()) if number >= 0 else "")


def wall_image(theme: Theme, tones: Array, shape: tuple[int, int]) -> QImage:
    """One pixel for every mask; those not counted yet have the ground's."""
    known = np.isfinite(tones)
    index = np.where(known, np.round((np.nan_to_num(tones) + 1.0) / 2.0 * (_TONES - 1)), _TONES).astype(np.intp)
    memory = np.ascontiguousarray(tone_table(theme, _REACH)[index].reshape(*shape, 4))
    return QImage(memory.data, shape[1], shape[0], 4 * shape[1], QImage.Format.Format_ARGB32_Premultiplied).copy()
