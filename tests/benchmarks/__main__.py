"""`python -m tests.benchmarks`: interleaved rounds, medians of ratios; writes RESULTS.md and the README's table."""

import argparse
import importlib.util
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.benchmarks.data import data_table
from tests.benchmarks.live import live_table
from tests.benchmarks.machine import machine_table
from tests.benchmarks.networks import network_table
from tests.benchmarks.pictures import picture_table
from tests.benchmarks.race import STEPS, nutshell, with_numpy, with_torch
from tests.benchmarks.surface import surface_table
from tests.benchmarks.window import window_table

HERE = Path(__file__).resolve().parent
GOALS = {1: 500, 1_000: 30, 100_000: 8, 1_000_000: 10}
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
WORDS = "Adam on Beale's function in float32, one thread, medians over {} interleaved rounds [smallest .. largest]."


def speed(run: Callable[[int], object], count: int) -> float:
    """Particle-steps per second, over at least 30 ms of this thread's time."""
    steps, seconds = 1, 0.0
    while True:
        start = time.thread_time()
        run(steps)
        seconds = time.thread_time() - start
        if seconds >= 0.03 or steps >= STEPS:
            return count * steps / max(seconds, 1e-9)
        steps = min(STEPS, max(steps + 1, int(steps * 0.04 / max(seconds, 1e-6))))


def table(rounds: int) -> str:
    """The race against numpy as Markdown."""
    lines = ["| skiers | million steps/s | numpy | PyTorch | ratio to numpy | goal |", "|---|---|---|---|---|---|"]
    for count, goal in GOALS.items():
        contestants = [nutshell(count), with_numpy(count)]
        if importlib.util.find_spec("torch"):
            contestants.append(with_torch(count))
        for run in contestants:
            run(1)
        speeds = np.array([[speed(run, count) for run in contestants] for _ in range(rounds)])
        ours, theirs, *torch = np.median(speeds, axis=0) / 1e6
        rival = f"{torch[0]:.3g}" if torch else "not installed"
        ratios = speeds[:, 0] / speeds[:, 1]
        spread = f"{np.median(ratios):.3g} [{ratios.min():.3g} .. {ratios.max():.3g}]"
        lines.append(f"| {count:,} | {ours:.3g} | {theirs:.3g} | {rival} | {spread} | {goal} |")
        print(lines[-1], flush=True)
    return "\n".join([WORDS.format(rounds), "", *lines])


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    race, networks = table(rounds), network_table(rounds)
    rest = (picture_table(), machine_table(), window_table(), live_table(), surface_table(), data_table())
    parts = (race, networks, *rest)
    found = "\n\n".join(parts)
    (HERE / "RESULTS.md").write_text(f"# Measurements\n\n{found}\n")
    readme = HERE.parents[1] / "README.md"
    text = readme.read_text()
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{found}\n{END}{after}")


if __name__ == "__main__":
    main()
