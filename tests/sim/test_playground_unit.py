"""Three learners in the playground: the facts of the lesson, and the same bits as one example at a time."""

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.config import Config
from sim.datasets import DATASETS, dataset
from sim.errors import ConfigError
from sim.perceptron import Examples, begin
from sim.perceptron import advance as one_by_one
from sim.perceptron_cycle import find_cycle
from sim.perceptron_kernels import PASSES
from sim.simulations import playground
from sim.simulations.playground_config import PARAMETERS, arrange
from sim.simulations.playground_limits import limits_of, points_of, sampled
from sim.simulations.playground_unit import UnitState, advance, changed, edit, init, seen, touched
from sim.simulations.playground_view import Data

DEFAULTS = Config.defaults(PARAMETERS)
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def data_from(x: Any, answers: Any, train: Any = None) -> Data:
    x, answers = np.array(x, np.float64).reshape(-1, 2), np.array(answers, np.int64)
    chosen = np.ones(len(x), np.bool_) if train is None else np.array(train, np.bool_)
    return Data("own", "Points", x, answers, answers[:, None] * 1.0, chosen, (-1.0, 1.0, -1.0, 1.0))


def made(key: str, n: int | None = None, noise: float | None = None, seed: int = 0) -> Data:
    x, y = dataset(key, n, noise, seed)
    return data_from(x, y[:, 0])


def after(data: Data, steps: int, config: Config = DEFAULTS) -> UnitState:
    return advance(config, init(config, data), data, steps)


def same_state(a: UnitState, b: UnitState) -> bool:
    arrays = all(x.tobytes() == y.tobytes() for x, y in zip(a.stream, b.stream, strict=True))
    return arrays and replace(a, stream=b.stream).__dict__ == b.__dict__


# the facts of the lesson


@pytest.mark.parametrize("key, passes, weights", [("and", 6, (-2, 2, 1)), ("or", 4, (0, 1, 1))])
def test_a_gate_is_learned_in_its_number_of_passes(key: str, passes: int, weights: tuple[int, ...]) -> None:
    view = seen(DEFAULTS, after(made(key), 4 * passes), made(key))
    learner = view.learners["perceptron"]
    assert (learner.weights, learner.settled, learner.accuracy) == (weights, passes, 1.0)
    assert learner.errors[-1] == 0
    assert (learner.errors[:-1] > 0).all(), "the first pass without a mistake is the last of these"
    assert learner.line == (weights[1], weights[2], weights[0])


def test_far_points_fool_the_linear_unit_and_not_the_perceptron() -> None:
    """The measured set: seed 3 of numpy, 30 points left, 30 right, 10 far out on the right side."""
    rng = np.random.default_rng(3)
    clouds = [([-1, 0], [0.2, 0.6], (30, 2)), ([1, 0], [0.2, 0.6], (30, 2)), ([25, 0], [1, 0.6], (10, 2))]
    data = data_from(np.concatenate([rng.normal(*cloud) for cloud in clouds]), np.repeat([0, 1], [30, 40]))
    config = DEFAULTS.replace({"delta.learning_rate": 0.0001, "order": "shuffled"})
    view = seen(config, after(data, 70 * 1000, config), data)
    assert view.learners["perceptron"].accuracy == 1.0
    assert (~view.learners["delta"].right).sum() >= 10
    assert seen(DEFAULTS, after(data, 70 * 3), data).learners["perceptron"].settled == 3


def test_the_data_set_of_far_points_comes_with_a_rate_that_does_not_explode() -> None:
    config = DEFAULTS.replace(dataset="outliers")
    config = arrange(config, "dataset").replace(test_share=0.0)
    data = made("outliers")
    view = seen(config, after(data, 70 * 100, config), data)
    delta = view.learners["delta"]
    assert view.learners["perceptron"].accuracy == 1.0
    assert (~delta.right).sum() >= 10
    assert config["delta.learning_rate"] <= delta.calm_rate
    assert not delta.flew
    assert arrange(config.replace(dataset="and"), "dataset")["delta.learning_rate"] == 0.1


