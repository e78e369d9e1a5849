"""From marked plain Python to numba functions.

`compiled(rule)` returns a numba function for a `@portable` one. The function is made anew with the same code and its
own copy of its module's names, in which every marked thing it mentions is replaced by its compiled form, recursively.
The plain function is not touched. LLVM inlines the result into its driver (a call would spill every vector register).
Drivers, the functions that Python calls, are made by `driver` and are the only ones kept in the disk cache: what they
call is inlined in them.

The cache sees only the driver's own file, so the folder it lives in is named by a hash of all sources of `sim` and of
the versions (see `sim.targets.cache`).
"""

import inspect
import types as python_types
from collections.abc import Callable
from functools import cache
from typing import Any

from llvmlite import binding, ir
from numba import njit, types
from numba.extending import intrinsic, overload

from sim.portable import ByPrecision, Polynomial, Switch
from sim.targets import bits, operators, sums  # noqa: F401  registers the compiled forms
from sim.targets.vectors import CONTRACT, FLAGS, INLINE, lane_of, spread

binding.set_option("nutshell", "-unroll-runtime=false")
"""For the whole process: loops over 2, 4 or 8 units lose more by LLVM's unrolling than they gain."""

FAST_MATH: set[str] | bool = {"contract"} if CONTRACT else False
RULE = {
    "forceinline": True,
    "nogil": True,
    "error_model": "numpy",
    "fastmath": FAST_MATH,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}
SPLICED = {"inline": "always", "nogil": True, "error_model": "numpy", "fastmath": FAST_MATH}


@cache
def compiled(marked: Any) -> Any:
    """The numba form of a marked function, `Switch`, `Polynomial` or `ByPrecision`."""
    if isinstance(marked, Switch):
        return switch_function(marked)
    if isinstance(marked, Polynomial):
        return polynomial_function(marked)
    if isinstance(marked, ByPrecision):
        return precision_function(marked)
    options = SPLICED if getattr(marked, "spliced", False) else RULE
    return njit(**{**options, "fastmath": fused(marked)})(with_compiled_names(marked))


@cache
def driver(marked: Any) -> Any:
    """The numba form of a marked function that Python calls: releases the GIL, kept in the disk cache."""
    return njit(nogil=True, error_model="numpy", fastmath=fused(marked), cache=True)(with_compiled_names(marked))


def fused(marked: Any) -> set[str] | bool:
    """What the compiler may do to the operations of a marked function."""
    return False if getattr(marked, "exact", False) else FAST_MATH


def is_marked(thing: Any) -> bool:
    """Whether a target compiles this when marked code mentions it."""
    return isinstance(thing, Switch | Polynomial | ByPrecision) or getattr(thing, "portable", False) is True


def with_compiled_names(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same code with every marked global it mentions replaced by its compiled form."""
    code = function.__code__
    names = dict(function.__globals__)
    for name in code.co_names:
        if is_marked(names.get(name)) and names[name] is not function:
            names[name] = compiled(names[name])
    made = python_types.FunctionType(code, names, function.__name__, function.__defaults__, function.__closure__)
    made.__module__, made.__qualname__ = function.__module__, function.__qualname__
    return made


def switch_function(switch: Switch) -> Any:
    """`if kind == 0: return rule_0(...)` and so on: LLVM makes a jump table of it."""
    names = {f"rule_{k}": compiled(rule) for k, rule in enumerate(switch.rules)}
    arguments = ", ".join(inspect.signature(switch.rules[0]).parameters)
    lines = [f"    if kind == {k}:\n        return rule_{k}({arguments})" for k in range(len(switch.rules) - 1)]
    last = f"    return rule_{len(switch.rules) - 1}({arguments})"
    exec("\n".join([f"def switch(kind, {arguments}):", *lines, last]), names)
    return njit(**RULE)(names["switch"])


def polynomial_function(polynomial: Polynomial) -> Any:
    """Horner's rule with the coefficients as constants of the number type."""

    @intrinsic
    def evaluate(typing_context, x):
        def emit(context, builder, sig, values):
            element = context.get_value_type(lane_of(x))

            def constant(number):
                return spread(builder, x, ir.Constant(element, number))

            result = constant(polynomial.coefficients[-1])
            for coefficient in polynomial.coefficients[-2::-1]:
                result = builder.fadd(builder.fmul(result, values[0], flags=FLAGS), constant(coefficient), flags=FLAGS)
            return result

        return x(x), emit

    return njit(**RULE)(lambda x: evaluate(x))


def precision_function(pair: ByPrecision) -> Any:
    """A function that numba resolves to the float32 or the float64 form by the type of its argument."""
    single, double = compiled(pair.single), compiled(pair.double)

    def by_precision(x):
        raise NotImplementedError

    @overload(by_precision, **INLINE)
    def choose(x):
        if lane_of(x) == types.float32:
            return lambda x: single(x)
        return lambda x: double(x)

    return njit(**RULE)(lambda x: by_precision(x))
