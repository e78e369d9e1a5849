"""Training that can be continued: the arrays of one network, and a few updates at a time.

What is live (`Settings`) is passed with every call, so a slider acts at the next update; the arrays know nothing of
it. Nothing here is compiled for a size, a rule or a rate.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from sim.dropout_draws import dropout_of
from sim.losses import LOSS_VALUE
from sim.network_kernels import CLOCKS, ENDED, EPOCH, LAID, STEP, WIDE, WIDTH, Columns, train_one, train_one_wide
from sim.network_plan import Plan, make_plan, parameter_count, penalised, unit_count
from sim.network_rules import (
    AHEAD,
    BY_SLOPE,
    BY_THRESHOLD,
    HYPERS,
    L1,
    L2,
    LOSS,
    OPTIMIZER,
    PENALISE,
    SHUFFLED,
    SPEED,
    SWITCHES,
    Data,
    Learner,
    Work,
)
from sim.network_view_kernels import PIXELS, draw_units, evaluate_one
from sim.optimizers import OPTIMIZERS, UPDATE, hyper_row
from sim.schedules import DRAWN, read_curve, step_constants
from sim.targets import aligned, aligned_room, kernel

Row = NDArray[np.float64]
Rows = NDArray[Any]

LONGEST_TABLE = 2**20
"""So many steps have constants of their own at most."""
SUTSKEVER_ENDS = 150_000
"""From here on Sutskever's cap is above every momentum that may be set."""
MOST_LAID_OUT = 2**22
"""So many numbers may be kept laid out for lanes."""


@dataclass(frozen=True)
class Settings:
    """What acts from one update to the next. `hyper` is the row of `sim.optimizers.hyper_row`.

    dropout: the rate of hidden layers; dropout_layers: rates of the first of them that have one of their own;
    dropout_input: that of the inputs. horizon: the length of the run, for schedules that are shares of it; 0 for as
    long as you like. l1_by_slope: L1 as a subgradient, which leaves no weight at 0, instead of a proximal step.
    """

    optimizer: str = "sgd"
    hyper: tuple[float, ...] = (0.03, 0.0, 0.0, 0.0)
    batch: int = 10
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    shuffle: bool = True
    schedule: str = "constant"
    curve: str = ""
    horizon: int = 0
    l1_by_slope: bool = False
    dropout_input: float = 0.0
    dropout_layers: tuple[float, ...] = ()


def settings_of(optimizer: str, hyper: Mapping[str, float], **others: Any) -> Settings:
    """Settings with an optimizer's own hyperparameters by name; ConfigError for unknown ones."""
    return Settings(optimizer, tuple(hyper_row(optimizer, **hyper).tolist()), **others)


def rows_needed(settings: Settings) -> int:
    """After so many steps the constants change no update any more."""
    most = min(settings.horizon or LONGEST_TABLE, LONGEST_TABLE)
    needed = 1
    if settings.optimizer == "adam":
        needed = max(steps_to_forget(beta) for beta in settings.hyper[1:3])
    if settings.schedule == "ramp":
        needed = most
    elif settings.schedule == "sutskever":
        needed = max(needed, SUTSKEVER_ENDS)
    elif settings.schedule == DRAWN:
        needed = max(needed, read_curve(settings.curve)[-1][0] + 1)
    return max(1, min(needed, most))


def steps_to_forget(beta: float) -> int:
    """How long 1 - beta^t differs from 1 in float64."""
    return math.ceil(55.0 * math.log(2.0) / -math.log(beta)) + 1 if beta > 0.0 else 1


@lru_cache(maxsize=32)
def constants_table(settings: Settings, kind: str) -> Rows:
    """The constants of the steps that have constants of their own, flat; the last row is for all later ones."""
    row, steps = np.array(settings.hyper), rows_needed(settings)
    table = step_constants(settings.optimizer, row, settings.schedule, steps, settings.curve)
    return aligned(table.ravel(), kind)


def constants_for(settings: Settings, kind: DTypeLike) -> Rows:
    """`constants_table`, whatever else is set."""
    return kept_constants(settings, np.dtype(kind).name)


@lru_cache(maxsize=32)
def kept_constants(settings: Settings, kind: str) -> Rows:
    """`constants_for`, found at once where it was asked before: a run asks a thousand times a second."""
    plain = Settings(settings.optimizer, settings.hyper, schedule=settings.schedule, curve=settings.curve)
    plain = replace(plain, hyper=(0.0, *settings.hyper[1:]), horizon=settings.horizon)
    return constants_table(plain, kind)


