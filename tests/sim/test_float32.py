"""float32 against float64 after fifty steps, where the race itself lets anybody tell.

Some races amplify any difference: RMSprop near the floor of a narrow valley hops by its learning rate whatever the
gradient, and a start on the ridge between two basins may fall to either side. There float64 disagrees with itself as
soon as its gradients carry the rounding error of float32, and no arithmetic in float32 can do better. So each pair is
measured twice: float32 against float64, and float64 against itself with noise of 2^-24 of the first gradient added to
each one. Races whose own response is below CALM must agree to the limits; the others must not err by more than
AMPLIFIED times their own response.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import SLOTS, ski_thread
from sim.targets import kernel
from tests.sim.all_surfaces import ALL_SURFACES

STEPS, LANES = 50, 16
CALM = 1e-6
AMPLIFIED = 30.0
ROUNDING = 2.0**-24


def starts(surface: str) -> NDArray[np.float64]:
    """Starts within a hundredth of the diagonal around the surface's own, in numbers that float32 holds exactly."""
    entry = ALL_SURFACES[surface]
    spread = np.random.default_rng(11).uniform(-0.01, 0.01, (2, LANES)) * entry.diagonal
    return (np.array(entry.start)[:, None] + spread).astype(np.float32).astype(np.float64)


def ends(surface: str, optimizer: str, kind: Any, seed: int = 0) -> NDArray[np.float64]:
    """The positions (2, LANES) after STEPS steps; both precisions get the same, rounded settings. A seed: noise."""
    entry = ALL_SURFACES[surface]
    hyper = hyper_row(optimizer, learning_rate=entry.rates[optimizer])
    constants = step_constants(optimizer, hyper, "constant", STEPS).ravel()
    rows = [np.asarray(row, np.float32).astype(kind) for row in (entry.data, hyper, constants)]
    which = (list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer))
    state, numbers = np.zeros((SLOTS, LANES), kind), np.zeros(LANES, np.uint32)
    state[:2] = starts(surface)
    sigma = kind(ROUNDING * np.hypot(*entry.gradients(*starts(surface))).max())
    for lane in range(LANES):
        kernel(ski_thread)(lane, *which, *rows, int(seed > 0), sigma, seed, 2, numbers, state, 0, STEPS)
    return state[:2].astype(np.float64)


@cache
def measured() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(error of float32, response of float64), relative to the larger of position and domain, per pair and lane."""
    errors, responses = [], []
    for surface, entry in ALL_SURFACES.items():
        for optimizer in OPTIMIZERS:
            double = ends(surface, optimizer, np.float64)
            scale = np.maximum(np.abs(double), entry.diagonal)
            moved = [ends(surface, optimizer, np.float64, seed) for seed in (1, 2, 3, 4)]
            responses.append(np.max([np.abs(other - double) / scale for other in moved], axis=0).max(axis=0))
            errors.append((np.abs(ends(surface, optimizer, np.float32) - double) / scale).max(axis=0))
    return np.concatenate(errors), np.concatenate(responses)


def test_calm_races_agree_in_both_precisions() -> None:
    errors, responses = measured()
    calm = errors[responses <= CALM]
    assert calm.size >= 0.9 * errors.size
    assert np.median(calm) <= 1e-6
    assert np.quantile(calm, 0.99) <= 1e-5
    assert calm.max() <= 1e-3


def test_float32_errs_where_float64_itself_cannot_tell() -> None:
    errors, responses = measured()
    wild = responses > CALM
    assert (errors[wild] <= AMPLIFIED * responses[wild]).all()
