"""Adam on Beale's function: N skiers at once, here and in vectorised numpy, both in float64."""

from collections.abc import Callable

import numpy as np

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, ski_cloud
from sim.surfaces import SURFACES
from sim.targets import aligned, kernel

STEPS = 10_000
HYPER = hyper_row("adam", learning_rate=0.01)
CONSTANTS = step_constants("adam", HYPER, "constant", STEPS)
START = (1.0, 1.5)


def nutshell(count: int) -> Callable[[int], object]:
    """The compiled cloud: a whole number of blocks, so that one skier pays for a block."""
    blocks = -(-count // CLOUD_WIDTH)
    state = np.zeros((blocks, SLOTS, CLOUD_WIDTH))
    state[:, 0], state[:, 1] = START
    rows, numbers = aligned(state, np.float64), aligned(np.arange(blocks * CLOUD_WIDTH).reshape(blocks, -1), np.uint32)
    surface, optimizer = list(SURFACES).index("beale"), list(OPTIMIZERS).index("adam")
    shared = [aligned(values, np.float64) for values in (SURFACES["beale"].data, HYPER, CONSTANTS.ravel())]
    run = kernel(ski_cloud)
    setting = (surface, optimizer, *shared, False, np.float64(0), 1, 2, numbers, rows, 0)
    return lambda steps: run(*setting, steps, 0, blocks)


def with_numpy(count: int) -> Callable[[int], object]:
    """The same in numpy, with the products that Beale's loss and gradient share computed once."""

    def run(steps: int) -> object:
        x, y = np.full(count, START[0]), np.full(count, START[1])
        mx, my, vx, vy = (np.zeros(count) for _ in range(4))
        rate, first, second, eps = HYPER
        for c0, c1, _ in CONSTANTS[:steps]:
            yy = y * y
            a, b, c = y - 1.0, yy - 1.0, yy * y - 1.0
            p, q, r = 1.5 + x * a, 2.25 + x * b, 2.625 + x * c
            gx, gy = 2.0 * (p * a + q * b + r * c), 2.0 * x * (p + 2.0 * q * y + 3.0 * r * yy)
            mx, vx = first * mx + (1.0 - first) * gx, second * vx + (1.0 - second) * (gx * gx)
            my, vy = first * my + (1.0 - first) * gy, second * vy + (1.0 - second) * (gy * gy)
            x = x - rate * (mx * c0) / (np.sqrt(vx * c1) + eps)
            y = y - rate * (my * c0) / (np.sqrt(vy * c1) + eps)
        return x, y

    return run
