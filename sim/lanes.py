"""A number that is one lane, sixteen, or sixty-four: the few functions that need to know which.

Rules are plain scalar mathematics. **What an array holds decides what a rule computes with**: `state[k]` is one float64 where
`state` is a row of numbers, a vector of sixteen float32 where it is a row of vectors, one number where it is a CUDA thread's
own column. This module holds the plain-Python forms, which serve Python floats, numpy scalars and numpy arrays; the compiled
forms for vectors and CUDA threads are in `sim.targets`.

Rules contain no bare literals: in a float32 CUDA thread a Python `0.5` is a float64 number and drags the whole expression
along. `like(x, 0.5)` has the type of x.
"""

from typing import Any

import numpy as np


def like(example: Any, value: Any) -> Any:
    """`value` as a number of the type of `example` (a number, or an array of them)."""
    kind = getattr(example, "dtype", None)
    if kind is None:
        return type(example)(value) if isinstance(example, float) else float(value)
    return np.asarray(value, kind) if np.ndim(value) else kind.type(value)


def zero(example: Any) -> Any:
    """0 in the type of `example`."""
    return like(example, 0.0)


def one(example: Any) -> Any:
    """1 in the type of `example`."""
    return like(example, 1.0)


def where(condition: Any, a: Any, b: Any) -> Any:
    """`a` where the condition holds, else `b`, lane by lane."""
    if np.ndim(condition):
        return np.where(condition, a, b)
    return a if condition else b


def finite(x: Any) -> Any:
    """True where x is neither NaN nor infinite: x - x is 0 for finite x only (needs honest floating point, no fast-math)."""
    return x - x == zero(x)
