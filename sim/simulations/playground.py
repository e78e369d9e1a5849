"""The playground: one unit with three learning rules, or a network with hidden layers, on points of the plane.

An ordinary run with a log: what the learner sets and touches is written down at its step. In the mode "unit" a step is
one point met by all learners; in the mode "network" it is one update. What is modelled: dense networks, trained by
mini-batches in an order drawn from the seed. The points are part of the state as soon as the learner touches one.
"""

from dataclasses import dataclass, replace
from typing import Any

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.network_training import prepare_pictures, prepare_training
from sim.simulations.playground_config import LOOKS, NETWORK, PARAMETERS, UNIT, arrange
from sim.simulations.playground_data import Points, points_after, points_of
from sim.simulations.playground_network import (
    NetworkRun,
    advance_network,
    begin_network,
    changed_network,
    edited_network,
    epoch_length,
)
from sim.simulations.playground_pictures import network_seen
from sim.simulations.playground_points import POINT_EDITS, edited_points
from sim.simulations.playground_view import PlaygroundSnapshot, PlaygroundView
from sim.simulations.protocol import Simulation

EPOCHS_PER_SECOND = 60.0
"""The pace of a network at speed 1."""


@dataclass(eq=False)
class PlaygroundState:
    """Changed in place by `advance` alone. edits: how often a hand changed something."""

    points: Points
    network: NetworkRun
    edits: int = 0

    @property
    def step(self) -> int:
        """Updates, points met, or passes so far."""
        return self.network.training.step


def init(config: Config) -> PlaygroundState:
    """The first step of a config."""
    return begun(config, points_of(config, None))


def begun(config: Config, points: Points, edits: int = 0) -> PlaygroundState:
    """The first step with these points."""
    if config["mode"] == UNIT:
        raise ConfigError("One unit cannot be trained here; choose the mode network.")
    return PlaygroundState(points, begin_network(config, points.data), edits)


def restart(old: Config, new: Config, state: PlaygroundState) -> PlaygroundState:
    """The first step again, with the learner's own points."""
    return begun(new, points_of(new, state.points.own), state.edits)


def copy(state: PlaygroundState) -> PlaygroundState:
    """A state that can be continued by itself; what never changes is shared."""
    return replace(state, network=state.network.clone())


def change(old: Config, new: Config, state: PlaygroundState) -> PlaygroundState:
    """Live settings keep the run, others begin anew; own points stay either way."""
    changed = old.changed(new)
    if all(key in LOOKS for key in changed):
        return state
    if not all(new.parameters[key].live for key in changed):
        return restart(old, new, state)
    return carried_on(old, new, state, points_after(old, new, state.points), state.edits)


def carried_on(
    old: Config, new: Config, state: PlaygroundState, points: Points, edits: int
) -> PlaygroundState:  # fmt: skip
    """The run under other settings or with other points, at the same step; anew where the network does not fit."""
    data, former = points.data, state.points.data
    if data.x.shape[1] != former.x.shape[1] or data.targets.shape[1] != former.targets.shape[1]:
        return begun(new, points, edits)
    network = changed_network(old, new, state.network, data)
    if network is state.network and points is state.points and edits == state.edits:
        return state
    return replace(state, points=points, network=network, edits=edits)


def edit(config: Config, state: PlaygroundState, what: Any, value: Any) -> tuple[Config, PlaygroundState]:
    """The learner touched a point, a weight or a bias."""
    if what in POINT_EDITS:
        new, points = edited_points(config, state.points, what, value)
        return new, carried_on(config, new, state, points, state.edits + 1)
    if what in ("weight", "bias"):
        return config, replace(state, network=edited_network(state.network, what, value), edits=state.edits + 1)
    raise ConfigError(f"{quote(what)} cannot be changed by hand here.")


def advance(config: Config, state: PlaygroundState, steps: int) -> PlaygroundState:
    """Up to `steps` further."""
    advance_network(config, state.network, steps)
    return state


def halted(config: Config, state: PlaygroundState) -> bool:
    """Whether the run pauses at this step: the stop condition was met, or the next update is the fatal one."""
    return state.network.stopped or state.network.flight is not None


def rate(config: Config, state: PlaygroundState) -> float:
    """Steps per second at speed 1."""
    return EPOCHS_PER_SECOND * epoch_length(config, state.points.data)


def snapshot(config: Config, state: PlaygroundState, view: Any) -> PlaygroundSnapshot:
    """All that is shown of a state."""
    looked = view if isinstance(view, PlaygroundView) else None
    network, points = state.network, state.points
    return PlaygroundSnapshot(
        NETWORK,
        state.step,
        network.training.epoch,
        epoch_length(config, points.data),
        points.data,
        network=network_seen(config, network, looked),
        stopped=network.stopped,
        edits=state.edits,
        warnings=points.warnings,
    )


PLAYGROUND = Simulation(
    "playground",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=copy,
    restart=restart,
    halted=halted,
    rate=rate,
    arrange=arrange,
    prepare=(
        ("the network", prepare_training),
        ("pictures of units", prepare_pictures),
    ),
)
