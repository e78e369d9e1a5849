"""Slopes of a network by glances of any size, and how its landscape bends: plain numpy in float64.

    slopes = slopes_at(plan, parameters, x, targets)      one pass over all examples, forward and backward
    slopes.full                                           the gradient of the mean loss, as sim.network_plan lies
    slopes.glance(rows)                                   the same of a few examples, for a few products more

ReLU units and a softmax with cross-entropy, as in `sim.skier_digits`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import softmax
from sim.depth_products import multiplied, multiplied_across
from sim.draws import Draws
from sim.network_plan import Plan, split

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

STREAM = 5
"""A counter of `Draws` of its own."""


@dataclass(frozen=True, eq=False)
class Slopes:
    """What enters each layer, (examples, inputs), and the slope of each example's loss by its sums, (examples, units).

    loss: mean over the examples.
    """

    entered: tuple[Array, ...]
    deltas: tuple[Array, ...]
    loss: float

    @property
    def examples(self) -> int:
        """How many there are."""
        return len(self.deltas[0])

    @cached_property
    def full(self) -> Array:
        """The gradient of the mean loss over all of them."""
        return flat(self.entered, self.deltas)

    def glance(self, rows: Rows) -> Array:
        """The gradient of the mean loss over some of them."""
        return flat([part[rows] for part in self.entered], [part[rows] for part in self.deltas])


def flat(entered: Sequence[Array], deltas: Sequence[Array]) -> Array:
    """Gradients of all layers in a row, layer by layer weights [unit][input], then biases."""
    parts = []
    for before, delta in zip(entered, deltas, strict=True):
        parts += [multiplied_across(delta, before).ravel(), delta.sum(axis=0)]
    return np.concatenate(parts) / len(deltas[0])


def slopes_at(plan: Plan, parameters: NDArray[np.floating], x: Array, targets: Array) -> Slopes:
    """The slopes of a network with these parameters."""
    weights, biases = split(plan, parameters)
    return slopes_of(weights, *passed(weights, biases, x), targets)


def passed(weights: Sequence[Array], biases: Sequence[Array], x: Array) -> tuple[list[Array], Array]:
    """(what enters each layer, outputs)."""
    entered = [x]
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        entered.append(np.maximum(multiplied(entered[-1], w) + b, 0.0))
    return entered, softmax(multiplied(entered[-1], weights[-1]) + biases[-1])


def slopes_of(weights: Sequence[Array], entered: Sequence[Array], outputs: Array, targets: Array) -> Slopes:
    """The slopes of a network after its pass forward."""
    loss = -np.log(np.maximum((outputs * targets).sum(axis=1), 1e-300)).mean()
    deltas = [outputs - targets]
    for w, answer in zip(weights[:0:-1], entered[:0:-1], strict=True):
        deltas.append(multiplied(deltas[-1], w.T) * (answer > 0.0))
    return Slopes(tuple(entered), tuple(reversed(deltas)), float(loss))


def length(vector: Array) -> float:
    """How long a vector is."""
    return float(np.sqrt(np.square(vector).sum()))


def cosine(one: Array, other: Array) -> float:
    """Of the angle between two vectors; 0 where one has no direction."""
    lengths = length(one) * length(other)
    return float((one * other).sum() / lengths) if lengths > 0.0 else 0.0


def direction_of(seed: int, count: int) -> Array:
    """A direction drawn from a seed, of length 1."""
    drawn = Draws(seed).normal(-(-count // 4), STREAM).ravel()[:count]
    return drawn / length(drawn)
