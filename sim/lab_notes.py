"""The notes of an arm: losses, penalties and accuracies at the end of epochs, few enough to draw and to keep.

They are taken at the epochs that are multiples of a stride. Where the records are full, every second goes and the
stride doubles, so what is kept depends on the epoch alone: however a run came to an epoch, the notes are the same.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

RECORDS = 192
VALUES = 6
"""Loss, test loss, both penalties, accuracy, test accuracy."""


def no_values() -> Array:
    """Room for records."""
    return np.full((VALUES, RECORDS), np.nan)


def no_clocks() -> Whole:
    """Room for the epochs and the updates of records."""
    return np.zeros((2, RECORDS), np.int64)


@dataclass(eq=False)
class LabNotes:
    """Changed in place; `clone` makes a copy. The first `count` columns are in use; clocks: epochs, then updates."""

    stride: int = 1
    count: int = 0
    clocks: Whole = field(default_factory=no_clocks)
    values: Array = field(default_factory=no_values)

    def clone(self) -> "LabNotes":
        """A copy with arrays of its own."""
        return LabNotes(self.stride, self.count, self.clocks.copy(), self.values.copy())

    @property
    def last(self) -> int:
        """The epoch of the last note, -1 where there is none."""
        return int(self.clocks[0, self.count - 1]) if self.count else -1

    def next_after(self, epoch: int) -> int:
        """The next epoch at which a note is due."""
        return (epoch // self.stride + 1) * self.stride

    def note(self, epoch: int, step: int, values: tuple[float, ...]) -> None:
        """Write down the values of `epoch`, a multiple of the stride later than all before."""
        if self.count == RECORDS:
            self._thin()
            if epoch % self.stride:
                return
        self.clocks[:, self.count] = epoch, step
        self.values[:, self.count] = values
        self.count += 1

    def _thin(self) -> None:
        self.stride *= 2
        keep = np.flatnonzero(self.clocks[0, : self.count] % self.stride == 0)
        self.count = len(keep)
        self.clocks[:, : self.count], self.values[:, : self.count] = self.clocks[:, keep], self.values[:, keep]

    def seen(self) -> tuple[Whole, Array]:
        """(clocks, values) as copies."""
        return self.clocks[:, : self.count].copy(), self.values[:, : self.count].copy()
