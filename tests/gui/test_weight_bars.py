"""Bars of the weights of one unit."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.weight_bars import WeightBars


@pytest.fixture
def bars(qtbot, themes: ThemeHolder) -> WeightBars:
    made = WeightBars(themes)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_weights(np.array([2.0, -1.0, 0.0, 0.5]))
    return made


def test_a_bar_is_as_long_as_its_weight_and_stands_on_its_side(bars: WeightBars) -> None:
    heights = [bars.bar(index).height() for index in range(4)]
    assert np.allclose(np.array(heights) / heights[0], [1.0, 0.5, 0.0, 0.25])
    zero = bars.bar(0).bottom()
    assert bars.bar(1).top() == pytest.approx(zero)
    assert bars.bar(3).bottom() == pytest.approx(zero)


def test_the_longest_bar_stays_inside(bars: WeightBars) -> None:
    bars.set_weights(np.array([1e300, -1e300, np.nan]))
    assert all(bars.rect().contains(bars.bar(index).toAlignedRect()) for index in range(2))
    assert not bars.grab().isNull()


def test_pointer_and_keys_read_a_bar_off(bars: WeightBars) -> None:
    assert bars.readout() == "4 weights"
    bars.show()
    QTest.mouseMove(bars, bars.bar(1).center().toPoint())
    assert bars.readout() == "column 2: −1.00"
    bars._hot = -1
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert "column 4: 0.500" in bars.accessibleDescription()


def test_without_weights_nothing_is_read(bars: WeightBars) -> None:
    bars.set_weights(np.zeros(0))
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.readout() == "0 weights"
    assert not bars.grab().isNull()
