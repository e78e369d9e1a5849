"""The mode "one unit": three learners meet the same points, one at a time, beside the learner's own line.

    state = init(config, data)
    state = advance(config, state, data, steps)         points met; touched(config, state, data) when points changed
    state = edit(config, state, data, "hand", (1.0, 1.0, -0.5))
    seen(config, state, data)                           what the window is shown

States are frozen (`sim.simulations.playground_stream`). What a learner does with a point is in
`sim.perceptron_kernels`, where it meets 200,000 and more a second.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.draws import DATA, ORDER
from sim.perceptron import LEARNERS
from sim.perceptron_kernels import EPOCH, LENGTH, PLACE, meet
from sim.rng import philox, split_seed
from sim.simulations.playground_config import read_weights
from sim.simulations.playground_limits import points_of
from sim.simulations.playground_stream import (
    Regime,
    UnitState,
    begun,
    copied,
    proved_anew,
    under_rates,
    with_circle,
)
from sim.simulations.playground_unit_hand import edit, loaded
from sim.simulations.playground_unit_seen import seen
from sim.simulations.playground_view import Data
from sim.targets import kernel

__all__ = ["UnitState", "advance", "changed", "edit", "init", "loaded", "prepare", "seen", "touched"]

BORDERS = np.array([learner.border for learner in LEARNERS.values()])
BORDERS.flags.writeable = False
MOST_ROWS = 65_536
"""So many points are dealt at a time."""


def init(config: Config, data: Data) -> UnitState:
    """Three learners before the first point. ConfigError for points that are not two classes in a plane."""
    bias, first, second = read_weights(config["start_weights"]) or (0.0, 0.0, 0.0)
    regime = Regime((), False, 0, 0, (0.0, 0.0, 0.0), 0)
    state = UnitState(0, begun((bias, first, second)), 0, regime)
    return replace(proved_anew(config, state, points_of(data)), touches=0)


def touched(config: Config, state: UnitState, data: Data) -> UnitState:
    """The state after points were moved, added, flipped or removed: learning goes on where it stands."""
    return proved_anew(config, state, points_of(data))


def changed(config: Config, state: UnitState, data: Data, fresh: bool) -> UnitState:
    """The state under other settings: what was proved for another rate or order holds no more. fresh: other points."""
    return touched(config, state, data) if fresh else under_rates(state, config)


def advance(config: Config, state: UnitState, data: Data, steps: int) -> UnitState:
    """The state after `steps` more points. Without points nothing happens."""
    points = points_of(data)
    if not len(points) or steps < 1:
        return state
    state = under_rates(state, config)
    stream, rates, shuffled = copied(state.stream), np.array(state.regime.rates), state.regime.shuffled
    made = 0
    while made < steps:
        count = min(steps - made, MOST_ROWS)
        rows = coming_rows(stream.clock, len(points), count, config["seed"] if shuffled else None)
        kernel(meet)(points.first, points.second, points.targets, rows, rates, BORDERS, int(not shuffled), stream)
        made += count
    after = replace(state, step=state.step + steps, stream=stream)
    return with_circle(after, points) if stream.clock[LENGTH] and state.cycle is None else after


def coming_rows(clock: NDArray[np.int64], n: int, most: int, seed: int | None) -> NDArray[np.int64]:
    """The numbers of the next `most` points: in turn, or shuffled anew for every pass where there is a seed."""
    place, epoch = int(clock[PLACE]), int(clock[EPOCH])
    if seed is None:
        return (place + np.arange(most)) % n
    passes = -(-(place + most) // n)
    return orders(n, epoch, passes, seed).ravel()[place : place + most]


def orders(n: int, first: int, passes: int, seed: int) -> NDArray[np.int64]:
    """The orders of so many passes, (passes, n): those of `sim.perceptron.order`, drawn together."""
    draw: Any = philox
    index, counters = np.meshgrid(np.arange(n, dtype=np.uint32), np.arange(first, first + passes, dtype=np.uint32))
    high, low, _, _ = draw(index, ORDER, DATA, counters, *split_seed(seed))
    keys = np.asarray(high, np.uint64) << np.uint64(32) | np.asarray(low, np.uint64)
    return np.argsort(keys, axis=1, kind="stable")


def prepare() -> None:
    """Compile, or load, the kernel with the types that `advance` gives it."""
    one = np.ones(1)
    one.flags.writeable = False
    kernel(meet)(one, one, one, np.zeros(1, np.int64), np.ones(len(BORDERS)), BORDERS, 1, begun((0.0, 0.0, 0.0)))
