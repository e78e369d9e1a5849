"""What the tests of the playground share: configs, states, and fingerprints of states."""

import hashlib
from typing import Any

import numpy as np

from sim.config import Config
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_config import PARAMETERS
from sim.simulations.playground_view import NetworkSeen, PlaygroundSnapshot, PlaygroundView

SMALL = PlaygroundView(pixels=24, thumbnail=8)


def network_config(**values: object) -> Config:
    """A network on XOR but for `values`."""
    return Config.defaults(PARAMETERS).replace({"mode": "network", **values})


def unit_config(**values: object) -> Config:
    """One unit on XOR but for `values`."""
    return Config.defaults(PARAMETERS).replace(values)


def went(config: Config, steps: int) -> PlaygroundState:
    """The state after so many steps."""
    state: PlaygroundState = PLAYGROUND.advance(config, PLAYGROUND.init(config), steps)
    return state


def edited(config: Config, state: PlaygroundState, *edits: tuple[str, Any]) -> tuple[Config, PlaygroundState]:
    """Config and state after edits, one after the other."""
    for what, value in edits:
        config, state = PLAYGROUND.edit(config, state, what, value)
    return config, state


def shown(config: Config, state: PlaygroundState, view: PlaygroundView | None = SMALL) -> PlaygroundSnapshot:
    """The snapshot."""
    snapshot: PlaygroundSnapshot = PLAYGROUND.snapshot(config, state, view)
    return snapshot


def network_shown(config: Config, state: PlaygroundState, view: PlaygroundView | None = SMALL) -> NetworkSeen:
    """The network's part of the snapshot."""
    seen = shown(config, state, view).network
    assert seen is not None
    return seen


def fingerprint(state: PlaygroundState) -> str:
    """Equal for states that are equal bit by bit in all that a later step reads."""
    points = state.points.data
    rows: list[Any] = [points.x, points.answers, points.targets, points.train, np.array(state.edits)]
    if state.network is not None:
        run = state.network
        learner, clock = run.training.learner, run.training.clock[:4]
        flags = np.array([run.met, run.failure is not None])
        rows += [learner.p, learner.m, learner.v, run.training.data.order, clock, flags]
        rows += [run.notes.epochs[: run.notes.count], run.notes.values[:, : run.notes.count]]
    if state.unit is not None:
        rows += list(state.unit.stream)
    if state.twins is not None:
        ensemble = state.twins.ensemble
        rows += [ensemble.learner.p, ensemble.learner.m, ensemble.clock[:4], *state.twins.notes.rows]
    return hashlib.sha256(b"".join(np.ascontiguousarray(row).tobytes() for row in rows)).hexdigest()
