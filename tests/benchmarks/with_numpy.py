"""The networks of the benchmarks as matrix products."""

import numpy as np

from tests.benchmarks.problems import (
    KIND,
    MET,
    RATE,
    SIDE,
    XOR,
    Layers,
    Work,
    first_parts,
    first_stacks,
    parts_of,
    pixels,
    plane_rows,
    problem,
)

BLOCK = 4096


def one(layers: Layers, rows: int, batch: int) -> Work:
    """Epochs of one network."""
    weights, biases = first_parts(layers)
    x, y = problem(layers, rows)
    batches = [(x[k : k + batch], y[k : k + batch]) for k in range(0, rows, batch)]

    def train(epochs: int) -> object:
        for _ in range(epochs):
            for inputs, targets in batches:
                a = [inputs]
                for w, b in zip(weights, biases, strict=True):
                    a.append(np.tanh(a[-1] @ w + b))
                dz = (a[-1] - targets) * (1 - a[-1] * a[-1]) * KIND(RATE / len(inputs))
                for layer in range(len(weights) - 1, -1, -1):
                    dw, db = a[layer].T @ dz, dz.sum(0)
                    dz = (dz @ weights[layer].T) * (1 - a[layer] * a[layer])
                    weights[layer] -= dw
                    biases[layer] -= db
        return weights

    return train


def many(replicas: int) -> Work:
    """Updates of twins, as products of stacks of matrices."""
    (w1, w2), (b1, b2) = first_stacks(replicas)
    (x, y), rate = XOR, KIND(RATE / 4)

    def train(steps: int) -> object:
        for _ in range(steps):
            hidden = np.tanh(x @ w1 + b1)
            a = np.tanh(hidden @ w2 + b2)
            dz2 = (a - y) * (1 - a * a) * rate
            dz1 = (dz2 * w2.transpose(0, 2, 1)) * (1 - hidden * hidden)
            w2[:], b2[:] = w2 - hidden.transpose(0, 2, 1) @ dz2, b2 - dz2.sum(1, keepdims=True)
            w1[:], b1[:] = w1 - x.T @ dz1, b1 - dz1.sum(1, keepdims=True)
        return w1

    return train


def picture(layers: Layers) -> Work:
    """Pictures of the output, as one writes it. Half as fast while its temporaries lie in memory new to the process."""
    parts, inputs = list(zip(*first_parts(layers), strict=True)), pixels()

    def draw(times: int) -> object:
        for _ in range(times):
            a = inputs
            for w, b in parts:
                a = np.tanh(a @ w + b)
        return a

    return draw


def picture_by_hand(layers: Layers) -> Work:
    """The same as fast as numpy gets: units as rows, blocks that stay in the cache, everything in place."""
    parts = [(w.T.copy(), b[:, None].copy()) for w, b in zip(*first_parts(layers), strict=True)]
    points = pixels().T
    blocks = [points[:, k : k + BLOCK].copy() for k in range(0, points.shape[1], BLOCK)]
    rooms, image = [np.empty((len(b), BLOCK), KIND) for _, b in parts], np.empty((1, points.shape[1]), KIND)

    def draw(times: int) -> object:
        for _ in range(times):
            for k, block in enumerate(blocks):
                a = block
                for (w, b), room in zip(parts, rooms, strict=True):
                    np.matmul(w, a, out=room)
                    room += b
                    a = np.tanh(room, out=room)
                image[:, k * BLOCK : (k + 1) * BLOCK] = a
        return image

    return draw


def landscape(layers: Layers) -> Work:
    """Rows of a loss landscape, one at a time, so that its numbers stay in the cache."""
    (plane, coordinates), (x, y) = plane_rows(layers), problem(layers, MET)
    steps = coordinates.astype(KIND).reshape(-1, SIDE, 2)
    middle, first, second = (row.astype(KIND) for row in (plane.middle, plane.first, plane.second))

    def draw(times: int) -> object:
        for _ in range(times):
            for row in steps:
                a = x
                for w, b in parts_of(layers, middle + row[:, :1] * first + row[:, 1:] * second):
                    a = np.tanh(a @ w + b)
                losses = (KIND(0.5) * (a - y) ** 2).sum(axis=2).mean(axis=1)
        return losses

    return draw
