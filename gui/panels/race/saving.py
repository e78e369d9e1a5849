"""Pictures and numbers out of the race: copy, save as PNG or SVG, the paths as CSV, the race as GIF.

The film is drawn by a picture of its own that nobody sees, so that the race on the screen goes on undisturbed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from gui.export import ExportError, GifMaker, copy_picture, image_of, save_picture, save_text
from gui.export_dialog import ask_path
from gui.panels.race.painting import fill_map, fill_surface
from gui.widgets.contour_map import ContourMap
from gui.widgets.surface_view import SurfaceView
from sim.errors import sentence
from sim.export import paths_csv
from sim.phrases import Own, phrase

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel
    from sim.simulations.race import RaceSnapshot

FILM = QSize(720, 480)
FILM_FRAMES = 240
KINDS = {
    "picture": ("Save picture", ("png", "svg")),
    "paths": ("Save paths", ("csv",)),
    "film": ("Save race", ("gif",)),
}


class Saving:
    """Connects the menu of one panel's header."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        self._maker: GifMaker | None = None
        self._film: ContourMap | SurfaceView | None = None
        menu, progress = self._stage.header.export, self._stage.header.progress
        menu.copy_asked.connect(self.copy)
        menu.picture_asked.connect(lambda: self._ask("picture", self.save_picture))
        menu.paths_asked.connect(lambda: self._ask("paths", self.save_paths))
        menu.gif_asked.connect(lambda: self._ask("film", self.save_film))
        progress.cancelled.connect(self.cancel)

    def _ask(self, kind: str, save: Callable[[Path], None]) -> None:
        title, kinds = KINDS[kind]
        ask_path(self._panel, title, f"race-{self._panel.config['surface']}", kinds, save)

    def copy(self) -> None:
        """The large picture, for pasting."""
        copy_picture(self._stage.large)
        self._panel.said.emit("The picture is on the clipboard.")

    def save_picture(self, path: Path) -> None:
        """The large picture as PNG or SVG, by the file's ending."""
        self._try(path, lambda: save_picture(self._stage.large, path))

    def save_paths(self, path: Path) -> None:
        """Every racer's every step as a table."""
        snapshot = self._panel.snapshot
        if snapshot is not None:
            self._try(path, lambda: save_text(paths_csv(snapshot), path))

    def _try(self, path: Path, save: Callable[[], None]) -> None:
        try:
            save()
        except ExportError as error:
            self._panel.said.emit(sentence(error))
        else:
            self._panel.said.emit(phrase("Saved as {name}.", name=Own(path.name)))

    # the film

    def save_film(self, path: Path) -> None:
        """The race from its first step to its last as a GIF, made while everything goes on."""
        snapshot = self._panel.snapshot
        if snapshot is None:
            return
        if self._maker is not None:
            self._panel.said.emit("One film is being made already; wait for it, or cancel it.")
            return
        picture = self._double(snapshot)
        stride = -(-snapshot.steps // FILM_FRAMES)
        steps = sorted({*range(0, snapshot.steps, stride), snapshot.steps})

        def frame(step: int) -> QImage:
            picture.set_cursor(step)
            return image_of(picture, 1.0)

        self._film = picture
        self._maker = GifMaker(frame, steps, path, parent=self._panel)
        self._maker.progress.connect(self._stage.header.progress.set_share)
        self._maker.finished.connect(lambda _: self._done(phrase("Saved as {name}.", name=Own(path.name))))
        self._maker.failed.connect(self._done)
        self._maker.cancelled.connect(lambda: self._done("The film was cancelled; nothing was saved."))
        self._stage.header.show_progress(True)
        self._maker.start()

    def cancel(self) -> None:
        """No film after all; nothing is left of it."""
        if self._maker is not None:
            self._maker.cancel()

    def _done(self, words: str) -> None:
        self._stage.header.show_progress(False)
        self._panel.said.emit(words)
        for leftover in (self._maker, self._film):
            if leftover is not None:
                leftover.deleteLater()
        self._maker = self._film = None

    def _double(self, snapshot: RaceSnapshot) -> ContourMap | SurfaceView:
        """A copy of the large picture with the whole race on it, never shown."""
        stage = self._stage
        if stage.large is stage.map:
            chart = ContourMap(self._panel.themes, self._panel)
            chart.hide()
            chart.resize(FILM)
            fill_map(chart, snapshot, stage.map.view.plane)
            return chart
        solid = SurfaceView(self._panel.themes, self._panel)
        solid.hide()
        solid.resize(FILM)
        camera = stage.surface.camera
        fill_surface(solid, snapshot)
        solid.set_camera(camera.azimuth, camera.elevation, camera.zoom)
        return solid
