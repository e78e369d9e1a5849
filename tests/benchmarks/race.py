"""Adam on Beale's function in float32: N skiers at once, here, in vectorised numpy and in PyTorch's own Adam.

Every run of every contestant starts anew: a skier that has arrived walks on with momenta of 1e-40, numbers below the
normal range, with which processors are slow (measured here: 571 instead of 889 million steps a second).

Why it is not faster, on the Zen 4 core of RESULTS.md (3.0 GHz by its multiply-adds): the two square roots and two
divisions of a step occupy the divider for about 40 cycles per 16 skiers, which would be 1,200 million steps a second.
One skier's step is a chain of about 105 cycles from x to the next x, so that blocks of 32, two registers of work, leave
the divider waiting (53 cycles per 16 skiers, 900 million); blocks of 64 reach 42 cycles, 1,150 million. Memory is no
limit: a block makes all its steps before the next one begins.
"""

from collections.abc import Callable

import numpy as np

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, ski_cloud, ski_thread
from sim.surfaces import SURFACES
from sim.targets import aligned, kernel

STEPS = 10_000
HYPER = hyper_row("adam", learning_rate=0.01)
CONSTANTS = step_constants("adam", HYPER, "constant", STEPS)
START = (1.0, 1.5)
KIND = np.float32


def nutshell(count: int) -> Callable[[int], object]:
    """The compiled cloud, in whole blocks of lanes; a single skier is a scalar, as in the window."""
    surface, optimizer = list(SURFACES).index("beale"), list(OPTIMIZERS).index("adam")
    shared = [aligned(values, KIND) for values in (SURFACES["beale"].data, HYPER, CONSTANTS.ravel())]
    if count == 1:
        state = np.zeros((SLOTS, 1), KIND)
        one = (surface, optimizer, *shared, 0, KIND(0), 1, 2, np.zeros(1, np.uint32), state, 0)

        def run_one(steps: int) -> object:
            state[:], state[0], state[1] = 0.0, *START
            return kernel(ski_thread)(0, *one, steps)

        return run_one
    blocks = -(-count // CLOUD_WIDTH)
    rows = aligned(np.zeros((blocks, SLOTS, CLOUD_WIDTH)), KIND)
    numbers = aligned(np.arange(blocks * CLOUD_WIDTH).reshape(blocks, -1), np.uint32)
    setting = (surface, optimizer, *shared, 0, KIND(0), 1, 2, numbers, rows, 0)

    def run(steps: int) -> object:
        rows[:, 0], rows[:, 1], rows[:, 2:] = *START, 0.0
        return kernel(ski_cloud)(*setting, steps, 0, blocks)

    return run


def with_torch(count: int) -> Callable[[int], object]:
    """torch.optim.Adam with autograd on the same loss; ImportError where PyTorch is not installed."""
    import torch

    torch.set_num_threads(1)

    def run(steps: int) -> object:
        theta = torch.tensor(START, dtype=torch.float32).repeat(count, 1).requires_grad_()
        adam = torch.optim.Adam([theta], lr=0.01)
        for _ in range(steps):
            adam.zero_grad()
            x, y = theta[:, 0], theta[:, 1]
            p, q, r = 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y
            (p * p + q * q + r * r).sum().backward()
            adam.step()
        return theta

    return run


def with_numpy(count: int) -> Callable[[int], object]:
    """The same in numpy, with the products that Beale's loss and gradient share computed once."""

    def run(steps: int) -> object:
        x, y = np.full(count, START[0], KIND), np.full(count, START[1], KIND)
        mx, my, vx, vy = (np.zeros(count, KIND) for _ in range(4))
        rate, first, second, eps = (float(value) for value in HYPER)
        for c0, c1, _ in CONSTANTS[:steps].tolist():
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
