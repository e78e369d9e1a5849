"""The settings file: whole or not at all, and never a reason not to start."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from gui import settings as module
from gui.settings import NAME, Settings, Values, data_folder, settings_folder

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from gui.settings import Settings
settings = Settings(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    number += 1
    settings.set(window=(number % 1000, 0, 800, 600), export_folder="x" * (number % 90))
"""


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    Settings(tmp_path).set(theme="dark", scale=1.5, window=(1, -2, 900, 700), export_folder="here", reduced_motion=True)
    again = Settings(tmp_path)
    assert again.values == Values(
        theme="dark", scale=1.5, window=(1, -2, 900, 700), export_folder="here", reduced_motion=True
    )
    assert again.take_notices() == []


def test_no_file_means_defaults_without_a_word(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "not" / "there")
    assert settings.values == Values()
    assert settings.take_notices() == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\x00\xff\xfe", b"[" * 100_000, b'{"theme": ', "{“theme”: 1}".encode("utf-16")],
    ids=range(8),
)
def test_a_damaged_file_means_defaults_one_notice_and_is_kept(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    settings = Settings(tmp_path)
    assert settings.values == Values()
    assert len(settings.take_notices()) == 1
    assert settings.take_notices() == []
    assert (tmp_path / "settings.json.broken").read_bytes() == content
    settings.set(theme="dark")
    assert Settings(tmp_path).values.theme == "dark"


def test_every_truncation_of_a_good_file_can_be_started_from(tmp_path: Path) -> None:
    Settings(tmp_path).set(theme="dark", window=(0, 0, 900, 700))
    whole = (tmp_path / NAME).read_bytes()
    for length in range(len(whole)):
        (tmp_path / NAME).write_bytes(whole[:length])
        assert Settings(tmp_path).values in (Values(), Values(theme="dark", window=(0, 0, 900, 700)))


WRONG = {
    "theme": ["purple", 3, None],
    "scale": [0, -1, 1e308, float("nan"), float("inf"), "1", True],
    "reduced_motion": ["yes", 1],
    "speed": [0, float("nan"), "fast"],
    "window": [[1, 2, 3], [1, 2, 3, "4"], [1, 2, 3, 10**9], "0 0 1 1"],
    "maximized": ["no"],
    "nonsense": [1],
}


@pytest.mark.parametrize("key", WRONG)
def test_a_single_wrong_value_falls_back_alone(key: str, tmp_path: Path) -> None:
    for value in WRONG[key]:
        good = asdict(Values(scale=1.25) if key != "scale" else Values(theme="dark"))
        (tmp_path / NAME).write_text(json.dumps({**good, key: value}))
        expected = {**good, **({key: getattr(Values(), key)} if key in good else {})}
        assert asdict(Settings(tmp_path).values) == expected, value


def test_a_folder_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "folder")
    settings.take_notices()
    settings.set(theme="dark")
    settings.set(theme="light")
    notices = settings.take_notices()
    assert len(notices) == 1
    assert "cannot be remembered" in notices[0]
    assert settings.values.theme == "light"


def test_who_listens_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file")
    settings.take_notices()
    told: list[str] = []
    settings.listener = told.append
    settings.set(theme="dark")
    assert len(told) == 1
    assert settings.take_notices() == []


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path)
    settings.set(theme="dark")
    before = (tmp_path / NAME).read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    settings.set(theme="light")
    assert (tmp_path / NAME).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert "No space left" in settings.take_notices()[0]


def test_without_a_folder_nothing_touches_the_disk() -> None:
    settings = Settings(None)
    settings.set(theme="dark")
    assert settings.values.theme == "dark"
    assert settings.take_notices() == []


def test_the_home_can_be_named_by_the_environment() -> None:
    assert settings_folder({"NUTSHELL_HOME": "/a/b"}) == Path("/a/b") == data_folder({"NUTSHELL_HOME": "/a/b"})


def test_what_a_killed_program_left_is_swept_away_later(tmp_path: Path) -> None:
    leftover = tmp_path / f"{NAME}.123.saving"
    leftover.write_text("half")
    Settings(tmp_path)
    assert leftover.exists(), "it may belong to a program that is saving right now"
    old = time.time() - 2 * module.FORGOTTEN_AFTER
    os.utime(leftover, (old, old))
    Settings(tmp_path)
    assert not leftover.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("kills", [12, pytest.param(60, marks=pytest.mark.long)])
def test_killing_the_program_while_it_saves_never_damages_the_file(kills: int, tmp_path: Path) -> None:
    unreadable = 0
    Settings(tmp_path).set(theme="dark")
    for number in range(kills):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(0.001 + 0.028 * number / kills)
            writer.send_signal(signal.SIGKILL)
        values = Settings(tmp_path)
        unreadable += bool(values.take_notices()) or values.values.theme != "dark"
    assert unreadable == 0
