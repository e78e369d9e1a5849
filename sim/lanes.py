"""A number that is one lane, sixteen, or sixty-four: the few functions that need to know which.

Rules are plain scalar mathematics. **What an array holds decides what a rule computes with.** A driver says how it
reads an array, and the rule that gets a number from it computes with what it got:

| array in a driver                          | one element `p[k]` is       |
|--------------------------------------------|-----------------------------|
| `shared(array)`, array `(slots,)`          | one number for all lanes    |
| `lanes(array, width)`, array `(slots, width)` | a vector of `width` lanes |
| `array[:, thread]`, array `(slots, lanes)` | one lane, in a CUDA thread  |

Scalars and vectors mix freely: a scalar is handed to every lane. This module holds the plain-Python forms, in which a
vector is a numpy array; `sim.targets.vectors` registers the compiled forms under the same names.

Rules contain no bare literals: in a float32 CUDA thread a Python `0.5` is a float64 number and drags the whole
expression along. `like(x, 0.5)` has the type of x. Plain forms never raise on overflow when given numpy numbers;
Python floats divide by zero with an exception, so the library hands rules `np.float64`.
"""

from typing import Any

import numpy as np

FRACTION_BITS = {np.dtype(np.float32): 23, np.dtype(np.float64): 52}


def shared(array: Any) -> Any:
    """The array as a row of numbers that all lanes share."""
    return np.reshape(array, -1)


def lanes(array: Any, width: int) -> Any:
    """The array `(.., width)` as a row of vectors of `width` lanes; compiled, the width must be a constant."""
    return np.reshape(array, (-1, width))


def like(example: Any, value: Any) -> Any:
    """`value` as a number of the type of `example` (a number, or an array of them)."""
    kind = getattr(example, "dtype", None)
    if kind is None:
        return int(value) if isinstance(example, int) else float(value)
    return np.asarray(value, kind) if np.ndim(value) else kind.type(value)


def zero(example: Any) -> Any:
    """0 in the type of `example`."""
    return like(example, 0.0)


def one(example: Any) -> Any:
    """1 in the type of `example`."""
    return like(example, 1.0)


def where(condition: Any, a: Any, b: Any) -> Any:
    """`a` where the condition holds, else `b`, lane by lane (select)."""
    if np.ndim(condition):
        return np.where(condition, a, b)
    return a if condition else b


def every(condition: Any) -> Any:
    """True if the condition holds in every lane."""
    return bool(np.all(condition))


def root(x: Any) -> Any:
    """The square root, correctly rounded on every target; NaN below zero."""
    return np.sqrt(x)


def times_power_of_two(value: Any, shifted: Any) -> Any:
    """value * 2^n for shifted = n + 1.5 * 2^fraction_bits, in two factors so that n may leave the normal range."""
    kind = np.dtype(getattr(value, "dtype", np.float64))
    n = np.asarray(shifted, kind) - kind.type(1.5 * 2.0 ** FRACTION_BITS[kind])
    n = np.where(np.isfinite(n), n, 0).astype(np.int64)
    first = n >> 1
    return like(value, value * np.ldexp(kind.type(1), first) * np.ldexp(kind.type(1), n - first))


def split_at_root_half(x: Any) -> Any:
    """(m, k) with x = m * 2^k and sqrt(1/2) <= m < sqrt(2), for positive normal x; anything for other x."""
    m, k = np.frexp(x)
    low = m < like(x, 0.70710678118654752)
    return where(low, m + m, m), like(x, np.asarray(where(low, k - 1, k))[()])


def words(x: Any) -> Any:
    """The lower 32 bits of a whole number (or of each lane)."""
    return x.astype(np.uint32) if isinstance(x, np.ndarray) else int(x) & 0xFFFFFFFF


def multiply_words(a: Any, b: Any) -> tuple[Any, Any]:
    """(high, low): the 64-bit product of two 32-bit numbers."""
    product = np.asarray(a, np.uint64) * np.asarray(b, np.uint64)
    high, low = (product >> np.uint64(32)).astype(np.uint32), (product & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return (high, low) if product.ndim else (int(high), int(low))


def fraction_of(word: Any, example: Any) -> Any:
    """The upper 23 bits of a random word as a number in (0, 1) of the type of `example`; exact in float32 too."""
    return (like(example, word >> 9) + like(example, 0.5)) * like(example, 2.0**-23)


def accumulate_products(array: Any, k: Any, scale: Any, inputs: Any, i: Any, count: Any) -> None:
    """array[k + j] += scale * inputs[i + j] for j < count; into shared numbers go the sums over the lanes.

    Reading a shared number hands it to every lane, so by the chain rule its gradient is the sum over the lanes. This
    is the derivative of reading `array`, and the only place where a network and an ensemble of networks differ.
    """
    for j in range(count):
        product = scale * inputs[i + j]
        array[k + j] = array[k + j] + (product if np.ndim(array) > 1 else np.sum(product))
