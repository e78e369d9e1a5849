"""What every action of the window does, by the keys of `gui.shortcuts`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from gui.panels import PANELS
from gui.tour import start_tour

if TYPE_CHECKING:
    from gui.window import Window

LESSONS, OPEN_OWN = "lessons", "lessons:open"

Deed = Callable[[], Any]


def deeds_of(window: Window) -> dict[str, Deed]:
    """The deeds of a window that has been built."""
    return {
        "play": window.transport.toggle,
        "step": partial(window.clock.step, 1),
        "step_back": partial(window.clock.step, -1),
        "first": partial(window.clock.seek, 0),
        "last": window.clock.seek_last,
        "restart": window.clock.restart,
        "new_seed": window.clock.new_seed,
        "theme": window.next_theme,
        "presentation": window.toggle_presentation,
        "full_screen": window.toggle_full_screen,
        "tour": partial(start_tour, window),
        "lessons": partial(open_lessons, window),
        "explain": window.routes.explainer.explain,
        "quit": window.close,
        **{key: partial(window.open_sheet, key) for key in ("palette", "shortcuts", "settings")},
        **{f"panel:{key}": partial(window.open_panel, key) for key in PANELS},
    }


def open_lessons(window: Window) -> None:
    """The page of lessons, which asks for a file."""
    window.open_panel(LESSONS)
    if window.panel is not None:
        window.panel.open_place(OPEN_OWN)


def carry_out(deed: Deed, checked: bool = False) -> None:
    """`triggered` says whether the action is checked; no deed wants to know."""
    deed()
