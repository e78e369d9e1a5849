"""What leaves the race: pictures, tables and films of the right race, and one sentence where it cannot be done."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.panels.race.saving import Saving
from gui.theme import ThemeHolder
from tests.gui.race_desk import Desk


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.show(desk.surface("saddle"), step=20, steps=30)
    return desk


@pytest.fixture
def saving(desk: Desk) -> Saving:
    return desk.panel.saving


def test_the_picture_on_the_clipboard_is_the_large_one(desk: Desk, saving: Saving) -> None:
    saving.copy()
    image = QApplication.clipboard().image()
    assert image.size() == desk.panel.stage.large.size() * 2
    assert desk.said == ["The picture is on the clipboard."]


@pytest.mark.parametrize("name", ["race.png", "race.svg"])
def test_the_large_picture_is_saved(desk: Desk, saving: Saving, tmp_path: Path, name: str) -> None:
    saving.save_picture(tmp_path / name)
    assert (tmp_path / name).stat().st_size > 5_000
    assert desk.said == [f"Saved as {name}."]


def test_the_table_holds_every_step_of_every_racer_exactly(desk: Desk, saving: Saving, tmp_path: Path) -> None:
    saving.save_paths(tmp_path / "paths.csv")
    rows = [line.split(",") for line in (tmp_path / "paths.csv").read_text().splitlines()[1:]]
    sgd = np.array([[float(cell) for cell in row[2:4]] for row in rows if row[0] == "sgd"])
    assert len(sgd) == 31
    exact = np.array([[(1 - 0.02) ** step, 1e-3 * (1 + 0.02) ** step] for step in range(31)])
    assert np.allclose(sgd, exact, rtol=1e-12)


def test_an_unwritable_place_is_one_sentence(desk: Desk, saving: Saving, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    saving.save_paths(tmp_path / "file" / "paths.csv")
    assert len(desk.said) == 1
    assert "paths.csv" in desk.said[0]


def test_another_ending_is_refused_by_name(desk: Desk, saving: Saving, tmp_path: Path) -> None:
    saving.save_picture(tmp_path / "race.bmp")
    assert len(desk.said) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("swapped", [False, True])
def test_the_film_has_every_step_and_the_screen_goes_on(
    desk: Desk, saving: Saving, tmp_path: Path, qtbot: QtBot, swapped: bool
) -> None:
    if swapped:
        desk.panel.stage.swap()
    saving.save_film(tmp_path / "race.gif")
    assert desk.panel.stage.header.progress.isVisible()
    desk.show(step=3)
    qtbot.waitUntil(lambda: bool(desk.said), timeout=60_000)
    assert desk.said == ["Saved as race.gif."]
    with Image.open(tmp_path / "race.gif") as film:
        assert film.n_frames == 31
        film.seek(0)
        first = np.asarray(film.convert("RGB"), np.int16)
        film.seek(30)
        last = np.asarray(film.convert("RGB"), np.int16)
    moved = np.abs(first - last).max(axis=2) > 40
    assert moved.mean() > 0.001
    assert not desk.panel.stage.header.progress.isVisible()


def test_a_cancelled_film_leaves_nothing(desk: Desk, saving: Saving, tmp_path: Path, qtbot: QtBot) -> None:
    saving.save_film(tmp_path / "race.gif")
    qtbot.waitUntil(lambda: desk.panel.stage.header.progress.isVisible())
    saving.cancel()
    assert desk.said == ["The film was cancelled; nothing was saved."]
    assert not list(tmp_path.iterdir())
    saving.save_film(tmp_path / "again.gif")
    qtbot.waitUntil(lambda: len(desk.said) == 2, timeout=60_000)
    assert (tmp_path / "again.gif").exists()


def test_the_menu_asks_where_without_stopping_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.stage.header.export.paths_asked.emit()
    dialog = desk.panel.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
