"""The row of tabs: a click and the arrow keys choose, a page without content has no tab, words are never cut."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.follower import FocusRing
from gui.widgets.tab_row import TabRow

TABS = (("loss", "Loss"), ("step", "One step"), ("law", "Escape law"))


@pytest.fixture
def row(themes: ThemeHolder, qtbot: QtBot) -> TabRow:
    row = TabRow(themes, TABS)
    qtbot.addWidget(row)
    row.resize(400, 26)
    row.show()
    return row


def test_a_click_on_a_word_chooses_it(row: TabRow) -> None:
    spy = QSignalSpy(row.chosen)
    box = row.tab_box("step")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert row.current == "step"
    assert [spy.at(0)[0], spy.count()] == ["step", 1]


def test_a_click_beside_all_words_changes_nothing(row: TabRow) -> None:
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(395, 10))
    assert row.current == "loss"


def test_arrow_keys_move_and_stop_at_the_ends(row: TabRow) -> None:
    row.setFocus()
    for key, current in ((Qt.Key.Key_Right, "step"), (Qt.Key.Key_End, "law"), (Qt.Key.Key_Right, "law")):
        QTest.keyClick(row, key)
        assert row.current == current
    QTest.keyClick(row, Qt.Key.Key_Home)
    assert row.current == "loss"


def test_a_page_that_is_not_shown_is_passed_over(row: TabRow) -> None:
    row.set_shown("step", False)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert row.current == "law"
    assert row.keys() == ("loss", "law")


def test_words_stay_apart_and_inside_in_a_narrow_row(row: TabRow) -> None:
    row.resize(170, 26)
    boxes = [row.tab_box(key) for key, _ in TABS]
    assert all(left.right() < right.left() for left, right in pairwise(boxes))
    assert boxes[-1].right() <= 171


def test_an_unknown_key_is_an_error(row: TabRow) -> None:
    with pytest.raises(KeyError):
        row.set_current("nothing")


def test_the_ring_of_focus_follows_the_chosen_tab(row: TabRow, qtbot: QtBot) -> None:
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    row.clearFocus()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    ring = row.window().findChild(FocusRing)
    assert ring is not None
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tab_box("law").center().toPoint())
    assert ring.geometry().contains(row.tab_box("law").center().toPoint())
