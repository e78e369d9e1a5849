"""The regularization path of the lab: networks at every price of a weight, a few updates at a time.

The path begins from the weights of the arms and learns from their examples, all at once in every update. Its rate is
A's, smaller where the dearest L2 would not bear it. It is there for small tasks: so many networks of the size of one
for digits would learn for an hour.
"""

from dataclasses import dataclass

import numpy as np

from sim.config import Config
from sim.lab_marks import gauge_of, marks_of
from sim.network_plan import parameter_count
from sim.penalty_path import LARGEST, PathRun, advance_path, begin_path, path_seen, usual_lambdas
from sim.phrases import phrase
from sim.simulations.lab_task import Array, Task
from sim.simulations.lab_view import PathSeen

STEPS = 3000
MANY_LAMBDAS, FEW_LAMBDAS = 256, 64
EASY, MOST_WORK = 4e6, 12e6
"""Examples times parameters times networks: up to which there are many lambdas, and any at all."""
PRODUCTS_AT_ONCE = 4e6
SHOWN = 100
SHOW_EVERY = 120


def work_of(task: Task, lambdas: int) -> float:
    """What one update of all networks costs, in examples times parameters."""
    return float(task.count * parameter_count(task.plan) * lambdas)


def refusal(task: Task) -> str:
    """Why there is no path, or ""."""
    if work_of(task, FEW_LAMBDAS) <= MOST_WORK:
        return ""
    return phrase(
        "A path trains {count} networks at once: choose a smaller network, fewer examples, or the table.",
        count=FEW_LAMBDAS,
    )


@dataclass(eq=False)
class PathJob:
    """The path and what was last seen of it; of: penalty and rate."""

    run: PathRun | None = None
    of: tuple[str, float] | None = None
    seen: PathSeen | None = None

    def work(self, config: Config, task: Task) -> bool:
        """A slice of the training; False where there is nothing to do."""
        if refusal(task):
            return False
        penalty, rate = config["path.penalty"], float(config["a.learning_rate"])
        wanted = (penalty, rate)
        if self.of != wanted or self.run is None:
            self.run, self.of, self.seen = begun(task, *wanted), wanted, None
        run = self.run
        if run.steps >= STEPS:
            return False
        most = max(1, int(PRODUCTS_AT_ONCE / work_of(task, len(run.lambdas))))
        advance_path(run, min(most, STEPS - run.steps))
        return True

    def show(self, task: Task) -> PathSeen | None:
        """The path as it was a moment ago."""
        run, seen = self.run, self.seen
        if run is None or not run.steps:
            return None
        if seen is None or run.steps >= STEPS > seen.steps or run.steps >= seen.steps + SHOW_EVERY:
            self.seen = seen_of(task, run)
        return self.seen


def begun(task: Task, penalty: str, rate: float) -> PathRun:
    """The path before its first update."""
    lambdas = usual_lambdas(MANY_LAMBDAS if work_of(task, MANY_LAMBDAS) <= EASY else FEW_LAMBDAS)
    bearable = 1.0 / (1.0 / rate + LARGEST) if penalty == "l2" else rate
    return begin_path(
        task.plan, task.loss, task.first, task.examples.x, task.y, lambdas, penalty, learning_rate=bearable
    )  # fmt: skip


def seen_of(task: Task, run: PathRun) -> PathSeen:
    """What is drawn of a path."""
    path = path_seen(run)
    weights = path.parameters[:, task.weighed].astype(np.float64)
    return PathSeen(
        run.penalty, path.lambdas.copy(), weights[:, :SHOWN].copy(), path.zeros, weights.shape[1], path.loss,
        test_losses(task, path.parameters.astype(np.float64)), run.steps, STEPS,
    )  # fmt: skip


def test_losses(task: Task, rows: Array) -> Array:
    """The mean loss of each network on the test."""
    gauge = gauge_of(task.plan, task.loss, task.examples.test_x, task.test_y)
    with np.errstate(all="ignore"):
        return np.array([marks_of(gauge, row).losses.mean() for row in rows])
