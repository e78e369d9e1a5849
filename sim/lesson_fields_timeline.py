"""The fields of the timeline. card.<number> is 1 once that event was opened; `between` are the years from the earliest
to the latest of those that were opened in this step."""

from collections.abc import Callable, Mapping
from typing import Any

from sim.simulations.timeline import history
from sim.timeline import Event


def opened(seen: Any) -> list[Event]:
    """The events that were opened."""
    return [history().event(id) for id in seen.snapshot.opened]


def between(seen: Any) -> float | None:
    """Years from the earliest opened event to the latest; None before two are open."""
    years = [event.year for event in opened(seen)]
    return float(max(years) - min(years)) if len(years) > 1 else None


def cards(seen: Any) -> dict[str, float | None]:
    """1 for the number of every event that was opened."""
    return {str(event.number): 1.0 for event in opened(seen)}


TIMELINE_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "year": lambda seen: seen.snapshot.year,
    "lit": lambda seen: len(seen.snapshot.lit),
    "shown": lambda seen: len(seen.snapshot.shown),
    "drawn": lambda seen: len(seen.snapshot.drawn),
    "revealed": lambda seen: float(seen.snapshot.revealed),
    "season_error": lambda seen: seen.snapshot.season_error,
    "opened": lambda seen: len(seen.snapshot.opened),
    "between": between,
    "sorted": lambda seen: seen.snapshot.sorted_count,
    "sorted_correct": lambda seen: seen.snapshot.sorted_correct,
}

TIMELINE_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    "card": ((), cards),
}
