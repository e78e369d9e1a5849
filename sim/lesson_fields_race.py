"""The fields of the optimizer race, all read at the cursor: a result counts when the learner has played to it.

A racer that flew off keeps its last finite numbers.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from sim.optimizers import OPTIMIZERS
from sim.simulations.race_view import Track
from sim.surface import Surface

TARGETS = {"two_parameter_net": 1e-3, "zigzag_bowl": 1e-6, "beale": 1e-2}
"""The loss below which a racer has arrived, where a lesson asks for it."""
DUST = 1e-12
PLATEAU, PLATEAU_ENDS = "plateau", 2.0


def cursor(seen: Any, track: Track) -> int:
    """The row of the track that is shown: the cursor, or the last row with numbers."""
    return min(int(seen.snapshot.step), track.end)


def of_each(read: Callable[[Any, Track, int], float | None]) -> Callable[[Any], Mapping[str, float | None]]:
    """The field of every racer."""

    def many(seen: Any) -> dict[str, float | None]:
        return {key: read(seen, track, cursor(seen, track)) for key, track in seen.snapshot.tracks.items()}

    return many


def last_move(seen: Any, track: Track, row: int) -> float:
    """The length of the last move; 0 before the first."""
    if row == 0:
        return 0.0
    dx, dy = track.path[row] - track.path[row - 1]
    return float(np.hypot(dx, dy))


def turns(seen: Any, track: Track, row: int) -> float:
    """How often x has changed its sign so far; what is no more than rounding has none."""
    x = track.path[: row + 1, 0]
    signs = np.sign(x[np.abs(x) > DUST * np.abs(x).max()])
    return float(np.count_nonzero(signs[1:] != signs[:-1]))


def left(seen: Any, track: Track, row: int) -> float:
    """Whether it has left the saddle, or the plateau."""
    if seen.snapshot.surface.key == PLATEAU:
        return float((track.path[: row + 1, 0] < PLATEAU_ENDS).any())
    return float(track.left is not None and track.left <= row)


def reached(seen: Any, track: Track, row: int) -> float | None:
    """Whether the loss stays below the surface's target from the cursor on; None where there is no target."""
    target = target_of(seen.snapshot.surface)
    if target is None:
        return None
    return float(not track.flew and bool((track.loss[row:] < target).all()))


def target_of(surface: Surface) -> float | None:
    """The loss that counts as arrived."""
    return TARGETS.get(surface.key)


def has_flown(seen: Any, track: Track) -> bool:
    """Whether the cursor is beyond the last step with numbers."""
    return bool(track.flew and seen.snapshot.step > track.end)


def hand_loss(seen: Any) -> float | None:
    """The loss where the learner's skier stands."""
    hand = seen.snapshot.hand
    return None if hand is None else float(hand.losses[-1])


def hand_looks(seen: Any) -> float:
    """How many steps the learner's skier has made."""
    hand = seen.snapshot.hand
    return 0.0 if hand is None else float(len(hand.path) - 1)


def largest_curvature(seen: Any) -> float | None:
    """The largest curvature at any racer, while curvatures are shown."""
    found = [curvature.high for curvature in seen.snapshot.curvatures.values()]
    return max(found) if found else None


def smallest_curvature(seen: Any) -> float | None:
    """The smallest curvature at any racer, below zero on a saddle, while curvatures are shown."""
    found = [curvature.low for curvature in seen.snapshot.curvatures.values()]
    return min(found) if found else None


RACE_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "diverged": lambda seen: float(any(has_flown(seen, track) for track in seen.snapshot.tracks.values())),
    "loss.hand": hand_loss,
    "hand.looks": hand_looks,
    "hand.edits": hand_looks,
    "curvature.largest": largest_curvature,
    "curvature.smallest": smallest_curvature,
}

RACE_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    name: (tuple(OPTIMIZERS), of_each(read))
    for name, read in {
        "loss": lambda seen, track, row: float(track.loss[row]),
        "x": lambda seen, track, row: float(track.path[row, 0]),
        "y": lambda seen, track, row: float(track.path[row, 1]),
        "abs_x": lambda seen, track, row: abs(float(track.path[row, 0])),
        "speed": last_move,
        "turns": turns,
        "left": left,
        "reached": reached,
        "diverged": lambda seen, track, row: float(has_flown(seen, track)),
        "rate": lambda seen, track, row: track.rate,
    }.items()
}