@given(
    start=st.tuples(*[st.floats(-2, 2)] * 3), rate=st.floats(0.01, 3.0), seed=st.integers(0, 2**40),
    order=st.sampled_from(["turn", "shuffled"]),
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_no_line_gets_more_than_three_corners_of_xor(start: Any, rate: float, seed: int, order: str) -> None:
    text = " ".join(f"{number:.6f}" for number in start)
    config = DEFAULTS.replace(start_weights=text, rate_factor=rate, seed=seed, order=order)
    data = made("xor")
    state = init(config, data)
    for _ in range(6):
        state = advance(config, state, data, 7)
        view = seen(config, state, data)
        assert max(learner.accuracy for learner in view.learners.values()) <= 0.75
        assert view.best_ever <= 0.75
        assert not view.learners["perceptron"].settled
    assert (view.separable, view.best_accuracy, view.best_exact, view.bound) == (False, 0.75, True, None)


def test_fourteen_of_sixteen_functions_of_two_inputs_are_learned() -> None:
    learned = []
    for answers in itertools.product((0, 1), repeat=4):
        data = data_from(CORNERS, answers)
        view = seen(DEFAULTS, after(data, 200), data)
        assert view.separable == bool(view.learners["perceptron"].settled)
        assert bool(view.cycle) == (not view.separable)
        learned.append(bool(view.separable))
    assert sum(learned) == 14


# the circle


def states_until_one_returns(data: Data, rate: float) -> tuple[int, int]:
    """(start, length) of the first (weights, place) that comes back: all are kept, in plain Python."""
    weights, known, step = (0.0, 0.0, 0.0), {}, 0
    while (weights, step % len(data.x)) not in known:
        known[weights, step % len(data.x)] = step
        (x1, x2), target = data.x[step % len(data.x)].tolist(), int(data.answers[step % len(data.x)])
        wrong = target - (weights[0] + weights[1] * x1 + weights[2] * x2 > 0)
        weights = (weights[0] + rate * wrong, weights[1] + rate * wrong * x1, weights[2] + rate * wrong * x2)
        step += 1
    start = known[weights, step % len(data.x)]
    return start, step - start


def test_xor_runs_in_a_circle_of_one_pass_and_says_so() -> None:
    data = made("xor")
    view = seen(DEFAULTS, after(data, 40), data)
    assert view.cycle == 4 == states_until_one_returns(data, 1.0)[1]
    found = find_cycle(Examples.of(data.x, data.answers))
    assert found is not None
    assert view.cycle_sentence == found.sentence
    assert "come back after 4 examples (1 pass)" in view.cycle_sentence
    assert view.learners["perceptron"].accuracy == 0.5


@given(points=st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(0, 1)), min_size=2, max_size=7))
@settings(max_examples=100, deadline=None)
def test_the_length_of_a_circle_is_exact(points: list[tuple[int, int, int]]) -> None:
    data = data_from([point[:2] for point in points], [point[2] for point in points])
    view = seen(DEFAULTS, after(data, 4000), data)
    if view.separable:
        assert view.cycle == 0
        return
    start, length = states_until_one_returns(data, 1.0)
    assert view.cycle in (length, 0)
    assert view.cycle or 3 * (start + length) > 4000
    assert not view.cycle or f"after {length} examples" in view.cycle_sentence


def test_a_circle_is_proved_for_one_rate_one_order_and_these_points_only() -> None:
    data = made("xor")
    state = after(data, 40)
    shuffled = DEFAULTS.replace(order="shuffled")
    assert seen(shuffled, advance(shuffled, state, data, 400), data).cycle == 0
    other_rate = DEFAULTS.replace({"perceptron.learning_rate": 0.5})
    assert seen(other_rate, advance(other_rate, state, data, 1), data).cycle == 0
    assert seen(other_rate, advance(other_rate, state, data, 60), data).cycle == 4
    other_delta = DEFAULTS.replace({"delta.learning_rate": 0.01})
    assert seen(other_delta, advance(other_delta, state, data, 1), data).cycle == 4
    moved = data_from(data.x + 0.25, data.answers)
    assert seen(DEFAULTS, touched(DEFAULTS, state, moved), moved).cycle == 0


