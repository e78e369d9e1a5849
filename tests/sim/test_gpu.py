"""On a real graphics card: the same races as on the CPU. Skipped, with the reason, where there is none."""

import numpy as np
import pytest

from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import SLOTS, ski_thread
from sim.targets import kernel, why_not_cuda
from tests.sim.all_surfaces import ALL_SURFACES

LANES, STEPS = 256, 20


@pytest.mark.gpu
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("surface", ALL_SURFACES)
def test_a_card_walks_where_the_processor_walks(surface: str, optimizer: str) -> None:
    reason = why_not_cuda()
    if reason:
        pytest.skip(reason)
    from sim.targets.cuda import launch

    entry = ALL_SURFACES[surface]
    hyper = hyper_row(optimizer, learning_rate=entry.rates[optimizer])
    rows = (np.array(entry.data), hyper, step_constants(optimizer, hyper, "constant", STEPS).ravel())
    which = list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer)
    here, there = np.zeros((SLOTS, LANES)), np.zeros((SLOTS, LANES))
    spread = np.random.default_rng(1).uniform(-0.01, 0.01, (2, LANES)) * entry.diagonal
    here[:2] = there[:2] = np.array(entry.start)[:, None] + spread
    numbers = np.arange(LANES, dtype=np.uint32)
    settings = (*which, *rows, 0, 0.0, 1, 2, numbers)
    for lane in range(LANES):
        kernel(ski_thread)(lane, *settings, here, 0, STEPS)
    launch(ski_thread, LANES, *settings, there, 0, STEPS)
    assert np.allclose(here, there, rtol=1e-7, atol=1e-7 * entry.diagonal)
