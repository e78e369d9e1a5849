"""The side column: the rule that fired on one page, what a run is set up with on the other."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.panels.backprop.rule_page import RulePage
from gui.panels.backprop.setup import LIVE, Setup
from gui.widgets.card import Card
from gui.widgets.scrolled import keep_room_for_bar, scrolled
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from gui.controls import Form
    from gui.theme import ThemeHolder

RULE, SETUP = "rule", "setup"


class Side(Card):
    """Owns both pages; the panel connects them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)
        self._compact = self._wide = False
        self.rule, self.setup = RulePage(themes, LIVE), Setup(themes)
        self._tabs = TabRow(themes, ((RULE, "Rule"), (SETUP, "Set up")), self)
        self._tabs.setAccessibleName(say("Controls"))
        self._areas = {RULE: scrolled(themes, self.rule), SETUP: scrolled(themes, self.setup)}
        self.body.addWidget(self._tabs)
        for area in self._areas.values():
            keep_room_for_bar(area)
            self.body.addWidget(area, 1)
        self._tabs.chosen.connect(self.show_page)
        self.show_page(RULE)
        themes.changed.connect(self._dress_column)
        self._dress_column()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._tabs.current

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms whose controls are settings."""
        return (self.rule.form, *self.setup.forms)

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self._tabs.set_current(key)
        for name, area in self._areas.items():
            area.setVisible(name == key)

    def cue(self, names: tuple[str, ...]) -> None:
        """Mark these controls, and turn to the page where the first of them stands."""
        for form in self.forms:
            form.cue(next((key for key in form.keys if key in names), None))
        self._turn(names)
        for form in self.forms:
            for key in form.keys:
                if key in names:
                    self.reveal(form.control(key))

    def reveal(self, part: QWidget) -> None:
        """Scroll its page to a part, once it has its place."""
        area = next((area for area in self._areas.values() if area.isAncestorOf(part)), None)
        if area is not None:
            QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part))

    def turn_to(self, names: Collection[str]) -> None:
        """The page on which one of these controls stands; the rule where there is none."""
        if not self._turn(names):
            self.show_page(RULE)

    def _turn(self, names: Collection[str]) -> bool:
        for page, forms in ((RULE, (self.rule.form,)), (SETUP, self.setup.forms)):
            if any(key in form.keys for form in forms for key in names):
                self.show_page(page)
                return True
        return False

    def regroup(self, presented: bool, compact: bool, alone: bool) -> None:
        """On a projector there is no setup; in a small window a page has the whole place."""
        if presented and not compact:
            self.show_page(RULE)
        self._compact, self._wide = compact, alone
        self._tabs.setVisible(not presented and not alone)
        self.rule.set_presentation(presented and not compact)
        self._dress_column()

    def _dress_column(self) -> None:
        theme = self._themes.current
        pad = theme.size("card_padding")
        high = theme.size("unit") * 2 if self._compact else pad
        bar = self._areas[RULE].verticalScrollBar().sizeHint().width()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (pad - bar, pad) if mirrored else (pad, pad - bar)
        self.body.setContentsMargins(left, high, right, high)
        self.body.setSpacing(theme.size("unit") * (1 if self._compact else 2))
        if self._wide:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        else:
            self.setFixedWidth(theme.size("controls") + round(theme.px(8)))
