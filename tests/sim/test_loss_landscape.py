"""Landscapes against numpy, against quadratics whose form is known, and in whatever slices they are worked out."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

import sim
from sim.errors import ConfigError
from sim.landscape_kernels import plane_of_examples, plane_of_points
from sim.loss_landscape import (
    COARSEST,
    FINEST,
    REFRESH,
    Ground,
    advance_sweep,
    affordable,
    axis,
    begin_sweep,
    coarse_first,
    filled,
    ground_of,
    landscape,
    losses_at,
    losses_of,
    nanoseconds,
    points_at,
    rows_done,
    spread_evenly,
)
from sim.loss_plane import LossPlane, project, random_plane
from sim.losses import LOSS_VALUE
from sim.network import Network
from sim.network_plan import make_plan, split

Row = NDArray[np.float64]
HIDDEN: dict[str, Callable[[Row], Row]] = {
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0.0),
    "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
}
KINDS = [
    ("tanh", "sigmoid", "cross_entropy", 1),
    ("relu", "softmax", "cross_entropy", 3),
    ("sigmoid", "linear", "squared_error", 2),
]
SIZES = [19, 190]
"""Points sit in the lanes, and examples."""


def problem(output: str, outputs: int, examples: int) -> tuple[Row, Row]:
    """Random examples that fit a network with three inputs."""
    random = np.random.default_rng(4)
    x = random.normal(size=(examples, 3))
    if output == "linear":
        return x, random.normal(size=(examples, outputs))
    labels = random.integers(0, max(outputs, 2), examples)
    return x, np.eye(outputs)[labels] if outputs > 1 else labels[:, None].astype(float)


def reckoned(network: Network, parameters: Row, x: Row, y: Row) -> float:
    """The mean loss with numpy."""
    weights, biases = split(network.plan, parameters)
    a = x
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        a = HIDDEN[str(network.activation)](a @ w + b)
    z = a @ weights[-1] + biases[-1]
    if network.loss == "squared_error":
        return float(0.5 * ((z - y) ** 2).sum(axis=1).mean())
    if network.output == "softmax":
        return float((np.log(np.exp(z).sum(axis=1)) - (z * y).sum(axis=1)).mean())
    return float((np.log1p(np.exp(-z)) + (1.0 - y) * z).sum(axis=1).mean())


@pytest.mark.parametrize("examples", SIZES)
@pytest.mark.parametrize("activation, output, loss, outputs", KINDS)
def test_every_point_has_the_loss_that_numpy_reckons(
    activation: str, output: str, loss: str, outputs: int, examples: int
) -> None:
    network = Network((3, 6, 5, outputs), activation, output, loss, seed=2)
    x, y = problem(output, outputs, examples)
    plane, steps = random_plane(network.plan, network.parameters, seed=8), axis(1.5, 11)
    truth = [[reckoned(network, plane.at([a, b])[0], x, y) for a in steps] for b in steps]
    found = landscape(network, x, y, span=1.5, resolution=11, seed=8)
    np.testing.assert_allclose(found, truth, rtol=1e-12)
    sweep = begin_sweep(ground_of(network.plan, loss, x, y), plane, 1.5, 11)
    advance_sweep(sweep, np.inf)
    np.testing.assert_allclose(losses_of(sweep), truth, rtol=2e-5)


def test_the_middle_is_where_the_network_stands() -> None:
    network, (x, y) = Network(seed=5), sim.dataset("moons", n=90, noise=0.2, seed=1)
    trained = sim.train(network, x, y, epochs=20)
    network.weights, network.biases = trained.weights, trained.biases
    assert landscape(network, x, y, resolution=5)[2, 2] == pytest.approx(trained.loss[-1], rel=1e-12)


@pytest.mark.parametrize("examples", SIZES)
def test_the_landscape_of_a_linear_unit_is_the_quadratic_that_least_squares_knows(examples: int) -> None:
    """loss = mean (X w + b - y)^2 / 2: in any plane a paraboloid, with the Hessian X'X / n along its directions."""
    network = Network((3, 1), output="linear", loss="squared_error", init="uniform")
    x, y = problem("linear", 1, examples)
    plane = random_plane(network.plan, network.parameters)
    found, step = landscape(network, x, y, resolution=9, span=2.0), 0.5
    padded = np.hstack([x, np.ones((examples, 1))])
    hessian = padded.T @ padded / examples
    np.testing.assert_allclose(np.diff(found, 2, axis=1) / step**2, plane.first @ hessian @ plane.first, rtol=1e-9)
    np.testing.assert_allclose(np.diff(found, 2, axis=0) / step**2, plane.second @ hessian @ plane.second, rtol=1e-9)
    mixed = np.diff(np.diff(found, axis=0), axis=1) / step**2
    np.testing.assert_allclose(mixed, plane.first @ hessian @ plane.second, rtol=1e-8, atol=1e-10)


