"""What the playground asks for beside its networks: tables, data sets, units on many rows, and the best line."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from sim.best_line import best_line
from sim.csv_data import read_csv
from sim.datasets import dataset
from sim.digits import digits
from sim.draws import Draws
from sim.perceptron import Examples, advance, begin
from sim.perceptron_rows import train_unit, train_units
from sim.separable import separable
from tests.benchmarks.timing import milliseconds

ROWS = 1_000_000
TABLES = {
    "two numbers and a class": "{a:.6f},{b:.6f},{c}\n",
    "exact numbers and a text": "{a!r},{b!r},class {c}\n",
    "decimal commas and a text": "{a:.6f};{b:.6f};class {c}\n",
}
ROUNDS = 5


def reading(folder: Path, row: str) -> tuple[float, float]:
    """Milliseconds for a table of a million rows, and for the longest time between two calls of progress."""
    x = np.random.default_rng(0).normal(size=(ROWS, 2)).tolist()
    lines = [row.format(a=a, b=b, c=int(a > b)) for a, b in x]
    text = "".join(lines)
    path = folder / "table.csv"
    path.write_text(text.replace(".", ",") if ";" in row else text)
    found = []
    for _ in range(ROUNDS):
        marks = [time.perf_counter()]
        read_csv(path, lambda _, marks=marks: marks.append(time.perf_counter()))
        marks.append(time.perf_counter())
        found.append((1e3 * (marks[-1] - marks[0]), 1e3 * float(np.diff(marks).max())))
    return float(np.median([whole for whole, _ in found])), float(np.median([longest for _, longest in found]))


def tasks() -> dict[str, Callable[[], object]]:
    """What is timed."""
    examples = Examples.of(*dataset("gaussians", n=200, noise=1.0))
    many = Draws(0).normal(100_000 * 13, 0).reshape(100_000, 52)
    inputs, labels = np.ascontiguousarray(many[:, :50]), (many[:, :50].sum(axis=1) + many[:, 50] > 0).astype(int)
    pixels, digit = digits()
    noisy = {n: dataset("gaussians", n=n, noise=1.5) for n in (200, 500, 10_000)}
    hidden = np.random.default_rng(0).normal(size=(500, 64))
    torn = np.random.default_rng(1).integers(0, 2, 500)
    return {
        "three learners meet 1,000 examples": lambda: advance(begin(), examples, 1000),
        "one unit, 100,000 x 50 rows, one pass": lambda: train_unit(inputs, labels),
        "ten units, 1,797 digits, one pass": lambda: train_units(pixels, digit, 10),
        "separable? 200 points of a plane: no": lambda: separable(*noisy[200]),
        "separable? 500 examples of 64 units: no": lambda: separable(hidden, torn),
        "best line, 200 points, exact": lambda: best_line(*noisy[200]),
        "best line, 500 points, exact": lambda: best_line(*noisy[500]),
        "best line, 10,000 points, sampled": lambda: best_line(*noisy[10_000]),
        "spiral of 500 points": lambda: dataset("spiral", n=500),
    }


def data_table() -> str:
    """The table as Markdown."""
    lines = ["| data | ms | longest step, ms |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, row in TABLES.items():
            whole, longest = reading(Path(folder), row)
            lines.append(f"| CSV, {ROWS:,} rows: {name} | {whole:,.0f} | {longest:.0f} |")
    for name, run in tasks().items():
        run()
        found = float(np.median([milliseconds(run) for _ in range(ROUNDS)]))
        lines.append(f"| {name} | {found:.3g} | |")
    for line in lines:
        print(line, flush=True)
    return "\n".join(lines)
