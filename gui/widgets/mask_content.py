"""Every class that could come: all masks of a small network, what each answers, and what they answer together.

Mask number m has bit k where hidden unit k is there. They are counted in an order in which the first are of all kinds:
the n-th that is counted has the number n x scatter, modulo how many there are.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class AllMasks:
    """answers (done,): of the masks counted so far, of one output for one example; chances (done,): of each.

    units, masks: hidden units, and 2 to that power. mean: of all counted, by their chances; single: one pass with
    everyone there; both for that example. means, singles (examples,): the same for all examples; example: its place
    among them, or -1. low, high: between which answers lie. output: what the answer is called.
    """

    units: int = 0
    masks: int = 0
    scatter: int = 1
    answers: Array = field(default_factory=_none)
    chances: Array = field(default_factory=_none)
    mean: float = math.nan
    single: float = math.nan
    means: Array = field(default_factory=_none)
    singles: Array = field(default_factory=_none)
    example: int = -1
    low: float = 0.0
    high: float = 1.0
    output: str = ""

    @property
    def done(self) -> int:
        """How many are counted."""
        return len(self.answers)

    @property
    def numbers(self) -> Array:
        """The numbers of the masks counted so far, (done,)."""
        found: Array = np.arange(self.done, dtype=np.int64) * self.scatter % max(1, self.masks)
        return found

    def place_of(self, number: int) -> int:
        """Where a mask stands in the order of counting; -1 where it is not counted yet."""
        found = np.flatnonzero(self.numbers == number)
        return int(found[0]) if len(found) else -1

    def present(self, number: int) -> tuple[int, ...]:
        """Who is there under a mask."""
        return tuple(unit for unit in range(self.units) if number >> unit & 1)

    def spread(self) -> float:
        """How far the answers of the masks lie around their mean."""
        weight = float(self.chances.sum()) if self.done else 0.0
        if not weight > 0.0 or not math.isfinite(self.mean):
            return math.nan
        away = self.answers - self.mean
        return math.sqrt(float((self.chances * away * away).sum()) / weight)

    def farthest(self) -> float:
        """The largest difference between mean and single pass over all examples."""
        away = np.abs(self.means - self.singles)
        away = away[np.isfinite(away)]
        return float(away.max()) if away.size else math.nan


def wall_shape(masks: int) -> tuple[int, int]:
    """Rows and columns of a wall of 2 to some power: a square, or twice as wide as high."""
    power = max(0, masks.bit_length() - 1)
    return 2 ** (power // 2), 2 ** (power - power // 2)
