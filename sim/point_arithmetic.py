"""What a network makes of one point, from the first layer to the loss, written out with the printed numbers.

Hidden units have a row each: the sum in short, and what it becomes. The outputs are reckoned from the printed hidden
values, so that the whole page can be done by hand. See `sim.network_arithmetic` for what is rounded. In a network of
more than MOST_WEIGHTS weights the sums of the hidden units are given, and only a single output is added up.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from sim.arithmetic import Line
from sim.network_arithmetic import (
    ASTRAY,
    CALLS,
    DECIMALS,
    Dense,
    Explanation,
    Pass,
    Reckoned,
    activate,
    can_print,
    flown,
    reckon,
    result_grid,
    said,
    unrounded,
)
from sim.numerals import write_short
from sim.phrases import phrase
from sim.printed_numbers import ZERO, Grid, grid_for
from sim.printed_sums import DIVIDER, STRONG, Sum, lowered, row, signed_row

MOST_ROWS = 6
MOST_SHORT = 4
MOST_WEIGHTS = 120
SMALL_LOSS = 1e-3


@dataclass(frozen=True)
class Wanted:
    """What the point should be: targets of the outputs, the loss they are judged by, the answer in words."""

    targets: tuple[float, ...]
    loss: str
    words: str = ""


def explain_point(net: Dense, inputs: Sequence[float], title: str, wanted: Wanted | None = None) -> Explanation:
    """The whole way of one example. `wanted` is None for a place where there is no point."""
    way = Pass(net, np.asarray(inputs, np.float64))
    answers = way.a(net.depth - 1)
    best = int(np.argmax(answers)) if len(answers) > 1 else 0
    exact = float(answers[best])
    if not all(can_print(way, layer) for layer in range(net.depth)):
        return flown(title, exact)
    found = walked(way) if sum(weights.size for weights in net.weights) <= MOST_WEIGHTS else glanced(way)
    outputs = found[-1]
    hidden = hidden_rows(way, found)
    ends = output_rows(way, outputs)
    judged = judged_rows(outputs, wanted) if wanted is not None else []
    last = unrounded(exact, outputs[best].grid)
    shown = [*hidden, *([DIVIDER] if hidden else []), *ends, *judged, last]
    value = float(outputs[best].value)
    return Explanation(title, tuple(shown), lambda: [*whole_rows(way, found), *judged, last], value, exact)


def walked(way: Pass) -> list[list[Reckoned]]:
    """Every unit as printed, each layer from the printed values of the one before."""
    exact = way.a(way.net.depth - 1)
    for decimals in DECIMALS:
        into: list[Decimal] | None = None
        found: list[list[Reckoned]] = []
        for layer in range(way.net.depth):
            count = way.net.weights[layer].shape[1]
            units = [reckon(way, layer, unit, decimals, into) for unit in range(count)]
            found.append(softened(way, layer, units, decimals))
            into = [unit.value for unit in found[-1]]
        ends = [(float(unit.value), 10.0**unit.grid.exponent) for unit in found[-1]]
        if all(abs(value - truth) <= ASTRAY * size for (value, size), truth in zip(ends, exact.tolist(), strict=True)):
            break
    return found


def glanced(way: Pass) -> list[list[Reckoned]]:
    """A wide network: the sums of hidden units, and those of several outputs, are taken as given, in three decimals."""
    last = way.net.depth - 1
    found = [[given(way, layer, unit) for unit in range(len(way.z(layer)))] for layer in range(last + 1)]
    into = [unit.value for unit in found[-2]] if last else None
    if len(found[-1]) == 1:
        found[-1] = [reckon(way, last, 0, DECIMALS[0], into)]
    return [*found[:-1], softened(way, last, found[-1], DECIMALS[0])]


def given(way: Pass, layer: int, unit: int) -> Reckoned:
    """A unit whose sum is not reckoned but printed."""
    z, activation = float(way.z(layer)[unit]), way.net.activations[layer]
    column = grid_for(abs(z), DECIMALS[0])
    total = Sum((), ZERO, column, column.printed(z))
    if activation == "softmax":
        return Reckoned(total, ZERO, column)
    value = said(activation, total.z)
    grid = result_grid(activation, column, value)
    return Reckoned(total, grid.printed(value), grid)


def softened(way: Pass, layer: int, units: list[Reckoned], decimals: int) -> list[Reckoned]:
    """The units of a softmax layer from the printed sums of all of them; others as they are."""
    if way.net.activations[layer] != "softmax":
        return units
    sums = tuple(unit.total.z for unit in units)
    shares = activate("softmax", np.array([float(z) for z in sums]))
    grid = Grid(decimals)
    return [Reckoned(unit.total, grid.printed(float(a)), grid, sums) for unit, a in zip(units, shares, strict=True)]


def called(activation: str, inner: str) -> str:
    """An activation of an expression: tanh(0.812 + 0.532)."""
    return CALLS[activation].replace("0.01 z", f"0.01 · ({inner})").replace("z", inner)


def hidden_rows(way: Pass, found: list[list[Reckoned]]) -> list[Line]:
    """A row per hidden unit; of many, the first and the last."""
    units = [(layer, unit) for layer, row_of in enumerate(found[:-1]) for unit in range(len(row_of))]
    if len(units) <= MOST_ROWS:
        return [hidden_row(way, found, *one) for one in units]
    middle = row("…", phrase("{units} more units", units=len(units) - MOST_ROWS + 1), "", ("faint", "faint", "faint"))
    first = [hidden_row(way, found, *one) for one in units[: MOST_ROWS - 2]]
    return [*first, middle, hidden_row(way, found, *units[-1])]


def hidden_row(way: Pass, found: list[list[Reckoned]], layer: int, unit: int) -> Line:
    """What one hidden unit makes of its sum."""
    return row(
        way.net.name(layer, unit), reckoning(way.net.activations[layer], found[layer][unit]), found[layer][unit].text
    )


def reckoning(activation: str, one: Reckoned) -> str:
    """How a unit comes to what it says, in one line: with its terms where they are few."""
    short = 0 < len(one.total.terms) <= MOST_SHORT and activation not in ("leaky_relu", "softmax")
    inner = one.total.expression if short else one.total.column.write(one.total.z)
    return (
        phrase("exp({inner}) / sum of all exp(z)", inner=inner)
        if activation == "softmax"
        else called(activation, inner)
    )


def output_rows(way: Pass, outputs: list[Reckoned]) -> list[Line]:
    """One output has its whole sum; several have a row each."""
    net, layer = way.net, way.net.depth - 1
    activation = net.activations[layer]
    if len(outputs) == 1:
        one = outputs[0]
        call = CALLS.get(activation, "exp(z) / exp(z)")
        return [
            *one.total.rows(),
            DIVIDER,
            one.total.sum_row(),
            row(f"{net.name(layer, 0)} = {call}", "", one.text, STRONG),
        ]
    lines = []
    for unit, one in enumerate(outputs):
        best = one.value == max(other.value for other in outputs)
        roles = STRONG if best else ("soft", "soft", "ink")
        lines.append(row(net.name(layer, unit), reckoning(activation, one), one.text, roles))
    return lines


def whole_rows(way: Pass, found: list[list[Reckoned]]) -> list[Line]:
    """Every unit's sum with every term, as it is copied."""
    lines = []
    for layer, units in enumerate(found):
        activation = way.net.activations[layer]
        for unit, one in enumerate(units):
            name = way.net.name(layer, unit)
            if not one.total.terms:
                lines.append(row(name, reckoning(activation, one), one.text))
                continue
            written = one.total.column.write(one.total.z)
            call = (
                phrase("exp(z) / sum of all exp(z of {name})", name=name)
                if activation == "softmax"
                else CALLS[activation]
            )
            z = row(phrase("sum z of {name}", name=name), "", written)
            lines += [*one.total.rows(whole=True), z, row(f"{name} = {call}", "", one.text), DIVIDER]
    return lines


