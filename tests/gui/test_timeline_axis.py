"""The axis of years: zoom, pan, marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.timeline_axis import SHORTEST, WHOLE, Axis

PIXELS = st.floats(50, 1050)
AXES = st.builds(
    lambda middle, span: Axis(*WHOLE, 50.0, 1000.0).showing(middle - span / 2, middle + span / 2),
    st.floats(1943, 2016),
    st.floats(1.5, 80),
)


def inside(axis: Axis) -> bool:
    return axis.first > WHOLE[0] + 1e-6 and axis.last < WHOLE[1] - 1e-6


@given(AXES, PIXELS, st.floats(0.2, 5))
def test_a_zoom_keeps_the_year_under_the_pointer(axis: Axis, x: float, factor: float) -> None:
    zoomed = axis.zoomed(factor, x)
    if inside(zoomed):
        assert zoomed.x(axis.year(x)) == pytest.approx(x, abs=0.01)


@given(AXES, st.lists(st.tuples(PIXELS, st.floats(0.01, 100)), max_size=10))
def test_no_zoom_leaves_the_timeline(axis: Axis, zooms: list[tuple[float, float]]) -> None:
    for x, factor in zooms:
        axis = axis.zoomed(factor, x).moved(x - 500)
    assert WHOLE[0] - 1e-6 <= axis.first < axis.last <= WHOLE[1] + 1e-6
    assert axis.last - axis.first >= SHORTEST - 1e-9


@given(AXES, st.floats(-300, 300))
def test_a_drag_moves_the_years_with_the_hand(axis: Axis, pixels: float) -> None:
    moved = axis.moved(pixels)
    if inside(moved) and inside(axis):
        assert moved.x(axis.year(500)) == pytest.approx(500 + pixels, abs=0.01)


@given(AXES)
def test_marks_have_the_room_they_ask_for(axis: Axis) -> None:
    places = [axis.x(tick.at) for tick in axis.ticks(60)]
    assert all(right - left >= 60 - 1e-6 for left, right in pairwise(places))
    assert all(axis.left - 1e-6 <= place <= axis.right + 1e-6 for place in places)


def test_marks_are_decades_from_afar_and_months_from_near() -> None:
    far = Axis(*WHOLE, 0.0, 600.0)
    near = far.showing(1988, 1990)
    assert [tick.year for tick in far.ticks(60)] == list(range(1950, 2011, 10))
    assert {tick.month for tick in near.ticks(20)} == set(range(1, 13))


def test_revealing_moves_only_as_far_as_it_must() -> None:
    axis = Axis(*WHOLE, 0.0, 1000.0).showing(1980, 1990)
    assert axis.revealing(1985) == axis
    moved = axis.revealing(1995)
    assert moved.first < 1995 < moved.last
    assert moved.last - moved.first == pytest.approx(10)


@given(AXES, st.floats(1943, 2016))
def test_any_year_can_be_revealed(axis: Axis, year: float) -> None:
    moved = axis.revealing(year)
    assert moved.first <= year <= moved.last
