"""The twins of the playground: up to 10,000 networks, or perceptrons, that train beside the one that is shown.

Twin 0 starts as the plain run does and meets the same examples in the same order, in float32 instead of float64; twin
k starts from the weights that the seed gives to replica k, however many there are. What the learner does to the points
happens to all; what he does to the weights of the run that is shown happens to that run alone.

How they are doing is noted at epochs: at every one first, then ever more rarely, so that there are never more than
RECORDS notes. Which epochs are noted depends on nothing but the epoch, so a replay notes the same. Of every note the
fan of all losses is kept, and the losses of a few: the first FEW, a random sample as good as any.
"""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.network_ensemble import Ensemble, advance_many, begin_many, evaluate_blocks
from sim.network_kernels import DRAWN, EPOCH, MANY, NEVER, POSITION, STEP
from sim.network_plan import parameter_count
from sim.network_rules import Learner
from sim.network_training import Settings, examples_of
from sim.network_twins import share_interval
from sim.numerals import write_count
from sim.perceptron import order
from sim.phrases import phrase
from sim.simulations.playground_config import ROWS, UNIT
from sim.simulations.playground_spread import SpreadPicture, refine, spread_seen
from sim.simulations.playground_twins_start import (
    check_size,
    examples,
    first_parameters,
    middle_of,
    names_of,
    near_of,
    plan_of,
    unit_settings,
)
from sim.simulations.playground_view import Array, Data, Flags, PlaygroundView, TwinsSeen
from sim.targets import aligned

__all__ = [
    "Replica", "Twins", "advance", "begin", "copy", "near_of", "of_twin", "ponder", "seen", "size", "unit_settings",
    "with_data", "without_memory",
]  # fmt: skip

RECORDS, FEW = 128, 24
QUANTILES = (0.02, 0.25, 0.5, 0.75, 0.98)
PIECE = 2**20
"""Outputs that are looked at together."""


@dataclass(frozen=True, eq=False)
class Grade:
    """How every twin is doing: its mean loss, infinite where it flew off, and how many examples it has right."""

    step: int
    loss: Array
    right: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Notes:
    """rows: for each of `epochs` the quantiles, the worst, and the losses of the first twins. best: accuracy so far."""

    stride: int = 1
    epochs: tuple[int, ...] = ()
    rows: tuple[Array, ...] = ()
    best: float = 0.0


class Replica(NamedTuple):
    """What one twin has learned: its parameters, and what its optimizer remembers of each, float64."""

    p: Array
    m: Array
    v: Array


@dataclass(eq=False)
class Twins:
    """middle: the border between no and yes of a single output; near: how far a number may be off, 0 for classes.

    orders: the seed of the passes of a single unit, None for networks. grade: at the last note, or where the twins rest
    now; None where the points are others.
    """

    ensemble: Ensemble
    names: tuple[str, ...]
    middle: float
    near: float
    orders: int | None = None
    notes: Notes = field(default_factory=Notes)
    grade: Grade | None = None
    ordered: tuple[int, bool] | None = None
    shown: TwinsSeen | None = None
    shown_for: tuple[Grade | None, Notes | None] = (None, None)
    picture: SpreadPicture = field(default_factory=SpreadPicture)

    @property
    def count(self) -> int:
        """How many there are."""
        return self.ensemble.count

    @property
    def step(self) -> int:
        """Updates so far."""
        return int(self.ensemble.clock[STEP])

    @property
    def epoch(self) -> int:
        """Whole passes so far."""
        return int(self.ensemble.clock[EPOCH])

    @property
    def examples(self) -> int:
        """How many examples they learn from."""
        return len(self.ensemble.data.x)


# The beginning


def begin(config: Config, data: Data) -> Twins | None:
    """Twins that have not begun; None where one run is all there is. ConfigError where they are too many."""
    if config["twins"] == 1 or data.key in ROWS:
        return None
    plan, loss = plan_of(config, data)
    check_size(config["twins"], parameter_count(plan), int(data.train.sum()))
    x, y = examples(config, data)
    ensemble = begin_many(plan, loss, first_parameters(config, data), x, y, config["seed"])
    unit = config["mode"] == UNIT
    twins = Twins(ensemble, names_of(config, data), middle_of(config), near_of(data), config["seed"] if unit else None)
    return noted(twins)


# The run


