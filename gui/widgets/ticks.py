"""Round numbers: where an axis is marked, what stands at the marks, and between which values a map draws its lines.

A tick is a whole multiple of a step 1, 2, 2.5 or 5 times a power of ten, computed as a ratio of whole numbers, so that
0.3 is 0.3 and never 0.30000000000000004. All ticks of one axis are written with the same number of decimals, with the
true minus sign.
"""

import math
from dataclasses import dataclass

from sim.numerals import MINUS, RAISED, TIMES, localised

_LARGEST = 1e300


@dataclass(frozen=True)
class Step:
    """The distance `mantissa * 10 ** exponent` between neighbours."""

    mantissa: float
    exponent: int

    @property
    def size(self) -> float:
        """The distance as a number."""
        return self.times(1)

    @property
    def decimals(self) -> int:
        """How many decimals a multiple needs."""
        return max(0, (1 if self.mantissa % 1 else 0) - self.exponent)

    def times(self, count: int) -> float:
        """`count` steps, rounded once."""
        product = count * self.mantissa
        return product * 10.0**self.exponent if self.exponent >= 0 else product / 10.0**-self.exponent

    def multiples(self, low: float, high: float) -> tuple[float, ...]:
        """Every multiple from `low` to `high` (with a millionth of a step to spare at both ends)."""
        first = math.ceil(low / self.size - 1e-6)
        last = math.floor(high / self.size + 1e-6)
        return tuple(self.times(count) for count in range(first, last + 1)) if last - first <= 1000 else ()


@dataclass(frozen=True)
class Ticks:
    """The marks of one axis: their values and texts, in rising order."""

    values: tuple[float, ...]
    texts: tuple[str, ...]


def is_usable(low: float, high: float) -> bool:
    """Can the range be divided: finite, rising, and wide enough that its parts differ in floating point?"""
    if not (-_LARGEST < low < high < _LARGEST):
        return False
    return high - low > 1e-9 * max(abs(low), abs(high)) and high - low > 1e-280


def step_for(low: float, high: float, count: float, mantissas: tuple[float, ...] = (1.0, 2.0, 2.5, 5.0)) -> Step:
    """The smallest step among `mantissas` that divides the range into at most `count` parts."""
    raw = (high - low) / count
    exponent = math.floor(math.log10(raw))
    fraction = raw / 10.0**exponent
    for mantissa in mantissas:
        if mantissa >= fraction * (1.0 - 1e-9):
            return Step(mantissa, exponent)
    return Step(1.0, exponent + 1)


def linear_ticks(low: float, high: float, count: float, whole: bool = False) -> Ticks:
    """At most `count + 1` marks from `low` to `high`; `whole` allows no fractions (steps of a run)."""
    if not is_usable(low, high) or count < 1:
        return Ticks((), ())
    step = step_for(low, high, count)
    if whole and step.decimals:
        step = step_for(low, max(high, low + count), count, (1.0, 2.0, 5.0))
    values = step.multiples(low, high)
    return Ticks(values, tuple(tick_text(value, step) for value in values))


def decade_ticks(low: float, high: float, count: float) -> Ticks:
    """Marks at powers of ten for an axis of logarithms: `low` and `high` are exponents, and so are the values."""
    if not is_usable(low, high) or count < 1:
        return Ticks((), ())
    stride = max(1, math.ceil((high - low) / count))
    first = math.ceil(low / stride - 1e-9)
    exponents = [stride * k for k in range(first, math.floor(high / stride + 1e-9) + 1)]
    return Ticks(tuple(map(float, exponents)), tuple(power_of_ten(exponent) for exponent in exponents))


def power_of_ten(exponent: int) -> str:
    """10 to a power: as a plain number from 0.01 to 1000, else with a raised exponent."""
    if -2 <= exponent <= 3:
        return localised(f"{10.0**exponent:.{max(0, -exponent)}f}")
    return "10" + str(exponent).translate(RAISED)


def tick_text(value: float, step: Step) -> str:
    """The value with the decimals its step needs; very large and very small ones as a number times a power of ten."""
    if value == 0.0:
        return "0"
    if step.decimals > 6 or abs(value) >= 1e6:
        return scientific(value, 3)
    return signed(f"{value:.{step.decimals}f}")


def scientific(value: float, digits: int) -> str:
    """A number times a power of ten: 1.5·10⁻⁷."""
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return signed(mantissa) + TIMES + "10" + str(int(exponent)).translate(RAISED)


def signed(text: str) -> str:
    """The text of a number with the true minus sign, and no sign before a zero."""
    if text.startswith("-") and not text.strip("-0."):
        text = text[1:]
    return localised(text.replace("-", MINUS))
