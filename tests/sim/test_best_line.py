"""The best line, against every line through two points, turned a little either way."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.best_line import MOST_EXACT, best_line, sampled
from sim.datasets import dataset
from sim.separable import separable

TURN = 1e-5


def right_by_hand(x: np.ndarray, y: np.ndarray) -> int:
    """The most right answers of any line, for points of a small grid: along every direction that lies just beside one
    through two points, every cut between different heights."""
    directions = [np.array([1.0, 0.3]), np.array([0.3, -1.0])]
    for a, b in itertools.combinations(np.unique(x, axis=0), 2):
        angle = np.arctan2(*(b - a)[::-1]) + np.pi / 2
        directions += [np.array([np.cos(angle + turn), np.sin(angle + turn)]) for turn in (-TURN, TURN)]
    best = 0
    for direction in directions:
        heights = x @ direction
        for threshold in [heights.min() - 1.0, *(np.unique(heights.round(9)) + 1e-8)]:
            right = int(((heights > threshold) == (y > 0)).sum())
            best = max(best, right, len(y) - right)
    return best


@settings(max_examples=80)
@given(
    points=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=14),
    labels=st.lists(st.integers(0, 1), min_size=14, max_size=14),
)
def test_no_line_beside_two_points_of_a_grid_is_better(points: list[tuple[int, int]], labels: list[int]) -> None:
    x, y = np.array(points, float), np.array(labels[: len(points)])
    best = best_line(x, y)
    assert best.exact
    assert best.right == right_by_hand(x, y)
    assert best.accuracy == best.right / len(x)


@settings(max_examples=40)
@given(
    along=st.lists(st.floats(-2, 2), min_size=2, max_size=6),
    nudges=st.lists(st.integers(-1, 1), min_size=6, max_size=6),
    labels=st.lists(st.integers(0, 1), min_size=6, max_size=6),
)
def test_the_best_line_has_the_largest_separable_part_right(
    along: list[float], nudges: list[int], labels: list[int]
) -> None:
    """Points one bit off a line, where every angle is nearly the same, and every subset is asked."""
    a, steps = np.array(along), np.array(nudges[: len(along)])
    b = np.where(steps > 0, np.nextafter(a, 9.0), np.where(steps < 0, np.nextafter(a, -9.0), a))
    x, y = np.stack([a, b], axis=1), np.array(labels[: len(a)])
    parts = [list(part) for k in range(1, len(x) + 1) for part in itertools.combinations(range(len(x)), k)]
    assert best_line(x, y).right == max(len(part) for part in parts if separable(x[part], y[part]).yes)


@pytest.mark.parametrize(
    "key, n, noise", [("xor", 40, 0.0), ("xor", 300, 0.2), ("gaussians", 400, 1.2), ("moons", 60, 0.1)]
)
def test_the_weights_reach_the_accuracy(key: str, n: int, noise: float) -> None:
    x, y = dataset(key, n=n, noise=noise, seed=3)
    best = best_line(x, y)
    weights = np.array(best.weights)
    assert ((x @ weights[1:] + weights[0] > 0) == (y[:, 0] > 0)).sum() == best.right


def test_three_of_four_is_the_most_on_xor() -> None:
    best = best_line(*dataset("xor", n=4000))
    assert (best.accuracy, best.exact) == (0.75, True)
    assert best.sentence == "No line gets more than 3000 examples right: 75.0 %."


def test_separable_classes_are_all_right() -> None:
    assert best_line(*dataset("and")).accuracy == 1.0
    x, y = dataset("gaussians", n=5000, noise=0.2)
    assert (best_line(x, y).accuracy, best_line(x, y).exact) == (1.0, True)


def test_beyond_500_points_the_answer_is_sampled_and_says_so() -> None:
    x, y = dataset("gaussians", n=MOST_EXACT + 2, noise=1.5)
    best = best_line(x, y)
    assert not best.exact
    assert best.sentence.startswith("The best line found among samples gets")
    weights = np.array(best.weights)
    assert ((x @ weights[1:] + weights[0] > 0) == (y[:, 0] > 0)).sum() == best.right


@pytest.mark.parametrize("key", ["gaussians", "moons", "circle", "xor", "spiral"])
def test_samples_come_near_the_exact_answer(key: str) -> None:
    x, y = dataset(key, n=200, noise=0.4, seed=1)
    exact = best_line(x, y)
    found = sampled(x, (y[:, 0] > 0).astype(np.int8), 0)
    assert found.right <= exact.right
    assert found.accuracy >= exact.accuracy - 0.03


def test_more_inputs_are_sampled() -> None:
    x, y = dataset("parity", n=8)
    best = best_line(x, y)
    assert (best.right, best.exact) == (6, False)


@pytest.mark.parametrize("scale", [1e-300, 1e-5, 1e200, 1e307])
@pytest.mark.parametrize("inputs", [2, 3])
def test_sizes_do_not_matter(scale: float, inputs: int) -> None:
    rng = np.random.default_rng(5)
    x, y = rng.normal(size=(80, inputs)), rng.integers(0, 2, 80)
    x[:, -1] = 3.0 if inputs == 3 else x[:, -1]
    plain, scaled = best_line(x, y), best_line(x * scale, y)
    assert abs(plain.right - scaled.right) <= (0 if inputs == 2 else 2)
    weights = np.array(scaled.weights)
    with np.errstate(over="ignore"):
        z = (x * scale) @ weights[1:] + weights[0]
    assert scale == 1e-300 or ((z > 0) == (y > 0)).sum() == scaled.right


def test_the_dead_units_of_a_layer_are_no_trouble() -> None:
    rng = np.random.default_rng(6)
    x, y = np.maximum(rng.normal(size=(200, 8)), 0.0), rng.integers(0, 2, 200)
    x[:, ::2] = 0.0
    best = best_line(x, y)
    assert best.right > 100
    assert best_line(np.zeros((10, 4)), np.arange(10) % 2).right == 5
    assert best_line(np.full((10, 4), 0.1), np.arange(10) % 2).right == 5


def test_lines_of_points_and_equal_points_are_fine() -> None:
    x = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [3.0, 3.0]])
    assert best_line(x, np.array([0, 1, 0, 1, 1])).right == 4
    assert best_line(np.ones((3, 2)), np.array([0, 1, 1])).right == 2
    tenths = np.array([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3]])
    assert best_line(tenths, np.array([0, 1, 0])).right == 2
