"""The lanes of matrices under mouse and keys, on a pass of plain numpy."""

import ast
import csv
import io
import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from gui.theme import ThemeHolder
from gui.widgets.matrix_content import NOWHERE, MatrixContent
from gui.widgets.matrix_copy import CSV, NUMPY, TEXT
from gui.widgets.matrix_lanes import MatrixLanes
from tests.gui.matrix_scene import BACKWARD, FORWARD, Scene

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def lanes(themes: ThemeHolder, qtbot: Any) -> MatrixLanes:
    """The article's case after the first rule."""
    return shown(MatrixLanes(themes), FORWARD, qtbot)


def shown(made: MatrixLanes, scene: Scene, qtbot: Any, size: tuple[int, int] = (892, 590)) -> MatrixLanes:
    qtbot.addWidget(made)
    made.resize(*size)
    made.set_content(scene.content())
    made.show()
    made.setFocus()
    return made


def told(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *given: found.append(given if len(given) > 1 else given[0]))
    return found


def middle(lanes: MatrixLanes, name: str, row: int, column: int) -> QPointF:
    box = lanes.cell_box((name, row, column))
    assert box is not None
    return box.center()


def mouse(lanes: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(lanes, QMouseEvent(kind, at, lanes.mapToGlobal(at), button, held, NONE))


def hover(lanes: QWidget, at: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(lanes, QMouseEvent(QEvent.Type.MouseMove, at, lanes.mapToGlobal(at), none, none, NONE))


def click(lanes: QWidget, at: QPointF) -> None:
    mouse(lanes, QEvent.Type.MouseButtonPress, at)
    mouse(lanes, QEvent.Type.MouseButtonRelease, at)


def wheel(lanes: QWidget, at: QPointF, notches: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    turned = QPoint(0, round(-120 * notches))
    event = QWheelEvent(
        at, lanes.mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(lanes, event)


def press(lanes: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(lanes, key, modifiers)


def field(lanes: MatrixLanes) -> QLineEdit:
    return lanes.findChildren(QLineEdit)[0]


# Pointing


def test_the_cell_under_the_pointer_is_said_once(lanes: MatrixLanes) -> None:
    said = told(lanes.cell_hovered)
    at = middle(lanes, "z1", 2, 1)
    hover(lanes, at)
    hover(lanes, at + QPointF(1, 0))
    assert said == [("z1", 2, 1)]


def test_nothing_is_pointed_at_between_the_cells(lanes: MatrixLanes) -> None:
    hover(lanes, middle(lanes, "z1", 2, 1))
    said = told(lanes.cell_hovered)
    hover(lanes, QPointF(3, 300))
    assert said == [NOWHERE]


def test_a_ghost_has_no_cells(lanes: MatrixLanes) -> None:
    assert lanes.cell_box(("h1", 0, 0)) is None
    box = lanes.picture_of("h1")
    assert box is not None
    assert lanes.cell_at(box.center()) == NOWHERE


def test_a_click_pins_and_a_second_one_lets_go(lanes: MatrixLanes) -> None:
    said = told(lanes.cell_pinned)
    at = middle(lanes, "w1", 1, 2)
    click(lanes, at)
    click(lanes, at)
    assert said == [("w1", 1, 2), NOWHERE]


def test_a_cell_of_the_transpose_is_the_original_s(themes: ThemeHolder, qtbot: Any) -> None:
    themes.set(reduced=True)
    made = shown(MatrixLanes(themes), BACKWARD, qtbot)
    place = made.plan().places["w2t"]
    box = place.cell(1, 4)
    assert box is not None
    assert made.cell_at(box.center()) == ("w2", 4, 1)


# The lens


def test_sixteen_rows_have_numbers(lanes: MatrixLanes) -> None:
    assert lanes.lens == (0, 16)
    assert lanes.plan().places["z1"].rows.count == 16


def test_the_wheel_moves_every_matrix_of_examples(lanes: MatrixLanes) -> None:
    said = told(lanes.lens_moved)
    wheel(lanes, middle(lanes, "x", 3, 1), 1)
    assert said == [3]
    assert {name: lanes.plan().places[name].rows.first for name in ("x", "z1", "t", "w1")} == {
        "x": 3, "z1": 3, "t": 3, "w1": 0,
    }  # fmt: skip


def test_the_lens_stops_at_the_last_example(lanes: MatrixLanes) -> None:
    lanes.set_lens(1000)
    assert lanes.lens == (112, 16)
    assert lanes.cell_box(("x", 127, 0)) is not None


def test_a_press_on_the_strip_takes_the_lens_there(lanes: MatrixLanes) -> None:
    strip = lanes.plan().places["x"].strip
    assert strip is not None
    mouse(lanes, QEvent.Type.MouseButtonPress, strip.center())
    assert abs(lanes.lens[0] - 56) <= 1
    mouse(lanes, QEvent.Type.MouseMove, QPointF(strip.center().x(), strip.bottom() + 40))
    assert lanes.lens[0] == 112


def test_the_slider_of_rows_moves_the_lens_by_keys(lanes: MatrixLanes) -> None:
    said = told(lanes.lens_moved)
    press(lanes.rows, KEY.Key_Down)
    press(lanes.rows, KEY.Key_PageDown)
    press(lanes.rows, KEY.Key_End)
    assert said == [1, 17, 112]
    assert lanes.rows.words() == "rows 113 to 128 of 128"


def test_the_slider_of_rows_is_dragged(lanes: MatrixLanes) -> None:
    window, track = lanes.rows.window_box(), lanes.rows.track()
    mouse(lanes.rows, QEvent.Type.MouseButtonPress, window.center())
    mouse(lanes.rows, QEvent.Type.MouseMove, QPointF(track.right() + 50, window.center().y()))
    assert lanes.lens[0] == 112


def test_a_fine_wheel_adds_up(lanes: MatrixLanes) -> None:
    for _ in range(6):
        wheel(lanes, QPointF(400, 300), 1 / 6)
    assert lanes.lens[0] in (2, 3)


def test_a_small_batch_has_no_lens(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), Scene((2, 3, 1), 4), qtbot)
    assert made.lens == (0, 4)
    assert made.rows.isHidden()
    assert made.plan().places["x"].strip is None


# Keys


def test_arrows_walk_inside_a_matrix_and_stop_at_its_edge(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 0))
    said = told(lanes.cell_focused)
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up, KEY.Key_End):
        press(lanes, key)
    assert said == [("w1", 0, 1), ("w1", 1, 1), ("w1", 0, 1), ("w1", 0, 1), ("w1", 0, 4)]


def test_the_lens_follows_the_walk(lanes: MatrixLanes) -> None:
    lanes.focus_on(("z1", 15, 0))
    press(lanes, KEY.Key_Down)
    assert lanes.lens[0] == 1
    press(lanes, KEY.Key_PageDown)
    assert lanes.focused == ("z1", 32, 0)
    assert lanes.cell_box(("z1", 32, 0)) is not None


def test_the_walk_goes_on_in_what_comes_into_the_place(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), Scene((2, 3, 1), 4), qtbot)
    made.focus_on(("w1", 1, 2))
    content = Scene((2, 3, 1), 4).content()
    slots = [
        replace(slot, forward=tuple(replace(matrix, name=matrix.name + "+") for matrix in slot.forward))
        for slot in content.slots
    ]
    made.set_content(MatrixContent(tuple(slots)))
    assert made.focused == ("w1+", 1, 2)


def test_a_press_between_the_cells_leaves_nothing_to_type_into(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), FORWARD, qtbot)
    made.clearFocus()
    QTest.mouseClick(made, LEFT, pos=QPoint(3, 300))
    QTest.keyClicks(made, "5")
    assert field(made).isHidden()
    press(made, KEY.Key_Down)
    assert made.focused == ("x", 0, 0)


