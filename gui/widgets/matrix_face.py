"""The cells of a matrix as a picture that is kept: colours by value, digits where they fit, signs of hands.

A scale of colours belongs to each matrix: from minus its largest number over zero to it, not beyond three times what
is usual in it (the root of the mean square; half as much again as the median where one number is a thousand times
that), so that a huge number leaves the others their colours. Matrices at rest are paler than those that act. Digits are
black or white, whichever contrasts more.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPixmap, QPolygonF

from gui.theme import Theme, tokens
from gui.widgets.contours import Array
from gui.widgets.matrix_content import COLUMNS, Matrix, same_face
from gui.widgets.matrix_digits import cell_words
from gui.widgets.matrix_place import Place
from gui.widgets.network_view_units import tone_table
from gui.widgets.shapes import begin, rounded

_TONES = 511
_USUAL = 3.0
_HUGE = 1000.0
_LEAST_FOR_GAP = 6.0
_WEIGHTS = np.array([0.0722, 0.7152, 0.2126])  # blue, green, red


@dataclass(frozen=True)
class Face:
    """What is kept of one matrix."""

    cells: QPixmap
    strip: QPixmap
    colors: Array


@dataclass(frozen=True)
class Kept:
    """A face, and the place and sharpness that it was made for."""

    place: Place
    ratio: float
    face: Face


def fits(one: Place, two: Place) -> bool:
    """Does the face made for one place serve for another?"""
    return _looks(one) == _looks(two) and same_face(one.matrix, two.matrix)


def _looks(place: Place) -> object:
    runs = [(run.size, run.count, run.first) for run in (place.rows, place.columns)]
    return runs, place.decimals, place.font, place.exponent, _strip_size(place)


def _strip_size(place: Place) -> tuple[float, float]:
    return (0.0, 0.0) if place.strip is None else (place.strip.width(), place.strip.height())


def scale_end(values: Array) -> float:
    """The number that has the full colour."""
    known = np.abs(values[np.isfinite(values)])
    most = float(known.max()) if known.size else 0.0
    if most == 0.0:
        return 1.0
    shares = (known / most).ravel()
    middle = float(np.median(shares[shares > 0.0]))
    usual = most * (math.sqrt(float(shares @ shares) / shares.size) if middle * _HUGE > 1.0 else 1.5 * middle)
    return max(min(most, _USUAL * usual), 1e-300)


def tones(theme: Theme, matrix: Matrix, pale: bool = False) -> Array:
    """The colours (rows, columns, 4) of the cells as BGRA bytes."""
    assert matrix.values is not None
    reach = tokens()["map"]["diverging_reach"]["cell" if matrix.acts and not pale else "cell_resting"]
    with np.errstate(over="ignore", invalid="ignore"):
        share = np.clip(matrix.values / scale_end(matrix.values), -1.0, 1.0)
    places = np.where(np.isnan(share), _TONES, np.round((np.nan_to_num(share) + 1.0) * 0.5 * (_TONES - 1)))
    found: Array = tone_table(theme, float(reach))[places.astype(np.intp)]
    return found


def white_on(colors: Array) -> Array:
    """On which of these colours is white easier to read than black?"""
    level = colors[..., :3] / 255.0
    linear = np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    light = linear @ _WEIGHTS
    better: Array = 1.05 / (light + 0.05) > (light + 0.05) / 0.05
    return better


def make_face(theme: Theme, place: Place, ratio: float, before: Kept | None = None) -> Face:
    """Cells and strip, sharp at `ratio` device pixels for each unit; what a face from before has of them is taken."""
    if before is None or before.ratio != ratio or not same_face(before.place.matrix, place.matrix):
        colors = tones(theme, place.matrix)
        return Face(_cells(theme, place, colors, ratio), _strip(theme, place, colors, ratio), colors)
    colors, strip = before.face.colors, before.face.strip
    if _strip_size(before.place) != _strip_size(place):
        strip = _strip(theme, place, colors, ratio)
    return Face(_cells(theme, place, colors, ratio), strip, colors)


def _cells(theme: Theme, place: Place, colors: Array, ratio: float) -> QPixmap:
    """The shown cells with a line of nothing between them, digits and marks."""
    rows, columns = place.rows, place.columns
    shown = colors[rows.first : rows.first + rows.count, columns.first : columns.first + columns.count]
    picture = _enlarged(shown, rows.size * ratio, columns.size * ratio, ratio)
    with QPainter(picture) as painter:
        begin(painter)
        if place.decimals >= 0:
            _write_digits(painter, theme, place, white_on(shown))
        _mark(painter, theme, place)
    return QPixmap.fromImage(picture)


def _enlarged(colors: Array, high: float, wide: float, ratio: float) -> QImage:
    """Cells of this size in device pixels; between large ones a line stays free. numpy is faster here than Qt."""
    down, lines = _pixels(colors.shape[0], high, ratio)
    across, gaps = _pixels(colors.shape[1], wide, ratio)
    data = colors[down[:, None], across]
    data[lines], data[:, gaps] = 0, 0
    picture = _as_image(data)
    picture.setDevicePixelRatio(ratio)
    return picture


def _pixels(count: int, size: float, ratio: float) -> tuple[Array, Array]:
    """For every pixel its cell, and whether it is in the line after it."""
    places = (np.arange(max(1, round(count * size))) + 0.5) / size
    cells = np.minimum(places.astype(np.intp), count - 1)
    left = (cells + 1 - places) * size
    return cells, (left < ratio) & (size >= _LEAST_FOR_GAP * ratio)


def _as_image(data: Array) -> QImage:
    """BGRA bytes (height, width, 4), opaque or nothing, as a picture of its own."""
    high, wide = data.shape[:2]
    pixels = np.ascontiguousarray(data)
    return QImage(pixels.data, wide, high, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _write_digits(painter: QPainter, theme: Theme, place: Place, white: Array) -> None:
    """Numbers in the middle of their cells."""
    values, font = place.matrix.values, theme.font(place.font)
    assert values is not None
    metrics = QFontMetricsF(font)
    scale = 10.0**-place.exponent
    inks = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    painter.setFont(font)
    wide, high = place.columns.size, place.rows.size
    drop = (high - 1.0 - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    widths: dict[str, float] = {}
    for ink, on in zip(inks, (False, True), strict=True):
        painter.setPen(ink)
        for row, column in np.argwhere(white == on).tolist():
            value = float(values[place.rows.first + row, place.columns.first + column]) * scale
            words = cell_words(value, place.decimals)
            advance = widths.get(words)
            if advance is None:
                advance = widths[words] = metrics.horizontalAdvance(words)
            painter.drawText(QPointF(column * wide + (wide - 1.0 - advance) / 2, row * high + drop), words)


def _mark(painter: QPainter, theme: Theme, place: Place) -> None:
    """A corner in each cell that an edit changed; a frame too around those that a hand holds."""
    matrix, rows, columns = place.matrix, place.rows, place.columns
    corner = min(theme.px(5.5), 0.45 * rows.size, 0.45 * columns.size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("you"))
    window = slice(rows.first, rows.first + rows.count), slice(columns.first, columns.first + columns.count)
    marked = np.zeros(matrix.shape, np.bool_) if matrix.changed is None else matrix.changed.copy()
    for cell in matrix.held:
        marked[cell] = True
    wide, high = columns.size, rows.size
    shape = QPolygonF([QPointF(wide - 1, 0.0), QPointF(wide - 1 - corner, 0.0), QPointF(wide - 1, corner)])
    for row, column in np.argwhere(marked[window]).tolist():
        painter.drawPolygon(shape.translated(column * wide, row * high))
    for row, column in matrix.held:
        if rows.shows(row) and columns.shows(column):
            box = QRectF((column - columns.first) * wide, (row - rows.first) * high, wide - 1, high - 1)
            rounded(painter, box, 2.0, None, theme.color("you"), theme.px(2.0))


def _strip(theme: Theme, place: Place, colors: Array, ratio: float) -> QPixmap:
    """All examples, each a line; those that an edit changed have a violet end."""
    if place.strip is None:
        return QPixmap()
    wide, high = place.strip.width(), place.strip.height()
    rows, columns = colors.shape[:2]
    down = np.minimum((np.arange(max(1, round(high * ratio))) + 0.5) * rows / (high * ratio), rows - 1)
    across = np.minimum((np.arange(max(1, round(wide * ratio))) + 0.5) * columns / (wide * ratio), columns - 1)
    picture = _as_image(colors[down.astype(np.intp)[:, None], across.astype(np.intp)])
    picture.setDevicePixelRatio(ratio)
    changed = place.matrix.changed
    if changed is not None and changed.any():
        with QPainter(picture) as painter:
            _mark_strip(painter, theme, changed, place.matrix.examples == COLUMNS, wide, high)
    return QPixmap.fromImage(picture)


def _mark_strip(painter: QPainter, theme: Theme, changed: Array, across: bool, wide: float, high: float) -> None:
    lines = changed.any(axis=0 if across else 1)
    size, thin = (wide if across else high) / lines.size, theme.px(2.0)
    ends = np.flatnonzero(np.diff(np.concatenate(([0], lines.astype(np.int8), [0]))))
    for first, after in ends.reshape(-1, 2).tolist():
        start, length = first * size, (after - first) * size
        box = QRectF(start, high - thin, length, thin) if across else QRectF(wide - thin, start, thin, length)
        painter.fillRect(box, theme.color("you"))
