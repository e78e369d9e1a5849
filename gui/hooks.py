"""When something goes wrong that nobody has answered: it is written down, said once, and the program lives on.

Three doors lead here: exceptions that reach the event loop (slots, timers, paint events), exceptions that end a
Python thread, and messages of Qt itself. Each origin speaks once, in the message line; the whole text goes to the
error log. A crash of native code leaves its stack in `crash.log`, which the next start finds and names.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

CRASH_LOG = "crash.log"
LAST_CRASH = "crash.last.log"
ERROR_LOG = "errors.log"
LOG_SIZE = 256 * 1024

# Said by Qt's platform plugins about themselves; nobody can act on them.
HARMLESS = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)

log = logging.getLogger("nutshell")


class Watch(QObject):
    """Stands at the three doors between `install` and `remove`, and remembers what came through in `failures`."""

    said = Signal(object)  # one sentence for the message line; emitted from whatever thread failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.failures: list[str] = []
        self._origins: set[str] = set()
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        """Take over the three hooks."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._raised
        threading.excepthook = self._thread_raised
        self._before = (*before, qInstallMessageHandler(self._qt_said))

    def remove(self) -> None:
        """Give the hooks back to whoever had them."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("unanswered exception\n%s", text)
        self.failures.append(text)
        origin = _origin(trace)
        let_go(error)
        if origin not in self._origins:
            self._origins.add(origin)
            self.said.emit(f"Something went wrong in {origin}: {_sentence(kind, error)}. Your work goes on.")

    def _thread_raised(self, problem: threading.ExceptHookArgs) -> None:
        if problem.exc_value is not None:
            self._raised(problem.exc_type, problem.exc_value, problem.exc_traceback)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or text.startswith(HARMLESS):
            log.debug("Qt: %s", text)
            return
        log.warning("Qt: %s", text)
        self.failures.append(f"Qt: {text}")
        if kind != QtMsgType.QtWarningMsg and text not in self._origins:
            self._origins.add(text)
            self.said.emit(f"Qt reports a problem: {text.rstrip('.')}.")


def let_go(error: BaseException | None) -> None:
    """Forget the variables of the frames an exception came through, and of those behind it.

    Python keeps the last exception, the exception its frames, and a frame of a paint event its painter: Qt would go on
    with a picture that is still being painted, and crash.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _origin(trace: TracebackType | None) -> str:
    """Where it was raised, as a person would name it: module and function."""
    if trace is None:
        return "an unknown place"
    frame = traceback.extract_tb(trace)[-1]
    return f"{Path(frame.filename).stem}, {frame.name}"


def _sentence(kind: type[BaseException], error: BaseException) -> str:
    text = " ".join(str(error).split())[:160].rstrip(".")
    return f"{kind.__name__}: {text}" if text else kind.__name__


class CrashLog:
    """The file into which a dying interpreter writes its stacks, and the news of the last time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: IO[str] | None = None

    def open(self, versions: str) -> str | None:
        """Start writing crashes to the log. Returns a sentence where the last run crashed."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            news = self._news()
            self._file = (self.folder / CRASH_LOG).open("a", encoding="utf-8")
            self._file.write(versions + "\n")
            self._file.flush()
        except OSError as error:
            log.warning("no crash log in %s: %s", self.folder, error)
            faulthandler.enable()
            return None
        faulthandler.enable(self._file)
        return news

    def close(self) -> None:
        """A clean end: there was no crash, so no log stays."""
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
            self._file = None
            (self.folder / CRASH_LOG).unlink(missing_ok=True)

    def _news(self) -> str | None:
        path = self.folder / CRASH_LOG
        if not path.exists() or "Fatal Python error" not in path.read_text(encoding="utf-8", errors="replace"):
            path.unlink(missing_ok=True)
            return None
        path.replace(self.folder / LAST_CRASH)
        return f"Nutshell stopped unexpectedly last time; the report is in {self.folder / LAST_CRASH}."


def open_error_log(folder: Path) -> None:
    """Write warnings and errors to stderr and, where the folder can be written, to a small log."""
    log.setLevel(logging.WARNING)
    if log.handlers:
        return
    log.addHandler(logging.StreamHandler())
    try:
        file = RotatingFileHandler(folder / ERROR_LOG, maxBytes=LOG_SIZE, backupCount=1, delay=False, encoding="utf-8")
    except OSError:
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(file)
