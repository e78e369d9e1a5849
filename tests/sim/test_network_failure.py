"""Failure forensics: the last finite step, who failed and why, the bound beside the rate, and what would help."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.datasets import dataset
from sim.network import Network
from sim.network_causes import shortened
from sim.network_curvature import curvature_of, gradient_of
from sim.network_failure import Failure, advance_finite, fatal, silent_layer, watch
from sim.network_plan import penalised
from sim.network_training import Settings, Training, advance, begin, evaluate, lay_out

Row = NDArray[np.float64]
RANDOM = np.random.default_rng(4)
X = RANDOM.normal(size=(40, 3))
Y = X @ np.array([[1.0], [-2.0], [0.5]]) + 0.3
WHOLE = Settings("sgd", (0.1, 0.0, 0.0, 0.0), batch=40, shuffle=False)


def line(**kind: Any) -> Training:
    """One linear unit, whose loss is a bowl."""
    net = Network((3, 1), output="linear", loss="squared_error", seed=1)
    return begin(net.plan, net.loss, net.parameters, X, Y, 1, **kind)


def deep(activation: str = "relu", **kind: Any) -> Training:
    net = Network((3, 8, 6, 1), activation, "linear", "squared_error", seed=1)
    return begin(net.plan, net.loss, net.parameters, X, Y, 1, **kind)


def curvature() -> float:
    """The largest of the bowl."""
    padded = np.column_stack([X, np.ones(len(X))])
    return float(np.linalg.eigvalsh(padded.T @ padded / len(X))[-1])


def at_the_rate(rate: float, optimizer: str = "sgd", momentum: float = 0.0, **others: Any) -> Settings:
    return replace(WHOLE, optimizer=optimizer, hyper=(rate, momentum, 0.0, 0.0), **others)


def loss_of(training: Training) -> float:
    return float(evaluate(training.plan, training.loss, training.parameters, lay_out(X, Y))[0].mean())


def flown(settings: Settings, training: Training | None = None) -> tuple[Training, Failure]:
    """Train to the bitter end."""
    training = training or line()
    first = training.parameters.copy()
    assert advance_finite(training, settings, 100_000) < 100_000
    return training, fatal(training, settings, first)


def watched(training: Training, settings: Settings, steps: int) -> Failure | None:
    """Look every ten updates."""
    first, at_start = training.parameters.copy(), loss_of(training)
    for _ in range(0, steps, 10):
        advance(training, settings, 10)
        found = watch(training, settings, (at_start, loss_of(training)), first)
        if found is not None:
            return found
    return None


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_a_training_stands_at_its_last_finite_numbers(kind: type) -> None:
    training, failure = flown(at_the_rate(2.5), line(kind=kind))
    assert np.isfinite(training.parameters).all()
    assert training.ended is None
    assert failure.step == training.step + 1
    advance(training, at_the_rate(2.5), 1)
    assert not np.isfinite(training.parameters).all()
    broken = np.flatnonzero(~np.isfinite(training.parameters))[0]
    assert failure.where == (("weight", 0, broken, 0) if broken < 3 else ("bias", 0, 0))


def test_slices_come_to_the_same_last_step() -> None:
    whole, cut = line(kind=np.float32), line(kind=np.float32)
    made = advance_finite(whole, at_the_rate(2.5), 10_000)
    steps = 0
    while (part := advance_finite(cut, at_the_rate(2.5), 7)) == 7:
        steps += 7
    assert steps + part == made
    assert np.array_equal(whole.parameters, cut.parameters)


@pytest.mark.parametrize(
    "optimizer, momentum, factor", [("sgd", 0.0, 2.0), ("momentum", 0.5, 3.0), ("nesterov", 0.5, 1.5)]
)
def test_the_bound_is_that_of_the_optimizer(optimizer: str, momentum: float, factor: float) -> None:
    bound = factor / curvature()
    _, failure = flown(at_the_rate(1.5 * bound, optimizer, momentum))
    assert failure.bound == pytest.approx(bound, rel=1e-3)
    assert dict(failure.facts) == {"learning rate": pytest.approx(1.5 * bound), "stable below": failure.bound}
    assert failure.change is not None
    assert failure.change[0] == "learning_rate"
    calm = line()
    assert advance_finite(calm, at_the_rate(failure.change[1], optimizer, momentum), 5000) == 5000
    assert loss_of(calm) < 1e-6


def test_an_optimizer_that_divides_by_the_size_of_gradients_has_no_bound() -> None:
    training = line()
    settings = Settings("rmsprop", (1e300, 0.9, 0.0, 1e-8), batch=40)
    advance_finite(training, settings, 1000)
    failure = fatal(training, settings, training.parameters)
    assert failure.bound is None
    assert failure.change == ("learning_rate", pytest.approx(1e299))


def test_l2_counts_as_curvature_and_is_what_to_change_where_it_is_the_cause() -> None:
    calm = 1.0 / curvature()
    _, failure = flown(at_the_rate(calm, l2=10.0))
    assert failure.bound == pytest.approx(2.0 / (curvature() + 10.0), rel=0.05)
    assert failure.change is not None
    key, value = failure.change
    assert key == "l2"
    assert advance_finite(line(), at_the_rate(calm, l2=value), 5000) == 5000


def test_a_heavy_momentum_below_the_bound_is_named() -> None:
    training = line()
    settings = at_the_rate(0.5, "momentum", 0.999, batch=4)
    failure = fatal(training, settings, training.parameters)
    assert failure.change == ("momentum", 0.9)
    assert "1000" in failure.sentence.replace("\u202f", "").replace(",", "")
    assert dict(failure.facts)["momentum"] == 0.999


def test_a_dropout_that_leaves_hardly_anybody_is_named() -> None:
    training = deep()
    failure = fatal(training, at_the_rate(0.01, dropout=0.99), training.parameters)
    assert failure.change == ("dropout", 0.5)
    assert "100 times" in failure.sentence
    failure = fatal(training, at_the_rate(0.01, dropout=0.5, dropout_input=0.95), training.parameters)
    assert failure.change == ("dropout_input", 0.5)


def test_a_dropout_of_one_layer_is_named_and_one_that_is_not_in_force_is_not() -> None:
    training = deep()
    failure = fatal(training, at_the_rate(0.01, dropout_layers=(0.2, 0.98)), training.parameters)
    assert "a dropout of 0.98" in failure.sentence
    assert failure.change is None
    failure = fatal(training, at_the_rate(0.01, dropout=0.99, dropout_layers=(0.0, 0.0)), training.parameters)
    assert "dropout" not in failure.sentence


def test_a_place_on_the_way_out_is_named_but_no_advice() -> None:
    """The rate was calm at the start; where it has come to it is not, by far."""
    training = deep()
    first = training.parameters.copy()
    training.learner.p[:] *= 100.0
    failure = fatal(training, at_the_rate(0.01), first)
    assert "curvature of this place" in failure.sentence
    assert failure.bound is not None
    assert failure.bound < 0.0001
    assert failure.change == ("learning_rate", pytest.approx(0.001))


def test_the_curvature_of_a_bowl_is_its_largest_eigenvalue() -> None:
    training = line()
    assert curvature_of(training, training.parameters) == pytest.approx(curvature(), rel=1e-4)
    assert curvature_of(training, np.full(4, 1e300)) is None


def test_a_unit_that_stands_on_its_corner_counts_as_shut() -> None:
    """The first layer answers no example with x < 0; behind it all biases are 0."""
    net = Network((1, 2, 2, 1), "relu", "linear", "squared_error", seed=1)
    net.weights = [np.array([[1.0, 2.0]]), np.array([[1.0, 0.5], [0.5, 1.0]]), np.array([[1.0], [-1.0]])]
    x, y = np.array([[-1.0], [-2.0], [1.0], [2.0]]), np.ones((4, 1))
    training = begin(net.plan, net.loss, net.parameters, x, y)
    beside = net.parameters - 1e-4 * (1.0 - penalised(net.plan))
    found = curvature_of(training, net.parameters)
    assert found == pytest.approx(dense_curvature(training, beside), rel=0.05)


def dense_curvature(training: Training, here: Row) -> float:
    """The largest eigenvalue of the whole Hessian, from central differences."""
    ways = 1e-5 * np.eye(len(here))
    rows = [gradient_of(training, here + way) - gradient_of(training, here - way) for way in ways]
    return float(np.linalg.eigvalsh(np.array(rows) / 2e-5)[-1])


def test_the_curvature_is_found_where_the_loss_bends_down_as_much_as_up() -> None:
    """A tanh network with large weights: 43.3 up, 40.8 down."""
    x, y = dataset("xor", n=80, noise=0.1, seed=0)
    net = Network((2, 4, 4, 1), "tanh", "linear", "squared_error", seed=1)
    training = begin(net.plan, net.loss, net.parameters, x, y)
    found = curvature_of(training, 5.0 * net.parameters)
    assert found == pytest.approx(dense_curvature(training, 5.0 * net.parameters), rel=0.05)


def test_a_loss_that_explodes_is_noticed_before_the_numbers_end() -> None:
    training = line(kind=np.float32)
    failure = watched(training, at_the_rate(2.5), 200)
    assert failure is not None
    assert (failure.kind, failure.ends) == ("exploding", False)
    assert np.isfinite(training.parameters).all()
    assert failure.step == training.step
    assert failure.bound == pytest.approx(2.0 / curvature(), rel=1e-2)
    largest = np.abs(training.parameters).argmax()
    assert failure.where == (("weight", 0, largest, 0) if largest < 3 else ("bias", 0, 0))


def test_a_training_that_goes_well_is_left_alone() -> None:
    for activation in ("relu", "tanh", "sigmoid", "leaky_relu", "linear"):
        assert watched(deep(activation), at_the_rate(0.05), 400) is None


def kill(training: Training, layer: int) -> None:
    """Biases so low that no unit of a hidden layer answers."""
    row = training.plan[layer].tolist()
    training.learner.p[row[3] : row[3] + row[1]] = -1e3


@pytest.mark.parametrize("layer", [0, 1])
@pytest.mark.parametrize("activation, word", [("relu", "No unit"), ("tanh", "at its limit"), ("sigmoid", "limit")])
def test_a_dead_layer_is_named(activation: str, word: str, layer: int) -> None:
    training = deep(activation)
    first = training.parameters.copy()
    advance(training, WHOLE, 1)
    kill(training, layer)
    failure = watch(training, WHOLE, (1.0, 1.0), first)
    assert failure is not None
    assert (failure.kind, failure.layer, failure.unit) == ("dead", layer, None)
    assert word in failure.sentence
    assert failure.change == ("learning_rate", pytest.approx(0.01))


def test_one_living_unit_or_one_example_keeps_a_layer_alive() -> None:
    training = deep()
    advance(training, WHOLE, 1)
    kill(training, 0)
    training.learner.p[training.plan[0, 3]] = 1e3
    assert silent_layer(training.plan, training.parameters, X) is None
    many = np.concatenate([np.full((200, 3), -1.0), np.ones((1, 3))])
    net = Network((3, 1, 1), "relu", "linear", "squared_error")
    net.weights[0][:] = 1.0
    assert silent_layer(net.plan, net.parameters, many[:200]) == 0
    assert silent_layer(net.plan, net.parameters, many) is None


def test_a_layer_whose_units_all_stay_shut_learns_nothing_more() -> None:
    """What the word dead says: no weight up to that layer moves any more."""
    training = deep()
    kill(training, 1)
    before = training.parameters.copy()
    advance(training, WHOLE, 50)
    end = training.plan[2, 2]
    assert np.array_equal(training.parameters[:end], before[:end])
    assert not np.array_equal(training.parameters[end:], before[end:])


def test_a_penalty_that_took_all_weights_is_named() -> None:
    training = deep()
    first = training.parameters.copy()
    settings = replace(WHOLE, l1=10.0)
    advance(training, settings, 200)
    training.learner.p[training.plan[0, 3] : training.plan[0, 3] + 8] = 0.0
    failure = watch(training, settings, (1.0, 1.0), first)
    assert failure is not None
    assert failure.change == ("l1", 1.0)
    assert "L1 took the weights" in failure.sentence


def test_weights_that_were_all_zero_from_the_start_are_no_fault_of_the_rate() -> None:
    net = Network((3, 4, 1), "relu", "linear", "squared_error")
    training = begin(net.plan, net.loss, np.zeros(len(net.parameters)), X, Y)
    advance(training, WHOLE, 3)
    failure = watch(training, WHOLE, (1.0, 1.0), np.zeros(len(net.parameters)))
    assert failure is not None
    assert failure.change is None
    assert "from the first weights on" in failure.sentence


def test_nothing_has_failed_before_the_first_update() -> None:
    training = deep()
    kill(training, 0)
    assert watch(training, WHOLE, (1.0, 1e9), training.parameters) is None


def test_of_several_arms_the_one_that_failed_is_named() -> None:
    _, failure = flown(at_the_rate(2.5))
    of_b = failure.of_arm("b")
    assert (of_b.arm, of_b.title[:3]) == ("b", "B: ")
    assert of_b.change is not None
    assert of_b.change[0] == "b.learning_rate"
    assert failure.arm == ""


def test_the_way_back_does_not_lead_before_the_start() -> None:
    _, failure = flown(at_the_rate(1e60))
    assert failure.back < 20
    assert failure.step == failure.back + 1


@pytest.mark.parametrize("value, said", [(0.1299, 0.12), (0.12, 0.12), (99.9, 99.0), (1.0, 1.0), (3.456e-4, 3.4e-4)])
def test_a_suggested_number_has_two_digits_and_is_not_larger(value: float, said: float) -> None:
    assert shortened(value) == pytest.approx(said, rel=1e-12)
