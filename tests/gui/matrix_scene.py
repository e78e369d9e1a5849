"""A forward and a backward pass in plain numpy, as the lanes of matrices show it. Made up for tests and for eyes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.matrix_content import (
    ACTING,
    ARROW,
    COLUMNS,
    GHOST,
    OPERATOR,
    REST,
    ROWS,
    Link,
    Matrix,
    MatrixContent,
    Slot,
    Symbol,
)

BATCH = frozenset({"x", "t", "e", "y"})


def passed(layers: tuple[int, ...] = (3, 5, 2), examples: int = 128, seed: int = 5) -> dict[str, Array]:
    """Every matrix of one pass: ReLU inside, the identity at the end, squared error."""
    random = np.random.default_rng(seed)
    last = len(layers) - 1
    found: dict[str, Array] = {"x": random.uniform(-1, 1, (examples, layers[0]))}
    found["t"] = np.eye(layers[-1])[random.integers(0, layers[-1], examples)]
    below = found["x"]
    for layer in range(1, last + 1):
        found[f"w{layer}"] = random.normal(0, 0.8, (layers[layer - 1], layers[layer]))
        found[f"b{layer}"] = random.normal(0, 0.1, (1, layers[layer]))
        found[f"z{layer}"] = below @ found[f"w{layer}"] + found[f"b{layer}"]
        below = found[f"z{layer}"] if layer == last else np.maximum(found[f"z{layer}"], 0.0)
        found["y" if layer == last else f"h{layer}"] = below
    found["e"] = delta = found["y"] - found["t"]
    for layer in range(last, 0, -1):
        found[f"dz{layer}"] = delta
        below = found[f"h{layer - 1}"] if layer > 1 else found["x"]
        found[f"dw{layer}"] = below.T @ delta / examples
        found[f"db{layer}"] = delta.mean(axis=0, keepdims=True)
        if layer > 1:
            found[f"dh{layer - 1}"] = delta @ found[f"w{layer}"].T
            delta = found[f"dh{layer - 1}"] * (found[f"z{layer - 1}"] > 0)
    return found


@dataclass
class Scene:
    """Which matrices are known and which act; `content` makes the lanes of it."""

    layers: tuple[int, ...] = (3, 5, 2)
    examples: int = 128
    arrays: dict[str, Array] = field(default_factory=dict)
    known: frozenset[str] | None = None
    acting: tuple[str, ...] = ()
    held: dict[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    changed: dict[str, Array] = field(default_factory=dict)
    flips: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Name of a flipped matrix: its original, and the weight layer in whose slot it stands."""

    def __post_init__(self) -> None:
        self.arrays = self.arrays or passed(self.layers, self.examples)

    def content(self) -> MatrixContent:
        """The lanes."""
        slots = [Slot("x", (self.matrix("x"),))]
        links: list[Link] = []
        last = len(self.layers) - 1
        for layer in range(1, last + 1):
            slots += self.layer_slots(layer, last)
            links += self.layer_links(layer, last)
        slots += [Slot("t", (self.matrix("t"),)), Slot("e", (self.matrix("e"),))]
        links += [Link("y", "t", "−"), Link("t", "e", "=")]
        return MatrixContent(tuple(slots), tuple(links))

    def layer_slots(self, layer: int, last: int) -> list[Slot]:
        """Weights, the sum, and what the function makes of it."""
        flips = [self.flip(name) for name, (_, at) in self.flips.items() if at == layer]
        back = tuple(flips) or (self.matrix(f"dw{layer}"), self.matrix(f"db{layer}"))
        out = "y" if layer == last else f"h{layer}"
        return [
            Slot(f"w{layer}", (self.matrix(f"w{layer}"), self.matrix(f"b{layer}")), back),
            Slot(f"z{layer}", (self.matrix(f"z{layer}"),), (self.matrix(f"dz{layer}"),)),
            Slot(out, (self.matrix(out),), () if layer == last else (self.matrix(f"dh{layer}"),)),
        ]

    def layer_links(self, layer: int, last: int) -> list[Link]:
        """What joins them, both ways."""
        below = "x" if layer == 1 else f"h{layer - 1}"
        out = "y" if layer == last else f"h{layer}"
        lit = f"z{layer}" in self.acting and below in self.acting
        links = [
            Link(below, f"w{layer}", "·", OPERATOR, lit),
            Link(f"w{layer}", f"z{layer}", "=", OPERATOR, lit),
            Link(f"z{layer}", out, "error" if layer == last else "ReLU", ARROW),
        ]
        if layer < last:
            links.append(Link(f"dh{layer}", f"dz{layer}", "× ReLU′", ARROW))
        for name, (original, at) in self.flips.items():
            if at == layer and original == f"w{layer}":
                links += [Link(name, f"dh{layer - 1}", "", ARROW, True), Link(f"dz{layer}", name, "·", OPERATOR, True)]
        return links

    def matrix(self, name: str) -> Matrix:
        """One of the pass."""
        values = self.arrays[name]
        known = self.known is None or name in self.known
        state = ACTING if name in self.acting else REST if known else GHOST
        letters = name.rstrip("0123456789")
        back = letters[0] == "d"
        letter = letters if letters in ("b", "db") else letters[0] + letters[1:].upper() if back else letters.upper()
        symbol = Symbol(letter, name[len(letters) :])
        small = letters in ("w", "b", "dw", "db")
        return Matrix(
            name, symbol, values.shape, values if known else None, state, "grad" if back else "ink",
            "" if small else ROWS, self.held.get(name, frozenset()), self.changed.get(name), letters != "dw",
        )  # fmt: skip

    def flip(self, name: str) -> Matrix:
        """A transpose of one of the pass."""
        original = self.flips[name][0]
        one = self.matrix(original)
        values = self.arrays[original].T
        symbol = Symbol(one.symbol.letter, one.symbol.lowered, "T")
        lies = COLUMNS if one.examples == ROWS else ""
        return Matrix(name, symbol, values.shape, values, ACTING, "ink", lies, flipped=original)


FORWARD = Scene(known=frozenset({"x", "w1", "b1", "z1", "w2", "b2", "t"}), acting=("x", "w1", "z1"))
BACKWARD = Scene(
    known=frozenset({"x", "w1", "b1", "z1", "h1", "w2", "b2", "z2", "y", "t", "e", "dz2", "dw2", "db2", "dh1"}),
    acting=("dz2", "dh1"),
    flips={"w2t": ("w2", 2)},
)
