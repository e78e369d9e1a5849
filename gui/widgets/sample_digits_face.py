"""How digits with the probabilities of several networks are laid out and painted."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.theme import Theme
from gui.widgets.decision_map_field import blend
from gui.widgets.fit_content import DigitSample
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, rounded, stroke, text, text_width
from sim.numerals import write_fixed
from sim.phrases import phrase, word

SIDE = 8
NO_DIGITS = word("No digits to show.")
_PICTURE, _BARS, _ROW = 46.0, 84.0, 24.0
_GAP, _BETWEEN, _DOWN = 6.0, 16.0, 10.0
_LEAST_DIGITS = 6.5
_FAINT = 0.38
_UNSEEN = 0.2  # pixels


@dataclass(frozen=True, eq=False)
class SamplesFace:
    """Samples in a box of `size`, with the names and the roles of the arms; `at` is the one that is read."""

    theme: Theme
    size: tuple[float, float]
    samples: tuple[DigitSample, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    at: int

    @cached_property
    def answer_room(self) -> float:
        """The width of "8 100 %"."""
        return text_width("8  100 %", self.theme.font("cell")) + self.theme.px(4.0)

    @cached_property
    def least(self) -> tuple[float, float]:
        """The smallest cell: its width with letter, bars and answer, its height with a row for each arm."""
        theme = self.theme
        wide = theme.px(_PICTURE + _BARS + 2 * _GAP) + theme.line_height("cell") + self.answer_room
        high = max(theme.px(_PICTURE), len(self.names) * theme.px(_ROW) + theme.line_height("cell"))
        return wide, high

    @cached_property
    def grid(self) -> tuple[int, int]:
        """Columns and rows of cells: as many as there is room and samples for."""
        wide, high = self.least
        gap, down = self.theme.px(_BETWEEN), self.theme.px(_DOWN)
        columns = max(1, int((self.size[0] + gap) / (wide + gap)))
        rows = max(1, int((self.size[1] + down) / (high + down)))
        columns = min(columns, max(1, len(self.samples)))
        return columns, min(rows, -(-len(self.samples) // columns) or 1)

    @property
    def shown(self) -> int:
        """How many samples there is room for."""
        columns, rows = self.grid
        return min(len(self.samples), columns * rows)

    def cell(self, index: int) -> QRectF:
        """The place of a sample."""
        columns, rows = self.grid
        gap, down = self.theme.px(_BETWEEN), self.theme.px(_DOWN)
        edge = self.theme.px(2.0)
        wide = (self.size[0] - 2 * edge - (columns - 1) * gap) / columns
        high = (self.size[1] - 2 * edge - (rows - 1) * down) / rows
        high = min(high, 1.6 * self.least[1])
        row, column = divmod(index, columns)
        return QRectF(edge + column * (wide + gap), edge + row * (high + down), wide, high)

    def picture(self, index: int) -> QRectF:
        """The place of its digit."""
        cell = self.cell(index)
        side = min(cell.height(), self.theme.px(_PICTURE) * 1.5, max(self.theme.px(_PICTURE), 0.34 * cell.width()))
        return QRectF(cell.left(), cell.top(), side, side)

    def bars(self, index: int, arm: int) -> QRectF:
        """The place of the bars of an arm."""
        cell, picture, theme = self.cell(index), self.picture(index), self.theme
        left = picture.right() + theme.px(_GAP) + theme.line_height("cell")
        digits = theme.line_height("cell")
        high = (cell.height() - digits) / max(1, len(self.names))
        wide = max(theme.px(30.0), cell.right() - left - self.answer_room - theme.px(_GAP))
        top = cell.top() + arm * high
        return QRectF(left, top, wide, high - theme.px(3.0))

    def sample_at(self, at: QPointF) -> int:
        """The sample under a pixel; -1 for none."""
        return next((index for index in range(self.shown) if self.cell(index).contains(at)), -1)

    def words(self, index: int) -> tuple[str, ...]:
        """What a sample is, and what every arm says."""
        sample = self.samples[index]
        said = [phrase("{name}: {digit} with {share} %", name=name, digit=int(row.argmax()),
                       share=write_fixed(100.0 * float(row.max()), 0))
                for name, row in zip(self.names, sample.probabilities, strict=False)]  # fmt: skip
        return (phrase("it is a {truth}", truth=sample.truth), *said)


def right_of(samples: tuple[DigitSample, ...], arm: int) -> int:
    """How many samples an arm names rightly."""
    return sum(int(one.probabilities[arm].argmax()) == one.truth for one in samples)


def paint_still(painter: QPainter, face: SamplesFace) -> None:
    """What stays as the networks learn on: the digits, the letters of the arms, the names of the bars."""
    theme = face.theme
    if not face.samples:
        text(painter, QRectF(0, 0, *face.size), NO_DIGITS, theme.font("small"), theme.color("soft"), CENTRE)
        return
    table = blend(theme, theme.color("ink"), np.linspace(0.0, 1.0, 256))
    for index in range(face.shown):
        sample, box = face.samples[index], face.picture(index)
        shades = np.round(np.clip(np.nan_to_num(sample.picture), 0.0, 1.0) * 255).astype(np.intp)
        pixels = np.ascontiguousarray(table[shades].reshape(SIDE, SIDE))
        image = QImage(pixels.data, SIDE, SIDE, SIDE * 4, QImage.Format.Format_RGB32)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(box, image)
        painter.restore()
        lit = index == face.at
        width = theme.px(2.0) if lit else theme.stroke("hairline")
        edge = theme.color("ink" if lit else "line")
        rounded(painter, box.adjusted(-width, -width, width, width), theme.size("radius_cell"), None, edge, width)
        for arm in range(len(face.names)):
            _paint_place(painter, face, index, arm)
        _paint_digits(painter, face, index)


def paint_answers(painter: QPainter, face: SamplesFace) -> None:
    """What changes with every update: the bars and the answers."""
    for arm, role in enumerate(face.roles):
        answers = [answer_at(face, index, arm) for index in range(face.shown)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(face.theme.color(role, _FAINT))
        painter.drawRects([bar for answer in answers for bar in answer.others])
        painter.setBrush(face.theme.color(role))
        painter.drawRects([answer.bar for answer in answers])
        for answer in answers:
            _paint_words(painter, face, answer)


@dataclass(frozen=True, eq=False)
class Answer:
    """What an arm says of a sample. bar: that of its digit; others: those that can be seen; words have their `room`."""

    digit: int
    share: float
    right: bool
    bar: QRectF
    others: list[QRectF]
    room: QRectF


def answer_at(face: SamplesFace, index: int, arm: int) -> Answer:
    """An answer where it is painted."""
    theme, sample, area = face.theme, face.samples[index], face.bars(index, arm)
    shares = np.clip(np.nan_to_num(sample.probabilities[arm]), 0.0, 1.0)
    digit, pitch = int(shares.argmax()), area.width() / max(1, shares.size)
    left, bottom, wide = area.left(), area.bottom(), 0.76 * pitch
    tall = (shares * (area.height() - theme.px(2.0))).tolist()
    bars = [QRectF(left + (place + 0.12) * pitch, bottom - high, wide, high) for place, high in enumerate(tall)]
    others = [bar for place, bar in enumerate(bars) if place != digit and tall[place] > _UNSEEN]
    room = QRectF(area.right() + theme.px(_GAP), area.top(), face.answer_room, area.height())
    return Answer(digit, float(shares[digit]), digit == sample.truth, bars[digit], others, room)


def _paint_words(painter: QPainter, face: SamplesFace, answer: Answer) -> None:
    """The digit, and how sure the arm is of it."""
    words = phrase("{digit}  {share} %", digit=answer.digit, share=write_fixed(100.0 * answer.share, 0))
    color = face.theme.color("soft" if answer.right else "bad")
    text(painter, answer.room, words, face.theme.font("cell"), color, LEFT)


def _paint_place(painter: QPainter, face: SamplesFace, index: int, arm: int) -> None:
    """The letter, and the line on which the bars stand."""
    theme, area, picture = face.theme, face.bars(index, arm), face.picture(index)
    letter = QRectF(picture.right(), area.top(), area.left() - picture.right() - theme.px(3.0), area.height())
    text(painter, letter, face.names[arm], theme.font("cell"), theme.color(face.roles[arm]), RIGHT)
    stroke(painter, QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()), theme.color("line"))


def _paint_digits(painter: QPainter, face: SamplesFace, index: int) -> None:
    """Which bar stands for which digit; the right one is marked."""
    theme, sample = face.theme, face.samples[index]
    if not len(face.names):
        return
    area = face.bars(index, len(face.names) - 1)
    count = sample.probabilities.shape[1]
    pitch, high = area.width() / max(1, count), theme.line_height("cell")
    for digit in range(count):
        box = QRectF(area.left() + digit * pitch, area.bottom() + theme.px(1.0), pitch, high)
        if digit == sample.truth:
            plate = QRectF(box.center().x() - high * 0.45, box.top() + 1.0, high * 0.9, high - 2.0)
            rounded(painter, plate, theme.px(3.0), theme.color("sunk"), theme.color("rule"), theme.stroke("hairline"))
            text(painter, box, str(digit), theme.font("cell"), theme.color("ink"), CENTRE)
        elif pitch >= theme.px(_LEAST_DIGITS):
            text(painter, box, str(digit), theme.font("caption"), theme.color("faint"), CENTRE)
