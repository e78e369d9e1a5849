"""Which learning rate is fair: for every arm of the race the best of six, depth by depth.

`rates` "fair" gives each arm its own best, `rates` "equal" one rate to all. BEST was measured with `measured` (in this
file: 32 units, momentum .9, batches of 32, 20 passes, seeds 0 and 1). The best rate is the one whose error of training,
averaged over the whole run, is smallest: it rewards who gets there early as well as who gets far, and asks no test
digit. A network that learns nothing at any of them gets 0.1 like most. Between measured depths the nearest one counts.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from sim import depth_pretraining
from sim.depth_arms import ARMS, first_network
from sim.depth_network import BATCH, DeepNetwork, answers_of, graded, is_finite, update
from sim.depth_start import digits_seen
from sim.draws import Draws

WIDTH, PASSES, EVERY = 32, 20, 10
USUAL, GUESSING = 0.1, 0.85
RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
DEPTHS = (1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 40)
BEST: dict[str, tuple[float, ...]] = {
    "sigmoid": (1.0, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "tanh": (0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.03, 0.03, 0.1, 0.1, 0.1),
    "relu": (0.1, 0.1, 0.03, 0.03, 0.03, 0.03, 0.03, 0.1, 0.1, 0.1, 0.1),
    "relu_he": (0.1, 0.03, 0.03, 0.03, 0.03, 0.03, 0.01, 0.01, 0.01, 0.003, 0.003),
    "tanh_glorot": (0.1, 0.1, 0.1, 0.1, 0.03, 0.03, 0.03, 0.03, 0.01, 0.01, 0.003),
    "sigmoid_glorot": (1.0, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "pretrained": (0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.003, 0.1),
    "batch_norm": (1.0, 1.0, 0.3, 0.3, 0.1, 0.03, 0.01, 0.01, 0.01, 0.003, 0.003),
    "residual": (0.1, 0.1, 0.1, 0.1, 0.1, 0.03, 0.03, 0.1, 0.03, 0.01, 0.003),
}


def best_rate(key: str, depth: int) -> float:
    """The fair rate of an arm."""
    return BEST[key][nearest(depth, DEPTHS)]


def nearest(depth: int, depths: Sequence[int]) -> int:
    """The place of the measured depth that is nearest in proportion; the shallower one of two."""
    return min(range(len(depths)), key=lambda at: max(depth / depths[at], depths[at] / depth))


def measured(key: str, depth: int, seeds: Sequence[int] = (0, 1), rates: Sequence[float] = RATES) -> dict[float, float]:
    """The mean error of training over a run at each rate; 1 from where the numbers are no more."""
    starts = [(begun(key, depth, seed), seed) for seed in seeds]
    with np.errstate(all="ignore"):
        return {
            rate: float(np.mean([mean_error(start.copy(), rate, seed) for start, seed in starts])) for rate in rates
        }


def best_of(errors: Mapping[float, float]) -> float:
    """The rate of the smallest error; the usual one where all are next to guessing."""
    best = min(errors, key=errors.__getitem__)
    return best if errors[best] < GUESSING else USUAL


def begun(key: str, depth: int, seed: int) -> DeepNetwork:
    """The network of an arm as it begins to race."""
    if not ARMS[key].pretrained:
        return first_network(ARMS[key], depth, WIDTH, seed)
    work = depth_pretraining.begun(depth, WIDTH, seed)
    while not work.finished:
        depth_pretraining.learn(work)
    return depth_pretraining.network_of(work)


def mean_error(network: DeepNetwork, rate: float, seed: int) -> float:
    """The share of 256 training digits that are wrong, averaged over the run."""
    train = digits_seen()[0]
    errors, updates = [], 0
    for epoch in range(PASSES):
        order = Draws(seed).order(len(train.x), counter=epoch)
        for at in range(0, len(order), BATCH):
            if is_finite(network):
                update(network, train.rows(order[at : at + BATCH]), rate)
            if updates % EVERY == 0:
                errors.append(error_of(network) if is_finite(network) else 1.0)
            updates += 1
    return float(np.mean(errors))


def error_of(network: DeepNetwork) -> float:
    """The share that is wrong now."""
    seen = digits_seen()[2]
    return 1.0 - graded(answers_of(network, seen.x)[1], seen)[1]
