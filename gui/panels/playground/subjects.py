"""What the bubble of the playground says of a part of the network or of a point: the sums, with the names on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sim.datasets import FEATURES, features
from sim.network_arithmetic import Dense, Explanation, explain_bias, explain_edge, explain_input, explain_unit
from sim.perceptron import LEARNERS
from sim.phrases import phrase
from sim.point_arithmetic import Wanted, explain_point
from sim.unit_arithmetic import explain_learner

if TYPE_CHECKING:
    from gui.widgets.network_view_content import Part
    from sim.config import Config
    from sim.simulations.playground_view import Data, NetworkSeen, UnitSeen

Place = tuple[float, ...]


def point_explanation(network: NetworkSeen, data: Data, index: int, loss: str) -> Explanation:
    """What a network makes of one of the points."""
    inputs = inputs_at(network, data, tuple(data.x[index].tolist()))
    return explain_point(
        dense_of(network, data), inputs, phrase("Point {index}", index=index + 1), wanted_at(data, index, loss)
    )


def learner_of(unit: UnitSeen, config: Config, wanted: str) -> str:
    """The learner that is explained: the wanted one where it is shown, else the first; "" where none is."""
    shown = [key for key in LEARNERS if key in unit.learners and config[f"{key}.on"]]
    return wanted if wanted in shown else next(iter(shown), "")


def met_explanation(unit: UnitSeen, data: Data, config: Config, key: str, index: int) -> Explanation | None:
    """What a learner makes of one of the points, and how its rule changes it there."""
    weights = unit.learners[key].weights
    if data.x.shape[1] != len(weights) - 1:
        return None
    rate = config[f"{key}.learning_rate"] * config["rate_factor"] if data.train[index] else None
    title, target = (
        phrase("{title}: point {index}", title=LEARNERS[key].title, index=index + 1),
        float(data.answers[index]),
    )
    return explain_learner(key, weights, data.x[index].tolist(), title, target, rate)


def part_explanation(network: NetworkSeen, data: Data, place: Place, part: Part, whose: str) -> Explanation | None:
    """The sum behind a part of a network, for a place; None where there is no such part, or no place."""
    net = dense_of(network, data)
    if not place or not exists(net, part):
        return None
    inputs = inputs_at(network, data, place)
    if part.kind == "input":
        key = network.features[part.j]
        found = explain_input(key if key in FEATURES else "x1", net.inputs[part.j], place_of(key, part.j, place))
    elif part.kind == "edge":
        found = explain_edge(net, inputs, part.layer, part.i, part.j)
    elif part.kind == "bias":
        found = explain_bias(net, inputs, part.layer, part.j)
    else:
        found = explain_unit(net, inputs, part.layer, part.j)
    return replace(found, title=phrase("{title}, {whose}", title=found.title, whose=whose))


def exists(net: Dense, part: Part) -> bool:
    """Does the network (still) have this part?"""
    if part.kind == "input":
        return part.j < len(net.inputs)
    if not 0 <= part.layer < net.depth:
        return False
    n_in, n_out = net.weights[part.layer].shape
    return bool(part.j < n_out and part.i < n_in)


def place_of(key: str, column: int, place: Place) -> Place:
    """The numbers that an input reads: both coordinates, or its own column."""
    return place if key in FEATURES else (place[column],)


def dense_of(network: NetworkSeen, data: Data) -> Dense:
    """The network with the names that its inputs have on the screen."""
    own = dict(zip(("x1", "x2"), data.columns, strict=False))
    names = tuple(own.get(key, FEATURES[key].title if key in FEATURES else key) for key in network.features)
    return Dense(network.weights, network.biases, network.activations, names)


def inputs_at(network: NetworkSeen, data: Data, place: Place) -> list[float]:
    """What the network is told of a place."""
    if data.x.shape[1] > 2:
        return list(place)
    found: list[float] = features(np.array([place]), network.features)[0].tolist()
    return found


def wanted_at(data: Data, index: int, loss: str) -> Wanted:
    """What the network should say of a point."""
    words = phrase("class {classes}", classes=data.classes[int(data.answers[index])]) if data.task == "classes" else ""
    if not data.train[index]:
        words = phrase("{words}, not learned from", words=words) if words else "not learned from"
    return Wanted(tuple(data.targets[index].tolist()), loss, words)
