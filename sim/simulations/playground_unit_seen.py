"""What the window is shown of the mode "one unit": the learners, the point met last, and what theory says."""

from math import hypot, inf, isfinite

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.perceptron import LEARNERS
from sim.perceptron_kernels import (
    BEST_RIGHT,
    CHANGED,
    CHANGES,
    FLEW,
    FRESH,
    MET,
    MISTAKES,
    NOTED,
    PASSES,
    POCKET_RIGHT,
    SETTLED,
)
from sim.simulations.playground_limits import Points, above, limits_of, points_of
from sim.simulations.playground_stream import KEYS, UnitState
from sim.simulations.playground_view import Data, Flags, HandSeen, LearnerSeen, Line, UnitSeen

CALM_PASSES = 2
"""After so many passes through points that nobody touched, there is time to think about them."""
LARGE = 1e100
CALM = {"delta": 1.0, "sigmoid": 4.0}
"""The rate that is calm where the longest (1, x) has the length 1."""


def seen(config: Config, state: UnitState, data: Data) -> UnitSeen:
    """The snapshot's part for one unit."""
    points, clock = points_of(data), state.stream.clock
    calm = state.touches == 0 or int(clock[FRESH]) >= CALM_PASSES * len(points)
    limits = limits_of(points, calm)
    learners = {key: learner_seen(state, data, points, key) for key in KEYS}
    hand = hand_seen(state, data, points)
    best = [learner.accuracy for learner in learners.values()] + [share(int(clock[BEST_RIGHT]), points)]
    best += [hand.best_accuracy] if hand else []
    circle = state.cycle if not learners["perceptron"].settled else None
    return UnitSeen(
        learners=learners,
        met=int(points.rows[clock[MET]]) if clock[MET] >= 0 else None,
        changed=tuple(key for key, counts in zip(KEYS, state.stream.counts) if counts[CHANGED]),
        separable=limits.separable,
        best_accuracy=limits.best if limits.exact else max(limits.best, *best),
        best_exact=limits.exact,
        best_ever=share(int(clock[BEST_RIGHT]), points),
        radius=limits.radius,
        margin=limits.margin,
        bound=limits.bound,
        bound_extra=2.0 * hypot(*state.regime.weights) / (state.regime.rates[0] * limits.margin)
        if limits.margin
        else 0.0,
        bound_mistakes=int(state.stream.counts[0, MISTAKES]) - state.regime.mistakes,
        cycle=circle.length if circle else 0,
        cycle_sentence=circle.sentence if circle else "",
        hand=hand,
    )


def share(right: int, points: Points) -> float:
    """The accuracy with so many right; 0 without points."""
    return right / len(points) if len(points) else 0.0


def right_of_all(data: Data, weights: tuple[float, ...], border: float = 0.0) -> Flags:
    """Which points of the data a unit has right, those of the test too."""
    right = above(data.x, weights, border) == (data.answers > 0)
    right.flags.writeable = False
    return np.asarray(right)


def learner_seen(state: UnitState, data: Data, points: Points, key: str) -> LearnerSeen:
    """One learner."""
    kind, clock = KEYS.index(key), state.stream.clock
    counts, weights, border = state.stream.counts[kind], state.weights(key), LEARNERS[key].border
    right, met = right_of_all(data, weights, border), int(clock[FRESH])
    average = tuple((state.stream.totals[kind] / met).tolist()) if met else weights
    has_pocket = key == "perceptron" and clock[POCKET_RIGHT] >= 0
    return LearnerSeen(
        weights=weights,
        line=line_of(weights, border),
        accuracy=share(int(right[points.rows].sum()), points),
        right=right,
        mistakes=int(counts[MISTAKES]),
        changes=int(counts[CHANGES]),
        settled=int(counts[SETTLED]),
        errors=past_errors(state, kind),
        averaged=line_of(average, border),
        pocket=line_of(tuple(state.stream.pocket.tolist()), border) if has_pocket else None,
        pocket_accuracy=share(int(clock[POCKET_RIGHT]), points) if has_pocket else 0.0,
        flew=bool(counts[FLEW]),
        calm_rate=calm_rate(points, key),
    )


def calm_rate(points: Points, key: str) -> float:
    """Up to this rate no step overshoots its point (see `sim.perceptron.calm_rates`)."""
    return CALM[key] / points.longest if key in CALM else inf


def past_errors(state: UnitState, kind: int) -> NDArray[np.int64]:
    """The mistakes of the last passes, at most PASSES, the oldest first."""
    noted = int(state.stream.clock[NOTED])
    lines = np.arange(max(0, noted - PASSES), noted) % PASSES
    return np.asarray(state.stream.errors[lines, kind])


def hand_seen(state: UnitState, data: Data, points: Points) -> HandSeen | None:
    """The learner's own line."""
    if state.hand is None:
        return None
    right = right_of_all(data, state.hand)
    accuracy = share(int(right[points.rows].sum()), points)
    return HandSeen(state.hand, line_of(state.hand, 0.0), accuracy, share(state.hand_best, points), right)


def line_of(weights: tuple[float, ...], border: float) -> Line | None:
    """(a, b, c) with a x1 + b x2 + c above 0 where the answer is class 1; None where there is no direction."""
    bias, a, b = weights
    c = bias - border
    if not all(isfinite(number) for number in (a, b, c)) or a == b == 0.0:
        return None
    size = max(abs(a), abs(b), abs(c))
    return (a / size, b / size, c / size) if size > LARGE else (a, b, c)
