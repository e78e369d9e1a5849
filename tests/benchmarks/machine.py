"""The machine's own limit, the elementary functions, and how long a kernel takes to be there."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from sim.lanes import lanes
from sim.portable import portable
from sim.targets import aligned, kernel
from tests.sim.lane_drivers import FUNCTIONS, each_16, each_scalar

ROOT = Path(__file__).resolve().parents[2]
COUNT = 200_000
TURNS = 2_000_000
START = """
import time
start = time.perf_counter()
from sim.simulations import SIMULATIONS
imported = time.perf_counter()
ready = []
for _, prepare in (*SIMULATIONS["race"].prepare, *SIMULATIONS["race"].prepare_later):
    prepare()
    ready.append(time.perf_counter() - start)
print(imported - start, ready[0], ready[-1])
"""


@portable
def multiply_and_add(numbers, turns):  # type: ignore[no-untyped-def]
    """Eight chains of fused multiply-adds on vectors of 16: as many as hide the latency."""
    n = lanes(numbers, 16)
    a, b, c, d, e, f, g, h = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    m, s = n[8], n[9]
    for _ in range(turns):
        a, b, c, d = a * m + s, b * m + s, c * m + s, d * m + s
        e, f, g, h = e * m + s, f * m + s, g * m + s, h * m + s
    n[0] = a + b + c + d + e + f + g + h


def seconds(work: Callable[[], object], rounds: int = 7) -> float:
    """The median time of this thread for one call."""
    found = []
    for _ in range(rounds):
        start = time.thread_time()
        work()
        found.append(time.thread_time() - start)
    return float(np.median(found))


def peak() -> float:
    """Billions of float32 operations per second on one core."""
    numbers = aligned(np.full((10, 16), 0.5), np.float32)
    kernel(multiply_and_add)(numbers, 1)
    return TURNS * 8 * 16 * 2 / seconds(lambda: kernel(multiply_and_add)(numbers, TURNS)) / 1e9


def elementary_rows() -> list[str]:
    """Nanoseconds per element: float32 x 16, float64 x 16, float64 scalar."""
    rows = []
    for name in ("exp", "log", "sin", "tanh", "sigmoid", "sqrt"):
        kind, cells = FUNCTIONS.index(name), []
        for driver, number in ((each_16, np.float32), (each_16, np.float64), (each_scalar, np.float64)):
            values, results = aligned(np.linspace(0.1, 5.0, COUNT), number), aligned(np.zeros(COUNT), number)
            run = kernel(driver)
            run(kind, values, results)
            cells.append(seconds(partial(run, kind, values, results)) / COUNT * 1e9)
        rows.append(f"| {name} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")
    return rows


def start_up() -> tuple[float, tuple[float, float], tuple[float, float]]:
    """Seconds: (import, (first race, all kernels) cold, (first race, all kernels) cached), each in its own process.

    Cached: a median of 5.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "NUTSHELL_CACHE": folder, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", START]
        told = [
            subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
            for _ in range(6)
        ]
    times = np.array(told, float)
    race, everything = (float(np.median(times[1:, column])) for column in (1, 2))
    return float(np.median(times[:, 0])), (float(times[0, 1]), float(times[0, 2])), (race, everything)


def machine_table() -> str:
    """All of it as Markdown."""
    imported, cold, cached = start_up()
    lines = [
        f"One core reaches {peak():.0f} billion float32 multiply-adds (two operations each count) per second.",
        "",
        "| ns per element | float32 x 16 | float64 x 16 | float64 scalar |",
        "|---|---|---|---|",
        *elementary_rows(),
        "",
        f"`import sim.simulations` {imported:.2f} s; race ready in {cold[0]:.2f} s cold, {cached[0]:.2f} s from disk;",
        f"with all its pictures, clouds and sweeps in {cold[1]:.1f} s cold, {cached[1]:.2f} s from disk.",
    ]
    print("\n".join(lines), flush=True)
    return "\n".join(lines)
