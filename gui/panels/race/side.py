"""The side column: controls and the finish board on one page, what a race is set up with on the other.

In a small window the first page keeps few controls; the surface and the ways to choose rates move to the second.
The board reaches further to both sides than the controls, by the inset of its lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.language import say
from gui.panels.race import board as race_board
from gui.panels.race.controls import MOMENTA, RaceControls
from gui.panels.race.setup import Setup
from gui.widgets.board import Board
from gui.widgets.board_row import INSET
from gui.widgets.card import Card, Divider
from gui.widgets.scrolled import scrolled
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from gui.theme import ThemeHolder

RACE, SETUP = "race", "setup"


class Side(Card):
    """Owns controls, board and setup; the panel connects them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)
        self.controls = RaceControls(themes)
        self.board = Board(themes)
        self.board.set_headers("Finish board", race_board.NOTES["own"], race_board.HEADERS)
        self.board.set_sorted(0)
        self.setup = Setup(themes)
        self._divider = Divider(themes)
        self._compact = False
        self._tabs = TabRow(themes, ((RACE, "Race"), (SETUP, "Set up")), self)
        self._tabs.setAccessibleName(say("Controls"))
        self._race = QWidget()
        self._column = QVBoxLayout(self._race)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.controls, self._divider, self.board):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._tab_line = QHBoxLayout()
        self._tab_line.addWidget(self._tabs)
        self._areas = {RACE: scrolled(themes, self._race), SETUP: scrolled(themes, self.setup)}
        self.body.addLayout(self._tab_line)
        for area in self._areas.values():
            self.body.addWidget(area, 1)
        self._tabs.chosen.connect(self.show_page)
        self.show_page(RACE)
        themes.changed.connect(self._dress_column)
        self._dress_column()

    def show_page(self, key: str) -> None:
        """Turn to the race or to its setup."""
        self._tabs.set_current(key)
        for name, area in self._areas.items():
            area.setVisible(name == key)

    def cue(self, names: tuple[str, ...] | None) -> None:
        """Mark these controls, and turn to the page where the first of them stands; None: as without a lesson."""
        self.controls.cue(names)
        names = names or ()
        self.setup.cue(names)
        self._turn(names)

    def turn_to(self, names: frozenset[str]) -> None:
        """The page on which one of these controls stands; the race where there is none."""
        if not self._turn(names):
            self.show_page(RACE)

    def _turn(self, names: Collection[str]) -> bool:
        """Turn to the first page that has one of these; whether there is one."""
        for page, forms in ((RACE, self.controls.forms), (SETUP, self.setup.forms)):
            if any(key in form.keys or key in MOMENTA for form in forms for key in names):
                self.show_page(page)
                return True
        return False

    def regroup(self, keys: tuple[str, ...] | None, short_board: bool, board_alone: bool) -> None:
        """`keys`: the only controls shown; None is all. A short board has three rows.

        On a projector that is large there is no setup.
        """
        compact = short_board or board_alone
        if compact != self._compact:
            self._compact = compact
            self._dress_column()
        self._tabs.setVisible(keys is None or compact)
        if keys is not None and not compact:
            self.show_page(RACE)
        if compact:
            self.setup.take_in(self.controls.ground)
        else:
            self.setup.take_in(None)
            self.controls.take_ground_back()
        self.controls.setVisible(not board_alone)
        self._divider.setVisible(not board_alone)
        self.controls.keep(keys, keys is None)
        self.board.set_compact(short_board)
        self.fit_board()

    def fit_board(self) -> None:
        """The board is as high as its rows."""
        height = self.board.sizeHint().height()
        if self.board.minimumHeight() != height or self.board.maximumHeight() != height:
            self.board.setFixedHeight(height)

    def _dress_column(self) -> None:
        theme = self._themes.current
        self._column.setSpacing(round(theme.px(6)))
        pad, inset = theme.size("card_padding"), round(theme.px(INSET))
        high = theme.size("unit") * 2 if self._compact else pad
        self.body.setContentsMargins(pad - inset, high, pad - inset, high)
        self.body.setSpacing(theme.size("unit") * (1 if self._compact else 2))
        self._tab_line.setContentsMargins(inset, 0, inset, 0)
        for part in (self.controls, self._divider, self.setup):
            part.setContentsMargins(inset, 0, inset, 0)
        self.setFixedWidth(theme.size("controls"))
