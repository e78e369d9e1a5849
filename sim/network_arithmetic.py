"""What a network makes of one example, written out with the printed numbers: a unit, a weight, a bias, a whole point.

    net = Dense(weights, biases, ("tanh", "sigmoid"), ("x₁", "x₂"))
    explain_unit(net, (0.7, -0.7), layer=0, unit=0).text

A table has a row per term, one for the bias, the sum z and what the activation makes of it (`sim.printed_sums`). Every
number is rounded as it is printed, and what follows is reckoned from the printed one; the last row tells what comes out
where nothing is rounded. Three decimals are shown, more only where three would lead more than 0.005 astray. Inputs of
a unit that are outputs of others are rounded as well: their own sums are a click away. Nothing falls out here: dropout
belongs to the updates.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS, LEAK
from sim.arithmetic import Line
from sim.datasets import FEATURES
from sim.phrases import phrase
from sim.printed_numbers import Grid, grid_for
from sim.printed_sums import DIVIDER, STRONG, Sum, lowered, printed_sum, row

Array = NDArray[np.float64]
DECIMALS = (3, 6, 9)
ASTRAY = 0.005
CALLS = {
    "step": "z > 0", "linear": "z", "sigmoid": "σ(z)", "tanh": "tanh(z)", "relu": "max(0, z)",
    "leaky_relu": "max(0.01 z, z)",
}  # fmt: skip
FLEW = "This sum has left the finite numbers."
ROUNDED = "Every number is rounded as printed; the next one is reckoned from it."
MOST_NAMED = 4


@dataclass(frozen=True)
class Explanation:
    """A table with its heading. lines: as shown, long sums folded. unfold: makes those with every term.

    value: the last printed result; exact: the same where nothing is rounded.
    """

    title: str
    lines: tuple[Line, ...]
    unfold: Callable[[], Sequence[Line]]
    value: float
    exact: float

    @property
    def whole(self) -> tuple[Line, ...]:
        """Every term, as it is copied."""
        return tuple(self.unfold())

    @property
    def text(self) -> str:
        """What is copied: heading, every row, what was rounded."""
        return "\n".join([self.title, *(line.text for line in self.whole), ROUNDED])


@dataclass(frozen=True, eq=False)
class Dense:
    """A network: weights (n_in, n_out) and biases (n_out,) per layer, an activation each, the names of its inputs."""

    weights: Sequence[Array]
    biases: Sequence[Array]
    activations: Sequence[str]
    inputs: Sequence[str]

    @property
    def depth(self) -> int:
        """How many layers have weights."""
        return len(self.weights)

    def name(self, layer: int, unit: int) -> str:
        """A unit as it is called: x₁, h₁, h₂,₁ (the first of the second hidden layer), ŷ. Inputs are layer -1."""
        if layer < 0:
            return self.inputs[unit]
        if layer == self.depth - 1:
            return "ŷ" + (lowered(unit + 1) if self.weights[-1].shape[1] > 1 else "")
        return f"h{lowered(unit + 1)}" if self.depth == 2 else f"h{lowered(layer + 1)},{lowered(unit + 1)}"

    def terms(self, layer: int) -> list[str]:
        """What the terms of a unit's sum are called."""
        return [f"{self.name(layer - 1, i)} · w{lowered(i + 1)}" for i in range(self.weights[layer].shape[0])]


@dataclass(frozen=True, eq=False)
class Pass:
    """One example on its way through a network: a and z of every layer; a begins with the inputs."""

    net: Dense
    inputs: Array

    @cached_property
    def layers(self) -> tuple[tuple[Array, Array], ...]:
        """(z, a) of every layer, in full precision."""
        a, found = np.asarray(self.inputs, np.float64), []
        with np.errstate(all="ignore"):
            for layer, activation in enumerate(self.net.activations):
                z = a @ np.asarray(self.net.weights[layer], np.float64) + self.net.biases[layer]
                a = activate(activation, z)
                found.append((z, a))
        return tuple(found)

    def into(self, layer: int) -> Array:
        """What comes into a layer."""
        return np.asarray(self.inputs, np.float64) if layer == 0 else self.layers[layer - 1][1]

    def z(self, layer: int) -> Array:
        """The sums of a layer."""
        return self.layers[layer][0]

    def a(self, layer: int) -> Array:
        """What its units say."""
        return self.layers[layer][1]


