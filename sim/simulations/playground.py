"""The playground: one unit with three learning rules, or a network with hidden layers, on points of the plane.

An ordinary run with a log: what the learner sets and touches is written down at its step. In the mode "unit" a step is
one point met by all learners, or one pass through rows that are no plane; in the mode "network" it is one update.
Points are part of the state as soon as the learner touches one, and a new beginning keeps them.

What is modelled: dense networks trained by mini-batches in an order drawn from the seed; twins that differ from the
network in their first weights alone. What a hand does to points happens to the twins too, what it does to weights does
not. A twin can be loaded: the run that is shown goes on from where that twin has come, in float64.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.network_ensemble import prepare_ensemble, prepare_spread
from sim.network_training import prepare_pictures, prepare_single, prepare_training
from sim.perceptron_rows import prepare as prepare_rows
from sim.phrases import phrase
from sim.simulations import playground_rows, playground_twins, playground_unit
from sim.simulations.playground_config import LOOKS, NETWORK, PARAMETERS, ROWS, arrange, check_stop
from sim.simulations.playground_data import Points, points_after, points_of
from sim.simulations.playground_fold import FoldMemory, SeparableMemory
from sim.simulations.playground_network import (
    NetworkRun,
    advance_network,
    begin_network,
    changed_network,
    edited_network,
    loaded_network,
    size_of_network,
)
from sim.simulations.playground_pictures import network_seen, with_fold
from sim.simulations.playground_points import POINT_EDITS, edited_points
from sim.simulations.playground_rows import RowsState
from sim.simulations.playground_separable import settle
from sim.simulations.playground_stops import STOPS, Stop, advance_unit
from sim.simulations.playground_task import epoch_length, is_single, settings_now
from sim.simulations.playground_twins import Twins
from sim.simulations.playground_unit import UnitState
from sim.simulations.playground_unit_hand import EDITS as UNIT_EDITS
from sim.simulations.playground_view import PlaygroundSnapshot, PlaygroundView
from sim.simulations.protocol import Simulation, estimated_size

EPOCHS_PER_SECOND = 60.0
"""The pace of a network at speed 1."""
FEWEST_POINTS_PER_SECOND, PASS_SECONDS, PASSES_PER_SECOND = 2.5, 6.0, 2.0
"""One unit meets this many points at least, and all within this time; many rows are passed this often."""


@dataclass(eq=False)
class PlaygroundState:
    """Changed in place by `advance` alone. One of network, unit, rows is there; edits: how often a hand changed
    something. twin: which of the twins was loaded and is shown. stop: of one unit. The two memories only spare work,
    so copies share them."""

    points: Points
    network: NetworkRun | None = None
    unit: UnitState | None = None
    rows: RowsState | None = None
    twins: Twins | None = None
    stop: Stop = field(default_factory=Stop)
    edits: int = 0
    twin: int | None = None
    fold: FoldMemory = field(default_factory=FoldMemory)
    separable: SeparableMemory = field(default_factory=SeparableMemory)

    @property
    def step(self) -> int:
        """Updates, points met, or passes so far."""
        if self.network is not None:
            return self.network.training.step
        part = self.unit or self.rows
        return part.step if part is not None else 0

    @property
    def epoch(self) -> int:
        """Whole passes so far."""
        if self.network is not None:
            return self.network.training.epoch
        return self.unit.epoch if self.unit is not None else self.step


def init(config: Config) -> PlaygroundState:
    """The first step of a config."""
    return begun(config, points_of(config, None))


def begun(config: Config, points: Points, edits: int = 0) -> PlaygroundState:
    """The first step with these points."""
    check_stop(config)
    data = points.data
    if config["mode"] == NETWORK:
        network = begin_network(config, data)
        return PlaygroundState(points, network, twins=playground_twins.begin(config, data), edits=edits)
    if config["dataset"] in ROWS:
        return PlaygroundState(points, rows=playground_rows.init(config), edits=edits)
    unit = playground_unit.init(config, data)
    return PlaygroundState(points, unit=unit, twins=playground_twins.begin(config, data), edits=edits)


def restart(old: Config, new: Config, state: PlaygroundState) -> PlaygroundState:
    """The first step again, with the learner's own points, and with their own line among points of the same kind."""
    after = begun(new, points_of(new, state.points.own), state.edits)
    if state.unit is not None and after.unit is not None and old["dataset"] == new["dataset"]:
        after.unit = playground_unit.edit(new, after.unit, after.points.data, "hand", state.unit.hand_line)
    return after


