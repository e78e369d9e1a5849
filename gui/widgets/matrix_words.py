"""The lanes of matrices in words: what the keyboard is at, for who hears the picture."""

from gui.widgets.matrix_content import Cell, Matrix, MatrixContent
from sim.numerals import write_significant
from sim.phrases import Phrase, joined, phrase

NAME = "Matrices, forward and backward"
ABOUT = (
    "Arrow keys walk from cell to cell, Tab from matrix to matrix. Enter keeps the sum open, F2 or a digit changes the "
    "number, Delete lets go of it, Page Up and Page Down move the rows, Alt with Left or Right steps. Ctrl+C copies "
    "the matrix, with Shift in a form to choose."
)
_DIGITS = 6


def named(matrix: Matrix) -> str:
    """A matrix in words."""
    return matrix.words or matrix.symbol.words


def describe(content: MatrixContent, cell: Cell) -> Phrase | None:
    """The number in a cell, and what is special about it; None where there is none."""
    matrix = content.by_name.get(cell[0])
    if matrix is None or not content.holds(cell):
        return None
    _, row, column = cell
    number = phrase(
        "{matrix}, row {row}, column {column}: {value}",
        matrix=named(matrix),
        row=row + 1,
        column=column + 1,
        value=write_significant(matrix.value(row, column), _DIGITS),
    )
    notes = [
        note
        for note, on in (
            ("Set by hand; Delete lets go of it.", (row, column) in matrix.held),
            ("Changed by the last edit.", matrix.changed is not None and bool(matrix.changed[row, column])),
        )
        if on
    ]
    return joined([number + ".", *notes]) if notes else number
