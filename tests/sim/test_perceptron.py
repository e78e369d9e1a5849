"""The three learners against the facts of the article's lesson, Novikoff's bound, and what theory says of XOR."""

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.datasets import DATASETS, dataset
from sim.draws import Draws
from sim.errors import ConfigError
from sim.margin import novikoff, novikoff_of, shortest_vector
from sim.perceptron import (
    LEARNERS,
    Examples,
    Trial,
    accuracy,
    advance,
    batch_step,
    begin,
    calm_rates,
    change,
    largest_stable_rate,
    line_of,
    order,
    pocketed,
    right_answers,
    touched,
    unit_at,
    with_weights,
)
from sim.perceptron_cycle import corrected, find_cycle
from tests.quality import record


def gate(key: str) -> Examples:
    return Examples.of(*dataset(key))


def outlier_set() -> Examples:
    """The measured set: seed 3 of numpy, 30 points left, 30 right, 10 far out on the right."""
    rng = np.random.default_rng(3)
    clouds = [
        rng.normal(*cloud)
        for cloud in (
            ([-1, 0], [0.2, 0.6], (30, 2)),
            ([1, 0], [0.2, 0.6], (30, 2)),
            ([25, 0], [1, 0.6], (10, 2)),
        )
    ]
    return Examples.of(np.concatenate(clouds), np.repeat([0, 1], [30, 40]))


def passes(examples: Examples, most: int, **options: Any) -> Trial:
    """The perceptron alone, until a pass without a mistake or `most` passes."""
    trial = begin((0.0,) * examples.inputs.shape[1], ("perceptron",))
    for _ in range(most):
        trial = advance(trial, examples, len(examples), **options)
        if trial.units["perceptron"].settled:
            break
    return trial


@pytest.mark.parametrize("key, epoch, weights", [("and", 6, (-2, 2, 1)), ("or", 4, (0, 1, 1))])
def test_the_perceptron_learns_a_gate_in_its_number_of_passes(key: str, epoch: int, weights: tuple[int, ...]) -> None:
    unit = passes(gate(key), 20).units["perceptron"]
    assert (unit.settled, unit.weights) == (epoch, weights)
    assert accuracy(unit.weights, gate(key)) == 1.0
    later = advance(passes(gate(key), 20), gate(key), 400)
    assert later.units["perceptron"].weights == weights, "what is right is never changed again"


def test_at_zero_the_threshold_unit_says_no() -> None:
    """`>` and not `>=`: the first example, with weights 0 and target 0, is no mistake."""
    unit = advance(begin(), gate("and"), 1).units["perceptron"]
    assert (unit.mistakes, unit.weights) == (0, (0.0, 0.0, 0.0))


def test_the_first_pass_of_and_by_hand() -> None:
    """(1,1) is the first mistake: w = (1, 1, 1). Then (0,0) and (0,1) are wrong, (1,0) is right at z = 0."""
    trial, seen = begin(), []
    for _ in range(8):
        trial = advance(trial, gate("and"))
        seen.append(trial.units["perceptron"].weights)
    assert seen == [(0, 0, 0)] * 3 + [(1, 1, 1), (0, 1, 1), (-1, 1, 0), (-1, 1, 0), (0, 2, 1)]


def test_the_delta_rule_finds_least_squares_on_and() -> None:
    weights = (0.3, -0.2, 0.4)
    for _ in range(5000):
        weights = batch_step(weights, "delta", gate("and"), 0.5)
    assert np.allclose(weights, (-0.25, 0.5, 0.5), atol=1e-9)
    error = gate("and").inputs @ np.array(weights) - gate("and").targets
    assert abs((error**2).mean() - 0.0625) < 1e-12


def test_the_delta_rule_gives_up_on_xor() -> None:
    weights = (0.3, -0.2, 0.4)
    for _ in range(2000):
        weights = batch_step(weights, "delta", gate("xor"), 0.5)
    assert np.allclose(weights, (0.5, 0.0, 0.0), atol=1e-9)
    one_by_one = advance(begin(), gate("xor"), 20_000).units["delta"].weights
    assert np.allclose(one_by_one, (0.556, -0.111, -0.056), atol=5e-4)


