"""The optimizer rules against PyTorch's stored traces, relations from the literature, and numbers from other code."""

import json
from pathlib import Path

import numpy as np
import pytest

from sim.errors import ConfigError
from sim.optimizers import LOOK_AHEAD, OPTIMIZERS, SLOTS, UPDATE, hyper_row
from sim.surfaces import SURFACES
from tests.sim.plain_race import Racer, gradient_of, race, race_many

TRACES = np.load(Path(__file__).parents[1] / "golden" / "torch_traces.npz", allow_pickle=False)
INDEX = json.loads(str(TRACES["index"]))
CURVATURE = 100.0
NO_CAP = (1.0, 1.0, 1.0)


def bowl(x, y):
    """The gradient of the zig-zag bowl, written down here again."""
    return CURVATURE * x, y


def descend(x, steps):
    """A path from repeated calls of `steps(x)`, with its start."""
    path = [x]
    for _ in range(60):
        path.append(steps(path))
    return np.array(path)


# PyTorch


@pytest.mark.parametrize("surface", dict.fromkeys(case["surface"] for case in INDEX))
def test_paths_equal_those_of_pytorch(surface):
    """Relative to the size of the point; settings are such that rounding does not grow (make_traces.py)."""
    cases = [(case, path) for case, path in zip(INDEX, TRACES["paths"], strict=True) if case["surface"] == surface]
    racers = [Racer(c["optimizer"], c["start"], hyper_row(c["optimizer"], **c["hyper"])) for c, _ in cases]
    paths, asked = race_many(gradient_of(surface), racers, steps=200)
    for (case, theirs), path, points in zip(cases, paths, asked, strict=True):
        ours = points if case["optimizer"] == "nesterov" else path
        error = np.linalg.norm(ours - theirs, axis=1) / np.linalg.norm(theirs, axis=1)
        assert error.max() <= 1e-12, case


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_pytorch_traces_cover_every_optimizer_on_every_traced_surface(key):
    surfaces = {case["surface"] for case in INDEX}
    assert len(surfaces) == 6
    assert {case["surface"] for case in INDEX if case["optimizer"] == key} == surfaces


# Momentum in its many forms, on the bowl (100 x^2 + y^2) / 2 from (1, 1)


@pytest.fixture
def heavy_ball():
    return race(bowl, "momentum", (1.0, 1.0), 60, learning_rate=0.005, momentum=0.9)


def slope(point):
    return np.array(bowl(*point))


def test_polyak_walks_the_path_of_momentum(heavy_ball):
    def step(path):
        before = path[-2] if len(path) > 1 else path[-1]
        return path[-1] - 0.005 * slope(path[-1]) + 0.9 * (path[-1] - before)

    np.testing.assert_allclose(descend(np.ones(2), step), heavy_ball, rtol=0, atol=2e-15)


def test_gradient_first_then_the_old_jump_is_momentum(heavy_ball):
    jump = np.zeros(2)

    def step(path):
        nonlocal jump
        push = -0.005 * slope(path[-1])
        after = path[-1] + push + 0.9 * jump
        jump = 0.9 * jump + push
        return after

    np.testing.assert_allclose(descend(np.ones(2), step), heavy_ball, rtol=0, atol=2e-15)


def test_jump_first_then_correct_is_nesterov():
    velocity = np.zeros(2)

    def step(path):
        nonlocal velocity
        jumped = path[-1] + 0.9 * velocity
        after = jumped - 0.005 * slope(jumped)
        velocity = after - path[-1]
        return after

    ours = race(bowl, "nesterov", (1.0, 1.0), 60, learning_rate=0.005, momentum=0.9)
    np.testing.assert_allclose(descend(np.ones(2), step), ours, rtol=0, atol=2e-15)


def test_look_ahead_points_are_the_iterates_of_cs231n():
    velocity = np.zeros(2)

    def step(path):
        nonlocal velocity
        before = velocity
        velocity = 0.9 * velocity - 0.005 * slope(path[-1])
        return path[-1] - 0.9 * before + 1.9 * velocity

    racer = Racer("nesterov", (1.0, 1.0), hyper_row("nesterov", learning_rate=0.005, momentum=0.9))
    _, asked = race_many(bowl, [racer], steps=60)
    np.testing.assert_allclose(descend(np.ones(2), step), asked[0], rtol=0, atol=2e-15)


@pytest.mark.parametrize("key", ["momentum", "nesterov"])
def test_without_momentum_it_is_plain_descent(key):
    plain = race(bowl, "sgd", (1.0, 1.0), 30, learning_rate=0.004)
    assert np.array_equal(race(bowl, key, (1.0, 1.0), 30, learning_rate=0.004, momentum=0.0), plain)


@pytest.mark.parametrize("key", ["momentum", "nesterov"])
@pytest.mark.parametrize("momentum", [0.5, 0.7, 0.9, 0.99])
def test_terminal_velocity_is_one_over_one_minus_momentum(key, momentum):
    steps = round(12 / (1 - momentum))
    path = race(lambda x, y: (1.0, 1.0), key, (0.0, 0.0), steps, learning_rate=1.0, momentum=momentum)
    assert path[-2, 0] - path[-1, 0] == pytest.approx(1 / (1 - momentum), rel=0.01)


