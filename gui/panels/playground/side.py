"""The side column: what acts at once on one page, the data on the second, what the network is made of on the third."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.panels.playground.controls import PlaygroundControls
from gui.panels.playground.data_page import DataPage
from gui.panels.playground.setup import Setup
from gui.widgets.card import Card
from gui.widgets.scrolled import scrolled
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from gui.theme import ThemeHolder

LEARN, DATA, SETUP = "learn", "data", "setup"
TITLES = ((LEARN, "Learn"), (DATA, "Data"), (SETUP, "Set up"))


class Side(Card):
    """Owns the three pages; the panel connects them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)
        self._compact = False
        self.controls, self.data, self.setup = PlaygroundControls(themes), DataPage(themes), Setup(themes)
        self._tabs = TabRow(themes, TITLES, self)
        self._tabs.setAccessibleName(say("Controls"))
        parts = {LEARN: self.controls, DATA: self.data, SETUP: self.setup}
        self._areas = {tab: scrolled(themes, part) for tab, part in parts.items()}
        self.body.addWidget(self._tabs)
        for area in self._areas.values():
            self.body.addWidget(area, 1)
        self._tabs.chosen.connect(self.show_page)
        self.show_page(LEARN)
        themes.changed.connect(self._dress_column)
        self._dress_column()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._tabs.current

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self._tabs.set_current(key)
        for name, area in self._areas.items():
            area.setVisible(name == key)

    def cue(self, names: tuple[str, ...] | None) -> None:
        """Mark these controls, and turn to the page where the first of them stands; None: as without a lesson."""
        self.controls.cue(names)
        names = names or ()
        self.setup.cue(names)
        self.data.form.cue(next((key for key in self.data.form.keys if key in names), None))
        self._turn(names)

    def turn_to(self, names: frozenset[str]) -> None:
        """The page on which one of these controls stands; the first page where there is none, or where many are."""
        if not self._turn(names):
            self.show_page(LEARN)

    def _turn(self, names: Collection[str]) -> bool:
        """Turn to the first page that has one of these; whether there is one."""
        pages = {LEARN: (*self.controls.forms, self.controls.scale), SETUP: self.setup.forms, DATA: (self.data.form,)}
        for page, forms in pages.items():
            if any(key in form.keys for form in forms for key in names):
                self.show_page(page)
                return True
        return False

    def regroup(self, few: bool, compact: bool) -> None:
        """`few`: only the sliders of the question; in a small window the tabs stay."""
        if few and not compact:
            self.show_page(LEARN)
        self._tabs.setVisible(compact or not few)
        self.controls.keep_few(few)
        self._compact = compact
        self._dress_column()

    def _dress_column(self) -> None:
        theme = self._themes.current
        pad = theme.size("card_padding")
        high = theme.size("unit") * 2 if self._compact else pad
        self.body.setContentsMargins(pad, high, pad, high)
        self.body.setSpacing(theme.size("unit") * (1 if self._compact else 2))
        self.setFixedWidth(theme.size("controls"))
