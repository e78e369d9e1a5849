import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.viewport import Viewport, resized, whole, within_reach

DOMAIN = (-1.5, 1.5, -1.0, 2.0)
VIEW = Viewport((-2.0, 2.0, -1.0, 1.0), 40.0, 10.0, 400.0, 200.0)
PIXELS = st.tuples(st.floats(40.0, 440.0), st.floats(10.0, 210.0))


@given(PIXELS)
def test_a_pixel_comes_back_from_the_plane(pixel: tuple[float, float]) -> None:
    assert VIEW.pixel_of(*VIEW.point_at(*pixel)) == pytest.approx(pixel)


@given(PIXELS, st.floats(0.1, 10.0))
def test_zooming_keeps_the_point_under_the_pointer(pixel: tuple[float, float], factor: float) -> None:
    nearer = VIEW.zoomed(factor, *pixel)
    assert nearer.point_at(*pixel) == pytest.approx(VIEW.point_at(*pixel), abs=1e-9)
    assert nearer.x_scale == pytest.approx(factor * VIEW.x_scale)


def test_up_in_the_plane_is_up_on_the_screen() -> None:
    assert VIEW.pixel_of(-2.0, 1.0) == (40.0, 10.0)
    assert VIEW.pixel_of(2.0, -1.0) == (440.0, 210.0)


@pytest.mark.parametrize("size", [(916.0, 430.0), (560.0, 300.0), (400.0, 300.0), (300.0, 500.0)])
def test_the_whole_domain_is_shown_with_equal_scales(size: tuple[float, float]) -> None:
    view = whole(DOMAIN, 0.0, 0.0, *size)
    assert view.x_scale == pytest.approx(view.y_scale)
    assert view.contains(-1.5, -1.0)
    assert view.contains(1.5, 2.0)


def test_a_long_domain_is_stretched_to_fill_the_picture() -> None:
    assert whole((0.0, 100.0, 0.0, 1.0), 0.0, 0.0, 400.0, 300.0).plane == (0.0, 100.0, 0.0, 1.0)


def test_a_picture_without_size_still_has_a_scale() -> None:
    assert math.isfinite(whole(DOMAIN, 0.0, 0.0, 0.0, -5.0).x_scale)


def test_a_larger_picture_shows_more_at_the_same_scale() -> None:
    larger = resized(VIEW, 40.0, 10.0, 800.0, 200.0)
    assert larger.plane == (-4.0, 4.0, -1.0, 1.0)


def test_the_ground_moves_with_the_hand() -> None:
    assert VIEW.moved(100.0, -50.0).plane == (-3.0, 1.0, -1.5, 0.5)


def test_nobody_gets_lost() -> None:
    view = whole(DOMAIN, 0.0, 0.0, 400.0, 300.0)
    assert within_reach(view, DOMAIN)
    assert not within_reach(view.zoomed(1e6, 200.0, 150.0), DOMAIN)
    assert not within_reach(view.zoomed(1e-3, 200.0, 150.0), DOMAIN)
    assert not within_reach(view.moved(1e6, 0.0), DOMAIN)
