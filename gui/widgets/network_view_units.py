"""How the units of a network look: pictures or discs, names, biases as pills, values on plates.

A unit without a picture is a disc whose inner area is its activation, a ring where that is negative. A dropped unit is
a dashed ring with a slash.
"""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from gui.theme import Theme, tokens
from gui.widgets.contours import Array
from gui.widgets.network_view_content import Content, Part
from gui.widgets.network_view_edges import GROUND
from gui.widgets.network_view_layout import Layout
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.shapes import CENTRE, LEFT, disc, rounded, shadow, stroke, text, text_width
from sim.numerals import MINUS, write_fixed, write_significant

_TONES = 511
_LARGEST_PLAIN = 99.995
_SHADOW_FROM = 40.0
_SHADOW = 4.0
_MARGIN = 8.0
_DOT, _DOT_GAP = 3.2, 4.0  # before the name of a bias
_SPECK = 3.0  # radius below which a disc shows nothing


def signed(value: float, decimals: int = 2) -> str:
    """A weight as it is written: always with its sign; with three figures where it is large."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+∞" if value > 0 else f"{MINUS}∞"
    words = write_fixed(value, decimals) if abs(value) < _LARGEST_PLAIN else write_significant(value, 3)
    return words if words.startswith(MINUS) else f"+{words}"


def sign_role(value: float) -> str:
    """The role of a weight's colour."""
    if not math.isfinite(value):
        return "bad"
    return "plus" if value > 0 else "minus" if value < 0 else "faint"


@lru_cache(maxsize=16)
def tone_table(theme: Theme, reach: float) -> Array:
    """The diverging colours of a theme as BGRA bytes: from minus one over zero to one; the last one is for no number.
    """
    table = tokens()["map"]
    low, middle, high = (theme.color(role) for role in table["diverging"])
    places = np.linspace(-1.0, 1.0, _TONES)
    share = (np.abs(places) * reach) ** float(table["diverging_gamma"])
    channels = []
    for one, two, three in zip(_parts(low), _parts(middle), _parts(high), strict=True):
        channels.append(two + (np.where(places < 0, one, three) - two) * share)
    tones = np.full((_TONES + 1, 4), 255, np.uint8)
    tones[:_TONES, :3] = np.round(np.stack(channels[::-1], axis=-1) * 255)
    void = theme.color("sunk")
    tones[_TONES, :3] = (void.blue(), void.green(), void.red())
    return tones


def _parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def field_image(theme: Theme, fields: Array, share: bool, reach: float, pixels: int, radius: float) -> QImage:
    """The pictures (units, h, w) of a layer below each other, each `pixels` wide and high with round corners.

    Scaled here, all at once, so that painting one is copying it. `share`: values from 0 to 1.
    """
    values = np.asarray(fields, np.float32)
    if share:
        values = values * np.float32(2.0) - np.float32(1.0)
    values = _resampled(_resampled(values, pixels, 1), pixels, 2)
    known = ~np.isnan(values)
    place = np.clip(np.where(known, values, np.float32(0.0)), -1.0, 1.0)
    index = np.where(known, ((place + 1.0) * (0.5 * (_TONES - 1)) + 0.5).astype(np.int16), np.int16(_TONES))
    tones = tone_table(theme, reach)[index]
    mask = corner_mask(pixels, radius)
    corners = np.flatnonzero(mask.ravel() < 255)
    flat = tones.reshape(len(fields), -1, 4)
    faded = flat[:, corners].astype(np.uint16) * mask.ravel()[corners, None].astype(np.uint16) // 255
    flat[:, corners] = faded.astype(np.uint8)
    memory = np.ascontiguousarray(flat)
    high = len(fields) * pixels
    return QImage(memory.data, pixels, high, 4 * pixels, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _resampled(values: Array, size: int, axis: int) -> Array:
    """Straight lines between the samples of one axis, or the nearest ones where there are more than pixels."""
    have = values.shape[axis]
    at = np.clip((np.arange(size, dtype=np.float32) + 0.5) * (have / size) - 0.5, 0, have - 1)
    if have >= size:
        nearest: Array = np.take(values, np.round(at).astype(np.intp), axis)
        return nearest
    low = np.minimum(at.astype(np.intp), max(0, have - 2))
    shape = [1, 1, 1]
    shape[axis] = size
    share = (at - low).reshape(shape).astype(np.float32)
    below, above = np.take(values, low, axis), np.take(values, np.minimum(low + 1, have - 1), axis)
    with np.errstate(invalid="ignore", over="ignore"):
        blend: Array = below + (above - below) * share
    return np.where(np.isinf(below), below, blend)


@lru_cache(maxsize=32)
def corner_mask(pixels: int, radius: float) -> Array:
    """How much of each pixel (0 to 255) lies in a square with round corners."""
    middle = np.abs(np.arange(pixels) + 0.5 - pixels / 2)
    over = np.maximum(middle - (pixels / 2 - radius), 0.0)
    away = np.hypot(over[:, None], over[None, :])
    mask: Array = np.round(255 * np.clip(radius + 0.5 - away, 0.0, 1.0)).astype(np.uint8)
    return mask


@lru_cache(maxsize=16)
def shadow_image(side: float, radius: float, ratio: float) -> QImage:
    """The shadow of a square picture with a margin of `_MARGIN` around."""
    size = round((side + 2 * _MARGIN) * ratio)
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shadow(painter, QRectF(_MARGIN, _MARGIN, side, side), radius, False, _SHADOW)
        return image


def paint_units(
    painter: QPainter,
    theme: Theme,
    layout: Layout,
    content: Content,
    column: int,
    which: list[int],
    image: QImage | None,
) -> None:
    """Units of a column at rest: their pictures, or their discs; dashed rings of those that are dropped."""
    place, activity = layout.columns[column], content.activity(column)
    present = [j for j in which if not content.is_dropped(column, j)]
    if image is not None:
        _paint_pictures(painter, theme, [place.unit(j) for j in present], present, image, content.counts[column])
    else:
        for j in present:
            _paint_disc(painter, theme, place.unit(j), None if activity is None else float(activity[j]))
    for j in which:
        if content.is_dropped(column, j):
            _paint_dropped(painter, theme, place.unit(j))


def paint_specks(painter: QPainter, theme: Theme, layout: Layout, content: Content, column: int) -> Array:
    """The units of a column that are too small for more than a speck, all at once; returns which those are."""
    place = layout.columns[column]
    tiny: Array = place.sides < 2 * theme.px(_SPECK)
    flags = content.dropped[column] if column < len(content.dropped) else None
    for side in sorted({round(side, 1) for side in place.sides[tiny].tolist()}):
        for ill, role in ((False, "ink"), (True, "line")):
            out = np.zeros(tiny.size, bool) if flags is None else flags
            pick = tiny & (np.round(place.sides, 1) == side) & (out == ill)
            painter.setPen(QPen(theme.color(role), side, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(place.x, y) for y in place.ys[pick].tolist()]))
    return tiny