def test_the_feet_of_a_path_have_the_heights_of_the_landscape() -> None:
    network, (x, y) = Network((2, 3, 1), seed=1), sim.dataset("xor", n=60, noise=0.1, seed=3)
    path = network.parameters + np.random.default_rng(3).normal(size=(12, network.parameters.size))
    plane = random_plane(network.plan, network.parameters)
    feet = project(plane, path).coordinates
    truth = [reckoned(network, plane.at(foot)[0], x, y) for foot in feet]
    ground = ground_of(network.plan, network.loss, x, y)
    np.testing.assert_allclose(losses_at(ground, plane, feet), truth, rtol=2e-5)


def test_a_landscape_agrees_with_pytorch() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network, (x, y) = Network((3, 6, 3), "tanh", "softmax", seed=2), problem("softmax", 3, 80)
    plane, steps = random_plane(network.plan, network.parameters), axis(1.0, 4)
    inputs, labels, truth = torch.tensor(x), torch.tensor(y.argmax(axis=1)), []
    for point in plane.at([[a, b] for b in steps for a in steps]):
        (w1, w2), (b1, b2) = ([torch.tensor(part) for part in parts] for parts in split(network.plan, point))
        z = torch.tanh(inputs @ w1 + b1) @ w2 + b2
        truth.append(float(torch.nn.functional.cross_entropy(z, labels)))
    np.testing.assert_allclose(landscape(network, x, y, resolution=4).ravel(), truth, rtol=1e-12)


# one source


@pytest.mark.parametrize("examples", SIZES)
def test_the_kernels_are_plain_python_too(examples: int) -> None:
    network, (x, y) = Network((3, 2, 1)), problem("sigmoid", 1, examples)
    ground, plane = ground_of(network.plan, network.loss, x, y, np.float64), LossPlane(*np.ones((3, 11)))
    coordinates = np.array([[0.1, 0.2], [-1.0, 0.5]])
    places, moved, found = points_at(ground, plane, coordinates)
    shares = () if ground.share is None else (ground.share,)
    driver = plane_of_points if ground.share is None else plane_of_examples
    with np.errstate(all="ignore"):
        driver(
            ground.plan.ravel(), LOSS_VALUE.index(ground.loss), ground.x, ground.y, *shares, places, moved,
            ground.work, found, 0, len(found),
        )  # fmt: skip
    np.testing.assert_allclose(found.ravel()[:2], losses_at(ground, plane, coordinates), rtol=1e-13)


def test_few_examples_put_points_into_the_lanes_and_whole_columns_of_them_examples() -> None:
    network = Network((3, 6, 5, 1))
    blocks = [ground_of(network.plan, network.loss, *problem("sigmoid", 1, count)).block for count in (*SIZES, 192)]
    assert blocks == [64, 1, 1]


# a picture that grows


def small(examples: int) -> tuple[Ground, LossPlane]:
    """A ground to walk on."""
    network, (x, y) = Network(seed=3), sim.dataset("circle", n=examples, seed=2)
    return ground_of(network.plan, network.loss, x, y), random_plane(network.plan, network.parameters)


@pytest.mark.parametrize("examples", SIZES)
@pytest.mark.parametrize("slices", [1.0, 1e4])
def test_slices_of_any_length_make_the_same_picture(examples: int, slices: float) -> None:
    whole, cut = (begin_sweep(*small(examples), 1.0, 21) for _ in range(2))
    assert advance_sweep(whole, np.inf)
    count = 1
    while not advance_sweep(cut, slices):
        count += 1
    assert count > 3
    assert np.array_equal(losses_of(cut), losses_of(whole))
    assert np.array_equal(filled(cut), losses_of(whole))


