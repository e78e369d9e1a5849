"""How the dropout lens looks: inputs as a picture or by name, pupils that came and pupils that are ill, outputs.

A pupil that came is a ring; the ink in it is as large as what it says, a ring of ink where that is negative. One that
is ill is a dashed ring with a slash. A violet star marks those who are missed most.
"""

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.dropout_content import LensSeen
from gui.widgets.dropout_layout import FEW, LensLayout, Seats
from gui.widgets.markers import paint_marker
from gui.widgets.network_view_edges import GROUND
from gui.widgets.shapes import CENTRE, LEFT, disc, elided, rounded, stroke, text, text_width
from sim.phrases import phrase, word

STAR_PUPIL = word("star pupil")
_TONES = 24


def paint_pupil(painter: QPainter, theme: Theme, at: QPointF, radius: float, share: float) -> None:
    """One that came; share: what it says, of the most that is said, -1 to 1. Not a number: in the colour of failure."""
    broken = not math.isfinite(share)
    width = min(theme.px(1.5), 0.25 * radius)
    disc(painter, at, radius - width / 2, theme.color(GROUND), theme.color("bad" if broken else "ink"), width)
    if broken:
        return
    inner = (radius - 2.2 * width) * math.sqrt(min(1.0, abs(share)))
    if share < 0.0 and inner > theme.px(2.5):
        disc(painter, at, inner - width / 2, None, theme.color("ink"), width)
    elif inner > 0.0:
        disc(painter, at, inner, theme.color("ink"))


def paint_ill(painter: QPainter, theme: Theme, at: QPointF, radius: float, slash: bool = True) -> None:
    """One that did not come: a dashed ring and a slash."""
    width = min(theme.px(1.4), max(1.0, 0.16 * radius))
    radius -= width
    pen = QPen(theme.color("rule"), width)
    if radius > theme.px(4):
        pen.setDashPattern([2.4, 2.2])
    painter.setPen(pen)
    painter.setBrush(theme.color(GROUND))
    painter.drawEllipse(at, radius, radius)
    if slash:
        reach = radius * 0.6
        stroke(painter, at + QPointF(-reach, reach), at + QPointF(reach, -reach), theme.color("rule"), width)


def paint_star(painter: QPainter, theme: Theme, at: QPointF, radius: float, size: float = 0.0) -> None:
    """The star at the upper right of a pupil."""
    size = size or theme.px(5.2)
    reach = 0.78 * radius + 0.6 * size
    paint_marker(painter, "star", at + QPointF(reach, -reach), size, theme.color("you"), theme.color(GROUND), 1.0)


def paint_columns(painter: QPainter, theme: Theme, seen: LensSeen, layout: LensLayout) -> None:
    """Inputs, pupils, outputs, the words below."""
    if layout.picture is not None:
        _paint_picture(painter, theme, seen, layout)
    else:
        _paint_inputs(painter, theme, seen, layout.inputs)
    for layer, seats in enumerate(layout.layers):
        _paint_layer(painter, theme, seen, layer, seats)
    _paint_outputs(painter, theme, seen, layout)
    _paint_foot(painter, theme, seen, layout)


def _paint_layer(painter: QPainter, theme: Theme, seen: LensSeen, layer: int, seats: Seats) -> None:
    pupils, came, answers = seen.layers[layer], seen.came(layer), seen.answers(layer)
    for place, unit in enumerate(seats.units):
        if came[unit]:
            paint_pupil(painter, theme, seats.at(place), seats.radius, float(answers[unit]) / pupils.loudest)
        else:
            paint_ill(painter, theme, seats.at(place), seats.radius)
        if unit in pupils.stars:
            paint_star(painter, theme, seats.at(place), seats.radius)


def _paint_inputs(painter: QPainter, theme: Theme, seen: LensSeen, seats: Seats) -> None:
    came, many = seen.came(-1), seen.weights[0].shape[0] > FEW
    for place, unit in enumerate(seats.units):
        at = seats.at(place)
        if not came[unit]:
            paint_ill(painter, theme, at, seats.radius)
            continue
        width = min(theme.px(1.5), 0.25 * seats.radius)
        disc(painter, at, seats.radius - width / 2, theme.color(GROUND), theme.color("ink"), width)
        if not many and unit < len(seen.input_names):
            text(painter, seats.box(place), seen.input_names[unit], theme.font("symbol"), theme.color("ink"), CENTRE)


@lru_cache(maxsize=8)
def _tones(theme: Theme) -> tuple[QColor, ...]:
    return tuple(theme.mix("stage", "ink", tone / (_TONES - 1)) for tone in range(_TONES))


def _paint_picture(painter: QPainter, theme: Theme, seen: LensSeen, layout: LensLayout) -> None:
    """The pixels as ink; those that the flu took are crossed out."""
    assert layout.picture is not None
    ink, came = _ink(seen), seen.came(-1)
    tones = _tones(theme)
    for number in range(layout.side * layout.side):
        box = layout.pixel(number)
        if came[number]:
            painter.fillRect(box, tones[round(float(ink[number]) * (_TONES - 1))])
        else:
            inset = 0.28 * box.width()
            cross = box.adjusted(inset, inset, -inset, -inset)
            stroke(painter, cross.bottomLeft(), cross.topRight(), theme.color("rule"), theme.px(1.1))
    width = theme.stroke("hairline")
    rounded(painter, layout.picture.adjusted(-width, -width, width, width), 2.0, None, theme.color("rule"), width)


