"""The bubble with the sum behind what is pointed at: a unit, a weight, a bias, an input, a point.

Pointing shows it, a click pins it, Escape closes it. A pinned sum goes on living: it follows the network while it
learns, and the place in the map that the pointer is at; away from the map it is about the point that was looked at
last. Without such a point it is about the first one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QWidget

from gui.widgets.decision_map import DecisionMap
from gui.widgets.network_view import NetworkView
from gui.widgets.network_view_content import NOTHING, Part
from sim.datasets import FEATURES, features
from sim.network_arithmetic import Dense, Explanation, explain_bias, explain_edge, explain_input, explain_unit
from sim.perceptron import LEARNERS
from sim.point_arithmetic import Wanted, explain_point
from sim.unit_arithmetic import explain_learner

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel
    from sim.simulations.playground_view import Data, NetworkSeen, PlaygroundSnapshot

Place = tuple[float, ...]
LINGER = 300  # milliseconds in which the pointer may reach the bubble


@dataclass(frozen=True)
class Subject:
    """What the bubble is about: a part of the network, or a point of the data (number `spot` of the picture that shows
    it); in which picture, and where.
    """

    picture: QWidget
    at: QPointF
    part: Part = NOTHING
    point: int | None = None
    spot: int = 0


class Explaining:
    """Keeps the bubble of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._bubble = panel.stage.bubble
        self._subject: Subject | None = None
        self._looked: int | None = None
        self._place: Place | None = None
        self._learner = ""
        self._leaving = QTimer(panel.stage.bubble)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(LINGER)
        self._leaving.timeout.connect(self._on_left)
        self._bubble.pinned_changed.connect(self._on_pinned)
        stage = panel.stage
        stage.network.hovered.connect(lambda *told: self._on_part(*told))
        stage.network.clicked.connect(lambda *told: self._on_part_clicked(*told))
        stage.map.hovered.connect(self._on_map)
        stage.map.pointed.connect(self._on_place)
        stage.function.hovered.connect(lambda index, at: self.point_at(stage.function, index, at))
        stage.pages.point_hovered.connect(lambda index, at: self.point_at(stage.pages.fold, index, at))

    # what is pointed at

    def point_at(self, picture: QWidget, index: int | None, at: QPointF, spot: int | None = None) -> None:
        """The pointer is at point `index` of the data, or (None) no longer; spot: its number in the picture."""
        if index is None:
            self._point_to(None)
            return
        self._looked = int(index)
        self._point_to(Subject(picture, QPointF(at), point=int(index), spot=int(index) if spot is None else spot))

    def set_learner(self, key: str) -> None:
        """Whose sums are shown where three learners share the plane; "" for the first that is shown."""
        self._learner = key
        self._renew()

    def follow(self, snapshot: PlaygroundSnapshot) -> None:
        """A new frame: the sum goes on with it, unless the learner has closed it."""
        if self._subject is not None and self._bubble.isHidden():
            self.close()
        self._renew()

    def close(self) -> None:
        """Let go of everything."""
        self._subject = None
        self._panel.stage.map.set_crosshair(None)
        self._bubble.close_now()

    def _on_map(self, spot: int | None, at: QPointF) -> None:
        """Of more than two inputs the map shows some of the points only."""
        self.point_at(self._panel.stage.map, None if spot is None else self._panel.painting.row_of(spot), at, spot)

    def _on_part(self, kind: str, layer: int, i: int, j: int, at: QPointF) -> None:
        part = Part(kind, layer, i, j)
        self._point_to(Subject(self._panel.stage.network, QPointF(at), part) if kind else None)

    def _on_part_clicked(self, kind: str, layer: int, i: int, j: int, at: QPointF) -> None:
        """A click pins what is pointed at; on the same thing again it lets go."""
        if not kind:
            return
        subject = Subject(self._panel.stage.network, QPointF(at), Part(kind, layer, i, j))
        known = self._subject
        again = self._bubble.pinned and known is not None and known.part == subject.part and known.point is None
        self._bubble.pinned = False
        self._point_to(subject)
        self._bubble.pinned = not again and self._bubble.isVisible()

    def _on_place(self, place: Any) -> None:
        """Somewhere on the ground of the map: only a sum that is pinned follows there."""
        self._place = None if place is None else tuple(float(number) for number in place)
        if self._bubble.pinned:
            self._renew()

    def _point_to(self, subject: Subject | None) -> None:
        if self._bubble.pinned and self._bubble.isVisible():
            self._renew()
        elif subject is None:
            self._leaving.start()
        else:
            self._leaving.stop()
            self._subject = subject
            self._renew()

    def _on_pinned(self, pinned: bool) -> None:
        """Let go of by its own button: it stays as long as the pointer is in it."""
        if not pinned and self._subject is not None:
            self._leaving.start()

    def _on_left(self) -> None:
        """The pointer has been away for a while: it may have gone into the bubble, to pin or to copy."""
        if self._bubble.pinned and self._bubble.isVisible():
            return
        if self._bubble.isVisible() and self._bubble.underMouse():
            self._leaving.start()
        else:
            self.close()

    # what is shown

    def _renew(self) -> None:
        subject, snapshot = self._subject, self._panel.snapshot
        if subject is None or snapshot is None:
            return
        found = self._explanation(subject, snapshot)
        if found is None:
            self.close()
            return
        lines = [list(line.runs) for line in found.lines]
        at = self._panel.point_on_stage(subject.picture, self._anchor(subject))
        self._show_place(subject, snapshot.data)
        self._bubble.show_lines(lines, at, found.title, lambda: found.text)

    def _show_place(self, subject: Subject, data: Data) -> None:
        """The map shows for which point a part of the network is reckoned."""
        place = self._place_now(data)[0] if subject.part.kind else ()
        self._panel.stage.map.set_crosshair((place[0], place[1]) if len(place) > 1 else None)

    def _anchor(self, subject: Subject) -> QPointF:
        """Where the thing is now: it may have moved since the pointer came."""
        picture = subject.picture
        if isinstance(picture, NetworkView):
            return picture.point_of(subject.part)
        if isinstance(picture, DecisionMap) and subject.point is not None:
            return picture.point_spot(subject.spot)
        return subject.at

    def _explanation(self, subject: Subject, snapshot: PlaygroundSnapshot) -> Explanation | None:
        data = snapshot.data
        if subject.point is not None and subject.point >= len(data.x):
            return None
        if snapshot.unit is not None:
            return self._unit_explanation(subject, snapshot)
        network = snapshot.network
        if network is None:
            return None
        net = dense_of(network, data)
        if subject.point is not None:
            inputs = inputs_at(network, data, tuple(data.x[subject.point].tolist()))
            wanted = wanted_at(data, subject.point, self._panel.config["loss"])
            return explain_point(net, inputs, f"Point {subject.point + 1}", wanted)
        place, whose = self._place_now(data)
        return part_explanation(net, network, data, place, subject.part, whose) if place else None

    def _unit_explanation(self, subject: Subject, snapshot: PlaygroundSnapshot) -> Explanation | None:
        data, config, unit = snapshot.data, self._panel.config, snapshot.unit
        shown = [key for key in LEARNERS if unit is not None and key in unit.learners and config[f"{key}.on"]]
        key = self._learner if self._learner in shown else next(iter(shown), "")
        if unit is None or not key or data.x.shape[1] != len(unit.learners[key].weights) - 1:
            return None
        weights, title = unit.learners[key].weights, LEARNERS[key].title
        if subject.point is not None:
            rate = config[f"{key}.learning_rate"] * config["rate_factor"] if data.train[subject.point] else None
            target, x = float(data.answers[subject.point]), data.x[subject.point].tolist()
            return explain_learner(key, weights, x, f"{title}: point {subject.point + 1}", target, rate)
        place, whose = self._place_now(data)
        marked = marked_term(subject.part, data.x.shape[1])
        return explain_learner(key, weights, place, f"{title}: {whose}", marked=marked) if place else None

    def _place_now(self, data: Data) -> tuple[Place, str]:
        """The place whose numbers are shown, and its name: where the pointer is, else the point looked at last."""
        if self._place is not None and self._bubble.pinned and data.x.shape[1] > 1:
            return (*self._place, *(0.0 for _ in range(data.x.shape[1] - 2))), "where you point"
        if not len(data.x):
            return (), ""
        looked = self._looked if self._looked is not None and self._looked < len(data.x) else 0
        return tuple(data.x[looked].tolist()), f"point {looked + 1}"


def part_explanation(
    net: Dense, network: NetworkSeen, data: Data, place: Place, part: Part, whose: str
) -> Explanation | None:
    """The sum behind a part of a network, for a place."""
    if not exists(net, part):
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
    return replace(found, title=f"{found.title}, {whose}")


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


def marked_term(part: Part, inputs: int) -> int | None:
    """The row of a unit's table that a part stands for."""
    return {"edge": part.i, "input": part.j, "bias": inputs}.get(part.kind)


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
    words = f"class {data.classes[int(data.answers[index])]}" if data.task == "classes" else ""
    if not data.train[index]:
        words = f"{words}, not learned from" if words else "not learned from"
    return Wanted(tuple(data.targets[index].tolist()), loss, words)
