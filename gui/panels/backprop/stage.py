"""The stage: the rules of the pass as a strip, below it the matrices or the graph, and the bubble that lies on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from gui.panels.backprop.graph_page import GraphPage
from gui.widgets.bubble import Bubble
from gui.widgets.card import Card
from gui.widgets.chip import Chip
from gui.widgets.matrix_lanes import MatrixLanes
from gui.widgets.rule_strip import RuleStrip

if TYPE_CHECKING:
    from gui.theme import ThemeHolder


class Stage(Card):
    """The widgets; what they do is the panel's business."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._themed = self._compact = False
        super().__init__(themes, "stage", parent)
        self.strip = RuleStrip(themes, self)
        self.graph_chip = Chip(
            themes, "Graph", "toggle", "branch", self, "One example as a graph of single numbers, forward and back."
        )
        self.lanes = MatrixLanes(themes, self)
        self.graph = GraphPage(themes, self)
        self._pictures = QWidget(self)
        self._turns = QStackedLayout(self._pictures)
        self._turns.addWidget(self.lanes)
        self._turns.addWidget(self.graph)
        self._pictures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._row = QHBoxLayout()
        self._row.addWidget(self.strip, 1)
        self._row.addWidget(self.graph_chip)
        self.body.addLayout(self._row)
        self.body.addWidget(self._pictures, 1)
        self.bubble = Bubble(themes, self._pictures)
        self._themed = True
        self._dress()

    def set_compact(self, compact: bool) -> None:
        """A small window."""
        self._compact = compact
        self.graph_chip.setHidden(compact)
        self._dress()

    def show_graph(self, shown: bool) -> None:
        """The graph takes the place of the lanes, or gives it back."""
        self.graph_chip.setChecked(shown)
        self._turns.setCurrentWidget(self.graph if shown else self.lanes)

    @property
    def shows_graph(self) -> bool:
        """Whether the graph is in the place of the lanes."""
        return self._turns.currentWidget() is self.graph

    def area_of(self, picture: QWidget, rect: QRectF) -> QRectF:
        """A part of a picture, in the coordinates of the bubble's parent."""
        return QRectF(QPointF(picture.mapTo(self._pictures, rect.topLeft().toPoint())), rect.size())

    def _dress(self) -> None:
        super()._dress()
        if self._themed:
            theme = self._themes.current
            side, high = (round(theme.px(gap)) for gap in ((6, 6) if self._compact else (14, 12)))
            self.body.setContentsMargins(2, high, 2, high // 2)
            self.body.setSpacing(round(theme.px(4 if self._compact else 8)))
            self._row.setContentsMargins(side, 0, side, 0)
            self._row.setSpacing(round(theme.px(8)))
