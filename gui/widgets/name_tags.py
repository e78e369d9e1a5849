"""Where names stand: beside their marker, never on a marker, never on another name, never outside the picture.

Each name tries eight places around its marker, the one it had last first, so that names do not jump about while a race runs. A
name that fits nowhere is left out; it is also on the board and in the bubble.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.widgets.contours import Array

_SIDES = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_LINE_COST = 4.0
_STAY = 22.0
_TOO_MANY = 60.0


@dataclass(frozen=True)
class Name:
    """A name to place: whose, how large, beside which point, and how far from it."""

    key: str
    size: QSizeF
    point: QPointF
    distance: float


class NamePlaces:
    """Finds places for names, and remembers on which side each stood."""

    def __init__(self) -> None:
        self._sides: dict[str, int] = {}

    def place(self, names: Iterable[Name], picture: QRectF, taken: Iterable[QRectF], lines: Array) -> Mapping[str, QRectF]:
        """Boxes for the names that fit into `picture`, first come first served.

        `taken` boxes may not be touched; `lines` are points (n, 2) of tracks, better left uncovered.
        """
        blocked = list(taken)
        placed: dict[str, QRectF] = {}
        for name in names:
            best = self._best(name, picture, blocked, lines)
            if best is None:
                self._sides.pop(name.key, None)
                continue
            side, box = best
            self._sides[name.key] = side
            placed[name.key] = box
            blocked.append(box.adjusted(-2, -1, 2, 1))
        return placed

    def _best(self, name: Name, picture: QRectF, blocked: list[QRectF], lines: Array) -> tuple[int, QRectF] | None:
        last = self._sides.get(name.key)
        found: list[tuple[float, int, QRectF]] = []
        for side, direction in enumerate(_SIDES):
            box = beside(name, direction)
            if not picture.contains(box) or any(box.intersects(other) for other in blocked):
                continue
            covered = min(_TOO_MANY, _LINE_COST * points_inside(lines, box))
            found.append((covered + 3.0 * side - (_STAY if side == last else 0.0), side, box))
        if not found:
            return None
        _, side, box = min(found, key=lambda place: place[0])
        return side, box


def beside(name: Name, direction: tuple[int, int]) -> QRectF:
    """The box of a name on one side of its point: x -1 left, 1 right; y -1 above, 1 below."""
    across, down = direction
    width, height, gap = name.size.width(), name.size.height(), name.distance
    if across and down:
        gap *= 0.55
    x = name.point.x() + (gap if across > 0 else -gap - width if across < 0 else -width / 2)
    y = name.point.y() + (gap if down > 0 else -gap - height if down < 0 else -height / 2)
    return QRectF(x, y, width, height)


def points_inside(points: Array, box: QRectF) -> int:
    """How many of the points (n, 2) lie in the box."""
    if len(points) == 0:
        return 0
    x, y = points[:, 0], points[:, 1]
    return int(np.count_nonzero((x > box.left()) & (x < box.right()) & (y > box.top()) & (y < box.bottom())))
