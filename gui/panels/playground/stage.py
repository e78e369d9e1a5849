"""The pictures of the playground and where they stand.

A network: its diagram beside what it decides, below them the fold (or the loss) and the twins. One unit: the plane is
large, the three rules and their twins stand beside it. Many rows: the units that learn them, their loss, their twins.
In a small window one card stands alone; on a projector the two large ones, or all where it has many pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.panels.playground.cards import BoardCard, MapCard, NetworkCard, RowsCard
from gui.panels.playground.pages import Pages
from gui.panels.playground.twins_page import TwinsCard
from gui.widgets.bubble import Bubble
from gui.widgets.card import Card
from gui.widgets.flight_card import FlightCard
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

UNIT, NETWORK, ROWS = "unit", "network", "rows"
TABS = ("Model", "Map", "Pages", "Twins")
NOTE_WIDTH = 340
ALL_FROM = 600
UPPER, LOWER = 57, 43
Place = tuple[str, int, int, int, int]
PLACES: dict[str, tuple[Place, ...]] = {
    # card, row, column, rows, columns on a grid of 2 x 20
    NETWORK: (("model", 0, 0, 1, 12), ("map", 0, 12, 1, 8), ("pages", 1, 0, 1, 11), ("twins", 1, 11, 1, 9)),
    UNIT: (("map", 0, 0, 2, 13), ("board", 0, 13, 1, 7), ("twins", 1, 13, 1, 7)),
    ROWS: (("rows", 0, 0, 1, 20), ("pages", 1, 0, 1, 20)),
}
ALONE: dict[str, tuple[str, str, str, str]] = {
    NETWORK: ("model", "map", "pages", "twins"),
    UNIT: ("board", "map", "board", "twins"),
    ROWS: ("rows", "rows", "pages", "pages"),
}
PRESENTED: dict[str, tuple[Place, ...]] = {
    NETWORK: (("model", 0, 0, 2, 10), ("map", 0, 10, 2, 10)),
    UNIT: (("map", 0, 0, 2, 12), ("board", 0, 12, 2, 8)),
    ROWS: (("rows", 0, 0, 2, 20),),
}
NARROW: tuple[Place, ...] = (("map", 0, 0, 1, 12), ("board", 0, 12, 1, 8), ("twins", 1, 0, 1, 20))
"""One unit beside a lesson: the plane is a square, so what is left stands below it."""
NARROW_BELOW = 790
WITHOUT: dict[str, tuple[Place, ...]] = {
    UNIT: (("map", 0, 0, 2, 12), ("board", 0, 12, 2, 8)),
    NETWORK: (("model", 0, 0, 1, 12), ("map", 0, 12, 1, 8), ("pages", 1, 0, 1, 20)),
}
"""A lesson whose topic is not the twins."""
BESIDE: tuple[tuple[Place, ...], tuple[Place, ...]] = (
    (("model", 0, 0, 1, 10), ("map", 0, 10, 1, 10), ("pages", 1, 0, 1, 10), ("twins", 1, 10, 1, 10)),
    (("model", 0, 0, 1, 10), ("map", 0, 10, 1, 10), ("pages", 1, 0, 1, 20)),
)
"""A network beside a lesson, its shape no topic: the plane gets the room of the chips. With twins, and without."""
LOW: tuple[tuple[Place, ...], tuple[Place, ...]] = (
    (("map", 0, 0, 2, 10), ("twins", 0, 10, 2, 10)),
    (("model", 0, 0, 2, 10), ("map", 0, 10, 2, 10)),
)
"""A network below a lesson: one row of two. With twins, and without."""
LOW_BELOW = 420
STILL: dict[str, tuple[Place, ...]] = {UNIT: (("map", 0, 0, 2, 20),)}
"""A step in which nothing runs: no rule is at work, so the plane has all the room."""
COLUMNS = 20


class Stage(QWidget):
    """Owns the pictures; the panel fills them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._mode = ""
        self._alone: int | None = None
        self._was: tuple[bool, ...] = (False, False, False)
        self._with_twins = self._runs = self._with_shape = True
        self.model, self.plane = NetworkCard(themes, self), MapCard(themes, self)
        self.unit, self.rows = BoardCard(themes, self), RowsCard(themes, self)
        self.pages, self.twins = Pages(themes), TwinsCard(themes, self)
        folder = Card(themes, "stage", self)
        folder.body.addWidget(self.pages)
        self.network, self.map, self.function = self.model.view, self.plane.map, self.plane.function
        self._cards: dict[str, QWidget] = {
            "model": self.model, "map": self.plane, "board": self.unit, "rows": self.rows, "pages": folder,
            "twins": self.twins,
        }  # fmt: skip
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.notice, self.failure = Notice(themes, self), FlightCard(themes, self)
        self.bubble = Bubble(themes, self)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def mode(self) -> str:
        """unit, network or rows; "" before the first frame."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Another set of cards."""
        if mode != self._mode:
            self._mode = mode
            self._place()

    def set_topic(self, twins: bool, runs: bool) -> None:
        """What a lesson is about: without twins, or where nothing runs, their cards are left away."""
        if (twins, runs) != (self._with_twins, self._runs):
            self._with_twins, self._runs = twins, runs
            self._place()

    def set_shape_shown(self, shown: bool) -> None:
        """Whether the network has its chips and counts around it."""
        if shown != self._with_shape:
            self._with_shape = shown
            self._place()

    def set_alone(self, tab: int | None) -> None:
        """In a small window one card stands alone; None: all of them."""
        if tab != self._alone:
            self._alone = tab
            self._place()

    def is_seen(self, card: str) -> bool:
        """Whether a card has a place just now."""
        return any(card == place[0] for place in self._places())

    def _places(self) -> tuple[Place, ...]:
        """What stands where; nothing before the first frame says what there is."""
        if not self._mode:
            return ()
        if self._alone is not None:
            return ((ALONE[self._mode][self._alone], 0, 0, 2, COLUMNS),)
        if self._is_large():
            return PRESENTED[self._mode]
        if not self._runs and self._mode in STILL:
            return STILL[self._mode]
        if self._mode == NETWORK and self._is_low():
            return LOW[0 if self._with_twins and not self._with_shape else 1]
        if self._mode == NETWORK and not self._with_shape:
            return BESIDE[0 if self._with_twins else 1]
        if not self._with_twins and self._mode in WITHOUT:
            return WITHOUT[self._mode]
        return NARROW if self._is_narrow() and self._mode == UNIT else PLACES[self._mode]

    def _is_narrow(self) -> bool:
        """Whether two columns of cards are all there is room for."""
        return self.width() < self._themes.current.px(NARROW_BELOW)

    def _is_low(self) -> bool:
        """Whether there is room for one row only, below the strip of a lesson."""
        return self.height() < self._themes.current.px(LOW_BELOW)

    def _is_large(self) -> bool:
        """Whether only what is large can be shown: on a projector with few pixels."""
        theme = self._themes.current
        return theme.presentation and self.height() < theme.px(ALL_FROM)

    def _place(self) -> None:
        """Take every card out and put those that are seen where they belong."""
        for card in self._cards.values():
            self._grid.removeWidget(card)
        places = self._places()
        self._let_go_of_focus(places)
        for key, card in self._cards.items():
            card.setVisible(any(key == place[0] for place in places))
        for key, row, column, rows, columns in places:
            self._grid.addWidget(self._cards[key], row, column, rows, columns)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
        halves = any(place[3] == 1 for place in places)
        self._grid.setRowStretch(0, UPPER if halves else 1)
        self._grid.setRowStretch(1, LOWER if halves else 0)
        self.place_floating()

    def _let_go_of_focus(self, places: tuple[Place, ...]) -> None:
        """The keyboard does not stay in a card that goes away, nor does its ring."""
        focused = self.window().focusWidget()
        for key, card in self._cards.items():
            if focused is not None and card.isAncestorOf(focused) and not any(key == place[0] for place in places):
                focused.clearFocus()

    def _dress(self) -> None:
        self._grid.setSpacing(self._themes.current.size("card_gap"))
        self._place()

    def place_floating(self) -> None:
        """What the engine prepares, and why a training failed, is said in the middle."""
        wide = round(self._themes.current.px(NOTE_WIDTH))
        high = max(self.notice.heightForWidth(wide), self.notice.sizeHint().height())
        for note, size in ((self.notice, QSize(wide, high)), (self.failure, self.failure.size_in(self.width()))):
            box = QRect(QPoint(), size)
            note.setGeometry(box.translated(self.rect().center() - box.center()))
            note.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place; more room may hold more cards."""
        room = (self._is_large(), self._is_narrow(), self._is_low())
        if room != self._was:
            self._was = room
            self._place()
        self.place_floating()
