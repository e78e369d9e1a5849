"""What is left of a gradient in every layer of a deep network that has not learnt anything yet.

64 pixels, `depth` hidden layers of `width` units, 10 classes with softmax and cross-entropy; 256 digits forward, one
backward pass. Recorded is, layer by layer, how long three things are (the root of the sum of squares):

* delta: the slope of the loss with respect to z, one number per digit and unit. What a layer is told.
* gradient: the slope with respect to the weights, what they are moved by.
* activation: what the layer hands on.

`factor` is what one layer leaves of delta on the way back, the geometric mean over the layers. It is delta that tells
how a network behaves, not the ratio of weight gradients: where activations shrink forward as much as delta does
backward, the gradients of first and last layer are alike, and all are next to nothing.

A profile is a pure function of its arguments: it is the same for everybody who asks, and remembered.
Source: Hochreiter 1991; Glorot & Bengio 2010 (the way of measuring).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import FUNCTIONS, is_flat, softmax
from sim.depth_start import DEEPEST, digits_seen, first_weights, layer_sizes

Array = NDArray[np.float64]

SEEDS = 5
BINS, FARTHEST = 48, 12.0
"""The histogram of z has so many bins from -12 to 12; what lies beyond counts in the last bin of its side."""


@dataclass(frozen=True, eq=False)
class Profile:
    """A network before its first update. Arrays have one entry per layer, the output layer last: depth + 1 of them.

    factors (depth,): what the way back from layer k + 1 to k leaves of delta. ratio: delta of the first layer as a
    share of that of the last; gradient_ratio: the same of the weight gradients. predicted_100: factor ** 100.
    low, high: the smallest and largest delta_norm over the seeds measured so far; gradient_low .. activation_high
    likewise; mean_factor, mean_ratio, mean_gradient_ratio: geometric means over them.
    histogram (depth, bins): the share of z in each bin; bin_edges (bins + 1,). dead, saturated (depth,): the share of
    units that answer none of the digits; the share of answers where the slope is below a tenth of the steepest.
    finite: whether every number is one.
    """

    depth: int
    width: int
    activation: str
    init: str
    layers: NDArray[np.int64]
    gradient_norm: Array
    delta_norm: Array
    activation_norm: Array
    factors: Array
    factor: float
    ratio: float
    gradient_ratio: float
    predicted_100: float
    low: Array
    high: Array
    gradient_low: Array
    gradient_high: Array
    activation_low: Array
    activation_high: Array
    seeds: int
    mean_factor: float
    mean_ratio: float
    mean_gradient_ratio: float
    histogram: Array
    bin_edges: Array
    dead: Array
    saturated: Array
    finite: bool


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
    largest = float(np.abs(x).max())
    if not 0.0 < largest < math.inf:
        return largest
    scaled = (x / largest).ravel()
    return largest * math.sqrt(float(scaled @ scaled))


@dataclass(frozen=True, eq=False)
class Passed:
    """A forward pass: what enters each weight layer, then z and the slope of each hidden layer, and the outputs."""

    inputs: list[Array]
    z: list[Array]
    slopes: list[Array]
    outputs: Array


def forward(weights: Sequence[Array], activation: str, x: Array) -> Passed:
    """All digits through all layers, no biases (they begin at 0)."""
    rule, a = FUNCTIONS[activation], x
    inputs, sums, slopes = [], [], []
    for w in weights[:-1]:
        z = a @ w
        inputs.append(a)
        a, slope = rule(z)
        sums.append(z)
        slopes.append(slope)
    return Passed([*inputs, a], sums, slopes, softmax(a @ weights[-1]))


def norms_of(weights: Sequence[Array], passed: Passed, targets: Array) -> Norms:
    """One backward pass; the loss is the mean over the digits."""
    delta = (passed.outputs - targets) / len(targets)
    deltas, gradients = [], []
    for layer in reversed(range(len(weights))):
        deltas.append(length(delta))
        gradients.append(length(passed.inputs[layer].T @ delta))
        if layer:
            delta = (delta @ weights[layer].T) * passed.slopes[layer - 1]
    activations = [length(a) for a in passed.inputs[1:]] + [length(passed.outputs)]
    return Norms(np.array(deltas[::-1]), np.array(gradients[::-1]), np.array(activations))


def bin_edges() -> Array:
    """The ends of the histogram's bins."""
    return np.linspace(-FARTHEST, FARTHEST, BINS + 1)


