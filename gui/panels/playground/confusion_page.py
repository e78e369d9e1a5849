"""What is taken for what: of the points that are learned from and, beside it, of those kept for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets.class_signs import MOST_CLASSES
from gui.widgets.confusion import Confusion
from gui.widgets.words import Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.theme import ThemeHolder
    from sim.simulations.playground_view import PlaygroundSnapshot

    Counts = NDArray[np.int64]

LEARNED, TESTED, ALL = "learned from", "kept for the test", "all points"


class ConfusionPage(QWidget):
    """One matrix, or two where there is a test."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.train, self.test = Confusion(themes), Confusion(themes)
        self._words = (Label(themes, ALL, "label", "soft"), Label(themes, TESTED, "label", "soft"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._sides = []
        for words, matrix in zip(self._words, (self.train, self.test), strict=True):
            side = QWidget(self)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
            column.addWidget(matrix, 1)
            self._row.addWidget(side, 1)
            self._sides.append(side)
        self._sides[1].hide()
        themes.changed.connect(self._dress)
        self._dress()

    def show_snapshot(self, snapshot: PlaygroundSnapshot) -> None:
        """Count anew."""
        train, test = counts_of(snapshot)
        names = snapshot.data.classes
        for side, matrix, counts in zip(self._sides, (self.train, self.test), (train, test), strict=True):
            usable = counts is not None and 2 <= len(counts) <= MOST_CLASSES
            side.setVisible(usable)
            if usable and counts is not None:
                matrix.set_counts(counts, names if len(names) == len(counts) else ())
        self._words[0].setText(LEARNED if test is not None else ALL)

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(24)))


def counts_of(snapshot: PlaygroundSnapshot) -> tuple[Counts | None, Counts | None]:
    """What was taken for what: of the points to learn from, and of the test where there is one."""
    network, rows = snapshot.network, snapshot.rows
    if network is not None:
        test = network.test_confusion
        return network.confusion, test if test is not None and test.sum() else None
    if rows is not None:
        return None, rows.confusion
    return unit_counts(snapshot), None


def unit_counts(snapshot: PlaygroundSnapshot) -> Counts | None:
    """The first learner's."""
    unit, data = snapshot.unit, snapshot.data
    learner = next(iter(unit.learners.values()), None) if unit is not None else None
    if learner is None or learner.right.size != data.answers.size or data.task != "classes":
        return None
    answers = data.answers.astype(np.int64).clip(0, 1)
    counts = np.zeros((2, 2), np.int64)
    np.add.at(counts, (answers, np.where(learner.right, answers, 1 - answers)), 1)
    return counts
