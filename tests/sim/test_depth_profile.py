"""What is left of a gradient: the table of measured figures, and plain numpy beside it."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

import sim
from sim.depth_functions import HIDDEN
from sim.depth_passes import finished, length, norms, norms_in_pieces
from sim.depth_profile import BINS, FARTHEST, SEEDS, first_profile, gradient_profile, mean_of, profile_of, with_others
from sim.depth_start import STARTS, digits_seen, first_weights, layer_sizes
from sim.errors import ConfigError

Array = NDArray[np.float64]
TABLE = {
    ("sigmoid", "fan_in"): ((3.4e-4, 1.9e-8, 4.8e-17), (0.13, 0.15)),
    ("sigmoid", "glorot"): ((2.4e-3, 1.7e-6, 7.4e-13), (0.22, 0.25)),
    ("tanh", "glorot"): ((1.6, 1.7, 1.6), (0.85, 0.95)),
    ("relu", "fan_in"): ((1.8, 2.2, 1.7), (0.37, 0.43)),
    ("relu", "he"): ((1.0, 1.1, 1.8), (0.94, 1.04)),
}
"""Per activation and start: weight gradient of the first layer as a share of the last's at depth 5, 10, 20; the factor.

Measured elsewhere with other random numbers, geometric means of 5 seeds.
"""


@pytest.mark.parametrize("pair", TABLE, ids="-".join)
def test_the_profile_has_the_figures_of_the_table(pair: tuple[str, str]) -> None:
    ratios, (least, most) = TABLE[pair]
    for depth, ratio in zip((5, 10, 20), ratios, strict=True):
        profile = profile_of(depth, 32, *pair, 0, SEEDS)
        assert ratio / 2 < profile.mean_gradient_ratio < ratio * 2
        assert least < profile.mean_factor < most


def test_ten_sigmoid_layers_leave_less_than_a_millionth() -> None:
    profile = profile_of(10, 32, "sigmoid", "fan_in", 0, SEEDS)
    assert max(profile.mean_ratio, profile.mean_gradient_ratio) < 1e-6


def test_relu_with_he_keeps_the_signal() -> None:
    profile = profile_of(10, 32, "relu", "he", 0, SEEDS)
    assert 0.2 < profile.mean_ratio < 5
    assert 0.2 < profile.mean_gradient_ratio < 5


@pytest.mark.parametrize("start", ["fan_in", "glorot"])
@pytest.mark.parametrize("seed", range(5))
def test_a_sigmoid_layer_leaves_a_quarter_at_most(start: str, seed: int) -> None:
    assert first_profile(10, 32, "sigmoid", start, seed).factor <= 0.25


def test_healthy_looking_weight_gradients_hide_a_lost_signal() -> None:
    """ReLU with small weights: the ratio of weight gradients is near 1, and delta is nearly nothing."""
    profile = profile_of(20, 32, "relu", "fan_in", 0, SEEDS)
    assert profile.mean_gradient_ratio > 0.5
    assert profile.mean_ratio < 1e-7
    assert profile.gradient_norm.max() < 1e-6


def test_a_hundred_layers_are_predicted_by_the_factor() -> None:
    shallow, deep = first_profile(20, 32, "sigmoid", "fan_in", 0), first_profile(100, 32, "sigmoid", "fan_in", 0)
    assert shallow.predicted_100 == pytest.approx(shallow.factor**100)
    assert abs(np.log10(shallow.predicted_100) - np.log10(deep.ratio)) < 2
    assert 1e-88 < deep.ratio < 1e-82


@pytest.mark.parametrize(
    "activation, start", [("sigmoid", "fan_in"), ("tanh", "glorot"), ("relu", "he"), ("linear", "uniform")]
)
def test_every_length_is_that_of_plain_numpy(activation: str, start: str) -> None:
    profile = first_profile(6, 16, activation, start, 3)
    deltas, gradients, activations, sums = plainly(activation, first_weights(layer_sizes(6, 16), start, 3))
    np.testing.assert_allclose(profile.delta_norm, deltas, rtol=1e-12)
    np.testing.assert_allclose(profile.gradient_norm, gradients, rtol=1e-12)
    np.testing.assert_allclose(profile.activation_norm, activations, rtol=1e-12)
    for layer, z in enumerate(sums):
        edges = profile.bin_edges
        counted = np.histogram(np.clip(z[:128], edges[0], edges[-1]), bins=edges)[0]
        np.testing.assert_allclose(profile.histogram[layer], counted / z[:128].size, atol=2e-3)


def plainly(activation: str, weights: list[Array]) -> tuple[list[float], list[float], list[float], list[Array]]:
    """Lengths of deltas, weight gradients and activations, and all z, written as a textbook would."""
    seen = digits_seen()[2]
    rules = {
        "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: 1 / (2 + np.exp(z) + np.exp(-z))),
        "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
        "relu": (lambda z: z * (z > 0), lambda z: 1.0 * (z > 0)),
        "linear": (lambda z: z, lambda z: np.ones_like(z)),
    }
    rule, slope = rules[activation]
    answers, sums = [seen.x], []
    for w in weights[:-1]:
        sums.append(answers[-1] @ w)
        answers.append(rule(sums[-1]))
    last = answers[-1] @ weights[-1]
    powers = np.exp(last - last.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    delta = (shares - seen.targets) / len(seen.x)
    deltas, gradients = [], []
    for layer in reversed(range(len(weights))):
        deltas.insert(0, float(np.linalg.norm(delta)))
        gradients.insert(0, float(np.linalg.norm(answers[layer].T @ delta)))
        if layer:
            delta = (delta @ weights[layer].T) * slope(sums[layer - 1])
    return deltas, gradients, [float(np.linalg.norm(a)) for a in [*answers[1:], shares]], sums


@pytest.mark.parametrize("depth", [1, 2, 3, 100])
@pytest.mark.parametrize("width", [8, 64])
def test_a_profile_has_one_entry_per_layer(depth: int, width: int) -> None:
    profile = first_profile(depth, width, "tanh", "glorot", 0)
    assert profile.layers.tolist() == list(range(1, depth + 2))
    for norm in (profile.delta_norm, profile.gradient_norm, profile.activation_norm, profile.low, profile.high):
        assert norm.shape == (depth + 1,)
    assert profile.factors.shape == profile.dead.shape == profile.saturated.shape == (depth,)
    assert profile.histogram.shape == (depth, BINS)
    np.testing.assert_allclose(profile.histogram.sum(axis=1), 1.0)
    assert np.prod(profile.factors) == pytest.approx(profile.ratio, rel=1e-9)
    assert profile.factor**depth == pytest.approx(profile.ratio, rel=1e-9)


@pytest.mark.parametrize("activation, start", list(itertools.product(HIDDEN, STARTS)))
def test_the_deepest_network_of_every_kind_has_numbers(activation: str, start: str) -> None:
    profile = first_profile(100, 8, activation, start, 0)
    assert profile.finite
    assert np.isfinite(profile.histogram).all()


def test_weights_of_zero_let_nothing_back() -> None:
    profile = first_profile(4, 8, "tanh", "zero", 0)
    assert (profile.ratio, profile.factor, profile.predicted_100) == (0, 0, 0)
    assert profile.delta_norm[-1] > 0
    assert np.isfinite(profile.factors).all()


def test_a_step_function_lets_nothing_back() -> None:
    assert first_profile(4, 8, "step", "fan_in", 0).ratio == 0


def test_large_weights_saturate_and_explode() -> None:
    wide, usual = first_profile(10, 64, "tanh", "uniform", 0), first_profile(10, 64, "tanh", "glorot", 0)
    assert wide.saturated.mean() > 0.5 > usual.saturated.mean()
    assert wide.factor > 1.2


@pytest.mark.parametrize("start, farthest", [("glorot", FARTHEST / 2), ("uniform", FARTHEST)])
def test_the_histogram_is_as_wide_as_the_sums(start: str, farthest: float) -> None:
    edges = first_profile(6, 64, "tanh", start, 0).bin_edges
    assert (edges[0], edges[-1], len(edges)) == (-farthest, farthest, BINS + 1)


def test_lengths_are_right_where_squares_alone_would_not_be() -> None:
    assert length(np.array([3e-200, 4e-200])) == pytest.approx(5e-200)
    assert length(np.array([3e200, -4e200])) == pytest.approx(5e200)
    assert length(np.zeros(3)) == 0


def test_the_extent_over_seeds_holds_every_seed() -> None:
    profile = profile_of(8, 16, "relu", "he", 2, SEEDS)
    assert profile.seeds == SEEDS
    others = [norms(8, 16, "relu", "he", 2, replica) for replica in range(1, SEEDS)]
    for one in others:
        assert (profile.low <= one.delta).all()
        assert (one.delta <= profile.high).all()
        assert (profile.gradient_low <= one.gradient).all()
        assert (one.activation <= profile.activation_high).all()
    logarithms = [np.log(profile.factor), *(np.log(one.factor) for one in others)]
    assert profile.mean_factor == pytest.approx(np.exp(np.mean(logarithms)))


def test_work_in_pieces_comes_to_the_same() -> None:
    arguments = (30, 16, "tanh", "glorot", 1, 2)
    pieces = sum(1 for _ in norms_in_pieces(*arguments))
    assert pieces > 6
    np.testing.assert_array_equal(finished(norms_in_pieces(*arguments)).delta, norms(*arguments).delta)


def test_a_profile_without_other_seeds_is_itself() -> None:
    own = first_profile(3, 8, "relu", "he", 0)
    assert with_others(own, ()) is own


def test_a_mean_of_ratios_is_geometric() -> None:
    assert mean_of([1e-4, 1e-2]) == pytest.approx(1e-3)
    assert mean_of([0.0, 1.0]) == 0


# For a notebook


def test_the_library_gives_the_profile() -> None:
    profile = sim.gradient_profile(depth=10, width=32, activation="sigmoid", init="fan_in", seed=0)
    assert profile.ratio < 1e-6
    assert profile.delta_norm.shape == (11,)


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"activation": "softmax"}, "no activation 'softmax'"), ({"init": "xavier"}, "no initialiser 'xavier'"),
        ({"depth": 0}, "depth must be at least 1"), ({"depth": 101}, "from 0 to 100"), ({"width": 65}, "from 0 to 64"),
        ({"depth": "ten"}, "depth must be"), ({"width": float("nan")}, "width must be"), ({"seed": -1}, "seed must be"),
    ],
)  # fmt: skip
def test_the_library_refuses_what_makes_no_network(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        gradient_profile(**wrong)  # type: ignore[arg-type]
