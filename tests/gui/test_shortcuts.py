"""Keys: the focused widget first, then the window; and one table behind everything that shows them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSlider, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.panels import PANELS
from gui.shortcuts import DEEDS, Actions, KeyGuard, belongs_to_focus, keys_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)


class Guarded(QWidget):
    """A window that knows its actions and counts what they are asked."""

    def __init__(self, focus: QWidget) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(focus)
        self.actions_ = Actions(self)
        self.done: list[str] = []
        for key, action in self.actions_.actions.items():
            action.triggered.connect(lambda _=False, key=key: self.done.append(key))
        KeyGuard(self)


def guarded(qtbot: QtBot, focus: QWidget) -> Guarded:
    window = Guarded(focus)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    focus.setFocus()
    qtbot.waitUntil(focus.hasFocus)
    return window


def test_a_text_field_types_what_would_be_shortcuts(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = guarded(qtbot, field)
    qtbot.keyClicks(field, "rnt ?")
    qtbot.keyClick(field, Key.Key_Home)
    assert field.text() == "rnt ?"
    assert window.done == []


def test_a_text_field_leaves_control_and_function_keys(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = guarded(qtbot, field)
    qtbot.keyClick(field, Key.Key_K, CTRL)
    qtbot.keyClick(field, Key.Key_F1)
    assert window.done == ["palette", "explain"]


def test_space_presses_the_focused_button_and_arrows_step(qtbot: QtBot) -> None:
    button = QPushButton("press")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    window = guarded(qtbot, button)
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.keyClick(button, Key.Key_Right)
    assert len(pressed) == 1
    assert window.done == ["step"]


def test_arrows_move_the_focused_slider_and_letters_act(qtbot: QtBot) -> None:
    slider = QSlider()
    window = guarded(qtbot, slider)
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_End)
    qtbot.keyClick(slider, Key.Key_T)
    assert slider.value() == slider.maximum()
    assert window.done == ["theme"]


def test_alt_with_an_arrow_steps_where_arrows_walk(qtbot: QtBot) -> None:
    slider = QSlider()
    window = guarded(qtbot, slider)
    qtbot.keyClick(slider, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(slider, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.done == ["step", "step_back"]


@pytest.mark.parametrize(
    "make,key,modifiers,mine",
    [
        (QLineEdit, Key.Key_N, NONE, True),
        (QLineEdit, Key.Key_N, SHIFT, True),
        (QLineEdit, Key.Key_Q, CTRL, False),
        (QLineEdit, Key.Key_F5, NONE, False),
        (QSpinBox, Key.Key_R, NONE, True),
        (QPushButton, Key.Key_Space, NONE, True),
        (QPushButton, Key.Key_Left, NONE, False),
        (QSlider, Key.Key_Left, NONE, True),
        (QSlider, Key.Key_N, NONE, False),
    ],
)
def test_who_owns_a_key(
    qtbot: QtBot, make: Callable[[], QWidget], key: Qt.Key, modifiers: Qt.KeyboardModifier, mine: bool
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert belongs_to_focus(press(key, modifiers), widget) is mine


def test_without_a_focus_every_key_is_a_shortcut() -> None:
    assert not belongs_to_focus(press(Key.Key_Space), None)


def test_every_deed_has_an_action_with_its_keys_and_words(qtbot: QtBot) -> None:
    window = guarded(qtbot, QPushButton())
    for deed in window.actions_.deeds.values():
        action = window.actions_[deed.key]
        assert (action.text(), action.toolTip()) == (deed.text, deed.about)
        assert len(keys_of(action)) == len(deed.keys)
        assert action in window.actions()
    assert {f"panel:{key}" for key in PANELS} | {deed.key for deed in DEEDS} == set(window.actions_.deeds)
