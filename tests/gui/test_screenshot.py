"""`--screenshot`: the whole program, without a display, into a file of exactly the size that was asked for."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    if home is not None:
        bare["NUTSHELL_HOME"] = str(home)
    command = [sys.executable, "main.py", *words]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, timeout=120)


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height as the header of a PNG says them (ISO/IEC 15948, 11.2.2)."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Two pictures of the same arguments, and the home that both had."""
    folder = tmp_path_factory.mktemp("drawn")
    files, home = [folder / f"{name}.png" for name in ("one", "two")], folder / "home"
    for file in files:
        words = ("--screenshot", str(file), "--after", "20", "--theme", "dark")
        done = run(*words, home=home)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return files[0], files[1], home


def test_a_picture_is_1280_by_800_where_no_size_is_asked_for(drawn: tuple[Path, Path, Path]) -> None:
    assert size_of(drawn[0]) == (1280, 800)


def test_a_picture_has_the_size_that_was_asked_for_and_dots_by_its_scale(tmp_path: Path) -> None:
    file = tmp_path / "race.png"
    done = run("--screenshot", str(file), "--size", "640x400", "--scale", "2")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert size_of(file) == (1280, 800)


def test_the_same_arguments_draw_the_same_picture(drawn: tuple[Path, Path, Path]) -> None:
    same = drawn[0].read_bytes() == drawn[1].read_bytes()  # a comparison of its own: pytest would look for differences
    assert same


def test_drawing_a_picture_remembers_nothing(drawn: tuple[Path, Path, Path]) -> None:
    assert not drawn[2].exists()


def test_a_picture_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "race.png").mkdir()
    done = run("--screenshot", str(tmp_path / "race.png"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr
