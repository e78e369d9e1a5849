import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.lesson_parts import Comparison, Lock, Step, goals_met
from sim.lessons import LARGEST_FILE, Reading, read_bytes, read_lesson
from tests.sim.lessons_for_tests import BLOCK, FRONT, HOSTILE, lesson, line_of, step, with_line


def read(text: str | bytes) -> Reading:
    return read_bytes(text if isinstance(text, bytes) else text.encode(), "a-lesson.md")


def sentences(text: str | bytes) -> list[str]:
    return [str(mistake) for mistake in read(text).mistakes]


def test_a_lesson_is_read_as_it_stands() -> None:
    reading = read(with_line('lock = "all but line, noise"\nruns = 3\nshows = []\nhints = ["a", "b"]'))
    assert reading.mistakes == ()
    found = reading.lesson
    assert found is not None
    assert (found.key, found.title, found.panel, found.minutes, found.group) == (
        "a-lesson", "A lesson", "playground", 5, "Start",
    )  # fmt: skip
    (only,) = found.steps
    assert only.setup == {"dataset": "gaussians", "n": 20, "noise": 0.35, "start_weights": "0 1 -1"}
    assert only.lock == Lock(True, ("line", "noise"))
    assert only.goals == (Comparison("accuracy", "==", 1.0, line_of(with_line(""), "goal =")),)
    assert only.solve[0].value == ("line", ("perceptron", (1, 1, 0)))
    assert (only.text, only.runs, only.hints) == ("Drag the border.", 3, ("a", "b"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_file_and_line(name: str) -> None:
    began = time.perf_counter()
    found = sentences(HOSTILE[name])
    assert found
    assert all(sentence.startswith("a-lesson.md:") and int(sentence.split(":")[1]) >= 1 for sentence in found)
    assert all(len(sentence) < 600 and "\n" not in sentence for sentence in found)
    assert time.perf_counter() - began < 5.0, "reading it hangs"


def test_every_mistake_is_said_and_not_only_the_first() -> None:
    text = with_line("runs = 0\nordered = 7\nhints = 3\ngaol = 1")
    lines = {int(sentence.split(":")[1]) for sentence in sentences(text)}
    assert lines == {line_of(text, part) for part in ("runs", "ordered", "hints", "gaol")}


@pytest.mark.parametrize(
    ("line", "part"),
    [("runs = 0", "runs"), ('lock = "most"', "lock"), ('shows = ["2.1"]', "shows"), ("after = 7\n", "after = 7")],
)
def test_a_mistake_names_its_line(line: str, part: str) -> None:
    text = with_line(line, "after") if line.startswith("after") else with_line(line)
    assert line_of(text, part) in [mistake.line for mistake in read(text).mistakes]


def test_a_mistake_in_one_goal_of_several_names_the_line_of_that_goal() -> None:
    rows = '[\n  { field = "loss", is = "<", than = 1 },\n  { field = "epoch", is = "=", than = 1 },\n]'
    text = with_line(f"goal = {rows}", "goal")
    assert [mistake.line for mistake in read(text).mistakes] == [line_of(text, "epoch")]


def test_broken_settings_name_the_line_that_is_broken() -> None:
    text = lesson(step(BLOCK + "runs = = 2\n"))
    (mistake,) = read(text).mistakes
    assert mistake.line == line_of(text, "runs = =")


def test_the_steps_that_can_be_read_are_there_beside_broken_ones() -> None:
    reading = read(lesson(step(), step("runs = = 2\n", title="Broken"), step(title="Last")))
    assert reading.lesson is not None
    assert [found.title for found in reading.lesson.steps] == ["Your border", "Last"]


def test_settings_under_dotted_names_are_the_same_with_and_without_quotes() -> None:
    nested = "{ adam = { learning_rate = 0.5 } }"
    for written in ('{ "adam.learning_rate" = 0.5 }', "{ adam.learning_rate = 0.5 }", nested):
        found = read(with_line(f"setup = {written}", "setup")).lesson
        assert found is not None
        assert found.steps[0].setup == {"adam.learning_rate": 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "See [the paper](https://doi.org/10.1037/h0042519).", "Ask <mailto:a@b.c>.", "The [bias](glossary:bias).",
        "![p](pictures/fold.png)", "Before the colon: after it.", "A ratio of 1:2, in [brackets] alone.",
    ],
)  # fmt: skip
def test_an_honest_link_may_stand(text: str) -> None:
    assert sentences(lesson(step(text=text))) == []


def test_a_claim_at_the_top_is_shown_by_a_step_and_the_other_way_round() -> None:
    top = FRONT.replace('group = "Start"', 'group = "Start"\nclaims = ["C2.1"]')
    assert any("No step shows the claim C2.1" in said for said in sentences(lesson(front=top)))
    assert any("C2.3" in said and "missing" in said for said in sentences(with_line('shows = ["C2.3"]')))


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    for path in (tmp_path / "none.md", tmp_path, tmp_path / ("x" * 5000)):
        reading = read_lesson(path)
        assert reading.lesson is None
        assert len(reading.mistakes) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "not a file" in str(read_lesson(tmp_path / "pipe.md").mistakes[0])


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
    assert "up to 256 kB" in str(read_lesson(path).mistakes[0])


def test_reading_opens_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "a-lesson.md"
    path.write_text(lesson(step(text="![p](a.png) [x](https://example.org)")), encoding="utf-8")
    opened: list[str] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event in ("open", "socket.connect"):
            opened.append(str(arguments[0]))

    sys.addaudithook(hook)
    reading = read_lesson(path)
    watching[0] = False
    assert reading.mistakes == ()
    assert set(opened) == {str(path)}


@pytest.mark.parametrize("name", ["A Lesson.md", "", "x" * 100 + ".md", "..md", "le\u00e7on.md"])
def test_a_name_that_is_no_name_is_a_mistake(name: str) -> None:
    assert any("name of a lesson" in str(mistake) for mistake in read_bytes(lesson().encode(), name).mistakes)


def test_line_ends_and_marks_of_other_systems_do_not_matter() -> None:
    text = lesson()
    for data in (text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text.encode(), text.rstrip().encode()):
        assert read(data).mistakes == ()
        assert read(data).lesson == read(text).lesson


def test_every_length_of_a_file_is_read_without_an_exception() -> None:
    whole = lesson().encode()
    for end in range(len(whole)):
        assert isinstance(read(whole[:end]), Reading)


@given(st.data())
def test_a_damaged_file_is_read_without_an_exception(data: st.DataObject) -> None:
    whole = bytearray(lesson().encode())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(whole)), Reading)


