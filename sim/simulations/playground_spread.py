"""Where the twins disagree: the standard deviation of their outputs at every place of the map.

The first MOST twins that have not flown off are asked. That takes longer than a frame may, so the map is worked out in
pieces: each frame does its share with the weights of the moment when the map was begun, and shows the last one that is
complete.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.datasets import features
from sim.network_ensemble import Ensemble
from sim.network_kernels import STEP
from sim.network_plan import N_IN, N_OUT, OUTPUTS, Plan, parameter_count, unit_count
from sim.network_training import lay_out_pixels, scratch
from sim.network_view_kernels import PIXELS, draw_spread
from sim.simulations.playground_view import Array, Data, Pictures, Rect
from sim.targets import aligned, aligned_room, kernel

MOST = 200
SIDE = 128
"""The finest map while the twins train."""
BUDGET = 6_000_000
"""What one frame does: columns of 64 pixels, times twins, times what a network costs (`cost_of`); about 2 ms."""


@dataclass(eq=False)
class Sweep:
    """A map in the making: columns before `at` are done."""

    key: tuple[object, ...]
    plan: Plan
    side: int
    parameters: NDArray[np.float32]
    pixels: NDArray[np.float32]
    spreads: list[NDArray[np.float32]] = field(default_factory=list)
    at: int = 0


@dataclass(eq=False)
class SpreadPicture:
    """The last complete map, what it is of, and the one in the making."""

    shown: Pictures | None = None
    key: tuple[object, ...] = ()
    sweep: Sweep | None = None


def cost_of(plan: Plan) -> int:
    """What one network costs at one column: its weights, and a bend for every unit."""
    return parameter_count(plan) + 12 * (unit_count(plan) - int(plan[0, N_IN]))


def places(domain: Rect, side: int, inputs: int) -> Array:
    """The middles of side x side pixels, row by row from the lowest, (pixels, inputs); further inputs are 0."""
    x0, x1, y0, y1 = domain
    steps = (np.arange(side) + 0.5) / side
    points = np.zeros((side * side, inputs))
    points[:, 0] = np.tile(x0 + (x1 - x0) * steps, side)
    points[:, 1] = np.repeat(y0 + (y1 - y0) * steps, side)
    return points


def spread_seen(
    picture: SpreadPicture, ensemble: Ensemble, names: tuple[str, ...], pixels: int, data: Data
) -> Pictures | None:
    """The last complete map (side, side), row 0 at the lowest y; None before the first, and where there is no plane."""
    if data.x.shape[1] < 2:
        return None
    side = min(SIDE, pixels)
    key = (int(ensemble.clock[STEP]), ensemble.learner.p[0, :, 0].tobytes(), side, data.domain, names)
    if picture.key == key:
        return picture.shown
    if picture.sweep is None:
        picture.sweep = begin_sweep(key, ensemble, names, side, data)
    work_on(picture.sweep, BUDGET)
    if picture.sweep.at == len(picture.sweep.pixels):
        picture.shown, picture.key, picture.sweep = finished(picture.sweep), picture.sweep.key, None
    return picture.shown


def begin_sweep(key: tuple[object, ...], ensemble: Ensemble, names: tuple[str, ...], side: int, data: Data) -> Sweep:
    """A map that has not begun."""
    rows = ensemble.parameters
    rows = aligned(rows[np.isfinite(rows).all(axis=1)][:MOST], np.float32)
    points = places(data.domain, side, data.x.shape[1])
    laid = lay_out_pixels(features(points, names) if names else points)
    spreads = [aligned_room(laid.shape[::2], np.float32) for _ in range(int(ensemble.plan[-1, N_OUT]))]
    return Sweep(key, ensemble.plan, side, rows, laid, spreads)


def work_on(sweep: Sweep, budget: int) -> None:
    """As many columns as the budget allows, one at least."""
    each = max(1, len(sweep.parameters)) * cost_of(sweep.plan) * len(sweep.spreads)
    end = min(len(sweep.pixels), sweep.at + max(1, budget // each))
    means = aligned_room(sweep.pixels.shape[::2], np.float32)
    for output, spreads in enumerate(sweep.spreads):
        if len(sweep.parameters):
            kernel(draw_spread)(
                sweep.plan, sweep.pixels, sweep.parameters, scratch(sweep.plan, PIXELS, np.float32),
                int(sweep.plan[-1, OUTPUTS]) + output, means, spreads, sweep.at, end,
            )  # fmt: skip
        else:
            spreads[sweep.at : end] = 0.0
    sweep.at = end


def finished(sweep: Sweep) -> Pictures:
    """The map; of several outputs, the largest spread."""
    largest: Pictures = np.max([spreads.ravel() for spreads in sweep.spreads], axis=0)
    return largest[: sweep.side**2].reshape(sweep.side, sweep.side)
