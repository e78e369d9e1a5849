"""Sums and products of cells as they are printed in a bubble: few terms in a line, many in a table.

Every number is rounded as it is printed, and what follows is reckoned from the printed one; so a line can be checked
with pencil and paper. Three decimals are shown, more only where three would lead more than 0.005 astray.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sim.arithmetic import Line, Run
from sim.network_arithmetic import ASTRAY, DECIMALS, FLEW
from sim.phrases import phrase, word
from sim.printed_numbers import Grid, grid_for, product
from sim.printed_sums import DIVIDER, STRONG, Sum, is_finite, printed_sum, row, sign_role, signed_row

IN_A_LINE = 4
"""Up to so many terms stand side by side."""
PLAIN = Grid(DECIMALS[0])
FLOWN = (Line(((FLEW, "bad"),)),)


@dataclass(frozen=True)
class Written:
    """Lines as shown, all of them as copied, the printed result and the exact one."""

    lines: tuple[Line, ...]
    whole: tuple[Line, ...]
    value: float
    exact: float
    grid: Grid = PLAIN


@dataclass(frozen=True)
class Factors:
    """A sum of products: the names of its terms, both factors of each, what is added at the end and its name.

    share: what the sum is divided by, 1 for nothing; result: the name of what it comes to; alone: all first factors are
    1 and not worth writing.
    """

    names: Sequence[str]
    ones: Sequence[float]
    twos: Sequence[float]
    result: str
    bias: float = 0.0
    bias_name: str = ""
    share: int = 1
    alone: bool = False

    @property
    def exact(self) -> float:
        """The sum where nothing is rounded."""
        products = [float(a) * float(b) for a, b in zip(self.ones, self.twos, strict=True)]
        return math.fsum([*products, self.bias]) / self.share


def written_sum(factors: Factors) -> Written:
    """The sum with its terms, in lines or in a table."""
    if not is_finite(factors.ones, factors.twos, factors.bias):
        return Written(FLOWN, FLOWN, math.nan, math.nan)
    exact = factors.exact
    for decimals in DECIMALS:
        found = printed_sum(factors.names, factors.ones, factors.twos, factors.bias, decimals)
        grid = found.column if factors.share == 1 else grid_for(abs(exact), decimals)
        value = grid.printed(found.z / factors.share)
        if abs(float(value) - exact) <= ASTRAY * 10.0**grid.exponent:
            break
    if len(factors.names) <= IN_A_LINE:
        lines = in_lines(factors, found, value, grid)
        return Written(lines, lines, float(value), exact, grid)
    return Written(
        in_table(factors, found, value, grid, False), in_table(factors, found, value, grid, True), float(value), exact,
        grid,
    )  # fmt: skip


def in_lines(factors: Factors, found: Sum, value: Decimal, grid: Grid) -> tuple[Line, ...]:
    """The products with their numbers, what each comes to, and the result, large."""
    first: list[Run] = []
    for term in found.terms:
        first += [(" + ", "ink")] if first else []
        (one, two), roles = (bracketed(text) for text in term.texts), [sign_role(part) for part in term.factors]
        first += [(two, roles[1])] if factors.alone else [(one, roles[0]), (" · ", "ink"), (two, roles[1])]
    values, added = [term.value for term in found.terms], float(sum(term.value for term in found.terms) + found.bias)
    if factors.bias_name:
        first += [(" + ", "ink"), (bracketed(found.column.write(found.bias)), sign_role(found.bias))]
        values.append(found.bias)
    lines = [Line(tuple(first))]
    if len(values) > 1:
        lines.append(Line((("= ", "ink"), (signed_row(values, found.column), "ink")), (float(found.z), added)))
    end = [("= ", "figure"), (grid.write(value), "figure")]
    if factors.share > 1:
        sums = phrase("= {sum} / {examples} examples", sum=found.column.write(found.z), examples=factors.share)
        lines.append(Line(((sums, "ink"),)))
    if factors.bias_name:
        end += [("    ", "soft"), (phrase("last term: the bias {name}", name=factors.bias_name), "soft")]
    return (*lines, Line(tuple(end), (float(value), float(found.z) / factors.share)))


def in_table(factors: Factors, found: Sum, value: Decimal, grid: Grid, whole: bool) -> tuple[Line, ...]:
    """A row for each term; of many, those in the middle are one row."""
    terms = found.rows(whole=whole)
    lines = list(terms if factors.bias_name else terms[:-1])
    if factors.alone:
        lines = [without_ones(line) for line in lines]
    lines += [DIVIDER, found.sum_row(word("sum") if factors.share > 1 else factors.result)]
    if factors.share > 1:
        by = phrase("divided by {examples} examples", examples=factors.share)
        equation = (float(value), float(found.z) / factors.share)
        lines.append(row(factors.result, by, grid.write(value), STRONG, equation))
    return (*lines, without_rounding(factors.exact, grid))


def without_ones(line: Line) -> Line:
    """A row of a term whose first factor is 1: its middle cell is left empty. The row of many terms keeps its own."""
    name, tab, how, other_tab, value = line.runs
    return line if name[0] == "…" else Line((name, tab, ("", how[1]), other_tab, value), line.equation)


def written_product(one: tuple[str, float], two: tuple[str, float], result: str) -> Written:
    """Two named numbers and their product."""
    return written_factors((one, two), result)


def written_factors(factors: Sequence[tuple[str, float]], result: str) -> Written:
    """Named numbers, a row each, and their product."""
    exact = math.prod(float(number) for _, number in factors)
    if not all(math.isfinite(number) for _, number in factors) or not math.isfinite(exact):
        return Written(FLOWN, FLOWN, math.nan, math.nan)
    for decimals in DECIMALS:
        grids = [grid_for(abs(number), decimals) for _, number in factors]
        made = Decimal(1)
        for grid, (_, number) in zip(grids, factors, strict=True):
            made = product(made, grid.printed(number))
        last = grid_for(abs(exact), decimals)
        value = last.printed(made)
        if abs(float(value) - exact) <= ASTRAY * 10.0**last.exponent:
            break
    texts = [grid.write(number) for grid, (_, number) in zip(grids, factors, strict=True)]
    rows = [
        row(name, "", text, ("soft", "soft", sign_role(number)))
        for text, (name, number) in zip(texts, factors, strict=True)
    ]
    how = " · ".join(bracketed(text) for text in texts)
    lines = (*rows, DIVIDER, row(result, how, last.write(value), STRONG, (float(value), float(made))))
    return Written(lines, lines, float(value), exact, last)


def written_difference(one: tuple[str, float], two: tuple[str, float], result: str) -> Written:
    """One named number minus another."""
    exact = float(one[1]) - float(two[1])
    if not math.isfinite(exact):
        return Written(FLOWN, FLOWN, math.nan, math.nan)
    for decimals in DECIMALS:
        grid = grid_for(max(abs(one[1]), abs(two[1])), decimals)
        value = grid.printed(one[1]) - grid.printed(two[1])
        if abs(float(value) - exact) <= ASTRAY * 10.0**grid.exponent:
            break
    rows = [row(name, "", grid.write(number), ("soft", "soft", sign_role(number))) for name, number in (one, two)]
    how = f"{grid.write(one[1])} − {bracketed(grid.write(two[1]))}"
    equation = (float(value), float(grid.printed(one[1])) - float(grid.printed(two[1])))
    lines = (*rows, DIVIDER, row(result, how, grid.write(value), STRONG, equation))
    return Written(lines, lines, float(value), exact, grid)


def written_number(what: str, number: float) -> Written:
    """A number that nothing was reckoned for."""
    grid = grid_for(abs(number), DECIMALS[0])
    lines = (row(what, "", grid.write(number), STRONG),)
    return Written(lines, lines, number, number, grid)


def without_rounding(exact: float, grid: Grid) -> Line:
    """The last row of a table: what comes out where nothing is rounded on the way."""
    finer = Grid(grid.decimals + 2, grid.exponent)
    return row("without rounding", "", finer.write(exact), ("faint", "faint", "faint"))


def bracketed(text: str) -> str:
    """A printed number inside a sum or product."""
    return f"({text})" if text.startswith("−") else text