@given(st.text(max_size=400))
def test_any_text_in_a_block_is_read_without_an_exception(block: str) -> None:
    assert isinstance(read(lesson(step(block + "\n")).encode("utf-8", "replace")), Reading)


def test_the_limit_of_a_file_holds_for_its_content_too() -> None:
    assert read(b" " * (LARGEST_FILE + 1)).lesson is None


def goal(field: str, sign: str, than: float) -> Comparison:
    return Comparison(field, sign, than)


@pytest.mark.parametrize(
    ("sign", "holding"),
    [("<", [1.0]), ("<=", [1.0, 2.0]), (">", [3.0]), (">=", [2.0, 3.0]), ("==", [2.0]), ("!=", [1.0, 3.0])],
)
def test_a_comparison_is_what_its_sign_says(sign: str, holding: list[float]) -> None:
    assert [value for value in (1.0, 2.0, 3.0) if goal("x", sign, 2.0).holds({"x": value})] == holding


def test_shares_that_rounding_moved_are_equal() -> None:
    assert goal("x", "==", 0.3).holds({"x": 0.1 + 0.2})
    assert not goal("x", ">", 0.3).holds({"x": 0.1 + 0.2})


def test_what_is_absent_or_no_number_holds_nothing() -> None:
    for sign in ("<", "<=", ">", ">=", "==", "!="):
        assert not goal("x", sign, 2.0).holds({})
        assert not goal("x", sign, 2.0).holds({"x": float("nan")})


def test_goals_hold_together_or_one_after_the_other() -> None:
    goals = (goal("a", "==", 1.0), goal("b", "==", 0.0))
    together, ordered = (Step("t", "t", "race", 1, goals=goals, ordered=in_turn) for in_turn in (False, True))
    assert goals_met(together, 0, {"a": 1.0, "b": 0.0}) == 2
    assert goals_met(together, 2, {"a": 0.0, "b": 0.0}) == 1
    assert goals_met(ordered, 0, {"a": 0.0, "b": 0.0}) == 0
    assert goals_met(ordered, 0, {"a": 1.0, "b": 5.0}) == 1
    assert goals_met(ordered, 1, {"a": 0.0, "b": 0.0}) == 2


def with_front(line: str) -> str:
    """A lesson with one more line of settings at the top."""
    return lesson(front=FRONT.removesuffix("+++\n") + line + "\n+++\n")


def test_what_goes_beyond_the_steps_is_read_as_it_stands() -> None:
    found = read(with_front('break_it = "Add *one* point."\nworksheet = """Draw a line.\nThen fold."""')).lesson
    assert found is not None
    assert (found.break_it, found.worksheet) == ("Add *one* point.", "Draw a line.\nThen fold.")


def test_a_lesson_needs_nothing_beyond_its_steps() -> None:
    found = read(lesson()).lesson
    assert found is not None
    assert (found.break_it, found.worksheet) == ("", "")


@pytest.mark.parametrize("key", ["break_it", "worksheet"])
@pytest.mark.parametrize("value", [f'"{"a" * 1201}"', '"[a](javascript:b)"', "7"])
def test_a_mistake_beyond_the_steps_names_its_line(key: str, value: str) -> None:
    text = with_front(f"{key} = {value}")
    assert [mistake.line for mistake in read(text).mistakes] == [line_of(text, key)]
