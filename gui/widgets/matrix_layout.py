"""Where all matrices stand. Widths first: digits where they fit, colours where they do not; then two lanes of rows.

The matrices that act keep their digits longest. Those far from them give way first: to one decimal, to colour alone,
to narrow colour. What still does not fit is wider than the picture, which then moves sideways.

A lane that waits is a low shelf. Where the height does not do for two lanes, one is shown at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QRectF

from gui.theme import Theme
from gui.widgets.matrix_content import ARROW, COLUMNS, Matrix, MatrixContent, Slot
from gui.widgets.matrix_digits import WIDEST, exponent_of, power_words
from gui.widgets.matrix_place import Place, Run
from gui.widgets.shapes import text_width
from sim.phrases import phrase

MOST_ROWS = 16
LEAST_ROW = 13.0
_FEWEST_ROWS = 3
_CAPS = ((4, 32.0), (8, 27.0), (MOST_ROWS, 21.0))  # up to so many rows, the height of one at most
_LARGE_ROW = 26.0  # from this height on, digits are larger
_HEAD, _TITLE, _INLINE, _GAP = 24.0, 41.0, 21.0, 12.0
HALO = 6.0
_SIDE, _BETWEEN, _APART, _WIDEST_GAP = 14.0, 28.0, 16.0, 54.0
_STRIP_GAP, _STRIP_PER_COLUMN = 3.0, 3.0
_STRIP_WIDTHS = (8.0, 20.0)
_COLOR_CELL, _TINY_CELL = 12.0, 7.0
_FLIPPED_BATCH = 170.0  # a flipped batch is no wider
_SHELF = (26.0, 60.0)
LEVELS = 4  # two decimals, one decimal, colour, narrow colour


@dataclass(frozen=True)
class Lane:
    """One lane: the height of its line, and where its matrices lie."""

    line: float
    body: QRectF
    shown: bool = True


@dataclass(frozen=True)
class Plan:
    """Everything in its place, in coordinates of the picture before it is moved sideways."""

    places: dict[str, Place] = field(default_factory=dict)
    forward: Lane = field(default_factory=lambda: Lane(0.0, QRectF()))
    backward: Lane = field(default_factory=lambda: Lane(0.0, QRectF()))
    width: float = 0.0
    rows: int = 0
    """How many examples the lens shows."""

    @property
    def one_lane(self) -> bool:
        """Is there room for one lane only?"""
        return not (self.forward.shown and self.backward.shown)

    def acting(self) -> list[Place]:
        """The matrices that act now."""
        return [place for place in self.places.values() if place.matrix.acts]


@dataclass(frozen=True)
class _Heights:
    row: float
    tall: int
    forward: Lane
    backward: Lane


def arrange(
    theme: Theme, content: MatrixContent, width: float, height: float, lens: int = 0, lane: str = "forward"
) -> Plan:
    """A plan for a picture of this size. lane: the one that is shown where there is room for one only."""
    heights = _heights(theme, content, width, height, lane)
    font = "value" if heights.row >= theme.px(_LARGE_ROW) else "cell"
    slots = [slot for slot in content.slots if slot.forward or slot.backward]
    gaps = _gaps(theme, content, slots)
    levels = _fit(theme, slots, font, heights, width - 2 * theme.px(_SIDE) - sum(gaps))
    wide = [_slot_width(theme, slot, font, level, heights) for slot, level in zip(slots, levels, strict=True)]
    total = sum(wide) + sum(gaps) + 2 * theme.px(_SIDE)
    spare = max(0.0, width - total)
    more = min(spare / (len(gaps) + 1), theme.px(_WIDEST_GAP - _BETWEEN)) if gaps else 0.0
    left = theme.px(_SIDE) + (spare - more * len(gaps)) / 2
    places: dict[str, Place] = {}
    for number, slot in enumerate(slots):
        for forward, stack in ((True, slot.forward), (False, slot.backward)):
            body = heights.forward if forward else heights.backward
            if body.shown:
                box = QRectF(left, body.body.top(), wide[number], body.body.height())
                for place in _stacked(theme, stack, box, font, levels[number], heights, forward):
                    places[place.matrix.name] = place.seen_from(lens)
        left += wide[number] + (gaps[number] + more if number < len(gaps) else 0.0)
    return Plan(places, heights.forward, heights.backward, max(width, total), heights.tall)


# Widths ---------------------------------------------------------------------------------------------------------------


def cell_width(theme: Theme, font: str, level: int) -> float:
    """How wide a cell is in one of the LEVELS."""
    if level >= 2:
        return round(theme.px(_COLOR_CELL if level == 2 else _TINY_CELL))
    return _digits_width(theme, font, 2 - level)


@lru_cache(maxsize=64)
def _digits_width(theme: Theme, font: str, decimals: int) -> float:
    return float(round(text_width(WIDEST[decimals], theme.font(font)) + theme.px(6)))


def _gaps(theme: Theme, content: MatrixContent, slots: list[Slot]) -> list[float]:
    """The room after each slot but the last: for the operator or the arrow that stands there."""
    where = {
        matrix.name: number for number, slot in enumerate(slots) for matrix in (*slot.forward, *slot.backward)
    }
    gaps = [theme.px(_APART)] * max(0, len(slots) - 1)
    for link in content.links:
        ends = where.get(link.first), where.get(link.second)
        if None in ends or ends[0] == ends[1]:
            continue
        number = min(end for end in ends if end is not None)
        need = text_width(link.words, theme.font("caption")) + theme.px(10) if link.kind == ARROW else 0.0
        gaps[number] = max(gaps[number], theme.px(_BETWEEN), need)
    return gaps


def _fit(theme: Theme, slots: list[Slot], font: str, heights: _Heights, room: float) -> list[int]:
    """A level for each slot, so that all fit into the room where that can be."""
    acts = [any(matrix.acts for matrix in (*slot.forward, *slot.backward)) for slot in slots]
    levels = [0] * len(slots)
    ladder = [(False, 1), (False, 2), (True, 1), (False, 3)]
    for acting, level in ladder:
        for number in _far_first(acts):
            if _total(theme, slots, font, levels, heights) <= room:
                return levels
            if acts[number] == acting:
                levels[number] = level
    if _total(theme, slots, font, levels, heights) > room:
        levels = [0 if acting else 2 for acting in acts]
    return levels


def _far_first(acts: list[bool]) -> list[int]:
    """Slots by their distance from those that act, the farthest first."""
    acting = [number for number, on in enumerate(acts) if on] or [0]
    return sorted(range(len(acts)), key=lambda number: -min(abs(number - other) for other in acting))


def _total(theme: Theme, slots: list[Slot], font: str, levels: list[int], heights: _Heights) -> float:
    return sum(_slot_width(theme, slot, font, level, heights) for slot, level in zip(slots, levels, strict=True))


def _slot_width(theme: Theme, slot: Slot, font: str, level: int, heights: _Heights) -> float:
    return max(_matrix_width(theme, matrix, font, level, heights) for matrix in (*slot.forward, *slot.backward))


def _matrix_width(theme: Theme, matrix: Matrix, font: str, level: int, heights: _Heights) -> float:
    cells = cell_width(theme, font, level) * _columns_shown(theme, matrix, font, level)
    return max(cells + _strip_width(theme, matrix, heights), _head_width(theme, matrix) + theme.px(4))


def _columns_shown(theme: Theme, matrix: Matrix, font: str, level: int) -> int:
    """All columns; of a flipped batch as many as may be."""
    if matrix.examples != COLUMNS:
        return matrix.shape[1]
    return min(matrix.shape[1], max(1, int(theme.px(_FLIPPED_BATCH) // cell_width(theme, font, level))))


def _strip_width(theme: Theme, matrix: Matrix, heights: _Heights) -> float:
    """The room for all rows beside the shown ones."""
    if not is_tall(matrix, heights.tall):
        return 0.0
    least, most = (theme.px(side) for side in _STRIP_WIDTHS)
    return theme.px(_STRIP_GAP) + round(min(max(theme.px(_STRIP_PER_COLUMN) * matrix.shape[1], least), most))


def is_tall(matrix: Matrix, shown: int) -> bool:
    """Has the matrix more examples below each other than the lens shows?"""
    return matrix.examples == "rows" and matrix.shape[0] > shown


def shape_words(shape: tuple[int, int], exponent: int = 0) -> str:
    """The shape as it stands below the name, with the power of ten of its numbers."""
    words = phrase("{rows} × {columns}", rows=shape[0], columns=shape[1])
    return words if not exponent else phrase("{shape}  {power}", shape=words, power=power_words(exponent))


def _head_width(theme: Theme, matrix: Matrix) -> float:
    exponent = exponent_of(matrix.values) if matrix.values is not None and not matrix.is_ghost else 0
    return text_width(shape_words(matrix.shape, exponent), theme.font("caption"))


# Heights --------------------------------------------------------------------------------------------------------------


def _heights(theme: Theme, content: MatrixContent, width: float, height: float, lane: str) -> _Heights:
    """How high a row is, how many examples are shown, and where the two lanes lie."""
    stacks = [stack for slot in content.slots for stack in (slot.forward, slot.backward) if stack]
    has_backward = any(slot.backward for slot in content.slots)
    head, title, foot = theme.px(_HEAD), theme.px(_TITLE), theme.px(HALO + 2)
    above = head + title
    if not has_backward:
        row, tall = _rows(theme, content, stacks, height - above - foot)
        return _Heights(row, tall, Lane(head / 2, _body(above, height - foot, width)), Lane(height, QRectF(), False))
    room = height - 2 * (above + foot) - theme.px(_GAP)
    least = theme.px(LEAST_ROW) * _FEWEST_ROWS
    if content.waits:
        low = min(max(0.22 * room, theme.px(_SHELF[0])), theme.px(_SHELF[1]))
        if room - low < least:
            return _one_lane(theme, content, stacks, width, height, lane)
        row, tall = _rows(theme, content, [slot.forward for slot in content.slots if slot.forward], room - low)
        return _two_lanes(theme, width, height, row, tall, room - low, low)
    if room / 2 < least:
        return _one_lane(theme, content, stacks, width, height, lane)
    row, tall = _rows(theme, content, stacks, room / 2)
    need = min(room / 2, _need(theme, stacks, row, tall))
    return _two_lanes(theme, width, height, row, tall, need, need)


def _body(top: float, bottom: float, width: float) -> QRectF:
    return QRectF(0.0, top, width, max(1.0, bottom - top))


def _two_lanes(
    theme: Theme, width: float, height: float, row: float, tall: int, forward: float, backward: float
) -> _Heights:
    """The forward lane from the top, the backward lane at the foot; what is left lies between them."""
    head, title, foot = theme.px(_HEAD), theme.px(_TITLE), theme.px(HALO + 2)
    top = head + title
    bottom = height - foot
    spare = max(0.0, bottom - backward - 2 * (head + title) - foot - forward - theme.px(_GAP))
    down = min(spare / 4, theme.px(20))
    first = Lane(head / 2, QRectF(0.0, top + down, width, forward))
    second_top = bottom - down - backward
    second = Lane(second_top - title - head / 2, QRectF(0.0, second_top, width, backward))
    return _Heights(row, tall, first, second)


def _one_lane(
    theme: Theme, content: MatrixContent, stacks: list[tuple[Matrix, ...]], width: float, height: float, lane: str
) -> _Heights:
    """One lane with its matrices, of the other its line only."""
    head, title, foot = theme.px(_HEAD), theme.px(_TITLE), theme.px(HALO + 2)
    forward = lane == "forward"
    top = head + title if forward else 2 * head + title
    body = _body(top, height - foot - (head if forward else 0.0), width)
    row, tall = _rows(theme, content, stacks, body.height())
    nothing = QRectF(0.0, height, width, 0.0)
    if forward:
        return _Heights(row, tall, Lane(head / 2, body), Lane(height - head / 2, nothing, False))
    return _Heights(row, tall, Lane(head / 2, nothing, False), Lane(1.5 * head, body))


def _rows(
    theme: Theme, content: MatrixContent, stacks: list[tuple[Matrix, ...]], room: float
) -> tuple[float, int]:
    """The height of a row of a tall matrix, and how many of its rows are shown."""
    examples = content.examples
    most = max([min(matrix.shape[0], MOST_ROWS) for stack in stacks for matrix in stack], default=1)
    cap = next(theme.px(size) for rows, size in _CAPS if most <= rows)
    shown = max(1, min(examples, MOST_ROWS))
    if room / shown < theme.px(LEAST_ROW):
        shown = max(1, min(shown, max(_FEWEST_ROWS, int(room // theme.px(LEAST_ROW)))))
    return max(1.0, float(int(min(cap, room / shown)))), shown


def _need(theme: Theme, stacks: Iterable[tuple[Matrix, ...]], row: float, tall: int) -> float:
    """How high the highest stack is."""
    return max((_stack_height(theme, stack, row, tall) for stack in stacks), default=row)


def _stack_height(theme: Theme, stack: tuple[Matrix, ...], row: float, tall: int) -> float:
    return row * sum(_rows_shown(matrix, tall) for matrix in stack) + theme.px(_INLINE) * (len(stack) - 1)


def _rows_shown(matrix: Matrix, tall: int) -> int:
    return tall if is_tall(matrix, tall) else matrix.shape[0]


# Places ---------------------------------------------------------------------------------------------------------------


def _stacked(
    theme: Theme, stack: tuple[Matrix, ...], box: QRectF, font: str, level: int, heights: _Heights, forward: bool
) -> list[Place]:
    """The matrices of one slot in one lane, below each other and centred in the lane."""
    if not stack:
        return []
    inline = theme.px(_INLINE)
    rows = sum(_rows_shown(matrix, heights.tall) for matrix in stack)
    row = max(1.0, float(int(min(heights.row, (box.height() - inline * (len(stack) - 1)) / rows))))
    top = box.top() + max(0.0, round((box.height() - _stack_height(theme, stack, row, heights.tall)) / 2))
    places = []
    for number, matrix in enumerate(stack):
        top += inline if number else 0.0
        places.append(_placed(theme, matrix, box, top, row, font, level, heights, forward, bool(number)))
        top += row * _rows_shown(matrix, heights.tall)
    return places


def _placed(
    theme: Theme,
    matrix: Matrix,
    box: QRectF,
    top: float,
    row: float,
    font: str,
    level: int,
    heights: _Heights,
    forward: bool,
    inline: bool,
) -> Place:
    cell, strip_width = cell_width(theme, font, level), _strip_width(theme, matrix, heights)
    columns = _columns_shown(theme, matrix, font, level)
    left = float(round(box.center().x() - (cell * columns + strip_width) / 2))
    shown = _rows_shown(matrix, heights.tall)
    across, down = Run(left, cell, columns, matrix.shape[1]), Run(float(round(top)), row, shown, matrix.shape[0])
    strip = None
    if strip_width:
        edge = left + across.length + theme.px(_STRIP_GAP)
        strip = QRectF(edge, down.start, strip_width - theme.px(_STRIP_GAP), down.length)
    decimals = 2 - level if level < 2 and row >= theme.px(LEAST_ROW) - 1 else -1
    high = theme.px(_INLINE if inline else _TITLE)
    head = QRectF(box.left(), down.start - high, box.width(), high)
    exponent = exponent_of(matrix.values) if matrix.values is not None and not matrix.is_ghost else 0
    return Place(matrix, down, across, head, strip, decimals, font, exponent, inline, forward)
