"""The few functions that know how many lanes a number has, in plain Python: numpy arrays are vectors."""

import numpy as np
import pytest

from sim.lanes import (
    every,
    fraction_of,
    lanes,
    like,
    multiply_words,
    one,
    shared,
    split_at_root_half,
    where,
    words,
    zero,
)
from sim.lanes import times_power_of_two as times_power

SHIFT = {np.float32: 1.5 * 2.0**23, np.float64: 1.5 * 2.0**52}


def test_like_takes_the_type_of_its_example() -> None:
    assert type(like(np.float32(3), 0.1)) is np.float32
    assert type(like(1.5, 2)) is float
    assert type(like(1, 2.9)) is int
    assert like(np.zeros(4, np.float32), [1.0, 2.0]).dtype == np.float32


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_zero_and_one_are_numbers_of_the_same_type(kind: type) -> None:
    assert (zero(kind(7)), one(kind(7))) == (0, 1)
    assert type(zero(kind(7))) is type(one(kind(7))) is kind


def test_where_chooses_lane_by_lane() -> None:
    assert where(True, "a", "b") == "a"
    assert np.array_equal(where(np.array([True, False]), np.array([1, 2]), 9), [1, 9])


def test_every_asks_all_lanes() -> None:
    assert every(np.array([True, True]))
    assert not every(np.array([True, False]))
    assert every(np.True_)


def test_an_array_is_seen_as_one_number_each_or_as_vectors() -> None:
    array = np.arange(12.0).reshape(3, 4)
    assert shared(array)[5] == 5
    assert np.array_equal(lanes(array, 4)[1], [4, 5, 6, 7])


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_powers_of_two_are_exact_down_to_the_subnormals(kind: type) -> None:
    exponents = np.arange(np.finfo(kind).minexp - np.finfo(kind).nmant, np.finfo(kind).maxexp)
    found = times_power(np.ones(exponents.size, kind), (exponents + SHIFT[kind]).astype(kind))
    assert np.array_equal(found, np.ldexp(kind(1), exponents))


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_a_number_is_its_mantissa_times_its_power(kind: type) -> None:
    x = np.exp(np.random.default_rng(5).uniform(-80, 80, 1000)).astype(kind)
    m, k = split_at_root_half(x)
    assert np.array_equal(np.ldexp(m, k.astype(int)), x)
    assert (m >= np.float32(0.7071067)).all()
    assert (m < np.float32(1.4142137)).all()


def test_words_multiply_to_sixty_four_bits() -> None:
    assert multiply_words(0xFFFFFFFF, 0xFFFFFFFF) == (0xFFFFFFFE, 1)
    high, low = multiply_words(np.array([3, 0x80000000], np.uint32), 2)
    assert (list(high), list(low)) == ([0, 1], [6, 0])
    assert words(1 << 32 | 5) == 5


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_a_random_word_is_a_fraction_strictly_between_zero_and_one(kind: type) -> None:
    low, high = fraction_of(0, kind(0)), fraction_of(0xFFFFFFFF, kind(0))
    assert (low, high) == (2.0**-24, 1 - 2.0**-24)
    assert type(low) is kind