# First steps


@pytest.mark.parametrize("gradient", [1e-5, 1.0, 100.0])
@pytest.mark.parametrize("rho", [0.9, 0.99])
def test_first_rmsprop_step_is_the_rate_over_the_root_of_one_minus_rho(gradient, rho):
    theta, _, _ = OPTIMIZERS["rmsprop"].update(0.0, 0.0, 0.0, gradient, NO_CAP, (0.01, rho, 0.0, 0.0))
    assert -theta == pytest.approx(0.01 / np.sqrt(1 - rho), rel=1e-14)


def test_rmsprop_under_a_constant_gradient_ends_with_steps_of_the_learning_rate():
    path = race(lambda x, y: (1e-5, 100.0), "rmsprop", (0.0, 0.0), 400, learning_rate=0.01)
    np.testing.assert_allclose(path[-2] - path[-1], 0.01, rtol=2e-3)  # eps 1e-8 is a thousandth of the gradient 1e-5


@pytest.mark.parametrize("gradient, share", [(1e-5, 0.999001), (1.0, 1.0), (-100.0, 1.0)])
def test_first_adam_step_has_the_size_of_the_learning_rate(gradient, share):
    path = race(lambda x, y: (gradient, 1.0), "adam", (0.0, 0.0), 1, learning_rate=0.01)
    assert path[1, 0] == pytest.approx(-np.sign(gradient) * share * 0.01, rel=1e-6)


@pytest.mark.parametrize("gradient", [1e-3, 3.0])
def test_adagrad_step_k_is_the_rate_over_the_root_of_k(gradient):
    path = race(lambda x, y: (gradient, gradient), "adagrad", (0.0, 0.0), 50, learning_rate=0.1)
    expected = 0.1 / np.sqrt(np.arange(1, 51))
    np.testing.assert_allclose(-np.diff(path[:, 0]), expected, rtol=2e-7)  # eps 1e-10 of the gradient 1e-3


def test_first_adadelta_step_is_decided_by_eps():
    path = race(lambda x, y: (5.0, 500.0), "adadelta", (0.0, 0.0), 1, rho=0.95, eps=1e-6)
    np.testing.assert_allclose(-path[1], np.sqrt(1e-6 / 0.05), rtol=1e-5)


# Stability on a bowl of curvature 100: the largest learning rate whose path stays finite


EDGES = [("sgd", 0.0, 2 / CURVATURE)]
EDGES += [("momentum", mu, 2 * (1 + mu) / CURVATURE) for mu in (0.5, 0.9)]
EDGES += [("nesterov", mu, 2 * (1 + mu) / (1 + 2 * mu) / CURVATURE) for mu in (0.5, 0.9)]


@pytest.mark.parametrize("key, mu, edge", EDGES)
def test_largest_stable_rate_is_the_one_of_the_theory(key, mu, edge):
    """All rates from 0.9 to 1.1 of the edge at once; below it x shrinks, above it x grows, within half a percent."""
    rates = edge * np.linspace(0.9, 1.1, 401)
    optimizer, h = OPTIMIZERS[key], (rates, mu, 0.0, 0.0)
    x, m, v = np.ones(401), np.zeros(401), np.zeros(401)
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(2000):
            asked = optimizer.look_ahead(x, m, NO_CAP, h)
            x, m, v = optimizer.update(x, m, v, CURVATURE * asked, NO_CAP, h)
    assert rates[np.abs(x) < 1].max() == pytest.approx(edge, rel=0.005)
    assert rates[~(np.abs(x) < 1)].min() == pytest.approx(edge, rel=0.005)


# Numbers measured with other code, which lessons quote (history facts, 2.20)


def first_step_beyond(surface, key, limit, steps):
    """The first step with |y| > limit at the surface's own start and rate, other settings at their defaults."""
    entry = SURFACES[surface]
    path = race(gradient_of(surface), key, entry.start, steps, learning_rate=entry.rates[key])
    return int(np.argmax(np.abs(path[:, 1]) > limit))


SADDLE_STEPS = {"sgd": 349, "momentum": 72, "nesterov": 68, "adagrad": 17, "adadelta": 27, "rmsprop": 72, "adam": 77}
VALLEY_STEPS = {
    "sgd": 1777, "momentum": 241, "nesterov": 236, "adagrad": 383, "adadelta": 130, "rmsprop": 76, "adam": 80
}  # fmt: skip


@pytest.mark.parametrize("key, steps", SADDLE_STEPS.items())
def test_steps_to_leave_the_saddle_are_the_measured_ones(key, steps):
    assert first_step_beyond("saddle", key, 1.0, 400) == steps


@pytest.mark.parametrize("key, steps", VALLEY_STEPS.items())
def test_steps_along_the_long_valley_are_the_measured_ones(key, steps):
    assert first_step_beyond("long_valley", key, 5.0, 1800 if key == "sgd" else 400) == steps


