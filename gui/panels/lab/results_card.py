"""The card of arms that nothing can be drawn of but numbers: a network that reads a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.panels.lab.showing import COLUMNS, results_of
from gui.widgets.arm_table import ArmTable
from gui.widgets.card import Caption, Card
from gui.widgets.words import Elided
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import LabSnapshot


class ResultsCard(Card):
    """A line for each arm."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self._about = Elided(themes, "", "small", "soft", parent=self)
        self.table = ArmTable(themes, COLUMNS, self)
        self.body.addWidget(Caption(themes, "What each arm has come to", parent=self))
        self.body.addWidget(self._about)
        self.body.addWidget(self.table, 1)

    def show_snapshot(self, snapshot: LabSnapshot, config: Config) -> None:
        """The arms as they stand."""
        data = snapshot.data
        truth = int((data.truth_weights != 0.0).sum())
        self._about.set_words(
            phrase(
                "{rows} examples of {features} features, of which {truth} matter",
                rows=len(data.x),
                features=data.x.shape[1],
                truth=truth,
            )
            if truth
            else data.title
        )
        self.table.show_race(results_of(snapshot, config))
