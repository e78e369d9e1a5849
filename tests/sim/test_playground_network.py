"""The playground's network: what `sim.train` computes, live settings, weights by hand, and flying off."""

from typing import Any

import numpy as np
import pytest

from sim.config import Config
from sim.errors import ConfigError
from sim.network import Network
from sim.network import train as trained
from sim.network_curvature import curvature_of, gradient_of
from sim.network_training import evaluate, lay_out
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_config import hidden_of
from sim.simulations.playground_view import PlaygroundView
from tests.sim.playground_desk import edited, network_config, network_shown, shown, went

OVERSHOOTING = {
    "layers": "", "dataset": "plane", "n": 50, "output": "linear", "loss": "squared_error", "optimizer": "sgd",
    "batch": 50, "learning_rate": 9.0,
}  # fmt: skip


def library_run(config: Config, epochs: int) -> Any:
    """The same run by `sim.train`."""
    data = PLAYGROUND.init(config).points.data
    layers = data.x.shape[1], *hidden_of(config), data.targets.shape[1]
    network = Network(
        layers, config["activation"], config["output"], config["loss"], config["init"], config["seed"]
    )  # fmt: skip
    hyper = {"learning_rate": config["learning_rate"]}
    if config["optimizer"] in ("momentum", "nesterov"):
        hyper["momentum"] = config["momentum"]
    return trained(
        network, data.x[data.train], data.targets[data.train], config["optimizer"], hyper, config["batch"], epochs,
        config["l1"], config["l2"], config["dropout"], config["seed"], config["shuffle"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"optimizer": "adam", "dataset": "circle", "n": 30, "layers": "4 3", "seed": 5},
        {"dropout": 0.3, "l2": 0.01, "dataset": "moons", "n": 30, "test_share": 0.4, "layers": "5"},
        {"output": "tanh", "loss": "squared_error", "optimizer": "sgd", "l1": 0.01, "shuffle": False},
        {"output": "softmax", "dataset": "three_clouds", "n": 30, "optimizer": "rmsprop", "learning_rate": 0.01},
    ],
)
def test_the_run_is_that_of_the_library(values):
    config = network_config(**values)
    steps_per_epoch = shown(config, PLAYGROUND.init(config)).steps_per_epoch
    state, history = went(config, 20 * steps_per_epoch), library_run(config, 20)
    seen = network_shown(config, state)
    for ours, theirs in zip((*seen.weights, *seen.biases), (*history.weights, *history.biases), strict=True):
        assert np.array_equal(ours, theirs)
    assert np.allclose(seen.curves.loss[1:], history.loss, rtol=1e-14)
    assert seen.curves.epochs.tolist() == list(range(21))


def test_float32_is_near_float64_and_many_weights_have_it_always():
    config = network_config(layers="4", dataset="circle", n=40)
    ours, theirs = went(config, 60), went(config.replace(precision="float32"), 60)
    assert theirs.network.training.kind == np.float32
    assert np.allclose(ours.network.training.parameters, theirs.network.training.parameters, atol=1e-4)
    assert went(config.replace(layers="64 64 64"), 0).network.training.kind == np.float32


def test_a_learning_rate_acts_on_the_running_net():
    config = network_config(optimizer="sgd", learning_rate=0.1)
    state = went(config, 10)
    faster = config.replace(learning_rate=0.3)
    assert PLAYGROUND.change(config, faster, state) is state
    before = state.network.training.parameters.copy()
    slow = PLAYGROUND.advance(config, PLAYGROUND.copy(state), 1).network.training.parameters - before
    fast = PLAYGROUND.advance(faster, state, 1).network.training.parameters - before
    assert np.allclose(fast, 3.0 * slow, rtol=1e-9)


def test_another_optimizer_begins_without_memory_at_the_same_weights():
    config = network_config()
    state = went(config, 25)
    other = config.replace(optimizer="nesterov")
    after = PLAYGROUND.change(config, other, state)
    assert np.array_equal(after.network.training.parameters, state.network.training.parameters)
    assert state.network.training.learner.m.any()
    assert not after.network.training.learner.m.any()


