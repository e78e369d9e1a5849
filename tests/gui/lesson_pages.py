"""Pages of every step of every lesson in every phase, as the card would show them."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lesson_page import CardLink, Guess, Page
from sim.lesson_pages import page_of
from sim.lesson_parts import Lesson
from sim.lesson_run import LessonRun
from tests.sim.lesson_walks import Notes, begun, some_guess

CARDS = {
    number: CardLink(number, f"event:{number}", "What the article says about it.", "What the source says about it.")
    for number in range(1, 40)
}
FOLLOWING = ("sgd", "Skiing by glances")


def pages_of(lesson: Lesson) -> Iterator[Page]:
    """One after the other, with guesses that are made up and goals that are met by decree."""
    run = begun(lesson, Notes())
    if lesson.recall is not None:
        yield shown(run)
        run.say(lesson.recall.options[0] if lesson.recall.options else "In my own words.")
        yield shown(run)
    for place in range(len(lesson.steps)):
        yield from pages_of_step(run, place)
    run.next(9.0)
    yield shown(run)


def pages_of_step(run: LessonRun, place: int) -> Iterator[Page]:
    """The phases of one step."""
    run.start(0.0, run.lesson.steps[place].title)
    step = run.step
    assert step is not None
    yield shown(run)
    if step.predict is not None:
        run.guess(some_guess(step.predict))
        yield shown(run)
        run.sure(True, 1.0)
    if step.goals:
        run.see({goal.field: goal.than * 0.93 + 0.017 for goal in step.goals}, 2.0)
        for _ in range(3):
            run.hint()
            yield shown(run)
    finish(run)
    yield shown(run)
    if step.transfer is not None:
        run.next(5.0)
        yield shown(run)
        run.say("In my own words.")
        yield shown(run)


def finish(run: LessonRun) -> None:
    """The goals are met, and the answer is there."""
    step, moment = run.step, run.moment
    assert step is not None
    assert moment is not None
    if moment.phase != "seen":
        run._reach()
    if step.runs > 1:
        moment.fields.update({"twins.finished": 100.0, "twins.solved": 0.94, "replicas": 100.0})
    if step.predict is not None and moment.answer is None:
        answers: dict[str, Guess] = {"choice": 1.0, "number": 653.25}
        curve = tuple(3.0 * (number + 1) for number in range(len(step.predict.answer.values)))
        run.answered(answers.get(step.predict.kind, curve))


def shown(run: LessonRun) -> Page:
    return page_of(run, CARDS, FOLLOWING)
