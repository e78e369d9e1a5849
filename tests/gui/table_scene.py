"""Tables on the disk and the part of the playground that opens them, for the tests of a learner's own data."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gui.panels.playground.own_files import OwnFiles
from sim.datasets import targets
from sim.simulations.playground_view import Data, OwnData

PATIENCE = 30_000


class Desk:
    """An `OwnFiles` and what it has said and opened."""

    def __init__(self, files: OwnFiles, folder: Path, qtbot: QtBot) -> None:
        self.files = files
        self._folder = folder
        self._qtbot = qtbot
        self.opened = QSignalSpy(files.opened)
        self.said = QSignalSpy(files.said)

    def write(self, content: bytes | str, name: str = "table.csv") -> Path:
        """A file on the disk."""
        path = self._folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, content: bytes | str | Path, encoding: str = "utf-8") -> OwnData | None:
        """Open a table and wait for its end: the points, or None where it was refused."""
        count = self.opened.count()
        self.files.read(content if isinstance(content, Path) else self.write(content), encoding)
        self.finish()
        return self.opened.at(count)[0] if self.opened.count() > count else None

    def finish(self, until: Callable[[], bool] | None = None) -> None:
        """Wait until nothing is being read, or until something holds."""
        self._qtbot.waitUntil(until or (lambda: not self.files.reading.busy), timeout=PATIENCE)

    @property
    def sentences(self) -> list[str]:
        """What has been said so far."""
        return [self.said.at(k)[0] for k in range(self.said.count())]

    @property
    def refusal(self) -> str:
        """The sentence on the card of a refused file."""
        return self.files.notice.accessibleDescription() if self.files.notice.kind == "broken" else ""


def data_of(x: np.ndarray, answers: np.ndarray, classes: tuple[str, ...] = ("0", "1"), key: str = "own") -> Data:
    """Points as a snapshot holds them."""
    columns = tuple(f"x{k + 1}" for k in range(x.shape[1]))
    train = np.ones(len(x), np.bool_)
    return Data(key, "Points", x, answers, targets(answers, len(classes)), train, (-1, 1, -1, 1), classes, columns)