def test_tab_goes_from_matrix_to_matrix_and_leaves_after_the_last(themes: ThemeHolder, qtbot: Any) -> None:
    window, made, after = QWidget(), MatrixLanes(themes), QPushButton("after")
    row = QHBoxLayout(window)
    row.addWidget(made)
    row.addWidget(after)
    qtbot.addWidget(window)
    window.resize(1000, 600)
    made.set_content(Scene((2, 1), 4, known=frozenset({"x", "w1", "b1"}), acting=("x",)).content())
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [made.focused[0]]
    for _ in range(2):
        press(made, KEY.Key_Tab)
        stops.append(made.focused[0])
    press(made, KEY.Key_Tab)
    assert stops == ["x", "w1", "b1"]
    assert QApplication.focusWidget() is not made


def test_control_with_an_arrow_crosses_to_the_twin(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), Scene((3, 5, 2), 8), qtbot)
    made.focus_on(("z1", 2, 1))
    press(made, KEY.Key_Down, CONTROL)
    assert made.focused == ("dz1", 2, 1)
    press(made, KEY.Key_Right, CONTROL)
    assert made.focused == ("dh1", 2, 1)
    press(made, KEY.Key_Up, CONTROL)
    assert made.focused == ("h1", 2, 1)


def test_enter_pins_the_focused_cell(lanes: MatrixLanes) -> None:
    lanes.focus_on(("z1", 1, 1))
    said = told(lanes.cell_pinned)
    press(lanes, KEY.Key_Return)
    assert said == [("z1", 1, 1)]


