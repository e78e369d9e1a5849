"""The pictures of the race and where they stand: a large one, below it the small one beside a card of pages.

In a small window one of them stands alone; on a projector the large one does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.language import say
from gui.panels.race.header import StageHeader
from gui.panels.race.pages import LOSS, Pages
from gui.widgets.bubble import Bubble
from gui.widgets.card import Card
from gui.widgets.contour_map import ContourMap
from gui.widgets.curvature_dial import CurvatureDial
from gui.widgets.flight_card import FlightCard
from gui.widgets.notice import Notice
from gui.widgets.surface_view import SurfaceView
from gui.widgets.words import Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

SMALL_SHARE, SMALL_LEAST, SMALL_MOST = 0.37, 170, 330
SURFACE_TAB, MAP_TAB, LOSS_TAB = range(3)
DIAL = 92
NOTE_WIDTH = 340
LOW_BELOW = 380
"""Below a lesson there may be room for one row only: the map and the pages."""


class Holder(QWidget):
    """A place for one picture."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, widget: QWidget) -> None:
        """Take the widget in, from wherever it was. What was here goes first: two at a time would need more room."""
        while (item := self._column.takeAt(0)) and (held := item.widget()) is not None:
            held.setVisible(held is widget)
        self._column.addWidget(widget)
        widget.show()


class Stage(Card):
    """Owns the pictures; the panel fills them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.header = StageHeader(themes, self)
        self.surface = SurfaceView(themes)
        self.map = ContourMap(themes)
        self.pages = Pages(themes)
        self.legend = Label(themes, "", "small", "soft")
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._large, self._small = Holder(), Holder()
        self._row = QHBoxLayout()
        self._row.addWidget(self._small, 1)
        self._row.addWidget(self.pages, 1)
        self._lower = QWidget(self)
        self._lower.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.header, self._large, self.legend, self._lower):
            self.body.addWidget(part, 1 if part is self._large else 0)
        self._surface_is_large = True
        self._fog = self._low = False
        self._alone: int | None = None
        self.notice = Notice(themes, self)
        self.bubble = Bubble(themes, self)
        self.dial = CurvatureDial(themes, self.surface)
        self.dial.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.dial.hide()
        self.flight = FlightCard(themes, self)
        self.header.swap.connect(self.swap)
        themes.changed.connect(self._dress_row)
        self._dress_row()
        self._place_pictures()

    def swap(self) -> None:
        """The other picture becomes the large one."""
        self._surface_is_large = not self._surface_is_large
        self._place_pictures()

    def set_fog(self, fog: bool) -> None:
        """In fog the landscape is hidden and the map is where one skis: it stands large."""
        if fog != self._fog:
            self._fog = fog
            self._surface_is_large = not fog
            self._place_pictures()

    @property
    def large(self) -> QWidget:
        """The picture that stands large."""
        return self.surface if self._surface_is_large else self.map

    @property
    def is_alone(self) -> bool:
        """Does one picture stand for all, in a small window?"""
        return self._alone is not None

    def show_legend(self, words: str) -> None:
        """What an overlay means, or what can be done. The line keeps its place, so that nothing jumps."""
        self.legend.setText(words)
        self.legend.setToolTip(say(words))

    def set_alone(self, tab: int | None) -> None:
        """In a small window one picture stands alone; None: all of them."""
        if tab == LOSS_TAB != self._alone:
            self.pages.turn_to(LOSS)
        self._alone = tab
        self._place_pictures()

    def _place_pictures(self) -> None:
        alone, presented = self._alone, self._themes.current.presentation
        surface_is_large = self._surface_is_large if alone is None else alone != MAP_TAB
        everything = alone is None and not presented
        self._low = everything and self.height() < self._themes.current.px(LOW_BELOW)
        first, second = (self.map, self.surface)[:: -1 if surface_is_large or self._low else 1]
        self._large.hold(first)
        self._small.hold(second)
        self.header.setVisible(everything)
        self.legend.setVisible(everything)
        self._small.setVisible(everything)
        self._large.setVisible(alone != LOSS_TAB and not self._low)
        self._lower.setVisible(everything or alone == LOSS_TAB)
        self.pages.set_tabs_shown(everything or alone == LOSS_TAB)
        self._fit()

    def _dress_row(self) -> None:
        self._row.setSpacing(self._themes.current.size("card_gap"))
        self._place_pictures()

    def _fit(self) -> None:
        """The lower row takes its share; what floats stays in its corner."""
        theme = self._themes.current
        if self._alone == LOSS_TAB or self._low:
            self._lower.setMinimumHeight(0)
            self._lower.setMaximumHeight(16_777_215)
        else:
            high = min(
                max(round(self.height() * SMALL_SHARE), round(theme.px(SMALL_LEAST))), round(theme.px(SMALL_MOST))
            )
            self._lower.setFixedHeight(high)
        self.place_floating()

    def place_floating(self) -> None:
        """The card of a flight lies at the foot of the large picture, the dial in a corner of space that is empty."""
        theme = self._themes.current
        pad = round(theme.px(8))
        box = QRect(self._large.geometry())
        wanted = self.flight.sizeHint()
        self.flight.setGeometry(
            box.left() + pad, box.bottom() - wanted.height() - pad, min(wanted.width(), box.width()), wanted.height()
        )
        note = self.notice.sizeHint().expandedTo(QSize(round(theme.px(NOTE_WIDTH)), 0))
        self.notice.setGeometry(QRect(QPoint(), note).translated(box.center() - QRect(QPoint(), note).center()))
        side = round(theme.px(DIAL))
        self.dial.setGeometry(pad, pad, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        everything = self._alone is None and not self._themes.current.presentation
        if self._low != (everything and self.height() < self._themes.current.px(LOW_BELOW)):
            self._place_pictures()
        self._fit()
