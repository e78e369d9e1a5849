"""Without contraction one source gives one result: scalars, vectors, plain Python, CUDA's simulator agree to the bit.

Contraction and the simulator are switched on when numba is imported, so each form runs in a process of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RACE = """
import sys
import numpy as np
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_kernels import CLOUD_WIDTH, SLOTS, ski_cloud, ski_thread
from tests.sim.all_surfaces import ALL_SURFACES
from sim.targets import aligned, kernel

form, kind = sys.argv[1], np.dtype(sys.argv[2]).type
steps, noise, ends = 6, 1, []
pairs = [(s, o) for k, s in enumerate(ALL_SURFACES) for j, o in enumerate(OPTIMIZERS) if (k + j) % 5 == 0]
for surface, optimizer in pairs:
    entry, hyper = ALL_SURFACES[surface], hyper_row(optimizer, learning_rate=ALL_SURFACES[surface].rates[optimizer])
    rows = [aligned(row, kind) for row in (entry.data, hyper, step_constants(optimizer, hyper, "ramp", steps).ravel())]
    which = list(ALL_SURFACES).index(surface), list(OPTIMIZERS).index(optimizer)
    state = np.zeros((SLOTS, CLOUD_WIDTH), kind)
    state[:2] = np.array(entry.start)[:, None] + np.linspace(-0.01, 0.01, 2 * CLOUD_WIDTH).reshape(2, -1)
    numbers = np.arange(CLOUD_WIDTH, dtype=np.uint32)
    settings = (*which, *rows, noise, kind(1e-3), 1, 2)
    with np.errstate(all="ignore"):
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
    ends.append(state[:, :4].copy())
sys.stdout.buffer.write(np.stack(ends).tobytes())
"""


def ends(form: str, kind: str) -> bytes:
    """The state of four skiers after six steps for a fifth of all pairs, from a process without contraction."""
    simulated = {"NUMBA_ENABLE_CUDASIM": "1", "NUMBA_DISABLE_JIT": "1"} if form == "simulator" else {}
    environment = {**os.environ, "NUTSHELL_CONTRACT": "0", "PYTHONPATH": str(ROOT), **simulated}
    command = [sys.executable, "-W", "ignore", "-c", RACE, form, kind]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout


@pytest.mark.parametrize("kind", ["float64", "float32"])
def test_all_forms_agree_to_the_bit(kind: str) -> None:
    scalars = ends("scalars", kind)
    assert len(scalars) == 28 * 6 * 4 * int(kind[-2:]) // 8  # pairs, slots, skiers, bytes
    assert ends("vectors", kind) == scalars
    assert ends("plain", kind) == scalars
    pytest.importorskip("numba_cuda", reason="the simulator comes with numba-cuda")
    assert ends("simulator", kind) == scalars