def test_a_circle_after_a_touch_in_the_middle_of_a_pass_is_found_from_there() -> None:
    gate, data = made("and"), made("xor")
    state = touched(DEFAULTS, after(gate, 6), data)
    view = seen(DEFAULTS, advance(DEFAULTS, state, data, 100), data)
    assert view.cycle % 4 == 0
    assert view.cycle > 0
    assert view.learners["perceptron"].weights == step_by_hand(state.weights("perceptron"), data, 2, 100)


def step_by_hand(weights: tuple[float, ...], data: Data, place: int, steps: int) -> tuple[float, ...]:
    for k in range(place, place + steps):
        row = (1.0, *data.x[k % len(data.x)].tolist())
        wrong = int(data.answers[k % len(data.x)]) - (sum(a * b for a, b in zip(weights, row, strict=True)) > 0)
        weights = tuple(a + wrong * b for a, b in zip(weights, row, strict=True))
    return weights


# Novikoff


@given(
    points=st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2)), min_size=3, max_size=25),
    slope=st.floats(0, 6.28), start=st.tuples(*[st.floats(-3, 3)] * 3), rate=st.floats(0.1, 3.0),
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_mistakes_never_pass_the_bound(points: Any, slope: float, start: Any, rate: float) -> None:
    x = np.array(points)
    heights = x @ [np.cos(slope), np.sin(slope)] - 0.1
    data = data_from(x[np.abs(heights) > 0.05], (heights > 0)[np.abs(heights) > 0.05])
    if not len(data.x):
        return
    text = " ".join(f"{number:.6f}" for number in start)
    config = DEFAULTS.replace({"perceptron.learning_rate": rate, "start_weights": text})
    view = seen(config, after(data, 20_000, config), data)
    assert view.separable
    assert view.bound is not None
    assert view.bound_mistakes <= view.bound + view.bound_extra
    assert view.bound_mistakes == view.learners["perceptron"].mistakes


def test_the_bound_is_the_square_of_radius_over_margin() -> None:
    """Two points at (1, 0) and (-1, 0): the best unit has no bias, R^2 = 1 + 1, margin 1."""
    data = data_from([[1, 0], [-1, 0]], [1, 0])
    view = seen(DEFAULTS, after(data, 10), data)
    assert view.radius == pytest.approx(2**0.5)
    assert view.margin == pytest.approx(1.0)
    assert view.bound == pytest.approx(2.0)
    assert view.bound_extra == 0.0
    moved = touched(DEFAULTS, after(data, 10), data)
    assert seen(DEFAULTS, moved, data).bound_mistakes == 0
    size = sum(number**2 for number in moved.weights("perceptron")) ** 0.5
    assert seen(DEFAULTS, moved, data).bound_extra == pytest.approx(2 * size)


# the same numbers as one example at a time


@given(
    points=st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.integers(0, 1)), min_size=1, max_size=9),
    factor=st.floats(0.01, 1.0), steps=st.integers(1, 120), seed=st.integers(0, 2**50), shuffled=st.booleans(),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_the_compiled_stream_has_the_bits_of_one_example_at_a_time(
    points: Any, factor: float, steps: int, seed: int, shuffled: bool
) -> None:
    config = DEFAULTS.replace(
        {"rate_factor": factor, "seed": seed, "order": "shuffled" if shuffled else "turn", "delta.learning_rate": 0.05}
    )
    data = data_from([point[:2] for point in points], [point[2] for point in points])
    state = after(data, steps, config)
    rates = {key: config[f"{key}.learning_rate"] * config["rate_factor"] for key in ("perceptron", "delta", "sigmoid")}
    trial = one_by_one(begin(), Examples.of(data.x, data.answers), steps, rates, config["seed"] if shuffled else None)
    view = seen(config, state, data)
    for key in ("perceptron", "delta"):
        unit, learner = trial.units[key], view.learners[key]
        assert learner.weights == unit.weights
        assert (learner.mistakes, learner.changes) == (unit.mistakes, unit.changes)
        assert learner.settled == unit.settled
    assert np.allclose(view.learners["sigmoid"].weights, trial.units["sigmoid"].weights, rtol=1e-9, atol=1e-12)
    pocket = trial.units["perceptron"]
    assert view.learners["perceptron"].pocket_accuracy * len(data.x) == pytest.approx(pocket.pocket_right)
    assert tuple(state.stream.pocket.tolist()) == pocket.pocket
    assert np.array_equal(state.stream.totals[0], pocket.total)


