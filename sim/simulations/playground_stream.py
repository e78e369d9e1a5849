"""What three learners in the mode "one unit" remember, and what of it stays when the points or the rates change.

A state is frozen: whatever happens makes a new one, so it can be kept as a checkpoint as it is. The place in the order
goes on when a point is moved, added or flipped, but what was proved of the points is proved anew: the bound, the
circle, the pocket, a pass without a mistake.
"""

from dataclasses import dataclass, replace

import numpy as np

from sim.config import Config
from sim.perceptron import LEARNERS, Examples
from sim.perceptron_cycle import Cycle, find_cycle
from sim.perceptron_kernels import (
    BEST_RIGHT,
    CHANGED,
    CLOCKS,
    COUNTS,
    EPOCH,
    FLEW,
    FOUND,
    FRESH,
    LENGTH,
    MET,
    MISTAKES,
    PASS_MISTAKES,
    PASSES,
    PATIENCE,
    PLACE,
    POCKET_RIGHT,
    POCKET_STREAK,
    RIGHT,
    SETTLED,
    SINCE,
    STREAK,
    WATCH_MISTAKES,
    WATCH_PLACE,
    WHOLE,
    Stream,
)
from sim.simulations.playground_config import read_weights
from sim.simulations.playground_limits import Points, right_answers
from sim.simulations.playground_view import Line

Weights = tuple[float, float, float]
KEYS = tuple(LEARNERS)
SHORT_CIRCLE = 5_000
"""Where a circle is proved within so many points, the very first state that comes back is looked for: 10 ms, once."""


@dataclass(frozen=True)
class Regime:
    """What is proved of the perceptron is proved for its rate and order, from these weights and this place on.

    since, mistakes: what was counted before.
    """

    rates: tuple[float, ...]
    shuffled: bool
    since: int
    mistakes: int
    weights: Weights
    place: int


@dataclass(frozen=True, eq=False)
class UnitState:
    """step: points met since the run began. stream: the learners (its arrays are never written again). hand: the line
    of the learner, hand_best: how many it had right at best. count: of the points. cycle: once a circle is proved."""

    step: int
    stream: Stream
    count: int
    regime: Regime
    touches: int = 0
    cycle: Cycle | None = None
    hand: Weights | None = None
    hand_best: int = 0

    @property
    def epoch(self) -> int:
        """Whole passes through the points since the run began."""
        return int(self.stream.clock[EPOCH])

    @property
    def hand_line(self) -> Line | None:
        """The learner's own line (a, b, c), as the edit "hand" takes it."""
        return None if self.hand is None else (self.hand[1], self.hand[2], self.hand[0])

    def weights(self, key: str) -> Weights:
        """(bias, w1, w2) of a learner."""
        bias, first, second = self.stream.weights[KEYS.index(key)].tolist()
        return bias, first, second


def begun(weights: Weights) -> Stream:
    """All learners with these weights, before the first point."""
    clock = np.zeros(CLOCKS, np.int64)
    clock[MET] = -1
    stream = Stream(
        np.tile(np.array(weights), (len(KEYS), 1)), np.zeros((len(KEYS), 3)), np.zeros((len(KEYS), COUNTS), np.int64),
        clock, np.array(weights), np.zeros(3), np.zeros((PASSES, len(KEYS)), np.int64),
    )  # fmt: skip
    stream.counts[:, WHOLE] = 1
    return stream


def copied(stream: Stream) -> Stream:
    """The same numbers, to be changed."""
    return Stream(*(array.copy() for array in stream))


def rates_of(config: Config) -> tuple[float, ...]:
    """The learning rate of every learner."""
    return tuple(float(config[f"{key}.learning_rate"] * config["rate_factor"]) for key in KEYS)


def is_shuffled(config: Config) -> bool:
    """Whether every pass has an order of its own."""
    return bool(config["order"] == "shuffled")


def proved_anew(config: Config, state: UnitState, points: Points) -> UnitState:
    """The state among other points: weights and counters stay, what was known of the points goes."""
    stream = copied(state.stream)
    clock, counts = stream.clock, stream.counts
    if len(points) != state.count:
        clock[MET] = -1
        counts[:, CHANGED] = 0
    if clock[PLACE] >= len(points):
        clock[PLACE] = 0
        counts[:, PASS_MISTAKES] = 0
    counts[:, [SETTLED, STREAK, FLEW]] = 0
    counts[:, WHOLE] = clock[PLACE] == 0
    stream.totals[:] = 0.0
    stream.pocket[:] = stream.weights[0]
    clock[[FRESH, POCKET_STREAK]] = 0
    clock[POCKET_RIGHT] = -1
    clock[RIGHT] = clock[BEST_RIGHT] = right_answers(points, tuple(stream.weights[0].tolist())).sum()
    hand_best = 0 if state.hand is None else int(right_answers(points, state.hand).sum())
    after = replace(state, stream=stream, count=len(points), touches=state.touches + 1, cycle=None, hand_best=hand_best)
    return watched_anew(after, config)


def watched_anew(state: UnitState, config: Config) -> UnitState:
    """The state with a cycle detector that begins here."""
    stream = copied(state.stream)
    clock = stream.clock
    stream.watched[:] = stream.weights[0]
    clock[[WATCH_PLACE, WATCH_MISTAKES]] = clock[PLACE], stream.counts[0, MISTAKES]
    clock[[SINCE, PATIENCE, LENGTH]] = 0, 1, 0
    regime = Regime(
        rates_of(config), is_shuffled(config), int(clock[FRESH]), int(stream.counts[0, MISTAKES]),
        state.weights("perceptron"), int(clock[PLACE]),
    )  # fmt: skip
    return replace(state, stream=stream, regime=regime, cycle=None)


def under_rates(state: UnitState, config: Config) -> UnitState:
    """The state under the rates and the order that are set: a circle was proved for those of before.

    A learner that has flown begins anew with another rate: from its last numbers no rate leads back.
    """
    rates, regime = rates_of(config), state.regime
    if (rates, is_shuffled(config)) == (regime.rates, regime.shuffled):
        return state
    stream = copied(state.stream)
    again = (np.array(rates) != np.array(regime.rates)) & (stream.counts[:, FLEW] > 0)
    stream.weights[again] = read_weights(config["start_weights"]) or 0.0
    stream.totals[again], stream.counts[again, FLEW] = 0.0, 0
    after = replace(state, stream=stream, regime=replace(regime, rates=rates))
    if (rates[0], is_shuffled(config)) == (regime.rates[0], regime.shuffled):
        return after
    return watched_anew(after, config)


def with_circle(state: UnitState, points: Points) -> UnitState:
    """The state with the circle that its detector has just proved."""
    clock, regime = state.stream.clock, state.regime
    length, start = int(clock[LENGTH]), tuple(state.stream.watched.tolist())
    found = Cycle(0, length, length // len(points), int(clock[WATCH_MISTAKES]), start)
    if clock[FOUND] - regime.since <= SHORT_CIRCLE:
        found = find_cycle(turned_to(points, regime.place), regime.rates[0], regime.weights) or found
    return replace(state, cycle=found)


def turned_to(points: Points, place: int) -> Examples:
    """The points as `sim.perceptron` takes them, in turn from `place` on."""
    return Examples.of(np.roll(points.x, -place, axis=0), np.roll(points.targets, -place))
