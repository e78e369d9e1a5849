"""Answers that need runs of their own, computed beside the window by `sim.lesson_answer`.

One process at a time, the next question when it has ended; what nobody waits for any more is stopped. Closing the
program stops all of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from sim.lesson_page import Guess
from sim.lesson_parts import Lesson

SECONDS = 60
GRACE = 30
"""Seconds for starting the process, and for compiling what it needs."""
ROOT = Path(__file__).resolve().parent.parent.parent
START = "import sys; sys.path.insert(0, sys.argv[1]); from sim.lesson_answer import begin; begin()"
LARGEST_REPLY = 100_000
NOT_STARTED = "The answer could not be computed: no process could be started."
TOO_LONG = "The answer could not be computed in time."
STOPPED = "The answer could not be computed: its process ended early."


@dataclass(frozen=True)
class Question:
    """A step of a lesson."""

    lesson: Lesson
    place: int


def command() -> tuple[str, list[str]]:
    """The program that answers, and its arguments. It finds our own modules wherever the program was started from."""
    return sys.executable, ["-c", START, str(ROOT)]


class Answers(QObject):
    """`told` carries the lesson's key, the place of the step, the answer or None, and a sentence where there is none.

    launch: the program that answers; another one in tests.
    """

    told = Signal(str, int, object, str)

    def __init__(self, parent: QObject | None = None, launch: Callable[[], tuple[str, list[str]]] = command) -> None:
        super().__init__(parent)
        self._launch = launch
        self._waiting: list[Question] = []
        self._asked: Question | None = None
        self._process: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval((SECONDS + GRACE) * 1000)
        self._patience.timeout.connect(lambda: self._end(None, TOO_LONG))

    @property
    def busy(self) -> bool:
        """Whether a question is being worked on."""
        return self._asked is not None

    def ask(self, lesson: Lesson, place: int, urgent: bool = False) -> None:
        """Work out the answer of a step, now or after what is under way; urgent: someone waits for it."""
        question = Question(lesson, place)
        if question == self._asked:
            return
        self._waiting = [other for other in self._waiting if other != question]
        self._waiting.insert(0 if urgent else len(self._waiting), question)
        self._go_on()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._waiting.clear()
        self._drop()

    def _go_on(self) -> None:
        if self._asked is not None or not self._waiting:
            return
        self._asked = self._waiting.pop(0)
        program, arguments = self._launch()
        process = self._process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._patience.start()
        process.start(program, arguments)
        question = {
            "lesson": self._asked.lesson.text,
            "file": f"{self._asked.lesson.key}.md",
            "step": self._asked.place,
            "seconds": SECONDS,
        }
        process.write(json.dumps(question).encode())
        process.closeWriteChannel()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        output = bytes(self._process.readAllStandardOutput().data())
        if code != 0 or status != QProcess.ExitStatus.NormalExit:
            self._end(None, STOPPED)
        else:
            self._end(*read_reply(output))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(None, NOT_STARTED)

    def _end(self, answer: Guess | None, problem: str) -> None:
        asked = self._asked
        self._drop()
        if asked is not None:
            self.told.emit(asked.lesson.key, asked.place, answer, problem)
        self._go_on()

    def _drop(self) -> None:
        """Stop the process, if there is one, without listening to it any more."""
        self._patience.stop()
        process, self._process, self._asked = self._process, None, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(1000)
        process.deleteLater()


def read_reply(output: bytes) -> tuple[Guess | None, str]:
    """(answer, problem) from what the process wrote."""
    try:
        told = json.loads(output[:LARGEST_REPLY])
    except ValueError:
        return None, STOPPED
    if not isinstance(told, dict):
        return None, STOPPED
    answer, problem = told.get("answer"), told.get("problem")
    if isinstance(problem, str):
        return None, problem
    if isinstance(answer, list) and all(is_number(value) for value in answer):
        return tuple(float(value) for value in answer), ""
    return (float(answer), "") if is_number(answer) else (None, STOPPED)


def is_number(value: object) -> TypeGuard[float]:
    """Whether it is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)