def test_the_sigmoid_unit_learns_and() -> None:
    weights = tuple((np.random.default_rng(0).normal(size=3) * 0.5).tolist())
    for _ in range(5000):
        weights = batch_step(weights, "sigmoid", gate("and"), 1.0, mean=False)
    outputs = 1 / (1 + np.exp(-gate("and").inputs @ np.array(weights)))
    assert outputs.round(3).tolist() == [0.0, 0.023, 0.023, 0.972]


def test_points_far_out_fool_least_squares_and_not_the_perceptron() -> None:
    examples = outlier_set()
    unit = passes(examples, 500).units["perceptron"]
    assert unit.settled == 3
    assert right_answers(unit.weights, examples) == 70
    least = tuple(np.linalg.lstsq(examples.inputs, examples.targets * 1.0, rcond=None)[0].tolist())
    assert 70 - right_answers(least, examples, LEARNERS["delta"].border) >= 10
    weights = least
    for _ in range(10):
        weights = batch_step(weights, "delta", examples, 0.01)
    assert np.allclose(weights, least), "the delta rule stays where least squares is"


def test_the_outliers_of_the_table_tell_the_same_story() -> None:
    examples = Examples.of(*dataset("outliers"))
    assert passes(examples, 500).units["perceptron"].settled
    least = tuple(np.linalg.lstsq(examples.inputs, examples.targets * 1.0, rcond=None)[0].tolist())
    assert 70 - right_answers(least, examples, LEARNERS["delta"].border) >= 10


def test_the_delta_rule_is_stable_up_to_its_bound() -> None:
    examples, start = gate("and"), (0.1, 0.2, 0.3)
    bound = largest_stable_rate(examples)
    for factor, stays in ((0.98, True), (1.02, False)):
        weights = start
        for _ in range(3000):
            weights = batch_step(weights, "delta", examples, factor * bound)
        assert (np.abs(weights).max() < 1.0) == stays


@pytest.mark.parametrize("key", LEARNERS)
@given(z=st.floats(-50, 50), target=st.sampled_from([0.0, 1.0]))
def test_a_step_in_plain_numbers_is_the_rule(key: str, z: float, target: float) -> None:
    assert np.isclose(change(key, z, target), LEARNERS[key].change(np.float64(z), np.float64(target)), atol=1e-14)


def test_the_sigmoid_rule_is_the_slope_of_the_squared_error() -> None:
    def error(z: float) -> float:
        return 0.5 * (1.0 - 1.0 / (1.0 + np.exp(-z))) ** 2

    for z in np.linspace(-4, 4, 17):
        slope = (error(z + 1e-6) - error(z - 1e-6)) / 2e-6
        assert abs(change("sigmoid", float(z), 1.0) + slope) < 1e-9


def test_1000_perceptrons_never_get_more_than_three_corners_of_xor() -> None:
    examples, rng, best = gate("xor"), np.random.default_rng(0), 0
    for _ in range(1000):
        rate, weights = float(rng.uniform(0.01, 2.0)), tuple((2.0 * rng.normal(size=3)).tolist())
        for _ in range(50):
            for k in rng.permutation(4).tolist():
                weights = corrected(weights, examples.rows[k], int(examples.targets[k]), rate)
            best = max(best, right_answers(weights, examples))
    assert best == 3


@pytest.mark.long
def test_200_000_lines_never_get_more_than_three_corners_of_xor() -> None:
    examples = gate("xor")
    best = max(right_answers(tuple(w), examples) for w in np.random.default_rng(0).normal(size=(200_000, 3)).tolist())
    assert best == 3
    record("xor", "Lines on XOR", {"random lines": 200_000, "best accuracy": best / 4}, seed=0)


