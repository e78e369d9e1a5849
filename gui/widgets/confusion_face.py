"""How a confusion matrix is laid out and painted."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import Theme, tokens
from gui.widgets.class_signs import class_color, class_shape
from gui.widgets.contours import Array
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import CENTRE, LEFT, elided, rounded, text, text_width
from sim.numerals import write_fixed

_WIDEST, _TALLEST, _ASIDE = 150.0, 92.0, 2.2
_ROWS, _COLUMNS = "truly", "taken for"
_SIGNED = 3
_GAMMA = 0.8


@dataclass(frozen=True, eq=False)
class ConfusionFace:
    """Counts (classes, classes) in a box; `lit` is the cell that is being read."""

    theme: Theme
    width: float
    height: float
    counts: Array
    names: tuple[str, ...]
    lit: tuple[int, int] | None
    words: str

    @property
    def size(self) -> int:
        """How many classes."""
        return len(self.counts)

    @property
    def radius(self) -> int:
        """The roundness of a cell."""
        return self.theme.size("radius_cell")

    @property
    def is_bare(self) -> bool:
        """Is it so small that it shows its cells and nothing beside them?"""
        return self.width < self.theme.px(90.0) or self.height < self.theme.px(84.0)

    @property
    def is_aside(self) -> bool:
        """Do the words stand beside the cells? Many classes in a low place need its height."""
        return not self.is_bare and self.size > _SIGNED and self.width > _ASIDE * self.height

    @property
    def head(self) -> float:
        """The height of a line of words."""
        return 0.0 if self.is_bare else self.theme.px(19.0)

    @cached_property
    def side(self) -> float:
        """The width of the names at the left."""
        if self.is_bare:
            return 0.0
        font = self.theme.font("small")
        widest = max(text_width(name, font) for name in self.names)
        sign = self.theme.px(15.0) if self.size <= _SIGNED else 0.0
        head = text_width(_ROWS, self.theme.font("caption")) + self.theme.px(6.0)
        return min(max(widest + sign + self.theme.px(10.0), head), self.width * 0.34)

    @cached_property
    def grid(self) -> QRectF:
        """The cells together."""
        top = self.head * (1.0 if self.is_aside else 2.0)
        foot = 0.0 if self.is_bare or self.is_aside else self.head + self.theme.px(3.0)
        width = (self.width - self.side) / self.size
        height = (self.height - top - foot) / self.size
        # Cells keep their shape: never more than about twice as wide as tall, nor taller than wide.
        height = min(height, width, self.theme.px(_TALLEST))
        width = min(width, max(height * 1.7, 1.0), self.theme.px(_WIDEST))
        wide = max(0.1, width) * self.size
        left = self.side + max(0.0, (self.width - self.side - wide) / 2.0)
        return QRectF(left, top, wide, max(0.1, height) * self.size)

    @property
    def left(self) -> float:
        """Where the names begin: names and cells together stand in the middle."""
        return self.grid.left() - self.side

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell lies."""
        grid = self.grid
        wide, tall = grid.width() / self.size, grid.height() / self.size
        corner = QPointF(grid.left() + column * wide, grid.top() + row * tall)
        gap = min(self.theme.px(2.0), 0.2 * tall)
        return QRectF(corner.x(), corner.y(), wide - gap, tall - gap)

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """The cell under a pixel, its gap included."""
        grid = self.grid
        if not grid.contains(at):
            return None
        column = int((at.x() - grid.left()) / grid.width() * self.size)
        row = int((at.y() - grid.top()) / grid.height() * self.size)
        return (min(row, self.size - 1), min(column, self.size - 1))


def paint_confusion(painter: QPainter, face: ConfusionFace) -> None:
    """Names, cells, and the line of words."""
    if not face.is_bare:
        _paint_names(painter, face)
    for row in range(face.size):
        whole = int(face.counts[row].sum())
        for column in range(face.size):
            _paint_cell(painter, face, row, column, whole)
    if face.lit is not None:
        rounded(painter, face.cell(*face.lit), face.radius, None, face.theme.color("ink"), face.theme.px(2.0))
    if face.is_bare:
        return
    theme, grid = face.theme, face.grid
    room = face.width - grid.right() - theme.px(14.0) if face.is_aside else face.width
    words = elided(face.words, theme.font("small"), room)
    wide = text_width(words, theme.font("small"))
    line = QRectF(max(0.0, min(face.left, face.width - wide)), grid.bottom() + theme.px(3.0), wide, face.head)
    if face.is_aside:
        line = QRectF(grid.right() + theme.px(14.0), grid.center().y() - face.head / 2.0, wide, face.head)
    text(painter, line, words, theme.font("small"), theme.color("ink" if face.lit else "soft"), LEFT)


