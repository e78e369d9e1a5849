"""How far one step of a lesson has come, and where the answer to its prediction comes from.

The learner's own run tells the answer where it decides; what it does not decide, a run of its own must tell
(`sim.lesson_answer`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from sim.lesson_check import the_one_that_holds, value_of
from sim.lesson_desk import LessonError
from sim.lesson_guess import read_back
from sim.lesson_page import PREDICT, SEEN, TRY, Guess
from sim.lesson_parts import Comparison, Prediction, Step
from sim.progress import StepNote

NEARER = 0.98
"""A value that comes nearer to its goal by this factor is progress."""
DOING = ("set", "edit", "run", "passes", "play", "twins", "restart")


@dataclass
class Moment:
    """How far one step has come. answer: what the run said, once it is known; problem: why it never will be."""

    phase: str
    began: float
    guess: Guess | None = None
    sure: bool | None = None
    skipped: bool = False
    typed: Guess | None = None
    answer: Guess | None = None
    problem: str = ""
    met: int = 0
    level: int = 0
    showing: bool = False
    shown: bool = False
    marks: dict[str, float] = field(default_factory=dict)
    fields: dict[str, float] = field(default_factory=dict)
    nearest: dict[Comparison, float] = field(default_factory=dict)


def fresh(step: Step, now: float) -> Moment:
    """A step at its beginning."""
    moment = Moment(PREDICT if step.predict is not None else TRY, now)
    if step.predict is not None and step.predict.answer.source == "typed":
        moment.answer = step.predict.answer.expected
    return moment


def remembered(step: Step, note: StepNote, now: float) -> Moment:
    """A step as it was left in another sitting."""
    moment, predict = fresh(step, now), step.predict
    if predict is not None:
        moment.guess = moment.typed = read_back(predict, note.guess)
        moment.answer = moment.answer if moment.answer is not None else read_back(predict, note.answer)
        moment.sure, moment.skipped = note.sure, note.skipped
    answered = predict is None or moment.guess is not None or note.skipped
    if note.finished and answered:
        moment.phase, moment.met = SEEN, len(step.goals)
    elif answered:
        moment.phase = TRY
    return moment


def runs_first(step: Step) -> bool:
    """Whether the answer is there only after something ran."""
    script = step.predict.run or step.solve if step.predict is not None else ()
    return any(action.kind in DOING for action in script)


def live_answer(step: Step, fields: Mapping[str, float]) -> Guess | None:
    """The answer as the learner's own run tells it; None where that run does not decide."""
    predict = step.predict
    if predict is None or predict.run or predict.answer.source in ("none", "typed", "sweep"):
        return None
    try:
        return decided(predict, fields)
    except LessonError:
        return None


def decided(predict: Prediction, fields: Mapping[str, float]) -> float:
    """The answer that the fields give. LessonError where they give none, or two."""
    source, name = predict.answer.source, predict.answer.field
    if source == "when":
        return the_one_that_holds(predict, fields)
    if source == "field":
        return value_of(fields, name)
    values = [value_of(fields, f"{name}.{option.key or option.text}") for option in predict.options]
    best = min(values) if source == "smallest" else max(values)
    if values.count(best) > 1:
        raise LessonError("Two options have the same value.")
    return values.index(best) + 1.0


def answer_is_needed(step: Step) -> str:
    """When a run of its own must tell the answer: "early" (at once), "late" (if the learner's own run does not)."""
    predict = step.predict
    if predict is None or predict.answer.source in ("none", "typed"):
        return ""
    asked = any(goal.field == "answer.error" for goal in step.goals) and runs_first(step)
    return "early" if asked or predict.run or predict.answer.source == "sweep" else "late"


def came_nearer(moment: Moment, step: Step) -> bool:
    """Whether a goal is nearer than it ever was."""
    nearer = False
    for goal in step.goals:
        value = moment.fields.get(goal.field)
        far = inf if value is None else abs(value - goal.than)
        nearer |= goal in moment.nearest and far < NEARER * moment.nearest[goal]
        moment.nearest[goal] = min(far, moment.nearest.get(goal, inf))
    return nearer
