"""What one unit makes of one point, and what its learning rule would change, written out with the printed numbers.

Three rules: Rosenblatt's, the delta rule of a linear unit, and that of a sigmoid unit (`sim.perceptron`). Every number
is rounded as it is printed, and what follows is reckoned from the printed one.
"""

import math
from collections.abc import Sequence
from decimal import Decimal

from sim.arithmetic import Line
from sim.network_arithmetic import ASTRAY, DECIMALS, Explanation, flown
from sim.numerals import write_short
from sim.perceptron import LEARNERS
from sim.phrases import phrase
from sim.printed_numbers import Grid, grid_for, product, total
from sim.printed_sums import DIVIDER, STRONG, Sum, is_finite, lowered, printed_sum, row

SAYS = {"perceptron": "z > 0", "delta": "z", "sigmoid": "σ(z)"}
FACTORS = {"perceptron": "η (t − o)", "delta": "η (t − o)", "sigmoid": "η (t − o) o (1 − o)"}


def explain_learner(
    key: str,
    weights: Sequence[float],
    x: Sequence[float],
    title: str,
    target: float | None = None,
    rate: float | None = None,
    marked: int | None = None,
) -> Explanation:
    """What learner `key` of LEARNERS says of a point, and, with a target and a rate, how it would change by it.

    weights: bias first. marked: a term that stands out, 0 for the first input; len(x) for the bias.
    """
    bias, *ws = (float(weight) for weight in weights)
    if not is_finite(x, ws, bias):
        return flown(title, math.nan)
    exact = answer(key, math.fsum([bias, *(float(a) * w for a, w in zip(x, ws, strict=True))]))
    names = [f"x{lowered(i + 1)} · w{lowered(i + 1)}" for i in range(len(ws))]
    for decimals in DECIMALS:
        found = printed_sum(names, x, ws, bias, decimals)
        grid = {"perceptron": Grid(0), "delta": found.column, "sigmoid": Grid(decimals)}[key]
        o = grid.printed(answer(key, float(found.z)))
        if abs(float(o) - exact) <= ASTRAY * 10.0**grid.exponent:
            break
    ends = [DIVIDER, found.sum_row(), row(f"o = {SAYS[key]}", "", grid.write(o), STRONG)]
    if target is not None:
        ends.append(verdict_row(float(o), target))
        if rate is not None:
            ends += change_rows(key, found, o, grid, target, rate)
    shown = (*found.rows(marked), *ends)
    return Explanation(title, shown, lambda: [*found.rows(marked, whole=True), *ends], float(o), exact)


def answer(key: str, z: float) -> float:
    """What a learner says of its sum."""
    if key == "perceptron":
        return float(z > 0.0)
    if key == "delta":
        return z
    return 1.0 / (1.0 + math.exp(-z)) if z > -700.0 else 0.0


def verdict_row(o: float, target: float) -> Line:
    """Right or wrong: the linear and the sigmoid unit say class 1 above one half."""
    right = (o > 0.5) == (target > 0.5)
    roles = ("soft", "good" if right else "bad", "ink")
    return row("t, should be", "right" if right else "wrong", write_short(target, 6), roles)


def change_rows(key: str, found: Sum, o: Decimal, grid: Grid, target: float, rate: float) -> list[Line]:
    """The rule's factor, and every weight after it."""
    shares = o * (1 - o) if key == "sigmoid" else Decimal(1)
    decimals = found.column.decimals
    eta = grid_for(rate, decimals)
    factor = product(eta.printed(rate), product(Decimal(target) - o, shares))
    column = grid_for(float(abs(factor)), decimals)
    pull = column.printed(factor)
    how = FACTORS[key].replace("η", eta.write(rate)).replace("t", write_short(target, 6))
    how = how.replace("o", bracketed(o, grid))
    lines = [DIVIDER, row(LEARNERS[key].title, how, column.write(pull), ("soft", "soft", "grad"))]
    if not pull:
        return [*lines, row("nothing changes", "", "", ("soft", "soft", "soft"))]
    names = [f"w{lowered(place + 1)}" for place in range(len(found.terms))]
    pulls = [product(pull, term.factors[0]) for term in found.terms]
    largest = max([abs(pull), abs(found.bias), *map(abs, pulls), *(abs(term.factors[1]) for term in found.terms)])
    grid = grid_for(float(largest), decimals)
    for name, term, move in zip(names, found.terms, pulls, strict=True):
        start, x = grid.printed(term.factors[1]), f"({term.texts[0]})" if term.factors[0] < 0 else term.texts[0]
        steps = f"{grid.write(start)} + {bracketed(pull, column)} · {x}"
        lines.append(row(phrase("{name} becomes", name=name), steps, grid.write(total([start, move]))))
    start = grid.printed(found.bias)
    steps = f"{grid.write(start)} + {bracketed(pull, column)}"
    return [*lines, row("bias becomes", steps, grid.write(total([start, pull])))]


def bracketed(value: Decimal, grid: Grid) -> str:
    """A number inside a product."""
    return f"({grid.write(value)})" if value < 0 else grid.write(value)
