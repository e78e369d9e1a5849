"""The quick search against the thorough one, and on surfaces that are flat, infinite or undefined in places."""

import math

import numpy as np
import pytest

from sim.critical_points import gradients
from sim.critical_points_quick import MOST, find_quickly
from sim.formula import parse_surface
from sim.surfaces import SURFACES

ORIGIN = [(0.0, 0.0)]
FOUND_WHOLE = [key for key in SURFACES if key not in ("rastrigin", "ackley")]
"""All but the two with more points than the net has meshes for."""


def kinds(points):
    return points.minima, points.saddles, points.maxima


def near(points, expected):
    expected = np.array(expected, float).reshape(-1, 2)
    return len(points) == len(expected) and np.allclose(points, expected, atol=1e-7)


@pytest.mark.parametrize("key", FOUND_WHOLE)
def test_the_quick_search_finds_what_the_table_lists(key):
    surface = SURFACES[key]
    found = kinds(find_quickly(surface.rule, surface.data, surface.domain))
    for points, listed in zip(found, (surface.minima, surface.saddles, surface.maxima), strict=True):
        assert near(points, listed), key


@pytest.mark.parametrize("key", ["rastrigin", "ackley"])
def test_an_egg_box_gives_many_real_points(key):
    surface = SURFACES[key]
    points = find_quickly(surface.rule, surface.data, surface.domain)
    found = np.concatenate(kinds(points))
    assert 20 <= len(found) <= MOST
    assert {(x > 0, y > 0) for x, y in found} == {(False, False), (False, True), (True, False), (True, True)}
    steepness = np.linalg.norm(gradients(surface.rule, surface.data, found), axis=1)
    assert steepness.max() < 1e-4


@pytest.mark.parametrize(
    "text, minima, saddles, maxima",
    [
        ("x^2 + y^2", ORIGIN, [], []),
        ("-x^2 - y^2", [], [], ORIGIN),
        ("x*y", [], ORIGIN, []),
        ("x^4 - 2*x^2 + y^2", [(-1, 0), (1, 0)], ORIGIN, []),
        ("sin(x)*sin(y)", [(-math.pi / 2, math.pi / 2), (math.pi / 2, -math.pi / 2)], ORIGIN,
         [(-math.pi / 2, -math.pi / 2), (math.pi / 2, math.pi / 2)]),
        ("x^4 + y^4", ORIGIN, [], []),
        ("x^2 + y^4", ORIGIN, [], []),
        ("-x^4 - y^2", [], [], ORIGIN),
        ("x^3 - 3*x*y^2", [], ORIGIN, []),
        ("abs(x) + abs(y)", ORIGIN, [], []),
        ("sqrt(x^2 + y^2)", ORIGIN, [], []),
        ("sqrt(x - 0.5)*(x - 1) + y^2", [(2 / 3, 0)], [], []),
        ("(x - 0.06)^2 + (y - 0.08)^2 + 0*sqrt(x + y - 0.01)", [(0.06, 0.08)], [], []),
        ("log(x^2 + y^2) + x", [], [(-2, 0)], []),
        ("log(x^2 + y^2)", [], [], []),
        ("x", [], [], []),
        ("1/(x*y)", [], [], []),
    ],
)  # fmt: skip
def test_points_known_by_hand_are_found(text, minima, saddles, maxima):
    found = kinds(parse_surface(text, 2.5).points)
    for points, expected in zip(found, (minima, saddles, maxima), strict=True):
        assert near(points, expected)


@pytest.mark.parametrize("text", ["7", "x^2", "(x - y)^2", "0*x", "1 + 0*log(x)", "abs(x)^3"])
def test_level_ground_and_level_valleys_have_no_listed_point(text):
    points = parse_surface(text).points
    assert sum(map(len, kinds(points))) == 0
    assert len(points.degenerate) > 0


@pytest.mark.parametrize("text", ["log(-1)", "1/0", "exp(exp(exp(x)))", "x/0", "sqrt(-1 - x^2)", "1e12^10*exp(x)*y^16"])
def test_a_surface_without_numbers_has_no_points(text):
    assert sum(map(len, kinds(parse_surface(text).points))) == 0


@pytest.mark.parametrize("reach", [0.01, 1.0, 1000.0])
@pytest.mark.parametrize("height", ["1e-12", "1", "1e12"])
def test_no_size_is_too_small_or_too_large(height, reach):
    """A bowl and a saddle, in a corner of the domain that is no node, of any height and width."""
    for sign, kind in (("+", "minima"), ("-", "saddles")):
        text = f"{height}*((x/{reach} - 0.37)^2 {sign} 3*(y/{reach} + 0.81)^2)"
        points = parse_surface(text, reach).points
        assert np.allclose(getattr(points, kind), [(0.37 * reach, -0.81 * reach)], rtol=1e-7, atol=0)
        assert sum(map(len, kinds(points))) == 1


def test_points_are_sorted_by_x_and_lie_in_the_domain():
    surface = parse_surface("cos(3*x)*cos(2*y)", 3.0)
    for points in kinds(surface.points):
        assert len(points) > 3
        assert (np.diff(np.round(points[:, 0], 6)) >= 0).all()
        assert np.abs(points).max() <= 3.0
