"""The learners' board: what each line says, what a hand on it asks for, how it fits wide and narrow."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.learner_board import HAND, LearnerBoard, LearnerRow
from gui.widgets.learner_sign import fitted
from gui.widgets.shapes import text_width
from sim.perceptron import LEARNERS
from tests.gui.map_scene import count_near, pixels

LEFT = Qt.MouseButton.LeftButton
DASHES: dict[str, tuple[float, ...]] = {"perceptron": (), "delta": (7.0, 4.0), "sigmoid": (1.5, 2.5)}
ROWS = [
    LearnerRow(key, entry.title, entry.formula, 55, 70, 412, dashes=DASHES[key], about=entry.about)
    for key, entry in LEARNERS.items()
]
YOURS = LearnerRow(HAND, "Your line", right=3, total=4, best=3)


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeHolder) -> LearnerBoard:
    """Three learners and the hand, wide."""
    themes.set(reduced=True)
    made = LearnerBoard(themes)
    qtbot.addWidget(made)
    made.resize(480, 150)
    made.set_rows([*ROWS, YOURS])
    made.show()
    return made


def press(board: LearnerBoard, key: str, x: int) -> None:
    line = board.line(key)
    child = line.childAt(QPoint(x, line.height() // 2)) or line
    QTest.mouseClick(child, LEFT)


# Words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row, words",
    [
        (ROWS[0], "Perceptron rule, shown, 55 of 70 right, 412 mistakes"),
        (replace(ROWS[0], shown=False, mistakes=1), "Perceptron rule, hidden, 55 of 70 right, 1 mistake"),
        (replace(ROWS[0], flew=True), "Perceptron rule, shown, flew off, 412 mistakes"),
        (replace(ROWS[0], total=0, right=0, mistakes=0), "Perceptron rule, shown, no points, 0 mistakes"),
        (YOURS, "Your line, yours, 3 of 4 right, best so far 3"),
    ],
)
def test_a_line_in_words(board: LearnerBoard, row: LearnerRow, words: str) -> None:
    board.set_rows([row])
    assert board.line(row.key).accessibleName() == words


def test_all_right_is_every_point_and_at_least_one() -> None:
    assert replace(ROWS[0], right=70).is_all_right
    assert not replace(ROWS[0], right=69).is_all_right
    assert not replace(ROWS[0], right=0, total=0).is_all_right
    assert not replace(ROWS[0], right=70, flew=True).is_all_right


@pytest.mark.parametrize("width", [216, 480])
def test_only_who_has_all_right_wears_the_check(board: LearnerBoard, width: int) -> None:
    def green() -> int:
        colors = pixels(board.line("delta").grab().toImage())
        return int((colors[:, :, 1] - colors[:, :, 0] > 40).sum())

    board.resize(width, 190)
    assert green() == 0
    board.set_rows([replace(row, right=70) for row in ROWS])
    assert green() > 10


def test_who_just_changed_wears_the_colour_of_an_update(board: LearnerBoard, themes: ThemeHolder) -> None:
    update = themes.current.color("vel")
    assert count_near(board.line("delta").grab().toImage(), update) == 0
    board.set_rows([replace(row, changed=row.key == "delta") for row in ROWS])
    assert count_near(board.line("delta").grab().toImage(), update) > 10
    assert count_near(board.line("sigmoid").grab().toImage(), update) == 0


def test_who_flew_off_says_so_in_red(board: LearnerBoard, themes: ThemeHolder) -> None:
    board.set_rows([replace(ROWS[0], flew=True)])
    assert count_near(board.line("perceptron").grab().toImage(), themes.current.color("bad")) > 10


@pytest.mark.parametrize("name", THEMES)
def test_violet_is_the_hand_alone(board: LearnerBoard, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    you = themes.current.color("you")
    assert count_near(board.line(HAND).grab().toImage(), you) > 60
    assert all(count_near(board.line(row.key).grab().toImage(), you) == 0 for row in ROWS)


# Signs ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dashes", [(7.0, 4.0), (1.5, 2.5), (20.0, 3.0), (1.0, 1.0)])
@pytest.mark.parametrize("length", [10.0, 12.0, 15.0])
def test_a_sign_begins_and_ends_with_a_whole_dash(dashes: tuple[float, ...], length: float) -> None:
    dash, gap = fitted(dashes, length)
    count = (length + gap) / (dash + gap)
    assert count == pytest.approx(round(count))
    assert round(count) >= 2
    assert dash / gap == pytest.approx(dashes[0] / dashes[1])


def test_the_signs_differ_without_colour(board: LearnerBoard) -> None:
    pictures = [board.line(row.key).sign.grab().toImage() for row in ROWS]
    inked = [count_near(picture, board._themes.current.color("ink"), 60) for picture in pictures]
    assert inked[0] > 1.25 * inked[1] > 1.25 * inked[2] > 0


# Hand ----------------------------------------------------------------------------------------------------------------


def test_a_click_on_the_sign_asks_to_hide_the_line(board: LearnerBoard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.selected), qtbot.waitSignal(board.toggled) as asked:
        press(board, "delta", 20)
    assert asked.args == ["delta", False]


def test_a_click_on_the_line_singles_out_and_a_second_lets_go(board: LearnerBoard) -> None:
    chosen: list[object] = []
    board.selected.connect(chosen.append)
    press(board, "delta", 120)
    assert board.line("delta").isChecked()
    press(board, "delta", 120)
    assert chosen == ["delta", None]
    assert not board.line("delta").isChecked()


def test_the_hand_can_be_singled_out_and_not_hidden(board: LearnerBoard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.toggled):
        QTest.mouseClick(board.line(HAND).sign, LEFT)
        QTest.keyClick(board.line(HAND), Qt.Key.Key_Space)
    with qtbot.waitSignal(board.selected) as asked:
        QTest.keyClick(board.line(HAND), Qt.Key.Key_Return)
    assert asked.args == [HAND]


def test_keys_walk_hide_and_single_out(board: LearnerBoard, qtbot: QtBot) -> None:
    board.line("perceptron").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(board.line("perceptron"), Qt.Key.Key_Down)
    assert board.line("delta").hasFocus()
    QTest.keyClick(board.line("delta"), Qt.Key.Key_End)
    assert board.line(HAND).hasFocus()
    QTest.keyClick(board.line(HAND), Qt.Key.Key_Home)
    with qtbot.waitSignal(board.toggled) as asked:
        QTest.keyClick(board.line("perceptron"), Qt.Key.Key_Space)
    assert asked.args == ["perceptron", False]


def test_tab_enters_the_board_once(board: LearnerBoard) -> None:
    def stops() -> list[str]:
        tab = Qt.FocusPolicy.StrongFocus
        return [row.key for row in [*ROWS, YOURS] if board.line(row.key).focusPolicy() == tab]

    assert stops() == ["perceptron"]
    board.line("perceptron").clearFocus()
    board.set_selected("sigmoid")
    assert stops() == ["sigmoid"]


# Places --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(480, 150), (480, 190), (216, 190), (216, 140)])
@pytest.mark.parametrize("name", [*THEMES, "presentation"])
def test_four_lines_fit_and_can_be_hit(
    board: LearnerBoard, themes: ThemeHolder, size: tuple[int, int], name: str
) -> None:
    shown = name == "presentation"
    themes.set(name="light" if shown else name, presentation=shown)
    board.resize(*(round(side * (1.6 if shown else 1.0)) for side in size))
    lines = [board.line(row.key) for row in [*ROWS, YOURS]]
    assert all(line.height() >= themes.current.target for line in lines)
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(lines))
    assert lines[-1].geometry().bottom() <= board.height()
    assert len({line.height() for line in lines[:3]}) == 1
    assert not board.grab().isNull()


def test_a_narrow_board_keeps_every_number(board: LearnerBoard, themes: ThemeHolder) -> None:
    board.resize(216, 190)
    assert board.is_narrow
    assert not board.line("delta").columns
    room = 216 - themes.current.px(44 + 8)
    assert ROWS[0].result_words()[0] == "55 of 70 right, 412 mistakes"
    assert text_width(ROWS[0].result_words()[0], themes.current.font("small")) <= room
    assert text_width(replace(ROWS[0], mistakes=123_456).result_words()[1], themes.current.font("small")) <= room


@pytest.mark.parametrize("high", [0, 100])
@pytest.mark.parametrize("shown", [False, True])
def test_a_narrow_board_never_gives_up_its_numbers_for_lack_of_height(
    board: LearnerBoard, themes: ThemeHolder, shown: bool, high: int
) -> None:
    themes.set(presentation=shown)
    board.resize(round(themes.current.px(280)), 100)
    board.resize(board.width(), high or board.minimumSizeHint().height())
    before = board.line("delta").grab().toImage()
    board.set_rows([replace(row, right=54) for row in [*ROWS, YOURS]])
    is_same = before == board.line("delta").grab().toImage()
    assert not is_same


def test_a_layout_gives_a_narrow_board_the_height_of_its_numbers(themes: ThemeHolder, qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    board, low, column = LearnerBoard(themes, card), QWidget(card), QVBoxLayout(card)
    board.set_rows([*ROWS, YOURS])
    low.setMinimumHeight(300)
    column.addWidget(board)
    column.addWidget(low)
    card.resize(300, 10)
    card.show()
    qtbot.waitUntil(lambda: board.height() >= 4 * 32)
    assert board.is_narrow


def test_numbers_stand_in_columns_that_do_not_jump(board: LearnerBoard) -> None:
    before = board.line("delta").columns
    board.set_rows([replace(row, right=7, mistakes=9) for row in ROWS])
    assert board.line("delta").columns == before
    assert len(before) == 2


def test_a_learner_that_is_off_leaves_the_board(board: LearnerBoard) -> None:
    line = board.line("delta")
    board.set_rows([ROWS[0], ROWS[2]])
    assert not line.isVisible()
    board.set_rows(ROWS)
    assert board.line("delta") is line
    assert line.isVisible()


def test_an_empty_board_says_so(board: LearnerBoard) -> None:
    board.set_rows([])
    assert not board.grab().isNull()
