"""Pictures and numbers out of the race: copy, save as PNG or SVG, the paths as CSV, the race as GIF.

The film is drawn by widgets of its own that nobody sees, so that the race on the screen goes on undisturbed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui.export import GifMaker, copy_picture, save_picture, save_text
from gui.export_menu import ask_where
from sim.export import paths_csv

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel

FILM = QSize(720, 480)
FILM_FRAMES = 240
FRAMES_PER_SECOND = 20


class Saving:
    """Connects the menu of one panel's header."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        self._maker: GifMaker | None = None
        self._film: QWidget | None = None
        menu, progress = self._stage.header.export, self._stage.header.progress
        menu.copy_picture.connect(self._copy)
        menu.save_picture.connect(lambda: self._ask("picture", self.save_picture))
        menu.save_paths.connect(lambda: self._ask("paths", self.save_paths))
        menu.save_film.connect(lambda: self._ask("film", self.save_film))
        progress.cancelled.connect(self.cancel)

    def _ask(self, kind: str, save: object) -> None:
        name = f"race-{self._panel.config['surface']}"
        ask_where(self._panel, kind, name, save)

    def _copy(self) -> None:
        copy_picture(self._stage.large)
        self._panel.said.emit("The picture is on the clipboard.")

    def save_picture(self, path: Path) -> None:
        """The large picture as PNG or SVG, by the file's suffix."""
        self._say(save_picture(self._stage.large, path), path)

    def save_paths(self, path: Path) -> None:
        """Every racer's every step as a table."""
        if self._panel.snapshot is not None:
            self._say(save_text(paths_csv(self._panel.snapshot), path), path)

    def _say(self, problem: str, path: Path) -> None:
        self._panel.said.emit(problem or f"Saved as {path.name}.")

    # the film

    def save_film(self, path: Path) -> None:
        """The race from its first step to its last as a GIF, made while everything goes on."""
        if self._maker is not None or self._panel.snapshot is None:
            self._panel.said.emit("One film is being made already.")
            return
        picture = self._double()
        last = self._panel.snapshot.steps
        stride = max(1, -(-last // FILM_FRAMES))
        steps = [*range(0, last, stride), last]

        def frame(index: int) -> QImage:
            picture.set_cursor(steps[index])
            return picture.grab().toImage()

        self._maker = GifMaker(frame, len(steps), FRAMES_PER_SECOND, path, self._panel)
        self._maker.progress.connect(self._stage.header.progress.set_share)
        self._maker.finished.connect(lambda _: self._done(f"Saved as {path.name}."))
        self._maker.failed.connect(self._done)
        self._stage.header.progress.begin("GIF")
        self._maker.start()

    def cancel(self) -> None:
        """No film after all; nothing is left of it."""
        if self._maker is not None:
            self._maker.cancel()
            self._done("The film was cancelled; nothing was saved.")

    def _done(self, words: str) -> None:
        self._stage.header.progress.end()
        self._panel.said.emit(words)
        for leftover in (self._maker, self._film):
            if leftover is not None:
                leftover.deleteLater()
        self._maker = self._film = None

    def _double(self) -> QWidget:
        """A copy of the large picture with everything on it, never shown."""
        picture = self._stage.large.copy_of(self._panel)
        picture.hide()
        picture.resize(FILM)
        self._film = picture
        return picture
