"""Any settings and any hands at all: the playground runs and is drawn without an exception or a warning."""

import random

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.panels.playground.pages import TITLES
from gui.panels.playground.presets import PRESETS
from gui.theme import ThemeHolder
from sim.commands import Edit, Restart, Seek
from sim.params import Choice, Flag, Integer, Real, Text
from sim.simulations.playground_config import PARAMETERS
from sim.simulations.playground_view import OwnData
from tests.gui.playground_desk import Desk

TEXTS = {
    "features": ("x1", "x2", "x1 x2", "x1_squared x2_squared", "x1 x2 x1_x2 sin_x1 sin_x2 sin_pi_x1"),
    "layers": ("", "1", "2", "4 2", "8 8 8", "3 3 3 3 3 3", "64"),
    "layer_activations": ("", "tanh", "relu sigmoid", "step leaky_relu linear"),
    "momentum_curve": ("0:0.5", "0:0 10:0.999", "5:0.9 6:0 7:0.9"),
    "start_weights": ("", "0 1 -1", "1e6 -1e6 0", "-3 0 0"),
}
MOST = {"n": 400, "twins": 150, "batch": 300, "bits": 6}
REFUSED = ("That setting was not taken", "That was not changed")


def value_of(parameter: object, rng: random.Random) -> object:
    """A legal value; half of the numbers at an end."""
    match parameter:
        case Real():
            return parameter.at(rng.choice((0.0, 1.0, rng.random(), rng.random())))
        case Integer():
            value = parameter.at(rng.choice((0.0, 1.0, rng.random(), rng.random())))
            return min(value, MOST.get(parameter.key, value))
        case Choice():
            return rng.choice(parameter.keys)
        case Flag():
            return rng.random() < 0.6
        case Text():
            return rng.choice(TEXTS[parameter.key])
    raise AssertionError(parameter)


def edit_of(rng: random.Random) -> tuple[str, object]:
    """Something that a hand does, also where it is of no use or out of place."""
    index, x, y = rng.randrange(130), rng.choice((0.3, -2.0, 1e5)), rng.uniform(-2.0, 2.0)
    line = rng.choice(((1.0, -1.0, 0.0), (0.0, 0.0, 1.0), (1e-9, 2.0, 1e6)))
    points = np.array([[x, y], [y, x], [0.0, 1.0]])
    return rng.choice(
        (
            ("point", (index, x, y)), ("add", (x, y, rng.randrange(3))), ("flip", index), ("remove", index),
            ("clear", None), ("swap", None), ("outlier", None), ("weight", (0, 0, 0, rng.choice((0.0, 3.0, 1e30)))),
            ("bias", (0, 0, rng.uniform(-5.0, 5.0))), ("line", ("perceptron", line)),
            ("hand", rng.choice((line, None))), ("scale", rng.choice((0.1, 3.0))),
            ("data", OwnData(points, np.array([0, 1, 1]))),
            ("data", OwnData(points[:, :1], points[:, 1], ())),
            ("data", OwnData(np.zeros((5, 2)), np.zeros(5, np.int64))),
        )
    )  # fmt: skip


def act(desk: Desk, rng: random.Random) -> None:
    """One thing that a learner does."""
    deed = rng.randrange(10)
    if deed < 4:
        parameter = rng.choice(list(PARAMETERS))
        if parameter.key != "seed":
            desk.panel.change({parameter.key: value_of(parameter, rng)}, parameter.key)
    elif deed < 7:
        desk.send(Edit("playground", *edit_of(rng)))
    elif deed == 7:
        desk.send(Seek("playground", max(0, desk.step - rng.randrange(200))))
    elif deed == 8:
        desk.panel.stage.pages.turn_to(rng.choice(tuple(TITLES)))
        desk.panel.looking.set_disagreement(rng.random() < 0.5)
    else:
        desk.send(Restart("playground", rng.choice((None, rng.randrange(100)))))


@pytest.mark.parametrize("seed", [*range(3), pytest.param(99, marks=pytest.mark.long)])
def test_random_deeds_are_carried_out_or_refused_in_a_sentence(themes: ThemeHolder, qtbot: QtBot, seed: int) -> None:
    rng = random.Random(seed)
    desk = Desk(themes, rng.choice(list(PRESETS)))
    qtbot.addWidget(desk.panel)
    for number in range(2000 if seed == 99 else 30):
        act(desk, rng)
        desk.run(rng.choice((0, 1, 7, 60)))
        frame = desk.frame
        assert frame is not None
        problem = frame.error
        assert problem is None or problem.title in REFUSED, (number, problem)
        if number % 10 == 0:
            assert not desk.panel.grab().isNull()
        if number % 40 == 39:
            desk.show(rng.choice(list(PRESETS)))
