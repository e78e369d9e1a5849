"""The hands on a decision map: points are dragged, added, flipped, removed, the line is turned.

Places are compared within the two thirds of a pixel that whole pixels of the mouse allow.
"""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.decision_map import DecisionMap
from gui.widgets.follower import FocusRing
from tests.gui.map_scene import count_near, pixels

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CORNERS = np.array([[-0.7, -0.7], [-0.7, 0.7], [0.7, -0.7], [0.7, 0.7]])
XOR = np.array([0, 1, 1, 0])
SIGNALS = ("point_moved", "point_added", "point_flipped", "point_removed", "drawn", "line_dragged", "released")


@pytest.fixture
def board(qtbot: QtBot, themes: ThemeHolder) -> DecisionMap:
    """XOR on the plane from -1.5 to 1.5."""
    made = DecisionMap(themes)
    qtbot.addWidget(made)
    made.resize(360, 350)
    made.set_points(CORNERS, XOR)
    made.show()
    return made


@pytest.fixture
def heard(board: DecisionMap) -> list[tuple[object, ...]]:
    """What the map says."""
    said: list[tuple[object, ...]] = []
    for name in SIGNALS:
        getattr(board, name).connect(lambda *values, name=name: said.append((name, *values)))
    return said


def spot(board: DecisionMap, x: float, y: float) -> QPoint:
    """The pixel of a place."""
    return QPointF(*board.view.pixel_of(x, y)).toPoint()


def drag(board: DecisionMap, start: QPoint, *ends: QPoint) -> None:
    """Press, move, release."""
    QTest.mousePress(board, LEFT, pos=start)
    for end in ends:
        QTest.mouseMove(board, end)
    QTest.mouseRelease(board, LEFT, pos=ends[-1])


def near(x: float, y: float) -> list[object]:
    """A place, as exactly as a hand can name it."""
    return [pytest.approx(x, abs=0.008), pytest.approx(y, abs=0.008)]


# Points --------------------------------------------------------------------------------------------------------------


