"""Where the units of a network stand: columns with equal gaps between them, each unit as large as its column allows.

Three styles, chosen for each column by the room for one unit. Large: a name above, the bias as a pill below. Medium: no
name; the pill beside the unit, or, where there is no room for words, a bead at its foot. Small: a column of discs, and
where those stand closer than a finger can aim, a fish-eye (Sarkar & Brown 1992) around the unit that is looked at: it
keeps its place and grows, the others give way; none is ever cut off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.contours import Array

PILL_HEIGHT = 19.0
PILL_WIDTH = 72.0  # two digits before the point, with the name of the bias
SIDE_PILL_WIDTH = 50.0
TITLE = 23.0
STEM = 11.0
LEAST_LARGE = 30.0
LEAST_MEDIUM = 14.0
LEAST_BESIDE = 24.0
LEAST_EDGE = 40.0  # pixels of an edge that must stay beside a pill
CROWDED = 11.0  # pixels between units below which the fish-eye opens
LENS = 18.0  # pixels between units where the fish-eye is strongest
_SIDES = (64.0, 72.0, 100.0)  # inputs, hidden units, outputs with pictures
_DISC = 34.0


@dataclass(frozen=True, eq=False)
class Column:
    """One column: the middle `x`, heights and sides of its units, its style, how its biases are shown."""

    x: float
    ys: Array
    sides: Array
    style: str
    pill: str

    @property
    def width(self) -> float:
        """The widest unit."""
        return float(self.sides.max())

    def unit(self, j: int) -> QRectF:
        """The square around a unit."""
        side = float(self.sides[j])
        left, top = self.x - side / 2, float(self.ys[j]) - side / 2
        return QRectF(left, top, side, side) if self.style == "small" else QRectF(round(left), round(top), side, side)


@dataclass(frozen=True, eq=False)
class Layout:
    """All columns, and what an edge runs between."""

    theme: Theme
    area: QRectF
    columns: tuple[Column, ...]
    narrow: bool = False  # counts below the columns stand as towers

    def pill(self, column: int, j: int) -> QRectF:
        """The box of a bias; empty for inputs."""
        place, unit, px = self.columns[column], self.columns[column].unit(j), self.theme.px
        if place.pill == "under":
            wide, high = px(PILL_WIDTH), px(PILL_HEIGHT)
            return QRectF(place.x - wide / 2, unit.bottom() + px(STEM), wide, high)
        if place.pill == "beside":
            wide, high = px(SIDE_PILL_WIDTH), px(PILL_HEIGHT) - 2
            return QRectF(unit.right() + px(3), unit.center().y() - high / 2, wide, high)
        if place.pill == "bead":
            side = min(px(9.0), max(2.0, 0.42 * unit.width()))
            return QRectF(place.x - 0.8 * side, unit.bottom() - 0.55 * side, 1.6 * side, side)
        return QRectF()

    def leaves(self, column: int) -> Array:
        """Where edges leave the units of a column (units, 2)."""
        place = self.columns[column]
        shift = self.theme.px(3 + SIDE_PILL_WIDTH) if place.pill == "beside" else 0.0
        points: Array = np.column_stack((place.x + place.sides / 2 + shift, place.ys))
        return points

    def enters(self, column: int, sources: int) -> Array:
        """Where edges from each of `sources` units enter each unit of a column (sources, units, 2): a little apart."""
        place = self.columns[column]
        pitch = np.minimum(self.theme.px(18.0), 0.5 * place.sides / max(1, sources))
        ports = (np.arange(sources) - (sources - 1) / 2)[:, None] * pitch[None, :]
        xs = np.broadcast_to(place.x - place.sides / 2, ports.shape)
        points: Array = np.stack((xs, place.ys[None, :] + ports), axis=-1)
        return points

    def gap(self, column: int) -> float:
        """The pixels between a column and the next one."""
        return float(self.enters(column + 1, 1)[..., 0].min() - self.leaves(column)[:, 0].max())

    def unit_at(self, column: int, at: QPointF) -> int:
        """The unit of a column under the pointer, or -1; every one is at least as easy to hit as its distance to the
        next allows.
        """
        place = self.columns[column]
        reach = max(place.width / 2 + 2.0, min(self.theme.target / 2, place.width))
        if abs(at.x() - place.x) > reach or not place.ys.size:
            return -1
        away = np.abs(place.ys - at.y())
        j = int(away.argmin())
        least = min(self.theme.target / 2, 0.5 * self.spacing(column))
        return j if float(away[j]) <= max(float(place.sides[j]) / 2 + 1.0, least) else -1

    @property
    def pitch(self) -> float:
        """The least distance between the middles of two columns."""
        return min(two.x - one.x for one, two in pairwise(self.columns))

    def spacing(self, column: int) -> float:
        """The height of the slot of one unit."""
        return self.area.height() / max(1, self.columns[column].ys.size)


def arrange(
    theme: Theme, area: QRectF, counts: Sequence[int], pictures: Sequence[bool], focus: tuple[int, float] = (-1, 0.0)
) -> Layout:
    """Columns in `area`; `focus` is the column of the fish-eye and the height it looks at."""
    gap = area.width() / max(1, len(counts) - 1)
    columns = []
    for place, (count, picture) in enumerate(zip(counts, pictures, strict=True)):
        kind = 0 if place == 0 else 2 if place == len(counts) - 1 else 1
        cap = theme.px(_SIDES[kind] if picture else _DISC)
        looked = focus[1] if focus[0] == place else None
        columns.append(_column(theme, area, count, min(cap, 0.5 * gap), gap, kind > 0, looked))
    return Layout(theme, area, _spread(theme, area, columns))


def _column(
    theme: Theme, area: QRectF, count: int, cap: float, gap: float, biased: bool, looked: float | None
) -> Column:
    """A column at x = 0."""
    slot = area.height() / max(1, count)
    above, below = theme.px(TITLE), theme.px(STEM + PILL_HEIGHT)
    roomy = min(cap, slot - above - below - theme.px(5))
    if roomy >= min(theme.px(LEAST_LARGE), cap) and gap >= theme.px(PILL_WIDTH + 14):
        slot = min(slot, roomy + above + below + theme.px(34))
        ys = _even(area, count, slot) + (above - below) / 2
        return Column(0.0, ys, np.full(count, float(int(roomy))), "large", "under" if biased else "none")
    side = min(cap, slot - theme.px(6))
    if side >= theme.px(LEAST_MEDIUM):
        narrow = min(side, gap - theme.px(SIDE_PILL_WIDTH + LEAST_EDGE))
        beside = biased and narrow >= min(side, theme.px(LEAST_BESIDE))
        side = narrow if beside else side
        slot = min(slot, side + theme.px(18))
        return Column(
            0.0,
            _even(area, count, slot),
            np.full(count, float(int(side))),
            "medium",
            "beside" if beside else "bead" if biased else "none",
        )
    return _small(theme, area, count, min(cap, theme.px(LEAST_MEDIUM)), biased, looked)


def _small(theme: Theme, area: QRectF, count: int, cap: float, biased: bool, looked: float | None) -> Column:
    ys = _even(area, count, area.height() / count)
    pitch = area.height() / count
    if looked is not None and pitch < theme.px(CROWDED):
        edges = fish_eye(np.linspace(area.top(), area.bottom(), count + 1), looked, theme.px(LENS) / pitch - 1.0)
        ys, room = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
    else:
        room = np.full(count, pitch)
    return Column(0.0, ys, np.clip(0.82 * room, 1.5, max(1.5, cap)), "small", "bead" if biased else "none")


def fish_eye(places: Array, focus: float, strength: float) -> Array:
    """The places, which rise from one end to the other, seen through a lens: both ends and `focus` stay where they are,
    and near it distances are (strength + 1) times as large.
    """
    low, high = float(places[0]), float(places[-1])
    focus = min(max(focus, low), high)
    reach = np.where(places < focus, focus - low, high - focus)
    share = np.abs(places - focus) / np.maximum(reach, 1e-9)
    seen = (strength + 1.0) * share / (strength * share + 1.0)
    moved: Array = focus + np.sign(places - focus) * seen * reach
    return moved


def _even(area: QRectF, count: int, slot: float) -> Array:
    places: Array = area.center().y() + (np.arange(count) - (count - 1) / 2) * slot
    return places


def _spread(theme: Theme, area: QRectF, columns: list[Column]) -> tuple[Column, ...]:
    """Equal gaps between what the columns need in width."""
    lefts = [_half_left(theme, column) for column in columns]
    rights = [_half_right(theme, column) for column in columns]
    free = area.width() - sum(lefts) - sum(rights)
    gap = free / max(1, len(columns) - 1)
    x, placed = area.left(), []
    for column, left, right in zip(columns, lefts, rights, strict=True):
        placed.append(Column(x + left, column.ys, column.sides, column.style, column.pill))
        x += left + right + gap
    return tuple(placed)


def _half_left(theme: Theme, column: Column) -> float:
    return max(column.width, theme.px(PILL_WIDTH) if column.pill == "under" else 0.0) / 2


def _half_right(theme: Theme, column: Column) -> float:
    beside = theme.px(3 + SIDE_PILL_WIDTH) if column.pill == "beside" else 0.0
    return max(column.width / 2 + beside, _half_left(theme, column))
