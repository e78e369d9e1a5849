"""Marks for code that is written once and runs everywhere.

A rule is a plain Python function of numbers. `@portable` changes nothing about it: it stays a free scalar oracle,
works on numpy arrays, and importing it costs no compiler. A target (`sim.targets`) compiles a marked function, and
the marked ones it calls, when it is first needed. Besides functions, marked code may call the three callable objects
below, because a target can turn each of them into code of its own:

* `Switch`: a table of rules with an integer in front, so that one kernel serves every entry of a dictionary;
* `Polynomial`: coefficients in the number type of the argument;
* `ByPrecision`: a float32 and a float64 form of the same function.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import numpy as np

from sim.lanes import like

Function = TypeVar("Function", bound=Callable[..., Any])


def portable(function: Function) -> Function:
    """Mark `function` as numeric code that a target may compile."""
    function.portable = True  # type: ignore[attr-defined]
    return function


def spliced(function: Function) -> Function:
    """Mark a long body with few callers as numeric code: its lines are copied into them.

    The compiler optimises every marked function by itself and once more in each of its callers; this leaves the first
    out. (Splicing everything is slower again: use it for the bodies between a driver and the rules.)
    """
    function.spliced = True  # type: ignore[attr-defined]
    return portable(function)


def exact(function: Function) -> Function:
    """Mark numeric code whose own operations are each rounded by themselves, as in plain Python, on every machine.

    Elsewhere the compiler may fuse a product with the sum it goes into, which is faster and off by less.
    """
    function.exact = True  # type: ignore[attr-defined]
    return function


class Switch:
    """`switch(kind, *arguments)` calls the rule number `kind` of a table (in its order)."""

    def __init__(self, rules: Mapping[str, Callable[..., Any]]) -> None:
        self.keys = tuple(rules)
        self.rules = tuple(rules.values())

    def __call__(self, kind: int, *arguments: Any) -> Any:
        return self.rules[kind](*arguments)

    def index(self, key: str) -> int:
        """The number that chooses `key`."""
        return self.keys.index(key)


class Polynomial:
    """x -> c0 + c1 x + c2 x^2 + ... by Horner's rule, with the coefficients rounded to the type of x."""

    def __init__(self, *coefficients: float) -> None:
        self.coefficients = coefficients

    def __call__(self, x: Any) -> Any:
        result = like(x, self.coefficients[-1])
        for coefficient in self.coefficients[-2::-1]:
            result = result * x + like(x, coefficient)
        return result


class ByPrecision:
    """One function in two forms: `single` for float32 numbers, `double` for float64 numbers."""

    def __init__(self, single: Callable[..., Any], double: Callable[..., Any]) -> None:
        self.single = single
        self.double = double

    def __call__(self, x: Any) -> Any:
        kind = getattr(x, "dtype", np.float64)
        return self.single(x) if kind == np.float32 else self.double(x)
