"""The history of the field as data: events in lanes, what leads to what, the winters, and what machines could compute.

`sim.timeline_files` reads all of it from assets/history, one Markdown file per event; here stands what an event is, and
how events are found. An event says how sure it is: `confidence` is a key of CONFIDENCE, and `doubt` names what is not
confirmed. Where the article and a source differ, a `Correction` holds both. What an event leads to is never written
down: it follows from what the others build on.
"""

import calendar
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from sim.errors import ConfigError, quote, unknown
from sim.phrases import phrase

FIRST_YEAR, LAST_YEAR = 1943, 2015


@dataclass(frozen=True)
class Lane:
    """A row of the timeline."""

    key: str
    title: str
    about: str


LANES: dict[str, Lane] = {
    lane.key: lane
    for lane in (
        Lane("units", "Units", "What a single unit computes."),
        Lane("learning", "Learning", "How numbers come to fit data, other than by passing errors back."),
        Lane("backpropagation", "Backpropagation", "How blame is passed back through layers."),
        Lane("convolution", "Convolution", "One small filter for every place of a picture."),
        Lane("memory", "Memory", "Networks that feed back into themselves."),
        Lane("kernels", "Kernels", "The rivals: wide margins instead of many layers."),
        Lane("optimization", "Optimization", "Which step to take once the slope is known."),
        Lane("regularization", "Regularization", "What keeps a network from learning by heart."),
        Lane("gpus", "Graphics cards", "Data and machines large enough."),
        Lane("industry", "Industry", "Promises, money, winters."),
    )
}

CONFIDENCE: dict[str, str] = {
    "confirmed": "Seen in a source.",
    "partly": "Seen in a source, but not every detail.",
    "unconfirmed": "Not confirmed by a source that was looked at.",
}


@dataclass(frozen=True)
class Source:
    """A reference. doi and arxiv stand alone, "10.1038/323533a0" and "1412.6980", and only where they are confirmed."""

    text: str
    doi: str = ""
    arxiv: str = ""
    address: str = ""

    @property
    def link(self) -> str:
        """Where it can be read, "" where no address is confirmed. Opens only after the reader agreed."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else self.address


@dataclass(frozen=True)
class Correction:
    """Where the article and a source differ. card: its number in the lessons, 0 where it has none."""

    article_says: str
    source_says: str
    card: int = 0


@dataclass(frozen=True)
class TryIt:
    """A panel with settings in which the event can be tried. The settings are text, as on the command line."""

    words: str
    panel: str
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Winter:
    """A season without money. first and last are years; events are the ids of those that tell of it."""

    title: str
    first: int
    last: int
    about: str
    events: tuple[str, ...]


WINTERS: tuple[Winter, ...] = (
    Winter(
        "First winter", 1974, 1980, "Sponsors of machine translation and of AI lose patience.",
        ("sponsors-lose-patience", "first-winter"),
    ),
    Winter(
        "Second winter", 1987, 1993, "The market of Lisp machines collapses, and the word AI closes doors.",
        ("second-winter",),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class ComputePoint:
    """What one machine could do, in multiply-adds per second. kind: "peak", or "derived" from a run's length."""

    machine: str
    year: int
    multiply_adds: float
    kind: str
    about: str
    source: str
    confidence: str
    event: str = ""


