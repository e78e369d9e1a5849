"""`--screenshot`: the whole program, without a display, into a file of exactly the size that was asked for."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "main.py", *words]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, timeout=120)


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height as the header of a PNG says them (ISO/IEC 15948, 11.2.2)."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.parametrize(
    "words,size",
    [((), (1280, 800)), (("--size", "640x400", "--scale", "2"), (1280, 800)), (("--theme", "dark"), (1280, 800))],
    ids=["plain", "200 percent", "dark"],
)
def test_a_picture_has_the_size_that_was_asked_for(
    words: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "race.png"
    done = run("--screenshot", str(file), *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert size_of(file) == size


def test_the_same_arguments_draw_the_same_picture(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.png" for name in ("one", "two")]
    for file in files:
        assert run("--screenshot", str(file), "--after", "20", "--size", "700x500").returncode == 0
    same = files[0].read_bytes() == files[1].read_bytes()  # a comparison of its own: pytest would look for differences
    assert same


def test_drawing_a_picture_remembers_nothing(tmp_path: Path) -> None:
    assert run("--screenshot", str(tmp_path / "race.png"), "--theme", "dark").returncode == 0
    assert not Path(os.environ["NUTSHELL_HOME"]).exists()


def test_a_picture_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "race.png").mkdir()
    done = run("--screenshot", str(tmp_path / "race.png"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr
