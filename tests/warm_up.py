"""Compile, or load, every kernel that the tests use, in one process and once: `python -m tests.warm_up`.

`make test` runs it beside the checks, so that no two test processes compile the same kernel.
"""

from sim.simulations import SIMULATIONS


def main() -> None:
    """Those of every simulation."""
    for simulation in SIMULATIONS.values():
        for _, prepare in (*simulation.prepare, *simulation.prepare_later):
            prepare()


if __name__ == "__main__":
    main()
