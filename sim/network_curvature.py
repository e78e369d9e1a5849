"""The largest curvature of a network's training loss, by power iteration on differences of gradients.

Two over it is the learning rate above which plain descent overshoots along that direction further with every step.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.network_plan import penalised
from sim.network_training import Training, advance, begin, settings_of

Row = NDArray[np.float64]

ITERATIONS = 20
NEARBY = 1e-4
"""The length of a step of the power iteration, as a share of the length of the weights."""


def curvature_of(training: Training, here: Row, l2: float = 0.0) -> float | None:
    """lambda_max of the training loss at `here`; None where it cannot be found or nothing bends upwards."""
    return largest_curvature(lambda place: gradient_of(training, place, l2), here)


def largest_curvature(gradient: Callable[[Row], Row], here: Row) -> float | None:
    """The same of anything that has a gradient."""
    with np.errstate(all="ignore"):
        length = float(np.linalg.norm(here))
        slope = gradient(here)
        if not (np.isfinite(length) and np.isfinite(slope).all()):
            return None
        reach = NEARBY * max(length, 1.0)
        direction = np.cos(np.arange(len(here)) + 1.0)
        direction /= np.linalg.norm(direction)
        curvature = 0.0
        for _ in range(ITERATIONS):
            bent = (gradient(here + reach * direction) - slope) / reach
            curvature, size = float(direction @ bent), float(np.linalg.norm(bent))
            if not np.isfinite(size) or size == 0.0:
                return None
            direction = bent / size
    return curvature if curvature > 0.0 and np.isfinite(2.0 / curvature) else None


def gradient_of(training: Training, parameters: Row, l2: float = 0.0) -> Row:
    """The gradient of the mean loss over all training examples: what one plain step of rate 1 takes off."""
    x, y = training.data.x, training.data.y
    fresh = begin(training.plan, training.loss, parameters, x, y)
    advance(fresh, settings_of("sgd", {"learning_rate": 1.0}, batch=len(x), shuffle=False), 1)
    slope = parameters - np.asarray(fresh.parameters, np.float64)
    return slope + l2 * penalised(training.plan) * parameters if l2 else slope
