"""How wide the slots of the lanes are: digits where they fit, colours where they do not.

There are four LEVELS of a cell: two decimals, one decimal, colour, narrow colour. What acts keeps its digits longest;
what is far from it gives way first. Where even narrow colours do not fit, what acts has its digits and the picture is
wider than its window.
"""

from dataclasses import dataclass
from functools import lru_cache

from gui.language import say
from gui.theme import Theme
from gui.widgets.matrix_content import ARROW, COLUMNS, ROWS, Matrix, MatrixContent, Slot
from gui.widgets.matrix_digits import WIDEST, exponent_of, power_words
from gui.widgets.shapes import text_width
from sim.phrases import phrase

LEVELS = 4
LEAST_GAP, WIDEST_GAP = 12.0, 54.0
STRIP_GAP, STRIP_LOW = 3.0, 8.0
_OPERATOR, _ACTING, _BESIDE_HALO = 20.0, 30.0, 8.0
_STRIP_PER_COLUMN = 3.0
_STRIP_WIDTHS = (8.0, 20.0)
_COLOR_CELL, _TINY_CELL = 11.0, 7.0
_FLIPPED_BATCH = 140.0  # a flipped batch is no wider
_LADDER = ((False, 1), (False, 2), (False, 3), (True, 1))


@dataclass(frozen=True)
class Digits:
    """The role of the type of digits, and by how much cells are wider than they need to be."""

    font: str
    room: float = 1.0


def cell_width(theme: Theme, digits: Digits, level: int) -> float:
    """How wide a cell is in one of the LEVELS."""
    if level >= 2:
        return round(theme.px(_COLOR_CELL if level == 2 else _TINY_CELL))
    return float(round(digits.room * _digits_width(theme, digits.font, 2 - level)))


def _digits_width(theme: Theme, font: str, decimals: int) -> float:
    return float(round(width_of(theme, WIDEST[decimals], font) + theme.px(2.5)))


def width_of(theme: Theme, words: str, role: str) -> float:
    """How far a text reaches in a role of type; a picture asks for the same ones over and over."""
    return _width(theme, say(words), role)


@lru_cache(maxsize=2000)
def _width(theme: Theme, said: str, role: str) -> float:
    return text_width(said, theme.font(role))


def gaps_between(theme: Theme, content: MatrixContent, slots: list[Slot]) -> list[float]:
    """The room after each slot but the last: for the operator or the arrow that stands there."""
    where = {matrix.name: number for number, slot in enumerate(slots) for matrix in (*slot.forward, *slot.backward)}
    gaps = [theme.px(LEAST_GAP)] * max(0, len(slots) - 1)
    acts = [slot_acts(slot) for slot in slots]
    for link in content.links:
        one, two = where.get(link.first), where.get(link.second)
        if one is None or two is None or one == two:
            continue
        number = min(one, two)
        halos = acts[one] + acts[two]
        need = theme.px(_ACTING if link.acts else _OPERATOR + _BESIDE_HALO * halos)
        if link.kind == ARROW:
            need = max(need, width_of(theme, link.words, "caption") + theme.px(8 + 8 * halos))
        gaps[number] = max(gaps[number], need)
    for number in range(len(gaps)):
        if acts[number] or acts[number + 1]:
            gaps[number] = max(gaps[number], theme.px(_ACTING if acts[number] and acts[number + 1] else _OPERATOR))
    return gaps


def slot_acts(slot: Slot) -> bool:
    """Does a matrix of it act?"""
    return any(matrix.acts for matrix in (*slot.forward, *slot.backward))


_CHOICES = (Digits("value", 1.35), Digits("value"), Digits("cell", 1.25), Digits("cell"))


def chosen_digits(theme: Theme, slots: list[Slot], large: bool, tall: int, room: float) -> Digits:
    """The largest digits with which everything fits into the room; the usual ones where nothing does."""
    for digits in _CHOICES if large else _CHOICES[2:]:
        if sum(slot_width(theme, slot, digits, 0, tall) for slot in slots) <= room:
            return digits
    return _CHOICES[-1]


