"""Snapshots of twins as the playground's simulation makes them, from `sim.twins` on XOR."""

from __future__ import annotations

from functools import cache

import numpy as np

from sim import Network, dataset, twins
from sim.config import Config
from sim.network_twins import TwinsResult, share_interval
from sim.simulations.playground_config import NETWORK, PARAMETERS
from sim.simulations.playground_view import Curves, Data, NetworkSeen, PlaygroundSnapshot, TwinsSeen

FEW = 24


@cache
def trained(replicas: int = 400, epochs: int = 300, activation: str = "tanh", hidden: int = 2) -> TwinsResult:
    """Twins that have learned XOR for so long."""
    network = Network((2, hidden, 1), activation, "sigmoid", "cross_entropy", "uniform", 3)
    x, y = dataset("xor", n=4)
    hyper = {"learning_rate": 0.1, "momentum": 0.9}
    return twins(network, x, y, "momentum", hyper, batch=4, epochs=epochs, replicas=replicas, records=100)


def seen_of(result: TwinsResult, records: int | None = None) -> TwinsSeen:
    """The first `records` notes of twins."""
    loss = result.loss[:, :records].astype(float)
    solved, numbers = result.solved, tuple(range(0, len(loss), max(1, len(loss) // FEW)))[:FEW]
    fan = np.quantile(loss, (0.02, 0.25, 0.5, 0.75, 0.98), axis=0)
    interval = share_interval(int(solved.sum()), solved.size)
    epochs = result.epochs[:records]
    return TwinsSeen(
        solved.size, epochs, fan, loss.max(axis=0), loss[list(numbers)], numbers, loss[:, -1], solved, result.ended,
        interval, 1.0,
    )  # fmt: skip


def data_of(classes: tuple[str, ...] = ("0", "1")) -> Data:
    """The four points of XOR."""
    x, y = dataset("xor", n=4)
    return Data("xor", "XOR", x, y[:, 0].astype(int), y, np.ones(4, bool), (-0.5, 1.5, -0.5, 1.5), classes)


def network_of(seen: TwinsSeen) -> NetworkSeen:
    """The run that twin 0 follows, with nothing in it but its curves."""
    loss, nothing = seen.few[0], np.full(seen.epochs.size, np.nan)
    curves = Curves(seen.epochs, loss, nothing, nothing, nothing)
    outputs, right = np.zeros((4, 1)), np.zeros(4, bool)
    return NetworkSeen((), (), (), (), 0.1, 0.1, 0.5, 0.5, 0.0, outputs, right, curves)


def snapshot_of(seen: TwinsSeen | None, classes: tuple[str, ...] = ("0", "1")) -> PlaygroundSnapshot:
    """A frame at the last note."""
    epoch = int(seen.epochs[-1]) if seen is not None and seen.epochs.size else 0
    network = None if seen is None else network_of(seen)
    return PlaygroundSnapshot(NETWORK, epoch, epoch, 1, data_of(classes), network=network, twins=seen)


def config_of(twins: int = 400, **changes: object) -> Config:
    """A network of two hidden units with so many twins."""
    return Config(PARAMETERS, {"mode": NETWORK, "twins": twins, **changes})
