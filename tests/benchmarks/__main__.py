"""`python -m tests.benchmarks`: interleaved rounds, medians of ratios; writes RESULTS.md and the README's table."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.benchmarks.race import STEPS, nutshell, with_numpy

HERE = Path(__file__).resolve().parent
GOALS = {1: 500, 1_000: 30, 100_000: 8, 1_000_000: 10}
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
WORDS = "Adam on Beale's function in float64, one thread, medians over {} interleaved rounds [smallest .. largest]."


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
    lines = ["| skiers | million steps/s | numpy | ratio | goal |", "|---|---|---|---|---|"]
    for count, goal in GOALS.items():
        contestants = (nutshell(count), with_numpy(count))
        for run in contestants:
            run(1)
        speeds = np.array([[speed(run, count) for run in contestants] for _ in range(rounds)])
        ours, theirs = np.median(speeds, axis=0) / 1e6
        ratios = speeds[:, 0] / speeds[:, 1]
        spread = f"{np.median(ratios):.3g} [{ratios.min():.3g} .. {ratios.max():.3g}]"
        lines.append(f"| {count:,} | {ours:.3g} | {theirs:.3g} | {spread} | {goal} |")
        print(lines[-1], flush=True)
    return "\n".join([WORDS.format(rounds), "", *lines])


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    found = table(parser.parse_args().rounds)
    (HERE / "RESULTS.md").write_text(f"# Measurements\n\n{found}\n")
    readme = HERE.parents[1] / "README.md"
    text = readme.read_text()
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{found}\n{END}{after}")


if __name__ == "__main__":
    main()