def test_a_screen_reader_hears_the_cell(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 2, 3))
    value = FORWARD.arrays["w1"][2, 3]
    words = lanes.accessibleName()
    assert words.startswith("W1, row 3, column 4: ")
    assert float(words.split(": ")[1].replace("\u2212", "-")) == pytest.approx(value, abs=1e-6)


# Typing


def test_typing_a_digit_opens_a_field_in_the_cell(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 2))
    said = told(lanes.cell_edited)
    QTest.keyClicks(lanes, "4")
    assert field(lanes).isVisible()
    QTest.keyClicks(field(lanes), ".5")
    press(field(lanes), KEY.Key_Return)
    assert said == [("w1", 0, 2, "4.5")]
    assert field(lanes).isHidden()


def test_a_second_enter_opens_the_field(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 2))
    press(lanes, KEY.Key_Return)
    press(lanes, KEY.Key_Return)
    assert field(lanes).isVisible()


def test_escape_leaves_the_field_without_a_word(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 2))
    said = told(lanes.cell_edited)
    press(lanes, KEY.Key_F2)
    QTest.keyClicks(field(lanes), "9")
    press(field(lanes), KEY.Key_Escape)
    assert said == []
    assert field(lanes).isHidden()


def test_enter_on_the_number_that_was_offered_changes_nothing(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 2))
    said = told(lanes.cell_edited)
    press(lanes, KEY.Key_F2)
    press(field(lanes), KEY.Key_Return)
    assert said == []
    assert field(lanes).isHidden()


def test_a_field_follows_its_cell_from_step_to_step(lanes: MatrixLanes) -> None:
    lanes.open_field(("w1", 1, 2))
    lanes.set_content(BACKWARD.content())
    box = lanes.cell_box(("w1", 1, 2))
    assert box is not None
    assert field(lanes).geometry().contains(box.center().toPoint())


