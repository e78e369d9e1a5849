"""Deep networks of the race: forward and backward against plain numpy, finite differences and PyTorch."""

import itertools
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.depth_functions import FUNCTIONS, HIDDEN, is_flat, slope_at, softmax
from sim.depth_network import (
    BATCH,
    EPS,
    MOMENTUM,
    DeepNetwork,
    answers_of,
    built,
    dead_share,
    graded,
    gradient_of,
    is_finite,
    parts_of,
    passed,
    update,
)
from sim.depth_products import multiplied, multiplied_across, rows_at_once
from sim.depth_start import Digits, digits_seen, first_weights, layer_sizes

Array = NDArray[np.float64]
KINDS = {"plain": (False, False), "normalised": (True, False), "residual": (False, True), "both": (True, True)}
RANDOM = np.random.default_rng(5)


def sample(rows: int = 9, columns: int = 6, classes: int = 4) -> Digits:
    random = np.random.default_rng(3)
    labels = random.integers(0, classes, rows)
    x = random.normal(size=(rows, columns))
    return Digits(x, labels, np.eye(classes)[labels], x)


def network(kind: str, activation: str = "tanh", depth: int = 3, width: int = 5) -> DeepNetwork:
    random = np.random.default_rng(7)
    sizes = (6, *([width] * depth), 4)
    weights = [random.normal(size=pair) * 0.6 for pair in itertools.pairwise(sizes)]
    made = built(weights, activation, *KINDS[kind])
    made.theta += 0.1 * random.normal(size=made.theta.shape)
    return made


def loss_of(made: DeepNetwork, seen: Digits) -> float:
    return graded(passed(made.copy(), seen.x, training=True)[2], seen)[0]


