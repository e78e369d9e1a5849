"""The nine views of the skier against thresholds measured elsewhere, and against numpy and scikit-learn's digits."""

from collections import deque
from typing import Any

import numpy as np
import pytest

from sim.config import Config
from sim.network_plan import make_plan, split
from sim.network_training import advance
from sim.simulations.skier import SKIER, ponder
from sim.simulations.skier_config import PARAMETERS
from sim.simulations.skier_glances import BEST_RATES, TARGET, Cost
from sim.simulations.skier_ramp import WAYS
from sim.simulations.skier_view import VIEWS, SkierSnapshot, SkierView
from sim.skier_bend import Bend, largest_curvature
from sim.skier_digits import NARROW, TRAINED, begun, descent, graded, next_rows, parts, plan_of, taught
from sim.skier_slopes import cosine, slopes_at

LN_10 = float(np.log(10.0))


def config_of(view: str, **settings: Any) -> Config:
    """The settings that a view brings along, and others."""
    chosen = Config.defaults(PARAMETERS).replace({"view": view})
    return SKIER.arrange(chosen, "view").replace(settings)


def run(view: str, steps: int, rest: bool = False, **settings: Any) -> Any:
    """What a view shows after so many steps, past every failure on the way, and a rest."""
    config = config_of(view, **settings)
    state, before = SKIER.init(config), -1
    while before < SKIER.step(state) < steps:
        before = SKIER.step(state)
        SKIER.advance(config, state, steps - before)
    while rest and ponder(config, state, None):
        pass
    snapshot: SkierSnapshot = SKIER.snapshot(config, state, SkierView())
    assert view in VIEWS
    return getattr(snapshot, view)


# slopes and curvature


def loss_by_hand(weights: list[Any], biases: list[Any], x: Any, targets: Any) -> float:
    """Cross-entropy of a ReLU network, written out."""
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        x = np.maximum(x @ w + b, 0.0)
    z = x @ weights[-1] + biases[-1]
    return float((np.log(np.exp(z).sum(axis=1)) - (z * targets).sum(axis=1)).mean())


def small_problem() -> tuple[Any, Any, Any, Any]:
    """(plan, parameters, x, targets) of a network of 41 parameters that is nowhere near a corner of a ReLU."""
    random = np.random.default_rng(3)
    plan = make_plan((4, 5, 3), ("relu", "softmax"))
    return plan, random.normal(size=43), random.normal(size=(20, 4)), np.eye(3)[random.integers(0, 3, 20)]


def test_the_full_slope_agrees_with_central_differences() -> None:
    plan, parameters, x, targets = small_problem()
    found = slopes_at(plan, parameters, x, targets).full
    for at in range(len(parameters)):
        step = np.zeros_like(parameters)
        step[at] = 1e-6
        up, down = (loss_by_hand(*split(plan, parameters + side), x, targets) for side in (step, -step))
        assert found[at] == pytest.approx((up - down) / 2e-6, abs=2e-8)


def test_a_glance_at_some_is_the_slope_of_those_alone() -> None:
    plan, parameters, x, targets = small_problem()
    rows = np.array([3, 7, 11])
    alone = slopes_at(plan, parameters, x[rows], targets[rows]).full
    np.testing.assert_allclose(slopes_at(plan, parameters, x, targets).glance(rows), alone, rtol=1e-12, atol=1e-15)


def test_an_update_of_the_compiled_core_goes_down_that_slope() -> None:
    training, train = begun(NARROW, 0), parts()[0]
    before = np.array(training.parameters, np.float64)
    slope = slopes_at(training.plan, before, train.x, train.targets).full
    advance(training, descent(0.5, TRAINED), 1)
    np.testing.assert_allclose(np.array(training.parameters, np.float64), before - 0.5 * slope, atol=2e-6)


def hessian(plan: Any, parameters: Any, x: Any, targets: Any) -> Any:
    """By central differences of gradients."""
    columns = []
    for way in 1e-5 * np.eye(len(parameters)):
        up, down = (slopes_at(plan, parameters + side, x, targets).full for side in (way, -way))
        columns.append((up - down) / 2e-5)
    return np.array(columns)


