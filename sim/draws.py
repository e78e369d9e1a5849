"""Random numbers for data, in order of use: the Philox stream of `sim.rng` with a number for what each draw is for.

A draw is a pure function of (seed, purpose, index), so example 17 is the same example whether 20 or 2,000 were asked
for, on every machine: the bits are integers, and logarithm and cosine come from `sim.elementary`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.rng import normal_pair, philox, split_seed

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

DATA = 2
"""Philox's third counter for data; the noise of the race has 0, the starts of its clouds have 1."""
POSITIONS, NOISE, MORE, ORDER, SPLIT, LABELS, WAYS, ILL = 0, 1, 2, 3, 4, 5, 6, 7
"""What a draw is for: Philox's second counter."""


@dataclass(frozen=True)
class Draws:
    """The random numbers that belong to one seed."""

    seed: int

    def words(self, count: int, purpose: int, counter: int = 0) -> tuple[Any, ...]:
        """Four arrays (count,) of random 32-bit words."""
        draw: Any = philox
        return tuple(draw(np.arange(count, dtype=np.uint32), purpose, DATA, counter, *split_seed(self.seed)))

    def uniform(self, count: int, purpose: int) -> Array:
        """(count, 4) numbers in (0, 1), never 0 or 1, of 32 bits each."""
        return (np.stack(self.words(count, purpose), axis=1) + 0.5) * 2.0**-32

    def normal(self, count: int, purpose: int) -> Array:
        """(count, 4) independent standard normal numbers."""
        pair: Any = normal_pair
        words, example = self.words(count, purpose), np.float64(0.0)
        return np.stack([*pair(words[0], words[1], example), *pair(words[2], words[3], example)], axis=1)

    def order(self, count: int, purpose: int = ORDER, counter: int = 0) -> Rows:
        """The numbers 0 .. count - 1 shuffled: sorted by 64 random bits each."""
        high, low, _, _ = self.words(count, purpose, counter)
        keys = np.asarray(high, np.uint64) << np.uint64(32) | np.asarray(low, np.uint64)
        return np.argsort(keys, kind="stable")