def test_moving_a_point_goes_on_in_the_middle_of_the_epoch():
    config = network_config(dataset="circle", n=40, batch=10)
    state = went(config, 42)
    _, after = PLAYGROUND.edit(config, state, "point", (3, 0.1, 0.2))
    assert (after.step, after.epoch) == (42, 10)
    assert np.array_equal(after.network.training.data.order, state.network.training.data.order)
    assert PLAYGROUND.advance(config, after, 2).epoch == 11


def test_a_weight_goes_where_the_hand_puts_it():
    config = network_config(layers="3 2")
    state = went(config, 5)
    before = network_shown(config, state)
    config, state = edited(config, state, ("weight", (1, 2, 1, -3.5)), ("bias", (0, 2, 0.25)))
    after = network_shown(config, state)
    assert (after.weights[1][2, 1], after.biases[0][2]) == (-3.5, 0.25)
    moved = sum(int((ours != theirs).sum()) for ours, theirs in zip(after.weights, before.weights, strict=True))
    assert (moved, shown(config, state).edits) == (1, 2)


@pytest.mark.parametrize(
    "what, value, sentence",
    [
        ("weight", (0, 0, 0, float("nan")), "must be a number"),
        ("weight", (0, 0, 0, 1e7), "must be a number"),
        ("weight", (0, 0, 0, "much"), "its place and a number"),
        ("weight", (0, 0, 1.0), "4 in all"),
        ("weight", (5, 0, 0, 1.0), "no layer 6"),
        ("weight", (0, 2, 0, 1.0), "no such weight in layer 1"),
        ("bias", (1, -1, 1.0), "no such bias in layer 2"),
        ("bias", 3, "its place and a number"),
    ],
)
def test_a_weight_that_cannot_be_is_refused_in_a_sentence(what, value, sentence):
    config = network_config()
    with pytest.raises(ConfigError, match=sentence):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), what, value)


def plain_descent(config: Config) -> tuple[int, np.ndarray]:
    """Gradient descent on a linear unit by numpy: the last step whose weights are finite, and they (bias last)."""
    data = PLAYGROUND.init(config).points.data
    x = np.column_stack([data.x, np.ones(len(data.x))])
    start = Network((2, 1), "tanh", "linear", "squared_error", config["init"], config["seed"])
    weights, step = np.append(start.weights[0].ravel(), start.biases[0]), 0
    with np.errstate(all="ignore"):
        while True:
            after = weights - config["learning_rate"] * (x.T @ ((x @ weights - data.targets[:, 0]) / len(x)))
            if not np.isfinite(after).all():
                return step, weights
            weights, step = after, step + 1


@pytest.mark.parametrize("slices", [[10_000], [1] * 400, [7, 200, 3, 5000]])
def test_a_run_that_flies_off_stands_at_its_last_finite_weights(slices):
    config = network_config(**OVERSHOOTING)
    last, weights = plain_descent(config)
    state = PLAYGROUND.init(config)
    for steps in (1, *slices, 10_000):
        state = PLAYGROUND.advance(config, state, steps)
    assert (state.step, PLAYGROUND.halted(config, state)) == (last, True)
    assert np.allclose(state.network.training.parameters, weights, rtol=1e-6)
    assert PLAYGROUND.advance(config, state, 10).step == last
    failure = network_shown(config, state).failure
    assert failure.step == last + 1
    assert failure.where[0] in ("weight", "bias")
    assert "larger than any number" in failure.sentence


def test_a_loss_that_explodes_pauses_the_run_once():
    config = network_config(**OVERSHOOTING)
    state = went(config, 10_000)
    paused = state.step
    assert network_shown(config, state).failure.kind == "exploding"
    assert PLAYGROUND.halted(config, state)
    assert PLAYGROUND.advance(config, state, 10).step == paused + 10
    assert network_shown(config, state).failure is None


