"""The way of the keyboard over a timeline: from event to event in time, from lane to lane.

Left and right go through a lane; at its end they go on in nothing. Up and down go to the nearest in time of the next
lane that has any. Every dot can be reached so.
"""

from collections.abc import Sequence

from gui.widgets.timeline_plan import Spot


def ordered(spots: Sequence[Spot]) -> list[Spot]:
    """By time."""
    return sorted(spots, key=lambda spot: (spot.when, spot.row, spot.id))


def beside(spots: Sequence[Spot], at: Spot, way: int) -> Spot | None:
    """The next dot of the same lane, later for way 1, earlier for -1; None at the end."""
    lane = ordered([spot for spot in spots if spot.row == at.row])
    ids = [spot.id for spot in lane]
    place = ids.index(at.id) + way if at.id in ids else -1
    return lane[place] if 0 <= place < len(lane) else None


def across(spots: Sequence[Spot], at: Spot, way: int) -> Spot | None:
    """The dot nearest in time in the next lane below for way 1, above for -1; None beyond the last lane."""
    rows = sorted({spot.row for spot in spots if (spot.row - at.row) * way > 0}, key=lambda row: abs(row - at.row))
    if not rows:
        return None
    return min((spot for spot in spots if spot.row == rows[0]), key=lambda spot: (abs(spot.when - at.when), spot.when))


def entry(spots: Sequence[Spot], year: float) -> Spot | None:
    """Where a walk begins: the dot nearest to a year."""
    return min(spots, key=lambda spot: (abs(spot.when - year), spot.row), default=None)
