"""Where the names of a line of years stand: as low as they can, never on each other, never on another name's stem.

Plain geometry in pixels; `gui.widgets.history_strip` paints it. Names that matter more choose first; one that finds no
place asks each of the others, in turn, to stand elsewhere. Where that does not help it is left out; its dot stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = 10.0
"""Pixels between two names at one height, at 100 %."""
CLEAR = 4.0
"""Pixels between a name and the stem of another."""
SHARES = (0.5, 0.82, 0.18, 0.96, 0.04)
"""Where a name meets its stem, as a share of its width."""


@dataclass(frozen=True)
class Wanted:
    """A name at `x`, so wide. The first in a list chooses first."""

    x: float
    width: float


@dataclass(frozen=True)
class Placed:
    """A name from `left`, at height `level` (0 is the lowest)."""

    left: float
    level: int


@dataclass(frozen=True)
class Room:
    """The place for all names: from `left` to `right`, so many levels high; distances are multiplied by `scale`."""

    left: float
    right: float
    levels: int
    scale: float = 1.0


def place_names(wanted: Sequence[Wanted], room: Room) -> tuple[Placed | None, ...]:
    """A place for each name, or None."""
    places: list[Placed | None] = [None] * len(wanted)
    for number in range(len(wanted)):
        place = first_free(number, wanted, places, room)
        if place is None:
            make_way(number, wanted, places, room)
        else:
            places[number] = place
    return tuple(places)


def make_way(number: int, wanted: Sequence[Wanted], places: list[Placed | None], room: Room) -> None:
    """Move one other name so that this one finds a place; all stay where they are if that does not help."""
    for other, before in enumerate(places[:number]):
        if before is None:
            continue
        for moved in candidates(wanted[other], room):
            places[other] = None
            if is_free(other, moved, wanted, places, room):
                places[other] = moved
                place = first_free(number, wanted, places, room)
                if place is not None:
                    places[number] = place
                    return
        places[other] = before


def first_free(number: int, wanted: Sequence[Wanted], places: Sequence[Placed | None], room: Room) -> Placed | None:
    """The lowest place that is free for a name."""
    fitting = (place for place in candidates(wanted[number], room) if is_free(number, place, wanted, places, room))
    return next(fitting, None)


def candidates(name: Wanted, room: Room) -> Iterator[Placed]:
    """Where a name may stand, the best place first."""
    if name.width > room.right - room.left:
        return
    for level in range(room.levels):
        for share in SHARES:
            yield Placed(min(max(name.x - name.width * share, room.left), room.right - name.width), level)


def is_free(
    number: int, place: Placed, wanted: Sequence[Wanted], places: Sequence[Placed | None], room: Room
) -> bool:
    """Whether a name can stand there beside those that have their places."""
    name, gap, clear = wanted[number], GAP * room.scale, CLEAR * room.scale
    left, right = place.left, place.left + name.width
    for rank, other in enumerate(places):
        if other is None or rank == number:
            continue
        first, last = other.left, other.left + wanted[rank].width
        if other.level == place.level and left < last + gap and first < right + gap:
            return False
        if other.level < place.level and first - clear < name.x < last + clear:
            return False
        if other.level > place.level and left - clear < wanted[rank].x < right + clear:
            return False
    return True
