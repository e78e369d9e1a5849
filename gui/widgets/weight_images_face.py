"""How pictures of weights are laid out and painted: squares, one big table, or bars.

Blue speaks for, orange against. A weight that is exactly 0 leaves its place blank; every other one, however small, is
tinted, so that nearly zero is told from zero.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from gui.theme import Theme, tokens
from gui.widgets.contours import Array
from gui.widgets.decision_map_field import blend
from gui.widgets.penalty_content import WeightPicture
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, elided, rounded, stroke, text, text_width
from sim.numerals import write_count, write_fixed
from sim.phrases import joined, phrase

SQUARES, TABLE, BARS = "squares", "table", "bars"
NO_WEIGHTS = "No weights yet."
_LEAST_TINT = 0.14
_STRONG = 0.995
_LEVELS = 128
_SMALLEST = 10.0
_GAP, _ARM_GAP = 3.0, 18.0
_WIDEST_BARS = 130


def kind_of(weights: Array) -> str:
    """Squares where the inputs of several units are pixels of a square, bars for one row, else a table."""
    units, inputs = weights.shape
    if units == 1 and inputs <= _WIDEST_BARS:
        return BARS
    side = math.isqrt(inputs)
    return SQUARES if side * side == inputs and side >= 4 else TABLE


@dataclass(frozen=True, eq=False)
class ImagesFace:
    """Pictures in a box of `size`; `most` is the weight of full colour, `at` the unit that is pointed at."""

    theme: Theme
    size: tuple[float, float]
    pictures: tuple[WeightPicture, ...]
    most: float
    at: int

    @cached_property
    def kind(self) -> str:
        """How they are shown."""
        return kind_of(self.pictures[0].weights)

    @cached_property
    def head(self) -> float:
        """The height of the words above the pictures of an arm."""
        return self.theme.line_height("small") + self.theme.px(4.0)

    @cached_property
    def boxes(self) -> tuple[QRectF, ...]:
        """The place of each arm, words included: side by side, or one below the other where that is larger."""
        count, gap = len(self.pictures), self.theme.px(_ARM_GAP)
        wide, tall = self.size
        stacked = self.kind == BARS or (self.kind != BARS and tall > 1.15 * wide)
        if stacked:
            high = (tall - (count - 1) * gap / 2) / count
            return tuple(QRectF(0.0, row * (high + gap / 2), wide, high) for row in range(count))
        each = (wide - (count - 1) * gap) / count
        return tuple(QRectF(column * (each + gap), 0.0, each, tall) for column in range(count))

    def inner(self, arm: int) -> QRectF:
        """The place of the pictures of an arm."""
        return self.boxes[arm].adjusted(1.0, self.head, -1.0, -1.0)

    @cached_property
    def grid(self) -> tuple[int, int, float]:
        """Columns, units that are shown, side of a square: the largest with which all have room, in full rows."""
        area, units = self.inner(0), len(self.pictures[0].weights)
        pixels, gap = math.isqrt(self.pictures[0].weights.shape[1]), self.gap

        def side_with(columns: int) -> float:
            rows = math.ceil(units / columns)
            side = min((area.width() + gap) / columns, (area.height() + gap) / rows) - gap
            return side - side % pixels if side >= 2 * pixels else math.floor(side)

        columns = max(range(1, units + 1), key=lambda count: (side_with(count), units % count == 0, count))
        least = float(round(self.theme.px(_SMALLEST)))
        if side_with(columns) >= least:
            return columns, units, side_with(columns)
        columns = max(1, int((area.width() + gap) / (least + gap)))
        return columns, min(units, columns * max(1, int((area.height() + gap) / (least + gap)))), least

    @property
    def gap(self) -> int:
        """The whole pixels between two squares."""
        return max(3, round(self.theme.px(_GAP)))

    def square(self, arm: int, unit: int) -> QRectF:
        """The place of a unit's square."""
        columns, _, side = self.grid
        area, pitch = self.inner(arm), side + self.gap
        row, column = divmod(unit, columns)
        return QRectF(round(area.left() + column * pitch), round(area.top() + row * pitch), side, side)

    def unit_at(self, at: QPointF) -> int:
        """The unit under a pixel; -1 for none."""
        for arm in range(len(self.pictures)):
            area = self.inner(arm)
            if not area.contains(at):
                continue
            units, inputs = (int(side) for side in self.pictures[arm].weights.shape)
            if self.kind == TABLE:
                return min(int((at.y() - area.top()) / area.height() * units), units - 1)
            if self.kind == BARS:
                return min(int((at.x() - area.left()) / area.width() * inputs), inputs - 1)
            _, shown, _ = self.grid
            return next((unit for unit in range(shown) if self.square(arm, unit).contains(at)), -1)
        return -1

    @property
    def count(self) -> int:
        """How many things keys walk over: units, or the single weights of bars."""
        units, inputs = (int(side) for side in self.pictures[0].weights.shape)
        return inputs if self.kind == BARS else self.grid[1] if self.kind == SQUARES else units