def copy(state: PlaygroundState) -> PlaygroundState:
    """A state that can be continued by itself; what never changes is shared."""
    return replace(
        state,
        network=None if state.network is None else state.network.clone(),
        twins=None if state.twins is None else playground_twins.copy(state.twins),
    )


def size(state: PlaygroundState) -> int:
    """Bytes that a copy takes."""
    total = 256 if state.twins is None else playground_twins.size(state.twins)
    if state.network is not None:
        total += size_of_network(state.network)
    return total + estimated_size(state.unit) + estimated_size(state.rows)


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
    check_stop(new)
    data, former, changed = points.data, state.points.data, old.changed(new)
    if data.x.shape[1] != former.x.shape[1] or data.targets.shape[1] != former.targets.shape[1]:
        return begun(new, points, edits)
    network, unit, rows, stop = state.network, state.unit, state.rows, state.stop
    if network is not None:
        network = changed_network(old, new, network, data)
    if unit is not None:
        unit = playground_unit.changed(new, unit, data, data is not former)
    if rows is not None:
        rows = playground_rows.changed(new, rows)
    if data is not former or any(key in STOPS for key in changed):
        stop = Stop()
    twins = twins_after(new, state, points, "optimizer" in changed)
    parts = points, network, unit, rows, twins, edits, stop
    if all(now is then for now, then in zip(parts, parts_of(state))):
        return state
    after = replace(
        state, points=points, network=network, unit=unit, rows=rows, twins=twins, edits=edits, stop=stop
    )  # fmt: skip
    return unshared(state, after)


def parts_of(state: PlaygroundState) -> tuple[Any, ...]:
    """What a change may replace."""
    return state.points, state.network, state.unit, state.rows, state.twins, state.edits, state.stop


def twins_after(config: Config, state: PlaygroundState, points: Points, fresh_memory: bool) -> Twins | None:
    """The twins with other points, and without the memories of another optimizer."""
    twins = state.twins
    if twins is not None and points.data is not state.points.data:
        twins = playground_twins.with_data(twins, config, points.data)
    if twins is not None and fresh_memory and state.network is not None:
        twins = playground_twins.without_memory(twins)
    return twins


def unshared(before: PlaygroundState, after: PlaygroundState) -> PlaygroundState:
    """`after`, sharing nothing with `before` that `advance` changes in place."""
    network, twins = after.network, after.twins
    if network is not None and network is before.network:
        network = network.clone()
    if twins is not None and twins is before.twins:
        twins = playground_twins.copy(twins)
    return replace(after, network=network, twins=twins)


def edit(config: Config, state: PlaygroundState, what: Any, value: Any) -> tuple[Config, PlaygroundState]:
    """The learner touched a point, a weight, a bias or a line. ConfigError where that cannot be."""
    edits = state.edits + 1
    if what in POINT_EDITS:
        new, points = edited_points(config, state.points, what, value)
        return new, carried_on(config, new, state, points, edits)
    if what in ("weight", "bias") and state.network is not None:
        after = replace(state, network=edited_network(state.network, what, value), edits=edits, twin=None)
    elif what in UNIT_EDITS and state.unit is not None:
        unit = playground_unit.edit(config, state.unit, state.points.data, what, value)
        twin = state.twin if what == "hand" else None
        after = replace(state, unit=unit, edits=edits, stop=Stop(), twin=twin)
    elif what == "twin" and state.twins is not None:
        after = replace(with_twin(config, state, value), edits=edits)
    else:
        raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))
    return config, unshared(state, after)


def with_twin(config: Config, state: PlaygroundState, number: Any) -> PlaygroundState:
    """The run goes on as one of its twins: with the twin's weights and memories, at the same step."""
    assert state.twins is not None
    found = playground_twins.of_twin(state.twins, number)
    network, unit, stop = state.network, state.unit, state.stop
    if network is not None:
        network = loaded_network(network, found)
    if unit is not None:
        unit, stop = playground_unit.loaded(config, unit, state.points.data, found.p), Stop()
    return replace(state, network=network, unit=unit, stop=stop, twin=int(number))


