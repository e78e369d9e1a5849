"""Why a network of the depth race left the finite numbers: the report of `sim.network_failure` for its own networks.

It stands at its last finite weights. The bound is that of momentum, at the curvature of the loss on 256 digits.
"""

import numpy as np
from numpy.typing import NDArray

from sim.depth_arms import ARMS
from sim.depth_network import MOMENTUM, DeepNetwork, gradient_of
from sim.depth_start import digits_seen
from sim.network_causes import blame, change_of, facts_of, words_of
from sim.network_curvature import largest_curvature
from sim.network_failure import BACK, INFINITE, Failure, Place, name_of
from sim.network_training import Settings
from sim.numerals import write_count
from sim.phrases import joined, phrase

Array = NDArray[np.float64]


def memory_of(network: DeepNetwork) -> tuple[Array, ...]:
    """Copies of all that an update changes."""
    return network.theta.copy(), network.velocity.copy(), network.means.copy(), network.variances.copy()


def recall(network: DeepNetwork, memory: tuple[Array, ...]) -> None:
    """Be what one was."""
    rows = network.theta, network.velocity, network.means, network.variances
    for row, kept in zip(rows, memory):
        row[...] = kept


def place_of(network: DeepNetwork, broken: Array) -> Place:
    """("weight", layer, i, j) or ("bias", layer, j) of the first number in `broken` that is none; scales as biases."""
    number = int(np.argmin(np.isfinite(broken)))
    for layer, part in enumerate(network.parts):
        n_in, n_out = part.w.shape
        if number < n_in * n_out:
            return "weight", layer, *divmod(number, n_out)
        others = n_out if part.scale is None else 2 * n_out
        if number < n_in * n_out + others:
            return "bias", layer, (number - n_in * n_out) % n_out
        number -= n_in * n_out + others
    return "bias", len(network.parts) - 1, 0


def curvature_of(network: DeepNetwork, scale: float) -> float | None:
    """lambda_max of the loss on 256 training digits."""
    seen, other = digits_seen()[2], network.copy()

    def gradient(theta: Array) -> Array:
        other.theta[...] = theta
        return gradient_of(other, seen.x, seen.targets, scale)

    return largest_curvature(gradient, network.theta.copy())


def failure_of(
    key: str, network: DeepNetwork, broken: Array, step: int, rate: float, scale: float, free: bool
) -> Failure:  # fmt: skip
    """The report on an arm whose update number `step` made `broken` of its numbers. free: whether its rate may be
    set."""
    settings, where = Settings("momentum", (rate, MOMENTUM, 0.0, 0.0)), place_of(network, broken)
    cause = blame(settings, None, lambda: curvature_of(network, scale))
    head = phrase(
        "Update {step} would make {name} larger than any number the computer has.",
        step=write_count(step),
        name=name_of(where),
    )
    return Failure(
        INFINITE, step, int(where[1]), int(where[-1]), joined((head, words_of(cause, settings))),
        facts_of(settings, cause.bound), cause.bound, min(BACK, step), change_of(cause, settings) if free else None,
        where, key, ARMS[key].title,
    )  # fmt: skip