def switches_of(settings: Settings, loss: str, examples: int) -> NDArray[np.int64]:
    """The small numbers that choose rules in a kernel."""
    switches = np.zeros(SWITCHES, np.int64)
    switches[OPTIMIZER] = UPDATE.index(settings.optimizer)
    switches[LOSS] = LOSS_VALUE.index(loss)
    switches[AHEAD] = OPTIMIZERS[settings.optimizer].look_ahead is OPTIMIZERS["nesterov"].look_ahead
    if settings.l1 > 0.0 or settings.l2 > 0.0:
        switches[PENALISE] = BY_SLOPE if settings.l1_by_slope else BY_THRESHOLD
    switches[SPEED] = any(parameter.key == "momentum" for parameter in OPTIMIZERS[settings.optimizer].parameters)
    switches[SHUFFLED] = settings.shuffle and settings.batch < examples
    return switches


def hyper_of(settings: Settings, kind: DTypeLike) -> Rows:
    """The hyperparameters and penalties as a row."""
    row = np.zeros(HYPERS)
    row[:4], row[L1], row[L2] = settings.hyper, settings.l1, settings.l2
    return aligned(row, kind)


def examples_of(x: ArrayLike, y: ArrayLike, kind: DTypeLike) -> Data:
    """The examples as kernels read them: x (examples, inputs), y (examples, outputs)."""
    x, y = np.asarray(x), np.asarray(y)
    return Data(aligned(x, kind), aligned(y, kind), aligned(np.arange(len(x)), np.int64))


def zeros(shape: int | tuple[int, ...], kind: DTypeLike) -> Rows:
    """Aligned zeros."""
    room = aligned_room((shape,) if isinstance(shape, int) else shape, kind)
    room.fill(0)
    return room


def scratch(plan: Plan, width: int, kind: DTypeLike) -> Work:
    """Scratch rows for a kernel."""
    return Work(*zeros((4, unit_count(plan), width), kind))