def advance(config: Config, state: PlaygroundState, steps: int) -> PlaygroundState:
    """Up to `steps` further."""
    if state.rows is not None:
        state.rows = playground_rows.advance(config, state.rows, steps)
        return state
    if state.network is not None:
        made = advance_network(config, state.network, steps)
        settings = settings_now(config, state.network.task)
    elif state.unit is not None:
        before = state.unit.step
        state.unit, state.stop = advance_unit(config, state.unit, state.points.data, state.stop, steps)
        made, settings = state.unit.step - before, playground_twins.unit_settings(config)
    if state.twins is not None and made:
        state.twins = playground_twins.advance(state.twins, settings, made)
    return state


def halted(config: Config, state: PlaygroundState) -> bool:
    """Whether the run pauses at this step: the stop condition was met, or the training failed."""
    return is_stopped(state) or (state.network is not None and state.network.failure is not None)


def is_stopped(state: PlaygroundState) -> bool:
    """Whether the stop condition was met at this step."""
    if state.rows is not None:
        return state.rows.stopped
    return state.network.stopped if state.network is not None else state.stop.here


def rate(config: Config, state: PlaygroundState) -> float:
    """Steps per second at speed 1."""
    if state.rows is not None:
        return PASSES_PER_SECOND
    if state.network is not None:
        return EPOCHS_PER_SECOND * epoch_length(config, state.points.data)
    return max(FEWEST_POINTS_PER_SECOND, len(state.points.data.x) / PASS_SECONDS)


def pass_length(config: Config, state: PlaygroundState) -> int:
    """Steps that meet every point to learn from once."""
    if state.rows is not None:
        return 1
    if state.network is not None:
        return epoch_length(config, state.points.data)
    return max(int(state.points.data.train.sum()), 1)


def snapshot(config: Config, state: PlaygroundState, view: Any) -> PlaygroundSnapshot:
    """All that is shown of a state."""
    with np.errstate(all="ignore"):
        return seen(config, state, view if isinstance(view, PlaygroundView) else None)


def seen(config: Config, state: PlaygroundState, looked: PlaygroundView | None) -> PlaygroundSnapshot:
    """`snapshot`; numbers beyond all numbers are shown, not warned of."""
    data, network = state.points.data, None
    if state.network is not None:
        network = network_seen(config, state.network, looked)
        if looked is not None:
            network = with_fold(network, state.network, looked, state.fold, state.separable)
    return PlaygroundSnapshot(
        config["mode"],
        state.step,
        state.epoch,
        pass_length(config, state),
        data,
        network,
        None if state.unit is None else playground_unit.seen(config, state.unit, data),
        None if state.rows is None else playground_rows.seen(config, state.rows),
        None if looked is None else playground_twins.seen(state.twins, looked, data),
        is_stopped(state),
        state.edits,
        state.points.warnings,
        state.twin,
    )


def ponder(config: Config, state: PlaygroundState, view: Any) -> bool:
    """At rest: whether a line separates what a layer sees, how the twins are doing now, and where they disagree."""
    if not isinstance(view, PlaygroundView):
        return False
    if view.separability and state.network is not None and settle(state.separable):
        return True
    return state.twins is not None and playground_twins.ponder(state.twins, view, state.points.data)


def needs(config: Config) -> tuple[str, ...]:
    """What must be prepared for this config: a first picture of one unit waits for no network."""
    if config["mode"] == NETWORK:
        own: tuple[str, ...] = ("the network", "pictures of units")
        if is_single(config):
            own = (*own, "networks in 32 bits")
    else:
        own = ("many rows",) if config["dataset"] in ROWS else ("one unit",)
    return (*own, "the twins") if config["twins"] > 1 else own


PLAYGROUND = Simulation(
    "playground",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=copy,
    size=size,
    restart=restart,
    halted=halted,
    ponder=ponder,
    rate=rate,
    arrange=arrange,
    prepare=(
        ("one unit", playground_unit.prepare),
        ("the network", prepare_training),
        ("pictures of units", prepare_pictures),
    ),
    prepare_later=(
        ("the twins", prepare_ensemble),
        ("networks in 32 bits", prepare_single),
        ("where twins disagree", prepare_spread),
        ("many rows", prepare_rows),
    ),
    needs=needs,
)
