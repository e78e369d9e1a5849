"""Every lesson that comes with the program keeps its word: see `sim.lesson_check`."""

import re
from itertools import product
from urllib.parse import parse_qsl

import numpy as np
import pytest

from gui.arguments import configured
from gui.panels import PANELS
from sim.glossary import assets_folder, read_glossary
from sim.lesson_check import step_mistakes
from sim.lesson_controls import runs_clock
from sim.lesson_desk import Desk
from sim.lesson_fields import CARD, is_card
from sim.lesson_links import targets
from sim.lesson_packs import open_pack
from sim.lesson_parts import Action, Lesson, Step
from sim.lesson_shelf import PATH
from sim.lessons import read_lesson
from sim.separable import separable
from sim.simulations import SIMULATIONS
from sim.timeline_files import history_folder, read_timeline
from tests.source_trees import ROOT

FOLDER = ROOT / "assets" / "lessons"
FILES = sorted(path.name for path in FOLDER.glob("*.md"))
LONGEST_SENTENCE = 30
"""Words."""

# Claims of the article, entry and place in it: the lesson and the step that shows it, or the panel that it waits for.
AWAITS = "awaits: "
COVERAGE: dict[str, tuple[str, str] | str] = {
    "C1.1": "awaits: gmdh",
    "C1.2": "awaits: neocognitron",
    "C1.3": ("backprop", "Prove it"),
    "C1.4": "awaits: rhw",
    "C1.5": "awaits: lenet",
    "C1.6": "awaits: lstm",
    "C1.7": "awaits: svm",
    "C1.8": "awaits: gpu",
    "C1.9": ("history-2", "Eight layers deep"),
    "C1.10": ("history-2", "Layer by layer"),
    "C2.1": ("perceptron", "The narrow gap"),
    "C2.2": ("perceptron", "Not separable, still useful"),
    "C2.3": ("perceptron", "Four points"),
    "C2.4": ("perceptron", "The fold"),
    "C2.5": ("perceptron", "A hundred thousand rows"),
    "C4.1": ("alexnet", "Rectified for speed?"),
    "C4.2": ("alexnet", "Dropout, for new pictures"),
    "C5.1": ("training", "Before any training"),
    "C5.2": ("training", "Now in fog"),
    "C6.1": ("sgd", "Tape or glance"),
    "C6.2": ("sgd", "The half-pipe"),
    "C6.3": ("sgd", "The saddle clock"),
    "C7.1": ("backprop", "Which shape comes out?"),
    "C8.1": ("relu", "How flat is a sigmoid?"),
    "C8.2": ("relu", "Train it anyway"),
    "C9.1": ("momentum", "Zig cancels zag"),
    "C9.2": ("momentum", "Too much, too early"),
    "C9.3": ("momentum", "Is it faster?"),
    "C10.1": ("rmsprop", "A plain"),
    "C10.2": ("rmsprop", "The first step"),
    "C10.3": ("rmsprop", "The famous race"),
    "C11.1": ("dropout", "Train with the flu"),
    "C11.2": ("dropout", "Better on new data?"),
    "C12.1": ("l1-l2", "Draw the histogram"),
    "C12.2": ("l1-l2", "Superstars"),
}
MARKED = {1: 10, 2: 5, 4: 2, 5: 2, 6: 3, 7: 1, 8: 2, 9: 3, 10: 3, 11: 2, 12: 2}
"""How many claims of each entry the article needs shown live."""
TO_COME = {
    "alexnet", "ciresan", "gmdh", "gpu", "lenet", "lstm", "neocognitron", "rhw", "svm",
}  # fmt: skip
"""Panels, and systems of the history, that claims may wait for."""


def lesson_named(name: str) -> Lesson:
    lesson = read_lesson(FOLDER / name).lesson
    assert lesson is not None
    return lesson


STEPS = [(name, step) for name in FILES for step in lesson_named(name).steps]
SHOWN = {claim: entry for claim, entry in COVERAGE.items() if isinstance(entry, tuple)}
WAITING = {claim: entry.removeprefix(AWAITS) for claim, entry in COVERAGE.items() if isinstance(entry, str)}
TIMELINE = read_timeline(history_folder())
GLOSSARY = read_glossary(assets_folder("glossary"))


def test_there_are_lessons() -> None:
    assert {name.removesuffix(".md") for name in FILES} >= {entry[0] for entry in SHOWN.values()}


def test_the_folder_is_a_pack_without_mistakes() -> None:
    pack = open_pack(FOLDER)
    assert pack.mistakes == ()
    assert len(pack.lessons) == len(FILES)


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}: {step.title}" for name, step in STEPS])
def test_a_step_begins_open_and_is_solved_by_its_script(name: str, step: Step) -> None:
    assert [f"{name}:{line}: {sentence}" for line, sentence in step_mistakes(step)] == []


def test_the_table_has_every_claim_of_the_article() -> None:
    assert set(COVERAGE) == {f"C{entry}.{place}" for entry, most in MARKED.items() for place in range(1, most + 1)}
    assert len(COVERAGE) == 35


@pytest.mark.parametrize("claim", SHOWN)
def test_a_claim_is_shown_by_the_step_that_the_table_names(claim: str) -> None:
    key, title = SHOWN[claim]
    assert title in [step.title for step in lesson_named(f"{key}.md").steps if claim in step.shows]


@pytest.mark.parametrize("claim", WAITING)
def test_a_claim_waits_only_for_what_is_not_there(claim: str) -> None:
    assert WAITING[claim] in TO_COME
    assert WAITING[claim] not in {*PANELS, *SIMULATIONS}


