"""The loss of a race as a plot: powers of ten where losses fall to 0, a straight axis where they may be negative."""

import pytest

from gui.panels.race.painting import falls_to_zero
from sim.formula import parse_surface
from sim.surfaces import SURFACES


@pytest.mark.parametrize("key", ["two_parameter_net", "himmelblau", "beale", "rosenbrock", "booth", "zigzag_bowl"])
def test_losses_that_fall_to_zero_are_shown_in_powers_of_ten(key: str) -> None:
    assert falls_to_zero(SURFACES[key])


@pytest.mark.parametrize("key", ["saddle", "bounded_saddle", "six_hump_camel", "styblinski_tang", "madsen", "plateau"])
def test_losses_that_do_not_are_shown_as_they_are(key: str) -> None:
    assert not falls_to_zero(SURFACES[key])


def test_a_formula_of_the_learner_is_judged_by_its_minima() -> None:
    assert falls_to_zero(parse_surface("x^2 + 3*y^2"))
    assert not falls_to_zero(parse_surface("x^2 + y^2 - 1"))