def _ink(seen: LensSeen) -> Array:
    """The pixels of the example from 0 to 1, on the scale of the whole batch."""
    if not len(seen.inputs):
        return np.zeros(seen.weights[0].shape[0])
    low, high = float(np.nanmin(seen.inputs)), float(np.nanmax(seen.inputs))
    share: Array = np.clip((np.nan_to_num(seen.inputs[seen.at]) - low) / max(high - low, 1e-12), 0.0, 1.0)
    return share


def _paint_outputs(painter: QPainter, theme: Theme, seen: LensSeen, layout: LensLayout) -> None:
    seats, right = layout.outputs, seen.right()
    shares = None if seen.outputs is None else np.asarray(seen.outputs[seen.at], np.float64)
    if len(seats.units) == 1:
        width = theme.px(1.8)
        disc(painter, seats.at(0), seats.radius - width / 2, theme.color(GROUND), theme.color("ink"), width)
        text(painter, seats.box(0), "ŷ", theme.font("symbol"), theme.color("ink"), CENTRE)
        return
    for place, unit in enumerate(seats.units):
        share = 0.0 if shares is None else float(shares[unit])
        paint_pupil(painter, theme, seats.at(place), seats.radius, share)
        name = seen.output_names[unit] if unit < len(seen.output_names) else str(unit)
        font = theme.font("label" if unit == right else "caption")
        box = QRectF(seats.x + seats.radius + theme.px(5), float(seats.ys[place]) - 10, theme.px(13), 20)
        text(painter, box, name, font, theme.color("ink" if unit == right else "faint"), LEFT)
        if layout.bars is not None and shares is not None:
            _paint_bar(painter, theme, layout.bars, float(seats.ys[place]), share, unit == right)


def _paint_bar(painter: QPainter, theme: Theme, bars: QRectF, y: float, share: float, right: bool) -> None:
    """How sure the network is of one answer; the right one stands on a rail."""
    high = theme.px(6)
    if right:
        rail = QRectF(bars.left(), y - high / 2, bars.width(), high)
        rounded(painter, rail, high / 2, theme.color("sunk"), theme.color("rule"), theme.stroke("hairline"))
    wide = bars.width() * min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0
    if wide >= 0.5:
        rounded(painter, QRectF(bars.left(), y - high / 2, max(high, wide), high), high / 2, theme.color("ink"))


def layer_counts(seen: LensSeen, layer: int, seats: Seats) -> tuple[int, int, int, int]:
    """How many came: of those drawn, drawn, of all, all."""
    came = seen.came(layer)
    return int(came[list(seats.units)].sum()), len(seats.units), int(came.sum()), len(came)


def foot_words(seen: LensSeen, layer: int, seats: Seats, whole: bool) -> tuple[str, ...]:
    """What stands below a layer: how many of those drawn came and, where `whole`, of all."""
    came, drawn, came_of_all, units = layer_counts(seen, layer, seats)
    first = phrase("{came} of {drawn} came", came=came, drawn=drawn)
    if drawn == units or not whole:
        return (first,)
    return first, phrase("{came} of all {units}", came=came_of_all, units=units)


def _paint_foot(painter: QPainter, theme: Theme, seen: LensSeen, layout: LensLayout) -> None:
    font, high = theme.font("caption"), theme.line_height("caption")
    xs = [seats.x for seats in layout.layers]
    pitch = min([abs(b - a) for a, b in pairwise(xs)], default=layout.area.width() / 2)
    for layer, seats in enumerate(layout.layers):
        for line, words in enumerate(foot_words(seen, layer, seats, layout.lines > 1)):
            box = QRectF(seats.x - pitch / 2, layout.foot + line * high, pitch, high)
            if not line and text_width(words, font) > pitch - theme.px(4):
                came, drawn, _, _ = layer_counts(seen, layer, seats)
                words = phrase("{came} of {drawn}", came=came, drawn=drawn)
            if line and text_width(words, font) > pitch - theme.px(4):
                continue  # half a number would be worse than none
            shown = elided(words, font, pitch - theme.px(4))
            text(painter, box, shown, font, theme.color("faint" if line else "soft"), CENTRE)
    drawn, inputs = len(layout.inputs.units), seen.weights[0].shape[0]
    if layout.picture is None and drawn < inputs and layout.lines > 1:
        words = phrase("{drawn} of {inputs} inputs", drawn=drawn, inputs=inputs)
        box = QRectF(layout.area.left(), layout.foot + high, max(20.0, xs[0] - pitch / 2), high)
        text(painter, box, elided(words, font, box.width()), font, theme.color("faint"), LEFT)
    star = any(unit in seen.layers[k].stars for k, seats in enumerate(layout.layers) for unit in seats.units)
    wide = text_width(STAR_PUPIL, font) + theme.px(20)
    if star and xs and wide < xs[0] - pitch / 3:
        at = QPointF(layout.area.left() + theme.px(6), layout.foot + high / 2)
        paint_marker(painter, "star", at, theme.px(5), theme.color("you"))
        text(painter, QRectF(at.x() + theme.px(10), layout.foot, wide, high), STAR_PUPIL, font,
             theme.color("soft"), LEFT)  # fmt: skip


def paint_hot(painter: QPainter, theme: Theme, layout: LensLayout, layer: int, unit: int, role: str) -> None:
    """A ring around the pupil that is pointed at."""
    seats = layout.column(layer)
    if unit in seats.units:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(role), theme.px(1.8)))
        radius = seats.radius + theme.px(2.5)
        painter.drawEllipse(seats.at(seats.units.index(unit)), radius, radius)