def corner_of(theme: Theme, side: float) -> float:
    """The roundness of a picture."""
    return min(theme.px(8), 0.24 * side)


def _paint_pictures(
    painter: QPainter, theme: Theme, rects: list[QRectF], which: list[int], image: QImage, count: int
) -> None:
    high, width, ratio = image.height() / count, theme.stroke("hairline"), sharpness(painter)
    for j, rect in zip(which, rects, strict=True):
        if rect.width() >= theme.px(_SHADOW_FROM) and not theme.dark:
            veil = shadow_image(rect.width(), corner_of(theme, rect.width()), ratio)
            painter.drawImage(rect.topLeft() - QPointF(_MARGIN, _MARGIN), veil)
        if on_paper(painter):  # an SVG knows no part of a picture
            painter.drawImage(rect, image.copy(0, round(j * high), image.width(), round(high)))
        else:
            painter.drawImage(rect, image, QRectF(0, j * high, image.width(), high))
    painter.setPen(QPen(theme.color("rule"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        radius, half = corner_of(theme, rect.width()), width / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def _paint_disc(painter: QPainter, theme: Theme, rect: QRectF, activity: float | None) -> None:
    radius, at = rect.width() / 2, rect.center()
    width = min(theme.px(1.6), 0.3 * radius)
    broken = activity is not None and not math.isfinite(activity)
    edge = theme.color("bad" if broken else "ink")
    disc(painter, at, radius - width / 2, theme.color(GROUND), edge, width)
    if activity is None or broken:
        return
    inner = (radius - 2 * width) * math.sqrt(min(1.0, abs(activity)))
    if activity >= 0 or inner < theme.px(2.5):
        disc(painter, at, inner, theme.color("ink"))
    else:
        disc(painter, at, inner - width / 2, None, theme.color("ink"), width)


def _paint_dropped(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    radius, at = rect.width() / 2 - theme.px(0.75), rect.center()
    pen = QPen(theme.color("rule"), min(theme.px(1.5), max(1.0, 0.2 * radius)))
    if radius > theme.px(5):
        pen.setDashPattern([2.6, 2.2])
    painter.setPen(pen)
    painter.setBrush(theme.color(GROUND))
    painter.drawEllipse(at, radius, radius)
    reach = radius * math.sqrt(0.5) * 0.82
    stroke(painter, at + QPointF(-reach, reach), at + QPointF(reach, -reach), theme.color("rule"), pen.widthF())


def paint_title(painter: QPainter, theme: Theme, rect: QRectF, symbol: tuple[str, str]) -> None:
    """The name of a unit above it, what stands below the line smaller."""
    letter, lowered = symbol
    font, small = theme.font("symbol"), theme.font("symbol")
    small.setPixelSize(max(9, round(0.68 * font.pixelSize())))
    wide, more = text_width(letter, font), text_width(lowered, small) if lowered else 0.0
    base = QRectF(rect.center().x() - (wide + more) / 2, rect.top() - theme.px(23), wide, theme.px(19))
    text(painter, base, letter, font, theme.color("ink"), LEFT)
    if lowered:
        text(painter, base.translated(wide, theme.px(4)), lowered, small, theme.color("ink"), LEFT)


def paint_pill(painter: QPainter, theme: Theme, layout: Layout, column: int, j: int, value: float) -> None:
    """The bias of a unit in words: tied to it by a stem as wide as it is large."""
    place, rect = layout.columns[column], layout.pill(column, j)
    color = theme.color(sign_role(value))
    unit = place.unit(j)
    size = min(3.0, abs(value)) if math.isfinite(value) else 0.0
    if place.pill == "under":
        foot = QPointF(place.x, rect.top())
        painter.setPen(QPen(color, theme.px(1 + size), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(place.x, unit.bottom()), foot)
        _paint_words(painter, theme, pill_around(theme, rect, f"b {signed(value)}"), f"b {signed(value)}", color)
    else:
        stroke(painter, QPointF(unit.right(), rect.center().y()), rect.center(), color, theme.px(1 + size))
        _paint_words(painter, theme, pill_around(theme, rect, signed(value)), signed(value), color)


def pill_around(theme: Theme, rect: QRectF, words: str) -> QRectF:
    """The pill of a bias, grown where its words are wider: to both sides below a unit, to the right beside one."""
    named = words.startswith("b")
    more = _words_width(theme, words) + theme.px(10 if named else 8) - rect.width()
    if more <= 0.0:
        return rect
    return rect.adjusted(-more / 2, 0.0, more / 2, 0.0) if named else rect.adjusted(0.0, 0.0, more, 0.0)


def paint_beads(
    painter: QPainter, theme: Theme, layout: Layout, column: int, which: list[int], biases: Array
) -> None:
    """The biases of units that have no room for words: the colour of their sign."""
    sides = layout.columns[column].sides
    painter.setPen(QPen(theme.color(GROUND), theme.stroke("hairline")))
    roles = {j: sign_role(float(biases[j])) for j in which if sides[j] >= theme.px(5)}
    for role in sorted(set(roles.values())):
        painter.setBrush(theme.color(role))
        for j in (j for j in roles if roles[j] == role):
            rect = layout.pill(column, j)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def _words_width(theme: Theme, words: str) -> float:
    """The words of a pill with the dot before a name."""
    dot = theme.px(2 * _DOT + _DOT_GAP) if words.startswith("b") else 0.0
    return text_width(words, theme.font("cell")) + dot


def _paint_words(painter: QPainter, theme: Theme, rect: QRectF, words: str, color: QColor) -> None:
    rounded(painter, rect, rect.height() / 2, theme.color("panel"), theme.color("rule"), theme.stroke("hairline"))
    font, dot, gap = theme.font("cell"), theme.px(_DOT), theme.px(_DOT_GAP)
    if words.startswith("b"):
        left = rect.center().x() - _words_width(theme, words) / 2
        disc(painter, QPointF(left + dot, rect.center().y()), dot, color)
        area = QRectF(left + 2 * dot + gap, rect.top(), 10, rect.height())
        text(painter, area, words, font, theme.color("ink"), LEFT)
    else:
        text(painter, rect, words, font, color, CENTRE)


def paint_plate(painter: QPainter, theme: Theme, rect: QRectF, words: str, color: QColor, edge: str = "") -> None:
    """A value on a small plate; `edge` is the role of its rim."""
    ground = theme.color("panel" if edge else GROUND, 1.0 if edge else 0.94)
    width = theme.px(1.8) if edge == "you" else theme.stroke("hairline")
    rounded(painter, rect, rect.height() / 2, ground, theme.color(edge) if edge else None, width)
    text(painter, rect, words, theme.font("cell"), color, CENTRE)


def plate_size(theme: Theme, words: str) -> tuple[float, float]:
    """Width and height of a plate."""
    return text_width(words, theme.font("cell")) + theme.px(10), theme.px(18)


def part_rect(layout: Layout, part: Part) -> QRectF:
    """The box of a unit, an input or a bias."""
    return layout.pill(part.column, part.j) if part.kind == "bias" else layout.columns[part.column].unit(part.j)
