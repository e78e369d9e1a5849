"""What the networks of the benchmarks learn, and where they start: the same for everybody.

One network is TensorFlow Playground's default, 2-4-2-1 with batches of 10, a deeper one, and the digits' 64-32-10 with
batches of 32; a thousand are XOR 2-4-1 in full batches; the picture is 256 x 256 pixels of 2-8-8-8-8-1; the landscape
has 256 x 256 points of 2-4-1, each with the mean loss of 200 examples. All are tanh, squared error and plain descent.
The others compute in float32, without shuffling.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.initialisers import draw_parameters
from sim.loss_plane import LossPlane, random_plane
from sim.network_plan import layer_activations, make_plan, split

Work = Callable[[int], object]
Layers = tuple[int, ...]
KIND = np.float32
RATE = 0.01
SIDE, AT_A_TIME, MET = 256, 16, 200
"""Of a picture: pixels along a side; of a landscape, rows that are worked out at a time, and examples."""
XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], KIND), np.array([[-1], [1], [1], [-1]], KIND)
SIGNS = "tanh"
DEFAULT, DEEP, DIGITS, TWINS = (2, 4, 2, 1), (2, 8, 8, 8, 8, 1), (64, 32, 10), (2, 4, 1)


class Seconds(float):
    """What work answers that has a clock of its own."""


def problem(layers: Layers, rows: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Random examples with targets of -1 and 1."""
    random = np.random.default_rng(0)
    targets = np.sign(random.normal(size=(rows, layers[-1])))
    return random.normal(size=(rows, layers[0])).astype(KIND), targets.astype(KIND)


def start(layers: Layers, replicas: Sequence[int] = (0,)) -> tuple[Any, NDArray[Any]]:
    """The plan and the first parameters."""
    plan = make_plan(layers, layer_activations(layers, SIGNS, SIGNS))
    return plan, draw_parameters("peers", layers, 1, replicas)


def first_parts(layers: Layers) -> tuple[list[NDArray[Any]], list[NDArray[Any]]]:
    """First weights (n_in, n_out) and biases (n_out,) of each layer, in float32."""
    plan, parameters = start(layers)
    weights, biases = split(plan, parameters[0])
    return [part.astype(KIND) for part in weights], [part.astype(KIND) for part in biases]


def first_stacks(replicas: int) -> tuple[list[NDArray[Any]], list[NDArray[Any]]]:
    """The same of the twins: weights (replicas, n_in, n_out), biases (replicas, 1, n_out)."""
    plan, parameters = start(TWINS, range(replicas))
    stacks = [split(plan, row) for row in parameters]
    weights = [np.array([parts[k] for parts, _ in stacks], KIND) for k in range(len(TWINS) - 1)]
    biases = [np.array([parts[k] for _, parts in stacks], KIND)[:, None] for k in range(len(TWINS) - 1)]
    return weights, biases


def pixels() -> NDArray[Any]:
    """The inputs of a square picture."""
    axis = np.linspace(-6, 6, SIDE, dtype=KIND)
    return np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)


def plane_rows(layers: Layers) -> tuple[LossPlane, NDArray[np.float64]]:
    """A plane through the first parameters, and the coordinates of some rows of its landscape, (points, 2)."""
    plan, parameters = start(layers)
    axis = np.linspace(-1, 1, SIDE)
    coordinates = np.stack(np.meshgrid(axis, axis[:AT_A_TIME]), axis=-1).reshape(-1, 2)
    return random_plane(plan, parameters[0]), coordinates


def parts_of(layers: Layers, rows: Any) -> list[tuple[Any, Any]]:
    """Parameters (points, slots), of any library, as weights (points, n_in, n_out) and biases (points, 1, n_out)."""
    parts, at = [], 0
    for n_in, n_out in pairwise(layers):
        weights = rows[:, at : at + n_in * n_out].reshape(-1, n_out, n_in).swapaxes(1, 2)
        at += (n_in + 1) * n_out
        parts.append((weights, rows[:, None, at - n_out : at]))
    return parts
