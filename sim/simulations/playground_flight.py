"""Why a network left the finite numbers: which weight at which update, and a learning rate that would have been calm.

The bound is 2 / lambda_max, where lambda_max is the largest curvature of the training loss at the last finite weights:
gradient descent with a larger rate overshoots along that direction further with every step. It is found by power
iteration on differences of gradients; far out, where the gradients themselves are beyond all numbers, it is unknown.
"""

import numpy as np
from numpy.typing import NDArray

from sim.network_plan import BIASES, N_IN, N_OUT, WEIGHTS, Plan
from sim.network_training import Settings, Training, advance, begin, settings_of
from sim.numerals import write_short
from sim.simulations.playground_view import Flight

Row = NDArray[np.float64]

ITERATIONS = 20
NEARBY = 1e-4
"""The length of a step of the power iteration, as a share of the length of the weights."""
BELOW, TENTH = 0.9, 0.1
"""The suggested share of the bound, and of a rate that has none."""
SMALLEST = 1e-5


def flight_of(training: Training, settings: Settings) -> Flight:
    """The report; `training` is at the last finite weights, and the next update is the fatal one."""
    beyond = training.clone()
    advance(beyond, settings, 1)
    wrong = np.flatnonzero(~np.isfinite(beyond.parameters))
    where = place_of(training.plan, int(wrong[0])) if len(wrong) else ("bias", 0, 0)
    bound = bound_of(training)
    rate = settings.hyper[0]
    exceeded = bound is not None and bound < rate
    wanted = BELOW * bound if exceeded and bound is not None else TENTH * rate
    change = ("learning_rate", max(wanted, SMALLEST)) if rate > SMALLEST else None
    sentence = f"Update {training.step + 1:,} would make {name_of(where)} larger than any number the computer has: "
    if exceeded and bound is not None:
        sentence += f"a learning rate of {write_short(rate)} overshoots where only {write_short(bound)} is calm."
    else:
        sentence += f"with a learning rate of {write_short(rate)} the steps grew longer and longer."
    return Flight(training.step + 1, where, sentence, bound, change)


def place_of(plan: Plan, parameter: int) -> tuple[str | int, ...]:
    """("weight", layer, i, j) or ("bias", layer, j) of a number in the row of parameters."""
    for layer, row in enumerate(plan.tolist()):
        if parameter < row[BIASES]:
            unit, source = divmod(parameter - row[WEIGHTS], row[N_IN])
            return "weight", layer, source, unit
        if parameter < row[BIASES] + row[N_OUT]:
            return "bias", layer, parameter - row[BIASES]
    raise IndexError(parameter)


def name_of(where: tuple[str | int, ...]) -> str:
    """In a learner's words; layers and units are counted from 1."""
    kind, *numbers = where
    layer, *places = (int(number) + 1 for number in numbers)
    if kind == "bias":
        return f"the bias of unit {places[0]} in layer {layer}"
    return f"the weight from {places[0]} to unit {places[1]} in layer {layer}"


def bound_of(training: Training) -> float | None:
    """2 / lambda_max of the training loss here, None where it cannot be found or nothing bends upwards."""
    with np.errstate(all="ignore"):
        here = training.parameters.astype(np.float64)
        length = float(np.linalg.norm(here))
        slope = gradient_of(training, here)
        if not (np.isfinite(length) and np.isfinite(slope).all()):
            return None
        reach = NEARBY * max(length, 1.0)
        direction = np.cos(np.arange(len(here)) + 1.0)
        direction /= np.linalg.norm(direction)
        curvature = 0.0
        for _ in range(ITERATIONS):
            bent = (gradient_of(training, here + reach * direction) - slope) / reach
            curvature, size = float(direction @ bent), float(np.linalg.norm(bent))
            if not np.isfinite(size) or size == 0.0:
                return None
            direction = bent / size
    bound = 2.0 / curvature if curvature > 0.0 else np.inf
    return bound if np.isfinite(bound) and bound > 0.0 else None


def gradient_of(training: Training, parameters: Row) -> Row:
    """The gradient of the mean loss over all training examples: what one plain step of rate 1 takes off."""
    x, y = training.data.x, training.data.y
    fresh = begin(training.plan, training.loss, parameters, x, y)
    advance(fresh, settings_of("sgd", {"learning_rate": 1.0}, batch=len(x), shuffle=False), 1)
    return parameters - np.asarray(fresh.parameters, np.float64)
