"""The process that answers: what it is asked, and what it says to anything."""

import io
import json

import pytest

from sim.lesson_answer import NO_QUESTION, TOO_LONG, answer_of, main
from sim.lesson_check import computed_answer
from sim.lesson_desk import LessonError
from tests.sim.lesson_walks import lesson_of

NEURON, SGD, MOMENTUM = (lesson_of(f"{key}.md") for key in ("one-neuron", "sgd", "momentum"))


NO_LESSON = {"lesson": "# no lesson", "step": 0}


def told(question: object) -> dict[str, object]:
    out = io.StringIO()
    main(io.StringIO(question if isinstance(question, str) else json.dumps(question)), out)
    answer = json.loads(out.getvalue())
    assert isinstance(answer, dict)
    return answer


def asked(step: int, **more: object) -> dict[str, object]:
    return {"lesson": NEURON.text, "file": "one-neuron.md", "step": step, **more}


def test_a_number_is_what_the_run_says() -> None:
    assert told(asked(3)) == {"answer": 0.5}


def test_a_line_has_no_answer() -> None:
    assert told(asked(0)) == {"answer": None}


def test_a_typed_answer_is_the_author_s() -> None:
    assert told(asked(1)) == {"answer": 1.0}


@pytest.mark.parametrize("step", [step for step in SGD.steps if step.predict][:3], ids=lambda step: step.title)
def test_it_says_what_the_check_of_lessons_says(step) -> None:  # type: ignore[no-untyped-def]
    assert answer_of(step) == computed_answer(step, step.predict)


def test_a_curve_has_a_value_for_every_place() -> None:
    step = next(step for step in MOMENTUM.steps if step.predict and step.predict.kind == "curve")
    answer = answer_of(step)
    assert isinstance(answer, tuple)
    assert step.predict is not None
    assert len(answer) == len(step.predict.answer.values)


def test_who_has_no_time_gets_no_answer() -> None:
    with pytest.raises(LessonError, match=TOO_LONG.rstrip(".")):
        answer_of(NEURON.steps[3], -1.0)


@pytest.mark.parametrize(
    "question",
    ["", "nonsense", "[" * 100_000, "[]", {}, asked(99), asked(-1), NO_LESSON, asked(3, seconds="a")],
    ids=["nothing", "nonsense", "nested", "a_list", "an_empty_table", "a_step_beyond", "below", "no_lesson", "no_time"],
)
def test_any_question_gets_a_sentence(question: object) -> None:
    assert told(question) == {"problem": NO_QUESTION}
