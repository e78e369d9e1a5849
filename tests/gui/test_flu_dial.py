"""The needle of the flu: a dot for every draw, a tick for everyone well."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.flu_dial import FluDial
from gui.widgets.robust_content import FluArm, FluSeen, percent
from sim.dropout_lens import catch_flu, room_of
from tests.gui.dropout_scene import batch


def seen_of_network(draws: int = 20) -> FluSeen:
    """A random network and its twin with half of its last hidden layer ill."""
    arms = []
    for letter, seed in (("A", 3), ("B", 4)):
        network, lens = batch((2, 8, 20, 3), seed=seed)
        y = np.eye(3)[np.arange(len(lens.inputs)) % 3]
        flu = catch_flu(room_of(network.plan, network.loss, network.parameters, lens.inputs, y), 1, draws=draws)
        arms.append(FluArm(letter, letter, "ink" if letter == "A" else "you", flu.accuracy, flu.whole[1]))
    return FluSeen(tuple(arms), 20)


@pytest.fixture
def dial(qtbot: Any, themes: ThemeHolder) -> FluDial:
    themes.set(reduced=True)
    made = FluDial(themes)
    qtbot.addWidget(made)
    made.resize(280, 230)
    made.show()
    made.show_flu(seen_of_network())
    return made


def test_there_is_a_dot_for_every_draw(dial: FluDial) -> None:
    assert [len(dial.dots(arm)) for arm in range(2)] == [20, 20]


def test_dots_stand_at_their_share(dial: FluDial) -> None:
    hub = dial.hub()
    for value, at in zip(dial.seen.arms[0].accuracy, dial.dots(0), strict=True):
        angle = math.atan2(hub.y() - at.y(), at.x() - hub.x())
        assert 1.0 - angle / math.pi == pytest.approx(value, abs=1e-9)


def test_nothing_is_left_of_none_and_right_of_all(dial: FluDial) -> None:
    hub = dial.hub()
    assert dial.point(0.0, 50.0).x() == pytest.approx(hub.x() - 50.0)
    assert dial.point(1.0, 50.0).x() == pytest.approx(hub.x() + 50.0)
    assert dial.point(0.5, 50.0).y() == pytest.approx(hub.y() - 50.0)


def test_needles_show_the_draw_that_is_looked_at(dial: FluDial) -> None:
    for draw in (0, 7, 19):
        dial.show_flu(replace(dial.seen, draw=draw))
        assert dial.needles() == tuple(float(arm.accuracy[draw]) for arm in dial.seen.arms)


def test_needles_swing_and_arrive(qtbot: Any, themes: ThemeHolder) -> None:
    dial = FluDial(themes)
    qtbot.addWidget(dial)
    dial.show()
    dial.show_flu(FluSeen((FluArm("A", "A", "ink", np.array([0.2, 0.9]), 1.0),), 20, 0))
    dial.show_flu(replace(dial.seen, draw=1))
    assert dial.needles()[0] < 0.9
    qtbot.waitUntil(lambda: dial.needles() == (0.9,), timeout=2000)


def test_before_the_first_draw_the_needle_stands_with_everyone_well(dial: FluDial) -> None:
    dial.show_flu(FluSeen((FluArm("A", "A", "ink", np.zeros(0), 0.92),)))
    assert dial.needles() == (0.92,)
    assert dial.describe() == "A: 92\u00a0% with everyone well."


def test_the_words_have_the_mean_of_all_draws(dial: FluDial) -> None:
    arm = dial.seen.arms[0]
    expected = percent(float(np.mean(arm.accuracy)))
    assert dial.sentence(arm) == f"A: {expected} with half ill, {percent(arm.whole)} with all"


def test_keys_and_clicks_go_from_draw_to_draw(dial: FluDial) -> None:
    asked: list[int] = []
    dial.draw_asked.connect(asked.append)
    dial.setFocus()
    QTest.keyClick(dial, Qt.Key.Key_Left)
    QTest.keyClick(dial, Qt.Key.Key_Right)
    assert asked == [18, 19]
    QTest.mouseClick(dial, Qt.MouseButton.LeftButton, pos=dial.dots(1)[4].toPoint())
    assert dial.seen.arms[1].accuracy[asked[-1]] == pytest.approx(dial.seen.arms[1].accuracy[4], abs=0.03)


@pytest.mark.parametrize("size", [(150, 96), (280, 210), (700, 500)])
def test_arcs_lie_inside(dial: FluDial, size: tuple[int, int]) -> None:
    dial.resize(*size)
    hub, radius = dial.hub(), dial.radius(0)
    assert hub.x() - radius >= 0
    assert hub.x() + radius <= size[0]
    assert hub.y() - radius >= 0
    assert not dial.grab().isNull()


def test_without_numbers_nothing_breaks(dial: FluDial) -> None:
    dial.show_flu(FluSeen((FluArm("A", "A", "ink", np.array([math.nan]), math.nan),)))
    assert not dial.grab().isNull()
    dial.show_flu(FluSeen())
    assert dial.describe()
