"""Networks in a notebook: what is made, what is given back, and every refusal as one sentence."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import sim
from sim.network import Network, train
from sim.network_plan import split

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([0.0, 1.0, 1.0, 0.0])


def test_the_names_of_the_library() -> None:
    assert (sim.Network, sim.train) == (Network, train)
    assert list(sim.ACTIVATIONS) == ["step", "linear", "sigmoid", "tanh", "relu", "leaky_relu", "softmax"]
    assert list(sim.LOSSES) == ["squared_error", "cross_entropy", "perceptron"]
    assert list(sim.INITIALISERS) == ["zero", "uniform", "fan_in", "glorot", "he", "peers"]


def test_a_network_has_weights_and_biases_for_each_layer() -> None:
    network = Network((2, 4, 3, 1))
    assert [w.shape for w in network.weights] == [(2, 4), (4, 3), (3, 1)]
    assert [b.shape for b in network.biases] == [(4,), (3,), (1,)]


def test_its_answer_is_the_textbook_s() -> None:
    network = Network((3, 4, 2), "tanh", "softmax", init="uniform", seed=1)
    x = np.random.default_rng(0).normal(size=(9, 3))
    z = np.tanh(x @ network.weights[0] + network.biases[0]) @ network.weights[1] + network.biases[1]
    expected = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(network.outputs(x), expected, rtol=1e-13)


def test_training_leaves_its_network_alone_and_solves_xor() -> None:
    network = Network((2, 4, 1), "tanh", "sigmoid", "cross_entropy", "glorot", 0)
    before = network.parameters
    history = train(network, X, Y, optimizer="adam", hyper={"learning_rate": 0.03}, epochs=500)
    assert np.array_equal(network.parameters, before)
    assert history.loss.shape == (500,)
    assert history.loss[-1] < 0.01 < history.loss[0]
    assert history.solved
    assert history.ended is None
    network.weights, network.biases = history.weights, history.biases
    assert ((network.outputs(X)[:, 0] > 0.5) == (Y > 0.5)).all()


def test_the_loss_of_a_history_is_that_of_its_last_weights() -> None:
    network = Network((2, 3, 1), output="sigmoid", loss="cross_entropy")
    history = train(network, X, Y, epochs=7, batch=2, dropout=0.5, l2=0.1, l1=0.01)
    network.weights, network.biases = history.weights, history.biases
    a = network.outputs(X)[:, 0]
    assert history.loss[-1] == pytest.approx(-(Y * np.log(a) + (1 - Y) * np.log(1 - a)).mean(), rel=1e-12)


def test_a_seed_fixes_a_training_and_another_one_changes_it() -> None:
    network = Network((2, 3, 1))
    runs = [train(network, X, Y, batch=1, epochs=5, seed=seed).loss for seed in (1, 1, 2)]
    assert np.array_equal(runs[0], runs[1])
    assert not np.array_equal(runs[0], runs[2])


def test_flying_off_is_reported_and_no_error() -> None:
    network = Network((2, 3, 1), "relu", "linear", "squared_error")
    history = train(network, 100 * X, Y, optimizer="sgd", hyper={"learning_rate": 90.0}, epochs=300)
    assert history.ended is not None
    assert np.isnan(history.loss[history.ended + 1 :]).all()
    assert not history.solved


def test_no_epoch_gives_the_weights_back() -> None:
    network = Network((2, 3, 1))
    history = train(network, X, Y, epochs=0)
    assert history.loss.size == 0
    assert all(np.array_equal(*pair) for pair in zip(history.weights, network.weights, strict=True))


def test_one_example_and_large_batches_are_fine() -> None:
    assert np.isfinite(train(Network((2, 3, 1)), X[:1], Y[:1], batch=1000, epochs=3).loss).all()


@pytest.mark.parametrize("optimizer", sim.OPTIMIZERS)
def test_every_optimizer_lowers_the_loss(optimizer: str) -> None:
    rate = {"sgd": 0.5, "adadelta": 10.0}.get(optimizer, 0.05)
    loss = train(Network(seed=1), X, Y, optimizer=optimizer, hyper={"learning_rate": rate}, epochs=300).loss
    assert loss[-1] < loss[0]


@pytest.mark.parametrize("layers", [(1, 1), (2, 4, 1), (3, 1, 5, 2)])
def test_parameters_joined_and_split_are_the_same(layers: tuple[int, ...]) -> None:
    network = Network(layers, init="uniform")
    weights, biases = split(network.plan, network.parameters)
    assert all(np.array_equal(*pair) for pair in zip(weights + biases, network.weights + network.biases, strict=True))


def test_a_data_set_of_the_library_is_what_training_wants() -> None:
    x, y = sim.dataset("xor", n=40, noise=0.1, seed=1)
    history = train(Network((2, 4, 1), seed=2), x, y, hyper={"learning_rate": 0.05}, epochs=200)
    assert history.solved
    found = sim.twins(Network((2, 4, 1), seed=2), x, y, hyper={"learning_rate": 0.05}, epochs=200, replicas=50)
    assert found.solved[0]
    assert found.interval[0] < found.share <= found.interval[1]


def changed(**changes: Any) -> Callable[[], object]:
    values: dict[str, Any] = {"network": Network(), "x": X, "y": Y, "epochs": 1, **changes}
    return lambda: train(**values)


def with_weights(weights: Any) -> Network:
    network = Network()
    network.weights = weights
    return network


REFUSALS: list[tuple[str, Callable[[], object]]] = [
    ("row of sizes", lambda: Network("2, 4, 1")),  # type: ignore[arg-type]
    ("1 to 32 layers", lambda: Network((2,))),
    ("1 to 32 layers", lambda: Network((2,) * 40)),
    ("whole number of units", lambda: Network((2, 0, 1))),
    ("whole number of units", lambda: Network((2, 2.5, 1))),  # type: ignore[arg-type]
    ("whole number of units", lambda: Network((2, True, 1))),
    ("'tanh'", lambda: Network(activation="tan")),
    ("1 hidden layers, not 2", lambda: Network(activation=("tanh", "relu"))),
    ("Softmax is for outputs", lambda: Network(activation="softmax")),
    ("activation", lambda: Network(output="soft")),
    ("needs outputs of the kind sigmoid, softmax", lambda: Network(output="tanh")),
    ("needs outputs of the kind step", lambda: Network(output="sigmoid", loss="perceptron")),
    ("cross_entropy", lambda: Network(loss="entropy")),
    ("initialiser", lambda: Network(init="xavier")),
    ("seed", lambda: Network(seed=-1)),
    ("sim.Network", changed(network=3)),
    ("shape", changed(x=X[:, :1])),
    ("shape", changed(x=np.zeros((4, 2, 1)))),
    ("1 to 10000000 examples", changed(x=np.zeros((0, 2)))),
    ("as many", changed(y=Y[:3])),
    ("finite", changed(x=X * np.nan)),
    ("must be numbers", changed(y=["a", "b", "c", "d"])),
    ("targets from 0 to 1", changed(y=Y * 2)),
    ("add up to 1", changed(network=Network((2, 3, 2), output="softmax"), y=np.zeros((4, 2)))),
    ("optimizer", changed(optimizer="adamw")),
    ("optimizer", changed(optimizer=["adam"])),
    ("momentum_curve", changed(optimizer="momentum", momentum_schedule="drawn", momentum_curve=3)),
    ("hyperparameter of sgd", changed(optimizer="sgd", hyper={"momentum": 0.9})),
    ("dictionary", changed(hyper=0.1)),
    ("Learning rate", changed(hyper={"learning_rate": 1e9})),
    ("batch", changed(batch=0)),
    ("batch", changed(batch="ten")),
    ("epochs", changed(epochs=-1)),
    ("dropout must be from 0 to 0.99", changed(dropout=1.0)),
    ("dropout is one rate for all hidden layers, or 2", changed(dropout=(0.2, 0.5, 0.5))),
    ("dropout must be from 0 to 0.99", changed(dropout=(0.2, 1.0))),
    ("dropout must be a finite number", changed(dropout="half")),
    ("dropout must be a finite number", changed(dropout={0.1, 0.2})),
    ("l1", changed(l1=-0.1)),
    ("l2", changed(l2=float("nan"))),
    ("schedule", changed(momentum_schedule="fast")),
    ("shape", changed(network=with_weights([np.zeros((2, 3)), np.zeros((4, 1))]))),
    ("for 2 layers", changed(network=with_weights([np.zeros((2, 4))]))),
    ("finite", changed(network=with_weights([np.full((2, 4), np.inf), np.zeros((4, 1))]))),
    ("must be numbers", changed(network=with_weights(["a", np.zeros((4, 1))]))),
]


@pytest.mark.parametrize("word, attempt", REFUSALS)
def test_what_cannot_be_is_refused_in_one_sentence(word: str, attempt: Callable[[], object]) -> None:
    with pytest.raises(sim.ConfigError) as caught:
        attempt()
    said = str(caught.value)
    assert word in said
    assert "\n" not in said
    assert said.endswith((".", "?"))
