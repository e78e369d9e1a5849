"""Which boxes are framed when a cell, a row or a column is named, also where the lens does not show it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from gui.widgets.matrix_content import COLUMNS, ROWS, Cell, Source
from gui.widgets.matrix_layout import Plan
from gui.widgets.matrix_place import Place

_LEAST_MARK = 2.0


def boxes_of(plan: Plan, source: Source) -> Iterator[QRectF]:
    """The boxes of a source in every matrix that shows it: its own, and those that are flipped from it."""
    name, row, column = source
    for place in plan.places.values():
        if place.matrix.is_ghost:
            continue
        if place.matrix.name == name:
            yield from _boxes(place, row, column)
        elif place.matrix.flipped == name:
            yield from _boxes(place, column, row)


def _boxes(place: Place, row: int | None, column: int | None) -> Iterator[QRectF]:
    if row is None and column is None:
        yield place.area
    elif row is None and column is not None:
        yield from _known(place.column_box(column))
    elif column is None and row is not None:
        yield from _known(place.row_box(row))
    elif row is not None and column is not None:
        yield from _known(place.cell(row, column))
    example = row if place.matrix.examples == ROWS else column if place.matrix.examples == COLUMNS else None
    if example is not None and place.strip is not None:
        yield strip_mark(place, example)


def _known(box: QRectF | None) -> Iterator[QRectF]:
    if box is not None:
        yield box


def strip_mark(place: Place, example: int) -> QRectF:
    """Where one example stands on the strip of all."""
    strip = place.strip
    assert strip is not None
    if place.matrix.examples == ROWS:
        high = strip.height() / place.rows.total
        thick = max(high, _LEAST_MARK)
        return QRectF(strip.left(), strip.top() + (example + 0.5) * high - thick / 2, strip.width(), thick)
    wide = strip.width() / place.columns.total
    thick = max(wide, _LEAST_MARK)
    return QRectF(strip.left() + (example + 0.5) * wide - thick / 2, strip.top(), thick, strip.height())


def cell_box(plan: Plan, cell: Cell) -> QRectF | None:
    """The box of a cell: in its own matrix, else in one that is flipped from it."""
    own = plan.places.get(cell[0])
    if own is not None and not own.matrix.is_ghost and (box := own.cell(cell[1], cell[2])) is not None:
        return box
    for place in plan.places.values():
        if place.matrix.flipped == cell[0] and (box := place.cell(cell[2], cell[1])) is not None:
            return box
    return None
