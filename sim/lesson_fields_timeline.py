"""The fields of the timeline. What an event was opened as, card.<number>, the window says by a mark."""

from collections.abc import Callable, Mapping
from typing import Any

TIMELINE_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "year": lambda seen: seen.snapshot.year,
    "lit": lambda seen: len(seen.snapshot.lit),
    "shown": lambda seen: len(seen.snapshot.shown),
    "drawn": lambda seen: len(seen.snapshot.drawn),
    "revealed": lambda seen: float(seen.snapshot.revealed),
    "season_error": lambda seen: seen.snapshot.season_error,
    "opened": lambda seen: len(seen.snapshot.opened),
    "sorted": lambda seen: seen.snapshot.sorted_count,
    "sorted_correct": lambda seen: seen.snapshot.sorted_correct,
}

TIMELINE_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {}
