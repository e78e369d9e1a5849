"""The wedge of a noisy glance holds two of three glances: against a million drawn ones, and in its two limits."""

import math

import numpy as np
import pytest

from sim.glance import density, opening


@pytest.mark.parametrize("steepness", [0.0, 0.1, 0.5, 1.0, 2.0, 5.0, 30.0])
def test_two_of_three_glances_lie_in_the_wedge(steepness: float) -> None:
    rng = np.random.default_rng(7)
    x, y = rng.standard_normal((2, 400_000))
    inside = np.abs(np.arctan2(y, x + steepness)) <= opening(steepness, 1.0) / 2
    assert inside.mean() == pytest.approx(2 / 3, abs=0.003)


@pytest.mark.parametrize("steepness", [0.0, 0.3, 2.0, 12.0])
def test_the_density_of_all_angles_is_one(steepness: float) -> None:
    angles = np.linspace(-math.pi, math.pi, 20_001)
    heights = [density(float(angle), steepness) for angle in angles]
    assert np.trapezoid(heights, angles) == pytest.approx(1.0, abs=1e-6)


def test_where_the_ground_is_level_every_direction_is_as_likely() -> None:
    assert opening(0.0, 1.0) == pytest.approx(2 * math.pi * 2 / 3, rel=1e-3)


def test_little_noise_makes_a_normal_angle() -> None:
    """Two thirds of a normal distribution lie within 0.96742 standard deviations."""
    for steepness in (200.0, 9_000.0, 2e4, 1e9):
        assert opening(steepness, 1.0) == pytest.approx(2 * 0.967422 / steepness, rel=2e-3)


@pytest.mark.parametrize("slope, noise", [(1.0, 0.0), (math.nan, 1.0), (math.inf, 1.0), (1.0, math.inf)])
def test_without_noise_or_without_a_slope_there_is_no_wedge(slope: float, noise: float) -> None:
    assert opening(slope, noise) == 0.0


def test_only_the_ratio_counts() -> None:
    assert opening(3.0, 2.0) == opening(300.0, 200.0)
