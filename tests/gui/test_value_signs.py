"""Numbers on a decision map: their colours say the sign, their scale is fair, and the field wears the same colours."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, Theme, ThemeHolder
from gui.widgets.class_signs import MOST_CLASSES
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_field import Field, decision_lines, round_levels
from gui.widgets.value_signs import CROWD_ROLES, TONES, crowd_groups, reach_of_numbers, tones_of, value_color
from tests.gui.map_scene import distance

RECT = (-1.0, 1.0, -1.0, 1.0)
X, Y = np.meshgrid(np.linspace(-1.0, 1.0, 65), np.linspace(-1.0, 1.0, 65))
PLACES = np.array([[-0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
NUMBERS = np.array([-1.0, 1.0, 0.0])


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeHolder) -> DecisionMap:
    """Three numbers on the plane: -1, 1 and 0."""
    made = DecisionMap(themes)
    qtbot.addWidget(made)
    made.resize(340, 330)
    made.set_domain(RECT)
    made.set_values(PLACES, NUMBERS)
    made.show()
    return made


def color_at(board: DecisionMap, x: float, y: float) -> QColor:
    at = board.view.pixel_of(x, y)
    return board.grab().toImage().pixelColor(int(at[0]), int(at[1]))


# Scales --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "numbers, end",
    [([0.3, -0.97], 1.0), ([1.0], 1.0), ([1.04], 1.2), ([-17.0, 3.0], 20.0), ([0.0031], 0.004), ([9.1], 10.0)],
)
def test_the_scale_ends_at_a_round_number(numbers: list[float], end: float) -> None:
    assert reach_of_numbers(np.array(numbers)) == pytest.approx(end, rel=1e-12)


@given(st.floats(-1e140, 1e140, allow_subnormal=False))
def test_the_scale_holds_every_number_and_is_not_twice_too_long(number: float) -> None:
    end = reach_of_numbers(np.array([number]))
    assert end >= abs(number) * (1 - 1e-9)
    assert abs(number) < 1e-140 or end <= 1.7 * abs(number)


@pytest.mark.parametrize("numbers", [[], [0.0], [np.nan], [np.inf, -np.inf]])
def test_without_a_usable_number_the_scale_ends_at_one(numbers: list[float]) -> None:
    assert reach_of_numbers(np.array(numbers)) == 1.0


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=20), st.floats(1e-9, 1e9))
def test_every_number_has_a_colour(numbers: list[float], end: float) -> None:
    codes = tones_of(np.array(numbers), end).astype(int)
    assert ((codes >= MOST_CLASSES) & (codes < MOST_CLASSES + TONES)).all()


def test_opposite_numbers_have_opposite_colours() -> None:
    numbers = np.linspace(-1.0, 1.0, 41)
    codes = tones_of(numbers, 1.0).astype(int)
    assert (codes + codes[::-1] == 2 * codes[20]).all()
    assert (np.diff(codes) >= 0).all()
    assert [CROWD_ROLES[group] for group in crowd_groups(codes[[0, 20, 40]])] == ["minus", "rule", "plus"]


@pytest.mark.parametrize("name", THEMES)
def test_a_colour_goes_from_minus_over_the_middle_to_plus(name: str) -> None:
    theme = Theme.load(name)
    assert value_color(theme, -1.0) == theme.mix("mid", "minus", 1.0)
    assert value_color(theme, 1.0) == theme.mix("mid", "plus", 1.0)
    assert distance(value_color(theme, 0.0), theme.color("mid")) <= 1
    assert distance(value_color(theme, float("nan")), theme.color("mid")) <= 1


# Map -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", THEMES)
def test_points_wear_the_colours_of_their_numbers(board: DecisionMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    for place, role in zip(PLACES, ("minus", "plus", "mid"), strict=True):
        assert distance(color_at(board, *place), themes.current.color(role)) <= 6


@pytest.mark.parametrize("name", THEMES)
def test_the_field_has_the_scale_of_the_points(board: DecisionMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    board.set_values(PLACES, NUMBERS, most=4.0)
    board.set_field(np.full((8, 8), 4.0))
    assert distance(color_at(board, 0.9, 0.3), themes.current.mix("mid", "plus", 0.40)) <= 2
    board.set_field(np.zeros((8, 8)))
    assert distance(color_at(board, 0.9, 0.3), themes.current.color("mid")) <= 2


def test_a_field_that_was_there_first_takes_the_scale_too(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_points(PLACES, np.array([0, 1, 1]))
    board.set_field(np.zeros((8, 8)))
    assert distance(color_at(board, 0.9, 0.3), themes.current.mix("mid", "minus", 0.40)) <= 2
    board.set_values(PLACES, NUMBERS)
    assert distance(color_at(board, 0.9, 0.3), themes.current.color("mid")) <= 2
    board.set_points(PLACES, np.array([0, 1, 1]))
    assert distance(color_at(board, 0.9, 0.3), themes.current.mix("mid", "minus", 0.40)) <= 2


def test_numbers_have_levels_where_classes_have_a_border() -> None:
    field = Field(X.copy(), RECT, most=1.0)
    assert decision_lines(field) == []
    levels = round_levels(field)
    assert [level for level, _ in levels] == pytest.approx([-0.5, 0.0, 0.5], abs=1e-9)
    for level, line in levels:
        assert np.abs(line[:, 0] - level).max() < 1e-6
    assert round_levels(Field(X.copy(), RECT)) == []


def test_fields_with_holes_and_without_an_end_are_drawn(board: DecisionMap) -> None:
    for values in (np.where(X < 0, np.nan, X), np.full((8, 8), np.inf), np.full((8, 8), np.nan), np.zeros((1, 1))):
        board.set_field(values)
        assert not board.grab().isNull()


def test_the_scale_stands_below_the_axes_and_only_for_numbers(board: DecisionMap, themes: ThemeHolder) -> None:
    def strip() -> set[int]:
        image = board.grab().toImage()
        row = image.height() - round(themes.current.line_height("caption") / 2) - 3
        return {image.pixel(x, row) for x in range(image.width())}

    board.set_field(None)
    below = board.view.top + board.view.height
    assert len(strip()) > 40
    board.set_points(PLACES, np.array([0, 1, 1]))
    assert board.view.top + board.view.height >= below
    assert len(strip()) < 40


def test_a_number_is_named_and_has_no_class_to_flip(board: DecisionMap) -> None:
    flipped: list[int] = []
    clicked: list[int] = []
    board.point_flipped.connect(flipped.append)
    board.point_clicked.connect(clicked.append)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.point_spot(1).toPoint())
    assert (flipped, clicked) == ([], [1])
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Return)
    QTest.keyClick(board, Qt.Key.Key_Tab)
    assert "Point 2 of 3, number 1" in board.accessibleDescription()
    assert "class" not in board.accessibleDescription()
    QTest.keyClick(board, Qt.Key.Key_Space)
    assert (flipped, clicked) == ([], [1, 1])


def test_a_class_still_flips_when_clicked(board: DecisionMap) -> None:
    flipped: list[int] = []
    board.point_flipped.connect(flipped.append)
    board.set_points(PLACES, np.array([0, 1, 1]))
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.point_spot(1).toPoint())
    assert flipped == [1]
    assert "wrong side" in board.accessibleDescription()


def test_a_number_can_be_dragged(board: DecisionMap) -> None:
    moved: list[tuple[int, float, float]] = []
    board.point_moved.connect(lambda *values: moved.append(values))
    start = board.point_spot(0).toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(board, board.point_spot(2).toPoint())
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=board.point_spot(2).toPoint())
    assert moved[-1] == pytest.approx((0, -0.5, 0.5), abs=0.01)


def test_the_same_arrays_again_cost_nothing(board: DecisionMap) -> None:
    layer = board._layer.points
    board.set_values(PLACES, NUMBERS)
    assert board._layer.points is layer
    board.set_values(PLACES, NUMBERS, most=float("2.5"))
    layer = board._layer.points
    board.set_values(PLACES, NUMBERS, most=float("2.5"))
    assert board._layer.points is layer


def test_a_crowd_of_numbers_is_drawn_as_dots(board: DecisionMap, themes: ThemeHolder) -> None:
    rng = np.random.default_rng(1)
    places = rng.uniform(-0.9, 0.9, (5_000, 2))
    board.set_values(places, np.where(places[:, 0] < 0, -1.0, 1.0))
    image = board.grab().toImage()
    view = board.view
    sides = []
    for x in (-0.5, 0.5):
        left, top = view.pixel_of(x - 0.3, 0.5)
        part = image.copy(int(left), int(top), 60, 60)
        tones = [part.pixelColor(i, j) for i in range(60) for j in range(60)]
        sides.append(sum(tone.red() - tone.blue() for tone in tones))
    assert sides[0] > 0 > sides[1]


def test_as_many_numbers_as_places(board: DecisionMap) -> None:
    with pytest.raises(ValueError, match="3 points have 2 numbers"):
        board.set_values(PLACES, NUMBERS[:2])
