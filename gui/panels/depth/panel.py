"""Depth: drag the number of layers and see what is left of the error in each; then train such networks.

The layers follow the hand: every change of depth, width, unit or start sends a whole config, and the frame that comes
back is the profile of those settings. Time belongs to the race alone. A step back brings older settings back: those of
a frame are taken over as soon as nothing that was sent is on its way. What the gate is given is an edit of the run;
while it is dragged it is drawn at once, and the run is told as fast as it answers. What is shown of a snapshot:
`showing`; where the cards stand: `stage`; what lessons lock: `locks`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.failures import Failures
from gui.panels.base import Offer, Panel
from gui.panels.depth.controls import Controls
from gui.panels.depth.gate_card import FUNCTION
from gui.panels.depth.locks import Locks
from gui.panels.depth.offers import offers as depth_offers
from gui.panels.depth.stage import GATE, LAYERS, RACE, TABS, Stage
from gui.widgets.segments import Segments
from gui.widgets.words import tell
from sim.commands import Edit, Pause, Play
from sim.errors import ConfigError, sentence
from sim.numerals import write_fixed
from sim.phrases import phrase
from sim.simulations.depth import DEPTH, DepthSnapshot

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

SUMS_TAB, GATE_TAB, RACE_TAB = 1, 2, 3
ROOMY_FROM = 600
MOST_IGNORED = 120
"""So many frames may come with other settings than those that were sent; after them the engine knows better."""
PATIENCE = 0.5
"""After so many seconds nobody waits for the answer of the gate any more: a step back has undone what was asked."""
STEPWISE = ("activation", "init", "rates", "loss_scale", FUNCTION)


class DepthPanel(Panel):
    """The three cards, the controls, and what goes between them and the run."""

    key: ClassVar[str] = "depth"
    picture_step: ClassVar[int] = 205

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: DepthSnapshot | None = None
        self._compact = False
        self._asked: tuple[float, float] | None = None
        self._waiting: tuple[float, float] | None = None
        self._asked_at = 0.0
        self._awaited: Config | None = None
        self._ignored = 0
        self.stage, self.side = Stage(themes, self), Controls(themes, self)
        self._tabs = Segments(themes, TABS, self)
        self._tabs.hide()
        tell(self._tabs, "Pictures", "Layers, their sums, one gate and the training take turns in a small window.")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self.locks = Locks(self)
        self.failures = Failures(self.stage.failure, self.send, self.key, self.change, self.stage.place_floating)
        self._connect()
        self.locks.cue(None)
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        bars, gate, race = self.stage.layers.bars, self.stage.gate, self.stage.race
        self.side.changed.connect(self._on_changed)
        self.side.released.connect(lambda _: self.stage.layers.freeze(False))
        bars.depth_asked.connect(self._on_depth)
        bars.refused.connect(lambda: self.said.emit(self.locks.reason))
        gate.view.refused.connect(lambda: self.said.emit(self.locks.reason))
        gate.asked.connect(self._on_gate)
        gate.function.changed.connect(lambda key, value: self.change({key: value}))
        race.changed.connect(lambda key, value: self.change({key: value}))
        race.run_asked.connect(lambda: self.send(Play(self.key)))
        race.pause_asked.connect(lambda: self.send(Pause(self.key)))
        self._tabs.chosen.connect(self._on_tab)

    # What the learner does --------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """The profile is there at once; the race waits to be started."""
        super().open(config, seed, play)
        self._asked = self._waiting = None
        self._awaited, self._ignored = config, 0
        self.show_config()

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self._awaited, self._ignored = config, 0
        self.configure(config)
        self.show_config()

    def change(self, values: dict[str, object]) -> None:
        """Set these settings; say so where one is refused, or locked."""
        if not self.locks.may_use(values):
            self.show_config()
            return
        try:
            config = DEPTH.arrange(self.config.replace(values), next(iter(values)))
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        self.apply(config)

    def show_layers(self, values: dict[str, object]) -> None:
        """A ready-made network, and the card on which it is seen."""
        self.turn_to(LAYERS)
        self.change(values)

    def push(self, error: float) -> None:
        """Send an error back through the gate."""
        self.turn_to(GATE)
        if self.locks.may_use(("gate",)):
            self.stage.gate.push(error)

    def _on_changed(self, key: str, value: object) -> None:
        if key not in STEPWISE:
            self.stage.layers.freeze(True)
        self.change({key: value})

    def _on_depth(self, depth: int) -> None:
        """The handle of the bars."""
        self.stage.layers.bars.set_cued(False)
        self.change({"depth": depth})

    def _on_gate(self, z: float, error: float) -> None:
        """The run is told what the gate was given last, one at a time."""
        if not self.locks.may_use(("gate",)):
            self._show_gate()
        elif self._asked is not None and time.monotonic() < self._asked_at + PATIENCE:
            self._waiting = (z, error)
        else:
            self._asked, self._waiting, self._asked_at = (z, error), None, time.monotonic()
            self.send(Edit(self.key, "gate", (z, error)))

    # What the engine says ---------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: the profile of the settings, the race as it stands, the gate."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, DepthSnapshot):
            return
        self._take_over(frame)
        self.snapshot = snapshot
        self.stage.layers.show_profile(snapshot.profile)
        self.stage.race.show_snapshot(snapshot, self.config, frame.playing)
        self._hear_gate(snapshot)
        self.failures.show(snapshot.failure)

    def _take_over(self, frame: Frame) -> None:
        """The run's settings, unless what was sent is still on its way."""
        if frame.config is None or not self.is_open:
            return
        if self._awaited is not None:
            arrived = frame.config.replace(seed=self._awaited["seed"]) == self._awaited
            if not arrived and frame.error is None and self._ignored < MOST_IGNORED:
                self._ignored += 1
                return
            self._awaited = None
        if frame.config != self.config:
            self.config = frame.config
            self.show_config()

    def _hear_gate(self, snapshot: DepthSnapshot) -> None:
        """The answer to what was asked last; then what was asked meanwhile."""
        gate = snapshot.gate
        if self._asked is not None and (gate.z, gate.incoming) != self._asked:
            return
        self._asked = None
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._on_gate(*waiting)
        else:
            self._show_gate()

    def _show_gate(self) -> None:
        if self.snapshot is not None:
            self.stage.gate.show_gate(self.snapshot.gate)

    def show_config(self) -> None:
        """The controls show what is set."""
        self.side.set_config(self.config)
        self.stage.gate.show_config(self.config)
        self.stage.race.show_config(self.config)

    def time_words(self, frame: Frame) -> str:
        """The pass that the race is in."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, DepthSnapshot):
            return ""
        return phrase("pass {passes}", passes=write_fixed(snapshot.epoch, 1))

    def offers(self) -> tuple[Offer, ...]:
        """Ready-made networks, the gate, who takes part."""
        return depth_offers(self)

    # Lessons ----------------------------------------------------------------------------------------------------------

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these."""
        self.locks.cue(names)

    # Sizes ------------------------------------------------------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Bring a card to the front, where cards take turns."""
        self.stage.turn_to(page)
        if self._compact and not (page == LAYERS and self._tabs.index == SUMS_TAB):
            self._on_tab({LAYERS: 0, GATE: GATE_TAB, RACE: RACE_TAB}[page])

    def set_compact(self, compact: bool) -> None:
        """A small window: one picture at a time, with the controls that belong to it."""
        self._compact = compact
        if compact:
            first = min(self._tabs.index, SUMS_TAB)
            self._tabs.set_index({LAYERS: first, GATE: GATE_TAB, RACE: RACE_TAB}[self.stage.page])
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the layers above the race."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the pictures take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self.stage.turn_to((LAYERS, LAYERS, GATE, RACE)[index])
        self._regroup()

    def _regroup(self) -> None:
        tab = self._tabs.index if self._compact else None
        self.stage.set_alone(tab)
        self.side.set_compact(self._compact)
        self.side.setVisible(tab != GATE_TAB)
        few = self.themes.current.presentation and not self._compact
        roomy = not few or self.height() >= self.themes.current.px(ROOMY_FROM)
        self.side.set_shown(tab in (None, 0, SUMS_TAB), tab == RACE_TAB or (tab is None and roomy), few)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a projector with many pixels the cures have room too."""
        super().resizeEvent(event)
        if self.themes.current.presentation:
            self._regroup()

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._regroup()
