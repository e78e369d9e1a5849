"""Compile, or load, every kernel that the tests use, in one process and once: `python -m tests.warm_up`.

`make test` runs it beside the checks, so that no two test processes compile the same kernel.
"""

from sim import network_ensemble, network_training, perceptron_rows
from sim.simulations import SIMULATIONS, playground_unit

NETWORKS = (
    network_training.prepare_training,
    network_training.prepare_pictures,
    network_training.prepare_single,
    network_ensemble.prepare_ensemble,
    network_ensemble.prepare_spread,
    perceptron_rows.prepare,
    playground_unit.prepare,
)


def main() -> None:
    """Every simulation's, then those that no simulation names yet."""
    for simulation in SIMULATIONS.values():
        for _, prepare in (*simulation.prepare, *simulation.prepare_later):
            prepare()
    for prepare in NETWORKS:
        prepare()


if __name__ == "__main__":
    main()
