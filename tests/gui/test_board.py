"""The finish board: what it says, what a hand on it asks for, how it fits."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.board import Board, Row
from gui.widgets.board_head import ColumnHead

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


def heads(board: Board) -> list[ColumnHead]:
    return sorted(board.findChildren(ColumnHead), key=lambda head: head.x())


def test_a_click_on_a_head_asks_for_the_order_by_that_column_and_a_second_one_for_its_reverse(board: Board) -> None:
    asked: list[tuple[int, bool]] = []
    board.sorted_by.connect(lambda column, reverse: asked.append((column, reverse)))
    left, settled = heads(board)
    for head in (settled, settled, settled, left):
        QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert asked == [(1, False), (1, True), (1, False), (0, False)]


def test_the_head_that_sorts_says_so_in_ink_arrow_and_words(board: Board) -> None:
    left, settled = heads(board)
    board.set_sorted(1)
    plain, up = left.grab().toImage(), settled.grab().toImage()
    board.set_sorted(1, reverse=True)
    down = settled.grab().toImage()
    assert up != down
    assert left.grab().toImage() == plain
    assert "Largest first now" in settled.accessibleDescription()
    assert "smallest result first" in left.accessibleDescription()
    assert [head.isChecked() for head in (left, settled)] == [False, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_sorts(board: Board, qtbot: QtBot, key: Qt.Key) -> None:
    head = heads(board)[0]
    assert head.focusPolicy() == Qt.FocusPolicy.StrongFocus
    head.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(board.sorted_by) as asked:
        QTest.keyClick(head, key)
    assert asked.args == [0, False]


def test_heads_never_move_and_stand_clear_of_each_other(board: Board, themes: ThemeHolder) -> None:
    board.resize(206, 320)
    places = [head.geometry() for head in heads(board)]
    for column, reverse in ((0, False), (1, True), (None, False)):
        board.set_sorted(column, reverse)
        assert [head.geometry() for head in heads(board)] == places
    assert places[0].right() < places[1].left()
    assert all(place.width() >= 24 and place.height() >= 24 for place in places)


def test_your_own_line_can_neither_be_hidden_nor_singled_out(board: Board, qtbot: QtBot) -> None:
    board.set_rows([*ROWS, Row("you", "You", True, ("31", "–"), ("ink", "faint"), "Nine steps by hand.")])
    assert board.keys()[-1] == "you"
    with qtbot.assertNotEmitted(board.selected), qtbot.assertNotEmitted(board.toggled):
        for x in (15, 100):
            press(board, "you", x)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(board.line("you"), key)
    assert board.line("you").accessibleName() == "You, yours, 31, open"


def test_the_words_of_the_note_can_change(board: Board) -> None:
    before = board.grab().toImage()
    board.set_note("all at 0.01")
    assert board.accessibleDescription() == "all at 0.01"
    assert board.grab().toImage() != before


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


def test_eight_rows_stand_a_little_closer_than_seven(board: Board) -> None:
    seven = board.sizeHint().height()
    board.set_rows([*ROWS, Row("you", "You", True, ("9", "–"), ("ink", "faint"), "")])
    assert 0 < board.sizeHint().height() - seven < 24


def test_a_row_that_is_carried_away_leaves_the_tint_behind(board: Board, themes: ThemeHolder) -> None:
    line = board.line("adagrad")
    line._hover.go(1.0, 0)
    board.set_rows(ROWS[::-1])
    assert line.glow == 0.0
