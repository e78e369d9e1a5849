"""What the pictures beside a lesson show, and that they stay where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.assets import asset
from gui.theme import ThemeHolder
from sim.lesson_page import PREDICT, RECALL, TRY
from sim.lesson_shelf import read_shelf
from tests.gui.classroom import Classroom

SHELF = read_shelf(asset("lessons"))


@pytest.fixture
def room(qtbot, themes: ThemeHolder, tmp_path: Path) -> Iterator[Classroom]:
    room = Classroom(themes, tmp_path)
    yield room
    room.close()
    themes.set(name="light", presentation=False)


def test_a_question_before_the_first_step_is_asked_beside_the_panel_of_that_step(room: Classroom) -> None:
    room.start("momentum")
    step = SHELF.lesson("momentum").lesson.steps[0]
    assert room.phase == RECALL
    assert room.window.panel.key == step.panel


def test_the_end_of_a_race_is_not_seen_before_it_is_run(room: Classroom) -> None:
    room.start("momentum")
    assert room.skip_to(PREDICT)
    assert not room.window.panel.plot._future
    assert not room.window.transport.scrub._marks


def test_pictures_keep_their_places_when_the_guess_is_made(room: Classroom) -> None:
    room.window.guide.start("perceptron", 7)
    room.settle()
    assert room.skip_to(PREDICT)
    stage = room.window.panel.stage
    before = stage._places()
    room.guess()
    assert room.phase == TRY
    assert stage._places() == before


def test_marks_of_one_panel_do_not_stand_on_the_bar_of_another(room: Classroom) -> None:
    room.window.open_panel("race")
    room.settle()
    assert room.until(lambda: bool(room.window.transport.scrub._marks))
    room.window.open_panel("playground")
    assert not room.window.transport.scrub._marks