def first_return(examples: Examples, rate: float, weights: tuple[float, ...]) -> tuple[int, int]:
    """(start, length) of the first (weights, place) that comes back, with every state kept in a dictionary."""
    known: dict[Any, int] = {}
    for seen in itertools.count():
        state = (weights, seen % len(examples))
        if state in known:
            return known[state], seen - known[state]
        known[state] = seen
        k = seen % len(examples)
        weights = corrected(weights, examples.rows[k], int(examples.targets[k]), rate)
    raise AssertionError


def test_on_xor_the_weights_come_back_after_one_pass() -> None:
    cycle = find_cycle(gate("xor"))
    assert cycle is not None
    assert (cycle.start, cycle.length) == first_return(gate("xor"), 1.0, (0.0, 0.0, 0.0)) == (5, 4)
    assert (cycle.passes, cycle.mistakes, cycle.weights) == (1, 4, (0.0, -1.0, 0.0))
    assert cycle.sentence == (
        "The weights (0, −1, 0) come back after 4 examples (1 pass) with 4 mistakes each time: "
        "the rule runs in a circle and will never settle."
    )


def test_from_zero_in_turn_xor_stays_at_half() -> None:
    trial = begin(keys=("perceptron",))
    for _ in range(20):
        trial = advance(trial, gate("xor"), 4)
        assert accuracy(trial.units["perceptron"].weights, gate("xor")) == 0.5
    assert trial.cycle_length == 4


@settings(max_examples=60)
@given(
    points=st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=2, max_size=7),
    labels=st.lists(st.integers(0, 1), min_size=7, max_size=7),
    start=st.tuples(*[st.integers(-2, 2)] * 3),
)
def test_the_detectors_find_the_first_state_that_comes_back(
    points: list[tuple[int, int]], labels: list[int], start: tuple[int, int, int]
) -> None:
    examples = Examples.of(np.array(points, float), np.array(labels[: len(points)]))
    weights = tuple(map(float, start))
    cycle, (first, length) = find_cycle(examples, 1.0, weights), first_return(examples, 1.0, weights)
    trial = begin(weights, ("perceptron",))
    while not trial.watch.length:
        trial = advance(trial, examples, 1)
    assert trial.watch.length == length, "the one that runs along, too"
    if cycle is None:
        assert trial.units["perceptron"].settled or not advance(trial, examples, 9).cycle_length
    else:
        assert (cycle.start, cycle.length) == (first, length)
        assert not trial.units["perceptron"].settled


def test_a_rule_that_settles_runs_in_no_circle() -> None:
    assert find_cycle(gate("and")) is None
    trial = advance(begin(), gate("and"), 400)
    assert trial.watch.length == 4
    assert trial.cycle_length == 0


def test_another_rate_breaks_the_circle() -> None:
    trial = advance(begin(), gate("xor"), 40)
    assert trial.cycle_length == 4
    assert advance(trial, gate("xor"), 3, {"perceptron": 0.5}).cycle_length == 0
    assert advance(trial, gate("xor"), 400, {"perceptron": 0.5}).cycle_length > 0


def test_shuffled_passes_are_not_watched() -> None:
    assert advance(begin(), gate("xor"), 400, seed=1).watch.length == 0
    assert sorted(order(9, 3, 5)) == list(range(9))
    assert order(4, 3, None).tolist() == [0, 1, 2, 3]


MARGINS = ((0.3, 0.301, 1, 18), (0.1, 0.106, 4, 147), (0.03, 0.033, 25, 1619), (0.01, 0.023, 65, 3569))


@pytest.mark.parametrize("least, margin, mistakes, bound", MARGINS)
def test_the_four_margins_of_the_lesson(least: float, margin: float, mistakes: int, bound: int) -> None:
    """200 points of a square at least so far from a line through the origin, without a bias; facts as measured."""
    normal = np.array([1.0, -1.0]) / np.sqrt(2.0)
    points = np.random.default_rng(0).uniform(-1, 1, (2000, 2))
    heights = points @ normal
    x = points[np.abs(heights) > least][:200]
    examples = Examples.of(x, (x @ normal > 0).astype(int), bias=False)
    known = novikoff_of(examples.vectors, normal)
    best = novikoff(examples.vectors)
    assert known is not None
    assert best is not None
    assert (round(known.margin, 3), round(known.bound)) == (margin, bound)
    unit = passes(examples, 10_000).units["perceptron"]
    assert unit.mistakes == unit.changes == mistakes
    assert unit.mistakes <= best.bound <= known.bound