@dataclass(frozen=True)
class Event:
    """One entry. date and until are as precise as known: "1989", "1958-07" or "1958-11-03"; until may be empty.

    number: what lessons call it ("card.34"). text: Markdown. leads_to: ids of the events that build on this one.
    """

    id: str
    number: int
    title: str
    label: str
    lane: str
    date: str
    when_words: str
    people: tuple[str, ...]
    confidence: str
    text: str
    sources: tuple[Source, ...] = ()
    until: str = ""
    doubt: str = ""
    corrections: tuple[Correction, ...] = ()
    try_it: tuple[TryIt, ...] = ()
    lessons: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year in which it happened or began."""
        return int(self.date[:4])

    @property
    def span(self) -> tuple[float, float]:
        """The stretch of time in which it lies, in years: (1989.0, 1990.0) where only the year is known."""
        return limits(self.date)[0], limits(self.until or self.date)[1]

    @property
    def when(self) -> float:
        """Where it stands on the axis: the middle of its span."""
        first, last = self.span
        return (first + last) / 2

    def targets(self, panels: Collection[str]) -> tuple[TryIt, ...]:
        """What can be tried in the panels that exist. The others are kept for panels to come."""
        return tuple(target for target in self.try_it if target.panel in panels)


DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(maxsize=4096)
def limits(text: str) -> tuple[float, float]:
    """First and last moment of a date in years. ConfigError for what is no date."""
    found = DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in found.groups())
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        raise ConfigError(
            phrase("A date looks like 1989, 1958-07 or 1958-07-08, not {text}.", text=quote(text[:20]))
        ) from None
    days = 366 if calendar.isleap(year) else 365
    return year + (first.timetuple().tm_yday - 1) / days, year + last.timetuple().tm_yday / days


def folded(text: str) -> str:
    """`text` as it is compared: lower case, without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


YEARS = re.compile(r"([0-9]{4})(?:(s)|\s*[-–]\s*([0-9]{4}))?")


def asked_years(word: str) -> tuple[int, int] | None:
    """The years that a word of a search names: "1989", "1980s", "1980-1990"; None where it names none."""
    found = YEARS.fullmatch(word)
    if found is None:
        return None
    first, decade, last = int(found[1]), found[2], found[3]
    return first, int(last) if last else first + 9 if decade else first


@dataclass(frozen=True)
class Timeline:
    """All that was read: events by time, compute points by year, and one sentence for each file that was refused."""

    events: tuple[Event, ...]
    compute: tuple[ComputePoint, ...] = ()
    problems: tuple[str, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _words(self) -> dict[str, tuple[str, str]]:
        """Id -> what is looked through first (title, label, people), and the rest."""
        return {event.id: (" " + folded(_head(event)), " " + folded(_body(event))) for event in self.events}

    def event(self, id: str) -> Event:
        """The event called `id`. ConfigError where there is none."""
        if id not in self._by_id:
            raise unknown("event", id, self._by_id)
        return self._by_id[id]

    def numbered(self, number: int) -> Event:
        """The event that the lessons call card.<number>."""
        for event in self.events:
            if event.number == number:
                return event
        raise ConfigError(phrase("There is no event with the number {number}.", number=number))

    def in_lanes(self, lanes: Collection[str]) -> tuple[Event, ...]:
        """The events of these lanes, by time. ConfigError for a lane that does not exist."""
        for lane in lanes:
            if lane not in LANES:
                raise unknown("lane", lane, LANES)
        return tuple(event for event in self.events if event.lane in lanes)

    def search(self, words: str, lanes: Collection[str] = tuple(LANES)) -> tuple[Event, ...]:
        """The events in which every word is found, in these lanes.

        A word is found where a word begins with it, whatever its case and accents; "1989", "1980s" and "1980-1990" are
        years. Those with all words in title or people come first; otherwise by time.
        """
        asked = folded(re.sub(r"\s*[-–]\s*(?=[0-9]{4})", "-", words)).split()
        found = [event for event in self.in_lanes(lanes) if all(self._has(event, word) for word in asked)]
        return tuple(sorted(found, key=lambda event: not all(f" {word}" in self._words[event.id][0] for word in asked)))

    def _has(self, event: Event, word: str) -> bool:
        """Whether the event has a word that begins so, or lies in the years that the word names."""
        years = asked_years(word)
        if years is not None:
            last = int((event.until or event.date)[:4])
            return event.year <= years[1] and last >= years[0]
        return any(f" {word}" in text for text in self._words[event.id])


def _head(event: Event) -> str:
    return _separate(" ".join((event.title, event.label, *event.people)))


def _body(event: Event) -> str:
    corrected = (part for entry in event.corrections for part in (entry.article_says, entry.source_says))
    sources = (source.text for source in event.sources)
    return _separate(" ".join((event.text, event.when_words, LANES[event.lane].title, *sources, *corrected)))


def _separate(text: str) -> str:
    """The text with a blank in front of each part of a compound, so that parts are found too."""
    return re.sub(r"[^\w+.]+", " ", text) + " " + text
