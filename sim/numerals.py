"""Numbers as people type them and as they are shown.

Read: a decimal point or a decimal comma, "1e-3", "2·10⁻³", "2*10^-3", a true minus sign, spaces around, groups of three
parted by a (thin) space. Not read: nan, inf, words, digits of other scripts, underscores, anything that is not wholly a
number. A comma is always the decimal comma: "1,000" is one.

Written: fixed digits, so that columns of figures stand still; a true minus sign (U+2212), never "-0.0"; groups of
three from 10 000 on, parted by a narrow no-break space; powers as "1.00·10⁻⁸". Whatever is written can be read
again.

The decimal mark is that of the language on the screen, set once by `use_marks`; files, the command line and everything
else that two people may exchange never go through what is written here. Points and commas never part groups, for such
a number could be read in two ways (ISO 80000-1 says the same). `plain_number` takes the marks of the language from
what was typed, and refuses what means one number there and another one elsewhere.
"""

import math
import re
from dataclasses import dataclass

from sim.errors import ConfigError
from sim.phrases import Own, phrase

MINUS = "\u2212"
THIN = "\u202f"
LONGEST_NUMBER = 64
SMALLEST_POSITIONAL = 1e-5
LARGEST_POSITIONAL = 1e12
LARGEST_FIXED = 1e15
TIMES = "\u00b7"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

_APOSTROPHES = "'\u2019"
_SPACES = " \t\u00a0\u2007\u2009\u202f"
_GROUPS = re.compile(rf"([0-9]{{1,3}})((?:[{_SPACES}][0-9]{{3}})+)(?![0-9])")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile(
    rf"(?P<sign>[+-]?)(?:(?P<factor>[0-9.,]+)[{_SPACES}]*[{TIMES}×*][{_SPACES}]*)?"
    r"10(?:\^(?P<typed>[+-]?[0-9]{1,4})|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))"
)
_PARTED = re.compile(rf"(?<![0-9])[0-9]{{1,3}}(?:[{_APOSTROPHES}][0-9]{{3}})+(?![0-9])")
_TWO_WAYS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")


@dataclass
class Marks:
    """How the language on the screen writes numbers: what stands before the fraction, and between groups of three.

    `grouping` is what people there may type between groups; "" where nobody has said.
    """

    decimal: str = "."
    group: str = THIN
    grouping: str = ""


_marks = Marks()


def use_marks(decimal: str = ".", grouping: str = "") -> None:
    """Write and read with these marks from now on. Without arguments: as the program starts."""
    _marks.decimal = "," if decimal == "," else "."
    _marks.grouping = grouping
    _marks.group = grouping if grouping and grouping in _APOSTROPHES else THIN


def localised(text: str) -> str:
    """A number that Python wrote, with the decimal mark of the language."""
    return text if _marks.decimal == "." else text.replace(".", _marks.decimal)


def write_count(count: int) -> str:
    """A whole number, in groups from 10 000 on."""
    return _tidy(str(count), count)


def plain_number(text: str) -> str:
    """What was typed, without the groups' marks of this language. ConfigError where it can mean two numbers."""
    plain = text.strip()
    if len(plain) > LONGEST_NUMBER or not _marks.grouping:
        return text
    if _marks.grouping in _APOSTROPHES:
        return _PARTED.sub(lambda found: "".join(c for c in found[0] if c not in _APOSTROPHES), plain)
    two_ways = _TWO_WAYS.fullmatch(plain.replace(MINUS, "-"))
    if two_ways and two_ways[1] == _marks.grouping:
        whole = plain.replace(two_ways[1], "")
        raise ConfigError(
            phrase(
                "{typed} can be read as {whole} or as {fraction}; type one of these.",
                typed=Own(plain), whole=whole, fraction=plain.replace(two_ways[1], _marks.decimal) + "0",
            )
        )  # fmt: skip
    return text


def read_number(text: str) -> float:
    """The finite number that `text` spells. ValueError where it spells none."""
    plain = text.strip().replace(MINUS, "-")
    if _marks.group != THIN:
        plain = plain.replace(_marks.group, "") if _PARTED.search(plain) else plain
    if len(plain) > LONGEST_NUMBER:
        raise ValueError("too long")
    plain = _GROUPS.sub(_join, plain, count=1)
    power = _POWER.fullmatch(plain)
    plain = plain if power is None else _spell(power)
    if not _NUMBER.fullmatch(plain):
        raise ValueError("not a number")
    value = float(plain.replace(",", "."))
    if not math.isfinite(value):
        raise ValueError("too large")
    return value + 0.0


def write_fixed(value: float, decimals: int) -> str:
    """`decimals` digits after the point, with an exponent only where the number would not fit anywhere."""
    return _tidy(f"{value:.{decimals}{'f' if abs(value) < LARGEST_FIXED else 'e'}}", value)


def write_significant(value: float, digits: int) -> str:
    """`digits` digits that count, trailing zeros kept: 0.0100, 1.00·10⁻⁸. Whole parts are never cut."""
    size = abs(value)
    if size and not SMALLEST_POSITIONAL <= size < LARGEST_POSITIONAL:
        return _tidy(f"{value:.{max(digits - 1, 0)}e}", value)
    exponent = int(f"{size:.{max(digits - 1, 0)}e}".partition("e")[2]) if size and math.isfinite(size) else 0
    return write_fixed(value, max(digits - 1 - exponent, 0))


def write_short(value: float, digits: int = 12) -> str:
    """As short as it can be said: the ends of a range, a step, a size."""
    text = f"{value:.{digits}g}"
    if "e" in text and SMALLEST_POSITIONAL <= abs(value) < 1:
        text = f"{value:.{digits + 4}f}".rstrip("0")
    return _tidy(text, value)


def _join(match: re.Match[str]) -> str:
    return match[1] + "".join(c for c in match[2] if c not in _SPACES)


def _spell(match: re.Match[str]) -> str:
    """A power of ten as Python spells it."""
    exponent = match["typed"] or match["raised"].translate(_LOWERED)
    return f"{match['sign']}{match['factor'] or 1}e{exponent}"


def _tidy(text: str, value: float) -> str:
    """Sign, exponent and groups of a number that Python wrote."""
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else ("∞" if value > 0 else MINUS + "∞")
    mantissa, _, exponent = text.lstrip("-").partition("e")
    whole, point, fraction = mantissa.partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", _marks.group)
    negative = text.startswith("-") and any(digit in "123456789" for digit in mantissa)
    sign, written = MINUS if negative else "", whole + (point and _marks.decimal) + fraction
    if not exponent:
        return sign + written
    return sign + ("" if written == "1" else written + TIMES) + "10" + str(int(exponent)).translate(RAISED)
