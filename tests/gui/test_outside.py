"""Links out of the program: shown in full, opened by one click only, and only where they are addresses."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.outside import OutsideSheet, address_of, follow_outside
from gui.routes import Routes
from gui.theme import ThemeHolder
from gui.widgets.words import Label

PAPER = "https://arxiv.org/abs/1412.6980?a=1&b=%2Fx#sec"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


def sheet_of(window: QWidget) -> OutsideSheet:
    found = window.findChild(OutsideSheet)
    assert found is not None
    return found


def test_the_whole_address_is_shown_and_nothing_is_opened(
    window: QWidget, themes: ThemeHolder, opened: list[str]
) -> None:
    assert follow_outside(themes, window, PAPER)
    sheet = sheet_of(window)
    assert sheet.isVisible()
    assert PAPER in [label.text().replace("\u200b", "") for label in sheet.findChildren(Label)]
    assert opened == []


def test_the_click_opens_it_once(window: QWidget, themes: ThemeHolder, opened: list[str], qtbot: QtBot) -> None:
    follow_outside(themes, window, PAPER)
    qtbot.mouseClick(sheet_of(window).open, Qt.MouseButton.LeftButton)
    assert opened == [PAPER]
    assert not sheet_of(window).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_that_is_still_held_opens_nothing(
    window: QWidget, themes: ThemeHolder, opened: list[str], qtbot: QtBot, key: Qt.Key
) -> None:
    follow_outside(themes, window, PAPER)
    qtbot.keyClick(window.focusWidget(), key)
    assert opened == []


def test_the_address_can_be_taken_along(window: QWidget, themes: ThemeHolder, opened: list[str], qtbot: QtBot) -> None:
    follow_outside(themes, window, PAPER)
    qtbot.mouseClick(sheet_of(window).copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == PAPER
    assert opened == []


def test_one_sheet_serves_all_links(window: QWidget, themes: ThemeHolder, opened: list[str]) -> None:
    follow_outside(themes, window, PAPER)
    follow_outside(themes, window, "mailto:a@example.org")
    assert len(window.findChildren(OutsideSheet)) == 1
    assert sheet_of(window).address == "mailto:a@example.org"


def test_a_host_of_foreign_letters_is_shown_as_what_it_is(window: QWidget, themes: ThemeHolder) -> None:
    follow_outside(themes, window, "https://\u0430rxiv.org/")  # a Cyrillic a
    assert "xn--" in sheet_of(window).address


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://host/x",
        "https:",
        "https://",
        "http:///path",
        "//host/x",
        "arxiv.org",
        "",
        "https://arxiv.org@evil.example/x",
        "https://user:word@host/x",
        "mailto:",
        "mailto:nobody",
        "https://host/" + "x" * 3000,
        "https://ho st/",
        "glossary:loss",
        "smb://host/share",
    ],
)
def test_what_is_no_address_is_not_even_asked_about(window: QWidget, themes: ThemeHolder, target: str) -> None:
    assert address_of(target) is None
    assert not follow_outside(themes, window, target)
    assert window.findChild(OutsideSheet) is None


@pytest.mark.parametrize("size", [(640, 400), (1280, 800)])
def test_a_long_address_is_cut_nowhere(window: QWidget, themes: ThemeHolder, size: tuple[int, int]) -> None:
    window.resize(*size)
    follow_outside(themes, window, "https://example.org/" + "long/" * 60)
    sheet = sheet_of(window)
    for label in sheet.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    assert sheet.rect().contains(sheet.card.geometry())
    assert sheet.card.rect().contains(sheet.leave.geometry())


def test_the_address_is_a_url_of_qt() -> None:
    assert address_of(PAPER) == QUrl(PAPER)


class Host(QWidget):
    """What `Routes` needs of a window."""

    def __init__(self, themes: ThemeHolder) -> None:
        super().__init__()
        self.themes = themes
        self.stack = QStackedWidget(self)
        self.panel = None
        self.said: list[str] = []
        self.message = SimpleNamespace(say=self.said.append)


def test_a_link_in_a_text_is_asked_about_and_a_foul_one_is_said(
    qtbot: QtBot, themes: ThemeHolder, opened: list[str]
) -> None:
    host = Host(themes)
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    routes = Routes(host)  # type: ignore[arg-type]
    routes.follow(PAPER)
    assert sheet_of(host).isVisible()
    sheet_of(host).close_sheet()
    routes.follow("https://arxiv.org@evil.example/")
    assert not sheet_of(host).isVisible()
    assert len(host.said) == 1
    assert opened == []
