"""Where the views of the skier take turns: a row of their names, and the page of the one that is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.skier.pages import PAGES
from gui.widgets.flight_card import FlightCard
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from gui.panels.skier.page import Page
    from gui.theme import ThemeHolder

TITLES = tuple((key, page.TITLE) for key, page in PAGES.items())


class Stage(QWidget):
    """`asked` carries the view whose name was chosen; `page_made` a page that is there for the first time."""

    asked = Signal(str)
    page_made = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._compact = False
        self._pages: dict[str, Page] = {}
        self._view = TITLES[0][0]
        self.tabs = TabRow(themes, TITLES, self)
        self.failure = FlightCard(themes, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        self.tabs.chosen.connect(self.asked)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def view(self) -> str:
        """The view that is shown; a click marks its tab before anybody has turned there."""
        return self._view

    @property
    def page(self) -> Page:
        """Its page."""
        return self.page_of(self.view)

    def made(self) -> tuple[Page, ...]:
        """The pages that are there."""
        return tuple(self._pages.values())

    def page_of(self, view: str) -> Page:
        """A page, made when it is first asked for."""
        if view not in self._pages:
            page = PAGES[view](self._themes, self)
            page.hide()
            page.set_compact(self._compact)
            self._pages[view] = page
            self._column.addWidget(page, 1)
            self.page_made.emit(page)
        return self._pages[view]

    def turn_to(self, view: str) -> Page:
        """Show the page of a view."""
        self._view = view
        self.tabs.set_current(view)
        focused = self.window().focusWidget()
        for key, other in self._pages.items():
            if key != view:
                if focused is not None and other.isAncestorOf(focused):
                    focused.clearFocus()
                other.hide()
        page = self.page_of(view)
        page.show()
        self.place_floating()
        return page

    def set_compact(self, compact: bool) -> None:
        """In a small window the views are chosen in the header."""
        self._compact = compact
        self.tabs.setVisible(not compact)
        for page in self._pages.values():
            page.set_compact(compact)

    def place_floating(self) -> None:
        """Why a training failed is said in the middle."""
        box = QRect(QPoint(), self.failure.size_in(self.width()))
        self.failure.setGeometry(box.translated(self.rect().center() - box.center()))
        self.failure.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self.place_floating()

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))
