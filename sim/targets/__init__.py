"""Which targets exist here, which one is used, and why not the other.

Importing this imports no compiler. `choose("auto")` probes CUDA (compile, launch, compare one tiny kernel) and falls
back to the CPU; call it in the engine thread, it takes a moment.
"""

import ctypes
import importlib.util
import os
import sys
from dataclasses import dataclass

from sim.errors import ConfigError
from sim.targets.cpu import Kernel, aligned, aligned_room, float64_lanes, kernel, kernel_folder, seal_kernels

TARGETS = ("auto", "cpu", "cuda")
__all__ = [
    "TARGETS", "Kernel", "Target", "aligned", "aligned_room", "choose", "kernel", "kernel_folder", "seal_kernels"
]  # fmt: skip


@dataclass(frozen=True)
class Target:
    """The chosen target. `why` is why not CUDA ("" if it is), `lanes` what runs side by side, `notice` a warning."""

    name: str
    why: str
    lanes: str
    notice: str = ""


def choose(wanted: str = "auto") -> Target:
    """Probe and choose. "cuda" where CUDA does not work falls back to the CPU with the reason, like "auto"."""
    if wanted not in TARGETS:
        raise ConfigError(f"Target {wanted!r} is unknown; choose one of {', '.join(TARGETS)}.")
    _, notice = kernel_folder()
    why = "the CPU was asked for" if wanted == "cpu" else why_not_cuda()
    if why:
        return Target("cpu", f"CUDA is not used: {why}.", f"{float64_lanes()} lanes", notice)
    return Target("cuda", "", "one thread per lane", notice)


def why_not_cuda() -> str:
    """Why CUDA cannot be used here; "" if it can. The driver is asked for first: importing takes time."""
    if importlib.util.find_spec("numba_cuda") is None:
        return "the package numba-cuda is not installed (pip install nutshell[cuda])"
    if not driver_present() and os.environ.get("NUMBA_ENABLE_CUDASIM", "0") == "0":
        return "no NVIDIA driver was found"
    try:
        from sim.targets.cuda import probe

        return probe()
    except Exception as error:  # a driver, a toolkit or a card can fail in any way; all of them mean: use the CPU
        return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else 'no reason given'}"


def driver_present() -> bool:
    """Whether the system has NVIDIA's driver library."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True
