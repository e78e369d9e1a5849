"""The map as a learner uses it: look, drag, point, zoom, and nothing breaks it."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap

DOMAIN = (-2.0, 2.0, -1.5, 1.5)
STEPS = 40


def field_of(rect: tuple[float, float, float, float], width: int, height: int) -> np.ndarray:
    x, y = np.meshgrid(np.linspace(rect[0], rect[1], width), np.linspace(rect[2], rect[3], height))
    return x**4 / 4 - x**2 / 2 + y**2 / 2


def spiral(turn: float) -> np.ndarray:
    share = np.linspace(0.0, 1.0, STEPS)
    return np.column_stack((share * np.cos(turn + share), share * np.sin(turn + share)))


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    """A shown map of two racers, answered with a field whenever it asks."""
    widget = ContourMap(themes)
    widget.view_changed.connect(lambda rect, w, h: widget.set_field(field_of(rect, w, h), rect, False))
    widget.resize(560, 300)
    widget.set_domain(DOMAIN)
    widget.set_trails({"sgd": spiral(0.3), "adam": spiral(2.5)})
    widget.set_titles({"sgd": "SGD", "adam": "Adam"})
    widget.set_features(np.array([[1.0, 0.0], [-1.0, 0.0]]), np.array([[0.0, 0.0]]))
    widget.set_start((-1.2, 0.9))
    widget.set_cursor(STEPS - 1)
    widget.show()
    QTest.qWait(40)
    yield widget
    widget.close()
    widget.deleteLater()


def start_pixel(board: ContourMap) -> QPoint:
    return QPointF(*board.view.pixel_of(*(board.start or (0.0, 0.0)))).toPoint()


def test_it_asks_for_the_field_of_what_it_shows(themes: ThemeHolder, qapp: QApplication) -> None:
    widget = ContourMap(themes)
    asked = QSignalSpy(widget.view_changed)
    widget.set_domain(DOMAIN)
    widget.resize(560, 300)
    widget.show()
    QTest.qWait(60)
    rect, width, height = asked.at(asked.count() - 1)
    assert rect[0] <= -2.0
    assert rect[1] >= 2.0
    assert rect[2] <= -1.5
    assert rect[3] >= 1.5
    assert (width, height) == (round(widget.view.width), round(widget.view.height))
    widget.resize(700, 400)
    QTest.qWait(60)
    assert asked.at(asked.count() - 1)[1] > width
    widget.deleteLater()


def test_dragging_the_start_says_every_place_and_the_end(board: ContourMap) -> None:
    dragged, released = QSignalSpy(board.start_dragged), QSignalSpy(board.start_released)
    place = start_pixel(board)
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(board, place + QPoint(40, 10))
    QTest.mouseMove(board, place + QPoint(80, 20))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=place + QPoint(80, 20))
    assert dragged.count() >= 1
    assert released.count() == 1
    x, y = dragged.at(dragged.count() - 1)
    assert x == pytest.approx(-1.2 + 80 / board.view.x_scale, abs=1.5 / board.view.x_scale)
    assert y == pytest.approx(0.9 - 20 / board.view.y_scale, abs=1.5 / board.view.y_scale)


@pytest.mark.parametrize(("modifier", "share"), [("NoModifier", 0.01), ("ShiftModifier", 0.001)])
def test_arrow_keys_move_the_start_by_a_share_of_the_view(board: ContourMap, modifier: str, share: float) -> None:
    dragged, released = QSignalSpy(board.start_dragged), QSignalSpy(board.start_released)
    wide = board.view.plane[1] - board.view.plane[0]
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier[modifier])
    assert dragged.at(0)[0] == pytest.approx(-1.2 + share * wide)
    assert dragged.at(0)[1] == pytest.approx(0.9)
    assert released.count() == 1


def test_pointing_at_a_racer_names_it_and_leaving_says_so(board: ContourMap) -> None:
    hovered = QSignalSpy(board.hovered)
    point = board.marker_point("adam")
    assert point is not None
    QTest.mouseMove(board, (point + QPointF(9, 9)).toPoint())
    QTest.mouseMove(board, QPoint(540, 20))
    assert [hovered.at(k)[0] for k in range(hovered.count())] == ["adam", None]
    assert hovered.at(0)[1] == point


def test_a_click_on_a_racer_says_its_key(board: ContourMap) -> None:
    clicked = QSignalSpy(board.clicked)
    point = board.marker_point("sgd")
    assert point is not None
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert clicked.at(0)[0] == "sgd"


def test_hidden_racers_are_neither_drawn_nor_hit(board: ContourMap) -> None:
    point = board.marker_point("sgd")
    before = board.grab().toImage()
    board.set_shown({"sgd": False})
    assert board.marker_point("sgd") is None
    assert board.grab().toImage() != before
    clicked = QSignalSpy(board.clicked)
    assert point is not None
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert clicked.count() == 0


def turn_wheel(board: ContourMap, at: QPointF, angle: int) -> None:
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, board.mapToGlobal(at), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, none, phase, False
    )
    QApplication.sendEvent(board, event)


def test_the_wheel_zooms_about_the_pointer_and_a_double_click_shows_everything(board: ContourMap) -> None:
    whole, at = board.view.plane, QPointF(400, 90)
    under = board.view.point_at(400, 90)
    turn_wheel(board, at, 240)
    assert board.view.plane[1] - board.view.plane[0] < whole[1] - whole[0]
    assert board.view.point_at(400, 90) == pytest.approx(under)
    QTest.mouseDClick(board, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert board.view.plane == pytest.approx(whole)


def test_keys_zoom_and_0_shows_everything(board: ContourMap) -> None:
    whole = board.view.plane
    QTest.keyClick(board, Qt.Key.Key_Plus)
    assert board.view.plane[1] < whole[1]
    QTest.keyClick(board, Qt.Key.Key_Minus)
    assert board.view.plane == pytest.approx(whole)
    QTest.keyClick(board, Qt.Key.Key_Plus)
    QTest.keyClick(board, Qt.Key.Key_0)
    assert board.view.plane == pytest.approx(whole)


def test_the_right_button_moves_the_ground(board: ContourMap) -> None:
    whole = board.view.plane
    QTest.mousePress(board, Qt.MouseButton.RightButton, pos=QPoint(300, 200))
    QTest.mouseMove(board, QPoint(340, 200))
    QTest.mouseRelease(board, Qt.MouseButton.RightButton, pos=QPoint(340, 200))
    assert board.view.plane[0] == pytest.approx(whole[0] - 40 / board.view.x_scale)


def test_a_racer_that_left_stands_at_the_border(board: ContourMap) -> None:
    board.set_trails({"sgd": np.array([[0.0, 0.0], [1e300, 1.0]]), "adam": np.array([[0.0, 0.0], [np.nan, 0.0]])})
    board.set_cursor(1)
    right = board.view.left + board.view.width
    far, lost = board.marker_point("sgd"), board.marker_point("adam")
    assert far is not None
    assert right - 30 < far.x() < right
    assert lost is not None
    assert lost.toTuple() == pytest.approx(board.view.pixel_of(0.0, 0.0))
    assert not board.grab().isNull()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_missing_numbers_and_a_start_outside_are_shown(board: ContourMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    field = field_of(board.view.plane, 200, 100)
    known = board.grab().toImage()
    field[30:70, 60:140] = np.nan
    board.set_field(field, board.view.plane, False)
    board.set_start((50.0, -50.0))
    assert board.grab().toImage() != known


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_start_that_is_no_number_is_ignored(board: ContourMap, bad: float) -> None:
    board.set_start((bad, 0.0))
    assert board.start == (-1.2, 0.9)


def test_the_ground_is_painted_once_while_a_race_plays(board: ContourMap) -> None:
    board.grab()
    still = board.still_layer().cacheKey()
    for step in range(STEPS):
        board.set_cursor(step)
        board.set_selected("adam" if step % 2 else None)
        board.grab()
    assert board.still_layer().cacheKey() == still


def test_it_can_be_reached_and_read_aloud(board: ContourMap) -> None:
    assert board.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert board.accessibleName()
    assert board.accessibleDescription()
    assert board.toolTip()