@given(parts=st.lists(st.integers(1, 90), min_size=1, max_size=6), key=st.sampled_from(["xor", "gaussians"]))
@settings(max_examples=25, deadline=None)
def test_slices_make_no_difference(parts: list[int], key: str) -> None:
    for order in ("turn", "shuffled"):
        config, data = DEFAULTS.replace(order=order, seed=7), made(key, 12, 0.3)
        state = init(config, data)
        for part in parts:
            state = advance(config, state, data, part)
        assert same_state(state, after(data, sum(parts), config))


def test_a_circle_is_the_same_whenever_it_is_noticed() -> None:
    data = made("xor")
    early = after(data, 20)
    assert early.cycle is not None
    assert same_state(advance(DEFAULTS, early, data, 19_980), after(data, 20_000))


def test_an_earlier_state_is_never_written() -> None:
    data = made("xor", 40, 0.2)
    state = after(data, 33)
    before = [array.tobytes() for array in state.stream]
    advance(DEFAULTS, state, data, 500)
    touched(DEFAULTS, state, made("and"))
    edit(DEFAULTS, state, data, "scale", 2.0)
    edit(DEFAULTS, state, data, "line", ("delta", (1.0, 2.0, 3.0)))
    assert [array.tobytes() for array in state.stream] == before


def test_many_points_in_one_call_are_those_of_many_calls() -> None:
    """More than are dealt at a time."""
    config = DEFAULTS.replace(order="shuffled")
    data = made("spiral", 300)
    state = init(config, data)
    for part in (50_000, 50_000, 40_001):
        state = advance(config, state, data, part)
    assert same_state(state, after(data, 140_001, config))


# which point was met, and who changed at it


def test_one_point_at_a_time_shows_which_was_met_and_who_changed() -> None:
    """The third corner of XOR by hand: after (1, 0), which is 1, the threshold unit has w = (1, 1, 0)."""
    data = made("xor")
    state, met, changed, weights = init(DEFAULTS, data), [], [], []
    assert seen(DEFAULTS, state, data).met is None
    for _ in range(4):
        state = advance(DEFAULTS, state, data, 1)
        view = seen(DEFAULTS, state, data)
        met.append(view.met)
        changed.append("perceptron" in view.changed)
        weights.append(view.learners["perceptron"].weights)
    assert met == [0, 1, 2, 3]
    assert weights == [step_by_hand((0.0, 0.0, 0.0), data, 0, k + 1) for k in range(4)]
    assert changed == [a != b for a, b in itertools.pairwise([(0.0, 0.0, 0.0), *weights])]


def test_points_of_the_test_are_met_by_nobody() -> None:
    x = [[0, 0], [5, 5], [1, 1], [7, -7]]
    data = data_from(x, [0, 0, 1, 1], [True, False, True, False])
    state, met = init(DEFAULTS, data), set()
    for _ in range(6):
        state = advance(DEFAULTS, state, data, 1)
        met.add(seen(DEFAULTS, state, data).met)
    assert met == {0, 2}
    view = seen(DEFAULTS, state, data)
    assert view.learners["perceptron"].right.shape == (4,)
    assert view.separable
    assert state.epoch == 3


# points that move


