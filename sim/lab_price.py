"""A setting that may be nothing at all, or a number of any size: what a weight costs."""

import math
from dataclasses import dataclass

from sim.numerals import write_significant
from sim.params import Real

NOTHING = 0.03
"""So much of the slider means 0."""
LEAST = 1e-4
"""The smallest number above 0 that the slider gives."""


@dataclass(frozen=True)
class Price(Real):
    """A number from 0; on the slider 0 lies at the left end, and beside it LEAST to `high` on a logarithmic scale."""

    def at(self, position: float) -> float:
        """The value at `position` of the slider, 0 to 1: exact at both ends, never beyond them."""
        if position >= 1:
            return float(self.high)
        if not position >= NOTHING:
            return 0.0
        share = (position - NOTHING) / (1.0 - NOTHING)
        return min(float(LEAST * math.exp(share * math.log(self.high / LEAST))), float(self.high))

    def position(self, value: float) -> float:
        """Where `value` stands on the slider, 0 to 1."""
        if not value > 0.0:
            return 0.0
        share = math.log(max(value, LEAST) / LEAST) / math.log(self.high / LEAST)
        return min(1.0, NOTHING + (1.0 - NOTHING) * max(share, 0.0))

    def _write(self, value: float, digits: int) -> str:
        return write_significant(value, digits) if value else "0"