def test_a_slice_does_no_more_than_its_budget_and_at_least_one_block() -> None:
    sweep = begin_sweep(*small(190), 1.0, 32)
    each = nanoseconds(sweep.ground.plan) * 190
    advance_sweep(sweep, 0.0)
    assert sweep.at == 1
    advance_sweep(sweep, 10.5 * each)
    assert sweep.at == 11


def test_whole_rows_stand_in_the_picture_and_the_nearest_one_fills_the_gaps() -> None:
    sweep = begin_sweep(*small(190), 1.0, 40)
    assert np.isnan(filled(sweep)).all()
    while rows_done(sweep) < 3:
        advance_sweep(sweep, 1e4)
    picture, shown = losses_of(sweep), filled(sweep)
    assert np.flatnonzero(np.isfinite(picture).all(axis=1)).tolist() == [0, 16, 32]
    assert np.isnan(np.delete(picture, [0, 16, 32], axis=0)).all()
    for row, nearest in ((7, 0), (9, 16), (39, 32)):
        assert np.array_equal(shown[row], picture[nearest])


@pytest.mark.parametrize("count", [1, 2, 17, 64])
def test_every_row_comes_once(count: int) -> None:
    assert sorted(coarse_first(count).tolist()) == list(range(count))


# how much of it


@pytest.mark.parametrize(
    "layers",
    [(2, 4, 1), (2, 8, 8, 8, 8, 1), (64, 32, 10), (64, 128, 128, 10)],
    ids=lambda layers: "-".join(map(str, layers)),
)
@pytest.mark.parametrize("examples", [4, 100, 1297])
def test_a_refresh_stays_within_its_budget(layers: tuple[int, ...], examples: int) -> None:
    plan = make_plan(layers, ("linear",) * (len(layers) - 1))
    size = affordable(plan, examples)
    assert size.resolution**2 * size.examples * nanoseconds(plan) <= REFRESH
    assert COARSEST <= size.resolution <= FINEST
    assert size.examples <= min(examples, 200)


def test_a_network_that_is_too_large_still_gets_a_coarse_picture() -> None:
    plan = make_plan((1024, 1024, 1024, 10), ("linear",) * 3)
    size = affordable(plan, 5000)
    assert (size.resolution, size.examples) == (COARSEST, 64)


def test_examples_are_taken_from_everywhere() -> None:
    labels = np.repeat([0, 1, 2], [500, 300, 200])
    chosen = labels[spread_evenly(1000, 200)]
    assert np.bincount(chosen).tolist() == [100, 60, 40]
    assert spread_evenly(5, 5).tolist() == [0, 1, 2, 3, 4]


# a notebook


def test_a_path_gives_the_landscape_of_its_main_directions() -> None:
    network, (x, y) = Network(seed=2), sim.dataset("xor", n=40, seed=1)
    path = network.parameters + np.random.default_rng(0).normal(size=(6, network.parameters.size))
    found = landscape(network, x, y, directions=path, resolution=3)
    assert found.shape == (3, 3)
    assert not np.allclose(found, landscape(network, x, y, resolution=3))


OTHER = Network((2, 1)).plan, Network((2, 1)).parameters


def test_a_loss_that_is_not_finite_is_no_error() -> None:
    network, (x, y) = Network((2, 3, 1), "relu", "linear", "squared_error"), sim.dataset("xor", n=40, seed=1)
    assert not np.isfinite(landscape(network, x, y, span=1e200, resolution=3)).all()


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"resolution": 1}, "resolution must be at least 2"),
        ({"resolution": 5000}, "resolution must be a whole number"),
        ({"span": 0.0}, "span greater than 0"),
        ({"span": "wide"}, "span must be a finite number"),
        ({"directions": "north"}, "must be 'random' or a path"),
        ({"directions": [[1.0, 2.0]]}, r"shape \(points, 17\), not \(1, 2\)"),
        ({"directions": [[1.0], [1.0, 2.0]]}, "must be 'random' or a path"),
        ({"directions": random_plane(*OTHER)}, "one of a network with 17 parameters"),
        ({"seed": -1}, "seed must be a whole number"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(wrong: dict[str, object], said: str) -> None:
    x, y = sim.dataset("xor", n=8, seed=1)
    with pytest.raises(ConfigError, match=said):
        landscape(Network(), x, y, **wrong)  # type: ignore[arg-type]
