"""One small picture of a data set: points in the colours of their classes, a curve, a drawing of cells, or a sign."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.class_signs import class_color, class_shape
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import disc, rounded

Array = NDArray[np.float64]

PAD = 3.5
_FEW, _MANY = 12, 400


@dataclass(frozen=True, eq=False)
class Tile:
    """One picture. places (n, 2) from 0 to 1 with y upwards; classes (n,) their numbers, or values (n,) from -1 to 1 on
    the scale of the decision map, or neither: a curve in ink. cells (rows, columns) from 0 to 1: a picture in ink, the
    first row on top. icon: a sign instead, in violet where it is the learner's."""

    key: str
    title: str
    about: str = ""
    places: Array | None = None
    classes: NDArray[np.int64] | None = None
    values: Array | None = None
    cells: Array | None = None
    icon: str = ""


def paint_tile(painter: QPainter, theme: Theme, tile: Tile, box: QRectF) -> None:
    """One picture on its ground."""
    rounded(painter, box, theme.px(5), theme.color("stage"), theme.color("line"), theme.stroke("hairline"))
    if tile.icon:
        side = min(box.width() * 0.56, theme.px(22))
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, tile.icon, place, theme.color("you"), 1.7)
    elif tile.cells is not None:
        _paint_cells(painter, theme, tile.cells, box)
    elif tile.places is not None:
        _paint_points(painter, theme, tile, box)


def _paint_cells(painter: QPainter, theme: Theme, cells: Array, box: QRectF) -> None:
    pad = theme.px(PAD)
    inner = box.adjusted(pad, pad, -pad, -pad)
    rows, columns = cells.shape
    wide, high = inner.width() / columns, inner.height() / rows
    for (row, column), share in np.ndenumerate(cells):
        if share > 0.0:
            cell = QRectF(inner.left() + column * wide, inner.top() + row * high, wide, high)
            painter.fillRect(cell, theme.color("ink", float(share)))


def _paint_points(painter: QPainter, theme: Theme, tile: Tile, box: QRectF) -> None:
    places = tile.places if tile.places is not None else np.zeros((0, 2))
    few = len(places) <= _FEW
    radius = theme.px(3.7 if few else 1.25 if len(places) < _MANY else 0.7)
    pad = theme.px(PAD) + (radius if few else 0.0)
    inner = box.adjusted(pad, pad, -pad, -pad)
    put = _brush(painter, theme, tile, radius, few)
    for index, (x, y) in enumerate(places.tolist()):
        put(index, QPointF(inner.left() + x * inner.width(), inner.bottom() - y * inner.height()))


def _brush(painter: QPainter, theme: Theme, tile: Tile, radius: float, few: bool) -> Callable[[int, QPointF], None]:
    """How one point of this picture is drawn."""

    def sign(index: int, at: QPointF) -> None:
        number = int(tile.classes[index]) if tile.classes is not None else 0
        if few:
            paint_marker(painter, class_shape(theme, number), at, radius, class_color(theme, number), ground, 1.0)
        elif class_shape(theme, number) == "square":
            painter.fillRect(
                QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), class_color(theme, number)
            )
        else:
            disc(painter, at, radius, class_color(theme, number))

    def value(index: int, at: QPointF) -> None:
        share = float(tile.values[index]) if tile.values is not None else 0.0
        disc(painter, at, radius * 1.2, theme.mix("mid", "plus" if share > 0 else "minus", min(abs(share), 1.0)))

    def dot(index: int, at: QPointF) -> None:
        disc(painter, at, radius, ink)

    ground, ink = theme.color("stage"), QColor(theme.color("ink"))
    return sign if tile.classes is not None else value if tile.values is not None else dot
