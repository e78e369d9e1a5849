"""The card of sample digits: what each arm makes of digits that it has not learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels.lab.arms import ROLES, arm_title
from gui.panels.lab.head import ArmHead
from gui.panels.lab.showing import about_arm, figure_of
from gui.widgets.card import Card
from gui.widgets.fit_content import DigitSample
from gui.widgets.sample_digits import SampleDigits
from gui.widgets.words import tell
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import ArmSeen, LabSnapshot, Samples


class ArmHeads(QWidget):
    """The heads of all arms in a row."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.heads = tuple(ArmHead(themes, self) for _ in KEYS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for head in self.heads:
            self._row.addWidget(head, 1)
        themes.changed.connect(self._dress)
        self._dress()

    def show_arms(self, arms: Sequence[ArmSeen], config: Config) -> None:
        """What each arm has, and its number."""
        for place, head in enumerate(self.heads):
            head.setVisible(place < len(arms))
            if place < len(arms):
                arm = arms[place]
                title = arm_title(arm.key, arms, config)
                head.set_words(title, figure_of(arm), ROLES[arm.key])
                tell(head, title, about_arm(arm))

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(20)))


class SamplesCard(Card):
    """The digits, and above them the arms."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self._samples: Samples | None = None
        self.heads = ArmHeads(themes, self)
        self.digits = SampleDigits(themes, self)
        self.body.addWidget(self.heads)
        self.body.addWidget(self.digits, 1)

    def show_snapshot(self, snapshot: LabSnapshot, config: Config) -> None:
        """The arms and the digits as they stand."""
        self.heads.show_arms(snapshot.arms, config)
        seen = snapshot.samples
        if seen is not None and seen is not self._samples:
            self._samples = seen
            keys = [arm.key for arm in snapshot.arms if arm.key in seen.probabilities]
            names = tuple(key.upper() for key in keys)
            self.digits.show_samples(samples_of(seen, keys), names, tuple(ROLES[key] for key in keys))


def samples_of(seen: Samples, keys: Sequence[str]) -> tuple[DigitSample, ...]:
    """Each digit with what the arms say of it."""
    said = [seen.probabilities[key] for key in keys]
    return tuple(
        DigitSample(np.ravel(picture), int(label), np.array([of_arm[place] for of_arm in said]))
        for place, (picture, label) in enumerate(zip(seen.pictures, seen.labels, strict=True))
    )
