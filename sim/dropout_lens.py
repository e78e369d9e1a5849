"""What a network loses when units fall out, after it has been trained: stars, and the flu.

    room = room_of(network.plan, network.loss, network.parameters, x, y)
    find_stars(room, layer=1).accuracy          whole, and without its 1, 2 .. 5 most important units
    catch_flu(room, layer=1).accuracy           with half of the units ill, in 20 draws

A hidden unit that falls out answers 0, whatever it is asked. Robustness to that is what dropout buys (Hinton et al.
2012); the correlation of the units is no measure of it, since with dropout it does not fall.

A removal costs 0.3 ms behind the last hidden layer of 64-128-128-10 with 500 examples and 1.3 ms behind the first, so
searches can be cut. All of it is numpy in float64; hidden layers are counted from 0. `sim.dropout_masks` goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.activations import ACTIVATE
from sim.depth_functions import value_of
from sim.draws import ILL, Draws
from sim.network import right_answers
from sim.network_plan import ACTIVATION, Plan, split

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

AT_ONCE = 2_000_000
"""Numbers that may lie in one layer's sums at a time."""


@dataclass(frozen=True, eq=False)
class Room:
    """A network and the examples it is asked; hidden: what each hidden layer answers, (examples, units)."""

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activations: tuple[str, ...]
    loss: str
    y: Array
    hidden: tuple[Array, ...]


@dataclass(frozen=True, eq=False)
class Marks:
    """How a room does in each of several cases: mean loss and share of right answers, (cases,)."""

    loss: Array
    accuracy: Array


@dataclass(frozen=True, eq=False)
class Stars:
    """The units that are missed most, most missed first: without all of units[:k] the room has loss[k], accuracy[k]."""

    units: tuple[int, ...]
    loss: Array
    accuracy: Array


@dataclass(frozen=True, eq=False)
class Flu:
    """ill (draws, units); loss and accuracy of each draw, and whole: those with everyone well."""

    ill: Flags
    loss: Array
    accuracy: Array
    whole: tuple[float, float]


def room_of(plan: Plan, loss: str, parameters: ArrayLike, x: ArrayLike, y: ArrayLike) -> Room:
    """The network of `parameters` as it is now: x (examples, inputs), y (examples, outputs)."""
    weights, biases = split(plan, np.asarray(parameters, np.float64))
    keys = tuple(ACTIVATE.keys[kind] for kind in plan[:, ACTIVATION])
    a, hidden = np.asarray(x, np.float64), []
    with np.errstate(all="ignore"):
        for key, w, b in zip(keys[:-1], weights[:-1], biases[:-1], strict=True):
            a = value_of(key, a @ w + b)
            hidden.append(a)
    return Room(tuple(weights), tuple(biases), keys, loss, np.asarray(y, np.float64), tuple(hidden))


# what comes out


def sums_with(room: Room, first: int, factors: Sequence[Array]) -> Array:
    """The sums of the outputs, (cases, examples, outputs), where units count more, less or not at all.

    factors[j] (cases, units): how often each unit of hidden layer first + j counts. The outgoing weights are scaled
    and not the answers, so that all cases of the first layer are one product of matrices.
    """
    a, w = room.hidden[first], room.weights[first + 1]
    cases, examples = len(factors[0]), len(a)
    scaled = factors[0][:, :, None] * w
    z = (a @ scaled.transpose(1, 0, 2).reshape(len(w), -1)).reshape(examples, cases, -1).swapaxes(0, 1)
    z = z + room.biases[first + 1]
    for layer in range(first + 1, len(room.hidden)):
        answers = value_of(room.activations[layer], z)
        if layer - first < len(factors):
            answers = answers * factors[layer - first][:, None, :]
        z = answers @ room.weights[layer + 1] + room.biases[layer + 1]
    return z


def outputs_of(room: Room, z: Array) -> Array:
    """The outputs from their sums."""
    if room.activations[-1] != "softmax":
        return value_of(room.activations[-1], z)
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    shares: Array = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def squared_error(z: Array, a: Array, y: Array, softmax: bool) -> Array:
    """Half the squared difference."""
    return 0.5 * (a - y) * (a - y)


def cross_entropy(z: Array, a: Array, y: Array, softmax: bool) -> Array:
    """From the sums, as in `sim.losses`: no logarithm of a number near 0."""
    if softmax:
        return y * (np.logaddexp.reduce(z, axis=-1, keepdims=True) - z)
    return np.logaddexp(0.0, z) - z * y


