"""Why a network left the finite numbers: which weight at which update, and a learning rate that would have been calm.

The bound is 2 / lambda_max, where lambda_max is the largest curvature of the training loss: gradient descent with a
larger rate overshoots along that direction further with every step. It is found by power iteration on differences of
gradients, at the last finite weights; where the gradients there are beyond all numbers, at the first weights.
"""

import numpy as np
from numpy.typing import NDArray

from sim.network_plan import BIASES, N_IN, N_OUT, WEIGHTS, Plan
from sim.network_training import Settings, Training, advance, begin, settings_of
from sim.numerals import write_count, write_short
from sim.phrases import phrase
from sim.simulations.playground_view import Flight

Row = NDArray[np.float64]

ITERATIONS = 20
NEARBY = 1e-4
"""The length of a step of the power iteration, as a share of the length of the weights."""
BELOW, TENTH = 0.9, 0.1
"""The suggested share of the bound, and of a rate that has none."""
SMALLEST = 1e-5


def flight_of(training: Training, settings: Settings, first: Row) -> Flight:
    """The report; `training` is at the last finite weights, and the next update is the fatal one.

    first: the parameters with which the run began.
    """
    beyond = training.clone()
    advance(beyond, settings, 1)
    where = place_of(training.plan, int(np.flatnonzero(~np.isfinite(beyond.parameters))[0]))
    here = bound_of(training, training.parameters.astype(np.float64))
    bound = bound_of(training, first) if here is None else here
    rate = settings.hyper[0]
    exceeded = bound is not None and bound < rate
    wanted = BELOW * bound if bound is not None and exceeded else TENTH * rate
    change = ("learning_rate", max(wanted, SMALLEST)) if rate > SMALLEST else None
    sentence = phrase(
        "Update {step} would make {name_of} larger than any number the computer has. ",
        step=write_count(training.step + 1),
        name_of=name_of(where),
    )
    sentence += phrase("With a learning rate of {rate} the steps grew longer and longer", rate=write_short(rate))
    if exceeded and bound is not None:
        sentence += phrase(
            "; the curvature {value} allows ", value="of this place" if here is not None else "at the start"
        )
        sentence += phrase("{words} at most", words=write_short(float(f"{bound:.2g}")))
    return Flight(training.step + 1, where, phrase("{sentence}.", sentence=sentence), bound, change)


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
        return phrase("the bias of unit {places} in layer {layer}", places=places[0], layer=layer)
    source = "input" if layer == 1 else "unit"
    return phrase(
        "the weight from {source} {places} to unit {other_places} in layer {layer}",
        source=source,
        places=places[0],
        other_places=places[1],
        layer=layer,
    )


def bound_of(training: Training, here: Row) -> float | None:
    """2 / lambda_max of the training loss at `here`, None where it cannot be found or nothing bends upwards."""
    with np.errstate(all="ignore"):
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
