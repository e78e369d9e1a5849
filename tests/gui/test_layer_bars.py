"""The bars of the layers: heights, the handle of the depth, the axis that stands still, and the columns they share."""

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.layer_bars import LayerBars
from gui.widgets.layer_bars_face import bar
from gui.widgets.layer_columns import Columns
from gui.widgets.layer_heat import LayerHeat, LayerSums, sums_words
from gui.widgets.layer_signals import LayerSignals, Reach, exponents, reach_of
from gui.widgets.layer_words import layer_words, short_number
from sim.numerals import read_number

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def fading(depth: int, factor: float) -> LayerSignals:
    """Every layer leaves the same share."""
    back, keeps = factor ** np.arange(depth, -1.0, -1.0), np.full(depth, factor)
    return LayerSignals(back, forward=np.ones(depth), keeps=keeps, dead=np.zeros(depth))


@pytest.fixture
def bars(qtbot: Any, themes: ThemeHolder) -> LayerBars:
    themes.set(reduced=True)
    made = LayerBars(themes)
    qtbot.addWidget(made)
    made.resize(820, 260)
    made.show()
    made.show_signals(fading(10, 0.1))
    return made


@pytest.fixture
def heat(qtbot: Any, themes: ThemeHolder) -> LayerHeat:
    made = LayerHeat(themes)
    qtbot.addWidget(made)
    made.resize(820, 100)
    made.show()
    return made


def drag(bars: LayerBars, to: QPoint, release: bool = True) -> None:
    start = bars.face().handle(bars._themes.current).center().toPoint()
    QTest.mousePress(bars, LEFT, NONE, start)
    QTest.mouseMove(bars, to)
    if release:
        QTest.mouseRelease(bars, LEFT, NONE, to)


@pytest.mark.parametrize("depth", [1, 2, 3, 10, 37, 99, 100])
def test_the_handle_stands_where_its_depth_is_read(depth: int) -> None:
    columns = Columns(QRectF(50, 0, 800, 200), depth, 100)
    assert columns.depth_at(columns.edge) == depth


def test_every_depth_can_be_reached_by_hand() -> None:
    columns = Columns(QRectF(50, 0, 800, 200), 10, 100)
    reached = {columns.depth_at(50 + pixel) for pixel in range(801)}
    assert reached == set(range(1, 101))


def test_a_column_is_found_under_its_own_middle() -> None:
    columns = Columns(QRectF(50, 0, 800, 200), 40, 100)
    assert [columns.layer_at(columns.middle(layer)) for layer in range(41)] == list(range(41))
    assert columns.layer_at(columns.edge + 1) == -1


def test_a_constant_factor_makes_a_straight_stair(bars: LayerBars) -> None:
    levels = exponents(bars._signals.back)
    tops = [bar(bars.face(), layer, float(levels[layer])).top() for layer in range(11)]
    assert np.allclose(np.diff(tops), np.diff(tops)[0], atol=0.5)
    assert tops[0] > tops[-1]


def test_the_axis_holds_everything_that_is_there() -> None:
    for depth, factor in ((10, 0.1), (100, 0.14), (100, 1.3), (5, 1.0)):
        reach = reach_of(fading(depth, factor))
        ends = sorted((0.0, depth * math.log10(factor)))
        assert reach.low < ends[0] + 1e-9
        assert reach.high > ends[1] - 1e-9


def test_dragging_the_handle_asks_for_layers_and_says_when_it_is_over(bars: LayerBars, qtbot: Any) -> None:
    asked: list[int] = []
    ended: list[bool] = []
    bars.depth_asked.connect(asked.append)
    bars.released.connect(lambda: ended.append(True))
    face = bars.face()
    drag(bars, QPoint(round(face.columns.edge_of(40)), round(face.ruler)))
    assert asked
    assert abs(asked[-1] - 40) <= 1
    assert ended == [True]


def test_the_axis_stands_still_under_the_hand_and_moves_when_it_lets_go(bars: LayerBars) -> None:
    before = bars.reach
    at = QPoint(round(bars.face().columns.edge_of(60)), round(bars.face().ruler))
    drag(bars, at, release=False)
    bars.show_signals(fading(60, 0.1))
    assert bars.reach == before
    QTest.mouseRelease(bars, LEFT, NONE, at)
    assert bars.reach.low <= -60


def test_the_axis_stands_still_while_another_control_is_held(bars: LayerBars) -> None:
    before = bars.reach
    bars.freeze(True)
    bars.show_signals(fading(60, 0.1))
    assert bars.reach == before
    bars.freeze(False)
    assert bars.reach != before


