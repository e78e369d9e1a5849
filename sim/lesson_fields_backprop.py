"""The fields of backpropagation, read at the cursor.

shape.rows and shape.columns are those of the matrix that the last rule made, row1.<column> the cells of its first row,
counted from 1. rule.forward, rule.backward: the number of the last numbered rule that fired in that direction;
rule.gradient is 1 where the very last was a gradient. multiplier is the slope of the function at the selected cell of
z, dz or dh, else at the z that was set last; arrived is what a single gate lets through. check.* are there once every
slope is being proved. loss is the loss now: after this pass's update, once it was made.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from sim.backprop_names import layer_of
from sim.backprop_trace import slope
from sim.simulations.backprop_config import MOST_LAYERS, MOST_UNITS

LETTERS = ("w", "b", "s", "z", "h", "dw", "db", "dz", "dh")
CHANGED = ("x", "t", "y", "e", *(f"{letter}{layer}" for layer in range(1, MOST_LAYERS + 1) for letter in LETTERS))


def shape(seen: Any) -> dict[str, float | None]:
    """The size of what the last rule made."""
    rule = seen.snapshot.rule
    if rule is None:
        return {}
    rows, columns = seen.snapshot.matrices[rule.results[0]].shape
    return {"rows": float(rows), "columns": float(columns)}


def rules(seen: Any) -> dict[str, float | None]:
    """Which rules fired last in this pass."""
    found: dict[str, float | None] = {"gradient": 0.0}
    for step in seen.snapshot.steps[: seen.snapshot.fired]:
        direction, _, number = step.rule.partition(" ")
        if number:
            found[direction] = float(number)
    found["gradient"] = float(seen.snapshot.rule is not None and seen.snapshot.rule.rule == "gradient")
    return found


def multiplier(seen: Any) -> float | None:
    """The slope at a cell; a softmax has none of its own for each cell."""
    snapshot = seen.snapshot
    for place, names in ((snapshot.selected, ("z", "dz", "dh")), (snapshot.typed, ("z",))):
        if place is None or place[0].rstrip("0123456789") not in names:
            continue
        name, row, column = place
        layer = layer_of(name)
        activation = snapshot.activations[layer - 1]
        if activation != "softmax":
            return float(slope(activation, snapshot.matrices[f"z{layer}"])[row, column])
    return None


def arrived(seen: Any) -> float | None:
    """dz of a network of one unit and one example, once it is known."""
    snapshot = seen.snapshot
    if snapshot.layers[1:] != (1,) or snapshot.examples != 1 or "dz1" not in snapshot.known:
        return None
    return float(snapshot.matrices["dz1"][0, 0])


def changed(seen: Any) -> dict[str, float | None]:
    """How many cells of each matrix the last edit changed."""
    marks = seen.snapshot.changed
    return {name: float(np.count_nonzero(marks[name])) if name in marks else 0.0 for name in CHANGED}


def first_row(seen: Any) -> dict[str, float | None]:
    """The first row of what the last rule made."""
    rule = seen.snapshot.rule
    row = () if rule is None else seen.snapshot.matrices[rule.results[0]][0]
    return {str(column): float(value) for column, value in enumerate(row, 1)}


def check(seen: Any) -> dict[str, float | None]:
    """How far the proof of all slopes has come."""
    found = seen.snapshot.check_all
    if found is None or not found.done:
        return {}
    return {"error": found.error, "passes": float(found.passes), "done": float(found.done)}


def loss(seen: Any) -> float | None:
    """The loss with the weights as they are now."""
    snapshot = seen.snapshot
    updated = snapshot.rule is not None and snapshot.rule.rule == "update"
    return float(snapshot.loss_after if updated else snapshot.loss)


BACKPROP_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "step_index": lambda seen: seen.snapshot.step,
    "pass": lambda seen: seen.snapshot.pass_number,
    "fired": lambda seen: seen.snapshot.fired,
    "held": lambda seen: len(seen.snapshot.held),
    "edited": lambda seen: seen.snapshot.edits,
    "multiplier": multiplier,
    "arrived": arrived,
    "loss": loss,
    "loss_after": lambda seen: seen.snapshot.loss_after,
}

BACKPROP_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    "shape": (("rows", "columns"), shape),
    "rule": (("forward", "backward", "gradient"), rules),
    "changed": (CHANGED, changed),
    "row1": (tuple(str(column) for column in range(1, MOST_UNITS + 1)), first_row),
    "check": (("error", "passes", "done"), check),
}
