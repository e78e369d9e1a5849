"""Points on a decision map: shape and colour say the class, hollow says untrained; a million are still a picture."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, Theme, ThemeHolder
from gui.widgets.class_signs import MOST_CLASSES, class_color, class_role, class_shape
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_points import MOST_MARKERS, marker_radius, points_of
from tests.gui.map_scene import count_near, distance


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeHolder) -> DecisionMap:
    """A map without points."""
    made = DecisionMap(themes)
    qtbot.addWidget(made)
    made.resize(340, 330)
    made.set_field(np.full((4, 4), 0.5))
    made.show()
    return made


def shot(board: DecisionMap) -> QImage:
    """What it looks like."""
    return board.grab().toImage()


def test_the_first_three_classes_have_the_signs_of_the_design() -> None:
    theme = Theme.load("light")
    assert [class_role(index) for index in range(3)] == ["minus", "plus", "class2"]
    assert [class_shape(theme, index) for index in range(3)] == ["square", "circle", "up"]


@pytest.mark.parametrize("name", THEMES)
def test_ten_classes_have_ten_colours(name: str) -> None:
    theme = Theme.load(name)
    assert len({class_color(theme, index).name() for index in range(MOST_CLASSES)}) == MOST_CLASSES
    assert class_color(theme, 99) == class_color(theme, MOST_CLASSES - 1)


@pytest.mark.parametrize("index", range(MOST_CLASSES))
def test_a_point_has_the_colour_of_its_class_and_a_hollow_one_has_it_at_the_edge_only(
    board: DecisionMap, themes: ThemeHolder, index: int
) -> None:
    color = class_color(themes.current, index)
    for train in (True, False):
        board.set_points(np.array([[0.0, 0.0]]), np.array([index]), np.array([train]))
        assert count_near(shot(board), color, 4) > 8
        at = board.point_spot(0)
        middle = shot(board).pixelColor(int(at.x()), int(at.y()))
        wanted = color if train else themes.current.color("panel")
        assert distance(middle, wanted) <= 12


def test_points_on_the_wrong_side_lie_on_top_and_tested_ones_below(board: DecisionMap, themes: ThemeHolder) -> None:
    places = np.zeros((3, 2))
    train, wrong = np.array([True, False, True]), np.array([True, False, False])
    board.set_points(places, np.array([2, 0, 1]), train, wrong)
    at = board.point_spot(0)
    middle = shot(board).pixelColor(int(at.x()), int(at.y()))
    assert distance(middle, class_color(themes.current, 2)) <= 12
    board.set_points(places, np.array([2, 0, 1]), train, np.array([False, False, False]))
    middle = shot(board).pixelColor(int(at.x()), int(at.y()))
    assert distance(middle, class_color(themes.current, 1)) <= 12


def test_a_rim_keeps_two_points_apart(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_points(np.array([[0.0, 0.0], [0.06, 0.0]]), np.array([1, 1]))
    one, two = board.point_spot(0), board.point_spot(1)
    row = [shot(board).pixelColor(x, int(one.y())) for x in range(int(one.x()), int(two.x()) + 1)]
    assert min(distance(color, themes.current.color("panel")) for color in row) < 90


@pytest.mark.parametrize("count", [0, 1, 120, MOST_MARKERS, MOST_MARKERS + 1])
def test_any_number_of_points_is_drawn(board: DecisionMap, themes: ThemeHolder, count: int) -> None:
    rng = np.random.default_rng(2)
    board.set_points(rng.uniform(-1.4, 1.4, (count, 2)), np.ones(count))
    blue = count_near(shot(board), themes.current.color("plus"), 40)
    assert (blue > 0) == (count > 0)


def test_a_million_points_are_drawn_and_cost_nothing_while_they_stay(board: DecisionMap, themes: ThemeHolder) -> None:
    rng = np.random.default_rng(3)
    places = rng.normal(0.0, 0.4, (1_000_000, 2))
    classes = (places[:, 0] > 0).astype(np.uint8)
    board.set_points(places, classes)
    image = shot(board)
    for x, role in ((-0.4, "minus"), (0.4, "plus")):
        at = board.view.pixel_of(x, 0.0)
        assert distance(image.pixelColor(int(at[0]), int(at[1])), themes.current.color(role)) <= 30
    kept = board._layer.points
    board.set_points(places, classes)
    assert board._layer.points is kept
    board.set_points(places, classes, None, classes > 0)
    assert board._layer.points.places is kept.places


def test_a_crowd_cannot_be_taken_point_by_point(board: DecisionMap) -> None:
    board.set_points(np.zeros((MOST_MARKERS + 1, 2)), np.zeros(MOST_MARKERS + 1))
    assert board._point_at(QPointF(*board.view.pixel_of(0.0, 0.0))) is None


def test_points_that_are_no_numbers_are_left_out(board: DecisionMap, themes: ThemeHolder) -> None:
    places = np.array([[np.nan, 0.0], [np.inf, 0.0], [1e308, -1e308], [0.0, 0.0]])
    board.set_points(places, np.array([1, 1, 1, 1]))
    assert 0 < count_near(shot(board), themes.current.color("plus"), 4) < 90
    assert board._layer.nearest(board.view, board.point_spot(3), 5.0) == 3


def test_of_points_in_one_place_the_last_is_taken(board: DecisionMap) -> None:
    board.set_points(np.zeros((3, 2)), np.array([0, 1, 0]))
    assert board._layer.nearest(board.view, board.point_spot(0), 5.0) == 2


def test_flags_and_classes_belong_to_points() -> None:
    places = np.zeros((3, 2))
    with pytest.raises(ValueError, match="3 points have 2 classes"):
        points_of(places, np.zeros(2), None, None)
    with pytest.raises(ValueError, match="3 points have 1 flags"):
        points_of(places, np.zeros(3), None, np.array([True]))


def test_odd_classes_are_brought_into_range() -> None:
    assert points_of(np.zeros((4, 2)), np.array([-3, np.nan, 12, 1.0]), None, None).classes.tolist() == [0, 0, 9, 1]


def test_markers_shrink_in_a_crowd() -> None:
    theme = Theme.load("light")
    sizes = [marker_radius(theme, count) for count in (10, 300, 800, 1_800)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[:1] == pytest.approx([5.5])
    assert marker_radius(theme, 100) == pytest.approx(4.2)


def test_points_lie_between_pixels_too(board: DecisionMap) -> None:
    """A point that moves by half a pixel looks different, so slow movements do not stutter."""
    pictures = []
    for shift in (0.0, 0.5, 1.0):
        x, y = board.view.point_at(180.0 + shift, 150.0)
        board.set_points(np.array([[x, y]]), np.array([1]))
        pictures.append(shot(board))
    assert pictures[0] != pictures[1]
    assert pictures[0].copy(165, 135, 30, 30) == pictures[2].copy(166, 135, 30, 30)


def test_on_paper_points_stay_shapes(board: DecisionMap, tmp_path: object) -> None:
    board.set_points(np.array([[0.0, 0.0], [0.5, 0.5]]), np.array([0, 1]))
    generator = QSvgGenerator()
    file = f"{tmp_path}/map.svg"
    generator.setFileName(file)
    generator.setSize(board.size())
    board.render(generator)
    with open(file, encoding="utf-8") as text:
        words = text.read()
    assert "circle" in words or "ellipse" in words
    assert words.count("<image") <= 1  # the field
