"""Adam on Beale's function in float32: N skiers at once, here, in vectorised numpy and in PyTorch's own Adam."""

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
        state[0], state[1] = START
        one = (surface, optimizer, *shared, 0, KIND(0), 1, 2, np.zeros(1, np.uint32), state, 0)
        return lambda steps: kernel(ski_thread)(0, *one, steps)
    blocks = -(-count // CLOUD_WIDTH)
    state = np.zeros((blocks, SLOTS, CLOUD_WIDTH))
    state[:, 0], state[:, 1] = START
    rows, numbers = aligned(state, KIND), aligned(np.arange(blocks * CLOUD_WIDTH).reshape(blocks, -1), np.uint32)
    setting = (surface, optimizer, *shared, 0, KIND(0), 1, 2, numbers, rows, 0)
    return lambda steps: kernel(ski_cloud)(*setting, steps, 0, blocks)


def with_torch(count: int) -> Callable[[int], object]:
    """torch.optim.Adam with autograd on the same loss; ImportError where PyTorch is not installed."""
    import torch

    torch.set_num_threads(1)
    theta = torch.tensor([START] * count, dtype=torch.float32, requires_grad=True)
    adam = torch.optim.Adam([theta], lr=0.01)

    def run(steps: int) -> object:
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
