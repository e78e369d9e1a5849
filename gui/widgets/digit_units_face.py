"""How ten digit units and their samples are laid out and painted."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.theme import Theme, tokens
from gui.widgets.confusion_face import grouped
from gui.widgets.contours import Array
from gui.widgets.decision_map_field import blend, two_way
from gui.widgets.learner_words import counted
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, elided, rounded, text, text_width
from sim.numerals import write_fixed, write_significant
from sim.phrases import joined, phrase

UNIT, SAMPLE = "unit", "sample"
Place = tuple[str, int]
SIDE = 8
_UNITS = 10
_GAP, _UNIT_GAP, _ROW_GAP, _BLOCK_GAP = 8.0, 10.0, 8.0, 12.0
_TIGHT = 0.94
_WIDEST_PITCH = 1.9
_STRONG = 0.98  # the share of weights that are not yet as strong as a colour can be
_LARGEST = 96.0
_SAMPLE = 34.0
_HEADS = ("What each unit looks for", "Digits they have never seen")
_COLORS = "blue speaks for the digit, orange against it"
_BELOW = "; below: right of the unseen, mistakes in this pass"
_APART = 7.0  # pixels between the words of two samples


@dataclass(frozen=True, eq=False)
class Face:
    """What is shown in a box of `size`; `at` is the picture that is read, `sums` what the units say of it."""

    theme: Theme
    size: tuple[float, float]
    weights: Array
    accuracies: tuple[float, ...]
    mistakes: tuple[int, ...]
    samples: Array
    said: Array
    truth: Array
    at: Place | None
    sums: Array | None
    words: str

    @property
    def head(self) -> float:
        """The height of a line of words above pictures."""
        return self.theme.line_height("small") + self.theme.px(3.0)

    @property
    def foot(self) -> float:
        """The height of the two lines of words under a unit's picture."""
        return self.theme.px(3.0) + (self.theme.line_height("small") + self.theme.line_height("caption")) * _TIGHT

    @property
    def pitch(self) -> float:
        """From one row of units to the next."""
        return self.side + self.foot + self.theme.px(_ROW_GAP)

    @property
    def below(self) -> float:
        """Where the samples with their words begin."""
        return self.head + self.pitch * (_UNITS // self.columns) + self.theme.px(_BLOCK_GAP - _ROW_GAP)

    @cached_property
    def sample_side(self) -> float:
        """The side of a sample."""
        return min(self.theme.px(_SAMPLE), self.size[0] / 6)

    @property
    def strip(self) -> float:
        """The height of the samples with their words; nothing without samples."""
        if not len(self.samples):
            return 0.0
        words = self.theme.line_height("caption") * _TIGHT + self.theme.px(5.0)
        return self.theme.px(_BLOCK_GAP) + self.head + self.sample_side + words

    @cached_property
    def columns(self) -> int:
        """How many units stand beside each other."""
        return max((5, 10), key=self._side_with)

    def _side_with(self, columns: int) -> float:
        gap, rows = self.theme.px(_UNIT_GAP), _UNITS // columns
        wide = (self.size[0] - 2.0 * self.edge - (columns - 1) * gap) / columns
        between = (rows - 1) * self.theme.px(_ROW_GAP)
        tall = (self.size[1] - self.head - self.strip - rows * self.foot - between) / rows
        return max(1.0, min(wide, tall, self.theme.px(_LARGEST)))

    @cached_property
    def side(self) -> float:
        """The side of a weight picture: a whole number of device-independent pixels for each weight where it can be."""
        side = self._side_with(self.columns)
        return side - side % SIDE if side >= 3 * SIDE else side

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every picture, in reading order."""
        units = tuple((UNIT, index) for index in range(_UNITS))
        return units + tuple((SAMPLE, index) for index in range(self.shown_samples))

    @cached_property
    def across(self) -> int:
        """How many samples stand beside each other."""
        pitch = self.sample_side + self.theme.px(_GAP)
        return max(1, int((self.size[0] - 2.0 * self.edge + self.theme.px(_GAP)) / pitch))

    @cached_property
    def shown_samples(self) -> int:
        """How many samples there is room for: a row of them, and more rows where the units leave room."""
        free = self.size[1] - self.below - self.head - self.sample_pitch
        rows = 1 + max(0, int((free + self.theme.px(_ROW_GAP)) / self.sample_pitch))
        return min(len(self.samples), rows * self.across)

    @property
    def verdict(self) -> str:
        """How many of the samples that are shown have the right answer."""
        count = self.shown_samples
        right = int((self.said[:count] == self.truth[:count]).sum())
        return phrase("{right} of these {count} are right", right=right, count=count) if count else ""

    @property
    def sample_pitch(self) -> float:
        """From one row of samples to the next."""
        words = self.theme.line_height("caption") * _TIGHT + self.theme.px(5.0)
        return self.sample_side + words + self.theme.px(_ROW_GAP)

    @cached_property
    def sample_gap(self) -> float:
        """Between two samples: a full row of them ends where the units end."""
        least = self.theme.px(_GAP)
        if self.across < 2 or len(self.samples) < self.across:
            return least
        return max(least, (self.size[0] - 2.0 * self.edge - self.across * self.sample_side) / (self.across - 1))

    @cached_property
    def sample_words(self) -> str:
        """How all wrong answers are said: in words where every one has room for them."""
        font, room = self.theme.font("cell"), self.sample_side + self.sample_gap - self.theme.px(_APART)
        room = min(room, self.sample_side + 2.0 * self.edge)
        forms = ("{said}, not {truth}", "{said} ≠ {truth}")
        return next((form for form in forms if text_width(form.format(said=0, truth=0), font) <= room), forms[-1])

    @property
    def edge(self) -> float:
        """Room for frames at both sides."""
        return self.theme.px(2.0)

    def box(self, place: Place) -> QRectF:
        """Where a picture lies."""
        kind, index = place
        if kind == UNIT:
            row, column = divmod(index, self.columns)
            across = (self.size[0] - 2.0 * self.edge - self.side) / max(1, self.columns - 1)
            across = min(across, self.side * _WIDEST_PITCH)
            return QRectF(self.edge + column * across, self.head + row * self.pitch, self.side, self.side)
        row, column = divmod(index, self.across)
        left = self.edge + column * (self.sample_side + self.sample_gap)
        return QRectF(left, self.below + self.head + row * self.sample_pitch, self.sample_side, self.sample_side)

    def place_at(self, at: QPointF) -> Place | None:
        """The picture under a pixel, the words under it included."""
        for place in self.places:
            more = self.foot if place[0] == UNIT else self.theme.line_height("caption")
            if self.box(place).adjusted(-2.0, -2.0, 2.0, more).contains(at):
                return place
        return None

    @staticmethod
    def distance(one: QRectF, two: QRectF) -> float:
        """How far two boxes lie apart, rows first."""
        way = one.center() - two.center()
        return abs(way.y()) * 10.0 + abs(way.x())


def paint_digits(painter: QPainter, face: Face) -> None:
    """Words, units, samples."""
    theme = face.theme
    _paint_head(painter, face, 0.0, _HEADS[0], face.words if face.at and face.at[0] == UNIT else _about(face))
    table = two_way(theme, float(tokens()["map"]["diverging_reach"]["cell"]))
    finite = np.nan_to_num(face.weights[:, 1:], nan=0.0, posinf=0.0, neginf=0.0)
    most = float(np.quantile(np.abs(finite), _STRONG)) or float(np.abs(finite).max())
    places = np.round(np.clip(finite / (most or 1.0), -1.0, 1.0) * 127.5 + 127.5).astype(np.intp)
    for unit in range(_UNITS):
        box = face.box((UNIT, unit))
        _paint_picture(painter, face, box, table[places[unit]].reshape(SIDE, SIDE), face.at == (UNIT, unit))
        _paint_unit_words(painter, face, unit, box)
    if face.shown_samples:
        _paint_samples(painter, face)


def _about(face: Face) -> str:
    """What colours and numbers mean; where there is no room for both, the colours."""
    taken = text_width(_HEADS[0], face.theme.font("heading")) + face.theme.px(12.0)
    fits = taken + text_width(joined((_COLORS, _BELOW), ""), face.theme.font("small")) <= face.size[0]
    return joined((_COLORS, _BELOW), "") if fits else _COLORS


def _paint_head(painter: QPainter, face: Face, top: float, title: str, words: str) -> None:
    theme, high = face.theme, face.theme.line_height("small")
    font, small = theme.font("heading"), theme.font("small")
    text(painter, QRectF(0.0, top, 10.0, high), title, font, theme.color("ink"), LEFT)
    left = text_width(title, font) + theme.px(12.0)
    room = face.size[0] - left
    if words and room > theme.px(60.0):
        shown = elided(words, small, room)
        text(painter, QRectF(left, top, room, high), shown, small, theme.color("soft"), LEFT)


def _paint_picture(painter: QPainter, face: Face, box: QRectF, words: Array, lit: bool) -> None:
    pixels = np.ascontiguousarray(words, np.uint32)
    image = QImage(pixels.data, SIDE, SIDE, SIDE * 4, QImage.Format.Format_RGB32)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(box, image)
    painter.restore()
    theme, radius = face.theme, float(face.theme.size("radius_cell"))
    edge, width = (theme.color("ink"), theme.px(2.0)) if lit else (theme.color("line"), theme.stroke("hairline"))
    rounded(painter, box.adjusted(-width, -width, width, width), radius, None, edge, width)


def _paint_unit_words(painter: QPainter, face: Face, unit: int, box: QRectF) -> None:
    """Digit and accuracy, and its mistakes; while a sample is read, digit and sum."""
    theme = face.theme
    row = QRectF(box.left(), box.bottom() + theme.px(3.0), box.width(), theme.line_height("small") * _TIGHT)
    value, small = theme.font("value"), theme.font("small")
    wins = face.sums is not None and face.at is not None and int(face.said[face.at[1]]) == unit
    if wins:
        rounded(painter, row.adjusted(-theme.px(4.0), 0, theme.px(4.0), 0), theme.px(5.0), theme.color("ink", 0.10))
    text(painter, row, str(unit), value, theme.color("ink"), LEFT)
    words, color = _unit_result(face, unit)
    if text_width(words, small) + text_width("0", value) + theme.px(4.0) <= row.width():
        text(painter, row, words, value if wins else small, color, RIGHT)
    under = QRectF(row.left(), row.bottom(), row.width(), theme.line_height("caption") * _TIGHT)
    if face.sums is None and unit < len(face.mistakes):
        _paint_mistakes(painter, face, under, face.mistakes[unit])


def _unit_result(face: Face, unit: int) -> tuple[str, QColor]:
    """The sum of a unit for the sample that is read, else its accuracy."""
    if face.sums is not None:
        total = float(face.sums[unit])
        return write_significant(total, 3), face.theme.color("minus" if total < 0.0 else "plus")
    words = f"{write_fixed(100 * face.accuracies[unit], 1)} %" if unit < len(face.accuracies) else ""
    return words, face.theme.color("soft")


def _paint_mistakes(painter: QPainter, face: Face, row: QRectF, count: int) -> None:
    font = face.theme.font("caption")
    words = next((w for w in (counted(count), grouped(count)) if text_width(w, font) <= row.width()), "")
    text(painter, row, words, font, face.theme.color("faint"), LEFT)


def _paint_samples(painter: QPainter, face: Face) -> None:
    theme = face.theme
    reads = face.at is not None and face.at[0] == SAMPLE
    words = face.words if reads else face.verdict
    _paint_head(painter, face, face.below, _HEADS[1], words)
    ink = blend(theme, theme.color("ink"), np.linspace(0.0, 1.0, 256))
    caption, forms = theme.font("cell"), face.sample_words
    for index in range(face.shown_samples):
        box = face.box((SAMPLE, index))
        shades = np.round(np.clip(np.nan_to_num(face.samples[index]), 0.0, 1.0) * 255).astype(np.intp)
        _paint_picture(painter, face, box, ink[shades].reshape(SIDE, SIDE), face.at == (SAMPLE, index))
        said, truth = int(face.said[index]), int(face.truth[index])
        is_right = said == truth
        if not is_right:
            grown = theme.px(3.0)
            rounded(
                painter, box.adjusted(-grown, -grown, grown, grown), theme.px(4.0), None, theme.color("bad"),
                theme.px(1.6),
            )  # fmt: skip
        row = QRectF(box.left(), box.bottom() + theme.px(4.0), box.width(), theme.line_height("caption"))
        shown = str(said) if is_right else forms.format(said=said, truth=truth)
        text(painter, row, shown, caption, theme.color("ink" if is_right else "bad"), CENTRE)
