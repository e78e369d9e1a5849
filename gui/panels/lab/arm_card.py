"""The card of one arm's decision map: what it has, how much of what is new it gets right, what it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from gui.panels.lab.arms import ROLES, arm_title
from gui.panels.lab.head import ArmHead
from gui.panels.lab.showing import about_arm, figure_of
from gui.widgets.card import Card
from gui.widgets.still_map import StillMap
from sim.phrases import phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import ArmSeen, LabData, LabSnapshot


class ArmCard(Card):
    """One arm."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self._data: LabData | None = None
        self._picture: NDArray[np.float32] | None = None
        self.head = ArmHead(themes, self)
        self.map = StillMap(themes, self)
        self.body.addWidget(self.head)
        self.body.addWidget(self.map, 1)
        self._made = True
        self._dress()

    def show_arm(self, arm: ArmSeen, snapshot: LabSnapshot, config: Config) -> None:
        """Its map, and the words above it."""
        title = arm_title(arm.key, snapshot.arms, config)
        self.head.set_words(title, figure_of(arm), ROLES[arm.key])
        self.map.set_words(phrase("What {arm} decides", arm=title), about_arm(arm))
        if snapshot.data is not self._data:
            self._data = snapshot.data
            self._show_data(snapshot.data)
        if arm.picture is not None and arm.picture is not self._picture:
            self._picture = arm.picture
            self.map.set_field(arm.picture, snapshot.data.domain)

    def _show_data(self, data: LabData) -> None:
        self._picture = None
        self.map.set_domain(data.domain)
        self.map.set_points(np.ascontiguousarray(data.x[:, :2]), data.answers)

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            self.body.setSpacing(round(self._themes.current.px(8)))
