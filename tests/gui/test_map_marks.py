"""Squares, crosses and cones at the balls: areas, signs and angles that can be measured."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.map_marks import kind_of, square_boxes
from gui.widgets.map_spots import Spot
from tests.gui.map_scene import changed, color_at, count_near, distance, make_map, pixel, shot


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    yield widget
    widget.close()
    widget.deleteLater()


def color_beside(board: ContourMap, point: tuple[float, float], dx: float, dy: float) -> QColor:
    at = pixel(board, point) + QPointF(dx, dy)
    return shot(board).pixelColor(int(at.x()), int(at.y()))


def test_areas_are_the_sums_and_share_one_measure() -> None:
    x_square, y_square = square_boxes(Spot("adam", 100.0, 50.0), (9.0, 4.0), 10.0)
    assert x_square.width() * x_square.height() == pytest.approx(9.0 * 100.0)
    assert y_square.width() * y_square.height() == pytest.approx(4.0 * 100.0)
    assert not x_square.intersects(y_square)


def test_the_largest_square_has_a_pleasant_size_whatever_the_sums(board: ContourMap) -> None:
    before = shot(board)
    widths = []
    for scale in (1e-12, 1.0, 1e12):
        board.set_squares({"sgd": (4.0 * scale, scale), "adam": (scale, 0.0)})
        _, columns = np.nonzero(changed(before, shot(board))[:, : int(pixel(board, (0.0, 0.0)).x())])
        widths.append(int(columns.max() - columns.min()))
    assert max(widths) - min(widths) <= 1
    assert 40 <= widths[0] <= 90


def test_squares_are_translucent_and_lie_below_right_and_above_left(board: ContourMap, themes: ThemeHolder) -> None:
    ground = color_beside(board, (-1.0, 0.5), 20, 20)
    board.set_squares({"sgd": (1.0, 1.0)})
    grad = themes.current.color("grad")
    for dx, dy in ((12, 34), (-12, -34)):
        inside = color_beside(board, (-1.0, 0.5), dx, dy)
        assert 15 < distance(inside, ground) < distance(grad, ground) / 2
    assert distance(color_beside(board, (-1.0, 0.5), -14, 34), ground) <= 3


@pytest.mark.parametrize("sums", [(0.0, 0.0), (math.nan, 1.0), (math.inf, 1.0), (-1.0, 1.0)])
def test_sums_that_are_none_draw_nothing(board: ContourMap, sums: tuple[float, float]) -> None:
    before = shot(board)
    board.set_squares({"sgd": sums, "somebody else": (1.0, 1.0)})
    assert not changed(before, shot(board)).any()


@pytest.mark.parametrize(
    ("low", "high", "kind"), [(1, 2, "valley"), (-1, 2, "saddle"), (-2, -1, "ridge"), (0, 0, "flat"), (0, 1, "valley")]
)
def test_bends_have_names(low: float, high: float, kind: str) -> None:
    assert kind_of(low, high) == kind


def test_a_saddle_shows_both_signs_and_its_word(board: ContourMap, themes: ThemeHolder) -> None:
    theme = themes.current
    board.set_crosses({"sgd": (-1.0, 1.0, 0.0)})
    image = shot(board)
    assert count_near(image, theme.color("plus"), 30) > 60
    assert count_near(image, theme.color("minus"), 30) > 60
    assert "cross sgd" in board._live.names.boxes
    # The higher curvature lies along x: its arms point to the ball from left and right.
    assert distance(color_beside(board, (-1.0, 0.5), 26, 0), theme.color("plus")) < 60
    assert distance(color_beside(board, (-1.0, 0.5), 0, 22), theme.color("minus")) < 60


def test_arrows_point_inwards_in_a_valley_and_outwards_on_a_ridge(board: ContourMap, themes: ThemeHolder) -> None:
    near, far = 14, 28
    wide = {}
    for name, bend, role in (("valley", 1.0, "plus"), ("ridge", -1.0, "minus")):
        board.set_crosses({"sgd": (bend, bend, 0.0)})
        image, ball = shot(board), pixel(board, (-1.0, 0.5))
        column = dict.fromkeys((near, far), 0)
        for at in column:
            for dy in range(-7, 8):
                seen = image.pixelColor(int(ball.x() + at), int(ball.y() + dy))
                column[at] += distance(seen, themes.current.color(role)) < 60
        wide[name] = column
    assert wide["valley"][near] > wide["valley"][far]
    assert wide["ridge"][far] > wide["ridge"][near]


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_bend_that_is_no_number_draws_nothing(board: ContourMap, bad: float) -> None:
    before = shot(board)
    board.set_crosses({"sgd": (bad, 1.0, 0.0), "adam": (0.0, 0.0, 0.0)})
    strange = changed(before, shot(board))
    assert not strange[:, : int(pixel(board, (0.0, 0.0)).x())].any()


def test_a_cone_covers_its_opening_and_no_more(board: ContourMap) -> None:
    board.set_trails({})
    ground = color_at(board, (0.5, 0.0))
    board.set_cone((0.0, 0.0), (1.0, 0.0), math.radians(60.0))
    for degrees, inside in ((0, True), (25, True), (-25, True), (36, False), (-36, False), (180, False)):
        angle = math.radians(degrees)
        seen = color_at(board, (0.6 * math.cos(angle), 0.6 * math.sin(angle)))
        assert (distance(seen, ground) > 10) == inside
    assert distance(color_at(board, (1.05, 0.0)), ground) == 0
    board.set_cone(None)
    assert distance(color_at(board, (0.5, 0.0)), ground) == 0


@pytest.mark.parametrize(
    ("apex", "direction", "opening"),
    [
        ((0.0, 0.0), (0.0, 0.0), 1.0),
        ((0.0, 0.0), (math.nan, 0.0), 1.0),
        ((0.0, math.inf), (1.0, 0.0), 1.0),
        ((9.0, 9.0), (1.0, 0.0), 1.0),
    ],
)
def test_a_cone_that_points_nowhere_is_not_drawn(
    board: ContourMap, apex: tuple[float, float], direction: tuple[float, float], opening: float
) -> None:
    before = shot(board)
    board.set_cone(apex, direction, opening)
    assert not changed(before, shot(board)).any()


@pytest.mark.parametrize(("direction", "opening"), [((1e300, 1e300), 1.0), ((0.5, 0.0), 100.0), ((0.5, 0.0), 0.0)])
def test_a_cone_of_any_size_is_painted(board: ContourMap, direction: tuple[float, float], opening: float) -> None:
    before = shot(board)
    board.set_cone((0.0, 0.0), direction, opening)
    assert changed(before, shot(board)).any()


def test_many_crosses_are_small_and_wordless(board: ContourMap, themes: ThemeHolder) -> None:
    path = np.array([[-1.0, 0.5]])
    board.set_trails({"sgd": path, "adam": -path, "rmsprop": np.array([[0.0, 0.5]])})
    board.set_crosses({"sgd": (1.0, 1.0, 0.0)})
    alone = count_near(shot(board), themes.current.color("plus"), 30)
    assert "cross sgd" in board._live.names.boxes
    board.set_crosses(dict.fromkeys(("sgd", "adam", "rmsprop"), (1.0, 1.0, 0.0)))
    assert count_near(shot(board), themes.current.color("plus"), 30) < 2.5 * alone
    assert "cross sgd" not in board._live.names.boxes


def test_the_squares_of_one_racer_name_their_axes(board: ContourMap) -> None:
    board.set_squares({"sgd": (1.0, 1.0)})
    before = shot(board)
    board.set_axis_names("a", "b")
    ball = pixel(board, (-1.0, 0.5))
    strange = changed(before, shot(board))[int(ball.y()) - 46 : int(ball.y()) + 46, int(ball.x()) - 46 :]
    assert strange[:, :92].any()
    board.set_squares({"sgd": (1.0, 1.0), "adam": (1.0, 1.0)})
    crowd = shot(board)
    board.set_axis_names("x", "y")
    strange = changed(crowd, shot(board))[int(ball.y()) - 46 : int(ball.y()) + 46, int(ball.x()) - 46 :]
    assert not strange[:, :92].any()
