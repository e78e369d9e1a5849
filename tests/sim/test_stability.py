"""Bounds against the literature and against races; curvatures against matrices whose eigenvalues are known."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sim.formula import parse_surface
from sim.optimizers import OPTIMIZERS
from sim.simulations.race import run_races
from sim.stability import Curvature, bends, bound, curvature_at, curvatures_at, eigenvalues
from sim.surfaces import SURFACES

MOMENTA = (0.0, 0.3, 0.5, 0.9, 0.99)
STEEPEST = 100.0
"""The largest curvature of the zigzag bowl."""


def row(rate: float, mu: float = 0.0) -> np.ndarray:
    return np.array([rate, mu, 0.0, 0.0])


def test_the_bounds_are_those_measured_on_the_bowl_of_curvature_100() -> None:
    """facts 4.1: SGD .0200; momentum .0300 (mu .5), .0380 (mu .9); Nesterov .0150, .0136."""
    assert bound("sgd", row(1.0), 100.0) == pytest.approx(0.02)
    assert [bound("momentum", row(1.0, mu), 100.0) for mu in (0.5, 0.9)] == pytest.approx([0.03, 0.038])
    assert [bound("nesterov", row(1.0, mu), 100.0) for mu in (0.5, 0.9)] == pytest.approx([0.015, 0.0136], abs=5e-5)


@pytest.mark.parametrize("key", ["adagrad", "adadelta", "rmsprop", "adam"])
def test_adaptive_methods_have_no_bound(key: str) -> None:
    assert bound(key, row(1.0, 0.9), 100.0) is None


@pytest.mark.parametrize("curvature", [0.0, -3.0, math.nan, math.inf])
def test_without_a_positive_curvature_there_is_no_bound(curvature: float) -> None:
    assert all(bound(key, row(1.0, 0.9), curvature) is None for key in OPTIMIZERS)


@pytest.mark.parametrize("mu", MOMENTA)
@pytest.mark.parametrize("key", ["sgd", "momentum", "nesterov"])
def test_just_below_the_bound_a_racer_stays_and_just_above_it_flies_off(key: str, mu: float) -> None:
    surface, steps = SURFACES["zigzag_bowl"], 6000
    limit = bound(key, row(1.0, mu), STEEPEST)
    assert limit is not None
    last = []
    for share in (0.99, 1.01):
        records, _ = run_races(surface, surface.start, {key: row(share * limit, mu)}, steps, 0.0, 0)
        last.append(abs(float(records[0, -1, 0])))
    assert last[0] < 1e-6
    assert not last[1] < 1e6


numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, numbers)
@example(-1.0, -0.0, 0.0)
@example(1.0, -0.0, 1.0)
@example(-1.0, -1e-200, 0.0)
def test_eigenvalues_are_those_of_numpy(fxx: float, fxy: float, fyy: float) -> None:
    low, high, angle = (float(value) for value in eigenvalues(fxx, fxy, fyy))
    matrix = np.array([[fxx, fxy], [fxy, fyy]])
    size = max(1.0, float(np.abs(matrix).max()))
    np.testing.assert_allclose([low, high], np.linalg.eigvalsh(matrix), atol=1e-12 * size)
    along = np.array([math.cos(angle), math.sin(angle)])
    np.testing.assert_allclose(matrix @ along, high * along, atol=1e-9 * size)
    assert -math.pi / 2 < angle <= math.pi / 2


@given(st.floats(), st.floats(), st.floats())
def test_any_numbers_have_a_kind(fxx: float, fxy: float, fyy: float) -> None:
    curvature = Curvature(*(float(value) for value in eigenvalues(fxx, fxy, fyy)))
    assert curvature.kind in ("valley", "saddle", "ridge", "flat")


@pytest.mark.parametrize(
    "formula, kind, low, high, angle",
    [
        ("2*x^2 + y^2", "valley", 2.0, 4.0, 0.0),
        ("x^2 + 2*y^2", "valley", 2.0, 4.0, math.pi / 2),
        ("x^2 - y^2", "saddle", -2.0, 2.0, 0.0),
        ("x*y", "saddle", -1.0, 1.0, math.pi / 4),
        ("-x^2 - 3*y^2", "ridge", -6.0, -2.0, 0.0),
        ("x^2", "valley", 0.0, 2.0, 0.0),
        ("-y^2", "ridge", -2.0, 0.0, 0.0),
        ("3*x + y", "flat", 0.0, 0.0, 0.0),
        ("5", "flat", 0.0, 0.0, 0.0),
    ],
)
def test_quadratics_are_what_their_coefficients_say(
    formula: str, kind: str, low: float, high: float, angle: float
) -> None:
    found = curvature_at(parse_surface(formula), 0.3, -0.2)
    assert found.kind == kind
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-6)
    if kind != "flat":
        assert found.angle == pytest.approx(angle, abs=1e-6)


def test_outside_a_formulas_domain_there_is_no_curvature() -> None:
    found = curvature_at(parse_surface("log(x)"), math.nan, 0.0)
    assert math.isnan(found.high)
    assert found.kind == "flat"


@pytest.mark.parametrize("key", SURFACES)
def test_second_derivatives_are_those_of_the_surface(key: str) -> None:
    surface = SURFACES[key]
    x0, x1, y0, y1 = surface.domain
    points = np.stack([np.linspace(x0, x1, 7), np.linspace(y0, y1, 7)[::-1]], axis=1) * 0.83
    found = np.array(bends(surface, points)).T
    np.testing.assert_allclose(found, [surface.hessian(*point) for point in points], rtol=1e-3, atol=1e-4)


def test_many_points_are_judged_as_one_by_one() -> None:
    surface = SURFACES["himmelblau"]
    points = np.array([[3.0, 2.0], [-0.27, -0.92], [0.1, 3.0]])
    assert curvatures_at(surface, points) == tuple(curvature_at(surface, *point) for point in points)
    assert curvature_at(surface, 3.0, 2.0).kind == "valley"
    assert curvature_at(surface, -0.27, -0.92).kind == "ridge"
