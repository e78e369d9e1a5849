"""The proof of a gradient: nudge a weight up and down by h, walk forward twice, and compare.

The slope of the loss is about (loss(w + h) - loss(w - h)) / 2h, wrong by a multiple of h^2. The error that is shown is
the difference to backpropagation's slope as a share of the larger of both; slopes below a thousandth of the loss count
as that large, for there the rounding of the losses themselves is all that is left.

Cells that are held by hand stop the comparison: a held cell does not answer to a weight, but its rule would. Where a
nudge carries a sum over the corner of a ReLU or of a step, the loss has no one slope there; such weights are told apart
and do not count as errors. Where the losses are so large that a nudge is lost in their rounding, that is said too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from sim.backprop_trace import Dense, activated, loss_of, sums_of
from sim.phrases import word
from sim.simulations.backprop_hand import Made, is_weight
from sim.simulations.backprop_passes import Pass, of_parameters

Array = NDArray[np.float64]
Place = tuple[str, int, int]
NUDGE = 1e-5
SLICE = 0.003  # seconds
ANGULAR = ("relu", "leaky_relu", "step")
FLOOR = 1e-3
VISIBLE = 1e-4
"""A difference of so large a share stands out in the digits that are shown."""

HELD = word("Cells are held by hand, and a held cell does not answer to a weight. Let go of them to check.")
CORNER = word("This nudge carries a sum over a corner of the function, where the slopes of both sides differ.")
DROWNED = word("The losses are so large here that a nudge is lost in their rounding.")
FLEW = word("Numbers here have left the finite ones; there is nothing to compare.")


@dataclass(frozen=True)
class Check:
    """One weight nudged. slope: measured; backprop: told by the gradient; difference: how far apart. reason: why there
    is nothing to compare, "" where there is; numbers are NaN then. note: what is to be said beside the numbers."""

    name: str
    row: int
    column: int
    value: float
    h: float
    loss_plus: float
    loss_minus: float
    slope: float
    backprop: float
    difference: float
    error: float
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class CheckAll:
    """All weights and biases nudged. error: the largest so far; passes: walks forward so far; done of `of` are done.

    corners: how many of those done stand at a corner and were left out of the error.
    """

    error: float
    passes: int
    done: int
    of: int
    reason: str = ""
    corners: int = 0


@dataclass
class Progress:
    """How far the proof of one pass has come: places are those to be proved, done of them are."""

    places: tuple[Place, ...] = ()
    done: int = 0
    error: float = 0.0
    corners: int = 0


@dataclass
class Checking:
    """Worked on beside a run, per pass. It belongs to one set of numbers."""

    passes: dict[int, Progress] = field(default_factory=dict)


def places_of(net: Dense) -> Iterator[Place]:
    """All weights and biases."""
    for name, part in net.parameters().items():
        for row, column in np.ndindex(*part.shape):
            yield name, row, column


def count_of(net: Dense) -> int:
    """How many weights and biases there are."""
    return sum(part.size for part in net.parameters().values())


def nudged(net: Dense, place: Place, by: float) -> Dense:
    """The network with one number moved."""
    name, row, column = place
    parts = net.parameters()
    parts[name] = parts[name].copy()
    parts[name][row, column] += by
    return of_parameters(net, parts)


def obstacle(here: Pass, made: Made) -> str:
    """Why slopes cannot be compared; "" where they can."""
    if made.holds:
        return HELD
    slopes = (part for name, part in here.matrices.items() if name.startswith("d"))
    return "" if isfinite(here.loss) and all(np.isfinite(part).all() for part in slopes) else FLEW


def compared(net: Dense, here: Pass, place: Place) -> Check:
    """A weight nudged both ways."""
    name, row, column = place
    value, told = float(here.matrices[name][row, column]), float(here.matrices["d" + name][row, column])
    h = NUDGE * max(1.0, abs(value))
    x, t = here.matrices["x"], here.matrices["t"]
    with np.errstate(all="ignore"):
        up, down = (sums_of(nudged(net, place, by), x) for by in (h, -h))
        plus, minus = (loss_of(net, z[-1], activated(net.activations[-1], z[-1]), t) for z in (up, down))
        slope = (plus - minus) / (2.0 * h)
    difference = abs(slope - told)
    size = max(abs(slope), abs(told), FLOOR * max(1.0, abs(here.loss)))
    note = CORNER if crosses_a_corner(net, up, down) else DROWNED if is_drowned(plus, slope, told, h) else ""
    return Check(name, row, column, value, h, plus, minus, slope, told, difference, difference / size, note=note)


def is_drowned(loss: float, slope: float, told: float, h: float) -> bool:
    """Whether the rounding of the losses alone could make the difference between two slopes that differ."""
    rounding = float(np.finfo(np.float64).eps) * abs(loss) / h
    return abs(slope - told) > VISIBLE * abs(told) and rounding > VISIBLE * abs(told)


def crosses_a_corner(net: Dense, up: list[Array], down: list[Array]) -> bool:
    """Whether a sum stands on different sides of 0 in the two walks, where its function has a corner there."""
    pairs = zip(net.activations, up, down, strict=True)
    return any(bool(((one > 0.0) != (other > 0.0)).any()) for key, one, other in pairs if key in ANGULAR)


def checked(net: Dense, here: Pass, made: Made, place: Place | None) -> Check | None:
    """The selected weight nudged; None where none is selected."""
    if place is None or not is_weight(place[0]) or place[0].endswith("+"):
        return None
    reason, nan = obstacle(here, made), float("nan")
    if not reason:
        return compared(net, here, place)
    name, row, column = place
    value, told = float(here.matrices[name][row, column]), float(here.matrices["d" + name][row, column])
    return Check(name, row, column, value, NUDGE * max(1.0, abs(value)), nan, nan, nan, told, nan, nan, reason)


def all_checked(checking: Checking, number: int, net: Dense, here: Pass, made: Made) -> CheckAll:
    """How far the proof of all has come."""
    progress, reason = checking.passes.get(number, Progress()), obstacle(here, made)
    error = float("nan") if reason or not progress.done else progress.error
    return CheckAll(error, 2 * progress.done, progress.done, count_of(net), reason, progress.corners)


def work_on(checking: Checking, number: int, made: Made, net: Dense, passes: tuple[Pass, ...]) -> bool:
    """Prove slopes for a few milliseconds; False where nothing was left to do."""
    here = passes[number]
    if obstacle(here, made):
        return False
    if number not in checking.passes:
        checking.passes[number] = Progress(tuple(places_of(net)))
    progress, end = checking.passes[number], perf_counter() + SLICE
    begun = progress.done
    while progress.done < len(progress.places) and (progress.done == begun or perf_counter() < end):
        found = compared(net, here, progress.places[progress.done])
        cornered = found.note == CORNER
        progress.error = progress.error if cornered else max(progress.error, found.error)
        progress.corners += cornered
        progress.done += 1
    return progress.done > begun