def side_by_side(values: Rows, width: int, kind: DTypeLike) -> Rows:
    """(rows, numbers) as (columns, numbers, width); the last column is filled up with copies of the last row."""
    columns = -(-len(values) // width)
    rows = np.minimum(np.arange(columns * width), len(values) - 1)
    return aligned(values[rows].reshape(columns, width, -1).transpose(0, 2, 1), kind)


# one network


@dataclass(eq=False)
class Training:
    """One network under training. The arrays change in place; `clone` makes a copy that can be continued by itself."""

    plan: Plan
    loss: str
    seed: int
    data: Data
    learner: Learner
    work: Work
    clock: NDArray[np.int64]
    columns: Columns | None = None
    laid_for: tuple[int, int] = (0, 0)

    @property
    def kind(self) -> np.dtype[Any]:
        """float64, or float32."""
        kind: np.dtype[Any] = self.learner.p.dtype
        return kind

    @property
    def parameters(self) -> Rows:
        """The parameters without their padding, as they lie in memory."""
        row: Rows = self.learner.p[: parameter_count(self.plan)]
        return row

    @property
    def step(self) -> int:
        """Updates so far."""
        return int(self.clock[STEP])

    @property
    def epoch(self) -> int:
        """Whole epochs so far."""
        return int(self.clock[EPOCH])

    @property
    def ended(self) -> int | None:
        """The update, counted from 0, after which a parameter was not finite any more; None if there was none."""
        return int(self.clock[ENDED]) if self.clock[ENDED] >= 0 else None

    def clone(self) -> "Training":
        """A copy with arrays of its own where one update leaves something for the next; examples and scratch rows are
        shared, so copies of one training are to be continued in one thread."""
        own = self.learner
        learner = own._replace(
            p=aligned(own.p, self.kind), m=aligned(own.m, self.kind), v=aligned(own.v, self.kind)
        )  # fmt: skip
        data = self.data._replace(order=aligned(self.data.order, np.int64))
        return replace(self, data=data, learner=learner, clock=self.clock.copy(), columns=None)


def begin(
    plan: Plan, loss: str, parameters: Rows, x: ArrayLike, y: ArrayLike, seed: int = 0, kind: DTypeLike = np.float64
) -> Training:
    """A training that has not begun: parameters as `sim.network_plan.join` makes them, x and y finite and not empty."""
    count = -(-parameter_count(plan) // WIDE) * WIDE
    rows = Learner(*(zeros(count, kind) for _ in range(6)))
    rows.p[: len(parameters)] = parameters
    rows.penalised[: len(parameters)] = penalised(plan)
    clock = np.zeros(CLOCKS, np.int64)
    clock[ENDED] = -1
    return Training(plan, loss, seed, examples_of(x, y, kind), rows, scratch(plan, WIDE, kind), clock)


def columns_for(training: Training, width: int, batch: int) -> Columns:
    """Room for all mini-batches of an epoch, or for one where they are too many."""
    count, kind = -(-batch // width), training.kind
    n_in, n_out, batches = training.data.x.shape[1], training.data.y.shape[1], -(-len(training.data.x) // batch)
    if batches * count * width * (n_in + n_out + 2) <= MOST_LAID_OUT:
        count *= batches
    return Columns(
        zeros((count, n_in, width), kind), zeros((count, n_out, width), kind), zeros((count, width), kind),
        zeros((count, width), np.uint32),
    )  # fmt: skip


def advance(training: Training, settings: Settings, steps: int) -> None:
    """`steps` updates, in place; none after the one that left the finite numbers."""
    examples, kind = len(training.data.x), training.kind
    batch = min(settings.batch, examples)
    wide = batch > WIDTH and kind == np.float32
    width = WIDE if wide else WIDTH
    if training.columns is None or training.laid_for != (batch, width):
        training.columns, training.laid_for = columns_for(training, width, batch), (batch, width)
        training.clock[LAID] = 0
    kernel(train_one_wide if wide else train_one)(
        training.plan, switches_of(settings, training.loss, examples), training.data, batch, training.learner,
        hyper_of(settings, kind), constants_for(settings, kind),
        dropout_of(settings, len(training.plan), training.seed, kind), training.columns, training.work, training.clock,
        steps,
    )  # fmt: skip


def steps_per_epoch(examples: int, batch: int) -> int:
    """Updates that meet every example once."""
    return -(-examples // max(1, min(batch, examples)))


@dataclass(frozen=True, eq=False)
class Examples:
    """Examples laid side by side for `evaluate`: made once, read often."""

    count: int
    x: Rows
    y: Rows


def lay_out(x: ArrayLike, y: ArrayLike) -> Examples:
    """Examples for `evaluate`."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    return Examples(len(x), side_by_side(x, WIDTH, np.float64), side_by_side(y, WIDTH, np.float64))


def evaluate(plan: Plan, loss: str, parameters: Rows, examples: Examples) -> tuple[Row, Row]:
    """The loss of each example (examples,), and what each unit makes of it (units, examples); no dropout, float64."""
    columns = len(examples.x)
    losses, units = zeros((columns, WIDTH), np.float64), zeros((unit_count(plan), columns, WIDTH), np.float64)
    kernel(evaluate_one)(
        plan, LOSS_VALUE.index(loss), examples.x, examples.y, aligned(parameters, np.float64),
        scratch(plan, WIDTH, np.float64), losses, units,
    )  # fmt: skip
    return losses.ravel()[: examples.count], units.reshape(len(units), -1)[:, : examples.count]


def lay_out_pixels(points: ArrayLike) -> Rows:
    """Inputs (pixels, inputs) side by side for `unit_pictures`: made once, read often."""
    return side_by_side(np.asarray(points), PIXELS, np.float32)


def unit_pictures(
    plan: Plan,
    parameters: Rows,
    pixels: Rows,
    first_unit: int = 0,
    units: int | None = None,
    room: Rows | None = None,
) -> Rows:
    """What units make of every pixel, float32 (units, pixels); pixels from `lay_out_pixels`, so whole columns of 64.

    room: an earlier answer of the same shape to write into; memory that is new to a process costs more than the work.
    """
    count = unit_count(plan) - first_unit if units is None else units
    shape = (count, len(pixels), PIXELS)
    pictures = aligned_room(shape, np.float32) if room is None else room.reshape(shape)
    kernel(draw_units)(
        plan, pixels, aligned(parameters, np.float32), scratch(plan, PIXELS, np.float32), first_unit, pictures, 0,
        len(pixels),
    )  # fmt: skip
    return pictures.reshape(count, -1)


def prepare_training() -> None:
    """Compile, or load, what training and looking at one network need."""
    plan, parameters = make_plan((1, 1), ("linear",)), np.zeros(2)
    training = begin(plan, "squared_error", parameters, [[0.0]], [[0.0]])
    advance(training, Settings(), 1)
    evaluate(plan, "squared_error", parameters, lay_out([[0.0]], [[0.0]]))


def prepare_single() -> None:
    """Compile, or load, what trains one network in float32, with few and with many examples at a time."""
    plan = make_plan((1, 1), ("linear",))
    for batch in (1, WIDTH + 1):
        x = np.zeros((batch, 1))
        training = begin(plan, "squared_error", np.zeros(2), x, x, kind=np.float32)
        advance(training, Settings(batch=batch), 1)


def prepare_pictures() -> None:
    """Compile, or load, what draws units."""
    unit_pictures(make_plan((1, 1), ("linear",)), np.zeros(2), lay_out_pixels([[0.0]]))
