"""Slopes of a network by glances of any size, and how its landscape bends: plain numpy in float64.

    slopes = slopes_at(plan, parameters, x, targets)      one pass over all examples, forward and backward
    slopes.full                                           the gradient of the mean loss, as sim.network_plan lies
    slopes.glance(rows)                                   the same of a few examples, for a few products more

ReLU units and a softmax with cross-entropy, as in `sim.skier_digits`. `curvature` is the largest eigenvalue of the
Hessian by the power method (von Mises & Pollaczek-Geiringer 1929): the Hessian itself is never made, only its product
with a direction, as the difference of two gradients. A ReLU bends nowhere but at its corner; what is found is the
curvature of the smooth part, which is what a small step feels.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import softmax
from sim.depth_products import multiplied, multiplied_across
from sim.draws import Draws
from sim.network_plan import Plan, parameter_count, split

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

WIDTH = 1e-4
"""How far apart the two gradients of a difference are, the direction having length 1."""
ENOUGH = 1e-3
"""The power method stops when its estimate changes by less than this share."""
MOST_ITERATIONS = 60
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


def flat(entered: list[Array] | tuple[Array, ...], deltas: list[Array] | tuple[Array, ...]) -> Array:
    """Gradients of all layers in a row, layer by layer weights [unit][input], then biases."""
    parts = []
    for before, delta in zip(entered, deltas, strict=True):
        parts += [multiplied_across(delta, before).ravel(), delta.sum(axis=0)]
    return np.concatenate(parts) / len(deltas[0])


def slopes_at(plan: Plan, parameters: NDArray[np.floating], x: Array, targets: Array) -> Slopes:
    """The slopes of a network with these parameters."""
    weights, biases = split(plan, parameters)
    entered = [x]
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        entered.append(np.maximum(multiplied(entered[-1], w) + b, 0.0))
    outputs = softmax(multiplied(entered[-1], weights[-1]) + biases[-1])
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


def power_method(gradient: Callable[[Array], Array], at: Array, start: Array) -> Generator[tuple[float, Array]]:
    """(estimate, direction) after each product with the Hessian of a function with this gradient.

    It ends once the estimate has settled, after MOST_ITERATIONS at the latest.
    """
    direction, before = start / length(start), np.inf
    for _ in range(MOST_ITERATIONS):
        step = WIDTH * direction
        product = (gradient(at + step) - gradient(at - step)) / (2.0 * WIDTH)
        estimate, size = float((product * direction).sum()), length(product)
        if size > 0.0:
            direction = product / size
        yield estimate, direction
        if abs(estimate - before) <= ENOUGH * abs(estimate):
            return
        before = estimate


def gradient_over(plan: Plan, x: Array, targets: Array) -> Callable[[Array], Array]:
    """The full gradient as a function of the parameters."""
    return lambda parameters: slopes_at(plan, parameters, x, targets).full


def first_direction(plan: Plan, seed: int) -> Array:
    """Where the power method begins."""
    return direction_of(seed, parameter_count(plan))
