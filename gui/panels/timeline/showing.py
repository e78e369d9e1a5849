"""What of a snapshot and the settings the canvas and the head show, as plain data."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from gui.language import spoken
from gui.panels import PANELS
from gui.widgets.sorting_table import SortCard
from gui.widgets.timeline_content import TimelineContent
from sim.phrases import phrase
from sim.simulations.timeline import history, lane_key, year_of
from sim.simulations.timeline_sorting import TABLES, Table
from sim.timeline import LANES, WINTERS, Event, Timeline

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.timeline import TimelineSnapshot


def events() -> Timeline:
    """The events in the language of the screen."""
    return history(spoken())


@lru_cache(maxsize=64)
def found_in_words(config: Config, language: str) -> tuple[str, ...]:
    """What the search finds in the words on the screen, beside what it finds in the English ones."""
    return tuple(event.id for event in history(language).search(config["search"], lanes_on(config)))


@lru_cache(maxsize=1)
def runs_here() -> frozenset[str]:
    """The events that can be tried in a panel that exists."""
    return frozenset(event.id for event in history().events if event.targets(PANELS))


@lru_cache(maxsize=64)
def present(config: Config, winters: bool) -> frozenset[str]:
    """The events that are drawn at all; a search only lets the others step back.

    winters: whether they are seen. Who is to find them is not told them by their events.
    """
    return frozenset(
        event.id
        for event in history().events
        if event.year <= config["until"]
        and config[lane_key(event.lane)]
        and (config["to_read"] or event.id in runs_here())
        and (winters or not is_winter(event))
    )


def is_winter(event: Event) -> bool:
    """Whether it tells of a whole winter, from its first year to its last."""
    return any((event.date, event.until) == (f"{winter.first}", f"{winter.last}") for winter in WINTERS)


def winters_seen(config: Config, snapshot: TimelineSnapshot) -> bool:
    """Whether the winters are shaded."""
    return bool(config["seasons"]) or snapshot.revealed


def lanes_on(config: Config) -> tuple[str, ...]:
    """The lanes that are shown."""
    return tuple(lane for lane in LANES if config[lane_key(lane)])


def content_of(
    config: Config, snapshot: TimelineSnapshot, chosen: str, compact: bool, machines: bool
) -> TimelineContent:
    """The canvas. In a small window events and machines take turns."""
    there = present(config, winters_seen(config, snapshot))
    return TimelineContent(
        timeline=events(),
        runs_here=runs_here(),
        lanes=() if compact and machines else lanes_on(config),
        present=there,
        shown=frozenset(hits(config, snapshot)),
        lit=snapshot.lit,
        until=year_of(snapshot.step + 1),
        winters=winters_seen(config, snapshot),
        compute=machines if compact else bool(config["compute"]),
        drawn=snapshot.drawn,
        chosen=chosen,
    )


def hits(config: Config, snapshot: TimelineSnapshot) -> tuple[str, ...]:
    """What a search found of the events that are drawn, best first."""
    there = present(config, winters_seen(config, snapshot))
    more = found_in_words(config, spoken()) if spoken() else ()
    return tuple(id for id in dict.fromkeys((*snapshot.shown, *more)) if id in there)


def count_words(config: Config, snapshot: TimelineSnapshot) -> str:
    """How many a search found."""
    return phrase("{count} found", count=len(hits(config, snapshot))) if config["search"] else ""


def season_sentence(snapshot: TimelineSnapshot) -> str:
    """How far the drawn seasons are off, once the winters are seen."""
    if snapshot.season_error is None or not snapshot.revealed:
        return ""
    years = round(snapshot.season_error)
    if years == 1:
        return "1 year apart from the winters"
    return phrase("{years} years apart from the winters", years=years)


def table_shown(config: Config) -> Table | None:
    """The table of cards that lies on the stage."""
    return next((table for key, table in TABLES.items() if config[key]), None)


def cards_of(table: Table) -> tuple[SortCard, ...]:
    """Its cards, as the widget takes them."""
    return tuple(SortCard(card.key, card.words, card.source, card.box, card.why) for card in table.cards)
