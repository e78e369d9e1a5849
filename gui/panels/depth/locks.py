"""What a lesson locks and cues on depth. Names are those of `sim.lesson_controls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.depth.controls import CURES, PLAIN
from gui.panels.depth.gate_card import FUNCTION
from gui.panels.depth.stage import GATE, LAYERS, RACE
from sim.lesson_parts import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.panels.depth.panel import DepthPanel

DEPTH = "depth"
GATES = ("gate", FUNCTION)
RACES = (RUN, "rates", "loss_scale", "passes", "learning_rate", *PLAIN, *CURES)


class Locks:
    """The locks and cues of one panel; none at first."""

    def __init__(self, panel: DepthPanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._topic: frozenset[str] | None = None
        self.reason = ""

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: what the step is about."""
        self._free, self.reason = free, reason if free is not None else ""
        stage = self._panel.stage
        self._panel.side.lock(free, self.reason)
        stage.layers.bars.set_locked(not self.may(DEPTH))
        stage.gate.set_locked(self.why("gate"))
        for head in (stage.gate.function, stage.race.rates, stage.race.loss):
            head.set_locked(self.why(head.key))
        stage.race.set_run(self.may(RUN), free is None)
        before, self._topic = self._topic, topic if topic is not None else free
        stage.layers.set_foretelling(not self.is_asked(DEPTH))
        stage.gate.view.set_secret(self.is_asked("gate"))
        if self._topic != before:
            page = None if self._topic is None else page_of(self._topic)
            stage.set_topic(page)
            self._panel.turn_to(page or LAYERS)

    def cue(self, names: tuple[str, ...] | None) -> None:
        """Mark these as the next to use; None marks the handle of the depth."""
        stage, cued = self._panel.stage, (DEPTH,) if names is None else names
        stage.layers.bars.set_cued(DEPTH in cued)
        stage.gate.set_cued("gate" in cued)
        for head in (stage.gate.function, stage.race.rates, stage.race.loss):
            head.set_cued(head.key in cued)
        self._panel.side.cue(() if names is None else names)
        if cued and names is not None:
            self._panel.turn_to(page_of(frozenset(cued)))

    def is_asked(self, key: str) -> bool:
        """Whether the step is about a control and waits for a guess: what it would tell is not told yet."""
        return self._topic is not None and key in self._topic and not self.may(key)

    def why(self, key: str) -> str:
        """The reason why a control cannot be used; "" where it can."""
        return "" if self.may(key) else self.reason or " "

    def may(self, key: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or key in self._free

    def may_use(self, keys: Iterable[str]) -> bool:
        """Whether these may be used; says why not."""
        free = all(self.may(key) for key in keys)
        if not free:
            self._panel.said.emit(self.reason)
        return free


def page_of(names: frozenset[str]) -> str:
    """The card on which a step is at home: the gate before the race before the layers."""
    if any(key in names for key in GATES) and not {DEPTH, "activation"} & names:
        return GATE
    return RACE if any(key in names for key in RACES) else LAYERS
