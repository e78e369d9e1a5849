"""A crowd of skiers: each one counts, the far and the lost ones do not, and a hundred thousand are painted."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from gui.theme import Theme, ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.map_basins import premultiplied
from gui.widgets.map_cloud import Cloud, dot_size, splat, to_device, tone_table
from gui.widgets.viewport import Viewport
from tests.gui.map_scene import changed, color_at, count_near, distance, make_map, shot

VIEW = Viewport((0.0, 8.0, 0.0, 4.0), 0.0, 0.0, 80.0, 40.0)


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    widget.set_trails({})
    yield widget
    widget.close()
    widget.deleteLater()


def painted(places: np.ndarray, groups: np.ndarray, size: int = 1, shape: tuple[int, int] = (40, 80)) -> np.ndarray:
    """The image of dots whose colour says group and number: 100 group + number (at most 9)."""
    table = np.array([[0] + [100 * (group + 1) + count for count in range(1, 10)] for group in range(8)], np.uint32)
    image = np.full(shape, 7, np.uint32)
    splat(image, places.astype(np.float32), groups.astype(np.intp), table, size)
    return image


def test_every_point_in_the_picture_is_counted_once() -> None:
    rng = np.random.default_rng(5)
    points = rng.uniform(-1.0, 9.0, (100_000, 2)).astype(np.float32)
    image = painted(to_device(points, VIEW, 1.0), np.zeros(100_000), shape=(40, 80))
    column, row = np.floor(to_device(points, VIEW, 1.0).astype(np.float64)).astype(int)
    inside = (column >= 0) & (column < 80) & (row >= 0) & (row < 40)
    counts = np.zeros((40, 80), int)
    np.add.at(counts, (row[inside], column[inside]), 1)
    assert bool((np.where(counts > 0, 100 + np.minimum(counts, 9), 0) == image).all())


@given(
    st.lists(st.tuples(st.floats(width=32), st.floats(width=32)), max_size=12),
    st.integers(1, 5),
)
@settings(max_examples=60, deadline=None)
def test_no_number_breaks_the_picture(points: list[tuple[float, float]], size: int) -> None:
    places = np.array(points, np.float32).reshape(-1, 2)
    image = painted(to_device(places, VIEW, 1.0), np.zeros(len(places)), size)
    with np.errstate(invalid="ignore"):
        device = to_device(places, VIEW, 1.0)
        middle = (np.abs(device[0] - 40) < 30) & (np.abs(device[1] - 20) < 10)
    assert bool((image > 0).any()) >= bool(middle.any())
    assert int((image > 0).sum()) <= len(places) * size * size


def test_dots_are_square_and_lie_about_their_point() -> None:
    image = painted(np.array([[10.5], [20.5]]), np.zeros(1), 3)
    rows, columns = np.nonzero(image)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (19, 21, 9, 11)


def test_of_many_in_one_pixel_the_last_lends_its_colour() -> None:
    image = painted(np.array([[10.5, 10.5, 10.5], [20.5, 20.5, 20.5]]), np.array([0, 1, 2]))
    assert image[20, 10] == 303


def test_a_crowd_is_more_opaque_than_a_single_skier(themes: ThemeHolder) -> None:
    few = Cloud(np.zeros((10, 2), np.float32), np.zeros(10, np.intp), ("end0",))
    many = Cloud(np.zeros((100_000, 2), np.float32), np.zeros(100_000, np.intp), ("end0",))
    alphas = [tone_table(cloud, themes.current)[0] >> 24 for cloud in (few, many)]
    for row in alphas:
        assert bool((np.diff(row.astype(int)) >= 0).all())
    assert alphas[0][1] > 200
    assert 80 < alphas[1][1] < alphas[1][-1] > 240


def test_words_of_pixels_are_premultiplied() -> None:
    assert premultiplied(QColor.fromRgbF(1.0, 0.5, 0.0, 0.5)) == 0x80_80_40_00


def test_dots_shrink_as_they_become_many_and_grow_on_fine_screens() -> None:
    theme = Theme.load("light")
    assert [dot_size(count, theme, 1.0) for count in (1, 10_000, 100_000)] == [3, 2, 1]
    assert [dot_size(count, theme, 2.0) for count in (1, 10_000, 100_000)] == [6, 4, 2]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_groups_have_the_colours_of_their_roles(board: ContourMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    points = np.array([[-1.0, 0.0], [1.0, 0.0]], np.float32)
    board.set_cloud(points, np.array([0, 1], np.uint8), ("end0", "end1"))
    for point, role in zip(points.tolist(), ("end0", "end1"), strict=True):
        assert distance(color_at(board, (point[0], point[1])), themes.current.color(role)) < 60


def test_a_hundred_thousand_skiers_are_shown_and_taken_away(board: ContourMap, themes: ThemeHolder) -> None:
    before = shot(board)
    rng = np.random.default_rng(3)
    points = rng.uniform((-2.0, -1.0), (2.0, 1.0), (100_000, 2)).astype(np.float32)
    board.set_cloud(points, np.zeros(100_000, np.uint8), ("end0",))
    assert changed(before, shot(board)).mean() > 0.3
    board.set_cloud(None)
    assert not changed(before, shot(board)).any()


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((0, 2), np.float32),
        np.full((50, 2), np.nan, np.float32),
        np.full((50, 2), np.inf, np.float32),
        np.full((50, 2), 1e30, np.float32),
        np.full((50, 2), -3.0e38, np.float32),
    ],
)
def test_lost_skiers_are_not_on_the_map(board: ContourMap, points: np.ndarray) -> None:
    before = shot(board)
    board.set_cloud(points, np.zeros(len(points), np.uint8), ("end0",))
    assert not changed(before, shot(board)).any()


def test_a_single_skier_is_seen(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_cloud(np.array([[0.3, 0.4]], np.float32), np.array([0], np.uint8), ("end3",))
    assert count_near(shot(board), themes.current.color("end3"), 60) >= 4


def test_a_group_without_a_role_takes_the_last(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_cloud(np.array([[0.3, 0.4]], np.float32), np.array([9], np.uint8), ("end0", "end1"))
    assert distance(color_at(board, (0.3, 0.4)), themes.current.color("end1")) < 60


def test_the_crowd_moves_with_the_ground(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_cloud(np.array([[0.5, 0.25]], np.float32), np.array([0], np.uint8), ("end0",))
    board.grab()
    board._zoom(2.0, *board.view.pixel_of(0.0, 0.0))
    assert distance(color_at(board, (0.5, 0.25)), themes.current.color("end0")) < 60


def test_the_caption_is_read_over_a_crowd(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_caption("Loss landscape", "bounded saddle")
    left, top, right, bottom = (int(side) for side in board._caption_box())
    corner = (left + 2, top + 4, 6, bottom - top - 8)
    rng = np.random.default_rng(4)
    board.set_cloud(rng.uniform(-3.0, 3.0, (50_000, 2)).astype(np.float32), np.zeros(50_000, np.uint8), ("end4",))
    beside = shot(board).copy(right + 4, top, 40, 30)
    assert count_near(beside, themes.current.color("end4"), 120) > 30
    assert count_near(shot(board).copy(*corner), themes.current.color("end4"), 120) == 0
