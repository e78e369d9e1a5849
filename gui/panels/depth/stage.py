"""Where the three cards of depth stand: the layers large, below them the gate and the race.

Where there is no room for two side by side, gate and race take turns; in a low place, as below a lesson's strip, all
three do. In a small window the tabs of the header choose, on a projector the layers stand above the race.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.panels.depth.gate_card import GateCard
from gui.panels.depth.layers_card import BARS, BOTH, SUMS, LayersCard
from gui.panels.depth.race_card import RaceCard
from gui.widgets.flight_card import FlightCard
from gui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

LAYERS, GATE, RACE = "layers", "gate", "race"
TITLES = ((LAYERS, "Layers"), (GATE, "One gate"), (RACE, "Training"))
TABS = ("Layers", "Sums", "Gate", "Training")
UPPER, LOWER = 60, 40
GATE_SHARE, RACE_SHARE = 28, 72
NARROW_BELOW, LOW_BELOW, PRESENTED_LOW = 780, 520, 560


class Stage(QWidget):
    """Owns the cards; the panel fills and connects them. `turned` says which one was asked for."""

    turned = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._page = LAYERS
        self._alone: int | None = None
        self._lower_page = GATE
        self._by_topic = False
        self.layers, self.gate, self.race = LayersCard(themes, self), GateCard(themes, self), RaceCard(themes, self)
        self._cards: dict[str, QWidget] = {LAYERS: self.layers, GATE: self.gate, RACE: self.race}
        self.tabs, self.failure = TabRow(themes, TITLES, self), FlightCard(themes, self)
        self._lower = QHBoxLayout()
        self._lower.setContentsMargins(0, 0, 0, 0)
        self._lower.addWidget(self.gate, GATE_SHARE)
        self._lower.addWidget(self.race, RACE_SHARE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.layers, UPPER)
        self._column.addWidget(self.tabs)
        self._column.addLayout(self._lower, LOWER)
        self.tabs.chosen.connect(self.turn_to)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def page(self) -> str:
        """The card that stands in front where they take turns."""
        return self._page

    def turn_to(self, key: str) -> None:
        """Bring a card to the front."""
        if key != self._page:
            self._page = key
            self._lower_page = self._lower_page if key == LAYERS else key
            self._place()
            self.turned.emit(key)

    def set_topic(self, page: str | None) -> None:
        """A lesson is about this card: it stands alone, the race below its layers. None: no lesson."""
        self._by_topic = page is not None
        if page is None or page == self._page:
            self._place()
        else:
            self.turn_to(page)

    def set_alone(self, tab: int | None) -> None:
        """In a small window one picture stands alone, by the place of its tab; None: all that have room."""
        self._alone = tab
        self._place()

    def shown(self) -> tuple[str, ...]:
        """The cards that are seen now."""
        theme = self._themes.current
        if self._alone is not None:
            return ((LAYERS, LAYERS, GATE, RACE)[self._alone],)
        if theme.presentation:
            low = self.height() < theme.px(PRESENTED_LOW)
            return (self._page,) if low or self._page == GATE else (LAYERS, RACE)
        if self.height() < theme.px(LOW_BELOW):
            return (self._page,)
        if self._by_topic:
            return (LAYERS, RACE) if self._page == RACE else (self._page,)
        if self.width() < theme.px(NARROW_BELOW):
            return LAYERS, self._lower_page
        return LAYERS, GATE, RACE

    def _place(self) -> None:
        shown = self.shown()
        self._let_go_of_focus(shown)
        for key, card in self._cards.items():
            card.setVisible(key in shown)
        self.layers.show_only(BOTH if self._alone is None else SUMS if self._alone == 1 else BARS)
        turns = self._alone is None and len(shown) < len(self._cards)
        self.tabs.setVisible(turns)
        pair = len(shown) == 2 and not self._by_topic and not self._themes.current.presentation
        self.tabs.set_shown(LAYERS, not pair)
        if turns:
            self._column.removeWidget(self.tabs)
            self._column.insertWidget(1 if pair else 0, self.tabs)
            self.tabs.set_current(self._lower_page if pair else self._page)
        lower = any(key in shown for key in (GATE, RACE))
        self._column.setStretch(self._column.indexOf(self.layers), UPPER if LAYERS in shown else 0)
        self._column.setStretch(self._column.indexOf(self._lower), LOWER if lower else 0)
        self.place_floating()

    def place_floating(self) -> None:
        """Why the numbers of a network ended is said in the middle."""
        box = QRect(QPoint(), self.failure.size_in(self.width()))
        self.failure.setGeometry(box.translated(self.rect().center() - box.center()))
        self.failure.raise_()

    def _let_go_of_focus(self, shown: tuple[str, ...]) -> None:
        """The keyboard does not stay in a card that goes away."""
        focused = self.window().focusWidget()
        for key, card in self._cards.items():
            if focused is not None and key not in shown and card.isAncestorOf(focused):
                focused.clearFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may hold more cards."""
        self._place()

    def _dress(self) -> None:
        gap = self._themes.current.size("card_gap")
        self._column.setSpacing(gap)
        self._lower.setSpacing(gap)
        self._place()
