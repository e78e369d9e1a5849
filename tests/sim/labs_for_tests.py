"""Short ways to a lab, its state and what is seen of it."""

from typing import Any

from sim.config import Config
from sim.simulations import SIMULATIONS
from sim.simulations.lab import LabState
from sim.simulations.lab_config import PARAMETERS, arrange
from sim.simulations.lab_view import LabSnapshot, LabView

LAB = SIMULATIONS["lab"]
DEFAULTS = Config.defaults(PARAMETERS)
FOUND = LabView(frozenset(("stars", "flu", "masks", "correlation", "penalty", "lens", "weights")))


def example(preset: str, values: dict[str, object] | None = None, **more: object) -> Config:
    """The settings of an example, some of them others."""
    return arrange(DEFAULTS.replace(preset=preset), "preset").replace({**(values or {}), **more})


def small(values: dict[str, object] | None = None, **more: object) -> Config:
    """Two little networks on 40 points, alike in all."""
    return DEFAULTS.replace({"n_train": 40, "layers": "8 8", "b.dropout": 0.0, **(values or {}), **more})


def ran(config: Config, steps: int) -> LabState:
    state: LabState = LAB.advance(config, LAB.init(config), steps)
    return state


def asked(config: Config, state: LabState, **edits: Any) -> LabState:
    """After edits, and with all that they ask for found."""
    for what, value in edits.items():
        config, state = LAB.edit(config, state, what, value)
    while LAB.ponder(config, state, FOUND):
        pass
    return state


def seen(config: Config, state: LabState, view: LabView = FOUND) -> LabSnapshot:
    snapshot: LabSnapshot = LAB.snapshot(config, state, view)
    return snapshot


def numbers(state: LabState) -> list[bytes]:
    """All that the arms are, for comparison bit by bit."""
    arms = state.arms
    return [arm.training.parameters.tobytes() + arm.notes.values.tobytes() for arm in arms] + [
        arm.training.clock.tobytes() for arm in arms
    ]
