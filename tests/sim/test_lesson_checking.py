"""`--check-lesson`: one line per mistake with file and line, nothing on a screen, and a code that a script can use."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gui.arguments import parse
from sim.lesson_checking import FINE, WRONG, print_mistakes
from tests.sim.lessons_for_tests import lesson, with_line

ROOT = Path(__file__).resolve().parents[2]
NEVER = with_line('goal = [ { field = "accuracy", is = ">", than = 2 } ]', "goal")


def printed(path: Path) -> tuple[int, list[str]]:
    out = io.StringIO()
    return print_mistakes(path, out), out.getvalue().splitlines()


def test_a_lesson_that_keeps_its_word_is_fine(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(lesson())
    assert printed(tmp_path / "mine.md") == (FINE, ["1 lesson checked, no mistakes."])


def test_a_goal_that_is_never_reached_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(NEVER)
    line = next(number for number, row in enumerate(NEVER.splitlines(), 1) if row.startswith("goal"))
    code, lines = printed(tmp_path / "mine.md")
    assert code == WRONG
    assert lines[0].startswith(f"mine.md:{line}: ")
    assert "accuracy > 2" in lines[0]


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_all_lessons_of_a_pack_are_checked(tmp_path: Path, kind: str) -> None:
    files = {"good.md": lesson(), "never.md": NEVER, "broken.md": "+++\ntitle = \n+++\n"}
    if kind == "folder":
        place = tmp_path / "pack"
        place.mkdir()
        for name, text in files.items():
            (place / name).write_text(text)
    else:
        place = tmp_path / "pack.zip"
        with zipfile.ZipFile(place, "w") as file:
            for name, text in files.items():
                file.writestr(name, text)
    code, lines = printed(place)
    assert code == WRONG
    assert {line.split(":")[0] for line in lines} == {"never.md", "broken.md"}


def test_what_is_not_there_is_one_line(tmp_path: Path) -> None:
    code, lines = printed(tmp_path / "none.md")
    assert code == WRONG
    assert len(lines) == 1


def test_the_command_line_takes_a_file() -> None:
    assert parse(["--check-lesson", "mine.zip"]).check_lesson == Path("mine.zip")


@pytest.mark.parametrize(("text", "code"), [(lesson(), 0), ("nothing", 1)], ids=["fine", "wrong"])
def test_the_program_leaves_with_a_code_and_without_a_window(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "mine.md").write_text(text)
    words = [sys.executable, "-X", "importtime", "main.py", "--check-lesson", str(tmp_path / "mine.md")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == code, done.stderr[-500:]
    assert "PySide6" not in done.stderr
    assert done.stdout
