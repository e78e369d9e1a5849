"""One step of a lesson, read from its section: settings, prediction, goal, and how the goal is reached."""

import re
from typing import Any

from sim.errors import quote
from sim.lesson_actions import EDIT, actions_of, settings_of
from sim.lesson_links import check
from sim.lesson_parts import SIGNS, Answer, Comparison, Lock, Option, Prediction, Question, Step
from sim.lesson_text import Section
from sim.lesson_toml import Mistakes, Table, parse
from sim.numerals import write_count
from sim.phrases import phrase

MOST_TITLE_WORDS, LONGEST_TITLE = 6, 60
LONGEST_TEXT, MOST_TEXT_LINES = 400, 6
LONGEST_AFTER, LONGEST_WHY, LONGEST_HINT, LONGEST_QUESTION, LONGEST_OPTION = 320, 1200, 200, 240, 120
MOST_GOALS, MOST_OPTIONS, MOST_HINTS, MOST_RUNS = 8, 6, 2, 10_000
KINDS = ("choice", "number", "curve", "line")
SOURCES = ("when", "smallest", "largest", "field")
CLAIM = re.compile(r"C\d{1,2}\.\d{1,2}")
LONGEST_BLOCK = 100_000


def step_of(section: Section, panel: str, mistakes: Mistakes) -> Step | None:
    """The step that a section is; None after a mistake that leaves none. panel: of the lesson."""
    check_text(section, mistakes)
    if section.block is None:
        return None
    if len(section.block.text) > LONGEST_BLOCK:
        mistakes.add(
            section.block.line,
            phrase(
                "The block of a step has up to {longest_block} characters.", longest_block=write_count(LONGEST_BLOCK)
            ),
        )
        return None
    values = parse(section.block.text, section.block.line, mistakes)
    if values is None:
        return None
    table = Table(values, "A step", section.block.line, mistakes, section.block.text)
    step = built(section, table, panel)
    table.close()
    return step


def check_text(section: Section, mistakes: Mistakes) -> None:
    """The limits of heading and text."""
    words = len(section.title.split())
    if not words:
        mistakes.add(section.line, "A step needs a title.")
    if words > MOST_TITLE_WORDS or len(section.title) > LONGEST_TITLE:
        limit = phrase(
            "up to {most_title_words} words and {longest_title} characters",
            most_title_words=MOST_TITLE_WORDS,
            longest_title=LONGEST_TITLE,
        )
        mistakes.add(
            section.line,
            phrase(
                "A title has {limit}; this has {words} and {title}.", limit=limit, words=words, title=len(section.title)
            ),
        )
    text = section.text.text
    if not text:
        mistakes.add(section.line, "A step needs a line of text that says what to do.")
    lines = text.count("\n") + 1
    if len(text) > LONGEST_TEXT or lines > MOST_TEXT_LINES:
        mistakes.add(
            section.text.line,
            phrase(
                "The text of a step has up to {most_text_lines} lines and {longest_text} characters; "
                "this has {lines} and {text}.",
                most_text_lines=MOST_TEXT_LINES,
                longest_text=LONGEST_TEXT,
                lines=lines,
                text=len(text),
            ),
        )
    else:
        check(text, section.text.line, mistakes)


def built(section: Section, table: Table, panel: str) -> Step:
    """The step, as far as it can be read."""
    setup = table.table("setup")
    step = Step(
        title=section.title,
        text=section.text.text,
        panel=table.text("panel", 40) or panel,
        line=section.line,
        setup={} if setup is None else settings_of(setup),
        edits=actions_of(table, "edits", (EDIT, "run")),
        lock=lock_of(table),
        cue=table.texts("cue", 10, 60),
        predict=prediction_of(table),
        goals=comparisons_of(table, "goal", MOST_GOALS),
        ordered=table.flag("ordered"),
        solve=actions_of(table, "solve"),
        runs=table.whole("runs", 1, MOST_RUNS, 1),
        after=linked(table, "after", LONGEST_AFTER),
        why=linked(table, "why", LONGEST_WHY),
        hints=table.texts("hints", MOST_HINTS, LONGEST_HINT),
        shows=claims_of(table, "shows"),
        cards=tuple(int(number) for number in table.numbers("cards", 10)),
        transfer=question_of(table.table("transfer")),
    )
    if step.goals and not step.solve:
        table.wrong("goal", "A goal needs 'solve': the actions that reach it.")
    if not step.goals and step.predict is None:
        table.mistakes.add(section.line, "A step needs a goal or a prediction.")
    if (step.goals or step.predict) and not step.after:
        table.mistakes.add(table.line, "A step needs 'after': the sentence that explains what was seen.")
    return step


def linked(table: Table, key: str, longest: int) -> str:
    """A text in which links may stand."""
    text = table.text(key, longest)
    check(text, table.line_of(key), table.mistakes)
    return text


def claims_of(table: Table, key: str) -> tuple[str, ...]:
    """Claims of the article, such as "C2.1"."""
    claims = table.texts(key, 40, 10)
    for claim in claims:
        if not CLAIM.fullmatch(claim):
            table.wrong(key, phrase("A claim is named as in 'C2.1', not {claim}.", claim=quote(claim)))
    return claims


def lock_of(table: Table) -> Lock | None:
    """"all", "all but a, b", or a list of names; None where nothing is said."""
    value = table.any("lock")
    if value is None:
        return None
    if isinstance(value, list) and len(value) <= 100 and all(isinstance(key, str) for key in value):
        return Lock(False, tuple(value))
    if value == "all":
        return Lock(True, ())
    if isinstance(value, str) and value.startswith("all but ") and len(value) < 1000:
        return Lock(True, tuple(key.strip() for key in value.removeprefix("all but ").split(",")))
    table.wrong(
        "lock", phrase('\'lock\' is "all", "all but a, b", or a list of names, not {value}.', value=quote(value))
    )
    return None


