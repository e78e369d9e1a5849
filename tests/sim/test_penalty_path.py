"""Regularization paths: lasso and ridge regression as textbooks have them, and what each form of L1 leaves behind."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import sim
from sim.dropout_draws import dropout_of
from sim.errors import ConfigError
from sim.network import Network
from sim.network_plan import join, make_plan
from sim.network_training import Settings, advance, begin, constants_for, switches_of
from sim.penalties import subgradient
from sim.penalty_path import (
    RegularizationPath,
    advance_path,
    begin_path,
    path_seen,
    regularization_path,
    usual_lambdas,
)
from sim.penalty_path_kernels import train_priced

Row = NDArray[np.float64]
TRUE, FEATURES, EXAMPLES = 10, 100, 80


def sparse_world(seed: int) -> tuple[Row, Row, Row, Row]:
    """80 noisy examples with 100 features of which 10 count, and 2,000 to test on without noise."""
    random = np.random.default_rng(seed)
    x, tested = random.normal(size=(EXAMPLES, FEATURES)), random.normal(size=(2000, FEATURES))
    weights = np.zeros(FEATURES)
    weights[:TRUE] = random.choice([-1, 1], TRUE) * random.uniform(1, 2, TRUE)
    return x, x @ weights + 0.5 * random.normal(size=EXAMPLES), tested, tested @ weights


def linear_unit(inputs: int, seed: int = 0) -> Network:
    """One linear unit with the squared error."""
    return Network((inputs, 1), output="linear", loss="squared_error", init="fan_in", seed=seed)


def correlated(seed: int = 1) -> tuple[Row, Row]:
    """60 examples with eight features that resemble each other, and an intercept."""
    random = np.random.default_rng(seed)
    x = random.normal(size=(60, 8)) + random.normal(size=(60, 1))
    return x, x @ random.normal(size=8) + 3.0 + 0.3 * random.normal(size=60)


def rate_for(x: Row, price: float = 0.0) -> float:
    """1 / the largest curvature."""
    padded = np.hstack([x, np.ones((len(x), 1))])
    return float(1.0 / (np.linalg.eigvalsh(padded.T @ padded / len(x)).max() + price))


# the numbers of the textbook


def coordinate_descent(x: Row, y: Row, price: float) -> Row:
    """The lasso with an intercept, one weight at a time (Friedman, Hastie & Tibshirani 2010)."""
    xc, yc = x - x.mean(axis=0), y - y.mean()
    w, sizes = np.zeros(x.shape[1]), (xc * xc).mean(axis=0)
    for _ in range(1500):
        for j in range(len(w)):
            pull = xc[:, j] @ (yc - xc @ w) / len(y) + sizes[j] * w[j]
            w[j] = np.sign(pull) * max(abs(pull) - price, 0.0) / sizes[j]
    return np.append(w, y.mean() - x.mean(axis=0) @ w)


@cache
def lasso_path() -> tuple[Row, Row, RegularizationPath]:
    """The path of the eight features."""
    x, y = correlated()
    lambdas = np.geomspace(1e-2, 5.0, 20)
    return x, y, regularization_path(linear_unit(8), x, y, lambdas=lambdas, steps=20_000, learning_rate=rate_for(x))


def test_the_path_of_a_linear_unit_is_the_lasso() -> None:
    x, y, path = lasso_path()
    for k in (0, 8, 12, 16):
        np.testing.assert_allclose(path.parameters[k], coordinate_descent(x, y, path.lambdas[k]), atol=2e-4)


def test_the_path_of_a_linear_unit_is_scikit_learn_s() -> None:
    models = pytest.importorskip("sklearn.linear_model", reason="scikit-learn is not installed")
    x, y, path = lasso_path()
    _, weights, _ = models.lasso_path(x - x.mean(axis=0), y - y.mean(), alphas=path.lambdas[::-1], tol=1e-10)
    np.testing.assert_allclose(path.parameters[:, :8], weights.T[::-1], atol=2e-4)
    assert np.array_equal(path.zeros, (weights.T[::-1] == 0.0).sum(axis=1))


def test_a_weight_is_zero_where_nothing_pulls_harder_than_lambda() -> None:
    """The conditions of Karush, Kuhn and Tucker: |gradient| <= lambda at 0, gradient = -lambda sign(w) elsewhere."""
    x, y, path = lasso_path()
    for price, row in zip(path.lambdas, path.parameters.astype(np.float64), strict=True):
        gradient = x.T @ (x @ row[:8] + row[8] - y) / len(y)
        zero = row[:8] == 0.0
        assert (np.abs(gradient[zero]) <= price + 1e-4).all()
        np.testing.assert_allclose(gradient[~zero], -price * np.sign(row[:8][~zero]), atol=3e-4)


def test_above_the_strongest_pull_every_weight_is_zero_and_the_bias_is_the_mean() -> None:
    x, y = correlated()
    strongest = np.abs((x - x.mean(axis=0)).T @ (y - y.mean())).max() / len(y)
    lambdas = [0.99 * strongest, 1.01 * strongest]
    path = regularization_path(linear_unit(8), x, y, lambdas=lambdas, steps=20_000, learning_rate=rate_for(x))
    assert path.zeros.tolist() == [7, 8]
    assert path.parameters[1, 8] == pytest.approx(y.mean(), rel=1e-5)


def test_perpendicular_features_are_shrunk_each_by_itself() -> None:
    """With x'x / n = 1 the weight is soft(w, lambda) under L1 and w / (1 + lambda) under L2."""
    x = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    y = x @ np.array([2.0, -0.5]) + 1.0
    lambdas = [0.0, 0.3, 0.5, 1.0, 3.0]
    first = regularization_path(linear_unit(2), x, y, "l1", lambdas, steps=400)
    second = regularization_path(linear_unit(2), x, y, "l2", lambdas, steps=400)
    wanted = [[2.0, -0.5], [1.7, -0.2], [1.5, 0.0], [1.0, 0.0], [0.0, 0.0]]
    np.testing.assert_allclose(first.parameters[:, :2], wanted, atol=1e-6)
    np.testing.assert_allclose(second.parameters[:, :2], [2.0, -0.5] / (1.0 + np.array([lambdas]).T), atol=1e-6)
    np.testing.assert_allclose(first.parameters[:, 2], 1.0, rtol=1e-6)
    np.testing.assert_allclose(first.cost, lambdas * np.abs(wanted).sum(axis=1), atol=1e-6)