def advance(twins: Twins, settings: Settings, steps: int) -> Twins:
    """`steps` updates of every twin, in place, with the notes that fall due. Without examples there are none."""
    if not twins.examples:
        return twins
    while steps > 0:
        stretch = min(steps, steps_to_note(twins, settings))
        settings_now = settings
        if twins.orders is not None:
            put_in_order(twins, settings.shuffle)
            settings_now = replace(settings, shuffle=False)
        advance_many(twins.ensemble, settings_now, stretch)
        steps -= stretch
        if is_due(twins):
            noted(twins)
    return twins


def steps_to_note(twins: Twins, settings: Settings) -> int:
    """Updates until the next epoch that is to be noted; of single units that are dealt, to the end of the pass."""
    batch, notes, clock = max(1, min(settings.batch, twins.examples)), twins.notes, twins.ensemble.clock
    in_pass = -(-(twins.examples - int(clock[POSITION])) // batch)
    following = (twins.epoch // notes.stride + 1) * notes.stride
    passes = 0 if twins.orders is not None and settings.shuffle else following - twins.epoch - 1
    return in_pass + passes * -(-twins.examples // batch)


def is_due(twins: Twins) -> bool:
    """Whether a pass has just ended that is to be noted."""
    notes, epoch = twins.notes, twins.epoch
    last = notes.epochs[-1] if notes.epochs else -1
    return int(twins.ensemble.clock[POSITION]) == 0 and epoch > last and epoch % notes.stride == 0


def put_in_order(twins: Twins, shuffled: bool) -> None:
    """The points in the order in which the units meet them in this pass."""
    if twins.ordered != (twins.epoch, shuffled):
        twins.ordered = twins.epoch, shuffled
        twins.ensemble.data.order[:] = order(twins.examples, twins.epoch, twins.orders if shuffled else None)


def noted(twins: Twins) -> Twins:
    """Note how they are doing."""
    twins.grade = graded(twins)
    rows = np.sort(twins.grade.loss)
    ranks = [round(share * (len(rows) - 1)) for share in QUANTILES]
    row = np.concatenate([rows[ranks], rows[-1:], twins.grade.loss[:FEW]])
    notes = twins.notes
    epochs, kept, stride = (*notes.epochs, twins.epoch), (*notes.rows, row), notes.stride
    if len(epochs) > RECORDS:
        epochs, kept, stride = epochs[::2], kept[::2], 2 * stride
    twins.notes = Notes(stride, epochs, kept, max(notes.best, best_accuracy(twins, twins.grade)))
    return twins


def best_accuracy(twins: Twins, grade: Grade) -> float:
    """The share of examples that the best twin has right."""
    return float(grade.right.max()) / twins.examples if twins.examples else 0.0


def graded(twins: Twins) -> Grade:
    """How every twin is doing now, a few blocks at a time."""
    ensemble, count = twins.ensemble, twins.count
    if not twins.examples:
        return Grade(twins.step, np.full(count, np.nan), np.zeros(count, np.int64))
    blocks = len(ensemble.learner.p)
    at_once = max(1, PIECE // (ensemble.data.y.size * MANY))
    losses, right = [], []
    for first in range(0, blocks, at_once):
        loss, outputs = evaluate_blocks(ensemble, first, min(first + at_once, blocks))
        losses.append(loss.ravel())
        right.append(right_in(twins, outputs).ravel())
    loss, rights = np.concatenate(losses)[:count].astype(np.float64), np.concatenate(right)[:count]
    gone = ~np.isfinite(loss) | np.isfinite(ensemble.ends)
    return Grade(twins.step, np.where(gone, np.inf, loss), np.where(gone, 0, rights))


def right_in(twins: Twins, outputs: NDArray[np.float32]) -> NDArray[np.int64]:
    """How many examples are right: outputs (blocks, examples, outputs, MANY), the answer (blocks, MANY)."""
    y = twins.ensemble.data.y
    if y.shape[1] > 1:
        right = outputs.argmax(axis=2) == y.argmax(axis=1)[None, :, None]
    elif twins.near:
        right = np.abs(outputs[:, :, 0] - y[None, :, :1]) <= twins.near
    else:
        right = (outputs[:, :, 0] > twins.middle) == (y[None, :, :1] > twins.middle)
    return np.asarray(right.sum(axis=1), np.int64)


# What the learner changes


def with_data(twins: Twins, config: Config, data: Data) -> Twins | None:
    """The twins, going on with other points; begun anew where inputs or outputs are others. The old stay as they are.

    Where the number of points changes, the pass begins anew; a single unit goes on in it if it can.
    """
    x, y = examples(config, data)
    former = twins.ensemble.data
    if x.shape[1:] != former.x.shape[1:] or y.shape[1:] != former.y.shape[1:]:
        return begin(config, data)
    check_size(twins.count, parameter_count(twins.ensemble.plan), len(x))
    after = copy(twins)
    given = examples_of(x, y, np.float32)
    clock = after.ensemble.clock
    if len(x) == len(former.x):
        given = given._replace(order=after.ensemble.data.order)
    elif twins.orders is None or clock[POSITION] >= len(x):
        clock[[POSITION, DRAWN]] = 0
    after.ensemble.data, after.near = given, near_of(data)
    after.grade = after.ordered = None
    after.notes = replace(after.notes, best=0.0)
    return after


def without_memory(twins: Twins) -> Twins:
    """The twins with what their optimizer remembered forgotten; the old stay as they are."""
    after = copy(twins)
    after.ensemble.learner.m[...] = 0.0
    after.ensemble.learner.v[...] = 0.0
    return after


def of_twin(twins: Twins, number: Any) -> Replica:
    """What twin `number` has learned so far. ConfigError where there is none, or it left the finite numbers."""
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or not 0 <= number < twins.count:
        raise ConfigError(
            phrase(
                "There are twins 0 to {count}, not {number}.", count=write_count(twins.count - 1), number=quote(number)
            )
        )
    block, lane = divmod(int(number), MANY)
    learner = twins.ensemble.learner
    rows = [np.array(part[block, :, lane], np.float64) for part in (learner.p, learner.m, learner.v)]
    if twins.ensemble.ended[block, lane] != NEVER or not all(np.isfinite(row).all() for row in rows):
        raise ConfigError(
            phrase("Twin {number} left the finite numbers; there is nothing to load.", number=write_count(int(number)))
        )
    return Replica(*rows)


def copy(twins: Twins) -> Twins:
    """Twins that can go on by themselves. Examples, scratch and pictures are shared."""
    ensemble, learner = twins.ensemble, twins.ensemble.learner
    own = Learner(
        aligned(learner.p, np.float32), learner.g, learner.ahead, aligned(learner.m, np.float32),
        aligned(learner.v, np.float32), learner.penalised,
    )  # fmt: skip
    data = ensemble.data._replace(order=aligned(ensemble.data.order, np.int64))
    ended = aligned(ensemble.ended, np.uint32)
    return replace(twins, ensemble=replace(ensemble, learner=own, data=data, clock=ensemble.clock.copy(), ended=ended))


def size(twins: Twins) -> int:
    """Bytes that a copy takes."""
    learner = twins.ensemble.learner
    arrays = (learner.p, learner.m, learner.v, twins.ensemble.ended, twins.ensemble.data.order)
    return 2048 + sum(int(array.nbytes) for array in arrays)


# What is seen


def seen(twins: Twins | None, view: PlaygroundView, data: Data) -> TwinsSeen | None:
    """How the twins are doing, and where they disagree; None where nothing of it is wanted."""
    if twins is None or not (view.twins or view.disagreement):
        return None
    if twins.grade is None:
        twins.grade = graded(twins)
    if twins.shown is None or twins.shown_for[0] is not twins.grade or twins.shown_for[1] is not twins.notes:
        twins.shown, twins.shown_for = told(twins, twins.grade), (twins.grade, twins.notes)
    spread = None
    if view.disagreement:
        spread = spread_seen(twins.picture, twins.ensemble, twins.names, view.pixels, data)
    return replace(twins.shown, spread=spread)


def ponder(twins: Twins, view: PlaygroundView, data: Data) -> bool:
    """While the run rests: how the twins are doing at this very step, and a finer map. True: there is more to see."""
    if view.twins and (twins.grade is None or twins.grade.step != twins.step):
        twins.grade = graded(twins)
        return True
    return view.disagreement and refine(twins.picture, twins.ensemble, twins.names, view.pixels, data)


def told(twins: Twins, grade: Grade) -> TwinsSeen:
    """The notes as pictures want them."""
    notes, few = twins.notes, min(FEW, twins.count)
    table = np.array(notes.rows).T
    solved: Flags = (grade.right == twins.examples) & (twins.examples > 0)
    return TwinsSeen(
        twins.count, np.array(notes.epochs, np.int64), table[:5], table[5], table[6:], tuple(range(few)),
        np.array(grade.loss), solved, twins.ensemble.ends, share_interval(int(solved.sum()), twins.count),
        max(notes.best, best_accuracy(twins, grade)), accuracy=grade.right / max(1, twins.examples),
    )  # fmt: skip
