"""Diamond and circle: they touch the ellipse of the loss where the price leads, and the lowest loss can be dragged."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.penalty_content import TwoWeights
from gui.widgets.penalty_shapes import PenaltyShapes
from gui.widgets.penalty_shapes_face import L1, L2, ellipse, shape_through

TWO = TwoWeights((1.0, 0.3), np.eye(2), 0.5, 0.5, (0.5, 0.0), (2 / 3, 0.2), (1 / 3, 0.0))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picture(qtbot: Any, themes: ThemeHolder) -> PenaltyShapes:
    made = PenaltyShapes(themes)
    qtbot.addWidget(made)
    made.resize(520, 300)
    made.show_two(TWO)
    made.show()
    return made


@pytest.mark.parametrize("curvature", [np.eye(2), np.array([[2.0, 0.7], [0.7, 1.0]])])
def test_an_ellipse_has_one_loss_all_around(curvature: np.ndarray) -> None:
    two = TwoWeights((0.4, -0.2), curvature)
    losses = [two.loss_at((x, y)) for x, y in ellipse(two, 0.3)]
    assert losses == pytest.approx([0.3] * len(losses))


@pytest.mark.parametrize(("kind", "order"), [(L1, 1), (L2, 2)])
def test_a_shape_goes_through_the_result_with_one_size_all_around(kind: str, order: int) -> None:
    line = shape_through(kind, (0.3, -0.5))
    size = np.linalg.norm((0.3, -0.5), order)
    assert np.linalg.norm(line, order, axis=1) == pytest.approx(np.full(len(line), size))


@pytest.mark.parametrize(("kind", "result"), [(L1, TWO.result_l1), (L2, TWO.result_l2)])
def test_no_weights_of_the_shape_cost_less_loss_than_those_that_touch(
    kind: str, result: tuple[float, float]
) -> None:
    corners = shape_through(kind, result)
    between = np.concatenate([np.linspace(a, b, 40) for a, b in pairwise(corners)])
    assert min(TWO.loss_at((x, y)) for x, y in between) >= TWO.loss_at(result) - 1e-3


def test_both_planes_say_where_their_price_leads(picture: PenaltyShapes) -> None:
    said = picture.accessibleDescription()
    assert "L1 and its diamond: λ = 0.5:  w₁ 0.500  w₂ 0.000." in said
    assert "L2 and its circle: λ = 0.5:  w₁ 0.667  w₂ 0.200." in said


def test_dragging_the_handle_asks_for_another_lowest_loss(picture: PenaltyShapes) -> None:
    asked: list[tuple[float, float]] = []
    picture.optimum_moved.connect(lambda *place: asked.append(place))
    face = picture.face()
    start, end = (face.spot(1, place).toPoint() for place in ((1.0, 0.3), (-0.5, 1.0)))
    QTest.mousePress(picture, LEFT, pos=start)
    QTest.mouseMove(picture, end)
    QTest.mouseRelease(picture, LEFT, pos=end)
    assert asked[-1] == pytest.approx((-0.5, 1.0), abs=0.03)


def test_what_is_held_stays_in_the_hand_while_old_answers_arrive(picture: PenaltyShapes) -> None:
    face = picture.face()
    QTest.mousePress(picture, LEFT, pos=face.spot(0, (1.0, 0.3)).toPoint())
    QTest.mouseMove(picture, face.spot(0, (0.2, 0.2)).toPoint())
    picture.show_two(TWO)
    assert picture.face().two.optimum == pytest.approx((0.2, 0.2), abs=0.03)
    QTest.mouseRelease(picture, LEFT, pos=QPoint(1, 1))
    picture.show_two(TWO)
    assert picture.face().two.optimum == pytest.approx((0.2, 0.2), abs=0.03)
    picture.show_two(replace(TWO, optimum=(0.2, 0.25)))
    assert picture.face().two.optimum == (0.2, 0.25)


def test_arrow_keys_move_it_and_shift_less(picture: PenaltyShapes) -> None:
    asked: list[tuple[float, float]] = []
    picture.optimum_moved.connect(lambda *place: asked.append(place))
    QTest.keyClick(picture, Qt.Key.Key_Left)
    QTest.keyClick(picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [pytest.approx((0.95, 0.3)), pytest.approx((0.95, 0.31))]


def test_it_stays_inside_what_is_shown(picture: PenaltyShapes) -> None:
    for _ in range(40):
        QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.face().two.optimum[0] == TWO.area[1]


def test_a_locked_one_does_not_move(picture: PenaltyShapes) -> None:
    asked: list[object] = []
    picture.optimum_moved.connect(lambda *place: asked.append(place))
    picture.set_movable(False)
    QTest.mousePress(picture, LEFT, pos=picture.face().spot(0, (1.0, 0.3)).toPoint())
    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert not asked


def test_a_narrow_picture_shows_the_penalty_that_is_priced(picture: PenaltyShapes) -> None:
    picture.resize(210, 200)
    assert picture.face().kinds == (L1,)
    picture.show_two(TwoWeights((1.0, 0.3), np.eye(2), 0.0, 0.5, (1.0, 0.3), (2 / 3, 0.2), (2 / 3, 0.2)))
    assert picture.face().kinds == (L2,)
    assert not picture.grab().isNull()
