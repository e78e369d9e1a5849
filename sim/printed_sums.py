"""A weighted sum as a table: every term with its two factors, the bias, the sum.

A row is a `Line` whose cells are parted by tabs: what it is, how it is reckoned, what it comes to. What stands at the
right is always reckoned from what is printed: a term from its two printed factors, the sum from the printed terms. So
the column adds up to the last digit, and the sum may differ in that digit from one that was never rounded.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sim.arithmetic import Line, Run
from sim.phrases import phrase
from sim.printed_numbers import LARGEST, Grid, grid_for, product, total

Roles = tuple[str, str, str]
Equation = tuple[float, float]
TAB: Run = ("\t", "soft")
DIVIDER = Line((("―", "divider"),))
TERMS = 8
FIRST, LAST = 5, 2
WORTH_FOLDING = 3
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def lowered(number: int) -> str:
    """A number below the line."""
    return str(number).translate(_LOWERED)


def row(
    what: str, how: str, value: str, roles: Roles = ("soft", "soft", "ink"), equation: Equation | None = None
) -> Line:
    """A row of three cells: what it is, how it is reckoned, what it comes to."""
    return Line(((what, roles[0]), TAB, (how, roles[1]), TAB, (value, roles[2])), equation)


def sign_role(value: float | Decimal) -> str:
    """The colour of a signed number; 0 has none."""
    return "plus" if value > 0 else "minus" if value < 0 else "ink"


@dataclass(frozen=True)
class Term:
    """One product: the names of both factors, the two numbers as printed, and what they come to as printed."""

    name: str
    texts: tuple[str, str]
    factors: tuple[Decimal, Decimal]
    value: Decimal


@dataclass(frozen=True)
class Sum:
    """A weighted sum as it is printed. `column` is how its terms, bias and sum are written."""

    terms: tuple[Term, ...]
    bias: Decimal
    column: Grid
    z: Decimal

    @property
    def expression(self) -> str:
        """The terms and the bias in one line: 0.812 + 0.532 − 0.290."""
        return signed_row([*(term.value for term in self.terms), self.bias], self.column)

    def rows(self, marked: int | None = None, whole: bool = False) -> list[Line]:
        """The terms and the bias, a row each; of many, those in the middle are one row with their sum.

        marked: a term that stands out, `len(terms)` for the bias; it is never hidden.
        """
        count = len(self.terms)
        if whole or count <= TERMS:
            shown = set(range(count))
        else:
            shown = {*range(FIRST), *range(count - LAST, count), *([] if marked is None else [marked])}
        lines, place = [], 0
        while place < count:
            if place in shown:
                lines.append(self._term(place, marked))
                place += 1
                continue
            first = place
            while place < count and place not in shown:
                place += 1
            few = place - first < WORTH_FOLDING
            lines += [self._term(k, marked) for k in range(first, place)] if few else [self._hidden(first, place)]
        roles = ("you" if marked == count else "soft", "soft", sign_role(self.bias))
        return [*lines, row("bias", "", self.column.write(self.bias), roles)]

    def _term(self, place: int, marked: int | None) -> Line:
        term = self.terms[place]
        exact = float(product(*term.factors))
        label = "you" if marked == place else "soft"
        return row(
            term.name, " · ".join(term.texts), self.column.write(term.value),
            (label, "ink" if marked == place else "soft", sign_role(term.value)), equation=(float(term.value), exact),
        )  # fmt: skip

    def _hidden(self, first: int, end: int) -> Line:
        part = total([term.value for term in self.terms[first:end]])
        return row(
            "…",
            phrase("{end} more terms", end=end - first),
            self.column.write(part),
            ("faint", "faint", sign_role(part)),
        )

    def sum_row(self, name: str = "sum z") -> Line:
        """What they come to."""
        added = total([*(term.value for term in self.terms), self.bias])
        return row(name, "", self.column.write(self.z), STRONG, equation=(float(self.z), float(added)))


STRONG = ("strong", "strong", "strong")


def signed_row(numbers: Sequence[Decimal], grid: Grid) -> str:
    """Numbers with their signs between them."""
    parts = [grid.write(numbers[0])]
    for number in numbers[1:]:
        parts.append(f"{'−' if number < 0 else '+'} {grid.write(abs(number))}")
    return " ".join(parts)


def is_finite(x: Sequence[float], w: Sequence[float], bias: float) -> bool:
    """Can the sum be printed: are all numbers, products and their sum finite?"""
    products = [float(a) * float(b) for a, b in zip(x, w, strict=True)]
    return math.isfinite(math.fsum(map(abs, products)) + abs(bias)) if all(map(math.isfinite, products)) else False


def printed_sum(
    names: Sequence[str], x: Sequence[float | Decimal], w: Sequence[float], bias: float, decimals: int
) -> Sum:
    """sum x w + bias, with every number printed with so many decimals. All of them must be finite (`is_finite`)."""
    largest = max([abs(bias), *(abs(float(a) * b) for a, b in zip(x, w, strict=True))])
    column = grid_for(largest, decimals)
    calm = column.exponent == 0
    terms = []
    for name, a, b in zip(names, x, w, strict=True):
        one_grid, two_grid = _factor_grid(a, calm, decimals), _factor_grid(b, calm, decimals)
        one, two = one_grid.printed(a), two_grid.printed(b)
        texts = (one_grid.write(a), two_grid.write(b))
        terms.append(Term(name, texts, (one, two), column.printed(product(one, two))))
    shift = column.printed(bias)
    z = total([*(term.value for term in terms), shift])
    return Sum(tuple(terms), shift, column, z)


def _factor_grid(value: float | Decimal, calm: bool, decimals: int) -> Grid:
    """In a calm sum every factor is written like the others, unless it is very large."""
    size = abs(float(value))
    return Grid(decimals) if calm and size < LARGEST else grid_for(size, decimals)
