"""A matrix as text for other programs: every digit, a decimal point in every language.

As text its numbers are parted by tabs, as spreadsheets like them; as CSV by commas; as NumPy it is a line of Python.
"""

from __future__ import annotations

import re

import numpy as np

from gui.widgets.matrix_content import Matrix

TEXT, CSV, NUMPY = "text", "csv", "numpy"
FORMS = ((TEXT, "Copy as text"), (CSV, "Copy as CSV"), (NUMPY, "Copy as NumPy"))
_SPECIAL = {"nan": "np.nan", "inf": "np.inf", "-inf": "-np.inf"}


def as_form(matrix: Matrix, form: str) -> str:
    """The numbers of a matrix in one of the FORMS."""
    values = np.zeros((0, 0)) if matrix.values is None else np.asarray(matrix.values, np.float64)
    rows = [[repr(float(value)) for value in row] for row in values.tolist()]
    if form == NUMPY:
        lines = ["[" + ", ".join(_SPECIAL.get(value, value) for value in row) + "]" for row in rows]
        return f"{_variable(matrix)} = np.array([{', '.join(lines)}])"
    between = "," if form == CSV else "\t"
    return "\n".join(between.join(row) for row in rows)


def _variable(matrix: Matrix) -> str:
    """A name that Python takes."""
    plain = re.sub(r"\W", "_", matrix.symbol.words, flags=re.ASCII)
    return plain if plain.isidentifier() else f"m_{plain}"
