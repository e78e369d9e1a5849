"""The side column: what acts at once on one page, what begins anew on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels.lab.arm_form import FIRST, FOLDED
from gui.panels.lab.controls import ArmControls
from gui.panels.lab.setup import Setup
from gui.widgets.card import Card
from gui.widgets.scrolled import scrolled
from gui.widgets.tab_row import TabRow
from gui.widgets.words import tell
from sim.phrases import word
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gui.theme import ThemeHolder

LIVE, ANEW = "live", "anew"
TITLES = ((LIVE, word("Act at once")), (ANEW, word("Start anew")))
INSET = 6.0
"""So far the ring of focus reaches beyond a control; the area that scrolls would cut it off."""


class Side(Card):
    """Owns both pages; the panel connects them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)
        self._compact = False
        self.controls, self.setup = ArmControls(themes), Setup(themes)
        self.tabs = TabRow(themes, TITLES, self)
        tell(self.tabs, "Controls", "Those that act at once, and those with which everything begins anew.")
        self._areas = {tab: scrolled(themes, part) for tab, part in ((LIVE, self.controls), (ANEW, self.setup))}
        self._head = QHBoxLayout()
        self._head.addWidget(self.tabs)
        self.body.addLayout(self._head)
        for area in self._areas.values():
            self.body.addWidget(area, 1)
        self.tabs.chosen.connect(self.show_page)
        self.show_page(LIVE)
        themes.changed.connect(self._dress_column)
        self._dress_column()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self.tabs.current

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self.tabs.set_current(key)
        for name, area in self._areas.items():
            area.setVisible(name == key)

    def lock(self, may: Callable[[str], bool], reason: str) -> None:
        """Lock what may not be used."""
        self.controls.lock(may, reason)
        self.setup.lock(may, reason)

    def cue(self, names: tuple[str, ...], turn: bool = True) -> None:
        """Mark these controls, given by whole keys; turn: to the page of the first, and scroll to it."""
        settings = tuple(name.partition(".")[2] for name in names if name.partition(".")[0] in KEYS)
        self.controls.cue(settings)
        self.setup.cue(names)
        if not turn:
            return
        self._turn(names)
        shown = next((key for key in (*FIRST, *FOLDED) if key in settings), None)
        if shown is not None:
            self._areas[LIVE].ensureWidgetVisible(self.controls.control(shown))

    def turn_to(self, names: Iterable[str]) -> None:
        """The page on which these controls stand; the first page where there is none."""
        if not self._turn(tuple(names)):
            self.show_page(LIVE)

    def _turn(self, names: tuple[str, ...]) -> bool:
        live = any(name.partition(".")[2] in (*FIRST, *FOLDED) for name in names)
        anew = any(name in form.keys for form in self.setup.forms for name in names)
        if live or anew:
            self.show_page(LIVE if live else ANEW)
        return live or anew

    def regroup(self, few: bool, compact: bool, wanted: tuple[str, ...] = ()) -> None:
        """few: only the sliders of the question; in a small window the tabs stay."""
        if few and not compact:
            self.show_page(LIVE)
        self.tabs.setVisible(compact or not few)
        self.controls.keep_few(few, wanted)
        self._compact = compact
        self._dress_column()

    def _dress_column(self) -> None:
        theme = self._themes.current
        side, inset = theme.size("card_padding"), round(theme.px(INSET))
        high = theme.size("unit") * 2 if self._compact else side
        self.body.setContentsMargins(side - inset, high, side - inset, high)
        self.body.setSpacing(theme.size("unit") * (1 if self._compact else 2))
        for page in (self.controls, self.setup):
            layout = page.layout()
            assert layout is not None
            layout.setContentsMargins(inset, 0, inset, 0)
        self._head.setContentsMargins(inset, 0, inset, 0)
        self.setFixedWidth(theme.size("controls"))
