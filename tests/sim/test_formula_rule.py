"""The machine that runs typed formulas: exact slopes, the same numbers on every target, and a stack that suffices."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sim import formula_rule as rule
from sim.formula import parse_surface
from sim.formula_program import LENGTH, places
from sim.formula_rule import typed
from sim.formula_terms import read_terms
from sim.formula_text import MOST_NODES, read_tokens
from sim.lanes import lanes, shared
from sim.portable import portable
from sim.targets import aligned, kernel
from tests.sim.all_surfaces import BUSY
from tests.sim.formulas_for_tests import FORMULAS, balanced, program_of

TORCH = np.load(Path(__file__).resolve().parents[1] / "golden" / "torch_formulas.npz")
COORDINATES = st.integers(-2000, 1999).map(lambda k: (k + 0.37) / 1000)
WIDTH = 16


def plain(text: str, x: Any, y: Any) -> NDArray[np.float64]:
    """(loss, dx, dy) in plain Python, stacked."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    with np.errstate(all="ignore"):
        return np.stack([np.broadcast_to(part, x.shape) for part in typed(x[()], y[()], program_of(text))])


# Slopes


@settings(max_examples=300)
@given(FORMULAS, COORDINATES, COORDINATES)
def test_slopes_equal_finite_differences(formula, x, y):
    """Of fourth order, with two widths: where those two disagree, the surface bends too much for the oracle."""
    slopes = []
    for h in (1e-3, 5e-4):
        shifts, weights = h * np.array([-2, -1, 1, 2]), np.array([1, -8, 8, -1]) / (12 * h)
        with np.errstate(all="ignore"):
            along_x = formula.value(x + shifts, np.full(4, y))
            along_y = formula.value(np.full(4, x), y + shifts)
            slopes.append((weights @ along_x, weights @ along_y, np.abs([along_x, along_y]).max()))
    (dx, dy, size), (dx_half, dy_half, _) = slopes
    limit = 1e-5 * max(1.0, abs(dx_half), abs(dy_half))
    assume(np.isfinite([dx, dy, dx_half, dy_half]).all() and size < 1e6)
    assume(max(abs(dx - dx_half), abs(dy - dy_half)) < 0.1 * limit)
    found = plain(formula.text, x, y)[1:]
    assume(np.isfinite(found).all())  # tanh(1/(x - x)) is 1 and has no slope
    assert found == pytest.approx([dx_half, dy_half], abs=limit)


@pytest.mark.parametrize("k", range(len(TORCH["texts"])), ids=[str(text) for text in TORCH["texts"]])
def test_loss_and_slopes_equal_those_of_pytorch(k):
    found = plain(str(TORCH["texts"][k]), *TORCH["points"].T)
    assert np.allclose(found.T, TORCH["values"][k], rtol=1e-12, atol=1e-13, equal_nan=True)


@pytest.mark.parametrize(
    "text, x, y, gradient",
    [
        ("abs(x)", 0.0, 1.0, (0.0, 0.0)),
        ("abs(x) + 2*abs(y)", -1.0, 0.0, (-1.0, 0.0)),
        ("sqrt(x^2 + y^2)", 0.0, 0.0, (0.0, 0.0)),
        ("sqrt(x)", 0.0, 1.0, (math.inf, 0.0)),
        ("x^1", 0.3, 0.2, (1.0, 0.0)),
        ("x^0 + y", 0.0, 0.2, (0.0, 1.0)),
        ("x^3", -2.0, 0.0, (12.0, 0.0)),
        ("x^-2", -2.0, 0.0, (0.25, 0.0)),
        ("(x^2)^0.75", 0.0, 0.0, (0.0, 0.0)),
        ("7", 0.3, 0.4, (0.0, 0.0)),
    ],
)
def test_slopes_in_special_places(text, x, y, gradient):
    assert parse_surface(text).gradient(x, y) == gradient


@pytest.mark.parametrize("text", ["log(x)", "sqrt(x)", "x^0.5", "x^1.5", "x^-0.5", "y + 0*log(x)", "log(x)^2"])
def test_what_has_no_value_has_no_slope(text):
    assert np.isnan(plain(text, -1.0, 0.5)).all()
    assert np.isfinite(plain(text, 1.0, 0.5)).all()


@pytest.mark.parametrize("power", range(-16, 17))
def test_whole_powers_are_exact_at_negative_numbers(power):
    loss, dx, _ = plain(f"x^{power}", -3.0, 0.0)
    assert loss == pytest.approx((-3.0) ** power, rel=1e-15)
    assert dx == pytest.approx(power * (-3.0) ** (power - 1), rel=1e-15)


@pytest.mark.parametrize("point", [(math.nan, 0.5), (0.5, math.nan)])
@pytest.mark.parametrize("text", ["1", "x", "abs(x)*y", BUSY])
def test_a_point_that_is_no_number_has_no_loss(text, point):
    assert np.isnan(plain(text, *point)).all()


@pytest.mark.parametrize("point", [(1e308, 1e308), (-1e308, 1e308), (math.inf, 0.0), (0.0, 0.0)])
@pytest.mark.parametrize("text", ["exp(exp(x))", "x^16*y^16", "1/(x*y)", "tan(x)/log(y)", BUSY])
def test_a_point_beyond_all_numbers_raises_nothing(text, point):
    assert plain(text, *point).shape == (3,)


