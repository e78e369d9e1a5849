"""Where to save: the dialog suggests, completes and remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.export_dialog import ask_path, filter_of, last_folder
from gui.settings import Settings


class Stage(QWidget):
    """A window with settings."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.part = QWidget(self)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    stage = Stage(Settings(tmp_path / "settings"))
    qtbot.addWidget(stage)
    stage.show()
    return stage


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _plain_dialogs(qapp: QGuiApplication) -> Iterator[None]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def choose(dialog: QFileDialog, path: Path) -> None:
    """What a learner does: go there, type the name, press Save."""
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_the_dialog_suggests_a_name_and_hands_over_the_path(stage: Stage, out: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage.part, "Save picture", "race", ("png", "svg"), chosen.append)
    assert dialog.isVisible()
    assert [Path(file).name for file in dialog.selectedFiles()] == ["race.png"]
    assert dialog.nameFilters() == ["PNG picture (*.png)", "SVG drawing (*.svg)"]
    choose(dialog, out / "mine.svg")
    assert chosen == [out / "mine.svg"]


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(stage: Stage, out: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage.part, "Save picture", "race", ("png", "svg"), chosen.append)
    dialog.filterSelected.emit(filter_of("svg"))
    choose(dialog, out / "mine")
    assert chosen == [out / "mine.svg"]


def test_who_cancels_the_dialog_gets_nothing_and_nothing_is_remembered(stage: Stage, out: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage.part, "Save picture", "race", ("png",), chosen.append)
    dialog.reject()
    assert chosen == []
    assert stage.settings.values.export_folder == ""


def test_the_folder_is_remembered_until_the_next_start_and_forgotten_when_it_is_gone(stage: Stage, out: Path) -> None:
    choose(ask_path(stage.part, "Save picture", "race", ("png",), lambda path: None), out / "mine.png")
    assert last_folder(stage.part) == out
    stage.settings = Settings(stage.settings.folder)
    assert last_folder(stage.part) == out
    out.rmdir()
    assert last_folder(stage.part) != out
    assert last_folder(stage.part).is_dir()


def test_without_settings_the_dialog_opens_in_a_folder_that_is_there(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    assert last_folder(alone).is_dir()
