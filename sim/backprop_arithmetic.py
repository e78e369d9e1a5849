"""Where the number in a cell comes from, written out with the numbers that made it.

    found = explain(snapshot, "z1", 2, 1)
    found.title                 "Row 3 of X times column 2 of W₁"
    found.lines                 the products, what they come to, the result
    found.sources               (("x", 2, None), ("w1", None, 1), ("b1", 0, 1)): rows, columns and cells it was made of

Rows and columns count from 0 in what is asked and in `sources`, from 1 in words. A cell that is held by hand says so,
and what its rule would have given.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sim.arithmetic import Line
from sim.backprop_arithmetic_back import arrived_times_slope, bias_gradient, collected, gradient_value, updated_value
from sim.backprop_cell import Answer, Asked, Source, called, cell_name, plain
from sim.backprop_names import inputs_of, symbol
from sim.backprop_plan import FUNCTIONS
from sim.backprop_sums import FLOWN, Factors, Written, without_rounding, written_difference, written_number, written_sum
from sim.network_arithmetic import DECIMALS, ROUNDED, said
from sim.phrases import phrase, word
from sim.printed_numbers import Grid, grid_for
from sim.printed_sums import DIVIDER, STRONG, row, sign_role
from sim.simulations.backprop import BackpropSnapshot

LEFT = word("left by the update of the pass before")
BEGUN = word("as it was at the start")


@dataclass(frozen=True)
class Explanation:
    """A heading, lines of coloured runs, and what the number was made of. lines: long sums folded; whole: every term.

    value: the last printed result; exact: the number in the cell.
    """

    title: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    whole: tuple[Line, ...]
    value: float
    exact: float

    @property
    def text(self) -> str:
        """What is copied."""
        return "\n".join([self.title, *(line.text for line in self.whole), ROUNDED])


def explain(snapshot: BackpropSnapshot, name: str, row: int, column: int) -> Explanation:
    """Where a cell comes from. KeyError or IndexError where there is none."""
    exact = float(snapshot.matrices[name][row, column])
    asked = Asked(snapshot, name, row, column)
    with np.errstate(all="ignore"):
        title, written, sources = MAKERS[kind_of(name)](asked)
    lines, whole = written.lines, written.whole
    if (name, row, column) in snapshot.held:
        made = () if kind_of(name) in GIVEN else rule_would(written)
        held = Line(((phrase("Set by hand to {value}.", value=plain(exact)), "you"),))
        lines = whole = (held, *made)
    return Explanation(title, lines, sources, whole, written.value, exact)


def rule_would(written: Written) -> tuple[Line, ...]:
    """What the rule would have put into a cell that is held."""
    return Line((("Its rule would have given:", "soft"),)), *written.lines


def kind_of(name: str) -> str:
    """The letters of a matrix, with + where it comes after the update."""
    return name.rstrip("0123456789+") + ("+" if name.endswith("+") else "")


# What was given


def given_input(asked: Asked) -> Answer:
    """A number of an example."""
    title = phrase("Input {input} of example {example}", input=asked.column + 1, example=asked.row + 1)
    return title, written_number(asked.written, asked.at("x")), ()


def given_target(asked: Asked) -> Answer:
    """What an output should say."""
    title = phrase("What output {output} should say to example {example}", output=asked.column + 1,
                   example=asked.row + 1)  # fmt: skip
    return title, written_number(asked.written, asked.at("t")), ()


def given_weight(asked: Asked) -> Answer:
    """A weight, or a bias, as it is in this pass."""
    weight = asked.name.startswith("w")
    title = (
        phrase("Weight from {unit} to {other_unit} in layer {layer}", unit=asked.row + 1, other_unit=asked.column + 1,
               layer=asked.layer)
        if weight
        else phrase("Bias of unit {unit} in layer {layer}", unit=asked.column + 1, layer=asked.layer)
    )  # fmt: skip
    written = written_number(asked.written, asked.at(asked.name))
    before = LEFT if asked.snapshot.pass_number else BEGUN
    lines = (*written.lines, Line(((before, "soft"),)))
    return title, Written(lines, lines, written.value, written.exact), ()


# The way forward


def row_times_column(asked: Asked, with_bias: bool) -> Answer:
    """A row of what comes in, times a column of the weights."""
    layer, column = asked.layer, asked.column
    into, weights, biases = inputs_of(layer), f"w{layer}", f"b{layer}"
    ones, twos = asked.of(into)[asked.row], asked.of(weights)[:, column]
    names = [f"{cell_name(into, asked.row, i)} · {cell_name(weights, i, column)}" for i in range(len(ones))]
    factors = Factors(
        names, ones.tolist(), twos.tolist(), asked.written,
        float(asked.of(biases)[0, column]) if with_bias else 0.0, symbol(biases) if with_bias else "",
    )  # fmt: skip
    title = phrase("Row {row} of {matrix} times column {column} of {weights}", row=asked.row + 1, matrix=symbol(into),
                   column=column + 1, weights=symbol(weights))  # fmt: skip
    sources: tuple[Source, ...] = ((into, asked.row, None), (weights, None, column))
    return title, written_sum(factors), (*sources, (biases, 0, column)) if with_bias else sources


def product_sum(asked: Asked) -> Answer:
    """The sum before the bias."""
    return row_times_column(asked, with_bias=False)


def whole_sum(asked: Asked) -> Answer:
    """The sum with its bias."""
    return row_times_column(asked, with_bias=True)


def function_value(asked: Asked) -> Answer:
    """What a unit makes of its sum."""
    layer = asked.layer
    activation, z = asked.snapshot.activations[layer - 1], f"z{layer}"
    if activation == "softmax":
        return softmax_value(asked, z)
    sums = asked.at(z)
    title = phrase("{function} of {cell}", function=called(activation), cell=cell_name(z, asked.row, asked.column))
    sources: tuple[Source, ...] = ((z, asked.row, asked.column),)
    if not math.isfinite(sums):
        return title, Written(FLOWN, FLOWN, math.nan, math.nan), sources
    exact, inner = asked.at(asked.name), grid_for(abs(sums), DECIMALS[0])
    value = said(activation, inner.printed(sums))
    grid = grid_for(abs(value), DECIMALS[0])
    call = f"{FUNCTIONS[activation]}({inner.write(sums)})" if FUNCTIONS[activation] else inner.write(sums)
    lines = (
        row(cell_name(z, asked.row, asked.column), "", inner.write(sums), ("soft", "soft", sign_role(sums))),
        DIVIDER, row(asked.written, call, grid.write(value), STRONG, (float(grid.printed(value)), value)),
    )  # fmt: skip
    return title, Written(lines, lines, float(grid.printed(value)), exact, grid), sources


def softmax_value(asked: Asked, z: str) -> Answer:
    """A share: exp of the own sum, divided by those of all outputs."""
    sums, exact = asked.of(z)[asked.row], asked.at("y")
    title = phrase("The share of output {output}", output=asked.column + 1)
    sources: tuple[Source, ...] = ((z, asked.row, None),)
    if not np.isfinite(sums).all():
        return title, Written(FLOWN, FLOWN, math.nan, math.nan), sources
    grid = grid_for(float(np.abs(sums).max()), DECIMALS[0])
    printed = np.array([float(grid.printed(value)) for value in sums])
    powers = np.exp(printed - printed.max())
    value, share = float(powers[asked.column] / powers.sum()), Grid(DECIMALS[0])
    rows = [
        row(cell_name(z, asked.row, k), phrase("exp → {power} of the whole", power=share.write(part)), grid.write(sum_),
            ("you" if k == asked.column else "soft", "soft", sign_role(sum_)))
        for k, (sum_, part) in enumerate(zip(sums.tolist(), (powers / powers.sum()).tolist(), strict=True))
    ]  # fmt: skip
    mine = cell_name(z, asked.row, asked.column)
    how = phrase("exp({cell}) / sum of all exp", cell=mine)
    lines = (*rows, DIVIDER, row(asked.written, how, share.write(value), STRONG), without_rounding(exact, share))
    return title, Written(lines, lines, float(share.printed(value)), exact, share), sources


def error_value(asked: Asked) -> Answer:
    """Output minus target."""
    names = [cell_name(name, asked.row, asked.column) for name in ("y", "t")]
    written = written_difference((names[0], asked.at("y")), (names[1], asked.at("t")), asked.written)
    sources: tuple[Source, ...] = (("y", asked.row, asked.column), ("t", asked.row, asked.column))
    return phrase("Output minus target"), written, sources


GIVEN = ("x", "t", "w", "b")
MAKERS: dict[str, Callable[[Asked], Answer]] = {
    "x": given_input,
    "t": given_target,
    "w": given_weight,
    "b": given_weight,
    "s": product_sum,
    "z": whole_sum,
    "h": function_value,
    "y": function_value,
    "e": error_value,
    "dz": arrived_times_slope,
    "dh": collected,
    "dw": gradient_value,
    "db": bias_gradient,
    "w+": updated_value,
    "b+": updated_value,
}
