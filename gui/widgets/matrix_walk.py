"""How the keyboard walks: from cell to cell inside a matrix, from matrix to matrix in the order of the picture."""

from __future__ import annotations

from gui.widgets.matrix_content import NOWHERE, Cell, Matrix, MatrixContent, Slot


def walked(matrix: Matrix, cell: Cell, down: int, right: int) -> Cell:
    """The cell so many rows below and columns to the right, or the last one before the edge."""
    rows, columns = matrix.shape
    return matrix.name, min(max(cell[1] + down, 0), rows - 1), min(max(cell[2] + right, 0), columns - 1)


def stops(content: MatrixContent) -> list[Matrix]:
    """The matrices to stop at: those with numbers."""
    return [matrix for matrix in content.matrices() if not matrix.is_ghost]


def first_stop(content: MatrixContent, row: int) -> Cell:
    """Where a walk begins: at the first matrix that acts, in this row where it has one."""
    there = stops(content)
    start = next((matrix for matrix in there if matrix.acts), there[0] if there else None)
    return NOWHERE if start is None else entered(start, row, 0)


def entered(matrix: Matrix, row: int, column: int) -> Cell:
    """The cell of a matrix next to this row and column."""
    return matrix.name, min(max(row, 0), matrix.shape[0] - 1), min(max(column, 0), matrix.shape[1] - 1)


def next_stop(content: MatrixContent, cell: Cell, step: int) -> Cell:
    """The matrix after or before, in the same row where it has one; NOWHERE beyond the last."""
    there = stops(content)
    names = [matrix.name for matrix in there]
    if cell[0] not in names:
        return first_stop(content, 0)
    place = names.index(cell[0]) + step
    return entered(there[place], cell[1], cell[2]) if 0 <= place < len(there) else NOWHERE


def across(content: MatrixContent, cell: Cell, down: int) -> Cell:
    """The next matrix above or below: in the same slot, else in the nearest slot that has one there."""
    rows = [(number, lane) for number, slot in enumerate(content.slots) for lane in (slot.forward, slot.backward)]
    column = next((number for number, lane in rows if any(matrix.name == cell[0] for matrix in lane)), -1)
    if column < 0:
        return NOWHERE
    slot = content.slots[column]
    stack = [matrix for matrix in (*slot.forward, *slot.backward) if not matrix.is_ghost]
    place = next((number for number, matrix in enumerate(stack) if matrix.name == cell[0]), -1) + down
    if 0 <= place < len(stack):
        return entered(stack[place], cell[1], cell[2])
    below = any(matrix.name == cell[0] for matrix in slot.backward)
    if below == (down > 0):
        return NOWHERE
    lanes = [(abs(number - column), other.backward if down > 0 else other.forward)
             for number, other in enumerate(content.slots)]  # fmt: skip
    near = [(far, matrix) for far, lane in lanes for matrix in lane if not matrix.is_ghost]
    found = min(near, key=lambda pair: pair[0], default=None)
    return NOWHERE if found is None else entered(found[1], cell[1], cell[2])


def heir(before: MatrixContent, after: MatrixContent, cell: Cell) -> Cell:
    """Where a walk goes on whose matrix has gone: in the original of a flipped one, else in the same cell of what has
    come into its place, if that is as large; NOWHERE where there is neither."""
    gone = before.by_name.get(cell[0])
    if gone is None or gone.flipped:
        original = NOWHERE if gone is None else gone.original(cell[1], cell[2])
        return original if after.holds(original) else NOWHERE
    slots = {slot.key: slot for slot in after.slots}
    for slot in before.slots:
        now = slots.get(slot.key, Slot(slot.key))
        for old, new in ((slot.forward, now.forward), (slot.backward, now.backward)):
            for one, other in zip(old, new, strict=False):
                if one.name == gone.name and other.shape == gone.shape and not other.is_ghost:
                    return other.name, cell[1], cell[2]
    return NOWHERE
