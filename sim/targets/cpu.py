"""The CPU target: compiled on first use, kept on disk.

`kernel(driver)` returns a callable that compiles a `@portable` driver when it is first called. Importing this module
imports no compiler. Arrays for kernels that read vectors should come from `aligned`: numpy's own start anywhere, and
then every vector crosses two cache lines (measured 51 instead of 63 million examples per second).
"""

import math
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from sim.targets.cache import seal, use_kernel_folder

LINE = 64


@cache
def kernel_folder() -> tuple[Path, str]:
    """The folder of this process's compiled kernels, and what was wrong with it ("" if nothing)."""
    return use_kernel_folder()


class Kernel:
    """A driver that compiles itself, or loads its machine code from disk, at its first call with each set of types."""

    def __init__(self, marked: Callable[..., Any]) -> None:
        self.marked = marked
        self.compiled: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        if self.compiled is None:
            return self.first_call(*arguments)
        return self.compiled(*arguments)

    def first_call(self, *arguments: Any) -> Any:
        """Compile and run. If the stored code cannot be loaded, throw it away and compile once more."""
        folder, _ = kernel_folder()
        from sim.targets.compiling import driver

        try:
            result = driver(self.marked)(*arguments)
        except Exception:
            if not any(folder.rglob("*.nbi")):
                raise
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            driver.cache_clear()
            result = driver(self.marked)(*arguments)
        self.compiled = driver(self.marked)
        return result


@cache
def kernel(marked: Callable[..., Any]) -> Kernel:
    """The compiled form of a `@portable` driver, one per driver and process."""
    return Kernel(marked)


def seal_kernels() -> None:
    """Call when the kernels are prepared: from now on damage to their files is noticed at start."""
    seal(kernel_folder()[0])


def aligned(values: ArrayLike, kind: DTypeLike) -> NDArray[Any]:
    """A C-ordered copy that starts at a cache line."""
    values = np.asarray(values)
    copy = aligned_room(values.shape, kind)
    copy[...] = values
    return copy


def aligned_room(shape: tuple[int, ...], kind: DTypeLike) -> NDArray[Any]:
    """Memory that starts at a cache line, with anything in it."""
    memory = np.empty(math.prod(shape) * np.dtype(kind).itemsize + LINE, np.uint8)
    start = -memory.__array_interface__["data"][0] % LINE
    return memory[start : start + memory.size - LINE].view(kind).reshape(shape)


def float64_lanes() -> int:
    """How many float64 numbers one SIMD register of this machine holds."""
    from llvmlite import binding

    features = binding.get_host_cpu_features()
    if features.get("avx512f"):
        return 8
    return 4 if features.get("avx") else 2
