"""How a number stands in a narrow cell: as many decimals as fit, and one power of ten for a matrix of small numbers.

A gradient of 0.0004 would read 0.00 in a cell of two decimals. So a matrix whose largest number is below 0.1, or below
0.3 where there is room for one decimal only, has a power of ten in its heading, and its cells show the numbers without
it. Large numbers stand in the cell as powers.
"""

import math

from sim.numerals import MINUS, RAISED, localised, write_short

SMALL = {2: 0.0995, 1: 0.295}
WIDEST = {2: f"{MINUS}0.00", 1: f"{MINUS}0.0"}
"""The widest number of a cell with so many decimals."""
_TWO_BEFORE, _THREE_BEFORE = 9.995, 99.5
_WHOLE = {2: 9999.5, 1: 999.5, 0: 999.5}


def exponent_of(largest: float, decimals: int = 2) -> int:
    """The power of ten that belongs in the heading of numbers up to `largest`: 0, or a negative one.

    Always 0 where no digits are shown.
    """
    if largest == 0.0 or largest >= SMALL.get(decimals, 0.0):
        return 0
    return max(math.floor(math.log10(largest) + 1e-9), -300)


def power_words(exponent: int) -> str:
    """The power in the heading: "·10⁻³", and nothing for 0."""
    return "·10" + str(exponent).translate(RAISED) if exponent else ""


def cell_words(value: float, decimals: int) -> str:
    """A number for a cell with room for `decimals` digits after the point where there is one before it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    size = abs(value)
    if size >= _WHOLE[decimals]:
        mantissa, power = f"{size:.0e}".split("e")
        text = f"{mantissa}e{int(power)}"
    else:
        fewer = 0 if size >= _THREE_BEFORE else max(decimals - 1, 0) if size >= _TWO_BEFORE else decimals
        text = f"{size:.{fewer}f}"
    negative = value < 0 and any(digit in "123456789" for digit in text)
    return (MINUS if negative else "") + localised(text)


def plain_words(value: float) -> str:
    """A number as a field offers it for typing."""
    return write_short(value, 6)
