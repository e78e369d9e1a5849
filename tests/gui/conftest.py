"""Windows in memory. A test fails on a Qt warning, on a window or a timer left behind, and on opening a browser."""

import gc
import os
import weakref
from collections.abc import Callable, Iterator
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer, isValid

from gui.hooks import HARMLESS
from gui.theme import ThemeHolder

SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}

_started_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
_start_timer: Callable[..., None] = QTimer.start


def _start_and_remember(timer: QTimer, *arguments: Any) -> None:
    _started_timers.add(timer)
    _start_timer(timer, *arguments)


@pytest.fixture(scope="session", autouse=True)
def _collected_by_hand() -> Iterator[None]:
    """No collection inside a test: one of widgets that earlier tests left in cycles has crashed the process."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _timers_are_remembered() -> Iterator[None]:
    QTimer.start = _start_and_remember  # type: ignore[method-assign,assignment]
    yield
    QTimer.start = _start_timer  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(url: Any) -> bool:
        raise AssertionError(f"a test opened {url} in the system's browser")

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)


@pytest.fixture(autouse=True)
def qt_messages(qapp: QApplication) -> Iterator[list[str]]:
    """The warnings of Qt during this test. A test that provokes one takes this list and clears it."""
    messages: list[str] = []

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in SERIOUS and not text.startswith(HARMLESS):
            messages.append(text)

    previous = qInstallMessageHandler(handle)
    yield messages
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qInstallMessageHandler(previous)
    assert not messages, f"Qt warned: {messages}"


@pytest.fixture(autouse=True)
def _nothing_left_on_screen(qt_messages: list[str]) -> Iterator[None]:
    before = {_address(widget) for widget in _windows()}
    _started_timers.clear()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _left_windows(before) or _left_timers():
        gc.unfreeze()  # the engine freezes what a compiler leaves, and with it what a window had at that time
        gc.collect()  # slow, so only where something may be held by a cycle
    windows, timers = _left_windows(before), _left_timers()
    _started_timers.clear()
    assert not windows, f"the test left windows behind: {windows}"
    assert not timers, f"the test left timers without a parent running: {timers}"


def _windows() -> list[QWidget]:
    """Windows that belong to nobody; the list of a combo box or a menu of a button goes with its owner."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


def _left_windows(before: set[int]) -> list[str]:
    return [repr(widget) for widget in _windows() if _address(widget) not in before and not _is_tooltip(widget)]


def _is_tooltip(widget: QWidget) -> bool:
    """Qt keeps one label for tooltips and hides it when it likes."""
    return widget.metaObject().className() == "QTipLabel"


def _left_timers() -> list[str]:
    alive = [timer for timer in _started_timers if isValid(timer) and timer.isActive()]
    return [repr(timer) for timer in alive if timer.parent() is None]


def _address(widget: QWidget) -> int:
    return int(getCppPointer(widget)[0])


@pytest.fixture
def themes(qapp: QApplication) -> ThemeHolder:
    """The light theme, as every widget takes it."""
    return ThemeHolder()
