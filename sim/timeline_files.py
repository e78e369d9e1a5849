"""Reads assets/history: one Markdown file per event, and compute.toml with what machines could do.

    timeline = read_timeline(history_folder())
    timeline = read_timeline(history_folder(), "de")

A file that cannot be used costs itself and nothing else: one sentence with file and line in `timeline.problems`, and
the rest works. The id of an event is the name of its file. SOURCES.md is no event. In a folder named by the code of a
language lie whole events in other words, under the same names: their words come in place of the English ones, all that
is data (dates, links, settings) stays that of the English file.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from sim.errors import ConfigError, quote, unknown
from sim.errors import sentence as said
from sim.front_matter import Fields, FileError, read_table, read_written
from sim.lesson_links import targets, wrong_link
from sim.numerals import write_count
from sim.phrases import phrase
from sim.timeline import (
    CONFIDENCE,
    FIRST_YEAR,
    LANES,
    LAST_YEAR,
    ComputePoint,
    Correction,
    Event,
    Source,
    Timeline,
    TryIt,
    limits,
)

FEWEST_WORDS, MOST_WORDS = 15, 120
MOST_EVENTS = 1000
NOTES = "SOURCES.md"
COMPUTE = "compute.toml"
KINDS = ("peak", "derived")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>]+")
ARXIV = re.compile(r"[0-9]{4}\.[0-9]{4,5}")
ADDRESS = re.compile(r"https://[a-z0-9.-]+(?:/[^\s\"<>]*)?", re.IGNORECASE)
MARKUP = re.compile(r"!\[|</?[a-zA-Z]")


def history_folder() -> Path:
    """Where assets/history lies: beside `sim` in a checkout, in the package `gui` once installed."""
    root = Path(__file__).resolve().parent.parent
    beside = root / "assets" / "history"
    return beside if beside.is_dir() else root / "gui" / "assets" / "history"


def read_timeline(folder: Path, language: str = "") -> Timeline:
    """Every event and compute point below `folder`, by time; what was refused stands in `problems`.

    language: the code of a folder with the words of another language; what it lacks stays English.
    """
    problems: list[str] = []
    files = sorted(file for file in folder.glob("*.md") if file.name != NOTES)
    if len(files) > MOST_EVENTS:
        problems.append(
            phrase(
                "{name} has {files} events; the first {most_events} are read.",
                name=folder.name,
                files=write_count(len(files)),
                most_events=write_count(MOST_EVENTS),
            )
        )
    events: list[Event] = []
    for file in files[:MOST_EVENTS]:
        try:
            event = _unlike(events, read_event(file), file)
            events.append(_in_words_of(event, folder / language / file.name, problems) if language else event)
        except ConfigError as error:
            problems.append(said(error))
    events = [_with_known_links(event, events, folder, problems) for event in events]
    ids = {event.id for event in events}
    compute, refused = read_compute(folder / COMPUTE, ids)
    if language:
        others, more = read_compute(folder / language / COMPUTE, ids)
        compute, refused = tuple(_machine_in_words_of(point, others) for point in compute), (*refused, *more)
    events = [_with_followers(event, events) for event in events]
    return Timeline(tuple(sorted(events, key=lambda event: (event.when, event.number))), compute, (*problems, *refused))


def _in_words_of(event: Event, file: Path, problems: list[str]) -> Event:
    """The event in the words of another language, where there is a file with them."""
    if not file.is_file():
        return event
    try:
        other = read_event(file)
    except ConfigError as error:
        problems.append(said(error))
        return event
    tries = other.try_it if len(other.try_it) == len(event.try_it) else event.try_it
    return replace(
        event,
        title=other.title,
        label=other.label,
        when_words=other.when_words,
        people=other.people,
        text=other.text,
        doubt=other.doubt,
        corrections=other.corrections,
        try_it=tuple(replace(mine, words=said.words) for mine, said in zip(event.try_it, tries, strict=True)),
    )


def _machine_in_words_of(point: ComputePoint, others: tuple[ComputePoint, ...]) -> ComputePoint:
    """The machine in the words of another language: those of the point with its numbers."""
    numbers = (point.year, point.multiply_adds, point.kind)
    for other in others:
        if (other.year, other.multiply_adds, other.kind) == numbers:
            return replace(point, machine=other.machine, about=other.about)
    return point


def _unlike(events: list[Event], event: Event, file: Path) -> Event:
    """The event, or FileError where another has its number, its title or its label."""
    for other in events:
        for key in ("number", "title", "label"):
            if getattr(other, key) == getattr(event, key):
                sentence = phrase(
                    "{key} is {getattr}, as in {id}.md already.",
                    key=quote(key),
                    getattr=quote(getattr(event, key)),
                    id=other.id,
                )
                raise FileError(file, _line(file, key), sentence)
    return event


def _line(file: Path, key: str) -> int:
    """On which line of a file that could be read `key` stands."""
    return Fields(read_written(file), {}).line(key)


def _with_known_links(event: Event, events: list[Event], folder: Path, problems: list[str]) -> Event:
    """The event without links that lead nowhere or forward in time; each is a problem."""
    known = {other.id: other for other in events}
    good = tuple(id for id in event.builds_on if id in known and id != event.id and known[id].span[0] <= event.span[1])
    for id in event.builds_on:
        if id not in good:
            file = folder / f"{event.id}.md"
            late = phrase("It cannot build on {id}, which is not earlier.", id=quote(id))
            sentence = late if id in known else str(unknown("event", id, known))
            problems.append(str(FileError(file, _line(file, "builds_on"), sentence)))
    return replace(event, builds_on=good)


def _with_followers(event: Event, events: list[Event]) -> Event:
    """The event with what builds on it, by time."""
    after = sorted((other for other in events if event.id in other.builds_on), key=lambda other: other.when)
    return replace(event, leads_to=tuple(other.id for other in after))


def read_event(file: Path) -> Event:
    """One event. Raises FileError."""
    if not NAME.fullmatch(file.stem):
        raise FileError(file, 1, "The name of the file must be small letters, digits and single hyphens.")
    written = read_written(file)
    fields = Fields(written, written.table)
    event = Event(
        id=file.stem,
        number=fields.whole("number", 1, 9999),
        title=fields.text("title", 60),
        label=fields.text("label", 26),
        lane=fields.option("lane", LANES),
        date=_date(fields, "date"),
        when_words=fields.text("when_words", 40),
        people=fields.texts("people", 60),
        confidence=fields.option("confidence", CONFIDENCE),
        text=_prose(file, written.text, written.text_line),
        sources=tuple(_source(part) for part in fields.tables("sources")),
        until=_date(fields, "until") if "until" in written.table else "",
        doubt=fields.text("doubt", 240, ""),
        corrections=tuple(_correction(part) for part in fields.tables("corrections")),
        try_it=tuple(_try_it(part) for part in fields.tables("try_it")),
        lessons=fields.texts("lessons", 40),
        builds_on=fields.texts("builds_on", 60),
    )
    fields.finish()
    _agree(fields, event)
    return event


def _agree(fields: Fields, event: Event) -> None:
    """Refuse an event whose parts contradict each other."""
    if event.until and limits(event.until)[1] < limits(event.date)[0]:
        raise fields.refusal(
            "until", phrase("It ends in {until}, before it begins in {date}.", until=event.until, date=event.date)
        )
    if event.confidence == "confirmed" and not event.sources:
        raise fields.refusal("confidence", "It is called confirmed, but no [[sources]] confirm it.")
    if event.confidence != "confirmed" and not event.doubt:
        raise fields.refusal(
            "confidence",
            phrase("It is {confidence}, so 'doubt' must say what is not confirmed.", confidence=event.confidence),
        )


def _date(fields: Fields, key: str) -> str:
    """A date within the years of the timeline."""
    text = fields.text(key, 10)
    try:
        limits(text)
    except ConfigError as error:
        raise fields.refusal(key, said(error)) from None
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise fields.refusal(
            key,
            phrase(
                "{key} must lie from {first_year} to {last_year}, not in {text}.",
                key=quote(key),
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR,
                text=text[:4],
            ),
        )
    return text


def _prose(file: Path, text: str, line: int) -> str:
    """The Markdown of an event: neither too short nor too long, without pictures and HTML, links as in lessons."""
    words = len(text.split())
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        raise FileError(
            file,
            line,
            phrase(
                "The text must have {fewest_words} to {most_words} words; it has {words}.",
                fewest_words=FEWEST_WORDS,
                most_words=MOST_WORDS,
                words=words,
            ),
        )
    if MARKUP.search(text):
        raise FileError(file, line, "The text may have no pictures and no HTML.")
    for _, target, place in targets(text):
        wrong = wrong_link(target)
        if wrong:
            raise FileError(file, line + text.count("\n", 0, place), wrong)
    return text


def _source(fields: Fields) -> Source:
    source = Source(
        fields.text("text", 240),
        _shaped(fields, "doi", DOI, "10.1038/323533a0"),
        _shaped(fields, "arxiv", ARXIV, "1412.6980"),
        _shaped(fields, "address", ADDRESS, "https://www.image-net.org/"),
    )
    fields.finish()
    return source


def _shaped(fields: Fields, key: str, shape: re.Pattern[str], example: str) -> str:
    """A text of a certain shape, "" where it is absent."""
    text = fields.text(key, 200, "")
    if text and not shape.fullmatch(text):
        raise fields.refusal(
            key,
            phrase(
                "{key} must look like {example}, not {text}.", key=quote(key), example=example, text=quote(text[:60])
            ),
        )
    return text


def _correction(fields: Fields) -> Correction:
    found = Correction(
        fields.text("article_says", 200), fields.text("source_says", 300), fields.whole("card", 1, 99, default=0)
    )
    fields.finish()
    return found


def _try_it(fields: Fields) -> TryIt:
    found = TryIt(fields.text("words", 40), fields.text("panel", 40), fields.pairs("settings", 200))
    if not NAME.fullmatch(found.panel):
        raise fields.refusal(
            "panel", phrase("A panel has a name of small letters, not {panel}.", panel=quote(found.panel))
        )
    fields.finish()
    return found


def read_compute(file: Path, events: Collection[str]) -> tuple[tuple[ComputePoint, ...], tuple[str, ...]]:
    """The compute points by year, and one sentence for each that was refused. No file: no points.

    events: the ids that a point may name.
    """
    if not file.exists():
        return (), ()
    try:
        written = read_table(file)
        fields = Fields(written, written.table)
        parts = fields.tables("machines")
        fields.finish()
    except ConfigError as error:
        return (), (said(error),)
    found = list(_points(parts, events))
    points = [point for point in found if isinstance(point, ComputePoint)]
    return tuple(sorted(points, key=lambda point: point.year)), tuple(said for said in found if isinstance(said, str))


def _points(parts: list[Fields], events: Collection[str]) -> Iterator[ComputePoint | str]:
    """Each machine, or the sentence why it was refused."""
    names: set[str] = set()
    for fields in parts:
        try:
            point = _point(fields)
            if point.machine in names:
                raise fields.refusal("machine", phrase("{machine} stands here twice.", machine=quote(point.machine)))
            if point.event and point.event not in events:
                raise fields.refusal("event", str(unknown("event", point.event, events)))
            names.add(point.machine)
            yield point
        except ConfigError as error:
            yield said(error)


def _point(fields: Fields) -> ComputePoint:
    point = ComputePoint(
        fields.text("machine", 60),
        fields.whole("year", FIRST_YEAR, LAST_YEAR),
        fields.number("multiply_adds", 1.0, 1e20),
        fields.option("kind", KINDS),
        fields.text("about", 240),
        fields.text("source", 240),
        fields.option("confidence", CONFIDENCE),
        fields.text("event", 60, ""),
    )
    fields.finish()
    return point
