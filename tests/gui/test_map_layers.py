"""The learner's hands on a map full of layers: own skier, linked pictures, eye; and everything at once."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Arrow
from gui.widgets.map_own import azimuth_at, eye_spot
from tests.gui.map_scene import changed, color_at, count_near, distance, make_map, pixel, shot

WAY = np.array([[0.0, 0.0], [0.5, 0.0], [0.5, 0.5]])


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    widget.set_start((0.0, -0.5))
    yield widget
    widget.close()
    widget.deleteLater()


def eye_of(board: ContourMap, azimuth: float) -> QPointF:
    return eye_spot(board._canvas(), azimuth, board._caption_box())


def everything(board: ContourMap) -> None:
    """All layers at once."""
    board.set_titles({"sgd": "SGD", "adam": "Adam"})
    board.set_arrows((Arrow((-1.0, 0.5), (-0.6, 0.2), "grad", "downhill"),))
    board.set_squares({"sgd": (1.0, 2.0), "adam": (3.0, 1.0)})
    board.set_crosses({"sgd": (-1.0, 1.0, 0.3)})
    board.set_cone((1.0, -0.5), (0.3, 0.1), 0.6)
    board.set_cloud(np.zeros((100, 2), np.float32), np.zeros(100, np.uint8), ("end0",))
    board.set_basins(np.zeros((8, 8), np.uint8), (-2.0, 2.0, -1.0, 1.0), ("end0",))
    board.set_hand(WAY)
    board.set_pointer((0.2, 0.2))
    board.set_eye(30.0)


# The learner's own skier ---------------------------------------------------------------------------------------------


def test_the_learners_way_is_violet_and_ends_in_a_ring(board: ContourMap, themes: ThemeHolder) -> None:
    you = themes.current.color("you")
    before = count_near(shot(board), you, 40)
    board.set_hand(WAY)
    assert count_near(shot(board), you, 40) > before + 150
    assert distance(color_at(board, (0.25, 0.0)), you) < 60
    assert distance(color_at(board, (0.5, 0.5)), themes.current.color("panel")) < 10
    assert "you" in board._live.names.boxes
    board.set_hand(None)
    assert count_near(shot(board), you, 40) == before


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Left, (-1, 0)),
        (Qt.Key.Key_D, (1, 0)),
        (Qt.Key.Key_A, (-1, 0)),
        (Qt.Key.Key_W, (0, 1)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_S, (0, -1)),
    ],
)
@pytest.mark.parametrize(("modifier", "share"), [("NoModifier", 0.02), ("ShiftModifier", 0.004)])
def test_keys_ask_for_a_step_and_leave_the_start(
    board: ContourMap, key: Qt.Key, way: tuple[int, int], modifier: str, share: float
) -> None:
    board.set_hand(WAY)
    board.set_hand_active(True)
    moved, dragged, released = (QSignalSpy(s) for s in (board.hand_moved, board.start_dragged, board.start_released))
    QTest.keyClick(board, key, Qt.KeyboardModifier[modifier])
    x0, x1, y0, y1 = board.view.plane
    assert moved.at(0) == pytest.approx([way[0] * share * (x1 - x0), way[1] * share * (y1 - y0)])
    assert (dragged.count(), released.count()) == (0, 0)
    assert board.start == (0.0, -0.5)


def test_backspace_takes_a_step_back_only_while_skiing(board: ContourMap) -> None:
    undone = QSignalSpy(board.hand_undone)
    QTest.keyClick(board, Qt.Key.Key_Backspace)
    assert undone.count() == 0
    board.set_hand_active(True)
    QTest.keyClick(board, Qt.Key.Key_Backspace)
    assert undone.count() == 1


def test_after_skiing_the_arrow_keys_move_the_start_again(board: ContourMap) -> None:
    board.set_hand_active(True)
    board.set_hand_active(False)
    moved, dragged = QSignalSpy(board.hand_moved), QSignalSpy(board.start_dragged)
    QTest.keyClick(board, Qt.Key.Key_Right)
    QTest.keyClick(board, Qt.Key.Key_D)
    assert (moved.count(), dragged.count()) == (0, 1)


def test_zooming_by_keys_works_while_skiing(board: ContourMap) -> None:
    board.set_hand_active(True)
    whole = board.view.plane
    QTest.keyClick(board, Qt.Key.Key_Plus)
    assert board.view.plane[1] < whole[1]


def test_it_says_which_keys_work(board: ContourMap) -> None:
    board.set_hand_active(True)
    assert "Backspace" in board.accessibleDescription()
    board.set_hand_active(False)
    assert "Backspace" not in board.accessibleDescription()


@pytest.mark.parametrize("path", [np.zeros((0, 2)), np.full((3, 2), np.nan), np.array([[0.1, 0.1]])])
def test_a_way_of_any_length_is_shown(board: ContourMap, path: np.ndarray) -> None:
    board.set_hand(path)
    board.grab()
    assert ("you" in board._live.names.boxes) == bool(np.isfinite(path).all() and len(path) > 0)


def test_a_skier_that_left_stands_at_the_border(board: ContourMap) -> None:
    board.set_hand(np.array([[0.0, 0.0], [1e200, 0.0]]))
    board.grab()
    spot = board._live.hand_spot
    assert spot is not None
    assert spot.is_outside


# Linked pictures -----------------------------------------------------------------------------------------------------


def test_it_says_where_it_is_pointed_at_and_when_no_more(board: ContourMap) -> None:
    pointed = QSignalSpy(board.pointed)
    at = pixel(board, (0.5, 0.25)).toPoint()
    QTest.mouseMove(board, at)
    assert pointed.at(0)[0] == pytest.approx(board.view.point_at(at.x(), at.y()))
    QTest.mouseMove(board, QPoint(10, 350))
    assert pointed.at(1)[0] is None
    QTest.mouseMove(board, at)
    QApplication.sendEvent(board, QEvent(QEvent.Type.Leave))
    assert pointed.at(pointed.count() - 1)[0] is None
    assert pointed.count() == 4


def test_a_cross_hair_shows_where_the_other_picture_is_pointed_at(board: ContourMap) -> None:
    before = shot(board)
    board.set_pointer((0.5, 0.25))
    rows, columns = np.nonzero(changed(before, shot(board)))
    at = pixel(board, (0.5, 0.25))
    assert abs((columns.min() + columns.max()) / 2 - at.x()) < 1.5
    assert abs((rows.min() + rows.max()) / 2 - at.y()) < 1.5
    assert columns.max() - columns.min() < 32
    for nowhere in (None, (9.0, 0.0), (math.nan, 0.0)):
        board.set_pointer(nowhere)
        assert not changed(before, shot(board)).any()


@pytest.mark.parametrize("azimuth", [0.0, 45.0, 90.0, 135.0, 180.0, -58.0, -135.0])
def test_the_eye_stands_at_the_rim_in_its_direction(board: ContourMap, azimuth: float) -> None:
    before = shot(board)
    board.set_eye(azimuth)
    spot = eye_of(board, azimuth)
    assert azimuth_at(board._canvas().picture.center(), spot) == pytest.approx(azimuth)
    inner = board._canvas().picture.adjusted(30, 30, -30, -30)
    assert not inner.contains(spot)
    assert inner.adjusted(-20, -20, 20, 20).contains(spot)
    assert changed(before, shot(board)).any()
    board.set_eye(None)
    assert not changed(before, shot(board)).any()


def test_the_eye_stands_before_the_caption(board: ContourMap) -> None:
    board.set_caption("Loss landscape", "bounded saddle")
    left, top, right, bottom = board._caption_box()
    for azimuth in range(0, 360, 3):
        spot = eye_of(board, float(azimuth))
        assert spot.x() > right or spot.y() > bottom or spot.x() < left or spot.y() < top


def test_dragging_the_eye_turns_it_and_nothing_else(board: ContourMap) -> None:
    board.set_eye(0.0)
    turned, dragged, clicked = (QSignalSpy(s) for s in (board.eye_turned, board.start_dragged, board.clicked))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=eye_of(board, 0.0).toPoint())
    top = QPoint(int(board._canvas().picture.center().x()), 3)
    QTest.mouseMove(board, top + QPoint(60, 20))
    QTest.mouseMove(board, top)
    board.set_eye(-120.0)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=top)
    assert turned.at(turned.count() - 1)[0] == pytest.approx(90.0, abs=1.0)
    assert (dragged.count(), clicked.count()) == (0, 0)
    assert board._overlays.eye == pytest.approx(90.0, abs=1.0)
    board.set_eye(-120.0)
    assert board._overlays.eye == -120.0


def test_a_small_map_has_no_eye_to_grab(board: ContourMap) -> None:
    board.resize(280, 180)
    board.set_eye(0.0)
    turned = QSignalSpy(board.eye_turned)
    at = eye_of(board, 0.0).toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(board, at + QPoint(0, 40))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 40))
    assert turned.count() == 0


# Everything at once --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("presentation", [False, True])
def test_all_layers_are_painted_in_every_theme(
    board: ContourMap, themes: ThemeHolder, name: str, presentation: bool
) -> None:
    themes.set(name=name, presentation=presentation)
    before = shot(board)
    everything(board)
    assert changed(before, shot(board)).mean() > 0.5


@pytest.mark.parametrize("size", [(20, 10), (120, 90), (200, 150), (300, 200), (640, 360)])
def test_all_layers_fit_into_any_size(board: ContourMap, size: tuple[int, int]) -> None:
    everything(board)
    board.set_fog((-1.0, 0.5), 0.5)
    board.resize(*size)
    assert not board.grab().isNull()


def test_racers_and_start_can_be_reached_through_all_layers(board: ContourMap) -> None:
    everything(board)
    hovered, clicked, dragged = (QSignalSpy(s) for s in (board.hovered, board.clicked, board.start_dragged))
    racer = pixel(board, (-1.0, 0.5)).toPoint()
    QTest.mouseMove(board, racer)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=racer)
    assert hovered.at(0)[0] == "sgd"
    assert clicked.at(0)[0] == "sgd"
    start = pixel(board, (0.0, -0.5)).toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(board, start + QPoint(20, 5))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=start + QPoint(20, 5))
    assert dragged.count() >= 1


def test_moving_layers_leave_the_ground_as_it_is(board: ContourMap) -> None:
    board.set_basins(np.zeros((8, 8), np.uint8), (-2.0, 2.0, -1.0, 1.0), ("end0",))
    board.grab()
    ground = board._ground.painted
    for step in range(5):
        board.set_arrows((Arrow((0.0, 0.0), (0.1 * step, 0.1), "grad"),))
        board.set_cloud(np.full((10, 2), 0.1 * step, np.float32), np.zeros(10, np.uint8), ("end0",))
        board.set_squares({"sgd": (step, 1.0)})
        board.set_fog((0.1 * step, 0.0), 0.5)
        board.set_pointer((0.1 * step, 0.0))
        board.grab()
    assert board._ground.painted == ground


def test_canvas_pixels_are_finite_for_every_finite_point(board: ContourMap) -> None:
    canvas: Canvas = board._canvas()
    for point in ((1e308, -1e308), (-1e308, 1e308), (0.0, 0.0)):
        spot = canvas.pixel(point)
        assert math.isfinite(spot.x())
        assert math.isfinite(spot.y())
