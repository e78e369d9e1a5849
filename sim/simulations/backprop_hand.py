"""What a learner changes by hand: any number of the inputs, the targets and the weights, and cells held on the way.

A weight or bias is set at the beginning of the pass in which it was typed; later passes move it on. Inputs and targets
are changed for all passes. z, dh and e are made by rules: a cell of them that is set by hand is held there in every
pass, whatever its rule says, and everything after it follows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite, nan
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.errors import ConfigError, quote, unknown
from sim.numerals import read_number
from sim.phrases import phrase

Array = NDArray[np.float64]
LARGEST = 1e6
MOST_CELLS = 5000
ALL = "all"


@dataclass(frozen=True)
class Cell:
    """One number set by hand. at_pass: where a weight was set; None for what holds in every pass."""

    name: str
    row: int
    column: int
    value: float
    at_pass: int | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.name, self.row, self.column


@dataclass(frozen=True)
class Made:
    """All that was set by hand, in the order of the setting."""

    cells: tuple[Cell, ...] = ()

    def at(self, at_pass: int) -> tuple[Cell, ...]:
        """What is to be seen as set in a pass."""
        return tuple(cell for cell in self.cells if cell.at_pass in (None, at_pass))

    @property
    def holds(self) -> bool:
        """Whether a cell is held on the way."""
        return any(is_held(cell.name) for cell in self.cells)

    def hold(self, name: str, matrix: Array) -> Array:
        """The matrix with the cells that are held."""
        return with_cells(matrix, (cell for cell in self.cells if cell.name == name))


def is_weight(name: str) -> bool:
    """A matrix that learning changes."""
    return name[0] in "wb"


def is_held(name: str) -> bool:
    """A matrix that is made by a rule."""
    return name[0] in "zde"


def editable(depth: int) -> tuple[str, ...]:
    """The matrices whose cells can be set."""
    layers = range(1, depth + 1)
    own = [f"{letter}{layer}" for layer in layers for letter in "wbz"]
    return ("x", "t", *own, *(f"dh{layer}" for layer in layers if layer < depth), "e")


def with_cells(matrix: Array, cells: Iterable[Cell]) -> Array:
    """A copy with these numbers in it; the matrix itself where there are none."""
    chosen = list(cells)
    if not chosen:
        return matrix
    changed = matrix.copy()
    for cell in chosen:
        changed[cell.row, cell.column] = cell.value
    return changed


def with_targets(t: Array, cells: Iterable[Cell], shares: bool) -> Array:
    """The targets with these numbers in them. Shares of a row add up to 1: the others of the row make room."""
    changed = t.copy()
    for cell in cells:
        row = changed[cell.row]
        others, rest = np.arange(len(row)) != cell.column, 1.0 - cell.value
        total = float(row[others].sum())
        row[cell.column] = cell.value
        if shares and others.any():
            row[others] = row[others] * (rest / total) if total else rest / others.sum()
    return changed


def edited(made: Made, at_pass: int, shapes: dict[str, tuple[int, int]], what: Any, value: Any, limited: bool) -> Made:
    """What is made after "cell" or "release". shapes: of the matrices that can be set; limited: targets are 0 to 1."""
    if what == "cell":
        return with_cell(made, checked_cell(at_pass, shapes, value, limited))
    if what == "release":
        return released(made, shapes, value)
    raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))


def with_cell(made: Made, cell: Cell) -> Made:
    """The cell in the place of what stood there."""
    others = tuple(old for old in made.cells if (old.place, old.at_pass) != (cell.place, cell.at_pass))
    if len(others) >= MOST_CELLS:
        raise ConfigError(phrase("{most} numbers are set by hand; release some first.", most=MOST_CELLS))
    return Made((*others, cell))


def checked_cell(at_pass: int, shapes: dict[str, tuple[int, int]], value: Any, limited: bool) -> Cell:
    """The cell that was typed. ConfigError for no such place, and for what is no number or too large."""
    try:
        name, row, column, number = value
    except (TypeError, ValueError):
        raise ConfigError("A cell is a matrix, a row, a column and a number.") from None
    check_place(shapes, name, row, column)
    at = at_pass if is_weight(name) else None
    return Cell(name, int(row), int(column), checked_number(name, number, limited), at)


def check_place(shapes: dict[str, tuple[int, int]], name: Any, row: Any, column: Any) -> None:
    """ConfigError where there is no such cell to be set."""
    if not isinstance(name, str) or name not in shapes:
        raise unknown("matrix whose numbers can be set", name, shapes)
    for at, size in zip((row, column), shapes[name], strict=True):
        if isinstance(at, bool) or not isinstance(at, int | np.integer) or not 0 <= at < size:
            raise ConfigError(
                phrase("{name} has {rows} rows and {columns} columns, counted from 0.", name=name,
                       rows=shapes[name][0], columns=shapes[name][1])
            )  # fmt: skip


def checked_number(name: str, given: Any, limited: bool) -> float:
    """The number that was typed or given."""
    try:
        value = read_number(given) if isinstance(given, str) else given
    except ValueError:
        value = None
    number = nan if isinstance(value, bool) or not isinstance(value, Real) else float(value)
    if not isfinite(number):
        raise ConfigError(phrase("A cell must be a number, not {given}.", given=quote(given)))
    low, high = (0.0, 1.0) if name == "t" and limited else (-LARGEST, LARGEST)
    if not low <= number <= high:
        if name == "t" and limited:
            raise ConfigError("With cross-entropy a target is a number from 0 to 1.")
        raise ConfigError("A cell must be a number from −1,000,000 to 1,000,000.")
    return number + 0.0


def released(made: Made, shapes: dict[str, tuple[int, int]], value: Any) -> Made:
    """Without what was set: everywhere, in one matrix, or in one cell (name, row, column)."""
    if value == ALL:
        return Made()
    if isinstance(value, tuple | list) and len(value) == 3:
        check_place(shapes, *value)
        return Made(tuple(cell for cell in made.cells if cell.place != tuple(value)))
    if not isinstance(value, str) or value not in shapes:
        raise unknown("matrix whose numbers can be set", value, (ALL, *shapes))
    return Made(tuple(cell for cell in made.cells if cell.name != value))


def kept(made: Made, shapes: dict[str, tuple[int, int]], passes: int, limited: bool) -> Made:
    """What still has a place, a pass and a meaning under other settings."""

    def stays(cell: Cell) -> bool:
        rows, columns = shapes.get(cell.name, (0, 0))
        legal = not (limited and cell.name == "t") or 0.0 <= cell.value <= 1.0
        return cell.row < rows and cell.column < columns and (cell.at_pass or 0) < passes and legal

    return replace(made, cells=tuple(cell for cell in made.cells if stays(cell)))


