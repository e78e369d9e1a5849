"""The answer to a prediction where the learner's own run does not tell it: a process of its own runs the script.

    python -m sim.lesson_answer < question.json > answer.json

In: {"lesson": the file's text, "file": its name, "step": the number of the step from 0, "seconds": how long it may
take}. Out: {"answer": a number, or a list for a curve} or {"problem": a sentence}. Whatever stands in the question,
something of this form comes out.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from math import isfinite
from time import perf_counter
from typing import Any, TextIO

from sim.errors import ConfigError, sentence
from sim.lesson_check import value_of
from sim.lesson_desk import Desk, LessonError
from sim.lesson_moment import decided
from sim.lesson_page import Guess
from sim.lesson_parts import Prediction, Step
from sim.lessons import LARGEST_FILE, read_bytes

SECONDS = 60.0
LARGEST_QUESTION = 8 * LARGEST_FILE
"""In JSON a letter may take six characters."""
TOO_LONG = "This takes too long."
NO_QUESTION = "This is no question about a step of a lesson."


def answer_of(step: Step, seconds: float = SECONDS) -> Guess | None:
    """What the run of the author says: a number, the number of an option, or a curve; None where there is nothing.

    LessonError where it says nothing, or takes longer.
    """
    predict = step.predict
    if predict is None or predict.answer.source == "none":
        return None
    if predict.answer.source == "typed":
        return predict.answer.expected
    ends = perf_counter() + seconds
    if predict.answer.source == "sweep":
        return curve_of(step, predict, ends)
    return decided(predict, carried_out(step, predict, {}, ends))


def curve_of(step: Step, predict: Prediction, ends: float) -> tuple[float, ...]:
    """The field after the run, for every value of the setting."""
    answer = predict.answer
    whole = all(value.is_integer() for value in answer.values)
    values = [int(value) if whole else value for value in answer.values]
    return tuple(value_of(carried_out(step, predict, {answer.setting: value}, ends), answer.field) for value in values)


def carried_out(step: Step, predict: Prediction, settings: dict[str, float], ends: float) -> dict[str, float]:
    """The fields after the run that tells the answer."""
    left = ends - perf_counter()
    if left <= 0:
        raise LessonError(TOO_LONG)
    desk = Desk(replace(step, predict=predict), left, settings)
    for action in predict.run or step.solve:
        desk.do(action)
    return desk.fields()


def reply(question: Any) -> dict[str, Any]:
    """What is written for a question."""
    try:
        step, seconds = asked(question)
        answer = answer_of(step, seconds)
    except (LessonError, ConfigError) as error:
        return {"problem": sentence(error)}
    numbers = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
    if not all(isfinite(number) for number in numbers):
        return {"problem": "After the run the answer is no number."}
    return {"answer": list(answer) if isinstance(answer, tuple) else answer}


def asked(question: Any) -> tuple[Step, float]:
    """The step that a question is about, and how long it may take. LessonError where it is none."""
    if not isinstance(question, dict):
        raise LessonError(NO_QUESTION)
    text, file, number = question.get("lesson"), question.get("file", "lesson.md"), question.get("step")
    seconds = question.get("seconds", SECONDS)
    if not (isinstance(text, str) and isinstance(file, str) and type(number) is int and type(seconds) in (int, float)):
        raise LessonError(NO_QUESTION)
    lesson = read_bytes(text.encode("utf-8", "replace"), file).lesson
    if lesson is None or not 0 <= number < len(lesson.steps):
        raise LessonError(NO_QUESTION)
    return lesson.steps[number], min(float(seconds), SECONDS)


def main(given: TextIO, told: TextIO) -> None:
    """Read a question, write an answer."""
    try:
        question = json.loads(given.read(LARGEST_QUESTION))
    except (ValueError, RecursionError):
        question = None
    json.dump(reply(question), told)


def begin() -> None:
    """Answer what comes in; the run on screen comes first."""
    if hasattr(os, "nice"):
        os.nice(10)
    main(sys.stdin, sys.stdout)


if __name__ == "__main__":
    begin()
