"""What a lesson locks in the playground: its controls, its pictures, and, should anything be forgotten, every change.

Names are those of `sim.lesson_controls`: settings by their keys, and hands: points, line, hand, weights, biases, scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.lesson_controls import HANDS
from sim.lesson_parts import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.panels.playground.panel import PlaygroundPanel

HAND_OF = {edit: hand for hand, edits in HANDS["playground"].items() for edit in edits}
PAINTED = {"edge": "weights", "bias": "biases"}
SHAPE = frozenset(("layers", "features", "activation", "layer_activations", "output"))
"""What the chips and counts around the network change."""
LOOKS = ("twin",)
"""Edits that show another run instead of changing one; open as soon as a guess is made."""


class Locks:
    """The locks of one panel; none at first."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._topic: frozenset[str] | None = None
        self.reason = ""

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: those of the whole step."""
        self._free, self.reason = free, reason if free is not None else ""
        self._set_topic(topic if topic is not None else free)
        side, stage = self._panel.side, self._panel.stage
        for form in (*side.controls.forms, *side.setup.forms, side.data.form):
            form.lock([key for key in form.keys if not self.may(key)], self.reason)
        side.controls.set_locks(self.reason if free is not None else "", self.may("hand"), self.may("scale"))
        side.data.set_locks(self.may("dataset"), self.may("data_seed"), self.may("points"))
        side.data.files.set_locked("" if self.may("points") else self.reason)
        stage.plane.set_locked(not self.may("points"))
        self.renew()
        stage.network.set_locked(self.reason, tuple(kind for kind, hand in PAINTED.items() if not self.may(hand)))
        stage.twins.set_locked(not self.may("twins"))

    def _set_topic(self, topic: frozenset[str] | None) -> None:
        """What changes the shape of a network stands back where it is no topic; a page of the controls is turned to."""
        before, self._topic = self._topic, topic
        shape = topic is None or bool(topic & SHAPE)
        self._panel.stage.network.set_structure_shown(shape)
        self._panel.stage.set_shape_shown(shape)
        if topic is not None and topic != before:
            self._panel.side.turn_to(topic)

    def _is_topic(self, name: str) -> bool:
        return self._topic is None or name in self._topic

    def renew(self) -> None:
        """What may be taken hold of on the plane: a border that is guessed, too."""
        line = self._panel.guesses.asked or self.may("line") or self.may("hand")
        for plane in (self._panel.stage.map, self._panel.stage.function):
            plane.set_hands(self.may("points"), line)
        many = self._panel.is_open and self._panel.config["twins"] > 1
        self._panel.stage.set_topic(many or self._is_topic("twins"), self._is_topic(RUN))
        self._panel.looking.ask()

    @property
    def active(self) -> bool:
        """Whether a lesson is on, which may ask for more than the pictures show."""
        return self._free is not None

    def may(self, name: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or name in self._free

    def may_set(self, keys: Iterable[str]) -> bool:
        """Whether these settings may be changed; says why not."""
        return self._said(all(self.may(key) for key in keys))

    def may_edit(self, what: str) -> bool:
        """Whether this edit may be made; says why not."""
        looks = what in LOOKS and bool(self._free)
        return self._said(looks or self.may(HAND_OF.get(what, what)))

    def _said(self, free: bool) -> bool:
        if not free:
            self._panel.said.emit(self.reason)
        return free
