"""The button, the bar and the dialog of exports: what is asked for happens, and how it went is said once."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.export_desk import MOST_FRAMES, ExportDesk, Exports, frames_of, steps_of
from gui.export_dialog import ask_path, filter_of, last_folder
from gui.export_menu import COPY, GIF, PATHS, PICTURE, ExportButton, ExportProgress
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from sim.simulations.race_kernels import COLUMNS

LAST = 24


class Stage(QWidget):
    """A window with settings and a map."""

    def __init__(self, themes: ThemeHolder, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.map = ContourMap(themes, self)
        self.map.resize(200, 150)
        self.map.set_domain((-1.0, 1.0, -1.0, 1.0))
        self.map.set_trails({"sgd": np.column_stack([np.linspace(-1, 1, LAST + 1), np.zeros(LAST + 1)])})
        self.map.set_cursor(5)
        self.cursor = 5
        self.race: object = SimpleNamespace(
            tracks={"sgd": SimpleNamespace(records=np.zeros((3, COLUMNS)), end=2)}, hand=None
        )

    def show_step(self, step: int) -> None:
        self.cursor = step
        self.map.set_cursor(step)


@pytest.fixture
def stage(themes: ThemeHolder, qtbot: QtBot, tmp_path: Path) -> Stage:
    stage = Stage(themes, Settings(tmp_path / "settings"))
    qtbot.addWidget(stage)
    stage.resize(300, 200)
    stage.show()
    return stage


@pytest.fixture
def desk(stage: Stage, themes: ThemeHolder) -> ExportDesk:
    exports = Exports(
        name=lambda: "race",
        picture=lambda: stage.map,
        race=lambda: stage.race,  # type: ignore[arg-type,return-value]
        last_step=lambda: LAST,
        frame=frames_of(stage.map, stage.show_step, lambda: stage.cursor),
    )
    return ExportDesk(themes, exports, stage)


@pytest.fixture
def said(desk: ExportDesk) -> list[str]:
    sentences: list[str] = []
    desk.said.connect(sentences.append)
    return sentences


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


# Button and bar -------------------------------------------------------------------------------------------------------


def test_each_line_of_the_menu_asks_for_its_thing(themes: ThemeHolder, qtbot: QtBot) -> None:
    button = ExportButton(themes)
    qtbot.addWidget(button)
    signals = (button.copy_asked, button.picture_asked, button.paths_asked, button.gif_asked)
    for key, signal in zip((COPY, PICTURE, PATHS, GIF), signals, strict=True):
        with qtbot.waitSignal(signal):
            button.entries[key].trigger()


def test_the_keyboard_opens_the_menu_and_chooses(themes: ThemeHolder, qtbot: QtBot) -> None:
    button = ExportButton(themes)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert button.accessibleName() == "Export"
    assert min(button.width(), button.height()) >= 24
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.menu.isVisible()
    with qtbot.waitSignal(button.paths_asked):
        for _ in range(3):
            QTest.keyClick(button.menu, Qt.Key.Key_Down)
        QTest.keyClick(button.menu, Qt.Key.Key_Return)
    assert not button.menu.isVisible()


def test_the_bar_shows_the_share_in_figures_and_words_and_can_be_stopped(themes: ThemeHolder, qtbot: QtBot) -> None:
    bar = ExportProgress(themes)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.resize(220, bar.sizeHint().height())
    bar.begin()
    bar.set_share(0.379)
    assert bar.isVisible()
    assert bar.accessibleDescription() == "37 % done."
    width = bar._bar.width()
    bar.set_share(1.0)
    assert bar._bar.width() == width, "nothing moves while the figures grow"
    with qtbot.waitSignal(bar.cancelled):
        QTest.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    bar.end()
    assert not bar.isVisible()


# Desk -----------------------------------------------------------------------------------------------------------------


def test_copying_says_so(desk: ExportDesk, said: list[str]) -> None:
    desk.button.entries[COPY].trigger()
    assert said == ["The picture is on the clipboard."]
    assert QGuiApplication.clipboard().image().width() == 400


def test_picture_and_paths_are_saved_and_said(desk: ExportDesk, said: list[str], out: Path) -> None:
    desk.save_picture(out / "race.svg")
    desk.save_paths(out / "race.csv")
    assert said == ["Saved race.svg.", "Saved race.csv."]
    assert len((out / "race.csv").read_text().splitlines()) == 4


def test_what_cannot_be_saved_is_one_sentence(desk: ExportDesk, stage: Stage, said: list[str], out: Path) -> None:
    desk.save_picture(out / "race.bmp")
    desk.save_paths(out / "nowhere" / "race.csv")
    stage.race = None
    desk.save_paths(out / "race.csv")
    assert [sentence.split(" ")[0] for sentence in said] == ["race.bmp", "race.csv", "There"]
    assert list(out.iterdir()) == []


def test_a_gif_runs_beside_the_window_and_leaves_it_where_it_was(
    desk: ExportDesk, stage: Stage, said: list[str], out: Path, qtbot: QtBot
) -> None:
    desk.save_gif(out / "race.gif")
    assert desk.maker is not None
    assert desk.progress.isVisible()
    assert not desk.button.entries[GIF].isEnabled()
    with qtbot.waitSignal(desk.maker.ended):
        desk.save_gif(out / "second.gif")
    assert said == ["race.gif is still being made; cancel it first, or wait.", "Saved race.gif."]
    assert stage.cursor == 5
    assert not desk.progress.isVisible()
    assert desk.button.entries[GIF].isEnabled()
    assert desk.maker is None
    with Image.open(out / "race.gif") as file:
        assert (file.n_frames, file.size) == (LAST + 1, (200, 150))


def test_the_bar_s_button_cancels_and_another_gif_can_be_made(
    desk: ExportDesk, said: list[str], out: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        desk.save_gif(out / "race.gif")
        maker = desk.maker
        assert maker is not None
        with qtbot.waitSignal(maker.progress):
            pass
        QTest.mouseClick(desk.progress._cancel, Qt.MouseButton.LeftButton)
        assert desk.maker is None
    assert said == ["No GIF was made."] * 2
    assert list(out.iterdir()) == []
    desk.save_gif(out / "race.gif")
    assert desk.maker is not None
    with qtbot.waitSignal(desk.maker.ended):
        pass
    assert said[2:] == ["Saved race.gif."]


def test_a_gif_that_fails_says_why_and_frees_the_button(
    desk: ExportDesk, said: list[str], out: Path, qtbot: QtBot
) -> None:
    desk.save_gif(out / "nowhere" / "race.gif")
    assert desk.maker is not None
    with qtbot.waitSignal(desk.maker.ended):
        pass
    assert len(said) == 1
    assert said[0].startswith("race.gif could not be saved (the folder")
    assert desk.button.entries[GIF].isEnabled()


def test_every_step_of_a_short_race_is_shown_and_of_a_long_one_the_same_number() -> None:
    assert steps_of(0) == (0,)
    assert steps_of(5) == (0, 1, 2, 3, 4, 5)
    long = steps_of(2000)
    assert len(long) == MOST_FRAMES
    assert (long[0], long[-1]) == (0, 2000)
    assert set(np.diff(long)) == {6, 7}


def test_a_frame_that_fails_still_puts_the_window_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(widget: QWidget, sharpness: float) -> QImage:
        raise RuntimeError("no paint")

    monkeypatch.setattr("gui.export_desk.image_of", fail)
    with pytest.raises(RuntimeError):
        frames_of(stage.map, stage.show_step, lambda: stage.cursor)(9)
    assert stage.cursor == 5


# Dialog ---------------------------------------------------------------------------------------------------------------


def choose(dialog: QFileDialog, path: Path) -> None:
    """What a learner does: go there, type the name, press Save."""
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_the_dialog_suggests_a_name_and_hands_over_the_path(stage: Stage, out: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage, "Save picture", "race", ("png", "svg"), chosen.append)
    assert dialog.isVisible()
    assert [Path(file).name for file in dialog.selectedFiles()] == ["race.png"]
    assert dialog.nameFilters() == ["PNG picture (*.png)", "SVG drawing (*.svg)"]
    choose(dialog, out / "mine.svg")
    assert chosen == [out / "mine.svg"]


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(stage: Stage, out: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage, "Save picture", "race", ("png", "svg"), chosen.append)
    dialog.filterSelected.emit(filter_of("svg"))
    choose(dialog, out / "mine")
    assert chosen == [out / "mine.svg"]


def test_who_cancels_the_dialog_gets_nothing_and_nothing_is_remembered(stage: Stage, out: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_path(stage, "Save picture", "race", ("png",), chosen.append)
    dialog.reject()
    assert chosen == []
    assert stage.settings.values.export_folder == ""


def test_the_folder_is_remembered_until_the_next_start_and_forgotten_when_it_is_gone(stage: Stage, out: Path) -> None:
    choose(ask_path(stage, "Save picture", "race", ("png",), lambda path: None), out / "mine.png")
    assert last_folder(stage) == out
    stage.settings = Settings(stage.settings.folder)
    assert last_folder(stage) == out
    out.rmdir()
    assert last_folder(stage) != out
    assert last_folder(stage).is_dir()


def test_the_menu_opens_the_dialog_of_each_kind(desk: ExportDesk, stage: Stage, said: list[str], out: Path) -> None:
    for key, name in ((PICTURE, "race.png"), (PATHS, "race.csv")):
        desk.button.entries[key].trigger()
        dialog = next(found for found in stage.findChildren(QFileDialog) if found.isVisible())
        choose(dialog, out / name)
    assert said == ["Saved race.png.", "Saved race.csv."]
    assert sorted(path.name for path in out.iterdir()) == ["race.csv", "race.png"]
