"""What the cells of a table say: which sign separates them, whether there is a header, and every cell as a number.

A cell is a number as a person writes it: 3, -0.5, 1e-3, or with a decimal comma where commas do not separate the
columns (or the cell is quoted). One file has one decimal mark; thousands are not separated. Nothing is guessed: nan,
inf, an empty cell and 1e999 are refused with row and column.

`exact_rows` reads row by row and knows every sentence. `fast_rows` reads a piece at once with numpy's own reader and
gives None wherever it is not sure; then the exact one reads the same lines again.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.csv_text import LONGEST_CELL, MOST_COLUMNS, DataError
from sim.errors import quote
from sim.numerals import write_count
from sim.phrases import phrase

Array = NDArray[np.float64]

DELIMITERS = ("\t", ";", ",")
NAMES = {"\t": "tab", ";": "semicolon", ",": "comma"}
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
"""Written so that every character is looked at a few times only, however long a cell that is no number may be."""
MISSING = re.compile(r"[+-]?(nan|inf|infinity)|#?n/?a!?|null|", re.IGNORECASE)
MOST_CLASSES = 10
SAMPLE = 100
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
"""A text that begins with one of these gets a ' before it when it is written, and loses it when it is read."""


@dataclass
class Layout:
    """How a table is written. columns: how many; names: its header, () without; text: whether the answers are text.

    What is found out while reading: codes, the number of every text in the last column; mark, the decimal mark.
    """

    delimiter: str
    columns: int
    names: tuple[str, ...]
    text: bool
    codes: dict[str, int] = field(default_factory=dict)
    mark: str = ""


def is_number(cell: str) -> bool:
    """Whether the cell is a number, with a decimal point or comma, or would be one (nan, inf)."""
    cell = cell.strip()
    return bool(NUMBER.fullmatch(cell.replace(",", ".")) or (cell and MISSING.fullmatch(cell)))


def cells_of(line: str, delimiter: str, row: int) -> list[str]:
    """The cells of one line. Raises DataError where quotation marks do not match."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise DataError("A quotation mark is opened and not closed in its row.", row) from None
        raise DataError("Something stands after a closing quotation mark.", row) from None


def find_layout(lines: list[str], first: int, header: bool | None, most_columns: int) -> Layout:
    """How the table is written, from its first lines; `first` is the row number of lines[0]. Raises DataError."""
    filled = [(first + k, line) for k, line in enumerate(lines) if line.strip()][:SAMPLE]
    if not filled:
        raise DataError("The file is empty.")
    row, opening = filled[0]
    delimiter = max(DELIMITERS, key=lambda mark: fitness([line for _, line in filled], mark))
    table = [cells_of(line, delimiter, number) for number, line in filled]
    columns = len(table[0])
    check_columns(columns, row, opening, most_columns)
    inputs = table[0][:-1]
    if header is None:
        header = not any(is_number(cell) or not cell.strip() for cell in inputs)
    names = tuple(plain(cell) for cell in table[0]) if header else ()
    answers = [cells[-1].strip() for cells in table[int(header) :] if len(cells) == columns]
    text = any(answer and not is_number(answer) for answer in answers)
    return Layout(delimiter, columns, names, text)


def is_hint(line: str) -> bool:
    """Whether the first line is Excel's own "sep=;", which no other program needs."""
    return line.strip().lower().startswith("sep=") and len(line.strip()) <= 5