def test_no_step_shows_a_claim_that_is_said_to_wait() -> None:
    shown = {claim for _, step in STEPS for claim in step.shows}
    assert shown == set(SHOWN)


def texts_of(step: Step) -> tuple[str, ...]:
    """All that a step says and may link from."""
    asked = () if step.predict is None else (step.predict.question,)
    carried = () if step.transfer is None else (step.transfer.question, step.transfer.answer)
    return (step.text, step.after, step.why, *step.hints, *asked, *carried)


LINKS = [(name, target) for name, step in STEPS for text in texts_of(step) for _, target, _ in targets(text)]
LINKS += [
    (name, target)
    for name in FILES
    for text in (lesson_named(name).break_it, lesson_named(name).worksheet)
    for _, target, _ in targets(text)
]
LINKS += [(name, made.link) for name in FILES for made in lesson_named(name).further if made.link]


@pytest.mark.parametrize(("name", "target"), sorted(set(LINKS)))
def test_a_link_leads_somewhere(name: str, target: str) -> None:
    scheme, _, rest = target.partition(":")
    if scheme == "event":
        TIMELINE.event(rest)
    elif scheme == "glossary":
        assert GLOSSARY.find(rest) is not None
    elif scheme == "lesson":
        assert rest in PATH
    elif scheme == "panel":
        key, _, settings = rest.partition("?")
        configured(SIMULATIONS[PANELS[key].simulation], tuple(parse_qsl(settings)))
    else:
        assert scheme in ("https", "http")


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}: {step.title}" for name, step in STEPS])
def test_a_step_speaks_of_panels_and_cards_that_exist(name: str, step: Step) -> None:
    corrections = {entry.card for event in TIMELINE.events for entry in event.corrections}
    opened = [goal.field.removeprefix(CARD) for goal in step.goals if is_card(goal.field)]
    assert step.panel in PANELS
    assert set(step.cards) <= corrections
    assert {int(number) for number in opened} <= {event.number for event in TIMELINE.events}


@pytest.mark.parametrize("step", [step for _, step in STEPS if step.panel == "timeline"], ids=lambda step: step.title)
def test_history_begins_in_1943_only_where_time_passes(step: Step) -> None:
    """Elsewhere every event is lit from the beginning; see `gui.lessons.guide`."""
    assert runs_clock(step) == any(goal.field in ("year", "lit") for goal in step.goals)


def test_events_name_lessons_of_the_path() -> None:
    assert {lesson for event in TIMELINE.events for lesson in event.lessons} <= set(PATH)


@pytest.mark.parametrize("name", FILES)
def test_a_lesson_has_nine_steps_at_most_and_ends_with_a_transfer(name: str) -> None:
    lesson = lesson_named(name)
    assert len(lesson.steps) <= 9
    assert lesson.steps[-1].transfer is not None


@pytest.mark.parametrize("name", FILES)
def test_a_lesson_leads_on_with_a_dare_and_with_work_on_paper(name: str) -> None:
    lesson = lesson_named(name)
    assert "?" in lesson.break_it or lesson.break_it.strip().endswith(".")
    assert len(lesson.worksheet) > 100


@pytest.mark.parametrize("name", FILES)
def test_sentences_are_short_and_calm(name: str) -> None:
    for step in lesson_named(name).steps:
        for text in (step.text, step.after):
            assert "!" not in text
            assert all(len(sentence.split()) <= LONGEST_SENTENCE for sentence in re.split(r"[.?:;]\s", text))


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}: {step.title}" for name, step in STEPS])
def test_a_statistical_step_makes_its_runs(name: str, step: Step) -> None:
    """A goal about twins is a claim about many runs."""
    about_twins = any(goal.field.startswith("twins.") for goal in step.goals)
    assert (step.runs > 1) is about_twins


def test_the_rule_finds_the_numbers_that_the_lesson_tells_for_and() -> None:
    """From weights 0, as `one-neuron` says."""
    desk = Desk(Step("t", "t", "playground", 1, setup={"dataset": "and"}), 60.0)
    desk.do(Action("passes", 6))
    snapshot = desk.frame().snapshot
    assert snapshot.unit.learners["perceptron"].weights == (-2.0, 2.0, 1.0)  # type: ignore[union-attr]
    assert desk.fields()["accuracy"] == 1


@pytest.mark.parametrize(("places", "parted"), [((0, 1, 2), False), ((0, 2, 1), True)])
def test_three_points_are_enough_where_the_odd_one_lies_between(places: tuple[int, ...], parted: bool) -> None:
    """The dare of `perceptron`: the second of the points is the odd one."""
    points = np.array([(float(place), float(place)) for place in places])
    assert bool(separable(points, np.array((1, 0, 1))).yes) is parted


def test_fourteen_of_the_sixteen_functions_of_two_inputs_have_a_line() -> None:
    corners = np.array(list(product((0.0, 1.0), repeat=2)))
    lines = [bool(separable(corners, np.array(answers)).yes) for answers in product((0, 1), repeat=4)]
    assert sum(lines) == 14


def test_the_lamp_of_the_transfer_question_needs_what_its_answer_says() -> None:
    """Parity of three switches: no line; two of three: the line that is named."""
    switches = np.array(list(product((0.0, 1.0), repeat=3)))
    odd, most = switches.sum(axis=1) % 2, switches.sum(axis=1) >= 2
    assert not separable(switches, odd).yes
    assert ((switches.sum(axis=1) - 1.5 > 0) == most).all()
