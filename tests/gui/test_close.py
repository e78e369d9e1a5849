"""Closing the window while a run plays: exit code 0 within two seconds, every time."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from gui.lessons.keeper import NAME
from sim.progress import read_progress
from tests.quality import record

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2.0  # seconds from the click on the cross to the end of the process

# Closes the window some moments after the run began to play, and says when.
PROGRAM = """
import sys, time
from PySide6.QtCore import QTimer
from gui.arguments import parse
from gui.program import Program

moment, by_button = int(sys.argv[1]), sys.argv[2] == "button"
program = Program(parse(sys.argv[3:]))
window = program.window
begun = []

def close():
    print(time.time(), flush=True)
    if by_button:
        window.close()

def look(frame):
    if (frame.playing or window.guide.is_on) and not begun:
        begun.append(frame)
        QTimer.singleShot(moment, window, close)

window.framed.connect(look)
sys.exit(program.end(program.application.exec()))
"""


RUNS = (
    ("--set", "steps=2000"),
    ("--set", "mode=network", "--set", "dataset=circle", "--set", "twins=1000"),
    ("--set", "mode=unit", "--set", "dataset=table"),
    ("--lesson", "perceptron:3"),
)

# Closes the window in a lesson while the answer of a step is worked out in a process, whose number it says.
IN_A_LESSON = """
import sys, time
from gui.arguments import parse
from gui.program import Program

program = Program(parse(["--lesson", "perceptron:3"]))
window = program.window
begun = []

def look(frame):
    answers = window.guide.player.answers
    if not begun and frame.snapshot is not None:
        begun.append(frame)
        answers.ask(window.guide.player.run.lesson, 2, urgent=True)
        assert answers._process.waitForStarted()
        window.guide.keeper.note("one-neuron", "Your border", reached=True)
        print(time.time(), answers._process.processId(), flush=True)
        window.close()

window.framed.connect(look)
sys.exit(program.end(program.application.exec()))
"""


def close_once(home: Path, moment: int, by_button: bool = True, run: tuple[str, ...] = RUNS[0]) -> tuple[int, float]:
    """Exit code, and seconds between closing and the end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NUTSHELL_HOME": str(home)}
    command = [sys.executable, "-c", PROGRAM, str(moment), "button" if by_button else "signal", *run]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        closed = float(process.stdout.readline())
        if not by_button:
            process.send_signal(signal.SIGTERM)
        code = process.wait(60)
    return code, time.time() - closed


def close_often(home: Path, count: int) -> list[float]:
    times = []
    for number in range(count):
        code, seconds = close_once(home, 7 * number, run=RUNS[number % len(RUNS)])
        assert code == 0
        times.append(seconds)
    return times


def test_five_closes_while_running_end_well_and_soon(tmp_path: Path) -> None:
    assert max(close_often(tmp_path, 5)) < LIMIT


@pytest.mark.parametrize("count", [1, pytest.param(20, marks=pytest.mark.long)])
def test_closing_in_a_lesson_keeps_what_was_learned_and_leaves_no_process(tmp_path: Path, count: int) -> None:
    for number in range(count):
        home = tmp_path / str(number)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NUTSHELL_HOME": str(home)}
        command = [sys.executable, "-c", IN_A_LESSON]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **pipes) as process:
            said, complaints = process.communicate(timeout=60)
        closed, answering = said.split()
        assert (process.returncode, complaints) == (0, "")
        assert time.time() - float(closed) < LIMIT
        assert not psutil.pid_exists(int(answering))
        assert read_progress(home / NAME)[0].step("one-neuron", "Your border").reached


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGTERM")
def test_a_signal_closes_as_the_button_does(tmp_path: Path) -> None:
    code, seconds = close_once(tmp_path, 20, by_button=False)
    assert code == 0
    assert seconds < LIMIT
    assert (tmp_path / "settings.json").exists()


@pytest.mark.long
def test_fifty_closes_while_running_end_well_and_soon(tmp_path: Path) -> None:
    times = close_often(tmp_path, 50)
    record("closes", "Closing while a run plays", {"exits with 0": len(times), "slowest, s": max(times)})
    assert max(times) < LIMIT
