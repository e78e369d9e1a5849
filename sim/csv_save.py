"""Data as CSV: a header, a row per example, numbers that read back bit for bit, and texts no spreadsheet will run.

A text that begins with = + - @ or a tab gets a ' before it: opened in a spreadsheet it would otherwise be a formula.
Numbers are left alone. `sim.csv_data` takes the ' away again.
"""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.csv_cells import FORMULA_STARTS, is_number
from sim.errors import ConfigError
from sim.phrases import phrase

Array = NDArray[np.float64]
BLOCK = 10_000


def save_csv(
    path: str | os.PathLike[str], x: Array, y: Array, classes: Sequence[str] = (), columns: Sequence[str] = ()
) -> None:
    """Write the data to `path`, in UTF-8; what stood there before stays until the new file is whole."""
    target = Path(path)
    beside = target.with_name(target.name + ".part")
    try:
        with open(beside, "w", encoding="utf-8", newline="") as file:
            for text in csv_blocks(x, y, classes, columns):
                file.write(text)
        os.replace(beside, target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or "the system gives no reason"
        raise ConfigError(phrase("The file cannot be written: {reason}.", reason=reason)) from None


def csv_text(x: Array, y: Array, classes: Sequence[str] = (), columns: Sequence[str] = ()) -> str:
    """The same as one text."""
    return "".join(csv_blocks(x, y, classes, columns))


def csv_blocks(x: Array, y: Array, classes: Sequence[str] = (), columns: Sequence[str] = ()) -> Iterator[str]:
    """The same in pieces of 10,000 rows, the header first.

    x (n, inputs), y as `sim.dataset` gives it. classes: the names of the classes; () writes their numbers, or the
    numbers of a regression. columns: the header; () makes one.
    """
    answers = y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0]
    names = [printable(name) for name in classes]
    header = columns or [*(f"x{k}" for k in range(1, x.shape[1] + 1)), "class" if names or y.shape[1] > 1 else "y"]
    yield row_text([[headline(name) for name in header]])
    rows = zip(x.tolist(), answers.tolist())
    while block := list(islice(rows, BLOCK)):
        if names:
            yield row_text([[*map(repr, point), names[int(answer)]] for point, answer in block])
        else:
            yield row_text([[*map(repr, point), repr(answer)] for point, answer in block])


def row_text(rows: list[list[str]]) -> str:
    """The rows as text, quoted where they must be."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def printable(name: str) -> str:
    """A text as a cell of its own: on one line, and with a ' where a spreadsheet would calculate."""
    name = " ".join(name.split())
    return "'" + name if name.startswith(FORMULA_STARTS) and not is_number(name) else name


def headline(name: str) -> str:
    """A text for the header, which must not look like a number."""
    return f"column {name}" if is_number(name) or not name.strip() else printable(name)
