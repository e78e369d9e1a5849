"""The lab's page of the landscape: whose it shows, what it asks the engine for."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels.lab.page_landscape import LandscapeLabPage
from gui.panels.lab.pages import PAGES
from gui.theme import ThemeHolder
from sim.landscape_seen import RANDOM, LandscapeAsk
from sim.simulations.lab_view import LabView
from tests.gui.pupil_scene import Wishes, config, snapshot
from tests.gui.test_landscape_view import landscape


@pytest.fixture
def page(qtbot: Any, themes: ThemeHolder) -> Any:
    wishes = Wishes()
    made: Any = LandscapeLabPage(themes, wishes.hands())
    made.wishes = wishes
    qtbot.addWidget(made)
    made.resize(870, 270)
    made.show_snapshot(replace(snapshot(), landscape=landscape()), config())
    made.show()
    return made


def test_the_table_of_pages_finds_it() -> None:
    assert PAGES["landscape"].load() is LandscapeLabPage


def test_the_learners_own_network_is_shown_first(page: Any) -> None:
    assert LabView(**page.wants()).arm == "b"
    assert page.landscape.map._role == "you"
    assert "network B" in page.words.words


def test_another_network_is_chosen_by_its_letter(page: Any) -> None:
    QTest.mouseClick(page.letters.chips["a"], Qt.MouseButton.LeftButton)
    assert LabView(**page.wants()).arm == "a"
    page.show_snapshot(replace(snapshot(), landscape=landscape()), config())
    assert page.landscape.map._role == "ink"


def test_its_controls_ask_for_another_landscape(page: Any) -> None:
    QTest.keyClick(page.landscape.side.directions, Qt.Key.Key_Right)
    assert LabView(**page.wants()).landscape == LandscapeAsk(RANDOM)


def test_what_is_offered_holds_the_plane_and_lets_it_go(page: Any) -> None:
    for held in (True, False):
        page.offers()[1].do()
        assert page.wants()["landscape"].hold is held


def test_it_waits_for_its_first_rows_and_for_arms_that_went(page: Any) -> None:
    seen = snapshot()
    page.show_snapshot(replace(seen, arms=seen.arms[:1]), config())
    assert page.wants()["arm"] == "a"
    assert not page.grab().isNull()
