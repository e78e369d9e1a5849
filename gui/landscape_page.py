"""The landscape of a network in training as a page: the picture with its numbers and controls, for any panel.

    page = LandscapePage(themes)
    page.asked.connect(...)            a `LandscapeAsk` for the view of the simulation
    page.show_landscape(seen, "you")   a `LandscapeSeen` of a snapshot, in the colour of its run

Beside the picture where there is room for both, else below it.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from gui.landscape_side import MAP, RELIEF, LandscapeSide
from gui.theme import ThemeHolder
from gui.widgets.landscape_relief import LandscapeRelief
from gui.widgets.landscape_view import Glance, LandscapeView
from sim.landscape_seen import LandscapeAsk, LandscapeSeen

__all__ = ["Glance", "LandscapePage"]

BESIDE, NARROW = 560.0, 270.0
SIDE = 190.0
LOW = 250.0


class LandscapePage(QWidget):
    """`asked` carries a `LandscapeAsk`; `refused` the name of a control that a lesson locks, pulled by hand."""

    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._seen: LandscapeSeen | None = None
        self._role = "ink"
        self._few = False
        self.map = LandscapeView(themes)
        self.side = LandscapeSide(themes)
        self._relief: LandscapeRelief | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._stack, 1)
        self._box.addWidget(self.side)
        self.side.asked.connect(self.asked)
        self.side.turned.connect(self._turn)
        self.map.span_asked.connect(self._ask_span)
        self.map.refused.connect(lambda: self.refused.emit("landscape.span"))
        themes.changed.connect(self._lay_out)
        self._lay_out()

    # What the panel says ---------------------------------------------------------------------------------------------

    @property
    def ask(self) -> LandscapeAsk:
        """What the controls ask for."""
        return self.side.ask

    def set_ask(self, ask: LandscapeAsk) -> None:
        """Ask for something else, without a signal."""
        self.side.show_ask(ask)

    def show_landscape(self, seen: LandscapeSeen | None, role: str = "ink") -> None:
        """Another moment of a run, in its colour."""
        self._seen, self._role = seen, role
        self.side.facts.show_facts(seen)
        self._show_picture()

    def set_glance(self, glance: Glance | None) -> None:
        """The slope, and what a glance shows of it; on the map alone."""
        self.map.set_glance(glance)

    def set_fog(self, radius: float | None) -> None:
        """Show only a disc about the ball, in units of the plane; None: clear weather."""
        self.map.set_fog(radius)
        if radius is not None and self.side.view.index == RELIEF:
            self.side.view.set_index(MAP)
            self._turn(MAP)

    def set_few(self, few: bool) -> None:
        """In a small window or on a projector: the picture and its numbers."""
        self._few = few
        self._lay_out()

    def set_locks(self, reason: str, may: Callable[[str], bool]) -> None:
        """Lock the controls that a lesson does not leave free, by their names."""
        for name in self.side.named():
            self.side.set_locked(name, "" if may(name) else reason)
        self.map.set_locked(not may("landscape.span"))

    def set_cues(self, names: frozenset[str]) -> None:
        """Mark the controls among these as the next to use."""
        self.side.set_cues(names)

    # The picture -----------------------------------------------------------------------------------------------------

    def _turn(self, which: int) -> None:
        """Map or relief; the relief is made when it is first asked for."""
        if which == RELIEF and self._relief is None:
            from sim.raster import rasterise

            self._relief = LandscapeRelief(self._themes)
            self._relief.set_rasteriser(rasterise)
            self._stack.addWidget(self._relief)
        self._stack.setCurrentIndex(which)
        self._show_picture()

    def _show_picture(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, LandscapeRelief):
            shown.set_role(self._role)
            shown.show_landscape(self._seen)
        else:
            self.map.set_role(self._role)
            self.map.show_landscape(self._seen)

    def _ask_span(self, span: float) -> None:
        """The picture was pulled."""
        ask = self.side.ask
        self.side.show_ask(LandscapeAsk(ask.directions, span, ask.examples, ask.hold, ask.seed))
        self.asked.emit(self.side.ask)

    # Layout ----------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """That of the picture with its numbers below."""
        theme, least = self._themes.current, self.map.minimumSizeHint()
        return QSize(least.width(), least.height() + round(theme.px(40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._themes.current
        beside = self.width() >= theme.px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
        self._box.setSpacing(theme.size("gap"))
        self.side.set_flat(not beside, self.width() < theme.px(NARROW))
        self.side.set_few(self._few or not beside or self.height() < theme.px(LOW))
        self.side.setFixedWidth(round(theme.px(SIDE))) if beside else self.side.setMaximumWidth(16777215)
