"""Cards sorted into boxes, by hand and by keys."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.sorting_table import SortCard, SortingTable

BOXES = (("cold", "Cold"), ("warm", "Warm"))
CARDS = (
    SortCard("ice", "Ice", "a lake", "cold", "It melts above zero."),
    SortCard("fire", "Fire", "", "warm", "It burns."),
    SortCard("steam", "Steam", "a kettle", "warm", "It comes above a hundred degrees."),
)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def table(themes: ThemeHolder, qtbot: Any) -> SortingTable:
    made = SortingTable(themes)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.set_table("Cold or warm?", BOXES, CARDS)
    made.show()
    return made


def told(table: SortingTable) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    table.sorted_into.connect(lambda card, box: found.append((card, box)))
    return found


def drag(table: SortingTable, start: QPointF, end: QPointF) -> None:
    QTest.mousePress(table, LEFT, NONE, start.toPoint())
    QTest.mouseMove(table, end.toPoint())
    QTest.mouseRelease(table, LEFT, NONE, end.toPoint())


def test_a_number_lays_the_card_into_that_box(table: SortingTable) -> None:
    found = told(table)
    QTest.keyClick(table, Qt.Key.Key_2)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_1)
    assert found == [("ice", "warm"), ("fire", "cold")]


def test_a_number_without_a_box_does_nothing(table: SortingTable) -> None:
    found = told(table)
    QTest.keyClick(table, Qt.Key.Key_3)
    assert found == []


def test_zero_takes_a_card_out_again(table: SortingTable) -> None:
    table.set_sorted({"ice": "warm"})
    found = told(table)
    QTest.keyClick(table, Qt.Key.Key_0)
    assert found == [("ice", "")]


def test_the_walk_goes_round(table: SortingTable) -> None:
    seen = []
    for _ in CARDS:
        seen.append(table.current)
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert seen == ["ice", "fire", "steam"]
    assert table.current == "ice"


def test_a_card_is_dragged_into_a_box(table: SortingTable) -> None:
    found = told(table)
    drag(table, table.place_of("steam").center(), table.box_place("warm").center())
    assert found == [("steam", "warm")]


def test_a_click_moves_nothing(table: SortingTable) -> None:
    found = told(table)
    QTest.mouseClick(table, LEFT, NONE, table.place_of("steam").center().toPoint())
    assert found == []
    assert table.current == "steam"


def test_a_locked_table_moves_nothing(table: SortingTable) -> None:
    found = told(table)
    table.setEnabled(False)
    table._put("ice", "cold")
    assert found == []


@pytest.mark.parametrize("size", [(700, 420), (300, 190), (1500, 900)])
def test_cards_lie_within_the_table_and_do_not_cover_each_other(table: SortingTable, size: tuple[int, int]) -> None:
    table.resize(*size)
    for lies in ({}, {"ice": "cold"}, {"ice": "warm", "fire": "warm", "steam": "warm"}):
        table.set_sorted(lies)
        places = [table.place_of(card.key) for card in CARDS]
        assert all(table.rect().toRectF().adjusted(-1, -1, 1, 1).contains(place) for place in places)
        assert not any(a.intersects(b) for k, a in enumerate(places) for b in places[k + 1 :])


def test_a_sorted_card_lies_in_its_box(table: SortingTable) -> None:
    table.set_sorted({"ice": "cold"})
    assert table.box_place("cold").contains(table.place_of("ice"))


def test_the_card_that_is_read_has_room_for_all_its_words(table: SortingTable, themes: ThemeHolder) -> None:
    long = SortCard("long", "Many words " * 12, "somebody", "warm", "Because.")
    table.resize(300, 190)
    table.set_table("Which?", BOXES, (*CARDS, long))
    opened = table._opened(themes.current, long)
    assert opened.height() > table.place_of("long").height()
    assert opened.top() >= 0
    assert opened.bottom() <= table.height() + 1


def test_why_is_told_only_when_all_are_sorted(table: SortingTable) -> None:
    table.set_sorted({"ice": "warm"})
    assert "melts" not in table.accessibleName()
    table.set_sorted({"ice": "warm", "fire": "warm", "steam": "warm"})
    assert table.is_done
    assert "melts" in table.accessibleName()
    table.grab()


def test_the_box_is_told_to_screen_readers(table: SortingTable) -> None:
    table.set_sorted({"ice": "cold"})
    assert table.accessibleName() == "Ice, in box Cold"
