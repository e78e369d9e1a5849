"""Without contraction one source gives one result: scalars, vectors, plain Python, CUDA's simulator agree to the bit.

Contraction and the simulator are switched on when numba is imported, so there are two processes: one where kernels are
compiled, and one where CUDA is simulated.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("float64", "float32")
COMPILED = ("scalars", "vectors", "plain")
RACE = """
import sys
import numpy as np
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, ski_cloud, ski_thread
from tests.sim.all_surfaces import ALL_SURFACES
from sim.targets import aligned, kernel

steps, noise = 6, 1
pairs = [(s, o) for k, s in enumerate(ALL_SURFACES) for j, o in enumerate(OPTIMIZERS) if (k + j) % 5 == 0]

def end(form, kind, surface, optimizer):
    entry, hyper = ALL_SURFACES[surface], hyper_row(optimizer, learning_rate=ALL_SURFACES[surface].rates[optimizer])
    rows = [aligned(row, kind) for row in (entry.data, hyper, step_constants(optimizer, hyper, "ramp", steps).ravel())]
    which = list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer)
    state = np.zeros((SLOTS, CLOUD_WIDTH), kind)
    state[:2] = np.array(entry.start)[:, None] + np.linspace(-0.01, 0.01, 2 * CLOUD_WIDTH).reshape(2, -1)
    numbers = np.arange(CLOUD_WIDTH, dtype=np.uint32)
    settings = (*which, *rows, noise, kind(1e-3), 1, 2)
    if form == "vectors":
        block = aligned(state[None], kind)
        kernel(ski_cloud)(*settings, aligned(numbers[None], np.uint32), block, 0, steps, 0, 1)
        state = block[0]
    elif form == "simulator":
        from sim.targets.cuda import launch
        launch(ski_thread, 4, *settings, numbers, state, 0, steps)
    else:
        run = kernel(ski_thread) if form == "scalars" else ski_thread
        for lane in range(4):
            run(lane, *settings, numbers, state, 0, steps)
    return state[:, :4].copy()

for word in sys.argv[1:]:
    form, name = word.split(":")
    with np.errstate(all="ignore"):
        ends = [end(form, np.dtype(name).type, *pair) for pair in pairs]
    sys.stdout.buffer.write(np.stack(ends).tobytes())
"""
SIZES = {kind: 28 * 6 * 4 * int(kind[-2:]) // 8 for kind in KINDS}
"""Bytes that one form says for a kind of number: pairs, slots, skiers, bytes of a number."""


def ends(*forms: str, **switches: str) -> dict[tuple[str, str], bytes]:
    """The state of four skiers after six steps for a fifth of all pairs, from one process without contraction."""
    environment = {**os.environ, "NUTSHELL_CONTRACT": "0", "PYTHONPATH": str(ROOT), **switches}
    asked = [(form, kind) for form in forms for kind in KINDS]
    command = [sys.executable, "-W", "ignore", "-c", RACE, *(":".join(pair) for pair in asked)]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found, rest = {}, done.stdout
    for form, kind in asked:
        found[form, kind], rest = rest[: SIZES[kind]], rest[SIZES[kind] :]
    assert rest == b""
    return found


@pytest.fixture(scope="module")
def compiled() -> dict[tuple[str, str], bytes]:
    return ends(*COMPILED)


@pytest.fixture(scope="module")
def simulated() -> dict[tuple[str, str], bytes]:
    pytest.importorskip("numba_cuda", reason="the simulator comes with numba-cuda")
    return ends("simulator", NUMBA_ENABLE_CUDASIM="1", NUMBA_DISABLE_JIT="1")


@pytest.mark.parametrize("kind", KINDS)
def test_all_compiled_forms_agree_with_plain_python_to_the_bit(kind: str, compiled: dict) -> None:
    assert len(compiled["plain", kind]) == SIZES[kind]
    assert compiled["scalars", kind] == compiled["plain", kind]
    assert compiled["vectors", kind] == compiled["plain", kind]


@pytest.mark.parametrize("kind", KINDS)
def test_cuda_s_simulator_agrees_to_the_bit(kind: str, compiled: dict, simulated: dict) -> None:
    assert simulated["simulator", kind] == compiled["scalars", kind]
