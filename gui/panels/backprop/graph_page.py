"""One example as a graph of single numbers: the page of the stage that takes turns with the matrices.

The graph shows the same step as the matrices, of one row of them; which row, the learner says with a stepper in the
corner. It is worked out only while it is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.graph_view import GraphView
from gui.widgets.stepper import Stepper
from sim.backprop_graph import graph_of
from sim.phrases import phrase
from sim.simulations.backprop_config import MOST_EXAMPLES

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.simulations.backprop import BackpropSnapshot

GAP = 12.0


class GraphPage(QWidget):
    """The graph, and which example it is of. `cell_pinned` names the cell of a matrix whose node was pinned."""

    cell_pinned = Signal(str, int, int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._snapshot: BackpropSnapshot | None = None
        self._row = 0
        self.view = GraphView(themes, self)
        names = {count: phrase("example {count}", count=count) for count in range(1, MOST_EXAMPLES + 1)}
        self.example = Stepper(themes, "example", "examples", 1, MOST_EXAMPLES, self, named=names)
        self.example.set_name("Which example the graph is of")
        self.view.node_pinned.connect(self._on_pinned)
        self.example.asked.connect(lambda count: self.turn_to(count - 1))
        QWidget.setTabOrder(self.example, self.view)
        themes.changed.connect(self._place)

    @property
    def row(self) -> int:
        """The row of the matrices that is shown, counted from 0."""
        return self._row

    def turn_to(self, row: int) -> None:
        """Show another example; after the last one comes the first."""
        if self._snapshot is None:
            return
        self._row = row % self._snapshot.examples
        self._draw()

    def show_snapshot(self, snapshot: BackpropSnapshot) -> None:
        """Follow the run."""
        self._snapshot = snapshot
        self._row = min(self._row, snapshot.examples - 1)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The graph fills the page."""
        super().resizeEvent(event)
        self._place()

    def _draw(self) -> None:
        """The graph is worked out while somebody sees it."""
        if self._snapshot is None or not self.isVisible():
            return
        self.view.show_graph(graph_of(self._snapshot, self._row))
        self.example.set_count(self._row + 1)
        self.example.setHidden(self._snapshot.examples == 1 or bool(self.view.content.refused))
        self._place()

    def _place(self) -> None:
        """The stepper stands at the end of the line of the way forward."""
        gap, size = round(self._themes.current.px(GAP)), self.example.sizeHint()
        self.view.setGeometry(self.rect())
        self.example.setGeometry(self.width() - size.width() - gap, 0, size.width(), size.height())
        self.view.set_corner(0.0 if self.example.isHidden() else size.width() + 2.0 * gap)

    def _on_pinned(self, key: str) -> None:
        """A weight stands in its own matrix, a bias in a row, everything else in the row of the example."""
        name, *places = key.split(".")
        if places:
            row = int(places[0]) if name[0] in "wp" else 0 if name[0] == "b" else self._row
            self.cell_pinned.emit(f"w{name[1:]}" if name[0] == "p" else name, row, int(places[-1]))
