"""The ground of a map and its contour lines: valleys, peaks, light, and numbers that are missing."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from gui.theme import Theme
from gui.widgets.contours import FEWEST, MOST, contour_lines, levels_for, span_of
from gui.widgets.relief import ReliefLook, relief_image, relief_look, shade, tones

RECT = (-2.0, 2.0, -1.0, 1.0)
X, Y = np.meshgrid(np.linspace(-2.0, 2.0, 161), np.linspace(-1.0, 1.0, 81))


@pytest.fixture
def look(qapp: QApplication) -> ReliefLook:
    return relief_look(Theme.load("light"))


def test_the_lowest_place_is_0_and_the_highest_is_1() -> None:
    field = X + 2.0 * Y
    shades = tones(field, span_of(field), False)
    assert (shades.min(), shades.max()) == (0.0, 1.0)
    assert shades[40, 80] == pytest.approx(0.5)


def test_logarithms_open_the_valley() -> None:
    field = 10.0 ** (3.0 * X)
    span = span_of(field)
    assert tones(field, span, True)[40, 80] > 10.0 * tones(field, span, False)[40, 80]


def test_a_slope_that_faces_the_light_is_brighter(look: ReliefLook) -> None:
    hill = -np.hypot(X, Y)
    image = relief_image(hill, span_of(hill), False, (5.0, 5.0), look).astype(int)
    upper_left, lower_right = image[20, 40, :3].sum(), image[60, 120, :3].sum()
    assert upper_left > lower_right


def test_what_holds_no_number_is_transparent(look: ReliefLook) -> None:
    field = X * Y
    field[:20, :30] = np.nan
    image = relief_image(field, span_of(field), False, (5.0, 5.0), look)
    assert (image[-20:, :30, 3] == 0).all()
    assert (image[:60, :, 3] == 255).all()


@pytest.mark.parametrize("value", [0.0, -3.0, np.nan, np.inf])
def test_a_flat_or_empty_field_is_drawn_and_has_no_lines(look: ReliefLook, value: float) -> None:
    field = np.full((9, 12), value)
    assert relief_image(field, span_of(field), True, (3.0, 3.0), look).shape == (9, 12, 4)
    assert levels_for(span_of(field), True).values == ()


@pytest.mark.parametrize("factor", [1e-6, 0.37, 1.0, 42.0, 1e9])
def test_a_landscape_of_any_size_has_ten_to_sixteen_lines(factor: float) -> None:
    levels = levels_for(span_of(factor * (X**2 - Y)), False)
    assert FEWEST <= len(levels.values) <= MOST
    assert set(levels.majors) <= set(levels.values)


def test_a_contour_of_a_bowl_is_a_circle() -> None:
    bowl = X**2 + Y**2
    levels = levels_for(span_of(bowl), False)
    for line in (line for lines in [contour_lines(bowl, RECT, levels)] for line in (*lines.minor, *lines.major)):
        heights = (line**2).sum(axis=1)
        assert min(abs(heights.mean() - level) for level in levels.values) < 2e-3
        assert np.ptp(heights) < 4e-3


def test_a_cliff_beyond_all_others_is_shaded_without_a_warning(look: ReliefLook) -> None:
    heights = np.linspace(0.0, 1e-25, 400, dtype=np.float32).reshape(20, 20)
    heights[10, 10] = 1.0
    factors = shade(heights, (1e-6, 1e-6), look)
    assert np.isfinite(factors).all()
    assert (factors >= 0.0).all()
