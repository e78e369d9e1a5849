"""The fields of the playground: of one unit with its three rules, of many rows, of a network, and of the twins.

`accuracy`, `mistakes` of one unit are those of the perceptron rule; accuracy.<learner> those of each. `strip` is the
width between the answers 0.25 and 0.75 of the sigmoid unit; `z` and `a` are its sum and its answer for the first point.

Weights are those between layers, without the biases: `zeros` of them are exactly 0. `inputs.used` counts the inputs
that any weight still listens to. `generalisation_gap` is what accuracy loses on points that nobody learned from.
"""

from collections.abc import Callable, Mapping
from math import exp, hypot, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.simulations.playground_config import hidden_of
from sim.simulations.playground_view import LearnerSeen, NetworkSeen, Separable, TwinsSeen

NAMES = {"perceptron": "perceptron", "lms": "delta", "sigmoid": "sigmoid"}
"""Learners as the lessons name them: the linear unit is the one of the least mean squares."""
QUARTERS = 2.0 * log(3.0)
"""How far apart sums are that give 0.25 and 0.75."""
FARTHEST = 700.0


def learner(seen: Any, key: str) -> LearnerSeen | None:
    """A learner of the mode "one unit"; None in other modes."""
    unit = seen.snapshot.unit
    return None if unit is None else unit.learners[key]


def accuracy(seen: Any) -> float | None:
    """Of what is trained: the perceptron, the units on many rows, or the network."""
    snapshot = seen.snapshot
    if snapshot.rows is not None:
        return float(snapshot.rows.accuracy[-1])
    if snapshot.network is not None:
        return float(snapshot.network.accuracy)
    return None if snapshot.unit is None else float(snapshot.unit.learners["perceptron"].accuracy)


def test_accuracy(seen: Any) -> float | None:
    """Of what nobody learned from; None where nothing is kept for the test."""
    snapshot = seen.snapshot
    if snapshot.rows is not None:
        return float(snapshot.rows.test_accuracy[-1])
    if snapshot.network is not None:
        return float(snapshot.network.test_accuracy)
    tested = ~snapshot.data.train
    if snapshot.unit is None or not tested.any():
        return None
    return float(snapshot.unit.learners["perceptron"].right[tested].mean())


def mistakes(seen: Any) -> float | None:
    """How often the perceptron rule was wrong so far; on many rows, all units together."""
    if seen.snapshot.rows is not None:
        return float(seen.snapshot.rows.mistakes.sum())
    unit = learner(seen, "perceptron")
    return None if unit is None else float(unit.mistakes)


def errors_now(seen: Any) -> dict[str, float | None]:
    """How many points each learner has on the wrong side now."""
    found: dict[str, float | None] = {}
    for name, key in NAMES.items():
        unit = learner(seen, key)
        found[name] = None if unit is None else float(np.count_nonzero(~unit.right[seen.snapshot.data.train]))
    return found


def accuracies(seen: Any) -> dict[str, float | None]:
    """The accuracy of each learner."""
    units = {name: learner(seen, key) for name, key in NAMES.items()}
    return {name: None if unit is None else unit.accuracy for name, unit in units.items()}


def of_unit(name: str) -> Callable[[Any], float | None]:
    """A field of `UnitSeen`, None in other modes."""

    def read(seen: Any) -> float | None:
        value = None if seen.snapshot.unit is None else getattr(seen.snapshot.unit, name)
        return None if value is None else float(value)

    return read


def cycle(seen: Any) -> float | None:
    """Whether it is proved that the rule runs in a circle."""
    return None if seen.snapshot.unit is None else float(seen.snapshot.unit.cycle > 0)


def strip(seen: Any) -> float | None:
    """The width of the strip in which the sigmoid unit is not sure; None without a direction."""
    unit = learner(seen, "sigmoid")
    if unit is None or unit.line is None:
        return None
    return QUARTERS / hypot(unit.weights[1], unit.weights[2])


def first_sum(seen: Any) -> float | None:
    """The sum of the sigmoid unit for the first point."""
    unit, x = learner(seen, "sigmoid"), seen.snapshot.data.x
    if unit is None or not len(x):
        return None
    bias, first, second = unit.weights
    return float(bias + first * x[0, 0] + second * x[0, 1])


def first_answer(seen: Any) -> float | None:
    """The answer of the sigmoid unit to the first point."""
    z = first_sum(seen)
    return None if z is None else 1.0 / (1.0 + exp(min(max(-z, -FARTHEST), FARTHEST)))


def hand(name: str) -> Callable[[Any], float | None]:
    """A field of the learner's own line."""

    def read(seen: Any) -> float | None:
        unit = seen.snapshot.unit
        return None if unit is None or unit.hand is None else float(getattr(unit.hand, name))

    return read


def hidden(read: Callable[[Separable], float | None]) -> Callable[[Any], float | None]:
    """Of how one line gets on with what the last hidden layer sees; None without one, or while nobody looks."""

    def layer(seen: Any) -> float | None:
        network = seen.snapshot.network
        count = len(hidden_of(seen.config))
        if network is None or not count or len(network.separable) <= count:
            return None
        return read(network.separable[count])

    return layer


