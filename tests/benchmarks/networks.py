"""Networks: one in training, a thousand at once, and the picture of one; here and elsewhere.

What they learn is in `problems`; how the others do it in `with_numpy`, `with_torch` and so on. Ratios are those of the
speeds in one round, in which all take turns; time is that of the processor, of all threads of the process.
"""

import importlib.util
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks import with_jax, with_node, with_numpy, with_nutshell, with_sklearn, with_torch
from tests.benchmarks.machine import peak
from tests.benchmarks.problems import AT_A_TIME, DEEP, DEFAULT, DIGITS, RATE, SIDE, TWINS, Layers, Seconds, Work

Maker = Callable[[], Work]
Goal = tuple[str, float, float]
"""The rival, the ratio to reach, and the floor."""
ADAM = (RATE, 0.9, 0.999, 1e-8)
NUMPY, BY_HAND, TORCH, JAX, SKLEARN, PLAYGROUND = (
    "numpy", "numpy by hand", "PyTorch", "JAX", "scikit-learn", "TF Playground"
)  # fmt: skip
MODULES = {TORCH: "torch", JAX: "jax", SKLEARN: "sklearn"}
TANH = 22
"""Operations of a tanh: nine multiply-adds, three products and a division."""


@dataclass(frozen=True)
class Row:
    """One piece of work. ours, others: name -> what makes the work; goals: name of ours -> its goals."""

    title: str
    unit: str
    amount: float
    ours: dict[str, Maker]
    others: dict[str, Maker]
    goals: dict[str, tuple[Goal, ...]]


def trained(title: str, layers: Layers, rows: int, batch: int, goals: dict[str, tuple[Goal, ...]]) -> Row:
    """One network in training."""
    here = with_nutshell.one
    ours: dict[str, Maker] = {
        "float32": lambda: here(layers, rows, batch, np.float32),
        "float64": lambda: here(layers, rows, batch, np.float64),
        "float32, shuffled": lambda: here(layers, rows, batch, np.float32, shuffle=True),
        "float64, shuffled": lambda: here(layers, rows, batch, np.float64, shuffle=True),
        "float32, Adam": lambda: here(layers, rows, batch, np.float32, optimizer="adam", hyper=ADAM),
        "float32, dropout 0.5": lambda: here(layers, rows, batch, np.float32, dropout=0.5),
    }
    others: dict[str, Maker] = {
        NUMPY: lambda: with_numpy.one(layers, rows, batch),
        TORCH: lambda: with_torch.one(layers, rows, batch),
        JAX: lambda: with_jax.one(layers, rows, batch),
        SKLEARN: lambda: with_sklearn.one(layers, rows, batch),
    }
    if layers[-1] == 1:
        others[PLAYGROUND] = lambda: with_node.one(layers, rows, batch)
    return Row(title, "million examples/s", rows / 1e6, ours, others, goals)


def twins(replicas: int, goals: dict[str, tuple[Goal, ...]]) -> Row:
    """An ensemble in training."""
    ours: dict[str, Maker] = {
        "float32": lambda: with_nutshell.many(replicas),
        "float32, Adam": lambda: with_nutshell.many(replicas, optimizer="adam"),
    }
    others: dict[str, Maker] = {
        NUMPY: lambda: with_numpy.many(replicas),
        TORCH: lambda: with_torch.many(replicas),
        JAX: lambda: with_jax.many(replicas),
    }
    return Row(f"{replicas:,} × XOR 2-4-1", "million network updates/s", replicas / 1e6, ours, others, goals)


ROWS = (
    trained("2-4-2-1, batch 10", DEFAULT, 250, 10, {
        "float32": ((PLAYGROUND, 40, 30),), "float64": ((PLAYGROUND, 20, 15),),
    }),
    trained("2-8-8-8-8-1, batch 10", DEEP, 250, 10, {"float32": ((PLAYGROUND, 60, 35),)}),
    trained("64-32-10, batch 32", DIGITS, 1792, 32, {"float32": ((TORCH, 40, 30), (JAX, 2.5, 2))}),
    twins(64, {"float32": ((JAX, 7, 5),)}),
    twins(1024, {"float32": ((JAX, 7, 5),)}),
    Row(
        "256 × 256 pixels of 2-8-8-8-8-1", "pictures/s", 1.0,
        {
            "float32": lambda: with_nutshell.picture(DEEP),
            "float32, every unit": lambda: with_nutshell.picture(DEEP, every_unit=True),
        },
        {
            NUMPY: lambda: with_numpy.picture(DEEP),
            BY_HAND: lambda: with_numpy.picture_by_hand(DEEP),
            JAX: lambda: with_jax.picture(DEEP),
        },
        {"float32": ((NUMPY, 6, 6),)},
    ),
    Row(
        "landscape 256 × 256 of 2-4-1, 200 examples", "pictures/s", AT_A_TIME / SIDE,
        {"float32": lambda: with_nutshell.landscape(TWINS)},
        {NUMPY: lambda: with_numpy.landscape(TWINS), TORCH: lambda: with_torch.landscape(TWINS)},
        {"float32": ((TORCH, 18, 18),)},
    ),
)  # fmt: skip
HEAD = (
    "Networks in float32 where nothing else is said (TF Playground: float64 in Node), one thread each, medians over {} "
    "interleaved rounds [smallest .. largest]. A goal is a ratio, with the floor in brackets."
)


