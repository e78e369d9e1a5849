"""Backpropagation against finite differences of the loss, in random networks of all kinds."""

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.losses import LOSSES
from sim.network import Network
from sim.network_training import Examples, Settings, advance, begin, evaluate, lay_out

Row = NDArray[np.float64]
STEP = 1e-4
HIDDEN = [key for key, activation in ACTIVATIONS.items() if activation.hidden]
PAIRS = [(output, loss) for loss, entry in LOSSES.items() for output in entry.outputs or ACTIVATIONS]
KINKED = ("step", "relu", "leaky_relu")


def random_network(random: np.random.Generator) -> Network:
    """1 to 4 layers of 1 to 9 units, any activation in each, any loss that fits."""
    layers = tuple(random.integers(1, 10, random.integers(2, 6)).tolist())
    output, loss = PAIRS[random.integers(len(PAIRS))]
    network = Network(layers, [HIDDEN[k] for k in random.integers(0, len(HIDDEN), len(layers) - 2)], output, loss)
    for w, b in zip(network.weights, network.biases, strict=True):
        w[:], b[:] = random.normal(size=w.shape) * 1.5 / np.sqrt(len(w)), random.normal(size=b.shape) * 0.5
    return network


def random_examples(network: Network, random: np.random.Generator) -> tuple[Row, Row]:
    """1 to 40 examples; one class each where the loss wants shares."""
    count, n_out = random.integers(1, 41), network.layers[-1]
    x = random.normal(size=(count, network.layers[0]))
    if network.output == "softmax":
        return x, np.eye(n_out)[random.integers(0, n_out, count)]
    if network.loss == "cross_entropy":
        return x, random.random((count, n_out))
    return x, random.integers(0, 2, (count, n_out)).astype(float)


def gradient_of(network: Network, x: Row, y: Row) -> Row:
    """What an update without a step leaves behind."""
    training = begin(network.plan, network.loss, network.parameters, x, y)
    advance(training, Settings(hyper=(0.0, 0.0, 0.0, 0.0), batch=len(x), shuffle=False), 1)
    return np.array(training.learner.g[: len(training.parameters)])


def loss_along(network: Network, examples: Examples, direction: Row, at: float) -> tuple[float, NDArray[np.bool_]]:
    """The mean loss a little way off, and on which side of their kinks all units are."""
    losses, units = evaluate(network.plan, network.loss, network.parameters + at * direction, examples)
    return float(losses.mean()), units > 0.0


def error(seed: int) -> float:
    """|slope by differences - gradient * direction| / |gradient| in a random direction that crosses no kink.

    The five-point rule: its own error is of the order STEP^4. Where the whole gradient vanishes, so must the slope.
    """
    random = np.random.default_rng(seed)
    network = random_network(random)
    x, y = random_examples(network, random)
    gradient, examples = gradient_of(network, x, y), lay_out(x, y)
    for _ in range(20):
        direction = random.normal(size=gradient.size)
        direction /= np.linalg.norm(direction)
        found = [loss_along(network, examples, direction, k * STEP) for k in (-2, -1, 1, 2)]
        if all(np.array_equal(sides, found[0][1]) for _, sides in found):
            break
    (back2, _), (back, _), (ahead, _), (ahead2, _) = found
    slope = (8 * (ahead - back) - (ahead2 - back2)) / (12 * STEP)
    largest = float(np.linalg.norm(gradient))
    return abs(slope - float(gradient @ direction)) / largest if largest > 1e-4 else abs(slope) * 1e-3


def check(first: int, count: int) -> None:
    errors = {seed: error(seed) for seed in range(first, first + count)}
    assert {seed: value for seed, value in errors.items() if not value <= 1e-6} == {}


def test_gradients_equal_finite_differences_in_two_hundred_random_networks() -> None:
    check(0, 200)


@pytest.mark.long
@pytest.mark.parametrize("first", range(200, 2000, 200))
def test_gradients_equal_finite_differences_in_two_thousand_random_networks(first: int) -> None:
    check(first, 200)


def test_each_entry_of_a_gradient_is_right() -> None:
    """One network, every parameter by itself: a direction alone could hide two errors that cancel."""
    network = Network((3, 6, 5, 2), "tanh", "softmax", "cross_entropy", seed=3)
    random = np.random.default_rng(1)
    x, y = random.normal(size=(21, 3)), np.eye(2)[random.integers(0, 2, 21)]
    gradient, examples = gradient_of(network, x, y), lay_out(x, y)
    for k, direction in enumerate(np.eye(gradient.size)):
        at = {side: loss_along(network, examples, direction, side * STEP)[0] for side in (-2, -1, 1, 2)}
        slope = (8 * (at[1] - at[-1]) - (at[2] - at[-2])) / (12 * STEP)
        assert slope == pytest.approx(gradient[k], rel=1e-6, abs=1e-10)


def test_large_networks_are_as_right_as_small_ones() -> None:
    """Twelve layers of 64 units, 64 inputs, 10 outputs."""
    network = Network((64, *[64] * 11, 10), "tanh", "softmax", "cross_entropy", "glorot", seed=2)
    random = np.random.default_rng(2)
    x, y = random.normal(size=(37, 64)), np.eye(10)[random.integers(0, 10, 37)]
    gradient, examples = gradient_of(network, x, y), lay_out(x, y)
    direction = gradient / np.linalg.norm(gradient)
    at = {side: loss_along(network, examples, direction, side * STEP)[0] for side in (-2, -1, 1, 2)}
    slope = (8 * (at[1] - at[-1]) - (at[2] - at[-2])) / (12 * STEP)
    assert slope == pytest.approx(np.linalg.norm(gradient), rel=1e-7)
