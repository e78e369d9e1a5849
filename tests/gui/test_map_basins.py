"""Basins tint the ground and leave its light and its lines readable."""

from collections.abc import Iterator

import numpy as np
import pytest

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.map_basins import basin_image, basins_of
from tests.gui.map_scene import changed, color_at, distance, make_map, pixels, shot

RECT = (-2.0, 2.0, -1.0, 1.0)
ROLES = ("end0", "end1", "elsewhere", "gone")


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    widget.set_trails({})
    yield widget
    widget.close()
    widget.deleteLater()


def halves() -> np.ndarray:
    """Label 0 left of the middle, 1 right of it; 2 in the uppermost rows (the last ones)."""
    labels = np.zeros((60, 120), np.uint8)
    labels[:, 60:] = 1
    labels[50:] = 2
    return labels


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_each_start_is_tinted_by_its_end(board: ContourMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    places = {"end0": (-1.0, 0.0), "end1": (1.0, 0.0), "elsewhere": (0.0, 0.9)}
    bare = {role: color_at(board, point) for role, point in places.items()}
    board.set_basins(halves(), RECT, ROLES)
    for role, point in places.items():
        tinted, color = color_at(board, point), themes.current.color(role)
        assert distance(tinted, bare[role]) >= 4
        assert distance(tinted, color) < distance(bare[role], color)


def test_the_ground_stays_readable_under_the_tint(board: ContourMap) -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 200), np.linspace(-1, 1, 120))
    board.set_field(np.sin(3 * x) * y, RECT)
    bare = pixels(shot(board))[20:300, 80:600].mean(axis=2)
    board.set_basins(np.zeros((60, 120), np.uint8), RECT, ROLES)
    tinted = pixels(shot(board))[20:300, 80:600].mean(axis=2)
    assert np.corrcoef(bare.ravel(), tinted.ravel())[0, 1] > 0.97


def test_borders_are_soft_and_show_no_third_colour(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_basins(halves(), RECT, ROLES)
    row = pixels(shot(board))[int(board.view.pixel_of(0.0, 0.0)[1])]
    left, right = (int(board.view.pixel_of(x, 0.0)[0]) for x in (-0.2, 0.2))
    across = row[left:right]
    low, high = np.minimum(across[0], across[-1]) - 6, np.maximum(across[0], across[-1]) + 6
    assert bool(((across >= low) & (across <= high)).all())


def test_the_tint_lies_where_its_rectangle_lies(board: ContourMap) -> None:
    before = shot(board)
    board.set_basins(np.zeros((20, 20), np.uint8), (0.0, 1.0, 0.0, 0.5), ROLES)
    strange = changed(before, shot(board))
    rows, columns = np.nonzero(strange)
    left, top = board.view.pixel_of(0.0, 0.5)
    right, bottom = board.view.pixel_of(1.0, 0.0)
    assert abs(columns.min() - left) <= 2
    assert abs(columns.max() - right) <= 2
    assert abs(rows.min() - top) <= 2
    assert abs(rows.max() - bottom) <= 2


@pytest.mark.parametrize("labels", [np.full((6, 6), 200, np.uint8), np.full((6, 6), np.nan), np.full((6, 6), -1)])
def test_labels_that_are_no_place_stay_bare(board: ContourMap, labels: np.ndarray) -> None:
    before = shot(board)
    board.set_basins(labels, RECT, ROLES)
    assert not changed(before, shot(board)).any()


def test_rows_start_at_the_lowest_y(themes: ThemeHolder) -> None:
    labels = np.zeros((2, 1), np.uint8)
    labels[1] = 1
    image = basin_image(basins_of(labels, RECT, ROLES), themes.current)
    upper, lower = themes.current.color("end1"), themes.current.color("end0")
    assert distance(image.pixelColor(0, 0), upper) < distance(image.pixelColor(0, 0), lower)


@pytest.mark.parametrize("nothing", [None, np.zeros((0, 0), np.uint8)])
def test_basins_can_be_taken_away(board: ContourMap, nothing: np.ndarray | None) -> None:
    before = shot(board)
    board.set_basins(halves(), RECT, ROLES)
    board.set_basins(nothing, RECT, ROLES)
    assert not changed(before, shot(board)).any()


def test_ground_without_heights_has_no_tint_yet(themes: ThemeHolder) -> None:
    widget = ContourMap(themes)
    widget.resize(400, 240)
    before = shot(widget)
    widget.set_basins(halves(), RECT, ROLES)
    assert not changed(before, shot(widget)).any()
    widget.deleteLater()


def test_lines_look_alike_with_and_without_basins(board: ContourMap) -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 200), np.linspace(-1, 1, 120))
    board.set_field(np.sin(3 * x) * y, RECT)
    bare = shot(board)
    board.set_basins(np.full((4, 4), 9, np.uint8), RECT, ROLES)
    for _ in range(2):
        assert np.abs(pixels(bare) - pixels(shot(board))).max() <= 2
        board.set_field(np.sin(3 * x) * y, RECT)


def test_other_lines_come_with_another_field_under_the_same_basins(board: ContourMap) -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 200), np.linspace(-1, 1, 120))
    board.set_basins(halves(), RECT, ROLES)
    board.set_field(x, RECT)
    before = shot(board)
    board.set_field(x + y, RECT)
    assert changed(before, shot(board)).any()