def test_a_layer_that_dies_pauses_the_run_once():
    config = network_config(
        dataset="circle", layers="4", activation="relu", optimizer="sgd", learning_rate=10.0, loss="cross_entropy"
    )
    state = went(config, 10_000)
    failure = network_shown(config, state).failure
    assert (failure.kind, failure.layer, failure.unit) == ("dead", 0, None)
    assert PLAYGROUND.advance(config, state, 500).step == failure.step + 500


def test_the_bound_is_two_over_the_largest_curvature():
    config = network_config(**OVERSHOOTING)
    state = went(config, 10_000)
    data = state.points.data
    x = np.column_stack([data.x, np.ones(len(data.x))])
    bound = 2.0 / np.linalg.eigvalsh(x.T @ x / len(x))[-1]
    failure = network_shown(config, state).failure
    assert failure.bound == pytest.approx(bound, rel=1e-3)
    assert failure.change [0] == "learning_rate"
    assert 0.81 * bound < failure.change[1] <= 0.9001 * bound


def test_the_suggested_rate_is_calm():
    config = network_config(**OVERSHOOTING)
    state = went(config, 10_000)
    key, value = network_shown(config, state).failure.change
    calm = config.replace({key: value})
    after = went(calm, 5000)
    assert not PLAYGROUND.halted(calm, after)
    assert network_shown(calm, after).loss < 0.01


def test_the_gradient_is_that_of_the_loss_by_finite_differences():
    config = network_config(dataset="circle", n=20, layers="3", test_share=0.25)
    training = went(config, 15).network.training
    here = training.parameters.copy()
    laid_out = lay_out(training.data.x, training.data.y)

    def loss(parameters):
        return evaluate(training.plan, training.loss, parameters, laid_out)[0].mean()

    steps = 1e-6 * np.eye(len(here))
    differences = [(loss(here + step) - loss(here - step)) / 2e-6 for step in steps]
    assert np.allclose(gradient_of(training, here), differences, atol=1e-8)
    assert curvature_of(training, np.full_like(here, 1e300)) is None


@pytest.mark.parametrize(
    "action", [("set", {"learning_rate": 0.01}), ("point", (0, 0.0, 0.0)), ("weight", (0, 0, 0, 0.5))]
)
def test_after_a_change_the_run_goes_on_from_the_last_finite_weights(action):
    config = network_config(**OVERSHOOTING)
    state = went(config, 10_000)
    what, value = action
    if what == "set":
        new = config.replace(value)
        after = PLAYGROUND.change(config, new, state)
    else:
        new, after = PLAYGROUND.edit(config, state, what, value)
    assert network_shown(new, after).failure is None
    assert network_shown(config, state).failure is not None
    if what != "weight":
        assert np.array_equal(after.network.training.parameters, state.network.training.parameters)


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_a_picture_of_numbers_beyond_all_numbers_warns_of_nothing(precision, recwarn):
    config = network_config(**OVERSHOOTING, precision=precision)
    state = went(config, 10_000)
    shown(config, state, PlaygroundView(pixels=64, thumbnail=16))
    assert not recwarn.list


def test_a_large_rate_on_relu_units_flies_off_in_a_deep_net_too():
    config = network_config(
        layers="4 4", activation="relu", dataset="sine", output="linear", loss="squared_error", optimizer="sgd",
        learning_rate=9.0,
    )  # fmt: skip
    state = went(config, 100_000)
    assert PLAYGROUND.halted(config, state)
    assert np.isfinite(state.network.training.parameters).all()


def test_the_ramp_of_momentum_ends_with_the_stop_epoch():
    config = network_config(momentum_schedule="ramp", stop_epoch=100)
    calm = went(config, 9).network.training.parameters
    half = went(config.replace(momentum_schedule="constant", momentum=0.5), 9).network.training.parameters
    assert np.allclose(calm, half, rtol=1e-12)
