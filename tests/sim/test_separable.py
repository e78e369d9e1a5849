"""Separable or not, exactly: counts of Boolean functions, hulls that meet (in fractions), and points one bit apart."""

import itertools
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.datasets import dataset
from sim.errors import ConfigError
from sim.exact_signs import sign_of, signs
from sim.margin import turned
from sim.separable import Separability, mixture, programme, separable, surely_mixed
from tests.quality import record

Point = tuple[Fraction, Fraction]


def corners(bits: int) -> np.ndarray:
    return np.array(list(itertools.product((0.0, 1.0), repeat=bits)))


def cross(a: Point, b: Point, c: Point) -> Fraction:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def between(a: Point, b: Point, p: Point) -> bool:
    """Whether p lies on the segment from a to b."""
    return cross(a, b, p) == 0 and all(min(a[i], b[i]) <= p[i] <= max(a[i], b[i]) for i in (0, 1))


def segments_meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    if any((between(a, b, c), between(a, b, d), between(c, d, a), between(c, d, b))):
        return True
    return cross(a, b, c) * cross(a, b, d) < 0 and cross(c, d, a) * cross(c, d, b) < 0


def in_triangle(p: Point, a: Point, b: Point, c: Point) -> bool:
    turns = (cross(a, b, p), cross(b, c, p), cross(c, a, p))
    if cross(a, b, c) == 0:
        return between(a, b, p) or between(b, c, p) or between(a, c, p)
    return min(turns) >= 0 or max(turns) <= 0


def hulls_meet(x: np.ndarray, y: Sequence[int]) -> bool:
    """Whether the convex hulls of the two classes share a point, by looking at all segments and triangles."""
    points = [(Fraction(a), Fraction(b)) for a, b in x.tolist()]
    ones = [p for p, label in zip(points, y, strict=True) if label]
    zeros = [p for p, label in zip(points, y, strict=True) if not label]
    if set(ones) & set(zeros):
        return True
    for some, others in ((ones, zeros), (zeros, ones)):
        if any(between(a, b, p) for a, b in itertools.combinations(some, 2) for p in others):
            return True
        if any(in_triangle(p, *corner) for corner in itertools.combinations(some, 3) for p in others):
            return True
    pairs = itertools.product(itertools.combinations(ones, 2), itertools.combinations(zeros, 2))
    return any(segments_meet(*a, *b) for a, b in pairs)


def check(x: np.ndarray, y: Sequence[int], answer: Separability) -> None:
    """What an answer says about itself holds: the weights separate, or the proof alone cannot be separated."""
    if answer.yes:
        assert answer.proof == ()
        if answer.weights:
            rows = turned(x, np.asarray(y, np.int8))
            exact = [Fraction(weight) for weight in answer.weights]
            assert all(sign_of(row, exact) > 0 for row in rows)
    else:
        chosen = list(answer.proof)
        assert 2 <= len(chosen) <= x.shape[1] + 2
        assert x.shape[1] != 2 or hulls_meet(x[chosen], [y[k] for k in chosen])


@pytest.mark.parametrize("bits, count", [(1, 4), (2, 14), (3, 104)])
def test_the_number_of_separable_boolean_functions(bits: int, count: int) -> None:
    """4 of 4, 14 of 16, 104 of 256: Muroga 1971, and facts of the article's lesson."""
    found = 0
    for answers in itertools.product((0, 1), repeat=2**bits):
        answer = separable(corners(bits), np.array(answers))
        check(corners(bits), answers, answer)
        found += answer.yes
    assert found == count


@pytest.mark.long
def test_1882_functions_of_four_bits_are_separable() -> None:
    rows = corners(4)
    count = sum(separable(rows, np.array(y)).yes for y in itertools.product((0, 1), repeat=16))
    assert count == 1882
    record("boolean", "Boolean functions of four inputs", {"functions": 2**16, "separable": count})


def test_xor_is_proven_by_its_four_corners() -> None:
    assert separable(*dataset("xor", n=400)).proof == (0, 1, 2, 3)
    for key in ("and", "or"):
        assert separable(*dataset(key, n=400)).yes


@settings(max_examples=120)
@given(
    points=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=8),
    labels=st.lists(st.integers(0, 1), min_size=8, max_size=8),
    scale=st.sampled_from([1.0, 0.1, 1e-200, 3e150]),
)
def test_points_of_a_grid_are_separable_where_their_hulls_do_not_meet(
    points: list[tuple[int, int]], labels: list[int], scale: float
) -> None:
    x, y = np.array(points) * scale, labels[: len(points)]
    answer = separable(x, np.array(y))
    check(x, y, answer)
    assert answer.yes != hulls_meet(x, y)


