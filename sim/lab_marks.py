"""How a network does on examples, quickly: the sums of the outputs from one pass of the float32 kernel, the rest here.

    gauge = gauge_of(plan, activation, loss, x, y)       the examples laid out once
    marks_of(gauge, parameters).accuracy

A pass over 700 digits takes 64-128-128-10 about 2 ms. Losses are told from the sums (as in `sim.losses`), so that a
probability too small for float32 is no infinite loss.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.activations import ACTIVATE
from sim.dropout_lens import LOSS_OF
from sim.network_plan import ACTIVATION, OUTPUTS, Plan
from sim.network_training import lay_out_pixels, unit_pictures

Array = NDArray[np.float64]
LARGEST_DRAWN = 1e30


@dataclass(frozen=True, eq=False)
class Gauge:
    """Examples ready to be asked: x laid out, y (n, outputs). plan: with the sums as its outputs."""

    plan: Plan
    activation: str
    loss: str
    x: NDArray[Any]
    y: Array


@dataclass(frozen=True, eq=False)
class Marks:
    """sums, outputs (n, outputs); losses (n,) without penalties; right (n,), of classes."""

    sums: Array
    outputs: Array
    losses: Array
    right: NDArray[np.bool_]


def plan_of_sums(plan: Plan) -> Plan:
    """The same network with the sums of its outputs for answers."""
    own: Plan = plan.copy()
    own[-1, ACTIVATION] = ACTIVATE.index("linear")
    return own


def gauge_of(plan: Plan, loss: str, x: ArrayLike, y: ArrayLike) -> Gauge:
    """The examples x (n, inputs) with targets y (n, outputs)."""
    activation = ACTIVATE.keys[int(plan[-1, ACTIVATION])]
    return Gauge(plan_of_sums(plan), activation, loss, lay_out_pixels(x), np.asarray(y, np.float64))


def drawable(parameters: ArrayLike) -> NDArray[Any]:
    """The parameters, none beyond what the float32 numbers of a pass can hold."""
    row: NDArray[Any] = np.clip(np.asarray(parameters), -LARGEST_DRAWN, LARGEST_DRAWN)
    return row


def sums_of(gauge: Gauge, parameters: ArrayLike) -> Array:
    """What the outputs sum up for every example, (n, outputs)."""
    z = unit_pictures(gauge.plan, drawable(parameters), gauge.x, int(gauge.plan[-1, OUTPUTS]))
    return np.ascontiguousarray(z[:, : len(gauge.y)].T, np.float64)


def marks_of(gauge: Gauge, parameters: ArrayLike) -> Marks:
    """How the network of `parameters` does."""
    with np.errstate(all="ignore"):
        z = sums_of(gauge, parameters)
        a = answers_of(z, gauge.activation)
        losses = LOSS_OF[gauge.loss](z, a, gauge.y, gauge.activation == "softmax").sum(axis=-1)
    return Marks(z, a, losses, right_of(a, gauge.y))


def answers_of(z: Array, activation: str) -> Array:
    """The outputs from their sums."""
    if activation == "softmax":
        powers = np.exp(z - z.max(axis=-1, keepdims=True))
        shares: Array = powers / powers.sum(axis=-1, keepdims=True)
        return shares
    if activation == "sigmoid":
        return np.asarray(1.0 / (1.0 + np.exp(-z)), np.float64)
    return z


def right_of(a: Array, y: Array) -> NDArray[np.bool_]:
    """Which are of their class: the largest of several outputs, or one on the right side of a half."""
    finite = np.isfinite(a).all(axis=-1)
    one = y.shape[1] == 1
    right = (a[:, 0] > 0.5) == (y[:, 0] > 0.5) if one else a.argmax(axis=-1) == y.argmax(axis=-1)
    found: NDArray[np.bool_] = right & finite
    return found
