"""Empty, busy, broken: what stands there when there is no picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.button import Button
from gui.widgets.notice import PATIENCE, Bar, Notice


@pytest.fixture
def notice(qtbot: QtBot, themes: ThemeHolder) -> Notice:
    notice = Notice(themes)
    notice.resize(320, 160)
    qtbot.addWidget(notice)
    return notice


def words(notice: Notice) -> list[str]:
    return [label.text() for label in notice.findChildren(QLabel) if label.isVisible()]


def buttons(notice: Notice) -> list[Button]:
    return [button for button in notice.findChildren(Button) if button.isVisible()]


def test_it_says_nothing_at_first(notice: Notice) -> None:
    assert not notice.isVisible()
    assert notice.kind == ""


def test_what_is_quick_is_not_spoken_of(notice: Notice, qtbot: QtBot) -> None:
    notice.show_busy("Getting ready", 0.2)
    assert not notice.isVisible()
    notice.clear()
    qtbot.wait(PATIENCE + 100)
    assert not notice.isVisible()


def test_a_long_wait_shows_what_is_done(notice: Notice, qtbot: QtBot) -> None:
    notice.show_busy("Getting the engine ready", 0.25, "2 of 8 parts")
    notice.show_busy("Getting the engine ready", 0.5, "4 of 8 parts")
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE + 1000)
    assert words(notice) == ["Getting the engine ready", "4 of 8 parts"]
    assert notice.findChild(Bar).share == 0.5


def test_broken_says_why_and_offers_ways_on(notice: Notice, qtbot: QtBot) -> None:
    went: list[str] = []
    ways = [("20 steps back", lambda: went.append("back")), ("Try rate 0.20", lambda: went.append("rate"))]
    notice.show_broken("Step 412: a weight is infinite", "Learning rate 0.52 is above 0.41.", ways)
    assert words(notice) == ["Step 412: a weight is infinite", "Learning rate 0.52 is above 0.41."]
    assert [button.words() for button in buttons(notice)] == ["20 steps back", "Try rate 0.20"]
    for button in buttons(notice):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert went == ["back", "rate"]


def test_a_way_may_clear_the_notice_it_stands_in(notice: Notice, qtbot: QtBot) -> None:
    notice.show_broken("Stopped", "Why", [("Go on", notice.clear)])
    qtbot.mouseClick(buttons(notice)[0], Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_empty_offers_one_ready_made_choice(notice: Notice, qtbot: QtBot) -> None:
    chosen: list[str] = []
    notice.show_broken("Stopped", "Why", [("One", chosen.clear), ("Two", chosen.clear)])
    notice.show_empty("No points yet.", "Click to place one.", "Use XOR", lambda: chosen.append("xor"))
    assert [button.words() for button in buttons(notice)] == ["Use XOR"]
    qtbot.mouseClick(buttons(notice)[0], Qt.MouseButton.LeftButton)
    assert chosen == ["xor"]


def test_a_screen_reader_gets_title_and_reason(notice: Notice) -> None:
    notice.show_broken("Stopped", "A number left its range.")
    assert notice.accessibleName() == "Stopped"
    assert notice.accessibleDescription() == "A number left its range."


@pytest.mark.parametrize("look", THEMES)
def test_its_words_follow_the_theme(look: str, notice: Notice, themes: ThemeHolder) -> None:
    notice.show_broken("Stopped", "Why")
    themes.set(name=look)
    colors = [label.palette().windowText().color() for label in notice.findChildren(QLabel)]
    assert colors == [themes.current.color("bad"), themes.current.color("soft")]
