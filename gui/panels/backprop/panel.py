"""Backpropagation, one rule at a time: every matrix of a mini-batch, forward and back, and the update.

The panel owns the config the learner has set and connects the widgets; which step it is, the engine says. What the
lanes show of it: `showing`; how it is written: `symbols`, `telling`; the sum behind a number: `explaining`; what a hand
does: `hands`; what lessons lock: `locks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels.backprop.explaining import Explaining
from gui.panels.backprop.hands import Hands
from gui.panels.backprop.locks import Locks
from gui.panels.backprop.offers import offers as backprop_offers
from gui.panels.backprop.painting import Painting
from gui.panels.backprop.side import RULE, SETUP, Side
from gui.panels.backprop.stage import Stage
from gui.panels.backprop.telling import time_words
from gui.panels.base import Offer, Panel
from gui.widgets.segments import Segments
from gui.widgets.words import tell
from sim.commands import Seek
from sim.errors import ConfigError, sentence
from sim.simulations.backprop import BACKPROP, BackpropSnapshot

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

MATRICES_TAB, GRAPH_TAB, RULE_TAB, SETUP_TAB = range(4)
FIRST_LOOK = ("s1", 2, 1)
"""The number whose sum stands open at first sight."""


class BackpropPanel(Panel):
    """Strip, lanes, and the side column of one run."""

    key: ClassVar[str] = "backprop"
    picture_step: ClassVar[int] = 1

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: BackpropSnapshot | None = None
        self._compact = self._presented = False
        self.stage, self.side = Stage(themes, self), Side(themes, self)
        self._tabs = Segments(themes, ("Matrices", "Graph", "Rule", "Set up"), self)
        self._tabs.hide()
        tell(self._tabs, "Pictures", "Matrices, graph, rule and settings take turns in a small window.")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self.locks = Locks(self)
        self.hands = Hands(self)
        self.explaining = Explaining(self)
        self.painting = Painting(self)
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        for source in (self.side.rule, self.side.setup):
            source.changed.connect(lambda key, value: self.change({key: value}, key))
        self.stage.strip.chosen.connect(self.jump)
        self.stage.graph_chip.clicked.connect(lambda: self.show_graph(self.stage.graph_chip.isChecked()))
        self._tabs.chosen.connect(self._on_tab)

    # What the learner does --------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """The first rule has fired, and rests. play False: none has."""
        super().open(config, seed, play)
        self.explaining.close()
        self.hands.forget()
        self.show_config()
        if play:
            self.send(Seek(self.key, 1))
            self.painting.greet(FIRST_LOOK)

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self.configure(config)
        self.show_config()

    def change(self, values: dict[str, object], key: str = "") -> None:
        """Set these settings, and what comes along with `key`; say so where one is refused, or locked."""
        if not self.locks.may_use(values):
            self.show_config()
            return
        try:
            config = BACKPROP.arrange(self.config.replace(values), key)
        except ConfigError as error:
            self.said.emit(sentence(error))
            self.show_config()
            return
        self.apply(config)

    def start_from(self, preset: str) -> None:
        """Walk through one of the examples, from its first rule."""
        if self.locks.may_use(("preset",)):
            self.change({"preset": preset}, "preset")
            self.send(Seek(self.key, 1))

    def jump(self, index: int) -> None:
        """Go to a rule of this pass, counted from 0."""
        if self.snapshot is not None and self.hands.may_run():
            self.send(Seek(self.key, self.snapshot.pass_number * len(self.snapshot.steps) + index + 1))

    def check_all(self) -> None:
        """Prove every slope."""
        self.hands.check_all()

    def release_all(self) -> None:
        """Let go of all that was set by hand."""
        self.hands.release_all()

    def show_graph(self, shown: bool) -> None:
        """The graph of one example in the place of the matrices, or back: of the example whose sum stands open."""
        name, row, _ = self.explaining.cell
        if shown and name[:1] not in ("", "w", "b") and name[:2] not in ("dw", "db"):
            self.stage.graph.turn_to(row)
        self.stage.show_graph(shown)
        self._tabs.set_index(GRAPH_TAB if shown else MATRICES_TAB)
        self.explaining.close()
        self._regroup()
        self.painting.draw()

    # What the engine says ---------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: this pass as far as its rules have fired."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, BackpropSnapshot):
            return
        if frame.config is not None and self._config is not None and self._config["seed"] != frame.config["seed"]:
            self.config = self._config.replace(seed=frame.config["seed"])
        before, self.snapshot = self.snapshot, snapshot
        if before is not snapshot:
            self.hands.follow(snapshot)
            self.painting.draw()

    def show_config(self) -> None:
        """The controls show what is set."""
        self.side.setup.set_config(self.config)
        self.side.rule.form.set_values(self.config.as_dict())

    def time_words(self, frame: Frame) -> str:
        """Which rule of the pass."""
        return time_words(frame.snapshot) if isinstance(frame.snapshot, BackpropSnapshot) else ""

    def offers(self) -> tuple[Offer, ...]:
        """Examples, rules, the proof."""
        return backprop_offers(self)

    # Lessons ----------------------------------------------------------------------------------------------------------

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)
        self.painting.draw()

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these."""
        self.locks.cue(names or ())

    # Sizes ------------------------------------------------------------------------------------------------------------

    @property
    def is_compact(self) -> bool:
        """Whether the window is small."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """A small window: one thing at a time."""
        changed, self._compact = compact != self._compact, compact
        self._regroup()
        if changed:
            self.painting.draw()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the lanes, the rule and its formula."""
        changed = presentation != self._presented
        self._presented = presentation
        self._regroup()
        if changed:
            self.painting.draw()

    def compact_header(self) -> QWidget | None:
        """In a small window the pages take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        if index in (MATRICES_TAB, GRAPH_TAB):
            self.show_graph(index == GRAPH_TAB)
        else:
            self.side.show_page(RULE if index == RULE_TAB else SETUP)
            self._regroup()

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._regroup()

    def _regroup(self) -> None:
        presented = self.themes.current.presentation
        page = self._tabs.index in (RULE_TAB, SETUP_TAB)
        self.stage.set_compact(self._compact)
        self.stage.setVisible(not (self._compact and page))
        self.side.setVisible(not self._compact or page)
        self.side.regroup(presented, self._compact, self._compact)
