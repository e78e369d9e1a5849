"""The page of lessons: the path in large, lessons of one's own, what was guessed and what came.

Nothing runs here. A lesson that is chosen leaves as a link; lessons of one's own are put on the shelf (`shelf_offered`)
and stand at the end of the path. Progress stays on this machine; reset, table and report are here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from gui.drops import Drops
from gui.export import ExportError
from gui.export_dialog import ask_path, settings_of
from gui.language import say
from gui.lessons.packs import Packs
from gui.lessons.path_rows import rows_of
from gui.panels.base import Offer, Panel
from gui.panels.lessons.own import OwnLessons
from gui.panels.lessons.progress import ProgressCard
from gui.panels.lessons.report import KINDS
from gui.panels.lessons.worksheets import save_worksheets
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.lesson_path import DONE, LessonRow, PathBar
from gui.widgets.lesson_tiles import LargePath
from gui.widgets.segments import Segments
from gui.widgets.words import Label, tell
from sim.errors import sentence
from sim.lesson_shelf import Shelf
from sim.phrases import Own, phrase

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

TABS = ("Path", "Own lessons", "Guesses")
SIDE, WIDE_SIDE = 420, 560
HELP, OPEN_OWN = "help:write", "lessons:open"
ABOUT_SHEETS = "For paper: a page for each lesson, with a dare and a question to carry on; the answers come last."


class PathPage(Card):
    """The path in large."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self.title = Label(themes, "Your path", "title", parent=self)
        self.count = Label(themes, "", "value", "soft", parent=self)
        self.bar, self.path = PathBar(themes, self), LargePath(themes, self)
        self.sheets = Button(themes, "Save worksheets", "plain", self, about=ABOUT_SHEETS, small=True)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.sheets)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.path, 1)

    def set_rows(self, rows: Sequence[LessonRow], ours: int) -> None:
        """The lessons as they stand; the first `ours` are the path."""
        done = sum(row.state == DONE for row in rows[:ours])
        self.count.setText(phrase("{count} of {total}", count=done, total=ours) if ours else "")
        self.bar.set_share(done / ours if ours else 0.0)
        tell(self.bar, "Lessons done", self.count.text())
        self.path.set_rows(rows)


class LessonsPanel(Panel):
    """See the module's text."""

    key: ClassVar[str] = "lessons"

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self._ours: Shelf | None = None
        self._keeper: Keeper | None = None
        self._compact = False
        window = self if parent is None else parent
        self.packs = Packs(settings_of(window), self)
        self.path = PathPage(themes, self)
        self.own = OwnLessons(themes, self.packs, self)
        self.progress = ProgressCard(themes, self)
        self.drops = Drops(themes, self, self.packs.add)
        self._remembered = False
        self._tabs = Segments(themes, TABS, self)
        self._tabs.hide()
        self._tabs.setAccessibleName(say("Parts of the page"))
        self._tabs.setToolTip(say("The path, your own lessons and your guesses take turns in a small window"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._connect()
        themes.changed.connect(self._regroup)
        self._regroup()

    def _connect(self) -> None:
        self.path.path.chosen.connect(lambda key: self.link_followed.emit("lesson:" + key))
        self.path.sheets.clicked.connect(lambda: self.ask_worksheets())
        self.own.help_asked.connect(lambda: self.link_followed.emit(HELP))
        self.packs.said.connect(self.said)
        self.packs.changed.connect(self._on_packs)
        self.progress.said.connect(self.said)
        self._tabs.chosen.connect(self._on_tab)

    # Lessons ---------------------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Nothing runs on a page."""

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Nothing comes from the engine."""

    def open_place(self, place: str) -> None:
        """Ask for lessons, where that is what the window wants."""
        if place == OPEN_OWN:
            self.own.ask_file()

    def open_files(self, paths: list[Path]) -> None:
        """Files were dropped on the window."""
        self.packs.add(paths)

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """Which lessons there are, and how far the learner is."""
        if keeper is not self._keeper:
            if self._keeper is not None:
                self._keeper.changed.disconnect(self._show)
            keeper.changed.connect(self._show)
        first = self._ours is None
        self._keeper, self._ours = keeper, shelf
        self.progress.set_lessons(shelf, keeper)
        self._show()
        if first:
            self.packs.add_remembered()

    def _on_packs(self) -> None:
        if self._ours is not None:
            shelf = self.packs.shelf(self._ours)
            if shelf != self._ours:
                self._ours = shelf
                self.shelf_offered.emit(shelf)
            self._show()
        self._share_out()

    def _share_out(self) -> None:
        """Guesses get the room that packs do not need."""
        self._grid.setRowStretch(0, 3 if self.packs.open else 1)
        self._grid.setRowStretch(1, 3)

    def _show(self) -> None:
        if self._ours is None or self._keeper is None:
            return
        ours = sum(not row.pack for row in self._ours.rows)
        self.path.set_rows(rows_of(self._ours, self._keeper.progress, packs=True), ours)

    def offers(self) -> tuple[Offer, ...]:
        """What can be done here."""
        return (
            Offer("Open lessons", "A lesson file or a zip of your own", "book", self.own.ask_file),
            Offer("Open a folder of lessons", "A folder of your own", "book", self.own.ask_folder),
            Offer("Save worksheets", "Work on paper for every lesson, to print", "export", self.ask_worksheets),
            Offer("Save report", "Your guesses and what came, to print", "export", self.progress.ask_report),
        )

    # Worksheets ------------------------------------------------------------------------------------------------------

    def ask_worksheets(self) -> QFileDialog:
        """Ask where the worksheets go."""
        return ask_path(self, "Save worksheets", "nutshell-worksheets", KINDS, self.save_worksheets)

    def save_worksheets(self, path: Path) -> None:
        """The worksheets of every lesson on the shelf, for paper."""
        try:
            save_worksheets(path, self._ours or Shelf())
        except ExportError as error:
            self.said.emit(sentence(error))
            return
        self.said.emit(phrase("Saved {name}.", name=Own(path.name)))

    # Sizes -----------------------------------------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        """A small window: one part at a time."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the path alone."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the parts take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _regroup(self) -> None:
        theme = self.themes.current
        alone = self._tabs.index if self._compact else 0 if theme.presentation else None
        parts: tuple[QWidget, ...] = (self.path, self.own, self.progress)
        for number, part in enumerate(parts):
            self._grid.removeWidget(part)
            part.setVisible(alone is None or number == alone)
        self._grid.setSpacing(theme.size("card_gap"))
        if alone is not None:
            self._grid.addWidget(parts[alone], 0, 0, 2, 2)
        else:
            self._grid.addWidget(self.path, 0, 0, 2, 1)
            self._grid.addWidget(self.own, 0, 1)
            self._grid.addWidget(self.progress, 1, 1)
        self._share_out()
        self._grid.setColumnStretch(0, 1)
        self._measure()

    def _measure(self) -> None:
        theme = self.themes.current
        alone = self._compact or theme.presentation
        wide = round(min(max(theme.px(SIDE), 0.36 * self.width()), theme.px(WIDE_SIDE), 0.55 * self.width()))
        for part in (self.own, self.progress):
            part.setMinimumWidth(0 if alone else wide)
            part.setMaximumWidth(16_777_215 if alone else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other shares."""
        super().resizeEvent(event)
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """What was noted meanwhile."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on behind the scenes."""
        super().hideEvent(event)
        self.own.checking.stop()
        self.own.refresh()
