"""Where names stand beside their dots, so that no name covers another, or a dot.

Names are placed one after the other, the most important first: right of the dot, left of it, above or below. What
finds no room is left to hovering. All of it is arithmetic on boxes (left, top, right, bottom).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Named:
    """A dot that wants its name beside it; `row` is the lane. far: the name may stand off, past other dots."""

    id: str
    row: int
    x: float
    y: float
    width: float
    far: bool = False


@dataclass(frozen=True)
class Room:
    """The area for names, the distance of lanes, the height of a name, and the space around a dot."""

    area: Box
    pitch: float
    height: float
    reach: float


def overlap(one: Box, two: Box) -> bool:
    """Whether two boxes have a pixel in common."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def place_names(names: Sequence[Named], dots: Iterable[Named], room: Room) -> dict[str, Box]:
    """The boxes of the names that found room. names: in order of importance. dots: all that must stay free."""
    taken: dict[int, list[Box]] = {}
    for dot in dots:
        taken.setdefault(dot.row, []).append(_around(dot, room.reach))
    placed: dict[str, Box] = {}
    for name in names:
        near = [box for row in (name.row - 1, name.row, name.row + 1) for box in taken.get(row, ())]
        box = next((box for box in _candidates(name, room) if _is_free(box, near, room.area)), None)
        if box is not None:
            placed[name.id] = box
            taken.setdefault(name.row, []).append(box)
    return placed


def _around(dot: Named, reach: float) -> Box:
    return (dot.x - reach, dot.y - reach, dot.x + reach, dot.y + reach)


def _is_free(box: Box, near: list[Box], area: Box) -> bool:
    within = box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]
    return within and not any(overlap(box, other) for other in near)


def _candidates(name: Named, room: Room) -> Iterator[Box]:
    half, out = room.height / 2, room.reach + 1.0
    yield (name.x + out, name.y - half, name.x + out + name.width, name.y + half)
    yield (name.x - out - name.width, name.y - half, name.x - out, name.y + half)
    if room.pitch < room.height + 2 * room.reach:
        return
    away = (1.0, 2.4, 3.4) if name.far else (1.0,)
    for top in (top for far in away for top in (name.y - far * room.reach - room.height, name.y + far * room.reach)):
        for share in (0.5, 0.12, 0.88):
            left = name.x - share * name.width
            yield (left, top, left + name.width, top + room.height)
