"""A learner's own table on its way into the playground: chosen or dropped, read in small pieces, told in sentences.

The file is read by the window itself, a few milliseconds per turn of its event loop, so that everything else goes on
and Cancel acts at once. Until the last row has been read nothing changes: a file that is refused, or cancelled, leaves
the points as they are.

A table of three columns is two inputs and what is to be told. One of two columns is an input and a number, a curve,
unless its last column holds text: then these are classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from sim.csv_cells import is_number
from sim.csv_data import CsvData, DataError, csv_steps
from sim.csv_save import csv_text
from sim.datasets import targets
from sim.draws import ORDER, Draws, Rows
from sim.errors import ConfigError, quote
from sim.numerals import write_count, write_short
from sim.phrases import Own, phrase
from sim.simulations.playground_data import MOST_POINTS
from sim.simulations.playground_view import Data, OwnData

if TYPE_CHECKING:
    from collections.abc import Generator

Array = NDArray[np.float64]

MOST = MOST_POINTS
"""Of a longer table, so many rows are drawn by lot."""
LARGEST, CLOSEST = 1e15, 1e-15
"""Pictures are computed in 32 bits: beyond these, squares and slopes would leave the numbers."""
TURN = 8
"""Milliseconds of reading in one turn of the event loop."""
CLASS, NUMBER = "class", "number"
"""What the last column is called in the files that are saved here."""
OTHER = "other"
"""The name of a second class beside the only one of a table."""
ENCODINGS = {"latin-1": "Latin-1", "utf-16": "UTF-16", "utf-8": "UTF-8"}


@dataclass(frozen=True)
class Opened:
    """A table that was read: the points, what it is in a sentence, and sentences about what may surprise."""

    data: OwnData
    words: str
    warnings: tuple[str, ...]


class Reading(QObject):
    """Reads one file at a time. `progressed` carries the share that is done, `failed` the DataError."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[float, None, CsvData] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._path = Path()

    @property
    def path(self) -> Path:
        """The file that is being read, or was read last."""
        return self._path

    @property
    def busy(self) -> bool:
        """Is a file being read?"""
        return self._steps is not None

    def start(self, path: Path, encoding: str = "utf-8") -> None:
        """Begin with a file. One that was being read is left."""
        self._stop()
        self._path = Path(path)
        self._steps = csv_steps(self._path, encoding=encoding)
        self._timer.start()
        self.progressed.emit(0.0)

    def cancel(self) -> None:
        """Leave the file; nothing has changed."""
        if self._steps is not None:
            self._stop()
            self.cancelled.emit()

    def _turn(self) -> None:
        """Read for a few milliseconds."""
        clock = QElapsedTimer()
        clock.start()
        share = 0.0
        steps = self._steps
        try:
            while steps is not None and clock.elapsed() < TURN:
                share = next(steps)
        except StopIteration as end:
            self._stop()
            self.done.emit(end.value)
        except ConfigError as error:
            self._stop()
            self.failed.emit(error)
        except BaseException:
            self._stop()
            raise
        else:
            self.progressed.emit(share)

    def _stop(self) -> None:
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()


# From a table to points -----------------------------------------------------------------------------------------------


def opened_from(table: CsvData, title: str, most: int = MOST) -> Opened:
    """The points of a table, at most `most` of them, and what to say about it. ConfigError for numbers too large."""
    check_size(table)
    rows = drawn_rows(len(table.x), most)
    curve = is_curve(table)
    places = class_numbers(table, rows)
    answers = told_numbers(table, rows, places) if curve else places
    classes = () if curve else table.classes
    x = table.x if len(rows) == len(table.x) else np.ascontiguousarray(table.x[rows])
    data = OwnData(x, answers, classes, table.columns[: x.shape[1]], Own(title))
    warnings = tuple(words for words in table.warnings if not (curve and "class" in words))
    return Opened(data, words_of(data, len(table.x)), warnings)


