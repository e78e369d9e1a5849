"""The CUDA path without a GPU: the threads of race, sweeps and networks as real machine code."""

import contextlib
import importlib.util
import re
import types as python_types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from sim.cloud_kernels import end_thread, watch_thread
from sim.network_kernels import train_thread
from sim.network_rules import Data, Dropout, Learner, Work
from sim.simulations.race_kernels import ski_thread

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("numba_cuda", "cuda")),
    reason="numba-cuda or the CUDA toolkit's wheels are not installed",
)
ARCHITECTURES = ((7, 5), (9, 0))


@dataclass(frozen=True)
class Report:
    """What became of a kernel: bytes of stack and of spilled registers, and its PTX."""

    stack: int
    spill: int
    registers: int
    ptx: str


@contextlib.contextmanager
def pretended(architecture: tuple[int, int]) -> Iterator[None]:
    """Device functions ask the current device for its architecture; answer without one."""
    import numba.cuda.dispatcher as dispatcher

    real = dispatcher.get_current_device
    dispatcher.get_current_device = lambda: python_types.SimpleNamespace(compute_capability=architecture)
    try:
        yield
    finally:
        dispatcher.get_current_device = real


def ski_types(number: Any) -> Any:
    """The types of `ski_thread`'s kernel with `number` for every real number."""
    from numba import types

    row, whole, word = number[::1], types.int64, types.uint32
    return types.void(
        *(whole, whole, whole),
        *(row, row, row),
        types.boolean,
        number,
        word,
        word,
        word[::1],
        number[:, ::1],
        whole,
        whole,
    )


def watch_types(number: Any) -> Any:
    """The types of `watch_thread`'s kernel."""
    from numba import types

    row, rows, whole = number[::1], number[:, ::1], types.int64
    return types.void(whole, whole, whole, whole, *[row] * 4, number, whole, row, number, rows, rows, whole, whole)


def end_types(number: Any) -> Any:
    """The types of `end_thread`'s kernel."""
    from numba import types

    return types.void(types.int64, number[::1], types.int64, number, number, number[:, ::1], number[::1])


def train_types(number: Any) -> Any:
    """The types of `train_thread`'s kernel."""
    from numba import types

    row, rows, whole, word = number[::1], number[:, ::1], types.int64, types.uint32
    return types.void(
        *(whole, whole[::1], whole[::1]),
        types.NamedTuple((row, row, whole[::1]), Data),
        whole,
        types.NamedTuple((rows, rows, rows, rows, rows, row), Learner),
        word[::1],
        *(row, row),
        types.NamedTuple((whole, whole[::1], row, whole, whole), Dropout),
        types.NamedTuple((rows, rows, rows, rows), Work),
        word[:, ::1],
        *(whole, whole, whole),
    )


THREADS = {
    "ski": (ski_thread, ski_types, 128),
    "watch": (watch_thread, watch_types, 160),
    "end": (end_thread, end_types, 64),
    "train": (train_thread, train_types, 160),
}
"""The thread bodies, the types of their kernels, and how many registers they may use (255 is the card's limit)."""


@cache
def report(body: str, architecture: tuple[int, int], precision: str) -> Report:
    """Compile for an architecture through NVVM, assemble with nvJitLink, and read the assembler's account."""
    from cuda.bindings import nvjitlink
    from numba import cuda, types

    from sim.targets.cuda import entry

    thread, types_of, _ = THREADS[body]
    kernel, signature = entry(thread), types_of(getattr(types, precision))
    options = {"cc": architecture, "device": False, "abi": "numba"}
    with pretended(architecture):
        ptx = cuda.compile(kernel, signature, output="ptx", **options)[0]
    code = ptx.encode() + b"\0"
    flags = [f"-arch=sm_{architecture[0]}{architecture[1]}", "-verbose"]
    linker = nvjitlink.create(len(flags), flags)
    nvjitlink.add_data(linker, nvjitlink.InputType.PTX, code, len(code), body)
    nvjitlink.complete(linker)
    log = bytearray(nvjitlink.get_info_log_size(linker))
    nvjitlink.get_info_log(linker, log)
    nvjitlink.destroy(linker)
    account = log.decode(errors="replace")
    return Report(
        number_in(account, r"(\d+) bytes stack frame"),
        number_in(account, r"(\d+) bytes spill stores"),
        number_in(account, r"Used (\d+) registers"),
        ptx,
    )


def number_in(text: str, pattern: str) -> int:
    """The first number that the pattern catches."""
    found = re.search(pattern, text)
    assert found, f"the assembler's account has changed: {text}"
    return int(found[1])


@pytest.mark.parametrize("precision", ["float32", "float64"])
@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("body", THREADS)
def test_all_rules_fit_into_registers(body: str, architecture: tuple[int, int], precision: str) -> None:
    found = report(body, architecture, precision)
    assert (found.stack, found.spill) == (0, 0)
    assert 0 < found.registers <= THREADS[body][2]
    assert "call.uni" not in found.ptx
    assert ".local" not in found.ptx


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("body", THREADS)
def test_float32_code_has_no_float64_operation(body: str, architecture: tuple[int, int]) -> None:
    ptx = report(body, architecture, "float32").ptx
    assert [line.strip() for line in ptx.splitlines() if ".f64" in line] == []
    assert ".f32" in ptx
