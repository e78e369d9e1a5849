"""Masks drawn again, layer by layer: the same as the kernels', and on average nothing is lost."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.dropout_draws import batch_met, dropout_rates, masks_met, masks_of
from sim.network import Network, train
from sim.network_ensemble import advance_many, begin_many
from sim.network_plan import split
from sim.network_training import Settings, Training, advance, begin

Row = NDArray[np.float64]
RANDOM = np.random.default_rng(2)
X, Y = RANDOM.normal(size=(30, 6)), RANDOM.integers(0, 2, (30, 2)).astype(float)
SETTINGS = Settings(batch=7, dropout_input=0.25, dropout_layers=(0.5, 0.3))


def training_of(kind: type = np.float64, seed: int = 9) -> Training:
    net = Network((6, 9, 7, 2), "relu", "sigmoid", seed=3)
    return begin(net.plan, net.loss, net.parameters, X, Y, seed, kind)


def one_update(training: Training, settings: Settings, masks: tuple[NDArray[np.bool_], ...], met: Row) -> Row:
    """Gradient descent by hand with given masks: parameters as one row."""
    weights, biases = split(training.plan, training.parameters)
    answers, sums, a = [], [], X[met]
    for number, (w, b) in enumerate(zip(weights, biases, strict=True)):
        a = a * masks[number] / (1.0 - dropout_rates(settings, 3)[number])
        answers.append(a)
        sums.append(a @ w + b)
        a = np.maximum(sums[-1], 0.0)
    delta = (1.0 / (1.0 + np.exp(-sums[-1])) - Y[met]) / len(met)
    for number in (2, 1, 0):
        w = weights[number].copy()
        weights[number] -= settings.hyper[0] * answers[number].T @ delta
        biases[number] -= settings.hyper[0] * delta.sum(axis=0)
        if number:
            delta = (delta @ w.T) * masks[number] / (1.0 - dropout_rates(settings, 3)[number]) * (sums[number - 1] > 0)
    return np.concatenate([np.append(w.T.ravel(), b) for w, b in zip(weights, biases, strict=True)])


def test_an_update_with_the_masks_drawn_again_is_the_kernel_s() -> None:
    training = training_of()
    for _ in range(12):
        before = training.clone()
        advance(training, SETTINGS, 1)
        met, masks = masks_met(training, SETTINGS)
        np.testing.assert_allclose(training.parameters, one_update(before, SETTINGS, masks, met), rtol=1e-12)


def test_the_last_batch_is_known_though_its_size_has_changed() -> None:
    training = training_of()
    assert batch_met(training).tolist() == []
    for batch, first, last in ((7, 0, 7), (12, 7, 19), (50, 19, 30), (50, 0, 30)):
        advance(training, replace(SETTINGS, batch=batch, shuffle=False), 1)
        assert batch_met(training).tolist() == list(range(first, last))


def test_a_mask_depends_on_seed_update_unit_and_example_alone() -> None:
    plan = training_of().plan
    whole = masks_of(plan, SETTINGS, 5, 40, np.arange(30))
    some = masks_of(plan, SETTINGS, 5, 40, [17, 3])
    assert all(np.array_equal(part[[17, 3]], few) for part, few in zip(whole, some, strict=True))
    for other in (masks_of(plan, SETTINGS, 6, 40, np.arange(30)), masks_of(plan, SETTINGS, 5, 41, np.arange(30))):
        assert all(not np.array_equal(part, different) for part, different in zip(whole, other, strict=True))
    assert [part.shape for part in whole] == [(30, 6), (30, 9), (30, 7)]


def test_a_larger_rate_takes_the_same_units_and_more() -> None:
    plan = training_of().plan
    few, many = (masks_of(plan, Settings(dropout=rate), 5, 4, np.arange(30)) for rate in (0.2, 0.6))
    assert all((~more | part).all() for part, more in zip(few, many, strict=True))
    assert few[0].all()


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.99])
def test_as_many_fall_out_as_the_rate_says(rate: float) -> None:
    plan = Network((64, 128, 10), "relu", "softmax").plan
    _, hidden = masks_of(plan, Settings(dropout=rate), 1, 7, np.arange(2000))
    error = (rate * (1.0 - rate) / hidden.size) ** 0.5
    assert abs((~hidden).mean() - rate) < 4.0 * error


def test_on_average_nothing_is_lost() -> None:
    """Inverted dropout: over all masks, what a layer hears is what it hears from the whole layer before."""
    net = Network((12, 16, 1), "tanh", "linear", "squared_error", seed=1)
    x = np.random.default_rng(3).normal(size=(1, 12))
    settings, draws = Settings(dropout_input=0.2, dropout_layers=(0.5,)), 40_000
    inputs, hidden = masks_of(net.plan, settings, 4, 0, np.arange(draws))
    heard = (x * inputs / 0.8) @ net.weights[0]
    np.testing.assert_allclose(heard.mean(axis=0), (x @ net.weights[0])[0], atol=4.0 * heard.std() / draws**0.5)
    answers = np.tanh(x @ net.weights[0] + net.biases[0])
    said = (answers * hidden / 0.5) @ net.weights[1] + net.biases[1]
    assert said.mean() == pytest.approx(float(net.outputs(x)[0, 0]), abs=4.0 * said.std() / draws**0.5)


def test_a_rate_of_zero_and_no_rate_are_the_same() -> None:
    plain, named = training_of(np.float32), training_of(np.float32)
    advance(plain, Settings(batch=7), 20)
    advance(named, Settings(batch=7, dropout_layers=(0.0, 0.0)), 20)
    assert np.array_equal(plain.parameters, named.parameters)


def test_one_rate_and_the_same_for_each_layer_are_the_same() -> None:
    one, named = training_of(), training_of()
    advance(one, Settings(batch=7, dropout=0.4), 20)
    advance(named, Settings(batch=7, dropout=0.1, dropout_layers=(0.4, 0.4)), 20)
    assert np.array_equal(one.parameters, named.parameters)


def test_layers_without_a_rate_of_their_own_have_that_of_all() -> None:
    assert dropout_rates(Settings(dropout=0.3, dropout_layers=(0.5,)), 4) == (0.0, 0.5, 0.3, 0.3)
    assert dropout_rates(Settings(dropout_input=0.2, dropout_layers=(0.5, 0.6, 0.7)), 2) == (0.2, 0.5)


def test_replicas_have_masks_of_their_own_and_the_first_those_of_a_single_network() -> None:
    single = training_of(np.float32)
    many = begin_many(single.plan, single.loss, np.tile(single.parameters, (3, 1)), X, Y, 9)
    advance(single, SETTINGS, 10)
    advance_many(many, SETTINGS, 10)
    np.testing.assert_allclose(many.parameters[0], single.parameters, rtol=1e-4, atol=1e-6)
    assert not np.array_equal(many.parameters[0], many.parameters[1])


@pytest.mark.parametrize("rate", [0.0, 0.99])
def test_the_ends_of_the_slider_can_be_trained(rate: float) -> None:
    found = train(Network((6, 9, 7, 2), "relu"), X, Y, "sgd", {"learning_rate": 0.05}, dropout=(rate, rate, rate))
    assert found.ended is None
    assert np.isfinite(found.loss).all()


def test_a_rate_may_be_an_array() -> None:
    network = Network((6, 9, 7, 2), "relu", seed=3)
    one, zero_dimensional, row = (
        train(network, X, Y, epochs=2, dropout=rate) for rate in (0.5, np.array(0.5), np.array([0.0, 0.5, 0.5]))
    )
    assert np.array_equal(one.loss, zero_dimensional.loss)
    assert np.array_equal(one.loss, row.loss)


def test_a_notebook_names_the_rate_of_each_layer() -> None:
    network = Network((6, 9, 7, 2), "relu", seed=3)
    found = train(network, X, Y, "sgd", {"learning_rate": 0.03}, batch=7, epochs=4, dropout=(0.25, 0.5, 0.3), seed=9)
    training = training_of()
    advance(training, replace(SETTINGS, hyper=(0.03, 0.0, 0.0, 0.0)), 20)
    weights, _ = split(training.plan, training.parameters)
    assert all(np.array_equal(ours, theirs) for ours, theirs in zip(weights, found.weights, strict=True))
