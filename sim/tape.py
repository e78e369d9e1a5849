"""Reverse mode on a tape: every operation is written down as it happens, and the tape is read backwards for the slopes.

    tape = Tape()
    x1, x2 = tape.variable(2.0, "x1"), tape.variable(3.0, "x2")
    f = x1 * x2 + sin(x1)
    slopes = tape.backward(f).adjoints
    slopes[x1.index], slopes[x2.index]         # 3 + cos 2 and 2

An entry is a value, and for each entry it was made of the partial derivative at the values of then. The adjoint of an
entry says how much the result grows per unit of growth there: 1 for the result itself; then, from the last entry to the
first, each adds its adjoint times the partial to the adjoint of what it was made of. It adds, for an entry that several
others use has its say through all of them. One sweep serves every input, whatever their number.

Where a function has a corner, one of its slopes is taken: 0 for |x| at 0, and where both sides of a maximum are equal
the second counts, so that max(z, 0) has slope 0 at 0, as in `sim.activations`.

Source: S. Linnainmaa, master's thesis, University of Helsinki 1970, and BIT 16, 1976. He asked how errors of rounding
grow: `logistic_rounding` repeats that.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

Parent = tuple[int, float]
"""The number of an entry, and the partial derivative by it."""

NOTHING: Mapping[int, float] = {}


@dataclass(frozen=True)
class Entry:
    """What one operation left on the tape. A variable or a constant has no parents."""

    value: float
    parents: tuple[Parent, ...] = ()
    operation: str = ""


@dataclass(frozen=True)
class Sweep:
    """The adjoint of every entry, and how many multiply-adds they took."""

    adjoints: tuple[float, ...]
    products: int


@dataclass
class Tape:
    """The entries in the order in which they were computed."""

    entries: list[Entry] = field(default_factory=list)

    def variable(self, value: float, name: str = "variable") -> Variable:
        """A number to differentiate by."""
        return self.record(name, value)

    def constant(self, value: float) -> Variable:
        """A number that is written down because an operation needs it."""
        return self.record("constant", value)

    def record(self, operation: str, value: float, parents: Sequence[Parent] = ()) -> Variable:
        """Write an entry down. ValueError where a parent is not on the tape yet."""
        if any(not 0 <= parent < len(self.entries) for parent, _ in parents):
            raise ValueError(f"{operation}: an entry can only be made of earlier ones")
        self.entries.append(Entry(float(value), tuple(parents), operation))
        return Variable(self, len(self.entries) - 1)

    def backward(self, result: Variable, held: Mapping[int, float] = NOTHING) -> Sweep:
        """The adjoints of all entries for one result. held: adjoints that somebody set, by the numbers of entries."""
        adjoints = [0.0] * len(self.entries)
        adjoints[result.index] = 1.0
        products = 0
        for index in range(result.index, -1, -1):
            adjoints[index] = held.get(index, adjoints[index])
            for parent, partial in self.entries[index].parents:
                adjoints[parent] += adjoints[index] * partial
                products += 1
        return Sweep(tuple(adjoints), products)


@dataclass(frozen=True)
class Variable:
    """A number that writes down what is done with it."""

    tape: Tape
    index: int

    @property
    def value(self) -> float:
        """The number itself."""
        return self.tape.entries[self.index].value

    def __add__(self, other: Variable | float) -> Variable:
        other = self._on_tape(other)
        return self.tape.record("+", self.value + other.value, ((self.index, 1.0), (other.index, 1.0)))

    def __sub__(self, other: Variable | float) -> Variable:
        other = self._on_tape(other)
        return self.tape.record("−", self.value - other.value, ((self.index, 1.0), (other.index, -1.0)))

    def __mul__(self, other: Variable | float) -> Variable:
        other = self._on_tape(other)
        return self.tape.record("·", self.value * other.value, ((self.index, other.value), (other.index, self.value)))

    def __truediv__(self, other: Variable | float) -> Variable:
        other = self._on_tape(other)
        quotient = self.value / other.value
        partials = ((self.index, 1.0 / other.value), (other.index, -quotient / other.value))
        return self.tape.record("/", quotient, partials)

    def __radd__(self, other: float) -> Variable:
        return self._on_tape(other) + self

    def __rsub__(self, other: float) -> Variable:
        return self._on_tape(other) - self

    def __rmul__(self, other: float) -> Variable:
        return self._on_tape(other) * self

    def __rtruediv__(self, other: float) -> Variable:
        return self._on_tape(other) / self

    def __neg__(self) -> Variable:
        return self.tape.record("−", -self.value, ((self.index, -1.0),))

    def _on_tape(self, other: Variable | float) -> Variable:
        return other if isinstance(other, Variable) else self.tape.constant(other)


def sin(x: Variable) -> Variable:
    """The sine."""
    return x.tape.record("sin", math.sin(x.value), ((x.index, math.cos(x.value)),))


def exp(x: Variable) -> Variable:
    """The exponential function, its own slope."""
    value = math.exp(x.value)
    return x.tape.record("exp", value, ((x.index, value),))


def log(x: Variable) -> Variable:
    """The natural logarithm. ValueError where there is none."""
    return x.tape.record("log", math.log(x.value), ((x.index, 1.0 / x.value),))


def absolute(x: Variable) -> Variable:
    """|x|, with slope 0 at 0."""
    return x.tape.record("abs", abs(x.value), ((x.index, float(np.sign(x.value))),))


def maximum(first: Variable, second: Variable | float) -> Variable:
    """The larger of two; where they are equal the second."""
    other = second if isinstance(second, Variable) else first.tape.constant(second)
    larger = float(first.value > other.value)
    parents = ((first.index, larger), (other.index, 1.0 - larger))
    return first.tape.record("max", max(first.value, other.value), parents)


@dataclass(frozen=True)
class Rounding:
    """How far the last number of a run in float32 is off: the true error, and the one that the adjoints predict."""

    error: float
    predicted: float


def logistic_rounding(r: float, start: float, steps: int) -> Rounding:
    """x <- r x (1 - x) in float32, every error of rounding written down beside its entry.

    Predicted is the sum of all errors, each times the adjoint of its entry: right to first order, wrong in chaos.
    """
    tape, errors = Tape(), {}

    def rounded(exact: Variable) -> Variable:
        entry = tape.entries[exact.index]
        value = float(np.float32(entry.value))
        errors[exact.index] = value - entry.value
        tape.entries[exact.index] = Entry(value, entry.parents, entry.operation)
        return exact

    x, factor = tape.variable(float(np.float32(start))), tape.variable(float(np.float32(r)))
    exact_x, exact_r = x.value, factor.value
    for _ in range(steps):
        x = rounded(rounded(factor * x) * rounded(1.0 - x))
        exact_x = exact_r * exact_x * (1.0 - exact_x)
    adjoints = tape.backward(x).adjoints
    predicted = math.fsum(adjoints[index] * error for index, error in errors.items())
    return Rounding(x.value - exact_x, predicted)
