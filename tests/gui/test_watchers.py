"""The watchers of conftest.py are watched: each fault below must be reported, and a clean test must pass."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FAULTY = '''
import threading, warnings
import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

kept = []
stop = threading.Event()

def test_clean(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QTimer(widget).start(10)

def test_qt_warning():
    qWarning("something is wrong")

def test_qt_warning_that_was_expected(qt_messages):
    qWarning("something is wrong")
    qt_messages.clear()

def test_window_left():
    kept.append(QWidget())

def test_timer_left():
    timer = QTimer()
    timer.start(10)
    kept.append(timer)

def test_thread_left():
    threading.Thread(target=stop.wait, args=(4,), name="forgotten", daemon=True).start()

def test_browser():
    QDesktopServices.openUrl(QUrl("about:blank"))
'''
OUTCOMES = {
    "test_clean": "passed",
    "test_qt_warning": "Qt warned: ['something is wrong']",
    "test_qt_warning_that_was_expected": "passed",
    "test_window_left": "the test left windows behind",
    "test_timer_left": "the test left timers without a parent running",
    "test_thread_left": "the test left threads running: ['forgotten']",
    "test_browser": "in the system's browser",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the faulty file, one summary line per test."""
    file = tmp_path_factory.mktemp("faulty") / "test_faulty.py"
    file.write_text(FAULTY)
    words = ["-q", "-rA", "-p", "tests.conftest", "-p", "tests.gui.conftest", "-p", "no:cacheprovider", "--tb=no"]
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(file.parent)]
    command = [sys.executable, "-m", "pytest", *words, *settings, str(file)]
    wide = {**os.environ, "COLUMNS": "400"}
    done = subprocess.run(command, cwd=ROOT, env=wide, capture_output=True, text=True, timeout=120)
    return done.stdout


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_fault_is_reported_and_a_clean_test_passes(name: str, report: str) -> None:
    lines = [line for line in report.splitlines() if line.endswith(f"::{name}") or f"::{name} " in line]
    said = OUTCOMES[name]
    if said == "passed":
        assert [line.split()[0] for line in lines] == ["PASSED"], report
    else:
        assert any(said in line for line in lines if not line.startswith("PASSED")), report
