"""Every lesson of the program, taken from its first question to its end by the scripts of its steps."""

from functools import cache

import pytest

from sim.lesson_page import END, PREDICT, RECALL, SEEN, TRANSFER
from sim.lesson_parts import Lesson
from tests.sim.lesson_walks import FILES, Notes, lesson_of, walk


@cache
def walked(name: str) -> tuple[Lesson, Notes, tuple[str, ...]]:
    """The lesson, what was noted, and the phases that were met: taken once for all tests."""
    lesson, notes = lesson_of(name), Notes()
    return lesson, notes, tuple(walk(lesson, notes))


@pytest.mark.parametrize("name", FILES)
def test_a_lesson_can_be_taken_to_its_end(name: str) -> None:
    lesson, notes, phases = walked(name)
    told = notes.progress.lesson(lesson.key)
    assert phases[-1] == END
    assert told.finished
    assert all(told.steps[step.title].reached for step in lesson.steps)
    assert phases.count(SEEN) == len(lesson.steps)
    assert phases.count(PREDICT) == sum(step.predict is not None for step in lesson.steps)
    assert (RECALL in phases) == (lesson.recall is not None)
    assert phases.count(TRANSFER) == sum(step.transfer is not None for step in lesson.steps)


@pytest.mark.parametrize("name", FILES)
def test_every_outcome_of_a_lesson_is_noted(name: str) -> None:
    lesson, notes, _ = walked(name)
    asked = [step for step in lesson.steps if step.predict is not None and step.predict.answer.source != "none"]
    assert [step.title for step in asked if not notes.progress.step(lesson.key, step.title).answer] == []
