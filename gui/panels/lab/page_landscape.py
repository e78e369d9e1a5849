"""The page of the landscape: the loss around one network of the lab, its path, and how far it is off the picture.

Its controls change what is looked at and nothing of the run, so no lesson locks them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.landscape_page import LandscapePage
from gui.landscape_side import TOLD
from gui.panels.base import Offer
from gui.panels.lab.arms import ROLES
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.pupil_head import ArmLetters
from gui.widgets.words import Elided, tell
from sim.landscape_seen import MAIN, RANDOM, LandscapeAsk
from sim.phrases import phrase
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config


class LandscapeLabPage(LabPage):
    """Whose landscape, a line of words, and the picture with its numbers."""

    key: ClassVar[str] = "landscape"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._arm = ""
        self.words, self.letters = Elided(themes, "", "small", "soft", self), ArmLetters(themes, self)
        self.landscape = LandscapePage(themes, self)
        self.landscape.map.set_ground_role("stage")
        tell(self.letters, "Networks", "Whose landscape is shown.")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        self._column.addWidget(self.landscape, 1)
        self.letters.chosen.connect(self._look_at)
        self.landscape.asked.connect(lambda _: self.hands.look())
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def corner(self) -> QWidget:
        """Whose landscape it is."""
        return self.letters

    def wants(self) -> Mapping[str, Any]:
        """The landscape of one arm, as the controls ask for it."""
        pages = frozenset((self.key,))
        return {"pages": pages, "arm": self._arm or KEYS[0], "landscape": self.landscape.ask}

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """The last arm is the learner's own: it is shown until another is chosen."""
        keys = [arm.key for arm in snapshot.arms]
        if self._arm not in keys:
            self._look_at(keys[-1])
        self.letters.set_arms(len(keys), self._arm)
        self.words.set_words(words_of(self._arm, self.landscape.ask, len(keys)))
        self.landscape.show_landscape(snapshot.landscape, ROLES[self._arm])

    def set_few(self, few: bool) -> None:
        """The picture and its numbers."""
        self.landscape.set_few(few)
        self.words.setVisible(not few)

    def set_cues(self, names: frozenset[str]) -> None:
        """Mark what is to be used next."""
        self.landscape.set_cues(names)

    def offers(self) -> tuple[Offer, ...]:
        """Other directions, and the plane held."""
        ask = self.landscape.ask
        other = RANDOM if ask.directions == MAIN else MAIN
        named = "Landscape along random directions" if other == RANDOM else "Landscape along the main directions"
        held = "Let the landscape follow the network" if ask.hold else "Hold the plane of the landscape"
        return (
            Offer(named, TOLD["directions"][1], "lab", lambda: self._ask(replace(ask, directions=other))),
            Offer(held, TOLD["hold"][1], "lab", lambda: self._ask(replace(ask, hold=not ask.hold))),
        )

    def _ask(self, ask: LandscapeAsk) -> None:
        self.landscape.set_ask(ask)
        self.hands.look()

    def _look_at(self, arm: str) -> None:
        if arm != self._arm:
            self._arm = arm
            self.hands.look()

    def _dress(self) -> None:
        self._column.setSpacing(round(self.themes.current.px(4)))


def words_of(arm: str, ask: LandscapeAsk, arms: int) -> str:
    """What the picture is of."""
    whose = phrase("network {letter}", letter=arm.upper()) if arms > 1 else "the network"
    if ask.directions == RANDOM:
        return phrase("The loss around {whose}, along two random directions.", whose=whose)
    return phrase("The loss around {whose}, along the two directions in which it moved most.", whose=whose)
