"""Where all matrices stand: two lanes of rows, the backward lane below the forward one, twins below each other.

A lane that waits is a low shelf, and shows no second matrix of a slot. Where the height does not do for two lanes, one
is shown at a time, and of the other its line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from gui.theme import Theme
from gui.widgets.matrix_content import COLUMNS, Matrix, MatrixContent
from gui.widgets.matrix_place import Place, Run
from gui.widgets.matrix_widths import (
    STRIP_GAP,
    STRIP_LOW,
    WIDEST_GAP,
    Digits,
    cell_width,
    chosen_digits,
    columns_shown,
    decimals_of,
    fitted,
    gaps_between,
    is_tall,
    matrix_exponent,
    slot_width,
    strip_width,
)

MOST_ROWS = 16
LEAST_ROW = 13.0
_LEAST_DIGITS = 11.0  # the height of a row in which a digit can still be read
HALO = 6.0
HEAD = 24.0
FORWARD, BACKWARD = "forward", "backward"
_LOW = 330.0  # a picture that is lower shows one lane, where in two the weights would lose their digits
_FEWEST_ROWS = 3
_CAPS = ((2, 40.0), (4, 32.0), (8, 27.0), (MOST_ROWS, 25.0))  # up to so many rows, the height of one at most
_LARGE_ROW = 24.0  # from this height on, digits are larger
_TITLE, _INLINE, _GAP = 41.0, 27.0, 10.0
_SIDE = 12.0
_DOWN = 36.0  # how far matrices stand from the edges at most, where there is room
_SHELF = (26.0, 60.0)
Stack = tuple[Matrix, ...]


@dataclass(frozen=True)
class Lane:
    """One lane: the height of its line, and where its matrices lie."""

    line: float = 0.0
    body: QRectF = field(default_factory=QRectF)
    shown: bool = True
    there: bool = True


@dataclass(frozen=True)
class Plan:
    """Everything in its place, in coordinates of the picture before it is moved sideways."""

    places: dict[str, Place] = field(default_factory=dict)
    forward: Lane = field(default_factory=Lane)
    backward: Lane = field(default_factory=Lane)
    width: float = 0.0
    rows: int = 0
    """How many examples the lens shows."""
    stacks: dict[str, str] = field(default_factory=dict)
    """For a matrix that stands below another one of its slot, the name of the first."""

    @property
    def one_lane(self) -> bool:
        """Is one of two lanes hidden?"""
        return self.backward.there and not (self.forward.shown and self.backward.shown)

    def acting(self) -> list[Place]:
        """The matrices that act now."""
        return [place for place in self.places.values() if place.matrix.acts]

    def body(self, place: Place) -> QRectF:
        """The lane of a place."""
        return (self.forward if place.forward else self.backward).body


@dataclass(frozen=True)
class _Heights:
    row: float
    tall: int
    forward: Lane
    backward: Lane


@dataclass(frozen=True)
class _Spot:
    """What all matrices of one slot in one lane have in common."""

    theme: Theme
    box: QRectF
    row: float
    tall: int
    digits: Digits
    level: int
    forward: bool


def arrange(
    theme: Theme, content: MatrixContent, width: float, height: float, lens: int = 0, lane: str = FORWARD
) -> Plan:
    """A plan for a picture of this size. lane: the one that is shown where there is room for one only."""
    heights = _heights(theme, content, width, height, lane)
    tall = heights.tall
    slots = [slot for slot in content.slots if slot.forward or slot.backward]
    gaps = gaps_between(theme, content, slots)
    room = width - 2 * theme.px(_SIDE) - sum(gaps)
    digits = chosen_digits(theme, slots, heights.row >= theme.px(_LARGE_ROW), tall, room)
    levels = fitted(theme, slots, digits, tall, room, width)
    wide = [slot_width(theme, slot, digits, level, tall) for slot, level in zip(slots, levels, strict=True)]
    total = sum(wide) + sum(gaps) + 2 * theme.px(_SIDE)
    spare = max(0.0, width - total)
    more = [min(spare / (len(gaps) + 1), max(0.0, theme.px(WIDEST_GAP) - gap)) for gap in gaps]
    left = theme.px(_SIDE) + (spare - sum(more)) / 2
    places: dict[str, Place] = {}
    stacks: dict[str, str] = {}
    for number, slot in enumerate(slots):
        for forward, stack in ((True, slot.forward), (False, slot.backward)):
            body = heights.forward if forward else heights.backward
            if body.shown and stack:
                stack = stack[:1] if not forward and content.waits else stack
                stacks.update((matrix.name, stack[0].name) for matrix in stack[1:])
                box = QRectF(left, body.body.top(), wide[number], body.body.height())
                spot = _Spot(theme, box, heights.row, tall, digits, levels[number], forward)
                places.update((place.matrix.name, place.seen_from(lens)) for place in _stacked(spot, stack))
        left += wide[number] + (gaps[number] + more[number] if number < len(gaps) else 0.0)
    return Plan(places, heights.forward, heights.backward, max(width, total), tall, stacks)


# Heights --------------------------------------------------------------------------------------------------------------


def _heights(theme: Theme, content: MatrixContent, width: float, height: float, lane: str) -> _Heights:
    """How high a row is, how many examples are shown, and where the two lanes lie."""
    ahead = [slot.forward for slot in content.slots if slot.forward]
    back = [slot.backward for slot in content.slots if slot.backward]
    above, foot = theme.px(HEAD + _TITLE), theme.px(HALO + 2)
    if not back:
        row, tall = _rows(theme, content, ahead, height - above - foot)
        body = QRectF(0.0, above, width, max(1.0, height - above - foot))
        return _Heights(row, tall, Lane(theme.px(HEAD) / 2, body), Lane(height, shown=False, there=False))
    room = height - 2 * (above + foot) - theme.px(_GAP)
    least = theme.px(LEAST_ROW) * _FEWEST_ROWS
    low = min(max(0.22 * room, theme.px(_SHELF[0])), theme.px(_SHELF[1]))
    share = room - low if content.waits else room / 2
    if height < theme.px(_LOW):
        need = max(_stack_height(theme, stack, theme.px(LEAST_ROW), _FEWEST_ROWS) for stack in ahead + back)
        least = max(least, min(need, height - theme.px(2 * HEAD + _TITLE + HALO)))
    if share < least:
        return _one_lane(theme, content, ahead + back, width, height, lane)
    row, tall = _rows(theme, content, ahead if content.waits else ahead + back, share)
    need = min(share, max(_stack_height(theme, stack, row, tall) for stack in ahead + back))
    return _two_lanes(theme, width, height, row, tall, need, low if content.waits else need)


def _two_lanes(
    theme: Theme, width: float, height: float, row: float, tall: int, forward: float, backward: float
) -> _Heights:
    """The forward lane at the top, the backward lane at the foot; what is left lies between them."""
    head, title, foot = theme.px(HEAD), theme.px(_TITLE), theme.px(HALO + 2)
    spare = max(0.0, height - backward - 2 * (head + title + foot) - forward - theme.px(_GAP))
    down = min(spare / 4, theme.px(_DOWN))
    first = Lane(head / 2, QRectF(0.0, float(round(head + title + down)), width, forward))
    top = float(round(height - foot - down - backward))
    second = Lane(top - title - head / 2, QRectF(0.0, top, width, backward))
    return _Heights(row, tall, first, second)


def _one_lane(
    theme: Theme, content: MatrixContent, stacks: list[Stack], width: float, height: float, lane: str
) -> _Heights:
    """One lane with its matrices, of the other its line only."""
    head, title, foot = theme.px(HEAD), theme.px(_TITLE), theme.px(HALO + 2)
    forward = lane == FORWARD
    top = head + title if forward else 2 * head + title
    body = QRectF(0.0, top, width, max(1.0, height - foot - (head if forward else 0.0) - top))
    row, tall = _rows(theme, content, stacks, body.height())
    nothing = QRectF(0.0, height, width, 0.0)
    if forward:
        return _Heights(row, tall, Lane(head / 2, body), Lane(height - head / 2, nothing, False))
    return _Heights(row, tall, Lane(head / 2, nothing, False), Lane(1.5 * head, body))


def _rows(theme: Theme, content: MatrixContent, stacks: list[Stack], room: float) -> tuple[float, int]:
    """The height of a row of a tall matrix, and how many of its rows are shown."""
    most = max([min(matrix.shape[0], MOST_ROWS) for stack in stacks for matrix in stack], default=1)
    cap = next(theme.px(size) for rows, size in _CAPS if most <= rows)
    shown = max(1, min(content.examples, MOST_ROWS))
    if room / shown < theme.px(LEAST_ROW):
        shown = max(1, min(shown, max(_FEWEST_ROWS, int(room // theme.px(LEAST_ROW)))))
    return max(1.0, float(int(min(cap, room / shown)))), shown


def _stack_height(theme: Theme, stack: Stack, row: float, tall: int) -> float:
    return row * sum(_rows_shown(matrix, tall) for matrix in stack) + theme.px(_INLINE) * (len(stack) - 1)


def _rows_shown(matrix: Matrix, tall: int) -> int:
    return tall if is_tall(matrix, tall) else matrix.shape[0]


# Places ---------------------------------------------------------------------------------------------------------------


def _stacked(spot: _Spot, stack: Stack) -> list[Place]:
    """The matrices of one slot in one lane, below each other and centred in the lane."""
    theme, box, inline = spot.theme, spot.box, spot.theme.px(_INLINE)
    rows = sum(_rows_shown(matrix, spot.tall) for matrix in stack)
    row = max(1.0, float(int(min(spot.row, (box.height() - inline * (len(stack) - 1)) / rows))))
    spot = replace(spot, row=row)
    top = box.top() + max(0.0, round((box.height() - _stack_height(theme, stack, row, spot.tall)) / 2))
    places = []
    for number, matrix in enumerate(stack):
        top += inline if number else 0.0
        places.append(_placed(spot, matrix, float(round(top)), bool(number)))
        top += row * _rows_shown(matrix, spot.tall)
    return places


def _placed(spot: _Spot, matrix: Matrix, top: float, inline: bool) -> Place:
    theme, row = spot.theme, spot.row
    cell, strip = cell_width(theme, spot.digits, spot.level), strip_width(theme, matrix, spot.tall)
    columns = columns_shown(theme, matrix, spot.digits, spot.level)
    left = float(round(spot.box.center().x() - (cell * columns + strip) / 2))
    across = Run(left, cell, columns, matrix.shape[1])
    down = Run(top, row, _rows_shown(matrix, spot.tall), matrix.shape[0])
    decimals = decimals_of(spot.level) if row >= theme.px(_LEAST_DIGITS) else -1
    high = theme.px(_INLINE if inline else _TITLE)
    head = QRectF(spot.box.left(), top - high, spot.box.width(), high)
    return Place(
        matrix, down, across, head, _strip_box(theme, matrix, across, down, strip), decimals, spot.digits.font,
        matrix_exponent(matrix, decimals), inline, spot.forward, spot.level >= 2,
    )  # fmt: skip


def _strip_box(theme: Theme, matrix: Matrix, across: Run, down: Run, strip: float) -> QRectF | None:
    """Where all examples stand as colours: beside the rows, or below the columns of a flipped batch."""
    gap = theme.px(STRIP_GAP)
    if strip:
        return QRectF(across.start + across.length + gap, down.start, strip - gap, down.length)
    if matrix.examples == COLUMNS and across.is_part:
        return QRectF(across.start, down.start + down.length + gap, across.length, theme.px(STRIP_LOW))
    return None
