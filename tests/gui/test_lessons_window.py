"""Lessons in the whole window: every lesson from its first page to its last, and what happens to everything around."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from gui.assets import asset
from gui.theme import ThemeHolder
from sim.lesson_page import PREDICT, SEEN, TRY
from sim.lesson_shelf import read_shelf
from tests.gui.classroom import Classroom
from tests.quality import record

SHELF = read_shelf(asset("lessons"))


@pytest.fixture
def room(qtbot, themes: ThemeHolder, tmp_path: Path) -> Iterator[Classroom]:
    room = Classroom(themes, tmp_path)
    yield room
    room.close()
    themes.set(name="light", presentation=False)


@pytest.mark.parametrize("key", SHELF.keys)
def test_a_lesson_can_be_taken_from_its_first_page_to_its_last(key: str, room: Classroom) -> None:
    room.start(key)
    lesson = SHELF.lesson(key).lesson
    assert room.walk() == [step.title for step in lesson.steps]
    for step in lesson.steps:
        note = room.window.guide.keeper.progress.step(key, step.title)
        assert note.reached or not step.goals
        assert note.finished
    assert room.window.guide.keeper.progress.lesson(key).finished


def test_time_is_locked_until_the_guess(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(PREDICT)
    assert not room.window.transport._play.isEnabled()
    room.window.actions_["play"].trigger()
    room.settle()
    assert not room.playing
    assert any("guess" in said for said in room.said)
    room.guess()
    assert room.phase == TRY
    assert room.window.transport._play.isEnabled()


def test_what_is_not_the_topic_cannot_be_changed(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(TRY)
    panel, before = room.window.panel, room.window.panel.config
    panel.change({"dataset": "circle"}, "dataset")
    panel.hands.edit("clear", None)
    room.settle()
    assert panel.config == before
    assert any("topic" in said for said in room.said)


def test_other_twins_are_not_looked_at_before_the_guess(room: Classroom) -> None:
    room.window.guide.start("perceptron", 7)
    room.settle()
    assert room.skip_to(PREDICT)
    assert room.window.frame.config["twins"] > 1
    before = room.window.frame.snapshot.network.weights[0].copy()
    room.window.panel.load_twin(3)
    room.settle()
    assert (room.window.frame.snapshot.network.weights[0] == before).all()
    room.guess()
    room.window.panel.load_twin(3)
    room.settle()
    assert (room.window.frame.snapshot.network.weights[0] != before).any()


def test_a_place_to_start_from_is_locked_where_it_changes_more_than_the_topic(room: Classroom) -> None:
    room.window.open_panel("playground")
    panel, before = room.window.panel, room.window.panel.config
    panel.set_locks(frozenset(("dataset", "run")), "not the topic")
    panel.start_from("spiral")
    room.settle()
    assert panel.config == before
    assert room.said[-1] == "not the topic"


def test_damaged_progress_is_said_in_the_window(qtbot, themes: ThemeHolder, tmp_path: Path) -> None:
    (tmp_path / "progress.json").write_text("[]")
    room = Classroom(themes, tmp_path)
    said = room.window.message.words
    room.close()
    assert "begins anew" in said


def test_a_table_that_is_dropped_is_refused_with_the_reason_alone(room: Classroom, qtbot, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("a,b,class\n0,0,x\n1,1,y\n")
    room.start("perceptron")
    assert room.skip_to(PREDICT)
    room.said.clear()
    before, files = room.window.panel.config, room.window.panel.side.data.files
    files.read(tmp_path / "mine.csv")
    qtbot.waitUntil(lambda: not files.reading.busy)
    room.settle()
    assert room.said == ["your guess comes first"]
    assert room.window.panel.config == before


def test_the_menu_asks_for_lessons_of_ones_own(room: Classroom) -> None:
    room.window.actions_["lessons"].trigger()
    assert room.window.panel.key == "lessons"
    dialogs = room.window.panel.own.findChildren(QFileDialog)
    assert [dialog.isVisible() for dialog in dialogs] == [True]
    dialogs[0].reject()


def test_lessons_may_be_dropped_on_the_window_while_another_lesson_runs(room: Classroom, qtbot, tmp_path: Path) -> None:
    shutil.copy(asset("lessons") / "relu.md", tmp_path / "mine.md")
    room.start("history-1")
    assert room.skip_to(PREDICT)
    before = room.step
    room.window.routes.open_lessons([tmp_path / "mine.md"])
    qtbot.waitUntil(lambda: "mine" in room.window.guide.shelf)
    room.window.guide.back()
    room.settle()
    assert (room.step, room.window.panel.key) == (before, before.panel)


def test_how_to_write_a_lesson_is_read_from_the_page_of_lessons(room: Classroom) -> None:
    room.window.open_panel("lessons")
    room.window.panel.own.write.click()
    assert room.window.panel.key == "help"
    assert "text editor and nothing else" in room.window.panel.page.text.plain_text()


def test_lessons_come_in_the_language_of_the_screen(room: Classroom, tmp_path: Path, monkeypatch) -> None:
    text = (asset("lessons") / "one-neuron.md").read_text("utf-8")
    (tmp_path / "lessons" / "de").mkdir(parents=True)
    (tmp_path / "lessons" / "one-neuron.md").write_text(text, "utf-8")
    (tmp_path / "lessons" / "de" / "one-neuron.md").write_text(text.replace('"One neuron"', '"Ein Neuron"'), "utf-8")
    guide = room.window.guide
    monkeypatch.setattr("gui.lessons.guide.asset", lambda name: tmp_path / name)
    monkeypatch.setattr("gui.lessons.guide.spoken", lambda: "de")
    guide._shelf = None
    assert [row.lesson.title for row in guide.shelf.rows] == ["Ein Neuron"]


def test_leaving_gives_back_what_was_open_before(room: Classroom) -> None:
    room.window.open_panel("playground", (("mode", "network"), ("dataset", "spiral")))
    room.settle()
    before = room.window.panel.config
    room.start("one-neuron")
    assert room.window.panel.config != before
    room.window.guide.player.stop()
    room.settle()
    assert room.window.panel.config == before
    assert not room.window.guide.player.card.isVisible()
    assert room.window.transport._play.isEnabled()


def test_a_panel_that_was_left_behind_comes_back_too(room: Classroom) -> None:
    room.window.open_panel("playground", (("mode", "network"), ("dataset", "spiral")))
    room.settle()
    before = room.window.panel.config
    room.start("one-neuron")
    room.window.open_panel("race")
    room.window.guide.player.stop()
    room.settle()
    room.window.open_panel("playground")
    room.settle()
    assert room.window.panel.config == before


def test_a_link_with_settings_lets_the_step_wait_and_is_not_locked(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(PREDICT)
    room.window.routes.follow("panel:playground?dataset=circle")
    room.settle()
    panel = room.window.panel
    assert room.window.guide.player.page().away
    assert panel.config["dataset"] == "circle"
    assert room.window.transport._play.isEnabled()
    panel.change({"dataset": "spiral"}, "dataset")
    room.settle()
    assert panel.config["dataset"] == "spiral"
    room.window.guide.player.stop()
    room.settle()
    assert panel.config["dataset"] == "spiral"


def test_back_from_such_a_link_the_step_begins_anew_with_its_guess(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(TRY)
    step, before = room.step, room.window.panel.config
    room.window.routes.follow("panel:playground?dataset=circle")
    room.settle()
    room.window.guide.player.card.home_asked.emit()
    room.settle()
    assert not room.window.guide.player.page().away
    assert room.window.panel.config == before
    assert (room.step, room.phase) == (step, TRY)
    room.do_script()
    assert room.until(lambda: room.phase == SEEN)


def test_at_another_panel_time_is_free(room: Classroom) -> None:
    room.start("history-1")
    assert room.skip_to(PREDICT)
    room.window.open_panel("race")
    room.settle()
    assert room.window.transport._play.isEnabled()
    room.window.guide.player.card.home_asked.emit()
    room.settle()
    assert not room.window.transport._play.isEnabled()


@pytest.mark.parametrize("link", ["panel:race?momentum=ten", "panel:race?nix=1", "panel:race?seed=-1"])
def test_a_link_with_settings_that_there_are_not_is_said_and_changes_nothing(link: str, room: Classroom) -> None:
    room.window.open_panel("timeline")
    room.window.routes.follow(link)
    room.settle()
    assert room.window.panel.key == "timeline"
    assert len(room.said) == 1


def test_coming_back_continues_at_the_step(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(SEEN)
    room.next()
    title = room.step.title
    room.window.guide.player.stop()
    room.settle()
    room.start("perceptron")
    assert room.step.title == title


def test_a_lesson_that_is_not_there_is_said(room: Classroom) -> None:
    room.window.routes.follow("lesson:never-written")
    assert any("never-written" in said for said in room.said)


def test_the_card_takes_the_form_that_there_is_room_for(room: Classroom) -> None:
    room.start("perceptron")
    window, card = room.window, room.window.guide.player.card
    forms = {}
    for size in ((1280, 800), (1100, 800), (640, 400)):
        window.resize(*size)
        room.settle()
        forms[size] = card.form
        assert window.rect().contains(card.geometry())
        assert window.stack.width() >= 400 or size == (640, 400)
    assert list(forms.values()) == ["column", "strip", "line"]


def test_another_panel_has_its_own_time_and_question(room: Classroom) -> None:
    room.start("perceptron")
    assert room.skip_to(PREDICT)
    room.window.open_panel("race")
    room.settle()
    assert room.window.transport._play.isEnabled()
    assert room.window.guide.question == ""
    room.window.actions_["play"].trigger()
    room.settle()
    assert room.said == []
    room.window.guide.back()
    room.settle()
    assert not room.window.transport._play.isEnabled()
    assert room.window.guide.question != ""


def test_the_marks_of_a_panel_do_not_stay_over_the_time_of_another(room: Classroom) -> None:
    room.window.open_panel("race")
    room.settle()
    room.window.transport.set_marks([(3, "sgd")])
    room.window.open_panel("home")
    assert not room.window.transport.scrub._marks


def test_the_keyboard_goes_to_no_button_when_a_lesson_is_left(room: Classroom) -> None:
    room.start("one-neuron")
    room.window.guide.player.card.column.close_button.setFocus()
    room.window.guide.player.card.column.close_button.click()
    assert QApplication.focusWidget() is room.window


def test_a_small_window_opens_the_whole_page_as_wide_as_its_sheet(room: Classroom) -> None:
    room.window.resize(640, 400)
    room.start("one-neuron")
    room.settle()
    card = room.window.guide.player.card
    card.line.opened.emit()
    room.settle()
    column = card.column
    assert column.window() is room.window
    assert column.width() >= 380
    assert not column.close_button.isVisible(), "two crosses side by side"
    column.leave.click()
    room.settle()
    assert not room.window.guide.is_on
    assert column.parentWidget() is card


@pytest.mark.long
def test_a_hundred_lessons_begun_and_left_leave_the_memory_as_it_was(room: Classroom) -> None:
    def cycles(count: int) -> int:
        for number in range(count):
            room.start(("one-neuron", "perceptron", "momentum", "winter")[number % 4])
            room.window.guide.player.stop()
            room.settle()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return int(psutil.Process().memory_full_info().uss)

    first = cycles(40)
    last = cycles(100)
    record("lessons", "Lessons begun and left", {"lessons": 100, "growth in MB": (last - first) / 1e6})
    assert last - first < 10e6
