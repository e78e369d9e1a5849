"""The values of weights and biases in a network: all of a network's weights are written, or none; pills fit."""

import math
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.network_view import NetworkView
from gui.widgets.network_view_layout import PILL_WIDTH, SIDE_PILL_WIDTH
from gui.widgets.network_view_plates import apart, place_all
from gui.widgets.network_view_units import pill_around, signed
from gui.widgets.shapes import text_width
from tests.gui.network_scene import shown

Make = Callable[..., NetworkView]


@pytest.fixture
def make(qtbot: QtBot, themes: ThemeHolder) -> Make:
    return lambda *counts, size=(500, 310): shown(qtbot, themes, counts, size)


@pytest.mark.parametrize("counts", [(2, 2, 1), (2, 3, 1), (2, 4, 1), (1, 6, 1), (2, 5, 1), (3, 4, 1), (2, 2, 2, 1)])
@pytest.mark.parametrize("size", [(516, 300), (640, 420), (360, 300)])
def test_all_weights_are_written_or_none(make: Make, counts: tuple[int, ...], size: tuple[int, int]) -> None:
    view = make(*counts, size=size)
    placed = place_all(view._themes.current, view.layout_now(), view.edges_now(), view.values())
    assert len(placed) in (0, view.values().size)
    boxes = [box for _, box in placed]
    assert not any(one.intersects(two) for one, two in combinations(boxes, 2))
    assert view.writes_all() == bool(placed)
    assert ("heaviest" in view.toolTip()) != bool(placed)


def test_a_value_stands_on_its_edge(make: Make) -> None:
    view = make(2, 3, 1, size=(560, 340))
    placed = place_all(view._themes.current, view.layout_now(), view.edges_now(), view.values())
    for index, box in placed:
        line = view.edges_now().lines[index]
        level = np.interp(box.center().x(), line[:, 0], line[:, 1])
        assert abs(level - box.center().y()) <= 7.0 + 0.5
    assert len(placed) == 9


def test_a_fan_of_edges_wears_no_values(make: Make) -> None:
    assert not make(1, 6, 1, size=(900, 700)).writes_all()


@given(st.lists(st.floats(-200.0, 200.0), min_size=1, max_size=12))
def test_values_move_apart_and_keep_their_order(levels: list[float]) -> None:
    before = np.array(levels)
    after = apart(before, 19.0)
    order = np.argsort(before, kind="stable")
    assert (np.diff(after[order]) >= 19.0 - 1e-6).all()
    assert after.mean() == pytest.approx(before.mean(), abs=1e-6)


@pytest.mark.parametrize("value", [11.67, -99.99, -1e306, 12345.0, math.inf])
@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("words", ["b {}", "{}"])
def test_a_pill_is_as_wide_as_its_words(themes: ThemeHolder, value: float, presentation: bool, words: str) -> None:
    themes.set(presentation=presentation)
    theme, written = themes.current, words.format(signed(value))
    rect = QRectF(0, 0, theme.px(PILL_WIDTH if "b" in words else SIDE_PILL_WIDTH), theme.px(19))
    assert pill_around(theme, rect, written).width() >= text_width(written, theme.font("cell")) + theme.px(6)
    if abs(value) < 99.0:
        assert pill_around(theme, rect, written) == rect


def test_long_names_of_inputs_are_shortened_and_said_in_the_tooltip(make: Make) -> None:
    view = make(2, 2, 1, size=(560, 300))
    long = "systolic blood pressure at noon"
    view.set_inputs([long, "x"], [True, True])
    chip = view.controls.chips[0]
    assert chip.width() <= 90
    assert long in chip.toolTip()


def test_a_layer_without_edges_needs_no_room(make: Make) -> None:
    view = make(2, 2, 1, size=(560, 340))
    for flags in ([np.array([True, True]), None], [np.array([True, False]), None]):
        view.set_dropped(flags)
        assert not view.grab().isNull()
        assert view.writes_all() == (view.values().size > 0)
