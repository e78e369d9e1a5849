"""A race without any target: the rules called from Python, step after step. Slow, and an oracle for the fast ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.surfaces import SURFACES

Array = NDArray[np.float64]
Gradient = Callable[[Any, Any], tuple[Any, Any]]


@dataclass(frozen=True)
class Racer:
    """Who starts where: an optimizer's key, a start and a row h."""

    key: str
    start: tuple[float, float]
    hyper: Array


def race_many(
    gradient: Gradient, racers: Sequence[Racer], steps: int, schedule: str = "constant", curve: str = ""
) -> tuple[Array, Array]:
    """(path, asked), both (racers, steps + 1, 2): where each racer is, and where it asks for the gradient next.

    The gradient is called once per step for all racers, with arrays; the optimizer rules are called with single
    numbers.
    """
    shape = (len(racers), steps + 1, 2)
    path, asked, memory = np.empty(shape), np.empty(shape), np.zeros((len(racers), 2, 2))
    constants = [step_constants(racer.key, racer.hyper, schedule, steps + 1, curve) for racer in racers]
    path[:, 0] = [racer.start for racer in racers]
    for step in range(steps + 1):
        for k, racer in enumerate(racers):
            for axis in (0, 1):
                look_ahead, c = OPTIMIZERS[racer.key].look_ahead, constants[k][step]
                asked[k, step, axis] = look_ahead(path[k, step, axis], memory[k, axis, 0], c, racer.hyper)
        if step == steps:
            break
        with np.errstate(all="ignore"):
            slopes = gradient(asked[:, step, 0], asked[:, step, 1])
            for axis, slope in enumerate(slopes):
                g = np.broadcast_to(slope, len(racers))
                for k, racer in enumerate(racers):
                    update, (m, v) = OPTIMIZERS[racer.key].update, memory[k, axis]
                    theta, m, v = update(path[k, step, axis], m, v, g[k], constants[k][step], racer.hyper)
                    path[k, step + 1, axis], memory[k, axis] = theta, (m, v)
    return path, asked


def race(
    gradient: Gradient,
    key: str,
    start: tuple[float, float],
    steps: int,
    schedule: str = "constant",
    curve: str = "",
    **values: float,
) -> Array:
    """The path of one racer, shape (steps + 1, 2)."""
    return race_many(gradient, [Racer(key, start, hyper_row(key, **values))], steps, schedule, curve)[0][0]


def gradient_of(surface: str) -> Gradient:
    """The exact gradient of one of SURFACES."""
    entry = SURFACES[surface]
    return lambda x, y: entry.gradients(x, y)