@settings(max_examples=80)
@given(
    seed=st.integers(0, 100_000), n=st.integers(2, 25), inputs=st.integers(1, 4), gap=st.floats(0.02, 0.5),
    rate=st.floats(0.01, 5.0), shuffle=st.booleans(),
)  # fmt: skip
def test_novikoff_s_bound_is_never_exceeded(
    seed: int, n: int, inputs: int, gap: float, rate: float, shuffle: bool
) -> None:
    rng = np.random.default_rng(seed)
    normal, offset = rng.normal(size=inputs), rng.normal() * 0.3
    x = rng.uniform(-1, 1, (n, inputs))
    heights = (x @ normal + offset) / np.linalg.norm(normal)
    x += np.where(heights > 0, gap, -gap)[:, None] * normal / np.linalg.norm(normal)
    examples = Examples.of(x, (heights > 0).astype(int))
    bound = novikoff(examples.vectors)
    assert bound is not None
    trial = begin((0.0,) * (inputs + 1), ("perceptron",))
    while not trial.units["perceptron"].settled:
        trial = advance(trial, examples, n, {"perceptron": rate}, seed if shuffle else None)
        assert trial.units["perceptron"].mistakes <= bound.bound * (1 + 1e-12)


@pytest.mark.parametrize("scale", [1e-250, 1e250])
def test_a_bound_holds_for_numbers_of_any_size(scale: float) -> None:
    vectors = gate("and").vectors
    plain, scaled = novikoff(vectors), novikoff(vectors * scale)
    assert plain is not None
    assert scaled is not None
    assert np.isclose(plain.bound, scaled.bound, rtol=1e-9)
    assert np.isclose(scaled.margin, plain.margin * scale, rtol=1e-9)


def test_there_is_no_bound_without_a_margin() -> None:
    assert novikoff(gate("xor").vectors) is None


@settings(max_examples=100)
@given(seed=st.integers(0, 10_000), n=st.integers(1, 30), size=st.integers(1, 5))
def test_the_shortest_vector_of_a_hull_supports_it(seed: int, n: int, size: int) -> None:
    """v is the shortest vector of the hull exactly if every row has a product of at least v.v with it."""
    rows = np.random.default_rng(seed).normal(size=(n, size)) + 0.5
    vector, corral = shortest_vector(rows)
    assert (rows @ vector).min() >= vector @ vector - 1e-9
    shares, *_ = np.linalg.lstsq(rows[corral].T, vector, rcond=None)
    assert np.allclose(rows[corral].T @ shares, vector, atol=1e-9)


def test_averaged_weights_are_the_mean_of_all() -> None:
    trial, seen = begin(), []
    for _ in range(37):
        trial = advance(trial, gate("xor"))
        seen.append(trial.units["perceptron"].weights)
    assert np.allclose(trial.units["perceptron"].averaged, np.mean(seen, axis=0), atol=1e-12)


def test_the_pocket_never_gets_worse_and_ends_better_than_the_last_weights() -> None:
    examples = Examples.of(*dataset("gaussians", n=200, noise=1.5, seed=4))
    trial, rights = begin(keys=("perceptron",)), []
    for _ in range(20):
        trial = advance(trial, examples, 200, seed=2)
        unit = trial.units["perceptron"]
        assert unit.pocket_right == right_answers(unit.pocket, examples)
        rights.append(unit.pocket_right)
    assert rights == sorted(rights)
    assert rights[-1] > right_answers(unit.weights, examples)
    assert right_answers(unit.averaged, examples) > 150


