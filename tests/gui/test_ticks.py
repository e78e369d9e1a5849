import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui.widgets.contours import FEWEST, MOST, Span, levels_for, span_of
from gui.widgets.ticks import MINUS, decade_ticks, linear_ticks, power_of_ten, scientific, signed


@given(st.floats(-1e6, 1e6), st.floats(1e-2, 1e6), st.integers(2, 12))
def test_ticks_rise_evenly_inside_the_range_and_never_outnumber_the_room(low: float, size: float, count: int) -> None:
    assume(size > 1e-3 * abs(low))
    high = low + size
    ticks = linear_ticks(low, high, count)
    step = max((b - a for a, b in zip(ticks.values, ticks.values[1:], strict=False)), default=high - low)
    assert len(ticks.values) <= count + 1
    assert all(low - 1e-5 * step <= value <= high + 1e-5 * step for value in ticks.values)
    assert all(math.isclose(b - a, step, rel_tol=1e-6) for a, b in zip(ticks.values, ticks.values[1:], strict=False))


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e5))
def test_the_text_of_a_tick_is_its_value(low: float, size: float) -> None:
    ticks = linear_ticks(low, low + size, 6)
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        if "×" not in text:
            assert math.isclose(float(text.replace(MINUS, "-")), value, rel_tol=1e-12, abs_tol=1e-12)
        assert text not in ("-0", f"{MINUS}0", f"{MINUS}0.0")


def test_three_tenths_is_three_tenths() -> None:
    assert 0.3 in linear_ticks(0.0, 1.0, 10).values


@pytest.mark.parametrize(
    "low,high", [(0.0, 0.0), (1.0, 0.0), (math.nan, 1.0), (0.0, math.inf), (-math.inf, 0.0), (-1e308, 1e308)]
)
def test_a_range_that_cannot_be_divided_has_no_ticks(low: float, high: float) -> None:
    assert linear_ticks(low, high, 5).values == ()
    assert decade_ticks(low, high, 5).values == ()


def test_steps_of_a_run_are_whole_numbers() -> None:
    assert all(value == int(value) for value in linear_ticks(0.0, 7.0, 12, whole=True).values)


def test_numbers_are_written_with_the_true_minus_and_raised_powers() -> None:
    assert signed("-0.0") == "0.0"
    assert signed("-1.5") == "−1.5"
    assert scientific(-1.5e-7, 3) == "−1.5·10⁻⁷"
    assert [power_of_ten(k) for k in (-2, 0, 3, 4, -5)] == ["0.01", "1", "1000", "10⁴", "10⁻⁵"]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_a_landscape_gets_ten_to_sixteen_lines(low: float, size: float) -> None:
    assume(size > 1e-6 * abs(low))
    levels = levels_for(Span(low, low + size, size * 1e-3), log_levels=False)
    assert FEWEST <= len(levels.values) <= MOST
    assert list(levels.values) == sorted(set(levels.values))
    assert low < levels.values[0] <= levels.values[-1] < low + size
    assert levels.majors <= set(levels.values)


@given(st.floats(1.0, 8.0), st.floats(1e-3, 1e6))
def test_logarithmic_levels_stand_at_growing_distances(decades: float, size: float) -> None:
    span = Span(0.0, size, size * 10.0**-decades)
    values = levels_for(span, log_levels=True).values
    gaps = [b - a for a, b in itertools.pairwise(values)]
    assert 8 <= len(values) <= 18
    assert all(span.foot <= value < size for value in values) or decades < 1.2
    assert all(b >= a * (1.0 - 1e-9) for a, b in itertools.pairwise(gaps))


def test_walls_beyond_the_landscape_get_a_few_lines_at_doubling_distances() -> None:
    inside = levels_for(Span(0.0, 1.0, 1e-3), log_levels=False).values
    values = levels_for(Span(0.0, 1.0, 1e-3), log_levels=False, top=100.0).values
    beyond = values[len(inside) - 1 :]
    gaps = [b - a for a, b in itertools.pairwise(beyond)]
    assert values[: len(inside)] == inside
    assert len(gaps) <= 8
    assert all(math.isclose(b, 2 * a, rel_tol=1e-9) for a, b in itertools.pairwise(gaps))


def test_a_flat_or_unknown_field_has_no_lines() -> None:
    for field in (np.ones((4, 4)), np.full((4, 4), np.nan), np.array([[np.inf, 1.0], [1.0, 1.0]])):
        assert levels_for(span_of(field), log_levels=True).values == ()
