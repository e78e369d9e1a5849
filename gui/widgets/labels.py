"""Where names stand: beside their thing, never on a marker, never on another name, inside the picture.

Each label tries eight places around its anchor, the right side first. Places that would cover something forbidden are
out; of the others the one that hides the least of the tracks wins, and the place it had before is preferred, so that
names do not hop about while a race plays. A label that fits nowhere is dropped, unless it is the one the learner points
at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gui.widgets.contours import Array

Box = tuple[float, float, float, float]
"""left, top, right, bottom."""

_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
_STAY = 3.0
_CELL = 6
_CROWD_PRICE = 0.8
_ORDER_PRICE = 0.25


@dataclass(frozen=True)
class Label:
    """A text of `width` by `height` to be placed `gap` pixels from (x, y); `insist` places it in any case."""

    key: str
    x: float
    y: float
    width: float
    height: float
    gap: float
    insist: bool = False


@dataclass(frozen=True)
class Placed:
    """Where a label stands, and on which side of its anchor."""

    box: Box
    side: int


class Crowd:
    """How much of the tracks lies under a box: points counted on a coarse grid, summed up once."""

    def __init__(self, width: float, height: float, paths: Iterable[Array] = ()) -> None:
        self._columns = max(1, int(width) // _CELL + 1)
        self._rows = max(1, int(height) // _CELL + 1)
        marked = np.zeros((self._rows + 1, self._columns + 1))
        for path in paths:
            cells = (_dense(path) // _CELL).astype(np.intp)
            inside = (cells >= 0).all(axis=1) & (cells[:, 0] < self._columns) & (cells[:, 1] < self._rows)
            marked[cells[inside, 1] + 1, cells[inside, 0] + 1] += 1.0
        self._sums = marked.cumsum(axis=0).cumsum(axis=1)

    def under(self, box: Box) -> float:
        """The number of marked cells under the box."""
        left, right = (min(max(int(x) // _CELL, 0), self._columns) for x in (box[0], box[2] + _CELL))
        top, bottom = (min(max(int(y) // _CELL, 0), self._rows) for y in (box[1], box[3] + _CELL))
        sums = self._sums
        return float(sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left])


def place_labels(
    labels: Sequence[Label],
    bounds: Box,
    taken: Sequence[Box],
    crowd: Crowd | None = None,
    before: Mapping[str, int] | None = None,
) -> dict[str, Placed]:
    """A place for each label that fits, the insisting ones first, then in the order given."""
    placed: dict[str, Placed] = {}
    blocked = list(taken)
    for label in sorted(labels, key=lambda label: not label.insist):
        found = _best(label, bounds, blocked, crowd, (before or {}).get(label.key))
        if found is not None:
            placed[label.key] = found
            blocked.append(found.box)
    return placed


def overlap(one: Box, two: Box) -> float:
    """The area two boxes share."""
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    return max(0.0, width) * max(0.0, height)


def _best(label: Label, bounds: Box, blocked: Sequence[Box], crowd: Crowd | None, before: int | None) -> Placed | None:
    best: Placed | None = None
    lowest = float("inf")
    if not label.insist:
        blocked = _near(label, blocked)
    for side in range(len(_SIDES)):
        box = _box(label, side)
        inside = _moved_inside(box, bounds)
        if not label.insist and (inside != box or _touches(box, blocked)):
            continue
        covered = sum(overlap(inside, other) for other in blocked) if label.insist else 0.0
        price = side * _ORDER_PRICE + (0.0 if side == before else _STAY)
        price += _CROWD_PRICE * crowd.under(inside) if crowd is not None else 0.0
        price += covered * 10.0 + (50.0 if inside != box else 0.0)
        if price < lowest:
            best, lowest = Placed(inside, side), price
    return best


def _near(label: Label, others: Sequence[Box]) -> list[Box]:
    """Those that any place of the label could touch."""
    across, down = label.gap + label.width, label.gap + label.height
    hull = (label.x - across, label.y - down, label.x + across, label.y + down)
    return [one for one in others if _touches(hull, (one,))]


def _touches(box: Box, others: Sequence[Box]) -> bool:
    """Does the box share ground with any of the others?"""
    left, top, right, bottom = box
    return any(one[0] < right and left < one[2] and one[1] < bottom and top < one[3] for one in others)


def _box(label: Label, side: int) -> Box:
    """The box of a label on one side of its anchor; diagonal places come a little nearer."""
    across, down = _SIDES[side]
    gap = label.gap if across == 0 or down == 0 else label.gap * 0.6
    left = label.x + gap if across > 0 else label.x - gap - label.width if across < 0 else label.x - label.width / 2
    top = label.y + gap if down > 0 else label.y - gap - label.height if down < 0 else label.y - label.height / 2
    return (left, top, left + label.width, top + label.height)


def _moved_inside(box: Box, bounds: Box) -> Box:
    """The box shifted into the bounds; the left and top edges win where it does not fit."""
    dx = max(bounds[0] - box[0], min(0.0, bounds[2] - box[2]))
    dy = max(bounds[1] - box[1], min(0.0, bounds[3] - box[3]))
    return box if dx == 0.0 and dy == 0.0 else (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def _dense(path: Array) -> Array:
    """Points along the path at most a cell apart (up to 400 of them)."""
    if len(path) < 2:
        return path
    walked = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))))
    count = int(min(400.0, walked[-1] / _CELL + 2))
    at = np.linspace(0.0, walked[-1], count)
    return np.column_stack((np.interp(at, walked, path[:, 0]), np.interp(at, walked, path[:, 1])))


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places near the wanted ones along a line, at least `gap` apart and between the ends; closer where they cannot all
    fit.
    """
    if not wanted:
        return []
    gap = min(gap, max(0.0, high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    groups: list[tuple[float, int]] = []
    for index in order:
        middle, count = min(max(wanted[index], low), high), 1
        while groups and middle - groups[-1][0] < gap * (count + groups[-1][1]) / 2:
            other, others = groups.pop()
            middle, count = (other * others + middle * count) / (others + count), others + count
        half = gap * (count - 1) / 2
        groups.append((min(max(middle, low + half), high - half), count))
    places = [middle + gap * (place - (count - 1) / 2) for middle, count in groups for place in range(count)]
    result = [0.0] * len(wanted)
    for index, place in zip(order, places, strict=True):
        result[index] = min(max(place, low), high)
    return result