def test_the_l2_path_of_a_linear_unit_is_ridge_regression() -> None:
    x, y = correlated()
    lambdas = np.geomspace(1e-2, 10.0, 12)
    path = regularization_path(linear_unit(8), x, y, "l2", lambdas, steps=5000, learning_rate=rate_for(x, 10.0))
    xc, yc = x - x.mean(axis=0), y - y.mean()
    for price, row in zip(lambdas, path.parameters, strict=True):
        w = np.linalg.solve(xc.T @ xc / len(y) + price * np.eye(8), xc.T @ yc / len(y))
        np.testing.assert_allclose(row, [*w, y.mean() - x.mean(axis=0) @ w], atol=1e-3)
    assert not path.zeros.any()


# what it is for


@cache
def shrunk(seed: int, penalty: str, form: str) -> tuple[RegularizationPath, Row]:
    """lambda 0, .1 and 1 in the sparse world after 3,000 steps, and their errors on the test."""
    x, y, tested, truth = sparse_world(seed)
    rate = rate_for(x, 1.0)
    path = regularization_path(linear_unit(FEATURES, seed), x, y, penalty, [0.0, 0.1, 1.0], 3000, rate, form)
    answers = path.parameters[:, :FEATURES] @ tested.T + path.parameters[:, FEATURES:]
    return path, ((answers - truth) ** 2).mean(axis=1)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_threshold_makes_zeros_and_keeps_what_counts(seed: int) -> None:
    path, error = shrunk(seed, "l1", "threshold")
    assert path.zeros[1] >= 70
    assert path.parameters[1, :TRUE].all()
    assert error[1] < 0.2 * error[0]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_slope_leaves_no_weight_at_zero_though_most_are_small(seed: int) -> None:
    path, _ = shrunk(seed, "l1", "slope")
    assert path.zeros[1] == 0
    assert (np.abs(path.parameters[1, :FEATURES]) < 0.05).sum() > 70


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_l2_leaves_no_weight_at_zero_and_does_not_help_where_few_features_count(seed: int) -> None:
    path, error = shrunk(seed, "l2", "threshold")
    assert path.zeros.tolist() == [0, 0, 0]
    assert error[2] > error[0]


