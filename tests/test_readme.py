"""The README is run: its make targets exist, its arguments are those of the program, its keys and its example work."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_trees import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_two_commands_come_first() -> None:
    first = blocks("sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make run", "make test"]
    assert README.index("apt install make python3-venv") < README.index("make run")


def test_every_make_command_has_its_target() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]+)", " ".join([*blocks("sh"), *re.findall(r"`(make [^`]+)`", README)])))
    targets = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))
    assert {"run", "test"} <= named <= targets, named - targets


def test_the_arguments_are_those_of_the_program() -> None:
    done = subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    known = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.stdout))
    section = README.split("## Command line")[1].split("```")[0]
    assert set(re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)) == known


def command_lines() -> list[str]:
    """What the README hands to the program, its `make run ARGS=...` included."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    direct = [line.split("main.py", 1)[1] for line in lines if "main.py" in line]
    return [*direct, *(found for line in lines for found in re.findall(r'make run ARGS="(.*)"', line))]


@pytest.mark.parametrize("line", command_lines())
def test_the_command_lines_are_legal(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gui.arguments import parse

    monkeypatch.chdir(tmp_path)
    parse(shlex.split(line))


def test_the_keys_are_those_of_the_program() -> None:
    pytest.importorskip("PySide6")
    from gui.shortcuts import DEEDS

    table = README.split("## Keyboard")[1].split("##")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| `")]
    shown = {words.strip(): tuple(re.findall(r"`([^`]+)`", keys)) for keys, words in rows}
    assert shown.pop("the first panel") == ("Ctrl+1",)
    assert shown == {deed.text.lower(): deed.keys for deed in DEEDS if deed.keys}


def test_the_example_runs_and_says_what_it_promises() -> None:
    example = [sys.executable, "-c", blocks("python")[0]]
    done = subprocess.run(example, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "(201, 2)"
