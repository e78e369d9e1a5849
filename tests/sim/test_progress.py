import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim import whole_files
from sim.errors import ConfigError
from sim.progress import (
    LONGEST,
    Progress,
    StepNote,
    progress_csv,
    progress_from,
    progress_text,
    read_progress,
    save_progress,
)
from sim.whole_files import FORGOTTEN_AFTER, write_whole
from tests.source_trees import ROOT


def some() -> Progress:
    progress = Progress().noted("one-neuron", "Your border", guess="line 1 1 0", sure=True)
    progress = progress.noted("one-neuron", "Your border", reached=True, finished="2026-11-23T17:00")
    return progress.noted("perceptron", "Four points", skipped=True).completed("one-neuron", "2026-11-23T17:05")


def test_notes_add_up_and_the_former_stay() -> None:
    progress = some()
    note = progress.step("one-neuron", "Your border")
    assert note == StepNote("line 1 1 0", True, reached=True, finished="2026-11-23T17:00")
    assert progress.lesson("one-neuron").at == "Your border"
    assert progress.lesson("one-neuron").finished == "2026-11-23T17:05"
    assert progress.step("perceptron", "Four points").skipped
    assert progress.step("perceptron", "Nowhere") == StepNote()
    assert Progress().lessons == {}


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "progress.json"
    save_progress(path, some())
    assert read_progress(path) == (some(), "")
    assert [entry.name for entry in path.parent.iterdir()] == ["progress.json"]


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    text = progress_text(Progress().noted("one-neuron", "Größe", guess="µ"))
    assert "Größe" in text
    assert json.loads(text)["lessons"]["one-neuron"]["steps"] == {"Größe": {"guess": "µ"}}
    assert text.count("\n") > 5


def test_a_missing_file_is_no_progress_and_no_complaint(tmp_path: Path) -> None:
    assert read_progress(tmp_path / "none.json") == (Progress(), "")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"1e999", b"\xff\xfe", b'{"form": 2, "lessons": {}}', b'{"form": 1, "lessons": []}',
        b'{"lessons": {}}', b"[" * 100_000, b"\0" * 1000, b'"' + b"x" * 6_000_000,
    ],
    ids=range(12),
)  # fmt: skip
def test_a_damaged_file_is_kept_aside_and_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "progress.json"
    path.write_bytes(content)
    progress, notice = read_progress(path)
    assert progress == Progress()
    assert "begins anew" in notice
    same = (tmp_path / "progress.json.broken").read_bytes() == content
    assert same
    assert read_progress(path) == (Progress(), "")


def test_a_leftover_that_is_gone_again_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    save_progress(path, some())
    (tmp_path / "progress.json.7.saving").symlink_to(tmp_path / "gone")
    assert read_progress(path) == (some(), "")


@pytest.mark.parametrize(
    "note",
    [7, None, [], {"guess": 7}, {"sure": "yes"}, {"hints": -1}, {"hints": 1e9}, {"unknown": 1}, {"reached": 1}],
)
def test_a_note_of_a_wrong_kind_is_left_out_and_the_others_stay(note: Any) -> None:
    read = {"form": 1, "lessons": {"a": {"steps": {"bad": note, "good": {"reached": True}}}, "b": 7, "": {}}}
    progress = progress_from(read)
    assert set(progress.lessons) == {"a"}
    assert progress.lesson("a").steps == {"good": StepNote(reached=True)}


def test_no_lesson_can_make_the_file_grow_without_end() -> None:
    progress = Progress().noted("a", "s", guess="x" * 10**6)
    assert len(progress.step("a", "s").guess) == LONGEST
    with pytest.raises(ConfigError):
        progress.noted("a", "t" * 1000)
    with pytest.raises(ConfigError):
        progress.noted("a", "s", sure="maybe")
    for number in range(99):
        progress = progress.noted("a", f"step {number}")
    with pytest.raises(ConfigError):
        progress.noted("a", "one more")


def test_one_lesson_or_all_can_be_forgotten() -> None:
    assert set(some().reset("one-neuron").lessons) == {"perceptron"}
    assert some().reset("none") == some()
    assert some().reset() == Progress()


def test_the_table_has_a_row_per_step_and_no_formula_in_it() -> None:
    progress = some().noted("perceptron", "=cmd()", guess="=1+1", sure=False, hints=2)
    rows = progress_csv(progress).splitlines()
    assert rows[0].startswith("lesson,step,guess,sure")
    assert len(rows) == 4
    assert rows[1] == "one-neuron,Your border,line 1 1 0,yes,no,,,,yes,no,0,2026-11-23T17:00"
    assert rows[3].startswith("perceptron,'=cmd(),'=1+1,no,")


def test_half_a_character_does_not_lose_the_rest(tmp_path: Path) -> None:
    save_progress(tmp_path / "p.json", some().noted("a", "s", guess="\ud800 and more"))
    assert "and more" in read_progress(tmp_path / "p.json")[0].step("a", "s").guess


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = tmp_path / "progress.json"
    save_progress(path, some())
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files.os, failing, full)
    with pytest.raises(OSError, match="No space"):
        save_progress(path, Progress())
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["progress.json"]


def test_what_a_killed_program_left_is_cleared_away_once_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    save_progress(path, some())
    old, young = tmp_path / "progress.json.1.saving", tmp_path / "progress.json.2.saving"
    for leftover in (old, young):
        leftover.write_text("half", encoding="utf-8")
    past = time.time() - 2 * FORGOTTEN_AFTER
    os.utime(old, (past, past))
    assert read_progress(path) == (some(), "")
    assert young.exists()
    assert not old.exists()


WRITER = """
import sys
from pathlib import Path
from sim.progress import Progress, save_progress
progress = Progress()
for lesson in range(60):
    for step in range(10):
        progress = progress.noted(f"lesson-{lesson}", f"step {step}", guess="x" * 300)
print("ready", flush=True)
while True:
    save_progress(Path(sys.argv[1]), progress)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill as hard")
@pytest.mark.parametrize("kills", [2, pytest.param(40, marks=pytest.mark.long)])
def test_a_program_killed_while_it_writes_leaves_a_whole_file(tmp_path: Path, kills: int) -> None:
    path = tmp_path / "progress.json"
    save_progress(path, some())
    for attempt in range(kills):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.004 + 0.001 * (attempt % 12))
            writer.kill()
        progress, notice = read_progress(path)
        assert notice == ""
        assert progress == some() or len(progress.lessons) == 60


NAMES = st.text(min_size=1, max_size=40).filter(lambda text: text.strip())
NOTES = st.fixed_dictionaries(
    {}, optional={"guess": st.text(max_size=60), "sure": st.booleans(), "hints": st.integers(0, 3), "typed": st.text()}
)


@given(st.lists(st.tuples(NAMES, NAMES, NOTES), max_size=8))
def test_nothing_is_lost_in_writing_and_reading(rows: list[tuple[str, str, dict[str, Any]]]) -> None:
    progress = Progress()
    for lesson, title, values in rows:
        progress = progress.noted(lesson, title, **values)
    assert progress_from(json.loads(progress_text(progress))) == progress


def test_a_whole_file_needs_no_folder_before(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "c.txt", "text\n")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"text\n"
