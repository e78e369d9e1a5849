"""The optimizer race: up to seven skiers on one surface, from one start, for a few hundred steps.

Compute, then play: a race costs a few milliseconds, so the whole of it is a pure function of its config. Every slider
move works it out anew, from the first step on, and the transport moves a cursor over it.

What is modelled: full gradients of a surface in two coordinates, in float64, plus normal noise if the learner adds some
(all racers of a seed meet the same noise). What is simplified: real losses have millions of coordinates, and the
noise of mini-batches is neither normal nor the same everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config, Parameters
from sim.optimizers import OPTIMIZERS, SLOTS
from sim.params import Choice, Flag, Integer, Parameter, Real
from sim.rng import split_seed
from sim.schedules import SCHEDULES, step_constants
from sim.simulations import race_kernels as kernels
from sim.simulations.protocol import Simulation, identity
from sim.surfaces import SURFACE, SURFACES, Surface, left_saddle, settled
from sim.targets import kernel

Array = NDArray[np.float64]

WHERE = "Where all racers start."
FIRST_SURFACE = "two_parameter_net"
START = SURFACES[FIRST_SURFACE].start
FARTHEST = 1000.0
"""The start may lie outside the domain, up to here."""
FAR = 1e6
"""A racer has flown off when it is this many domain diagonals away from the origin."""
FASTEST_FIELD = 250_000
"""The most points a picture of the surface is computed at."""


def own_parameters(key: str) -> tuple[Parameter, ...]:
    """What can be set for one optimizer: whether it races, and its hyperparameters under dotted names.

    The default of a learning rate is the one that is fair on the surface the program opens with.
    """
    optimizer, fair = OPTIMIZERS[key], {"learning_rate": SURFACES[FIRST_SURFACE].rates[key]}
    racing = Flag(f"{key}.on", "Races", True, help=f"Whether {optimizer.title} takes part in the race.")
    own = [replace(p, key=f"{key}.{p.key}", default=fair.get(p.key, p.default)) for p in optimizer.parameters]
    return (racing, *own)


PARAMETERS = Parameters(
    (
        Choice(
            "surface",
            "Surface",
            tuple((key, surface.title) for key, surface in SURFACES.items()),
            FIRST_SURFACE,
            help="The landscape of the loss. Choosing one also sets its start and rates that are fair on it.",
        ),
        Real("start_x", "Start x", -FARTHEST, FARTHEST, START[0], digits=4, help=WHERE),
        Real("start_y", "Start y", -FARTHEST, FARTHEST, START[1], digits=4, help=WHERE),
        Integer("steps", "Steps", 10, 2000, 150, log=True, help="How many gradients each racer may use."),
        Real(
            "rate_factor",
            "Learning rate",
            0.01,
            100.0,
            1.0,
            symbol="× η",
            log=True,
            role="grad",
            help="Multiplies every racer's own learning rate.",
        ),
        Real(
            "noise",
            "Gradient noise",
            0.0,
            5.0,
            0.0,
            symbol="σ",
            formula="g ← g + σ N(0, 1)",
            help="A glance instead of a measuring tape: normal noise added to each gradient, the same for all racers.",
        ),
        Choice(
            "momentum_schedule",
            "Momentum schedule",
            tuple((key, schedule.title) for key, schedule in SCHEDULES.items()),
            "constant",
            help="Whether momentum is held back at the start of the race.",
        ),
        Integer("seed", "Seed", 0, 2**53, 0, live=True, help="Chooses the noise. The same seed gives the same race."),
        *(parameter for key in OPTIMIZERS for parameter in own_parameters(key)),
    )
)


@dataclass(frozen=True, eq=False)
class Track:
    """One racer's whole race. `records` (steps + 1, COLUMNS): see race_kernels; rows after `end` are not reached.

    `left` and `settled` are the steps of the finish board, None where it never happened. `flew` is True where the race
    ended early because the position left every bound; `reason` then says why in one sentence.
    """

    key: str
    records: Array
    end: int
    left: int | None
    settled: int | None
    flew: bool
    reason: str

    @property
    def path(self) -> Array:
        """Positions (end + 1, 2)."""
        return self.records[: self.end + 1, kernels.X : kernels.Y + 1]

    @property
    def loss(self) -> Array:
        """Losses (end + 1,)."""
        return self.records[: self.end + 1, kernels.LOSS]


@dataclass(frozen=True)
class RaceState:
    """A whole race and the cursor over it. Nothing in it is ever changed in place."""

    step: int
    tracks: Mapping[str, Track]


@dataclass(frozen=True)
class RaceView:
    """What the window looks at: a rectangle (x0, x1, y0, y1) and the points at which it wants the loss."""

    rect: tuple[float, float, float, float]
    columns: int
    rows: int


@dataclass(frozen=True, eq=False)
class Field:
    """The loss over a rectangle: values (rows, columns), row 0 at the smallest y."""

    surface: str
    rect: tuple[float, float, float, float]
    values: Array


@dataclass(frozen=True, eq=False)
class RaceSnapshot:
    """What the learner sees: all tracks, where the cursor is, and the landscape in the rectangle looked at.

    `tracks` is the same object as long as the race is the same.
    """

    surface: str
    step: int
    steps: int
    start: tuple[float, float]
    tracks: Mapping[str, Track]
    field: Field | None


def racing(config: Config) -> tuple[str, ...]:
    """The optimizers that take part, in order."""
    return tuple(key for key in OPTIMIZERS if config[f"{key}.on"])


def hyper_of(config: Config, key: str) -> Array:
    """The row h of one racer: its own values, its rate times the common factor."""
    row = np.zeros(4)
    for parameter in OPTIMIZERS[key].parameters:
        row[SLOTS[parameter.key]] = config[f"{key}.{parameter.key}"]
    row[0] *= config["rate_factor"]
    return row


def run_races(
    surface: Surface,
    start: tuple[float, float],
    hypers: Mapping[str, Array],
    steps: int,
    noise: float,
    seed: int,
    schedule: str = "constant",
    limit: float = np.inf,
) -> tuple[Array, NDArray[np.int64]]:
    """Records (racers, steps + 1, COLUMNS) of the racers in `hypers`, and the last step of each within `limit`."""
    names = tuple(hypers)
    rows = np.array([hypers[key] for key in names]).reshape(-1, 4)
    constants = [step_constants(key, hypers[key], schedule, steps).ravel() for key in names]
    records = np.full((len(names), steps + 1, kernels.COLUMNS), np.nan)
    records[:, 0] = 0.0
    records[:, 0, kernels.X], records[:, 0, kernels.Y] = start
    records[:, 0, kernels.PX], records[:, 0, kernels.PY] = start
    ends = np.zeros(len(names), np.int64)
    kinds = np.array([tuple(OPTIMIZERS).index(key) for key in names], np.int64)
    number, data = SURFACE.index(surface.key), np.array(surface.data)
    table = np.array(constants).reshape(len(names), 3 * steps)
    noisy, keys = int(noise > 0.0), split_seed(seed)
    kernel(kernels.record_races)(number, data, kinds, rows, table, noisy, float(noise), *keys, limit, records, ends)
    kernel(kernels.losses_along)(number, data, records.reshape(-1, kernels.COLUMNS))
    return records, ends


def tracks_of(config: Config) -> dict[str, Track]:
    """The whole race of a config."""
    surface = SURFACES[config["surface"]]
    hypers = {key: hyper_of(config, key) for key in racing(config)}
    records, ends = run_races(
        surface,
        (config["start_x"], config["start_y"]),
        hypers,
        config["steps"],
        config["noise"],
        config["seed"],
        config["momentum_schedule"],
        FAR * surface.diagonal,
    )
    found = zip(hypers, records, ends, strict=True)
    return {key: track_of(surface, key, rows, int(end)) for key, rows, end in found}


def track_of(surface: Surface, key: str, records: Array, end: int) -> Track:
    """A racer's records with what the board says of them."""
    flew = end < len(records) - 1
    path = records[: end + 1, kernels.X : kernels.Y + 1]
    return Track(
        key,
        records,
        end,
        left_saddle(surface, path, records[: end + 1, kernels.LOSS]),
        None if flew else settled(surface, path),
        flew,
        why_it_flew(surface, records, end) if flew else "",
    )


