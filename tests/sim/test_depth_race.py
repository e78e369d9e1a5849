"""What the race shows: who learns at which depth, and what a cure does. 20 passes at fair rates, fixed seeds.

The bounds leave room: they were measured elsewhere with other random numbers, and here with these.
"""

from functools import lru_cache

import numpy as np
import pytest

from sim.config import Config
from sim.depth_arms import ARMS
from sim.depth_rates import BEST, DEPTHS, best_of, measured
from sim.simulations.depth import DEPTH
from sim.simulations.depth_config import PARAMETERS, on_key
from sim.simulations.depth_view import ArmView

OFF: dict[str, object] = {on_key(key): False for key in ARMS}


@lru_cache(maxsize=64)
def end(key: str, depth: int, seed: int = 0, **settings: object) -> ArmView:
    """How an arm ends."""
    config = Config.defaults(PARAMETERS).replace({**OFF, on_key(key): True, "depth": depth, "seed": seed, **settings})
    state = DEPTH.advance(config, DEPTH.init(config), 100_000)
    arm: ArmView = DEPTH.snapshot(config, state, None).arms[0]
    assert not arm.running
    return arm


@pytest.mark.parametrize("depth, seed", [(5, 0), (5, 1), (8, 0)])
def test_a_deep_sigmoid_network_learns_nothing(depth: int, seed: int) -> None:
    arm = end("sigmoid", depth, seed)
    assert arm.accuracy <= 0.3
    assert arm.moved < 0.1
    assert arm.updates_to_quarter is None


def test_a_sigmoid_network_of_one_layer_learns() -> None:
    assert end("sigmoid", 1).accuracy >= 0.95


@pytest.mark.parametrize(
    "key, least, seed",
    [("relu_he", 0.93, 0), ("relu_he", 0.93, 1), ("tanh", 0.9, 0), ("tanh_glorot", 0.93, 0), ("residual", 0.93, 0)],
)
def test_five_layers_with_a_signal_learn(key: str, least: float, seed: int) -> None:
    assert end(key, 5, seed).accuracy >= least


def test_pretraining_makes_a_deep_sigmoid_network_learn() -> None:
    arm = end("pretrained", 5)
    assert arm.accuracy >= 0.95
    first_pass = arm.test_accuracy[np.searchsorted(arm.epochs, 1.0)]
    assert first_pass >= 0.8


def test_so_do_weights_four_times_as_large() -> None:
    """The control: a good start helps, and pretraining was the first recipe for one."""
    assert end("sigmoid_glorot", 5).accuracy >= 0.9


def test_so_does_batch_normalisation() -> None:
    assert end("batch_norm", 5).accuracy >= 0.9


def test_an_old_function_with_a_good_start_learns_at_depth_eight() -> None:
    assert end("tanh_glorot", 8).accuracy >= 0.9


def test_a_gate_alone_is_no_guarantee() -> None:
    """ReLU keeps two fifths of the signal a layer with the start that the sigmoid has; with He it keeps all."""
    assert end("relu", 10).accuracy < 0.3
    assert end("relu_he", 10, passes=5).accuracy > 0.7


def test_in_a_fair_race_relu_is_not_six_times_as_fast_as_tanh() -> None:
    relu, tanh = end("relu_he", 4), end("tanh_glorot", 4)
    assert relu.updates_to_quarter is not None
    assert tanh.updates_to_quarter is not None
    assert tanh.updates_to_quarter < 2 * relu.updates_to_quarter


def test_a_gate_learns_nothing_from_a_loss_that_is_a_thousand_times_too_small() -> None:
    usual, small = end("relu_he", 5, passes=5), end("relu_he", 5, passes=5, loss_scale="0.001")
    assert usual.accuracy > 0.9
    assert small.accuracy < 0.4
    assert small.moved < usual.moved / 20


def test_rates_are_the_ones_that_measuring_finds() -> None:
    key, depth = "residual", 1
    assert best_of(measured(key, depth)) == BEST[key][DEPTHS.index(depth)]


def test_a_rate_at_which_the_numbers_end_is_the_worst() -> None:
    errors = measured("residual", 2, seeds=(0,), rates=(0.1, 1.0))
    assert errors[0.1] < 0.2
    assert errors[1.0] > 0.85


@pytest.mark.long
@pytest.mark.parametrize("key", ARMS)
def test_every_rate_is_the_one_that_measuring_finds(key: str) -> None:
    for depth in (2, 5, 10):
        errors = measured(key, depth)
        best, chosen = best_of(errors), BEST[key][DEPTHS.index(depth)]
        assert errors[chosen] <= errors[best] + 0.02


@pytest.mark.long
def test_forty_plain_layers_fail_and_forty_residual_ones_do_not() -> None:
    """Mean of two seeds, each network at its fair rate."""
    plain, residual = ([end(key, 40, seed).accuracy for seed in (0, 1)] for key in ("relu_he", "residual"))
    assert np.mean(residual) >= np.mean(plain) + 0.2
    assert np.mean(residual) >= 0.9


@pytest.mark.long
@pytest.mark.parametrize("depth", [3, 5, 6])
def test_a_stack_of_64_units_makes_every_depth_learn(depth: int) -> None:
    """Two seeds: the random start is late with three layers and fails from five on, the stack is early everywhere."""
    for seed in (0, 1):
        random = end("sigmoid", depth, seed, width=64)
        assert random.updates_to_quarter is None or random.updates_to_quarter > 300
        assert random.accuracy <= 0.3 or depth < 5
        assert end("pretrained", depth, seed, width=64).accuracy >= 0.95
        assert end("sigmoid_glorot", depth, seed, width=64).accuracy >= 0.9


@pytest.mark.long
def test_ten_sigmoid_layers_learn_with_batch_normalisation() -> None:
    assert end("batch_norm", 10).accuracy >= 0.9
