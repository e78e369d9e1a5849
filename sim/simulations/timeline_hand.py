"""What a learner does on the timeline by hand: draw seasons, reveal the winters, open events, sort cards.

Seasons are stretches of years; one that touches another becomes one with it. How far they are off is measured in
years: those that lie in a season of one kind only, drawn or told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isfinite
from typing import Any

from sim.config import Config
from sim.errors import ConfigError, quote, unknown
from sim.phrases import phrase
from sim.simulations.timeline_sorting import CLAIMS, ORDER, TABLES, Sorted, Table, sorted_with
from sim.timeline import FIRST_YEAR, LAST_YEAR, WINTERS, Timeline

Season = tuple[float, float]
SHORTEST = 0.25
MOST_SEASONS = 12
MOST_OPENED = 1000
HANDS = ("draw", "erase", "reveal", "sort", "open")


@dataclass(frozen=True)
class Made:
    """What the learner made so far: seasons by time, whether the winters were revealed, ids, cards in boxes."""

    drawn: tuple[Season, ...] = ()
    revealed: bool = False
    opened: tuple[str, ...] = ()
    sorted_into: Sorted = ()


def edited(config: Config, made: Made, what: Any, value: Any, timeline: Timeline) -> Made:
    """What is made after one of HANDS. ConfigError where it cannot be."""
    if what == "draw":
        return replace(made, drawn=joined((*made.drawn, season_of(value))))
    if what == "erase":
        return replace(made, drawn=erased(made.drawn, value))
    if what == "reveal":
        return replace(made, revealed=truth_of(value))
    if what == "sort":
        return replace(made, sorted_into=sorted_with(table_of(config, value), made.sorted_into, value))
    if what == "open":
        id = timeline.event(value).id if isinstance(value, str) else _no_event(value)
        return replace(made, opened=(*(other for other in made.opened if other != id), id)[-MOST_OPENED:])
    raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))


def _no_event(value: object) -> str:
    raise ConfigError(phrase("An event is named by its id, not by {value}.", value=quote(value)))


def table_of(config: Config, value: Any = None) -> Table:
    """The table that is shown; where none is, the one that has the card named first in `value`."""
    shown = [key for key in TABLES if config[key]]
    if shown:
        return TABLES[shown[0]]
    key = value[0] if isinstance(value, (tuple, list)) and value else None
    return ORDER if any(card.key == key for card in ORDER.cards) else CLAIMS


def season_of(value: Any) -> Season:
    """(first, last) of a season to be drawn, in years."""
    pair = value if isinstance(value, (tuple, list)) else ()
    numbers = [part for part in pair if isinstance(part, (int, float)) and not isinstance(part, bool)]
    if len(pair) != 2 or len(numbers) != 2 or not all(isfinite(part) for part in numbers):
        raise ConfigError(phrase("A season is two years (first, last), not {value}.", value=quote(value)))
    first, last = (float(part) for part in numbers)
    if not FIRST_YEAR <= first <= last - SHORTEST <= LAST_YEAR + 1 - SHORTEST:
        raise ConfigError(
            phrase(
                "A season lies from {first_year} to {last_year} and lasts a quarter of a year at "
                "least, unlike {first} to {last}.",
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR + 1,
                first=f"{first:g}",
                last=f"{last:g}",
            )
        )
    return first, last


def joined(seasons: Sequence[Season]) -> tuple[Season, ...]:
    """The seasons by time, those that touch made one. ConfigError for too many."""
    found: list[Season] = []
    for first, last in sorted(seasons):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    if len(found) > MOST_SEASONS:
        raise ConfigError(
            phrase("There are {most_seasons} seasons already; erase one first.", most_seasons=MOST_SEASONS)
        )
    return tuple(found)


def erased(drawn: tuple[Season, ...], value: Any) -> tuple[Season, ...]:
    """Without the season in which the year `value` lies; None: without any."""
    if value is None:
        return ()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ConfigError(phrase("Erasing names a year within a season, not {value}.", value=quote(value)))
    return tuple(season for season in drawn if not season[0] <= value <= season[1])


def truth_of(value: Any) -> bool:
    """Whether the winters are to be seen; None is yes."""
    if value is not None and not isinstance(value, bool) and value not in (0, 1):
        raise unknown("answer", value, ("true", "false"))
    return value is None or bool(value)


def season_error(drawn: Sequence[Season]) -> float:
    """The years in which only one of the two is: a drawn season, or a winter."""
    told = [(float(winter.first), float(winter.last)) for winter in WINTERS]
    ends = sorted({end for season in (*drawn, *told) for end in season})
    off = 0.0
    for first, last in pairwise(ends):
        middle = (first + last) / 2
        off += (last - first) * (_covers(drawn, middle) != _covers(told, middle))
    return off


def _covers(seasons: Sequence[Season], year: float) -> bool:
    return any(first <= year <= last for first, last in seasons)
