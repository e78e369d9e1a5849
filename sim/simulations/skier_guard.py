"""What stands watch over a network of the skier: its last finite weights, and what is told of how it failed.

A kind of failure is told once a run (`sim.network_failure`); the run pauses there and may go on. Where the next update
would leave the finite numbers it is not made, whatever is set, until something else is set.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.network_failure import Failure, advance_finite, fatal, watch
from sim.network_training import Settings, Training
from sim.skier_slopes import Array


@dataclass(frozen=True, eq=False)
class Guard:
    """first: the parameters with which the run began. told: the kinds of failures at which it has paused."""

    first: Array
    failure: Failure | None = None
    told: frozenset[str] = frozenset()

    @property
    def left(self) -> int | None:
        """The update that leaves the finite numbers."""
        return self.failure.step if self.failure is not None and self.failure.ends else None


def guard_of(training: Training) -> Guard:
    """A guard of a network that begins."""
    return Guard(np.array(training.parameters, np.float64))


def tried(guard: Guard, training: Training, settings: Settings, steps: int = 1) -> tuple[Guard, bool]:
    """So many updates, and whether all were made; the training stands at its last finite weights."""
    if advance_finite(training, settings, steps) == steps:
        return replace(guard, failure=None), True
    return replace(guard, failure=fatal(training, settings, guard.first)), False


def looked(guard: Guard, training: Training, settings: Settings, losses: Sequence[float]) -> Guard:
    """After updates: whether it explodes or is dead, where that was not told yet. losses: the first, and the last."""
    found = watch(training, settings, losses, guard.first, guard.told)
    if found is None:
        return guard
    return replace(guard, failure=found, told=guard.told | {found.kind})
