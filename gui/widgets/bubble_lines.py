"""What stands in a bubble: lines of coloured runs, and rows of a table whose cells are parted by tabs.

Columns of a table are aligned over all its rows: names at the left, the last column at the right edge; a name with
nothing beside it may reach over the columns between. The role "figure" sets a run large, "strong" in semibold, both in
ink; a line of one run in the role "divider" is a hairline. Every other role is a colour of the theme, and in a table
the quiet ones are small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from gui.theme import Theme
from gui.widgets.shapes import LEFT, stroke, text, text_width

Run = tuple[str, str]
Content = tuple[tuple[Run, ...], ...]
TAB = "\t"
DIVIDER = "divider"
_BETWEEN = 16.0
_INKS = frozenset({"figure", "strong"})
_QUIET = frozenset({"soft", "faint", "you", "good", "bad"})
_FONTS = {"figure": "figure", "strong": "heading"}


def cells_of(line: Sequence[Run]) -> list[list[Run]]:
    """The cells of a row."""
    cells: list[list[Run]] = [[]]
    for run in line:
        if run[0] == TAB:
            cells.append([])
        else:
            cells[-1].append(run)
    return cells


@dataclass(frozen=True)
class BubbleLines:
    """The lines of a bubble in a theme, measured and painted."""

    theme: Theme
    lines: Content

    def _font(self, role: str, small: bool = False) -> QFont:
        return self.theme.font("small" if small and role in _QUIET else _FONTS.get(role, "value"))

    def _wide(self, runs: Sequence[Run], small: bool = False) -> float:
        return sum(text_width(words, self._font(role, small)) for words, role in runs)

    @cached_property
    def _rows(self) -> list[list[list[Run]]]:
        return [cells_of(line) for line in self.lines if is_row(line)]

    @cached_property
    def columns(self) -> list[float]:
        """The widths of the table's columns."""
        count = max(map(len, self._rows), default=0)
        return [
            max((self._wide(row[k], True) for row in self._rows if k < len(row) and not _reaches(row, k)), default=0.0)
            for k in range(count)
        ]

    @cached_property
    def width(self) -> float:
        """What they need."""
        gap = self.theme.px(_BETWEEN)
        whole = sum(self.columns) + gap * max(0, sum(wide > 0.0 for wide in self.columns) - 1)
        reaching = [self._wide(row[0], True) + gap + self.columns[-1] for row in self._rows if _reaches(row, 0)]
        plain = [self._wide(line) for line in self.lines if not is_row(line) and not is_divider(line)]
        return max([whole, *reaching, *plain], default=0.0)

    def first_width(self) -> float:
        """What the first line needs."""
        if not self.lines or is_divider(self.lines[0]):
            return 0.0
        return self.width if is_row(self.lines[0]) else self._wide(self.lines[0])

    @cached_property
    def height(self) -> float:
        """All lines together."""
        return sum(self.line_height(line) for line in self.lines)

    def line_height(self, line: Sequence[Run]) -> float:
        """One line; a hairline has some air."""
        if is_divider(line):
            return self.theme.px(9.0)
        large = any(role == "figure" for _, role in line)
        return self.theme.line_height("figure" if large else "value") * (1.0 if large else 1.12)

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """All of them, in a box of some width."""
        for line in self.lines:
            high = self.line_height(line)
            if is_divider(line):
                y = round(top + high / 2.0) + 0.5
                edge = self.theme.color("rule")
                stroke(painter, QPointF(left, y), QPointF(left + width, y), edge, self.theme.stroke("hairline"))
            elif is_row(line):
                self._paint_row(painter, line, QRectF(left, top, width, high))
            else:
                self._paint_runs(painter, line, left, top, high)
            top += high

    def _paint_row(self, painter: QPainter, line: Sequence[Run], box: QRectF) -> None:
        left, cells = box.left(), cells_of(line)
        for k, cell in enumerate(cells):
            last = k == len(self.columns) - 1
            start = box.right() - self._wide(cell, True) if last else left
            self._paint_runs(painter, cell, start, box.top(), box.height(), True)
            left += self.columns[k] + (self.theme.px(_BETWEEN) if self.columns[k] else 0.0)

    def _paint_runs(
        self, painter: QPainter, runs: Sequence[Run], left: float, top: float, high: float, small: bool = False
    ) -> None:
        for words, role in runs:
            color, font = self.theme.color("ink" if role in _INKS else role), self._font(role, small)
            text(painter, QRectF(left, top, 10.0, high), words, font, color, LEFT)
            left += text_width(words, font)


def _reaches(row: list[list[Run]], k: int) -> bool:
    """Is it a name with nothing beside it?"""
    return k == 0 and len(row) > 2 and not any(words for cell in row[1:-1] for words, _ in cell)


def is_row(line: Sequence[Run]) -> bool:
    """Is it a row of the table?"""
    return any(words == TAB for words, _ in line)


def is_divider(line: Sequence[Run]) -> bool:
    """Is it a hairline?"""
    return len(line) == 1 and line[0][1] == DIVIDER
