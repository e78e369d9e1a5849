"""The momentum schedules against their papers' numbers, and the per-step constants against exact fractions."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ConfigError
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import SCHEDULES, momentum_caps, read_curve, step_constants, write_curve
from tests.sim.plain_race import race


def constant_slope(x, y):
    return 1.0, 1.0


def test_schedules_are_the_promised_ones_in_order():
    assert list(SCHEDULES) == ["constant", "ramp", "sutskever", "drawn"]


def test_sutskever_caps_are_those_of_equation_5():
    caps = momentum_caps("sutskever", 1001)
    t = np.arange(1001)
    np.testing.assert_allclose(caps, 1 - 2 ** (-1 - np.log2(np.floor(t / 250) + 1)), rtol=1e-15)
    assert (caps[:250] == 0.5).all()
    assert caps[250] == 0.75
    assert caps[500] == pytest.approx(5 / 6)
    assert caps[1000] == 0.9


@pytest.mark.parametrize("steps", [10, 100, 1000])
def test_ramp_is_a_half_for_a_tenth_of_the_run_and_free_after_three_tenths(steps):
    caps = momentum_caps("ramp", steps)
    assert (caps[: steps // 10] == 0.5).all()
    assert caps[steps // 5] == pytest.approx(0.75)
    assert (caps[3 * steps // 10 :] == 1.0).all()


@pytest.mark.parametrize("key", [key for key in SCHEDULES if key != "drawn"])
@pytest.mark.parametrize("steps", [0, 1, 7, 400])
def test_caps_never_fall_and_stay_between_a_half_and_one(key, steps):
    caps = momentum_caps(key, steps)
    assert caps.shape == (steps,)
    assert caps.dtype == np.float64
    assert ((caps >= 0.5) & (caps <= 1.0)).all()
    assert (np.diff(caps) >= 0).all()


@pytest.mark.parametrize("key", SCHEDULES)
def test_card_of_a_schedule_is_complete(key):
    schedule = SCHEDULES[key]
    assert schedule.key == key
    assert schedule.title
    assert schedule.formula
    assert schedule.about.endswith(".")


def test_unknown_schedule_is_refused_with_the_known_ones():
    with pytest.raises(ConfigError, match="cosine") as error:
        momentum_caps("cosine", 10)
    assert all(key in str(error.value) for key in SCHEDULES)


def test_bias_corrections_of_adam_are_exact_to_rounding():
    constants = step_constants("adam", hyper_row("adam", beta1=0.9, beta2=0.999), "constant", 500)
    for row in (0, 1, 9, 499):
        for column, beta in ((0, 0.9), (1, 0.999)):
            exact = float(1 / (1 - Fraction(beta) ** (row + 1)))
            assert constants[row, column] == pytest.approx(exact, rel=2e-13)
    assert (constants[:, 2] == 1.0).all()


@pytest.mark.parametrize("key", [key for key in OPTIMIZERS if key != "adam"])
def test_only_adam_corrects_a_bias(key):
    constants = step_constants(key, hyper_row(key), "sutskever", 300)
    assert constants.shape == (300, 3)
    assert (constants[:, :2] == 1.0).all()
    assert np.array_equal(constants[:, 2], momentum_caps("sutskever", 300))


@pytest.mark.parametrize("key", ["momentum", "nesterov"])
def test_schedule_caps_the_momentum_from_the_first_step_on(key):
    """Under a constant gradient 1 the second velocity is -1 - mu, and mu is 0.5 however large the slider."""
    free = race(constant_slope, key, (0.0, 0.0), 2, learning_rate=1.0, momentum=0.9)
    capped = race(constant_slope, key, (0.0, 0.0), 2, schedule="sutskever", learning_rate=1.0, momentum=0.9)
    low = race(constant_slope, key, (0.0, 0.0), 2, schedule="sutskever", learning_rate=1.0, momentum=0.3)
    assert free[:, 0].tolist() == pytest.approx([0.0, -1.0, -2.9])
    assert capped[:, 0].tolist() == pytest.approx([0.0, -1.0, -2.5])
    assert low[:, 0].tolist() == pytest.approx([0.0, -1.0, -2.3])


@pytest.mark.parametrize("key", [key for key in OPTIMIZERS if key not in ("momentum", "nesterov")])
def test_schedule_leaves_racers_without_momentum_alone(key):
    with_cap = race(constant_slope, key, (0.0, 0.0), 20, schedule="sutskever")
    assert np.array_equal(with_cap, race(constant_slope, key, (0.0, 0.0), 20))


def test_nesterov_looks_ahead_with_the_capped_momentum():
    look_ahead = OPTIMIZERS["nesterov"].look_ahead
    assert look_ahead(1.0, -0.4, (1.0, 1.0, 0.5), (0.1, 0.9, 0.0, 0.0)) == 1.0 - 0.5 * 0.4
    assert look_ahead(1.0, -0.4, (1.0, 1.0, 1.0), (0.1, 0.9, 0.0, 0.0)) == 1.0 - 0.9 * 0.4


def test_a_drawn_curve_goes_straight_from_point_to_point_and_level_beyond():
    caps = momentum_caps("drawn", 130, "10:0.5 100:0.5 101:0.99")
    assert (caps[:101] == 0.5).all()
    assert (caps[101:] == 0.99).all()
    assert momentum_caps("drawn", 5, "0:0 4:0.8").tolist() == pytest.approx([0.0, 0.2, 0.4, 0.6, 0.8])


@pytest.mark.parametrize("steps", [0, 1, 7])
def test_a_drawn_curve_may_be_longer_than_the_run(steps):
    caps = momentum_caps("drawn", steps, "0:0.5 100:0.9")
    assert caps.shape == (steps,)
    assert caps.dtype == np.float64


points = st.lists(
    st.tuples(st.integers(0, 1_000_000), st.floats(0.0, 0.999)),
    min_size=1,
    max_size=20,
    unique_by=lambda point: point[0],
)


@given(points)
def test_a_written_curve_is_read_back_as_it_was(curve):
    curve = tuple(sorted(curve))
    assert read_curve(write_curve(curve)) == curve


@pytest.mark.parametrize(
    "text, complaint",
    [
        ("", "empty"),
        ("0.5", "step:value"),
        ("a:0.5", "step:value"),
        ("0:", "step:value"),
        ("0:0.5 0:0.6", "must rise"),
        ("5:0.5 4:0.6", "must rise"),
        ("1.5:0.5", "whole number"),
        ("-1:0.5", "whole number"),
        ("0:1", "from 0 to 0.999"),
        ("0:-0.1", "from 0 to 0.999"),
        ("0:nan", "step:value"),
        (" ".join(f"{k}:0.5" for k in range(21)), "at most 20"),
    ],
)
def test_a_curve_that_makes_no_sense_is_refused_in_one_sentence(text, complaint):
    with pytest.raises(ConfigError, match=complaint) as error:
        read_curve(text)
    assert str(error.value).endswith(".")
    assert str(error.value).count(". ") == 0


@given(st.text(max_size=60))
def test_any_text_is_a_curve_or_refused(text):
    try:
        curve = read_curve(text)
    except ConfigError:
        return
    assert all(0.0 <= value <= 0.999 for _, value in curve)


def test_only_the_momentum_methods_feel_a_drawn_curve():
    bent = {key: race(constant_slope, key, (0.0, 0.0), 20, "constant") for key in OPTIMIZERS}
    for key, path in bent.items():
        drawn = race(constant_slope, key, (0.0, 0.0), 20, "drawn", "0:0 19:0")
        assert np.array_equal(path, drawn) == (key not in ("momentum", "nesterov"))
