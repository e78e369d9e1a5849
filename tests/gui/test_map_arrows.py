"""Arrows are as long as their vectors, never lost, and named where there is room."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.labels import overlap
from gui.widgets.map_arrows import Shaft, arrow_key, shafts
from gui.widgets.map_canvas import Canvas, around
from gui.widgets.map_content import Arrow
from gui.widgets.map_shapes import arrow_outline
from tests.gui.map_scene import changed, color_at, count_near, distance, make_map, pixels, shot


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    yield widget
    widget.close()
    widget.deleteLater()


def drawn(board: ContourMap, themes: ThemeHolder, *arrows: Arrow) -> list[Shaft]:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    board.grab()
    found = shafts(Canvas(painter, board.view, themes.current, 1.0), arrows, board._live.spots)
    painter.end()
    return found


def test_an_arrow_is_drawn_in_its_role_between_its_ends(board: ContourMap, themes: ThemeHolder) -> None:
    grad = themes.current.color("grad")
    before = shot(board)
    board.set_arrows((Arrow((0.0, 0.0), (1.0, 0.5), "grad"),))
    assert distance(color_at(board, (0.4, 0.2)), grad) < 40
    assert distance(color_at(board, (0.95, 0.475)), grad) < 40
    assert distance(color_at(board, (1.1, 0.55)), grad) > 60
    board.set_arrows(())
    assert not changed(before, shot(board)).any()


def test_the_length_is_that_of_the_vector(board: ContourMap, themes: ThemeHolder) -> None:
    short, long = drawn(board, themes, Arrow((0.0, 0.0), (0.3, 0.4), "vel"), Arrow((0.0, 0.0), (0.6, 0.8), "vel"))
    assert short.length == pytest.approx(0.5 * board.view.x_scale)
    assert long.length == pytest.approx(2.0 * short.length)
    assert not long.leaves


@pytest.mark.parametrize("far", [40.0, 1e6, 1e300])
def test_an_arrow_that_leaves_fades_out_at_the_rim(board: ContourMap, themes: ThemeHolder, far: float) -> None:
    arrow = Arrow((0.0, 0.0), (far, 0.0), "grad")
    (shaft,) = drawn(board, themes, arrow)
    assert shaft.leaves
    assert shaft.end.x() < board.view.left + board.view.width
    board.set_arrows((arrow,))
    grad = themes.current.color("grad")
    assert distance(color_at(board, (1.0, 0.0)), grad) < 30
    rim = board.view.point_at(board.view.left + board.view.width - 9.0, board.view.pixel_of(0.0, 0.0)[1])
    assert distance(color_at(board, rim), grad) > 60


def test_a_vector_its_marker_would_hide_is_a_dot_on_its_side(board: ContourMap, themes: ThemeHolder) -> None:
    arrow = Arrow((-1.0, 0.5), (-1.0 + 1e-4, 0.5), "grad")
    (shaft,) = drawn(board, themes, arrow)
    assert shaft.is_dot
    board.set_arrows((arrow,))
    beside = shaft.start + QPointF(shaft.covered + 3.5, 0.0)
    grad = themes.current.color("grad")
    assert distance(color_at(board, board.view.point_at(beside.x(), beside.y())), grad) < 40


@pytest.mark.parametrize(
    "arrow",
    [
        Arrow((0.0, 0.0), (0.0, 0.0), "grad", "downhill"),
        Arrow((50.0, 0.0), (1.0, 0.0), "grad", "downhill"),
        Arrow((0.0, 0.0), (float("nan"), 0.0), "grad", "downhill"),
        Arrow((0.0, 0.0), (float("inf"), 0.0), "grad", "downhill"),
    ],
)
def test_what_points_nowhere_or_starts_outside_is_not_drawn(board: ContourMap, arrow: Arrow) -> None:
    before = shot(board)
    board.set_arrows((arrow,))
    assert not changed(before, shot(board)).any()


@pytest.mark.parametrize("length", [9.0, 14.0, 30.0, 200.0])
def test_the_head_is_never_longer_than_the_arrow(board: ContourMap, themes: ThemeHolder, length: float) -> None:
    tip = (length / board.view.x_scale, 0.0)
    (shaft,) = drawn(board, themes, Arrow((0.0, 0.0), tip, "vel"))
    outline = arrow_outline(shaft.start, shaft.way, shaft.length, 2.4, 0.7 * length, 0.0).boundingRect()
    assert outline.width() == pytest.approx(length)
    board.set_arrows((Arrow((0.0, 0.0), tip, "vel"),))
    start = board.view.pixel_of(0.0, 0.0)
    marked = np.argwhere(np.abs(_vel_distance(shot(board), themes)) < 40)
    assert marked[:, 1].min() >= start[0] - 2.0
    assert marked[:, 1].max() <= start[0] + length + 1.0


def _vel_distance(image: QImage, themes: ThemeHolder) -> np.ndarray:
    vel = themes.current.color("vel")
    return np.abs(pixels(image) - np.array([vel.red(), vel.green(), vel.blue()])).max(axis=2)


def test_a_dashed_arrow_shows_ground_between_its_dashes(board: ContourMap, themes: ThemeHolder) -> None:
    grad = themes.current.color("grad")
    board.set_arrows((Arrow((-1.5, -0.8), (1.5, -0.8), "grad"),))
    whole = count_near(shot(board), grad, 40)
    board.set_arrows((Arrow((-1.5, -0.8), (1.5, -0.8), "grad", dashed=True),))
    assert 0.3 * whole < count_near(shot(board), grad, 40) < 0.8 * whole


def test_words_stand_clear_of_markers_and_each_other(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_arrows(
        (Arrow((-1.0, 0.5), (-0.8, 0.6), "vel", "velocity"), Arrow((-1.0, 0.5), (-0.8, 0.4), "grad", "downhill"))
    )
    board.set_titles({"sgd": "SGD", "adam": "Adam"})
    board.grab()
    boxes = board._live.names.boxes
    words = [boxes[arrow_key(0)], boxes[arrow_key(1)], boxes["sgd"]]
    markers = [around(spot.x, spot.y, themes.current.stroke("marker")) for spot in board._live.spots]
    for index, box in enumerate(words):
        assert all(overlap(box, other) == 0.0 for other in [*words[:index], *markers])


def test_a_small_map_draws_arrows_without_words(board: ContourMap) -> None:
    board.set_arrows((Arrow((0.0, 0.0), (0.5, 0.5), "vel", "velocity"),))
    board.grab()
    assert arrow_key(0) in board._live.names.boxes
    board.resize(280, 180)
    board.grab()
    assert arrow_key(0) not in board._live.names.boxes
