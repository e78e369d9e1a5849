"""A lesson on screen: what the player asks of the window, and what it does with what the window says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.lessons.answers import NOT_STARTED, STOPPED, Answers, command, read_reply
from gui.lessons.keeper import Keeper
from gui.lessons.player import Player
from gui.theme import ThemeHolder
from sim.lesson_answer import NO_QUESTION
from sim.lesson_page import PREDICT, SEEN, TRY
from sim.lesson_parts import Action, Step
from sim.lesson_shelf import Shelved
from tests.sim.lesson_walks import lesson_of

NEURON, MOMENTUM = lesson_of("one-neuron.md"), lesson_of("momentum.md")
LINE_STEP, BIAS_STEP, SUM_STEP = (step.title for step in (NEURON.steps[0], NEURON.steps[1], NEURON.steps[3]))
WARM_UP = 60_000


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def player(qtbot: QtBot, themes: ThemeHolder, clock: Clock) -> Iterator[Player]:
    player = Player(themes, Keeper(None), None, clock)
    qtbot.addWidget(player.card)
    player.card.resize(252, 640)
    yield player
    player.close()


def take(player: Player, step: str = "") -> None:
    player.start(Shelved("one-neuron", NEURON), step)


def guess(player: Player, value: object = 1.0) -> None:
    player.card.guessed.emit(value)
    player.card.sure_said.emit(True)


def test_a_step_is_wanted_and_locked_until_the_guess(player: Player) -> None:
    told: list[object] = []
    player.step_wanted.connect(told.append)
    player.locks_changed.connect(lambda free, reason: told.append((free, reason)))
    take(player, BIAS_STEP)
    assert isinstance(told[0], Step)
    assert told[1] == (frozenset(), "your guess comes first")
    guess(player)
    assert told[-1] == (frozenset({"biases"}), "not the topic of this step")


def test_the_next_control_is_cued_after_the_guess(player: Player) -> None:
    told: list[object] = []
    player.cues_changed.connect(told.append)
    take(player, BIAS_STEP)
    guess(player)
    assert told == [(), ("biases",)]


def test_a_line_is_asked_for_drawn_and_kept(player: Player) -> None:
    asked: list[bool] = []
    shown: list[object] = []
    player.line_asked.connect(asked.append)
    player.guess_shown.connect(shown.append)
    take(player, LINE_STEP)
    assert asked == [True]
    player.draw_line((1.0, 1.0, 0.0))
    player.card.sure_said.emit(False)
    assert (asked[-1], shown[-1]) == (False, (1.0, 1.0, 0.0))


def test_a_line_can_be_taken_away_before_it_counts(player: Player) -> None:
    take(player, LINE_STEP)
    player.draw_line((1.0, 1.0, 0.0))
    player.draw_line(None)
    assert player.card.page is not None
    assert player.card.page.asking.guess is None


def test_the_first_fields_are_the_beginning_of_the_step(player: Player) -> None:
    take(player, NEURON.steps[-1].title)
    guess(player)
    player.see({"accuracy": 0.25, "hand.edits": 3.0})
    player.see({"accuracy": 1.0, "hand.edits": 3.0})
    assert player.run is not None
    assert player.run.phase == TRY
    player.see({"accuracy": 1.0, "hand.edits": 4.0})
    assert player.run.phase == SEEN


def test_the_goal_opens_the_way_on(player: Player) -> None:
    take(player, BIAS_STEP)
    guess(player)
    player.see({"accuracy": 0.5})
    assert not player.card.column.next.isEnabled()
    player.see({"accuracy": 1.0})
    assert player.card.column.next.isEnabled()


def test_what_only_the_window_sees_counts(player: Player) -> None:
    take(player, SUM_STEP)
    player.see({"z": 0.5})
    guess(player, 4.5)
    player.mark("pinned", 1.0)
    assert player.run is not None
    assert player.run.phase == TRY
    player.card.guessed.emit(0.5)
    assert player.run.phase == SEEN
    assert player.marks["pinned"] == 1.0


def test_show_me_plays_the_script_one_action_after_the_other(player: Player) -> None:
    done: list[Action] = []
    player.do_wanted.connect(done.append)
    take(player, "Learn, then delete the points")
    player.card.skipped.emit()
    for _ in range(3):
        player.card.hint_asked.emit()
    player.card.show_asked.emit()
    assert [action.kind for action in done] == ["passes"]
    player.action_done()
    assert [action.kind for action in done] == ["passes", "edit"]
    player.action_done()
    assert player.run is not None
    assert player.run.moment is not None
    assert not player.run.moment.showing


def test_leaving_frees_everything_and_says_so(qtbot: QtBot, player: Player) -> None:
    told: list[object] = []
    take(player, BIAS_STEP)
    player.locks_changed.connect(lambda free, reason: told.append(free))
    with qtbot.waitSignal(player.left):
        qtbot.mouseClick(player.card.column.close_button, Qt.MouseButton.LeftButton)
    assert told == [None]
    assert not player.active


def test_coming_back_continues_at_the_step(player: Player) -> None:
    take(player, BIAS_STEP)
    guess(player)
    player.stop()
    take(player)
    assert player.step is NEURON.steps[1]
    assert player.run is not None
    assert player.run.phase == TRY


def test_the_end_is_told_and_noted(player: Player) -> None:
    ended: list[str] = []
    player.finished.connect(ended.append)
    take(player, NEURON.steps[-1].title)
    guess(player)
    player.see({"accuracy": 0.25, "hand.edits": 0.0})
    player.see({"accuracy": 1.0, "hand.edits": 1.0})
    for _ in range(3):
        player.card.next_asked.emit()
    assert ended == ["one-neuron"]
    assert player.page() is not None


def test_help_opens_when_time_passes(player: Player, clock: Clock) -> None:
    take(player, BIAS_STEP)
    guess(player)
    clock.now = 41.0
    player._on_tick()
    assert player.run is not None
    assert player.run.moment is not None
    assert player.run.moment.level == 1


def test_links_of_the_card_go_to_the_window(player: Player) -> None:
    told: list[str] = []
    player.link_followed.connect(told.append)
    take(player, BIAS_STEP)
    player.card.column.link_followed.emit("glossary:bias")
    assert told == ["glossary:bias"]


def test_another_panel_is_said_on_the_card(player: Player) -> None:
    take(player, BIAS_STEP)
    player.card.show()
    player.set_away("playground")
    assert player.card.column.home.isVisible()
    assert player.card.column.away.text() == "This step waits at: Playground"
    player.set_away("")
    assert not player.card.column.home.isVisible()


def test_an_answer_is_computed_by_a_process_of_its_own(qtbot: QtBot) -> None:
    answers = Answers()
    with qtbot.waitSignal(answers.told, timeout=WARM_UP) as told:
        answers.ask(NEURON, 4)
    assert told.args[:2] == ["one-neuron", 4]
    assert told.args[2] == pytest.approx(0.622, abs=0.001)


def test_a_program_that_is_not_there_is_said(qtbot: QtBot) -> None:
    answers = Answers(launch=lambda: ("/no/such/program", []))
    with qtbot.waitSignal(answers.told) as told:
        answers.ask(NEURON, 4)
    assert told.args[2:] == [None, NOT_STARTED]


def test_a_program_that_fails_is_said(qtbot: QtBot) -> None:
    answers = Answers(launch=lambda: (sys.executable, ["-c", "raise SystemExit(3)"]))
    with qtbot.waitSignal(answers.told) as told:
        answers.ask(NEURON, 4)
    assert told.args[2:] == [None, STOPPED]


def test_closing_ends_the_process(qtbot: QtBot) -> None:
    answers = Answers(launch=lambda: (sys.executable, ["-c", "import time; time.sleep(60)"]))
    answers.ask(NEURON, 4)
    process = answers._process
    assert process is not None
    qtbot.waitUntil(lambda: process.processId() > 0)
    answers.stop()
    assert not answers.busy


def test_questions_wait_in_line_and_the_urgent_one_is_next(qtbot: QtBot) -> None:
    answers = Answers(launch=lambda: (sys.executable, ["-c", "print('{\"answer\": 1}')"]))
    told: list[int] = []
    answers.told.connect(lambda key, place, answer, problem: told.append(place))
    for place in (0, 1):
        answers.ask(NEURON, place)
    answers.ask(NEURON, 2, urgent=True)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [0, 2, 1]


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (b'{"answer": 2}', (2.0, "")),
        (b'{"answer": [1, 2.5]}', ((1.0, 2.5), "")),
        (b'{"problem": "No."}', (None, "No.")),
        (b"", (None, STOPPED)),
        (b"[]", (None, STOPPED)),
        (b'{"answer": true}', (None, STOPPED)),
    ],
)
def test_a_reply_is_read_or_refused(output: bytes, expected: tuple[object, str]) -> None:
    assert read_reply(output) == expected


def test_a_told_answer_shows_the_outcome(player: Player) -> None:
    curve = next(number for number, step in enumerate(MOMENTUM.steps) if step.predict and step.predict.kind == "curve")
    player.answers.ask = lambda *_, **__: None  # type: ignore[method-assign]
    player.start(Shelved("momentum", MOMENTUM), MOMENTUM.steps[curve].title)
    values = tuple(float(number) for number in range(len(MOMENTUM.steps[curve].predict.answer.values)))  # type: ignore
    guess(player, values)
    assert player.run is not None
    player.run._reach()
    player._after_event()
    assert player.card.page is not None
    assert player.card.page.waiting
    player.answers.told.emit("momentum", curve, values, "")
    assert player.card.page.answer == values
    assert not player.card.page.waiting


def test_the_program_that_answers_is_found_wherever_the_window_was_started(tmp_path: Path) -> None:
    program, arguments = command()
    told = subprocess.run([program, *arguments], input=b"{}", capture_output=True, cwd=tmp_path, check=True, timeout=60)
    assert read_reply(told.stdout) == (None, NO_QUESTION)


def test_a_page_is_drawn_once_while_nothing_changes(player: Player) -> None:
    drawn: list[object] = []
    take(player, BIAS_STEP)
    guess(player)
    player.see({"accuracy": 0.5})
    player.page_changed.connect(drawn.append)
    for _ in range(5):
        player.see({"accuracy": 0.5})
    assert drawn == []


def test_the_guess_comes_first_again_when_a_step_is_taken_again(player: Player) -> None:
    take(player, BIAS_STEP)
    guess(player)
    player.see({"accuracy": 0.5})
    player.see({"accuracy": 1.0})
    opened: list[object] = []
    player.step_wanted.connect(opened.append)
    player.card.again_asked.emit()
    assert len(opened) == 1
    assert player.run is not None
    assert player.run.phase == PREDICT


def test_pages_of_a_pack_bring_their_pictures(player: Player) -> None:
    player.start(Shelved("one-neuron", replace(NEURON), "pack", {"a/p.png": b"x"}, "a"))
    assert player.card.column._pictures == {"a/p.png": b"x", "p.png": b"x"}
