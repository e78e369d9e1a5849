import subprocess
import sys
from dataclasses import dataclass

import numpy as np
import pytest

from sim.config import Config
from sim.errors import ConfigError
from sim.simulations.protocol import estimated_size, identity
from tests.sim.simulations_for_tests import CURVE, WALK, WALK_PARAMETERS, fingerprint

DEFAULTS = Config.defaults(WALK_PARAMETERS)


def test_a_live_setting_keeps_the_state_and_a_structural_one_begins_anew():
    state = WALK.advance(DEFAULTS, WALK.init(DEFAULTS), 5)
    assert WALK.change(DEFAULTS, DEFAULTS.replace({"noise": 0.0, "drift": 0.5}), state) is state
    anew = WALK.change(DEFAULTS, DEFAULTS.replace({"walkers": 2, "drift": 0.5}), state)
    assert (anew.step, anew.positions.size, state.step) == (0, 2, 5)


def test_an_edit_is_refused_where_nothing_can_be_grabbed():
    with pytest.raises(ConfigError, match="'ball' cannot be changed by hand here"):
        CURVE.edit(Config.defaults(CURVE.parameters), None, "ball", 1)


def test_a_checkpoint_is_a_copy_with_a_generator_of_its_own():
    state = WALK.init(DEFAULTS)
    kept = WALK.copy(state)
    before = fingerprint(kept)
    WALK.advance(DEFAULTS, state, 3)
    assert fingerprint(kept) == before
    assert identity(state) is state


@dataclass
class Nested:
    weights: list[np.ndarray]
    more: dict[str, np.ndarray]
    name: str = "net"


def test_the_size_of_a_state_is_that_of_its_arrays_and_a_little():
    size = estimated_size(Nested([np.zeros(1000), np.zeros(500)], {"bias": np.zeros(250)}))
    assert 14_000 <= size <= 15_500


def test_the_engine_needs_neither_compiler_nor_window():
    code = "import sys, sim.engine, sim.params; print({'numba', 'PySide6'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
