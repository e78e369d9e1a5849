"""What every deep network here begins with: the digits it sees, and the numbers its weights are made of.

The digits are centred pixel by pixel and divided by one number, the spread of all pixels. 500 digits from anywhere are
the test (`shuffled_writers(0)`), the others train; the first 256 of those are the ones a profile is measured on.

**The same numbers for every depth, width and start.** Layer k of a network takes the corner of a square of 64 x 64
numbers that belongs to k alone, and the start only says how large they are. So a network that grows by a layer keeps
its other layers, and bars under a slider move because of the depth, not because other numbers were drawn. Uniform
and normal numbers come from `sim.initialisers.draw_numbers`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sim.digits import CLASSES, SIDE, digits, shuffled_writers
from sim.initialisers import INITIALISERS, draw_numbers

Array = NDArray[np.float64]
Weights = list[Array]

PIXELS = SIDE * SIDE
DEEPEST, WIDEST, NARROWEST = 100, 64, 8
SEEN = 256
"""How many training digits a profile and the error of training are measured on."""
BLOCK = 21
"""So many squares are drawn at once; the first of all is the last layer's, whatever the depth."""
STARTS = ("fan_in", "glorot", "he", "uniform", "zero")
"""The keys of INITIALISERS that a deep network can begin with; biases begin at 0."""


@dataclass(frozen=True, eq=False)
class Digits:
    """x: (count, 64) centred and divided; labels (count,); targets (count, 10) one-hot; pixels (count, 64) 0 to 1."""

    x: Array
    labels: NDArray[np.int64]
    targets: Array
    pixels: Array

    def rows(self, wanted: NDArray[np.int64] | slice) -> "Digits":
        """Some of them."""
        return Digits(self.x[wanted], self.labels[wanted], self.targets[wanted], self.pixels[wanted])


@lru_cache(maxsize=1)
def digits_seen() -> tuple[Digits, Digits, Digits]:
    """(training digits, test digits, the 256 a profile is measured on)."""
    pixels, labels = digits()
    x = (pixels - pixels.mean(axis=0)) / pixels.std()
    everything = Digits(x, labels, np.eye(CLASSES)[labels], pixels)
    train, test = (everything.rows(rows) for rows in shuffled_writers(0))
    return train, test, train.rows(slice(SEEN))


def pixel_scale() -> tuple[Array, float]:
    """(mean (64,), spread): pixels = mean + spread x."""
    pixels, _ = digits()
    return pixels.mean(axis=0), float(pixels.std())


def layer_sizes(depth: int, width: int) -> tuple[int, ...]:
    """64 pixels, `depth` hidden layers, 10 classes."""
    return (PIXELS, *([width] * depth), CLASSES)


def squares(seed: int, replica: int, normal: bool, layer: int) -> Array:
    """The 64 x 64 numbers of a layer; -1 is the last."""
    block, place = divmod(layer + 1, BLOCK)
    return np.asarray(_block(seed, replica, normal, block)[place])


@lru_cache(maxsize=64)
def _block(seed: int, replica: int, normal: bool, block: int) -> Array:
    """21 squares, drawn as one more replica."""
    number = np.array([replica * (DEEPEST // BLOCK + 1) + block], np.uint32)
    drawn = draw_numbers(BLOCK * WIDEST * WIDEST, seed, number, normal).reshape(BLOCK, WIDEST, WIDEST)
    drawn.flags.writeable = False
    return drawn


def draw_first(depth: int, start: str, seed: int, replica: int) -> Iterator[None]:
    """Have the numbers of a network drawn, a part at a time."""
    for layer in range(-1, depth, BLOCK):
        squares(seed, replica, INITIALISERS[start].normal, layer)
        yield


def first_weights(sizes: tuple[int, ...], start: str, seed: int, replica: int = 0, gain: float = 1.0) -> Weights:
    """The weights of every layer, (inputs, units) each, `gain` times what the start says."""
    entry, last = INITIALISERS[start], len(sizes) - 2
    weights = []
    for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
        square = squares(seed, replica, entry.normal, -1 if layer == last else layer)
        weights.append(square[:n_in, :n_out] * (gain * entry.size(n_in, n_out)))
    return weights
