"""Where the dropout lens draws what: inputs at the left, pupils layer by layer, outputs at the right.

A few inputs are discs with names; the pixels of a picture are the picture itself, and an edge begins beside its pixel's
row. Every pupil has the same room, at least as much as a finger needs.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.dropout_content import ALL_UP_TO, MOST_DRAWN, LensSeen, drawn_units, weight_of_units

FEW = 6
_LARGEST_PUPIL, _SMALLEST_PUPIL = 17.0, 6.0
_INPUT, _OUTPUT = 15.0, 19.0
_BARS_FROM = 430.0


@dataclass(frozen=True, eq=False)
class Seats:
    """One column: its middle, the heights and numbers of its units, and the radius of their discs."""

    x: float
    ys: Array
    units: tuple[int, ...]
    radius: float

    def at(self, place: int) -> QPointF:
        """The middle of a disc."""
        return QPointF(self.x, float(self.ys[place]))

    def box(self, place: int) -> QRectF:
        """The square around a disc."""
        r = self.radius
        return QRectF(self.x - r, float(self.ys[place]) - r, 2 * r, 2 * r)


@dataclass(frozen=True, eq=False)
class LensLayout:
    """All columns. picture: where the inputs are one, and side: its pixels in a row. bars: room for the outputs'."""

    area: QRectF
    inputs: Seats
    layers: tuple[Seats, ...]
    outputs: Seats
    picture: QRectF | None
    side: int
    bars: QRectF | None
    foot: float
    lines: int

    def column(self, layer: int) -> Seats:
        """Inputs are column -1, the outputs stand behind the last layer."""
        if layer < 0:
            return self.inputs
        return self.layers[layer] if layer < len(self.layers) else self.outputs

    def pixel(self, number: int) -> QRectF:
        """The box of an input in the picture."""
        assert self.picture is not None
        cell = self.picture.width() / self.side
        row, column = divmod(number, self.side)
        return QRectF(self.picture.left() + column * cell, self.picture.top() + row * cell, cell, cell)

    def leaves(self, layer: int, places: Array) -> Array:
        """Where edges leave the units at these places of a column, (edges, 2); of the picture: numbers of pixels."""
        if layer < 0 and self.picture is not None:
            rows = (places // self.side + 0.5) * self.picture.height() / self.side
            return np.column_stack((np.full(len(places), self.picture.right() + 2.0), self.picture.top() + rows))
        seats = self.column(layer)
        return np.column_stack((np.full(len(places), seats.x + seats.radius), seats.ys[places]))

    def enters(self, layer: int, places: Array) -> Array:
        """Where edges enter the units at these places, (edges, 2)."""
        seats = self.column(layer)
        return np.column_stack((np.full(len(places), seats.x - seats.radius), seats.ys[places]))


def most_drawn(theme: Theme, height: float, units: int) -> int:
    """How many pupils of a layer have room."""
    room = max(3, int(height // theme.target))
    return units if units <= min(ALL_UP_TO, room) else min(MOST_DRAWN, room)


def picture_side(seen: LensSeen) -> int:
    """The pixels in a row where the inputs are a square picture; else 0."""
    count = seen.weights[0].shape[0] if seen.weights else 0
    side = math.isqrt(count)
    return side if seen.pixels and side * side == count else 0


def inner_area(theme: Theme, width: float, height: float, lines: int) -> QRectF:
    """The room of the columns above the words at the foot."""
    foot = lines * theme.line_height("caption") + theme.px(2)
    return QRectF(theme.px(6), theme.px(4), max(60.0, width - theme.px(12)), max(40.0, height - foot - theme.px(6)))


def arrange_lens(
    theme: Theme, width: float, height: float, seen: LensSeen, drawn: tuple[tuple[int, ...], ...], lines: int
) -> LensLayout:
    """Equal gaps between the columns; `drawn` are the units of each hidden layer, `lines` the words' lines below."""
    area = inner_area(theme, width, height, lines)
    side, n_in, n_out = picture_side(seen), seen.weights[0].shape[0], seen.weights[-1].shape[1]
    picture = None
    if side:
        edge = min(0.24 * area.width(), 0.62 * area.height(), theme.px(150))
        picture = QRectF(area.left(), area.center().y() - edge / 2, edge, edge)
        left = picture.right()
        inputs = Seats(picture.center().x(), np.zeros(0), (), 0.0)
    else:
        most = n_in if n_in <= FEW else most_drawn(theme, area.height(), n_in)
        shown = drawn_units(weight_of_units(seen.weights[0]), most)
        inputs = _seats(area, 0.0, shown, theme.px(_INPUT), spread=0.30 if n_in <= FEW else 0.0)
        inputs = Seats(area.left() + inputs.radius + theme.px(4), inputs.ys, inputs.units, inputs.radius)
        left = inputs.x + inputs.radius
    outputs, bars = _outputs(theme, area, n_out)
    gap = (outputs.x - outputs.radius - left) / (len(drawn) + 1)
    layers = tuple(
        _seats(area, left + gap * (column + 1), units, theme.px(_LARGEST_PUPIL)) for column, units in enumerate(drawn)
    )
    return LensLayout(area, inputs, layers, outputs, picture, side, bars, area.bottom() + theme.px(4), lines)


def _outputs(theme: Theme, area: QRectF, count: int) -> tuple[Seats, QRectF | None]:
    """One large disc, or a column of small ones with names and, where there is room, bars."""
    if count == 1:
        return Seats(area.right() - theme.px(_OUTPUT + 4), np.array([area.center().y()]), (0,), theme.px(_OUTPUT)), None
    room = theme.px(74) if area.width() >= theme.px(_BARS_FROM) else theme.px(18)
    seats = _seats(area, 0.0, tuple(range(count)), theme.px(9))
    x = area.right() - room - seats.radius
    bars = QRectF(x + seats.radius + theme.px(18), area.top(), room - theme.px(20), area.height())
    return Seats(x, seats.ys, seats.units, seats.radius), bars if room > theme.px(40) else None


def _seats(area: QRectF, x: float, units: tuple[int, ...], largest: float, spread: float = 0.0) -> Seats:
    """Units under each other with equal room; with `spread`, that share of the height apart at most."""
    count = max(1, len(units))
    slot = area.height() / count
    if spread:
        slot = min(slot, spread * area.height())
    ys = area.center().y() + (np.arange(len(units)) - (count - 1) / 2) * slot
    radius = min(largest, max(_SMALLEST_PUPIL * 0.7, 0.42 * slot))
    return Seats(x, ys, units, radius)
