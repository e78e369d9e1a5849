"""Seventy-three years, month by month: the events of the timeline light up as their date comes.

Compute, then play: the run is a pure function of its config, and the step is a cursor. Step k is the month that begins
at 1943 + k / 12. At the last step, December 2015, everything has happened. What the learner draws, opens and sorts
belongs to no month, so going back does not undo it.

An event lights up in the month of its place on the axis: one of which only the year is known stands in the middle of
it. What is simplified: a discovery has no month; it is shown at its publication.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sim.config import Config, Parameters
from sim.errors import ConfigError
from sim.params import Flag, Integer, Parameter, Text
from sim.simulations.protocol import Simulation, identity
from sim.simulations.timeline_hand import Made, Season, edited, season_error, table_of
from sim.simulations.timeline_sorting import TABLES
from sim.timeline import FIRST_YEAR, LANES, LAST_YEAR, Event, Timeline
from sim.timeline_files import history_folder, read_timeline

MONTHS = 12
LAST_STEP = (LAST_YEAR + 1 - FIRST_YEAR) * MONTHS - 1
RATE = 4.0 * MONTHS
"""Months per second at speed 1: four years."""
LONGEST_SEARCH = 80


def check_search(text: str) -> None:
    """ConfigError for what cannot be looked for."""
    if any(ord(sign) < 32 for sign in text.strip()):
        raise ConfigError("A search is one line of words, names or years.")


def lane_key(lane: str) -> str:
    """The setting that shows a lane."""
    return f"lane.{lane}"


TIMELINE_PARAMETERS: tuple[Parameter, ...] = (
    Text(
        "search", "Search", "", reader=check_search, most=LONGEST_SEARCH,
        help="Names, words or years, such as 1989 or 1980s. Other events step back.",
    ),
    *(Flag(lane_key(lane.key), lane.title, True, help=lane.about) for lane in LANES.values()),
    Flag("seasons", "Winters", True, help="Shade the two seasons without money."),
    Flag("compute", "Machines", True, help="What machines could compute, one point for each that a source names."),
    Flag("to_read", "Events to read", True, help="Show also the events of which nothing runs here."),
    Integer("until", "Until", FIRST_YEAR, LAST_YEAR, LAST_YEAR, help="Later events are hidden."),
    Flag("claims", "Claims to sort", False, help="Six claims to be sorted into result, promise and opinion."),
    Flag("order", "Order to find", False, help="Six systems to be put into their order, without dates."),
)  # fmt: skip
PARAMETERS = Parameters(TIMELINE_PARAMETERS)


@dataclass(frozen=True)
class TimelineState:
    """The cursor, and what was made by hand."""

    step: int = 0
    made: Made = field(default_factory=Made)


@dataclass(frozen=True)
class TimelineSnapshot:
    """What is to be seen. year: the beginning of the month. shown: ids that the settings let be seen, best first.

    lit: those of all events whose time has come. season_error: None while nothing is drawn.
    """

    step: int
    last_step: int
    year: float
    shown: tuple[str, ...]
    lit: frozenset[str]
    drawn: tuple[Season, ...]
    revealed: bool
    season_error: float | None
    opened: tuple[str, ...]
    sorted_into: tuple[tuple[str, str], ...]
    sorted_count: int
    sorted_correct: int


@lru_cache(maxsize=4)
def history(language: str = "") -> Timeline:
    """The events, read once; in another language where there are words for them."""
    return read_timeline(history_folder(), language)


def year_of(step: int) -> float:
    """Where the month of a step begins."""
    return FIRST_YEAR + step / MONTHS


def step_of(year: float) -> int:
    """The month in which a moment lies."""
    return min(max(int((year - FIRST_YEAR) * MONTHS + 1e-9), 0), LAST_STEP)


def has_come(event: Event, step: int) -> bool:
    """Whether the event has happened by the end of the month."""
    return event.when <= year_of(step + 1)


def shown_in(config: Config, timeline: Timeline) -> tuple[Event, ...]:
    """The events that search, lanes and the last year leave."""
    lanes = [lane for lane in LANES if config[lane_key(lane)]]
    return tuple(event for event in timeline.search(config["search"], lanes) if event.year <= config["until"])


@lru_cache(maxsize=64)
def _shown_ids(config: Config) -> tuple[str, ...]:
    return tuple(event.id for event in shown_in(config, history()))


def init(config: Config) -> TimelineState:
    """January 1943, nothing made yet."""
    return TimelineState()


def change(old: Config, new: Config, state: TimelineState) -> TimelineState:
    """What is shown has no past: the cursor stays."""
    return state


def edit(config: Config, state: TimelineState, what: Any, value: Any) -> tuple[Config, TimelineState]:
    """The learner drew, revealed, opened or sorted something."""
    return config, replace(state, made=edited(config, state.made, what, value, history()))


def seek(config: Config, state: TimelineState, step: int) -> TimelineState:
    """The cursor moves to `step`."""
    return replace(state, step=min(max(step, 0), LAST_STEP))


def advance(config: Config, state: TimelineState, steps: int) -> TimelineState:
    """Some months pass, at most to the end."""
    return seek(config, state, state.step + steps)


def arrange(config: Config, key: str) -> Config:
    """Only one table lies on the stage."""
    if key in TABLES and config[key]:
        return config.replace({other: False for other in TABLES if other != key})
    return config


def snapshot(config: Config, state: TimelineState, view: Any) -> TimelineSnapshot:
    """All that has happened by this month."""
    made, table = state.made, table_of(config, next(iter(state.made.sorted_into), None))
    cards = {card.key for card in table.cards}
    on_table = tuple(pair for pair in made.sorted_into if pair[0] in cards)
    return TimelineSnapshot(
        step=state.step,
        last_step=LAST_STEP,
        year=year_of(state.step),
        shown=_shown_ids(config),
        lit=frozenset(event.id for event in history().events if has_come(event, state.step)),
        drawn=made.drawn,
        revealed=made.revealed,
        season_error=season_error(made.drawn) if made.drawn else None,
        opened=made.opened,
        sorted_into=on_table,
        sorted_count=len(on_table),
        sorted_correct=table.correct(dict(on_table)),
    )


TIMELINE = Simulation(
    "timeline",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=identity,
    last_step=lambda config: LAST_STEP,
    rate=RATE,
    seek=seek,
    arrange=arrange,
)