def test_a_point_that_moves_does_not_begin_the_pass_anew() -> None:
    data = made("xor")
    state = after(data, 6)
    for k in range(3):
        moved = data_from(data.x + 0.01 * k, data.answers)
        state = advance(DEFAULTS, touched(DEFAULTS, state, moved), moved, 1)
        assert seen(DEFAULTS, state, moved).met == (6 + k) % 4
    assert state.step == 9


def test_a_pass_in_which_a_point_moved_proves_nothing() -> None:
    gate = made("and")
    state = after(gate, 24 + 2)
    assert seen(DEFAULTS, state, gate).learners["perceptron"].settled == 6
    state = touched(DEFAULTS, state, gate)
    assert seen(DEFAULTS, state, gate).learners["perceptron"].settled == 0
    assert seen(DEFAULTS, advance(DEFAULTS, state, gate, 2), gate).learners["perceptron"].settled == 0
    assert seen(DEFAULTS, advance(DEFAULTS, state, gate, 6), gate).learners["perceptron"].settled == 8


def test_what_was_counted_stays_when_points_change() -> None:
    data = made("xor")
    before = seen(DEFAULTS, after(data, 41), data).learners["perceptron"]
    state = touched(DEFAULTS, after(data, 41), made("or"))
    now = seen(DEFAULTS, state, made("or")).learners["perceptron"]
    assert (now.mistakes, now.changes, now.weights) == (before.mistakes, before.changes, before.weights)
    assert now.errors.tolist() == before.errors.tolist()
    learned = advance(DEFAULTS, state, made("or"), 100)
    assert seen(DEFAULTS, learned, made("or")).learners["perceptron"].accuracy == 1.0


def test_points_may_go_and_come() -> None:
    data, fewer, none = made("xor", 8), made("xor", 3), data_from([], [])
    state = after(data, 7)
    state = advance(DEFAULTS, touched(DEFAULTS, state, fewer), fewer, 5)
    state = touched(DEFAULTS, state, none)
    still = advance(DEFAULTS, state, none, 100)
    assert still.step == state.step == 12
    view = seen(DEFAULTS, still, none)
    assert (view.met, view.separable, view.bound, view.learners["delta"].right.size) == (None, None, None, 0)
    assert advance(DEFAULTS, touched(DEFAULTS, still, data), data, 4).step == 16


def test_passes_are_remembered_up_to_a_number() -> None:
    data = made("xor")
    view = seen(DEFAULTS, after(data, 4 * (PASSES + 10) + 1), data)
    errors = view.learners["delta"].errors
    assert errors.shape == (PASSES,)
    early = seen(DEFAULTS, after(data, 4 * PASSES), data).learners["delta"].errors
    assert errors[: PASSES - 10].tolist() == early[10:].tolist()


# the learner's hand


def test_a_hand_drawn_line_competes_and_its_best_is_kept() -> None:
    data = made("xor")
    state = edit(DEFAULTS, after(data, 8), data, "hand", (1.0, 1.0, -0.5))
    hand = seen(DEFAULTS, state, data).hand
    assert hand is not None
    assert (hand.accuracy, hand.best_accuracy, hand.line) == (0.75, 0.75, (1.0, 1.0, -0.5))
    assert hand.right.tolist() == [True, True, True, False]
    worse = seen(DEFAULTS, edit(DEFAULTS, state, data, "hand", (-1.0, -1.0, 0.5)), data).hand
    assert worse is not None
    assert (worse.accuracy, worse.best_accuracy) == (0.25, 0.75)
    learned = advance(DEFAULTS, state, data, 50)
    assert learned.hand == state.hand
    gate = seen(DEFAULTS, touched(DEFAULTS, state, made("or")), made("or")).hand
    assert gate is not None
    assert gate.best_accuracy == 1.0
    assert seen(DEFAULTS, edit(DEFAULTS, state, data, "hand", None), data).hand is None


