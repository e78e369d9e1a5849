"""A learner's own data from a CSV file: inputs first, what is to be learned in the last column.

    data = sim.read_csv("flowers.csv")
    data.x, data.y                      (n, inputs), and (n, 1) or (n, classes), as `sim.dataset` gives them
    data.classes, data.columns          names; data.warnings: sentences about what may surprise

Two or three columns, with or without a header, separated by comma, semicolon or tab, numbers with a decimal point or
comma. The last column is classes if it holds text or at most ten different whole numbers, else numbers to be learned.

A large file is read in pieces of a few milliseconds: `csv_steps` is a generator that says after each how much is done,
so one reads between two frames and stops by closing it. At most 100 MB, 1,000,000 rows, 256 columns, 64 kB in a cell.
"""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.csv_cells import MOST_CLASSES, SAMPLE, Layout, exact_rows, fast_rows, find_layout, is_hint
from sim.csv_text import MOST_COLUMNS, MOST_ROWS, DataError, Piece, pieces
from sim.datasets import targets, whole
from sim.errors import ConfigError, listing, quote, unknown
from sim.numerals import write_count
from sim.phrases import Own, phrase

__all__ = ["CsvData", "DataError", "ReadingStopped", "csv_steps", "data_of", "read_csv"]

Array = NDArray[np.float64]
TASKS = ("auto", "classes", "regression")
MOST_NUMBERS = 10_000_000
FEW_ROWS, PART_BITS = 50_000, 5
"""Rows that are compared at once, and how many bits tell the parts of a longer table apart."""
LONGEST_OPENING = 10_000
"""Rows, most of them blank, after which the first ones must tell how a table is written."""


class ReadingStopped(ConfigError):
    """The person who reads the file said stop."""


@dataclass(frozen=True, eq=False)
class CsvData:
    """What a file holds. classes: their names, in the order of their numbers, () for regression; arrays read-only."""

    x: Array
    y: Array
    columns: tuple[str, ...]
    classes: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def task(self) -> str:
        """"classes" or "regression", as in `sim.datasets`."""
        return "classes" if self.classes else "regression"


def read_csv(
    path: str | os.PathLike[str],
    progress: Callable[[float], object] | None = None,
    *,
    encoding: str = "utf-8",
    header: bool | None = None,
    task: str = "auto",
    most_columns: int = 3,
) -> CsvData:
    """Read a file whole. progress(share) is called every few milliseconds; where it gives False, reading stops.

    encoding: "utf-8", "utf-16" or "latin-1". header: whether the first row is one; None finds out. task: "classes" or
    "regression" instead of "auto". most_columns: 2 to 256. Raises DataError with row and column, or ReadingStopped.
    """
    with closing(csv_steps(path, encoding=encoding, header=header, task=task, most_columns=most_columns)) as steps:
        while True:
            try:
                share = next(steps)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            if progress is not None and progress(share) is False:
                raise ReadingStopped("Reading was stopped; nothing has changed.")


def csv_steps(
    path: str | os.PathLike[str],
    *,
    encoding: str = "utf-8",
    header: bool | None = None,
    task: str = "auto",
    most_columns: int = 3,
) -> Generator[float, None, CsvData]:
    """The same in steps: yields the share that is done, returns the data. Close it to stop."""
    if task not in TASKS:
        raise unknown("task", task, TASKS)
    whole("most_columns", most_columns, 2, MOST_COLUMNS)
    layout: Layout | None = None
    blocks: list[Array] = []
    rows, known = 0, np.zeros(0)
    for piece in with_long_opening(pieces(path, encoding)):
        lines, first = piece.lines, piece.first
        if layout is None:
            if is_hint(lines[0]):
                lines, first = lines[1:], first + 1
            layout = find_layout(lines, first, header, most_columns)
            if layout.names:
                skipped = next(k for k, line in enumerate(lines) if line.strip()) + 1
                lines, first = lines[skipped:], first + skipped
        if any(map(str.strip, lines)):
            block = fast_rows(lines, layout)
            blocks.append(exact_rows(lines, first, layout) if block is None else block)
            rows += len(blocks[-1])
            check_size(rows, layout.columns)
            if len(known) <= MOST_CLASSES:
                known = np.union1d(known, blocks[-1][:, -1])
        yield 0.95 * piece.share
    if layout is None:
        raise DataError("The file is empty.")
    if rows < 2:
        what = "a header, but no data" if layout.names and not rows else "only one row of data; at least two are needed"
        raise DataError(phrase("There is {what}.", what=what))
    yield 0.96
    values = np.concatenate(blocks)
    blocks.clear()
    yield 0.97
    answers, names = learned(values[:, -1], known, layout, task)
    yield 0.98
    columns: tuple[str, ...] = tuple(map(Own, layout.names or ()))
    columns = columns or (*(f"x{k}" for k in range(1, layout.columns)), "y")
    data = data_of(values[:, :-1], answers, columns, names)
    yield 0.985
    keys = point_keys(data.x) if len(names) > 1 else None
    yield 0.99
    torn = 0
    for count in () if keys is None else torn_counts(keys, answers):
        torn += count
        yield 0.99
    return replace(data, warnings=tuple(warnings(data, answers, torn)))


