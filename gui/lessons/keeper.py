"""What the learner has predicted and finished, in memory and on the disk.

Every note is written a moment later, whole or not at all; `flush` writes at once and belongs to closing. Where the
disk refuses, that is said once, and what was learned stays in memory. What another window has written meanwhile is
kept: both change the same file, each only what was learned in it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from sim.phrases import phrase
from sim.progress import Progress, merged, read_progress, save_progress

NAME = "progress.json"
SOON = 400  # ms


class Keeper(QObject):
    """`changed` after every note; `said` carries a sentence. Without a folder nothing touches the disk."""

    changed = Signal()
    said = Signal(object)

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = None if folder is None else folder / NAME
        self._warned = False
        self.progress, self.notice = (Progress(), "") if self._path is None else read_progress(self._path)
        self._stored, self._stamp = self.progress, None if self.notice else self._stamp_now()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.flush)

    def note(self, key: str, title: str, **values: Any) -> None:
        """Something about a step, as in `Progress.noted`."""
        self.take(self.progress.noted(key, title, **values))

    def complete(self, key: str) -> None:
        """The lesson is finished now."""
        self.take(self.progress.completed(key, now()))

    def reset(self, key: str | None = None) -> None:
        """Forget one lesson, or all."""
        self.take(self.progress.reset(key))

    def take(self, progress: Progress) -> None:
        """Other progress."""
        if progress != self.progress:
            self.progress = progress
            self._soon.start()
            self.changed.emit()

    def flush(self) -> None:
        """Write it down."""
        self._soon.stop()
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._take_in(self._path)
            if self.progress != self._stored:
                save_progress(self._path, self.progress)
            self._stored, self._stamp = self.progress, self._stamp_now()
        except OSError as error:
            if not self._warned:
                self._warned = True
                why = error.strerror or "no reason is given"
                self.said.emit(phrase("Progress cannot be stored ({why}); it is kept while the program runs.", why=why))

    def _take_in(self, path: Path) -> None:
        """What another window has stored since. OSError where the file cannot be read: it is not written over."""
        stamp = self._stamp_now()
        if stamp is None:
            self._stored = Progress()
        if stamp is None or stamp == self._stamp:
            return
        with path.open("rb"):
            theirs, notice = read_progress(path)
        if notice:
            self._stored = Progress()
            self.said.emit(notice)
            return
        self.progress, self._stored = merged(self._stored, self.progress, theirs), theirs
        self.changed.emit()

    def _stamp_now(self) -> tuple[int, int, int] | None:
        """What differs as soon as someone writes the file; None without one."""
        try:
            found = None if self._path is None else self._path.stat()
        except OSError:
            return None
        return None if found is None else (found.st_mtime_ns, found.st_size, found.st_ino)


def now() -> str:
    """The present moment, to the minute, as it is noted."""
    return datetime.now().isoformat(timespec="minutes")
