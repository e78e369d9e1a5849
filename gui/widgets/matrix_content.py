"""What the lanes of matrices show: plain arrays with names, in the order of the computation.

A `Slot` is one column of the picture. What lies in it in the forward lane stands above its twin in the backward lane
(W1 above dW1); several matrices of one lane stand below each other (W1 and its bias). A slot may be empty in one lane.
`Link` is what stands between two matrices: an operator, or an arrow with the name of a function.

A flipped matrix (`flipped` names its original) is the transpose of another one, with a name of its own ("w2t"). Its
cells are those of the original: who points at row i, column j of it is told of row j, column i of the original, and
frames of the original's cells stand around its own. Where it appears it turns out of the original over the diagonal.

`examples` says where the examples of the batch lie: "rows", "columns" (of a flipped batch), or "" for weights. Only
examples are under the lens: all matrices show the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from gui.widgets.contours import Array

GHOST, REST, ACTING = "ghost", "rest", "acting"
STATES = (GHOST, REST, ACTING)
ROWS, COLUMNS = "rows", "columns"
OPERATOR, ARROW = "operator", "arrow"
Cell = tuple[str, int, int]
"""The name of a matrix, a row, a column; the name "" is no cell."""
NOWHERE: Cell = ("", -1, -1)
Source = tuple[str, int | None, int | None]
"""A cell, a whole row (no column), a whole column (no row) or a whole matrix."""


@dataclass(frozen=True)
class Symbol:
    """How a matrix is called on the screen: Z with a 1 below, W with a 2 below and a T above."""

    letter: str
    lowered: str = ""
    raised: str = ""

    @property
    def words(self) -> str:
        """In one line: for tooltips, copies and screen readers."""
        return self.letter + self.lowered + self.raised


@dataclass(frozen=True, eq=False)
class Matrix:
    """One matrix. Without `values`, or as a ghost, it is an outline of its shape.

    role: of the symbol's colour ("grad" for what comes back). held: cells that were set by hand. changed: the cells
    that the last edit changed. words: what a screen reader says instead of the symbol.
    """

    name: str
    symbol: Symbol
    shape: tuple[int, int]
    values: Array | None = None
    state: str = REST
    role: str = "ink"
    examples: str = ""
    held: frozenset[tuple[int, int]] = frozenset()
    changed: Array | None = None
    editable: bool = False
    flipped: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if self.state not in STATES:
            raise ValueError(f"A matrix is in one of the states {', '.join(STATES)}, not {self.state!r}.")
        if min(self.shape) < 1:
            raise ValueError(f"The matrix {self.name} has no cells.")
        if self.values is not None and self.values.shape != self.shape:
            raise ValueError(f"The values of {self.name} have the shape {self.values.shape}, not {self.shape}.")
        if self.changed is not None and self.changed.shape != self.shape:
            raise ValueError(f"What changed in {self.name} has the shape {self.changed.shape}, not {self.shape}.")

    @property
    def is_ghost(self) -> bool:
        """Is it only an outline?"""
        return self.state == GHOST or self.values is None

    @cached_property
    def largest(self) -> float:
        """The largest size of a number that is one; 0 where there is none."""
        if self.values is None:
            return 0.0
        sizes = np.abs(self.values)
        most = float(sizes.max())
        if np.isfinite(most):
            return most
        known = sizes[np.isfinite(sizes)]
        return float(known.max()) if known.size else 0.0

    @property
    def acts(self) -> bool:
        """Is it part of what happens now?"""
        return self.state == ACTING and not self.is_ghost

    def original(self, row: int, column: int) -> Cell:
        """The cell that a cell here is: its own, or the one of the matrix that it is flipped from."""
        return (self.flipped, column, row) if self.flipped else (self.name, row, column)

    def value(self, row: int, column: int) -> float:
        """The number in a cell."""
        return float("nan") if self.values is None else float(self.values[row, column])


@dataclass(frozen=True, eq=False)
class Slot:
    """One column of the picture: what stands in the forward lane, and below it its twins of the backward lane.

    The key tells slots apart when the picture changes, so that what stays can travel to its new place.
    """

    key: str
    forward: tuple[Matrix, ...] = ()
    backward: tuple[Matrix, ...] = ()


@dataclass(frozen=True)
class Link:
    """What stands between two matrices: `words` alone (an operator), or above an arrow that leads to `second`.

    Both are names of matrices in neighbouring slots of one lane; an arrow back has its `first` at the right.
    """

    first: str
    second: str
    words: str = ""
    kind: str = OPERATOR
    acts: bool = False


@dataclass(frozen=True, eq=False)
class MatrixContent:
    """The whole picture."""

    slots: tuple[Slot, ...] = ()
    links: tuple[Link, ...] = ()
    forward_words: str = "Forward"
    backward_words: str = "Backward"
    by_name: dict[str, Matrix] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = {matrix.name: matrix for matrix in self.matrices()}
        if len(found) != sum(1 for _ in self.matrices()):
            raise ValueError("Every matrix has a name of its own.")
        object.__setattr__(self, "by_name", found)

    def matrices(self) -> Iterator[Matrix]:
        """All of them: the forward lane from left to right, then the backward lane from left to right."""
        for slot in self.slots:
            yield from slot.forward
        for slot in self.slots:
            yield from slot.backward

    @property
    def examples(self) -> int:
        """How many examples the batch has; 0 where no matrix holds examples."""
        for matrix in self.matrices():
            if matrix.examples:
                return matrix.shape[0 if matrix.examples == ROWS else 1]
        return 0

    @property
    def waits(self) -> bool:
        """Has nothing of the backward lane been computed yet?"""
        return all(matrix.is_ghost for slot in self.slots for matrix in slot.backward)

    def holds(self, cell: Cell) -> bool:
        """Is there such a cell, with a number in it?"""
        matrix = self.by_name.get(cell[0])
        if matrix is None or matrix.is_ghost:
            return False
        return 0 <= cell[1] < matrix.shape[0] and 0 <= cell[2] < matrix.shape[1]


def same_face(one: Matrix, two: Matrix) -> bool:
    """Do two matrices look alike in their cells? Then what was painted for one serves for the other."""
    if (one.state, one.shape, one.held, one.examples) != (two.state, two.shape, two.held, two.examples):
        return False
    return _same(one.values, two.values) and _same(one.changed, two.changed)


def alike(one: MatrixContent, two: MatrixContent) -> bool:
    """Do two contents make the same picture?"""
    if (one.links, one.forward_words, one.backward_words) != (two.links, two.forward_words, two.backward_words):
        return False
    if len(one.slots) != len(two.slots):
        return False
    return all(
        before.key == after.key
        and _stacks_alike(before.forward, after.forward)
        and _stacks_alike(before.backward, after.backward)
        for before, after in zip(one.slots, two.slots, strict=True)
    )


def _stacks_alike(one: tuple[Matrix, ...], two: tuple[Matrix, ...]) -> bool:
    if [_told(matrix) for matrix in one] != [_told(matrix) for matrix in two]:
        return False
    return all(same_face(before, after) for before, after in zip(one, two, strict=True))


def _told(matrix: Matrix) -> object:
    return matrix.name, matrix.symbol, matrix.role, matrix.editable, matrix.flipped, matrix.words


def _same(one: Array | None, two: Array | None) -> bool:
    if one is None or two is None:
        return one is two
    return one is two or np.array_equal(one, two, equal_nan=one.dtype.kind == "f")