def test_a_restart_keeps_the_line_and_other_points_do_not() -> None:
    state = playground.init(DEFAULTS)
    config, state = playground.edit(DEFAULTS, state, "hand", (1.0, 1.0, -0.5))
    again = playground.restart(config, config.replace(seed=5), playground.advance(config, state, 9)).unit
    assert again is not None
    assert (again.step, again.hand_line, again.hand_best) == (0, (1.0, 1.0, -0.5), 3)
    other = playground.restart(config, config.replace(dataset="and"), state).unit
    assert other is not None
    assert other.hand is None


@pytest.mark.parametrize("key", ["perceptron", "delta", "sigmoid"])
@given(a=st.floats(-5, 5), b=st.floats(0.1, 5), c=st.floats(-5, 5), start=st.sampled_from(["", "1 3 -4"]))
@settings(max_examples=30, deadline=None)
def test_a_moved_line_lies_where_it_was_put_and_keeps_its_arrow(
    key: str, a: float, b: float, c: float, start: str
) -> None:
    config, data = DEFAULTS.replace(start_weights=start), made("xor")
    state = edit(config, init(config, data), data, "line", (key, (a, b, c)))
    line = seen(config, state, data).learners[key].line
    assert line is not None
    assert np.allclose(np.array(line) * (b / line[1]), (a, b, c), atol=1e-9)
    assert line[1] > 0.0, "class 1 stays on its side"
    _, *slopes = state.weights(key)
    assert np.hypot(*slopes) == pytest.approx(5.0 if start else 1.0)
    others = [other for other in ("perceptron", "delta", "sigmoid") if other != key]
    assert all(state.weights(other) == init(config, data).weights(other) for other in others)


def test_scaling_multiplies_all_three_numbers_of_every_learner() -> None:
    data = made("and")
    state = after(data, 24)
    scaled = edit(DEFAULTS, state, data, "scale", 3.0)
    for key in ("perceptron", "delta", "sigmoid"):
        assert scaled.weights(key) == tuple(3.0 * number for number in state.weights(key))
    assert seen(DEFAULTS, scaled, data).learners["perceptron"].accuracy == 1.0


@pytest.mark.parametrize(
    "what, value, words",
    [
        ("hand", (0.0, 0.0, 1.0), "needs a direction"),
        ("hand", (float("nan"), 1.0, 1.0), "must be from"),
        ("hand", (1.0, 2.0), "three numbers"),
        ("hand", "steep", "three numbers"),
        ("line", ("perceptron", (float("inf"), 1.0, 0.0)), "must be from"),
        ("line", ("magic", (1.0, 1.0, 0.0)), "There is no learner"),
        ("line", ([], (1.0, 1.0, 0.0)), "There is no learner"),
        ("line", 7, "name the learner"),
        ("scale", 0.0, "above 0"),
        ("scale", "twice", "above 0"),
        ("scale", float("nan"), "above 0"),
        ("seed", 1, "cannot be changed by hand"),
    ],
)
def test_what_cannot_be_held_is_refused_in_a_sentence(what: str, value: Any, words: str) -> None:
    data = made("xor")
    with pytest.raises(ConfigError, match=words):
        edit(DEFAULTS, init(DEFAULTS, data), data, what, value)


def test_points_that_are_not_two_classes_of_a_plane_are_refused() -> None:
    three = replace(made("xor"), classes=("a", "b", "c"))
    flat = replace(made("xor"), x=np.zeros((4, 1)))
    for data, words in ((three, "two sides"), (replace(three, classes=()), "two sides"), (flat, "two inputs")):
        with pytest.raises(ConfigError, match=words):
            init(DEFAULTS, data)


# rates that explode


