"""Which twin lies where in a histogram of their last losses: bins along powers of ten, each filled from the lowest up.

Losses that are not finite have a bin of their own at the right; zero and what is far below all others share the first
bin. The range ends at whole or half powers of ten, so that it seldom moves while the losses fall.
"""

import math
from dataclasses import dataclass

import numpy as np

from gui.widgets.contours import Array

TINY = 1e-300
MOST_DECADES = 12.0
_ENDS = 2.0


@dataclass(frozen=True, eq=False)
class Bins:
    """`order` holds the twins bin by bin, each bin by rising loss; `starts` (bins + 1,) where each one begins in it.

    `gone` are the twins whose loss is not finite.
    """

    low: float
    high: float
    order: Array
    starts: Array
    gone: Array

    @property
    def counts(self) -> Array:
        """Twins in every bin."""
        counts: Array = np.diff(self.starts)
        return counts

    @property
    def tallest(self) -> int:
        """Twins in the fullest bin, the one at the right included."""
        return int(max(self.counts.max(initial=0), self.gone.size))

    def members(self, bin_: int) -> Array:
        """The twins of a bin by rising loss; bin -1: those that are gone."""
        found: Array = self.gone if bin_ < 0 else self.order[self.starts[bin_] : self.starts[bin_ + 1]]
        return found

    def bin_of(self, twin: int) -> tuple[int, int]:
        """The bin of a twin and its rank in it."""
        if twin in self.gone:
            return -1, int(np.flatnonzero(self.gone == twin)[0])
        place = int(np.flatnonzero(self.order == twin)[0])
        bin_ = int(np.searchsorted(self.starts, place, side="right")) - 1
        return bin_, place - int(self.starts[bin_])


def bins_of(losses: Array, count: int) -> Bins:
    """Sort the last losses (twins,) into `count` bins."""
    finite = np.isfinite(losses)
    places = np.log10(np.maximum(np.where(finite, losses, 1.0), TINY))
    gone = np.flatnonzero(~finite)
    if not finite.any():
        return Bins(-1.0, 0.0, np.zeros(0, int), np.zeros(count + 1, int), gone)
    high = math.ceil(_ENDS * float(places[finite].max())) / _ENDS
    seen = places[finite & (places > np.log10(TINY) + 1)]
    low = max(math.floor(_ENDS * float(seen.min())) / _ENDS if seen.size else high - 1.0, high - MOST_DECADES)
    if high - low < 0.2:
        low, high = (low + high) / 2 - 0.5, (low + high) / 2 + 0.5
    index = np.clip(((places - low) / (high - low) * count).astype(int), 0, count - 1)
    twins = np.flatnonzero(finite)
    order = twins[np.lexsort((losses[twins], index[twins]))]
    starts = np.concatenate(([0], np.cumsum(np.bincount(index[twins], minlength=count))))
    return Bins(low, high, order, starts, gone)
