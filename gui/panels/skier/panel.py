"""The skier: nine experiments on how a network comes down its landscape, one at a time.

The tabs choose the `view` of the run, and each view has its page (`pages`), its settings at the side and one button
that starts it. Turning to another view begins it anew; views that show nothing before they run start by themselves,
the others wait for a hand. A step back brings older settings back: those of a frame are taken over as soon as nothing
that was sent is on its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.failures import Failures
from gui.panels.base import Offer, Panel
from gui.panels.skier.controls import Controls
from gui.panels.skier.locks import Locks
from gui.panels.skier.offers import offers as skier_offers
from gui.panels.skier.stage import TITLES, Stage
from gui.widgets.choice import ListBox
from gui.widgets.words import tell
from sim.commands import Look, Pause, Play, Restart
from sim.errors import ConfigError, sentence
from sim.lesson_parts import RUN
from sim.numerals import write_fixed
from sim.phrases import phrase
from sim.simulations.skier_config import arrange
from sim.simulations.skier_view import SkierSnapshot

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.panels.skier.page import Page
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

MOST_IGNORED = 120
"""So many frames may come with other settings than those that were sent; after them the engine knows better."""
AT_ONCE = ("pipe_rate", "bowl_rate")
"""Rates of grounds on which a run is short: it begins anew when the hand lets go."""
RATE_OF = {"pipe": "pipe_rate", "bowl": "bowl_rate", "digits": "learning_rate"}


class SkierPanel(Panel):
    """The stage of pages, the controls, and what goes between them and the run."""

    key: ClassVar[str] = "skier"
    picture_step: ClassVar[int] = 60

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: SkierSnapshot | None = None
        self._playing = self._compact = False
        self._awaited: Config | None = None
        self._ignored = 0
        self.stage, self.side = Stage(themes, self), Controls(themes, self)
        self.chooser = ListBox(themes, tuple(title for _, title in TITLES), self)
        self.chooser.set_index(0)
        self.chooser.hide()
        tell(self.chooser, "View", "Which experiment is run.")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self.locks = Locks(self)
        self.failures = Failures(self.stage.failure, self.send, self.key, self.change, self.stage.place_floating)
        self._connect()
        self.stage.turn_to(self.stage.view)
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.side.changed.connect(lambda key, value: self.change({key: value}))
        self.side.released.connect(self._on_released)
        self.side.run.connect(self._on_run)
        self.stage.asked.connect(self.turn_to)
        self.stage.page_made.connect(self._on_page)
        self.chooser.chosen.connect(lambda index: self.turn_to(TITLES[index][0]))

    def _on_page(self, page: Page) -> None:
        page.changed.connect(lambda key, value: self.change({key: value}))
        page.released.connect(self._on_released)
        page.looked.connect(lambda view: self.send(Look(self.key, view)))
        page.arranged.connect(self._on_arranged)
        page.refused.connect(lambda: self.said.emit(self.locks.reason))

    def _on_arranged(self) -> None:
        """Other pictures are seen: with its handle out of sight the button is what to begin with."""
        if self.is_open:
            self._show_run()

    # What the learner does --------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Views with nothing to see before they run begin at once."""
        super().open(config, seed, play)
        self._awaited, self._ignored = config, 0
        self.show_config()
        self.send(Look(self.key, self.stage.page.look()))
        if play and self.stage.page.MOVES:
            self.send(Play(self.key))

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
            config = self.config.replace(values)
            if "view" in values:
                config = arrange(config, "view").replace({key: values[key] for key in values if key != "view"})
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        self.apply(config)

    def turn_to(self, view: str) -> None:
        """Another experiment."""
        self.go({"view": view})

    def go(self, values: dict[str, object]) -> None:
        """Settings of another experiment, which runs by itself where there is nothing to see before."""
        before = self.config["view"]
        if values.get("view", before) != before and all(self.locks.may(key) for key in values):
            self.send(Pause(self.key))
        self.change(values)
        if self.config["view"] != before:
            self.send(Look(self.key, self.stage.page.look()))
            if self.stage.page.MOVES and self.locks.may(RUN) and not self.locks.in_lesson:
                self.send(Play(self.key))

    def _on_released(self, key: str) -> None:
        """A short run shows at once what another rate does."""
        if key in AT_ONCE and self.locks.may(RUN) and not self.locks.in_lesson:
            self.send(Restart(self.key))
            self.send(Play(self.key))

    def _on_run(self) -> None:
        if self.locks.may_use((RUN,)):
            self.send(Pause(self.key) if self._playing else Play(self.key))

    def handle_of(self, page: Page) -> tuple[str, ...]:
        """The setting that the page's own handle moves now."""
        if page.KEY == "catapult":
            return (RATE_OF[self.config["ground"] if self.is_open else "pipe"],)
        return (page.HANDLE,) if page.HANDLE else ()

    # What the engine says ---------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: the part of its view."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, SkierSnapshot):
            return
        self._take_over(frame)
        self.snapshot, self._playing = snapshot, frame.playing
        self.failures.show(snapshot.failure)
        self._show_run()
        if snapshot.view == self.stage.view:
            self.stage.page.show_part(snapshot, self.config)

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

    def show_config(self) -> None:
        """The page of the view, and the controls with what is set."""
        view = self.config["view"]
        self.stage.tabs.set_current(view)
        if view != self.stage.view:
            self.stage.turn_to(view)
        self.chooser.set_index([key for key, _ in TITLES].index(view))
        self.side.show_config(self.config, self.stage.page.controls(self.config))
        self._show_run()
        self._show_try()
        self.locks.apply()
        self.locks.cue_again()

    def _show_run(self) -> None:
        page = self.stage.page
        if self._playing:
            self.side.show_run("Pause", "pause", False)
        elif self.snapshot is not None and self.snapshot.finished and self.snapshot.view == self.stage.view:
            self.side.show_run(page.AGAIN, "reset", False)
        else:
            failed = self.snapshot is not None and self.snapshot.failure is not None
            marked = self.locks.in_lesson or failed or page.handle_seen
            self.side.show_run(page.run_words(self.config), "playtri", not marked)

    def _show_try(self) -> None:
        quiet = self._compact or self.locks.in_lesson or self.themes.current.presentation
        self.side.show_try("" if quiet else self.stage.page.TRY)

    def time_words(self, frame: Frame) -> str:
        """The pass that a training is in; elsewhere steps are what counts."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, SkierSnapshot):
            return ""
        part = snapshot.cone or snapshot.ramp or snapshot.valleys or snapshot.lies
        return "" if part is None else phrase("pass {passes}", passes=write_fixed(part.epoch, 1))

    @property
    def question(self) -> str:
        """On a projector, that of the view."""
        return self.stage.page.QUESTION if self.themes.current.presentation else self.entry.question

    def offers(self) -> tuple[Offer, ...]:
        """Every view, and places worth a look."""
        return skier_offers(self)

    # Lessons ----------------------------------------------------------------------------------------------------------

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)
        if self.is_open:
            self._show_run()
            self._show_try()

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these."""
        self.locks.cue(names)

    # Sizes ------------------------------------------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        """A small window: one picture at a time; the views are chosen in the header."""
        self._compact = compact
        self.stage.set_compact(compact)
        self.side.set_compact(compact)
        self._show_try()

    def compact_header(self) -> QWidget | None:
        """In a small window the views are chosen there."""
        return self.chooser

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._show_try()
