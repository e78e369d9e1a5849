"""Training in slices: order of the examples, live settings, the end of the numbers, and the same in every form."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.dropout_draws import dropout_of
from sim.initialisers import draw_parameters
from sim.network import Network
from sim.network_ensemble import (
    advance_many,
    begin_many,
    evaluate_ensemble,
    prepare_ensemble,
    prepare_spread,
    spread_pictures,
)
from sim.network_kernels import (
    CLOCKS,
    DRAWN,
    ENDED,
    EPOCH,
    POSITION,
    WIDTH,
    Columns,
    draw_order,
    train_many,
    train_one,
    train_thread,
)
from sim.network_plan import parameter_count, split
from sim.network_rules import Work
from sim.network_training import (
    Settings,
    Training,
    advance,
    begin,
    constants_for,
    evaluate,
    hyper_of,
    lay_out,
    lay_out_pixels,
    prepare_pictures,
    prepare_training,
    settings_of,
    switches_of,
    unit_pictures,
)
from sim.network_view_kernels import draw_spread, draw_units, evaluate_many, evaluate_one
from sim.optimizers import OPTIMIZERS
from sim.schedules import SCHEDULES, step_constants
from sim.targets import kernel

Row = NDArray[np.float64]
RANDOM = np.random.default_rng(5)
X, Y = RANDOM.normal(size=(47, 3)), RANDOM.integers(0, 2, (47, 2)).astype(float)
SETTINGS = settings_of("adam", {"learning_rate": 0.01}, batch=10, l1=0.001, l2=0.01, dropout=0.3)


def network(**changes: Any) -> Network:
    values = {"layers": (3, 6, 5, 2), "activation": ("tanh", "relu"), "output": "sigmoid", "seed": 3, **changes}
    return Network(**values)


def training_of(net: Network, kind: Any = np.float64, x: Row = X, y: Row = Y) -> Training:
    return begin(net.plan, net.loss, net.parameters, x, y, 11, kind)


# slices


def test_training_in_slices_is_training_in_one_go() -> None:
    whole, slices = training_of(network()), training_of(network())
    advance(whole, SETTINGS, 200)
    for steps in (1, 2, 3, 7, 50, 137):
        advance(slices, SETTINGS, steps)
    assert np.array_equal(whole.clock[[0, 1, 2]], slices.clock[[0, 1, 2]])
    assert np.array_equal(whole.parameters, slices.parameters)


def test_a_clone_goes_on_by_itself() -> None:
    training = training_of(network())
    advance(training, SETTINGS, 33)
    before = training.parameters.copy()
    clone = training.clone()
    advance(clone, SETTINGS, 20)
    assert np.array_equal(training.parameters, before)
    advance(training, SETTINGS, 20)
    assert np.array_equal(training.parameters, clone.parameters)


@pytest.mark.parametrize("shuffle", [False, True])
def test_wide_and_narrow_batches_in_both_precisions_agree(shuffle: bool) -> None:
    settings = replace(SETTINGS, shuffle=shuffle, batch=40)
    double, single = training_of(network()), training_of(network(), np.float32)
    for training in (double, single):
        advance(training, settings, 30)
    np.testing.assert_allclose(single.parameters, double.parameters, rtol=2e-4, atol=2e-5)


def test_every_setting_acts_at_the_next_update() -> None:
    """Changed in the middle, each gives other weights; nothing starts anew."""
    changes = ({"hyper": (0.02, *SETTINGS.hyper[1:])}, {"l1": 0.1}, {"l2": 0.5}, {"dropout": 0.6}, {"batch": 7})
    plain = training_of(network())
    advance(plain, SETTINGS, 20)
    base = plain.clone()
    advance(plain, SETTINGS, 5)
    for change in changes:
        training = base.clone()
        advance(training, replace(SETTINGS, **change), 5)
        assert training.step == 25
        assert not np.array_equal(training.parameters, plain.parameters), change


def test_an_epoch_meets_every_example_once_whatever_happens_to_the_batch() -> None:
    """Inputs are the rows of the unit matrix: a weight tells in a batch of which size its example was met."""
    net = Network((13, 1), "tanh", "linear", "squared_error", "zero")
    training = begin(net.plan, net.loss, net.parameters, np.eye(13), np.full((13, 1), 1e9), 2)
    for batch, shuffle in ((4, True), (5, True), (3, False), (1, True)):
        advance(training, Settings(hyper=(1e-9, 0.0, 0.0, 0.0), batch=batch, shuffle=shuffle), 1)
    expected = [1 / 5] * 5 + [1 / 4] * 4 + [1 / 3] * 3 + [1.0]
    np.testing.assert_allclose(np.sort(training.parameters[:13]), expected, rtol=1e-6)
    assert (training.clock[POSITION], training.epoch) == (0, 1)


# the order of the examples


def order_of(epoch: int, count: int, plain: bool = False) -> Any:
    order, clock = np.zeros(count, np.int64), np.zeros(CLOCKS, np.int64)
    clock[EPOCH], clock[ENDED] = epoch, -1
    (draw_order if plain else kernel(draw_order))(1, order, count, clock, count, (9, 0))
    return order


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("epoch, expected", [(0, [1, 3, 4, 0, 2, 5]), (2, [5, 2, 0, 1, 4, 3])])
def test_a_seed_fixes_the_order_of_an_epoch(epoch: int, expected: list[int], plain: bool) -> None:
    """Both orders were computed by a Philox and a Fisher-Yates shuffle written in plain Python."""
    assert order_of(epoch, 6, plain).tolist() == expected


def test_all_orders_are_equally_likely() -> None:
    found = [tuple(order_of(epoch, 4)) for epoch in range(4800)]
    counts = np.unique(found, axis=0, return_counts=True)[1]
    assert len(counts) == 24
    assert ((counts - 200) ** 2 / 200).sum() < 49.7  # chi-square, 23 degrees of freedom, 1 in 1,000


def test_shuffled_epochs_are_permutations_and_differ() -> None:
    training, orders = training_of(network()), []
    for _ in range(4):
        advance(training, SETTINGS, 5)
        orders.append(training.data.order.copy())
        assert sorted(orders[-1]) == list(range(47))
    assert len({tuple(order) for order in orders}) == 4


def test_without_shuffling_the_order_is_that_of_the_examples_again() -> None:
    training = training_of(network())
    advance(training, SETTINGS, 5)
    advance(training, replace(SETTINGS, shuffle=False), 5)
    assert training.data.order.tolist() == list(range(47))
    assert training.clock[DRAWN] == 0


def test_kept_batches_are_those_that_are_laid_out_anew() -> None:
    """Turning shuffling on and off, and other batch sizes in between, leave no batch of an earlier order behind."""
    kept, fresh = training_of(network()), training_of(network())
    for batch, shuffle, steps in ((10, False, 9), (10, True, 4), (10, False, 9), (8, False, 11), (10, False, 12)):
        settings = replace(SETTINGS, batch=batch, shuffle=shuffle)
        advance(kept, settings, steps)
        for _ in range(steps):
            fresh.columns, fresh.laid_for = None, (0, 0)
            advance(fresh, settings, 1)
    assert np.array_equal(kept.parameters, fresh.parameters)


# the end of the numbers


def test_training_stops_at_the_first_update_that_is_not_finite() -> None:
    net = Network((3, 4, 2), "relu", "linear", "squared_error", seed=1)
    training = training_of(net)
    settings = Settings(hyper=(30.0, 0.0, 0.0, 0.0))
    advance(training, settings, 1000)
    ended = training.ended
    assert ended is not None
    assert training.step == ended + 1
    assert not np.isfinite(training.parameters).all()
    again = training_of(net)
    advance(again, settings, ended)
    assert again.ended is None
    assert np.isfinite(again.parameters).all()
    advance(training, settings, 10)
    assert (training.step, training.ended) == (ended + 1, ended)


def test_replicas_that_fly_off_leave_the_others_alone() -> None:
    net = Network((3, 4, 2), "tanh", "linear", "squared_error", seed=1)
    rows = draw_parameters("glorot", net.layers, 1, range(70))
    calm = begin_many(net.plan, net.loss, rows, X, Y, 1)
    rows[5], rows[66] = 1e30, 3e38
    wild = begin_many(net.plan, net.loss, rows, X, Y, 1)
    for ensemble in (calm, wild):
        advance_many(ensemble, Settings(), 50)
    assert np.isnan(calm.ends).all()
    assert np.flatnonzero(~np.isnan(wild.ends)).tolist() == [5, 66]
    others = np.isnan(wild.ends)
    assert np.array_equal(calm.parameters[others], wild.parameters[others])


# the same in every form


def plain_columns() -> Columns:
    return Columns(
        np.zeros((1, 3, WIDTH)), np.zeros((1, 2, WIDTH)), np.zeros((1, WIDTH)), np.zeros((1, WIDTH), np.uint32)
    )  # fmt: skip


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_plain_python_and_compiled_lanes_train_alike(optimizer: str) -> None:
    settings = replace(SETTINGS, optimizer=optimizer, hyper=(0.01, 0.9, 0.99, 1e-6))
    compiled, plain = training_of(network()), training_of(network())
    advance(compiled, settings, 6)
    with np.errstate(all="ignore"):
        train_one(
            plain.plan, switches_of(settings, plain.loss, 47), plain.data, 10, plain.learner,
            hyper_of(settings, np.float64), constants_for(settings, np.float64),
            dropout_of(settings, len(plain.plan), plain.seed, np.float64), plain_columns(),
            plain_scratch(plain, WIDTH), plain.clock, 6,
        )  # fmt: skip
    np.testing.assert_allclose(plain.parameters, compiled.parameters, rtol=1e-11, atol=1e-14)
    assert np.array_equal(plain.clock[:4], compiled.clock[:4])


def plain_scratch(training: Training, lanes: int) -> Work:
    return Work(*(np.zeros((len(training.work.z), lanes)) for _ in range(4)))


@pytest.mark.parametrize("optimizer", ["nesterov", "adam"])
def test_a_thread_of_scalars_trains_like_the_lanes_of_one_network(optimizer: str) -> None:
    """The body of a CUDA thread, compiled for the CPU: lane 1 of 2, the order drawn before it runs."""
    settings = replace(SETTINGS, optimizer=optimizer, hyper=(0.01, 0.9, 0.99, 1e-6))
    lanes_form = training_of(network())
    advance(lanes_form, settings, 5)
    other = training_of(network())
    count = parameter_count(other.plan)
    columns = np.zeros((6, count, 2))
    columns[0] = other.parameters[:, None]
    learner = other.learner._replace(
        p=columns[0], g=columns[1], ahead=columns[2], m=columns[3], v=columns[4],
        penalised=np.array(other.learner.penalised[:count]),
    )  # fmt: skip
    switches = switches_of(settings, other.loss, 47)
    kernel(draw_order)(1, other.data.order, 47, other.clock, 47, (other.seed, 0))
    data = other.data._replace(x=other.data.x.ravel(), y=other.data.y.ravel())
    ended = np.full((1, 2), 0xFFFFFFFF, np.uint32)
    kernel(train_thread)(
        1, other.plan.ravel(), switches, data, 10, learner, np.zeros(2, np.uint32), hyper_of(settings, np.float64),
        constants_for(settings, np.float64), dropout_of(settings, len(other.plan), other.seed, np.float64),
        plain_scratch(other, 2), ended, 0, 0, 5,
    )  # fmt: skip
    np.testing.assert_allclose(columns[0][:, 1], lanes_form.parameters, rtol=1e-11, atol=1e-14)
    assert np.array_equal(columns[0][:, 0], other.parameters)
    assert ended[0, 1] == 0xFFFFFFFF


def test_pictures_show_what_the_network_answers() -> None:
    net = network(activation="sigmoid")
    points = np.random.default_rng(0).normal(size=(150, 3))
    pictures = unit_pictures(net.plan, net.parameters, lay_out_pixels(points))[:, :150]
    _, units = evaluate(net.plan, net.loss, net.parameters, lay_out(points, np.zeros((150, 2))))
    np.testing.assert_allclose(pictures, units, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(net.outputs(points), units[-2:].T, rtol=0, atol=0)
    hidden = 1 / (1 + np.exp(-(points @ net.weights[0] + net.biases[0])))
    np.testing.assert_allclose(units[3:9].T, hidden, rtol=1e-13)
    few = unit_pictures(net.plan, net.parameters, lay_out_pixels(points), 14, 2)
    again = np.empty_like(unit_pictures(net.plan, net.parameters, lay_out_pixels(points)))
    assert unit_pictures(net.plan, net.parameters, lay_out_pixels(points), room=again).base is again
    assert np.array_equal(few, again[14:])


def test_an_ensemble_is_measured_like_a_single_network() -> None:
    net = network(output="softmax")
    y = np.eye(2)[np.arange(47) % 2]
    rows = draw_parameters("he", net.layers, 4, range(66))
    losses, outputs = evaluate_ensemble(begin_many(net.plan, net.loss, rows, X, y))
    for replica in (0, 63, 65):
        single, units = evaluate(net.plan, net.loss, rows[replica], lay_out(X, y))
        assert losses[replica] == pytest.approx(single.mean(), rel=1e-5)
        np.testing.assert_allclose(outputs[replica], units[-2:].T, rtol=1e-4, atol=1e-6)


def test_a_picture_of_disagreement_is_the_standard_deviation_of_the_answers() -> None:
    net = network(layers=(2, 4, 3, 2))
    rows = draw_parameters("uniform", net.layers, 2, range(150)).astype(np.float32)
    points = np.random.default_rng(3).normal(size=(100, 2))
    answers = []
    for row in rows:
        net.weights, net.biases = split(net.plan, row)
        answers.append(net.outputs(points)[:, 1])
    mean, spread = spread_pictures(net.plan, rows, lay_out_pixels(points), 1)
    np.testing.assert_allclose(mean[:100], np.mean(answers, axis=0), rtol=1e-5)
    np.testing.assert_allclose(spread[:100], np.std(answers, axis=0), rtol=1e-4)


# constants


LONG_MEMORY = {"momentum": {"momentum": 0.999}, "adam": {"beta2": 0.9999}}


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("optimizer", LONG_MEMORY)
def test_a_shortened_table_of_constants_says_the_same(optimizer: str, schedule: str) -> None:
    curve = "0:0.5 100:0.9 200:0.3" if schedule == "drawn" else ""
    steps = 500_000
    settings = settings_of(optimizer, LONG_MEMORY[optimizer], schedule=schedule, curve=curve, horizon=steps)
    table = constants_for(settings, np.float64).reshape(-1, 3)
    full = step_constants(optimizer, np.array(settings.hyper), schedule, steps, curve)
    found = table[np.minimum(np.arange(steps), len(table) - 1)]
    assert np.array_equal(found[:, :2], full[:, :2])
    assert np.array_equal(np.minimum(found[:, 2], 0.999), np.minimum(full[:, 2], 0.999))
    assert len(table) < steps or schedule == "ramp"


def test_a_schedule_caps_the_momentum_of_a_network() -> None:
    """With the cap at 0.5 and a momentum of 0.9, as with a momentum of 0.5."""
    capped, half = training_of(network()), training_of(network())
    advance(capped, settings_of("nesterov", {"momentum": 0.9}, schedule="sutskever"), 200)
    advance(half, settings_of("nesterov", {"momentum": 0.5}), 200)
    assert np.array_equal(capped.parameters, half.parameters)


def test_everything_can_be_prepared_beforehand() -> None:
    """What a start does in the background, so that no first step waits for a compiler."""
    for prepare in (prepare_training, prepare_pictures, prepare_ensemble, prepare_spread):
        prepare()
    prepared = (train_one, train_many, evaluate_one, evaluate_many, draw_units, draw_spread)
    assert all(kernel(driver).compiled for driver in prepared)
