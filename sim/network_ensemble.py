"""Many networks trained at once, in float32: the arrays of an ensemble, and a few updates at a time.

The twin of `sim.network_training`: there the lanes are examples, here they are networks.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.dropout_draws import dropout_of
from sim.losses import LOSS_VALUE
from sim.network_kernels import CLOCKS, ENDED, MANY, NEVER, train_many
from sim.network_plan import OUTPUTS, Plan, make_plan, penalised
from sim.network_rules import Data, Learner, Work
from sim.network_training import (
    Settings,
    constants_for,
    examples_of,
    hyper_of,
    lay_out_pixels,
    scratch,
    switches_of,
    zeros,
)
from sim.network_view_kernels import PIXELS, draw_spread, evaluate_many
from sim.targets import aligned, aligned_room, kernel


@dataclass(eq=False)
class Ensemble:
    """Many networks under training, in float32. Replica k is lane k % MANY of block k // MANY."""

    plan: Plan
    loss: str
    seed: int
    count: int
    data: Data
    learner: Learner
    work: Work
    clock: NDArray[np.int64]
    replicas: NDArray[np.uint32]
    ended: NDArray[np.uint32]

    @property
    def parameters(self) -> NDArray[np.float32]:
        """The parameters of every replica, (replicas, parameters), a copy."""
        blocks = self.learner.p
        rows: NDArray[np.float32] = blocks.transpose(0, 2, 1).reshape(-1, blocks.shape[1])[: self.count]
        return rows

    @property
    def ends(self) -> NDArray[np.float64]:
        """For each replica the update that left the finite numbers, NaN where none did."""
        found = self.ended.ravel()[: self.count].astype(np.float64)
        found[found == NEVER] = np.nan
        return found


def begin_many(plan: Plan, loss: str, parameters: ArrayLike, x: ArrayLike, y: ArrayLike, seed: int = 0) -> Ensemble:
    """An ensemble that has not begun: parameters (replicas, parameters)."""
    kind = np.float32
    parameters = np.asarray(parameters)
    count, slots = parameters.shape
    blocks = -(-count // MANY)
    lane = np.minimum(np.arange(blocks * MANY), count - 1)
    shape = (blocks, slots, MANY)
    p = aligned(parameters[lane].reshape(blocks, MANY, slots).transpose(0, 2, 1), kind)
    learner = Learner(
        p, zeros(shape[1:], kind), zeros(shape[1:], kind), zeros(shape, kind), zeros(shape, kind),
        aligned(penalised(plan), kind),
    )  # fmt: skip
    clock = np.zeros(CLOCKS, np.int64)
    clock[ENDED] = -1
    numbers = aligned(lane.reshape(blocks, MANY), np.uint32)
    ended = aligned(np.full((blocks, MANY), NEVER), np.uint32)
    data = examples_of(x, y, kind)
    return Ensemble(plan, loss, seed, count, data, learner, scratch(plan, MANY, kind), clock, numbers, ended)


def advance_many(ensemble: Ensemble, settings: Settings, steps: int) -> None:
    """`steps` updates of every replica, in place."""
    examples = len(ensemble.data.x)
    kernel(train_many)(
        ensemble.plan, switches_of(settings, ensemble.loss, examples), ensemble.data, min(settings.batch, examples),
        ensemble.learner, ensemble.replicas, hyper_of(settings, np.float32), constants_for(settings, np.float32),
        dropout_of(settings, len(ensemble.plan), ensemble.seed, np.float32), ensemble.work, ensemble.clock,
        ensemble.ended, steps,
    )  # fmt: skip


def evaluate_blocks(ensemble: Ensemble, first: int, last: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The blocks first .. last - 1: the mean loss (blocks, MANY), the outputs (blocks, examples, outputs, MANY)."""
    data, blocks = ensemble.data, last - first
    losses = zeros((blocks, MANY), np.float32)
    outputs = aligned_room((blocks, *data.y.shape, MANY), np.float32)
    kernel(evaluate_many)(
        ensemble.plan, LOSS_VALUE.index(ensemble.loss), data.x, data.y, ensemble.learner.p[first:last], ensemble.work,
        losses, outputs,
    )  # fmt: skip
    return losses, outputs


def evaluate_ensemble(ensemble: Ensemble) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mean loss (replicas,), and the outputs (replicas, examples, outputs) of every replica; no dropout."""
    losses, outputs = evaluate_blocks(ensemble, 0, len(ensemble.learner.p))
    answers = outputs.transpose(0, 3, 1, 2).reshape(-1, *ensemble.data.y.shape)
    return losses.ravel()[: ensemble.count], answers[: ensemble.count]


def spread_pictures(
    plan: Plan, parameters: NDArray[np.float32], pixels: NDArray[np.float32], output: int = 0
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and standard deviation of an output of many networks at every pixel, both (pixels,).

    parameters (replicas, parameters), pixels from `lay_out_pixels`.
    """
    means, spreads = aligned_room(pixels.shape[::2], np.float32), aligned_room(pixels.shape[::2], np.float32)
    kernel(draw_spread)(
        plan, pixels, aligned(parameters, np.float32), scratch(plan, PIXELS, np.float32),
        int(plan[-1, OUTPUTS]) + output, means, spreads, 0, len(pixels),
    )  # fmt: skip
    return means.ravel(), spreads.ravel()


def prepare_spread() -> None:
    """Compile, or load, what draws where networks disagree."""
    plan = make_plan((1, 1), ("linear",))
    spread_pictures(plan, np.zeros((1, 2), np.float32), lay_out_pixels([[0.0]]))


def prepare_ensemble() -> None:
    """Compile, or load, what ensembles need."""
    plan = make_plan((1, 1), ("linear",))
    ensemble = begin_many(plan, "squared_error", [[0.0, 0.0]], [[0.0]], [[0.0]])
    advance_many(ensemble, Settings(), 1)
    evaluate_ensemble(ensemble)
