"""How depth kills a gradient: the profile of a deep network, a race of such networks, and one gate.

The **profile** (`sim.depth_profile`) is what reaches each layer before anything is learnt. It is a pure function of the
settings: it follows the slider, and the step means nothing to it. Its extent over other seeds is found while the run
rests.

The **race** is a run: one step is one mini-batch update of every arm that takes part (`sim.simulations.depth_race`).
Learning rate, passes and the switches of the arms act at once; another depth, width, seed, scale of the loss or way of
choosing rates begins a new race. How the arms of earlier races ended is kept.

What is simplified: 8 x 8 pixels and narrow layers. What a network of this size shows about depth holds for larger ones;
how much faster one is than another does not.
"""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

import numpy as np

from sim.config import Config
from sim.depth_functions import FUNCTIONS
from sim.depth_passes import Norms, norms_in_pieces
from sim.depth_profile import SEEDS, Profile, first_profile, with_others
from sim.errors import ConfigError, quote
from sim.network_failure import Failure
from sim.phrases import phrase
from sim.simulations.depth_config import PARAMETERS, race_key, racing, trained_depth
from sim.simulations.depth_race import RaceArm, advance_arm, begun, has_run, past_of, updates_an_epoch, view_of
from sim.simulations.depth_view import ArmView, DepthSnapshot, Gate, PastArm, StackView
from sim.simulations.protocol import Simulation, estimated_size

__all__ = [
    "DEPTH", "PARAMETERS", "ArmView", "DepthSnapshot", "Gate", "PastArm", "Profile", "StackView", "advance", "change",
    "edit", "init", "snapshot",
]  # fmt: skip

FARTHEST = 1000.0
MOST_PAST = 60
RATE = 60.0


@dataclass(eq=False)
class Extent:
    """How the seeds of a profile differ: found at rest, and no part of the run. of: which profile; work: on one more.

    others: the lengths of those that are known.
    """

    of: tuple[int, int, str, str, int] | None = None
    others: tuple[Norms, ...] = ()
    work: Generator[None, None, Norms] | None = None


@dataclass(eq=False)
class DepthState:
    """`arms` change in place. gate: (z, incoming) as it was last pushed, None before."""

    step: int
    arms: tuple[RaceArm, ...]
    past: tuple[PastArm, ...] = ()
    gate: tuple[float, float] | None = None
    extent: Extent = field(default_factory=Extent)


FIRST_GATE = (2.0, -1.0)


def init(config: Config) -> DepthState:
    """All arms before their first step."""
    return DepthState(0, tuple(begun(config, key) for key in racing(config)))


def copied(state: DepthState) -> DepthState:
    """A checkpoint."""
    return replace(state, arms=tuple(arm.copy() for arm in state.arms))


def size(state: DepthState) -> int:
    """Bytes of a checkpoint."""
    networks = [arm.network for arm in state.arms if arm.network is not None]
    machines = [arm.stack.machine for arm in state.arms if arm.stack is not None]
    arrays = sum(network.theta.nbytes * 2 + network.means.nbytes * 2 for network in networks)
    rows = sum(200 * len(arm.measured) + 1000 for arm in state.arms)
    return 1000 + arrays + rows + sum(estimated_size(machine) for machine in machines)


def change(old: Config, new: Config, state: DepthState) -> DepthState:
    """A new race where it must be one; else the same one, with the arms that are switched on now."""
    if race_key(old) != race_key(new):
        return replace(init(new), past=ended(old, state), gate=state.gate, extent=state.extent)
    if racing(old) == racing(new):
        return state
    there = {arm.key: arm for arm in state.arms}
    gone = replace(state, arms=tuple(arm for arm in state.arms if arm.key not in racing(new)))
    arms = tuple(there[key] if key in there else begun(new, key) for key in racing(new))
    return replace(state, arms=arms, past=ended(old, gone))


def restart(old: Config, new: Config, state: DepthState) -> DepthState:
    """From the first update; what earlier races came to is kept, and so is the gate."""
    return replace(init(new), past=ended(old, state), gate=state.gate, extent=state.extent)


def ended(config: Config, state: DepthState) -> tuple[PastArm, ...]:
    """What is known of earlier races, with this one."""
    return (*state.past, *(past_of(config, arm) for arm in state.arms if has_run(arm)))[-MOST_PAST:]