def with_long_opening(found: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, the first ones joined until they hold enough rows to tell how the table is written."""
    opening: list[str] = []
    first, filled, share = 1, 0, 1.0
    for piece in found:
        opening, share = opening + piece.lines, piece.share
        filled += sum(1 for line in piece.lines if line.strip())
        if filled >= SAMPLE or (filled and len(opening) > LONGEST_OPENING):
            break
        if not filled:
            first, opening = first + len(opening), []
    if filled:
        yield Piece(opening, first, share)
    yield from found


def check_size(rows: int, columns: int) -> None:
    """Refuse a table that is too large as soon as it is."""
    if rows > MOST_ROWS:
        raise DataError(
            phrase("The table has more than {most_rows} rows.", most_rows=write_count(MOST_ROWS)), MOST_ROWS + 1
        )
    if rows * columns > MOST_NUMBERS:
        raise DataError(
            phrase("The table has more than {most_numbers} numbers.", most_numbers=write_count(MOST_NUMBERS)), rows
        )


def learned(answers: Array, known: Array, layout: Layout, task: str) -> tuple[NDArray[Any], tuple[str, ...]]:
    """(class numbers, names of the classes), or (the numbers to be learned, ()).

    known: the different numbers of the last column, as far as they have been counted.
    """
    if layout.text:
        if task == "regression":
            raise DataError(
                phrase(
                    "Column {columns} holds text: that can be classes, not numbers to be learned.",
                    columns=layout.columns,
                )
            )
        names = sorted(layout.codes, key=lambda name: (name.casefold(), name))
        place = np.empty(len(names), np.int64)
        place[[layout.codes[name] for name in names]] = np.arange(len(names))
        return place[answers.astype(np.int64)], tuple(map(Own, names))
    few = len(known) <= MOST_CLASSES
    if task == "classes" and not few:
        raise DataError(
            phrase(
                "Column {columns} holds more than {most_classes} different numbers: too many classes.",
                columns=layout.columns,
                most_classes=MOST_CLASSES,
            )
        )
    if task == "regression" or not few or (task == "auto" and not (known == np.floor(known)).all()):
        return answers, ()
    return np.searchsorted(known, answers), tuple(f"{number:.17g}" for number in known + 0.0)


def data_of(x: Array, answers: NDArray[Any], columns: tuple[str, ...], classes: tuple[str, ...]) -> CsvData:
    """Points and answers as data without warnings; answers are class numbers where there are classes."""
    x = np.ascontiguousarray(x)
    y = targets(answers, len(classes))
    for array in (x, y):
        array.flags.writeable = False
    return CsvData(x, y, columns, classes)


def warnings(data: CsvData, answers: NDArray[Any], torn: int) -> Iterator[str]:
    """Sentences about what is no mistake, but may surprise; `torn` as `torn_points` counts them."""
    x, columns, classes = data.x, data.columns, data.classes
    constant = [name for name, column in zip(columns, x.T) if (column == column[0]).all()]
    if constant:
        verb = "holds the same number" if len(constant) == 1 else "hold the same number each"
        named = listing([quote(name) for name in constant], 5)
        yield phrase("Column {named} {verb} in every row: nothing can be learned from it.", named=named, verb=verb)
    if len(classes) == 1:
        yield phrase("Every row has the class {classes}: there is nothing to tell apart.", classes=quote(classes[0]))
    if not classes and (answers == answers[0]).all():
        yield phrase(
            "Column {columns} holds the same number in every row: there is nothing to learn.",
            columns=quote(columns[-1]),
        )
    if torn:
        points = "One point has" if torn == 1 else phrase("{torn} points have", torn=write_count(torn))
        yield phrase("{points} rows of different classes: no learner can get all of them right.", points=points)


def point_keys(x: Array) -> NDArray[np.uint64]:
    """64 bits for every point, the same for the same point (n,); block by block, within the cache."""
    keys = np.zeros(len(x), np.uint64)
    for start in range(0, len(x), FEW_ROWS):
        block = keys[start : start + FEW_ROWS]
        for column in np.ascontiguousarray(x[start : start + FEW_ROWS].T + 0.0).view(np.uint64):
            mixed = (block ^ (block >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15) + column
            block[:] = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(0xBF58476D1CE4E5B9)
    return keys


def torn_counts(keys: NDArray[np.uint64], answers: NDArray[Any]) -> Iterator[int]:
    """`torn_points` in parts of a few milliseconds: points with the same first bits are in the same part."""
    if len(keys) <= FEW_ROWS:
        yield torn_points(keys, answers)
        return
    first = (keys >> np.uint64(64 - PART_BITS)).astype(np.uint8)
    order = np.argsort(first, kind="stable")
    yield 0
    ends = np.cumsum(np.bincount(first, minlength=1 << PART_BITS))
    for start, end in zip(ends - np.diff(ends, prepend=0), ends):
        rows = order[start:end]
        yield torn_points(keys[rows], answers[rows])


def torn_points(keys: NDArray[np.uint64], answers: NDArray[Any]) -> int:
    """How many different points stand in the table with more than one class."""
    ordered = np.sort(keys)
    repeated = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(repeated):
        return 0
    rows = np.flatnonzero(np.isin(keys, repeated))
    rows = rows[np.argsort(keys[rows], kind="stable")]
    group = np.cumsum(np.append(True, np.diff(keys[rows]) != 0)) - 1
    lowest, highest = np.full(group[-1] + 1, np.iinfo(np.int64).max), np.full(group[-1] + 1, -1)
    np.minimum.at(lowest, group, answers[rows])
    np.maximum.at(highest, group, answers[rows])
    return int((lowest != highest).sum())
