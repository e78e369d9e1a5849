"""Compile, or load, every kernel that the tests use, in one process and once: `python -m tests.warm_up`.

`make test` runs it beside the checks, so that no two test processes compile the same kernel.
"""

from sim.loss_landscape import prepare_landscape
from sim.penalty_path import prepare_path
from sim.simulations import SIMULATIONS


def main() -> None:
    """Those of every simulation, and of the library."""
    for simulation in SIMULATIONS.values():
        for _, prepare in (*simulation.prepare, *simulation.prepare_later):
            prepare()
    prepare_landscape()
    prepare_path()


if __name__ == "__main__":
    main()
