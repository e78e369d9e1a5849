"""Numbers as they are printed: decimals that can be added and multiplied by hand, exactly.

A `Grid` says how a column of figures is written: so many decimals, in units of a power of ten. `printed` is the decimal
number that stands on the screen; whatever is computed from it further is computed from that number, and not from the
one behind it, so that a sum done with pencil and paper gives the printed result.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from sim.numerals import RAISED, TIMES, write_fixed

EXACT = Context(prec=400, rounding=ROUND_HALF_EVEN)
LARGEST, SMALLEST = 1e5, 1e-2
ZERO = Decimal(0)


@dataclass(frozen=True)
class Grid:
    """`decimals` figures after the point, in units of 10 ** exponent."""

    decimals: int
    exponent: int = 0

    def printed(self, value: float | Decimal) -> Decimal:
        """The number that is printed for `value`, which must be finite."""
        step = Decimal(1).scaleb(self.exponent - self.decimals)
        return EXACT.quantize(Decimal(value), step) + ZERO

    def write(self, value: float | Decimal) -> str:
        """How it is printed. What is no finite number is said in words."""
        if not _is_finite(value):
            return write_fixed(float(value), self.decimals)
        mantissa = write_fixed(float(self.printed(value).scaleb(-self.exponent)), self.decimals)
        return mantissa if not self.exponent else f"{mantissa}{TIMES}10{str(self.exponent).translate(RAISED)}"


def grid_for(largest: float, decimals: int) -> Grid:
    """The grid of a column whose largest number is `largest` in size: plain, or in units of a power of ten."""
    if largest == 0.0 or not math.isfinite(largest) or SMALLEST <= largest < LARGEST:
        return Grid(decimals)
    return Grid(decimals, math.floor(math.log10(largest)))


def product(one: Decimal, two: Decimal) -> Decimal:
    """one times two, without rounding."""
    return EXACT.multiply(one, two)


def total(numbers: list[Decimal]) -> Decimal:
    """The sum, without rounding."""
    result = ZERO
    for number in numbers:
        result = EXACT.add(result, number)
    return result


def _is_finite(value: float | Decimal) -> bool:
    return value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)
