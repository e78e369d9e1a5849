"""The events of assets/history as they are: each loads, says where it comes from, and leads somewhere."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from gui.arguments import configured
from gui.panels import PANELS
from sim.front_matter import MOST_BYTES
from sim.simulations import SIMULATIONS
from sim.timeline import CONFIDENCE, FIRST_YEAR, LANES, LAST_YEAR, WINTERS, Event, TryIt
from sim.timeline_files import MOST_WORDS, NOTES, history_folder, read_timeline

FOLDER = history_folder()
TIMELINE = read_timeline(FOLDER)
EVENTS = {event.id: event for event in TIMELINE.events}
NOTED = (FOLDER / NOTES).read_text(encoding="utf-8")
SOURCES = [source for event in TIMELINE.events for source in event.sources]
TARGETS = [(event, target) for event in TIMELINE.events for target in event.try_it]

PANELS_TO_COME = {
    "adjoint", "alexnet", "boltzmann", "chunker", "ciresan", "gmdh", "gpu", "hopfield", "lenet", "lstm",
    "neocognitron", "pretraining", "reverse-mode", "rhw", "svm",
}  # fmt: skip
LESSONS = {
    "one-neuron", "history-1", "history-2", "perceptron", "winter", "alexnet", "training", "sgd", "backprop", "relu",
    "momentum", "rmsprop", "dropout", "l1-l2", "together",
}  # fmt: skip

# Dates that the first publication itself bears; what is not here is checked for its form only.
DATED = {
    "perceptrons-book": 1969, "linnainmaa": 1970, "neocognitron": 1980, "hopfield-network": 1982, "lstm": 1997,
    "support-vector-network": 1995, "alexnet": 2012, "adam": 2014,
}  # fmt: skip


def test_nothing_is_refused() -> None:
    assert TIMELINE.problems == ()
    assert len(TIMELINE.events) == len([file for file in FOLDER.glob("*.md") if file.name != NOTES])


def test_at_least_fifty_events_fill_every_lane() -> None:
    assert len(TIMELINE.events) >= 50
    assert {event.lane for event in TIMELINE.events} == set(LANES)


@pytest.mark.parametrize("event", TIMELINE.events, ids=list(EVENTS))
def test_an_event_has_a_source_or_is_marked(event: Event) -> None:
    assert event.sources or event.confidence == "unconfirmed"
    assert (event.confidence == "confirmed") == (event.doubt == "")
    assert event.confidence in CONFIDENCE


@pytest.mark.parametrize("event", TIMELINE.events, ids=list(EVENTS))
def test_an_event_lies_on_the_axis(event: Event) -> None:
    first, last = event.span
    assert FIRST_YEAR <= first < last <= LAST_YEAR + 1
    assert first <= event.when <= last
    assert str(event.year) in event.when_words


@pytest.mark.parametrize("event", TIMELINE.events, ids=list(EVENTS))
def test_an_event_is_short_and_plain(event: Event) -> None:
    assert 25 <= len(event.text.split()) <= MOST_WORDS
    assert event.text.count("\n\n") <= 2
    assert not re.search(r"https?:|[\"“”]|—|!", event.text)
    assert (FOLDER / f"{event.id}.md").stat().st_size < MOST_BYTES


def test_numbers_titles_and_labels_are_unique() -> None:
    for key in ("number", "title", "label"):
        counted = Counter(getattr(event, key) for event in TIMELINE.events)
        assert [value for value, count in counted.items() if count > 1] == []


def test_the_numbers_that_lessons_use_are_those_events() -> None:
    asked = {5: "perceptron-headlines", 17: "perceptrons-book", 34: "zip-code-network", 54: "alexnet"}
    assert {number: TIMELINE.numbered(number).id for number in asked} == asked


def test_links_lead_to_events_and_back() -> None:
    for event in TIMELINE.events:
        assert [id for id in (*event.builds_on, *event.leads_to) if id not in EVENTS] == []
        assert all(event.id in EVENTS[id].leads_to for id in event.builds_on)
        assert all(event.id in EVENTS[id].builds_on for id in event.leads_to)


def test_only_confirmed_identifiers_are_printed() -> None:
    noted = set(re.findall(r"^\| (\S+) \| (?:page|bibliographies) \|$", NOTED, re.MULTILINE))
    assert {text for source in SOURCES for text in (source.doi, source.arxiv) if text} == noted
    assert all(source.link.startswith("https://") for source in SOURCES if source.link)


def test_no_identifier_is_used_for_two_works() -> None:
    used = Counter(text for source in SOURCES for text in (source.doi, source.arxiv) if text)
    assert [text for text, count in used.items() if count > 1] == []


def test_dates_are_those_of_the_publications() -> None:
    assert {id: EVENTS[id].year for id in DATED} == DATED


@pytest.mark.parametrize("event, target", TARGETS, ids=[f"{event.id}-{k}" for k, (event, _) in enumerate(TARGETS)])
def test_what_can_be_tried_is_legal(event: Event, target: TryIt) -> None:
    if target.panel not in PANELS:
        assert target.panel in PANELS_TO_COME
        return
    simulation = SIMULATIONS[PANELS[target.panel].simulation]
    config = configured(simulation, target.settings)
    for key, text in target.settings:
        for whole in simulation.parameters.matching(key):
            assert config[whole] == simulation.parameters[whole].parse(text)


def test_panels_to_come_are_those_that_events_wait_for() -> None:
    waited = {target.panel for _, target in TARGETS} - set(PANELS)
    assert waited <= PANELS_TO_COME - set(PANELS)
    assert len({event.id for event, target in TARGETS if target.panel in PANELS}) >= 25


def test_events_belong_to_lessons_of_the_path() -> None:
    named = {lesson for event in TIMELINE.events for lesson in event.lessons}
    assert named <= LESSONS
    assert {"history-1", "history-2", "perceptron", "winter", "alexnet", "backprop", "relu"} <= named


def test_every_correction_card_has_its_event() -> None:
    cards = {entry.card for event in TIMELINE.events for entry in event.corrections if entry.card}
    assert cards == set(range(1, 17))
    for event in TIMELINE.events:
        for entry in event.corrections:
            assert entry.article_says != entry.source_says


def test_winters_name_their_events_and_do_not_touch() -> None:
    assert [id for winter in WINTERS for id in winter.events if id not in EVENTS] == []
    assert all(before.last < after.first for before, after in pairwise(WINTERS))
    assert [(winter.first, winter.last) for winter in WINTERS] == [(1974, 1980), (1987, 1993)]


def test_compute_points_name_a_source_and_grow() -> None:
    points = TIMELINE.compute
    assert len(points) >= 3
    assert all(before.year < after.year for before, after in pairwise(points))
    assert all(before.multiply_adds < after.multiply_adds for before, after in pairwise(points))
    assert [point.machine for point in points if point.confidence == "unconfirmed"] == []


def test_the_derived_speed_follows_from_the_figures_beside_it() -> None:
    """64,660 connections x 7,291 digits x 23 passes x 3, in three days (LeCun and others, 1989)."""
    (derived,) = [point for point in TIMELINE.compute if point.kind == "derived"]
    assert derived.multiply_adds == pytest.approx(64_660 * 7_291 * 23 * 3 / (3 * 24 * 3600), rel=0.05)


def test_the_peak_of_the_card_follows_from_its_units_and_clock() -> None:
    (card,) = [point for point in TIMELINE.compute if "GTX 580" in point.machine]
    assert card.multiply_adds == pytest.approx(512 * 1.544e9, rel=0.01)


def test_the_speed_of_the_704_follows_from_its_times() -> None:
    (machine,) = [point for point in TIMELINE.compute if point.machine == "IBM 704"]
    assert machine.multiply_adds == pytest.approx(1 / (204e-6 + 84e-6), rel=0.02)
