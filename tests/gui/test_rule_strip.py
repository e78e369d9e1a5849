"""The rules of a pass as chips: a click or a key chooses one, and the one that fired last stays in sight."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.rule_strip import RuleChip, RuleStrip

CHIPS = tuple(RuleChip(f"Forward {k}", str(k), "multiply", "plus", f"What rule {k} does.") for k in range(15))


@pytest.fixture
def strip(themes: ThemeHolder, qtbot: QtBot) -> RuleStrip:
    made = RuleStrip(themes)
    made.resize(840, 44)
    made.show_chips(CHIPS, 2)
    qtbot.addWidget(made)
    made.show()
    return made


def chosen_in(strip: RuleStrip) -> list[int]:
    seen: list[int] = []
    strip.chosen.connect(seen.append)
    return seen


def test_a_click_asks_for_its_rule(strip: RuleStrip) -> None:
    seen = chosen_in(strip)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.box_of(5).center().toPoint())
    assert seen == [5]


@pytest.mark.parametrize(
    ("key", "index"),
    [(Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 1), (Qt.Key.Key_End, 14), (Qt.Key.Key_Home, 0)],
)
def test_keys_ask_for_a_neighbour_or_an_end(strip: RuleStrip, key: Qt.Key, index: int) -> None:
    seen = chosen_in(strip)
    QTest.keyClick(strip, key)
    assert seen == [index]


def test_a_key_that_repeats_does_not_wait_for_the_answer(strip: RuleStrip) -> None:
    seen = chosen_in(strip)
    for _ in range(4):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert seen == [3, 4, 5, 6]


def test_no_key_leads_behind_the_last_rule(strip: RuleStrip) -> None:
    strip.show_chips(CHIPS, 14)
    seen = chosen_in(strip)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert seen == []


def test_all_rules_fit_where_there_is_room(strip: RuleStrip) -> None:
    assert strip.box_of(14).right() <= strip.width() + 0.5


@pytest.mark.parametrize("current", [0, 7, 14])
def test_the_rule_that_fired_last_is_in_sight_where_room_is_scarce(strip: RuleStrip, current: int) -> None:
    strip.resize(260, 44)
    strip.show_chips(CHIPS, current)
    box = strip.box_of(current)
    assert box.left() >= -0.5
    assert box.right() <= strip.width() + 0.5


def test_whole_names_stand_where_they_have_room(strip: RuleStrip) -> None:
    strip.resize(1900, 44)
    wide = strip.box_of(0).width()
    strip.resize(700, 44)
    assert wide > strip.box_of(0).width()


def test_a_screen_reader_hears_which_rule_fired_last(strip: RuleStrip) -> None:
    assert "Rule 3 of 15: Forward 2, multiply" in strip.accessibleDescription()


def test_a_pointer_is_told_what_the_rule_does(strip: RuleStrip) -> None:
    at = strip.box_of(4).center().toPoint()
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(QPoint(at))))
    assert "What rule 4 does." in QToolTip.text()


def test_before_the_first_rule_none_is_marked(strip: RuleStrip) -> None:
    strip.show_chips(CHIPS, -1)
    assert strip.current == -1
    assert "No rule" in strip.accessibleDescription()


def test_an_empty_strip_takes_keys_and_clicks(themes: ThemeHolder, qtbot: QtBot) -> None:
    strip = RuleStrip(themes)
    qtbot.addWidget(strip)
    strip.show()
    seen = chosen_in(strip)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert seen == []
