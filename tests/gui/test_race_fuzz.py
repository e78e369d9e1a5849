"""Any settings at all: the race is worked out and drawn without an exception, a warning or a number that lies."""

import random

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.panels.race.pages import TITLES
from gui.theme import ThemeHolder
from sim.params import Choice, Flag, Integer, Real, Text
from sim.simulations.race import PARAMETERS
from tests.gui.race_desk import Desk

FORMULAS = (
    "3", "x", "1e12*x^16", "1e-6*(x^2 + y^2)", "log(x*y)", "sqrt(x - 1)", "exp(exp(3*x))", "abs(x) + abs(y)",
    "x^2 - y^2 + 0.1*sin(5*x)", "1/(x^2 + y^2)", "tan(x*y)", "0*x", "log(-1 - x^2)", "x^-16", "y",
    "sin(30*x)*cos(30*y)",
)  # fmt: skip
CURVES = ("0:0.5", "0:0 10:0.999", "0:0.5 100:0.5 101:0.99", "5:0.9 6:0 7:0.9")
SLOW = {"steps": 200, "cloud_size": 3000}


def settings(rng: random.Random) -> dict[str, object]:
    """A value for every setting; half of the numbers at an end."""
    found: dict[str, object] = {}
    for parameter in PARAMETERS:
        match parameter:
            case Real():
                found[parameter.key] = parameter.at(rng.choice((0.0, 1.0, rng.random(), rng.random())))
            case Integer():
                value = parameter.at(rng.choice((0.0, 1.0, rng.random(), rng.random())))
                found[parameter.key] = min(value, SLOW.get(parameter.key, value))
            case Choice():
                found[parameter.key] = rng.choice(parameter.keys)
            case Flag():
                found[parameter.key] = rng.random() < 0.6
            case Text():
                found[parameter.key] = rng.choice(FORMULAS if parameter.key == "formula" else CURVES)
    return found


@pytest.mark.parametrize("seed", [*range(3), pytest.param(99, marks=pytest.mark.long)])
def test_random_settings_are_raced_and_drawn(themes: ThemeHolder, qtbot: QtBot, seed: int) -> None:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    rng = random.Random(seed)
    for _ in range(400 if seed == 99 else 5):
        config = desk.panel.config.replace(settings(rng))
        if rng.random() < 0.2:
            desk.panel.stage.swap()
        desk.panel.pages.turn_to(rng.choice(tuple(TITLES)))
        desk.panel.select(rng.choice((None, "momentum", "adam")))
        for step in (0, rng.randrange(config["steps"] + 1), config["steps"]):
            snapshot = desk.show(config, step)
            assert not desk.panel.grab().isNull()
        for track in snapshot.tracks.values():
            assert np.isfinite(track.path).all()
        assert desk.said == []
