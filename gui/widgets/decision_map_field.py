"""The ground of a decision map: what a classifier answers at every place, calm enough for points to lie on top.

One output is drawn from the colour of class 0 over `mid` to that of class 1, a number from that of minus to that of
plus, with hairlines where it takes round values; scores of several classes in the colour of the highest, paler where
the next one comes near. The decision line is a contour at the middle (or where two classes tie), so it is sharper
than the samples. Where twins disagree is drawn in `you`, because twins are.

Samples lie on the edges of their rectangle, row 0 at the lowest y. Places without a number are hatched. Infinite
outputs are as far as they can be.

Measured for 256 x 256 samples on 420 x 420 pixels, from values to the finished map with 120 points, on one of two busy
cores: two straight lines 2.2 ms, a spiral 3.6 ms, three classes 3.5 ms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from contourpy import contour_generator
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gui.theme import Theme, tokens
from gui.widgets.class_signs import MOST_CLASSES, class_color
from gui.widgets.contours import Array, Rect
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_ground import cut_out, paint_hatch, rect_of
from gui.widgets.polylines import polygon, thin_out
from gui.widgets.ticks import linear_ticks
from gui.widgets.trails import Trail, paint_trail, pixel_lines

_TONES = 256
_GAMMA = 0.9
_DISAGREEMENT = 0.7
_CASING = 0.6
_LEVELS = 4
_HAIRLINE, _ZERO = 0.3, 0.8


@dataclass(frozen=True, eq=False)
class Field:
    """Answers over a rectangle: one output (rows, columns) from `low` to 1, or scores (classes, rows, columns).

    most: the answers are numbers, and colours reach from -most to most.
    """

    values: Array
    rect: Rect
    low: float = 0.0
    most: float | None = None

    @property
    def is_scores(self) -> bool:
        """Is there a score for every class?"""
        return self.values.ndim == 3


class FieldLayer:
    """Keeps the pixels and the lines of the last field until the field or the theme is another.

    A flat one shows which class it is and not how surely; a number stays as large as it is.
    """

    def __init__(self, flat: bool = False) -> None:
        self._flat = flat
        self.field: Field | None = None
        self.spread: Field | None = None
        self._lines: list[Array] | None = None
        self._levels: list[tuple[float, Array]] = []
        self._image = QImage()
        self._pixels: Array = np.zeros((0, 0), np.uint32)
        self._image_for: str | None = None
        self._holes = False

    def set_field(self, field: Field | None) -> None:
        """Another answer."""
        self.field, self._lines = field, None
        if self.spread is None:
            self._image_for = None

    def set_spread(self, spread: Field | None) -> None:
        """The standard deviation of twins from 0 (they agree) to 1; None shows what is decided again."""
        self.spread, self._image_for = spread, None

    def paint(self, canvas: Canvas, line: bool = True) -> None:
        """The colours, and the line on them."""
        shown = self.spread or self.field
        if shown is not None:
            self._paint_colors(canvas, shown)
        if line:
            self.paint_line(canvas)

    def _paint_colors(self, canvas: Canvas, shown: Field) -> None:
        place = rect_of(shown.rect, canvas.view).intersected(canvas.picture)
        if place.isEmpty():
            return
        if self._image_for != canvas.theme.name:
            self._image_for = canvas.theme.name
            self._make_image(shown, canvas.theme)
        if self._holes:
            paint_hatch(canvas.painter, place, canvas.theme.color("rule", 0.35))
        draw_samples(
            canvas.painter, self._image, place, cut_out(shown.values.shape[-2:], shown.rect, canvas.view, place)
        )

    def _make_image(self, shown: Field, theme: Theme) -> None:
        if self.spread is not None:
            table, places = _one_way(theme), _places(shown.values, 0.0, 1.0)
        elif shown.is_scores:
            table, places = _class_table(theme, len(shown.values), self._reach(theme)), _score_places(shown.values)
        else:
            low, high = (shown.low, 1.0) if shown.most is None else (-shown.most, shown.most)
            table, places = two_way(theme, self._reach(theme)), _places(shown.values, low, high)
        if self._flat and shown.most is None:
            places = _flattened(places, shown.is_scores, len(table) - 1)
        self._holes = bool((places == len(table) - 1).any())
        self._pixels = np.ascontiguousarray(table[places[::-1]])
        rows, columns = places.shape
        kind = QImage.Format.Format_ARGB32_Premultiplied if self._holes else QImage.Format.Format_RGB32
        self._image = QImage(self._pixels.data, columns, rows, columns * 4, kind)

    def _reach(self, theme: Theme) -> float:
        return flat_reach() if self._flat else field_reach(theme)

    def paint_line(self, canvas: Canvas) -> None:
        """Where the answer changes, as a thin line of ink."""
        if self.field is None:
            return
        if self._lines is None:
            self._lines = decision_lines(self.field)
            self._levels = round_levels(self.field)
        for level, line in self._levels:
            paint_hairline(canvas, line, _HAIRLINE if level else _ZERO)
        for line in self._lines:
            paint_ink_line(canvas, line)


def draw_samples(painter: QPainter, image: QImage, place: QRectF, source: QRectF) -> None:
    """An image of samples, blended smoothly between them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image, source)
    painter.restore()