@pytest.mark.parametrize("before, kept", [(1, False), (2, True), (3, True)])
def test_weights_that_are_only_as_good_stay_out_of_the_pocket(before: int, kept: bool) -> None:
    """(0, 1, 0) has two corners of XOR right, after a longer run than the weights in the pocket had."""
    unit = replace(unit_at((0.0, 1.0, 0.0)), pocket=(9.0, 9.0, 9.0), pocket_right=before, pocket_streak=1, streak=5)
    after = pocketed(unit, LEARNERS["perceptron"], gate("xor"))
    assert (after.pocket == (9.0, 9.0, 9.0)) == kept
    assert after.pocket_right == max(before, 2)


def test_all_learners_meet_the_same_stream() -> None:
    trial = advance(begin(), gate("xor"), 11, seed=9)
    assert {unit.seen for unit in trial.units.values()} == {trial.seen} == {11}
    halves = advance(advance(begin(), gate("xor"), 5, seed=9), gate("xor"), 6, seed=9)
    assert halves == trial
    rows = [int(Draws(9).order(4, counter=epoch)[k]) for epoch in range(3) for k in range(4)][:11]
    weights = (0.0, 0.0, 0.0)
    for k in rows:
        weights = corrected(weights, gate("xor").rows[k], int(gate("xor").targets[k]), 1.0)
    assert trial.units["perceptron"].weights == weights


def test_points_may_change_while_it_learns() -> None:
    trial = advance(begin(), gate("and"), 24)
    assert trial.units["perceptron"].settled == 6
    flipped = Examples.of(dataset("and")[0], np.array([0, 1, 0, 1]))
    trial = touched(trial)
    assert trial.units["perceptron"].settled == 0
    assert trial.units["perceptron"].weights == (-2, 2, 1)
    assert advance(trial, flipped, 100).units["perceptron"].settled > 0
    more = Examples.of(np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([1, 0]))
    assert advance(touched(trial), more, 100).units["perceptron"].settled > 0


def test_the_learner_may_move_the_line() -> None:
    trial = with_weights(advance(begin(), gate("and"), 5), "perceptron", (-1.5, 1, 1))
    assert accuracy(trial.units["perceptron"].weights, gate("and")) == 1.0
    assert advance(trial, gate("and"), 8).units["perceptron"].weights == (-1.5, 1, 1)


def test_the_line_is_where_the_answer_changes() -> None:
    assert line_of((-0.25, 0.5, 0.5), "delta") == (-0.75, 0.5, 0.5)
    assert line_of((-2, 2, 1), "perceptron") == (-2, 2, 1)


def test_a_rate_that_explodes_is_a_lesson_and_no_error() -> None:
    trial = advance(begin(), Examples.of(*dataset("outliers")), 400, {"delta": 10.0, "sigmoid": 1e300})
    assert not np.isfinite(trial.units["delta"].weights).all()
    assert accuracy(trial.units["delta"].weights, Examples.of(*dataset("outliers"))) < 1.0
    assert trial.units["perceptron"].settled


@pytest.mark.parametrize("key", [key for key, entry in DATASETS.items() if entry.classes == 2])
def test_calm_rates_are_calm_on_every_set(key: str) -> None:
    examples = Examples.of(*dataset(key))
    rates = calm_rates(examples)
    assert rates["perceptron"] == 1.0
    trial = begin((0.0,) * examples.inputs.shape[1])
    trial = advance(trial, examples, 20 * len(examples), rates)
    for unit in trial.units.values():
        assert np.abs(unit.weights).max() < 100.0
    error = examples.inputs @ np.array(trial.units["delta"].weights) - examples.targets
    assert (error**2).mean() <= max(0.3, examples.targets.mean()), "no worse than saying 0"


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ConfigError, match="There is no learner 'adaline'"):
        begin(keys=("adaline",))
    with pytest.raises(ConfigError, match="The perceptron unit has 3 weights, the points need 4"):
        advance(begin(), Examples.of(*dataset("parity")))
    with pytest.raises(ConfigError, match="the classes must be 0 and 1"):
        Examples.of(np.zeros((3, 2)), np.array([0, 1, 2]))


def test_every_learner_tells_what_it_is() -> None:
    for key, learner in LEARNERS.items():
        assert learner.key == key
        assert learner.formula.startswith("w += η")
        assert learner.about.endswith(".")
        assert learner.source
