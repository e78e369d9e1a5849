"""The largest curvature of a training loss against Hessians written out, and of the digits against exact products."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.lanczos import largest_eigenvalue
from sim.network import Network
from sim.network_curvature import curvature_of
from sim.network_plan import penalised
from sim.network_training import Training, advance, begin, evaluate, lay_out
from sim.skier_bend import Bend, largest_curvature
from sim.skier_digits import NARROW, begun, descent, parts

Row = NDArray[np.float64]
RANDOM = np.random.default_rng(8)
X = RANDOM.normal(size=(30, 2))
LABELS = (X[:, 0] * X[:, 1] > 0).astype(np.int64)
HEADS = {"squared_error": ("linear", LABELS[:, None].astype(float)), "cross_entropy": ("softmax", np.eye(2)[LABELS])}


def training_of(activation: str, loss: str) -> Training:
    """A small network that has learned a little."""
    output, y = HEADS[loss]
    net = Network((2, 4, 3, y.shape[1]), activation, output, loss, seed=2)
    training = begin(net.plan, net.loss, net.parameters, X, y, 2)
    advance(training, descent(0.2, len(X)), 20)
    return training


def hessian(training: Training, here: Row, far: float) -> Any:
    """By second differences of the loss."""
    laid, ways = lay_out(training.data.x, training.data.y), far * np.eye(len(here))

    def loss(place: Row) -> float:
        return float(evaluate(training.plan, training.loss, place, laid)[0].mean())

    def bent(one: Row, other: Row) -> float:
        return loss(here + one + other) - loss(here + one - other) - loss(here - one + other) + loss(here - one - other)

    return np.array([[bent(one, other) for other in ways] for one in ways]) / (4.0 * far * far)


@pytest.mark.parametrize("loss", HEADS)
@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh", "sigmoid"])
def test_it_is_the_largest_eigenvalue_of_the_hessian(activation: str, loss: str) -> None:
    training = training_of(activation, loss)
    here = np.array(training.parameters, np.float64)
    eigenvalues = np.linalg.eigvalsh(hessian(training, here, 2e-5))
    assert curvature_of(training, here) == pytest.approx(eigenvalues[-1], rel=2e-3)


def test_a_penalty_bends_the_loss_further() -> None:
    training = training_of("tanh", "cross_entropy")
    here = np.array(training.parameters, np.float64)
    whole = hessian(training, here, 1e-4) + 0.5 * np.diag(penalised(training.plan).astype(float))
    assert curvature_of(training, here, 0.5) == pytest.approx(np.linalg.eigvalsh(whole)[-1], rel=2e-3)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("steps", [0, 20])
def test_corners_of_hundreds_of_units_do_not_lead_it_astray(seed: int, steps: int) -> None:
    training, train = begun(NARROW, seed), parts()[0]
    advance(training, descent(0.5, 32), steps)
    here = np.array(training.parameters, np.float64)
    exact = list(largest_curvature(Bend(training.plan, here, train.x, train.targets), 1))[-1]
    assert curvature_of(training, here) == pytest.approx(exact, rel=2e-3)


def test_a_large_negative_eigenvalue_is_not_taken_for_the_largest() -> None:
    matrix = np.diag([-9.0, 2.0, 1.0, 0.5])
    assert list(largest_eigenvalue(lambda way: matrix @ way, np.ones(4)))[-1] == pytest.approx(2.0)


def test_what_is_not_finite_has_no_eigenvalue() -> None:
    assert np.isnan(list(largest_eigenvalue(lambda way: way * np.inf, np.ones(3)))[-1])
