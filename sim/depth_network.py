"""A deep network that learns digits: plain, with batch normalisation, or with residual connections.

float64 numpy, not the compiled core of `sim.network_training`: that one knows neither batch normalisation nor residual
connections, would have to be compiled before the first race, and at 32 examples of 32 units gains little, as BLAS does
the sums. They stay on one core (`sim.depth_products`).

All parameters lie in one flat array, layer by layer: weights (inputs, units), biases, and with batch normalisation the
scales of the hidden layers. So an update is three operations however deep the network is, and a copy is one.

Learning is gradient descent with momentum .9 on softmax and cross-entropy, mini-batches of 32. Sources: Ioffe & Szegedy
2015 (batch normalisation; running means with .9); He, Zhang, Ren & Sun 2015 (residual; the branch is divided by the
root of the depth, a choice made here that keeps the sum's size).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import FUNCTIONS, softmax, value_of
from sim.depth_products import multiplied
from sim.depth_start import Digits, Weights

Array = NDArray[np.float64]

MOMENTUM, BATCH = 0.9, 32
EPS, KEPT = 1e-5, 0.9
"""Of batch normalisation: what is added to the variance, and how much of the running means is kept."""


@dataclass(frozen=True, eq=False)
class LayerParts:
    """Views of one layer: weights (inputs, units), biases (units,), scales (units,) or None."""

    w: Array
    b: Array
    scale: Array | None


def parameter_count(sizes: Sequence[int], normalised: bool) -> int:
    """How many numbers the network learns."""
    hidden = sum(sizes[1:-1]) if normalised else 0
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes)) + hidden


def parts_of(flat: Array, sizes: Sequence[int], normalised: bool) -> list[LayerParts]:
    """The layers of a flat array."""
    parts, at, last = [], 0, len(sizes) - 2
    for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
        middle, end = at + n_in * n_out, at + (n_in + 1) * n_out
        w, b, at = flat[at:middle].reshape(n_in, n_out), flat[middle:end], end
        scale = None
        if normalised and layer < last:
            scale, at = flat[end : end + n_out], end + n_out
        parts.append(LayerParts(w, b, scale))
    return parts


@dataclass(eq=False)
class DeepNetwork:
    """Changed in place. means, variances (depth, width): what batch normalisation uses outside training."""

    sizes: tuple[int, ...]
    activation: str
    normalised: bool
    residual: bool
    theta: Array
    velocity: Array
    means: Array
    variances: Array
    parts: list[LayerParts] = field(init=False)

    def __post_init__(self) -> None:
        self.parts = parts_of(self.theta, self.sizes, self.normalised)

    @property
    def depth(self) -> int:
        """How many hidden layers it has."""
        return len(self.sizes) - 2

    @property
    def branch(self) -> float:
        """What a residual branch is multiplied by."""
        return 1.0 / math.sqrt(max(self.depth - 1, 1))

    def copy(self) -> "DeepNetwork":
        """One that shares nothing with this."""
        arrays = (self.theta.copy(), self.velocity.copy(), self.means.copy(), self.variances.copy())
        return DeepNetwork(self.sizes, self.activation, self.normalised, self.residual, *arrays)


def built(
    weights: Weights, activation: str, normalised: bool = False, residual: bool = False, biases: Weights | None = None
) -> DeepNetwork:
    """A network of these weights at rest, biases 0 where none are given."""
    sizes = (*(len(w) for w in weights), weights[-1].shape[1])
    theta = np.zeros(parameter_count(sizes, normalised))
    moments = np.zeros((len(sizes) - 2, sizes[1]))
    network = DeepNetwork(
        sizes, activation, normalised, residual, theta, np.zeros_like(theta), moments, np.ones_like(moments)
    )
    for layer, part in enumerate(network.parts):
        part.w[...] = weights[layer]
        if biases is not None:
            part.b[...] = biases[layer]
        if part.scale is not None:
            part.scale[...] = 1.0
    return network


@dataclass(frozen=True, eq=False)
class Layer:
    """One hidden layer on its way forward: what entered, z as the function got it, its slope, what it answered.

    centred, spread: z before its scale, and what it was divided by; None without batch normalisation.
    """

    entered: Array
    answer: Array
    slope: Array
    centred: Array | None = None
    spread: Array | None = None


def hidden_layer(network: DeepNetwork, layer: int, a: Array, training: bool) -> Layer:
    """The answer of one hidden layer, without what a residual connection adds."""
    part, rule = network.parts[layer], FUNCTIONS[network.activation]
    z = multiplied(a, part.w)
    if part.scale is None:
        answer, slope = rule(z + part.b)
        return Layer(a, answer, slope)
    if training:
        mean, variance = z.mean(axis=0), z.var(axis=0)
        network.means[layer] = KEPT * network.means[layer] + (1.0 - KEPT) * mean
        network.variances[layer] = KEPT * network.variances[layer] + (1.0 - KEPT) * variance
    else:
        mean, variance = network.means[layer], network.variances[layer]
    spread = np.sqrt(variance + EPS)
    centred = (z - mean) / spread
    answer, slope = rule(centred * part.scale + part.b)
    return Layer(a, answer, slope, centred, spread)


def passed(network: DeepNetwork, x: Array, training: bool) -> tuple[list[Layer], Array, Array]:
    """(hidden layers, what enters the last one, outputs)."""
    layers, a = [], x
    for number in range(network.depth):
        layer = hidden_layer(network, number, a, training)
        layers.append(layer)
        a = a + network.branch * layer.answer if network.residual and number else layer.answer
    last = network.parts[-1]
    return layers, a, softmax(multiplied(a, last.w) + last.b)


def answers_of(network: DeepNetwork, x: Array) -> tuple[list[Array], Array]:
    """(the answers of the hidden layers, outputs) outside training."""
    answers, a = [], x
    for number, part in enumerate(network.parts[:-1]):
        z = multiplied(a, part.w)
        if part.scale is not None:
            z = (z - network.means[number]) / np.sqrt(network.variances[number] + EPS) * part.scale
        z += part.b
        answers.append(value_of(network.activation, z))
        a = a + network.branch * answers[-1] if network.residual and number else answers[-1]
    last = network.parts[-1]
    return answers, softmax(multiplied(a, last.w) + last.b)


def gradient_of(network: DeepNetwork, x: Array, targets: Array, loss_scale: float = 1.0) -> Array:
    """The gradient of the mean cross-entropy, times `loss_scale`, as one flat array."""
    layers, a, outputs = passed(network, x, training=True)
    flat = np.empty_like(network.theta)
    parts = parts_of(flat, network.sizes, network.normalised)
    delta = (outputs - targets) * (loss_scale / len(x))
    np.matmul(a.T, delta, out=parts[-1].w)
    delta.sum(axis=0, out=parts[-1].b)
    back = delta @ network.parts[-1].w.T
    for number in reversed(range(network.depth)):
        connected = network.residual and number > 0
        came = back * network.branch if connected else back
        delta = layer_gradient(network.parts[number], parts[number], layers[number], came)
        if number:
            further = delta @ network.parts[number].w.T
            back = back + further if connected else further
    return flat


def layer_gradient(part: LayerParts, found: LayerParts, layer: Layer, came: Array) -> Array:
    """Fill in the gradients of one layer; returns the slope of the loss with respect to its sums."""
    delta = came * layer.slope
    delta.sum(axis=0, out=found.b)
    if part.scale is not None and found.scale is not None and layer.centred is not None:
        np.sum(delta * layer.centred, axis=0, out=found.scale)
        delta = delta * part.scale
        along = layer.centred * (delta * layer.centred).mean(axis=0)
        delta = (delta - delta.mean(axis=0) - along) / layer.spread
    np.matmul(layer.entered.T, delta, out=found.w)
    return delta


def update(network: DeepNetwork, batch: Digits, rate: float, loss_scale: float = 1.0) -> None:
    """One step of gradient descent with momentum on a mini-batch."""
    gradient = gradient_of(network, batch.x, batch.targets, loss_scale)
    network.velocity *= MOMENTUM
    network.velocity -= rate * gradient
    network.theta += network.velocity


def is_finite(network: DeepNetwork) -> bool:
    """Whether the last step had numbers."""
    return math.isfinite(float(network.velocity.sum()))


def graded(outputs: Array, seen: Digits) -> tuple[float, float]:
    """(mean cross-entropy, share of right answers)."""
    rows = np.arange(len(outputs))
    loss = -np.log(np.maximum(outputs[rows, seen.labels], 1e-300)).mean()
    return float(loss), float((outputs.argmax(axis=1) == seen.labels).mean())


def dead_share(network: DeepNetwork, answers: Sequence[Array]) -> float:
    """The share of hidden units that answer nothing, whatever the digit; only a gate can be shut so."""
    if network.activation != "relu" or not answers:
        return 0.0
    return float(np.mean([(answer == 0.0).all(axis=0).mean() for answer in answers]))
