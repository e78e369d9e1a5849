"""What was learned on the disk: two windows at once, files that are damaged, gone, or not ours to write."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.arguments import Arguments
from gui.lessons.keeper import NAME, Keeper
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.window import Window
from sim.progress import Progress, read_progress


@pytest.fixture(autouse=True)
def _application(qapp) -> None:
    """A keeper has a clock."""


def stored(folder: Path) -> Progress:
    return read_progress(folder / NAME)[0]


def test_two_windows_keep_what_was_learned_in_both(tmp_path: Path) -> None:
    here, there = Keeper(tmp_path), Keeper(tmp_path)
    here.note("one-neuron", "Your border", reached=True)
    here.flush()
    there.note("perceptron", "Four points", guess="2")
    there.note("one-neuron", "Bend it", guess="1")
    there.flush()
    assert stored(tmp_path).step("one-neuron", "Your border").reached
    assert stored(tmp_path).step("one-neuron", "Bend it").guess == "1"
    assert there.progress == stored(tmp_path)
    here.complete("one-neuron")
    here.flush()
    assert stored(tmp_path).step("perceptron", "Four points").guess == "2"
    assert stored(tmp_path).lesson("one-neuron").finished


def test_a_window_that_learned_nothing_writes_nothing(tmp_path: Path) -> None:
    idle, busy = Keeper(tmp_path), Keeper(tmp_path)
    busy.note("one-neuron", "Your border", reached=True)
    busy.flush()
    idle.flush()
    assert stored(tmp_path) == busy.progress


def test_starting_over_in_one_window_counts_in_the_other(tmp_path: Path) -> None:
    here = Keeper(tmp_path)
    here.note("one-neuron", "Your border", reached=True)
    here.flush()
    there = Keeper(tmp_path)
    there.reset()
    there.flush()
    here.note("relu", "Dead", guess="1")
    here.flush()
    assert list(stored(tmp_path).lessons) == ["relu"]


def test_a_file_that_is_damaged_meanwhile_is_set_aside_and_nothing_is_lost(tmp_path: Path) -> None:
    keeper, said = Keeper(tmp_path), []
    keeper.said.connect(said.append)
    keeper.note("one-neuron", "Your border", reached=True)
    keeper.flush()
    (tmp_path / NAME).write_bytes(b"\xff half a file")
    keeper.note("relu", "Dead", guess="1")
    keeper.flush()
    assert stored(tmp_path) == keeper.progress
    assert list(keeper.progress.lessons) == ["one-neuron", "relu"]
    assert (tmp_path / f"{NAME}.broken").exists()
    assert len(said) == 1


def test_a_file_that_is_gone_is_written_again(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.note("one-neuron", "Your border", reached=True)
    keeper.flush()
    (tmp_path / NAME).unlink()
    keeper.flush()
    assert stored(tmp_path) == keeper.progress


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Keeper(tmp_path)
    whole.note("one-neuron", "Your border", reached=True)
    whole.flush()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        patch.setattr(Path, "read_text", refused)
        keeper, said = Keeper(tmp_path), []
        assert keeper.notice
        keeper.said.connect(said.append)
        keeper.note("relu", "Dead", guess="1")
        keeper.flush()
    assert len(said) == 1
    assert stored(tmp_path) == whole.progress


def test_a_note_is_on_the_disk_a_moment_later(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.note("one-neuron", "Your border", reached=True)
    assert not (tmp_path / NAME).exists()
    qtbot.waitUntil((tmp_path / NAME).exists)
    assert read_progress(tmp_path / NAME) == (keeper.progress, "")


def test_closing_does_not_wait_for_that_moment(qtbot: QtBot, themes: ThemeHolder, tmp_path: Path) -> None:
    window = Window(themes, Settings(tmp_path), Arguments())
    qtbot.addWidget(window)
    keeper = window.guide.keeper
    keeper.note("one-neuron", "Your border", reached=True)
    window.close()
    assert read_progress(tmp_path / NAME) == (keeper.progress, "")


def test_a_window_in_which_nobody_learned_writes_nothing(qtbot: QtBot, themes: ThemeHolder, tmp_path: Path) -> None:
    window = Window(themes, Settings(tmp_path), Arguments())
    qtbot.addWidget(window)
    window.close()
    assert not (tmp_path / NAME).exists()


def test_a_full_disk_is_said_once_and_nothing_is_forgotten(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(tmp_path)
    keeper.note("one-neuron", "Your border", reached=True)
    keeper.flush()
    before = (tmp_path / NAME).read_bytes()
    said: list[str] = []
    keeper.said.connect(lambda sentence: said.append(str(sentence)))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for title in ("Four points", "Three lines"):
            keeper.note("perceptron", title, reached=True)
            keeper.flush()
    assert (tmp_path / NAME).read_bytes() == before
    assert len(said) == 1
    assert "No space left" in said[0]
    keeper.flush()
    assert read_progress(tmp_path / NAME)[0].step("perceptron", "Three lines").reached


def test_progress_that_could_not_be_read_is_said(qtbot: QtBot, themes: ThemeHolder, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{")
    window = Window(themes, Settings(tmp_path), Arguments())
    qtbot.addWidget(window)
    assert window.guide.keeper.progress.lessons == {}
    assert any("progress" in notice for notice in window.settings.take_notices())
