"""The grid of small pictures: a press chooses, keys walk first, and every picture shows its points."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.data_grid import DataGrid
from gui.widgets.data_tile import Tile
from tests.gui.map_scene import count_near

CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])


def tiles(count: int) -> list[Tile]:
    """Pictures of four corners, two of each class."""
    classes = np.array([0, 1, 1, 0])
    return [Tile(f"set{k}", f"Set {k}", f"About set {k}.", places=CORNERS, classes=classes) for k in range(count)]


@pytest.fixture
def grid(themes: ThemeHolder, qtbot: QtBot) -> DataGrid:
    grid = DataGrid(themes)
    qtbot.addWidget(grid)
    grid.set_tiles(tiles(13))
    grid.set_current("set2")
    grid.resize(216, grid.height())
    grid.show()
    return grid


def press(grid: DataGrid, place: int) -> None:
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.tile_box(place).center().toPoint())


def test_a_press_says_which_picture_and_leaves_the_choice_to_the_owner(grid: DataGrid) -> None:
    spy = QSignalSpy(grid.chosen)
    press(grid, 7)
    assert [spy.at(0)[0], spy.count()] == ["set7", 1]
    assert grid.current == "set2"
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=grid.tile_box(7).center().toPoint())
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(210, grid.height() - 2))
    assert spy.count() == 1


def test_six_pictures_stand_in_a_row_with_a_scroll_bar_beside_them_and_without(grid: DataGrid) -> None:
    for width in (216, 206):
        grid.resize(width, grid.height())
        rows = {round(grid.tile_box(place).top()) for place in range(13)}
        assert len(rows) == 3
        assert grid.tile_box(5).right() <= width + 0.01
        assert grid.height() == pytest.approx(grid.tile_box(12).bottom(), abs=1.0)


def test_a_narrower_grid_is_never_lower(grid: DataGrid, themes: ThemeHolder) -> None:
    """In a scroll area, one that is would let the scroll bar come and go without end."""
    for presentation in (False, True):
        themes.set(presentation=presentation)
        heights = [grid.heightForWidth(width) for width in range(1, 500)]
        assert heights == sorted(heights, reverse=True)


def test_every_picture_can_be_hit_with_a_finger_in_a_presentation(grid: DataGrid, themes: ThemeHolder) -> None:
    themes.set(presentation=True)
    grid.resize(313, grid.height())
    assert all(grid.tile_box(place).width() >= 44 for place in range(13))
    assert grid.tile_box(12).bottom() <= grid.height() + 1


def test_keys_walk_without_choosing_and_return_chooses(grid: DataGrid) -> None:
    chosen, pointed = QSignalSpy(grid.chosen), QSignalSpy(grid.pointed)
    grid.setFocus()
    keys = Qt.Key
    for key, place in (
        (keys.Key_Right, 3), (keys.Key_Down, 9), (keys.Key_Down, 9), (keys.Key_Home, 0), (keys.Key_Down, 6),
        (keys.Key_Down, 12), (keys.Key_Down, 12), (keys.Key_Up, 6), (keys.Key_Home, 0), (keys.Key_Left, 0),
        (keys.Key_Up, 0), (keys.Key_End, 12),
    ):  # fmt: skip
        QTest.keyClick(grid, key)
        assert pointed.at(pointed.count() - 1)[0] == f"set{place}"
    assert chosen.count() == 0
    assert "Set 12, 13 of 13" in grid.accessibleDescription()
    QTest.keyClick(grid, keys.Key_Return)
    assert chosen.at(0)[0] == "set12"


def test_the_pointer_is_told_apart_from_the_choice(grid: DataGrid) -> None:
    pointed = QSignalSpy(grid.pointed)
    QTest.mouseMove(grid, grid.tile_box(5).center().toPoint())
    QTest.mouseMove(grid, grid.tile_box(6).center().toPoint())
    QTest.mouseMove(grid, QPoint(210, grid.height() - 2))
    assert [pointed.at(k)[0] for k in range(pointed.count())] == ["set5", "set6", ""]


@pytest.mark.parametrize("name", THEMES)
def test_points_have_the_colours_of_their_classes_in_every_theme(
    grid: DataGrid, themes: ThemeHolder, name: str
) -> None:
    themes.set(name=name)
    picture = grid.grab(grid.tile_box(0).toAlignedRect()).toImage()
    assert count_near(picture, themes.current.color("plus"), 40) > 20
    assert count_near(picture, themes.current.color("minus"), 40) > 20


def test_the_chosen_picture_has_a_frame_and_an_unknown_key_none(grid: DataGrid, themes: ThemeHolder) -> None:
    ink = themes.current.color("ink")
    box = grid.tile_box(2).toAlignedRect()
    assert count_near(grid.grab(box).toImage(), ink, 40) > 100
    grid.set_current("unknown")
    assert count_near(grid.grab(box).toImage(), ink, 40) == 0


def test_pictures_without_points_and_a_grid_without_pictures_are_drawn(grid: DataGrid) -> None:
    grid.set_tiles(
        [
            Tile("none", "None"),
            Tile("empty", "Empty", places=np.zeros((0, 2)), classes=np.zeros(0, np.int64)),
            Tile("curve", "Curve", places=np.random.default_rng(0).random((60, 2))),
            Tile("hills", "Hills", places=np.random.default_rng(0).random((60, 2)), values=np.linspace(-1, 1, 60)),
            Tile("cells", "Cells", cells=np.eye(8)),
            Tile("sign", "Sign", icon="pencil"),
        ]
    )
    assert not grid.grab().isNull()
    grid.set_tiles([])
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    assert not grid.grab().isNull()
