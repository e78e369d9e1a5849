"""What stands watch over a network of the skier: its last finite weights, and what is told of how it failed.

A kind of failure is told once a run (`sim.network_failure`); the run pauses there and may go on. Where the next update
would leave the finite numbers it is not made, whatever is set, until something else is set. Of several networks side by
side one that fails so stays where it is, and the others go on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.network_failure import BACK, INFINITE, Failure, advance_finite, fatal, watch
from sim.network_training import Settings, Training
from sim.skier_slopes import Array

Named = Callable[[Failure], Failure]
"""Says whose failure it is, and what would help in the settings of the view."""


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
    return guard if found is None else telling(guard, found)


def telling(guard: Guard, found: Failure) -> Guard:
    """The run pauses at this."""
    return replace(guard, failure=found, told=guard.told | {found.kind})


# one of several networks side by side


def tried_one(guard: Guard, training: Training, settings: Settings, steps: int, named: Named) -> tuple[Guard, bool]:
    """`tried` of one of several; the guard is that of all, who began at the same weights."""
    if advance_finite(training, settings, steps) == steps:
        return guard, True
    if guard.failure is not None or INFINITE in guard.told:
        return guard, False
    return telling(guard, named(fatal(training, settings, guard.first))), False


def looked_at_one(
    guard: Guard, training: Training, settings: Settings, losses: Sequence[float], named: Named
) -> Guard:  # fmt: skip
    """`looked` of one of several; where another has just failed, that is told first."""
    if guard.failure is not None:
        return guard
    found = watch(training, settings, losses, guard.first, guard.told)
    return guard if found is None else telling(guard, named(found))


def in_steps(found: Failure, steps: int) -> Failure:
    """A failure of a run that has made so many steps, where a step is not an update."""
    return replace(found, back=min(BACK, steps))