def fitness(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How well a delimiter explains the lines: rows of numbers as wide as most are, and rows as wide as most."""
    table = [line.replace('"', "").split(delimiter) for line in lines]
    width, count = Counter(map(len, table)).most_common(1)[0]
    if width < 2:
        return 0, 0
    return sum(len(cells) == width and all(map(is_number, cells[:-1])) for cells in table), count


def check_columns(columns: int, row: int, line: str, most_columns: int) -> None:
    """Two columns at least, `most_columns` at most."""
    if columns < 2:
        raise DataError(
            phrase(
                "There is only one column, {line}; columns are separated by comma, semicolon or tab.",
                line=quote(line.strip()),
            ),
            row,
        )
    if columns > MOST_COLUMNS:
        raise DataError(
            phrase(
                "The row has {columns} columns; at most {most_columns} can be read.",
                columns=write_count(columns),
                most_columns=MOST_COLUMNS,
            ),
            row,
        )
    if columns > most_columns:
        wanted = "two or three" if most_columns == 3 else phrase("two to {most_columns}", most_columns=most_columns)
        raise DataError(
            phrase(
                "There are {columns} columns; {wanted} are needed: inputs first, then what is learned.",
                columns=columns,
                wanted=wanted,
            ),
            row,
        )


def plain(cell: str) -> str:
    """A text as it was before it was written: without the ' that keeps spreadsheets from running it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def fast_rows(lines: list[str], layout: Layout) -> Array | None:
    """The numbers of the lines, (rows, columns), or None where the exact reader must look."""
    text = "\n".join(lines)
    quoted = '"' in text
    if quoted and any(line.count('"') & 1 for line in lines):
        return None
    if quoted and (("," in text and layout.delimiter != ",") or ("." in text and layout.text)):
        return None
    readable, mark = with_points(lines, text, layout)
    if mark == "?" or layout.mark not in ("", mark):
        return None
    codes = dict(layout.codes)
    values = load_numbers(readable, layout, codes if layout.text else None, quoted)
    if values is None or values.shape[1] != layout.columns or not np.isfinite(values).all():
        return None
    if len(codes) > MOST_CLASSES or any(MISSING.fullmatch(name) for name in codes):
        return None
    layout.codes, layout.mark = codes, mark
    return values


def with_points(lines: list[str], text: str, layout: Layout) -> tuple[list[str], str]:
    """(the lines with decimal points for commas, the decimal mark they had); "?" as the mark where there are both."""
    ends: list[str] = []
    if layout.delimiter == "," and (layout.mark == "." or "." not in text):
        return lines, layout.mark
    if layout.text:
        parts = [line.rpartition(layout.delimiter) for line in lines]
        text = "\n".join([part[0] for part in parts])
        ends = [part[1] + part[2] for part in parts]
    if "," not in text or layout.delimiter == ",":
        return lines, "." if "." in text else layout.mark
    mark = "?" if "." in text else ","
    readable = text.replace(",", ".").split("\n")
    return [a + b for a, b in zip(readable, ends)] if ends else readable, mark


def load_numbers(lines: list[str], layout: Layout, codes: dict[str, int] | None, quoted: bool) -> Array | None:
    """numpy's reader, which refuses what is no number; texts of the last column become the numbers of their codes."""
    converters: dict[int | str, Callable[[str], float]] = {}
    if codes is not None:
        converters[layout.columns - 1] = lambda cell: float(codes.setdefault(plain(cell), len(codes)))
    try:
        return np.loadtxt(
            lines, np.float64, delimiter=layout.delimiter, comments=None, ndmin=2, converters=converters or None,
            quotechar='"' if quoted else None, encoding=None,
        )  # fmt: skip
    except ValueError:
        return None


def exact_rows(lines: list[str], first: int, layout: Layout) -> Array:
    """The numbers of the lines, (rows, columns). Raises DataError with the row and column of the first mistake."""
    found = []
    for row, line in enumerate(lines, first):
        if not line.strip():
            continue
        cells = cells_of(line, layout.delimiter, row)
        if len(cells) != layout.columns:
            count = "is 1 column" if len(cells) == 1 else phrase("are {cells} columns", cells=write_count(len(cells)))
            raise DataError(
                phrase("There {count}, but the first row has {columns}.", count=count, columns=layout.columns), row
            )
        if layout.text:
            numbers = [number(cell, row, k, layout) for k, cell in enumerate(cells[:-1], 1)]
            found.append([*numbers, code_of(cells[-1], row, layout)])
        else:
            found.append([number(cell, row, k, layout) for k, cell in enumerate(cells, 1)])
    return np.array(found, np.float64).reshape(len(found), layout.columns)


def number(cell: str, row: int, column: int, layout: Layout) -> float:
    """The number in a cell."""
    cell = cell.strip()
    if not cell:
        raise DataError("The cell is empty.", row, column)
    if len(cell) > LONGEST_CELL:
        raise DataError(
            phrase("The cell has more than {longest_cell} kB.", longest_cell=LONGEST_CELL // 1024), row, column
        )
    if MISSING.fullmatch(cell):
        raise DataError(
            phrase("{cell} is no finite number; nothing can be learned from it.", cell=quote(cell)), row, column
        )
    if not NUMBER.fullmatch(cell.replace(",", ".")):
        grouped = cell.count(",") + cell.count(".") > 1 and not cell.strip("+-0123456789.,")
        hint = "; write it without thousands separators" if grouped else ""
        raise DataError(phrase("{cell} is not a number{hint}.", cell=quote(cell), hint=hint), row, column)
    mark = "," if "," in cell else "." if "." in cell else ""
    if mark and layout.mark and mark != layout.mark:
        word, other = ("comma", "point") if mark == "," else ("point", "comma")
        raise DataError(
            phrase(
                "{cell} has a decimal {word}, but a row before has a decimal {other}.",
                cell=quote(cell),
                word=word,
                other=other,
            ),
            row,
            column,
        )
    layout.mark = layout.mark or mark
    value = float(cell.replace(",", "."))
    if not np.isfinite(value):
        raise DataError(phrase("{cell} is too large for a number of 64 bits.", cell=quote(cell)), row, column)
    return value


def code_of(cell: str, row: int, layout: Layout) -> float:
    """The number of the class that the last cell of a row names."""
    name = plain(cell)
    if not name:
        raise DataError("The class is missing.", row, layout.columns)
    if MISSING.fullmatch(name):
        raise DataError(phrase("{name} is no class.", name=quote(name)), row, layout.columns)
    if name not in layout.codes and len(layout.codes) == MOST_CLASSES:
        sentence = phrase(
            "{name} would be class {most_classes}; at most {other_most_classes} can be told apart.",
            name=quote(name),
            most_classes=MOST_CLASSES + 1,
            other_most_classes=MOST_CLASSES,
        )
        raise DataError(sentence, row, layout.columns)
    return float(layout.codes.setdefault(name, len(layout.codes)))
