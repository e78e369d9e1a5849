"""One pass forward and one back through a deep network that has not learnt anything yet, and how long everything is.

In pieces of a few layers, so that the engine can look at its commands in between; `finished` does all at once.
"""

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import FUNCTIONS, softmax
from sim.depth_products import multiplied, multiplied_across
from sim.depth_start import digits_seen, draw_first, first_weights, layer_sizes

Array = NDArray[np.float64]
Value = TypeVar("Value")

LAYERS_AT_ONCE = 8


@dataclass(frozen=True, eq=False)
class Norms:
    """The lengths of one network: delta, gradient and activation, (depth + 1,) each."""

    delta: Array
    gradient: Array
    activation: Array

    @property
    def factor(self) -> float:
        """What a layer leaves of delta, the geometric mean."""
        return geometric(self.delta[0], self.delta[-1], len(self.delta) - 1)


def geometric(first: float, last: float, times: int) -> float:
    """The number that, multiplied `times` times, leads from `last` to `first`; 0 where nothing is left."""
    if not (math.isfinite(first) and math.isfinite(last)):
        return math.nan
    return math.exp((math.log(first) - math.log(last)) / times) if first > 0 and last > 0 else 0.0


def quotient(first: float, last: float) -> float:
    """first / last; 0 where there is nothing to divide by."""
    return float(first / last) if last > 0 else 0.0


def length(x: Array) -> float:
    """The root of the sum of squares, also where the squares alone would be too small or too large to write."""
    largest = max(float(x.max()), -float(x.min()))
    if not 0.0 < largest < math.inf:
        return largest
    scaled = x / largest
    np.multiply(scaled, scaled, out=scaled)
    return largest * math.sqrt(float(scaled.sum()))


@dataclass(frozen=True, eq=False)
class Passed:
    """A forward pass: what enters each weight layer, then z and the slope of each hidden layer, and the outputs."""

    inputs: list[Array]
    z: list[Array]
    slopes: list[Array]
    outputs: Array


def forward(weights: Sequence[Array], activation: str, x: Array) -> Passed:
    """All digits through all layers, no biases (they begin at 0)."""
    return finished(forward_in_pieces(weights, activation, x))


def forward_in_pieces(weights: Sequence[Array], activation: str, x: Array) -> Generator[None, None, Passed]:
    """`forward` in pieces of a few milliseconds."""
    rule, a = FUNCTIONS[activation], x
    inputs, sums, slopes = [], [], []
    for layer, w in enumerate(weights[:-1]):
        z = multiplied(a, w)
        inputs.append(a)
        a, slope = rule(z)
        sums.append(z)
        slopes.append(slope)
        if layer % LAYERS_AT_ONCE == 0:
            yield
    return Passed([*inputs, a], sums, slopes, softmax(multiplied(a, weights[-1])))


def norms_of(weights: Sequence[Array], passed: Passed, targets: Array) -> Norms:
    """One backward pass; the loss is the mean over the digits."""
    return finished(backward(weights, passed, targets))


def backward(weights: Sequence[Array], passed: Passed, targets: Array) -> Generator[None, None, Norms]:
    """`norms_of` in pieces of a few milliseconds."""
    delta = (passed.outputs - targets) / len(targets)
    deltas, gradients = [], []
    for layer in reversed(range(len(weights))):
        deltas.append(length(delta))
        gradients.append(length(multiplied_across(passed.inputs[layer], delta)))
        if layer:
            delta = multiplied(delta, weights[layer].T) * passed.slopes[layer - 1]
        if layer % LAYERS_AT_ONCE == 0:
            yield
    activations = [length(a) for a in passed.inputs[1:]] + [length(passed.outputs)]
    return Norms(np.array(deltas[::-1]), np.array(gradients[::-1]), np.array(activations))


def finished(work: Generator[None, None, Value]) -> Value:
    """What work in pieces comes to, all at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: Value = end.value
            return value


@lru_cache(maxsize=512)
def norms(depth: int, width: int, activation: str, init: str, seed: int, replica: int) -> Norms:
    """The lengths of one replica."""
    with np.errstate(all="ignore"):
        return finished(norms_in_pieces(depth, width, activation, init, seed, replica))


def norms_in_pieces(
    depth: int, width: int, activation: str, init: str, seed: int, replica: int
) -> Generator[None, None, Norms]:
    """`norms` in pieces: first the numbers are drawn, then a few layers at a time."""
    yield from draw_first(depth, init, seed, replica)
    weights, seen = first_weights(layer_sizes(depth, width), init, seed, replica), digits_seen()[2]
    passed = yield from forward_in_pieces(weights, activation, seen.x)
    return (yield from backward(weights, passed, seen.targets))
