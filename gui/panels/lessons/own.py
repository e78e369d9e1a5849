"""The card for lessons of one's own: open them, see what is wrong with them, take them away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.export_dialog import last_folder, remember_folder
from gui.language import say
from gui.lessons.pack_check import PackCheck
from gui.lessons.packs import OpenPack, Packs
from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Card
from gui.widgets.mistake_list import MistakeList, Wrong
from gui.widgets.notice import Bar
from gui.widgets.scrolled import scrolled
from gui.widgets.words import Elided, Label, tell
from sim.phrases import Own, phrase

if TYPE_CHECKING:
    from sim.lesson_parts import Mistake

FILTERS = ("Lessons (*.zip *.md)", "All files (*)")
ABOUT = "A lesson is a text file. Open one, or a folder or zip of them, or drop them anywhere on this page."


class PackRow(QWidget):
    """One pack: its name, what is in it, check and remove."""

    def __init__(self, themes: ThemeHolder, entry: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        name = Own(entry.pack.name)
        self.name = Elided(themes, name, "value", parent=self)
        count = len(entry.pack.lessons)
        words = phrase("{count} lessons", count=count) if count != 1 else "1 lesson"
        self.count = Label(themes, words, "small", "soft", parent=self)
        about = "Carries out every step, as --check-lesson does, and lists goals that are never reached."
        self.check = Button(themes, "Check", "plain", self, about=about, small=True)
        self.remove = IconButton(themes, "close", phrase("Remove {name}", name=name), "The files stay where they are.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        for part in (self.count, self.check, self.remove):
            row.addWidget(part)


class OwnLessons(Card):
    """Shows what `packs` holds."""

    help_asked = Signal()

    def __init__(self, themes: ThemeHolder, packs: Packs, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self.packs = packs
        self.checking = PackCheck(self)
        self.title = Label(themes, "Your own lessons", "title", parent=self)
        self.about = Label(themes, ABOUT, "body", "soft", wrap=True, parent=self)
        words = "A lesson file (.md) or a zip of lessons."
        self.open_file = Button(themes, "Open a file", "plain", self, about=words, small=True)
        self.open_folder = Button(themes, "Open a folder", "plain", self, about="A folder of lessons.", small=True)
        about = "A template and what can stand in a lesson."
        self.write = Button(themes, "Write a lesson", "ghost", self, about=about, small=True)
        self.doing = Label(themes, "", "small", "soft", parent=self)
        self.bar = Bar(themes, self)
        self.mistakes = MistakeList(themes)
        self.rows: list[PackRow] = []
        self._fill(themes)
        self._connect()
        self.refresh()

    def _fill(self, themes: ThemeHolder) -> None:
        buttons = QHBoxLayout()
        for button in (self.open_file, self.open_folder, self.write):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._list = QVBoxLayout()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addWidget(self.mistakes)
        column.addStretch(1)
        self.area = scrolled(themes, content)
        for part in (self.title, self.about):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.doing)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.open_file.clicked.connect(lambda: self.ask_file())
        self.open_folder.clicked.connect(lambda: self.ask_folder())
        self.write.clicked.connect(lambda: self.help_asked.emit())
        self.packs.changed.connect(self.refresh)
        self.packs.progressed.connect(lambda _: self._show_doing())
        self.checking.done.connect(self._on_checked)

    def ask_file(self) -> QFileDialog:
        """Ask for a lesson or a zip."""
        dialog = self._dialog("Open lessons", QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(list(FILTERS))
        dialog.open()
        return dialog

    def ask_folder(self) -> QFileDialog:
        """Ask for a folder."""
        dialog = self._dialog("Open a folder of lessons", QFileDialog.FileMode.Directory)
        dialog.open()
        return dialog

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, say(title))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setDirectory(str(last_folder(self)))
        dialog.filesSelected.connect(self._on_files)
        return dialog

    def _on_files(self, files: list[str]) -> None:
        if files:
            remember_folder(self, Path(files[0]).parent)
            self.packs.add(Path(file) for file in files)

    def refresh(self) -> None:
        """The packs and their mistakes as they are now."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for entry in self.packs.open:
            row = PackRow(self._themes, entry, self)
            row.remove.clicked.connect(partial(self._remove, entry.pack.name))
            row.check.clicked.connect(partial(self._check, entry))
            self.rows.append(row)
            self._list.addWidget(row)
        self.mistakes.set_rows([wrong_of(mistake) for mistake in self.packs.mistakes])
        self._show_doing()

    def _remove(self, name: str, _: bool = False) -> None:
        self.packs.remove(name)

    def _check(self, entry: OpenPack, _: bool = False) -> None:
        self.checking.start(entry.pack.name, entry.path)
        self._show_doing()

    def _on_checked(self, name: str, mistakes: tuple[Mistake, ...]) -> None:
        self.packs.add_mistakes(name, mistakes)
        if not mistakes:
            self.packs.said.emit(phrase("{name}: every step does what it says.", name=Own(name)))

    def _show_doing(self) -> None:
        reading, checking = self.packs.now, self.checking.running
        words = phrase("Reading {name}", name=Own(reading)) if reading else ""
        if checking and not reading:
            words = phrase("Checking {name}; the window may be used meanwhile.", name=Own(checking))
        self.doing.setText(words)
        self.doing.setVisible(bool(words))
        self.bar.setVisible(bool(reading))
        self.bar.set_share(self.packs.share)
        tell(self.bar, "How far the reading is")
        for row in self.rows:
            row.check.setEnabled(not checking)


def wrong_of(mistake: Mistake) -> Wrong:
    """A mistake as the list shows it."""
    return Wrong(f"{mistake.file}:{mistake.line}", mistake.sentence)
