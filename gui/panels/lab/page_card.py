"""The large card: tabs, and under them the page that is turned to, made when it is first; and the card beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from gui.panels.lab.pages import PAGES, Hands, LabPage
from gui.widgets.card import Caption, Card
from gui.widgets.choice import ListBox
from gui.widgets.shapes import text_width
from gui.widgets.tab_row import TabRow
from gui.widgets.words import tell

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

FIRST = "lens"
CLOSEST = 9.0


class BesideCard(Card):
    """What a page measures, under its own heading."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self._title = Caption(themes, "", parent=self)
        self._stack = QStackedWidget(self)
        self.body.addWidget(self._title)
        self.body.addWidget(self._stack, 1)

    def show_page(self, page: LabPage) -> None:
        """What stands beside this page."""
        part = page.beside
        if part is None:
            return
        if self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        self._title.setText(page.beside_title)
        self._title.setVisible(bool(page.beside_title))


class PageCard(Card):
    """`turned` carries the key of the page that is shown."""

    turned = Signal(str)

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self._hands = hands
        self._pages: dict[str, LabPage] = {}
        self._key = ""
        titles = tuple((entry.key, entry.title) for entry in PAGES.values())
        self.tabs = TabRow(themes, titles, self)
        self.list = ListBox(themes, tuple(title for _, title in titles), self)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self.tabs, self.list):
            tell(part, "Pages of the lab", "Which picture of the networks is large.")
        self._stack = QStackedWidget(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.tabs, 1)
        self._head.addWidget(self.list)
        self._head.addStretch(0)
        self.body.addLayout(self._head)
        self.body.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.turn_to)
        self.list.chosen.connect(lambda index: self.turn_to(tuple(PAGES)[index]))
        self._made = True
        self._dress()

    @property
    def key(self) -> str:
        """The page that is shown; "" before the first is."""
        return self._key

    @property
    def page(self) -> LabPage:
        """The page that is shown."""
        return self.page_of(self._key or FIRST)

    @property
    def pages(self) -> tuple[LabPage, ...]:
        """Those that were made."""
        return tuple(self._pages.values())

    def page_of(self, key: str) -> LabPage:
        """A page, made now where it is not there yet."""
        if key not in self._pages:
            page = PAGES[key].load()(self._themes, self._hands, self)
            self._pages[key] = page
            self._stack.addWidget(page)
            if page.corner is not None:
                self._head.addWidget(page.corner)
                page.corner.hide()
        return self._pages[key]

    def turn_to(self, key: str) -> None:
        """Show a page."""
        if key != self._key:
            page = self.page_of(key)
            self._key = key
            self.tabs.set_current(key)
            self.list.set_index(tuple(PAGES).index(key))
            self._stack.setCurrentWidget(page)
            for other in self._pages.values():
                if other.corner is not None:
                    other.corner.setVisible(other is page)
            self.turned.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs where they fit, else a list."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self._themes.current
        words = sum(text_width(entry.title, theme.font("small")) for entry in PAGES.values())
        room = self.width() - 2 * theme.size("card_padding")
        fits = words + theme.px(CLOSEST) * (len(PAGES) - 1) <= room and not theme.presentation
        self.tabs.setVisible(fits)
        self.list.setVisible(not fits)

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(10)), pad, round(theme.px(12)))
            self.body.setSpacing(round(theme.px(6)))
            self._fit()