@pytest.mark.parametrize("key", HIDDEN)
def test_the_quick_functions_say_what_the_rules_say(key: str) -> None:
    z = np.concatenate([np.linspace(-30, 30, 2001), [0.0, -0.0, 1e-9, 300.0, -300.0]])
    value, slope = FUNCTIONS[key](z.reshape(1, -1))
    rule_value, rule_slope = ACTIVATIONS[key].rule(z.reshape(1, -1))
    np.testing.assert_allclose(value, rule_value, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(slope, rule_slope, rtol=1e-12, atol=1e-15)


def test_a_sigmoid_far_out_is_0_or_1_and_warns_of_nothing() -> None:
    assert FUNCTIONS["sigmoid"](np.array([-1e6, 1e6]))[0].tolist() == [0.0, 1.0]


@pytest.mark.parametrize("z, slope", [(0, 0.25), (5, 0.0066480567), (10, 4.5395808e-5)])
def test_the_slope_of_a_sigmoid_vanishes_far_out(z: float, slope: float) -> None:
    assert slope_at("sigmoid", z) == pytest.approx(slope, rel=1e-7)


@pytest.mark.parametrize("z, slope", [(1e-3, 1), (-1e-3, 0), (0, 0)])
def test_a_gate_follows_the_sign_of_what_went_in(z: float, slope: float) -> None:
    assert slope_at("relu", z) == slope


def test_a_unit_is_flat_below_a_tenth_of_the_steepest_slope() -> None:
    assert is_flat("sigmoid", np.array([0.024, 0.026])).tolist() == [True, False]
    assert is_flat("tanh", np.array([0.09, 0.11])).tolist() == [True, False]


@pytest.mark.parametrize("rows", [1, 63, 64, 65, 128, 200, 256])
@pytest.mark.parametrize("columns, results", [(64, 64), (32, 32), (7, 5), (64, 10)])
def test_products_in_pieces_are_products(rows: int, columns: int, results: int) -> None:
    a, d = RANDOM.normal(size=(rows, columns)), RANDOM.normal(size=(rows, results))
    w = RANDOM.normal(size=(columns, results))
    np.testing.assert_allclose(multiplied(a, w), np.einsum("ij,jk->ik", a, w), rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(multiplied_across(a, d), np.einsum("ij,ik->jk", a, d), rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(multiplied(a, w.T.copy().T), multiplied(a, w), rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize("columns", [8, 10, 33, 64])
@pytest.mark.parametrize("results", [8, 10, 48, 64])
def test_no_piece_is_large_enough_for_a_second_core(columns: int, results: int) -> None:
    assert 64 <= rows_at_once(columns, results) <= 64**3 / (columns * results)


@pytest.mark.parametrize("kind", ["plain", "residual"])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_a_forward_pass_equals_one_written_out_unit_by_unit(kind: str, activation: str) -> None:
    made, seen = network(kind, activation), sample()
    outputs = passed(made, seen.x, training=False)[2]
    for row in range(len(seen.x)):
        np.testing.assert_allclose(outputs[row], by_hand(made, seen.x[row]), rtol=1e-12)


def by_hand(made: DeepNetwork, x: Array) -> list[float]:
    """One digit through a network, no matrices."""
    functions = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: max(z, 0.0)}
    rule, branch = functions[made.activation], 1 / np.sqrt(made.depth - 1)
    a = list(x)
    for number, part in enumerate(made.parts[:-1]):
        sums = [sum(a[i] * part.w[i, j] for i in range(len(a))) + part.b[j] for j in range(len(part.b))]
        answers = [rule(z) for z in sums]
        connected = made.residual and number > 0
        a = [old + branch * new for old, new in zip(a, answers, strict=True)] if connected else answers
    last = made.parts[-1]
    powers = [np.exp(sum(a[i] * last.w[i, j] for i in range(len(a))) + last.b[j]) for j in range(len(last.b))]
    return [power / sum(powers) for power in powers]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky_relu"])
def test_answers_without_slopes_are_the_same(kind: str, activation: str) -> None:
    made, seen = network(kind, activation), sample()
    layers, _, outputs = passed(made, seen.x, training=False)
    answers, quick = answers_of(made, seen.x)
    np.testing.assert_array_equal(quick, outputs)
    for answer, layer in zip(answers, layers, strict=True):
        np.testing.assert_array_equal(answer, layer.answer)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky_relu"])
def test_the_gradient_agrees_with_central_differences(kind: str, activation: str) -> None:
    made, seen = network(kind, activation), sample()
    found = gradient_of(made.copy(), seen.x, seen.targets)
    h = 1e-6
    for at in range(len(made.theta)):
        up, down = made.copy(), made.copy()
        up.theta[at] += h
        down.theta[at] -= h
        slope = (loss_of(up, seen) - loss_of(down, seen)) / (2 * h)
        assert found[at] == pytest.approx(slope, rel=1e-5, abs=2e-8)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_the_gradient_is_pytorch_s(kind: str, activation: str) -> None:
    torch: Any = pytest.importorskip("torch")
    made, seen = network(kind, activation, depth=4), sample()
    theta = torch.tensor(made.theta, requires_grad=True)
    parts, normalise = torch_parts(theta, made), torch.nn.functional.batch_norm
    a, branch = torch.tensor(seen.x), 1 / (made.depth - 1) ** 0.5
    for number, (w, b, scale) in enumerate(parts[:-1]):
        z = a @ w
        z = z + b if scale is None else normalise(z, None, None, scale, b, training=True, eps=EPS)
        answer = getattr(torch, activation)(z)
        a = a + branch * answer if made.residual and number else answer
    w, b, _ = parts[-1]
    torch.nn.functional.cross_entropy(a @ w + b, torch.tensor(seen.labels)).backward()
    found = gradient_of(made, seen.x, seen.targets)
    np.testing.assert_allclose(found, theta.grad.numpy(), rtol=1e-10, atol=1e-12)


def torch_parts(theta: Any, made: DeepNetwork) -> list[tuple[Any, Any, Any]]:
    """The same cuts through a flat tensor."""
    places = parts_of(np.arange(len(made.theta), dtype=np.float64), made.sizes, made.normalised)

    def cut(part: Array | None) -> Any:
        return None if part is None else theta[part.ravel().astype(int)].reshape(part.shape)

    return [(cut(part.w), cut(part.b), cut(part.scale)) for part in places]


def test_a_loss_a_thousandth_as_large_has_gradients_a_thousandth_as_large() -> None:
    made, seen = network("plain"), sample()
    small = gradient_of(made, seen.x, seen.targets, 1e-3)
    np.testing.assert_allclose(small, 1e-3 * gradient_of(made, seen.x, seen.targets), rtol=1e-12)


def test_two_updates_follow_the_rule_of_momentum() -> None:
    made, seen = network("plain"), sample()
    theta, velocity = made.theta.copy(), np.zeros_like(made.theta)
    for _ in range(2):
        at = made.copy()
        at.theta[...] = theta
        velocity = MOMENTUM * velocity - 0.1 * gradient_of(at, seen.x, seen.targets)
        theta = theta + velocity
        update(made, seen, 0.1)
    np.testing.assert_allclose(made.theta, theta, rtol=1e-12)


def test_a_copy_shares_nothing() -> None:
    made, seen = network("both"), sample()
    kept = made.copy()
    before = kept.theta.copy(), kept.means.copy(), kept.variances.copy()
    update(made, seen, 0.1)
    for array, was in zip((kept.theta, kept.means, kept.variances), before, strict=True):
        np.testing.assert_array_equal(array, was)
    assert not np.array_equal(made.theta, before[0])


def test_batch_normalisation_centres_every_sum_and_scales_it_to_1() -> None:
    made, seen = network("normalised"), sample(rows=BATCH)
    for layer in passed(made, seen.x, training=True)[0]:
        assert layer.centred is not None
        np.testing.assert_allclose(layer.centred.mean(axis=0), 0.0, atol=1e-12)
        np.testing.assert_allclose(layer.centred.std(axis=0), 1.0, atol=1e-3)


def test_outside_training_a_normalised_network_treats_every_digit_by_itself() -> None:
    made, seen = network("normalised"), sample(rows=BATCH)
    for _ in range(3):
        update(made, seen, 0.05)
    together = passed(made, seen.x, training=False)[2]
    alone = passed(made, seen.x[:1], training=False)[2]
    np.testing.assert_allclose(together[:1], alone, rtol=1e-12)


def test_dead_units_are_those_that_answer_no_digit() -> None:
    made, seen = network("plain", "relu", depth=2), sample()
    made.parts[0].b[...], made.parts[1].b[...] = 50.0, 5000.0
    made.parts[0].b[1] = made.parts[1].b[3] = -1e6
    assert dead_share(made, answers_of(made, seen.x)[0]) == pytest.approx(2 / 10)


def test_a_network_that_flew_off_is_noticed() -> None:
    made, seen = network("plain", "relu"), sample()
    assert is_finite(made)
    with np.errstate(all="ignore"):
        for _ in range(30):
            update(made, seen, 1e200)
    assert not is_finite(made)


def test_shares_of_a_softmax_add_up_to_1_however_large_the_sums() -> None:
    shares = softmax(np.array([[1e4, 0.0, -1e4], [0.0, 0.0, 0.0]]))
    np.testing.assert_allclose(shares, [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]])


# What all begin with


def test_layers_keep_their_weights_when_the_network_grows_deeper_or_wider() -> None:
    small, deep = first_weights(layer_sizes(3, 16), "he", 4), first_weights(layer_sizes(40, 16), "he", 4)
    wide = first_weights(layer_sizes(3, 32), "he", 4)
    np.testing.assert_array_equal(small[0], deep[0])
    np.testing.assert_array_equal(small[2], deep[2])
    np.testing.assert_array_equal(small[-1], deep[-1])
    np.testing.assert_allclose(wide[1][:16, :16] * np.sqrt(2), small[1], rtol=1e-12)


@pytest.mark.parametrize("start, variance", [("fan_in", 1 / 3 / 64), ("glorot", 2 / 128), ("he", 2 / 64)])
def test_first_weights_have_the_variance_of_their_start(start: str, variance: float) -> None:
    weights = first_weights(layer_sizes(30, 64), start, 1)[:-1]
    assert np.mean([w.var() for w in weights]) == pytest.approx(variance, rel=0.02)
    assert abs(np.mean([w.mean() for w in weights])) < 0.002


def test_no_two_layers_replicas_or_seeds_share_their_numbers() -> None:
    sizes = layer_sizes(60, 8)
    firsts = {w[0, 0] for seed in (0, 1) for replica in range(3) for w in first_weights(sizes, "fan_in", seed, replica)}
    assert len(firsts) == 2 * 3 * 61


def test_the_digits_are_centred_and_of_one_spread() -> None:
    train, test, seen = digits_seen()
    everything = np.concatenate([train.x, test.x])
    np.testing.assert_allclose(everything.mean(axis=0), 0.0, atol=1e-12)
    assert (len(train.x), len(test.x), len(seen.x)) == (1297, 500, 256)
    np.testing.assert_array_equal(seen.x, train.x[:256])
    np.testing.assert_array_equal(train.targets.argmax(axis=1), train.labels)
