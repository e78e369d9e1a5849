"""Every lesson that comes with the program keeps its word: see `sim.lesson_check`."""

import re
from itertools import product

import numpy as np
import pytest

from sim.lesson_check import step_mistakes
from sim.lesson_desk import Desk
from sim.lesson_packs import open_pack
from sim.lesson_parts import Action, Lesson, Step
from sim.lessons import read_lesson
from sim.separable import separable
from tests.source_trees import ROOT

FOLDER = ROOT / "assets" / "lessons"
FILES = sorted(path.name for path in FOLDER.glob("*.md"))
CLAIMS = {"perceptron": {"C2.1", "C2.2", "C2.3", "C2.4", "C2.5"}, "one-neuron": set()}
"""The claims of the article that each lesson must show."""
LONGEST_SENTENCE = 30
"""Words."""


def lesson_named(name: str) -> Lesson:
    lesson = read_lesson(FOLDER / name).lesson
    assert lesson is not None
    return lesson


STEPS = [(name, step) for name in FILES for step in lesson_named(name).steps]


def test_there_are_lessons() -> None:
    assert {name.removesuffix(".md") for name in FILES} >= set(CLAIMS)


def test_the_folder_is_a_pack_without_mistakes() -> None:
    pack = open_pack(FOLDER)
    assert pack.mistakes == ()
    assert len(pack.lessons) == len(FILES)


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}: {step.title}" for name, step in STEPS])
def test_a_step_begins_open_and_is_solved_by_its_script(name: str, step: Step) -> None:
    assert [f"{name}:{line}: {sentence}" for line, sentence in step_mistakes(step)] == []


@pytest.mark.parametrize("key", CLAIMS)
def test_every_claim_of_the_article_is_shown_by_a_step(key: str) -> None:
    shown = {claim for step in lesson_named(f"{key}.md").steps for claim in step.shows}
    assert shown == CLAIMS[key]


@pytest.mark.parametrize("name", FILES)
def test_a_lesson_has_nine_steps_at_most_and_ends_with_a_transfer(name: str) -> None:
    lesson = lesson_named(name)
    assert len(lesson.steps) <= 9
    assert lesson.steps[-1].transfer is not None


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
