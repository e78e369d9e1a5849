"""Notes in a list, and a lesson taken to its end without a window by a hand that guesses, often wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim.lesson_answer import answer_of
from sim.lesson_desk import Desk
from sim.lesson_page import END, PREDICT, RECALL, SEEN, TRANSFER, TRY, Guess
from sim.lesson_parts import Lesson, Prediction
from sim.lesson_run import LessonRun
from sim.lessons import read_lesson
from sim.progress import Progress
from tests.source_trees import ROOT

FOLDER = ROOT / "assets" / "lessons"
FILES = sorted(path.name for path in FOLDER.glob("*.md"))
PATIENCE = 60.0
MOST_EVENTS = 400


class Notes:
    """A store in memory."""

    def __init__(self) -> None:
        self.progress = Progress()

    def note(self, key: str, title: str, **values: Any) -> None:
        self.progress = self.progress.noted(key, title, **values)

    def complete(self, key: str) -> None:
        self.progress = self.progress.completed(key, "2026-11-23T17:00")


def lesson_of(name: str | Path) -> Lesson:
    lesson = read_lesson(FOLDER / name).lesson
    assert lesson is not None
    return lesson


def begun(lesson: Lesson, notes: Notes | None = None) -> LessonRun:
    run = LessonRun(lesson, lesson.key, notes or Notes(), lambda: "2026-11-23T17:00")
    run.start(0.0)
    return run


def some_guess(predict: Prediction) -> Guess:
    """One that fits; the last option, so that it is seldom right."""
    if predict.kind == "choice":
        return float(len(predict.options))
    if predict.kind == "number":
        return 12345.0
    return (1.0,) * (3 if predict.kind == "line" else len(predict.answer.values))


def do_the_step(run: LessonRun, now: float) -> None:
    """Carry out the script on a desk, and tell the run all that is seen."""
    step = run.step
    assert step is not None
    desk = Desk(step, PATIENCE)
    run.see(desk.fields(), now)
    for action in step.solve:
        if action.kind == "answer":
            run.guess(float(action.value))
        elif action.kind == "mark":
            for name, value in action.value.items():
                run.mark(name, value)
        else:
            desk.do(action)
        run.see(desk.fields(), now)


def walk(lesson: Lesson, notes: Notes) -> list[str]:
    """The phases met on the way to the end. Every guess is made, and not always rightly."""
    run, phases, now = begun(lesson, notes), [], 0.0
    for _ in range(MOST_EVENTS):
        now += 1.0
        phases.append(run.phase)
        if run.phase == END:
            return phases
        if run.phase in (RECALL, TRANSFER):
            run.say("in my own words")
        elif run.phase == PREDICT:
            assert run.step is not None
            assert run.step.predict is not None
            run.guess(some_guess(run.step.predict))
            run.sure(True, now)
        elif run.phase == TRY:
            do_the_step(run, now)
            assert run.phase == SEEN, f"{lesson.key}: {run.step.title if run.step else ''} is not reached"
        else:
            if run.wants_answer and run.step is not None:
                run.answered(answer_of(run.step))
            run.next(now)
    raise AssertionError(f"{lesson.key} has no end")