def test_a_direction_is_multiplied_with_the_hessian() -> None:
    plan, parameters, x, targets = small_problem()
    matrix, bend = hessian(plan, parameters, x, targets), Bend(plan, parameters, x, targets)
    for way in np.random.default_rng(1).normal(size=(5, len(parameters))):
        np.testing.assert_allclose(bend.along(way), matrix @ way, atol=1e-7)


def test_the_largest_curvature_is_the_largest_eigenvalue_of_the_hessian() -> None:
    plan, parameters, x, targets = small_problem()
    largest = np.linalg.eigvalsh(hessian(plan, parameters, x, targets))[-1]
    estimates = list(largest_curvature(Bend(plan, parameters, x, targets), 0))
    assert estimates[-1] == pytest.approx(largest, rel=1e-3)
    assert (np.diff(estimates) > -1e-9).all()


def test_the_next_rows_are_those_that_the_next_update_meets() -> None:
    training, train = begun(NARROW, 4), parts()[0]
    settings = descent(0.25, 8)
    rows, before = next_rows(training, settings), np.array(training.parameters, np.float64)
    slope = slopes_at(training.plan, before, train.x, train.targets).glance(rows)
    advance(training, settings, 1)
    np.testing.assert_allclose(np.array(training.parameters, np.float64), before - 0.25 * slope, atol=2e-6)


def test_a_grade_is_what_numpy_makes_of_the_network() -> None:
    training, test = begun(NARROW, 1), parts()[1]
    weights, biases = split(training.plan, training.parameters)
    grade = graded(training, test)
    hidden = np.maximum(test.x @ weights[0] + biases[0], 0.0)
    answers = (hidden @ weights[1] + biases[1]).argmax(axis=1)
    assert grade.loss == pytest.approx(loss_by_hand(weights, biases, test.x, test.targets), rel=1e-6)
    assert grade.accuracy == pytest.approx((answers == test.labels).mean())
    assert grade.dead == pytest.approx((hidden == 0).all(axis=0).mean())


def test_other_examples_leave_the_network_as_it_is() -> None:
    training, test = begun(NARROW, 1), parts()[1]
    other = taught(training, test.x, test.targets)
    np.testing.assert_array_equal(other.parameters, training.parameters)
    assert len(other.data.x) == len(test.x)


# cone


def test_cosines_grow_with_the_size_of_a_glance_and_shrink_with_training() -> None:
    config = config_of("cone")
    state = SKIER.init(config)
    found = []
    for steps in (0, 205):
        SKIER.advance(config, state, steps)
        for batch in (1, 8, 32, 128, 512, TRAINED):
            config = config.replace({"batch": batch})
            while ponder(config, state, None):
                pass
        seen = SKIER.snapshot(config, state, None).cone
        found.append([cone.mean for cone in seen.cones])
    early, late = found
    assert early == sorted(early)
    assert late == sorted(late)
    np.testing.assert_allclose(early, [0.18, 0.51, 0.76, 0.92, 0.99, 1.0], atol=0.04)
    assert all(after < before for before, after in zip(early[:-1], late[:-1], strict=True))
    assert seen.tried == (1, 8, 32, 128, 512, TRAINED)
    assert len(seen.places) == 2


def test_an_arrow_is_a_direction_with_its_cosine_along() -> None:
    cone = run("cone", 0, rest=True, batch=32).cone
    np.testing.assert_allclose(np.square(cone.arrows).sum(axis=1), 1.0)
    np.testing.assert_array_equal(cone.arrows[:, 0], cone.cosines)
    assert (cone.arrows[:, 1] > 0).any()
    assert (cone.arrows[:, 1] < 0).any()


def test_glances_at_all_are_the_full_slope() -> None:
    cone = run("cone", 0, rest=True, batch=TRAINED).cone
    assert cone.glances == 1
    assert cone.mean == pytest.approx(1.0)
    assert cone.lengths[0] == pytest.approx(1.0)


