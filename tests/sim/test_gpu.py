"""On a real graphics card: the same races as on the CPU. Skipped, with the reason, where there is none."""

import numpy as np
import pytest

from sim.cloud_kernels import NOTES, end_thread, watch_thread
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


@pytest.mark.gpu
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("surface", ["two_parameter_net", "beale", "himmelblau", "rastrigin"])
def test_a_card_scores_rates_as_the_processor_does(surface: str, optimizer: str) -> None:
    reason = why_not_cuda()
    if reason:
        pytest.skip(reason)
    from sim.targets.cuda import launch

    entry = ALL_SURFACES[surface]
    hyper = hyper_row(optimizer)
    rates = entry.rates[optimizer] * np.linspace(0.1, 1.0, LANES)
    starts = np.repeat(np.array(entry.start)[:, None], LANES, axis=1)
    rows = (np.array(entry.data), rates, hyper, step_constants(optimizer, hyper, "constant", STEPS).ravel())
    which = list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer), 2 if optimizer == "nesterov" else 1
    here, there = np.zeros((NOTES, LANES)), np.zeros((NOTES, LANES))
    settings = (*which, *rows, -1.0, 0, np.array(entry.domain), 1e9, starts)
    for lane in range(LANES):
        kernel(watch_thread)(lane, *settings, here, STEPS, 1)
    launch(watch_thread, LANES, *settings, there, STEPS, 1)
    assert np.allclose(here, there, rtol=1e-6, atol=1e-9)


@pytest.mark.gpu
def test_a_card_names_ends_as_the_processor_does() -> None:
    reason = why_not_cuda()
    if reason:
        pytest.skip(reason)
    from sim.targets.cuda import launch

    minima = np.array(ALL_SURFACES["himmelblau"].minima).ravel()
    state = np.random.default_rng(3).uniform(-6.0, 6.0, (SLOTS, LANES))
    state[0, :3] = np.nan, np.inf, 1e9
    here, there = np.zeros(LANES), np.zeros(LANES)
    settings = (minima, len(minima) // 2, 2.0, 1e12, state)
    for lane in range(LANES):
        kernel(end_thread)(lane, *settings, here)
    launch(end_thread, LANES, *settings, there)
    assert np.array_equal(here, there)
    assert set(here.tolist()) == {0.0, 1.0, 2.0, 3.0, 4.0, 5.0}