@pytest.mark.parametrize("offset, steps", [(1e-2, 233), (1e-4, 466), (1e-6, 698)])
def test_plain_descent_leaves_the_saddle_by_the_logarithm_of_the_offset(offset, steps):
    path = race(gradient_of("saddle"), "sgd", (1.0, offset), 700, learning_rate=0.01)
    assert np.argmax(np.abs(path[:, 1]) > 1) == steps == np.ceil(np.log(1 / offset) / np.log(1.02))


@pytest.mark.parametrize("offset", [1e-2, 1e-4, 1e-6])
def test_rmsprop_leaves_the_saddle_after_72_steps_from_any_offset(offset):
    path = race(gradient_of("saddle"), "rmsprop", (1.0, offset), 100, learning_rate=0.01, eps=1e-12)
    assert abs(int(np.argmax(np.abs(path[:, 1]) > 1)) - 72) <= 1


@pytest.mark.parametrize("key, steps", [("momentum", 260), ("nesterov", 260), ("rmsprop", 319), ("adam", 1125)])
def test_steps_down_beale_are_the_measured_ones(key, steps):
    entry = SURFACES["beale"]
    path = race(gradient_of("beale"), key, (0.7, 1.4), steps, learning_rate=entry.rates[key])
    losses = entry.losses(path[:, 0], path[:, 1])
    assert losses[-1] < 1e-2 <= losses[:-1].min()


# What every entry of the table promises


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_table_and_switches_agree(key):
    optimizer = OPTIMIZERS[key]
    assert optimizer.key == key
    kind = UPDATE.index(key)
    assert UPDATE.rules[kind] is optimizer.update
    assert LOOK_AHEAD.rules[kind] is optimizer.look_ahead
    assert optimizer.update.portable
    assert optimizer.look_ahead.portable


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_docstring_names_source_variant_differences_and_warning(key):
    for word in ("Source:", "Variant:", "Differences:", "Warning:"):
        assert word in OPTIMIZERS[key].update.__doc__


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_card_of_an_optimizer_is_complete(key):
    optimizer = OPTIMIZERS[key]
    for text in (optimizer.title, optimizer.formula, optimizer.about, optimizer.source, optimizer.differences):
        assert text
        assert "\n" not in text
    assert optimizer.about.endswith(".")
    assert optimizer.about.count(". ") == 0


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_default_row_holds_each_parameter_in_a_slot_of_its_own(key):
    parameters = OPTIMIZERS[key].parameters
    slots = [SLOTS[parameter.key] for parameter in parameters]
    assert len(set(slots)) == len(slots)
    row = hyper_row(key)
    assert row.shape == (4,)
    assert [row[slot] for slot in slots] == [parameter.default for parameter in parameters]


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_rules_stay_in_the_number_type_they_are_given(key):
    numbers = np.float32([0.5, 0.25, 0.125, -2.0])
    c, h = np.float32([10, 1000, 1]), hyper_row(key).astype(np.float32)
    for lane in (numbers, np.broadcast_to(numbers[:, np.newaxis], (4, 3))):
        results = OPTIMIZERS[key].update(*lane, c, h)
        assert {np.asarray(result).dtype for result in results} == {np.dtype(np.float32)}
        assert np.asarray(OPTIMIZERS[key].look_ahead(lane[0], lane[1], c, h)).dtype == np.float32


@pytest.mark.parametrize("key", OPTIMIZERS)
@pytest.mark.parametrize("gradient", [np.nan, np.inf])
def test_gradient_that_is_no_number_is_not_hidden(key, gradient):
    with np.errstate(all="ignore"):
        theta, _, _ = OPTIMIZERS[key].update(
            np.float64(1), np.float64(0), np.float64(0), np.float64(gradient), NO_CAP, hyper_row(key)
        )
    assert not np.isfinite(theta)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_level_ground_moves_nobody(key):
    path = race(lambda x, y: (0.0, 0.0), key, (0.3, -0.7), 5)
    assert np.array_equal(path, np.broadcast_to([0.3, -0.7], (6, 2)))


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_first_step_goes_downhill(key):
    path = race(lambda x, y: (2.0, -3.0), key, (0.0, 0.0), 1)
    assert path[1, 0] < 0 < path[1, 1]


# Refusals


def test_unknown_optimizer_is_refused_with_the_known_ones():
    with pytest.raises(ConfigError, match="adamw") as error:
        hyper_row("adamw")
    assert all(key in str(error.value) for key in OPTIMIZERS)


def test_hyperparameter_it_does_not_have_is_refused_with_those_it_has():
    with pytest.raises(ConfigError, match="momentum") as error:
        hyper_row("adam", momentum=0.9)
    assert all(name in str(error.value) for name in ("learning_rate", "beta1", "beta2", "eps"))


@pytest.mark.parametrize("value", [np.nan, np.inf, -0.1, 1e308, "0.1", None])
def test_learning_rate_that_is_no_rate_is_refused(value):
    with pytest.raises(ConfigError, match="Learning rate"):
        hyper_row("sgd", learning_rate=value)
