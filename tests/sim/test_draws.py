"""Draws for data: pure functions of seed, purpose and index."""

import numpy as np

from sim.draws import MORE, NOISE, POSITIONS, Draws
from sim.rng import philox


def test_a_draw_is_philox_of_its_index_purpose_and_seed() -> None:
    words = Draws(0x0123456789ABCDEF).words(3, MORE, 5)
    for k in range(3):
        assert tuple(int(word[k]) for word in words) == philox(k, MORE, 2, 5, 0x89ABCDEF, 0x01234567)


def test_the_first_draws_of_many_are_those_of_few() -> None:
    assert np.array_equal(Draws(3).uniform(1000, POSITIONS)[:7], Draws(3).uniform(7, POSITIONS))
    assert np.array_equal(Draws(3).normal(1000, NOISE)[:7], Draws(3).normal(7, NOISE))


def test_uniform_numbers_fill_the_open_interval_evenly() -> None:
    drawn = Draws(1).uniform(50_000, POSITIONS)
    assert drawn.min() > 0.0
    assert drawn.max() < 1.0
    counts = np.histogram(drawn, bins=20, range=(0.0, 1.0))[0]
    assert ((counts - 10_000) ** 2 / 10_000).sum() < 45.3  # chi squared of 19 degrees, one in a thousand beyond


def test_normal_numbers_are_standard_and_independent() -> None:
    covariance = np.cov(Draws(2).normal(50_000, NOISE).T)
    assert np.abs(covariance - np.eye(4)).max() < 0.03


def test_purposes_and_seeds_do_not_share_numbers() -> None:
    drawn = [
        Draws(seed).uniform(100, purpose)[:, 0] for seed in (0, 1, 1 << 32) for purpose in (POSITIONS, NOISE, MORE)
    ]
    assert len(np.unique(np.concatenate(drawn))) == 900


def test_an_order_holds_every_row_once_and_changes_with_its_counter() -> None:
    first, second = Draws(4).order(1000, counter=0), Draws(4).order(1000, counter=1)
    assert np.array_equal(np.sort(first), np.arange(1000))
    assert (first == second).sum() < 10
