"""The cards of the stage that hold one picture each: the network, what it decides, the three rules, the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from gui.widgets.bound_meter import BoundMeter
from gui.widgets.card import Card
from gui.widgets.decision_map import DecisionMap
from gui.widgets.digit_units import DigitUnits
from gui.widgets.function_plot import FunctionPlot
from gui.widgets.learner_board import LearnerBoard
from gui.widgets.network_view import NetworkView
from gui.widgets.run_plot import RunPlot
from gui.widgets.weight_bars import WeightBars
from gui.widgets.words import Elided, Label
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

MAP_HINT = "Drag points, click to flip, double click to add."
LOWEST_PLOT = 76
LOW_BOARD, LOWEST_BOARD = 330, 230
NUMBER_HINT = "Drag points, double click to add."


class Head(QWidget):
    """A heading, a quieter sentence beside or below it, and a number at the right."""

    def __init__(self, themes: ThemeHolder, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(themes, title, "heading", parent=self)
        self.note = Elided(themes, "", "small", "faint", parent=self)
        self.figure = Label(themes, "", "value", "ink", parent=self)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.title)
        self.row.addWidget(self.note, 1)
        self.row.addWidget(self.figure)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._themes = themes
        self._words = (title, "", "")
        themes.changed.connect(self._write)

    def set_words(self, title: str, note: str, figure: str = "") -> None:
        """All three."""
        if (title, note, figure) != self._words:
            self._words = (title, note, figure)
            self._write()

    def _write(self) -> None:
        """On a projector there is room for the title and the figure alone."""
        title, note, figure = self._words
        self.title.setText(title)
        self.note.set_words("" if self._themes.current.presentation else note)
        self.figure.setText(figure)


class NetworkCard(Card):
    """The diagram of the network."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.head = Head(themes, "Network", self)
        self.view = NetworkView(themes)
        self.body.addWidget(self.head)
        self.body.addWidget(self.view, 1)


class MapCard(Card):
    """What is decided on the plane, or the curve that is drawn over one input."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.head = Head(themes, "What it decides", self)
        self.map = DecisionMap(themes)
        self.function = FunctionPlot(themes)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.function)
        self.hint = Elided(themes, MAP_HINT, "small", "faint", parent=self)
        self.hint.setVisible(not themes.current.presentation)
        self._hands = MAP_HINT
        self._locked = False
        self.body.addWidget(self.head)
        self.body.addWidget(holder, 1)
        self.body.addWidget(self.hint)
        themes.changed.connect(lambda: self.hint.setVisible(not themes.current.presentation))

    def set_locked(self, locked: bool) -> None:
        """Whether points are out of reach: then no hint invites to take them."""
        self._locked = locked
        self.show_rings(False)

    def set_numbers(self, numbers: bool) -> None:
        """Are the answers numbers? Then no point has a class to flip."""
        self._hands = NUMBER_HINT if numbers else MAP_HINT
        self.show_rings(False)

    def show_rings(self, told: bool) -> None:
        """What hands can do, and what the rings mean that are seen."""
        rings = self.map.ring_words() if told else ""
        hands = "" if self._locked else self._hands
        both = phrase("{rings} A click flips a point.", rings=rings)
        self.hint.set_words(both if rings and hands else rings or hands)

    @property
    def picture(self) -> QWidget:
        """The one that is shown."""
        widget = self._stack.currentWidget()
        assert widget is not None
        return widget

    def show_curve(self, curve: bool) -> None:
        """The curve over one input, or the plane."""
        wanted: QWidget = self.function if curve else self.map
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)


class BoardCard(Card):
    """Three rules side by side, and how many mistakes the theorem allows."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.head = Head(themes, "Three rules, one stream of points", self)
        self.board = LearnerBoard(themes)
        self.meter = BoundMeter(themes)
        self.note = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self.plot = RunPlot(themes)
        self.plot.set_empty_words("Mistakes stand here after the first pass.")
        self.board.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.plot.setMinimumHeight(LOWEST_PLOT)  # the numbers of the board come first
        for part in (self.head, self.board, self.meter, self.note, self.plot):
            self.body.addWidget(part, 1 if part is self.plot else 0)
        self._themes = themes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows of the board come first, then the sentence, then the curves."""
        super().resizeEvent(event)
        px = self._themes.current.px
        self.plot.setVisible(self.height() >= px(LOW_BOARD))
        self.note.setVisible(self.height() >= px(LOWEST_BOARD))


class RowsCard(Card):
    """One unit per class on many rows: ten digits as pictures, or a table as a curve and fifty weights."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.head = Head(themes, "", self)
        self.digits = DigitUnits(themes)
        self.table = QWidget(self)
        self.curve, self.weights = RunPlot(themes), WeightBars(themes)
        row = QHBoxLayout(self.table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(themes.current.size("card_gap") * 2)
        row.addWidget(self.curve, 3)
        row.addWidget(self.weights, 2)
        self.words = Label(themes, "", "body", "soft", wrap=True, parent=self)
        for part in (self.head, self.digits, self.table, self.words):
            self.body.addWidget(part, 0 if part in (self.head, self.words) else 1)