def test_the_rule_stays_in_the_number_type_it_is_given():
    x, y, data = np.float32(0.3), np.float32(-0.7), program_of(BUSY)
    for point in ((x, y), (np.full(3, x), np.full(3, y))):
        results = typed(*point, data.astype(np.float32))
        assert {np.asarray(result).dtype for result in results} == {np.dtype(np.float32)}


# The stack


def depth(program: NDArray[np.float64]) -> int:
    """How many places of the stack a program uses, by following its pushes and pops; they must come out even."""
    deepest = now = 0
    for code in program[1 : 1 + 2 * int(program[0]) : 2].astype(int).tolist():
        if code < rule.FUNCTIONS:
            now += (code // rule.SOURCES == rule.PUSH) - (code % rule.SOURCES == rule.STACK)
        assert now >= 0
        deepest = max(deepest, now)
    assert now == 0
    return deepest


@settings(max_examples=300)
@given(FORMULAS)
def test_a_program_uses_the_places_that_were_counted(formula):
    program = program_of(formula.text)
    assert depth(program) == places(read_terms(read_tokens(formula.text))) <= rule.PLACES
    assert len(program) == LENGTH


@pytest.mark.parametrize("levels", range(1, rule.PLACES + 1))
def test_the_fullest_tree_of_its_size_fits_the_stack(levels):
    """Counted in nodes, a tree that needs k places has at least 3 * 2^k - 1 of them."""
    formula, (x, y) = balanced(levels), np.random.default_rng(levels).uniform(-1.5, 1.5, (2, 20))
    assert 3 * 2**levels - 1 <= MOST_NODES < 3 * 2 ** (rule.PLACES + 1) - 1
    assert depth(program_of(formula.text)) == levels
    assert np.allclose(plain(formula.text, x, y)[0], formula.value(x, y), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("text", ["+".join(["x^1.5"] * 50), "-" * 39 + "x", "(" * 40 + "x" + ")^.9" * 40])
def test_no_formula_outgrows_its_row(text):
    program = program_of(text)
    assert 1 + 2 * program[0] <= LENGTH


def test_the_busy_formula_uses_every_instruction():
    program = program_of(BUSY)
    codes = program[1 : 1 + 2 * int(program[0]) : 2].astype(int)
    low = codes[codes < rule.FUNCTIONS]
    assert set(codes) >= set(range(rule.POWER, rule.TAN + 1))
    assert set(low // rule.SOURCES) == set(range(8))
    assert set(low % rule.SOURCES) == set(range(4))


# Targets


@portable
def typed_scalars(data, xs, ys, results):  # type: ignore[no-untyped-def]
    """One point after the other: results (3, n)."""
    numbers = shared(data)
    for k in range(xs.size):
        results[0, k], results[1, k], results[2, k] = typed(xs[k], ys[k], numbers)


@portable
def typed_lanes(data, xs, ys, results):  # type: ignore[no-untyped-def]
    """Sixteen points at a time."""
    numbers, x, y = shared(data), lanes(xs, WIDTH), lanes(ys, WIDTH)
    loss, dx, dy = lanes(results[0], WIDTH), lanes(results[1], WIDTH), lanes(results[2], WIDTH)
    for k in range(xs.size // WIDTH):
        loss[k], dx[k], dy[k] = typed(x[k], y[k], numbers)


TEXTS = [
    BUSY,
    "x^2 - y^2 + 0.1*sin(5*x)",
    "sqrt(x) + log(y)",
    "1/(x^2 + y^2)",
    "abs(x)^1.5 - y^-3",
    "exp(exp(exp(x)))",
    "7",
    balanced(6).text,
    "+".join(["tan(x*y)"] * 39),
]


def everywhere(text: str, form: Any, kind: Any, x: Any, y: Any) -> NDArray[Any]:
    results = aligned(np.zeros((3, len(x))), kind)
    kernel(form)(aligned(program_of(text), kind), aligned(x, kind), aligned(y, kind), results)
    return results


@pytest.mark.parametrize("text", TEXTS)
def test_compiled_points_equal_those_in_plain_python(text):
    x, y = np.random.default_rng(5).uniform(-2.0, 2.0, (2, 64))
    found = everywhere(text, typed_scalars, np.float64, x, y)
    assert np.allclose(found, plain(text, x, y), rtol=1e-9, atol=1e-12, equal_nan=True)


@pytest.mark.parametrize("text", TEXTS)
def test_lanes_of_float32_equal_scalars_of_float32_and_lie_near_float64(text):
    x, y = np.random.default_rng(6).uniform(-2.0, 2.0, (2, 64)).astype(np.float32)
    many = everywhere(text, typed_lanes, np.float32, x, y)
    single = everywhere(text, typed_scalars, np.float32, x, y)
    double = plain(text, x, y)
    assert (np.isnan(many) == np.isnan(single)).all()
    near = np.isfinite(double).all(axis=0) & (np.abs(double).max(axis=0) < 1e3)
    many, single, double = many[:, near], single[:, near], double[:, near]
    size = 1.0 + np.abs(double).max(axis=0)
    assert (np.abs(many - single) <= 1e-4 * size).all()
    assert (np.abs(single - double) <= 1e-3 * size).all()
