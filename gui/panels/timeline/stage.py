"""The stage of the timeline: the head, the canvas or a table of cards, and the card of an event that lies on them.

The card stands at the right and the canvas makes room for it, as nothing that happened may lie hidden; where both have
no room side by side, the card covers the stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gui.panels import PANELS
from gui.panels.timeline.head import Head
from gui.panels.timeline.showing import events
from gui.widgets.card import Card
from gui.widgets.event_card import SHADOW, EventCard
from gui.widgets.sorting_table import SortingTable
from gui.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.timeline import Event

LEAST_CANVAS = 400.0


class Stage(Card):
    """The widgets; what they do is the panel's business."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._themed = False
        super().__init__(themes, "stage", parent)
        self.head = Head(themes, self)
        self.view = TimelineView(themes, self)
        self.table = SortingTable(themes, self)
        self.card = EventCard(themes, events(), PANELS, {}, self)
        self._pictures = QWidget(self)
        self._turns = QStackedLayout(self._pictures)
        self._turns.addWidget(self.view)
        self._turns.addWidget(self.table)
        self._pictures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._pictures, 1)
        self.body.addLayout(self._column)
        self._compact = False
        self._themed = True
        self._dress()

    def set_lesson_titles(self, titles: Mapping[str, str]) -> None:
        """The lessons that there are, for the card."""
        self.card.set_lesson_titles(titles)

    def show_table(self, shown: bool) -> None:
        """The table of cards takes the place of the canvas."""
        self._turns.setCurrentWidget(self.table if shown else self.view)
        self.head.setVisible(not shown)

    @property
    def shows_table(self) -> bool:
        """Whether cards lie where the canvas was."""
        return self._turns.currentWidget() is self.table

    def show_event(self, event: Event) -> None:
        """Lay the card of an event on the stage."""
        self.card.show_event(event)
        self.fit()
        self.card.raise_()

    def close_card(self) -> None:
        """Take the card away."""
        self.card.hide()
        self.fit()

    def set_compact(self, compact: bool) -> None:
        """A small window: the card covers everything."""
        self._compact = compact
        self._dress()

    @property
    def covered(self) -> bool:
        """Whether the card leaves no room for the canvas."""
        beside = self.width() - self.card.sizeHint().width() >= self._themes.current.px(LEAST_CANVAS)
        return self.card.isVisibleTo(self) and (self._compact or not beside)

    def fit(self) -> None:
        """The canvas leaves the card its room."""
        theme = self._themes.current
        pad = round(theme.px(6 if self._compact else 14))
        right = pad  # where lines end: the left in languages that are read from there
        if self.card.isVisibleTo(self):
            wide = min(self.card.sizeHint().width(), self.width())
            if self.covered:
                rim = round(theme.px(SHADOW))
                self.card.setGeometry(self.rect().adjusted(-rim, -rim // 2, rim, rim))
            else:
                top = round(theme.px(2))
                left = 0 if self.isRightToLeft() else self.width() - wide
                self.card.setGeometry(left, top, wide, self.height() - 2 * top)
                right = wide + round(theme.px(4))
        ends = (right, pad) if self.isRightToLeft() else (pad, right)
        self.body.setContentsMargins(ends[0], round(theme.px(6 if self._compact else 11)), ends[1], round(theme.px(4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self.fit()

    def _dress(self) -> None:
        super()._dress()
        if self._themed:
            self._column.setSpacing(round(self._themes.current.px(4)))
            self.fit()
