"""The card of pages beside the small picture: the loss, one step in slow motion, the momentum, two sums, the law.

Each page is one widget that shows plain values. A page that says nothing about the present surface is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.widgets.curve_plot import CurvePlot
from gui.widgets.law_card import LawCard
from gui.widgets.rulers_card import RulersCard
from gui.widgets.schedule_editor import ScheduleEditor
from gui.widgets.step_strip import StepStrip
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

LOSS, STEP, SCHEDULE, RULERS, LAW = "loss", "step", "schedule", "rulers", "law"
TITLES = {LOSS: "Loss", STEP: "One step", SCHEDULE: "Momentum", RULERS: "Two sums", LAW: "Escape law"}


class Pages(QWidget):
    """`turned` carries the key of the page that is shown."""

    turned = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.plot = CurvePlot(themes)
        self.strip = StepStrip(themes)
        self.schedule = ScheduleEditor(themes)
        self.rulers = RulersCard(themes)
        self.law = LawCard(themes)
        self._pages: dict[str, QWidget] = {
            LOSS: self.plot,
            STEP: self.strip,
            SCHEDULE: self.schedule,
            RULERS: self.rulers,
            LAW: self.law,
        }
        self._tabs = TabRow(themes, tuple(TITLES.items()), self)
        self._tabs.chosen.connect(self.turn_to)
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._stack, 1)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return next(key for key, page in self._pages.items() if page is self._stack.currentWidget())

    def turn_to(self, key: str) -> None:
        """Show a page."""
        self._tabs.set_current(key)
        if self._stack.currentWidget() is not self._pages[key]:
            self._stack.setCurrentWidget(self._pages[key])
            self.turned.emit(key)

    def set_law_shown(self, shown: bool) -> None:
        """The page of the law exists only where there is a saddle to leave."""
        self._tabs.set_shown(LAW, shown)
        if not shown and self.page == LAW:
            self.turn_to(LOSS)

    def set_tabs_shown(self, shown: bool) -> None:
        """Without tabs the page stands alone, for a small window."""
        self._tabs.setVisible(shown)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))
