"""The default problem of TensorFlow Playground, and one update by hand."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.network import Network
from sim.network_plan import split
from sim.network_training import Settings, Training, advance, begin, settings_of

Row = NDArray[np.float64]
BATCH, RATE = 10, 0.03
WEIGHTS = [
    np.array([[0.31, -0.22, 0.47, -0.05], [-0.41, 0.13, 0.28, 0.36]]),
    np.array([[0.12, -0.33], [0.44, 0.27], [-0.19, 0.08], [-0.48, 0.21]]),
    np.array([[0.39], [-0.26]]),
]
BIAS = 0.1


def default_network() -> Network:
    """2-4-2-1, tanh everywhere, half squared error, and the Playground's start but for weights written here."""
    network = Network((2, 4, 2, 1), "tanh", "tanh", "squared_error", "peers")
    for ours, theirs in zip(network.weights, WEIGHTS, strict=True):
        ours[:] = theirs
    return network


def circle(count: int) -> tuple[Row, Row]:
    """Its first data set in spirit: label 1 inside the radius 2.5, -1 outside, in turn."""
    random = np.random.default_rng(4)
    inner = np.arange(count) % 2 == 0
    radius = np.where(inner, random.uniform(0, 2.5, count), random.uniform(3.5, 5, count))
    angle = random.uniform(0, 2 * np.pi, count)
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], 1), np.where(inner, 1.0, -1.0)[:, None]


def transcription(x: Row, y: Row, updates: int) -> tuple[list[Row], list[Row]]:
    """nn.ts in numpy: one example after the other adds its derivatives; a batch ends with a step by their mean."""
    weights, biases = [w.copy() for w in WEIGHTS], [np.full(w.shape[1], BIAS) for w in WEIGHTS]
    sums_w, sums_b = [np.zeros_like(w) for w in weights], [np.zeros_like(b) for b in biases]
    for number in range(updates * BATCH):
        outputs = [x[number]]
        for w, b in zip(weights, biases, strict=True):
            outputs.append(np.tanh(b + outputs[-1] @ w))
        derivative = outputs[-1] - y[number]
        for layer in (2, 1, 0):
            input_derivative = derivative * (1 - outputs[layer + 1] ** 2)
            sums_w[layer] += np.outer(outputs[layer], input_derivative)
            sums_b[layer] += input_derivative
            derivative = weights[layer] @ input_derivative
        if (number + 1) % BATCH == 0:
            for total, numbers in zip((*sums_w, *sums_b), (*weights, *biases), strict=True):
                numbers -= RATE / BATCH * total
                total[:] = 0
    return weights, biases


def training_of(network: Network, x: Row, y: Row) -> Training:
    return begin(network.plan, network.loss, network.parameters, x, y)


def test_ten_updates_of_the_default_network_equal_a_transcription() -> None:
    x, y = circle(250)
    network = default_network()
    assert all((b == BIAS).all() for b in network.biases)
    training = training_of(network, x, y)
    advance(training, settings_of("sgd", {"learning_rate": RATE}, batch=BATCH, shuffle=False), 10)
    weights, biases = split(training.plan, training.parameters)
    for ours, theirs in zip((*weights, *biases), (*(found := transcription(x, y, 10))[0], *found[1]), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


def test_one_update_by_hand() -> None:
    """One hidden unit: z1 = 0.5 * 1 + 0.1 = 0.6, a1 = tanh 0.6, z2 = 2 a1 - 0.2; target 1, rate 0.5."""
    network = Network((1, 1, 1), "tanh", "linear", "squared_error")
    network.weights[0][:], network.biases[0][:], network.weights[1][:], network.biases[1][:] = 0.5, 0.1, 2.0, -0.2
    training = training_of(network, np.array([[1.0]]), np.array([[1.0]]))
    advance(training, Settings(hyper=(0.5, 0.0, 0.0, 0.0)), 1)
    hidden = math.tanh(0.6)
    error = (2.0 * hidden - 0.2) - 1.0
    back = error * 2.0 * (1.0 - hidden * hidden)
    expected = [0.5 - 0.5 * back * 1.0, 0.1 - 0.5 * back, 2.0 - 0.5 * error * hidden, -0.2 - 0.5 * error]
    np.testing.assert_allclose(training.parameters, expected, rtol=1e-15)


@pytest.mark.parametrize("l1, expected", [(0.0, 0.87), (0.5, 0.82), (20.0, 0.0)])
def test_l1_takes_its_share_of_a_weight_after_the_step_and_none_of_a_bias(l1: float, expected: float) -> None:
    """w = 1, b = 0, x = 1, target -0.3: gradient 1.3 for both; rate 0.1: w = 0.87, then minus 0.1 l1, at least 0."""
    network = Network((1, 1), "tanh", "linear", "squared_error", "zero")
    network.weights[0][:] = 1.0
    training = training_of(network, np.array([[1.0]]), np.array([[-0.3]]))
    advance(training, Settings(hyper=(0.1, 0.0, 0.0, 0.0), l1=l1), 1)
    np.testing.assert_allclose(training.parameters, [expected, -0.13], rtol=1e-14)


def test_l2_adds_a_share_of_the_weight_to_its_gradient() -> None:
    network = Network((1, 1), "tanh", "linear", "squared_error", "zero")
    network.weights[0][:], network.biases[0][:] = 1.0, 1.0
    training = training_of(network, np.array([[1.0]]), np.array([[1.7]]))
    advance(training, Settings(hyper=(0.1, 0.0, 0.0, 0.0), l2=2.0), 1)
    np.testing.assert_allclose(training.parameters, [1.0 - 0.1 * (0.3 + 2.0), 1.0 - 0.1 * 0.3], rtol=1e-14)
