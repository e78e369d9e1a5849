"""The regularization lab: up to four networks that learn the same thing side by side, each in its own way.

An ordinary run with a log: one step is one update of every arm. All begin from the same weights, with the same order of
examples and the same masks; with batches of other sizes arms have epochs of their own. How an arm learns acts at once,
and nothing but another task begins a new run.

What is modelled: dense networks in float32 in the compiled core, with dropout of inputs and hidden layers, L1 by a
threshold or by its slope, L2, and momentum with a schedule. What is looked for at rest and beside the run
(`sim.simulations.lab_memory`) is told with the step whose weights it is of.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from sim.config import Config
from sim.landscape_seen import LandscapeSeen
from sim.loss_landscape import prepare_landscape
from sim.network_failure import Failure
from sim.network_training import prepare_pictures, prepare_single, prepare_training, steps_per_epoch
from sim.penalty_path import prepare_path
from sim.simulations import lab_memory
from sim.simulations.lab_arms import Arm, Told, advance_arms, changed_arm, first_arm, has_run
from sim.simulations.lab_config import ARM_KEYS, LOOKS, PARAMETERS, arm_key, arms_of, arrange
from sim.simulations.lab_hand import FIRST_OPTIMUM, Pair, asked_after, optimum_after
from sim.simulations.lab_lens import correlation_of, lens_of
from sim.simulations.lab_memory import LabMemory, draws_wanted, refusals, remember, stars_wanted
from sim.simulations.lab_seen import arms_seen, data_seen, difference_of, samples_of, two_seen
from sim.simulations.lab_task import Task, settings_for, task_of
from sim.simulations.lab_view import Asked, LabSnapshot, LabView, MasksSeen, Robust
from sim.simulations.protocol import Simulation

EPOCHS_PER_SECOND, FEWEST_PER_SECOND = 20.0, 240.0
"""The pace at speed 1: so many epochs of A, and so many updates at least."""
Tried = tuple[str, int, tuple[Any, ...]]


@dataclass(eq=False)
class LabState:
    """Changed in place by `advance` alone. failure: why the run stands; told: at which failures it paused before, by
    arm and kind.

    tried: with which data, how many examples and which settings an arm made a whole epoch before the present ones.
    """

    task: Task
    arms: tuple[Arm, ...]
    resets: int = 0
    edits: int = 0
    asked: Asked = field(default_factory=Asked)
    optimum: Pair = FIRST_OPTIMUM
    failure: Failure | None = None
    told: frozenset[Told] = frozenset()
    tried: frozenset[Tried] = frozenset()
    memory: LabMemory = field(default_factory=LabMemory)

    @property
    def step(self) -> int:
        """Updates of every arm so far."""
        return self.arms[0].training.step


def init(config: Config) -> LabState:
    """All arms before their first update."""
    task = task_of(config)
    state = LabState(task, tuple(first_arm(config, task, key) for key in arms_of(config)))
    remember(state.memory, task, state.arms)
    return state


def begun_anew(old: Config, new: Config, state: LabState) -> LabState:
    """From the first update; what was tried before is still known, and where the optimum of two weights lies."""
    return replace(
        init(new), resets=state.resets + 1, tried=tried_so_far(old, state), optimum=state.optimum, edits=state.edits
    )


def copied(state: LabState) -> LabState:
    """A state that can be continued by itself; what never changes is shared, and what only spares work."""
    return replace(state, arms=tuple(arm.clone() for arm in state.arms))


def size(state: LabState) -> int:
    """Bytes that a copy takes."""
    return 1024 + sum(size_of(arm) for arm in state.arms)


def size_of(arm: Arm) -> int:
    """Bytes that the copy of an arm takes."""
    learner, training = arm.training.learner, arm.training
    rows = learner.p, learner.m, learner.v, training.data.order, training.clock, arm.notes.clocks, arm.notes.values
    return 1024 + sum(int(row.nbytes) for row in rows)


def tried_so_far(config: Config, state: LabState) -> frozenset[Tried]:
    """With which data, sizes and settings an arm has made a whole epoch."""
    now = (
        (config["dataset"], int(config["n_train"]), settings_tried(config, arm.key))
        for arm in state.arms
        if has_run(arm, settings_for(config, arm.key))
    )
    return state.tried | frozenset(now)


def settings_tried(config: Config, arm: str) -> tuple[Any, ...]:
    """The settings of an arm, for comparison with others."""
    return tuple(config[arm_key(arm, key)] for key in ARM_KEYS)


def change(old: Config, new: Config, state: LabState) -> LabState:
    """Live settings keep the run, others begin anew."""
    changed = old.changed(new)
    if all(key in LOOKS for key in changed):
        return state
    if not all(new.parameters[key].live for key in changed):
        return begun_anew(old, new, state)
    arms = tuple(changed_arm(old, new, state.task, arm) for arm in state.arms)
    if all(now is then for now, then in zip(arms, state.arms, strict=True)) and state.failure is None:
        return state
    return replace(copied(replace(state, arms=arms)), failure=None, tried=tried_so_far(old, state))


def edit(config: Config, state: LabState, what: Any, value: Any) -> tuple[Config, LabState]:
    """A hand sends stars home, lets the flu in, averages masks, opens correlations, reveals, or moves the optimum."""
    if what == "optimum":
        after = replace(state, optimum=optimum_after(value))
    else:
        after = replace(state, asked=asked_after(state.asked, state.task, arms_of(config), what, value))
    return config, replace(copied(after), edits=state.edits + 1)


def advance(config: Config, state: LabState, steps: int) -> LabState:
    """Up to `steps` updates of every arm; none where the next one is fatal. It pauses where an arm failed."""
    if state.failure is not None and state.failure.ends:
        return state
    with np.errstate(all="ignore"):
        made, state.failure = advance_arms(config, state.task, state.arms, steps, state.told)
        if made:
            remember(state.memory, state.task, state.arms)
    if state.failure is not None:
        state.told |= {(state.failure.arm, state.failure.kind)}
    return state


def halted(config: Config, state: LabState) -> bool:
    """Whether the next update is the fatal one, or an arm failed in another way just now."""
    return state.failure is not None


def rate(config: Config, state: LabState) -> float:
    """Steps per second at speed 1."""
    return max(FEWEST_PER_SECOND, EPOCHS_PER_SECOND * epoch_of_first(config, state))


def epoch_of_first(config: Config, state: LabState) -> int:
    """Updates of an epoch of A."""
    return steps_per_epoch(state.task.count, settings_for(config, "a").batch)


# what is seen


def snapshot(config: Config, state: LabState, view: Any) -> LabSnapshot:
    """All that is shown of a state."""
    with np.errstate(all="ignore"):
        return seen(config, state, view if isinstance(view, LabView) else LabView())


def seen(config: Config, state: LabState, view: LabView) -> LabSnapshot:
    """`snapshot`; numbers beyond all numbers are shown, not warned of."""
    task, memory, arms = state.task, state.memory, state.arms
    shown = arms_seen(config, memory, task, arms, fatal_arm(state), view)
    of_lens = next((arm for arm in arms if arm.key == view.arm), arms[0])
    tried = [entry for entry in tried_so_far(config, state) if entry[0] == config["dataset"]]
    return LabSnapshot(
        step=state.step, resets=state.resets, steps_per_epoch=epoch_of_first(config, state),
        data=data_seen(task.examples), layers=task.layers, activations=task.activations, arms=shown,
        asked=state.asked, two=two_seen(config, state.optimum), robust=robust_seen(state, view),
        lens=lens_of(task, of_lens) if "lens" in view.pages else None,
        samples=samples_of(memory, task, arms, view), difference=difference_of(shown), masks=masks_seen(state, view),
        path=memory.path.show(task) if "path" in view.pages else None,
        landscape=landscape_seen(state, of_lens, view), failure=state.failure,
        failed="" if state.failure is None else state.failure.arm, edits=state.edits,
        sizes_run=len({entry[1] for entry in tried}), arms_run=len({entry[2] for entry in tried}),
        refused=refusals(task),
    )  # fmt: skip


def fatal_arm(state: LabState) -> str:
    """The arm whose next update would leave the finite numbers, or ""."""
    return state.failure.arm if state.failure is not None and state.failure.ends else ""


def robust_seen(state: LabState, view: LabView) -> Robust:
    """Stars, flu and correlations as far as they are looked at and known."""
    found = {arm.key: state.memory.of(arm.key) for arm in state.arms}
    stars = {key: job.stars.seen for key, job in found.items() if job.stars.seen is not None}
    flu = {key: job.flu.seen for key, job in found.items() if job.flu.seen is not None}
    opened = state.asked.correlation if "correlation" in view.pages and state.task.hidden else ()
    return Robust(
        stars if stars_wanted(state.asked, view) else {},
        flu if draws_wanted(state.asked, view) else {},
        {arm.key: correlation_of(state.memory, state.task, arm, view) for arm in state.arms if arm.key in opened},
    )


def masks_seen(state: LabState, view: LabView) -> dict[str, MasksSeen]:
    """The means over all masks, as far as they are counted."""
    if not state.asked.masks or "masks" not in view.pages:
        return {}
    shown = {arm.key: state.memory.of(arm.key).masks.show(arm.key, view.example) for arm in state.arms}
    return {key: part for key, part in shown.items() if part is not None}


def landscape_seen(state: LabState, arm: Arm, view: LabView) -> LandscapeSeen | None:
    """The landscape of the arm that is looked at."""
    if "landscape" not in view.pages:
        return None
    watch = lab_memory.watch_of(state.memory, state.task, arm.key)
    return watch.seen(arm.training.step, arm.training.parameters)


def found_out(config: Config, state: LabState, view: Any, playing: bool) -> bool:
    """One slice of what a snapshot has no time for."""
    if not isinstance(view, LabView):
        return False
    with np.errstate(all="ignore"):
        return lab_memory.work(state.memory, config, state.task, state.arms, state.asked, view, playing)


def ponder(config: Config, state: LabState, view: Any) -> bool:
    """At rest."""
    return found_out(config, state, view, False)


def beside(config: Config, state: LabState, view: Any) -> bool:
    """While it plays."""
    return found_out(config, state, view, True)


LAB = Simulation(
    "lab",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=copied,
    size=size,
    restart=begun_anew,
    halted=halted,
    ponder=ponder,
    beside=beside,
    rate=rate,
    arrange=arrange,
    prepare=(
        ("pictures of units", prepare_pictures),
        ("networks in 32 bits", prepare_single),
    ),
    prepare_later=(
        ("the network", prepare_training),
        ("landscapes", prepare_landscape),
        ("paths of penalties", prepare_path),
    ),
)
