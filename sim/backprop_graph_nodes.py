"""The nodes of a computational graph: what each one holds at the cursor of the snapshot, and how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sim.backprop_graph_sums import (
    adjoint_line,
    function_line,
    given_line,
    held_line,
    product_line,
    short,
    sign_of,
    sum_line,
)
from sim.backprop_graph_tape import Pass, Recorded, is_cancelled
from sim.graph_content import ACTING, LIT, REST, Node, Sum
from sim.phrases import phrase

Way = tuple[float, float]


class Step(Protocol):
    """One rule of the pass."""

    @property
    def rule(self) -> str:
        """Its name, such as "forward 1"."""

    @property
    def layer(self) -> int:
        """The layer of weights it belongs to, from 1."""

    @property
    def operands(self) -> tuple[str, ...]:
        """The matrices it reads."""

    @property
    def results(self) -> tuple[str, ...]:
        """The matrices it makes."""


class Shown(Pass, Protocol):
    """What the graph reads of a snapshot."""

    @property
    def step(self) -> int:
        """How many rules have fired in all."""

    @property
    def steps(self) -> Sequence[Step]:
        """The rules of one pass."""

    @property
    def known(self) -> frozenset[str]:
        """The matrices that are there by now."""


def layer_sizes(shown: Pass) -> tuple[int, ...]:
    """Units per layer, the inputs first."""
    weights = [shown.matrices[f"w{layer}"] for layer in range(1, len(shown.activations) + 1)]
    return (weights[0].shape[0], *(w.shape[1] for w in weights))


def last_step(shown: Shown) -> Step | None:
    """The rule that fired last; None at the start."""
    return shown.steps[(shown.step - 1) % len(shown.steps)] if shown.step else None


@dataclass(frozen=True)
class Example:
    """One row of the mini-batch: its tape, seen at the cursor. Keys are those of the tape.

    detailed: products are nodes of their own.
    """

    shown: Shown
    row: int
    recorded: Recorded
    sizes: tuple[int, ...]
    detailed: bool
    step: Step | None

    def node(self, key: str, column: int) -> Node:
        """Everything about one entry."""
        head = head_of(key)
        letter, lower = self._sign(key)
        sloped = head[0] not in "xt"
        value = self._value(key) if self._is_known(key) else None
        adjoint = self.recorded.adjoint(key) if sloped and self._has_arrived(key) else None
        ways = self._ways(key) if adjoint is not None else []
        return Node(
            key=key,
            letter=letter,
            lower=lower,
            name=name_of(key),
            column=column,
            value=value,
            adjoint=adjoint,
            state=self._state(head),
            held=self._is_held(key) or self._is_held(key, "d"),
            ways=tuple(partial * above for partial, above in ways),
            sums=tuple(self._sums(key, sign_of(letter, lower), value, adjoint, ways)),
            sloped=sloped,
        )

    def partial(self, source: str, target: str) -> float | None:
        """How the target grows with the source, where both are known and it does."""
        if not self._is_known(target) or source[0] == "t":
            return None
        if source[0] in "xh" and target[0] == "z":
            layer, j = target[1:].split(".")
            return self.recorded.value(f"w{layer}.{source.split('.')[1]}.{j}")
        return self.recorded.partial(source, target)

    # What is there ----------------------------------------------------------------------------------------------------

    def _is_known(self, key: str) -> bool:
        """Has the way forward come here?"""
        head = head_of(key)
        first = {"p": f"s{head[1:]}", "z": f"s{head[1:]}", "l": "e"}.get(head[0], head)
        return first in self.shown.known or head in self.shown.known

    def _has_arrived(self, key: str) -> bool:
        """Has the way back come here?"""
        head = head_of(key)
        return {"l": "e", "y": "e", "p": f"dz{head[1:]}"}.get(head[0], f"d{head}") in self.shown.known

    def _is_held(self, key: str, slope: str = "") -> bool:
        """Was the value set by hand (with "d": what arrived here)?"""
        head, *places = key.split(".")
        name = "e" if slope and head == "y" else slope + head
        if head[0] in "wb":
            place = (int(places[0]) if head[0] == "w" else 0, int(places[-1]))
        else:
            place = (self.row, int(places[-1]) if places else 0)
        return (name, *place) in self.shown.held

    def _state(self, head: str) -> str:
        """Made by the last step, read by it, or neither."""
        if self.step is None:
            return REST
        names = {head, f"d{head}", f"{head}+", *({"e"} if head in ("y", "loss") else ())}
        if head[0] in "pz":
            names.add(f"s{head[1:]}")
        if names & set(self.step.results):
            return ACTING
        return LIT if names & set(self.step.operands) else REST

    def _sign(self, key: str) -> tuple[str, str]:
        """The letter of a node and what stands below the line: s for a sum whose bias has not joined it."""
        head, *places = key.split(".")
        if head == "loss":
            return "L", ""
        numbers = [str(int(place) + 1) for place in places]
        lower = ("," if max(map(len, numbers)) > 1 else "").join(numbers)
        running = head[0] == "z" and head not in self.shown.known and f"s{head[1:]}" in self.shown.known
        return "s" if running else head[0], lower

    def _value(self, key: str) -> float:
        if key[0] == "z" and head_of(key) not in self.shown.known:
            return sum(one * two for one, two in self._products(key))
        return self.recorded.value(key)

    def _products(self, key: str) -> list[Way]:
        """(what came in, weight) of each term of a sum."""
        layer, j = key[1:].split(".")
        before = "x" if layer == "1" else f"h{int(layer) - 1}"
        return [
            (self.recorded.value(f"{before}.{i}"), self.recorded.value(f"w{layer}.{i}.{j}"))
            for i in range(self.sizes[int(layer) - 1])
        ]

    def _ways(self, key: str) -> list[Way]:
        """(local partial, adjoint) of every entry that uses this one."""
        users, adjoints = self.recorded.users, self.recorded.sweep.adjoints
        return [(partial, adjoints[user]) for user, partial in users.get(self.recorded.index[key], [])]

    # How it came about ------------------------------------------------------------------------------------------------

    def _sums(self, key: str, sign: str, value: float | None, adjoint: float | None, ways: list[Way]) -> list[Sum]:
        lines = [] if value is None else [self._value_line(key, sign, value)]
        if adjoint is not None:
            lines.append(self._adjoint_line(key, sign, adjoint, ways))
        return lines

    def _value_line(self, key: str, sign: str, value: float) -> Sum:
        head, *places = key.split(".")
        if self._is_held(key):
            return held_line(sign, value)
        if head[0] == "p":
            layer, (i, j) = head[1:], places
            before = f"x.{i}" if layer == "1" else f"h{int(layer) - 1}.{i}"
            return product_line(sign, self.recorded.value(before), self.recorded.value(f"w{layer}.{i}.{j}"))
        if head[0] == "z":
            bias = self.recorded.value(f"b{key[1:]}") if head in self.shown.known else None
            return sum_line(sign, self._products(key), bias, value, self.detailed)
        if head[0] in "hy":
            number = int(head[1:]) if head[0] == "h" else len(self.sizes) - 1
            cancelled = head == "y" and is_cancelled(self.shown)
            slope = None if cancelled else self.recorded.slopes.get(key)
            z = self.recorded.value(f"z{number}.{places[0]}")
            return function_line(sign, self.shown.activations[number - 1], z, value, slope)
        return given_line(sign, value)

    def _adjoint_line(self, key: str, sign: str, adjoint: float, ways: list[Way]) -> Sum:
        head, *places = key.split(".")
        if self._is_held(key, "d"):
            return held_line(f"d{sign}", adjoint)
        if head[0] == "l":
            return Sum((("dL = 1", "grad"), ("   the way back begins here", "soft")), (1.0, adjoint))
        rest = ""
        examples = len(self.shown.matrices["x"])
        if head[0] in "wb" and examples > 1:
            row = int(places[0]) if head[0] == "w" else 0
            mean = float(self.shown.matrices[f"d{head}"][row, int(places[-1])])
            rest = phrase("   mean of all {count} examples {mean}", count=examples, mean=short(mean))
        elif head == "y":
            rest = "   output minus target"
        elif head[0] == "z" and int(head[1:]) == len(self.sizes) - 1 and is_cancelled(self.shown):
            rest = "   counted as 1: loss and function are taken together"
        return adjoint_line(sign, ways, adjoint, rest)


def head_of(key: str) -> str:
    """The letter and layer of a key: the matrix it belongs to."""
    return key.partition(".")[0]


def name_of(key: str) -> str:
    """What an entry is, in words."""
    head, *places = key.split(".")
    if head == "loss":
        return "loss of this example"
    letter, layer, number = head[0], head[1:], int(places[-1]) + 1
    if letter == "x":
        return phrase("input {number}", number=number)
    if letter == "t":
        return phrase("target {number}", number=number)
    if letter == "y":
        return phrase("output {number}", number=number)
    if letter == "h":
        return phrase("unit {number} of layer {layer}", number=number, layer=layer)
    if letter == "z":
        return phrase("sum of unit {number} of layer {layer}", number=number, layer=layer)
    if letter == "b":
        return phrase("bias of unit {number} of layer {layer}", number=number, layer=layer)
    row = int(places[0]) + 1
    if letter == "w":
        return phrase("weight of W{layer}, row {row}, column {number}", layer=layer, row=row, number=number)
    return phrase("term {row} of the sum of unit {number} of layer {layer}", row=row, number=number, layer=layer)
