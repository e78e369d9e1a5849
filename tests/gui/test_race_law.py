"""The steps to leave a saddle beside a race: the handle places the start on the way out, wherever that leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.race.pages import LAW
from gui.theme import ThemeHolder
from sim.config import Config
from tests.gui.race_desk import Desk


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    made = Desk(themes)
    qtbot.addWidget(made.panel)
    made.panel.pages.turn_to(LAW)
    return made


def test_on_the_plain_saddle_the_handle_moves_y_alone(desk: Desk) -> None:
    desk.show(desk.surface("saddle"), start_x=0.7, start_y=0.01)
    assert desk.panel.pages.law.face().offset_words == "y₀ = 0.01"
    QTest.keyClick(desk.panel.pages.law, Qt.Key.Key_PageUp)
    assert (desk.panel.config["start_x"], desk.panel.config["start_y"]) == (0.7, 0.001)


def places(config: Config) -> tuple[float, float]:
    return config["start_x"], config["start_y"]


def test_on_a_bent_saddle_the_handle_places_the_start_on_the_way_out(desk: Desk) -> None:
    desk.show(desk.surface("himmelblau"))
    card = desk.panel.pages.law
    assert card.readout() == ""
    QTest.keyClick(card, Qt.Key.Key_PageUp)
    placed = places(desk.panel.config)
    snapshot = desk.show()
    assert snapshot.law is not None
    assert snapshot.law.offset_of(placed) == pytest.approx(card.offset)
    left = snapshot.tracks["sgd"].left
    assert left is not None
    assert card.readout().endswith(f"SGD {left}")
    assert "50.6 rate" in card.face().law_words


def test_another_rate_is_another_card(desk: Desk) -> None:
    desk.show(desk.surface("saddle"), start_y=0.001)
    before = desk.panel.pages.law.readout()
    desk.show(rate_factor=2.0)
    assert desk.panel.pages.law.readout() != before