def test_a_field_over_the_picture_has_a_frame(lanes: MatrixLanes, themes: ThemeHolder) -> None:
    lanes.open_field(("w1", 1, 2))
    picture = field(lanes).grab().toImage()
    rim = [picture.pixelColor(picture.width() // 2, y) for y in (1, picture.height() - 2)]
    assert {color.name() for color in rim} == {themes.current.color("you").name()}


def test_a_word_is_handed_on_as_it_was_typed(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 2))
    said = told(lanes.cell_edited)
    press(lanes, KEY.Key_F2)
    field(lanes).setText("nan")
    press(field(lanes), KEY.Key_Return)
    assert said == [("w1", 0, 2, "nan")]


def test_a_matrix_that_only_follows_cannot_be_typed_into(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), Scene((2, 3, 1), 4), qtbot)
    made.focus_on(("dw1", 0, 0))
    press(made, KEY.Key_F2)
    assert field(made).isHidden()


def test_a_hand_that_may_not_type_is_told(themes: ThemeHolder, qtbot: Any) -> None:
    made = shown(MatrixLanes(themes), Scene((2, 3, 1), 4), qtbot)
    made.focus_on(("dw1", 0, 0))
    said = told(made.refused)
    QTest.keyClicks(made, "3")
    assert said == [("dw1", 0, 0)]


def test_a_field_stays_over_its_cell(lanes: MatrixLanes) -> None:
    lanes.open_field(("x", 5, 1))
    wheel(lanes, QPointF(400, 300), 1)
    box = lanes.cell_box(("x", 5, 1))
    assert box is not None
    assert field(lanes).geometry().contains(box.center().toPoint())
    lanes.set_lens(60)
    assert field(lanes).isHidden()


def test_a_double_click_opens_the_field_and_keeps_the_pin(lanes: MatrixLanes) -> None:
    said = told(lanes.cell_pinned)
    at = middle(lanes, "w1", 1, 1)
    click(lanes, at)
    mouse(lanes, QEvent.Type.MouseButtonDblClick, at)
    assert field(lanes).isVisible()
    assert said == [("w1", 1, 1)]


def test_a_field_closes_when_its_matrix_becomes_a_ghost(lanes: MatrixLanes) -> None:
    lanes.open_field(("z1", 0, 0))
    lanes.set_content(Scene(known=frozenset({"x", "w1", "b1", "t"}), acting=("x",)).content())
    assert field(lanes).isHidden()


# Copying


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_control_c_copies_every_number_with_tabs(lanes: MatrixLanes) -> None:
    lanes.focus_on(("w1", 0, 0))
    press(lanes, KEY.Key_C, CONTROL)
    rows = [[float(cell) for cell in line.split("\t")] for line in clipboard().split("\n")]
    assert np.array_equal(rows, FORWARD.arrays["w1"])


