"""A small network and a batch with its masks, as the dropout lens gets them."""

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.dropout_content import LensSeen, PupilLayer
from sim.dropout_lens import find_stars, room_of
from sim.network import Network


def batch(
    layers: tuple[int, ...] = (2, 8, 20, 1), rate: float = 0.5, seed: int = 3, examples: int = 6
) -> tuple[Network, LensSeen]:
    """An untrained network among random examples; what each unit says is worked out behind the masks."""
    outputs = layers[-1]
    kind = ("relu", "softmax") if outputs > 1 else ("relu", "sigmoid")
    network, random = Network(layers, *kind, "cross_entropy", seed=seed), np.random.default_rng(seed)
    x = random.normal(size=(examples, layers[0]))
    y = np.eye(max(outputs, 2))[random.integers(0, max(outputs, 2), examples)][:, :outputs]
    room = room_of(network.plan, network.loss, network.parameters, x, y)
    pupils, a = [], x
    for layer, (weights, biases) in enumerate(zip(network.weights[:-1], network.biases[:-1], strict=True)):
        came = random.random((examples, layers[layer + 1])) >= rate
        a = np.maximum(a @ weights + biases, 0.0) * came / (1.0 - rate)
        stars = find_stars(room, layer, 2).units
        pupils.append(PupilLayer(came, a, importance_of(a, network.weights[layer + 1]), stars))
    return network, LensSeen(
        layers=tuple(pupils), weights=tuple(network.weights), inputs=x, input_names=("x₁", "x₂"),
        output_names=tuple("0123456789"), outputs=np.full((examples, outputs), 1.0 / outputs),
        truth=y.argmax(axis=1) if outputs > 1 else None, step=1204,
    )  # fmt: skip


def importance_of(answers: Array, weights: Array) -> Array:
    """Mean |answer| times what the unit weighs in the next layer."""
    importance: Array = np.abs(answers).mean(axis=0) * np.abs(weights).sum(axis=1)
    return importance
