"""The notes of a run: losses and accuracies at some epochs, few enough to draw and to keep.

They are taken at the epochs that are multiples of a stride. Where the records are full, every second goes and the
stride doubles, so what is kept depends on the epoch alone: however a run came to an epoch, the notes are the same.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.simulations.playground_view import Array, Curves

RECORDS = 512
VALUES = 4
"""Loss, test loss, accuracy, test accuracy."""


def no_records() -> Array:
    """Room for records."""
    return np.full((VALUES, RECORDS), np.nan)


@dataclass(eq=False)
class Notes:
    """Changed in place; `clone` makes a copy. The first `count` columns are in use."""

    stride: int = 1
    count: int = 0
    epochs: NDArray[np.int64] = field(default_factory=lambda: np.zeros(RECORDS, np.int64))
    values: Array = field(default_factory=no_records)
    curves: Curves | None = None

    def clone(self) -> "Notes":
        """A copy with arrays of its own."""
        return Notes(self.stride, self.count, self.epochs.copy(), self.values.copy(), self.curves)

    def next_after(self, epoch: int) -> int:
        """The next epoch at which a note is due."""
        return (epoch // self.stride + 1) * self.stride

    def note(self, epoch: int, values: tuple[float, float, float, float]) -> None:
        """Write down the values of `epoch`, a multiple of the stride later than all before."""
        if self.count == RECORDS:
            self._thin()
            if epoch % self.stride:
                return
        self.epochs[self.count] = epoch
        self.values[:, self.count] = values
        self.count += 1
        self.curves = None

    def _thin(self) -> None:
        self.stride *= 2
        keep = np.flatnonzero(self.epochs % self.stride == 0)
        self.count = len(keep)
        self.epochs[: self.count], self.values[:, : self.count] = self.epochs[keep], self.values[:, keep]

    def seen(self) -> Curves:
        """The records as they are shown; the same object until another is written."""
        if self.curves is None:
            self.curves = Curves(self.epochs[: self.count].copy(), *self.values[:, : self.count].copy())
        return self.curves
