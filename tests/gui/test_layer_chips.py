"""The chips of the hidden layers: each can be hit and reached with the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.layer_chips import LayerChips, layer_name

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chips(qtbot: QtBot, themes: ThemeHolder) -> LayerChips:
    made = LayerChips(themes)
    qtbot.addWidget(made)
    made.set_layers(3, 2)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_a_click_chooses_and_a_second_one_says_nothing(chips: LayerChips) -> None:
    chosen: list[int] = []
    chips.chosen.connect(chosen.append)
    for layer in (0, 0, 1, 2):
        QTest.mouseClick(chips, LEFT, pos=chips.chip(layer).center().toPoint())
    assert chosen == [0, 1, 2]


def test_keys_go_from_layer_to_layer_and_stop_at_the_ends(chips: LayerChips) -> None:
    chosen: list[int] = []
    chips.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(chips, key)
    assert chosen == [1, 0, 2]
    assert "Layer 3 of 3" in chips.accessibleDescription()


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("count", [1, 2, 12])
def test_every_chip_can_be_hit(chips: LayerChips, themes: ThemeHolder, count: int, presentation: bool) -> None:
    themes.set(presentation=presentation)
    chips.set_layers(count, 0)
    chips.resize(chips.sizeHint())
    assert min(chips.width() / count, chips.height()) >= min(themes.current.target, 22)
    assert not chips.grab().isNull()


def test_layers_are_counted_from_one() -> None:
    assert [layer_name(layer) for layer in (0, 9, 11)] == ["h₁", "h₁₀", "h₁₂"]
