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

from sim.depth_functions import HIDDEN, is_flat
from sim.depth_passes import Norms, forward, norms, norms_of, quotient
from sim.depth_start import DEEPEST, STARTS, WIDEST, digits_seen, first_weights, layer_sizes
from sim.errors import ConfigError, quote, unknown
from sim.given_numbers import whole
from sim.phrases import phrase

Array = NDArray[np.float64]

SEEDS = 5
BINS, FARTHEST, COUNTED = 48, 12.0, 128
"""The histogram of z has so many bins, from -6 to 6, or from -12 to 12 where more than 1 % lies farther out.

What is beyond the ends counts in the last bin of its side. Counted are the first 128 digits.
"""
RARE = 0.01


@dataclass(frozen=True, eq=False)
class Profile:
    """A network before its first update. Arrays have one entry per layer, the output layer last: depth + 1 of them.

    factors (depth,): what the way back from layer k + 1 to k leaves of delta. ratio: delta of the first layer as a
    share of that of the last; gradient_ratio: the same of the weight gradients. predicted_100: factor ** 100.
    low, high: the smallest and largest delta_norm over the seeds measured so far; gradient_low .. activation_high
    likewise; mean_factor, mean_ratio, mean_gradient_ratio: geometric means over them.
    histogram (depth, bins): the share of z in each bin; bin_edges (bins + 1,).
    dead, saturated, positive (depth,): the share of units that answer none of the digits; of answers where the slope is
    below a tenth of the steepest; of sums z that are above 0.
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
    positive: Array
    finite: bool


def histogram_of(sums: Sequence[Array]) -> tuple[Array, Array]:
    """(the share of z in each bin, layer by layer; the ends of the bins)."""
    fine = np.array([counted(z[:COUNTED], 2 * BINS, FARTHEST) for z in sums])
    quarter = BINS // 2
    inner, left, right = fine[:, quarter:-quarter].copy(), fine[:, :quarter].sum(axis=1), fine[:, -quarter:].sum(axis=1)
    if (left + right).max() > RARE:
        return fine.reshape(len(fine), BINS, 2).sum(axis=2), np.linspace(-FARTHEST, FARTHEST, BINS + 1)
    inner[:, 0] += left
    inner[:, -1] += right
    return inner, np.linspace(-FARTHEST / 2, FARTHEST / 2, BINS + 1)


def counted(z: Array, bins: int, farthest: float) -> Array:
    """The share of numbers in each of equal bins from -farthest to farthest."""
    places = z.ravel() * (bins / (2 * farthest))
    places += bins / 2
    np.clip(places, 0, bins - 1, out=places)
    return np.bincount(np.nan_to_num(places, copy=False).astype(np.intp), minlength=bins) / max(places.size, 1)


def dead_units(activation: str, slopes: Array) -> float:
    """The share of units that pass nothing back for any digit; only a gate can be shut so."""
    return float((slopes == 0.0).all(axis=0).mean()) if activation == "relu" else 0.0


@lru_cache(maxsize=64)
def first_profile(depth: int, width: int, activation: str, init: str, seed: int) -> Profile:
    """The profile of the run's own seed alone."""
    weights, seen = first_weights(layer_sizes(depth, width), init, seed), digits_seen()[2]
    with np.errstate(all="ignore"):
        passed = forward(weights, activation, seen.x)
        found, (histogram, bin_edges) = norms_of(weights, passed, seen.targets), histogram_of(passed.z)
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
            histogram=histogram,
            bin_edges=bin_edges,
            dead=np.array([dead_units(activation, slope) for slope in passed.slopes]),
            saturated=np.array([float(is_flat(activation, slope).mean()) for slope in passed.slopes]),
            positive=np.array([float((z > 0.0).mean()) for z in passed.z]),
            finite=all(bool(np.isfinite(norm).all()) for norm in (found.delta, found.gradient, found.activation)),
        )  # fmt: skip
    return own


def profile_of(depth: int, width: int, activation: str, init: str, seed: int, seeds: int = 1) -> Profile:
    """The profile, with the extent over the first `seeds` replicas."""
    others = tuple(norms(depth, width, activation, init, seed, replica) for replica in range(1, seeds))
    return with_others(first_profile(depth, width, activation, init, seed), others)


@lru_cache(maxsize=16)
def with_others(own: Profile, others: tuple[Norms, ...]) -> Profile:
    """The profile with its extent over other replicas; the same object for the same."""
    if not others:
        return own
    all_of = [Norms(own.delta_norm, own.gradient_norm, own.activation_norm), *others]
    delta, gradient, activations = (
        np.array([getattr(one, name) for one in all_of]) for name in ("delta", "gradient", "activation")
    )
    return replace(
        own,
        low=delta.min(axis=0), high=delta.max(axis=0),
        gradient_low=gradient.min(axis=0), gradient_high=gradient.max(axis=0),
        activation_low=activations.min(axis=0), activation_high=activations.max(axis=0),
        seeds=len(all_of),
        mean_factor=mean_of([one.factor for one in all_of]),
        mean_ratio=mean_of([quotient(one.delta[0], one.delta[-1]) for one in all_of]),
        mean_gradient_ratio=mean_of([quotient(one.gradient[0], one.gradient[-1]) for one in all_of]),
    )  # fmt: skip


def mean_of(values: Sequence[float]) -> float:
    """The geometric mean; 0 where one is 0."""
    if any(not math.isfinite(value) for value in values):
        return math.nan
    return math.exp(sum(math.log(value) for value in values) / len(values)) if min(values) > 0 else 0.0


def gradient_profile(
    depth: int = 10, width: int = 32, activation: str = "sigmoid", init: str = "fan_in", seed: int = 0
) -> Profile:
    """The profile of one network for a notebook: `.delta_norm`, `.gradient_norm`, `.activation_norm` and all the rest.

    ConfigError for names that are in no table, and for a depth or width beyond 100 and 64.
    """
    if activation not in HIDDEN:
        raise unknown("activation", activation, HIDDEN)
    if init not in STARTS:
        raise unknown("initialiser", init, STARTS)
    layers, units = between("depth", depth, 1, DEEPEST), between("width", width, 1, WIDEST)
    return profile_of(layers, units, activation, init, whole("seed", seed, 2**64 - 1))


def between(name: str, value: object, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    number = whole(name, value, most)
    if number < least:
        raise ConfigError(
            phrase("{name} must be at least {least}, not {value}.", name=name, least=least, value=quote(value))
        )
    return number
