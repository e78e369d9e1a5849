"""Pencil and paper: reads a printed table of sums as a reader would, and reckons every row again from what is printed.

Nothing of the code that prints is used: numbers are read off the text, in decimals.
"""

import math
import re
from collections.abc import Callable
from decimal import Decimal, localcontext

RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NUMBER = r"−?[0-9\u202f]+(?:\.[0-9]+)?(?:·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
CALLS: dict[str, Callable[[float], float]] = {
    "z > 0": lambda z: float(z > 0.0),
    "z": lambda z: z,
    "σ(z)": lambda z: 1.0 / (1.0 + math.exp(-z)) if z > -700.0 else 0.0,
    "tanh(z)": math.tanh,
    "max(0, z)": lambda z: max(0.0, z),
    "max(0.01 z, z)": lambda z: max(0.01 * z, z),
}


def number(text: str) -> Decimal:
    """The number that a text spells."""
    assert re.fullmatch(NUMBER, text), text
    plain = text.replace("−", "-").replace("\u202f", "")
    mantissa, _, exponent = plain.partition("·10")
    return Decimal(mantissa).scaleb(int(exponent.translate(RAISED))) if exponent else Decimal(mantissa)


def half_unit(text: str) -> Decimal:
    """Half a unit of the last digit that is printed."""
    mantissa, _, exponent = text.partition("·10")
    decimals = len(mantissa.partition(".")[2])
    return Decimal("0.5").scaleb((int(exponent.translate(RAISED)) if exponent else 0) - decimals)


def agrees(text: str, value: Decimal | float) -> bool:
    """Is `text` what `value` is printed as, to its last digit?"""
    slack = Decimal(0) if isinstance(value, Decimal) else Decimal(abs(value)) * Decimal("1e-12") + Decimal("1e-15")
    with localcontext(prec=700):
        return abs(number(text) - Decimal(value)) <= half_unit(text) + slack


def signed_sum(text: str) -> Decimal:
    """0.812 + 0.532 − 0.290."""
    first, *others = re.split(r" ([+−]) ", text)
    total = number(first)
    with localcontext(prec=700):
        for sign, part in zip(others[::2], others[1::2], strict=True):
            total = total + number(part) if sign == "+" else total - number(part)
    return total


class Paper:
    """The rows that have been reckoned again, and what they came to."""

    def __init__(self) -> None:
        self.column: list[Decimal] = []
        self.sums: list[Decimal] = []
        self.z = Decimal(0)
        self.parts: list[tuple[Decimal, str]] = []
        self.checked = 0

    def read(self, text: str) -> "Paper":
        """Every row of a table; AssertionError names the first that is wrong."""
        for line in text.splitlines():
            cells = line.split("\t")
            if len(cells) == 3:
                assert self.is_right(*cells), line
        parts = shares([z for z, _ in self.parts]) if self.parts else []
        for part, (_, value) in zip(parts, self.parts, strict=True):
            assert agrees(value, part), self.parts
        return self

    def is_right(self, what: str, how: str, value: str) -> bool:
        """One row; those that only tell something are right."""
        self.checked += 1
        if product := re.fullmatch(rf"({NUMBER}) · ({NUMBER})", how):
            self.column.append(number(value))
            return agrees(value, number(product[1]) * number(product[2]))
        if what == "bias" or how.endswith("more terms"):
            self.column.append(number(value))
            return True
        if what.startswith("sum z"):
            with localcontext(prec=700):
                total, self.z, self.column = sum(self.column, Decimal(0)), number(value), []
                return total == self.z
        return self.follows(what, how, value)

    def follows(self, what: str, how: str, value: str) -> bool:
        """What is made of a sum."""
        call = what.rpartition(" = ")[2]
        if call in CALLS and not how:
            return agrees(value, CALLS[call](float(self.z)))
        if re.fullmatch(r"z[₀-₉]+", what):
            self.sums.append(number(value))
            return True
        if share := re.fullmatch(r"exp\(z([₀-₉]+)\) / .*", what):
            index = int(share[1].translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"))) - 1
            return agrees(value, shares(self.sums)[index])
        if part := re.fullmatch(rf"exp\(({NUMBER})\) / sum of all exp\(z\)", how):
            self.parts.append((number(part[1]), value))
            return True
        if re.fullmatch(rf"{NUMBER}( [+−] {NUMBER})*", how):
            return agrees(value, signed_sum(how))
        if leaky := re.fullmatch(rf"max\(0\.01 · \(({NUMBER})\), ({NUMBER})\)", how):
            return leaky[1] == leaky[2] and agrees(value, max(0.01 * float(number(leaky[1])), float(number(leaky[2]))))
        for name, rule in CALLS.items():
            inner = re.fullmatch(re.escape(name).replace("z", r"([^()]+)", 1), how)
            if inner and name != "z" and "0.01" not in name:
                return agrees(value, rule(float(signed_sum(inner[1]))))
        if surprise := re.fullmatch(rf"ln\(1 \+ exp\(({NUMBER})\)\)", how):
            z = float(number(surprise[1]))
            return agrees(value, max(z, 0.0) + math.log1p(math.exp(-abs(z))))
        if square := re.fullmatch(r"½ \((.+)\)²", how):
            return agrees(value, 0.5 * float(signed_sum(square[1])) ** 2)
        self.checked -= 1
        return True


def shares(sums: list[Decimal]) -> list[float]:
    """Softmax of printed sums."""
    largest = max(sums)
    parts = [math.exp(float(one - largest)) for one in sums]
    return [part / sum(parts) for part in parts]


def reckon_again(text: str) -> int:
    """How many rows of a table were reckoned again and found right."""
    return Paper().read(text).checked
