"""The list of critical points: each is one, of the kind it is listed as, and the winding number finds none missing."""

import numpy as np
import pytest

from sim.critical_points import LEVEL, find_critical_points, gradients, hessian, winding_number
from sim.surfaces import SURFACES

EVERY_SURFACE = pytest.mark.parametrize("key", SURFACES)

COUNTS = {  # minima, saddles, maxima
    "two_parameter_net": (2, 1, 0),
    "saddle": (0, 1, 0),
    "bounded_saddle": (2, 1, 0),
    "monkey_saddle": (0, 1, 0),
    "half_pipe": (0, 0, 0),
    "long_valley": (2, 1, 0),
    "plateau": (0, 0, 0),
    "rosenbrock": (1, 0, 0),
    "himmelblau": (4, 4, 1),
    "styblinski_tang": (4, 4, 1),
    "rastrigin": (11 * 11, 2 * 11 * 10, 10 * 10),
    "booth": (1, 0, 0),
    "noisy_moons": (1, 0, 0),
}
"""Known by hand: products of the one-dimensional ones, convex functions, quadratic ones, the literature's counts."""


def listed(surface):
    """(n, 2) arrays of the minima, saddles and maxima of the table."""
    return [np.array(points).reshape(-1, 2) for points in (surface.minima, surface.saddles, surface.maxima)]


@EVERY_SURFACE
def test_listed_points_are_level_to_the_last_digits(key):
    surface = SURFACES[key]
    points = np.concatenate(listed(surface))
    steepness = np.linalg.norm(gradients(surface.rule, surface.data, points), axis=1)
    bend = np.linalg.norm(hessian(surface.rule, surface.data, points, surface.domain), axis=(1, 2))
    assert (steepness <= LEVEL * np.maximum(bend, 1.0)).all()
    assert LEVEL == 1e-12


@EVERY_SURFACE
def test_listed_points_lie_inside_the_domain(key):
    x0, x1, y0, y1 = SURFACES[key].domain
    for points in listed(SURFACES[key]):
        assert ((points >= (x0, y0)) & (points <= (x1, y1))).all()


def second_differences(surface, point, h):
    """The eigenvalues of the Hessian from losses alone, in ascending order."""
    x, y = point[0] + h * np.array([-1, 0, 1]), point[1] + h * np.array([-1, 0, 1])
    f = surface.losses(*np.meshgrid(x, y, indexing="ij"))
    xx, yy = f[0, 1] - 2 * f[1, 1] + f[2, 1], f[1, 0] - 2 * f[1, 1] + f[1, 2]
    xy = (f[0, 0] - f[0, 2] - f[2, 0] + f[2, 2]) / 4
    return np.linalg.eigvalsh([[xx, xy], [xy, yy]]) / h**2


@EVERY_SURFACE
def test_curvatures_have_the_signs_of_the_kind(key):
    """Minima curve up, maxima down, saddles both ways; measured on the losses, every sixth point if there are many."""
    surface = SURFACES[key]
    for points, signs in zip(listed(surface), ([1, 1], [-1, 1], [-1, -1]), strict=True):
        for point in points[:: 6 if len(points) > 20 else 1]:
            if key != "monkey_saddle":
                assert np.sign(second_differences(surface, point, h=1e-3)).tolist() == signs


def test_curvature_of_the_monkey_saddle_vanishes_and_its_gradient_turns_twice_backwards():
    surface = SURFACES["monkey_saddle"]
    assert surface.saddles == ((0.0, 0.0),)
    assert np.abs(second_differences(surface, (0.0, 0.0), h=1e-3)).max() < 1e-6
    assert winding_number(surface.rule, surface.data, (-0.1, 0.1, -0.1, 0.1)) == -2
    found = find_critical_points(surface.rule, surface.data, surface.domain, grid=21)
    assert found.degenerate.tolist() == [[0.0, 0.0]]
    assert len(found.saddles) == 0


@EVERY_SURFACE
def test_gradient_turns_along_the_border_as_the_points_inside_demand(key):
    """Poincare and Hopf: minima and maxima count 1, saddles -1, the monkey saddle -2."""
    surface = SURFACES[key]
    minima, saddles, maxima = listed(surface)
    index = len(minima) + len(maxima) - len(saddles) * (2 if key == "monkey_saddle" else 1)
    assert winding_number(surface.rule, surface.data, surface.domain) == index


@pytest.mark.parametrize("key, counts", COUNTS.items())
def test_counts_are_those_known_by_hand(key, counts):
    assert tuple(len(points) for points in listed(SURFACES[key])) == counts


def test_himmelblaus_minima_are_the_published_ones():
    published = [(-3.779310, -3.283186), (-2.805118, 3.131313), (3.0, 2.0), (3.584428, -1.848127)]
    np.testing.assert_allclose(SURFACES["himmelblau"].minima, published, atol=1e-6)


@pytest.mark.parametrize("key", ["saddle", "long_valley", "beale", "himmelblau", "six_hump_camel", "mccormick"])
def test_coarse_grid_finds_what_the_table_lists(key):
    surface = SURFACES[key]
    found = find_critical_points(surface.rule, surface.data, surface.domain, grid=41)
    for points, expected in zip((found.minima, found.saddles, found.maxima), listed(surface), strict=True):
        np.testing.assert_allclose(points, expected, atol=1e-9)
    assert len(found.degenerate) == 0


def test_flat_ground_without_a_level_point_yields_none():
    surface = SURFACES["plateau"]
    found = find_critical_points(surface.rule, surface.data, surface.domain, grid=21)
    assert not any(map(len, (found.minima, found.saddles, found.maxima, found.degenerate)))


def test_rule_that_is_not_a_number_anywhere_yields_none():
    found = find_critical_points(lambda x, y, data: (x, x * np.nan, y * np.nan), np.zeros(1), (-1, 1, -1, 1), grid=11)
    assert not any(map(len, (found.minima, found.saddles, found.maxima, found.degenerate)))


def test_points_outside_the_domain_are_left_out():
    surface = SURFACES["himmelblau"]
    found = find_critical_points(surface.rule, surface.data, (0.0, 5.0, 0.0, 5.0), grid=41)
    assert found.minima.tolist() == [[3.0, 2.0]]
