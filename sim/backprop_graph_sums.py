"""How one number of the graph comes about, written out: what it was made of, and what flows back to it.

The way back is the same for every node: for each node that uses it, the local partial times the adjoint that has
arrived there, and all of them added. Numbers are rounded only where they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.backprop_plan import FUNCTIONS
from sim.graph_content import Run, Sum
from sim.numerals import write_fixed, write_short, write_significant
from sim.phrases import phrase

DECIMALS = 3
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
MOST_TERMS = 5
PLUS: Run = (" + ", "ink")
TIMES: Run = (" · ", "ink")
EQUALS: Run = (" = ", "ink")


def short(value: float) -> str:
    """A number as it stands in a node: three decimals, fewer of a large one, none of a whole one; else a power."""
    size = abs(value)
    if size < 1000.0 and float(value).is_integer():
        return write_short(value)
    if size >= 1e5 or 0.0 < size < 0.5 * 10.0**-DECIMALS:
        return write_significant(value, 2)
    return write_fixed(value, DECIMALS) if size < 100.0 else write_fixed(value, 1)


def factor(value: float) -> str:
    """A number inside a product or a sum."""
    return f"({short(value)})" if value < 0 else short(value)


def sign_of(letter: str, lower: str) -> str:
    """A node's sign in a line of text: z₁."""
    return letter + lower.translate(LOWERED)


def folded(terms: Sequence[Sequence[Run]]) -> list[Run]:
    """Terms with plus signs between them; of a long sum the first ones and the last."""
    shown: list[Sequence[Run]] = list(terms)
    if len(terms) > MOST_TERMS:
        shown = [*terms[: MOST_TERMS - 2], (("…", "soft"),), terms[-1]]
    runs: list[Run] = []
    for term in shown:
        runs += [PLUS, *term] if runs else term
    return runs


def product_line(sign: str, first: float, second: float) -> Sum:
    """A unit times a weight."""
    runs = ((sign, "ink"), EQUALS, (short(first), "plus"), TIMES, (factor(second), "plus"), EQUALS)
    return Sum((*runs, (short(first * second), "plus")))


def sum_line(
    sign: str, products: Sequence[tuple[float, float]], bias: float | None, value: float, detailed: bool
) -> Sum:
    """The products and the bias, once it has joined them. detailed: the products are written out at their own nodes."""
    terms = [_term(one, two, detailed, place > 0) for place, (one, two) in enumerate(products)]
    named = [] if bias is None else [((phrase("bias {value}", value=factor(bias)), "plus"),)]
    runs = ((sign, "ink"), EQUALS, *folded([*terms, *named]), EQUALS, (short(value), "plus"))
    return Sum(runs, (value, sum(one * two for one, two in products) + (bias or 0.0)))


def _term(one: float, two: float, detailed: bool, later: bool) -> tuple[Run, ...]:
    write = factor if later else short
    if detailed:
        return ((write(one * two), "plus"),)
    return (write(one), "plus"), TIMES, (factor(two), "plus")


def held_line(sign: str, value: float) -> Sum:
    """A number that a hand has set."""
    return Sum(((sign, "ink"), EQUALS, (short(value), "you"), ("  set by hand", "soft")))


def function_line(sign: str, activation: str, z: float, value: float, slope: float | None) -> Sum:
    """What a function makes of a sum, and how steep it is there."""
    if activation == "softmax":
        return Sum(
            ((sign, "ink"), (" = its share of e to the sum, among all outputs = ", "soft"), (short(value), "plus"))
        )
    inner = ((FUNCTIONS[activation] + "(", "ink"), (short(z), "plus"), (")", "ink"), EQUALS, (short(value), "plus"))
    there = () if slope is None else ((phrase("   slope there {slope}", slope=short(slope)), "soft"),)
    return Sum(((sign, "ink"), EQUALS, *inner, *there))


def given_line(sign: str, value: float) -> Sum:
    """A number that nothing was reckoned for."""
    return Sum(((sign, "ink"), EQUALS, (short(value), "plus")))


def adjoint_line(sign: str, ways: Sequence[tuple[float, float]], adjoint: float, rest: str = "") -> Sum:
    """Local partial times adjoint for each use, added. ways: (partial, adjoint of who uses it)."""
    terms = [
        ((factor(partial) if place else short(partial), "ink"), TIMES, (factor(above), "grad"))
        for place, (partial, above) in enumerate(ways)
    ]
    runs = (("d" + sign, "grad"), EQUALS, *folded(terms), EQUALS, (short(adjoint), "grad"))
    if len(ways) > 1:
        rest = phrase("   {count} uses, so {count} terms add", count=len(ways))
    return Sum((*runs, (rest, "soft")) if rest else runs, (adjoint, sum(partial * above for partial, above in ways)))