def fitted(theme: Theme, slots: list[Slot], digits: Digits, tall: int, room: float, view: float) -> list[int]:
    """A level for each slot, so that all fit into the room where that can be, else what acts into the view."""
    acts = [slot_acts(slot) for slot in slots]
    widths = [[slot_width(theme, slot, digits, level, tall) for level in range(LEVELS)] for slot in slots]
    levels = [0] * len(slots)
    total = sum(row[0] for row in widths)
    for acting, level in _LADDER:
        for number in _far_first(acts):
            if total <= room:
                return levels
            if acts[number] == acting:
                total += widths[number][level] - widths[number][levels[number]]
                levels[number] = level
    if total <= room:
        return levels
    shown = sum(row[0] + theme.px(_ACTING) for row, acting in zip(widths, acts, strict=True) if acting)
    return [int(shown > view) if acting else 2 for acting in acts]


def _far_first(acts: list[bool]) -> list[int]:
    """Slots by their distance from those that act, the farthest first."""
    acting = [number for number, on in enumerate(acts) if on] or [0]
    return sorted(range(len(acts)), key=lambda number: -min(abs(number - other) for other in acting))


def slot_width(theme: Theme, slot: Slot, digits: Digits, level: int, tall: int) -> float:
    """How wide a slot is: as its widest matrix, or the widest heading."""
    return max(
        max(_cells_width(theme, matrix, digits, level, tall), _head_width(theme, matrix, level, bool(number)))
        for stack in (slot.forward, slot.backward)
        for number, matrix in enumerate(stack)
    )


def _cells_width(theme: Theme, matrix: Matrix, digits: Digits, level: int, tall: int) -> float:
    cells = cell_width(theme, digits, level) * columns_shown(theme, matrix, digits, level)
    return cells + strip_width(theme, matrix, tall)


def columns_shown(theme: Theme, matrix: Matrix, digits: Digits, level: int) -> int:
    """All columns; of a flipped batch as many as may be."""
    if matrix.examples != COLUMNS:
        return matrix.shape[1]
    return min(matrix.shape[1], max(1, int(theme.px(_FLIPPED_BATCH) // cell_width(theme, digits, level))))


def strip_width(theme: Theme, matrix: Matrix, tall: int) -> float:
    """The room for all rows beside the shown ones."""
    if not is_tall(matrix, tall):
        return 0.0
    least, most = (theme.px(side) for side in _STRIP_WIDTHS)
    return theme.px(STRIP_GAP) + round(min(max(theme.px(_STRIP_PER_COLUMN) * matrix.shape[1], least), most))


def is_tall(matrix: Matrix, shown: int) -> bool:
    """Has the matrix more examples below each other than the lens shows?"""
    return matrix.examples == ROWS and matrix.shape[0] > shown


def decimals_of(level: int) -> int:
    """How many decimals a cell of a level has room for; -1: no digits."""
    return 2 - level if level < 2 else -1


def matrix_exponent(matrix: Matrix, decimals: int) -> int:
    """The power of ten of its numbers; 0 for one without."""
    return 0 if matrix.values is None or matrix.is_ghost else exponent_of(matrix.largest, decimals)


def shape_words(shape: tuple[int, int], exponent: int = 0, tight: bool = False) -> str:
    """The shape as it stands below the name, with the power of ten of its numbers."""
    words = phrase("{rows}×{columns}" if tight else "{rows} × {columns}", rows=shape[0], columns=shape[1])
    return words if not exponent else phrase("{shape}  {power}", shape=words, power=power_words(exponent))


def _head_width(theme: Theme, matrix: Matrix, level: int, inline: bool) -> float:
    """The heading of a matrix; in one line its name stands before the shape, and alone where it is narrow."""
    if inline and level >= 2:
        return width_of(theme, matrix.symbol.words, "symbol")
    words = shape_words(matrix.shape, matrix_exponent(matrix, decimals_of(level)), level >= 2)
    name = width_of(theme, matrix.symbol.words, "symbol") if inline else 0.0
    return width_of(theme, words, "caption") + name + theme.px(3)
