"""The fields of the playground's network beside loss and accuracy: what its weights did, and which curve it has.

moved.first and moved.last: how far the weights of the first and of the last layer are from where they began, as a share
of their own length then. activation.<key>: 1 for the activation of the hidden layers, 0 for the others.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.initialisers import draw_parameters

HIDDEN = tuple(key for key, entry in ACTIVATIONS.items() if entry.hidden)
Weights = tuple[NDArray[np.float64], ...]


@lru_cache(maxsize=16)
def first_weights(init: str, layers: tuple[int, ...], seed: int, replica: int) -> Weights:
    """The weights of every layer, (inputs, units), before the first update."""
    drawn = draw_parameters(init, layers, seed, (replica,))[0]
    found, at = [], 0
    for n_in, n_out in pairwise(layers):
        found.append(drawn[at : at + n_in * n_out].reshape(n_out, n_in).T)
        at += (n_in + 1) * n_out
    return tuple(found)


def moved(seen: Any) -> dict[str, float | None]:
    """How far first and last layer have moved; None of one unit, and where the weights began at 0."""
    network = seen.snapshot.network
    if network is None:
        return {"first": None, "last": None}
    layers = (len(network.weights[0]), *(weights.shape[1] for weights in network.weights))
    began = first_weights(seen.config["init"], layers, seen.config["seed"], seen.snapshot.twin or 0)
    return {
        "first": share_moved(began[0], network.weights[0]),
        "last": share_moved(began[-1], network.weights[-1]),
    }


def share_moved(began: NDArray[np.float64], now: NDArray[np.float64]) -> float | None:
    """The length of the way, against the length of where it began."""
    length = float(np.linalg.norm(began))
    return float(np.linalg.norm(now - began)) / length if length else None


def activation(seen: Any) -> dict[str, float | None]:
    """Which curve the hidden layers have; () of one unit."""
    if seen.snapshot.network is None:
        return {}
    return {key: float(seen.config["activation"] == key) for key in HIDDEN}


NETWORK_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    "moved": (("first", "last"), moved),
    "activation": (HIDDEN, activation),
}
