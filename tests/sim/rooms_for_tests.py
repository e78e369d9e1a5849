"""Networks of random weights among random examples, for the tests of what falls out of them."""

import numpy as np
from numpy.typing import NDArray

from sim.dropout_lens import Room, room_of
from sim.network import Network

Row = NDArray[np.float64]
KINDS = [
    ("tanh", "sigmoid", "cross_entropy", 1),
    ("relu", "softmax", "cross_entropy", 3),
    ("sigmoid", "linear", "squared_error", 2),
    ("leaky_relu", "sigmoid", "squared_error", 1),
    ("tanh", "softmax", "squared_error", 3),
]


def asked(layers: tuple[int, ...], kind: tuple[str, str, str, int], seed: int = 3) -> tuple[Network, Row, Row]:
    """A network of random weights and biases, and 30 examples."""
    activation, output, loss, outputs = kind
    network, random = Network((*layers, outputs), activation, output, loss, seed=seed), np.random.default_rng(seed)
    for biases in network.biases:
        biases[:] = random.normal(size=len(biases))
    labels = random.integers(0, max(outputs, 2), 30)
    y = np.eye(outputs)[labels] if outputs > 1 else labels[:, None].astype(float)
    return network, random.normal(size=(30, layers[0])), y


def room(network: Network, x: Row, y: Row) -> Room:
    """The network among its examples."""
    return room_of(network.plan, network.loss, network.parameters, x, y)
