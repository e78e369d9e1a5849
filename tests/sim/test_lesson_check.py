import random
import re
from pathlib import Path
from typing import Any

import pytest

from sim import lesson_check
from sim.lesson_check import check_lesson, check_reading, computed_answer, swept
from sim.lesson_controls import unlocked
from sim.lesson_desk import Desk, LessonError
from sim.lesson_parts import Action, Lock, Step
from sim.lessons import read_bytes
from tests.sim.lessons_for_tests import BLOCK, HOSTILE, lesson, line_of, step, with_line
from tests.source_trees import ROOT


def said(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "a-lesson.md"
    path.write_text(text, encoding="utf-8")
    return [str(mistake) for mistake in check_lesson(path)]


def only_step(text: str) -> Step:
    reading = read_bytes(text.encode(), "a-lesson.md")
    assert reading.mistakes == ()
    assert reading.lesson is not None
    return reading.lesson.steps[0]


def test_a_lesson_that_keeps_its_word_has_no_mistakes(tmp_path: Path) -> None:
    assert said(tmp_path, lesson()) == []


def test_the_mistakes_of_the_form_are_among_those_of_the_check(tmp_path: Path) -> None:
    text = HOSTILE["an_unknown_entry"]
    assert isinstance(text, str)
    assert any("gaol" in sentence for sentence in said(tmp_path, text))


def question(options: str, answer: str = "") -> str:
    """A prediction with these options."""
    return f'predict = {{ question = "?", {answer} options = [ {options} ] }}'


BROKEN = {
    "an unknown panel": ('panel = "kitchen"', "", "There is no panel 'kitchen'"),
    "an unknown setting": ('setup = { nois = 1 }', "setup", "There is no setting 'nois'. Did you mean 'noise'?"),
    "a setting out of its range": ("setup = { noise = 9 }", "setup", "Data noise must be a number from 0 to 1"),
    "a setting of a wrong kind": ('setup = { n = "many" }', "setup", "Points must be"),
    "layers that cannot be": ('setup = { mode = "network", layers = "999" }', "setup", "Hidden layers are"),
    "data the mode cannot learn": ('setup = { dataset = "sine" }', "setup", "is for a network"),
    "an unknown field": (
        'goal = [ { field = "accuracyy", is = "==", than = 1 } ]', "goal", "Did you mean 'accuracy'",
    ),
    "a field of another panel": ('goal = [ { field = "loss.adam", is = "<", than = 1 } ]', "goal", "field"),
    "a goal that is reached at once": (
        'goal = [ { field = "points", is = "==", than = 20 } ]', "goal", "reached before anything was done",
    ),
    "a goal that is never reached": (
        'goal = [ { field = "accuracy", is = ">", than = 1 } ]', "goal", "does not reach accuracy > 1; there it is 1",
    ),
    "a goal about what is not there": (
        'goal = [ { field = "loss", is = "<", than = 1 } ]', "goal", "there it is without a value",
    ),
    "an edit that is refused": (
        'solve = [ { edit = "line", value = ["perceptron", [0, 0, 0]] } ]', "solve", "direction",
    ),
    "an edit that is refused among many runs": (
        'solve = [ { edit = "line", value = 3 } ]\nruns = 100', "solve", "To move a line",
    ),
    "an edit that does not exist": ('solve = [ { edit = "explode" } ]', "solve", "cannot be changed by hand"),
    "first edits that are refused": ('edits = [ { edit = "remove", value = 99 } ]', "", "cannot begin"),
    "a lock without a control": ('lock = "all but brakes"', "", "There is no control 'brakes'"),
    "a cue that is locked": ('lock = "all but line"\ncue = ["noise"]', "", "'noise' is cued, but locked"),
    "a script that uses what is locked": ('lock = "all but noise"', "", "'solve' uses 'line', which is locked"),
    "a script that pretends": ("solve = [ { mark = { accuracy = 1 } } ]", "solve", "no mark of the window 'accuracy'"),
    "a script that pretends an answer": ("solve = [ { mark = { answer.error = 0 } } ]", "solve", "must be a number"),
    "many runs that are not made": ("runs = 100", "", "only 1 are made"),
    "an answer that the run contradicts": (
        'predict = { question = "How many points?", answer = { field = "points", expect = 7 } }', "",
        "The answer given is 7, but the run says 20",
    ),
    "an option that the run contradicts": (
        question('{ text = "all", when = [ { field = "accuracy", is = "==", than = 1 } ] }, "none"', "answer = 2,"),
        "", "option number 2, but the run says option number 1",
    ),
    "options of which none is true": (
        question('{ text = "a", when = [ { field = "points", is = ">", than = 99 } ] }, "b"'), "",
        "none of the options are true",
    ),
    "options of which two are true": (
        question(", ".join(f'{{ text = "{n}", when = [ {{ field = "n", is = ">", than = {n} }} ] }}' for n in "12"))
        .replace('"n"', '"points"'), "", "2 of the options are true",
    ),
    "a curve of no values": (
        'predict = { kind = "curve", question = "?", answer = { field = "points", over = "n", values = [] } }', "",
        "at least two values",
    ),
    "an answer from a field without a value": (
        'predict = { question = "?", answer = { field = "loss" } }', "", "The field 'loss' has no value",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_promise_is_said_with_file_and_line(tmp_path: Path, name: str) -> None:
    line, instead_of, part = BROKEN[name]
    found = said(tmp_path, with_line(line, instead_of))
    assert any(part in sentence for sentence in found), found
    assert all(sentence.startswith(f"{tmp_path / 'a-lesson.md'}:") for sentence in found)


def test_a_goal_that_fails_names_its_own_line(tmp_path: Path) -> None:
    text = with_line('goal = [ { field = "accuracy", is = ">", than = 1 } ]', "goal")
    (found,) = said(tmp_path, text)
    assert int(found.rpartition(".md:")[2].split(":")[0]) == line_of(text, "goal =")


def test_one_broken_step_does_not_hide_another(tmp_path: Path) -> None:
    bad = step('after = "so."\npredict = { question = "?", answer = { field = "nothing" } }\n', title="One")
    guess = 'after = "so."\npredict = { question = "?", answer = 1, typed = true }\n'
    worse = step('panel = "kitchen"\n' + guess, title="Two")
    found = "\n".join(said(tmp_path, lesson(bad, worse)))
    assert "One: " in found
    assert "Two: " in found


def test_a_step_that_computes_for_ever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson_check, "PATIENCE", 0.2)
    found = said(tmp_path, with_line("solve = [ { run = 10_000_000 } ]", "solve"))
    assert any("takes too long" in sentence for sentence in found)


def test_goals_in_order_need_not_hold_together(tmp_path: Path) -> None:
    goals = '[ { field = "accuracy", is = "==", than = 1 }, { field = "points", is = "==", than = 0 } ]'
    script = 'solve = [ { edit = "line", value = ["perceptron", [1, 1, 0]] }, { edit = "clear" } ]'
    rows = [row for row in only_rows() if not row.startswith(("goal", "solve"))]
    block = "\n".join([*rows, f"goal = {goals}", script]) + "\n"
    assert said(tmp_path, lesson(step(block + "ordered = true\n"))) == []
    assert any("does not reach accuracy" in sentence for sentence in said(tmp_path, lesson(step(block))))


def only_rows() -> list[str]:
    return BLOCK.splitlines()


def test_a_drawn_curve_is_computed_for_every_value() -> None:
    found = only_step(
        with_line(
            'predict = { kind = "curve", question = "How many?", answer = { field = "points", over = "n", '
            "values = [10, 30, 50] } }"
        )
    )
    assert found.predict is not None
    assert swept(found, found.predict) == (10.0, 30.0, 50.0)


RACE = """panel = "race"
setup = { surface = "zigzag_bowl", steps = 30 }
predict = { question = "Who is lowest?", options = ["sgd", "adam"], answer = { smallest = "loss" } }
goal = [ { field = "step", is = ">=", than = 30 } ]
solve = [ { run = 30 } ]
after = "So."
"""


def test_the_race_is_read_at_the_cursor(tmp_path: Path) -> None:
    text = lesson(step(RACE))
    assert said(tmp_path, text) == []
    found = only_step(text)
    assert found.predict is not None
    desk = Desk(found, 20.0)
    assert desk.fields()["loss.sgd"] == desk.fields()["loss.adam"]
    desk.do(Action("run", 30))
    fields = desk.fields()
    best = "sgd" if fields["loss.sgd"] < fields["loss.adam"] else "adam"
    assert ["sgd", "adam"][int(computed_answer(found, found.predict)) - 1] == best


def test_a_typed_number_is_measured_against_the_run(tmp_path: Path) -> None:
    predict = 'predict = { question = "How many points?", answer = { field = "points" } }\n'
    rows = [row for row in only_rows() if not row.startswith(("goal", "solve"))]
    goal = 'goal = [ { field = "answer.error", is = "<=", than = 0.5 } ]\n'
    for typed, right in ((20.4, True), (21, False)):
        block = "\n".join(rows) + "\n" + predict + goal + f"solve = [ {{ answer = {typed} }} ]\n"
        assert (said(tmp_path, lesson(step(block))) == []) is right


def test_what_the_script_uses_is_free_where_nothing_is_said_about_locks() -> None:
    quiet = only_step(lesson())
    assert unlocked(quiet) == {"line", "run"}
    assert unlocked(only_step(with_line('cue = ["noise"]'))) == {"line", "run", "noise"}
    assert unlocked(only_step(with_line('lock = "all but line"'))) == {"line"}
    free = unlocked(only_step(with_line('lock = ["noise", "learning_rate"]')))
    assert "line" in free
    assert not {"noise", "learning_rate", "perceptron.learning_rate"} & free
    assert unlocked(Step("t", "t", "race", 1, lock=Lock(True, ()))) == frozenset()


def desk(**setup: Any) -> Desk:
    return Desk(Step("t", "t", "playground", 1, setup=setup), 20.0)


def test_settings_bring_along_what_belongs_to_them_and_then_count_themselves() -> None:
    config = desk(noise=0.2, dataset="gaussians", mode="network").config()
    assert (config["dataset"], config["n"], config["noise"], config["test_share"]) == ("gaussians", 200, 0.2, 0.5)


def test_the_seed_of_a_step_is_the_seed_of_its_run() -> None:
    assert desk(seed=7).frame().seed == 7


def test_every_action_does_what_it_says() -> None:
    here = desk(dataset="gaussians", n=20)
    here.do(Action("run", 5))
    assert here.fields()["step"] == 5
    here.do(Action("passes", 2))
    assert here.fields()["step"] == 45
    here.do(Action("set", {"noise": 0.25}))
    assert here.fields()["config.noise"] == 0.25
    here.do(Action("restart", 3))
    assert (here.fields()["step"], here.frame().seed) == (0, 3)
    here.do(Action("set", {"stop": "epochs", "stop_epoch": 4}))
    here.do(Action("play", True))
    assert here.fields()["epoch"] == 4
    here.do(Action("mark", {"pinned": 1}))
    assert here.fields()["pinned"] == 1
    with pytest.raises(LessonError, match="no setting"):
        here.do(Action("set", {"nothing": 1}))


def test_edits_before_the_step_are_not_the_learners() -> None:
    given = Step("t", "t", "playground", 1, edits=(Action("edit", ("flip", 0)),))
    here = Desk(given, 20.0)
    assert here.fields()["hand.edits"] == 0
    here.do(Action("edit", ("flip", 1)))
    assert here.fields()["hand.edits"] == 1


VALUE = re.compile(r'(?<=[=,\[ ])(-?\d+\.?\d*|"[a-z_.]+"|true|false)(?=[,\] \n}])')
OTHERS = (
    "1e9", "-1", "0", "true", '"x"', "[]", "{}", "[1,2,3]", "99999", "0.5", '"perceptron"', '"network"', '"digits"',
    '"xor"', '"own"', '"sine"', "10000",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("name", ["one-neuron", "perceptron"])
def test_a_damaged_lesson_is_checked_without_an_exception(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One step at a time, up to four of its values replaced by others that may be legal."""
    monkeypatch.setattr(lesson_check, "PATIENCE", 1.0)
    top, *steps = (ROOT / "assets" / "lessons" / f"{name}.md").read_text(encoding="utf-8").split("\n## ")
    draw = random.Random(0)
    for _ in range(300):
        text = f"{top}\n## {draw.choice(steps)}"
        for _ in range(draw.randint(1, 4)):
            found = draw.choice(list(VALUE.finditer(text)))
            text = text[: found.start()] + draw.choice(OTHERS) + text[found.end() :]
        assert isinstance(check_reading(read_bytes(text.encode(), f"{name}.md"), f"{name}.md"), list)
