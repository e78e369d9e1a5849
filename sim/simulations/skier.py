"""Skiing by glances: how networks come down a landscape that nobody sees, in nine views.

Each view is a run of its own (`VIEWS_OF`), in a file of its own: its part of the state, what a step does to it, how it
is shown, and what is measured beside it while the run rests. Another view begins anew, like another ground, class or
number of classes; everything else acts at once.

`changes` counts the settings that differ from those the run began with, so that a repair can be asked to be a single
one. What is simplified: 8 x 8 pixels and narrow layers; what the views compare holds for larger networks, the numbers
do not.
"""

from dataclasses import dataclass, replace
from typing import Any

from sim.config import Config
from sim.loss_landscape import prepare_landscape
from sim.network_ensemble import prepare_ensemble
from sim.network_training import prepare_single, prepare_training
from sim.simulations.protocol import Simulation, by_liveness
from sim.simulations.skier_catapult import CATAPULT
from sim.simulations.skier_chance import CHANCE
from sim.simulations.skier_cone import CONE
from sim.simulations.skier_config import PARAMETERS, arrange
from sim.simulations.skier_fog import FOG
from sim.simulations.skier_glances import GLANCES
from sim.simulations.skier_lies import LIES
from sim.simulations.skier_one_class import ONE_CLASS
from sim.simulations.skier_ramp import RAMP
from sim.simulations.skier_rules import Part, Rules, failure_of, forgiven, legal
from sim.simulations.skier_valleys import VALLEYS
from sim.simulations.skier_view import SkierSnapshot, SkierView

__all__ = ["PARAMETERS", "SKIER", "VIEWS_OF", "SkierSnapshot", "SkierView", "init", "snapshot"]

VIEWS_OF: dict[str, Rules] = {
    "fog": FOG,
    "cone": CONE,
    "glances": GLANCES,
    "catapult": CATAPULT,
    "ramp": RAMP,
    "chance": CHANCE,
    "one_class": ONE_CLASS,
    "valleys": VALLEYS,
    "lies": LIES,
}


@dataclass(eq=False)
class SkierState:
    """`part` changes in place. first: the settings that the run began with."""

    view: str
    part: Part
    first: Config

    @property
    def step(self) -> int:
        """Steps so far."""
        return self.part.step


def init(config: Config) -> SkierState:
    """The view in force at its first step."""
    return SkierState(config["view"], VIEWS_OF[config["view"]].begin(config), config)


def change(old: Config, new: Config, state: SkierState) -> SkierState:
    """Another run where it must be; else the same, which has not failed any more where something else is set."""
    kept: SkierState = by_liveness(init, old, new, state)
    if kept is not state or failure_of(state.part) is None or old == new:
        return kept
    return replace(state, part=forgiven(state.part))


def halted(config: Config, state: SkierState) -> bool:
    """Whether the network failed at this very step."""
    return failure_of(state.part) is not None


def advance(config: Config, state: SkierState, steps: int) -> SkierState:
    """So many steps; fewer where the view has come to its end."""
    rules = VIEWS_OF[state.view]
    for _ in range(steps):
        if not rules.step(config, state.part) or failure_of(state.part) is not None:
            break
    return state


def copied(state: SkierState) -> SkierState:
    """A checkpoint."""
    return replace(state, part=state.part.copy())


def size(state: SkierState) -> int:
    """Bytes of a checkpoint."""
    return state.part.size + 500


def last_step(config: Config) -> int | None:
    """Where the view in force ends."""
    return VIEWS_OF[config["view"]].last(config)


def rate(config: Config, state: SkierState) -> float:
    """The pace of the view."""
    return VIEWS_OF[state.view].pace(config)


def ponder(config: Config, state: SkierState, view: Any) -> bool:
    """What the view measures at rest."""
    return VIEWS_OF[state.view].measure(config, state.part, view, False)


def beside(config: Config, state: SkierState, view: Any) -> bool:
    """The same while it plays."""
    return VIEWS_OF[state.view].measure(config, state.part, view, True)


PREPARE = (
    ("the network", prepare_training),
    ("the digits", prepare_single),
    ("the landscape", prepare_landscape),
)
PREPARE_LATER = (("the twins", prepare_ensemble),)


def needs(config: Config) -> tuple[str, ...]:
    """The kernels of the view in force."""
    return {
        "chance": (),
        "fog": ("the network", "the digits", "the landscape"),
        "valleys": ("the network", "the digits", "the twins"),
    }.get(config["view"], ("the network", "the digits"))


def changes(config: Config, state: SkierState) -> int:
    """Settings that are others than when the run began."""
    return len(state.first.changed(config))


def snapshot(config: Config, state: SkierState, view: Any) -> SkierSnapshot:
    """The view in force."""
    rules = VIEWS_OF[state.view]
    return SkierSnapshot(
        step=state.step, view=state.view, changes=changes(config, state),
        failure=legal(config, failure_of(state.part)), finished=rules.finished(config, state.part),
        **{state.view: rules.seen(config, state.part)},
    )  # fmt: skip


SKIER = Simulation(
    "skier",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    copy=copied,
    size=size,
    last_step=last_step,
    rate=rate,
    arrange=arrange,
    halted=halted,
    ponder=ponder,
    beside=beside,
    prepare=PREPARE,
    prepare_later=PREPARE_LATER,
    needs=needs,
)
