"""The elementary functions against long double, at the points that hurt as well as at a million ordinary ones."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim import elementary
from tests.sim.lane_drivers import FORMS, evaluate

POINTS = 1_000_000
ULP_64, RELATIVE_32 = 4.0, 4e-7
EVERY_FORM = (*FORMS, "plain Python")
NAMES = ("exp", "log", "sin", "cos", "tan", "tanh", "sigmoid")
PRECISIONS = (np.float32, np.float64)
LONG: dict[str, Callable[[Any], Any]] = {
    "exp": np.exp,
    "log": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
}
needs_long_double = pytest.mark.skipif(
    np.finfo(np.longdouble).nmant < 63, reason="long double is no longer than float64 here: there is no oracle"
)


def points(name: str, kind: type) -> NDArray[Any]:
    """A million points: half of them over the whole promised range, half where the function bends."""
    draw, half = np.random.default_rng(7), POINTS // 2
    single = kind is np.float32
    if name in ("sin", "cos", "tan"):
        wide, near = 1e4 if single else 1e6, 8.0
    elif name in ("exp", "log", "sigmoid"):
        wide, near = 87.0 if single else 708.0, 1.0
    else:
        wide, near = 25.0, 1.0
    both = np.concatenate([draw.uniform(-wide, wide, half), draw.uniform(-near, near, half)])
    return (np.exp(both) if name == "log" else both).astype(kind)


@cache
def reference(name: str, kind: type) -> tuple[NDArray[Any], NDArray[Any]]:
    """The points and the true values there."""
    x = points(name, kind)
    return x, LONG[name](x.astype(np.longdouble))


@needs_long_double
@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("name", NAMES)
def test_float64_is_within_four_units_in_the_last_place(name: str, form: str) -> None:
    x, truth = reference(name, np.float64)
    unit = np.spacing(np.abs(truth.astype(np.float64))).astype(np.longdouble)
    worst = float(np.max(np.abs(evaluate(form, name, x) - truth) / unit))
    assert worst <= ULP_64, f"{name} on {form}: {worst:.3f} ulp"


@needs_long_double
@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("name", NAMES)
def test_float32_is_within_a_few_parts_in_ten_million(name: str, form: str) -> None:
    x, truth = reference(name, np.float32)
    truth = np.where(truth == 0, np.longdouble(1e-300), truth)
    worst = float(np.max(np.abs(evaluate(form, name, x) - truth) / np.abs(truth)))
    assert worst <= RELATIVE_32, f"{name} on {form}: {worst:.3g} relative"


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
def test_the_square_root_is_correctly_rounded(kind: type, form: str) -> None:
    x = np.exp(np.random.default_rng(3).uniform(-80, 80, 10_000)).astype(kind)
    assert np.array_equal(evaluate(form, "sqrt", x), np.sqrt(x))


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
@pytest.mark.parametrize("name", [*NAMES, "absolute", "sqrt"])
def test_nan_comes_out_of_nan(name: str, kind: type, form: str) -> None:
    assert np.isnan(evaluate(form, name, np.full(3, np.nan, kind))).all()


INF = np.inf
AT_INFINITY = {
    "exp": (0.0, INF),
    "log": (np.nan, INF),
    "tanh": (-1.0, 1.0),
    "sigmoid": (0.0, 1.0),
    "absolute": (INF, INF),
    "sqrt": (np.nan, INF),
}


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
@pytest.mark.parametrize("name", AT_INFINITY)
def test_infinity_gives_the_limit(name: str, kind: type, form: str) -> None:
    found = evaluate(form, name, np.array([-INF, INF], kind))
    slack = RELATIVE_32 if (name, kind) == ("tanh", np.float32) else 0.0
    assert np.allclose(found, np.array(AT_INFINITY[name], kind), rtol=slack, atol=0.0, equal_nan=True)


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
@pytest.mark.parametrize("name", ["sin", "tan", "tanh", "sqrt"])
def test_zero_gives_zero(name: str, kind: type, form: str) -> None:
    assert np.array_equal(evaluate(form, name, np.array([-0.0, 0.0], kind)), [0, 0])


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
def test_the_exact_values_are_exact(kind: type, form: str) -> None:
    zeros = np.array([-0.0, 0.0], kind)
    for name, value in (("exp", 1.0), ("cos", 1.0), ("sigmoid", 0.5), ("log", -INF)):
        assert np.array_equal(evaluate(form, name, zeros), [value, value]), name
    assert evaluate(form, "log", np.ones(1, kind))[0] == 0


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
def test_exp_runs_out_of_numbers_gracefully(kind: type, form: str) -> None:
    assert np.array_equal(evaluate(form, "exp", np.array([-1e30, 1e30], kind)), [0, INF])


@needs_long_double
@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("kind", PRECISIONS)
def test_subnormal_numbers_go_in_and_come_out(kind: type, form: str) -> None:
    tiny = np.finfo(kind).smallest_subnormal * np.arange(1, 65).astype(kind)
    logs = np.log(tiny.astype(np.longdouble))
    assert np.max(np.abs(evaluate(form, "log", tiny) - logs) / np.abs(logs)) <= 4 * np.finfo(kind).eps
    for name in ("sin", "tanh"):
        found = evaluate(form, name, tiny)
        assert np.max(np.abs(found - tiny)) <= np.finfo(kind).smallest_subnormal, name
    low = float(np.log(np.longdouble(np.finfo(kind).tiny)))
    x = np.linspace(low - 10, low, 64).astype(kind)
    truth = np.exp(x.astype(np.longdouble))
    allowed = np.maximum(np.finfo(kind).smallest_subnormal, truth * 4 * np.finfo(kind).eps)
    assert (np.abs(evaluate(form, "exp", x) - truth) <= allowed).all()


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("name", ["sin", "cos"])
def test_far_angles_stay_bounded(name: str, form: str) -> None:
    for kind in PRECISIONS:
        x = np.logspace(6, 30, 1000).astype(kind)
        assert (np.abs(evaluate(form, name, x)) <= 1.0001).all()


@pytest.mark.parametrize("kind", [float, *PRECISIONS])
def test_minimum_and_maximum_order_numbers_and_pass_nan_on(kind: Callable[[float], Any]) -> None:
    one, two, nan = kind(1), kind(2), kind(float("nan"))
    assert elementary.minimum(one, two) == elementary.minimum(two, one) == 1
    assert elementary.maximum(one, two) == elementary.maximum(two, one) == 2
    for pair in ((one, nan), (nan, one)):
        assert np.isnan(elementary.minimum(*pair))
        assert np.isnan(elementary.maximum(*pair))


def test_python_numbers_stay_python_accurate() -> None:
    for name in NAMES:
        found = getattr(elementary, name)(np.float64(0.75))
        assert found == pytest.approx(float(LONG[name](np.longdouble(0.75))), rel=1e-15)
