"""What a diagram of a network shows: arrays and names, checked and copied.

Columns are counted from the inputs, which are column 0; layers from the first one that has weights, so layer `l` leads
into column `l + 1`. Lists that are given per layer may begin with the inputs or leave them out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF

from gui.widgets.contours import Array
from sim.phrases import capital, phrase

SHARES = frozenset({"sigmoid", "softmax", "step"})
"""Activations between 0 and 1: their pictures have the middle colour at one half."""


@dataclass(frozen=True)
class Part:
    """What can be pointed at: kind "edge" (layer, i, j), "unit" or "bias" (layer, j), "input" (j); -1: not so."""

    kind: str = ""
    layer: int = -1
    i: int = -1
    j: int = -1

    @property
    def column(self) -> int:
        """The column of a unit, an input or a bias; of an edge, the one it leads into."""
        return self.layer + 1


NOTHING = Part()
Told = tuple[str, int, int, int, QPointF]


@dataclass
class Content:
    """A dense network of `len(weights)` layers."""

    weights: list[Array] = field(default_factory=lambda: [np.zeros((2, 1))])
    biases: list[Array] = field(default_factory=lambda: [np.zeros(1)])
    activations: list[str] = field(default_factory=lambda: ["sigmoid"])
    thumbnails: list[Array | None] = field(default_factory=list)
    activities: list[Array | None] = field(default_factory=list)
    dropped: list[Array | None] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    on: list[bool] | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """Units of every column."""
        return (self.weights[0].shape[0], *(matrix.shape[1] for matrix in self.weights))

    @property
    def depth(self) -> int:
        """How many layers have weights."""
        return len(self.weights)

    def take_weights(self, matrices: Sequence[Array]) -> bool:
        """Copy other weights (n_in, n_out); True where the shapes are new, and then biases follow them."""
        weights = [np.array(matrix, np.float64, ndmin=2) for matrix in matrices]
        if not weights or any(one.shape[1] != two.shape[0] for one, two in pairwise(weights)):
            raise ValueError("The weights of a network are matrices (n_in, n_out), each as high as the last is wide.")
        before, self.weights = self.counts, weights
        if self.counts == before:
            return False
        self.biases = [
            self.biases[layer] if layer < len(self.biases) and self.biases[layer].size == count else np.zeros(count)
            for layer, count in enumerate(self.counts[1:])
        ]
        self.thumbnails, self.activities, self.dropped = [], [], []
        return True

    def take_biases(self, vectors: Sequence[Array]) -> None:
        """Copy other biases, one vector for each layer."""
        biases = [np.array(vector, np.float64).ravel() for vector in vectors]
        if [vector.size for vector in biases] != list(self.counts[1:]):
            raise ValueError("There is one bias for every unit of every layer.")
        self.biases = biases

    def by_column(self, values: Sequence[Array | None]) -> list[Array | None]:
        """A list per layer as a list per column: None where nothing is given or it does not fit the units."""
        shift = 0 if len(values) > self.depth else 1
        found: list[Array | None] = [None] * len(self.counts)
        for place, given in enumerate(values):
            column = place + shift
            if given is not None and column < len(found) and len(given) == self.counts[column]:
                found[column] = np.asarray(given)
        return found

    def is_share(self, column: int) -> bool:
        """Do the units of the column give values between 0 and 1?"""
        return 0 < column <= self.depth and self.activation(column - 1) in SHARES

    def activation(self, layer: int) -> str:
        """The activation of a layer; the last one given is the output's, and hidden layers without one have tanh."""
        if layer == self.depth - 1:
            return self.activations[-1]
        return self.activations[layer] if layer < len(self.activations) - 1 else "tanh"

    def is_dropped(self, column: int, unit: int) -> bool:
        """Is the unit ill today?"""
        flags = self.dropped[column] if column < len(self.dropped) else None
        return flags is not None and bool(flags[unit])

    def thumbnail(self, column: int) -> Array | None:
        """The pictures (units, h, w) of a column."""
        return self.thumbnails[column] if column < len(self.thumbnails) else None

    def activity(self, column: int) -> Array | None:
        """The activations (units,) of a column."""
        return self.activities[column] if column < len(self.activities) else None

    def value(self, part: Part) -> float:
        """The weight or bias of a part; of a unit, its bias."""
        if part.kind == "edge":
            return float(self.weights[part.layer][part.i, part.j])
        return float(self.biases[part.layer][part.j]) if part.layer >= 0 else float("nan")

    def put(self, part: Part, value: float) -> None:
        """Another weight or bias."""
        if part.kind == "edge":
            self.weights[part.layer][part.i, part.j] = value
        elif part.layer >= 0:
            self.biases[part.layer][part.j] = value

    def holds(self, part: Part) -> bool:
        """Is there such a part?"""
        counts = self.counts
        if part.kind == "edge":
            return 0 <= part.layer < self.depth and part.i < counts[part.layer] and part.j < counts[part.layer + 1]
        return part.kind != "" and 0 <= part.column < len(counts) and 0 <= part.j < counts[part.column]

    def input_names(self) -> list[str]:
        """The names of the inputs that are used, in order."""
        on = [True] * len(self.features) if self.on is None else self.on
        names = [name for name, used in zip(self.features, on, strict=True) if used]
        missing = range(len(names) + 1, self.counts[0] + 1)
        return (names + [f"x{_lowered(number)}" for number in missing])[: self.counts[0]]

    def symbol(self, column: int, unit: int) -> tuple[str, str]:
        """The name of a unit: a letter and what stands below it."""
        if column == 0:
            return self.input_names()[unit], ""
        if column == self.depth:
            return "ŷ", str(unit + 1) if self.counts[-1] > 1 else ""
        return "h", str(unit + 1) if self.depth == 2 else f"{column},{unit + 1}"

    def title(self, part: Part) -> str:
        """A part in words."""
        if part.kind == "edge":
            return phrase(
                "Weight from {unit_words} to {other_unit_words}",
                unit_words=self.unit_words(part.layer, part.i),
                other_unit_words=self.unit_words(part.layer + 1, part.j),
            )
        words = self.unit_words(part.column, part.j)
        return phrase("Bias of {words}", words=words) if part.kind == "bias" else capital(words)

    def unit_words(self, column: int, unit: int) -> str:
        """A unit in words."""
        if column == 0:
            return phrase("input {input_names}", input_names=self.input_names()[unit])
        if column == self.depth:
            return "the output" if self.counts[-1] == 1 else phrase("output {unit}", unit=unit + 1)
        return (
            phrase("unit {unit}", unit=unit + 1)
            if self.depth == 2
            else phrase("unit {unit} of hidden layer {column}", unit=unit + 1, column=column)
        )


def _lowered(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
