"""A seeded monkey plays on the whole window: no exception, no warning of Qt, and the event loop keeps its pace."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer, QUrl, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.arguments import Arguments
from gui.monkey import Monkey, megabytes, most_megabytes
from gui.settings import Settings
from gui.theme import THEMES, ThemeHolder
from gui.window import Window
from sim.engine import Engine
from sim.simulations import SIMULATIONS
from tests.quality import record

BEGINNINGS = (
    Arguments(panel="home"),
    Arguments(panel="depth"),
    Arguments(panel="lab"),
    Arguments(panel="skier"),
    Arguments(panel="timeline"),
    Arguments(panel="backprop"),
    Arguments(panel="lessons"),
    Arguments(panel="help"),
    Arguments(lesson=("perceptron", 3)),
    Arguments(lesson=("momentum", 2)),
    Arguments(lesson=("history-1", 1)),
)
"""Pages and lessons that the monkey is set down in."""

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def opened(qtbot: QtBot, themes: ThemeHolder) -> Iterator[Callable[[Arguments], Window]]:
    """Opens a window with an engine. A kernel that is being compiled is waited for at the end."""
    windows: list[tuple[Window, Engine]] = []

    def open_window(arguments: Arguments) -> Window:
        window, engine = Window(themes, Settings(None), arguments), Engine(SIMULATIONS)
        windows.append((window, engine))
        window.resize(1280, 800)
        window.show()
        window.begin(engine)
        page = window.panel is not None and not window.panel.entry.simulation
        seen = lambda: page or (window.frame is not None and window.frame.snapshot is not None)  # noqa: E731
        qtbot.waitUntil(seen, timeout=120_000)
        return window

    yield open_window
    for window, engine in windows:
        window.close()
        window.deleteLater()
        assert engine.stop(60.0)
    themes.set(name="light", presentation=False)


@pytest.fixture
def window(opened: Callable[[Arguments], Window]) -> Window:
    return opened(Arguments())


def play(qtbot: QtBot, window: QWidget, seed: int, events: int) -> Monkey:
    monkey = Monkey(window, seed, events=events)
    with qtbot.waitSignal(monkey.finished, timeout=600_000):
        monkey.start()
    return monkey


@pytest.mark.parametrize("arguments", BEGINNINGS, ids=lambda arguments: arguments.panel or arguments.lesson[0])
def test_a_thousand_events_leave_pages_and_lessons_unharmed(
    qtbot: QtBot, opened: Callable[[Arguments], Window], arguments: Arguments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    window = opened(arguments)
    monkey = play(qtbot, window, seed=11, events=1000 // len(BEGINNINGS) + 1)
    assert not monkey.failures, monkey.report()
    assert window.isVisible(), "it cannot close what it plays on"


@pytest.mark.long
@pytest.mark.parametrize("number", range(len(BEGINNINGS)))
def test_ten_thousand_events_leave_lessons_unharmed(
    qtbot: QtBot, opened: Callable[[Arguments], Window], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    monkey = play(qtbot, opened(BEGINNINGS[number]), seed=20 + number, events=10_000 // len(BEGINNINGS))
    assert not monkey.failures, monkey.report()


@pytest.mark.long
def test_ten_thousand_events_leave_the_window_unharmed(qtbot: QtBot, window: Window) -> None:
    monkey = play(qtbot, window, seed=7, events=10_000)
    gaps = sorted(monkey.gaps)
    figures = {
        "events": monkey.count,
        "exceptions and Qt warnings": len(monkey.failures),
        "gaps of the event loop, 99.9 % below, ms": 1000 * gaps[int(0.999 * len(gaps))],
        "longest gap, ms": 1000 * gaps[-1],
        "memory gained, MB": monkey.memory[1] - monkey.memory[0],
    }
    record("monkey", "Random events on the whole window", figures, seed=monkey.seed)
    assert not monkey.failures, monkey.report()


class Mined(QWidget):
    """Goes off at the first press."""

    deed = "raise"

    def mousePressEvent(self, event: object) -> None:
        if self.deed == "raise":
            raise ValueError("a mine")
        if self.deed == "warn":
            qWarning("a mine of Qt")
        QDesktopServices.openUrl(QUrl("http://example.org/mine"))


@pytest.mark.parametrize("deed,said", [("raise", "a mine"), ("warn", "Qt: a mine of Qt")])
def test_a_fault_is_found_and_the_last_events_are_told(qtbot: QtBot, deed: str, said: str) -> None:
    mined = Mined()
    mined.deed = deed
    qtbot.addWidget(mined)
    mined.show()
    monkey = play(qtbot, mined, seed=3, events=500)
    assert monkey.count < 500
    assert any(said in failure for failure in monkey.failures)
    for part in ("seed 3", said, "last events:", "click Mined"):
        assert part in monkey.report()


def test_the_same_seed_makes_the_same_events(qtbot: QtBot) -> None:
    told = []
    for _ in range(2):
        plain = QWidget()
        qtbot.addWidget(plain)
        plain.resize(300, 200)
        plain.show()
        told.append([*play(qtbot, plain, seed=5, events=60)._last])
    assert told[0] == told[1]
    assert len(told[0]) == 50


def test_closing_is_ignored_while_it_plays_and_allowed_afterwards(qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    plain.show()
    monkey = Monkey(plain, 1, events=200)
    QTimer.singleShot(0, plain, lambda: plain.close())
    with qtbot.waitSignal(monkey.finished):
        monkey.start()
    assert plain.isVisible()
    assert plain.close()


class Saver(QWidget):
    """Opens a dialog that would write a file, at every press."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.asked = 0

    def mousePressEvent(self, event: object) -> None:
        self.asked += 1
        dialog = QFileDialog(self, "Save", str(self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("written.txt")
        dialog.fileSelected.connect(lambda file: Path(file).write_text("written"))
        dialog.open()


def test_it_never_saves_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    saver = Saver(tmp_path)
    qtbot.addWidget(saver)
    saver.show()
    monkey = play(qtbot, saver, seed=2, events=40)
    assert not monkey.failures, monkey.report()
    assert saver.asked > 5
    assert list(tmp_path.iterdir()) == []


class Themed(QWidget):
    """A window with themes, as far as the monkey knows windows."""

    def __init__(self, themes: ThemeHolder) -> None:
        super().__init__()
        self.themes = themes


def test_it_changes_size_and_look(qtbot: QtBot, themes: ThemeHolder) -> None:
    themed = Themed(themes)
    qtbot.addWidget(themed)
    themed.show()
    seen: set[tuple[str, bool]] = set()
    themes.changed.connect(lambda: seen.add((themes.current.name, themes.current.presentation)))
    before = themed.size()
    play(qtbot, themed, seed=4, events=1500)
    assert themed.size() != before
    assert {name for name, _ in seen} == set(THEMES)
    assert {presented for _, presented in seen} == {False, True}


def test_the_report_tells_the_memory_before_and_after(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    plain.show()
    held = iter((200.0, 217.4))
    monkeypatch.setattr("gui.monkey.megabytes", lambda: next(held))
    assert "memory: 200 MB before, 217 MB after" in play(qtbot, plain, seed=1, events=5).report()


def test_the_memory_is_known_with_and_without_psutil() -> None:
    kept = np.ones(8 << 20, np.uint8)
    assert 20 < megabytes() < 20_000
    if sys.platform != "win32":
        assert kept.nbytes / 2**20 < most_megabytes() < 20_000