def why_it_flew(surface: Surface, records: Array, end: int) -> str:
    """One sentence: did it fall where there is no floor, or did its steps overshoot more each time?"""
    losses = records[: end + 1, kernels.LOSS]
    if losses[-1] < losses[0]:
        return "This surface has no floor there: the racer fell farther at each step."
    axis = "first" if abs(records[end, kernels.X]) >= abs(records[end, kernels.Y]) else "second"
    return f"Its learning rate is too high: in the {axis} coordinate each step overshot more than the last."


def init(config: Config) -> RaceState:
    """The race of a config, the cursor at its start."""
    return RaceState(0, tracks_of(config))


def change(old: Config, new: Config, state: RaceState) -> RaceState:
    """The race of the new config under the same cursor."""
    return RaceState(min(state.step, new["steps"]), tracks_of(new))


def advance(config: Config, state: RaceState, steps: int) -> RaceState:
    """The cursor moves on, at most to the end."""
    return replace(state, step=min(state.step + steps, config["steps"]))


def seek(config: Config, state: RaceState, step: int) -> RaceState:
    """The cursor moves to `step`."""
    return replace(state, step=min(max(step, 0), config["steps"]))


def arrange(config: Config, key: str) -> Config:
    """What else moves when the learner sets `key`: a surface brings its start and its fair rates along."""
    if key != "surface":
        return config
    surface = SURFACES[config["surface"]]
    rates = {f"{name}.learning_rate": rate for name, rate in surface.rates.items()}
    return config.replace({"start_x": surface.start[0], "start_y": surface.start[1], "rate_factor": 1.0, **rates})


def snapshot(config: Config, state: RaceState, view: Any) -> RaceSnapshot:
    """All tracks, and the field of the rectangle that the window looks at."""
    return RaceSnapshot(
        config["surface"],
        state.step,
        config["steps"],
        (config["start_x"], config["start_y"]),
        state.tracks,
        field_of(config["surface"], view) if isinstance(view, RaceView) else None,
    )


@lru_cache(maxsize=4)
def field_of(key: str, view: RaceView) -> Field:
    """The landscape in a rectangle, computed once for each view."""
    x0, x1, y0, y1 = view.rect
    shrink = max(1.0, float(np.sqrt(view.rows * view.columns / FASTEST_FIELD)))
    columns, rows = max(2, int(view.columns / shrink)), max(2, int(view.rows / shrink))
    values = np.empty((rows, columns))
    surface = SURFACES[key]
    xs, ys = np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)
    kernel(kernels.loss_field)(SURFACE.index(key), np.array(surface.data), xs, ys, values)
    return Field(key, view.rect, values)


def prepare_race() -> None:
    """Compile, or load, what a race needs."""
    tracks_of(Config.defaults(PARAMETERS).replace(steps=10))


def prepare_field() -> None:
    """Compile, or load, what the relief needs."""
    field_of("saddle", RaceView((-1.0, 1.0, -1.0, 1.0), 2, 2))


RACE = Simulation(
    "race",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    copy=identity,
    last_step=lambda config: int(config["steps"]),
    rate=40.0,
    seek=seek,
    arrange=arrange,
    prepare=(("the race", prepare_race), ("the landscape", prepare_field)),
)
