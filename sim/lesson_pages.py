"""The page that a lesson shows now, made from its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.lesson_guess import outcome_words, written
from sim.lesson_moment import Moment
from sim.lesson_page import (
    DONE,
    END,
    HERE,
    PREDICT,
    RECALL,
    RECALLED,
    SEEN,
    TO_COME,
    TRANSFER,
    TRANSFERRED,
    TRY,
    Asking,
    CardLink,
    GoalLine,
    OwnWords,
    Page,
    Row,
    Share,
)
from sim.lesson_parts import Step
from sim.lesson_run import LessonRun
from sim.lesson_way import CUE, SHOW
from sim.lesson_words import axis_of, goal_words, instruction_of, label_of
from sim.network_twins import share_interval

Cards = Mapping[int, CardLink]
MEASURED = ("twins.loss", "twins.accuracy", "twins.lowest", "twins.highest", "twins.spread")
"""Where a goal asks for one of these, it does not matter how many have solved it."""
RECALL_HEADING, TRANSFER_HEADING, END_HEADING = "Do you still know?", "Take it further", "What you found out"


def page_of(run: LessonRun, cards: Cards | None = None, next_lesson: tuple[str, str] = ("", "")) -> Page:
    """Everything that a card shows now. cards: correction cards by number; next_lesson: key and title."""
    common: dict[str, Any] = {
        "lesson": run.lesson.title,
        "group": run.lesson.group,
        "entry": run.lesson.entry,
        "phase": run.phase,
        "place": run.place,
        "segments": segments_of(run),
        "can_back": run.can_back,
        "can_next": run.can_next,
    }
    if run.phase == END:
        further = tuple((material.title, material.link) for material in run.lesson.further)
        common |= {"heading": END_HEADING, "dare": run.lesson.break_it}
        return Page(**common, rows=rows_of(run), further=further, next_lesson=next_lesson)
    if run.phase in (RECALL, RECALLED, TRANSFER, TRANSFERRED):
        heading = RECALL_HEADING if run.phase in (RECALL, RECALLED) else TRANSFER_HEADING
        return Page(**common, heading=heading, own=own_of(run))
    step, moment = run.step, run.moment
    assert step is not None
    assert moment is not None
    return Page(**common, **parts_of(run, step, moment, cards or {}))


def parts_of(run: LessonRun, step: Step, moment: Moment, cards: Cards) -> dict[str, Any]:
    """What only a step has."""
    parts: dict[str, Any] = {
        "heading": step.title,
        "text": step.text,
        "asking": asking_of(run, step, moment),
        "runs": step.runs,
        "can_repeat": run.phase == SEEN,
    }
    if run.phase == PREDICT:
        return parts
    parts |= {"goals": goals_of(run, step, moment), "ordered": step.ordered}
    if run.phase == TRY:
        return parts | {
            "instruction": instruction_of(step),
            "hint": hint_of(step, moment),
            "can_hint": moment.level < SHOW and not moment.showing,
            "show_me": moment.level >= SHOW and not moment.showing and bool(step.solve),
            "playing": moment.showing,
        }
    predict = step.predict
    return parts | {
        "outcome": () if predict is None else outcome_words(predict, moment.guess, moment.answer),
        "answer": moment.answer,
        "waiting": run.wants_answer,
        "problem": moment.problem,
        "after": step.after,
        "why": step.why,
        "cards": tuple(cards[number] for number in step.cards if number in cards),
        "share": share_of(step, moment),
    }


def segments_of(run: LessonRun) -> tuple[str, ...]:
    """One word per step: done, here, or to come."""
    notes = run.progress.lesson(run.key).steps
    return tuple(
        HERE if place == run.place else DONE if step.title in notes and notes[step.title].finished else TO_COME
        for place, step in enumerate(run.lesson.steps)
    )


def asking_of(run: LessonRun, step: Step, moment: Moment) -> Asking:
    """The prediction as it stands."""
    predict = step.predict
    if predict is None:
        return Asking()
    return Asking(
        kind=predict.kind,
        question=predict.question,
        options=tuple(option.text for option in predict.options),
        unit=predict.unit,
        values=predict.answer.values,
        setting=label_of(step.panel, predict.answer.setting) if predict.answer.setting else "",
        axis=axis_of(predict.answer.field),
        guess=moment.typed if run.typing else moment.guess,
        sure=moment.sure,
        open=run.phase == PREDICT,
        again=run.typing,
        skipped=moment.skipped,
    )


def goals_of(run: LessonRun, step: Step, moment: Moment) -> tuple[GoalLine, ...]:
    """Every goal with its value; of ordered ones the next is marked."""
    if run.phase == SEEN and not moment.fields:
        return ()
    lines = []
    for number, goal in enumerate(step.goals):
        met = run.phase == SEEN or (number < moment.met if step.ordered else goal.holds(moment.fields))
        here = not met and (number == moment.met or not step.ordered)
        lines.append(GoalLine(goal_words(step.panel, goal, moment.fields), met, here))
    return tuple(lines)


def hint_of(step: Step, moment: Moment) -> str:
    """What the ladder has told so far: of two hints the first comes with the cue."""
    if moment.level < CUE or not step.hints:
        return ""
    if moment.level == CUE:
        return step.hints[0] if len(step.hints) > 1 else ""
    return step.hints[-1]


def share_of(step: Step, moment: Moment) -> Share | None:
    """How many of the twins solved it, with the interval, where the claim is about many and not about their middle."""
    fields = moment.fields
    measured = any(goal.field in MEASURED for goal in step.goals)
    if step.runs <= 1 or measured or "twins.finished" not in fields or "twins.solved" not in fields:
        return None
    total = int(fields["twins.finished"])
    solved = min(total, round(fields["twins.solved"] * fields.get("replicas", total)))
    return Share(solved, total, *share_interval(solved, total)) if total else None


def own_of(run: LessonRun) -> OwnWords:
    """The question without a run; its answer only once the learner has given one, or went past it."""
    question, note = run.question, run.note_of(run.title)
    assert question is not None
    if run.phase in (RECALL, TRANSFER):
        return OwnWords(question.question, question.options, note.typed)
    checked = question.rubric.index(note.outcome) if note.outcome in question.rubric else -1
    return OwnWords(question.question, question.options, note.typed, question.answer, question.rubric, checked)


def rows_of(run: LessonRun) -> tuple[Row, ...]:
    """What was predicted and what happened, step by step; steps without a prediction say what was reached."""
    rows = []
    for place, step in enumerate(run.lesson.steps):
        note, moment = run.note_of(step.title), run.moment_of(place)
        answer = note.answer
        if not answer and step.predict is not None and moment is not None:
            answer = written(step.predict, moment.answer, 6)
        rows.append(Row(step.title, note.guess, answer, note.outcome, note.skipped, note.shown and not note.reached))
    return tuple(rows)
