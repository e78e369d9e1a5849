"""First weights: their sizes, their biases, and that a seed fixes every digit."""

import numpy as np
import pytest

from sim.errors import ConfigError
from sim.initialisers import INITIALISERS, draw_parameters
from sim.network import Network

LAYERS = (30, 40, 20)
LARGEST = {"zero": 0.0, "uniform": 1.0, "fan_in": 30**-0.5, "glorot": (6 / 70) ** 0.5, "peers": 0.5}


@pytest.mark.parametrize("key", LARGEST)
def test_uniform_weights_fill_their_range(key: str) -> None:
    weights = Network(LAYERS, init=key, loss="squared_error").weights[0]
    assert np.abs(weights).max() <= LARGEST[key]
    assert np.abs(weights).max() >= 0.99 * LARGEST[key]
    assert weights.std() == pytest.approx(LARGEST[key] / 3**0.5, rel=0.05)
    assert weights.mean() == pytest.approx(0.0, abs=0.06 * LARGEST[key] + 1e-300)


def test_he_draws_from_a_normal_distribution_with_twice_the_variance() -> None:
    weights = Network(LAYERS, init="he", loss="squared_error").weights[0]
    assert weights.std() == pytest.approx((2 / 30) ** 0.5, rel=0.05)
    share_within_one = (np.abs(weights) < (2 / 30) ** 0.5).mean()
    assert share_within_one == pytest.approx(0.683, abs=0.04)


def test_biases_start_at_zero_but_for_two_initialisers() -> None:
    for key in INITIALISERS:
        biases = np.concatenate(Network(LAYERS, init=key, loss="squared_error").biases)
        if key == "peers":
            assert (biases == 0.1).all()
        elif key == "uniform":
            assert np.abs(biases).min() > 0
            assert np.abs(biases).max() <= 1
        else:
            assert (biases == 0).all(), key


KNOWN = [
    -0.7846606969833374, 0.6760412454605103, -0.5422264337539673, 0.1626964807510376,
    0.4629863500595093, 0.24455678462982178, 0.42146623134613037, -0.47842347621917725,
]  # fmt: skip
"""Philox4x32-10 written in plain Python, key (5, 0), counters (0 and 1, 0, 0, 2^24): 2 (word >> 9 + 0.5) / 2^23 - 1."""


def test_a_seed_fixes_every_digit() -> None:
    drawn = draw_parameters("uniform", (2, 2, 1), 5)[0]
    assert drawn[:8].tolist() == KNOWN
    assert np.array_equal(drawn.astype(np.float32), drawn)
    assert not np.array_equal(drawn, draw_parameters("uniform", (2, 2, 1), 6)[0])


def test_a_replica_does_not_depend_on_how_many_there_are() -> None:
    many = draw_parameters("he", (2, 4, 1), 3, range(100))
    assert np.array_equal(many[17], draw_parameters("he", (2, 4, 1), 3, [17])[0])
    assert np.array_equal(many[0], draw_parameters("he", (2, 4, 1), 3)[0])
    assert len(np.unique(many[:, 0])) == 100


def test_an_unknown_initialiser_is_named() -> None:
    with pytest.raises(ConfigError, match="glorot"):
        draw_parameters("xavier", (2, 1), 0)
