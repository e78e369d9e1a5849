"""Who falls out, and when: the rates of the layers as kernels read them, and the masks they draw, drawn again.

    numbers, masks = masks_met(training, settings)     of the batch just trained
    masks_of(plan, settings, seed, step, examples)     of any update and any examples

A mask depends on the seed, the unit, the update and the number of the example, and on nothing else: neither on the
order in which examples are met nor on how many there are in a batch. So nobody has to keep masks.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from sim.network_kernels import MET_FROM, POSITION
from sim.network_plan import INPUTS, N_IN, Plan
from sim.network_rules import Dropout
from sim.rng import DROP, philox, purpose_word, split_seed
from sim.targets import aligned

if TYPE_CHECKING:
    from sim.network_training import Settings, Training

Flags = NDArray[np.bool_]


def dropout_rates(settings: "Settings", layers: int) -> tuple[float, ...]:
    """The rate of the inputs, then that of each hidden layer, of a network with `layers` layers after its inputs."""
    hidden = settings.dropout_layers[: layers - 1]
    return settings.dropout_input, *hidden, *(settings.dropout,) * (layers - 1 - len(hidden))


@lru_cache(maxsize=32)
def kept_rates(rates: tuple[float, ...], kind: str) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """(thresholds of the random words, scales of those who stay), found at once where they were asked before."""
    thresholds: NDArray[np.int64] = aligned([int(rate * 2.0**32) for rate in rates], np.int64)
    return thresholds, aligned([1.0 / (1.0 - rate) for rate in rates], kind)


def dropout_of(settings: "Settings", layers: int, seed: int, kind: DTypeLike) -> Dropout:
    """The dropout of a network with `layers` layers after its inputs, for kernels."""
    rates = dropout_rates(settings, layers)
    return Dropout(int(any(rates)), *kept_rates(rates, np.dtype(kind).name), *split_seed(seed))


def masks_of(
    plan: Plan, settings: "Settings", seed: int, step: int, examples: ArrayLike, replica: int = 0
) -> tuple[Flags, ...]:
    """Who stays in update `step`, counted from 0: (examples, units) for the inputs, then for each hidden layer.

    examples: their numbers, which are their rows in what the training was begun with.
    """
    draw: Any = philox
    purpose: Any = purpose_word
    rows, found = np.asarray(examples, np.uint32)[:, None], []
    for threshold, (first, count) in zip(
        dropout_of(settings, len(plan), seed, np.float64).thresholds.tolist(),
        plan[:, [INPUTS, N_IN]].tolist(), strict=True,
    ):  # fmt: skip
        units = np.arange(first, first + count, 4, dtype=np.uint32)[None, :]
        words = draw(rows, units, step, purpose(DROP, replica), *split_seed(seed))
        found.append(np.stack(words, axis=-1).reshape(len(rows), -1)[:, :count] >= threshold)
    return tuple(found)


def batch_met(training: "Training") -> NDArray[np.int64]:
    """The numbers of the examples of the last update; none before the first."""
    last = int(training.clock[POSITION]) or len(training.data.order)
    met: NDArray[np.int64] = training.data.order[int(training.clock[MET_FROM]) : last].copy()
    return met if training.step else met[:0]


def masks_met(training: "Training", settings: "Settings") -> tuple[NDArray[np.int64], tuple[Flags, ...]]:
    """The numbers of the examples of the last update, and who stayed in it."""
    met = batch_met(training)
    return met, masks_of(training.plan, settings, training.seed, training.step - 1, met)
