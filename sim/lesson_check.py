"""Whether a lesson keeps its word: legal settings, real fields, goals that are false at first and reached by the
script, answers that the run confirms.

    for mistake in check_lesson("one-neuron.md"):
        print(mistake)                           one-neuron.md:12: There is no setting 'nois'. Did you mean 'noise'? ...

Everything runs headless, through `sim.session`. A step may compute for PATIENCE seconds.
"""

import os
from collections.abc import Iterator, Mapping
from math import isclose

from sim.errors import ConfigError, quote, unknown
from sim.errors import sentence as said
from sim.lesson_controls import check_controls
from sim.lesson_desk import Desk, LessonError, config_of
from sim.lesson_fields import FIELDS, check_field
from sim.lesson_parts import Lesson, Mistake, Prediction, Step, goals_met
from sim.lessons import Reading, read_lesson
from sim.phrases import phrase

PATIENCE = 60.0
NO_FIELD = float("nan")


def check_lesson(path: str | os.PathLike[str]) -> list[Mistake]:
    """All mistakes of a lesson file, by line; none where it can be used."""
    return check_reading(read_lesson(path), str(path))


def check_reading(reading: Reading, file: str) -> list[Mistake]:
    """The mistakes of a lesson that was read, those of its form first found included."""
    found = list(reading.mistakes)
    if reading.lesson is not None:
        found += lesson_mistakes(reading.lesson, file)
    return sorted(dict.fromkeys(found), key=lambda mistake: mistake.line)


def lesson_mistakes(lesson: Lesson, file: str) -> Iterator[Mistake]:
    """What is wrong with the steps, each looked at by itself."""
    for step in lesson.steps:
        for line, sentence in step_mistakes(step):
            yield Mistake(file, line, phrase("{title}: {sentence}", title=step.title, sentence=sentence))


Found = Iterator[tuple[int, str]]


def step_mistakes(step: Step) -> Found:
    """Mistakes of one step as (line, sentence): those that can be seen, and only without them those of the run."""
    seen = list(visible_mistakes(step))
    yield from seen or run_mistakes(step)


def visible_mistakes(step: Step) -> Found:
    """What is wrong before anything runs."""
    if step.panel not in FIELDS:
        yield step.line, str(unknown("panel", step.panel, FIELDS))
        return
    try:
        config_of(step)
    except ConfigError as error:
        yield step.line, said(error)
    for line, name in fields_named(step):
        try:
            check_field(step.panel, name)
        except ConfigError as error:
            yield line, said(error)
    yield from check_controls(step)


def fields_named(step: Step) -> Iterator[tuple[int, str]]:
    """The fields that a step speaks of, and their lines."""
    for goal in step.goals:
        yield goal.line, goal.field
    predict = step.predict
    if predict is None:
        return
    for option in predict.options:
        yield from ((comparison.line, comparison.field) for comparison in option.when)
    if predict.answer.source in ("smallest", "largest"):
        yield from ((predict.line, f"{predict.answer.field}.{option.key or option.text}") for option in predict.options)
    elif predict.answer.field:
        yield predict.line, predict.answer.field


def run_mistakes(step: Step) -> Found:
    """What is wrong once it runs: the goals, then the prediction."""
    try:
        desk = Desk(step, PATIENCE)
        start = desk.fields()
    except (LessonError, ConfigError) as error:
        yield step.line, phrase("The step cannot begin. {error}", error=said(error))
        return
    wrong = list(goal_mistakes(step, desk, start)) if step.goals else []
    yield from wrong
    if step.predict is not None:
        yield from prediction_mistakes(step, step.predict, desk if step.goals and not wrong else None)
    if step.runs > 1 and not wrong:
        yield from runs_mistakes(step, desk)


def goal_mistakes(step: Step, desk: Desk, start: Mapping[str, float]) -> Found:
    """The goal must be open at first, and reached by the script."""
    line = step.goals[0].line
    if goals_met(step, 0, start) == len(step.goals):
        yield line, "The goal is reached before anything was done."
        return
    try:
        met = solved(step, desk)
    except (LessonError, ConfigError) as error:
        yield line, phrase("The script 'solve' cannot be carried out. {error}", error=said(error))
        return
    if met < len(step.goals):
        fields = desk.fields()
        open_goals = step.goals[met:][:1] if step.ordered else [g for g in step.goals if not g.holds(fields)]
        for goal in open_goals:
            yield (
                goal.line,
                phrase(
                    "'solve' does not reach {goal}; there it is {told}.",
                    goal=str(goal),
                    told=told(fields.get(goal.field)),
                ),
            )


