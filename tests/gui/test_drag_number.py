"""A number in the hand goes where the hand goes, is exact at both ends, and gives what it shows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.drag_number import WAY, DragNumber
from sim.errors import ConfigError
from sim.numerals import read_number
from sim.params import Real

SLOPE = Real("slope", "Slope", 1e-8, 1e4, 1e-5, log=True, role="grad", help="How steep it is.")
MOMENTUM = Real("momentum", "Momentum", 0.0, 0.999, 0.9, role="vel", help="How much is kept.")
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, themes: ThemeHolder, parameter: Real, zero: bool = False) -> tuple[DragNumber, list[object]]:
    """A number on the screen, and what it says."""
    number = DragNumber(themes, parameter, figures=2 if parameter.log else 3, zero=zero)
    qtbot.addWidget(number)
    number.resize(number.sizeHint())
    number.show()
    heard: list[object] = []
    number.changed.connect(heard.append)
    number.released.connect(lambda: heard.append("released"))
    return number, heard


def drag(number: DragNumber, *ways: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Take it in the middle, go by the given pixels, let go."""
    at = number.rect().center()
    QTest.mousePress(number, LEFT, keys, at)
    for way in ways:
        QTest.mouseMove(number, at + QPoint(round(way), 0))
    QTest.mouseRelease(number, LEFT, keys, at + QPoint(round(ways[-1]), 0))


@pytest.mark.parametrize("parameter", [SLOPE, MOMENTUM], ids=lambda parameter: parameter.key)
def test_both_ends_are_exact(parameter: Real, qtbot: QtBot, themes: ThemeHolder) -> None:
    number, heard = shown(qtbot, themes, parameter)
    drag(number, 200, 900)
    assert (number.value(), heard[-2:]) == (parameter.high, [parameter.high, "released"])
    drag(number, -200, -900)
    assert (number.value(), heard[-2:]) == (parameter.low, [parameter.low, "released"])


def test_the_lower_end_may_be_nothing_at_all(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, SLOPE, zero=True)
    drag(number, -900)
    assert (number.value(), number.words()) == (0.0, "0")
    drag(number, 100)
    assert 0 < number.value() < 1e-4


def test_a_twelfth_of_the_way_is_a_power_of_ten(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, SLOPE)
    drag(number, WAY / 12)
    assert number.value() == pytest.approx(1e-4, rel=1e-9)


def test_the_number_it_gives_is_the_number_it_shows(qtbot: QtBot, themes: ThemeHolder) -> None:
    for parameter in (SLOPE, MOMENTUM):
        number, _ = shown(qtbot, themes, parameter)
        for way in range(-300, 400, 37):
            drag(number, way)
            assert read_number(number.words()) == number.value()


def test_a_click_that_trembles_begins_typing_and_moves_nothing(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, heard = shown(qtbot, themes, SLOPE)
    drag(number, 2)
    field = number.findChild(QLineEdit)
    assert field is not None
    assert field.isVisible()
    assert field.text() == "0.00001"
    assert heard == []


@pytest.mark.parametrize("typed, value", [("100", 100.0), ("1e-8", 1e-8), ("0,5", 0.5), ("10000", 1e4)])
def test_a_typed_number_is_taken(typed: str, value: float, qtbot: QtBot, themes: ThemeHolder) -> None:
    number, heard = shown(qtbot, themes, SLOPE)
    drag(number, 0)
    field = number.findChild(QLineEdit)
    assert field is not None
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [value, "released"]
    assert not field.isVisible()


@pytest.mark.parametrize("typed", ["nan", "0", "1e5", "", "drei"])
def test_what_cannot_be_read_is_refused_in_a_sentence(typed: str, qtbot: QtBot, themes: ThemeHolder) -> None:
    number, heard = shown(qtbot, themes, SLOPE)
    sentences: list[str] = []
    number.refused.connect(sentences.append)
    drag(number, 0)
    field = number.findChild(QLineEdit)
    assert field is not None
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sentences[-1].startswith("Slope must be a number from 10⁻⁸ to 10")
    assert (heard, number.value()) == ([], 1e-5)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert sentences[-1] == ""


def test_a_refusal_does_not_forget_that_nothing_is_legal(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, SLOPE, zero=True)
    with pytest.raises(ConfigError, match="must be 0 or a number from 10⁻⁸"):
        number.set_value(1e9)


def test_arrows_move_it_and_home_and_end_are_its_ends(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, MOMENTUM)
    number.setFocus()
    for key, expected in ((Qt.Key.Key_Home, 0.0), (Qt.Key.Key_Right, 0.01), (Qt.Key.Key_End, 0.999)):
        QTest.keyClick(number, key)
        assert number.value() == expected
    QTest.keyClick(number, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert number.value() == 0.998


def test_shift_makes_the_hand_ten_times_finer(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, MOMENTUM)
    ways = []
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        number.set_value(0.9)
        at = number.rect().center()
        QTest.mousePress(number, LEFT, keys, at)
        for way in (-4, -244):
            place = QPointF(at + QPoint(way, 0))
            move = QMouseEvent(QMouseEvent.Type.MouseMove, place, number.mapToGlobal(place), LEFT, LEFT, keys)
            QApplication.sendEvent(number, move)
        QTest.mouseRelease(number, LEFT, keys, at)
        ways.append(0.9 - number.value())
    assert ways[0] == pytest.approx(0.999 * 244 / WAY, abs=0.001)
    assert ways[1] == pytest.approx(0.0999 * 240 / WAY, abs=0.001)


def test_while_a_hand_holds_it_the_hand_is_right(qtbot: QtBot, themes: ThemeHolder) -> None:
    number, _ = shown(qtbot, themes, MOMENTUM)
    QTest.mousePress(number, LEFT, pos=number.rect().center())
    number.set_value(0.1)
    assert number.value() == 0.9
    QTest.mouseRelease(number, LEFT, pos=number.rect().center())


def test_a_double_click_takes_the_whole_number(qtbot: QtBot, themes: ThemeHolder) -> None:
    """Qt takes words, and to Qt a point ends one: of 0.00001 it took 00001."""
    number, _ = shown(qtbot, themes, SLOPE)
    QTest.mouseClick(number, LEFT, pos=number.rect().center())
    field = number.findChild(QLineEdit)
    assert field is not None
    QTest.mouseClick(field, LEFT, pos=field.rect().center())
    QTest.mouseDClick(field, LEFT, pos=field.rect().center())
    assert field.selectedText() == "0.00001"
    field.close()
