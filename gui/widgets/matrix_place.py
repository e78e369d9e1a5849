"""Where one matrix stands: its cells, its strip of all examples, its heading; and which cell lies under a point.

A matrix under the lens shows `count` of its examples as cells, from `first` on, and all of them as a strip beside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from gui.widgets.matrix_content import COLUMNS, ROWS, Matrix


@dataclass(frozen=True)
class Run:
    """The cells of one direction: `count` of `total`, beginning with `first`, each `size` long."""

    start: float
    size: float
    count: int
    total: int
    first: int = 0

    @property
    def length(self) -> float:
        """From the first shown cell to the last."""
        return self.size * self.count

    @property
    def is_part(self) -> bool:
        """Are there more than are shown?"""
        return self.count < self.total

    def begin(self, index: int) -> float:
        """Where a cell begins."""
        return self.start + (index - self.first) * self.size

    def shows(self, index: int) -> bool:
        """Is this one among the shown?"""
        return self.first <= index < self.first + self.count

    def at(self, position: float) -> int:
        """The cell at a position; -1 for none."""
        place = int((position - self.start) // self.size)
        return self.first + place if 0 <= place < self.count else -1


@dataclass(frozen=True)
class Place:
    """One matrix on the screen. decimals -1: cells too small for digits. font: the role of the digits.

    inline: the heading is one line, as that of a bias below its weights. tight: it is narrow. forward: the lane.
    """

    matrix: Matrix
    rows: Run
    columns: Run
    head: QRectF
    strip: QRectF | None = None
    decimals: int = -1
    font: str = "cell"
    exponent: int = 0
    inline: bool = False
    forward: bool = True
    tight: bool = False

    @property
    def area(self) -> QRectF:
        """The cells."""
        return QRectF(self.columns.start, self.rows.start, self.columns.length, self.rows.length)

    @property
    def outline(self) -> QRectF:
        """Cells and strip."""
        return self.area if self.strip is None else self.area.united(self.strip)

    def cell(self, row: int, column: int) -> QRectF | None:
        """The box of a cell, None where the lens does not show it."""
        if not (self.rows.shows(row) and self.columns.shows(column)):
            return None
        return QRectF(self.columns.begin(column), self.rows.begin(row), self.columns.size, self.rows.size)

    def row_box(self, row: int) -> QRectF | None:
        """The shown part of a row."""
        if not self.rows.shows(row):
            return None
        return QRectF(self.columns.start, self.rows.begin(row), self.columns.length, self.rows.size)

    def column_box(self, column: int) -> QRectF | None:
        """The shown part of a column."""
        if not self.columns.shows(column):
            return None
        return QRectF(self.columns.begin(column), self.rows.start, self.columns.size, self.rows.length)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column under a point."""
        row, column = self.rows.at(point.y()), self.columns.at(point.x())
        return (row, column) if row >= 0 and column >= 0 else None

    def seen_from(self, first: int) -> Place:
        """The same place with the lens elsewhere."""
        if self.matrix.examples == ROWS and self.rows.is_part:
            return replace(self, rows=_slid(self.rows, first))
        if self.matrix.examples == COLUMNS and self.columns.is_part:
            return replace(self, columns=_slid(self.columns, first))
        return self


def _slid(run: Run, first: int) -> Run:
    return replace(run, first=min(max(first, 0), run.total - run.count))
