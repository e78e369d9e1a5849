"""A dial says valley, saddle or ridge by word and shape, and points along the stronger curvature."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.curvature_dial import CurvatureDial, kind_of
from sim.stability import Curvature

KINDS = {"valley": (1.0, 4.0), "saddle": (-2.0, 1.3), "ridge": (-3.0, -1.0), "flat": (0.0, 0.0)}
SIZES = st.floats(-1e12, 1e12)


@pytest.fixture
def dial(qtbot: QtBot, themes: ThemeHolder) -> CurvatureDial:
    """A clear dial of the usual size."""
    made = CurvatureDial(themes)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize("kind, pair", KINDS.items(), ids=KINDS.keys())
def test_the_signs_of_the_curvatures_give_the_word(kind: str, pair: tuple[float, float], dial: CurvatureDial) -> None:
    dial.set_curvature(*pair, 0.4)
    assert dial.kind == kind
    assert kind in dial.accessibleName()
    assert dial.accessibleDescription().count(".") >= 3


@settings(deadline=None)
@given(one=SIZES, two=SIZES)
def test_the_words_are_those_of_the_simulation(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert kind_of(low, high) == Curvature(low, high, 0.0).kind


def test_the_stronger_curvature_stands_first(dial: CurvatureDial) -> None:
    dial.set_curvature(-2.0, 1.3, 0.0)
    assert dial.words() == ("−2.0", "+1.3")
    dial.set_curvature(1.0, 400.0, 0.0)
    assert dial.words() == ("+400", "+1.0")


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_clears_the_dial(bad: float, dial: CurvatureDial) -> None:
    dial.set_curvature(1.0, 2.0, 0.0)
    dial.set_curvature(bad, 2.0, 0.0)
    assert (dial.kind, dial.words()) == ("", ("–", "–"))
    assert "Nothing" in dial.accessibleDescription()
    assert not dial.grab().isNull()


@pytest.mark.parametrize("kind, pair", KINDS.items(), ids=KINDS.keys())
@pytest.mark.parametrize("angle", [0.0, 0.7, -1.2])
def test_along_a_contour_line_the_height_is_the_same(
    kind: str, pair: tuple[float, float], angle: float, dial: CurvatureDial
) -> None:
    """The lines belong to f = (high u^2 + low v^2) / 2 with u along `angle`; the needle shows the same directions."""
    low, high = pair
    dial.set_curvature(low, high, angle)
    parts = [line[(np.abs(line) < 1.1).all(axis=1)] for line in dial._lines()]
    assert kind == "flat" or any(len(inside) > 4 for inside in parts)
    for inside in (part for part in parts if len(part)):
        x, y = inside[:, 0], -inside[:, 1]  # on the screen y grows downward
        u = x * math.cos(angle) + y * math.sin(angle)
        v = -x * math.sin(angle) + y * math.cos(angle)
        height = high * u * u + low * v * v
        assert height == pytest.approx(np.full(height.size, height[0]), rel=1e-6, abs=1e-9)


def test_valley_saddle_and_ridge_look_different_without_colour(dial: CurvatureDial) -> None:
    grey = []
    for pair in KINDS.values():
        dial.set_curvature(*pair, 0.4)
        image = dial.grab().toImage()
        side = image.width()
        grey.append(np.array([[image.pixelColor(x, y).lightness() < 100 for x in range(side)] for y in range(side)]))
    for first in range(len(grey)):
        for second in range(first):
            differing = int((grey[first] != grey[second]).sum())
            assert differing > 80


def test_an_extreme_ratio_is_still_drawn(dial: CurvatureDial) -> None:
    for pair in ((1e-300, 1e300), (-1e300, 1e-300), (-1e-12, -1e-13)):
        dial.set_curvature(*pair, 1.0)
        assert not dial.grab().isNull()


@pytest.mark.parametrize("side", [64.0, 96.0])
def test_it_is_as_large_as_it_is_asked_to_be(side: float, qtbot: QtBot, themes: ThemeHolder) -> None:
    made = CurvatureDial(themes, side=side)
    qtbot.addWidget(made)
    assert made.sizeHint().width() == side
    themes.set(presentation=True)
    assert made.sizeHint().width() == round(side * 1.4)
