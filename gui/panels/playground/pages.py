"""The card at the lower left: how the plane is folded, how the loss falls, what is taken for what.

Every page is one widget with plain values. Only the page that is looked at is kept up to date; one that is turned to
is brought up to date at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.playground.confusion_page import ConfusionPage
from gui.panels.playground.curves import mistakes_of, panes_of
from gui.panels.playground.painting import MOST_RINGED
from gui.widgets.fold_view import FoldView
from gui.widgets.layer_chips import LayerChips, layer_name
from gui.widgets.run_plot import RunPlot
from gui.widgets.separability_meter import Reading
from gui.widgets.tab_row import TabRow
from gui.widgets.words import Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.simulations.playground_view import Data, Fold, NetworkSeen, PlaygroundSnapshot

FOLD, LOSS, CONFUSION = "fold", "loss", "confusion"
TITLES = {FOLD: "The fold", LOSS: "Learning curve", CONFUSION: "Confusion"}
AXES = {"principal axis": "widest axis", "class axis 1": "class axes 1", "class axis 2": "2"}
"""What the axes of a wide layer are called in few words."""
TABS_NEED = 0.8
PLAIN = ("x1", "x2")
"""The input features that are the inputs themselves."""
NO_FOLD = "Without a hidden layer the plane stays as it is. Add one, and see how it is folded."


class Pages(QWidget):
    """`turned` carries the key of the page that is shown, also when another hidden layer is to be seen on it;
    `point_hovered` the number of a point, or None, and where.
    """

    turned = Signal(str)
    point_hovered = Signal(object, QPointF)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._snapshot: PlaygroundSnapshot | None = None
        self._fold: Fold | None = None
        self._wanted = self._said = FOLD
        self._layer = -1
        self.fold, self.plot, self.confusion = FoldView(themes), RunPlot(themes), ConfusionPage(themes)
        self._empty = Label(themes, NO_FOLD, "small", "soft", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fold.set_ground_role("panel")
        self.fold.hovered.connect(self._on_fold_hovered)
        self._tabs = TabRow(themes, tuple(TITLES.items()), self)
        self._tabs.chosen.connect(self.turn_to)
        self.layers = LayerChips(themes, self)
        self.layers.chosen.connect(self._on_layer)
        self.layers.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._tabs, 1)
        self._head.addWidget(self.layers, 0, Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedWidget(self)
        for page in (self.fold, self.plot, self.confusion, self._empty):
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._tabs.current

    @property
    def layer(self) -> int:
        """The hidden layer whose fold is wanted, from 0; -1: the last, however many there are."""
        return self._layer

    def turn_to(self, key: str) -> None:
        """Show a page."""
        self._wanted = key
        self._tabs.set_current(key)
        if self._snapshot is not None:
            self.show(self._snapshot)
        else:
            self._stack.setCurrentWidget(self._widget_of(key))
        self._say_turned()

    def set_tabs_shown(self, shown: bool) -> None:
        """Without tabs the page stands alone, for a small window."""
        self._tabs.setVisible(shown)

    def show(self, snapshot: PlaygroundSnapshot | None = None) -> None:
        """A new frame: bring the page that is looked at up to date. Without one, as Qt has it: be seen."""
        if snapshot is None:
            super().show()
            return
        self._snapshot = snapshot
        self._show_tabs(snapshot)
        self._stack.setCurrentWidget(self._widget_of(self.page))
        network = snapshot.network
        self._show_layers(0 if network is None else len(network.weights) - 1)
        if self.page == FOLD and network is not None and network.fold is not None:
            self._show_fold(snapshot.data, network, network.fold)
        elif self.page == LOSS:
            epochs, panes, unit = panes_of(snapshot) if network is not None else mistakes_of(snapshot)
            self.plot.set_panes(epochs, panes, unit)
        elif self.page == CONFUSION:
            self.confusion.show_snapshot(snapshot)

    def _show_tabs(self, snapshot: PlaygroundSnapshot) -> None:
        """A page that has nothing to say takes its tab away."""
        self._tabs.set_shown(FOLD, snapshot.network is not None)
        self._tabs.set_shown(CONFUSION, snapshot.data.task == "classes")
        shown = self._tabs.keys()
        page = self._wanted if self._wanted in shown else LOSS
        self._tabs.set_current(page)
        self._say_turned()

    def _show_layers(self, count: int) -> None:
        """Chips for the hidden layers, where there is a choice."""
        shown = self.page == FOLD and count > 1
        if shown:
            self.layers.set_layers(count, self._layer if 0 <= self._layer < count else count - 1)
        if self.layers.isHidden() is shown or shown:
            self._fit(shown)
            self.layers.setVisible(shown)

    def _on_layer(self, layer: int) -> None:
        """Another hidden layer; who chose the last one stays with the last."""
        self._layer = -1 if layer == self.layers.count - 1 else layer
        self.turned.emit(self.page)

    def _say_turned(self) -> None:
        if self.page != self._said:
            self._said = self.page
            self.turned.emit(self.page)

    def _widget_of(self, key: str) -> QWidget:
        network = self._snapshot.network if self._snapshot is not None else None
        if key == FOLD and network is not None and len(network.weights) < 2:
            return self._empty
        return {FOLD: self.fold, LOSS: self.plot, CONFUSION: self.confusion}[key]

    def _show_fold(self, data: Data, network: NetworkSeen, fold: Fold) -> None:
        """Grid and points only where they are new: the same object is the same picture."""
        view, rows = self.fold, fold.rows
        if fold is not self._fold:
            self._fold = fold
            hidden_layers = len(network.weights) - 1
            view.set_names(axis_names(data), [axis_name(name, fold.layer, hidden_layers) for name in fold.names])
            view.set_domains(inputs=data.domain)
            view.set_grid(fold.lines, fold.inputs, fold.axes)
            view.set_line(fold.line)
            inputs = data.x[rows, :2] if data.x.shape[1] > 1 else np.pad(data.x[rows], ((0, 0), (0, 1)))
            ringed = network.right.size == len(data.x) <= MOST_RINGED
            wrong, train = ~network.right[rows] if ringed else None, data.train[rows]
            if data.task == "classes":
                view.set_points(fold.hidden, data.answers[rows], inputs, wrong, train)
            else:
                view.set_values(fold.hidden, data.answers[rows], inputs, train=train)
        view.set_field(network.field if data.x.shape[1] > 1 else None, data.domain, network.low)
        view.set_readings(*readings_of(data, network, fold))

    def _on_fold_hovered(self, index: int | None, point: QPointF) -> None:
        """A point of the fold is one of the data's."""
        rows = None if self._fold is None else self._fold.rows
        known = index is not None and rows is not None and index < len(rows)
        self.point_hovered.emit(int(rows[index]) if known and rows is not None and index is not None else None, point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit(not self.layers.isHidden())

    def _fit(self, layers: bool) -> None:
        """The chips of the layers beside the tabs; below them where there are many or the card is narrow."""
        room = self.width() - self.layers.sizeHint().width() - self._head.spacing()
        beside = not layers or room >= TABS_NEED * self._tabs.sizeHint().width()
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setSpacing(round(theme.px(8)))
        self._head.setSpacing(round(theme.px(8)))
        self._fit(not self.layers.isHidden())


def axis_names(data: Data) -> tuple[str, str]:
    """The names of the two axes of the input plane."""
    names = (*data.columns[:2], "", "")
    return names[0], names[1]


def axis_name(name: str, layer: int, layers: int) -> str:
    """The name of an axis of a hidden layer in few words; a unit of several layers is told with its layer."""
    if layers > 1 and name.startswith("h") and len(name) < 4:
        return f"{layer_name(layer)},{name[1:]}"
    return AXES.get(name, name)


def readings_of(data: Data, network: NetworkSeen, fold: Fold) -> tuple[Reading | None, Reading | None]:
    """How far one line gets in both pictures: among the inputs, and in the hidden layer that is shown.

    A line is used where it is the output's own and has every point right that is learned from. Among the inputs
    nothing is measured where the network is given other features than those of the picture.
    """
    if fold.layer + 1 >= len(network.separable):
        return None, None
    many, fits = len(data.classes) > 2, network.right.size == len(data.train)
    solved = fits and bool(network.right[data.train].all()) and fold.layer == len(network.weights) - 2
    before, after = network.separable[0], network.separable[fold.layer + 1]
    plain = data.x.shape[1] > 2 or set(network.features) == set(PLAIN[: data.x.shape[1]])
    return (
        Reading(before.yes, before.accuracy, False, many) if plain else None,
        Reading(after.yes, after.accuracy, solved, many),
    )
