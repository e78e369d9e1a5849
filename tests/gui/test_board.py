"""The finish board: what it says, what a hand on it asks for, how it fits."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.board import Board, ColumnHead, Row

KEYS = ("adagrad", "rmsprop", "adam", "adadelta", "nesterov", "momentum", "sgd")
ROWS = [Row(key, key.title(), True, (str(2 * place), "–"), ("ink", "faint"), "") for place, key in enumerate(KEYS)]


@pytest.fixture
def board(themes: ThemeHolder, qtbot: QtBot) -> Board:
    themes.set(reduced=True)
    board = Board(themes)
    qtbot.addWidget(board)
    board.resize(228, 320)
    board.set_headers("Finish board", "each at its fair rate", ("left at", "settled"))
    board.set_rows(ROWS)
    board.show()
    qtbot.waitExposed(board)
    return board


def press(board: Board, key: str, x: int) -> None:
    line = board.line(key)
    child = line.childAt(QPoint(x, line.height() // 2)) or line
    QTest.mouseClick(child, Qt.MouseButton.LeftButton)


def test_the_rows_stand_in_the_order_they_are_given(board: Board) -> None:
    assert sorted(KEYS, key=lambda key: board.line(key).y()) == list(KEYS)
    board.set_rows(ROWS[::-1])
    assert sorted(KEYS, key=lambda key: board.line(key).y()) == list(KEYS[::-1])


def test_a_row_keeps_its_widget_when_the_order_changes(board: Board) -> None:
    line = board.line("adam")
    board.set_rows(ROWS[::-1])
    assert board.line("adam") is line


@pytest.mark.parametrize("height", [200, 250, 320])
def test_seven_rows_fit_and_can_be_hit(board: Board, height: int) -> None:
    board.resize(228, height)
    lines = sorted((board.line(key) for key in KEYS), key=lambda line: line.y())
    assert all(line.height() >= 24 for line in lines)
    assert all(a.geometry().bottom() < b.y() for a, b in pairwise(lines))
    assert lines[-1].geometry().bottom() <= height


def test_compact_shows_the_first_three(board: Board) -> None:
    board.set_compact(True)
    assert [key for key in KEYS if board.line(key).isVisible()] == list(KEYS[:3])
    board.set_compact(False)
    assert all(board.line(key).isVisible() for key in KEYS)


def test_a_click_on_a_marker_asks_to_hide(board: Board, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.selected), qtbot.waitSignal(board.toggled) as asked:
        press(board, "adam", 15)
    assert asked.args == ["adam", False]


def test_a_click_on_a_row_singles_out_and_a_second_one_lets_go(board: Board) -> None:
    chosen: list[object] = []
    board.selected.connect(chosen.append)
    press(board, "adam", 100)
    assert board.line("adam").isChecked()
    press(board, "adam", 100)
    assert chosen == ["adam", None]
    assert not board.line("adam").isChecked()


def test_setting_the_selection_is_silent(board: Board, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.selected):
        board.set_selected("sgd")
    assert [key for key in KEYS if board.line(key).isChecked()] == ["sgd"]


def test_a_click_on_a_head_asks_for_another_order(board: Board, qtbot: QtBot) -> None:
    heads = sorted(board.findChildren(ColumnHead), key=lambda head: head.x())
    with qtbot.waitSignal(board.sorted_by) as asked:
        QTest.mouseClick(heads[1], Qt.MouseButton.LeftButton)
    assert asked.args == [1]


def test_the_keyboard_walks_hides_and_singles_out(board: Board) -> None:
    heard: list[object] = []
    board.toggled.connect(lambda key, on: heard.append((key, on)))
    board.selected.connect(heard.append)
    board.line("adagrad").setFocus()
    for _ in range(2):
        QTest.keyClick(board.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(board.focusWidget(), Qt.Key.Key_Up)
    assert board.focusWidget() is board.line("rmsprop")
    QTest.keyClick(board.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(board.focusWidget(), Qt.Key.Key_Return)
    assert heard == [("rmsprop", False), "rmsprop"]


def test_tab_enters_the_board_once(board: Board) -> None:
    stops = [key for key in KEYS if board.line(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["adagrad"]


def test_a_row_says_in_words_what_it_shows(board: Board) -> None:
    assert board.line("rmsprop").accessibleName() == "Rmsprop, shown, 2, open"
    board.set_rows([Row("rmsprop", "RMSprop", False, ("flew off at 12", ""), ("bad", "bad"), "Too fast.")])
    assert board.line("rmsprop").accessibleName() == "RMSprop, hidden, flew off at 12"
    assert board.line("rmsprop").marker.accessibleName() == "Show RMSprop"


def test_a_racer_that_is_gone_leaves_no_row(board: Board) -> None:
    board.set_rows(ROWS[:2])
    assert [key for key in KEYS if board.line(key).isVisible()] == list(KEYS[:2])


def test_every_look_paints_open_results_and_long_reasons(board: Board, themes: ThemeHolder) -> None:
    rows = [*ROWS[:5], Row("momentum", "Momentum", True, ("flew off at 1200", ""), ("bad", "bad")), Row("sgd", "SGD")]
    board.set_rows(rows)
    for name in ("light", "dark", "contrast"):
        for presentation in (False, True):
            themes.set(name=name, presentation=presentation)
            assert not board.grab().isNull()


def test_rows_glide_to_their_new_places(board: Board, themes: ThemeHolder, qtbot: QtBot) -> None:
    themes.set(reduced=False)
    before, target = board.line("sgd").y(), board.line("adagrad").y()
    board.set_rows(ROWS[::-1])
    assert board.line("sgd").y() == before
    qtbot.waitUntil(lambda: board.line("sgd").y() == target, timeout=2000)
