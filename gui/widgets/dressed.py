"""Style sheets for the few things that Qt paints itself: scroll bars and menus, one by one.

A sheet of the whole application would dress them with one call, but it touches every widget: with 700 of them a change
of theme took 180 ms instead of 38. So each bar and menu has its own, written anew when the theme changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from gui.style_sheet import bar_sheet, menu_sheet

if TYPE_CHECKING:
    from gui.theme import Theme, ThemeHolder


class _Dress(QObject):
    """Keeps one widget in the current theme; it ends with it."""

    def __init__(self, themes: ThemeHolder, widget: QWidget, sheet: Callable[[Theme], str]) -> None:
        super().__init__(widget)
        self._themes, self._widget, self._sheet = themes, widget, sheet
        themes.changed.connect(self._put_on)
        self._put_on()

    def _put_on(self) -> None:
        self._widget.setStyleSheet(self._sheet(self._themes.current))


def dress_bars(themes: ThemeHolder, area: QAbstractScrollArea) -> None:
    """Thin scroll bars without arrows."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        _Dress(themes, bar, bar_sheet)


def dressed_menu(themes: ThemeHolder, parent: QWidget) -> QMenu:
    """A menu in the colours of the theme."""
    menu = QMenu(parent)
    _Dress(themes, menu, menu_sheet)
    return menu
