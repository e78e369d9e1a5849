"""Schedules: how large the momentum may be at each step, and the other constants that depend on the step alone.

A schedule is a cap: the momentum used at a step is the smaller of the learner's momentum and the cap, so the slider
stays the value that is reached in the end. Steps are counted from 0: caps[0] belongs to the first step of a run.

`step_constants` makes the rows `c` that `sim.optimizer_rules` describes, always in float64: they are computed once per
step for all lanes, and 1 - beta^t must not be rounded in float32.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.errors import unknown

Row = NDArray[np.float64]


@dataclass(frozen=True)
class Schedule:
    """One entry of SCHEDULES. `caps(steps)` gives one cap per step, shape (steps,)."""

    key: str
    title: str
    formula: str
    about: str
    source: str
    caps: Callable[[int], Row]


def constant(steps: int) -> Row:
    """No cap."""
    return np.ones(steps)


def ramp(steps: int) -> Row:
    """A cap of 0.5 for the first tenth of the run, rising linearly to 1 at 30 % of it.

    Dettmers 2015 asks for a momentum of 0.5 to 0.7 "early", then 0.9 to 0.999, and names no step counts. We choose:
    0.5, the lower end, while a run is young (a tenth of it); then a straight rise, so that no step jumps; and the
    full value for the last 70 %, because momentum pays in the long run. A cap of 0.9 is reached at 26 % of the run.
    As a share of the run it means the same for 100 steps as for 10,000; so a longer run has a longer warm-up, unlike
    `sutskever`.
    """
    done = np.arange(steps) / max(steps, 1)
    return np.clip(0.5 + 0.5 * (done - 0.1) / 0.2, 0.5, 1.0)


def sutskever(steps: int) -> Row:
    """1 - 2^(-1 - log2(floor(t / 250) + 1)), t = 0 for the first step: 0.5, 0.75, 0.8333, 0.875 ... every 250 steps.

    Sutskever, Martens, Dahl & Hinton 2013, equation 5; their mu_max is the learner's momentum. The power of two is
    1 / (2 (floor(t / 250) + 1)), written so below: exact, and the same on every machine.
    """
    caps: Row = 1.0 - 0.5 / (np.arange(steps, dtype=np.float64) // 250.0 + 1.0)
    return caps


def momentum_caps(key: str, steps: int) -> Row:
    """The caps of schedule `key` for a run of `steps` steps, shape (steps,); ConfigError for an unknown key."""
    if key not in SCHEDULES:
        raise unknown("schedule", key, SCHEDULES)
    return SCHEDULES[key].caps(steps)


def step_constants(optimizer_key: str, hyper_row: Row, schedule: str, steps: int) -> Row:
    """The constants c of every step, shape (steps, 3): Adam's two bias corrections (1 for the others) and the cap.

    hyper_row: the four numbers of `sim.optimizers.hyper_row`. The bias corrections use t = 1 for the first step (row
    0).
    """
    constants = np.ones((steps, 3))
    if optimizer_key == "adam":
        t = np.arange(1, steps + 1)
        constants[:, 0] = 1.0 / (1.0 - hyper_row[1] ** t)
        constants[:, 1] = 1.0 / (1.0 - hyper_row[2] ** t)
    constants[:, 2] = momentum_caps(schedule, steps)
    return constants


SCHEDULES: dict[str, Schedule] = {
    "constant": Schedule(
        key="constant",
        title="Constant",
        formula="μₜ = μ",
        about="The momentum is what the slider says from the first step on.",
        source="",
        caps=constant,
    ),
    "ramp": Schedule(
        key="ramp",
        title="Small, then large",
        formula="μₜ = min(μ, 0.5 … 1), rising from 10 % to 30 % of the run",
        about="At most 0.5 for the first tenth of the run, then rising: the first wild gradients are soon forgotten.",
        source="Dettmers 2015, Deep Learning in a Nutshell: History and Training",
        caps=ramp,
    ),
    "sutskever": Schedule(
        key="sutskever",
        title="Sutskever's steps",
        formula="μₜ = min(μ, 1 − 2^(−1 − log₂(⌊t/250⌋ + 1)))",
        about="0.5 for 250 steps, then 0.75, 0.833, 0.875 and so on, up to the slider's value.",
        source="Sutskever, Martens, Dahl & Hinton 2013, equation 5",
        caps=sutskever,
    ),
}