def _paint_names(painter: QPainter, face: ConfusionFace) -> None:
    theme, grid = face.theme, face.grid
    caption, small = theme.font("caption"), theme.font("small")
    high = 0.0 if face.is_aside else face.head
    corner = QRectF(face.left, high, face.side, face.head)
    text(painter, corner, elided(_ROWS, caption, face.side), caption, theme.color("faint"), LEFT)
    if face.is_aside:
        beside = QRectF(grid.right() + theme.px(14.0), 0.0, face.width, face.head)
        text(painter, beside, _COLUMNS, caption, theme.color("faint"), LEFT)
    else:
        above = QRectF(grid.left(), 0, grid.width(), face.head)
        text(painter, above, _COLUMNS, caption, theme.color("faint"), CENTRE)
    for k, name in enumerate(face.names):
        column, row = face.cell(0, k), face.cell(k, 0)
        _paint_name(painter, face, QRectF(column.left(), high, column.width(), face.head), k, name, True)
        if row.height() >= theme.type_size("small") * 0.9:
            beside = QRectF(face.left, row.top(), face.side - theme.px(6.0), row.height())
            _paint_name(painter, face, beside, k, name, False)
    painter.setFont(small)


def _paint_name(painter: QPainter, face: ConfusionFace, box: QRectF, index: int, name: str, centred: bool) -> None:
    """The sign of a class where there are few, and its name."""
    theme, font = face.theme, face.theme.font("small")
    sign = theme.px(13.0) if face.size <= _SIGNED else 0.0
    words = elided(name, font, max(1.0, box.width() - sign))
    wide = text_width(words, font) + sign
    left = box.left() + (box.width() - wide) / 2.0 if centred else box.left()
    if sign:
        centre = QPointF(left + theme.px(4.5), box.center().y())
        paint_marker(painter, class_shape(theme, index), centre, theme.px(4.2), class_color(theme, index))
    text(painter, QRectF(left + sign, box.top(), wide, box.height()), words, font, theme.color("ink"), LEFT)


def _paint_cell(painter: QPainter, face: ConfusionFace, row: int, column: int, whole: int) -> None:
    count = int(face.counts[row, column])
    color = cell_color(face.theme, round(count / whole, 3) if whole else 0.0, row == column)
    box = face.cell(row, column)
    rounded(painter, box, min(float(face.radius), box.height() * 0.25), color)
    font = face.theme.font("cell")
    words = next((form for form in forms_of(count) if text_width(form, font) <= box.width() - 2.0), "")
    if box.height() >= face.theme.type_size("cell") and (count or face.size <= _SIGNED):
        text(painter, box, words, font, digits_on(color), CENTRE)


def cell_color(theme: Theme, share: float, right: bool) -> QColor:
    """From `mid` (none of the row) to 86 % of the colour (all of it)."""
    reach = float(tokens()["map"]["diverging_reach"]["cell"])
    return theme.mix("mid", "good" if right else "bad", reach * min(max(share, 0.0), 1.0) ** _GAMMA)


def grouped(count: int) -> str:
    """A count with narrow spaces between its groups of three digits."""
    return f"{count:,}".replace(",", "\u202f")


def forms_of(count: int) -> tuple[str, ...]:
    """A count in full, and shorter."""
    if count < 1_000:
        return (grouped(count),)
    short = f"{write_fixed(count / 1e3, 1)}k" if count < 99_950 else f"{count / 1e3:.0f}k"
    shortest = f"{count / 1e3:.0f}k"
    if count >= 999_500:
        short, shortest = f"{write_fixed(count / 1e6, 1)}M", f"{count / 1e6:.0f}M"
    return (grouped(count), short, shortest)


def luminance(color: QColor) -> float:
    """Relative luminance as in WCAG 2."""
    return _luminance(color.rgb())


@lru_cache(maxsize=4096)
def _luminance(word: int) -> float:
    channels = np.array([word >> shift & 0xFF for shift in (16, 8, 0)]) / 255.0
    light = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(light @ (0.2126, 0.7152, 0.0722))


def digits_on(ground: QColor) -> QColor:
    """Black or white, whichever stands out more."""
    light = luminance(ground)
    is_black = (light + 0.05) / 0.05 >= 1.05 / (light + 0.05)
    return QColor(Qt.GlobalColor.black if is_black else Qt.GlobalColor.white)