def zeros_of(weights: Array) -> str:
    """How many are exactly 0, and how many units are blank altogether."""
    return zero_forms(weights)[0]


def zero_forms(weights: Array) -> tuple[str, ...]:
    """The same in ever fewer words."""
    zeros, units = int((weights == 0.0).sum()), len(weights)
    share = phrase("{share} % exactly 0", share=write_fixed(100.0 * zeros / max(1, weights.size), 0))
    blank = int((weights == 0.0).all(axis=1).sum())
    if units == 1:
        few = phrase("{zeros} exactly 0", zeros=write_count(zeros))
        return phrase("{zeros} of {total} exactly 0", zeros=write_count(zeros), total=write_count(weights.size)), few
    if not blank:
        return (share,)
    blanks = phrase("{blank} of {units} blank", blank=blank, units=units)
    return joined((share, blanks), ", "), blanks, phrase("{blank} blank", blank=blank)


def full_color(pictures: tuple[WeightPicture, ...]) -> float:
    """The size of weight that gets all of the colour: of nearly the largest there are."""
    tables = [table.ravel() for one in pictures for table in (one.weights, one.truth)]
    sizes = [np.abs(table[np.isfinite(table) & (table != 0.0)]) for table in tables]
    known = np.concatenate(sizes) if sizes else np.zeros(0)
    place = min(int(_STRONG * known.size), known.size - 1)
    return float(np.partition(known, place)[place]) if known.size else 1.0


def words_of(theme: Theme, weights: Array, most: float) -> Array:
    """Pixels (rows, columns) of an image."""
    finite = np.nan_to_num(np.asarray(weights, np.float64))
    level = np.clip(np.abs(finite) / (most or 1.0), 0.0, 1.0) ** 0.8
    reach = float(tokens()["map"]["diverging_reach"]["cell"])
    share = np.linspace(_LEAST_TINT, reach, _LEVELS)
    place = np.round(level * (_LEVELS - 1)).astype(np.intp)
    plus, minus = (blend(theme, theme.color(role), share) for role in ("plus", "minus"))
    blank = np.uint32(theme.color("stage").rgb())
    return np.ascontiguousarray(np.where(finite == 0.0, blank, np.where(finite > 0.0, plus[place], minus[place])))


def paint_images(painter: QPainter, face: ImagesFace) -> None:
    """All arms."""
    if not face.pictures or not face.pictures[0].weights.size:
        text(painter, QRectF(0, 0, *face.size), NO_WEIGHTS, face.theme.font("small"), face.theme.color("soft"), CENTRE)
        return
    for arm, picture in enumerate(face.pictures):
        _paint_head(painter, face, arm, picture)
        {SQUARES: _paint_squares, TABLE: _paint_table, BARS: _paint_bars}[face.kind](painter, face, arm, picture)


def _paint_head(painter: QPainter, face: ImagesFace, arm: int, picture: WeightPicture) -> None:
    theme, box = face.theme, face.boxes[arm]
    line = QRectF(box.left(), box.top(), box.width(), theme.line_height("small"))
    title, small, forms = theme.font("label"), theme.font("small"), zero_forms(picture.weights)
    if face.kind == SQUARES and face.grid[1] < len(picture.weights):
        forms = (phrase("{words}, {shown} shown", words=forms[0], shown=face.grid[1]), *forms)
    room = line.width() - text_width(picture.title, title) - theme.px(10.0)
    text(painter, line, elided(picture.title, title, line.width()), title, theme.color(picture.role), LEFT)
    words = next((one for one in forms if text_width(one, small) <= room), "")
    text(painter, line, words, small, theme.color("soft"), RIGHT)


