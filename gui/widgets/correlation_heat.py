"""How alike the units of a layer answer: a tile for every pair, blue where they rise together, orange where one falls.

Units that are alike stand side by side: they are sorted along the direction in which the table varies most, so that
groups show as squares. Point at a tile, or walk with the arrow keys, to read off a pair.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.network_view_units import tone_table
from gui.widgets.picture import Picture
from gui.widgets.shapes import CENTRE, rounded, text, wrapped
from gui.widgets.words import tip
from sim.numerals import write_fixed
from sim.phrases import phrase, word

NOTHING = word("Not compared yet.")
_REACH, _TONES = 0.9, 511
_GOOD_ENOUGH = 0.85
"""The old order stays, so that tiles keep their places, while its neighbours are so much as alike as they could be."""
_MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


@dataclass(frozen=True, eq=False)
class Likeness:
    """r (units, units), units: their numbers; mean: of |r| over all pairs."""

    r: Array = field(default_factory=lambda: np.zeros((0, 0)))
    units: tuple[int, ...] = ()
    mean: float = math.nan


def side_by_side(r: Array) -> Array:
    """An order of the units in which alike ones are neighbours, (units,).

    The largest eigenvectors of r span a plane; in it, the angle of a unit tells whom it is like (Friendly 2002).
    """
    if len(r) < 3:
        return np.arange(len(r))
    _, vectors = np.linalg.eigh(np.nan_to_num(r))
    angles = np.arctan2(vectors[:, -2], vectors[:, -1])
    order = np.argsort(angles, kind="stable")
    gaps = np.diff(angles[order], append=angles[order[0]] + 2.0 * math.pi)
    rolled: Array = np.roll(order, -(int(gaps.argmax()) + 1))
    return rolled


def neighbourly(r: Array, order: Array) -> float:
    """How alike neighbours are in an order, on the average."""
    return float(np.nan_to_num(r)[order[:-1], order[1:]].mean()) if len(order) > 1 else 0.0


class CorrelationHeat(Picture):
    """See the module's text."""

    name = "How alike the units answer"
    about = "A tile for every pair of units. Arrow keys walk from tile to tile."
    wanted, least = (250, 250), (100, 90)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = Likeness()
        self._why = ""
        self._order: Array = np.zeros(0, np.intp)
        self._image: QImage | None = None
        self._hot: tuple[int, int] | None = None
        self._at: tuple[int, int] | None = None
        self.renew()

    def show_likeness(self, seen: Likeness) -> None:
        """Another layer, or another network."""
        if seen is self._seen:
            return
        if len(seen.r) != len(self._seen.r):
            self._hot = self._at = None
        same = seen.units == self._seen.units and len(self._order) == len(seen.r)
        self._seen, self._image = seen, None
        order = side_by_side(seen.r)
        if not same or neighbourly(seen.r, self._order) < _GOOD_ENOUGH * neighbourly(seen.r, order):
            self._order = order
        self.renew()

    def explain(self, why: str) -> None:
        """Why there is nothing to show; "" where it only has not come yet."""
        if why != self._why:
            self._why = why
            self.renew()

    @property
    def seen(self) -> Likeness:
        """What is shown."""
        return self._seen

    def square(self) -> QRectF:
        """The rectangle of the tiles."""
        side = max(10.0, min(self.width(), self.height()) - 2.0)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def pair_at(self, at: QPointF) -> tuple[int, int] | None:
        """Row and column of the tile at a place."""
        square, count = self.square(), len(self._seen.r)
        if not count or not square.contains(at):
            return None
        row = min(count - 1, int((at.y() - square.top()) / square.height() * count))
        return row, min(count - 1, int((at.x() - square.left()) / square.width() * count))

    def forget(self) -> None:
        """Colours are other."""
        self._image = None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The tiles, and a frame around the pair that is read off."""
        square, count = self.square(), len(self._seen.r)
        if not count:
            rounded(painter, square, theme.px(6), None, theme.color("rule"), theme.stroke("hairline"), [4.0, 4.0])
            font, high = theme.font("small"), theme.line_height("small")
            lines = wrapped(self._why or NOTHING, font, square.width() - theme.px(16), 3)
            for row, words in enumerate(lines):
                box = QRectF(0, self.height() / 2 + (row - len(lines) / 2) * high, self.width(), high)
                text(painter, box, words, font, theme.color("soft"), CENTRE)
            return
        if self._image is None:
            self._image = heat_image(theme, self._seen.r[np.ix_(self._order, self._order)])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(square, self._image)
        rounded(painter, square.adjusted(-1, -1, 1, 1), 2.0, None, theme.color("rule"), theme.stroke("hairline"))
        pair = self._pointed()
        if pair is not None:
            side = square.width() / count
            box = QRectF(square.left() + pair[1] * side, square.top() + pair[0] * side, side, side)
            grow = max(1.0, (theme.px(8) - side) / 2)
            rounded(painter, box.adjusted(-grow, -grow, grow, grow), 2.0, None, theme.color("ink"), theme.px(1.8))

    def _pointed(self) -> tuple[int, int] | None:
        return self._hot or (self._at if self.hasFocus() else None)

    def describe(self) -> str:
        """The pair that is read off, else the mean."""
        if not len(self._seen.r):
            return self._why or NOTHING
        pair = self._hot or self._at
        if pair is None:
            return phrase("Mean likeness of two units: {mean}.", mean=write_fixed(self._seen.mean, 3))
        one, two = int(self._order[pair[0]]), int(self._order[pair[1]])
        return phrase(
            "Units {one} and {two}: {r}.",
            one=self._number(one),
            two=self._number(two),
            r=write_fixed(float(self._seen.r[one, two]), 2),
        )

    def _number(self, place: int) -> int:
        return (self._seen.units[place] if place < len(self._seen.units) else place) + 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off the pair under the pointer."""
        self._point(self.pair_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from pair to pair."""
        key, last = Qt.Key(event.key()), len(self._seen.r) - 1
        if key in _MOVES and last >= 0:
            row, column = self._at or (0, 0)
            down, across = _MOVES[key] if self._at is not None else (0, 0)
            self._at = (min(max(row + down, 0), last), min(max(column + across, 0), last))
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._at = None
        else:
            event.ignore()
            return
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _point(self, pair: tuple[int, int] | None) -> None:
        if pair != self._hot:
            self._hot = pair
            self.renew()
            self.setToolTip(tip(self.describe()) if pair is not None else "")


def heat_image(theme: Theme, r: Array) -> QImage:
    """One pixel for every pair."""
    known = np.isfinite(r)
    index = np.where(known, np.round((np.clip(np.nan_to_num(r), -1.0, 1.0) + 1.0) / 2.0 * (_TONES - 1)), _TONES)
    memory = np.ascontiguousarray(tone_table(theme, _REACH)[index.astype(np.intp)])
    side = len(r)
    return QImage(memory.data, side, side, 4 * side, QImage.Format.Format_ARGB32_Premultiplied).copy()