# glances


@pytest.mark.parametrize("seed", [0, 1])
def test_small_glances_need_far_fewer_passes_than_the_full_batch(seed: int) -> None:
    seen = run("glances", 2000, seed=seed)
    passes = [racer.reached for racer in seen.racers]
    assert all(seen.racers[at].arrived for at in range(6))
    assert passes[1] <= 6
    assert passes[5] / passes[1] >= 10
    assert passes[1:] == sorted(passes[1:])
    assert all(racer.loss < TARGET for racer in seen.racers)


@pytest.mark.long
@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_every_size_is_slower_at_half_and_at_twice_its_best_rate(factor: float) -> None:
    best, other = run("glances", 560, seed=1), run("glances", 560, seed=1, haste=factor)
    for one, two in zip(best.racers, other.racers, strict=True):
        assert two.reached is None or two.reached > one.reached
        assert two.best == BEST_RATES[two.batch]


# catapult

PIPES = [(0.005, 0.0, 1.0), (0.015, 0.0, 3.0), (0.0199, 0.134, 3.98), (0.0201, 7.32, 4.02)]


@pytest.mark.parametrize("rate, x, y", PIPES)
def test_the_half_pipe_throws_out_above_two_by_its_curvature(rate: float, x: float, y: float) -> None:
    seen = run("catapult", 200, ground="pipe", pipe_rate=rate)
    assert abs(seen.path[-1, 0]) == pytest.approx(x, abs=0.01)
    assert seen.path[-1, 1] == pytest.approx(y, abs=0.01)
    assert seen.bound == 2.0 / 100.0
    assert seen.beyond == (rate > 0.02)


@pytest.mark.parametrize("rate, x", [(1.9, 0.9**50), (2.0, 1.0), (2.1, 1.1**50)])
def test_the_bowl_of_curvature_1_has_its_bound_at_2(rate: float, x: float) -> None:
    seen = run("catapult", 50, ground="bowl", bowl_rate=rate)
    assert abs(seen.path[-1, 0]) == pytest.approx(x, rel=1e-9)
    assert seen.bound == 2.0


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_digits_at_rate_3_are_thrown_out_and_end_knowing_nothing(seed: int) -> None:
    calm, wild = (run("catapult", 100, ground="digits", learning_rate=rate, seed=seed) for rate in (1.0, 3.0))
    assert calm.loss <= 0.2
    assert wild.peak > max(5.0, 2.0 * wild.start)
    assert wild.loss == pytest.approx(LN_10, abs=0.05)
    assert wild.dead_share > calm.dead_share + 0.3


def test_the_bound_of_the_digits_lies_between_a_rate_that_holds_and_one_that_does_not() -> None:
    seen = run("catapult", 0, rest=True, ground="digits", learning_rate=1.0, seed=1)
    assert seen.measured_at == 0
    assert seen.bound == pytest.approx(2.0 / seen.curvature)
    slow = run("catapult", 30, ground="digits", learning_rate=0.5 * seen.bound, seed=1)
    assert (np.diff(slow.losses) < 0).all()


def test_momentum_shifts_the_bound_as_polyak_says() -> None:
    plain, heavy = (run("catapult", 0, rest=True, ground="digits", momentum=mu, seed=1) for mu in (0.0, 0.9))
    assert heavy.bound == pytest.approx(1.9 * plain.bound)


def failing(view: str, **settings: Any) -> tuple[Config, Any]:
    """A run that stands where it failed."""
    config = config_of(view, learning_rate=30.0, momentum=0.999, **settings)
    return config, SKIER.advance(config, SKIER.init(config), 400)


def test_a_run_halts_where_the_network_fails_and_says_why() -> None:
    config, state = failing("catapult", ground="digits", seed=1)
    failure = SKIER.snapshot(config, state, None).failure
    assert SKIER.halted(config, state)
    assert failure.step == state.step < 400
    assert dict(failure.facts)
    assert failure.change[0] in PARAMETERS
    assert np.isfinite(SKIER.snapshot(config, state, None).catapult.losses).all()


