"""The activations of deep networks on whole numpy arrays: value and slope, float64.

The rules of `sim.activations` are written for every number type and cost a numpy array half a millisecond a layer; a
network of a hundred layers must answer under the finger. These say the same (a test compares them) in a twentieth of
the time.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS, LEAK

Array = NDArray[np.float64]
Pair = tuple[Array, Array]

STEEPEST = {"sigmoid": 0.25}
"""The largest slope of an activation, where it is not 1."""
FLAT = 0.1
"""A unit is saturated where its slope is below this share of the steepest."""


def step(z: Array) -> Pair:
    """1 above 0, else 0; no slope."""
    return (z > 0).astype(np.float64), np.zeros_like(z)


def linear(z: Array) -> Pair:
    """z itself."""
    return z, np.ones_like(z)


def logistic(z: Array) -> Array:
    """1 / (1 + exp(-z)); an exp that overflows makes it 0, which it is."""
    with np.errstate(over="ignore"):
        powers = np.exp(-z)
    powers += 1.0
    return np.divide(1.0, powers, out=powers)


def sigmoid(z: Array) -> Pair:
    """1 / (1 + exp(-z)) and a (1 - a)."""
    a = logistic(z)
    return a, a * (1.0 - a)


def tanh(z: Array) -> Pair:
    """The hyperbolic tangent and 1 - a^2."""
    a = np.tanh(z)
    return a, 1.0 - a * a


def relu(z: Array) -> Pair:
    """z above 0, else 0; the slope at 0 is 0."""
    return np.maximum(z, 0.0), (z > 0).astype(np.float64)


def leaky_relu(z: Array) -> Pair:
    """z above 0, else a hundredth of it."""
    slope = np.where(z > 0, 1.0, LEAK)
    return z * slope, slope


FUNCTIONS: dict[str, Callable[[Array], Pair]] = {
    "step": step,
    "linear": linear,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "leaky_relu": leaky_relu,
}
VALUES: dict[str, Callable[[Array], Array]] = {
    "sigmoid": logistic,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0.0),
}
"""Those that are quicker without their slope."""
HIDDEN = tuple(key for key, entry in ACTIVATIONS.items() if entry.hidden)


def value_of(activation: str, z: Array) -> Array:
    """The activation alone."""
    return VALUES[activation](z) if activation in VALUES else FUNCTIONS[activation](z)[0]


def slope_at(activation: str, z: float) -> float:
    """The slope of an activation at one z."""
    return float(FUNCTIONS[activation](np.array([z]))[1][0])


def is_flat(activation: str, slope: Array) -> NDArray[np.bool_]:
    """Where a slope passes less than a tenth of what the activation passes at best."""
    return np.asarray(slope < FLAT * STEEPEST.get(activation, 1.0))


def softmax(z: Array) -> Array:
    """The shares of the classes, rows adding up to 1."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
