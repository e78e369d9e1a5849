"""The surface rules against finite differences and known minima, and the questions the board asks about a path."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.optimizers import OPTIMIZERS
from sim.surface_data import bell, moon_points
from sim.surfaces import SURFACE, SURFACES, escape_loss, escape_rule, left_saddle, settled
from tests.sim.plain_race import Racer, gradient_of, hyper_row, race_many

EVERY_SURFACE = pytest.mark.parametrize("key", SURFACES)
KEYS = [
    "two_parameter_net", "saddle", "bounded_saddle", "monkey_saddle", "zigzag_bowl", "half_pipe", "long_valley",
    "plateau", "beale", "rosenbrock", "himmelblau", "six_hump_camel", "styblinski_tang", "rastrigin", "ackley",
    "booth", "mccormick", "madsen", "noisy_moons",
]  # fmt: skip

LOWEST = {
    "two_parameter_net": ((1.5, 1.0), 0.0),
    "bounded_saddle": ((0.0, 1.0), -0.25),
    "zigzag_bowl": ((0.0, 0.0), 0.0),
    "long_valley": ((0.0, 7.071068), -1.25),
    "beale": ((3.0, 0.5), 0.0),
    "rosenbrock": ((1.0, 1.0), 0.0),
    "himmelblau": ((-2.805118, 3.131313), 0.0),
    "six_hump_camel": ((0.089842, -0.712656), -1.031628),
    "styblinski_tang": ((-2.903534, -2.903534), -78.3323),
    "rastrigin": ((0.0, 0.0), 0.0),
    "ackley": ((0.0, 0.0), 0.0),
    "booth": ((1.0, 3.0), 0.0),
    "mccormick": ((-0.547198, -1.547198), -1.913223),
    "madsen": ((-0.710512, 0.662997), 0.609254),
}
"""Where each is lowest, and how low, from the literature (and for our own surfaces by hand)."""


def inside(surface, x, y):
    x0, x1, y0, y1 = surface.domain
    return x0 < x < x1 and y0 < y < y1


# Gradients and values


def finite_difference(surface, x, y, h):
    """Central differences of fourth order, error about h^4: ((dx, dy), largest loss that took part)."""
    shifts, weights = h * np.array([-2, -1, 1, 2]), np.array([1, -8, 8, -1]) / (12 * h)
    along_x, along_y = surface.losses(x + shifts, np.full(4, y)), surface.losses(np.full(4, x), y + shifts)
    return (weights @ along_x, weights @ along_y), float(np.abs([along_x, along_y]).max())


@EVERY_SURFACE
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_gradient_equals_finite_differences_anywhere_in_the_domain(key, data):
    surface = SURFACES[key]
    x0, x1, y0, y1 = surface.domain
    x, y = data.draw(st.floats(x0, x1)), data.draw(st.floats(y0, y1))
    assume(key != "ackley" or math.hypot(x, y) > 0.05)  # the tip of the cone
    expected, size = finite_difference(surface, x, y, h=5e-4)
    assert surface.gradient(x, y) == pytest.approx(expected, rel=1e-7, abs=2e-8 + 1e-11 * size)


@pytest.mark.parametrize("key, point, lowest", [(key, *lowest) for key, lowest in LOWEST.items()])
def test_lowest_loss_is_the_one_of_the_literature(key, point, lowest):
    surface = SURFACES[key]
    assert surface.loss(*point) == pytest.approx(lowest, abs=6e-5 if key == "styblinski_tang" else 1e-6)
    grid = surface.losses(*np.meshgrid(np.linspace(*surface.domain[:2], 101), np.linspace(*surface.domain[2:], 101)))
    assert grid.min() >= lowest - 6e-5


def test_saddle_of_the_two_parameter_network_lies_where_it_was_measured():
    surface = SURFACES["two_parameter_net"]
    assert surface.loss(-0.37, 1.14) == pytest.approx(1.600, abs=5e-4)
    assert surface.loss(0.0, 0.0) == pytest.approx(0.676, abs=5e-4)
    assert surface.gradient(0.0, 0.0) == (0.0, 0.0)


def test_two_parameter_network_is_a_mean_over_41_samples():
    inputs = np.linspace(-2, 2, 41)
    expected = np.mean((0.8 * np.tanh(-1.1 * inputs) - np.tanh(1.5 * inputs)) ** 2)
    assert SURFACES["two_parameter_net"].loss(-1.1, 0.8) == pytest.approx(expected, rel=1e-14)


def test_tip_of_ackleys_cone_has_loss_and_gradient_zero():
    surface = SURFACES["ackley"]
    assert abs(surface.loss(0.0, 0.0)) < 1e-15
    assert surface.gradient(0.0, 0.0) == (0.0, 0.0)
    dx, dy = surface.gradients(np.array([0.0, 1e-200, 1.0]), np.zeros(3))
    assert np.isfinite([dx, dy]).all()


def test_gradient_of_the_plateau_keeps_its_digits_on_the_high_ground():
    dx, _ = SURFACES["plateau"].gradient(14.0, 0.0)
    assert dx == pytest.approx(3 * math.exp(-36.0), rel=1e-12, abs=0)


# Noisy moons


def test_moons_are_a_hundred_points_around_the_origin():
    points = np.array(moon_points())
    assert points.shape == (100, 3)
    assert points[:, 2].sum() == 0
    assert np.abs(points[:, :2].mean(axis=0)).max() < 0.05


def test_noise_of_the_moons_has_the_moments_of_a_normal_distribution():
    sample = np.array([bell(k) for k in range(100)])
    assert np.abs(sample.mean(axis=0)).max() < 0.05
    assert sample.std(axis=0) == pytest.approx([1.0, 1.0], abs=0.05)


def test_best_two_weights_separate_most_of_the_moons():
    surface = SURFACES["noisy_moons"]
    (w1, w2), points = surface.minima[0], np.array(moon_points())
    right = np.sign(w1 * points[:, 0] + w2 * points[:, 1]) == points[:, 2]
    assert 0.8 <= right.mean() < 1.0


def test_moons_equal_logistic_regression_written_with_numpy():
    x, y, label = np.array(moon_points()).T
    expected = np.logaddexp(0, -label * (0.7 * x - 1.3 * y)).mean()
    assert SURFACES["noisy_moons"].loss(0.7, -1.3) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("weights", [(1e6, -1e6), (-1e300, 1.0), (1e3, 1e3)])
def test_moons_stay_finite_for_huge_weights(weights):
    surface = SURFACES["noisy_moons"]
    assert math.isfinite(surface.loss(*weights))
    assert np.isfinite(surface.gradient(*weights)).all()


# What every entry of the table promises


def test_surfaces_are_the_nineteen_promised_ones_in_order():
    assert list(SURFACES) == KEYS
    assert list(SURFACE.keys) == [*KEYS, "typed"]


@EVERY_SURFACE
def test_table_and_switch_agree(key):
    surface = SURFACES[key]
    assert surface.key == key
    assert SURFACE.rules[SURFACE.index(key)] is surface.rule
    assert surface.rule.portable


@EVERY_SURFACE
def test_card_of_a_surface_is_complete(key):
    surface = SURFACES[key]
    for text in (surface.title, surface.formula, surface.about, surface.source, *surface.axis_names):
        assert text
        assert "\n" not in text
    assert surface.about.endswith((".", "?"))


@EVERY_SURFACE
def test_start_lies_inside_the_domain_and_on_a_slope(key):
    surface = SURFACES[key]
    assert inside(surface, *surface.start)
    assert math.hypot(*surface.gradient(*surface.start)) > 1e-3


@EVERY_SURFACE
def test_every_optimizer_has_a_fair_rate_within_its_range(key):
    assert list(SURFACES[key].rates) == list(OPTIMIZERS)
    for optimizer, rate in SURFACES[key].rates.items():
        assert OPTIMIZERS[optimizer].parameters[0].check(rate) == rate


@EVERY_SURFACE
def test_nobody_is_infinite_after_the_default_race(key):
    """300 steps; 60 where a loss is a sum over samples, which is slow in plain Python."""
    surface = SURFACES[key]
    racers = [Racer(name, surface.start, hyper_row(name, learning_rate=rate)) for name, rate in surface.rates.items()]
    paths, _ = race_many(gradient_of(key), racers, steps=60 if surface.data[0] else 300)
    assert np.isfinite(paths).all()
    if surface.minima:
        lower = surface.losses(paths[:, -1, 0], paths[:, -1, 1]) < surface.loss(*surface.start)
        assert lower.all()


@EVERY_SURFACE
def test_losses_and_gradients_of_arrays_equal_those_of_floats(key):
    surface = SURFACES[key]
    x0, x1, y0, y1 = surface.domain
    x, y = np.meshgrid(np.linspace(x0, x1, 4), np.linspace(y0, y1, 3))
    losses, (dx, dy) = surface.losses(x, y), surface.gradients(x, y)
    assert losses.shape == dx.shape == dy.shape == (3, 4)
    for place in np.ndindex(3, 4):
        point = float(x[place]), float(y[place])
        assert losses[place] == surface.loss(*point) == float(surface.rule(*point, surface.data)[0])
        assert (dx[place], dy[place]) == surface.gradient(*point)


@EVERY_SURFACE
def test_rules_stay_in_the_number_type_they_are_given(key):
    surface = SURFACES[key]
    x, y = np.float32(0.3), np.float32(-0.7)
    for point in ((x, y), (np.full(3, x), np.full(3, y))):
        results = surface.rule(*point, surface.data.astype(np.float32))
        assert {np.asarray(result).dtype for result in results} == {np.dtype(np.float32)}
    assert float(surface.rule(x, y, surface.data)[0]) == pytest.approx(surface.loss(float(x), float(y)), rel=2e-5)


@EVERY_SURFACE
@pytest.mark.parametrize("point", [(math.nan, 0.5), (0.5, math.nan)])
def test_point_that_is_no_number_has_no_loss(key, point):
    assert math.isnan(SURFACES[key].loss(*point))


@EVERY_SURFACE
@pytest.mark.parametrize("point", [(1e308, 1e308), (-1e308, 1e308), (math.inf, 0.0)])
def test_point_beyond_all_numbers_raises_nothing(key, point):
    surface = SURFACES[key]
    assert isinstance(surface.loss(*point), float)
    assert len(surface.gradient(*point)) == 2


@EVERY_SURFACE
def test_constants_of_a_surface_cannot_be_overwritten(key):
    with pytest.raises(ValueError, match="read-only"):
        SURFACES[key].data[0] = 1.0
    with pytest.raises(TypeError):
        SURFACES[key].rates["sgd"] = 1.0


# Questions about a path


def test_saddle_is_left_when_y_is_beyond_one():
    path = np.array([[1.0, 0.0], [0.5, 0.5], [0.2, -1.0], [0.1, -1.01], [0.0, 0.0]])
    assert left_saddle(SURFACES["saddle"], path) == 3
    assert left_saddle(SURFACES["saddle"], path[:3]) is None


def test_bounded_saddle_is_left_a_tenth_of_the_way_down():
    """Loss 0 on the saddle, -0.25 in the minimum: left below -0.025."""
    surface = SURFACES["bounded_saddle"]
    assert escape_loss(surface, (1.0, 0.0)) == pytest.approx(-0.025)
    path = np.array([[1.0, 0.001], [0.0, 0.1], [0.0, 0.22], [0.0, 0.24], [0.0, 1.0]])
    assert left_saddle(surface, path) == 3


def test_saddle_without_a_floor_below_is_measured_against_the_border():
    """The monkey saddle is -2 at two corners of its domain."""
    assert escape_loss(SURFACES["monkey_saddle"], (0.9, 0.0)) == pytest.approx(-0.2)


@pytest.mark.parametrize("key", ["zigzag_bowl", "booth", "half_pipe"])
def test_surface_without_a_saddle_has_none_to_leave(key):
    surface = SURFACES[key]
    assert left_saddle(surface, np.array([surface.start, (0.0, 0.0)])) is None
    assert "no saddle" in escape_rule(surface, surface.start)


@EVERY_SURFACE
def test_criterion_is_a_sentence(key):
    assert escape_rule(SURFACES[key], SURFACES[key].start).endswith(".")


def test_path_settles_at_the_step_from_which_it_stays():
    surface = SURFACES["booth"]  # diagonal 28.3, minimum (1, 3)
    path = np.array([[5.0, 5.0], [1.1, 3.0], [1.0, 3.4], [1.0, 3.2], [1.0, 3.0]])
    assert settled(surface, path) == 3
    assert settled(surface, path[:3]) is None
    assert settled(surface, path[3:]) == 0


def test_path_that_ends_at_infinity_has_not_settled():
    path = np.array([[1.0, 3.0], [np.inf, 3.0]])
    assert settled(SURFACES["booth"], path) is None
    assert settled(SURFACES["booth"], path * np.nan) is None


def test_path_that_was_infinite_once_may_settle_later():
    assert settled(SURFACES["booth"], np.array([[np.nan, 3.0], [1.0, 3.0]])) == 1


@pytest.mark.parametrize("key", ["saddle", "half_pipe", "plateau"])
def test_nothing_settles_where_there_is_no_minimum(key):
    assert settled(SURFACES[key], np.zeros((3, 2))) is None
