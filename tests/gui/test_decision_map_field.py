"""The ground of a decision map: its colours are those of the classes, its line lies where the answer changes."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, Theme, ThemeHolder
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_field import Field, decision_lines
from tests.gui.map_scene import distance, pixels

RECT = (-1.0, 1.0, -1.0, 1.0)
SIDE = np.linspace(-1.0, 1.0, 65)
X, Y = np.meshgrid(SIDE, SIDE)


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeHolder) -> DecisionMap:
    """An empty map with a point in a corner, so that nothing lies in the way."""
    made = DecisionMap(themes)
    qtbot.addWidget(made)
    made.resize(340, 330)
    made.set_domain(RECT)
    made.set_points(np.array([[-0.99, -0.99]]), np.array([0]))
    made.show()
    return made


def color_at(board: DecisionMap, x: float, y: float) -> QColor:
    """The colour at a place."""
    at = board.view.pixel_of(x, y)
    return board.grab().toImage().pixelColor(int(at[0]), int(at[1]))


def blended(theme: Theme, role: str, share: float) -> QColor:
    """What a share of a colour in `mid` looks like."""
    return theme.mix("mid", role, share)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("low", [0.0, -1.0])
def test_sure_answers_carry_forty_percent_of_the_colour_of_their_class(
    board: DecisionMap, themes: ThemeHolder, name: str, low: float
) -> None:
    themes.set(name=name)
    board.set_field(np.where(X < 0, low, 1.0), RECT, low)
    assert distance(color_at(board, -0.5, 0.0), blended(themes.current, "minus", 0.40)) <= 2
    assert distance(color_at(board, 0.5, 0.0), blended(themes.current, "plus", 0.40)) <= 2


def test_an_undecided_answer_is_the_middle(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_field(np.full((8, 8), 0.5), RECT)
    assert distance(color_at(board, 0.3, 0.3), themes.current.color("mid")) <= 2


def test_row_zero_lies_at_the_bottom(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_field((Y > 0).astype(np.float32), RECT)
    assert distance(color_at(board, 0.0, 0.8), blended(themes.current, "plus", 0.40)) <= 2
    assert distance(color_at(board, 0.0, -0.8), blended(themes.current, "minus", 0.40)) <= 2


def test_outputs_beyond_the_range_are_as_sure_as_can_be(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_field(np.where(X < 0, -np.inf, 1e300), RECT)
    assert distance(color_at(board, -0.5, 0.0), blended(themes.current, "minus", 0.40)) <= 2
    assert distance(color_at(board, 0.5, 0.0), blended(themes.current, "plus", 0.40)) <= 2


def test_places_without_a_number_are_hatched(board: DecisionMap, themes: ThemeHolder) -> None:
    values = np.ones((65, 65))
    values[20:40, 20:40] = np.nan
    board.set_field(values, RECT)
    image = pixels(board.grab().toImage())
    left, top = (round(side) for side in board.view.pixel_of(-0.25, 0.1))
    hole = image[top : top + 25, left : left + 25].reshape(-1, 3)
    mid = themes.current.color("mid")
    assert len(np.unique(hole, axis=0)) > 1
    assert np.abs(hole.mean(axis=0) - (mid.red(), mid.green(), mid.blue())).max() < 12
    board.set_field(np.full((9, 9), np.nan), RECT)
    assert not board.grab().isNull()


def test_the_line_is_thin_ink_where_the_answer_is_a_half(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_field(1 / (1 + np.exp(-6 * (X - 0.2))), RECT)
    image = pixels(board.grab().toImage())
    row = image[round(board.view.top + board.view.height / 3)]
    ink = themes.current.color("ink")
    dark = np.flatnonzero(np.abs(row - (ink.red(), ink.green(), ink.blue())).max(axis=1) < 90)
    x, _ = board.view.pixel_of(0.2, 0.0)
    inside = dark[(dark > board.view.left + 4) & (dark < board.view.left + board.view.width - 4)]
    assert 1 <= len(inside) <= 3
    assert abs(inside.mean() + 0.5 - x) <= 1.0


def test_the_line_of_a_circle_is_a_circle() -> None:
    (line,) = decision_lines(Field(X * X + Y * Y - 0.25, RECT, -1.0))
    assert np.hypot(*line.T) == pytest.approx(np.full(len(line), 0.5), abs=2e-3)


def test_three_classes_meet_where_they_tie(board: DecisionMap, themes: ThemeHolder) -> None:
    corners = np.array([[0.0, 1.0], [-1.0, -0.5], [1.0, -0.5]])
    near = [np.exp(-3 * ((X - x) ** 2 + (Y - y) ** 2)) for x, y in corners]
    scores = np.array(near) / np.sum(near, axis=0)
    board.set_field(scores, RECT)
    for index, role in enumerate(("minus", "plus", "class2")):
        x, y = corners[index] * 0.8
        assert distance(color_at(board, x, y), blended(themes.current, role, 0.40)) <= 8
    points = np.concatenate(decision_lines(Field(scores, RECT)))
    away = np.sort(np.hypot(points[:, None, 0] - corners[:, 0], points[:, None, 1] - corners[:, 1]), axis=1)
    assert np.abs(away[:, 1] - away[:, 0]).max() < 0.02


def test_scores_with_holes_and_ten_classes_are_drawn(board: DecisionMap) -> None:
    scores = np.random.default_rng(1).random((10, 40, 31))
    scores[3, :10] = np.nan
    scores[4, 20] = np.inf
    scores[5, 20] = np.inf
    board.set_field(scores, RECT)
    assert not board.grab().isNull()


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (2, 2), (0, 0), (5, 700)])
def test_a_field_of_any_size_is_drawn(board: DecisionMap, shape: tuple[int, int]) -> None:
    board.set_field(np.ones(shape), RECT)
    assert not board.grab().isNull()


def test_disagreement_is_drawn_in_the_colour_of_the_twins_and_goes_again(
    board: DecisionMap, themes: ThemeHolder
) -> None:
    board.set_field(np.ones((9, 9)), RECT)
    before = color_at(board, 0.5, 0.5)
    board.set_disagreement(np.where(X < 0, 0.0, 0.5), RECT)
    assert distance(color_at(board, -0.5, 0.5), themes.current.color("mid")) <= 2
    assert distance(color_at(board, 0.5, 0.5), blended(themes.current, "you", 0.7)) <= 2
    assert "twins" in board.accessibleDescription()
    board.set_field(np.ones((9, 9)), RECT)
    board.set_disagreement(None)
    assert color_at(board, 0.5, 0.5) == before


def test_a_field_of_part_of_the_plane_lies_where_it_belongs(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_field(np.ones((9, 9)), (0.0, 1.0, 0.0, 1.0))
    assert distance(color_at(board, 0.5, 0.5), blended(themes.current, "plus", 0.40)) <= 2
    assert distance(color_at(board, -0.5, 0.5), themes.current.color("mid")) <= 2
