"""One example of a mini-batch written down on a tape: every product, sum and function an entry of its own.

It is reckoned from the example, the weights and the biases alone; of the matrices of the pass only what somebody set by
hand is taken over. So what the sweep back gives is a second way to the numbers of the backward lane, and tests hold the
two against each other.

Cross-entropy and its sigmoid or softmax are differentiated together, as everywhere here: the error is y - t and the
slope between z and y counts as 1. Slopes taken one by one would divide by outputs that may be 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.backprop_plan import CANCELLED
from sim.losses import LOSSES
from sim.tape import Parent, Sweep, Tape, Variable

Array = NDArray[np.float64]
Cell = tuple[str, int, int]


class Pass(Protocol):
    """What is asked of a snapshot of backpropagation (`sim.simulations.backprop`)."""

    @property
    def matrices(self) -> Mapping[str, Array]:
        """Every matrix of the pass by its name."""

    @property
    def held(self) -> frozenset[Cell]:
        """Cells that were set by hand."""

    @property
    def activations(self) -> tuple[str, ...]:
        """The function of every layer of weights."""

    @property
    def loss_key(self) -> str:
        """The key of the loss in `sim.losses`."""


@dataclass
class Recorded:
    """The tape of one example, the entries by their keys ("z1.2" for the second sum of layer 1), and the sweep back."""

    tape: Tape = field(default_factory=Tape)
    index: dict[str, int] = field(default_factory=dict)
    slopes: dict[str, float] = field(default_factory=dict)
    sweep: Sweep = field(default_factory=lambda: Sweep((), 0))

    def put(self, key: str, value: float, parents: Sequence[Parent] = ()) -> Variable:
        """Write an entry down under a key."""
        made = self.tape.record(key, value, parents)
        self.index[key] = made.index
        return made

    def value(self, key: str) -> float:
        """The value of an entry."""
        return self.tape.entries[self.index[key]].value

    def adjoint(self, key: str) -> float:
        """How much the loss of this example grows with an entry."""
        return self.sweep.adjoints[self.index[key]]

    @cached_property
    def users(self) -> dict[int, list[Parent]]:
        """(entry, local partial) of every entry that was made of one."""
        found: dict[int, list[Parent]] = {}
        for user, entry in enumerate(self.tape.entries):
            for parent, partial in entry.parents:
                found.setdefault(parent, []).append((user, partial))
        return found

    def partial(self, source: str, target: str) -> float | None:
        """How an entry grows with one that it was made of; None where it was not made of it."""
        parents = dict(self.tape.entries[self.index[target]].parents)
        return parents.get(self.index[source])


def record(shown: Pass, row: int) -> Recorded:
    """The tape of one row of the mini-batch, swept back. The adjoints are those of its own loss, not of the mean."""
    made = Recorded()
    units = [made.put(f"x.{i}", float(value)) for i, value in enumerate(shown.matrices["x"][row])]
    last = len(shown.activations)
    with np.errstate(all="ignore"):
        for layer, activation in enumerate(shown.activations, 1):
            sums = _sums(made, shown, layer, units, row)
            name = f"h{layer}" if layer < last else "y"
            units = _functions(made, sums, name, activation, is_cancelled(shown) and layer == last)
        loss = _loss(made, shown, units, row)
        made.sweep = made.tape.backward(loss, _held_slopes(made, shown, row))
    return made


def is_cancelled(shown: Pass) -> bool:
    """Are the loss and the last function differentiated together?"""
    return shown.loss_key in CANCELLED


def _sums(made: Recorded, shown: Pass, layer: int, units: list[Variable], row: int) -> list[Variable]:
    """Every product of a unit and a weight, and the sums with their biases."""
    w, b = shown.matrices[f"w{layer}"], shown.matrices[f"b{layer}"]
    held = shown.matrices.get(f"z{layer}")
    sums = []
    for j in range(w.shape[1]):
        products = []
        for i, unit in enumerate(units):
            weight = made.put(f"w{layer}.{i}.{j}", float(w[i, j]))
            parents = ((unit.index, weight.value), (weight.index, unit.value))
            products.append(made.put(f"p{layer}.{i}.{j}", unit.value * weight.value, parents))
        bias = made.put(f"b{layer}.{j}", float(b[0, j]))
        total = float(np.sum([product.value for product in products])) + bias.value
        if held is not None and (f"z{layer}", row, j) in shown.held:
            total = float(held[row, j])
        ways = [(product.index, 1.0) for product in products]
        sums.append(made.put(f"z{layer}.{j}", total, (*ways, (bias.index, 1.0))))
    return sums


def _functions(made: Recorded, sums: list[Variable], name: str, activation: str, cancelled: bool) -> list[Variable]:
    """What the units of a layer make of their sums."""
    if activation == "softmax":
        shares = softmax([z.value for z in sums])
        spread = np.diag(shares) - np.outer(shares, shares)
        return [
            made.put(
                f"{name}.{j}",
                float(share),
                [(sums[j].index, 1.0)] if cancelled else [(z.index, float(spread[j, k])) for k, z in enumerate(sums)],
            )
            for j, share in enumerate(shares)
        ]
    units = []
    for j, z in enumerate(sums):
        value, slope = ACTIVATIONS[activation].rule(np.float64(z.value))
        made.slopes[f"{name}.{j}"] = float(slope)
        units.append(made.put(f"{name}.{j}", float(value), ((z.index, 1.0 if cancelled else float(slope)),)))
    return units


def softmax(sums: Sequence[float]) -> Array:
    """The shares of a layer, the largest sum taken off first."""
    powers = np.exp(np.asarray(sums, np.float64) - max(sums))
    shares: Array = powers / powers.sum()
    return shares


def _loss(made: Recorded, shown: Pass, outputs: list[Variable], row: int) -> Variable:
    """The loss of the example, and its slope y - t by each output."""
    targets = [made.put(f"t.{k}", float(value)) for k, value in enumerate(shown.matrices["t"][row])]
    last = len(shown.activations)
    sums = [made.value(f"z{last}.{k}") for k in range(len(outputs))]
    parents = [(y.index, y.value - t.value) for y, t in zip(outputs, targets, strict=True)]
    if shown.loss_key == "cross_entropy" and shown.activations[-1] == "softmax":
        surprises = max(sums) + np.log(np.exp(np.array(sums) - max(sums)).sum()) - np.array(sums)
        value = float(np.dot([t.value for t in targets], surprises))
    else:
        rule = LOSSES[shown.loss_key].value
        parts = [
            float(rule(np.float64(z), np.float64(y.value), np.float64(t.value)))
            for z, y, t in zip(sums, outputs, targets, strict=True)
        ]
        value = float(np.sum(parts))
    return made.put("loss", value, parents)


def _held_slopes(made: Recorded, shown: Pass, row: int) -> dict[int, float]:
    """Adjoints that somebody set by hand: cells of dH, dZ and of the error E of this example."""
    held = {}
    for name, place, column in shown.held:
        key = f"y.{column}" if name == "e" else f"{name[1:]}.{column}"
        if place == row and key in made.index and (name == "e" or name[:2] in ("dh", "dz")):
            held[made.index[key]] = float(shown.matrices[name][row, column])
    return held
