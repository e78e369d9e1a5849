"""The line above the pictures: what is shown, the chips that lay something over it, and the way out for pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.export_menu import ExportButton, ExportProgress
from gui.language import say
from gui.panels.race.overlays import OVERLAYS, is_on
from gui.widgets.button import IconButton
from gui.widgets.chip import Chip
from gui.widgets.shapes import elided
from gui.widgets.words import Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

LEAST_TITLE = 170
FLAGS = {overlay.key: overlay.flags for overlay in OVERLAYS}
SWAP_HELP = "Exchange the large picture and the small one"


class StageHeader(QWidget):
    """`switched` carries the key of an overlay and whether it is on; `swap` asks for the other large picture."""

    switched = Signal(str, bool)
    swap = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._words = ("", "")
        self._topic: frozenset[str] | None = None
        self._title = Label(themes, "", "heading", parent=self)
        self._formula = Label(themes, "", "small", "faint", parent=self)
        for label in (self._title, self._formula):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._names = QVBoxLayout()
        self._names.addWidget(self._title)
        self._names.addWidget(self._formula)
        self.chips = {
            overlay.key: Chip(themes, overlay.label, "toggle", parent=self, about=overlay.words())
            for overlay in OVERLAYS
        }
        self.progress = ExportProgress(themes, self)
        self.export = ExportButton(themes, self)
        self._swap = IconButton(themes, "full", "Swap the pictures", SWAP_HELP, self)
        self._swap.clicked.connect(self.swap)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._names, 1)
        for key, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, key))
            self._row.addWidget(chip)
        for part in (self.progress, self.export, self._swap):
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()

    def set_words(self, title: str, formula: str) -> None:
        """The name of the surface, and its formula as far as there is room."""
        self._words = (title, formula)
        self._write()

    def set_config(self, config: Config) -> None:
        """Show which overlays are on; nothing is signalled."""
        for overlay in OVERLAYS:
            self.chips[overlay.key].setChecked(is_on(overlay, config))
        self._fit()

    def set_topic(self, names: frozenset[str] | None) -> None:
        """A lesson is about these settings: layers that are neither among them nor on stay away; None: all."""
        self._topic = names
        self._fit()

    def show_progress(self, shown: bool) -> None:
        """While a film is made, its bar stands where the chips would go on."""
        self.export.set_busy(shown)
        if shown:
            self.progress.begin()
        else:
            self.progress.end()
        self._fit()

    def _on_chip(self, key: str) -> None:
        self.switched.emit(key, self.chips[key].isChecked())

    def _write(self) -> None:
        title, formula = self._words
        room = max(self._title.width(), 40)
        self._title.setText(elided(title, self._title.font(), room))
        self._formula.setText(elided(formula, self._formula.font(), room))
        self._title.setToolTip(say(title))
        self._formula.setToolTip(say(formula))

    def _fit(self) -> None:
        """As many chips as leave the title its room; the others stand on the page of settings."""
        theme = self._themes.current
        gap = self._row.spacing()
        others = sum(part.sizeHint().width() + gap for part in (self.export, self._swap))
        others += self.progress.sizeHint().width() + gap if self.progress.isVisibleTo(self) else 0
        room = self.width() - others - theme.px(LEAST_TITLE)
        for key, chip in self.chips.items():
            wanted = self._topic is None or chip.isChecked() or self._topic.issuperset(FLAGS[key])
            room -= chip.sizeHint().width() + gap if wanted else 0
            chip.setVisible(wanted and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the chips and the words."""
        self._fit()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(6)))
        self._names.setSpacing(0)
        self._fit()
