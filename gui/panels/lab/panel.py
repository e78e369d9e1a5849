"""The lab: networks from the same first weights on the same examples, each with its own dropout, penalties and pace.

The panel owns the config the learner has set and connects the cards. What acts at once goes to the arm that is steered
(`steered`), or to all; what belongs to the task begins anew. The engine's config is taken over as soon as nothing that
was sent is still on its way. What of a snapshot is shown: `showing`; where cards stand: `stage`; what lessons lock:
`locks`; what the engine is asked to make: `looking`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.failures import Failures
from gui.panels.base import Offer, Panel
from gui.panels.lab.examples import asked_by
from gui.panels.lab.locks import Locks
from gui.panels.lab.looking import Looking
from gui.panels.lab.marks import Marks
from gui.panels.lab.offers import offers as lab_offers
from gui.panels.lab.page_card import FIRST
from gui.panels.lab.pages import PAGES, Hands
from gui.panels.lab.painting import GROUPS, Painting
from gui.panels.lab.side import Side
from gui.panels.lab.stage import PICTURE, TABS, UPPER, Stage
from gui.turns import Turns
from gui.widgets.segments import Segments
from gui.widgets.words import tell
from sim.commands import Edit, Play
from sim.errors import ConfigError, sentence
from sim.phrases import phrase
from sim.simulations.lab_config import LOOKS, arrange
from sim.simulations.lab_view import LabSnapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

MOST_IGNORED = 120
"""So many frames may come with other settings than those that were sent; after them the engine knows better."""


class LabPanel(Panel):
    """The cards, the controls, and what goes between them and the run."""

    key: ClassVar[str] = "lab"
    picture_step: ClassVar[int] = 1500

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: LabSnapshot | None = None
        self._compact = False
        self._awaited: Config | None = None
        self._ignored = 0
        hands = Hands(
            self.take_in_hand, self._change_some, lambda: self.looking.ask(), lambda name: self.locks.may(name)
        )
        self.stage, self.side = Stage(themes, hands, self), Side(themes, self)
        self._tabs = Segments(themes, TABS, self)
        self._tabs.hide()
        tell(self._tabs, "Pictures", "The large picture, what it measures, the arms and their curves take turns.")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self.looking, self.locks = Looking(self), Locks(self)
        self.painting, self.marked_steps = Painting(self), Marks(self)
        self.failures = Failures(
            self.stage.failure, self.send, self.key, self._change_some, self.stage.place_floating
        )
        self._turns = Turns(self, GROUPS)
        self._connect()
        self.stage.page.turn_to(FIRST)
        self.locks.cue(None)
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        controls, setup = self.side.controls, self.side.setup
        controls.changed.connect(self._on_controls)
        controls.released.connect(lambda _: self.marked_steps.end())
        setup.changed.connect(lambda key, value: self.change({key: value}, key))
        self.stage.page.turned.connect(self._on_turned)
        self.stage.curves.turned.connect(lambda _: self.looking.ask())
        self._tabs.chosen.connect(self._on_tab)

    # What the learner does --------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Start, and let it run: it overfits in front of you."""
        super().open(config, seed, play)
        self._awaited, self._ignored = config, 0
        self.show_config()
        if not self.locks.active:
            self.stage.page.turn_to(asked_by(config["preset"]).page)
            self.locks.renew_cue()
        self.looking.view = None
        self.looking.ask()
        if play:
            self.send(Play(self.key))

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self._awaited, self._ignored = config, 0
        self.configure(config)
        self.show_config()

    def edit(self, what: str, value: Any) -> None:
        """An edit from a script."""
        self.send(Edit(self.key, what, value))

    def change(self, values: Mapping[str, object], key: str = "") -> bool:
        """Set these settings, and what comes along with `key`; says so where one is refused, or locked."""
        if not self.locks.may_use(values):
            self.show_config()
            return False
        try:
            config = arrange(self.config.replace(values), key or next(iter(values)))
        except ConfigError as error:
            self.said.emit(sentence(error))
            self.show_config()
            return False
        self.apply(config)
        if key == "preset":
            self.turn_to(asked_by(config["preset"]).page)
            self.locks.renew_cue(anew=True)
        else:
            self.locks.take_hold(values)
        return True

    def steer(self, arm: str) -> None:
        """Let the sliders move this arm: a look, which no lesson locks."""
        self.apply(self.config.replace(steered=arm))

    def start_from(self, preset: str) -> None:
        """An example, from its first weights, running."""
        if self.change({"preset": preset}, "preset"):
            self.send(Play(self.key))

    def take_in_hand(self, what: str, value: Any) -> None:
        """An edit that the learner asks for on a page."""
        if self.locks.may_use((what,)):
            self.edit(what, value)
            self.locks.take_hold((what,))

    def _change_some(self, values: Mapping[str, object]) -> None:
        self.change(values)

    def _on_controls(self, values: dict[str, object]) -> None:
        """The sliders of the steered arm; what acts at once leaves a mark in time."""
        if self.change(values) and not set(values) <= set(LOOKS):
            self.marked_steps.note(self.snapshot, next(iter(values)))

    # What the engine says ---------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: all of it at rest; while it runs, as much as a frame has time for."""
        self.painting.show_readiness(frame)
        snapshot = frame.snapshot
        if not isinstance(snapshot, LabSnapshot):
            return
        previous = self.snapshot
        alike = previous is not None and previous.data is snapshot.data and len(previous.arms) == len(snapshot.arms)
        if previous is not None and frame.playing and alike and self._turns.under_way:
            snapshot = previous
        self._take_over(frame)
        self.snapshot = snapshot
        self.painting.show(snapshot, self._turns.due(frame.playing and alike))
        self.marked_steps.follow(snapshot)
        self.failures.show(snapshot.failure, snapshot.step)
        self.looking.ask()

    def is_waiting(self, frame: Frame) -> bool:
        """Whether what was asked for last is not yet what runs."""
        return self._awaited is not None and frame.config is not None and frame.config != self._awaited

    def _take_over(self, frame: Frame) -> None:
        """The run's settings, unless what was sent is still on its way."""
        if frame.config is None or not self.is_open:
            return
        if self._awaited is not None:
            arrived = frame.config.replace(seed=self._awaited["seed"]) == self._awaited
            if not arrived and frame.error is None and self._ignored < MOST_IGNORED:
                self._ignored += not frame.status.doing
                return
            self._awaited = None
        if frame.config != self.config:
            self.config = frame.config
            self.show_config()

    def show_config(self) -> None:
        """The controls show what is set."""
        self.side.controls.set_config(self.config)
        self.side.setup.set_config(self.config)
        self.stage.set_arms(self.painting.kind_of(self.config), int(self.config["arms"]))

    @property
    def question(self) -> str:
        """That of the page in front; on the page of the example, the example's."""
        asked, key = asked_by(self.config["preset"] if self.is_open else ""), self.stage.page.key
        own = PAGES[key].question if key in PAGES and key != asked.page else ""
        return own or asked.question or self.entry.question

    def time_words(self, frame: Frame) -> str:
        """The pass through the examples that A is in."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, LabSnapshot) or not snapshot.arms:
            return ""
        return phrase("epoch {epoch}", epoch=snapshot.arms[0].epoch)

    def offers(self) -> tuple[Offer, ...]:
        """Examples, arms, pages."""
        return lab_offers(self)

    # Lessons ----------------------------------------------------------------------------------------------------------

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)
        self._regroup()

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these."""
        self.locks.cue(names)

    # Sizes ------------------------------------------------------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Bring a page to the front, wherever it has its place."""
        if self._compact:
            self._tabs.set_index(PICTURE)
        self.stage.turn_to_row(UPPER)
        self.stage.page.turn_to(page)
        self._regroup()

    def set_compact(self, compact: bool) -> None:
        """A small window: one card at a time, two sliders."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the large page above the arms, the sliders of the question. `_regroup` asks the theme."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the cards take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _on_turned(self, _: str) -> None:
        """Another page in the large card: it is brought up to date with what is known."""
        self.locks.renew()
        self.locks.renew_cue()
        self._regroup()
        if self.snapshot is not None:
            self.painting.show_page(self.snapshot)

    def _regroup(self) -> None:
        few = self._compact or self.themes.current.presentation
        self.stage.set_alone(self._tabs.index if self._compact else None)
        self.side.regroup(few, self._compact, self.locks.wanted)
        for page in self.stage.page.pages:
            page.set_few(few)
        self.looking.ask()

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._regroup()