def histogram_of(z: Array) -> Array:
    """The share of numbers in each bin."""
    places = np.clip(np.nan_to_num((z.ravel() + FARTHEST) * (BINS / (2 * FARTHEST))), 0, BINS - 1).astype(np.intp)
    return np.bincount(places, minlength=BINS) / max(z.size, 1)


def dead_units(activation: str, slopes: Array) -> float:
    """The share of units that pass nothing back for any digit; only a gate can be shut so."""
    return float((slopes == 0.0).all(axis=0).mean()) if activation == "relu" else 0.0


@lru_cache(maxsize=512)
def norms(depth: int, width: int, activation: str, init: str, seed: int, replica: int) -> Norms:
    """The lengths of one replica."""
    weights, seen = first_weights(layer_sizes(depth, width), init, seed, replica), digits_seen()[2]
    with np.errstate(all="ignore"):
        return norms_of(weights, forward(weights, activation, seen.x), seen.targets)


@lru_cache(maxsize=64)
def first_profile(depth: int, width: int, activation: str, init: str, seed: int) -> Profile:
    """The profile of the run's own seed alone."""
    weights, seen = first_weights(layer_sizes(depth, width), init, seed), digits_seen()[2]
    with np.errstate(all="ignore"):
        passed = forward(weights, activation, seen.x)
        found = norms_of(weights, passed, seen.targets)
        own = Profile(
            depth=depth, width=width, activation=activation, init=init,
            layers=np.arange(1, depth + 2),
            gradient_norm=found.gradient, delta_norm=found.delta, activation_norm=found.activation,
            factors=np.nan_to_num(found.delta[:-1] / found.delta[1:], nan=0.0),
            factor=found.factor,
            ratio=quotient(found.delta[0], found.delta[-1]),
            gradient_ratio=quotient(found.gradient[0], found.gradient[-1]),
            predicted_100=found.factor**DEEPEST,
            low=found.delta, high=found.delta,
            gradient_low=found.gradient, gradient_high=found.gradient,
            activation_low=found.activation, activation_high=found.activation,
            seeds=1, mean_factor=found.factor,
            mean_ratio=quotient(found.delta[0], found.delta[-1]),
            mean_gradient_ratio=quotient(found.gradient[0], found.gradient[-1]),
            histogram=np.array([histogram_of(z) for z in passed.z]),
            bin_edges=bin_edges(),
            dead=np.array([dead_units(activation, slope) for slope in passed.slopes]),
            saturated=np.array([float(is_flat(activation, slope).mean()) for slope in passed.slopes]),
            finite=all(bool(np.isfinite(norm).all()) for norm in (found.delta, found.gradient, found.activation)),
        )  # fmt: skip
    return own


@lru_cache(maxsize=64)
def profile_of(depth: int, width: int, activation: str, init: str, seed: int, seeds: int = 1) -> Profile:
    """The profile, with the extent over the first `seeds` replicas."""
    own = first_profile(depth, width, activation, init, seed)
    if seeds <= 1:
        return own
    others = [norms(depth, width, activation, init, seed, replica) for replica in range(1, seeds)]
    all_of = [Norms(own.delta_norm, own.gradient_norm, own.activation_norm), *others]
    delta, gradient, activations = (
        np.array([getattr(one, name) for one in all_of]) for name in ("delta", "gradient", "activation")
    )
    return replace(
        own,
        low=delta.min(axis=0), high=delta.max(axis=0),
        gradient_low=gradient.min(axis=0), gradient_high=gradient.max(axis=0),
        activation_low=activations.min(axis=0), activation_high=activations.max(axis=0),
        seeds=seeds,
        mean_factor=mean_of([one.factor for one in all_of]),
        mean_ratio=mean_of([quotient(one.delta[0], one.delta[-1]) for one in all_of]),
        mean_gradient_ratio=mean_of([quotient(one.gradient[0], one.gradient[-1]) for one in all_of]),
    )  # fmt: skip


def mean_of(values: Sequence[float]) -> float:
    """The geometric mean; 0 where one is 0."""
    if any(not math.isfinite(value) for value in values):
        return math.nan
    return math.exp(sum(math.log(value) for value in values) / len(values)) if min(values) > 0 else 0.0
