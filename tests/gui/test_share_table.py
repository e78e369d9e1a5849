"""The table of recipes: every cell can be hit, its bar is its share, it is told in words."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.share_table import TRAIN, Share, ShareTable

LEFT = Qt.MouseButton.LeftButton
CELLS = [(row, column) for row in range(2) for column in range(3)]


@pytest.fixture
def table(qtbot: QtBot, themes: ThemeHolder) -> ShareTable:
    made = ShareTable(themes, ("small", "large"), ("one", "two", "three"))
    qtbot.addWidget(made)
    made.resize(376, 130)
    made.show()
    return made


@pytest.mark.parametrize("size", [(376, 130), (220, 80), (700, 400)])
def test_a_click_on_a_cell_chooses_it(table: ShareTable, size: tuple[int, int]) -> None:
    table.resize(*size)
    chosen: list[tuple[int, int]] = []
    table.chosen.connect(lambda row, column: chosen.append((row, column)))
    for cell in CELLS:
        QTest.mouseClick(table, LEFT, pos=table.cell(cell).center().toPoint())
        box = table.cell(cell)
        assert table.rect().contains(box.adjusted(0.1, 0.1, -0.1, -0.1).toAlignedRect())
        assert min(box.width(), box.height()) >= 24
    assert chosen == CELLS


def test_beside_the_cells_there_is_nothing_to_choose(table: ShareTable) -> None:
    chosen: list[int] = []
    table.chosen.connect(lambda row, column: chosen.append(row))
    QTest.mouseClick(table, LEFT, pos=QPoint(3, 3))
    assert chosen == []
    assert table.cell_at(QPointF(table.cell((0, 0)).right() + 2, 40)) == (-1, -1)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_bar_is_as_long_as_its_share(table: ShareTable, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    table.set_shares({(0, 0): Share(50, 100)})
    image, box = table.grab().toImage(), table.cell((0, 0))
    y, wide = round(box.bottom() - 8), box.width() - 20
    inside, outside = (image.pixelColor(round(box.left() + 10 + share * wide), y) for share in (0.45, 0.55))
    assert inside == themes.current.color("ink")
    assert outside != inside


def test_the_words_follow_the_pointer(table: ShareTable) -> None:
    table.set_shares({(1, 2): Share(1, 1000, "by epoch 60")})
    QTest.mouseMove(table, table.cell((1, 2)).center().toPoint())
    assert table.words_of((1, 2)) == "large with three: 1 of 1000 solved by epoch 60"
    assert "large with three: 1 of 1000" in table.accessibleDescription()
    assert table.words_of((0, 0)) == "small with one: not tried yet"


def test_the_keys_begin_where_the_run_is(table: ShareTable) -> None:
    chosen: list[tuple[int, int]] = []
    table.chosen.connect(lambda row, column: chosen.append((row, column)))
    table.set_current((1, 1))
    table.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(table, key)
    assert chosen == [(0, 0)]


def test_other_names_for_the_rows_make_room(table: ShareTable) -> None:
    before = table.cell((0, 0)).left()
    table.set_rows(("a much longer name", "large"))
    assert table.cell((0, 0)).left() > before
    assert table.words_of((0, 0)).startswith("a much longer name")


def test_a_recipe_that_was_not_tried_invites_the_hand_on_it(table: ShareTable) -> None:
    table.set_shares({(1, 2): Share(1, 4)})
    table.set_current((0, 1))
    table.clearFocus()
    assert table.words_in((0, 0)) == "–"
    for cell, words in (((0, 0), TRAIN), ((0, 1), "–"), ((1, 2), "25\N{NO-BREAK SPACE}%")):
        QTest.mouseMove(table, table.cell(cell).center().toPoint())
        assert table.words_in(cell) == words
    assert table.words_in((0, 0)) == "–"


def test_keys_invite_too(table: ShareTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [table.words_in(cell) for cell in ((0, 0), (1, 0))] == ["–", TRAIN]


def test_the_hint_below_leaves_room_for_the_cells(table: ShareTable) -> None:
    for height, hint in ((130, True), (80, False)):
        table.resize(376, height)
        assert (table._foot() > 0) is hint
        assert table.cell((1, 0)).bottom() + table._foot() <= height
