"""The first tour: three callouts in the window, on home. It comes by itself once, and again when it is asked for.

    start_tour(window)                        from the search of actions
    if wants_tour(arguments, settings): ...   at the start of the program

A step whose thing is not on the screen (in a small window) is left out. That the tour was seen or skipped is remembered
in the settings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.answer import Answering
from gui.widgets.callout import Callout

if TYPE_CHECKING:
    from gui.arguments import Arguments
    from gui.settings import Settings
    from gui.window import Window

HOME = "home"
SETTLE = 350  # milliseconds until the first frame has given everything its place


@dataclass(frozen=True)
class TourStep:
    """What is said of a widget; `target` finds it when its turn comes, None where there is none."""

    title: str
    words: str
    target: Callable[[], QWidget | None]


class Tour(QObject):
    """Goes through the steps. `finished` once it is over, seen or skipped."""

    finished = Signal()

    def __init__(self, host: QWidget, callout: Callout, steps: tuple[TourStep, ...]) -> None:
        super().__init__(host)
        self._callout = callout
        self._all = steps
        self._steps: list[tuple[TourStep, QWidget]] = []
        self._at = -1
        self._before: QWidget | None = None
        self._host = host
        callout.next_asked.connect(self.go_on)
        callout.skipped.connect(self.end)

    @property
    def callout(self) -> Callout:
        """The card."""
        return self._callout

    @property
    def is_on(self) -> bool:
        """Whether it is being given."""
        return self._at >= 0

    def begin(self) -> None:
        """From the first step."""
        found = ((step, step.target()) for step in self._all)
        self._steps = [(step, widget) for step, widget in found if widget is not None and widget.isVisible()]
        if self._at < 0:
            self._before = self._host.focusWidget()
        self._at = 0
        self._show()

    def go_on(self) -> None:
        """The next step, or the end."""
        if self.is_on:
            self._at += 1
            self._show()

    def _show(self) -> None:
        if self._at >= len(self._steps):
            self.end()
            return
        step, widget = self._steps[self._at]
        self._callout.point_at(widget, step.title, step.words, self._at + 1, len(self._steps))

    def follow(self, event: QEvent) -> bool:
        """What is explained has moved; the event goes its way."""
        self._callout.place()
        return False

    def look(self) -> None:
        """Another panel: what is explained may be gone, and then the tour is over."""
        target = self._callout.target
        if target is not None and not target.isVisible():
            self.end()

    def end(self) -> None:
        """Away with it; the keyboard goes back to where it was."""
        if self._at < 0:
            return
        self._at = -1
        self._callout.close_card()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.finished.emit()


def steps_of(window: Window) -> tuple[TourStep, ...]:
    """The three steps in a window."""

    def part(name: str) -> Callable[[], QWidget | None]:
        return lambda: getattr(window.panel, name, None) if is_home(window) else None

    return (
        TourStep(
            "Take the line by its violet handle",
            "What is violet is yours to move. The points can be dragged as well; everything follows at once.",
            lambda: getattr(getattr(window.panel, "hero", None), "map", None) if is_home(window) else None,
        ),
        TourStep(
            "Your path",
            "Lessons that ask before they tell. Begin at the violet one; any of them can be left at any time.",
            part("path"),
        ),
        TourStep(
            "Time is a control",
            "Play, step back, drag along the bar. The same bar is on every panel; Ctrl+K finds everything else.",
            lambda: window.transport,
        ),
    )


def is_home(window: Window) -> bool:
    """Whether home is on the screen."""
    return window.panel is not None and window.panel.key == HOME


def start_tour(window: Window) -> Tour:
    """Go home and give the tour, once the panel stands."""
    tour = window.findChild(Tour)
    if tour is None:
        tour = Tour(window, Callout(window.themes, window), steps_of(window))
        tour.finished.connect(lambda: window.settings.set(toured=True))
        window.stack.currentChanged.connect(lambda _: tour.look())
        Answering(window.stack, (QEvent.Type.Resize,), tour.follow)
    window.open_panel(HOME)
    QTimer.singleShot(SETTLE, tour, tour.begin)
    return tour


def wants_tour(arguments: Arguments, settings: Settings) -> bool:
    """Whether the tour comes by itself: at the very first start, at home, before people."""
    first = not settings.values.toured and settings.folder is not None
    return first and not arguments.offscreen and not arguments.presentation and arguments.panel in (None, HOME)