def test_a_run_that_failed_goes_on_once_something_else_is_set() -> None:
    config, state = failing("fog")
    other = config.replace({"learning_rate": 0.01})
    kept = SKIER.change(config, other, state)
    assert SKIER.halted(config, state)
    assert not SKIER.halted(other, kept)
    assert kept.step == state.step
    assert SKIER.advance(other, kept, 3).step == state.step + 3


def test_a_network_that_died_is_told_the_bound_that_it_overstepped() -> None:
    config, state = failing("catapult", ground="digits", seed=1)
    while SKIER.snapshot(config, state, None).failure.kind != "dead":
        SKIER.advance(config, state, 400)
    failure = SKIER.snapshot(config, state, None).failure
    plain = run("catapult", 0, True, ground="digits", seed=1).bound
    assert failure.bound == pytest.approx(1.999 * plain, rel=2e-3)
    assert failure.change[1] < failure.bound


FAILING = {"glances": {"haste": 4.0}, "ramp": {"learning_rate": 30.0}, "valleys": {"learning_rate": 30.0}}


@pytest.mark.parametrize("view", FAILING)
def test_the_first_of_several_that_fails_is_named_and_the_others_go_on(view: str) -> None:
    config = config_of(view, **FAILING[view])
    state = SKIER.advance(config, SKIER.init(config), 100)
    seen = SKIER.snapshot(config, state, None)
    failure = seen.failure
    assert failure.name
    assert 0 < failure.back <= state.step < 100
    assert not seen.finished
    key, value = failure.change
    assert PARAMETERS[key].check(value) < config[key]
    before = state.step
    SKIER.advance(config, state, 1)
    assert state.step == before + 1


def test_where_a_step_is_a_pass_the_way_back_is_counted_in_passes() -> None:
    config, state = failing("lies")
    assert SKIER.snapshot(config, state, None).failure.back == min(20, state.step)


def test_what_had_to_wait_for_a_kernel_does_not_count_for_the_other_updates() -> None:
    assert Cost(deque([0.001, 18.6, 0.001, 0.0011])).each < 0.0011


def test_no_failure_is_told_twice() -> None:
    config, state = failing("catapult", ground="digits", seed=1)
    kinds = []
    for _ in range(5):
        kinds.append(SKIER.snapshot(config, state, None).failure.kind)
        SKIER.advance(config, state, 400)
        if not SKIER.halted(config, state):
            break
    assert len(kinds) == len(set(kinds))


# ramp


def test_too_much_momentum_too_early_ruins_what_a_ramp_saves() -> None:
    found = [run("ramp", 410, seed=seed) for seed in range(2)]
    mean = {key: np.mean([seen.arm(key).accuracy for seen in found]) for key in WAYS}
    assert mean["none"] < mean["nine"]
    assert mean["warm"] == pytest.approx(mean["nine"], abs=0.02)
    assert mean["heavy"] < 0.8
    assert mean["ramp"] > mean["heavy"] + 0.1


def test_at_a_larger_rate_heavy_momentum_knows_nothing() -> None:
    seen = run("ramp", 410, learning_rate=0.1)
    assert seen.arm("heavy").accuracy <= 0.5
    assert seen.arm("warm").accuracy >= 0.93


# chance


@pytest.mark.parametrize("classes, nets", [(1000, 20), (10, 60), (3, 20)])
def test_untrained_networks_are_right_once_in_as_many_classes(classes: int, nets: int) -> None:
    seen = run("chance", 20 * nets, classes=classes, nets=nets)
    assert seen.nets == nets
    assert abs(seen.mean - 1.0 / classes) <= 3.0 * seen.error
    assert abs(seen.loss - np.log(classes)) < 0.05


def test_a_single_untrained_network_has_favourites() -> None:
    seen = run("chance", 160, classes=10)
    assert seen.accuracies.max() - seen.accuracies.min() > 0.05
    assert seen.favourites.mean() > 0.2