def paint_ink_line(canvas: Canvas, line: Array, role: str = "ink", alpha: float = 1.0) -> None:
    """A line (n, 2) of the plane, cased so that it reads on every ground."""
    theme, ratio, view = canvas.theme, canvas.ratio, canvas.view
    points = (view.to_pixels(line) - (view.left, view.top)) * ratio
    trail = Trail(
        points,
        theme.color(role, alpha),
        theme.color("stage", _CASING * alpha),
        theme.stroke("trail") * ratio,
        theme.stroke("casing") * ratio,
    )
    canvas.painter.save()
    canvas.painter.translate(view.left, view.top)
    canvas.painter.scale(1.0 / ratio, 1.0 / ratio)
    paint_trail(canvas.painter, pixel_lines(points, view.width * ratio, view.height * ratio), trail)
    canvas.painter.restore()


def paint_hairline(canvas: Canvas, line: Array, alpha: float) -> None:
    """A thin line (n, 2) of the plane."""
    theme = canvas.theme
    canvas.painter.setPen(QPen(theme.color("ink", alpha), theme.stroke("hairline")))
    canvas.painter.drawPolyline(polygon(thin_out(canvas.view.to_pixels(line))))


def round_levels(field: Field) -> list[tuple[float, Array]]:
    """Lines (n, 2) in the plane where a number takes a round value, and which; none for classes."""
    if field.most is None:
        return []
    values, x, y = _thinner(field.values[None], *_places_of(field))
    ticks = linear_ticks(-field.most, field.most, _LEVELS).values
    levels = [level for level in ticks if abs(level) < 0.99 * field.most]
    return [(level, line) for level in levels for line in _level_lines(values[0], x, y, level)]


def _places_of(field: Field) -> tuple[Array, Array]:
    rows, columns = field.values.shape[-2:]
    return np.linspace(*field.rect[:2], columns), np.linspace(*field.rect[2:], rows)


def decision_lines(field: Field) -> list[Array]:
    """Lines (n, 2) in the plane where the answer changes; numbers have none, but `round_levels`."""
    if field.most is not None:
        return []
    x, y = _places_of(field)
    if not field.is_scores:
        return _level_lines(field.values, x, y, (field.low + 1.0) / 2.0)
    scores, x, y = _thinner(field.values, x, y)
    lines: list[Array] = []
    for index in range(len(scores) - 1):
        others = _highest([score for k, score in enumerate(scores) if k != index])[1]
        with np.errstate(invalid="ignore"):
            lead = scores[index] - others
        lines += _level_lines(lead, x, y, 0.0)
    return lines