def solved(step: Step, desk: Desk) -> int:
    """How many goals are met after the script."""
    met = 0
    for action in step.solve:
        desk.do(action)
        if action.kind == "answer" and step.predict is not None:
            desk.marks["answer.error"] = abs(action.value - computed_answer(step, step.predict))
        met = goals_met(step, met, desk.fields())
    return met


def told(value: float | None) -> str:
    """A value in a sentence."""
    return "without a value" if value is None else f"{value:.6g}"


def computed_answer(step: Step, predict: Prediction, desk: Desk | None = None) -> float:
    """The right answer: a number, or the number of an option from 1; NaN where there is none.

    A curve has one number per value of its setting; the answer is the last of them. desk: where the script has been
    carried out already, so that it need not run again.
    """
    answer = predict.answer
    if answer.source in ("none", "typed"):
        return NO_FIELD if answer.expected is None else answer.expected
    if answer.source == "sweep":
        return (NO_FIELD, *swept(step, predict))[-1]
    fields = after(step, predict, {}) if desk is None or predict.run else desk.fields()
    if answer.source == "field":
        return value_of(fields, answer.field)
    if answer.source == "when":
        return the_one_that_holds(predict, fields)
    values = [value_of(fields, f"{answer.field}.{option.key or option.text}") for option in predict.options]
    best = min(values) if answer.source == "smallest" else max(values)
    if values.count(best) > 1:
        raise LessonError("Two options have the same value.")
    return values.index(best) + 1.0


def swept(step: Step, predict: Prediction) -> tuple[float, ...]:
    """The field after the run, for every value of the setting of a curve."""
    setting, field = predict.answer.setting, predict.answer.field
    whole = all(value.is_integer() for value in predict.answer.values)
    values = [int(value) if whole else value for value in predict.answer.values]
    return tuple(value_of(after(step, predict, {setting: value}), field) for value in values)


def after(step: Step, predict: Prediction, settings: Mapping[str, float]) -> dict[str, float]:
    """The fields after the run that tells the answer."""
    desk = Desk(step, PATIENCE, settings)
    for action in predict.run or step.solve:
        desk.do(action)
    return desk.fields()


def the_one_that_holds(predict: Prediction, fields: Mapping[str, float]) -> float:
    """The number of the one option whose conditions hold."""
    holding = [
        number
        for number, option in enumerate(predict.options, 1)
        if option.when and all(comparison.holds(fields) for comparison in option.when)
    ]
    if len(holding) != 1:
        raise LessonError(
            phrase("After the run {holding} of the options are true; one must be.", holding=len(holding) or "none")
        )
    return float(holding[0])


def prediction_mistakes(step: Step, predict: Prediction, desk: Desk | None) -> Found:
    """What the author expects must be what the run says."""
    expected = predict.answer.expected
    try:
        answer = computed_answer(step, predict, desk)
    except (LessonError, ConfigError) as error:
        yield predict.line, phrase("The answer cannot be computed. {error}", error=said(error))
        return
    if expected is None or predict.answer.source in ("none", "typed"):
        return
    if not isclose(expected, answer, rel_tol=1e-9, abs_tol=max(predict.tolerance, 1e-12)):
        what = "option number " if predict.kind == "choice" else ""
        yield (
            predict.line,
            phrase(
                "The answer given is {what}{expected}, but the run says {what}{answer}.",
                what=what,
                expected=f"{expected:g}",
                answer=f"{answer:.6g}",
            ),
        )


def runs_mistakes(step: Step, desk: Desk) -> Found:
    """Who speaks of many runs must make them."""
    config = desk.config()
    made = config["twins"] if "twins" in config.parameters else int(desk.fields().get("twins.finished", 1))
    if made < step.runs:
        yield (
            step.line,
            phrase("'runs' is {runs}, but only {made} are made: set twins = {runs}.", runs=step.runs, made=made),
        )


def value_of(fields: Mapping[str, float], name: str) -> float:
    """The value of a field. LessonError where it has none."""
    if name not in fields:
        raise LessonError(phrase("The field {name} has no value after the run.", name=quote(name)))
    return fields[name]
