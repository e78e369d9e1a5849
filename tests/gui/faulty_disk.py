"""A disk that fails: a stand-in for QSaveFile whose n-th operation goes wrong, and a folder nobody can write to."""

import os
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QFileDevice, QSaveFile

UNWRITABLE = Path("/sys/kernel")
"""Refuses new files, also those of root."""


class FaultyFile(QSaveFile):
    """Fails in the operation number `fails_at`, counted over all files from 1 on: open, each write, commit."""

    fails_at: ClassVar[int] = 0
    count: ClassVar[int] = 0
    reason: ClassVar[str] = "No space left on device"
    kind: ClassVar[QFileDevice.FileError] = QFileDevice.FileError.ResourceError

    @classmethod
    def plan(cls, fails_at: int, reason: str = reason, kind: QFileDevice.FileError = kind) -> None:
        """The next failure; 0 is never."""
        cls.fails_at, cls.count, cls.reason, cls.kind = fails_at, 0, reason, kind

    @classmethod
    def _fails(cls) -> bool:
        cls.count += 1
        return cls.count == cls.fails_at

    def open(self, mode: object) -> bool:  # type: ignore[override]
        """As QSaveFile."""
        return not self._fails() and super().open(mode)  # type: ignore[arg-type]

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """As QSaveFile."""
        return -1 if self._fails() else super().write(data)

    def commit(self) -> bool:
        """As QSaveFile; a failing one leaves nothing, as a disk that is full at the last moment."""
        if self._fails():
            self.cancelWriting()
            super().commit()
            return False
        return super().commit()

    def errorString(self) -> str:
        """The reason that was planned."""
        return self.reason

    def error(self) -> QFileDevice.FileError:
        """The kind that was planned."""
        return self.kind


def unwritable_folder(tmp_path: Path) -> Path | None:
    """A real folder that refuses new files; None where there is none (root may write nearly everywhere)."""
    folder = tmp_path / "read only"
    folder.mkdir()
    folder.chmod(0o500)
    for place in (folder, UNWRITABLE):
        if place.is_dir() and not can_write(place):
            return place
    return None


def can_write(folder: Path) -> bool:
    """Does it take a file?"""
    probe = folder / f"probe{os.getpid()}"
    try:
        probe.write_bytes(b"")
    except OSError:
        return False
    probe.unlink()
    return True
