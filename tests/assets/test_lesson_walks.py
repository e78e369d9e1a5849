"""Every lesson of the program, taken from its first question to its end by the scripts of its steps."""

import pytest

from sim.lesson_page import END, PREDICT, RECALL, SEEN, TRANSFER
from sim.lesson_parts import Lesson
from tests.sim.lesson_walks import FILES, Notes, lesson_of, walk

Walked = tuple[Lesson, Notes, tuple[str, ...]]


@pytest.fixture(scope="module", params=FILES)
def walked(request: pytest.FixtureRequest) -> Walked:
    """A lesson, what was noted, and the phases that were met. Its tests follow each other: it is taken once."""
    lesson, notes = lesson_of(request.param), Notes()
    return lesson, notes, tuple(walk(lesson, notes))


def test_a_lesson_can_be_taken_to_its_end(walked: Walked) -> None:
    lesson, notes, phases = walked
    told = notes.progress.lesson(lesson.key)
    assert phases[-1] == END
    assert told.finished
    assert all(told.steps[step.title].reached for step in lesson.steps)
    assert phases.count(SEEN) == len(lesson.steps)
    assert phases.count(PREDICT) == sum(step.predict is not None for step in lesson.steps)
    assert (RECALL in phases) == (lesson.recall is not None)
    assert phases.count(TRANSFER) == sum(step.transfer is not None for step in lesson.steps)


def test_every_outcome_of_a_lesson_is_noted(walked: Walked) -> None:
    lesson, notes, _ = walked
    asked = [step for step in lesson.steps if step.predict is not None and step.predict.answer.source != "none"]
    assert [step.title for step in asked if not notes.progress.step(lesson.key, step.title).answer] == []
