"""A whole race, with everything that can be shown of it, on whatever was typed."""

import numpy as np
import pytest
from hypothesis import given, settings

from sim.config import Config
from sim.simulations.race import RACE, RaceView
from tests.sim.formulas_for_tests import FORMULAS
from tests.sim.test_formula import ODD

SQUARE = (-2.0, 2.0, -2.0, 2.0)
VIEW = RaceView(SQUARE, columns=24, rows=16, mesh_rect=SQUARE, mesh=12, law=True)
SHOWN = {"curvature": True, "basins": True, "cloud": "gaussian", "cloud_size": 200, "steps": 60}


def snapshot_of(text):
    """What is seen at step 40 of a race on a formula; warnings are errors here."""
    typed = Config.defaults(RACE.parameters).replace(SHOWN, surface="typed", formula=text)
    config = RACE.arrange(typed, "surface")
    return RACE.snapshot(config, RACE.advance(config, RACE.init(config), 40), VIEW)


def checked(snapshot):
    assert snapshot.surface.key == "typed"
    assert snapshot.field.values.shape == (16, 24)
    assert len(snapshot.tracks) == len(snapshot.rates) == 7
    assert all(0 < rate < np.inf for rate in snapshot.rates.values())
    for track in snapshot.tracks.values():
        assert np.isfinite(track.path).all()
        assert bool(track.reason) == track.flew


@settings(max_examples=60)
@given(FORMULAS)
def test_a_race_on_a_random_formula_raises_nothing(formula):
    checked(snapshot_of(formula.text))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_race_on_an_odd_surface_raises_nothing(text):
    checked(snapshot_of(text))


def test_a_race_bends_while_a_formula_is_typed():
    """Letter by letter: what can be read gives a race of its own, all from the same start."""
    ends = [snapshot_of(text).tracks["sgd"].path[-1] for text in ("x", "x^2", "x^2 - y", "x^2 - y^2")]
    assert len({tuple(end) for end in ends}) == 4
