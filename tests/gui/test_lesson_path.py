"""The path: three states, one row in the order of Tab, arrows walk, Enter opens, the row of now is in sight."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.lesson_path import HERE, LessonPath
from tests.gui.home_desk import TITLES, path_rows


@pytest.fixture
def path(themes: ThemeHolder, qtbot: QtBot) -> LessonPath:
    path = LessonPath(themes)
    qtbot.addWidget(path)
    path.resize(320, 300)
    path.set_rows(path_rows(3))
    path.show()
    return path


def test_rows_stand_in_order_with_their_states(path: LessonPath) -> None:
    assert [row.key for row in path.rows] == [key for key, _, _ in TITLES]
    assert [row.key for row in path.rows if row.state == HERE] == ["perceptron"]


def test_tab_reaches_only_the_row_where_the_learner_is(path: LessonPath) -> None:
    tabbed = [row.row.key for row in path.buttons if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["perceptron"]


def test_arrows_walk_and_enter_opens(path: LessonPath, qtbot: QtBot) -> None:
    chosen: list[str] = []
    path.chosen.connect(chosen.append)
    button = path.here()
    assert button is not None
    for key in ("Down", "Return", "End", "Enter", "Home", "Space"):
        at = next(row for row in path.buttons if row.focusPolicy() & Qt.FocusPolicy.TabFocus)
        qtbot.keyClick(at, Qt.Key[f"Key_{key}"])
    assert chosen == ["winter", "together", "one-neuron"]


def test_the_row_of_now_is_in_sight(path: LessonPath, qtbot: QtBot) -> None:
    path.set_rows(path_rows(14))
    button = path.here()
    assert button is not None
    view = path.area.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(button.mapTo(view, button.rect().center())))


def test_other_states_keep_the_same_buttons(path: LessonPath) -> None:
    before = path.buttons
    path.set_rows(path_rows(5))
    assert path.buttons == before


def test_a_row_says_its_state_and_length(path: LessonPath) -> None:
    about = path.buttons[3].accessibleDescription()
    assert "here" in about
    assert "10 minutes" in about


def test_no_lessons_show_an_empty_path(path: LessonPath) -> None:
    path.set_rows(())
    assert path.rows == ()
