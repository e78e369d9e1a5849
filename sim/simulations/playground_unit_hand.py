"""What the learner may take hold of in the mode "one unit": the line of a rule, its size, and a line of their own."""

from collections.abc import Callable
from dataclasses import replace
from math import hypot, isfinite
from typing import Any

from sim.config import Config
from sim.errors import ConfigError, quote, unknown
from sim.perceptron import LEARNERS
from sim.perceptron_kernels import BEST_RIGHT, CHANGED, FLEW, PLACE, RIGHT, SETTLED, STREAK, WHOLE
from sim.phrases import phrase
from sim.simulations.playground_limits import Points, points_of, right_answers
from sim.simulations.playground_stream import KEYS, UnitState, Weights, copied, watched_anew
from sim.simulations.playground_view import Array, Data, Line

LARGEST = 1e9


def edit(config: Config, state: UnitState, data: Data, what: str, value: Any) -> UnitState:
    """The state after the learner took hold of a line: "line" (key, (a, b, c)), "hand" (a, b, c) or None, or "scale".

    A moved line keeps the length of its arrow (w1, w2). ConfigError for anything else.
    """
    if what not in EDITS:
        raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))
    return EDITS[what](config, state, points_of(data), value)


def checked_line(value: Any) -> Line:
    """(a, b, c) as a line: finite numbers that are not too large, and a direction."""
    try:
        a, b, c = (float(number) for number in value)
    except (TypeError, ValueError):
        raise ConfigError(
            phrase("A line is three numbers (a, b, c) with a x₁ + b x₂ + c = 0, not {value}.", value=quote(value))
        ) from None
    if not all(isfinite(number) and abs(number) <= LARGEST for number in (a, b, c)):
        raise ConfigError(
            phrase("The numbers of a line must be from −{largest} to {largest}.", largest=f"{LARGEST:,.0f}")
        )
    if hypot(a, b) < 1.0 / LARGEST:
        raise ConfigError("A line needs a direction: a and b cannot both be 0.")
    return a, b, c


def with_hand(config: Config, state: UnitState, points: Points, value: Any) -> UnitState:
    """The learner's own line is where it was dragged, or away (None)."""
    if value is None:
        return replace(state, hand=None, hand_best=0)
    a, b, c = checked_line(value)
    right = int(right_answers(points, (c, a, b)).sum())
    best = max(right, 0 if state.hand is None else state.hand_best)
    return replace(state, hand=(c, a, b), hand_best=best)


def with_line(config: Config, state: UnitState, points: Points, value: Any) -> UnitState:
    """A learner goes on from another line."""
    try:
        key, line = value
    except (TypeError, ValueError):
        raise ConfigError(
            phrase("To move a line, name the learner and the line, not {value}.", value=quote(value))
        ) from None
    if not isinstance(key, str) or key not in LEARNERS:
        raise unknown("learner", key, LEARNERS)
    a, b, c = checked_line(line)
    _, *slopes = state.weights(key)
    factor = (hypot(*slopes) or 1.0) / hypot(a, b)
    return with_weights(config, state, points, {key: (factor * c + LEARNERS[key].border, factor * a, factor * b)})


def with_scale(config: Config, state: UnitState, points: Points, value: Any) -> UnitState:
    """Weights and bias of all learners are multiplied."""
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    if not fits or not 1.0 / LARGEST <= value <= LARGEST:
        raise ConfigError(
            phrase(
                "The factor must be a number above 0 and up to {largest}, not {value}.",
                largest=f"{LARGEST:,.0f}",
                value=quote(value),
            )
        )
    scaled = {key: tuple(float(value) * number for number in state.weights(key)) for key in KEYS}
    return with_weights(config, state, points, scaled)  # type: ignore[arg-type]


def with_weights(config: Config, state: UnitState, points: Points, weights: dict[str, Weights]) -> UnitState:
    """Learners go on from other weights; what they have proved so far they prove anew."""
    if not all(isfinite(number) for row in weights.values() for number in row):
        raise ConfigError("These weights would be too large for the computer's numbers.")
    stream = copied(state.stream)
    after = replace(state, stream=stream)
    for key, row in weights.items():
        kind = KEYS.index(key)
        stream.weights[kind] = row
        stream.counts[kind, [SETTLED, STREAK, FLEW, CHANGED]] = 0
        stream.counts[kind, WHOLE] = stream.clock[PLACE] == 0
    if "perceptron" not in weights:
        return after
    stream.clock[RIGHT] = right_answers(points, weights["perceptron"]).sum()
    stream.clock[BEST_RIGHT] = max(stream.clock[BEST_RIGHT], stream.clock[RIGHT])
    return watched_anew(after, config)


def loaded(config: Config, state: UnitState, data: Data, parameters: Array) -> UnitState:
    """The perceptron goes on from the weights of a twin, (w1, w2, bias)."""
    first, second, bias = parameters.tolist()
    return with_weights(config, state, points_of(data), {"perceptron": (bias, first, second)})


EDITS: dict[str, Callable[[Config, UnitState, Points, Any], UnitState]] = {
    "line": with_line, "hand": with_hand, "scale": with_scale,
}  # fmt: skip
