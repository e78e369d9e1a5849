"""What a picture of the layers shows, as plain numbers, and which powers of ten its axis has.

Both signals are told as shares of what they began with. The way back begins at the output, where the error comes in,
and the way forward at the first layer. A layer that hands everything on leaves its share as it was: 1 is the line that
healthy layers keep.

The axis has one of few fixed reaches, so that it stands still under a hand and a fall is seen as a fall. It changes
when the hand lets go.
"""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array

REACHES = (3, 6, 10, 20, 50, 100, 200, 320)
"""Powers of ten, below 1 and above it."""
LEAST_BELOW, LEAST_ABOVE = 6, 1


def nothing() -> Array:
    """No numbers."""
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class LayerSignals:
    """Everything by layer, the first (next to the input) first, the output last: (depth + 1,), the others (depth,).

    back: the error that arrives, 1 at the output. forward: (depth,) the answers, 1 at the first. keeps: (depth,) what
    arrives at a layer as a share of what arrived at the next. low, high: the range of `back` over other seeds. told:
    the gradient of the weights, 1 at the output. dead: (depth,) the share of units that never answer.
    """

    back: Array
    forward: Array = field(default_factory=nothing)
    keeps: Array = field(default_factory=nothing)
    low: Array = field(default_factory=nothing)
    high: Array = field(default_factory=nothing)
    told: Array = field(default_factory=nothing)
    dead: Array = field(default_factory=nothing)

    @property
    def depth(self) -> int:
        """How many layers before the output."""
        return max(0, int(self.back.size) - 1)


@dataclass(frozen=True)
class Reach:
    """The powers of ten that an axis shows."""

    low: float = -10.0
    high: float = 1.0

    def between(self, other: "Reach", share: float) -> "Reach":
        """On the way to `other`."""
        return Reach(
            self.low * (1.0 - share) + other.low * share,
            self.high * (1.0 - share) + other.high * share,
        )

    def share(self, exponent: float) -> float:
        """0 at the lower end, 1 at the upper; beyond them where the number lies beyond."""
        return (exponent - self.low) / (self.high - self.low)


def exponents(values: Array) -> Array:
    """The powers of ten of numbers; minus infinity where there is nothing, NaN where there is no number."""
    with np.errstate(divide="ignore", invalid="ignore"):
        known = np.where(np.isfinite(values), np.maximum(values, 0.0), np.nan)
        found: Array = np.log10(known)
    return found


def reach_of(signals: LayerSignals) -> Reach:
    """The smallest reach that shows all that is there."""
    every = np.concatenate([exponents(values) for values in (signals.back, signals.forward)])
    known = every[np.isfinite(every)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    return Reach(-float(_rounded(-low, LEAST_BELOW)), float(_rounded(high, LEAST_ABOVE)))


def _rounded(wanted: float, least: int) -> int:
    """The next reach that is far enough; a little air is left."""
    if wanted <= least * 0.9:
        return least
    return next((reach for reach in REACHES if reach >= least and wanted <= reach * 0.94), REACHES[-1])
