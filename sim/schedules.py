"""Schedules: how large the momentum may be at each step, and the other constants that depend on the step alone.

A schedule is a cap: the momentum used at a step is the smaller of the learner's momentum and the cap, so the slider
stays the value that is reached in the end. Steps are counted from 0: caps[0] belongs to the first step of a run.

A drawn schedule is a text of pairs step:value, "0:0.5 100:0.5 101:0.99"; the learner's slider is a cap for it as for
the others.

`step_constants` makes the rows `c` that `sim.optimizer_rules` describes, always in float64: they are computed once per
step for all lanes, and 1 - beta^t must not be rounded in float32.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.errors import ConfigError, quote, unknown
from sim.numerals import read_number
from sim.phrases import phrase

Row = NDArray[np.float64]
Curve = tuple[tuple[int, float], ...]

MOST_POINTS = 20
LAST_STEP = 1_000_000
LARGEST_MOMENTUM = 0.999
DRAWN = "drawn"


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


def read_curve(text: str) -> Curve:
    """The points (step, momentum) of a drawn schedule: steps ascending, momenta 0 to 0.999, at most 20 points.

    Points are parted by spaces or semicolons, step and value by a colon. ConfigError with one sentence that names what
    cannot be read.
    """
    words = text.replace(";", " ").split()
    if not words:
        raise ConfigError("The momentum curve is empty; write points such as 0:0.5 100:0.9.")
    if len(words) > MOST_POINTS:
        raise ConfigError(
            phrase(
                "The momentum curve has {words} points; at most {most_points} are possible.",
                words=len(words),
                most_points=MOST_POINTS,
            )
        )
    points = tuple(read_point(word) for word in words)
    for (before, _), (after, _) in pairwise(points):
        if after <= before:
            raise ConfigError(
                phrase(
                    "The steps of the momentum curve must rise: {after} does not come after {before}.",
                    after=after,
                    before=before,
                )
            )
    return points


def read_point(word: str) -> tuple[int, float]:
    """One point of a drawn schedule, step:value."""
    step, _, momentum = word.partition(":")
    try:
        place, value = read_number(step), read_number(momentum)
    except ValueError:
        raise ConfigError(
            phrase("{word} is no point of a momentum curve; write step:value, as in 100:0.9.", word=quote(word))
        ) from None
    if not (place.is_integer() and 0 <= place <= LAST_STEP):
        raise ConfigError(
            phrase("A step of the momentum curve must be a whole number from 0, not {step}.", step=quote(step))
        )
    if not 0.0 <= value <= LARGEST_MOMENTUM:
        raise ConfigError(
            phrase(
                "A value of the momentum curve must be from 0 to {largest_momentum}, not {momentum}.",
                largest_momentum=LARGEST_MOMENTUM,
                momentum=quote(momentum),
            )
        )
    return int(place), value


def write_curve(points: Sequence[tuple[int, float]]) -> str:
    """The text of a drawn schedule; `read_curve` reads it back."""
    return " ".join(f"{int(step)}:{float(value)!r}" for step, value in points)


@lru_cache(maxsize=16)
def drawn_caps(text: str, steps: int) -> Row:
    """The caps of a drawn schedule, read-only: straight lines between its points, level before and after them."""
    places, values = np.array(read_curve(text)).T
    caps: Row = np.interp(np.arange(steps), places, values)
    caps.flags.writeable = False
    return caps


def momentum_caps(key: str, steps: int, curve: str = "") -> Row:
    """The caps of schedule `key` for a run of `steps` steps, shape (steps,); `curve` is the text of a drawn one.

    ConfigError for an unknown key, or a curve that cannot be read.
    """
    if key not in SCHEDULES:
        raise unknown("schedule", key, SCHEDULES)
    return drawn_caps(curve, steps) if key == DRAWN else SCHEDULES[key].caps(steps)


def step_constants(optimizer_key: str, hyper_row: Row, schedule: str, steps: int, curve: str = "") -> Row:
    """The constants c of every step, shape (steps, 3): Adam's two bias corrections (1 for the others) and the cap.

    hyper_row: the four numbers of `sim.optimizers.hyper_row`. The bias corrections use t = 1 for the first step (row
    0). curve: the text of a drawn schedule.
    """
    constants = np.ones((steps, 3))
    if optimizer_key == "adam":
        t = np.arange(1, steps + 1)
        constants[:, 0] = 1.0 / (1.0 - hyper_row[1] ** t)
        constants[:, 1] = 1.0 / (1.0 - hyper_row[2] ** t)
    constants[:, 2] = momentum_caps(schedule, steps, curve)
    return constants


def schedule_constants(config: Config, optimizer_key: str, hyper_row: Row) -> Row:
    """`step_constants` with the schedule and the number of steps of a race's config."""
    schedule, curve = config["momentum_schedule"], config["momentum_curve"]
    return step_constants(optimizer_key, hyper_row, schedule, config["steps"], curve)


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
    DRAWN: Schedule(
        key=DRAWN,
        title="Drawn",
        formula="μₜ = min(μ, the curve at t)",
        about="The momentum follows the curve you draw, never above the slider's value.",
        source="",
        caps=constant,
    ),
}
