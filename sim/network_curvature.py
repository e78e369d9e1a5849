"""The largest curvature of a network's training loss, of any activations and any loss.

Two over it is the learning rate above which plain descent overshoots along that direction further with every step. It
is found by Lanczos' method (`sim.lanczos`) from products with the Hessian, each a difference of two gradients in
float64 that are so close to each other that hardly any ReLU turns its corner between them.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.lanczos import largest_eigenvalue
from sim.network_plan import penalised
from sim.network_training import Training, advance, begin, settings_of

Row = NDArray[np.float64]

NEARBY = 1e-8
"""How far apart the two gradients are, as a share of the length of the weights. A gradient is known to 1e-16, so a
product to 1e-8; at 1e-6 the corners of a few ReLUs made the curvature of 64-64-10 on the digits 88 where it is 4.4."""

SHUT = 1e-6
"""By so much, as a share of the length of the weights, all biases are smaller where a training is looked at. Where
biases are still 0 an example that the first layer does not answer stands just on the corners of the next, which counts
as shut; a step of any size would open them, and their jump would look like a curvature of a million."""


def curvature_of(training: Training, here: Row, l2: float = 0.0) -> float | None:
    """lambda_max of the training loss at `here`; None where it cannot be found or nothing bends upwards."""
    with np.errstate(all="ignore"):
        place = here - SHUT * max(float(np.linalg.norm(here)), 1.0) * (1.0 - penalised(training.plan))
    return largest_curvature(lambda other: gradient_of(training, other, l2), place)


def largest_curvature(gradient: Callable[[Row], Row], here: Row) -> float | None:
    """The same of anything that has a gradient."""
    with np.errstate(all="ignore"):
        far, slope = float(np.linalg.norm(here)), gradient(here)
        if not (np.isfinite(far) and np.isfinite(slope).all()):
            return None
        reach, start = NEARBY * max(far, 1.0), np.cos(np.arange(len(here)) + 1.0)

        def product(way: Row) -> Row:
            return (gradient(here + reach * way) - slope) / reach

        estimates = list(largest_eigenvalue(product, start))
    curvature = estimates[-1] if estimates else 0.0
    return curvature if curvature > 0.0 and np.isfinite(2.0 / curvature) else None


def gradient_of(training: Training, parameters: Row, l2: float = 0.0) -> Row:
    """The gradient of the mean loss over all training examples: what one plain step of rate 1 takes off."""
    x, y = training.data.x, training.data.y
    fresh = begin(training.plan, training.loss, parameters, x, y)
    advance(fresh, settings_of("sgd", {"learning_rate": 1.0}, batch=len(x), shuffle=False), 1)
    slope = parameters - np.asarray(fresh.parameters, np.float64)
    return slope + l2 * penalised(training.plan) * parameters if l2 else slope
