"""The timeline: who found what when, what led to what, when money was gone, and which of it runs here.

It opens at rest with everything in sight; Play lets the years pass. An event that is opened shows its card at the
right, with arcs to what it builds on and what it led to. The learner can draw seasons of his own, reveal the winters,
and sort claims; all of that is an edit of the run. What the canvas shows: `showing`; what lessons lock: `locks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels.base import Offer, Panel
from gui.panels.timeline.locks import Locks
from gui.panels.timeline.offers import offers as timeline_offers
from gui.panels.timeline.showing import cards_of, content_of, events, hits, table_shown
from gui.panels.timeline.stage import Stage
from gui.widgets.segments import Segments
from gui.widgets.words import tell
from sim.commands import Edit, Seek
from sim.errors import ConfigError, sentence
from sim.phrases import phrase
from sim.simulations.timeline import LAST_STEP, MONTHS, TIMELINE, TimelineSnapshot
from sim.timeline import FIRST_YEAR

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.lesson_shelf import Shelf
    from sim.mailbox import Frame
    from sim.timeline import TryIt

MACHINES = 1


class TimelinePanel(Panel):
    """Canvas, head and card of one walk through history."""

    key: ClassVar[str] = "timeline"
    picture_step: ClassVar[int] = LAST_STEP

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: TimelineSnapshot | None = None
        self._chosen = ""
        self._known_opened: tuple[str, ...] = ()
        self._compact = False
        self.stage = Stage(themes, self)
        self._tabs = Segments(themes, ("Events", "Machines"), self)
        self._tabs.hide()
        tell(self._tabs, "Pictures", "Events and machines take turns in a small window.")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage)
        self.locks = Locks(self)
        self._connect()

    def _connect(self) -> None:
        stage = self.stage
        stage.head.changed.connect(self._on_head)
        stage.head.entered.connect(self.open_first)
        stage.head.reveal_asked.connect(lambda: self._do("reveal", True))
        stage.view.opened.connect(self.open_event)
        stage.view.season_drawn.connect(lambda first, last: self._do("draw", (first, last)))
        stage.view.season_erased.connect(lambda year: self._do("erase", year))
        stage.view.refused.connect(lambda: self.said.emit(self.locks.reason))
        stage.table.sorted_into.connect(lambda card, box: self._do("sort", (card, box)))
        stage.card.closed.connect(self.close_card)
        stage.card.event_asked.connect(self.open_event)
        stage.card.try_asked.connect(self._on_try)
        stage.card.lesson_asked.connect(lambda key: self.link_followed.emit(f"lesson:{key}"))
        stage.card.link_followed.connect(self.link_followed)
        self._tabs.chosen.connect(self._on_tab)

    # What the learner does --------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Everything has happened, and rests. play False: nothing has happened yet."""
        super().open(config, seed, play)
        self._known_opened = ()
        self._forget_card()
        self.show_config()
        if play:
            self.show_all()

    def show_all(self) -> None:
        """The end of 2015."""
        self.send(Seek(self.key, LAST_STEP))

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self.configure(config)
        self.show_config()

    def change(self, values: dict[str, object]) -> None:
        """Set these settings; say so where one is refused, or locked."""
        if not self.locks.may_use(values):
            self.show_config()
            return
        try:
            config = TIMELINE.arrange(self.config.replace(values), next(iter(values)))
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        self.apply(config)

    def _on_head(self, values: dict[str, object]) -> None:
        free = {key: value for key, value in values.items() if self.locks.may(key)}
        self.change(free or values)

    def _do(self, what: str, value: object) -> None:
        if self.locks.may_use((what,)):
            self.send(Edit(self.key, what, value))

    def open_event(self, id: str) -> None:
        """Show the card of an event; it counts as opened."""
        if not self.locks.may_use(("open",)):
            return
        try:
            event = events().event(id)
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        self._choose(id)
        self.send(Edit(self.key, "open", id))
        self.marked.emit(f"card.{event.number}", 1.0)

    def open_first(self) -> None:
        """Open the best hit of the search; say so where there is none."""
        found = hits(self.config, self.snapshot) if self.snapshot is not None and self.is_open else ()
        if found:
            self.open_event(found[0])
        else:
            self.said.emit("No event was found. Try a name, a word or a year such as 1989.")

    def open_place(self, place: str) -> None:
        """Show the event that a link names."""
        self.open_event(place.partition(":")[2])

    def close_card(self) -> None:
        """Take the card away; the keyboard walks on from its event."""
        chosen = self._chosen
        self._forget_card()
        self._draw()
        self.stage.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen:
            self.stage.view.focus_on(chosen)

    def _choose(self, id: str) -> None:
        self._chosen = id
        self.stage.show_event(events().event(id))
        self._draw()
        self.stage.view.reveal(id)
        self.stage.view.focus_on(id)

    def _forget_card(self) -> None:
        self._chosen = ""
        self.stage.close_card()

    def _on_try(self, target: TryIt) -> None:
        self.asked_for.emit(target.panel, dict(target.settings))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the card, wherever the focus is in the panel."""
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self.close_card()
        else:
            super().keyPressEvent(event)

    # What the engine says ---------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: the years as far as they have come."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, TimelineSnapshot):
            return
        before, self.snapshot = self.snapshot, snapshot
        self.stage.view.set_playing(frame.playing)
        if before is None or before != snapshot:
            self._follow_opened(snapshot)
            self._draw()

    def _follow_opened(self, snapshot: TimelineSnapshot) -> None:
        """An event that a script opened shows its card too."""
        opened, known = snapshot.opened, self._known_opened
        self._known_opened = opened
        if opened and opened != known and opened[-1] != self._chosen and len(opened) >= len(known):
            self._choose(opened[-1])

    def show_config(self) -> None:
        """Head and table show what is set."""
        self.stage.head.show_config(self.config)
        table = table_shown(self.config)
        if table is not None:
            self.stage.table.set_table(table.question, table.boxes, cards_of(table))
        self.stage.show_table(table is not None)
        self._draw()

    def _draw(self) -> None:
        """The canvas, the head and the table from the newest snapshot."""
        if self.snapshot is None or not self.is_open:
            return
        machines = self._tabs.index == MACHINES
        self.stage.view.set_content(
            content_of(self.config, self.snapshot, self._chosen, self._compact, machines)
        )
        self.stage.head.show_snapshot(self.config, self.snapshot)
        self.stage.table.set_sorted(dict(self.snapshot.sorted_into))

    def time_words(self, frame: Frame) -> str:
        """The month."""
        year, month = divmod(frame.step, MONTHS)
        name = QLocale().standaloneMonthName(month + 1, QLocale.FormatType.ShortFormat)
        return phrase("{month} {year}", month=name, year=f"{FIRST_YEAR + year}")

    def offers(self) -> tuple[Offer, ...]:
        """Every event, every lane, what can be shown or hidden."""
        return timeline_offers(self)

    # Lessons ----------------------------------------------------------------------------------------------------------

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """The card names the lessons that there are."""
        self.stage.set_lesson_titles({row.key: row.lesson.title for row in shelf.rows})

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason)

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these."""
        self.locks.cue(names or ())

    # Sizes ------------------------------------------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        """A small window: events and machines take turns, the card covers the stage."""
        self._compact = compact
        self.stage.set_compact(compact)
        self._draw()

    def compact_header(self) -> QWidget | None:
        """In a small window the pictures take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._draw()


