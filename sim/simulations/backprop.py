"""Backpropagation, one rule at a time: every matrix of a mini-batch, forward, back, and the update.

Compute, then play: all passes are worked out at once, in float64 and without a compiler, and the step is a cursor. At
step k the first k rules have fired; step 0 shows inputs, targets and weights alone. What the learner sets by hand
belongs to no step, so going back does not undo it.

What is modelled: a dense network, the mean loss over all examples of one batch, and one update per pass.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.backprop_plan import StepView
from sim.config import Config
from sim.errors import ConfigError, quote
from sim.phrases import phrase
from sim.simulations.backprop_check import Check, CheckAll, Checking, all_checked, checked, work_on
from sim.simulations.backprop_config import LEARNING, PARAMETERS, activations_of, arrange, hyper_of, layers_of
from sim.simulations.backprop_data import Start, start_of
from sim.simulations.backprop_hand import Made, editable, edited, kept
from sim.simulations.backprop_passes import Pass, net_of, plan_for, walked
from sim.simulations.protocol import Simulation, identity

__all__ = ["BACKPROP", "PARAMETERS", "BackpropSnapshot", "BackpropView", "Check", "CheckAll", "StepView", "arrange"]

Array = NDArray[np.float64]
Place = tuple[str, int, int]
RATE = 2.0 / 3.0
"""Rules per second at speed 1."""


@dataclass(frozen=True)
class BackpropView:
    """What the window looks at. selected: a cell (name, row, column); check_all: whether to prove every slope."""

    selected: Place | None = None
    check_all: bool = False


@dataclass(frozen=True, eq=False)
class BackpropState:
    """All passes, the cursor, and what was made by hand. changed: what the last edit changed, per matrix.

    typed: the last cell that was set; asked: whether an edit wants every slope proved. checking is worked on beside the
    run.
    """

    start: Start
    passes: tuple[Pass, ...]
    step: int = 0
    made: Made = field(default_factory=Made)
    edits: int = 0
    changed: Mapping[str, NDArray[np.bool_]] = field(default_factory=dict)
    typed: Place | None = None
    asked: bool = False
    checking: Checking = field(default_factory=Checking)


@dataclass(frozen=True, eq=False)
class BackpropSnapshot:
    """What is to be seen at the cursor.

    steps: the rules of one pass. matrices: all of this pass by name (`sim.backprop_names`), of which `known` are worked
    out by now. held: cells set by hand, as (name, row, column); of those of z, dh and e the rule is put aside. changed:
    where the last edit changed something, {} after a step. loss_after: after this pass's update; loss_zero: of pass 0.
    selected: the cell that is looked at; typed: the last that was set. memory: (m, v) of every parameter before this
    update, hyper and constants: the optimizer's h and c (`sim.optimizer_rules`).
    """

    step: int
    last_step: int
    pass_number: int
    fired: int
    steps: tuple[StepView, ...]
    matrices: Mapping[str, Array]
    known: frozenset[str]
    held: frozenset[Place]
    changed: Mapping[str, NDArray[np.bool_]]
    layers: tuple[int, ...]
    activations: tuple[str, ...]
    loss_key: str
    loss: float
    loss_after: float
    loss_zero: float
    optimizer: str
    hyper: Array
    constants: Array
    memory: Mapping[str, tuple[Array, Array]]
    selected: Place | None
    typed: Place | None
    edits: int
    check: Check | None
    check_all: CheckAll | None

    @property
    def depth(self) -> int:
        """How many layers have weights."""
        return len(self.activations)

    @property
    def rule(self) -> StepView | None:
        """The rule that fired last; None at the beginning."""
        return self.steps[self.fired - 1] if self.fired else None

    @property
    def examples(self) -> int:
        """How many go through together."""
        return len(self.matrices["x"])


def place_of(step: int, length: int) -> tuple[int, int]:
    """(the pass of a step, how many of its rules have fired). A pass ends with its update, before the next begins."""
    number = max(step - 1, 0) // length
    return number, step - number * length


def steps_per_pass(config: Config) -> int:
    """How many rules a pass has."""
    return 8 * (len(layers_of(config)) - 1) - 1


def last_step(config: Config) -> int:
    """Where the run ends."""
    return int(config["passes"]) * steps_per_pass(config)


def init(config: Config) -> BackpropState:
    """All passes of a config, nothing made by hand yet."""
    start = start_of(config)
    return BackpropState(start, walked(config, start, Made()))


def change(old: Config, new: Config, state: BackpropState) -> BackpropState:
    """Another rate or optimizer works the updates out again; other settings all. What was set by hand stays where it
    fits: the sizes, the data and the example are the same."""
    moved = old.changed(new)
    if not moved:
        return state
    start = state.start if all(key in (*LEARNING, "passes") for key in moved) else start_of(new)
    made = Made() if {"preset", "layers", "data", "n"} & set(moved) else state.made
    made = kept(made, shapes_of(new, start), new["passes"], is_limited(new))
    step = min(state.step, last_step(new))
    return BackpropState(start, walked(new, start, made), step, made, state.edits, asked=state.asked)


def shapes_of(config: Config, start: Start) -> dict[str, tuple[int, int]]:
    """The sizes of the matrices whose cells can be set."""
    layers, examples = layers_of(config), len(start.x)
    sizes = {"x": (examples, layers[0]), "t": (examples, layers[-1]), "e": (examples, layers[-1])}
    for layer in range(1, len(layers)):
        n_in, n_out = layers[layer - 1], layers[layer]
        sizes |= {f"w{layer}": (n_in, n_out), f"b{layer}": (1, n_out)}
        sizes |= {f"z{layer}": (examples, n_out), f"dh{layer}": (examples, n_out)}
    return {name: sizes[name] for name in editable(len(layers) - 1)}


def is_limited(config: Config) -> bool:
    """Whether targets are numbers from 0 to 1."""
    return bool(config["loss"] == "cross_entropy")


def edit(config: Config, state: BackpropState, what: Any, value: Any) -> tuple[Config, BackpropState]:
    """The learner set a cell, released some, or asked for the proof of all slopes."""
    if what == "check":
        if not isinstance(value, bool):
            raise ConfigError(phrase("The proof of all slopes is on or off, not {value}.", value=quote(value)))
        return config, replace(state, asked=value)
    number, _ = place_of(state.step, steps_per_pass(config))
    made = edited(state.made, number, shapes_of(config, state.start), what, value, is_limited(config))
    passes = walked(config, state.start, made)
    after = BackpropState(
        state.start,
        passes,
        state.step,
        made,
        state.edits + 1,
        differences(state.passes[number].matrices, passes[number].matrices),
        tuple(value[:3]) if what == "cell" else state.typed,
        state.asked,
    )
    return config, after


def differences(before: Mapping[str, Array], after: Mapping[str, Array]) -> dict[str, NDArray[np.bool_]]:
    """Where matrices differ, those that do not left out. What is no number twice is the same."""
    found = {}
    for name, matrix in after.items():
        differ = (before[name] != matrix) & ~(np.isnan(before[name]) & np.isnan(matrix))
        if differ.any():
            found[name] = differ
    return found


def seek(config: Config, state: BackpropState, step: int) -> BackpropState:
    """The cursor moves to `step`; what the last edit changed is no news any more."""
    wanted = min(max(step, 0), last_step(config))
    return state if wanted == state.step else replace(state, step=wanted, changed={})


def advance(config: Config, state: BackpropState, steps: int) -> BackpropState:
    """Some rules fire, at most to the end."""
    return seek(config, state, state.step + steps)


def ponder(config: Config, state: BackpropState, view: Any) -> bool:
    """At rest: prove a few more slopes, where all are to be proved."""
    if not wants_all(state, view):
        return False
    number, _ = place_of(state.step, steps_per_pass(config))
    net = net_of(config, state.passes[number].matrices)
    return work_on(state.checking, number, state.made, net, state.passes)


def wants_all(state: BackpropState, view: Any) -> bool:
    """Whether every slope is to be proved."""
    return state.asked or bool(isinstance(view, BackpropView) and view.check_all)


def known_by(steps: tuple[StepView, ...], fired: int, depth: int) -> frozenset[str]:
    """The matrices that are there after the first `fired` rules."""
    given = ["x", "t", *(f"{letter}{layer}" for layer in range(1, depth + 1) for letter in "wb")]
    return frozenset((*given, *(name for step in steps[:fired] for name in step.results)))


def held_in(made: Made, number: int) -> frozenset[Place]:
    """The cells that were set by hand, as a pass shows them."""
    return frozenset(cell.place for cell in made.at(number))


def snapshot(config: Config, state: BackpropState, view: Any) -> BackpropSnapshot:
    """The pass at the cursor."""
    looked = view if isinstance(view, BackpropView) else BackpropView()
    steps, activations = plan_for(config), activations_of(config)
    number, fired = place_of(state.step, len(steps))
    here, net = state.passes[number], net_of(config, state.passes[number].matrices)
    selected = looked.selected if is_there(looked.selected, here.matrices) else None
    everything = wants_all(state, view)
    return BackpropSnapshot(
        step=state.step,
        last_step=last_step(config),
        pass_number=number,
        fired=fired,
        steps=steps,
        matrices=here.matrices,
        known=known_by(steps, fired, len(activations)),
        held=held_in(state.made, number),
        changed=state.changed,
        layers=layers_of(config),
        activations=activations,
        loss_key=config["loss"],
        loss=here.loss,
        loss_after=here.loss_after,
        loss_zero=state.passes[0].loss,
        optimizer=config["optimizer"],
        hyper=hyper_of(config),
        constants=here.constants,
        memory=here.memory,
        selected=selected,
        typed=state.typed,
        edits=state.edits,
        check=checked(net, here, state.made, selected),
        check_all=all_checked(state.checking, number, net, here, state.made) if everything else None,
    )


def is_there(place: Place | None, matrices: Mapping[str, Array]) -> bool:
    """Whether there is such a cell."""
    if place is None or place[0] not in matrices:
        return False
    rows, columns = matrices[place[0]].shape
    return bool(0 <= place[1] < rows and 0 <= place[2] < columns)


BACKPROP = Simulation(
    "backprop",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=identity,
    last_step=last_step,
    rate=RATE,
    seek=seek,
    arrange=arrange,
    ponder=ponder,
)
