"""Where the cells of the way back and of the update come from, written out. See `sim.backprop_arithmetic`."""

import math
from typing import Any

import numpy as np

from sim.arithmetic import EXPLANATIONS, Line, Step
from sim.backprop_cell import Answer, Asked, Source, called, cell_name, plain
from sim.backprop_names import arriving_at, inputs_of, symbol
from sim.backprop_plan import CANCELLED
from sim.backprop_sums import FLOWN, Factors, Written, written_factors, written_number, written_product, written_sum
from sim.backprop_trace import slope
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase


def arrived_times_slope(asked: Asked) -> Answer:
    """What arrived, times the slope at the sum of the way forward."""
    layer, snapshot = asked.layer, asked.snapshot
    arrived, z, activation = arriving_at(layer, snapshot.depth), f"z{layer}", snapshot.activations[layer - 1]
    here = (asked.row, asked.column)
    title = phrase("What arrived, times the slope of {function}", function=called(activation))
    came = cell_name(arrived, *here), asked.at(arrived)
    if layer == snapshot.depth and snapshot.loss_key in CANCELLED:
        written = written_number(asked.written, came[1])
        note = Line((("The slope of the output has cancelled: the factor is 1.", "soft"),))
        lines = (*written.lines, note)
        return title, Written(lines, lines, written.value, written.exact), ((arrived, *here),)
    if activation == "softmax":
        return softmax_slope(asked, arrived)
    factor = float(slope(activation, asked.of(z))[here])
    place = cell_name(z, *here)
    at = phrase("{function}′ at {cell} = {value}", function=called(activation), cell=place, value=plain(asked.at(z)))
    return title, written_product(came, (at, factor), asked.written), ((arrived, *here), (z, *here))


def softmax_slope(asked: Asked, arrived: str) -> Answer:
    """A softmax answers as a whole: the own share times how much more arrived here than on average."""
    shares, came = asked.of("y")[asked.row], asked.of(arrived)[asked.row]
    average = float((shares * came).sum())
    title = phrase("The share times what arrived above the average")
    names = cell_name("y", asked.row, asked.column), cell_name(arrived, asked.row, asked.column)
    above = phrase("{cell} minus the average {average}", cell=names[1], average=plain(average))
    written = written_factors(
        ((names[0], float(shares[asked.column])), (above, float(came[asked.column]) - average)), asked.written
    )
    return title, written, (("y", asked.row, None), (arrived, asked.row, None))


def gradient_value(asked: Asked) -> Answer:
    """A column of what came in, times a column of blame, a mean over the examples."""
    into, blame = inputs_of(asked.layer), f"dz{asked.layer}"
    ones, twos = asked.of(into)[:, asked.row], asked.of(blame)[:, asked.column]
    names = [
        f"{cell_name(into, n, asked.row)} · {cell_name(blame, n, asked.column)}" for n in range(len(ones))
    ]  # fmt: skip
    title = phrase("Column {row} of {matrix} times column {column} of {blame}", row=asked.row + 1,
                   matrix=symbol(into), column=asked.column + 1, blame=symbol(blame))  # fmt: skip
    written = written_sum(Factors(names, ones.tolist(), twos.tolist(), asked.written, share=len(ones)))
    return title, written, ((into, None, asked.row), (blame, None, asked.column))


def bias_gradient(asked: Asked) -> Answer:
    """The mean blame of a unit."""
    blame = f"dz{asked.layer}"
    twos = asked.of(blame)[:, asked.column]
    names = [cell_name(blame, n, asked.column) for n in range(len(twos))]
    title = phrase("The mean of column {column} of {blame}", column=asked.column + 1, blame=symbol(blame))
    written = written_sum(Factors(names, [1.0] * len(twos), twos.tolist(), asked.written, share=len(twos), alone=True))
    return title, written, ((blame, None, asked.column),)


def collected(asked: Asked) -> Answer:
    """A row of blame, times a row of the weights: a column of them once they are transposed."""
    after = asked.layer + 1
    blame, weights = f"dz{after}", f"w{after}"
    ones, twos = asked.of(blame)[asked.row], asked.of(weights)[asked.column]
    names = [f"{cell_name(blame, asked.row, k)} · {cell_name(weights, asked.column, k)}" for k in range(len(ones))]
    title = phrase("Row {row} of {blame} times row {column} of {weights}, a column of {transposed}",
                   row=asked.row + 1, blame=symbol(blame), column=asked.column + 1, weights=symbol(weights),
                   transposed=f"{symbol(weights)}ᵀ")  # fmt: skip
    written = written_sum(Factors(names, ones.tolist(), twos.tolist(), asked.written))
    return title, written, ((blame, asked.row, None), (weights, asked.column, None))


# The update


def updated_value(asked: Asked) -> Answer:
    """One step of the optimizer for one weight."""
    snapshot, name = asked.snapshot, asked.name.rstrip("+")
    title = phrase("{optimizer} takes a step", optimizer=OPTIMIZERS[snapshot.optimizer].title)
    sources: tuple[Source, ...] = ((name, asked.row, asked.column), ("d" + name, asked.row, asked.column))
    numbers = step_of(asked, name)
    exact = asked.at(asked.name)
    if not all(math.isfinite(value) for value in vars(numbers).values()):
        return title, Written(FLOWN, FLOWN, math.nan, math.nan), sources
    written = cell_name(name, asked.row, asked.column)
    slopes = Line((("g = ", "ink"), (plain(numbers.g), "grad"), (f"  {cell_name('d' + name, asked.row, asked.column)}",
                                                                 "soft")))  # fmt: skip
    lines = (slopes, *EXPLANATIONS[snapshot.optimizer](numbers, written))
    if snapshot.optimizer == "nesterov":
        ahead = phrase("Shown is where it looks next: {value}", value=plain(exact))
        lines = (*lines, Line(((ahead, "soft"),)))
    return title, Written(lines, lines, exact, exact), sources


def step_of(asked: Asked, name: str) -> Step:
    """The numbers of one weight in this update, as `sim.arithmetic` wants them."""
    snapshot, here = asked.snapshot, (asked.row, asked.column)
    h, c = np.array(snapshot.hyper, np.float64), np.array(snapshot.constants, np.float64)
    m, v = (float(part[here]) for part in snapshot.memory[name])
    shown, g, entry = asked.at(name), asked.at("d" + name), OPTIMIZERS[snapshot.optimizer]
    theta = shown - h[1] * m if snapshot.optimizer == "nesterov" else shown
    with np.errstate(all="ignore"):
        after: Any = entry.update(np.float64(theta), np.float64(m), np.float64(v), np.float64(g), c, h)
    numbers = (theta, m, v, shown, g, *after, h[0], h[1], h[2], h[3], c[0], c[1])
    return Step(*(float(number) for number in numbers))