def perceptron(z: Array, a: Array, y: Array, softmax: bool) -> Array:
    """How far a wrong sum lies on the wrong side."""
    return (a - y) * z


LOSS_OF: dict[str, Callable[[Array, Array, Array, bool], Array]] = {
    "squared_error": squared_error,
    "cross_entropy": cross_entropy,
    "perceptron": perceptron,
}


def marks(room: Room, layer: int, factors: Array) -> Marks:
    """How the room does where the units of hidden layer `layer` count factors (cases, units) times."""
    at_once = max(1, AT_ONCE // (len(room.y) * max(w.shape[1] for w in room.weights[layer + 1 :])))
    losses, shares = [], []
    with np.errstate(all="ignore"):
        for begin in range(0, len(factors), at_once):
            z = sums_with(room, layer, [factors[begin : begin + at_once]])
            a = outputs_of(room, z)
            each = LOSS_OF[room.loss](z, a, room.y, room.activations[-1] == "softmax")
            losses.append(each.sum(axis=-1).mean(axis=-1))
            shares.append(right_answers(a, room.y).mean(axis=-1))
    return Marks(np.concatenate(losses), np.concatenate(shares))


def copied(room: Room, layer: int, example: int | None = None) -> Array:
    """Who copies how much from whom: |weight x answer| from hidden layer `layer` on, (units, units of the next layer).

    Of one example, or on the average of all.
    """
    answers = np.abs(room.hidden[layer])
    size = answers.mean(axis=0) if example is None else answers[example]
    flow: Array = size[:, None] * np.abs(room.weights[layer + 1])
    return flow


# stars


@dataclass(eq=False)
class StarSearch:
    """A search for `wanted` stars: those found, and the losses without each unit in turn, as far as they are known."""

    room: Room
    layer: int
    wanted: int
    gone: list[int]
    losses: Array
    at: int = 0


def begin_stars(room: Room, layer: int, count: int = 5) -> StarSearch:
    """A search that has not begun: the most missed unit, then the most missed of the others, and so on."""
    units = room.hidden[layer].shape[1]
    return StarSearch(room, layer, min(count, units), [], np.zeros(units))


def advance_stars(search: StarSearch, cases: int) -> bool:
    """Try `cases` more removals, at most those that one star needs; True where all stars are found."""
    if len(search.gone) == search.wanted:
        return True
    units = len(search.losses)
    tried = np.arange(search.at, min(units, search.at + max(1, cases)))
    without = np.ones((len(tried), units))
    without[:, search.gone] = 0.0
    without[np.arange(len(tried)), tried] = 0.0
    loss = marks(search.room, search.layer, without).loss
    search.losses[tried] = np.where(np.isnan(loss), np.inf, loss)
    search.at += len(tried)
    if search.at == units:
        search.losses[search.gone] = -np.inf
        search.gone.append(int(np.argmax(search.losses)))
        search.at = 0
    return len(search.gone) == search.wanted


def find_stars(room: Room, layer: int, count: int = 5) -> Stars:
    """The search from beginning to end; of equals the first."""
    search = begin_stars(room, layer, count)
    while not advance_stars(search, room.hidden[layer].shape[1]):
        pass
    return without_units(room, layer, search.gone)


def without_units(room: Room, layer: int, gone: Sequence[int]) -> Stars:
    """The room whole, and without the first, the first two .. all of the units `gone`."""
    present = np.ones((len(gone) + 1, room.hidden[layer].shape[1]))
    for k, unit in enumerate(gone):
        present[k + 1 :, unit] = 0.0
    found = marks(room, layer, present)
    return Stars(tuple(gone), found.loss, found.accuracy)


# the flu


def catch_flu(room: Room, layer: int, share: float = 0.5, draws: int = 20, seed: int = 0, first: int = 0) -> Flu:
    """A random `share` of the units is ill, exactly so many in each draw; the others count more, to make up for it.

    Draws number first .. first + draws - 1: they may be asked for a few at a time.
    """
    units = room.hidden[layer].shape[1]
    sick = min(units, max(0, round(share * units)))
    ill = np.zeros((draws + 1, units), np.bool_)
    for draw in range(draws):
        ill[draw, Draws(seed).order(units, ILL, first + draw)[:sick]] = True
    well = np.where(ill, 0.0, units / max(1, units - sick))
    well[draws] = 1.0
    found = marks(room, layer, well)
    whole = (float(found.loss[draws]), float(found.accuracy[draws]))
    return Flu(ill[:draws], found.loss[:draws], found.accuracy[:draws], whole)