@pytest.mark.parametrize(
    ("key", "depth"), [(Qt.Key.Key_Plus, 11), (Qt.Key.Key_Minus, 9), (Qt.Key.Key_PageUp, 20), (Qt.Key.Key_PageDown, 1)]
)
def test_keys_change_the_depth(bars: LayerBars, key: Qt.Key, depth: int) -> None:
    asked: list[int] = []
    bars.depth_asked.connect(asked.append)
    QTest.keyClick(bars, key)
    assert asked == [depth]


def test_arrow_keys_read_layer_after_layer(bars: LayerBars) -> None:
    QTest.keyClick(bars, Qt.Key.Key_Home)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert "Layer 2: 1.0·10⁻⁹ of the error arrives (× 0.10)." in bars.accessibleDescription()
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert "Output" in bars.accessibleDescription()


def test_a_locked_handle_refuses_hand_and_keys(bars: LayerBars) -> None:
    asked: list[int] = []
    refused: list[bool] = []
    bars.depth_asked.connect(asked.append)
    bars.refused.connect(lambda: refused.append(True))
    bars.set_locked(True)
    drag(bars, QPoint(700, 100))
    QTest.keyClick(bars, Qt.Key.Key_Plus)
    assert asked == []
    assert refused == [True, True]


def test_pointing_at_a_column_names_its_layer(bars: LayerBars) -> None:
    seen: list[int] = []
    bars.layer_pointed.connect(seen.append)
    QTest.mouseMove(bars, QPointF(bars.face().columns.middle(3), 100).toPoint())
    assert seen[-1] == 3


@pytest.mark.parametrize(
    "back", [np.zeros(11), np.full(11, np.nan), np.array([np.inf, 1.0]), np.array([1e-320, 1e-200, 1.0]), np.ones(1)]
)
def test_numbers_that_are_none_are_painted_without_harm(bars: LayerBars, back: np.ndarray) -> None:
    bars.show_signals(LayerSignals(back))
    assert not bars.grab().isNull()
    assert math.isfinite(bars.reach.low)


@pytest.mark.parametrize("value", [0.14, 1.0, 0.0, 3.2e-9, 1.7e-4, 88.0, 2.5e7])
def test_a_short_number_can_be_read_again(value: float) -> None:
    assert read_number(short_number(value)) == pytest.approx(value, rel=0.05)


def test_dead_units_are_told() -> None:
    signals = fading(3, 0.5)
    dead = LayerSignals(signals.back, signals.forward, signals.keeps, dead=np.array([0.0, 0.25, 0.0]))
    assert "25 % of its units are dead" in layer_words(dead, 1)
    assert "dead" not in layer_words(dead, 0)


def test_a_reach_lies_between_two_others() -> None:
    assert Reach(-10, 2).between(Reach(-20, 4), 0.5) == Reach(-15, 3)


def test_sums_stand_below_the_bar_of_their_layer(bars: LayerBars, heat: LayerHeat) -> None:
    shares = np.full((10, 4), 0.25)
    heat.show_sums(LayerSums(shares, np.array([-2.0, -1.0, 0.0, 1.0, 2.0])))
    above, below = bars.face().columns, heat.columns()
    assert [above.middle(layer) for layer in range(10)] == pytest.approx([below.middle(layer) for layer in range(10)])


def test_the_axis_of_sums_reaches_as_far_as_they_do() -> None:
    edges = np.linspace(-12, 12, 49)
    for size, reach in ((0.3, 2.0), (1.5, 6.0), (5.0, 12.0)):
        z = np.random.default_rng(0).normal(0, size, 20_000)
        shares = np.histogram(np.clip(z, -11.9, 11.9), edges)[0][None] / 20_000
        assert LayerSums(shares, edges).reach() == reach


def test_sums_are_told_with_their_flat_share() -> None:
    sums = LayerSums(np.array([[0.25, 0.75]]), np.array([-1.0, 0.0, 1.0]), stuck=np.array([0.4]))
    assert sums_words(sums, 0) == "Layer 1: 75 % of its sums are above zero. 40 % lie where the curve is flat."


def test_keys_walk_over_the_sums(heat: LayerHeat) -> None:
    heat.show_sums(LayerSums(np.full((3, 2), 0.5), np.array([-1.0, 0.0, 1.0])))
    for _ in range(5):
        QTest.keyClick(heat, Qt.Key.Key_Right)
    assert heat.accessibleDescription().startswith("Layer 3: 50 %")


@pytest.mark.parametrize("shares", [np.zeros((0, 2)), np.zeros((4, 2))])
def test_without_sums_nothing_is_harmed(heat: LayerHeat, shares: np.ndarray) -> None:
    heat.show_sums(LayerSums(shares, np.array([-1.0, 0.0, 1.0]), ((-1.0, 0.0),)))
    QTest.keyClick(heat, Qt.Key.Key_Right)
    assert not heat.grab().isNull()


