"""Small chips in a row, one for each hidden layer, of which one is chosen: h₁ h₂ h₃. One stop for the keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, begin, rounded, text
from gui.widgets.words import tell
from sim.phrases import phrase

NAME = "Hidden layer that is shown"
ABOUT = "Left and Right go from layer to layer. A click chooses one."
HIGH, WIDE, GAP = 22.0, 30.0, 2.0
_FEW = 4
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class LayerChips(QWidget):
    """`chosen` gives the layer, from 0, that was clicked or moved to."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._count, self._current, self._hot = 1, 0, -1
        self._mark = FocusMark(themes, self, lambda: (self.chip(self._current), themes.current.px(HIGH / 2)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    @property
    def count(self) -> int:
        """How many layers there are."""
        return self._count

    @property
    def current(self) -> int:
        """The layer that is chosen."""
        return self._current

    def set_layers(self, count: int, current: int) -> None:
        """So many layers, one of them chosen; without a signal."""
        if (count, current) != (self._count, self._current):
            wider = count != self._count
            self._count, self._current = count, current
            self._tell()
            if wider:
                self.updateGeometry()
            self._mark.refresh()
            self.update()

    def chip(self, layer: int) -> QRectF:
        """The box of a layer's chip."""
        theme = self._themes.current
        wide, high = self.width() / max(1, self._count), theme.px(HIGH)
        return QRectF(layer * wide, (self.height() - high) / 2, wide - theme.px(GAP), high)

    def layer_at(self, at: QPointF) -> int:
        """The layer under a pixel."""
        return min(max(int(at.x() / max(1.0, self.width()) * self._count), 0), self._count - 1)

    # Hand -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.layer_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Glow."""
        self._glow(self.layer_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        self._glow(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From layer to layer."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._choose(min(max(self._current + _MOVES[key], 0), self._count - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else self._count - 1)
        else:
            event.ignore()

    def _choose(self, layer: int) -> None:
        if layer != self._current:
            self.set_layers(self._count, layer)
            self.chosen.emit(layer)

    def _glow(self, layer: int) -> None:
        if layer != self._hot:
            self._hot = layer
            self.setCursor(Qt.CursorShape.PointingHandCursor if layer >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill for each layer."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for layer in range(self._count):
                box, on = self.chip(layer).adjusted(0.5, 0.5, -0.5, -0.5), layer == self._current
                fill = theme.color("you_soft") if on else theme.color("ink", 0.055) if layer == self._hot else None
                rim = theme.color("you" if on else "rule")
                rounded(painter, box, box.height() / 2, fill, rim, theme.stroke("hairline"))
                color = theme.color("you" if on else "soft")
                text(painter, box, layer_name(layer), theme.font("small"), color, CENTRE)

    def sizeHint(self) -> QSize:
        """Chips that can be hit."""
        theme = self._themes.current
        wide = max(theme.px(WIDE), float(theme.target))
        return QSize(round(wide * self._count), round(max(theme.px(HIGH), theme.target)))

    def minimumSizeHint(self) -> QSize:
        """Many layers move together."""
        theme = self._themes.current
        return QSize(theme.target * min(self._count, _FEW), self.sizeHint().height())

    def _tell(self) -> None:
        tell(
            self,
            NAME,
            phrase("Layer {current} of {count}. {about}", current=self._current + 1, count=self._count, about=ABOUT),
        )

    def _on_theme(self) -> None:
        self.updateGeometry()
        self._mark.refresh()
        self.update()


def layer_name(layer: int) -> str:
    """The name of a hidden layer, counted from 0."""
    return f"h{str(layer + 1).translate(SUBSCRIPTS)}"
