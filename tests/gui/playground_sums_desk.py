"""A stage with a network, a map and a bubble, fed by the real simulation, for what explains and what lists."""

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels.playground.pages import Pages
from gui.theme import ThemeHolder
from gui.widgets.bubble import Bubble
from gui.widgets.decision_map import DecisionMap
from gui.widgets.function_plot import FunctionPlot
from gui.widgets.learner_board import LearnerBoard
from gui.widgets.network_view import NetworkView
from sim.config import Config
from sim.datasets import FEATURES
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_config import PARAMETERS
from sim.simulations.playground_view import Data, PlaygroundSnapshot, PlaygroundView

NET: dict[str, Any] = {"mode": "network", "dataset": "xor", "n": 40, "noise": 0.1, "init": "uniform", "seed": 3}


def snapshot_of(
    steps: int = 30, view: PlaygroundView | None = None, **values: Any
) -> tuple[PlaygroundSnapshot, Config]:
    """The simulation after some steps."""
    config = Config(PARAMETERS, **{**NET, **values})
    state = PLAYGROUND.advance(config, PLAYGROUND.init(config), steps)
    snapshot = PLAYGROUND.snapshot(config, state, view or PlaygroundView(pixels=96))
    assert isinstance(snapshot, PlaygroundSnapshot)
    return snapshot, config


def plane_rows(data: Data) -> NDArray[np.int64]:
    """The points that the map shows."""
    return np.flatnonzero((np.abs(data.x[:, 2:]) < 0.5).all(axis=1))


class Stage(QWidget):
    """The pictures side by side, and the bubble above them."""

    def __init__(self, themes: ThemeHolder) -> None:
        super().__init__()
        self.network, self.map, self.function = NetworkView(themes), DecisionMap(themes), FunctionPlot(themes)
        row = QHBoxLayout(self)
        row.addWidget(self.network, 3)
        row.addWidget(self.map, 2)
        self.pages = Pages(themes)
        self.unit = SimpleNamespace(board=LearnerBoard(themes))
        for hidden in (self.function, self.pages, self.unit.board):
            hidden.setParent(self)
            hidden.hide()
        self.bubble = Bubble(themes, self)
        self.resize(900, 560)

    def show_snapshot(self, snapshot: PlaygroundSnapshot) -> None:
        """The network and the points."""
        net, data = snapshot.network, snapshot.data
        if net is not None:
            self.network.set_weights(net.weights)
            self.network.set_biases(net.biases)
            self.network.set_activations(net.activations)
            self.network.set_inputs([FEATURES[key].title if key in FEATURES else key for key in net.features])
            self.network.set_thumbnails(list(net.thumbnails))
            if net.field is not None:
                self.map.set_field(net.field, data.domain, net.low)
        if data.x.shape[1] > 1:
            rows = plane_rows(data)
            self.map.set_points(data.x[rows, :2], data.answers[rows], train=data.train[rows])
        else:
            self.function.set_points(data.x[:, 0], data.answers, data.train)


class Desk:
    """As much of a panel as `Explaining` asks for."""

    def __init__(self, themes: ThemeHolder, snapshot: PlaygroundSnapshot | None, config: Config) -> None:
        self.stage, self.snapshot, self.config = Stage(themes), snapshot, config
        self.painting = self
        if snapshot is not None:
            self.stage.show_snapshot(snapshot)

    def row_of(self, index: int) -> int:
        """Which of the data's points one of the map's is."""
        assert self.snapshot is not None
        return int(plane_rows(self.snapshot.data)[index])

    def point_on_stage(self, widget: QWidget, point: QPointF) -> QPointF:
        """A place of one of the pictures, in the stage's own coordinates."""
        return QPointF(widget.mapTo(self.stage, point.toPoint()))
