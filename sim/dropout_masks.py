"""The exact mean over all masks of dropout, for networks so small that every mask can be counted.

    count = begin_masks(room, rate=0.5)
    while not advance_masks(count, 256):
        show(mask_mean(count))

While it learns, dropout draws masks; what the network answers afterwards stands for the mean over all of them. Here
each mask has its probability, in the inverted form (units that stay count 1 / (1 - rate) times), so that weight scaling
is the network as it is. Behind one hidden layer that is exactly the normalised geometric mean of the answers to all
masks, and for linear outputs the mean itself; behind several bent layers it is neither (Baldi & Sadowski 2013).

65,536 masks of 16 hidden units in one layer take 0.35 s with 200 examples, in two layers 0.9 s.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.dropout_lens import LOSS_OF, Array, Room, outputs_of, sums_with
from sim.errors import ConfigError
from sim.phrases import phrase

MOST_MASKED = 16
"""Hidden units whose masks can be counted out: 65,536."""
SCATTER = 0x9E3779B1
"""Odd, so that its multiples meet every mask once, in an order in which the first thousand are of all kinds."""


@dataclass(eq=False)
class MaskCount:
    """All masks of the hidden units, of which those before `at` are counted; sums over them, (examples, outputs)."""

    room: Room
    rate: float
    masks: int
    weight: float
    outputs: Array
    squares: Array
    sums: Array
    loss: float
    at: int = 0


@dataclass(frozen=True, eq=False)
class MaskMean:
    """What all masks answer together, each with its probability; rows are (examples, outputs).

    mean, spread: of the answers. geometric: their normalised geometric mean. scaled: one pass with nobody missing,
    which is what weight scaling comes to. losses: (mean loss over the masks, of the mean, of the scaled answers).
    """

    masks: int
    mean: Array
    spread: Array
    geometric: Array
    scaled: Array
    losses: tuple[float, float, float]


def begin_masks(room: Room, rate: float) -> MaskCount:
    """A count that has not begun. ConfigError for more than MOST_MASKED hidden units, or none."""
    units = sum(layer.shape[1] for layer in room.hidden)
    if not 0 < units <= MOST_MASKED:
        raise ConfigError(
            phrase("All masks can be counted for 1 to {most} hidden units, not {units}.", most=MOST_MASKED, units=units)
        )
    outputs, squares, sums = np.zeros((3, *room.y.shape))
    return MaskCount(room, rate, 2**units, 0.0, outputs, squares, sums, 0.0)


def mask_factors(room: Room, numbers: NDArray[np.int64], rate: float) -> tuple[list[Array], Array]:
    """Masks by number, bit k for hidden unit k: factors for `sums_with`, and the probability of each."""
    units = sum(layer.shape[1] for layer in room.hidden)
    kept = (numbers[:, None] >> np.arange(units)) & 1
    chance = np.where(kept == 1, 1.0 - rate, rate).prod(axis=1)
    ends = np.cumsum([layer.shape[1] for layer in room.hidden])
    return np.split(kept / (1.0 - rate), ends[:-1], axis=1), chance


def advance_masks(count: MaskCount, masks: int) -> bool:
    """Count `masks` more; True where all are."""
    end = min(count.masks, count.at + masks)
    numbers = np.arange(count.at, end) * SCATTER % count.masks
    factors, chance = mask_factors(count.room, numbers, count.rate)
    with np.errstate(all="ignore"):
        z = sums_with(count.room, 0, factors)
        a = outputs_of(count.room, z)
        each = LOSS_OF[count.room.loss](z, a, count.room.y, count.room.activations[-1] == "softmax")
    weigh = chance[:, None, None]
    count.weight += float(chance.sum())
    count.outputs += (weigh * a).sum(axis=0)
    count.squares += (weigh * a * a).sum(axis=0)
    count.sums += (weigh * z).sum(axis=0)
    count.loss += float(chance @ each.sum(axis=-1).mean(axis=-1))
    count.at = end
    return end == count.masks


def mask_mean(count: MaskCount) -> MaskMean:
    """What has been counted so far, as if it were all."""
    room, weight = count.room, max(count.weight, np.finfo(float).tiny)
    mean, softmax = count.outputs / weight, room.activations[-1] == "softmax"
    spread = np.sqrt(np.maximum(count.squares / weight - mean * mean, 0.0))
    z = sums_with(room, 0, [np.ones((1, room.hidden[0].shape[1]))])[0]
    scaled, means = outputs_of(room, z), count.sums / weight
    geometric = outputs_of(room, means)
    of_scaled = float(LOSS_OF[room.loss](z, scaled, room.y, softmax).sum(axis=-1).mean())
    of_mean = float(LOSS_OF[room.loss](sums_behind(room, mean), mean, room.y, softmax).sum(axis=-1).mean())
    return MaskMean(count.masks, mean, spread, geometric, scaled, (count.loss / weight, of_mean, of_scaled))


def sums_behind(room: Room, outputs: Array) -> Array:
    """Sums that have these outputs."""
    with np.errstate(divide="ignore"):
        if room.activations[-1] == "softmax":
            return np.log(outputs)
        return np.log(outputs) - np.log1p(-outputs) if room.activations[-1] == "sigmoid" else outputs