def _paint_squares(painter: QPainter, face: ImagesFace, arm: int, picture: WeightPicture) -> None:
    theme, (_, shown, side) = face.theme, face.grid
    pixels = math.isqrt(picture.weights.shape[1])
    words = words_of(theme, picture.weights[:shown], face.most).reshape(shown, pixels, pixels)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    first = face.square(arm, 0)
    painter.drawImage(QPointF(first.left() - 1.0, first.top() - 1.0), image_of(mosaic(words, face, int(side))))
    painter.restore()
    if 0 <= face.at < shown:
        box = face.square(arm, face.at).adjusted(-2, -2, 2, 2)
        rounded(painter, box, theme.px(3.0), None, theme.color("ink"), theme.px(2.0))


def mosaic(words: Array, face: ImagesFace, side: int) -> Array:
    """All squares as one picture, each in its frame: drawn at once, a hundred of them take no longer than ten."""
    columns, (shown, pixels, _) = face.grid[0], words.shape
    rows, cells = math.ceil(shown / columns), np.arange(side) * pixels // side
    stage, line = (np.uint32(face.theme.color(role).rgb()) for role in ("stage", "line"))
    tiles = np.full((rows * columns, side + face.gap, side + face.gap), stage, np.uint32)
    tiles[:shown, : side + 2, : side + 2] = line
    tiles[:shown, 1 : side + 1, 1 : side + 1] = words[:, cells][:, :, cells]
    table = tiles.reshape(rows, columns, *tiles.shape[1:]).swapaxes(1, 2)
    return np.ascontiguousarray(table.reshape(rows * tiles.shape[1], columns * tiles.shape[2]))


def image_of(table: Array) -> QImage:
    """Pixels (rows, columns) as an image of its own."""
    rows, columns = table.shape
    image = QImage(table.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()


def _paint_table(painter: QPainter, face: ImagesFace, arm: int, picture: WeightPicture) -> None:
    theme, area = face.theme, face.inner(arm)
    rows, columns = picture.weights.shape
    image = image_of(words_of(theme, picture.weights, face.most))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, area.width() < columns or area.height() < rows)
    painter.drawImage(area, image)
    painter.restore()
    rounded(painter, area, theme.size("radius_cell"), None, theme.color("line"), theme.stroke("hairline"))
    if 0 <= face.at < rows:
        high = area.height() / rows
        row = QRectF(area.left(), area.top() + face.at * high, area.width(), high).adjusted(-1, -1, 1, 1)
        rounded(painter, row, theme.px(2.0), None, theme.color("ink"), theme.px(1.6))


def _paint_bars(painter: QPainter, face: ImagesFace, arm: int, picture: WeightPicture) -> None:
    """A bar up or down for every weight, and nothing but the line where it is exactly 0; a dash where the truth is."""
    theme, area = face.theme, face.inner(arm)
    weights = np.nan_to_num(picture.weights[0])
    pitch, zero, half = area.width() / weights.size, area.center().y(), area.height() / 2.0
    for index in np.flatnonzero(weights).tolist():
        share = min(abs(float(weights[index])) / (face.most or 1.0), 1.0)
        high = max(1.5, share * half)
        top = zero - high if weights[index] > 0.0 else zero
        role = "plus" if weights[index] > 0.0 else "minus"
        alpha = 1.0 if face.at in (-1, index) else 0.4
        box = QRectF(area.left() + (index + 0.12) * pitch, top, 0.76 * pitch, high)
        painter.fillRect(box, theme.color(role, alpha))
    stroke(painter, QPointF(area.left(), zero), QPointF(area.right(), zero), theme.color("rule"))
    for index in np.flatnonzero(picture.truth[: weights.size]).tolist():
        y = zero - min(max(float(picture.truth[index]) / (face.most or 1.0), -1.0), 1.0) * half
        left = area.left() + (index - 0.25) * pitch
        stroke(painter, QPointF(left, y), QPointF(left + 1.5 * pitch, y), theme.color("ink"), theme.px(1.6))