def test_a_learner_that_explodes_stays_at_its_last_numbers_and_the_others_go_on() -> None:
    config = DEFAULTS.replace({"delta.learning_rate": 50.0})
    data = made("xor", 40, 0.1)
    state = after(data, 20_000, config)
    view = seen(config, state, data)
    delta = view.learners["delta"]
    assert delta.flew
    assert np.isfinite(delta.weights).all()
    assert delta.line is not None
    assert np.isfinite(delta.line).all()
    assert (
        view.learners["perceptron"].changes == seen(DEFAULTS, after(data, 20_000), data).learners["perceptron"].changes
    )
    calm = config.replace({"delta.learning_rate": 0.9 * delta.calm_rate})
    back = seen(calm, advance(calm, state, data, 400_000), data).learners["delta"]
    assert not back.flew
    least = np.linalg.lstsq(np.column_stack([np.ones(40), data.x]), data.answers, rcond=None)[0]
    assert np.allclose(back.weights, least, atol=1.0)


def test_another_rate_lets_a_learner_that_flew_begin_anew_at_once() -> None:
    """Also from numbers that no calm rate could bring back, while the run rests. The others keep what they have."""
    config, data = DEFAULTS.replace(rate_factor=100.0), made("xor", 40, 0.1)
    state = after(data, 20_000, config)
    assert seen(config, state, data).learners["delta"].flew
    assert max(map(abs, state.weights("delta"))) > 1e100
    calm = changed(DEFAULTS, state, data, fresh=False)
    delta = seen(DEFAULTS, calm, data).learners["delta"]
    assert (delta.flew, delta.weights) == (False, (0.0, 0.0, 0.0))
    assert calm.weights("perceptron") == state.weights("perceptron")
    assert seen(DEFAULTS, advance(DEFAULTS, calm, data, 4_000), data).learners["delta"].accuracy > 0.4
    other = DEFAULTS.replace(start_weights="1 2 3")
    assert changed(other, state, data, fresh=False).weights("delta") == (1.0, 2.0, 3.0)


def test_at_rest_no_circle_is_shown_that_was_proved_for_another_rate_or_order() -> None:
    config = DEFAULTS.replace(dataset="xor", n=4)
    state = playground.advance(config, playground.init(config), 40)
    for values in {"order": "shuffled"}, {"perceptron.learning_rate": 0.5}, {"rate_factor": 3.0}:
        new = config.replace(values)
        seen_then = playground.snapshot(new, playground.change(config, new, state), None).unit
        assert playground.snapshot(config, state, None).unit.cycle == 4
        assert (seen_then.cycle, seen_then.cycle_sentence) == (0, "")


# what any line can do


def test_a_sampled_best_line_says_so_and_is_close() -> None:
    for key, n in (("xor", 200), ("circle", 200), ("moons", 240)):
        points = points_of(made(key, n, 0.1))
        quick, slow = limits_of(points, False), limits_of(points, True)
        assert (quick.exact, slow.exact) == (False, True)
        assert slow.best - 0.05 <= quick.best <= slow.best


def test_nobody_is_better_than_the_best_line_that_is_shown() -> None:
    data = made("spiral", 600, 0.1)
    state = touched(DEFAULTS, init(DEFAULTS, data), data)
    for _ in range(5):
        state = advance(DEFAULTS, state, data, 997)
        view = seen(DEFAULTS, state, data)
        assert not view.best_exact
        assert view.best_accuracy >= max([view.best_ever, *(each.accuracy for each in view.learners.values())])


def test_one_class_or_equal_points_are_no_accident() -> None:
    alone = data_from([[0, 0], [1, 1]], [1, 1])
    view = seen(DEFAULTS, after(alone, 20), alone)
    assert (view.separable, view.best_accuracy) == (True, 1.0)
    twice = data_from([[0.5, 0.5], [0.5, 0.5]], [0, 1])
    view = seen(DEFAULTS, after(twice, 20), twice)
    assert (view.separable, view.best_accuracy, view.cycle) == (False, 0.5, 2)
    assert sampled(points_of(data_from(np.zeros((100, 2)), np.arange(100) % 2))) == 0.5


def test_all_data_sets_of_the_plane_can_be_learned_from() -> None:
    for key, entry in DATASETS.items():
        if entry.classes == 2 and entry.inputs == 2:
            view = seen(DEFAULTS, after(made(key), 500), made(key))
            assert all(np.isfinite(learner.weights).all() for learner in view.learners.values())
