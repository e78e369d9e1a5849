"""The sums z of every layer as a column of shares: how many of its units stand where on the curve.

One column per layer, below its bar in the picture of the bars. The fuller a place, the stronger its colour; what is
above zero has the colour of plus, what is below that of minus. Grey bands mark where the curve is all but flat: who
stands there hardly passes anything back. Point at a layer for its numbers, or walk with the arrow keys.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.focus import FocusMark
from gui.widgets.layer_bars_face import paint_numbers
from gui.widgets.layer_columns import Columns, sides
from gui.widgets.layer_signals import nothing
from gui.widgets.shapes import RIGHT, begin, text, text_width
from gui.widgets.words import tell
from sim.numerals import write_short
from sim.phrases import joined, phrase, word

NAME = "Sums z by layer"
ABOUT = "How many sums of a layer lie where. Left and Right walk from layer to layer."
FLAT = word("flat")
_GAMMA, _FAINTEST, _TONES = 0.6, 0.004, 24
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_REACHES = (2.0, 4.0, 6.0, 8.0)
_SEEN = 0.995


@dataclass(frozen=True, eq=False)
class LayerSums:
    """shares: (depth, bins), the rows add up to 1. edges: (bins + 1,). flat: ranges of z in which the curve is flat.

    stuck: (depth,) the share of sums that lie in one of them. above: (depth,) the share of them above zero.
    """

    shares: Array
    edges: Array
    flat: tuple[tuple[float, float], ...] = ()
    stuck: Array = field(default_factory=nothing)
    above: Array = field(default_factory=nothing)

    @property
    def depth(self) -> int:
        """How many layers."""
        return int(self.shares.shape[0]) if self.shares.ndim == 2 else 0

    def reach(self) -> float:
        """How far the axis goes: all but a few sums of every layer lie within."""
        middles, most = (self.edges[1:] + self.edges[:-1]) / 2.0, float(self.edges[-1])
        for reach in _REACHES:
            inside = self.shares[:, np.abs(middles) < reach].sum(axis=1)
            if reach < most and bool(np.all(inside >= _SEEN * self.shares.sum(axis=1))):
                return reach
        return most


def no_sums() -> LayerSums:
    """Nothing to show."""
    return LayerSums(np.zeros((0, 1)), np.array([-1.0, 1.0]))


class LayerHeat(QWidget):
    """See the module's text. `layer_pointed` gives a layer from 0, or -1."""

    layer_pointed = Signal(int)

    def __init__(self, themes: ThemeHolder, most: int = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._most = most
        self._sums = no_sums()
        self._reach, self._frozen, self._numbered = 1.0, False, False
        self._hot = self._chosen = self._marked = -1
        self._told = ""
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    def show_sums(self, sums: LayerSums) -> None:
        """Other numbers."""
        self._sums = sums
        self._chosen = min(self._chosen, sums.depth - 1)
        if not self._frozen:
            self._reach = sums.reach()
        self._tell()
        self.update()

    def freeze(self, frozen: bool) -> None:
        """The axis stands still while a control is held."""
        self._frozen = frozen
        if not frozen:
            self._reach = self._sums.reach()
            self.update()

    def set_numbered(self, numbered: bool) -> None:
        """With the numbers of the layers below, where no bars stand above."""
        if numbered != self._numbered:
            self._numbered = numbered
            self.update()

    def set_marked(self, layer: int) -> None:
        """A layer that is pointed at in another picture."""
        if layer != self._marked:
            self._marked = layer
            self.update()

    @property
    def pointed(self) -> int:
        """The layer that is read off; -1 for none."""
        if self._hot >= 0:
            return self._hot
        return self._chosen if self.hasFocus() else -1

    def columns(self) -> Columns:
        """Where the layers stand: as in the picture of the bars."""
        theme = self._themes.current
        left, right = sides(theme)
        high = self.height() - theme.px(4) - self._numbered * (theme.line_height("caption") + theme.px(2))
        area = QRectF(left, theme.px(2), max(40.0, self.width() - left - right), max(10.0, high))
        return Columns(area, max(1, self._sums.depth), self._most, theme.px(64))

    def y_of(self, z: float) -> float:
        """The pixel of a sum."""
        area, low, high = self.columns().area, -self._reach, self._reach
        return area.bottom() - (min(max(z, low), high) - low) / (high - low) * area.height()

    # Picture ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands, axis, columns."""
        with QPainter(self) as painter:
            begin(painter)
            theme, columns = self._themes.current, self.columns()
            self._paint_flat(painter, theme, columns)
            self._paint_axis(painter, theme, columns)
            self._paint_columns(painter, theme, columns)
            if self._numbered and self._sums.depth:
                paint_numbers(painter, theme, columns)
            pointed = self.pointed if self.pointed >= 0 else self._marked
            if 0 <= pointed < self._sums.depth:
                left = columns.area.left() + pointed * columns.pitch
                band = QRectF(left, columns.area.top(), columns.pitch, columns.area.height())
                painter.setPen(QPen(theme.color("ink", 0.7), theme.stroke("hairline")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(band.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_flat(self, painter: QPainter, theme: Theme, columns: Columns) -> None:
        area, font, high = columns.area, theme.font("caption"), theme.line_height("caption")
        for low, end in self._sums.flat:
            top, foot = self.y_of(end), self.y_of(low)
            if foot - top < 1.0:
                continue
            band = QRectF(area.left(), top, area.width(), foot - top)
            painter.fillRect(band, theme.color("sunk"))
            wide = text_width(FLAT, font)
            if foot - top >= high and columns.edge + wide + theme.px(10) < area.right():
                box = QRectF(area.right() - wide - theme.px(6), top, wide, foot - top)
                text(painter, box, FLAT, font, theme.color("faint"), RIGHT)

    def _paint_axis(self, painter: QPainter, theme: Theme, columns: Columns) -> None:
        area, font = columns.area, theme.font("caption")
        half, half_way = theme.line_height("caption") / 2, self._reach / 2.0
        for value in (-half_way, 0.0, half_way):
            words = write_short(value, 2)
            y = round(self.y_of(value)) + 0.5
            painter.setPen(QPen(theme.color("rule" if value == 0.0 else "line"), theme.stroke("hairline")))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            at = min(max(y, half), self.height() - half)
            text(painter, QRectF(0, at - half, area.left() - theme.px(7), 2 * half), words, font,
                 theme.color("faint"), RIGHT)  # fmt: skip

    def _paint_columns(self, painter: QPainter, theme: Theme, columns: Columns) -> None:
        """Places and colours are worked out once for all layers: a hundred of them have thousands of boxes."""
        shares, edges = self._sums.shares, self._sums.edges
        ys = [round(self.y_of(float(edge))) for edge in edges]
        colors = {
            role: [theme.color(role, 0.10 + 0.82 * tone / (_TONES - 1)) for tone in range(_TONES)]
            for role in ("minus", "plus")
        }
        roles = ["plus" if low + high > 0.0 else "minus" for low, high in pairwise(edges)]
        inside = (edges[1:] > -self._reach) & (edges[:-1] < self._reach)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for layer in range(self._sums.depth):
            most = float(np.max(shares[layer], initial=0.0))
            if not most > 0.0:
                continue
            left, wide = columns.column(layer, 0.14)
            tones = np.round((shares[layer] / most) ** _GAMMA * (_TONES - 1)).astype(int)
            for place in np.flatnonzero(inside & (shares[layer] > _FAINTEST * most)).tolist():
                box = QRectF(left, ys[place + 1], wide, max(1, ys[place] - ys[place + 1]))
                painter.fillRect(box, colors[roles[place]][tones[place]])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The layer under the pointer is read off."""
        self._point(self.columns().layer_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk."""
        last = self._sums.depth - 1
        walks = {
            Qt.Key.Key_Left: self._chosen - 1, Qt.Key.Key_Right: self._chosen + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.key() not in walks or last < 0:
            event.ignore()
            return
        self._chosen = min(max(walks[Qt.Key(event.key())], 0), last)
        self._say_pointed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reading begins at the first layer."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self._chosen = max(self._chosen, 0)
        self._say_pointed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody reads any more."""
        super().focusOutEvent(event)
        self._say_pointed()

    def _point(self, layer: int) -> None:
        if layer != self._hot:
            self._hot = layer
            self._say_pointed()

    def _say_pointed(self) -> None:
        self._tell()
        self.layer_pointed.emit(self.pointed)
        self.update()

    # Words ------------------------------------------------------------------------------------------------------------

    def describe(self) -> str:
        """The layer that is read off, in words."""
        layer = self._chosen
        if not 0 <= layer < self._sums.depth:
            return ""
        return sums_words(self._sums, layer)

    def sizeHint(self) -> QSize:
        """Low."""
        theme = self._themes.current
        return QSize(round(theme.px(520)), round(theme.px(110)))

    def minimumSizeHint(self) -> QSize:
        """Still a column."""
        theme = self._themes.current
        return QSize(round(theme.px(220)), round(theme.px(56)))

    def _tell(self) -> None:
        words = joined((self.describe(), ABOUT))
        if words != self._told:
            self._told = words
            tell(self, NAME, words)
            self.setToolTip("")

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def sums_words(sums: LayerSums, layer: int) -> str:
    """One layer in words: where its sums lie, and how many where the curve is flat."""
    shares = sums.shares[layer]
    total = float(shares.sum())
    if not total > 0.0:
        return phrase("Layer {layer}: no sums.", layer=layer + 1)
    middles = (sums.edges[1:] + sums.edges[:-1]) / 2.0
    above = float(sums.above[layer]) if layer < sums.above.size else float(shares[middles > 0.0].sum()) / total
    parts: list[str] = [
        phrase("Layer {layer}: {share} % of its sums are above zero.", layer=layer + 1, share=round(100 * above))
    ]
    if layer < sums.stuck.size:
        parts.append(phrase("{share} % lie where the curve is flat.", share=round(100 * float(sums.stuck[layer]))))
    return joined(parts)
