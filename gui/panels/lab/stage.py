"""Where the cards of the lab stand: a large page with what it measures beside it, below them the arms and their curves.

Cards keep their places whatever they show: all of them are shares of the room. Where it is low, as below a lesson's
strip, both rows take turns; in a small window the tabs of the header choose one card; a projector shows the upper row
large, and the lower one where there are pixels for it. Four maps stand two by two where they would be too small in one
row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.panels.lab.arm_card import ArmCard
from gui.panels.lab.curves_card import CurvesCard
from gui.panels.lab.fit_card import FitCard
from gui.panels.lab.page_card import BesideCard, PageCard
from gui.panels.lab.results_card import ResultsCard
from gui.panels.lab.samples_card import SamplesCard
from gui.widgets.flight_card import FlightCard
from gui.widgets.mirrored import Mirror
from gui.widgets.notice import Notice
from gui.widgets.tab_row import TabRow
from gui.widgets.words import tell
from sim.phrases import word
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from gui.panels.lab.pages import Hands
    from gui.theme import ThemeHolder

UPPER, LOWER = "upper", "lower"
ROWS = ((UPPER, word("Picture")), (LOWER, word("Arms and curves")))
TABS = (word("Picture"), word("Measure"), word("Arms"), word("Curves"))
PICTURE, MEASURE, ARMS, CURVES = range(4)
CURVES_BESIDE = 1.35
"""Where there is little room, the curves are so many maps wide: their words are no shorter there."""
PAGE, BESIDE, CURVE = "page", "beside", "curves"
MAPS, SAMPLES, FIT, TABLE = "maps", "samples", "fit", "table"
LOW_BELOW, LARGE_BELOW, NARROW_MAP, NOTE_WIDTH, WIDE_FROM = 520, 640, 150, 340, 780
UPPER_SHARE, PAGE_SHARE, ARMS_SHARE, NARROW_SHARE = 0.52, 0.63, 0.66, 0.57
Box = tuple[float, float, float, float]
"""A card's place as shares of the room: left, top, right, bottom."""