def there(rival: str) -> bool:
    """Whether a contestant is installed."""
    return bool(with_node.node()) if rival == PLAYGROUND else is_installed(MODULES.get(rival, ""))


def is_installed(module: str) -> bool:
    """Whether a module can be imported; none always can."""
    return not module or importlib.util.find_spec(module) is not None


def speed(work: Work, amount: float) -> float:
    """What is done per second, over at least 20 ms of this process's time."""
    times, done, seconds = 1, 1, 0.0
    while seconds < 0.02:
        done, begun = times, time.process_time()
        told = work(times)
        seconds = float(told) if isinstance(told, Seconds) else time.process_time() - begun
        times = max(times + 1, int(times * min(100.0, 0.03 / max(seconds, 1e-7))))
    return done * amount / seconds


def network_table(rounds: int, rows: tuple[Row, ...] = ROWS) -> str:
    """Speeds, ratios and goals as Markdown."""
    lines = [HEAD.format(rounds), ""]
    lines += ["| what | who | speed | how much faster | goal |", "|---|---|---|---|---|"]
    for row in rows:
        others = {name: make for name, make in row.others.items() if there(name)}
        work = [make() for make in (*row.ours.values(), *others.values())]
        for run in work:
            speed(run, row.amount)
        speeds = np.array([[speed(run, row.amount) for run in work] for _ in range(rounds)])
        lines += written_rows(row, list(others), speeds)
        print("\n".join(lines[-len(work) :]), flush=True)
    return "\n".join([*lines, "", peak_words(lines)])


def written_rows(row: Row, others: list[str], speeds: NDArray[np.float64]) -> list[str]:
    """The lines of one piece of work."""
    names, lines = [*row.ours, *others], []
    for name, found in zip(names, speeds.T, strict=True):
        ratios = {rival: found / speeds[:, names.index(rival)] for rival in others} if name in row.ours else {}
        told = "; ".join(f"{rival} {ranged(values)}" for rival, values in ratios.items())
        goal = "; ".join(goal_words(one, ratios) for one in row.goals.get(name, ()) if one[0] in ratios)
        lines.append(f"| {row.title} | {name} | {written(float(np.median(found)))} {row.unit} | {told} | {goal} |")
    return lines


def goal_words(goal: Goal, ratios: dict[str, NDArray[np.float64]]) -> str:
    """Whether a goal is met."""
    rival, wanted, floor = goal
    found = float(np.median(ratios[rival]))
    verdict = "met" if found >= wanted else "floor met" if found >= floor else "missed"
    return f"{rival} {wanted:g} ({floor:g}): {verdict}"


def peak_words(lines: list[str]) -> str:
    """How much of what the machine can do the twins use."""
    found = next((line for line in lines if line.startswith("| 1,024") and "| float32 |" in line), "")
    if not found:
        return ""
    share = float(found.split("|")[3].split()[0].replace(",", "")) * operations() / (1e3 * peak())
    verdict = "met" if share >= 0.5 else "floor met" if share >= 0.4 else "missed"
    return (
        f"An update of a twin is {operations()} operations, a tanh counted as {TANH}: 1,024 twins use {share:.2f} of "
        f"the core's multiply-adds (goal 0.5, floor 0.4: {verdict})."
    )


def operations() -> int:
    """Additions and multiplications of an update of one twin with its four examples."""
    sizes = list(pairwise(TWINS))
    weights, units, parameters = sum(a * b for a, b in sizes), sum(TWINS[1:]), sum((a + 1) * b for a, b in sizes)
    back = 2 * sum(a * b for a, b in sizes[1:]) + sum(a for a, _ in sizes[1:])
    example = 2 * weights + (TANH + 2) * units + 3 + (parameters + weights) + back
    return 4 * example + 2 * parameters


def ranged(ratios: NDArray[np.float64]) -> str:
    """The median of the ratios round by round, and how far they scatter."""
    return f"{written(float(np.median(ratios)))} [{written(float(ratios.min()))} .. {written(float(ratios.max()))}]"


def written(number: float) -> str:
    """Three digits that count; thousands with commas."""
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"