@settings(max_examples=120)
@given(
    along=st.lists(st.floats(-3, 3), min_size=2, max_size=7),
    nudges=st.lists(st.integers(-1, 1), min_size=7, max_size=7),
    labels=st.lists(st.integers(0, 1), min_size=7, max_size=7),
)
def test_points_one_bit_off_a_line_are_decided_exactly(
    along: list[float], nudges: list[int], labels: list[int]
) -> None:
    """The second coordinate is the first, moved to the next float64 number: no tolerance can be right here."""
    a = np.array(along)
    steps = np.array(nudges[: len(a)])
    b = np.where(steps > 0, np.nextafter(a, 9.0), np.where(steps < 0, np.nextafter(a, -9.0), a))
    x, y = np.stack([a, b], axis=1), labels[: len(a)]
    answer = separable(x, np.array(y))
    check(x, y, answer)
    assert answer.yes != hulls_meet(x, y)


@settings(max_examples=60)
@given(seed=st.integers(0, 10_000), inputs=st.integers(1, 12), n=st.integers(2, 60))
def test_classes_made_by_a_unit_are_separable_and_a_planted_mixture_is_not(seed: int, inputs: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, inputs))
    weights = rng.normal(size=inputs)
    y = (x @ weights + 0.1 > 0).astype(int)
    assert separable(x, y).yes
    even = 2.0 * rng.integers(-50, 50, (n, inputs))
    middle = np.concatenate([even, (even[:1] + even[-1:]) / 2])
    torn = separable(middle, np.append(np.zeros(n, int), 1))
    assert not torn.yes
    assert len(torn.proof) <= inputs + 2


@settings(max_examples=60)
@given(
    points=st.lists(st.tuples(*[st.integers(-3, 3)] * 3), min_size=2, max_size=12),
    labels=st.lists(st.integers(0, 1), min_size=12, max_size=12),
)
def test_the_programme_alone_agrees_with_the_quick_way(points: list[tuple[int, ...]], labels: list[int]) -> None:
    x, y = np.array(points, float), np.array(labels[: len(points)], np.int8)
    alone = programme(turned(x, y))
    assert alone.yes == separable(x, y).yes
    if not alone.yes:
        assert mixture(turned(x, y)[list(alone.proof)])


def test_a_mixture_has_no_negative_share() -> None:
    """(1, 1) - 2 (1, 2) + (1, 3) is zero too, and proves nothing."""
    line = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    assert mixture(line) == []
    assert not surely_mixed(line)
    turned_middle = line * np.array([[1.0], [-1.0], [1.0]])
    assert mixture(turned_middle) == [1, 2, 1]
    assert surely_mixed(turned_middle)
    assert mixture(line[:2]) == []
    assert mixture(np.ones((3, 2)) * [[1.0], [1.0], [-1.0]]) == [], "more than one way is left to the programme"


def test_64_units_and_500_examples_are_decided() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(500, 64))
    assert separable(x, (x[:, 0] > 0.2).astype(int)).yes
    answer = separable(x, rng.integers(0, 2, 500))
    assert not answer.yes
    assert len(answer.proof) == 66


def test_one_class_is_separable_and_one_point_of_both_is_not() -> None:
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert separable(x, np.array([0, 0])).yes
    assert separable(x, np.array([1, 1])).yes
    assert separable(np.ones((2, 2)), np.array([0, 1])).proof == (0, 1)


def test_data_that_are_not_two_classes_are_refused() -> None:
    x = np.ones((3, 2))
    for points, labels, sentence in (
        (x, [0, 1, 2], "the classes must be 0 and 1"),
        (x, [0, 1], "one class for each"),
        (x * np.nan, [0, 1, 0], "must be finite"),
        (np.ones((0, 2)), [], "one class for each"),
    ):
        with pytest.raises(ConfigError, match=sentence):
            separable(points, np.array(labels))


@given(
    rows=st.lists(st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 3), min_size=1, max_size=5),
    vector=st.tuples(*[st.fractions(max_denominator=1000)] * 3),
)
def test_signs_are_those_of_fractions(rows: list[tuple[float, ...]], vector: tuple[Fraction, ...]) -> None:
    array = np.array(rows)
    wanted = [sign_of(row, vector) for row in array]
    assert signs(array, vector).tolist() == wanted


def test_a_sign_survives_underflow() -> None:
    """0.6 + 0.6 - 1.4 in units of the smallest number: the products are rounded to 1, 1 and -1."""
    small = 2.0**-537
    assert signs(np.array([[0.6, 0.6, -1.4]]) * small, [Fraction(small)] * 3).tolist() == [-1]


def test_a_sign_survives_cancellation() -> None:
    rows = np.array([[1e16, 1.0, -1e16], [1e308, 1e-308, -1e308], [0.1, 0.2, -0.3]])
    assert signs(rows, [Fraction(1)] * 3).tolist() == [1, 1, 1]
