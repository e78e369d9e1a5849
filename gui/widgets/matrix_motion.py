"""How matrices move from one step to the next: they travel to their new places, and a transpose turns over.

A turn over the diagonal is half a turn in space around that diagonal, seen from the front: cell (row, column) goes to
(column, row), and half-way the matrix is seen from its edge.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from gui.widgets.matrix_place import Place


@dataclass(frozen=True)
class Stretch:
    """Lays what belongs to the box `home` into the box `now`."""

    home: QRectF
    now: QRectF

    @property
    def moves(self) -> bool:
        """Is it somewhere else, or of another size?"""
        return self.home != self.now

    def box(self, box: QRectF) -> QRectF:
        """Where a part of the home box is now."""
        wide = self.now.width() / self.home.width() if self.home.width() else 1.0
        high = self.now.height() / self.home.height() if self.home.height() else 1.0
        left = self.now.left() + (box.left() - self.home.left()) * wide
        top = self.now.top() + (box.top() - self.home.top()) * high
        return QRectF(left, top, box.width() * wide, box.height() * high)

    def head(self, head: QRectF) -> QRectF:
        """Where the heading is now: it is never stretched."""
        shift = QPointF(self.now.center().x() - self.home.center().x(), self.now.top() - self.home.top())
        return head.translated(shift)


def between(one: QRectF, two: QRectF, share: float) -> QRectF:
    """A box on the way from one to another."""
    if share >= 1.0:
        return two
    return QRectF(
        one.left() + (two.left() - one.left()) * share,
        one.top() + (two.top() - one.top()) * share,
        one.width() + (two.width() - one.width()) * share,
        one.height() + (two.height() - one.height()) * share,
    )


def travelled(place: Place, before: dict[str, QRectF], share: float) -> Stretch:
    """Where a matrix is when `share` of its way is done."""
    home = place.outline
    return Stretch(home, between(before.get(place.matrix.name, home), home, share))


def turned(source: QRectF, target: QRectF, share: float) -> QTransform:
    """From a picture of the original, one unit wide and high around its middle, to the screen while it turns over."""
    wide = source.width() + (target.width() - source.width()) * share
    high = source.height() + (target.height() - source.height()) * share
    middle = source.center() + (target.center() - source.center()) * share
    return QTransform(
        (1.0 - share) * wide, share * high, share * wide, (1.0 - share) * high, middle.x(), middle.y()
    )  # fmt: skip