# one class, valleys, lies


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_one_class_alone_takes_the_others_along(seed: int) -> None:
    seen = run("one_class", 150, seed=seed)
    assert seen.passes[-1] == 30
    assert seen.before.mean() > 0.9
    assert seen.now[8] >= 0.98
    assert seen.others <= 0.2
    assert seen.lowest >= 6


def test_all_classes_again_bring_them_back() -> None:
    config = config_of("one_class")
    state = SKIER.advance(config, SKIER.init(config), 100)
    mixed = config.replace({"mixed": True, "learning_rate": 0.003})
    seen = SKIER.snapshot(mixed, SKIER.advance(mixed, SKIER.change(config, mixed, state), 200), None).one_class
    assert seen.others > 0.9


def test_slopes_of_two_classes_agree_less_than_a_class_with_itself() -> None:
    agreement = run("one_class", 0, rest=True).agreement
    assert agreement[8] == pytest.approx(1.0)
    assert (np.delete(agreement, 8) < 0.5).all()


def test_most_weights_help_some_classes_and_hurt_others() -> None:
    config = config_of("one_class")
    state = SKIER.init(config)
    ponder(config, state, None)
    weight = SKIER.snapshot(config, state, None).one_class.weight
    training, train = state.part.training, parts()[0]
    at, each = int(training.plan[weight.layer - 1, 2]) + weight.unit * 64 + weight.source, []
    for label in range(10):
        losses = []
        for side in (1e-4, -1e-4):
            moved = np.array(training.parameters, np.float64)
            moved[at] += side
            rows = train.labels == label
            losses.append(loss_by_hand(*split(training.plan, moved), train.x[rows], train.targets[rows]))
        each.append((losses[0] - losses[1]) / 2e-4)
    np.testing.assert_allclose(weight.slopes, each, atol=1e-5)
    assert weight.contested > 0.8


def test_twenty_wide_networks_end_in_equally_good_valleys_and_tiny_ones_do_not() -> None:
    seen = run("valleys", 820)
    assert seen.finished == 120
    assert seen.mean > 0.965
    assert seen.high - seen.low < 0.03
    assert seen.losses.max() < 0.02
    assert 6 <= seen.stuck <= 25
    off = seen.distances[~np.eye(20, dtype=bool)]
    assert off.min() > 0.5
    assert np.allclose(seen.distances, seen.distances.T)


def test_shuffled_labels_are_learned_by_heart_and_tell_nothing() -> None:
    seen = run("lies", 150)
    assert seen.accuracy >= 0.99
    assert seen.test_accuracy <= 0.2
    assert seen.lied > 0.85 * TRAINED


def test_a_teacher_who_stops_lying_is_believed() -> None:
    config = config_of("lies")
    state = SKIER.advance(config, SKIER.init(config), 20)
    honest = config.replace({"lies": 0.0})
    seen = SKIER.snapshot(honest, SKIER.advance(honest, SKIER.change(config, honest, state), 40), None).lies
    assert seen.lied == 0
    assert seen.test_accuracy > 0.9


# fog


def test_the_cosine_in_the_fog_is_that_of_the_next_glance() -> None:
    config = config_of("fog", batch=16)
    state = SKIER.advance(config, SKIER.init(config), 3)
    ponder(config, state, None)
    training, train = state.part.training.clone(), parts()[0]
    slopes = slopes_at(plan_of(), training.parameters, train.x, train.targets)
    expected = cosine(slopes.glance(next_rows(training, descent(0.1, 16))), slopes.full)
    assert SKIER.snapshot(config, state, None).fog.cosine == pytest.approx(expected)


def test_arrows_in_the_fog_lie_in_the_plane_that_is_drawn() -> None:
    config, view = config_of("fog"), SkierView()
    state = SKIER.advance(config, SKIER.init(config), 30)
    for _ in range(200):
        ponder(config, state, view)
    seen = SKIER.snapshot(config, state, view).fog
    assert seen.landscape.resolution > 0
    assert np.hypot(seen.downhill.along, seen.downhill.across) == pytest.approx(1.0)
    assert 0.0 < seen.downhill.in_plane <= 1.0