def activate(activation: str, z: Array) -> Array:
    """What a layer makes of its sums z (units,)."""
    with np.errstate(all="ignore"):
        if activation == "softmax":
            shares = np.exp(z - z.max())
            found: Array = shares / shares.sum()
        else:
            found = np.asarray(ACTIVATIONS[activation].rule(z)[0])
    return found


def said(activation: str, z: Decimal) -> float:
    """What a unit makes of a printed sum. Python's own functions do: they agree in every digit that is printed."""
    value = float(z)
    if activation == "tanh":
        return math.tanh(value)
    if activation == "sigmoid":
        return 0.5 + 0.5 * math.tanh(0.5 * value)
    if activation == "relu":
        return max(0.0, value)
    if activation == "leaky_relu":
        return max(LEAK * value, value)
    return float(value > 0.0) if activation == "step" else value


def result_grid(activation: str, column: Grid, value: float) -> Grid:
    """How the result of a unit is printed: like its sum where it has its size, else with plain decimals."""
    if activation in ("linear", "relu", "leaky_relu"):
        return column
    if activation == "tanh" and column.exponent < 0:
        return grid_for(abs(value), column.decimals)
    return Grid(column.decimals)


@dataclass(frozen=True)
class Reckoned:
    """One unit as printed: its sum, what it says, and how that is printed. others: printed z of the whole layer."""

    total: Sum
    value: Decimal
    grid: Grid
    others: tuple[Decimal, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return self.grid.write(self.value)


def reckon(way: Pass, layer: int, unit: int, decimals: int, into: Sequence[Decimal] | None = None) -> Reckoned:
    """A unit's sum with so many decimals; `into`: printed inputs, where they are not those of full precision."""
    net = way.net
    weights, bias = net.weights[layer][:, unit].tolist(), float(net.biases[layer][unit])
    x = way.into(layer).tolist() if into is None else into
    found = printed_sum(net.terms(layer), x, weights, bias, decimals)
    activation = net.activations[layer]
    if activation == "softmax":
        others = tuple(found.z if j == unit else Grid(decimals).printed(float(z)) for j, z in enumerate(way.z(layer)))
        value = float(activate("softmax", np.array([float(z) for z in others]))[unit])
        return Reckoned(found, Grid(decimals).printed(value), Grid(decimals), others)
    value = said(activation, found.z)
    grid = result_grid(activation, found.column, value)
    return Reckoned(found, grid.printed(value), grid)


def reckoned(way: Pass, layer: int, unit: int) -> Reckoned:
    """A unit's sum with as few decimals as do not lead astray."""
    exact = float(way.a(layer)[unit])
    for decimals in DECIMALS:
        found = reckon(way, layer, unit, decimals)
        if abs(float(found.value) - exact) <= ASTRAY * 10.0**found.grid.exponent:
            break
    return found


def can_print(way: Pass, layer: int, units: slice = slice(None)) -> bool:
    """Are all numbers of the sums of a layer, or of some of its units, finite?"""
    weights, biases, into = way.net.weights[layer], way.net.biases[layer], way.into(layer)
    asked = slice(None) if way.net.activations[layer] == "softmax" else units
    with np.errstate(all="ignore"):
        sizes = np.abs(into) @ np.abs(weights[:, asked]) + np.abs(biases[asked])
    return bool(np.isfinite(sizes).all())


# what can be asked


def explain_unit(net: Dense, inputs: Sequence[float], layer: int, unit: int, marked: int | None = None) -> Explanation:
    """The sum of one unit for one example. layer: 0 is the first with weights. marked: a term that stands out."""
    way = Pass(net, np.asarray(inputs, np.float64))
    title, exact = net.name(layer, unit), float(way.a(layer)[unit])
    if not can_print(way, layer, slice(unit, unit + 1)):
        return flown(title, exact)
    found = reckoned(way, layer, unit)
    ends = [DIVIDER, found.total.sum_row(), *answer_rows(way, layer, unit, found), unrounded(exact, found.grid)]
    shown = (*found.total.rows(marked), *ends)
    return Explanation(
        title, shown, lambda: [*found.total.rows(marked, whole=True), *ends], float(found.value), exact
    )  # fmt: skip


def flown(title: str, exact: float) -> Explanation:
    """There is nothing to add up."""
    lines = (Line(((FLEW, "bad"),)),)
    return Explanation(title, lines, lambda: lines, math.nan, exact)


def explain_edge(net: Dense, inputs: Sequence[float], layer: int, i: int, j: int) -> Explanation:
    """The sum that the weight from i to j of a layer belongs to, with its term standing out."""
    found = explain_unit(net, inputs, layer, j, marked=i)
    return replace(found, title=phrase("w{i} of {name}", i=lowered(i + 1), name=net.name(layer, j)))


def explain_bias(net: Dense, inputs: Sequence[float], layer: int, j: int) -> Explanation:
    """The sum that a bias belongs to, with the bias standing out."""
    found = explain_unit(net, inputs, layer, j, marked=net.weights[layer].shape[0])
    return replace(found, title=phrase("Bias of {name}", name=net.name(layer, j)))


def explain_input(key: str, title: str, point: Sequence[float]) -> Explanation:
    """What the network is told of a point by an input feature of FEATURES."""
    grid = grid_for(max(map(abs, point), default=0.0), DECIMALS[0])
    printed = [float(grid.printed(number)) for number in point]
    x = [grid.write(number) for number in point]
    how = {
        "x1_squared": f"{x[0]}²", "x2_squared": f"{x[-1]}²", "x1_x2": f"{x[0]} · {x[-1]}", "sin_x1": f"sin({x[0]})",
        "sin_x2": f"sin({x[-1]})", "sin_pi_x1": f"sin(π · {x[0]})", "sin_pi_x2": f"sin(π · {x[-1]})",
    }.get(key, "")  # fmt: skip
    made = FEATURES[key].make
    value, exact = (float(made(*(np.array(two) for two in (row[0], row[-1])))) for row in (printed, list(point)))
    result = grid_for(abs(value), DECIMALS[0])
    lines = (row(title, how, result.write(value), STRONG), unrounded(exact, result))
    return Explanation(title, lines, lambda: lines, float(result.printed(value)), exact)


def answer_rows(way: Pass, layer: int, unit: int, found: Reckoned) -> list[Line]:
    """What the activation makes of z. A softmax needs the sums of its whole layer."""
    activation = way.net.activations[layer]
    if activation != "softmax":
        return [row(CALLS[activation], "", found.text, STRONG)]
    grid, mine = Grid(found.grid.decimals), f"z{lowered(unit + 1)}"
    names = [f"z{lowered(j + 1)}" for j in range(len(found.others))]
    lines = [
        row(name, phrase("sum of {name}", name=way.net.name(layer, j)), grid.write(z))
        for j, (name, z) in enumerate(zip(names, found.others, strict=True))
    ]
    below = " + ".join(f"exp({name})" for name in names) if len(names) <= MOST_NAMED else "sum of all exp(z)"
    return [*lines, row(f"exp({mine}) / ({below})", "", found.text, STRONG)]


def unrounded(exact: float, grid: Grid) -> Line:
    """The last row: what comes out where nothing is rounded on the way."""
    finer = replace(grid, decimals=grid.decimals + 2)
    return row("without rounding", "", finer.write(exact), ("faint", "faint", "faint"))
