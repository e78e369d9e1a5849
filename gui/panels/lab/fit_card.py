"""The card of a curve: the points, what they were made from, and the line that each arm draws through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.lab.arms import ROLES
from gui.panels.lab.samples_card import ArmHeads
from gui.widgets.card import Card
from gui.widgets.fit_content import Fit, FitLine
from gui.widgets.fit_curve import FitCurve

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import LabSnapshot


class FitCard(Card):
    """One plane for all arms."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.heads = ArmHeads(themes, self)
        self.curve = FitCurve(themes, self)
        self.body.addWidget(self.heads)
        self.body.addWidget(self.curve, 1)

    def show_snapshot(self, snapshot: LabSnapshot, config: Config) -> None:
        """The lines as they stand."""
        self.heads.show_arms(snapshot.arms, config)
        self.curve.show_fit(fit_of(snapshot))


def fit_of(snapshot: LabSnapshot) -> Fit:
    """Points that are learned from; the test has none but the truth itself, where that is known."""
    data = snapshot.data
    x, y = np.ravel(data.x), np.ravel(data.answers).astype(np.float64)
    lines = tuple(
        FitLine(arm.letter, ROLES[arm.key], arm.line) for arm in snapshot.arms if arm.line is not None
    )
    return Fit(x, y, np.ones(len(x), bool), data.places, lines, data.domain, data.truth)
