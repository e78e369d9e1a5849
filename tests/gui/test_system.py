"""What Qt needs is looked at before Qt is imported: one sentence and exit code 3, never an abort."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gui.system import ALWAYS, CANNOT_START, FOR_X, missing_libraries, trouble

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")


def test_other_systems_pass() -> None:
    assert trouble(False, {}, "darwin") is None
    assert trouble(False, {}, "win32") is None


@linux
def test_memory_needs_no_display() -> None:
    assert trouble(True, {}) is None
    assert trouble(False, {"QT_QPA_PLATFORM": "offscreen"}) is None


@linux
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":987"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-987"},
        {"QT_QPA_PLATFORM": "wayland"},
    ],
    ids=str,
)
def test_no_display_is_one_sentence(environment: dict[str, str]) -> None:
    sentence = trouble(False, environment)
    assert sentence is not None
    assert "display" in sentence or "apt install" in sentence
    assert "\n" not in sentence


@linux
def test_a_wayland_that_answers_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(str(tmp_path / "wayland-0"))
        door.listen(1)
        assert trouble(False, {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}) is None


@linux
@pytest.mark.parametrize("table", [ALWAYS, FOR_X], ids=["always", "for X"])
def test_missing_libraries_are_named_with_the_line_that_mends_it(table: dict[str, str]) -> None:
    gone = list(table)[:2]
    sentence = missing_libraries(table, lambda file: file not in gone)
    assert sentence is not None
    line = re.search(r"apt install ([\w.+ -]+)$", sentence)
    assert line is not None
    assert line[1].split() == [table[file] for file in gone]
    assert missing_libraries(table, lambda file: True) is None


@linux
def test_the_program_says_so_and_ends_with_its_own_code() -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == CANNOT_START, done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