def _thinner(scores: Array, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Every second sample, and both edges: each class has lines of its own."""
    down, across = (np.unique(np.append(np.arange(0, len(side), 2), len(side) - 1)) for side in (y, x))
    return np.ascontiguousarray(scores[:, down][:, :, across]), x[across], y[down]


def _level_lines(values: Array, x: Array, y: Array, level: float) -> list[Array]:
    if len(x) < 2 or len(y) < 2:
        return []
    known = values if np.isfinite(values).all() else np.ma.masked_invalid(values)
    return cast(list[Array], contour_generator(x, y, known, name="serial").lines(level))


def _highest(scores: Sequence[Array]) -> tuple[Array, Array]:
    """Which score is the highest at every place, and how high; no number where one of them is none."""
    best, labels = scores[0], np.zeros(scores[0].shape, np.intp)
    for index, score in enumerate(scores[1:], 1):
        labels[score > best] = index
        best = np.maximum(best, score)
    return labels, best


# Values to places in a table of colours -----------------------------------------------------------------------------


def _places(values: Array, low: float, high: float) -> Array:
    """0 to 255; 256 where there is no number."""
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = np.clip((values - low) * ((_TONES - 1) / (high - low)) + 0.5, 0.0, _TONES - 0.5)
    missing = np.isnan(scaled)
    if missing.any():
        scaled[missing] = _TONES
    result: Array = scaled.astype(np.intp)
    return result


def _flattened(places: Array, scores: bool, hole: int) -> Array:
    """The same classes at full strength."""
    full = places | (_TONES - 1) if scores else np.where(places * 2 >= _TONES, _TONES - 1, 0)
    return np.where(places == hole, hole, full)


def _score_places(scores: Array) -> Array:
    """The class with the highest score, 256 places for each: how far it is above an even share."""
    classes = min(len(scores), MOST_CLASSES)
    labels, best = _highest(list(scores))
    places: Array = np.minimum(labels, classes - 1) * _TONES + _places(best, 1.0 / len(scores), 1.0)
    missing = np.isnan(best)
    if missing.any():
        places[missing] = classes * _TONES
    return places


# Tables -------------------------------------------------------------------------------------------------------------


def field_reach(theme: Theme) -> float:
    """How much of a class's colour a field carries at most."""
    return float(tokens()["map"]["diverging_reach"]["field_dark" if theme.dark else "field"])


def flat_reach() -> float:
    """How much of a class's colour a place carries that only says which class it is."""
    return float(tokens()["map"]["diverging_reach"]["field_still"])


def two_way(theme: Theme, reach: float) -> Array:
    """From class 0 over `mid` to class 1, and nothing for what is no number: 257 words of an image."""
    level = np.linspace(-1.0, 1.0, _TONES)
    share = reach * np.abs(level) ** _GAMMA
    low, high = (blend(theme, class_color(theme, index), share) for index in (0, 1))
    return _with_hole(np.where(level < 0.0, low, high))


def tone_of_disagreement(theme: Theme, share: float) -> QColor:
    """The colour where twins disagree by a share of the most."""
    return theme.mix("mid", "you", _DISAGREEMENT * share**_GAMMA)


def _one_way(theme: Theme) -> Array:
    return _with_hole(blend(theme, theme.color("you"), _DISAGREEMENT * np.linspace(0.0, 1.0, _TONES) ** _GAMMA))


def _class_table(theme: Theme, classes: int, reach: float) -> Array:
    share = reach * np.linspace(0.0, 1.0, _TONES) ** _GAMMA
    rows = [blend(theme, class_color(theme, index), share) for index in range(min(classes, MOST_CLASSES))]
    return _with_hole(np.concatenate(rows))


def blend(theme: Theme, color: QColor, share: Array) -> Array:
    """Words of an opaque image: so much of a colour in `mid`."""
    middle = theme.color("mid")
    word = np.full(share.shape, 0xFF, np.uint32)
    for low, high in ((middle.red(), color.red()), (middle.green(), color.green()), (middle.blue(), color.blue())):
        word = word << np.uint32(8) | np.round(low + (high - low) * share).astype(np.uint32)
    return word


def _with_hole(words: Array) -> Array:
    return np.append(words, np.uint32(0))