def comparisons_of(table: Table, key: str, most: int) -> tuple[Comparison, ...]:
    """A list of { field, is, than }."""
    return tuple(found for row in table.tables(key, most) if (found := comparison_of(row)) is not None)


def comparison_of(table: Table) -> Comparison | None:
    """One comparison, or None after a mistake was said."""
    before = len(table.mistakes.found)
    field, sign = table.text("field", 80, needed=True), table.choice("is", tuple(SIGNS), needed=True)
    than = table.number("than", -1e15, 1e15, needed=True)
    table.close()
    if len(table.mistakes.found) > before or than is None:
        return None
    return Comparison(field, sign, than, table.line)


def prediction_of(table: Table) -> Prediction | None:
    """The question before the run, or None."""
    inner = table.table("predict")
    if inner is None:
        return None
    options = options_of(inner)
    kind = inner.choice("kind", KINDS) or ("choice" if options else "number")
    made = Prediction(
        kind=kind,
        question=linked(inner, "question", LONGEST_QUESTION),
        answer=answer_of(inner, kind, options),
        options=options,
        tolerance=inner.number("tolerance", 0.0, 1e15) or 0.0,
        unit=inner.text("unit", 40),
        run=actions_of(inner, "run"),
        line=inner.line,
    )
    inner.close()
    if not made.question.strip():
        table.wrong("predict", "A prediction needs a question.")
    if kind == "choice" and len(options) < 2:
        table.wrong("predict", "A choice needs at least two options.")
    return made


def options_of(table: Table) -> tuple[Option, ...]:
    """Texts, or tables { text, reveals, key, when }."""
    rows = table.any("options")
    if rows is None:
        return ()
    if not isinstance(rows, list) or not 2 <= len(rows) <= MOST_OPTIONS:
        table.wrong(
            "options", phrase("'options' must be a list of 2 to {most_options} answers.", most_options=MOST_OPTIONS)
        )
        return ()
    options = tuple(option_of(row, table) for row in rows)
    texts = [option.text for option in options]
    if len(set(texts)) < len(texts):
        table.wrong("options", "Two options are the same.")
    return options


def option_of(row: Any, table: Table) -> Option:
    """One option."""
    inner = Table(row if isinstance(row, dict) else {"text": row}, "An option", table.line, table.mistakes)
    option = Option(
        text=inner.text("text", LONGEST_OPTION, needed=True),
        reveals=inner.text("reveals", LONGEST_OPTION),
        key=inner.text("key", 40),
        when=comparisons_of(inner, "when", MOST_GOALS),
    )
    inner.close()
    return option


def answer_of(table: Table, kind: str, options: tuple[Option, ...]) -> Answer:
    """Where the answer comes from: the run, or, on purpose, the author."""
    value, typed = table.any("answer"), table.flag("typed")
    computed = any(option.when for option in options)
    if isinstance(value, dict):
        if typed:
            table.wrong("typed", "This answer comes from the run; it is not typed.")
        return computed_answer(Table(value, "'answer'", table.line, table.mistakes), kind, len(options))
    if kind == "line":
        if value is not None or typed:
            table.wrong("answer", "A drawn line has no right answer.")
        return Answer("none")
    if value is None and not computed:
        table.wrong("predict", "A prediction needs an answer.")
        return Answer("none")
    if value is not None and not is_answer(value, kind, len(options)):
        table.wrong("answer", phrase("The answer to a {kind} cannot be {value}.", kind=kind, value=quote(value)))
        return Answer("none")
    if computed == typed:
        said = "comes from the run; it is not typed" if computed else "has no run behind it: say typed = true"
        table.wrong("answer", phrase("This answer {said}.", said=said))
    return Answer("when" if computed else "typed", expected=None if value is None else float(value))


def is_answer(value: Any, kind: str, options: int) -> bool:
    """Whether it is the number of an option, or a number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or kind == "curve":
        return False
    return kind == "number" or (isinstance(value, int) and 1 <= value <= options)


def computed_answer(table: Table, kind: str, options: int) -> Answer:
    """{ field = ".." }, { smallest = ".." }, { largest = ".." }, or a curve { field, over, values }."""
    named = [key for key in SOURCES[1:] if key in table.values]
    fitting = {"choice": ("smallest", "largest"), "number": ("field",), "curve": ("field",)}.get(kind, ())
    if len(named) != 1 or named[0] not in fitting:
        table.mistakes.add(
            table.line,
            phrase(
                "The answer to a {kind} is computed from {names}.", kind=kind, names=" or ".join(fitting) or "nothing"
            ),
        )
        return Answer("none")
    field = table.text(named[0], 80, needed=True)
    setting, values = table.text("over", 60, needed=kind == "curve"), table.numbers("values", 50)
    expected = table.number("expect", -1e15, 1e15)
    table.close()
    if kind == "curve" and len(values) < 2:
        table.mistakes.add(table.line, "A curve needs at least two values.")
    if kind == "choice" and expected is not None and expected not in range(1, options + 1):
        table.mistakes.add(table.line, phrase("There is no option number {expected}.", expected=f"{expected:g}"))
    return Answer("sweep" if kind == "curve" else named[0], field, expected, setting, values)


def question_of(table: Table | None) -> Question | None:
    """{ question, answer, options, rubric }, or None."""
    if table is None:
        return None
    made = Question(
        table.text("question", LONGEST_WHY, needed=True),
        table.text("answer", LONGEST_WHY, needed=True),
        table.texts("options", MOST_OPTIONS, LONGEST_OPTION),
        table.texts("rubric", 6, LONGEST_WHY),
    )
    table.close()
    return made
