"""A seeded monkey: random clicks, keys, drags, wheels, sizes and looks on the whole window, for --fuzz and the tests.

The same seed on the same window makes the same events. While it plays, closing and quitting are ignored, nothing is
handed to the system's browser, and popups and dialogs are closed now and then, so that it never hangs in one. A dialog
that asks for a file is closed at once: the monkey writes nothing. Any exception and any Qt warning is a failure; the
last fifty events are printed then. Driven by a timer of its own: the event loop stays the application's.
"""

from __future__ import annotations

import importlib
import math
import random
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui.hooks import HARMLESS
from gui.theme import THEMES, ThemeHolder

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

LAST = 50
BEAT = 10  # milliseconds between two beats of the heart
SCHEMES = ("http", "https", "mailto", "file")
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_N,
    Qt.Key.Key_R, Qt.Key.Key_T, Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_Minus,
    Qt.Key.Key_Plus, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_K, Qt.Key.Key_Q, Qt.Key.Key_Question,
)  # fmt: skip
NONE = Qt.KeyboardModifier.NoModifier
MODIFIERS = (
    NONE, NONE, NONE, NONE, NONE, NONE,
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton
BUTTONS = (LEFT, LEFT, LEFT, LEFT, LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
WINDOW_DEEDS = (("size", 7), ("theme", 2), ("presentation", 1))
MEGABYTE = 1 << 20
SHARES = (("click", 45), ("key", 28), ("drag", 10), ("double", 7), ("wheel", 7), ("window", 3))


class Monkey(QObject):
    """Plays on `window` for `seconds`, or for `events` events. `finished` comes once; no `failures`: all went well."""

    finished = Signal()

    def __init__(self, window: QWidget, seed: int, seconds: float = 0.0, events: int = 0) -> None:
        super().__init__(window)
        self.window = window
        self.seed = seed
        self.seconds, self.events = seconds, events
        self.count = 0
        self.kinds: Counter[str] = Counter()
        self.failures: list[str] = []
        self.gaps: list[float] = []
        self.memory: tuple[float, float] = (math.nan, math.nan)
        self._random = random.Random(seed)
        self._last: deque[str] = deque(maxlen=LAST)
        self._play = self._timer(0, self._next)
        self._heart = self._timer(BEAT, self._beat)
        self._closer = self._timer(40, self._close_popups)
        self._began = self._beaten = 0.0
        self._restore: list[Callable[[], object]] = []

    def _timer(self, interval: int, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(deed)
        return timer

    # start and end

    def start(self) -> None:
        """Take the hooks and begin."""
        application = QApplication.instance()
        assert application is not None
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "ignore_link")  # type: ignore[arg-type]  # takes no bytes
        application.installEventFilter(self)
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        previous_hook, previous_handler = sys.excepthook, qInstallMessageHandler(self._qt_said)
        sys.excepthook = self._raised
        self._restore = [
            lambda: setattr(sys, "excepthook", previous_hook),
            lambda: qInstallMessageHandler(previous_handler),
            lambda: application.removeEventFilter(self),
        ]
        self.memory = (megabytes(), math.nan)
        self._began = self._beaten = time.perf_counter()
        for timer in (self._heart, self._closer, self._play):
            timer.start()

    def stop(self) -> None:
        """Give the hooks back."""
        for timer in (self._play, self._closer, self._heart):
            timer.stop()
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        for restore in self._restore:
            restore()
        self._restore = []
        self.memory = (self.memory[0], megabytes())
        self.finished.emit()

    @Slot(QUrl)
    def ignore_link(self, url: QUrl) -> None:
        """A link that the window wanted to hand to the system."""
        self._last.append(f"link {url.toString()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Neither the window closes nor the application quits while the monkey plays."""
        if event.type() == QEvent.Type.Quit:
            return True
        if event.type() == QEvent.Type.Close and watched is self.window:
            event.ignore()
            return True
        return False

    # failures

    def _raised(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        where = ""
        while trace is not None:
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
            trace = trace.tb_next
        self.failures.append(f"{kind.__name__}: {error} ({where})")

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(HARMLESS):
            self.failures.append(f"Qt: {text}")

    # events

    def _next(self) -> None:
        over = time.perf_counter() - self._began >= self.seconds if self.seconds else self.count >= self.events
        if over or self.failures:
            self.stop()
            return
        self.step()

    def step(self) -> None:
        """One random event."""
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QFileDialog) and top.isVisible():
                top.reject()
        kind = self._random.choices([name for name, _ in SHARES], [share for _, share in SHARES])[0]
        target = self._target()
        point = QPoint(self._random.randrange(max(1, target.width())), self._random.randrange(max(1, target.height())))
        self.count += 1
        self.kinds[kind] += 1
        self._last.append(f"{kind} {type(target).__name__} {target.accessibleName()!r} {point.x()},{point.y()}")
        getattr(self, f"_{kind}")(target, point)

    def _target(self) -> QWidget:
        """A visible, enabled widget of the popup, the dialog or the window that is on top."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        widgets = [child for child in top.findChildren(QWidget) if child.isVisible() and child.isEnabled()]
        return self._random.choice(widgets or [top])

    def _click(self, target: QWidget, point: QPoint) -> None:
        QTest.mouseClick(target, self._random.choice(BUTTONS), self._random.choice(MODIFIERS), point)

    def _double(self, target: QWidget, point: QPoint) -> None:
        QTest.mouseDClick(target, LEFT, NONE, point)

    def _drag(self, target: QWidget, point: QPoint) -> None:
        QTest.mousePress(target, LEFT, NONE, point)
        for _ in range(3):
            reach = (-40, max(1, target.width()) + 40), (-40, max(1, target.height()) + 40)
            QTest.mouseMove(target, QPoint(self._random.randint(*reach[0]), self._random.randint(*reach[1])))
        QTest.mouseRelease(target, LEFT, NONE, point)

    def _key(self, target: QWidget, point: QPoint) -> None:
        focused = QApplication.focusWidget()
        receiver = focused if focused is not None and self._random.random() < 0.7 else target
        QTest.keyClick(receiver, self._random.choice(KEYS), self._random.choice(MODIFIERS))

    def _wheel(self, target: QWidget, point: QPoint) -> None:
        turn = QPoint(0, self._random.choice((-120, 120)))
        place = QPointF(target.mapToGlobal(point))
        event = QWheelEvent(
            QPointF(point), place, QPoint(), turn, Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(target, event)

    def _window(self, target: QWidget, point: QPoint) -> None:
        """Another size, or, where the window has themes, another look."""
        deed = self._random.choices([name for name, _ in WINDOW_DEEDS], [share for _, share in WINDOW_DEEDS])[0]
        themes = getattr(self.window, "themes", None)
        if deed == "theme" and isinstance(themes, ThemeHolder):
            themes.set(name=self._random.choice(THEMES))
        elif deed == "presentation" and isinstance(themes, ThemeHolder):
            themes.set(presentation=not themes.current.presentation)
        else:
            self.window.resize(self._random.randrange(400, 1700), self._random.randrange(300, 1000))

    # watching

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._beaten)
        self._beaten = now

    def _close_popups(self) -> None:
        if self._random.random() < 0.5:
            return
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None and popup is not self.window:
            popup.close()

    def report(self) -> str:
        """Seed, counts, the longest gaps of the event loop, the memory, and what went wrong."""
        gaps = sorted(self.gaps) or [0.0]
        high = gaps[min(len(gaps) - 1, int(len(gaps) * 0.999))] * 1000
        kinds = ", ".join(f"{self.kinds[name]} {name}" for name, _ in SHARES)
        lines = [
            f"seed {self.seed}: {self.count} events ({kinds})",
            f"gaps of the event loop: p99.9 {high:.0f} ms, longest {gaps[-1] * 1000:.0f} ms",
            f"memory: {self.memory[0]:.0f} MB before, {self.memory[1]:.0f} MB after",
        ]
        if self.failures:
            lines += ["failed:", *self.failures, "last events:", *self._last]
        return "\n".join(lines)


def megabytes() -> float:
    """The memory that this process holds; without psutil the most it ever held; nan where the system tells neither."""
    try:
        return float(importlib.import_module("psutil").Process().memory_info().rss) / MEGABYTE
    except ImportError:
        return most_megabytes()


def most_megabytes() -> float:
    """The most memory that this process ever held, where the system knows."""
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return math.nan
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / MEGABYTE if sys.platform == "darwin" else peak / 1024
