"""Where the values of a drawn curve lie: a straight axis, or one of powers of ten."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from gui.widgets.ticks import Ticks, decade_ticks, linear_ticks


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`; both above 0 where `log`."""

    low: float
    high: float
    log: bool = False

    def share(self, value: float) -> float:
        """0 at the bottom, 1 at the top; what lies outside is outside. Below every power of ten is the bottom."""
        if not self.log:
            return (value - self.low) / (self.high - self.low)
        if value <= 0:
            return 0.0
        return (math.log10(value) - math.log10(self.low)) / (math.log10(self.high) - math.log10(self.low))

    def value(self, share: float) -> float:
        """The value at a share of the height, to as many digits as a hand can mean."""
        share = min(max(share, 0.0), 1.0)
        if not self.log:
            found = self.low + share * (self.high - self.low)
            return round(found, 2 - math.floor(math.log10(self.high - self.low)))
        found = 10 ** (math.log10(self.low) + share * (math.log10(self.high) - math.log10(self.low)))
        return float(f"{found:.2g}")

    def moved(self, value: float, steps: int) -> float:
        """The value after so many key presses: a twentieth of the axis, or of a power of ten."""
        if self.log:
            return float(f"{max(value, self.low) * 10 ** (steps / 10):.3g}")
        return self.value(self.share(value) + steps / 50)

    def holding(self, values: tuple[float, ...]) -> Scale:
        """Wide enough for these values too."""
        known = [value for value in values if math.isfinite(value) and (value > 0 or not self.log)]
        if not known:
            return self
        low, high = min(self.low, *known), max(self.high, *known)
        if self.log:
            low, high = 10.0 ** math.floor(math.log10(low) + 1e-9), 10.0 ** math.ceil(math.log10(high) - 1e-9)
        return replace(self, low=low, high=high)

    def ticks(self, count: float) -> Ticks:
        """Marks, their values as shares of the height."""
        if self.log:
            found = decade_ticks(math.log10(self.low), math.log10(self.high), count)
            values = tuple(self.share(10.0**exponent) for exponent in found.values)
        else:
            found = linear_ticks(self.low, self.high, count)
            values = tuple(self.share(value) for value in found.values)
        return Ticks(values, found.texts)
