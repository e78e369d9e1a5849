"""What a step prints can be checked by hand: both sides of every line agree, and so do the printed numbers."""

import re

import numpy as np
import pytest

from sim.arithmetic import explain
from sim.config import Config
from sim.numerals import read_number
from sim.optimizers import OPTIMIZERS
from sim.schedules import SCHEDULES, step_constants
from sim.simulations.race import PARAMETERS, arrange, hyper_of, tracks_of


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_both_sides_of_every_line_agree(key: str, schedule: str) -> None:
    start = Config(PARAMETERS, surface="beale", momentum_schedule=schedule, steps=50)
    config = arrange(start, "surface")
    track, hyper = tracks_of(config)[key], hyper_of(config, key)
    constants = step_constants(key, hyper, schedule, config["steps"], config["momentum_curve"])
    for step in (1, 2, 7, 50):
        lines = explain(key, track.records, step, hyper, constants, ("x", "y"))
        equations = [line.equation for line in lines if line.equation]
        assert len(equations) >= 2
        for left, right in equations:
            assert left == pytest.approx(right, rel=1e-12, abs=1e-300)


def test_the_printed_numbers_give_the_printed_result() -> None:
    """w <- a - b . c = d, recomputed from the text alone, to the digits shown."""
    config = Config.defaults(PARAMETERS)
    track, hyper = tracks_of(config)["sgd"], hyper_of(config, "sgd")
    constants = step_constants("sgd", hyper, "constant", config["steps"])
    for step in range(1, 40, 3):
        for line in explain("sgd", track.records, step, hyper, constants, ("x", "y")):
            found = re.fullmatch(r"[xy] ← (\S+) − (\S+) · \(?([^)]+?)\)? = (\S+)", line.text)
            if found:
                a, b, c, d = (read_number(text) for text in found.groups())
                assert a - b * c == pytest.approx(d, abs=2e-3 * max(abs(a), abs(b * c), abs(d)))


def test_the_first_row_says_where_the_race_starts() -> None:
    config = Config.defaults(PARAMETERS)
    lines = explain("adam", tracks_of(config)["adam"].records, 0, hyper_of(config, "adam"), np.ones((1, 3)), ("a", "b"))
    assert lines[0].text.startswith("start: a = −0.3700,  b = 1.140")