def check_size(table: CsvData) -> None:
    """Refuse a column with numbers that no picture can hold: too large, or too close together."""
    told = np.array([float(name) for name in table.classes]) if table.classes and is_curve(table) else table.y[:, 0]
    for name, column in zip(table.columns, (*table.x.T, told), strict=True):
        low, high = float(column.min()), float(column.max())
        if max(high, -low) > LARGEST:
            raise ConfigError(
                phrase(
                    "Column {name} holds {high}; numbers up to {largest} can be learned.",
                    name=quote(name),
                    high=write_short(max(high, -low), 3),
                    largest=write_short(LARGEST, 1),
                )
            )
        if 0.0 < high - low < CLOSEST:
            raise ConfigError(
                phrase(
                    "The numbers in column {name} lie within {high}; to be told apart in a picture they "
                    "must span at least {closest}.",
                    name=quote(name),
                    high=write_short(high - low, 1),
                    closest=write_short(CLOSEST, 1),
                )
            )


def suits_unit(data: OwnData) -> bool:
    """Can one unit learn it: two classes at most, in the plane?"""
    return 1 <= len(data.classes) <= 2 and data.x.shape[1] == 2


def drawn_rows(count: int, most: int) -> Rows:
    """All row numbers, or `most` of them by lot, one out of each stretch of the table."""
    if count <= most:
        return np.arange(count)
    starts = np.arange(most + 1) * count // most
    chances = Draws(0).uniform(most, ORDER)[:, 0]
    drawn: Rows = starts[:-1] + (chances * np.diff(starts)).astype(np.int64)
    return drawn


def is_curve(table: CsvData) -> bool:
    """Are numbers to be told? Whole numbers are, too, in a table with one input, unless its header says classes."""
    if not table.classes:
        return True
    headline = table.columns[-1].casefold()
    as_numbers = headline == NUMBER or (table.x.shape[1] == 1 and headline != CLASS)
    return as_numbers and all(is_number(name) for name in table.classes)


def class_numbers(table: CsvData, rows: Rows) -> NDArray[np.int64]:
    """The classes of the rows; zeros where there are none."""
    if table.y.shape[1] > 1:
        return np.asarray(table.y[rows].argmax(axis=1), np.int64)
    return table.y[rows, 0].astype(np.int64) if table.classes else np.zeros(len(rows), np.int64)


def told_numbers(table: CsvData, rows: Rows, places: NDArray[np.int64]) -> Array:
    """The numbers to be told, also where they were taken for the names of classes."""
    if not table.classes:
        return np.array(table.y[rows, 0])
    return np.array([float(name) for name in table.classes])[places]


def words_of(data: OwnData, rows: int) -> str:
    """What was opened, in one sentence."""
    inputs = "one input" if data.x.shape[1] == 1 else "two inputs"
    count = len(data.classes)
    kind = "a number to be told" if not count else "one class" if count == 1 else phrase("{count} classes", count=count)
    if rows > len(data.x):
        return phrase(
            "{title}: {rows} rows with {inputs} and {kind}. {x} of them, drawn by lot, are shown.",
            title=data.title,
            rows=write_count(rows),
            inputs=inputs,
            kind=kind,
            x=write_count(len(data.x)),
        )
    return phrase(
        "{title}: {rows} rows with {inputs} and {kind}.",
        title=data.title,
        rows=write_count(rows),
        inputs=inputs,
        kind=kind,
    )


# From points to a table -----------------------------------------------------------------------------------------------


def table_text(data: Data) -> str:
    """The points as they are now, as a table that reads back bit for bit."""
    answers, classes = np.asarray(data.answers), data.classes
    if len(classes) == 1:
        classes = (*classes, OTHER)
    y = targets(answers, len(classes))
    return csv_text(data.x, y, classes, (*data.columns, CLASS if classes else NUMBER))


# Sentences ------------------------------------------------------------------------------------------------------------


def ways_to_read(error: ConfigError) -> tuple[str, ...]:
    """In which encodings a refused file may be worth another try."""
    return error.encodings if isinstance(error, DataError) else ()


def one_file(paths: list[str]) -> Path:
    """The file that was dropped; "" is one that lies elsewhere. Raises ConfigError where there is not just one."""
    if len(paths) > 1:
        raise ConfigError(phrase("Drop one file at a time; these were {paths}. Nothing has changed.", paths=len(paths)))
    if not paths or not paths[0]:
        raise ConfigError("Only a file of this computer can be opened: save it first, then drop it here.")
    return Path(paths[0])
