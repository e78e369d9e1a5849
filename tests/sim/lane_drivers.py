"""Kernels for tests: every elementary function and Philox, for scalars and for vectors of 16 and 64 lanes."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim import elementary
from sim.lanes import lanes
from sim.portable import Switch, portable
from sim.rng import normal_pair, philox
from sim.targets import aligned, kernel


@portable
def square_root(x):  # type: ignore[no-untyped-def]
    """A Switch holds rules; `root` is one of the few functions that every target replaces by its own."""
    return elementary_sqrt(x)


elementary_sqrt = elementary.sqrt
FUNCTIONS = Switch(
    {
        "exp": elementary.exp,
        "log": elementary.log,
        "sin": elementary.sin,
        "cos": elementary.cos,
        "tan": elementary.tan,
        "tanh": elementary.tanh,
        "sigmoid": elementary.sigmoid,
        "absolute": elementary.absolute,
        "sqrt": square_root,
    }
)


@portable
def each_scalar(kind, values, results):  # type: ignore[no-untyped-def]
    """One number after the other."""
    for k in range(values.size):
        results[k] = FUNCTIONS(kind, values[k])


@portable
def each_16(kind, values, results):  # type: ignore[no-untyped-def]
    """Sixteen numbers at a time."""
    source, target = lanes(values, 16), lanes(results, 16)
    for k in range(values.size // 16):
        target[k] = FUNCTIONS(kind, source[k])


@portable
def each_64(kind, values, results):  # type: ignore[no-untyped-def]
    """Sixty-four numbers at a time."""
    source, target = lanes(values, 64), lanes(results, 64)
    for k in range(values.size // 64):
        target[k] = FUNCTIONS(kind, source[k])


@portable
def draw_scalars(counters, seed_0, seed_1, words, normals):  # type: ignore[no-untyped-def]
    """Philox and two normal numbers per counter: counters (4, n), words (4, n), normals (2, n)."""
    for k in range(counters.shape[1]):
        c0, c1, c2, c3 = counters[0, k], counters[1, k], counters[2, k], counters[3, k]
        w0, w1, w2, w3 = philox(c0, c1, c2, c3, seed_0, seed_1)
        words[0, k], words[1, k], words[2, k], words[3, k] = w0, w1, w2, w3
        normals[0, k], normals[1, k] = normal_pair(w0, w1, normals[0, k])


@portable
def draw_16(counters, seed_0, seed_1, words, normals):  # type: ignore[no-untyped-def]
    """The same, sixteen at a time."""
    c0, c1, c2, c3 = lanes(counters[0], 16), lanes(counters[1], 16), lanes(counters[2], 16), lanes(counters[3], 16)
    o0, o1, o2, o3 = lanes(words[0], 16), lanes(words[1], 16), lanes(words[2], 16), lanes(words[3], 16)
    n0, n1 = lanes(normals[0], 16), lanes(normals[1], 16)
    for k in range(counters.shape[1] // 16):
        w0, w1, w2, w3 = philox(c0[k], c1[k], c2[k], c3[k], seed_0, seed_1)
        o0[k], o1[k], o2[k], o3[k] = w0, w1, w2, w3
        n0[k], n1[k] = normal_pair(w0, w1, n0[k])


def draw_thread(thread, counters, seed_0, seed_1, words, normals):  # type: ignore[no-untyped-def]
    """The same as the body of a CUDA thread, in plain Python."""
    c0, c1, c2, c3 = (int(counters[j, thread]) for j in range(4))
    drawn = philox(c0, c1, c2, c3, seed_0, seed_1)
    for j in range(4):
        words[j, thread] = drawn[j]
    normals[0, thread], normals[1, thread] = normal_pair(drawn[0], drawn[1], normals[0, thread])


FORMS: dict[str, Callable[..., Any]] = {"scalars": each_scalar, "16 lanes": each_16, "64 lanes": each_64}


def evaluate(form: str, name: str, values: NDArray[Any]) -> NDArray[Any]:
    """FUNCTIONS[name] of every value, in one of FORMS or as "plain Python" (numpy arrays)."""
    if form == "plain Python":
        with np.errstate(all="ignore"):
            return np.asarray(FUNCTIONS(FUNCTIONS.index(name), values), values.dtype)
    padded = np.concatenate([values, np.ones(-values.size % 64, values.dtype)])
    source, target = aligned(padded, values.dtype), aligned(np.zeros_like(padded), values.dtype)
    kernel(FORMS[form])(FUNCTIONS.index(name), source, target)
    return target[: values.size]