# any network


@pytest.mark.parametrize("penalty", ["l1", "l2"])
def test_a_lambda_of_the_path_is_a_training_with_that_penalty(penalty: str) -> None:
    network, (x, y) = Network((2, 6, 1), seed=4), sim.dataset("moons", n=40, noise=0.2, seed=1)
    path = regularization_path(network, x, y, penalty, [0.0, 0.003, 0.03], 300, 0.5)
    for k, price in enumerate(path.lambdas):
        single = sim.train(
            network, x, y, "sgd", {"learning_rate": 0.5}, batch=40, epochs=300, **{penalty: float(price)}
        )  # fmt: skip
        row = join(network.plan, single.weights, single.biases)
        np.testing.assert_allclose(path.parameters[k], row, rtol=1e-3, atol=1e-4)
        assert path.loss[k] == pytest.approx(single.loss[-1], rel=1e-4)
        np.testing.assert_allclose(path.network(k).weights[0], single.weights[0], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov"])
def test_a_lambda_is_the_same_with_momentum(optimizer: str) -> None:
    """Orthogonal inputs: each weight of the lasso is that of least squares, nearer to 0 by lambda."""
    x = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    y, unit = x @ np.array([2.0, -0.5]) + 1.0, linear_unit(2)
    for price, expected in ((0.3, [1.7, -0.2]), (0.6, [1.4, 0.0])):
        trained = sim.train(unit, x, y, optimizer, {"learning_rate": 0.05}, batch=4, epochs=2000, l1=price)
        np.testing.assert_allclose(trained.weights[0].ravel(), expected, atol=1e-12)


@pytest.mark.parametrize("optimizer", ["momentum", "nesterov"])
def test_momentum_comes_to_the_lasso_of_scikit_learn(optimizer: str) -> None:
    linear_model = pytest.importorskip("sklearn.linear_model", reason="scikit-learn is not installed")
    x, y = correlated()
    for price in (0.05, 0.2, 0.8):
        trained = sim.train(
            linear_unit(8), x, y, optimizer, {"learning_rate": rate_for(x) / 2.0}, batch=60, epochs=4000, l1=price
        )  # fmt: skip
        theirs = linear_model.Lasso(alpha=price, tol=1e-12, max_iter=100_000).fit(x, y)
        np.testing.assert_allclose(trained.weights[0].ravel(), theirs.coef_, rtol=1e-6, atol=1e-8)
        assert np.array_equal(trained.weights[0].ravel() == 0.0, theirs.coef_ == 0.0)


def test_one_training_takes_the_slope_too() -> None:
    """Step by step with numpy, in float64."""
    x, y = correlated()
    network, rate, price = linear_unit(8), 0.05, 0.2
    training = begin(network.plan, network.loss, network.parameters, x, y[:, None])
    settings = Settings("sgd", (rate, 0.0, 0.0, 0.0), batch=60, l1=price, l1_by_slope=True)
    advance(training, settings, 50)
    row, flags = network.parameters, np.append(np.ones(8), 0.0)
    padded = np.hstack([x, np.ones((60, 1))])
    for _ in range(50):
        row = row - rate * (padded.T @ (padded @ row - y) / 60 + price * flags * np.sign(row))
    np.testing.assert_allclose(training.parameters, row, rtol=1e-11)


def test_the_slope_form_is_what_autograd_makes_of_the_penalty() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network, (x, y) = Network((2, 5, 1), seed=2), sim.dataset("circle", n=30, seed=1)
    path = regularization_path(network, x, y, "l1", [0.01], 100, 0.3, form="slope")
    parts = [torch.tensor(part, requires_grad=True) for part in (*network.weights, *network.biases)]
    w1, w2, b1, b2 = parts
    optimizer, inputs, targets = torch.optim.SGD(parts, lr=0.3), torch.tensor(x), torch.tensor(y)
    for _ in range(100):
        optimizer.zero_grad()
        z = torch.tanh(inputs @ w1 + b1) @ w2 + b2
        loss = torch.nn.functional.binary_cross_entropy_with_logits(z, targets)
        (loss + 0.01 * (w1.abs().sum() + w2.abs().sum())).backward()
        optimizer.step()
    np.testing.assert_allclose(path.network(0).weights[0], w1.detach().numpy(), rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(path.network(0).biases[0], b1.detach().numpy(), rtol=1e-3, atol=1e-4)


def test_the_slope_of_a_size_is_its_sign_and_nothing_at_zero() -> None:
    assert subgradient(np.array([-2.5, -0.0, 0.0, 1e-300])).tolist() == [-1.0, 0.0, 0.0, 1.0]


# lanes


def test_a_lambda_does_not_depend_on_its_neighbours_nor_on_slices() -> None:
    network, (x, y) = Network((2, 4, 1), seed=1), sim.dataset("xor", n=24, noise=0.1, seed=3)
    prices = usual_lambdas(130)
    whole, cut = (begin_path(network.plan, network.loss, network.parameters, x, y, prices) for _ in range(2))
    advance_path(whole, 60)
    for steps in (1, 20, 39):
        advance_path(cut, steps)
    alone = regularization_path(network, x, y, lambdas=[prices[100]], steps=60)
    assert cut.steps == 60
    assert np.array_equal(path_seen(whole).parameters, path_seen(cut).parameters)
    assert np.array_equal(path_seen(whole).parameters[100], alone.parameters[0])


def test_a_lambda_that_flies_off_takes_no_other_along() -> None:
    x, y = correlated()
    path = regularization_path(linear_unit(8), x, y, "l2", [0.1, 1e5], 200, rate_for(x))
    assert np.isnan(path.ended[0])
    assert path.ended[1] < 30
    assert np.isfinite(path.parameters[0]).all()


def test_the_kernel_is_plain_python_too() -> None:
    plan = make_plan((2, 1), ("linear",))
    runs = [begin_path(plan, "squared_error", [0.5, -0.3, 0.1], np.eye(2), [[1.0], [2.0]], [0.0, 0.2]) for _ in "12"]
    advance_path(runs[0], 3)
    run, settings = runs[1], Settings("sgd", (0.1, 0.0, 0.0, 0.0), l1=1.0)
    work = run.ensemble
    with np.errstate(all="ignore"):
        train_priced(
            plan.ravel(), switches_of(settings, work.loss, 2), work.data, work.learner, run.hyper,
            constants_for(settings, np.float32), dropout_of(settings, len(plan), 0, np.float32), work.work, work.clock,
            work.ended, 3,
        )  # fmt: skip
    np.testing.assert_allclose(path_seen(run).parameters, path_seen(runs[0]).parameters, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"penalty": "l3"}, "There is no penalty 'l3'"),
        ({"form": ["slope"]}, "There is no form"),
        ({"form": "steps"}, "There is no form 'steps'"),
        ({"lambdas": [-0.1]}, "numbers from 0 to"),
        ({"lambdas": []}, "a row of 1 to"),
        ({"lambdas": "many"}, "lambdas must be numbers"),
        ({"learning_rate": 0.0}, "learning_rate must be greater than 0"),
        ({"steps": -1}, "steps must be a whole number"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        regularization_path(linear_unit(8), *correlated(), **wrong)


def test_there_is_no_network_beyond_the_last_lambda() -> None:
    path = regularization_path(linear_unit(8), *correlated(), lambdas=[0.1, 0.2], steps=1)
    with pytest.raises(ConfigError, match="networks 0 to 1, not 2"):
        path.network(2)


@pytest.mark.parametrize("index", [0.5, "first", None, True])
def test_a_network_of_a_path_has_a_whole_number(index: Any) -> None:
    path = regularization_path(linear_unit(8), *correlated(), lambdas=[0.1, 0.2], steps=1)
    with pytest.raises(ConfigError, match="There are networks 0 to 1, not"):
        path.network(index)
