"""What the lanes show of a snapshot: which matrices stand where, which of them act, what is a ghost still.

The order is that of the computation. A place that several matrices share in the course of a pass shows the newest: the
sums before the bias, then with it; the weights, then the updated ones. Where a rule multiplies by a transpose, the
flipped matrix stands in the backward lane below its original for that one step. The targets come into the picture with
the outputs that they are compared with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui.panels.backprop.symbols import BACKWARD, UPDATE, UPDATED, face_of, function_words, is_slope
from gui.widgets.matrix_content import (
    ACTING,
    ARROW,
    COLUMNS,
    GHOST,
    REST,
    ROWS,
    Link,
    Matrix,
    MatrixContent,
    Slot,
    Symbol,
)
from sim.backprop_names import arriving_at, inputs_of, outputs_of

if TYPE_CHECKING:
    from sim.simulations.backprop import BackpropSnapshot

FLIP = "ᵀ"
TRANSPOSE, GRADIENT = "backward 1", "gradient"
FIRST = ("x", "w1")
"""What the first rule will take: before it these are in the light."""


def content_of(snapshot: BackpropSnapshot, editable: bool = True) -> MatrixContent:
    """The whole picture at the cursor. editable: whether numbers may be typed at all."""
    view = _View(snapshot, editable)
    return MatrixContent(tuple(view.slots()), tuple(view.links()))


def flip_name(name: str) -> str:
    """The key of a transpose in the lanes."""
    return name + FLIP


class _View:
    """One snapshot while its picture is put together."""

    def __init__(self, snapshot: BackpropSnapshot, editable: bool) -> None:
        self.seen, self.editable = snapshot, editable
        rule = snapshot.rule
        self.rule = "" if rule is None else rule.rule
        self.layer = 0 if rule is None else rule.layer
        self.acting = set(FIRST) if rule is None else {*rule.operands, *rule.results}
        self.flipped = self._flipped()
        if self.rule in (TRANSPOSE, GRADIENT):
            self.acting.discard(self.flipped)
        if self.rule == UPDATED:
            self.acting = {name for name in self.acting if is_slope(name) or name.endswith("+")}

    def _flipped(self) -> str:
        """The matrix that the rule takes as its transpose, "" for none."""
        rule = self.seen.rule
        if rule is None or rule.rule not in (TRANSPOSE, GRADIENT):
            return ""
        return rule.operands[1] if rule.rule == TRANSPOSE else rule.operands[0]

    # Places -----------------------------------------------------------------------------------------------------------

    def slots(self) -> Iterable[Slot]:
        """From the inputs to the error."""
        depth = self.seen.depth
        yield Slot("x", (self.matrix("x"),), self.flip("x"))
        for layer in range(1, depth + 1):
            below = self.flip(f"w{layer}") or (self.matrix(f"dw{layer}"), self.matrix(f"db{layer}"))
            yield Slot(f"w{layer}", self.weights(layer), below)
            yield Slot(f"z{layer}", (self.sums(layer),), (self.matrix(f"dz{layer}"),))
            if layer < depth:
                hidden = f"h{layer}"
                yield Slot(hidden, (self.matrix(hidden),), self.flip(hidden) or (self.matrix(f"dh{layer}"),))
        for name in ("y", "t", "e"):
            if name != "t" or "y" in self.seen.known:
                yield Slot(name, (self.matrix(name),))

    def weights(self, layer: int) -> tuple[Matrix, ...]:
        """Weights and bias; once they are updated, the new ones."""
        names = (f"w{layer}", f"b{layer}")
        new = tuple(name + "+" for name in names)
        return tuple(self.matrix(name) for name in (new if new[0] in self.seen.known else names))

    def sums(self, layer: int) -> Matrix:
        """The sums as far as they have come."""
        whole, bare = f"z{layer}", f"s{layer}"
        shown = bare if bare in self.seen.known and whole not in self.seen.known else whole
        return self.matrix(shown)

    def matrix(self, name: str) -> Matrix:
        """One matrix by its name in the run."""
        seen, values = self.seen, self.seen.matrices[name]
        known = name in seen.known
        role = BACKWARD if is_slope(name) else UPDATE if name.endswith("+") else "ink"
        rows, columns = values.shape
        return Matrix(
            name,
            face_of(name),
            (rows, columns),
            values if known else None,
            (ACTING if name in self.acting else REST) if known else GHOST,
            role,
            "" if name.lstrip("d")[0] in "wb" else ROWS,
            frozenset((row, column) for held, row, column in seen.held if held == name),
            seen.changed.get(name) if known else None,
            self.editable and known and can_be_typed(name),
        )

    def flip(self, name: str) -> tuple[Matrix, ...]:
        """The transpose of a matrix, while it is used."""
        if name != self.flipped:
            return ()
        values = self.seen.matrices[name]
        face = face_of(name)
        symbol = Symbol(face.letter, face.lowered, "T")
        examples = "" if name[0] == "w" else COLUMNS
        shape = (values.shape[1], values.shape[0])
        changed = self.seen.changed.get(name)
        return (
            Matrix(
                flip_name(name), symbol, shape, values.T, ACTING, "ink", examples,
                held=frozenset((column, row) for held, row, column in self.seen.held if held == name),
                changed=None if changed is None else changed.T,
                editable=self.editable and can_be_typed(name),
                flipped=name,
            ),
        )  # fmt: skip

    # What stands between them -----------------------------------------------------------------------------------------

    def links(self) -> Iterable[Link]:
        """Operators and arrows."""
        depth = self.seen.depth
        for layer in range(1, depth + 1):
            yield from self.forward_links(layer)
            yield from self.backward_links(layer)
        yield Link("y", "t", "−", acts=self.rule == "forward 4")
        yield Link("t", "e", "=", acts=self.rule == "forward 4")

    def forward_links(self, layer: int) -> Iterable[Link]:
        """input · weights = sums, then the function."""
        into, sums, out = inputs_of(layer), self.sums(layer).name, outputs_of(layer, self.seen.depth)
        first = self.weights(layer)[0].name
        now = self.layer == layer
        yield Link(into, first, "·", acts=now and self.rule == "forward 1")
        yield Link(first, sums, "=", acts=now and self.rule in ("forward 1", "bias"))
        yield Link(sums, out, self.called(layer), ARROW, now and self.rule == "forward 2")

    def backward_links(self, layer: int) -> Iterable[Link]:
        """The slope, the transpose, the gradient: each as an arrow to what it makes."""
        slopes, arrived = f"dz{layer}", arriving_at(layer, self.seen.depth)
        now = self.layer == layer
        if arrived != "e":
            yield Link(arrived, slopes, "", ARROW, now and self.rule == "backward 2")
        if self.rule == TRANSPOSE and now:
            turned = flip_name(f"w{layer}")
            yield Link(slopes, turned, "·", acts=True)
            yield Link(turned, f"dh{layer - 1}", "", ARROW, acts=True)
        if self.rule == GRADIENT and now:
            yield Link(flip_name(inputs_of(layer)), f"dw{layer}", "", ARROW, acts=True)
            yield Link(slopes, f"dw{layer}", "", ARROW, acts=True)

    def called(self, layer: int) -> str:
        """The name of a layer's function."""
        return function_words(self.seen.activations[layer - 1])


def can_be_typed(name: str) -> bool:
    """Whether a number of this matrix can be set by hand: what goes in, weights, and what is held on the way."""
    return name in ("x", "t", "e") or (name[0] in "wbz" and not name.endswith("+")) or name.startswith("dh")
