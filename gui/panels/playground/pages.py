"""The card at the lower left: how the plane is folded, how the loss falls, what is taken for what.

Every page is one widget with plain values. Only the page that is looked at is kept up to date; one that is turned to
is brought up to date at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.playground.confusion_page import ConfusionPage
from gui.panels.playground.curves import mistakes_of, panes_of
from gui.widgets.fold_view import FoldView
from gui.widgets.run_plot import RunPlot
from gui.widgets.tab_row import TabRow
from gui.widgets.words import Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.simulations.playground_view import Data, Fold, NetworkSeen, PlaygroundSnapshot

FOLD, LOSS, CONFUSION = "fold", "loss", "confusion"
TITLES = {FOLD: "The fold", LOSS: "Learning curve", CONFUSION: "Confusion"}
NO_FOLD = "Without a hidden layer the plane stays as it is. Add one, and see how it is folded."


class Pages(QWidget):
    """`turned` carries the key of the page that is shown; `point_hovered` the number of a point, or None, and where."""

    turned = Signal(str)
    point_hovered = Signal(object, QPointF)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._snapshot: PlaygroundSnapshot | None = None
        self._fold: Fold | None = None
        self._wanted = self._said = FOLD
        self.fold, self.plot, self.confusion = FoldView(themes), RunPlot(themes), ConfusionPage(themes)
        self._empty = Label(themes, NO_FOLD, "small", "soft", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fold.set_ground_role("panel")
        self.fold.hovered.connect(self._on_fold_hovered)
        self._tabs = TabRow(themes, tuple(TITLES.items()), self)
        self._tabs.chosen.connect(self.turn_to)
        self._stack = QStackedWidget(self)
        for page in (self.fold, self.plot, self.confusion, self._empty):
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._tabs.current

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
            view.set_names(axis_names(data), [name.removesuffix(" axis") for name in fold.names])
            view.set_domains(inputs=data.domain)
            view.set_grid(fold.lines, fold.inputs, fold.axes)
            view.set_line(fold.line)
            inputs = data.x[rows, :2] if data.x.shape[1] > 1 else np.pad(data.x[rows], ((0, 0), (0, 1)))
            wrong = ~network.right[rows] if network.right.size == len(data.x) else None
            if data.task == "classes":
                view.set_points(fold.hidden, data.answers[rows], inputs, wrong)
            else:
                view.set_values(fold.hidden, data.answers[rows], inputs)
        view.set_field(network.field if data.x.shape[1] > 1 else None, data.domain, network.low)
        place = fold.layer + len(network.separable) - (len(network.weights) - 1)
        if 0 <= place < len(network.separable):
            found = network.separable[place]
            view.set_separable(found.yes, found.accuracy)
        else:
            view.meter.hide()

    def _on_fold_hovered(self, index: int | None, point: QPointF) -> None:
        """A point of the fold is one of the data's."""
        rows = None if self._fold is None else self._fold.rows
        known = index is not None and rows is not None and index < len(rows)
        self.point_hovered.emit(int(rows[index]) if known and rows is not None and index is not None else None, point)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))


def axis_names(data: Data) -> tuple[str, str]:
    """The names of the two axes of the input plane."""
    names = (*data.columns[:2], "", "")
    return names[0], names[1]
