"""Units that fall out: removals against a network without those weights, and what dropout is for."""

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.digits import digits, shuffled_writers
from sim.dropout_lens import (
    advance_stars,
    begin_stars,
    catch_flu,
    copied,
    find_stars,
    marks,
    room_of,
)
from sim.initialisers import draw_parameters
from sim.loss_landscape import spread_evenly
from sim.network import Network, right_answers
from sim.network_plan import make_plan
from sim.network_training import Settings, advance, begin, evaluate, lay_out
from tests.sim.rooms_for_tests import KINDS, asked, room

Row = NDArray[np.float64]

# removal


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(map(str, kind)))
@pytest.mark.parametrize("layer", [0, 1])
def test_a_removed_unit_is_a_network_without_its_weights(kind: tuple[str, str, str, int], layer: int) -> None:
    network, x, y = asked((4, 5, 6), kind)
    units = network.layers[layer + 1]
    found = marks(room(network, x, y), layer, 1.0 - np.eye(units))
    for unit in range(units):
        maimed = Network(network.layers, network.activation, network.output, network.loss)
        maimed.weights, maimed.biases = [w.copy() for w in network.weights], network.biases
        maimed.weights[layer + 1][unit] = 0.0
        losses, _ = evaluate(maimed.plan, maimed.loss, maimed.parameters, lay_out(x, y))
        assert found.loss[unit] == pytest.approx(losses.mean(), rel=1e-12)
        assert found.accuracy[unit] == pytest.approx(right_answers(maimed.outputs(x), y).mean())


def test_many_cases_are_worked_out_in_parts() -> None:
    network, x, y = asked((4, 5, 6), KINDS[0])
    factors = np.random.default_rng(1).uniform(0, 2, (50, 5))
    whole = marks(room(network, x, y), 0, factors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.dropout_lens.AT_ONCE", 1000)
        parts = marks(room(network, x, y), 0, factors)
    np.testing.assert_allclose(parts.loss, whole.loss, rtol=1e-13)


def test_the_star_is_the_unit_whose_absence_costs_most() -> None:
    network, x, y = asked((4, 5, 6), KINDS[1])
    class_room = room(network, x, y)
    first = marks(class_room, 1, 1.0 - np.eye(6)).loss
    stars = find_stars(class_room, 1, 3)
    assert stars.units[0] == first.argmax()
    assert stars.loss[1] == pytest.approx(first.max())
    assert len(set(stars.units)) == 3
    assert stars.accuracy[0] == pytest.approx(right_answers(network.outputs(x), y).mean())


@pytest.mark.parametrize("cases", [1, 4, 100])
def test_a_search_in_slices_finds_the_same_stars(cases: int) -> None:
    class_room = room(*asked((4, 5, 6), KINDS[1]))
    search, calls = begin_stars(class_room, 1, 4), 1
    while not advance_stars(search, cases):
        calls += 1
    assert tuple(search.gone) == find_stars(class_room, 1, 4).units
    assert calls == 4 * -(-6 // cases)
    assert advance_stars(search, cases)


def test_there_are_no_more_stars_than_units() -> None:
    class_room = room(*asked((4, 3), KINDS[0]))
    stars = find_stars(class_room, 0, 9)
    assert sorted(stars.units) == [0, 1, 2]
    empty = class_room.biases[-1]
    assert stars.loss[3] == pytest.approx(np.logaddexp(0.0, np.where(class_room.y > 0, -empty, empty)).mean())


# the flu


def test_the_flu_takes_the_same_number_every_time_and_another_half() -> None:
    class_room = room(*asked((4, 10), KINDS[0]))
    flu = catch_flu(class_room, 0, draws=12, seed=5)
    assert (flu.ill.sum(axis=1) == 5).all()
    assert len(np.unique(flu.ill, axis=0)) > 6
    assert np.array_equal(flu.ill, catch_flu(class_room, 0, draws=12, seed=5).ill)
    assert not np.array_equal(flu.ill, catch_flu(class_room, 0, draws=12, seed=6).ill)


def test_those_who_are_well_make_up_for_the_ill() -> None:
    class_room = room(*asked((4, 10), KINDS[0]))
    flu = catch_flu(class_room, 0, share=0.2, draws=3)
    wanted = marks(class_room, 0, np.where(flu.ill, 0.0, 1.25))
    np.testing.assert_allclose(flu.loss, wanted.loss)
    assert flu.whole[0] == pytest.approx(marks(class_room, 0, np.ones((1, 10))).loss[0])


def test_draws_may_be_asked_for_a_few_at_a_time() -> None:
    class_room = room(*asked((4, 10), KINDS[0]))
    whole, last = catch_flu(class_room, 0, draws=6), catch_flu(class_room, 0, draws=2, first=4)
    assert np.array_equal(whole.ill[4:], last.ill)
    np.testing.assert_allclose(whole.loss[4:], last.loss)


@pytest.mark.parametrize("share, ill", [(0.0, 0), (1.0, 10)])
def test_nobody_or_everybody_may_be_ill(share: float, ill: int) -> None:
    flu = catch_flu(room(*asked((4, 10), KINDS[0])), 0, share, draws=2)
    assert flu.ill.sum(axis=1).tolist() == [ill, ill]
    assert np.isfinite(flu.loss).all()


def test_what_is_copied_is_weight_times_answer() -> None:
    class_room = room(*asked((4, 5, 6), KINDS[1]))
    flow = copied(class_room, 1, example=7)
    answer, weight = class_room.hidden[1][7, 2], class_room.weights[2][2, 1]
    assert flow.shape == (6, 3)
    assert flow[2, 1] == pytest.approx(abs(answer * weight))
    np.testing.assert_allclose(copied(class_room, 1), np.mean([copied(class_room, 1, k) for k in range(30)], axis=0))


# what dropout is for


@cache
def trained(dropout: float, seed: int) -> tuple[float, float, Row]:
    """64-128-128-10 on 200 digits, 150 epochs: test accuracy, the same with half of the last layer ill, and without
    0 .. 5 stars."""
    (x, labels), (rows, tested) = digits(), shuffled_writers(seed)
    rows, y = rows[spread_evenly(len(rows), 200)], np.eye(10)[labels]
    layers = (64, 128, 128, 10)
    plan, start = make_plan(layers, ("relu", "relu", "softmax")), draw_parameters("he", layers, seed)[0]
    training = begin(plan, "cross_entropy", start, x[rows], y[rows], seed, np.float32)
    advance(training, Settings("momentum", (0.02, 0.9, 0.0, 0.0), batch=20, dropout=dropout), 1500)
    class_room = room_of(plan, "cross_entropy", training.parameters, x[tested], y[tested])
    flu = catch_flu(class_room, 1, seed=seed)
    return flu.whole[1], float(flu.accuracy.mean()), find_stars(class_room, 1).accuracy


@pytest.mark.parametrize("seed", [0, 1])
def test_half_the_class_is_missed_without_dropout_and_hardly_with_it(seed: int) -> None:
    (plain, plain_ill, _), (robust, robust_ill, _) = trained(0.0, seed), trained(0.5, seed)
    assert plain - plain_ill > 0.08
    assert robust - robust_ill < 0.03
    assert robust >= plain - 0.005


@pytest.mark.parametrize("seed", [0, 1])
def test_five_stars_are_missed_without_dropout_and_hardly_with_it(seed: int) -> None:
    (_, _, plain), (_, _, robust) = trained(0.0, seed), trained(0.5, seed)
    assert plain[0] - plain[5] > 0.03
    assert robust[0] - robust[5] < 0.03