class Stage(QWidget):
    """Owns the cards; the panel fills and connects them."""

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._alone: int | None = None
        self._kind, self._count = MAPS, 2
        self._row = UPPER
        self.page = PageCard(themes, hands, self)
        self.beside, self.curves = BesideCard(themes, self), CurvesCard(themes, self)
        self.maps = {key: ArmCard(themes, self) for key in KEYS}
        self.results, self.samples = ResultsCard(themes, self), SamplesCard(themes, self)
        self.fit = FitCard(themes, self)
        self.cards: dict[str, ResultsCard | SamplesCard | FitCard] = {
            TABLE: self.results, SAMPLES: self.samples, FIT: self.fit,
        }  # fmt: skip
        self._cards: dict[str, QWidget] = {
            PAGE: self.page, BESIDE: self.beside, CURVE: self.curves, **self.maps, **self.cards,
        }  # fmt: skip
        self.rows = TabRow(themes, ROWS, self)
        tell(self.rows, "Rows", "The large picture and the row of arms take turns where there is little room.")
        self.rows.chosen.connect(self.turn_to_row)
        self.notice, self.failure = Notice(themes, self), FlightCard(themes, self)
        themes.changed.connect(self.arrange)
        self.arrange()

    # What others set --------------------------------------------------------------------------------------------------

    def set_arms(self, kind: str, count: int) -> None:
        """What the arms are seen as ("maps", "samples", "fit", "table"), and how many there are."""
        if (kind, count) != (self._kind, self._count):
            self._kind, self._count = kind, count
            self.arrange()

    def set_alone(self, tab: int | None) -> None:
        """In a small window one card stands alone, by the place of its tab; None: all that have room."""
        self._alone = tab
        self.arrange()

    def turn_to_row(self, row: str) -> None:
        """Which row stands in front where there is room for one."""
        self._row = row
        self.rows.set_current(row)
        self.arrange()

    @property
    def kind(self) -> str:
        """As what the arms are seen."""
        return self._kind

    def is_seen(self, card: str) -> bool:
        """Whether a card has a place: "page", "beside", "curves", "arms"."""
        places = self.places()
        return any(key in places for key in (*KEYS, *self.cards)) if card == "arms" else card in places

    # Places -----------------------------------------------------------------------------------------------------------

    def places(self) -> dict[str, Box]:
        """Which cards stand where."""
        if self._alone is not None:
            return self._single(self._alone)
        theme = self._themes.current
        if theme.presentation and self.height() < theme.px(LARGE_BELOW):
            return self._upper(0.0, 1.0)
        if self.height() < theme.px(LOW_BELOW):
            return self._upper(0.0, 1.0) if self._row == UPPER else self._lower(0.0, 1.0)
        return {**self._upper(0.0, UPPER_SHARE), **self._lower(UPPER_SHARE, 1.0)}

    def _single(self, tab: int) -> dict[str, Box]:
        whole = (0.0, 0.0, 1.0, 1.0)
        if tab == MEASURE and self.page.page.beside is not None:
            return {BESIDE: whole}
        if tab == CURVES:
            return {CURVE: whole}
        return self._armed(whole) if tab == ARMS else {PAGE: whole}

    def _upper(self, top: float, bottom: float) -> dict[str, Box]:
        if self.page.page.beside is None:
            return {PAGE: (0.0, top, 1.0, bottom)}
        share = PAGE_SHARE if self.width() >= self._themes.current.px(WIDE_FROM) else NARROW_SHARE
        return {PAGE: (0.0, top, share, bottom), BESIDE: (share, top, 1.0, bottom)}

    def _lower(self, top: float, bottom: float) -> dict[str, Box]:
        share = ARMS_SHARE
        if self._kind == MAPS:
            columns = self._columns()
            wide = self.width() >= self._themes.current.px(WIDE_FROM)
            share = columns / (columns + (2.0 if columns == 1 else 1.0 if wide else CURVES_BESIDE))
        return {**self._armed((0.0, top, share, bottom)), CURVE: (share, top, 1.0, bottom)}

    def _columns(self) -> int:
        """How many maps stand side by side."""
        room = self.width() / max(self._count + 1, 1)
        return 2 if self._count > 2 and room < self._themes.current.px(NARROW_MAP) else self._count

    def _armed(self, box: Box) -> dict[str, Box]:
        """The arms in their part of the room."""
        if self._kind != MAPS:
            return {self._kind: box}
        left, top, right, bottom = box
        columns = self._columns() if self._alone is None else min(self._count, 2)
        rows = -(-self._count // columns)
        wide, high = (right - left) / columns, (bottom - top) / rows
        return {
            key: (left + place % columns * wide, top + place // columns * high,
                  left + (place % columns + 1) * wide, top + (place // columns + 1) * high)
            for place, key in enumerate(KEYS[: self._count])
        }  # fmt: skip

    def arrange(self) -> None:
        """Every card to its place; those that have none are hidden."""
        places = self.places()
        self._let_go_of_focus(places)
        theme = self._themes.current
        turns = self._alone is None and self.height() < theme.px(LOW_BELOW) and not theme.presentation
        self.rows.setVisible(turns)
        head = self.rows.sizeHint().height() + round(theme.px(4)) if turns else 0
        self.rows.setGeometry(0, 0, self.width(), self.rows.sizeHint().height())
        self.beside.show_page(self.page.page)
        room, gap, mirror = QRectF(0, head, self.width(), self.height() - head), theme.size("card_gap"), Mirror(self)
        for key, card in self._cards.items():
            if key in places:
                card.setGeometry(mirror.box(placed(places[key], room, gap)).toRect())
            card.setVisible(key in places)
        self.place_floating()

    def place_floating(self) -> None:
        """What the engine prepares, and why a training failed, is said in the middle."""
        wide = round(self._themes.current.px(NOTE_WIDTH))
        high = max(self.notice.heightForWidth(wide), self.notice.sizeHint().height())
        for note, size in ((self.notice, QSize(wide, high)), (self.failure, self.failure.size_in(self.width()))):
            box = QRect(QPoint(), size)
            note.setGeometry(box.translated(self.rect().center() - box.center()))
            note.raise_()

    def _let_go_of_focus(self, places: dict[str, Box]) -> None:
        """The keyboard does not stay in a card that goes away."""
        focused = self.window().focusWidget()
        for key, card in self._cards.items():
            if focused is not None and key not in places and card.isAncestorOf(focused):
                focused.clearFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares of another room."""
        self.arrange()


def placed(box: Box, room: QRectF, gap: float) -> QRectF:
    """Shares as pixels: half a gap is left at every inner edge."""
    left, top, right, bottom = box
    wide, high = room.width() + gap, room.height() + gap
    return QRectF(
        room.left() + left * wide, room.top() + top * high, (right - left) * wide - gap, (bottom - top) * high - gap
    )
