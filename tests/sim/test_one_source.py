"""One source, many forms: every surface with every optimizer, as vectors of lanes and as scalars."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, ski_cloud, ski_thread
from sim.targets import aligned, kernel
from tests.sim.all_surfaces import ALL_SURFACES

STEPS = 50


def starts(surface: str) -> NDArray[np.float32]:
    """A cloud within a hundredth of the diagonal around the surface's start, in numbers that float32 holds exactly."""
    entry, state = ALL_SURFACES[surface], np.zeros((SLOTS, CLOUD_WIDTH), np.float32)
    spread = np.random.default_rng(11).uniform(-0.01, 0.01, (2, CLOUD_WIDTH)) * entry.diagonal
    state[:2] = np.array(entry.start)[:, None] + spread
    return state


@cache
def end(surface: str, optimizer: str, form: str, kind: Any) -> NDArray[Any]:
    """The positions (2, lanes) after STEPS steps. Settings are rounded to float32 first, for all."""
    entry = ALL_SURFACES[surface]
    hyper = hyper_row(optimizer, learning_rate=entry.rates[optimizer])
    constants = step_constants(optimizer, hyper, "constant", STEPS).ravel()
    rows = [aligned(np.asarray(row, np.float32), kind) for row in (entry.data, hyper, constants)]
    which = (list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer))
    settings = (*which, *rows, False, kind(0), 1, 2)
    if form == "vectors":
        state, numbers = aligned(starts(surface)[None], kind), aligned(np.zeros((1, CLOUD_WIDTH)), np.uint32)
        kernel(ski_cloud)(*settings, numbers, state, 0, STEPS, 0, 1)
        return state[0, :2]
    state, numbers = aligned(starts(surface), kind), aligned(np.zeros(CLOUD_WIDTH), np.uint32)
    for lane in range(CLOUD_WIDTH):
        kernel(ski_thread)(lane, *settings, numbers, state, 0, STEPS)
    return state[:2]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("surface", ALL_SURFACES)
def test_vectors_walk_where_scalars_walk(surface: str, optimizer: str) -> None:
    many, single = (end(surface, optimizer, form, np.float64) for form in ("vectors", "scalars"))
    assert np.allclose(many, single, rtol=1e-7, atol=1e-7 * ALL_SURFACES[surface].diagonal)


@pytest.mark.parametrize("form", ["vectors", "scalars"])
@pytest.mark.parametrize("surface", ALL_SURFACES)
def test_every_rule_runs_in_float32(surface: str, form: str) -> None:
    for optimizer in OPTIMIZERS:
        assert np.isfinite(end(surface, optimizer, form, np.float32)).all(), optimizer
