"""How the weights of networks are spread: a row of bars for each, all over one axis, and a spike at exactly zero.

Weights that are exactly 0 are not one bin among others: they stand as a bar of their own with their number. Where they
are many times more than any bin, the bar goes through the top and is broken, so that the hill beside it can be seen;
on an axis of powers of ten both are there in full. The pale band is what counts as nearly zero.

Left and Right read off bin by bin, Escape leaves them, L turns powers of ten on and off.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.chip import Chip
from gui.widgets.penalty_content import WeightSpread
from gui.widgets.picture import Picture
from gui.widgets.weight_histogram_face import HistogramFace, paint_histogram, reach_for
from sim.phrases import joined, phrase

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WeightHistogram(Picture):
    """`log_changed`: the learner turned powers of ten on or off."""

    log_changed = Signal(bool)
    name = "How the weights are spread"
    about = "The bar in the middle counts those that are exactly 0. Left and Right read off, L turns powers of ten on."
    wanted, least = (360, 220), (170, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._spreads: tuple[WeightSpread, ...] = ()
        self._reach = 0.0
        self._at: float | None = None
        self._log = Chip(themes, "log", "toggle", parent=self, about="Powers of ten on the axis of counts.")
        self._log.toggled.connect(self._on_log)
        self.renew()

    def show_spreads(self, spreads: tuple[WeightSpread, ...]) -> None:
        """Other weights, one spread for each arm."""
        self._spreads = spreads
        self._reach = reach_for(spreads, self._reach)
        self.refresh()

    def set_log(self, log: bool) -> None:
        """Powers of ten, or counts as they are."""
        self._log.setChecked(log)

    @property
    def log(self) -> bool:
        """Are there powers of ten?"""
        return self._log.isChecked()

    def face(self) -> HistogramFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        theme = self._themes.current
        taken = self._log.width() + theme.px(8.0)
        return HistogramFace(theme, size, self._spreads, self._reach or 1.0, self.log, self._at, taken)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Rows and axis."""
        paint_histogram(painter, self.face())

    def describe(self) -> str:
        """Every arm in words."""
        face = self.face()
        return joined([phrase("{title}: {words}.", title=one.title, words=face.words(one)) for one in self._spreads])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The weights under the pointer are read off."""
        at = event.position()
        inside = bool(self._spreads) and self.face().areas[0].top() <= at.y() <= self.face().areas[-1].bottom()
        self._read(self.face().weight_at(at.x()) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read off."""
        self._read(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._read(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read off bin by bin."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._spreads and self._spreads[0].edges.size > 1:
            edges = self._spreads[0].edges
            pitch = float(edges[1] - edges[0])
            now = self._at if self._at is not None else -pitch / 2.0 * _MOVES[key]
            wanted = now + pitch * _MOVES[key]
            self._read(min(max(wanted, float(edges[0]) + pitch / 2.0), float(edges[-1]) - pitch / 2.0))
        elif key == Qt.Key.Key_L:
            self._log.toggle()
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._read(None)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch keeps its corner."""
        super().resizeEvent(event)
        self._lay_out()

    def forget(self) -> None:
        """Another theme, another switch."""
        self._lay_out()

    def _lay_out(self) -> None:
        size = self._log.sizeHint()
        self._log.setGeometry(self.width() - size.width(), 0, size.width(), size.height())

    def _read(self, at: float | None) -> None:
        if at != self._at:
            self._at = at
            self.renew()

    def _on_log(self, on: bool) -> None:
        self.renew()
        self.log_changed.emit(on)
