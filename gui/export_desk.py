"""All that a panel needs to let its picture out: the button, the bar, and what happens between them.

The panel says what there is (`Exports`) and places `button` and `progress`; the desk asks for a path, writes, and says
in one sentence how it went. One GIF is made at a time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui.export import PICTURES, copy_picture, image_of, save_picture, save_text
from gui.export_dialog import ask_path
from gui.export_file import ExportError
from gui.export_gif import GifMaker
from gui.export_menu import ExportButton, ExportProgress
from gui.theme import ThemeHolder
from sim.export import RaceLike, paths_csv

MOST_FRAMES = 300
"""Of a longer race the GIF shows steps evenly spread."""


@dataclass(frozen=True)
class Exports:
    """What a panel has to offer, asked for at the moment it is needed."""

    name: Callable[[], str]
    """The file name that is suggested, without its ending."""
    picture: Callable[[], QWidget]
    race: Callable[[], RaceLike | None]
    last_step: Callable[[], int]
    frame: Callable[[int], QImage]
    """The picture of one step, for the GIF; see `frames_of`."""


def frames_of(
    widget: QWidget, show: Callable[[int], object], shown: Callable[[], int], sharpness: float = 1.0
) -> Callable[[int], QImage]:
    """Pictures of a widget at any step: `show` moves it there and, before anything is painted on the screen, back."""

    def frame(step: int) -> QImage:
        back = shown()
        show(step)
        try:
            return image_of(widget, sharpness)
        finally:
            show(back)

    return frame


def steps_of(last: int, most: int = MOST_FRAMES) -> tuple[int, ...]:
    """The steps that a GIF shows: all of them, or `most` evenly spread from the first to the last."""
    count = min(last + 1, most)
    return tuple(round(last * k / max(1, count - 1)) for k in range(count))


class ExportDesk(QObject):
    """`said` carries the sentences for the message line."""

    said = Signal(str)

    def __init__(self, themes: ThemeHolder, exports: Exports, parent: QWidget) -> None:
        super().__init__(parent)
        self._exports = exports
        self._owner = parent
        self.maker: GifMaker | None = None
        self.button = ExportButton(themes, parent)
        self.progress = ExportProgress(themes, parent)
        self.button.copy_asked.connect(self.copy)
        self.button.picture_asked.connect(lambda: self._ask("Save picture", PICTURES, self.save_picture))
        self.button.paths_asked.connect(lambda: self._ask("Save paths", ("csv",), self.save_paths))
        self.button.gif_asked.connect(lambda: self._ask("Save race as GIF", ("gif",), self.save_gif))

    def copy(self) -> None:
        """The picture goes to the clipboard."""
        copy_picture(self._exports.picture())
        self.said.emit("The picture is on the clipboard.")

    def save_picture(self, path: Path) -> None:
        """The picture goes to a file."""
        self._write(path, lambda: save_picture(self._exports.picture(), path))

    def save_paths(self, path: Path) -> None:
        """The paths go to a file."""
        race = self._exports.race()
        if race is None:
            self.said.emit("There is no race yet, so there are no paths to save.")
        else:
            self._write(path, lambda: save_text(paths_csv(race), path))

    def save_gif(self, path: Path) -> None:
        """Begin the moving picture; the bar shows how far it is."""
        if self.maker is not None:
            self.said.emit(f"{self.maker.path.name} is still being made; cancel it first, or wait.")
            return
        self.maker = maker = GifMaker(self._exports.frame, steps_of(self._exports.last_step()), path, parent=self)
        maker.progress.connect(self.progress.set_share)
        maker.finished.connect(lambda _: self._end(f"Saved {path.name}."))
        maker.failed.connect(self._end)
        maker.cancelled.connect(lambda: self._end("No GIF was made."))
        self.progress.cancelled.connect(maker.cancel)
        self.progress.begin()
        self.button.set_busy(True)
        maker.start()

    def _end(self, sentence: str) -> None:
        maker, self.maker = self.maker, None
        if maker is not None:
            maker.deleteLater()
        self.progress.end()
        self.button.set_busy(False)
        self.said.emit(sentence)

    def _ask(self, title: str, kinds: tuple[str, ...], then: Callable[[Path], object]) -> None:
        ask_path(self._owner, title, self._exports.name(), kinds, then)

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except ExportError as error:
            self.said.emit(str(error))
        else:
            self.said.emit(f"Saved {path.name}.")
