"""Why a network's training failed: at which step, in which layer, by which unit, and one setting that would help.

    made = advance_finite(training, settings, steps)
    if made < steps: failure = fatal(training, settings, first)      the next update leaves the finite numbers
    failure = watch(training, settings, losses, first)               it is finite, but explodes or is dead

Three kinds of failure. "infinite": the next update would leave the finite numbers; the training stands at the last
finite weights, and no update is left. "exploding": the loss has become a hundred times what it was at the start.
"dead": no unit of a hidden layer passes a gradient for any training example. The run may go on after the latter two,
so whoever halts there keeps in mind which kinds were told. Watch at steps that do not depend on how a run is cut into
slices, such as the ends of epochs, or a run that is had again would halt elsewhere.

The bound shown beside the rate is that of the optimizer (`sim.stability.bound`: 2 / lambda_max for plain descent),
where lambda_max is the largest curvature of the training loss with its L2 (`sim.network_curvature`), at the first
weights, or, where the rate was calm there, at the last finite ones. Optimizers that divide gradients by their size have
none.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATE
from sim.depth_functions import FUNCTIONS
from sim.depth_products import multiplied
from sim.network_causes import (
    DIGITS,
    TENTH,
    blame,
    change_of,
    death_words,
    facts_of,
    shortened,
    words_of,
)
from sim.network_curvature import curvature_of
from sim.network_kernels import LAID
from sim.network_plan import ACTIVATION, BIASES, N_IN, N_OUT, WEIGHTS, Plan
from sim.network_training import Settings, Training, advance
from sim.numerals import write_count, write_significant
from sim.phrases import joined, phrase, word

Row = NDArray[np.float64]
Place = tuple[str | int, ...]

INFINITE, EXPLODING, DEAD = "infinite", "exploding", "dead"
BACK = 20
"""Steps that a learner is offered to go back."""
GROWN, LEAST = 100.0, 0.1
"""A loss so many times that of the start explodes; one of the start counts as LEAST at least."""
LOOKED_AT = 64
"""Examples that are looked at before all are."""
SILENT = 1e-6
"""The slope of a unit that passes no gradient."""
TAKEN = 1e-3
"""Weights up to here were taken by a penalty."""


@dataclass(frozen=True)
class Failure:
    """kind: "infinite", "exploding" or "dead". step: the update, counted from 1, that is fatal or after which it was
    seen. layer counts those with weights, from 0; unit is None where all of them failed; where: ("weight", layer, i, j)
    or ("bias", layer, j), () for a layer.

    facts: names and numbers for the card, the rate first. bound: the largest stable rate, None where it was not found.
    back: so many steps back it was still well. change: (setting, value) that is suggested. arm: whose, where there are
    several, and name: how it is called.
    """

    kind: str
    step: int
    layer: int
    unit: int | None
    sentence: str
    facts: tuple[tuple[str, float], ...]
    bound: float | None = None
    back: int = BACK
    change: tuple[str, float] | None = None
    where: Place = ()
    arm: str = ""
    name: str = ""

    @property
    def ends(self) -> bool:
        """Whether no update is left."""
        return self.kind == INFINITE

    @property
    def title(self) -> str:
        """What happened, in a few words."""
        step, layer = write_count(self.step), self.layer + 1
        if self.kind == INFINITE:
            words = phrase("The numbers end at update {step}", step=step)
        elif self.kind == DEAD:
            words = phrase("Layer {layer} is dead after {step} updates", layer=layer, step=step)
        else:
            words = phrase("The loss explodes after {step} updates", step=step)
        return phrase("{name}: {words}", name=self.name, words=words) if self.name else words

    def of_arm(self, arm: str) -> "Failure":
        """The same of one of several arms, whose settings are named with a dot: ("b.learning_rate", 0.1)."""
        change = None if self.change is None else (f"{arm}.{self.change[0]}", self.change[1])
        return replace(self, arm=arm, name=arm.upper(), change=change)


# not beyond the last finite weights


def advance_finite(training: Training, settings: Settings, steps: int) -> int:
    """Up to `steps` updates, in place, and how many; fewer where the next one would leave the finite numbers.

    A copy from before is trained on to just there, so the last finite weights are exact.
    """
    first, kept = training.step, memory_of(training)
    advance(training, settings, steps)
    if training.ended is None:
        return steps
    made = training.ended - first
    recall(training, kept)
    advance(training, settings, made)
    return made


def memory_of(training: Training) -> tuple[NDArray[Any], ...]:
    """Copies of all that an update changes and the next one reads."""
    learner = training.learner
    return learner.p.copy(), learner.m.copy(), learner.v.copy(), training.data.order.copy(), training.clock.copy()


def recall(training: Training, memory: tuple[NDArray[Any], ...]) -> None:
    """Be what one was."""
    learner = training.learner
    rows = learner.p, learner.m, learner.v, training.data.order, training.clock
    for row, kept in zip(rows, memory):
        row[:] = kept
    training.clock[LAID] = 0


# the three kinds


def fatal(training: Training, settings: Settings, first: Row) -> Failure:
    """The report where `advance_finite` came to an end; first: the parameters with which the run began."""
    beyond = training.clone()
    advance(beyond, settings, 1)
    broken = np.flatnonzero(~np.isfinite(beyond.parameters))
    where = place_of(training.plan, int(broken[0]) if len(broken) else 0)
    head = phrase(
        "Update {step} would make {name} larger than any number the computer has.",
        step=write_count(training.step + 1),
        name=name_of(where),
    )
    return overshot(INFINITE, training.step + 1, where, head, training, settings, first)


def watch(
    training: Training, settings: Settings, losses: Sequence[float] | Row, first: Row,
    told: Collection[str] = (),
) -> Failure | None:  # fmt: skip
    """What is wrong with a training whose numbers are finite; None where nothing is, or only what was `told`.

    losses: the mean training loss as it was noted, first before the first update, last now. 0.2 ms for 64-128-128-10.
    """
    if not training.step:
        return None
    at_start = next((float(loss) for loss in losses[:-1] if math.isfinite(loss)), math.inf)
    if EXPLODING not in told and len(losses) and not losses[-1] <= GROWN * max(at_start, LEAST):
        return exploding(training, settings, float(losses[-1]), at_start, first)
    layer = None if DEAD in told else silent_layer(training.plan, training.parameters, training.data.x)
    return None if layer is None else dead(training, settings, layer, first)


def exploding(training: Training, settings: Settings, loss: float, at_start: float, first: Row) -> Failure:
    """The report on a loss that is far above that of the start."""
    row = training.parameters.astype(np.float64)
    largest = int(np.argmax(np.abs(row)))
    where = place_of(training.plan, largest)
    head = phrase(
        "The loss is {loss}; at the start it was {at_start}. The largest number is {name}: {value}.",
        loss=write_significant(loss, DIGITS),
        at_start=write_significant(at_start, DIGITS),
        name=name_of(where),
        value=write_significant(float(row[largest]), DIGITS),
    )
    return overshot(EXPLODING, training.step, where, head, training, settings, first)


def overshot(
    kind: str, step: int, where: Place, head: str, training: Training, settings: Settings, first: Row
) -> Failure:  # fmt: skip
    """The steps grew longer and longer: measured against the bound."""
    cause = blame(
        settings,
        curvature_of(training, np.asarray(first, np.float64), settings.l2),
        lambda: curvature_of(training, training.parameters.astype(np.float64), settings.l2),
    )
    return Failure(
        kind, step, int(where[1]), int(where[-1]), joined((head, words_of(cause, settings))),
        facts_of(settings, cause.bound), cause.bound, min(BACK, training.step), change_of(cause, settings), where,
    )  # fmt: skip


# dead layers


def silent_layer(plan: Plan, parameters: NDArray[Any], x: NDArray[Any]) -> int | None:
    """The first hidden layer in which no unit has a slope for any example, counted from 0; None where all live."""
    for rows in (x[:LOOKED_AT], x):
        found = silent_among(plan, parameters, rows)
        if found is None:
            return None
    return found


def silent_among(plan: Plan, parameters: NDArray[Any], x: NDArray[Any]) -> int | None:
    """The same for some examples."""
    a = x
    with np.errstate(all="ignore"):
        for layer, row in enumerate(plan[:-1].tolist()):
            weights = parameters[row[WEIGHTS] : row[BIASES]].reshape(row[N_OUT], row[N_IN])
            key = ACTIVATE.keys[row[ACTIVATION]]
            a, slope = FUNCTIONS[key](multiplied(a, weights.T) + parameters[row[BIASES] : row[BIASES] + row[N_OUT]])
            if key != "step" and float(np.max(np.abs(slope))) < SILENT:
                return layer
    return None


def dead(training: Training, settings: Settings, layer: int, first: Row) -> Failure:
    """The report on a layer that passes no gradient."""
    row = training.plan[layer]
    count = write_count(len(training.data.x))
    if ACTIVATE.keys[row[ACTIVATION]] == "relu":
        head = phrase(
            "No unit of layer {layer} answers any of the {count} training examples: no gradient passes it, and the "
            "weights up to it stand still.", layer=layer + 1, count=count,
        )  # fmt: skip
    else:
        head = phrase(
            "Every unit of layer {layer} is at its limit for each of the {count} training examples: no gradient passes "
            "it, and the weights up to it stand still.", layer=layer + 1, count=count,
        )  # fmt: skip
    sentence, bound, change = death_of(training, settings, layer, first)
    back = min(BACK, training.step)
    return Failure(
        DEAD, training.step, layer, None, joined((head, sentence)), facts_of(settings, bound), bound, back, change
    )  # fmt: skip


def death_of(
    training: Training, settings: Settings, layer: int, first: Row
) -> tuple[str, float | None, tuple[str, float] | None]:  # fmt: skip
    """Why a layer is dead, in a sentence, the bound at the first weights where it counts, and what would help."""
    row = training.plan[layer]
    if silent_layer(training.plan, np.asarray(first, training.kind), training.data.x) is not None:
        return "It was so from the first weights on.", None, None
    largest = float(np.abs(training.parameters[row[WEIGHTS] : row[BIASES]]).max())
    penalty = "l1" if settings.l1 >= settings.l2 else "l2"
    price = max(settings.l1, settings.l2)
    if price > 0.0 and largest < TAKEN:
        title = penalty.upper()
        return phrase("{title} took the weights into it.", title=title), None, (penalty, shortened(TENTH * price))
    at_start = curvature_of(training, np.asarray(first, np.float64), settings.l2)
    cause = blame(settings, at_start, lambda: None)
    return death_words(cause, settings), cause.bound, change_of(cause, settings)


# places


def place_of(plan: Plan, parameter: int) -> Place:
    """("weight", layer, i, j) or ("bias", layer, j) of a number in the row of parameters."""
    for layer, row in enumerate(plan.tolist()):
        if parameter < row[BIASES]:
            unit, source = divmod(parameter - row[WEIGHTS], row[N_IN])
            return "weight", layer, source, unit
        if parameter < row[BIASES] + row[N_OUT]:
            return "bias", layer, parameter - row[BIASES]
    raise IndexError(parameter)


def name_of(where: Place) -> str:
    """In a learner's words; layers and units are counted from 1."""
    kind, *numbers = where
    layer, *places = (int(number) + 1 for number in numbers)
    if kind == "bias":
        return phrase("the bias of unit {places} in layer {layer}", places=places[0], layer=layer)
    source = word("input") if layer == 1 else word("unit")
    return phrase(
        "the weight from {source} {places} to unit {other_places} in layer {layer}",
        source=source,
        places=places[0],
        other_places=places[1],
        layer=layer,
    )
