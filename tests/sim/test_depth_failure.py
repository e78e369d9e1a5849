"""A deep network that leaves the finite numbers stands at its last ones, and says which number it was."""

import numpy as np
import pytest

from sim.depth_arms import ARMS, first_network
from sim.depth_failure import curvature_of, failure_of, memory_of, place_of, recall
from sim.depth_network import DeepNetwork, gradient_of, update
from sim.depth_start import digits_seen


def network(key: str = "relu_he") -> DeepNetwork:
    return first_network(ARMS[key], 3, 8, 0)


@pytest.mark.parametrize("key", ["relu_he", "batch_norm"])
def test_a_number_is_found_where_it_lies(key: str) -> None:
    net = network(key)
    for layer, part in enumerate(net.parts):
        for row, place in ((part.w[2], ("weight", layer, 2, 5)), (part.b, ("bias", layer, 5))):
            kept = row[5]
            row[5] = np.nan
            assert place_of(net, net.theta) == place
            row[5] = kept


def test_an_update_can_be_taken_back() -> None:
    net, batch = network(), digits_seen()[2]
    kept = memory_of(net)
    theta = net.theta.copy()
    update(net, batch, 0.1)
    assert not np.array_equal(net.theta, theta)
    recall(net, kept)
    assert np.array_equal(net.theta, theta)
    assert not net.velocity.any()


def test_the_curvature_is_that_of_the_hessian() -> None:
    net, seen = network("tanh_glorot"), digits_seen()[2]
    for part in net.parts[:-1]:
        part.w[...] *= 0.05
    other, columns = net.copy(), []
    for k in range(len(net.theta)):
        sides = []
        for far in (1e-5, -1e-5):
            other.theta[...] = net.theta
            other.theta[k] += far
            sides.append(gradient_of(other, seen.x, seen.targets))
        columns.append((sides[0] - sides[1]) / 2e-5)
    largest = np.linalg.eigvalsh((np.array(columns) + np.array(columns).T) / 2)[-1]
    assert curvature_of(net, 1.0) == pytest.approx(largest, rel=0.02)


def test_the_report_names_arm_layer_and_bound() -> None:
    net = network()
    broken = net.theta.copy()
    broken[-1] = np.inf
    failure = failure_of("relu_he", net, broken, 13, 1e3, 1.0, True)
    assert failure.title == f"{ARMS['relu_he'].title}: The numbers end at update 13"
    assert (failure.layer, failure.unit, failure.back) == (3, 9, 13)
    assert failure.bound is not None
    assert failure.bound == pytest.approx(3.8 / curvature_of(net, 1.0), rel=1e-9)
    assert failure.change is not None
    assert failure.change[1] == pytest.approx(100.0)
    assert failure_of("relu_he", net, broken, 13, 1e3, 1.0, False).change is None
