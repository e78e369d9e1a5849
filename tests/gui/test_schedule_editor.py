"""A drawn momentum: points stay in order, inside the range and few, however they are moved."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets import schedule_line as line
from gui.widgets.chip import Chip
from gui.widgets.schedule_editor import ScheduleEditor
from sim.schedules import read_curve, write_curve

CURVE = ((0, 0.5), (60, 0.5), (61, 0.99), (120, 0.9))
LEFT = Qt.MouseButton.LeftButton
NUMBERS = st.floats(-5, 2000, allow_nan=False)


@pytest.fixture
def editor(qtbot: QtBot, themes: ThemeHolder) -> ScheduleEditor:
    """A curve of four points over 150 steps."""
    made = ScheduleEditor(themes)
    qtbot.addWidget(made)
    made.resize(400, 190)
    made.set_curve(CURVE, 150)
    made.show()
    return made


@pytest.fixture
def heard(editor: ScheduleEditor) -> list[object]:
    """What the editor says."""
    said: list[object] = []
    editor.changed.connect(said.append)
    editor.released.connect(lambda: said.append("released"))
    return said


def place(editor: ScheduleEditor, step: float, value: float) -> QPoint:
    """The pixel of a step and a momentum."""
    frame = editor.frame()
    return QPointF(frame.x_of(step), frame.y_of(line.height_of(value))).toPoint()


def drag(editor: ScheduleEditor, start: QPoint, *ends: QPoint) -> None:
    """Press, move, release."""
    QTest.mousePress(editor, LEFT, pos=start)
    for end in ends:
        QTest.mouseMove(editor, end)
    QTest.mouseRelease(editor, LEFT, pos=ends[-1])


@settings(deadline=None)
@given(points=st.lists(st.tuples(NUMBERS, NUMBERS), max_size=30), moves=st.lists(st.tuples(st.integers(0, 19), NUMBERS,
       NUMBERS), max_size=8))  # fmt: skip
def test_points_can_always_be_written_as_a_schedule(
    points: list[tuple[float, float]], moves: list[tuple[int, float, float]]
) -> None:
    curve = line.tidy(points)
    for index, step, value in moves:
        if index < len(curve):
            curve = line.moved(curve, index, round(step), value, 150)
    assert curve[0][0] == 0
    assert read_curve(write_curve(curve)) == curve


@settings(deadline=None)
@given(value=st.floats(0.0, 0.999))
def test_the_axis_is_the_logarithm_of_the_top_speed(value: float) -> None:
    assert 10 ** line.height_of(value) == pytest.approx(1 / (1 - value), rel=1e-12)
    assert line.value_at(line.height_of(value)) == pytest.approx(value, abs=0.006)


def test_both_ends_of_the_axis_are_exact() -> None:
    assert (line.value_at(0.0), line.value_at(3.0), line.value_at(-1.0), line.value_at(9.0)) == (0.0, 0.999, 0.0, 0.999)


def test_between_points_the_momentum_runs_straight() -> None:
    steps = np.array([0.0, 30.0, 90.0, 120.0, 400.0])
    values = 1 - 10 ** -line.heights(CURVE, steps)
    assert values == pytest.approx([0.5, 0.5, 0.99 - 0.09 * 29 / 59, 0.9, 0.9], abs=1e-12)


def test_a_point_follows_the_hand(editor: ScheduleEditor, heard: list[object]) -> None:
    drag(editor, place(editor, 120, 0.9), place(editor, 130, 0.95), place(editor, 140, 0.99))
    step, value = editor.points[3]
    assert (step, value) == (pytest.approx(140, abs=1), pytest.approx(0.99, abs=0.002))
    assert heard[-2:] == [editor.points, "released"]
    assert heard.count("released") == 1


def test_a_point_stays_between_its_neighbours(editor: ScheduleEditor) -> None:
    drag(editor, place(editor, 120, 0.9), place(editor, 10, 0.9))
    assert editor.points[3][0] == 62


def test_the_first_point_stays_at_the_first_step(editor: ScheduleEditor) -> None:
    drag(editor, place(editor, 0, 0.5), place(editor, 40, 0.9))
    assert editor.points[0] == (0, 0.9)


def test_both_ends_are_exact_under_the_hand(editor: ScheduleEditor) -> None:
    drag(editor, place(editor, 120, 0.9), place(editor, 120, 0.999) - QPoint(0, 15))
    assert editor.points[3][1] == 0.999
    drag(editor, place(editor, 120, 0.999), place(editor, 120, 0.0) + QPoint(0, 15))
    assert editor.points[3][1] == 0.0


def test_a_double_click_adds_a_point(editor: ScheduleEditor, heard: list[object]) -> None:
    QTest.mouseDClick(editor, LEFT, pos=place(editor, 30, 0.9))
    assert len(editor.points) == 5
    assert editor.points[1] == (pytest.approx(30, abs=1), pytest.approx(0.9, abs=0.01))
    assert heard == [editor.points, "released"]


def test_there_is_no_twenty_first_point(editor: ScheduleEditor) -> None:
    editor.set_curve([(step, 0.5) for step in range(0, 100, 5)], 150)
    QTest.mouseDClick(editor, LEFT, pos=place(editor, 130, 0.9))
    assert len(editor.points) == 20


def test_a_point_that_is_dragged_out_is_gone_until_it_comes_back(editor: ScheduleEditor) -> None:
    start, out = place(editor, 61, 0.99), QPoint(-60, -60)
    QTest.mousePress(editor, LEFT, pos=start)
    QTest.mouseMove(editor, out)
    assert editor.points == (*CURVE[:2], CURVE[3])
    QTest.mouseMove(editor, place(editor, 80, 0.9))
    assert len(editor.points) == 4
    QTest.mouseMove(editor, out)
    QTest.mouseRelease(editor, LEFT, pos=out)
    assert editor.points == (*CURVE[:2], CURVE[3])


@pytest.mark.parametrize("how", ["delete", "right click"])
def test_a_point_can_be_removed_but_not_the_first(how: str, editor: ScheduleEditor) -> None:
    for step, value in ((61, 0.99), (0, 0.5)):
        at = place(editor, step, value)
        if how == "delete":
            QTest.mouseClick(editor, LEFT, pos=at)
            QTest.keyClick(editor, Qt.Key.Key_Delete)
        else:
            QTest.mouseClick(editor, Qt.MouseButton.RightButton, pos=at)
    assert editor.points == (*CURVE[:2], CURVE[3])


def test_the_keyboard_reaches_moves_and_leaves_every_point(editor: ScheduleEditor, heard: list[object]) -> None:
    editor.activateWindow()
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert editor.points[1] == (60, 0.51)
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.points[1] == (59, 0.509)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert editor.points[1][0] == 60
    assert heard.count("released") == 4
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()


def test_insert_adds_a_point_in_the_middle(editor: ScheduleEditor) -> None:
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Insert)
    assert editor.points[1] == (30, 0.5)


def test_a_preset_replaces_the_curve_and_says_that_it_is_on(editor: ScheduleEditor, heard: list[object]) -> None:
    constant = editor.findChildren(Chip)[0]
    QTest.mouseClick(constant, LEFT)
    assert editor.points == ((0, 0.9),)
    assert heard == [((0, 0.9),), "released"]
    assert [chip.isChecked() for chip in editor.findChildren(Chip)] == [True, False, False]
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert not constant.isChecked()


@pytest.mark.parametrize("last", [1, 2, 150, 1000])
def test_every_preset_is_a_schedule(last: int) -> None:
    for _, points in line.presets(last):
        assert read_curve(write_curve(points)) == points == line.tidy(points)


def test_while_a_hand_holds_a_point_the_hand_is_right(editor: ScheduleEditor) -> None:
    at = place(editor, 120, 0.9)
    QTest.mousePress(editor, LEFT, pos=at)
    editor.set_curve(((0, 0.1),), 150)
    assert editor.points == CURVE
    QTest.mouseRelease(editor, LEFT, pos=at)
    editor.set_curve(((0, 0.1),), 150)
    assert editor.points == ((0, 0.1),)


def test_it_says_where_the_points_are(editor: ScheduleEditor) -> None:
    assert "step 61: 0.99" in editor.accessibleDescription()
    assert "Delete" in editor.toolTip()


def test_dragging_the_line_pulls_a_new_point_out_of_it(editor: ScheduleEditor, heard: list[object]) -> None:
    drag(editor, place(editor, 30, 0.5), place(editor, 32, 0.7), place(editor, 40, 0.9))
    assert len(editor.points) == 5
    assert editor.points[1] == (pytest.approx(40, abs=1), pytest.approx(0.9, abs=0.02))
    assert (editor.points[0], editor.points[2:]) == (CURVE[0], CURVE[1:])
    assert heard[-2:] == [editor.points, "released"]
    assert heard.count("released") == 1


def test_a_click_on_the_line_alone_changes_nothing(editor: ScheduleEditor, heard: list[object]) -> None:
    QTest.mouseClick(editor, LEFT, pos=place(editor, 30, 0.5))
    at = place(editor, 30, 0.5)
    drag(editor, at, at + QPoint(1, 1))
    assert (editor.points, heard) == (CURVE, [])


def test_a_drag_away_from_the_line_changes_nothing(editor: ScheduleEditor, heard: list[object]) -> None:
    drag(editor, place(editor, 30, 0.98), place(editor, 40, 0.9))
    assert (editor.points, heard) == (CURVE, [])


def test_a_new_point_that_is_thrown_away_leaves_the_line_as_it_was(editor: ScheduleEditor) -> None:
    drag(editor, place(editor, 30, 0.5), place(editor, 40, 0.9), QPoint(200, -300))
    assert editor.points == CURVE


@pytest.mark.parametrize("wide", [640, 400, 270])
def test_a_hint_says_how_to_add_a_point_where_there_is_room(wide: int, editor: ScheduleEditor) -> None:
    editor.resize(wide, 190)
    editor.grab()
    words, place = editor.hint()
    assert words in ("Drag the line to add a point.", "Drag the line.", "")
    assert (words != "") == (wide > 300)
    assert place.right() <= wide
