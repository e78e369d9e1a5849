"""The card of what was guessed: a row per step with guess and outcome, reset, table and report. All of it is local."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from gui.export import ExportError, save_text
from gui.export_dialog import ask_path
from gui.lessons.keeper import Keeper, now
from gui.panels.lessons.report import guess_words, outcome_words, save_report
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.scrolled import scrolled
from gui.widgets.words import Label
from sim.errors import sentence
from sim.lesson_shelf import Shelf
from sim.phrases import Own, phrase
from sim.progress import LessonNote, Progress, progress_csv

NOTHING = "Nothing yet. What you guess and find out in a lesson is noted here, on this machine and nowhere else."
MOST_ROWS = 300
HEADS = ("Step", "Your guess", "What came")


class ProgressCard(Card):
    """Shows what a keeper holds."""

    said = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self._shelf = Shelf()
        self._keeper: Keeper | None = None
        self._before: Progress | None = None
        self.title = Label(themes, "What you guessed", "title", parent=self)
        self.nothing = Label(themes, NOTHING, "body", "soft", wrap=True, parent=self)
        about = "A clean page to hand in or to keep: your guesses and what came of them."
        self.report = Button(themes, "Save report", "plain", self, about=about, small=True)
        self.table = Button(themes, "Save table", "plain", self, about="As CSV, for a spreadsheet.", small=True)
        about = "Forgets guesses, answers and finished lessons. Undo stands here afterwards."
        self.reset = Button(themes, "Start over", "ghost", self, about=about, small=True)
        self.undo = Button(themes, "Undo", "plain", self, about="Brings back what was forgotten.", small=True)
        self._air = QWidget(self)
        self._grid_host = QWidget()
        self._grid = QGridLayout(self._grid_host)
        self._labels: list[Label] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._fill()
        themes.changed.connect(self._space)
        self._space()

    def _fill(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.report, self.table, self.reset, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate((4, 3, 3)):
            self._grid.setColumnStretch(column, share)
        self.area = scrolled(self._themes, self._grid_host)
        self.body.addWidget(self.title)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self._air, 1)
        self.body.addLayout(buttons)
        self.report.clicked.connect(lambda: self.ask_report())
        self.table.clicked.connect(lambda: self.ask_table())
        self.reset.clicked.connect(lambda: self.forget())
        self.undo.clicked.connect(lambda: self.bring_back())

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """Whose notes these are."""
        if self._keeper is not keeper:
            if self._keeper is not None:
                self._keeper.changed.disconnect(self._on_changed)
            keeper.changed.connect(self._on_changed)
        self._shelf, self._keeper = shelf, keeper
        self.refresh()

    @property
    def progress(self) -> Progress:
        """What is known."""
        return Progress() if self._keeper is None else self._keeper.progress

    def _on_changed(self) -> None:
        self._soon.start(0)

    # Reset -----------------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Start over; Undo brings everything back."""
        if self._keeper is not None and self.progress.lessons:
            self._before = self.progress
            self._keeper.reset()
            self.refresh()
            self.undo.setFocus()

    def bring_back(self) -> None:
        """What was forgotten, without losing what was noted since."""
        if self._keeper is not None and self._before is not None:
            self._keeper.take(Progress({**self._before.lessons, **self.progress.lessons}))
            self._before = None
            self.refresh()

    # Files -----------------------------------------------------------------------------------------------------------

    def ask_table(self) -> QFileDialog:
        """Ask where the table goes."""
        return ask_path(self, "Save table", "nutshell-progress", ("csv",), self.save_table)

    def ask_report(self) -> QFileDialog:
        """Ask where the report goes."""
        return ask_path(self, "Save report", "nutshell-report", ("pdf", "html"), self.save_report)

    def save_table(self, path: Path) -> None:
        """All notes as CSV."""
        self._save(path, lambda: save_text(progress_csv(self.progress), path))

    def save_report(self, path: Path) -> None:
        """All notes as a page."""
        self._save(path, lambda: save_report(path, self._shelf, self.progress, now()))

    def _save(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except ExportError as error:
            self.said.emit(sentence(error))
            return
        self.said.emit(phrase("Saved {name}.", name=Own(path.name)))

    # Rows ------------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The notes as they are now."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        known = bool(self.progress.lessons)
        for row, words in enumerate(rows_of(self._shelf, self.progress)):
            self._add_row(row, words)
        self._grid.setRowStretch(len(self._labels) + 1, 1)
        self.nothing.setVisible(not known)
        self.area.setVisible(known)
        self._air.setVisible(not known)
        for button in (self.report, self.table, self.reset):
            button.setEnabled(known)
        self.reset.setVisible(known or self._before is None)
        self.undo.setVisible(self._before is not None and not known)
        if known:
            self._before = None

    def _add_row(self, row: int, words: tuple[str, ...]) -> None:
        if len(words) == 1:
            title = Label(self._themes, words[0], "heading", wrap=True, parent=self._grid_host)
            self._grid.addWidget(title, row, 0, 1, 3)
            self._labels.append(title)
            return
        head = words == HEADS
        for column, word in enumerate(words):
            role, color = ("section", "faint") if head else ("small", "you" if column == 1 else "ink")
            label = Label(self._themes, word, role, color, wrap=not head, parent=self._grid_host)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._labels.append(label)

    def _space(self) -> None:
        theme = self._themes.current
        self._grid.setHorizontalSpacing(round(theme.px(12)))
        self._grid.setVerticalSpacing(round(theme.px(6)))


def rows_of(shelf: Shelf, progress: Progress) -> list[tuple[str, ...]]:
    """What stands in the table: the heads, then per lesson its title, then its steps."""
    rows: list[tuple[str, ...]] = [HEADS]
    for key, note in progress.lessons.items():
        rows.append((title_words(shelf, key, note),))
        for title, step in note.steps.items():
            rows.append((Own(title), guess_words(step), outcome_words(step)))
        if len(rows) >= MOST_ROWS:
            rows.append((phrase("The table has all {count} lessons.", count=len(progress.lessons)),))
            break
    return rows


def title_words(shelf: Shelf, key: str, note: LessonNote) -> str:
    """The title of a lesson, and when it was finished."""
    title = shelf.lesson(key).lesson.title if key in shelf else Own(key)
    if not note.finished:
        return title
    return phrase("{title}, finished on {date}", title=title, date=Own(note.finished[:10]))
