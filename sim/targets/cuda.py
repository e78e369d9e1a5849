"""The CUDA target: one thread is one lane. The only file that imports `numba.cuda`.

A thread body is a `@portable` function whose first argument is the number of its thread. `launch` copies the arrays
over, runs one thread per lane and copies back those that the body may have written. What numba.cuda calls available
is no promise: `probe` compiles one tiny kernel, launches it and compares the answer, and says in words why CUDA is
not used.
"""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any, cast

import numpy as np
from numba import cuda

from sim.lanes import like
from sim.portable import portable
from sim.targets.compiling import compiled

THREADS_PER_BLOCK = 128


@portable
def squares(thread, numbers):
    """The probe: every number becomes its square plus one half."""
    numbers[thread] = numbers[thread] * numbers[thread] + like(numbers, 0.5)


def entry(body: Callable[..., Any]) -> Callable[..., Any]:
    """The CUDA kernel around a thread body, before compilation. Its arguments have names: CUDA takes no `*rest`.

    The simulator exchanges the global name `cuda` while a kernel runs, so the kernel reads the grid from there.
    """
    names = {"run": body if simulated() else compiled(body), "cuda": cuda}
    arguments = ", ".join(list(inspect.signature(body).parameters)[1:])
    lines = [f"def kernel(count, {arguments}):", "    thread = cuda.grid(1)", "    if thread < count:"]
    exec("\n".join([*lines, f"        run(thread, {arguments})"]), names)
    return cast("Callable[..., Any]", names["kernel"])


def simulated() -> bool:
    """True under NUMBA_ENABLE_CUDASIM=1: kernels run as plain Python."""
    return bool(cuda.config.ENABLE_CUDASIM)


@cache
def compiled_kernel(body: Callable[..., Any]) -> Any:
    """The kernel of a thread body, compiled at its first launch."""
    return cuda.jit(entry(body))


def launch(body: Callable[..., Any], count: int, *arguments: Any, threads: int = THREADS_PER_BLOCK) -> None:
    """Run `body(thread, *arguments)` for thread = 0 .. count - 1. Arrays are copied over; writable ones come back."""
    here = [cuda.to_device(value) if isinstance(value, np.ndarray) else value for value in arguments]
    blocks = -(-count // threads)
    compiled_kernel(body)[blocks, threads](count, *here)
    cuda.synchronize()
    for value, copy in zip(arguments, here, strict=True):
        if isinstance(value, np.ndarray) and value.flags.writeable:
            copy.copy_to_host(value)


def probe() -> str:
    """Why CUDA cannot be used here, in one sentence; "" if it can."""
    if not cuda.is_available():
        return why_not_available()
    numbers = np.arange(64, dtype=np.float32)
    launch(squares, numbers.size, numbers)
    if not np.array_equal(numbers, np.arange(64, dtype=np.float32) ** 2 + np.float32(0.5)):
        return "the graphics card returned a wrong result for a test kernel"
    return ""


def why_not_available() -> str:
    """The driver's own reason, as one sentence."""
    error = cuda.cuda_error()
    return f"no usable NVIDIA driver ({error})" if error else "no NVIDIA graphics card was found"