def test_the_keyboard_alone_chooses_the_form_of_a_copy(lanes: MatrixLanes) -> None:
    said = told(lanes.copied)
    lanes.focus_on(("w1", 0, 0))
    press(lanes, KEY.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    menu = lanes.findChildren(QMenu)[-1]
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        press(menu, key)
    assert [form for _, form in said] == [CSV]


def test_csv_is_read_back_bit_by_bit(lanes: MatrixLanes) -> None:
    lanes.copy(CSV, "z1")
    rows = [[float(cell) for cell in line] for line in csv.reader(io.StringIO(clipboard()))]
    assert np.array_equal(rows, FORWARD.arrays["z1"])


def test_the_numpy_line_is_python(lanes: MatrixLanes) -> None:
    said = told(lanes.copied)
    lanes.copy(NUMPY, "w2")
    name, _, words = clipboard().partition(" = ")
    assert name == "W2"
    assert np.array_equal(ast.literal_eval(words[len("np.array(") : -1]), FORWARD.arrays["w2"])
    assert said[0][1] == NUMPY


def test_numbers_that_are_none_are_copied_as_such(themes: ThemeHolder, qtbot: Any) -> None:
    scene = Scene((2, 1), 1)
    scene.arrays["x"][0] = [np.nan, np.inf]
    made = shown(MatrixLanes(themes), scene, qtbot)
    made.copy(NUMPY, "x")
    assert clipboard() == "X = np.array([[np.nan, np.inf]])"
    made.copy(TEXT, "x")
    assert clipboard() == "nan\tinf"


def test_a_ghost_is_not_copied(lanes: MatrixLanes) -> None:
    QGuiApplication.clipboard().setText("before")
    lanes.copy(TEXT, "h1")
    assert clipboard() == "before"


# Sideways and small


def test_a_deep_network_keeps_what_acts_in_view(themes: ThemeHolder, qtbot: Any) -> None:
    themes.set(reduced=True)
    scene = Scene((16, 16, 12, 8, 6, 3), 128, acting=("h3", "w4", "z4"))
    made = shown(MatrixLanes(themes), scene, qtbot)
    assert made.most_scroll > 0
    for name in ("h3", "w4", "z4"):
        box = made.picture_of(name)
        assert box is not None
        assert 0 <= box.center().x() <= made.width()


def test_shift_and_the_wheel_move_the_picture_sideways(themes: ThemeHolder, qtbot: Any) -> None:
    themes.set(reduced=True)
    made = shown(MatrixLanes(themes), Scene((16, 16, 16, 3), 20, acting=("x",)), qtbot)
    before = made.picture_of("x")
    wheel(made, QPointF(300, 100), 2, Qt.KeyboardModifier.ShiftModifier)
    after = made.picture_of("x")
    assert before is not None
    assert after is not None
    assert after.x() < before.x()


def test_a_low_picture_shows_the_lane_that_acts(themes: ThemeHolder, qtbot: Any) -> None:
    themes.set(reduced=True)
    made = shown(MatrixLanes(themes), BACKWARD, qtbot, (560, 170))
    assert made.plan().one_lane
    assert made.cell_box(("dh1", 0, 0)) is not None
    made.focus_on(("x", 0, 0))
    assert made.cell_box(("x", 0, 0)) is not None


def test_every_size_down_to_the_smallest_paints(themes: ThemeHolder, qtbot: Any) -> None:
    for scene in (FORWARD, BACKWARD, Scene((16,) * 6, 128), Scene((1, 1), 1)):
        made = shown(MatrixLanes(themes), scene, qtbot)
        for size in ((1700, 900), (560, 300), (240, 150), (40, 20)):
            made.resize(*size)
            assert not made.grab().isNull()


def test_a_monkey_breaks_nothing(themes: ThemeHolder, qtbot: Any) -> None:
    """Random hands on random pictures: no error, the keyboard at a cell that is there, the lens inside the batch."""
    chance = random.Random(7)
    scenes = [FORWARD, BACKWARD, Scene((2, 3, 1), 4), Scene((1, 1), 1), Scene((16, 16, 4), 128, acting=("h1", "w2"))]
    contents = [scene.content() for scene in scenes]
    made = shown(MatrixLanes(themes), FORWARD, qtbot)
    keys = [KEY.Key_Left, KEY.Key_Down, KEY.Key_Tab, KEY.Key_Return, KEY.Key_F2, KEY.Key_7, KEY.Key_PageDown,
            KEY.Key_Escape, KEY.Key_End]  # fmt: skip
    for _ in range(300):
        at = QPointF(chance.uniform(0, made.width()), chance.uniform(0, made.height()))
        deed = chance.randrange(8)
        if deed == 0:
            made.set_content(chance.choice(contents))
        elif deed == 1:
            made.resize(chance.choice([240, 560, 892, 1400]), chance.choice([150, 300, 590]))
        elif deed == 2:
            wheel(made, at, chance.uniform(-9, 9), chance.choice([NONE, Qt.KeyboardModifier.ShiftModifier]))
        elif deed < 5:
            click(made, at)
        else:
            press(field(made) if field(made).isVisible() else made, chance.choice(keys), chance.choice([NONE, CONTROL]))
        first, count = made.lens
        assert 0 <= first <= made.content.examples - count
        assert made.focused == NOWHERE or made.content.holds(made.focused)
    made.grab()
