"""The card of the curves: loss, right answers, and where two maps differ. New points solid, learned points dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from gui.panels.lab.arms import ROLES
from gui.panels.lab.showing import loss_panes, right_panes
from gui.widgets.card import Card
from gui.widgets.chip import Chip
from gui.widgets.difference_map import DifferenceMap
from gui.widgets.fit_content import TwoMaps
from gui.widgets.mirrored import Mirror
from gui.widgets.run_plot import RunPlot
from gui.widgets.shapes import begin, text, text_width
from gui.widgets.tab_row import TabRow
from gui.widgets.words import tell
from sim.phrases import word

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.simulations.lab_view import LabSnapshot

LOSS, RIGHT, DIFFERENCE = "loss", "right", "difference"
TITLES = ((LOSS, word("Loss")), (RIGHT, word("Right")), (DIFFERENCE, word("Difference")))
STEEP = ("sparse", "curve")
"""Data whose loss falls so far at first that nothing is seen of the rest without powers of ten."""
KINDS = ((word("new points"), False), (word("learned"), True))
DASH, GAP = 18.0, 12.0


class LineKey(QWidget):
    """What a solid and a dashed line mean."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tell(self, "Lines", "Solid: points that were not learned from. Dashed: points that were.")
        themes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Both in a row."""
        theme = self._themes.current
        wide = sum(text_width(words, theme.font("caption")) for words, _ in KINDS)
        return QSize(round(wide + 2 * theme.px(DASH + 5.0) + theme.px(GAP)) + 1, round(theme.line_height("caption")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece of each line, and its words."""
        with QPainter(self) as painter:
            begin(painter)
            theme, mirror = self._themes.current, Mirror(self)
            font, left, middle = theme.font("caption"), 0.0, self.height() / 2.0
            for words, dashed in KINDS:
                pen = QPen(theme.color("soft" if dashed else "ink"), theme.stroke("curve"))
                if dashed:
                    pen.setDashPattern([3.2, 2.2])
                painter.setPen(pen)
                box = mirror.box(QRectF(left, 0.0, theme.px(DASH), float(self.height())))
                painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
                left += theme.px(DASH + 5.0)
                wide = text_width(words, font)
                area = mirror.box(QRectF(left, 0.0, wide, float(self.height())))
                text(painter, area, words, font, theme.color("soft"), mirror.start)
                left += wide + theme.px(GAP)


class CurvesCard(Card):
    """`turned` carries the key of the page that is shown."""

    turned = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self._snapshot: LabSnapshot | None = None
        self._compared: tuple[object, object] = (None, None)
        self.tabs = TabRow(themes, TITLES, self)
        self.key = LineKey(themes, self)
        self.plot, self.difference = RunPlot(themes, self), DifferenceMap(themes, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.plot)
        self.stack.addWidget(self.difference)
        self.log = Chip(themes, "log", "toggle", parent=self, about="Powers of ten on the axis of values.")
        self.plot.set_log_shown(False)
        self.log.toggled.connect(self.plot.set_log)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.key)
        self._foot.addStretch(1)
        self._foot.addWidget(self.log)
        self.body.addWidget(self.tabs)
        self.body.addLayout(self._foot)
        self.body.addWidget(self.stack, 1)
        self.tabs.set_shown(DIFFERENCE, False)
        self.tabs.chosen.connect(self.turn_to)
        self._made = True
        self._dress()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self.tabs.current

    def turn_to(self, key: str) -> None:
        """Show a page."""
        self.tabs.set_current(key)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)
        self.turned.emit(key)

    def show_snapshot(self, snapshot: LabSnapshot) -> None:
        """The page that is looked at. What there is nothing of has no tab."""
        if self._snapshot is None or self._snapshot.data.key != snapshot.data.key:
            self.log.setChecked(snapshot.data.key in STEEP)
        self._snapshot = snapshot
        shown = {LOSS: True, RIGHT: bool(snapshot.data.classes), DIFFERENCE: two_pictures(snapshot)}
        for key, on in shown.items():
            self.tabs.set_shown(key, on)
        if not shown[self.page]:
            self.tabs.set_current(LOSS)
            self.turned.emit(LOSS)
        mapped = self.page == DIFFERENCE
        self.key.setVisible(not mapped and not self._themes.current.presentation)
        self._fit()
        self.stack.setCurrentWidget(self.difference if mapped else self.plot)
        if mapped:
            self._show_difference(snapshot)
        else:
            updates, panes = (right_panes if self.page == RIGHT else loss_panes)(snapshot)
            self.plot.set_panes(updates, panes, "updates")

    def _show_difference(self, snapshot: LabSnapshot) -> None:
        """The maps of A and of the last arm."""
        first, last, data = snapshot.arms[0], snapshot.arms[-1], snapshot.data
        if first.picture is None or last.picture is None or self._is_compared(first.picture, last.picture):
            return
        self._compared = (first.picture, last.picture)
        learned = np.ones(len(data.x), bool)
        self.difference.show_maps(
            TwoMaps(
                first.picture, last.picture, data.domain, data.x[:, :2], data.answers, learned,
                (first.letter, last.letter), (ROLES[first.key], ROLES[last.key]),
            )
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the lines mean comes before the switch of their axis, which L on the plot turns as well."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self._themes.current
        room = self.width() - 2 * theme.size("card_padding") - self.key.sizeHint().width()
        fits = room >= self.log.sizeHint().width() and not theme.presentation
        self.log.setVisible(self.page == LOSS and fits)

    def _is_compared(self, first: object, last: object) -> bool:
        """Whether these very pictures are on the map already."""
        return first is self._compared[0] and last is self._compared[1]

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(11)), pad, round(theme.px(10)))
            self.body.setSpacing(round(theme.px(4)))
            self.key.setVisible(not theme.presentation and self.page != DIFFERENCE)
            self._fit()


def two_pictures(snapshot: LabSnapshot) -> bool:
    """Whether there are two maps to compare."""
    return len(snapshot.arms) > 1 and bool(snapshot.data.classes) and snapshot.data.x.shape[1] == 2
