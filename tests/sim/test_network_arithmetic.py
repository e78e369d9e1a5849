"""What is printed of a network's sums can be reckoned again from the text alone, and is what the network does."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.activations import ACTIVATIONS
from sim.datasets import FEATURES, features
from sim.network import Network
from sim.network_arithmetic import (
    ASTRAY,
    Dense,
    Explanation,
    explain_bias,
    explain_edge,
    explain_input,
    explain_unit,
)
from sim.point_arithmetic import MOST_WEIGHTS, Wanted, explain_point
from tests.sim.hand_reckoning import reckon_again

HIDDEN = [key for key, entry in ACTIVATIONS.items() if entry.hidden]
SCALES = (1e-9, 1e-4, 0.1, 1.0, 10.0, 300.0, 1e7, 1e30)


def random_net(sizes: tuple[int, ...], activations: tuple[str, ...], scale: float, seed: int) -> Dense:
    draws = np.random.default_rng(seed)
    weights = [scale * draws.normal(size=pair) for pair in pairwise(sizes)]
    biases = [scale * draws.normal(size=n) for n in sizes[1:]]
    return Dense(weights, biases, activations, [f"x{k}" for k in range(sizes[0])])


@st.composite
def nets(draw: st.DrawFn, most: int = 12) -> tuple[Dense, list[float]]:
    sizes = tuple(draw(st.lists(st.integers(1, most), min_size=2, max_size=4)))
    hidden = tuple(draw(st.sampled_from(HIDDEN)) for _ in sizes[2:])
    output = draw(st.sampled_from(tuple(ACTIVATIONS)))
    net = random_net(sizes, (*hidden, output), draw(st.sampled_from(SCALES)), draw(st.integers(0, 2**32)))
    reach = draw(st.sampled_from((1.0, 6.0, 1e-6, 1e6)))
    number = st.one_of(st.sampled_from((0.0, 1.0, -1.0)), st.floats(-reach, reach))
    return net, [draw(number) for _ in range(sizes[0])]


def shown(found: Explanation) -> str:
    return "\n".join(line.text for line in found.lines)


@settings(max_examples=100)
@given(nets(), st.data())
def test_a_unit_reckoned_again_from_what_is_printed_gives_what_is_printed(
    one: tuple[Dense, list[float]], data: st.DataObject
) -> None:
    net, x = one
    layer = data.draw(st.integers(0, net.depth - 1))
    n_in, n_out = net.weights[layer].shape
    unit, marked = data.draw(st.integers(0, n_out - 1)), data.draw(st.integers(0, n_in - 1))
    for found in (
        explain_unit(net, x, layer, unit),
        explain_edge(net, x, layer, marked, unit),
        explain_bias(net, x, layer, unit),
    ):
        assert reckon_again(found.text) >= n_in + 3
        assert reckon_again(shown(found)) >= min(n_in, 8) + 3


@settings(max_examples=80)
@given(nets(most=6), st.sampled_from(("cross_entropy", "squared_error", "perceptron")), st.integers(0, 5))
def test_a_point_reckoned_again_from_what_is_printed_gives_what_is_printed(
    one: tuple[Dense, list[float]], loss: str, right: int
) -> None:
    net, x = one
    outputs = net.weights[-1].shape[1]
    targets = tuple(float(k == right % outputs) for k in range(outputs))
    found = explain_point(net, x, "Point 1", Wanted(targets, loss, "class 1"))
    assert reckon_again(found.text) >= 1
    assert reckon_again(shown(found)) >= 1
    small = sum(weights.size for weights in net.weights) <= MOST_WEIGHTS
    if small:
        assert reckon_again(found.text) >= sum(weights.size for weights in net.weights)


@pytest.mark.parametrize("activation", HIDDEN)
def test_the_printed_answer_is_the_networks_own(activation: str) -> None:
    network = Network((3, 5, 1), activation, "sigmoid", seed=4)
    net = Dense(network.weights, network.biases, (activation, "sigmoid"), ("a", "b", "c"))
    for x in np.random.default_rng(0).normal(size=(40, 3)):
        answer = float(network.outputs(x[None])[0, 0])
        found, whole = explain_unit(net, x.tolist(), 1, 0), explain_point(net, x.tolist(), "x")
        assert found.exact == pytest.approx(answer, rel=1e-14)
        assert found.value == pytest.approx(answer, abs=ASTRAY)
        assert whole.value == pytest.approx(answer, abs=ASTRAY)


def test_a_threshold_never_says_the_opposite_of_the_unit() -> None:
    """z is 0.0002: with three decimals it would be 0, and the answer no."""
    net = Dense([np.array([[1.0], [-1.0]])], [np.array([0.0])], ("step",), ("x₁", "x₂"))
    found = explain_unit(net, [0.5002, 0.5], 0, 0)
    assert found.exact == found.value == 1.0
    assert reckon_again(found.text) == 5


def test_the_mock_of_the_panel_is_reckoned_as_in_a_text_book() -> None:
    net = Dense([np.array([[1.16], [-0.76]])], [np.array([0.29])], ("tanh",), ("x₁", "x₂"))
    assert shown(explain_unit(net, [0.7, -0.7], 0, 0)).splitlines() == [
        "x₁ · w₁\t0.700 · 1.160\t0.812",
        "x₂ · w₂\t−0.700 · −0.760\t0.532",
        "bias\t\t0.290",
        "―",
        "sum z\t\t1.634",
        "tanh(z)\t\t0.927",
        "without rounding\t\t0.92663",
    ]


def test_a_long_sum_is_folded_in_the_middle_and_copied_whole() -> None:
    net = random_net((64, 1), ("linear",), 1.0, 1)
    x = np.random.default_rng(2).normal(size=64).tolist()
    found = explain_edge(net, x, 0, 30, 0)
    assert len(found.lines) < 16
    assert any("w₃₁" in line.text for line in found.lines)
    assert found.text.count(" · w") == 64
    assert sum("more terms" in line.text for line in found.lines) == 2


def test_a_sum_that_left_the_finite_numbers_says_so() -> None:
    net = Dense([np.array([[1e308], [1e308]])], [np.array([0.0])], ("linear",), ("x₁", "x₂"))
    for found in (explain_unit(net, [1e10, 1.0], 0, 0), explain_point(net, [1e10, 1.0], "x")):
        assert shown(found) == "This sum has left the finite numbers."
        assert math.isnan(found.value)


@pytest.mark.parametrize("key", FEATURES)
def test_an_input_is_reckoned_from_the_printed_place(key: str) -> None:
    found = explain_input(key, FEATURES[key].title, (0.70049, -1.2))
    assert found.value == pytest.approx(features(np.array([[0.700, -1.2]]), [key])[0, 0], abs=5.1e-4)
    assert found.exact == pytest.approx(features(np.array([[0.70049, -1.2]]), [key])[0, 0], rel=1e-14)


def test_numbers_keep_their_digits_while_a_network_learns() -> None:
    """The same rows with the same number of decimals, whatever the weights are."""
    shapes = set()
    for seed in range(30):
        net = random_net((2, 2, 1), ("tanh", "sigmoid"), 2.0, seed)
        lines = explain_unit(net, [0.4, -1.3], 1, 0).lines
        shapes.add(tuple(len(line.text.rpartition("\t")[2].partition(".")[2]) for line in lines))
    assert len(shapes) == 1


@given(st.floats(-1e20, 1e20), st.floats(-1e3, 1e3), st.floats(-1e-3, 1e3))
def test_the_error_of_a_number_is_reckoned_from_the_printed_numbers(weight: float, x: float, target: float) -> None:
    net = Dense([np.array([[weight]])], [np.array([0.25])], ("linear",), ("x",))
    found = explain_point(net, [x], "Point 1", Wanted((target,), "squared_error"))
    assert reckon_again(shown(found)) == 5
    assert found.lines[-2].text.startswith("loss\t½ (")


def test_a_wide_network_is_reckoned_from_given_sums() -> None:
    net = random_net((2, 40, 40, 1), ("tanh", "relu", "sigmoid"), 0.3, 5)
    found = explain_point(net, [0.3, 0.9], "x", Wanted((1.0,), "cross_entropy"))
    assert found.text.count(" · w") == 40
    assert reckon_again(found.text) > 80
    assert found.value == pytest.approx(found.exact, abs=0.02)


@pytest.mark.parametrize("wrong", ["0.813", "0.291", "1.635", "0.926"])
def test_pencil_and_paper_find_a_wrong_digit(wrong: str) -> None:
    net = Dense([np.array([[1.16], [-0.76]])], [np.array([0.29])], ("tanh",), ("x₁", "x₂"))
    text = explain_unit(net, [0.7, -0.7], 0, 0).text
    right = {"0.813": "0.812", "0.291": "0.290", "1.635": "1.634", "0.926": "0.927"}[wrong]
    with pytest.raises(AssertionError):
        reckon_again(text.replace(f"\t{right}", f"\t{wrong}"))
