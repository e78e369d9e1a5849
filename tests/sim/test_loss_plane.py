"""Planes through parameters: how long their directions are, what they keep of a path, and where points stand."""

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.loss_plane import LossPlane, main_plane, project, random_plane
from sim.network import Network
from sim.network_plan import split

Row = NDArray[np.float64]
NETWORK = Network((3, 5, 4, 2), "tanh", "softmax", seed=3)


def walk(points: int, seed: int = 1) -> Row:
    """A random walk that ends in the network's parameters."""
    steps = np.random.default_rng(seed).normal(size=(points, NETWORK.parameters.size)).cumsum(axis=0)
    return NETWORK.parameters + steps - steps[-1]


@pytest.mark.parametrize("way", ["first", "second"])
def test_a_random_direction_moves_every_unit_by_what_it_weighs(way: str) -> None:
    plane = random_plane(NETWORK.plan, NETWORK.parameters, seed=5)
    weights, biases = split(NETWORK.plan, getattr(plane, way))
    for moved, own in zip(weights, NETWORK.weights, strict=True):
        np.testing.assert_allclose(np.linalg.norm(moved, axis=0), np.linalg.norm(own, axis=0))
    assert not np.concatenate(biases).any()


def test_random_directions_depend_on_the_seed_alone() -> None:
    planes = [random_plane(NETWORK.plan, NETWORK.parameters, seed) for seed in (5, 5, 6)]
    assert np.array_equal(planes[0].first, planes[1].first)
    assert not np.allclose(planes[0].first, planes[2].first)
    assert not np.allclose(planes[0].first, planes[0].second)


def test_directions_grow_with_the_weights() -> None:
    """ReLU networks that compute the same with other weights get the same picture: that is what it is for."""
    small = random_plane(NETWORK.plan, NETWORK.parameters)
    large = random_plane(NETWORK.plan, 7.0 * NETWORK.parameters)
    np.testing.assert_allclose(large.first, 7.0 * small.first, rtol=1e-12)


def test_a_unit_without_weights_stays() -> None:
    parameters = NETWORK.parameters
    parameters[: NETWORK.plan[0, 0]] = 0.0
    plane = random_plane(NETWORK.plan, parameters)
    assert not plane.first[: NETWORK.plan[0, 0]].any()
    assert np.isfinite(plane.first).all()


def test_a_foot_is_where_least_squares_puts_it() -> None:
    plane = random_plane(NETWORK.plan, NETWORK.parameters)
    points, ways = walk(20), np.stack([plane.first, plane.second], axis=1)
    shadow = project(plane, points)
    for point, foot, distance in zip(points, shadow.coordinates, shadow.distances, strict=True):
        wanted, squares, _, _ = np.linalg.lstsq(ways, point - plane.middle, rcond=None)
        np.testing.assert_allclose(foot, wanted, rtol=1e-9, atol=1e-12)
        assert distance**2 == pytest.approx(squares.sum(), rel=1e-9, abs=1e-20)


def test_a_point_of_the_plane_is_its_own_foot() -> None:
    plane = random_plane(NETWORK.plan, NETWORK.parameters)
    coordinates = np.array([[0.0, 0.0], [0.3, -2.0], [1e3, 4.0]])
    shadow = project(plane, plane.at(coordinates))
    np.testing.assert_allclose(shadow.coordinates, coordinates, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(shadow.distances, 0.0, atol=1e-9)


def test_the_distance_of_a_point_right_above_is_how_far_it_was_lifted() -> None:
    plane = LossPlane(np.zeros(3), np.array([2.0, 0.0, 0.0]), np.array([1.0, 1.0, 0.0]))
    shadow = project(plane, [[3.0, 1.0, -4.0]])
    np.testing.assert_allclose(shadow.coordinates, [[1.0, 1.0]], rtol=1e-12)
    assert shadow.distances[0] == pytest.approx(4.0)


def test_a_point_at_infinity_has_no_foot() -> None:
    point = NETWORK.parameters
    point[3] = np.inf
    assert np.isnan(project(random_plane(NETWORK.plan, NETWORK.parameters), [point]).distances[0])


def test_no_plane_through_the_middle_keeps_closer_to_a_path() -> None:
    path = walk(30)
    best = main_plane(NETWORK.plan, NETWORK.parameters, path)
    spread = np.linalg.eigvalsh((path - best.middle) @ (path - best.middle).T)
    missed = (project(best, path).distances ** 2).sum()
    assert missed == pytest.approx(spread[:-2].sum(), rel=1e-9)
    assert sum(best.shares) == pytest.approx(1.0 - missed / spread.sum(), rel=1e-9)
    for seed in range(10):
        other = random_plane(NETWORK.plan, NETWORK.parameters, seed)
        assert (project(other, path).distances ** 2).sum() > missed


def test_main_directions_reach_as_far_as_the_path_and_begin_where_it_began() -> None:
    path = walk(30)
    shadow = project(main_plane(NETWORK.plan, NETWORK.parameters, path), path)
    np.testing.assert_allclose(np.abs(shadow.coordinates).max(axis=0), 1.0)
    assert (shadow.coordinates[0] > 0.0).all()


def test_a_straight_path_borrows_its_second_direction() -> None:
    way = np.random.default_rng(2).normal(size=NETWORK.parameters.size)
    path = NETWORK.parameters + np.outer([3.0, 1.0, 0.5, 0.0], way)
    plane = main_plane(NETWORK.plan, NETWORK.parameters, path)
    np.testing.assert_allclose(plane.first, 3.0 * way, rtol=1e-9, atol=1e-12)
    assert plane.shares == (1.0, 0.0)
    assert plane.first @ plane.second == pytest.approx(0.0, abs=1e-9)
    assert np.linalg.norm(plane.second) > 0.1


@pytest.mark.parametrize("path", [[], [[np.nan]], [[0.0]]], ids=["empty", "not finite", "at rest"])
def test_a_path_that_goes_nowhere_gets_random_directions(path: list[list[float]]) -> None:
    points = np.array(path).reshape(-1, 1) + NETWORK.parameters
    plane, random = main_plane(NETWORK.plan, NETWORK.parameters, points), random_plane(NETWORK.plan, NETWORK.parameters)
    assert np.array_equal(plane.first, random.first)
    assert np.isnan(plane.shares).all()