def edit(config: Config, state: DepthState, what: Any, value: Any) -> tuple[Config, DepthState]:
    """The learner pushes a gradient through the gate: ("gate", (z, gradient))."""
    if what != "gate":
        raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))
    return config, replace(state, gate=pushed(value))


def pushed(value: Any) -> tuple[float, float]:
    """(z, gradient) as they were given. ConfigError for what are no two numbers in reach."""
    pair = value if isinstance(value, (tuple, list)) else ()
    numbers = [float(part) for part in pair if isinstance(part, (int, float)) and not isinstance(part, bool)]
    if len(pair) != 2 or len(numbers) != 2 or not all(isfinite(part) and abs(part) <= FARTHEST for part in numbers):
        raise ConfigError(
            phrase(
                "A gate is given two numbers (z, gradient) from −{most} to {most}, not {value}.",
                most=round(FARTHEST),
                value=quote(value),
            )
        )
    return numbers[0] + 0.0, numbers[1] + 0.0


def advance(config: Config, state: DepthState, steps: int) -> DepthState:
    """So many updates of every arm; fewer where all are done, or where the numbers of one end."""
    with np.errstate(all="ignore"):
        for _ in range(steps):
            running = [arm for arm in state.arms if arm.runs(config["passes"])]
            if not running:
                break
            for arm in running:
                advance_arm(config, arm)
            state.step += 1
            if note_failures(state, running):
                break
    return state


def note_failures(state: DepthState, running: list[RaceArm]) -> bool:
    """Write down whose numbers ended with this step; whether there is one."""
    failed = [arm for arm in running if arm.failure is not None and arm.failed_at is None]
    for arm in failed:
        arm.failed_at = state.step
    return bool(failed)


def failure_here(state: DepthState) -> Failure | None:
    """Why the numbers of an arm ended with this step."""
    return next((arm.failure for arm in state.arms if arm.failed_at == state.step), None)


def halted(config: Config, state: DepthState) -> bool:
    """The race pauses where the numbers of an arm ended; the others may go on."""
    return failure_here(state) is not None


def profile_key(config: Config) -> tuple[int, int, str, str, int]:
    """What a profile is a function of."""
    return config["depth"], config["width"], config["activation"], config["init"], config["seed"]


def ponder(config: Config, state: DepthState, view: Any) -> bool:
    """At rest: some layers of one more seed of the profile."""
    key, extent = profile_key(config), state.extent
    if extent.of != key:
        extent.of, extent.others, extent.work = key, (), None
    replica = len(extent.others) + 1
    if replica >= SEEDS:
        return False
    if extent.work is None:
        extent.work = norms_in_pieces(*key, replica)
    with np.errstate(all="ignore"):
        try:
            next(extent.work)
        except StopIteration as end:
            extent.others, extent.work = (*extent.others, end.value), None
    return True


def profile_seen(config: Config, state: DepthState) -> Profile:
    """The profile of the settings, with what is known of other seeds."""
    key, extent = profile_key(config), state.extent
    return with_others(first_profile(*key), extent.others if extent.of == key else ())


def gate_of(config: Config, state: DepthState) -> Gate:
    """The gate with what was pushed through it last."""
    z, incoming = FIRST_GATE if state.gate is None else state.gate
    activation = config["gate_activation"]
    answers, slopes = FUNCTIONS[activation](np.array([z]))
    slope = float(slopes[0])
    return Gate(z, incoming, activation, float(answers[0]), slope, incoming * slope + 0.0, state.gate is not None)


def snapshot(config: Config, state: DepthState, view: Any) -> DepthSnapshot:
    """The profile of the settings, the race as it stands, and the gate."""
    arms = tuple(view_of(config, arm) for arm in state.arms)
    return DepthSnapshot(
        step=state.step,
        epoch=max((arm.updates for arm in state.arms), default=0) / updates_an_epoch(),
        depth=config["depth"],
        race_depth=trained_depth(config),
        passes=config["passes"],
        updates_an_epoch=updates_an_epoch(),
        profile=profile_seen(config, state),
        arms=arms,
        past=state.past,
        arms_run=len({past.settings for past in ended(config, state)}),
        finished=not any(arm.running for arm in arms),
        gate=gate_of(config, state),
        failure=failure_here(state),
    )


DEPTH = Simulation(
    "depth",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=copied,
    size=size,
    rate=RATE,
    restart=restart,
    ponder=ponder,
    halted=halted,
)
