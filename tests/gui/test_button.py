"""Buttons and chips: pressed by mouse and keyboard, named for everyone, large enough for a finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.button import KINDS, Button, IconButton, Pressable
from gui.widgets.chip import Chip
from gui.widgets.focus import onward
from gui.widgets.follower import FocusRing


def everything(themes: ThemeHolder) -> list[Pressable]:
    return [
        *(Button(themes, "Let it try", kind, about="Runs once") for kind in KINDS),
        Button(themes, "Back", small=True, icon="left", about="One page back"),
        IconButton(themes, "gear", "Settings", "Theme and motion"),
        Chip(themes, "Arrows", "toggle", about="Shows the arrows"),
    ]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def put(window: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, None])
def test_each_is_pressed_by_mouse_space_and_enter(
    key: Qt.Key | None, window: QWidget, qtbot: QtBot, themes: ThemeHolder
) -> None:
    buttons = everything(themes)
    put(window, qtbot, *buttons)
    for button in buttons:
        with qtbot.waitSignal(button.clicked, timeout=1000):
            if key is None:
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            else:
                qtbot.keyClick(button, key)


@pytest.mark.parametrize("presentation, least", [(False, 24), (True, 44)])
def test_a_finger_finds_each(presentation: bool, least: int, qtbot: QtBot, themes: ThemeHolder) -> None:
    themes.set(presentation=presentation)
    for button in everything(themes):
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= least
        assert button.minimumSizeHint().width() >= least


def test_each_has_a_name_a_sentence_and_a_tooltip(qtbot: QtBot, themes: ThemeHolder) -> None:
    for button in everything(themes):
        qtbot.addWidget(button)
        assert button.accessibleName()
        assert button.accessibleDescription() in button.toolTip()
        assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_ring_is_for_the_keyboard_and_leaves_with_the_focus(
    window: QWidget, qtbot: QtBot, themes: ThemeHolder
) -> None:
    first, second = Button(themes, "First"), Button(themes, "Second")
    put(window, qtbot, first, second)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.findChild(FocusRing) is None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(first.geometry())
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()


def test_no_ring_stays_behind_when_a_pressed_button_hands_the_focus_on(
    window: QWidget, qtbot: QtBot, themes: ThemeHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, between, last = (Button(themes, words) for words in ("Next", "Graph", "Sure"))
    put(window, qtbot, pressed, between, last)
    monkeypatch.setattr(pressed, "underMouse", lambda: True)
    pressed.setFocus(Qt.FocusReason.MouseFocusReason)
    reason = onward(pressed)
    pressed.setEnabled(False)
    assert between.hasFocus()
    last.setFocus(reason)
    rings = window.findChildren(FocusRing)
    assert [ring for ring in rings if ring.isVisible()] == []


def test_an_ampersand_is_a_sign_and_no_shortcut(qtbot: QtBot, themes: ThemeHolder) -> None:
    button = Button(themes, "Loss & board")
    qtbot.addWidget(button)
    assert button.words() == "Loss & board"
    assert button.shortcut().isEmpty()


def test_a_tooltip_takes_its_words_literally(qtbot: QtBot, themes: ThemeHolder) -> None:
    button = Button(themes, "Step", about="While a < b, go on")
    qtbot.addWidget(button)
    assert "a &lt; b" in button.toolTip()


def test_a_fact_cannot_be_pressed_or_focused(window: QWidget, qtbot: QtBot, themes: ThemeHolder) -> None:
    fact = Chip(themes, "seed 7")
    put(window, qtbot, fact)
    with qtbot.assertNotEmitted(fact.clicked):
        qtbot.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert fact.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not fact.isCheckable()


def test_a_toggle_goes_on_and_off(window: QWidget, qtbot: QtBot, themes: ThemeHolder) -> None:
    toggle = Chip(themes, "Fog", "toggle")
    put(window, qtbot, toggle)
    heard: list[bool] = []
    toggle.toggled.connect(heard.append)
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert heard == [True, False]


@pytest.mark.parametrize("look", THEMES)
def test_a_button_that_is_on_looks_different(look: str, qtbot: QtBot, themes: ThemeHolder) -> None:
    themes.set(name=look)
    button = IconButton(themes, "eye", "Show", "Shows it")
    qtbot.addWidget(button)
    button.setCheckable(True)
    off = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != off


def test_the_ring_is_whole_around_a_control_as_wide_as_what_holds_it(
    window: QWidget, qtbot: QtBot, themes: ThemeHolder
) -> None:
    other, button = Button(themes, "First"), Button(themes, "Let it try")
    layout = window.layout()
    assert layout is not None
    layout.setContentsMargins(0, 20, 0, 20)
    put(window, qtbot, other, button)
    assert button.width() == window.width()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is not None
    picture, you = window.grab().toImage(), themes.current.color("you").rgb()
    middle = round(button.geometry().center().y() * picture.devicePixelRatio())
    assert [picture.pixelColor(x, middle).rgb() for x in (0, picture.width() - 1)] == [you, you]
