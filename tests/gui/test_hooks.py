"""What nobody answered is written down, said once, and the program lives on, whatever door it came through."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qCritical, qWarning
from pytestqt.qtbot import QtBot

from gui.hooks import CRASH_LOG, LAST_CRASH, Watch

ROOT = Path(__file__).resolve().parents[2]

# Every second paint of some widget of the real window fails with its painter open; after some the window closes.
BROKEN_PICTURE = """
import sys
from PySide6.QtCore import QTimer
from gui.arguments import parse
from gui.program import Program
from gui import logo, scrub, transport
from gui.widgets import card, chip

count = 0

def explode(*arguments):
    global count
    count += 1
    if count % 2:
        raise ValueError("broken picture")

module, name = sys.argv[1].split(".")
setattr(globals()[module], name, explode)
program = Program(parse(["--panel", "race"]))

def look():
    program.window.update()
    if count > 5:
        program.window.close()

timer = QTimer(program.window)
timer.timeout.connect(look)
timer.start(50)
QTimer.singleShot(30_000, program.window, program.window.close)
code = program.end(program.application.exec())
print(count, sum("broken picture" in failure for failure in program.watch.failures), program.watch.failures[-1:])
sys.exit(code)
"""


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Watch]:
    made = Watch()
    made.install()
    yield made
    made.remove()


def fail() -> None:
    raise ValueError("a fault of the test")


def test_an_exception_in_a_slot_is_said_once_per_origin(qtbot: QtBot, watch: Watch) -> None:
    said: list[str] = []
    watch.said.connect(said.append)
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(watch.failures) == 3)
    assert len(said) == 1
    for part in ("test_hooks, fail", "ValueError: a fault of the test"):
        assert part in said[0]


def test_an_exception_in_a_thread_is_said_in_the_window(qtbot: QtBot, watch: Watch) -> None:
    said: list[tuple[str, threading.Thread]] = []
    watch.said.connect(lambda words: said.append((words, threading.current_thread())))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(said))
    assert "a fault of the test" in said[0][0]


def test_a_warning_of_qt_is_remembered_and_only_a_serious_one_is_said(qtbot: QtBot, watch: Watch) -> None:
    said: list[str] = []
    watch.said.connect(said.append)
    qWarning("a small thing")
    assert said == []
    qCritical("a large thing")
    assert watch.failures == ["Qt: a small thing", "Qt: a large thing"]
    assert said == ["Qt reports a problem: a large thing."]


@pytest.mark.parametrize("where", ["scrub.paint_marker", "transport.disc", "card.rounded", "chip.rounded"])
def test_a_picture_that_fails_to_paint_leaves_the_program_running(where: str, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NUTSHELL_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", BROKEN_PICTURE, where], cwd=ROOT, env=environment, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    painted, failed = done.stdout.split()[:2]
    assert int(painted) > 1
    assert int(failed) > 0
    assert "Qt:" not in done.stderr


def test_a_crash_is_told_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys; from pathlib import Path; from gui.hooks import CrashLog\n"
        "log = CrashLog(Path(sys.argv[1])); log.open('version 1'); faulthandler._sigsegv()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode != 0
    news = _start_and_end(tmp_path)
    assert news is not None
    assert str(tmp_path / LAST_CRASH) in news
    report = (tmp_path / LAST_CRASH).read_text()
    assert "version 1" in report
    assert "Segmentation fault" in report
    assert _start_and_end(tmp_path) is None
    assert not (tmp_path / CRASH_LOG).exists(), "a clean end leaves no log"


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert _start_and_end(tmp_path / "file" / "folder") is None


def _start_and_end(folder: Path) -> str | None:
    code = (
        "import sys; from pathlib import Path; from gui.hooks import CrashLog\n"
        "log = CrashLog(Path(sys.argv[1])); print(log.open('version 2') or '', end=''); log.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout or None


def test_no_widget_overrides_event() -> None:
    """Through such an override an exception of a paint event would travel while Qt paints on, and crash it."""
    files = sorted((ROOT / "gui").rglob("*.py"))
    assert [file.name for file in files if "def event(" in file.read_text(encoding="utf-8")] == []