def judged_rows(outputs: list[Reckoned], wanted: Wanted) -> list[Line]:
    """What it should be, and the loss of this one point."""
    how, value = loss_of(outputs, wanted)
    decimals = outputs[0].grid.decimals + 1
    grid = Grid(decimals) if abs(value) > SMALL_LOSS else grid_for(abs(value), decimals)
    wishes = ", ".join(write_short(target, 4) for target in wanted.targets)
    lines = [row("should be", wanted.words, wishes)]
    return [*lines, row("loss", how, grid.write(value))]


def loss_of(outputs: list[Reckoned], wanted: Wanted) -> tuple[str, float]:
    """How the loss is reckoned from the printed numbers, and what it comes to."""
    first = outputs[0]
    z = [float(one.total.z) for one in outputs]
    a = [float(one.value) for one in outputs]
    pairs = list(zip(a, wanted.targets, strict=True))
    if wanted.loss == "perceptron":
        return "(ŷ − t) · z", sum((b - t) * c for (b, t), c in zip(pairs, z, strict=True))
    if wanted.loss == "squared_error":
        if len(outputs) > 1:
            return "½ Σ (ŷ − t)²", 0.5 * sum((b - t) ** 2 for b, t in pairs)
        grid = grid_for(max(abs(a[0]), abs(wanted.targets[0])), first.grid.decimals)
        answer, target = grid.printed(first.value), grid.printed(wanted.targets[0])
        return f"½ ({signed_row([answer, -target], grid)})²", 0.5 * float(answer - target) ** 2
    if first.others:
        right = int(np.argmax(wanted.targets))
        largest = max(z)
        value = largest + math.log(math.fsum(math.exp(one - largest) for one in z)) - z[right]
        return phrase("ln(sum of all exp(z)) − z{right}", right=lowered(right + 1)), value
    if len(outputs) > 1:
        return "Σ ln(1 + exp(∓z))", sum(surprise(one, t) for one, t in zip(z, wanted.targets, strict=True))
    turned = first.total.z if wanted.targets[0] < 0.5 else -first.total.z
    return f"ln(1 + exp({first.total.column.write(turned)}))", surprise(z[0], wanted.targets[0])


def surprise(z: float, target: float) -> float:
    """Cross-entropy of a sigmoid unit whose sum is z."""
    return max(z, 0.0) - z * target + math.log1p(math.exp(-abs(z)))
