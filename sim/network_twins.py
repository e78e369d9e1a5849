"""Twins: many networks that differ in nothing but their first weights, trained at once.

One run teaches the wrong lesson; the share of a thousand that succeed teaches the right one. Twin 0 starts from the
network itself, so it follows the single run (in float32 instead of float64); twin k starts from the weights that the
network's seed gives to replica k. All meet the examples in the same order; each drops units of its own.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.errors import ConfigError, quote
from sim.given_numbers import whole
from sim.initialisers import draw_parameters
from sim.network import LARGEST_SEED, MOST_EPOCHS, MOST_EXAMPLES, Network, check_examples, check_settings, right_answers
from sim.network_ensemble import Ensemble, advance_many, begin_many, evaluate_ensemble
from sim.network_plan import split
from sim.network_training import steps_per_epoch
from sim.phrases import phrase

MOST_REPLICAS = 100_000
MOST_RECORDS = 10_000
Z_95 = 1.959963984540054


@dataclass(frozen=True, eq=False)
class TwinsResult:
    """What became of the twins.

    solved (replicas,): whether every training example is right. loss (replicas, records): the mean loss after each of
    `epochs` (records,). ended (replicas,): the update that left the finite numbers, or NaN. parameters (replicas, ..).
    """

    solved: NDArray[np.bool_]
    loss: NDArray[np.float32]
    epochs: NDArray[np.int64]
    ended: NDArray[np.float64]
    parameters: NDArray[np.float32]
    origin: Network

    @property
    def share(self) -> float:
        """The share of twins that solved it."""
        return float(self.solved.mean())

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share (`share_interval`)."""
        return share_interval(int(self.solved.sum()), self.solved.size)

    def network(self, twin: int) -> Network:
        """Twin number `twin` as a network of its own."""
        if not 0 <= twin < len(self.parameters):
            raise ConfigError(
                phrase(
                    "There are twins 0 to {parameters}, not {twin}.",
                    parameters=len(self.parameters) - 1,
                    twin=quote(twin),
                )
            )
        origin = self.origin
        made = Network(origin.layers, origin.activation, origin.output, origin.loss, origin.init, origin.seed)
        made.weights, made.biases = split(made.plan, self.parameters[twin])
        return made


def share_interval(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson 1927: it never leaves 0 to 1, and holds for few trials."""
    if not trials:
        return 0.0, 1.0
    share, square = successes / trials, Z_95 * Z_95 / trials
    middle = (share + square / 2.0) / (1.0 + square)
    half = Z_95 / (1.0 + square) * math.sqrt(share * (1.0 - share) / trials + square / (4.0 * trials))
    low, high = middle - half, middle + half
    return (0.0 if successes == 0 else low), (1.0 if successes == trials else high)


def begin_twins(network: Network, x: ArrayLike, y: ArrayLike, replicas: int, seed: int = 0) -> Ensemble:
    """Twins that have not begun."""
    first = draw_parameters(network.init, network.layers, network.seed, range(replicas))
    first[0] = network.parameters
    return begin_many(network.plan, network.loss, first, x, y, seed)


def twins(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    optimizer: str = "adam",
    hyper: Mapping[str, float] | None = None,
    batch: int = 10,
    epochs: int = 100,
    l1: float = 0.0,
    l2: float = 0.0,
    dropout: float | Sequence[float] = 0.0,
    seed: int = 0,
    shuffle: bool = True,
    momentum_schedule: str = "constant",
    momentum_curve: str = "",
    replicas: int = 1000,
    records: int = 100,
    l1_by_slope: bool = False,
) -> TwinsResult:
    """Train `replicas` networks that differ from `network` in their first weights alone; the rest as `sim.train`.

    records: how often, evenly spread, the loss of each is noted.
    """
    x, y = check_examples(network, x, y)
    count, many = whole("epochs", epochs, MOST_EPOCHS), whole("replicas", replicas, MOST_REPLICAS)
    if many < 1:
        raise ConfigError("replicas must be at least 1.")
    per_epoch = steps_per_epoch(len(x), whole("batch", batch, MOST_EXAMPLES))
    settings = check_settings(
        network, optimizer, hyper, batch, l1, l2, dropout, shuffle=bool(shuffle), schedule=momentum_schedule,
        curve=momentum_curve, horizon=per_epoch * count, l1_by_slope=bool(l1_by_slope),
    )  # fmt: skip
    ensemble = begin_twins(network, x, y, many, whole("seed", seed, LARGEST_SEED))
    points = min(whole("records", records, MOST_RECORDS), count)
    noted = np.array([(k + 1) * count // points for k in range(points)], np.int64)
    loss, done = np.zeros((many, points), np.float32), 0
    for k, epoch in enumerate(noted):
        advance_many(ensemble, settings, int(epoch - done) * per_epoch)
        loss[:, k], done = evaluate_ensemble(ensemble)[0], int(epoch)
    advance_many(ensemble, settings, (count - done) * per_epoch)
    solved = np.asarray(right_answers(evaluate_ensemble(ensemble)[1], y).all(axis=1))
    return TwinsResult(solved, loss, noted, ensemble.ends, ensemble.parameters, network)