def of_twins(read: Callable[[Any, TwinsSeen], float | None]) -> Callable[[Any], float | None]:
    """A field of the twins; None while there are none."""

    def twins(seen: Any) -> float | None:
        return None if seen.snapshot.twins is None else read(seen, seen.snapshot.twins)

    return twins


def finished(seen: Any, twins: TwinsSeen) -> float:
    """Twins whose run is over: all at the epoch after which it stops, else those that solved it or flew off."""
    if seen.config["stop"] == "epochs" and seen.snapshot.epoch >= seen.config["stop_epoch"]:
        return float(twins.count)
    return float(np.count_nonzero(twins.solved | np.isfinite(twins.ended)))


def diverged(seen: Any) -> float:
    """Whether the network, or a learner that is shown, left the finite numbers."""
    snapshot = seen.snapshot
    if snapshot.network is not None:
        return float(snapshot.network.failure is not None and snapshot.network.failure.ends)
    units = {} if snapshot.unit is None else snapshot.unit.learners
    return float(any(unit.flew for key, unit in units.items() if seen.config[f"{key}.on"]))


def loss(seen: Any) -> float | None:
    """Of the training points."""
    return None if seen.snapshot.network is None else float(seen.snapshot.network.loss)


def of_network(read: Callable[[NetworkSeen], float]) -> Callable[[Any], float | None]:
    """A field of the network; None of one unit."""

    def network(seen: Any) -> float | None:
        return None if seen.snapshot.network is None else float(read(seen.snapshot.network))

    return network


def of_weights(read: Callable[[NDArray[np.float64]], Any]) -> Callable[[Any], float | None]:
    """Of all weights of the network in a row."""
    return of_network(lambda network: float(read(np.concatenate([part.ravel() for part in network.weights]))))


def dropped_share(seen: Any) -> float | None:
    """The share of hidden units that the last update left out; None where none was left out, or there are none."""
    network = seen.snapshot.network
    if network is None or not network.dropped:
        return None
    return float(np.concatenate(network.dropped).mean())


def rows_seen(seen: Any) -> float | None:
    """Rows that were met so far."""
    return None if seen.snapshot.rows is None else float(seen.snapshot.rows.rows_seen)


def hidden_units(seen: Any) -> float | None:
    """Units in all hidden layers; None of one unit."""
    return None if seen.snapshot.network is None else float(sum(hidden_of(seen.config)))


PLAYGROUND_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "epoch": lambda seen: seen.snapshot.epoch,
    "diverged": diverged,
    "accuracy": accuracy,
    "accuracy.test": test_accuracy,
    "loss": loss,
    "mistakes": mistakes,
    "loss.test": of_network(lambda network: network.test_loss),
    "penalty": of_network(lambda network: network.penalty),
    "generalisation_gap": of_network(lambda network: network.accuracy - network.test_accuracy),
    "dropped_share": dropped_share,
    "weights": of_weights(len),
    "zeros": of_weights(lambda weights: (weights == 0.0).sum()),
    "weight_max": of_weights(lambda weights: np.abs(weights).max()),
    "weight_rms": of_weights(lambda weights: np.sqrt(np.mean(weights * weights))),
    "inputs.used": of_network(lambda network: float(network.weights[0].any(axis=1).sum())),
    "margin": of_unit("margin"),
    "bound": of_unit("bound"),
    "best_accuracy": of_unit("best_accuracy"),
    "best_ever": of_unit("best_ever"),
    "cycle": cycle,
    "strip": strip,
    "z": first_sum,
    "a": first_answer,
    "points": lambda seen: len(seen.snapshot.data.x),
    "hand.accuracy": hand("accuracy"),
    "hand.best_accuracy": hand("best_accuracy"),
    "hand.edits": lambda seen: seen.snapshot.edits,
    "separability.hidden": hidden(lambda layer: layer.accuracy),
    "rows_seen": rows_seen,
    "config.hidden": hidden_units,
    "replicas": of_twins(lambda seen, twins: twins.count),
    "twins.finished": of_twins(finished),
    "twins.solved": of_twins(lambda seen, twins: float(np.mean(twins.solved))),
    "twins.solved_count": of_twins(lambda seen, twins: float(np.count_nonzero(twins.solved))),
    "twins.loss": of_twins(lambda seen, twins: float(np.median(twins.loss))),
    "twins.accuracy": of_twins(lambda seen, twins: float(twins.accuracy.mean())),
    "twins.lowest": of_twins(lambda seen, twins: float(twins.accuracy.min())),
    "twins.highest": of_twins(lambda seen, twins: float(twins.accuracy.max())),
    "twins.spread": of_twins(lambda seen, twins: float(np.ptp(twins.accuracy))),
    "twins.best_accuracy": of_twins(lambda seen, twins: twins.best_accuracy),
}

PLAYGROUND_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    "accuracy": (tuple(NAMES), accuracies),
    "errors": (tuple(NAMES), errors_now),
}
