"""A slider gives exactly the numbers it shows, however it is moved, and refuses in a sentence."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.slider import ParameterSlider
from sim.params import Integer, Real

RATE = Real("adam.learning_rate", "Learning rate", 1e-4, 1.0, 0.01, symbol="η", log=True, role="grad", help="A step.")
MOMENTUM = Real("momentum", "Momentum", 0.0, 0.999, 0.5, symbol="μ", role="vel", help="How much of it is kept.")
BATCH = Integer("batch", "Batch size", 1, 512, 32, unit="rows", help="Rows in one step.")
FOREIGN = ("nan", "inf", "1e308", "", "zwölf", "0.9; rm -rf", "<b>0.5</b>", "٣", "\u202e9.0", "9" * 400)

Heard = list[tuple[str, object]]


def shown(qtbot: QtBot, themes: ThemeHolder, parameter: Real | Integer) -> tuple[ParameterSlider, Heard]:
    """A slider on the screen, 240 px wide, and what it says."""
    slider = ParameterSlider(themes, parameter)
    qtbot.addWidget(slider)
    slider.resize(240, slider.sizeHint().height())
    slider.show()
    heard: Heard = []
    slider.changed.connect(lambda key, value: heard.append((key, value)))
    slider.released.connect(lambda key: heard.append((key, "released")))
    return slider, heard


def drag(slider: ParameterSlider, *xs: int) -> None:
    """Press the handle and go through the given x, then let go."""
    start = slider.handle_point().toPoint()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for x in xs:
        QTest.mouseMove(slider, QPoint(x, start.y()))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(xs[-1], start.y()))


def write(slider: ParameterSlider, words: str) -> None:
    """Open the value box with Enter, replace its text, and press Enter."""
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Return)
    field = slider.findChild(QLineEdit)
    assert field is not None
    field.setText(words)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("parameter", [RATE, MOMENTUM, BATCH], ids=lambda parameter: parameter.key)
def test_both_ends_are_exact(parameter: Real | Integer, qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, parameter)
    drag(slider, 120, 239)
    assert slider.value() == parameter.high
    assert heard[-2:] == [(parameter.key, parameter.high), (parameter.key, "released")]
    drag(slider, 120, 0)
    assert slider.value() == parameter.low
    assert heard[-2:] == [(parameter.key, parameter.low), (parameter.key, "released")]


def test_every_move_of_the_mouse_is_told_and_the_release_once(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    drag(slider, 150, 170, 190)
    assert [value for _, value in heard].count("released") == 1
    assert len(heard) == 4


def test_the_number_it_gives_is_the_number_it_shows(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, RATE)
    for x in range(20, 230, 7):
        drag(slider, x)
        assert RATE.parse(RATE.format(float(slider.value()))) == slider.value()


@pytest.mark.parametrize(
    "key, value", [(Qt.Key.Key_Home, 0.0), (Qt.Key.Key_End, 0.999), (Qt.Key.Key_Backspace, 0.5)], ids=str
)
def test_keys_reach_the_ends_and_the_default(key: Qt.Key, value: float, qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    slider.set_value(0.7)
    slider.setFocus()
    QTest.keyClick(slider, key)
    assert heard == [("momentum", value), ("momentum", "released")]


def test_arrows_go_by_a_little_and_pages_by_more(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    little = slider.value() - 0.5
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert 0 < little < slider.value() - 0.5 - little
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == pytest.approx(0.5, abs=0.002)


def test_a_whole_number_moves_by_at_least_one(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, Integer("small", "Small", 0, 5, 2))
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert slider.value() == 3


def test_a_double_click_returns_to_the_default(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, RATE)
    slider.set_value(0.3)
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=slider.handle_point().toPoint())
    assert slider.value() == 0.01
    assert heard[-2:] == [(RATE.key, 0.01), (RATE.key, "released")]


@pytest.mark.parametrize("typed, value", [("0.25", 0.25), (" .9 ", 0.9), ("1e-2", 0.01), ("0.999", 0.999)])
def test_a_typed_number_is_taken(typed: str, value: float, qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    write(slider, typed)
    assert slider.value() == value
    assert ("momentum", value) in heard


@pytest.mark.parametrize("typed", FOREIGN, ids=lambda text: ascii(text)[:12])
def test_foreign_text_is_refused_in_a_sentence_and_changes_nothing(
    typed: str, qtbot: QtBot, themes: ThemeHolder
) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    write(slider, typed)
    slider.grab()
    assert slider.value() == 0.5
    assert [value for _, value in heard if value != "released"] == []
    assert slider.problem.startswith("Momentum must be a number from 0 to 0.999")
    assert slider.problem in slider.accessibleDescription()


def test_the_next_good_number_ends_the_complaint(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    write(slider, "much")
    write(slider, "0.6")
    assert slider.problem == ""


def test_a_figure_typed_on_the_slider_begins_a_number(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    slider.setFocus()
    QTest.keyClicks(slider, "0")
    field = slider.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, ".75")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert slider.value() == 0.75


def test_escape_keeps_the_old_number(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Return)
    field = slider.findChild(QLineEdit)
    assert field is not None
    field.setText("0.1")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (slider.value(), heard, slider.problem) == (0.5, [], "")


def test_a_set_value_is_shown_without_a_word(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, RATE)
    slider.set_value(0.2)
    assert (slider.value(), heard) == (0.2, [])


def test_under_the_finger_the_finger_is_right(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    start = slider.handle_point().toPoint()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(slider, QPoint(200, start.y()))
    held = slider.value()
    slider.set_value(0.1)
    assert slider.value() == held
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(200, start.y()))
    slider.set_value(0.1)
    assert slider.value() == 0.1


def test_a_locked_slider_says_why_and_does_not_move(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    slider.set_locked("not the topic of this lesson")
    drag(slider, 200)
    slider.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_7):
        QTest.keyClick(slider, key)
    assert (slider.value(), [value for _, value in heard if value != "released"]) == (0.5, [])
    assert "not the topic of this lesson" in slider.toolTip()
    assert "not the topic of this lesson" in slider.accessibleDescription()
    slider.set_locked("")
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 0.999


@pytest.mark.parametrize("focused", [True, False])
def test_the_wheel_moves_it_only_with_the_focus(focused: bool, qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, heard = shown(qtbot, themes, MOMENTUM)
    slider.activateWindow()
    if focused:
        slider.setFocus()
        qtbot.waitUntil(slider.hasFocus)
    else:
        slider.clearFocus()
    at = slider.handle_point()
    event = QWheelEvent(
        at, QPointF(slider.mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert bool(heard) is focused


def test_it_tells_pointer_and_reader_what_it_is(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    assert slider.accessibleName() == "Momentum"
    assert slider.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for part in ("μ", "0&nbsp;to&nbsp;0.999", "How much of it is kept."):
        assert part in slider.toolTip()
    assert "0.500" in slider.accessibleDescription()


def test_who_stays_on_it_with_the_keyboard_is_told_what_it_is(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, MOMENTUM)
    slider.activateWindow()
    qtbot.waitUntil(slider.hasFocus)
    slider.clearFocus()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(QToolTip.isVisible, timeout=3000)
    assert "How much of it is kept." in QToolTip.text()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=3000)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("presentation", [False, True])
def test_the_value_is_never_cut(look: str, presentation: bool, qtbot: QtBot, themes: ThemeHolder) -> None:
    themes.set(name=look, presentation=presentation)
    slider, _ = shown(qtbot, themes, RATE)
    slider.set_value(0.0123)
    slider.set_cued(True)
    face = slider._face()
    assert face.box(slider._look).left() > 0
    assert face.box(slider._look).right() <= slider.width()
    assert face.track_zone().height() >= themes.current.target
    assert not slider.grab().isNull()


@pytest.mark.parametrize("value", [0.0, 0.999], ids=["lowest", "highest"])
@pytest.mark.parametrize("cued", [False, True], ids=["plain", "cued"])
@pytest.mark.parametrize("compact", [False, True], ids=["long", "compact"])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_handle_at_the_end_of_its_track_is_round(
    value: float, cued: bool, compact: bool, look: str, scale: float, qtbot: QtBot, themes: ThemeHolder
) -> None:
    themes.set(name=look, scale=scale)
    slider = ParameterSlider(themes, MOMENTUM, compact=compact)
    qtbot.addWidget(slider)
    slider.resize(round(240 * scale), slider.sizeHint().height())
    slider.set_value(value)
    bare = slider.grab().toImage()
    slider.set_cued(cued)
    picture = slider.grab().toImage()
    y = slider.handle_point().y()
    handle = range(round(y - 12 * scale), round(y + 11.5 * scale))
    assert not cued or any(picture.pixel(x, round(y)) != bare.pixel(x, round(y)) for x in range(picture.width()))
    ground = picture.pixel(0, picture.height() - 1)
    assert all(picture.pixel(x, y) == ground for x in (0, picture.width() - 1) for y in handle)
    assert all(picture.pixel(x, picture.height() - 1) == ground for x in range(picture.width()) if compact)


def test_a_tooltip_keeps_its_range_on_one_line(qtbot: QtBot, themes: ThemeHolder) -> None:
    slider, _ = shown(qtbot, themes, RATE)
    assert "0.0001&nbsp;to&nbsp;1" in slider.toolTip()