def test_a_point_follows_the_hand(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    drag(board, spot(board, 0.7, 0.7), spot(board, 0.5, 0.6), spot(board, 0.1, 0.2))
    assert [said[:2] for said in heard] == [("point_moved", 3), ("point_moved", 3), ("released",)]
    assert list(heard[-2][2:]) == near(0.1, 0.2)
    assert board.point_spot(3).toPoint() == spot(board, 0.1, 0.2)


def test_a_point_is_taken_where_the_hand_holds_it(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    beside = spot(board, 0.7, 0.7) + QPoint(6, 4)
    drag(board, beside, beside + QPoint(20, 0))
    assert list(heard[0][2:]) == near(0.7 + 20 / board.view.x_scale, 0.7)


def test_a_point_stays_in_the_picture(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    drag(board, spot(board, 0.7, 0.7), spot(board, 3.0, 0.0))
    assert list(heard[0][2:]) == [pytest.approx(1.5), pytest.approx(0.0, abs=0.008)]


def test_old_places_do_not_tear_a_point_from_the_hand(board: DecisionMap) -> None:
    target = spot(board, 0.0, 0.0)
    QTest.mousePress(board, LEFT, pos=spot(board, 0.7, 0.7))
    QTest.mouseMove(board, target)
    board.set_points(CORNERS.copy(), XOR)
    assert board.point_spot(3).toPoint() == target
    QTest.mouseRelease(board, LEFT, pos=target)
    board.set_points(CORNERS.copy(), XOR)  # a frame that was on its way
    assert board.point_spot(3).toPoint() == target


def test_an_owner_that_knows_better_is_believed_in_the_end(board: DecisionMap) -> None:
    drag(board, spot(board, 0.7, 0.7), spot(board, 0.0, 0.0))
    for _ in range(12):
        board.set_points(CORNERS.copy(), XOR)
    assert board.point_spot(3).toPoint() == spot(board, 0.7, 0.7)


def test_once_the_owner_knows_the_new_place_it_may_move_the_point_again(board: DecisionMap) -> None:
    moved: list[tuple[float, float]] = []
    board.point_moved.connect(lambda _, x, y: moved.append((x, y)))
    drag(board, spot(board, 0.7, 0.7), spot(board, 0.0, 0.0))
    board.set_points(np.vstack((CORNERS[:3], moved[-1])), XOR)
    board.set_points(CORNERS.copy(), XOR)
    assert board.point_spot(3).toPoint() == spot(board, 0.7, 0.7)


def test_a_point_may_vanish_from_the_hand(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    QTest.mousePress(board, LEFT, pos=spot(board, 0.7, 0.7))
    QTest.mouseMove(board, spot(board, 0.5, 0.5))
    board.set_points(CORNERS[:2], XOR[:2])
    heard.clear()
    QTest.mouseMove(board, spot(board, 0.2, 0.2))
    QTest.mouseRelease(board, LEFT, pos=spot(board, 0.2, 0.2))
    assert heard == [("released",)]
    assert not board.grab().isNull()


def test_a_click_flips_and_a_drag_does_not(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    QTest.mouseClick(board, LEFT, pos=spot(board, -0.7, 0.7))
    assert heard == [("point_flipped", 1)]
    drag(board, spot(board, -0.7, 0.7), spot(board, 0.0, 0.7))
    assert ("point_flipped", 1) not in heard[1:]


def test_a_press_that_trembles_is_a_click(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    start = spot(board, -0.7, 0.7)
    drag(board, start, start + QPoint(1, 1), start)
    assert heard == [("point_flipped", 1)]


def test_a_double_click_on_empty_ground_adds_a_point_of_the_chosen_class(
    board: DecisionMap, heard: list[tuple[object, ...]]
) -> None:
    board.set_class(2)
    QTest.mouseDClick(board, LEFT, pos=spot(board, 0.1, -0.1))
    assert heard[0][0] == "point_added"
    assert list(heard[0][1:]) == [*near(0.1, -0.1), 2]
    assert len(heard) == 1


def test_a_double_click_on_a_point_is_two_clicks(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    at = spot(board, 0.7, -0.7)
    QTest.mouseClick(board, LEFT, pos=at)
    QTest.mouseDClick(board, LEFT, pos=at)
    assert {said[0] for said in heard} == {"point_flipped"}


def test_a_double_click_beside_the_picture_adds_nothing(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    QTest.mouseDClick(board, LEFT, pos=QPoint(2, 2))
    assert heard == []


def test_a_right_click_removes_a_point(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    QTest.mouseClick(board, RIGHT, pos=spot(board, 0.7, -0.7))
    QTest.mouseClick(board, RIGHT, pos=spot(board, 0.0, 0.0))
    assert heard == [("point_removed", 2)]


def test_a_hand_on_empty_ground_moves_nothing_that_was_moved_before(
    board: DecisionMap, heard: list[tuple[object, ...]]
) -> None:
    drag(board, spot(board, 0.7, 0.7), spot(board, 0.5, 0.5))
    heard.clear()
    drag(board, spot(board, 0.0, -1.2), spot(board, 0.5, -1.2))
    assert heard == []


# Pencil --------------------------------------------------------------------------------------------------------------


def test_the_pencil_leaves_evenly_spaced_points(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_pencil(True)
    board.set_class(2)
    drag(board, spot(board, -1.0, 0.0), spot(board, 0.0, 0.0), spot(board, 1.0, 0.0))
    drawn = [said[1:] for said in heard if said[0] == "drawn"]
    places = np.array([values[:2] for values in drawn])
    gaps = np.hypot(*np.diff(places, axis=0).T) * board.view.x_scale
    assert len(drawn) >= 15
    assert gaps.min() > 8.9
    assert gaps.max() < 9.1
    assert {values[2] for values in drawn} == {2}
    assert heard[-1] == ("released",)


def test_the_pencil_neither_drags_nor_flips(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_pencil(True)
    QTest.mouseClick(board, LEFT, pos=spot(board, 0.7, 0.7))
    assert [said[0] for said in heard] == ["drawn", "released"]


def test_the_pencil_does_not_draw_outside(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_pencil(True)
    drag(board, spot(board, 1.2, 0.0), spot(board, 1.2, 3.0))
    places = np.array([said[1:3] for said in heard if said[0] == "drawn"])
    assert len(places) > 5
    assert (np.abs(places) <= 1.5).all()


# The line ------------------------------------------------------------------------------------------------------------


def test_turning_keeps_the_other_handle_and_the_length(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_line((3.0, 4.0, 0.0))
    spots = board.grip_spots()
    assert spots is not None
    one, two = spots
    fixed = board.view.point_at(two.x(), two.y())
    target = spot(board, -1.0, 0.2)
    drag(board, one.toPoint(), target)
    name, w1, w2, b = heard[0]
    at = board.view.point_at(target.x(), target.y())
    assert (name, heard[-1]) == ("line_dragged", ("released",))
    assert np.hypot(w1, w2) == pytest.approx(5.0)
    assert w1 * fixed[0] + w2 * fixed[1] + b == pytest.approx(0.0, abs=1e-9)
    assert w1 * at[0] + w2 * at[1] + b == pytest.approx(0.0, abs=1e-9)
    assert w1 * 3.0 + w2 * 4.0 > 0.0


def test_dragging_the_line_moves_it_parallel(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_line((2.0, 0.0, 0.0))
    drag(board, spot(board, 0.0, 0.05), spot(board, 0.4, 0.05))
    assert heard[0][:3] == ("line_dragged", 2.0, 0.0)
    assert heard[0][3] == pytest.approx(-0.8, abs=0.02)


def test_a_line_in_the_hand_is_not_torn_away(board: DecisionMap) -> None:
    board.set_line((2.0, 0.0, 0.0))
    QTest.mousePress(board, LEFT, pos=spot(board, 0.0, 0.05))
    QTest.mouseMove(board, spot(board, 0.4, 0.05))
    held = board.grip_spots()
    said: list[tuple[float, ...]] = []
    board.line_dragged.connect(lambda *values: said.append(values))
    board.set_line((0.0, 1.0, 0.0))
    assert board.grip_spots() == held
    QTest.mouseMove(board, spot(board, 0.5, 0.05))
    assert said[0][:2] == (2.0, 0.0)
    held = board.grip_spots()
    QTest.mouseRelease(board, LEFT, pos=spot(board, 0.5, 0.05))
    board.set_line((0.0, 1.0, 0.0))
    assert board.grip_spots() != held


def test_a_line_that_may_not_be_moved_has_no_handles(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_line((2.0, 0.0, 0.0), movable=False)
    assert board.grip_spots() is None
    drag(board, spot(board, 0.0, 0.05), spot(board, 0.4, 0.05))
    assert heard == []


@pytest.mark.parametrize("line", [None, (0.0, 0.0, 1.0), (np.nan, 1.0, 0.0), (1.0, np.inf, 0.0), (1.0, 0.0, 90.0)])
def test_there_is_not_always_a_line(board: DecisionMap, line: tuple[float, float, float] | None) -> None:
    board.set_line(line, margin=0.2)
    board.grab()
    assert board.grip_spots() is None


# Pointing ------------------------------------------------------------------------------------------------------------


def test_what_lies_under_the_pointer_is_said_once(board: DecisionMap) -> None:
    said: list[object] = []
    board.hovered.connect(lambda index, at: said.append((index, at.toPoint())))
    QTest.mouseMove(board, spot(board, 0.7, 0.7))
    QTest.mouseMove(board, spot(board, 0.7, 0.7) + QPoint(1, 1))
    QTest.mouseMove(board, spot(board, 0.0, 0.0))
    assert said == [(3, spot(board, 0.7, 0.7)), (None, QPoint())]


def test_the_place_under_the_pointer_is_said(board: DecisionMap) -> None:
    said: list[object] = []
    board.pointed.connect(said.append)
    QTest.mouseMove(board, spot(board, 0.2, -0.4))
    QTest.mouseMove(board, QPoint(1, 1))
    assert list(said[0]) == near(0.2, -0.4)  # type: ignore[call-overload]
    assert said[1:] == [None]


def test_every_point_can_be_hit_within_twelve_pixels(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    QTest.mouseClick(board, LEFT, pos=spot(board, 0.7, 0.7) + QPoint(11, 0))
    QTest.mouseClick(board, LEFT, pos=spot(board, 0.7, 0.7) + QPoint(14, 0))
    assert heard == [("point_flipped", 3)]


# Keys ----------------------------------------------------------------------------------------------------------------


def press(board: DecisionMap, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys, one after the other."""
    for key in keys:
        QTest.keyClick(board, key, modifier)


def test_tab_walks_once_something_is_chosen_and_leaves_at_the_end(board: DecisionMap) -> None:
    board.setFocus()
    assert not board.focusNextPrevChild(True)
    press(board, Qt.Key.Key_Return)
    walked = [board.chosen]
    while board.focusNextPrevChild(True):
        walked.append(board.chosen)
    assert walked == [0, 1, 2, 3]
    assert board.chosen is None


def test_escape_lets_go_so_that_tab_leaves(board: DecisionMap) -> None:
    press(board, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert board.chosen is None
    assert not board.focusNextPrevChild(True)


def test_arrows_move_the_chosen_point(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_chosen(2)
    press(board, Qt.Key.Key_Up)
    press(board, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert [said[0] for said in heard] == ["point_moved", "released", "point_moved", "released"]
    assert heard[0][1:] == (2, pytest.approx(0.7), pytest.approx(-0.67))
    assert heard[2][1:] == (2, pytest.approx(0.697), pytest.approx(-0.67))


def test_control_and_an_arrow_go_to_the_next_point_that_way(board: DecisionMap) -> None:
    board.set_chosen(0)
    walked = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(board, key, modifier=Qt.KeyboardModifier.ControlModifier)
        walked.append(board.chosen)
    assert walked == [1, 3, 2, 0, 0]


def test_keys_flip_remove_and_add(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_chosen(1)
    press(board, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    board.set_crosshair((0.25, -0.5))
    press(board, Qt.Key.Key_Insert)
    assert heard == [("point_flipped", 1), ("point_removed", 1), ("point_removed", 1), ("point_added", 0.25, -0.5, 1)]


def test_the_handles_of_the_line_come_before_the_points(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    board.set_line((1.0, 1.0, 0.0))
    press(board, Qt.Key.Key_Return)
    assert "Handle 1" in board.accessibleDescription()
    press(board, Qt.Key.Key_Up)
    assert [said[0] for said in heard] == ["line_dragged", "released"]
    board.focusNextPrevChild(True)
    board.focusNextPrevChild(True)
    assert board.chosen == 0


def test_a_point_that_is_gone_is_no_longer_chosen(board: DecisionMap) -> None:
    board.set_chosen(3)
    board.set_points(CORNERS[:2], XOR[:2])
    assert board.chosen is None


# Looks and words -----------------------------------------------------------------------------------------------------


def test_a_screen_reader_hears_the_chosen_point(board: DecisionMap) -> None:
    board.set_points(CORNERS, XOR, np.array([True, True, True, False]), np.array([False, False, False, True]))
    board.set_chosen(3)
    words = board.accessibleDescription()
    assert "Point 4 of 4, class 0, at (0.700, 0.700), not trained on, on the wrong side." in words
    assert "4 points, 1 on the wrong side." in words
    assert board.toolTip()


def test_the_caption_names_the_map(board: DecisionMap) -> None:
    board.set_caption("What it decides", "3 of 4 right")
    assert board.accessibleName() == "What it decides"


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (120, 120), (700, 200), (200, 700), (900, 900)])
def test_the_picture_is_square_where_the_plane_is(board: DecisionMap, size: tuple[int, int]) -> None:
    board.resize(*size)
    board.grab()
    assert board.view.width == pytest.approx(board.view.height)
    assert board.view.left + board.view.width <= max(1, size[0]) + 1e-9


def test_a_long_plane_is_stretched(board: DecisionMap) -> None:
    board.set_domain((0.0, 1000.0, 0.0, 1.0))
    board.resize(400, 300)
    assert board.view.height > 200
    board.set_domain((0.0, np.nan, 0.0, 1.0))
    assert board.view.plane == (0.0, 1000.0, 0.0, 1.0)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_wrong_points_wear_a_ring_in_every_theme(board: DecisionMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    bad = themes.current.color("bad")
    wanted = np.array((bad.red(), bad.green(), bad.blue()))

    def rings(wrong: list[bool]) -> int:
        board.set_points(CORNERS, XOR, None, np.array(wrong))
        return int((np.abs(pixels(board.grab().toImage()) - wanted).max(axis=2) < 25).sum())

    assert rings([False] * 4) == 0
    assert rings([True, False, False, False]) > 20
    assert rings([True, True, False, False]) == pytest.approx(2 * rings([True, False, False, False]), rel=0.2)


def test_presentation_has_larger_markers(board: DecisionMap, themes: ThemeHolder) -> None:
    def blue() -> int:
        color = themes.current.color("plus")
        wanted = np.array((color.red(), color.green(), color.blue()))
        return int((np.abs(pixels(board.grab().toImage()) - wanted).max(axis=2) < 8).sum())

    small = blue()
    themes.set(presentation=True)
    assert blue() > 2 * small


def test_an_empty_map_says_how_to_begin(board: DecisionMap) -> None:
    full = pixels(board.grab().toImage())
    board.set_points(np.zeros((0, 2)), np.zeros(0))
    empty = pixels(board.grab().toImage())
    middle = np.s_[150:200, 150:230]
    assert not (full[middle] == empty[middle]).all()
    assert "No points yet." in board.accessibleDescription()
    board.set_points(CORNERS, XOR)
    assert "4 points, 0 on the wrong side." in board.accessibleDescription()


def test_the_ring_of_the_keyboard_lies_around_the_picture(qtbot: QtBot, themes: ThemeHolder) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 300)
    first = QWidget(window)
    first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    board = DecisionMap(themes, window)
    board.setGeometry(20, 20, 250, 250)
    window.show()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(first.hasFocus)
    board.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(board.hasFocus)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    view = board.view
    picture = QRect(20 + round(view.left), 20 + round(view.top), round(view.width), round(view.height))
    assert ring.geometry().contains(picture)
    assert ring.width() < picture.width() + 24


def test_the_ring_of_the_keyboard_goes_with_the_picture(qtbot: QtBot, themes: ThemeHolder) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 500)
    board = DecisionMap(themes, window)
    board.setGeometry(20, 20, 420, 420)
    first = QWidget(window)
    first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(first.hasFocus)
    board.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(board.hasFocus)
    board.setGeometry(20, 20, 200, 200)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.width() < board.view.width + 24


# What is chosen ------------------------------------------------------------------------------------------------------


def test_after_the_mouse_the_arrows_belong_to_the_window(board: DecisionMap, heard: list[tuple[object, ...]]) -> None:
    drag(board, spot(board, 0.7, 0.7), spot(board, 0.5, 0.6), spot(board, 0.1, 0.2))
    QTest.mouseClick(board, LEFT, pos=spot(board, -1.2, 1.2))
    heard.clear()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(board, key)
    assert (heard, board.chosen) == ([], None)


def test_enter_takes_a_point_after_the_mouse_too(board: DecisionMap) -> None:
    QTest.mouseClick(board, LEFT, pos=spot(board, -1.2, 1.2))
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert board.chosen == 0


def test_a_chosen_point_does_not_outlive_its_data(board: DecisionMap) -> None:
    board.set_chosen(2)
    board.set_points(CORNERS.copy(), XOR[::-1].copy())
    assert board.chosen == 2
    board.set_points(0.5 * CORNERS, XOR)
    assert board.chosen is None


# The edge of the picture ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("x, y", [(-1.5, 0.0), (1.5, 0.0), (0.0, 1.5), (0.0, -1.5)])
def test_a_point_on_the_edge_of_the_picture_is_not_cut(
    board: DecisionMap, themes: ThemeHolder, x: float, y: float
) -> None:
    board.set_points(np.array([[0.0, 0.0]]), np.array([1]))
    whole = count_near(board.grab().toImage(), themes.current.color("plus"))
    board.set_points(np.array([[x, y]]), np.array([1]))
    assert count_near(board.grab().toImage(), themes.current.color("plus")) > 0.9 * whole


def test_a_point_beside_the_picture_is_not_drawn(board: DecisionMap, themes: ThemeHolder) -> None:
    board.set_points(np.array([[-1.6, 0.0]]), np.array([1]))
    assert count_near(board.grab().toImage(), themes.current.color("plus")) == 0


# Rings ---------------------------------------------------------------------------------------------------------------


def test_the_rings_are_named_while_they_are_shown(board: DecisionMap) -> None:
    assert board.ring_words() == ""
    board.set_points(CORNERS, XOR, wrong=np.array([True, False, False, False]))
    assert board.ring_words() == "Rings: red: wrong."
    board.set_met(1)
    board.set_line((1.0, -1.0, 0.0))
    assert board.ring_words() == "Rings: red: wrong, green: just met, violet: yours to move."
    QTest.mouseMove(board, spot(board, -1.2, 1.2))
    assert board.ring_words() in board._words_at(QPointF(spot(board, -1.2, 1.2)))
