"""Where the twins disagree: the standard deviation of their outputs at every place of the map.

The first MOST twins that have not flown off are asked. That takes longer than a frame may, so the map is worked out in
pieces: each frame does its share with the weights of the moment when the map was begun, and shows the last one that is
complete.
"""

from dataclasses import dataclass

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
BUDGET = 1_500_000
"""What one frame does: columns of 64 pixels, times twins, times what a network costs (`cost_of`); about 2 ms."""


@dataclass(eq=False)
class Sweep:
    """A map in the making: columns before `at` are done. of: which weights and which places it is a map of."""

    of: tuple[object, ...]
    plan: Plan
    side: int
    parameters: NDArray[np.float32]
    pixels: NDArray[np.float32]
    spreads: list[NDArray[np.float32]]
    at: int = 0


@dataclass(eq=False)
class SpreadPicture:
    """The last complete map, what it is of, and the one in the making."""

    shown: Pictures | None = None
    of: tuple[object, ...] = ()
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
    """The last complete map (side, side), row 0 at the lowest y; None before the first, and where there is no plane.

    While the twins train its side is SIDE at most; `refine` makes it as fine as the decision map.
    """
    if data.x.shape[1] < 2 or pixels < 1:
        return None
    of = subject(ensemble, names, data)
    if picture.of != of:
        if picture.sweep is None or picture.sweep.side > SIDE:
            picture.sweep = begin_sweep(of, ensemble, names, min(SIDE, pixels), data)
        work_on(picture, picture.sweep)
    return picture.shown


def refine(picture: SpreadPicture, ensemble: Ensemble, names: tuple[str, ...], pixels: int, data: Data) -> bool:
    """Work on the map of these very weights, first a coarse one, then a fine one; False where that is done."""
    if data.x.shape[1] < 2 or pixels < 1:
        return False
    of = subject(ensemble, names, data)
    current = picture.of == of and picture.shown is not None
    if current and picture.shown is not None and len(picture.shown) >= pixels:
        return False
    side = pixels if current else min(SIDE, pixels)
    if picture.sweep is None or picture.sweep.of != of or picture.sweep.side != side:
        picture.sweep = begin_sweep(of, ensemble, names, side, data)
    work_on(picture, picture.sweep)
    return True


def subject(ensemble: Ensemble, names: tuple[str, ...], data: Data) -> tuple[object, ...]:
    """What a map is of: two maps of the same are the same."""
    return int(ensemble.clock[STEP]), ensemble.learner.p[0, :, 0].tobytes(), data.domain, names


def begin_sweep(of: tuple[object, ...], ensemble: Ensemble, names: tuple[str, ...], side: int, data: Data) -> Sweep:
    """A map that has not begun."""
    rows = ensemble.parameters
    rows = aligned(rows[np.isfinite(rows).all(axis=1)][:MOST], np.float32)
    points = places(data.domain, side, data.x.shape[1])
    laid = lay_out_pixels(features(points, names) if names else points)
    spreads = [aligned_room(laid.shape[::2], np.float32) for _ in range(int(ensemble.plan[-1, N_OUT]))]
    return Sweep(of, ensemble.plan, side, rows, laid, spreads)


def work_on(picture: SpreadPicture, sweep: Sweep) -> None:
    """As many columns as the budget allows, one at least; after the last the map is shown."""
    each = max(1, len(sweep.parameters)) * cost_of(sweep.plan) * len(sweep.spreads)
    end = min(len(sweep.pixels), sweep.at + max(1, BUDGET // each))
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
    if end == len(sweep.pixels):
        picture.shown, picture.of, picture.sweep = finished(sweep), sweep.of, None


def finished(sweep: Sweep) -> Pictures:
    """The map; of several outputs, the largest spread."""
    largest: Pictures = np.max([spreads.ravel() for spreads in sweep.spreads], axis=0)
    return largest[: sweep.side**2].reshape(sweep.side, sweep.side)
