"""The layers of a deep network as bars: how much of the error comes back to each, on a scale of powers of ten.

The error comes in at the right, at the last layer, and walks back to the left; the answer walks forward as a line of
dots. The far edge of the last bar is the handle of the depth: drag it, and layers come and go under the hand. Axes
stand still meanwhile and ease to where they belong on release; what lies below them leaves a mark on the floor.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets import layer_bars_face as paint
from gui.widgets.cue import Cue
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.layer_columns import Columns, sides
from gui.widgets.layer_signals import LayerSignals, Reach, nothing, reach_of
from gui.widgets.layer_words import layer_words, say_layers, short_number
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.phrases import joined, phrase

NAME = "Layers"
ABOUT = (
    "Left and Right walk from layer to layer. Plus and Minus, or dragging the handle, change the number of layers."
)
_GRIP = 11.0
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_STEPS = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1,
}  # fmt: skip


class LayerBars(QWidget):
    """`depth_asked` while the handle is dragged, `released` once; `layer_pointed` gives a layer from 0, or -1."""

    depth_asked = Signal(int)
    released = Signal()
    held = Signal()
    refused = Signal()
    layer_pointed = Signal(int)

    def __init__(self, themes: ThemeHolder, most: int = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._most = most
        self._signals = LayerSignals(nothing())
        self._reach = self._from = self._to = Reach()
        self._look = paint.Look()
        self._grip: float | None = None
        self._moved = self._frozen = False
        self._hot = self._chosen = self._marked = -1
        self._hover = Eased(self)
        self._easing = Eased(self, 1.0)
        self._easing.valueChanged.connect(self._on_eased)
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self._cue = Cue(themes, self, lambda: self.face().handle(themes.current))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What is shown ----------------------------------------------------------------------------------------------------

    def show_signals(self, signals: LayerSignals) -> None:
        """Other numbers. The axis follows at once where there were none, else when no hand holds anything."""
        first = self._signals.depth == 0
        self._signals = signals
        self._chosen = min(self._chosen, signals.depth)
        if first or not self.is_held:
            self._go_to(reach_of(signals), jump=first)
        self._cue.refresh()
        self._tell()
        self.update()

    def freeze(self, frozen: bool) -> None:
        """Another control is held: axes stand still until it is let go."""
        if frozen != self._frozen:
            self._frozen = frozen
            self._settle()

    def set_marked(self, layer: int) -> None:
        """A layer that is pointed at in another picture."""
        if layer != self._marked:
            self._marked = layer
            self.update()

    def set_cued(self, cued: bool) -> None:
        """The handle is the thing to grab next."""
        self._look.cued = cued
        self._cue.set_on(cued)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Without a handle."""
        self._look.locked = locked
        if locked:
            self._let_go()
        self.update()

    @property
    def is_held(self) -> bool:
        """Whether a hand holds the handle, or another control."""
        return self._grip is not None or self._frozen

    @property
    def reach(self) -> Reach:
        """The powers of ten of the axis."""
        return self._reach

    @property
    def pointed(self) -> int:
        """The layer that is read off, from 0; -1 for none."""
        if self._hot >= 0:
            return self._hot
        return self._chosen if self.hasFocus() else -1

    def face(self) -> paint.Face:
        """Where everything is now."""
        theme = self._themes.current
        foot = 2 * theme.line_height("caption") + theme.px(24)
        top = theme.line_height("label") * 1.35
        left, right = sides(theme)
        area = QRectF(left, top, max(40.0, self.width() - left - right), max(20.0, self.height() - top - foot))
        ruler = area.bottom() + theme.line_height("caption") + theme.px(12)
        columns = Columns(area, max(1, self._signals.depth), self._most, theme.px(64))
        return paint.Face(columns, self._reach, ruler)

    # Axis -------------------------------------------------------------------------------------------------------------

    def _go_to(self, reach: Reach, jump: bool) -> None:
        if reach == self._to and not jump:
            return
        self._from, self._to = self._reach, reach
        duration = 0 if jump else self._themes.current.motion("panel")
        self._easing.go(0.0, 0)
        self._easing.go(1.0, duration)
        if self._easing.state() == Eased.State.Stopped:
            self._on_eased(1.0)

    def _on_eased(self, share: object) -> None:
        self._reach = self._from.between(self._to, float(share))  # type: ignore[arg-type]
        self.update()

    def _settle(self) -> None:
        if not self.is_held and self._signals.depth:
            self._go_to(reach_of(self._signals), jump=False)

    # Hand -------------------------------------------------------------------------------------------------------------

    def _on_handle(self, at: QPointF) -> bool:
        face, theme = self.face(), self._themes.current
        near = abs(at.x() - face.columns.edge) <= max(theme.px(_GRIP), theme.target / 2)
        return near or abs(at.y() - face.ruler) <= max(theme.px(_GRIP), theme.target / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or call it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._on_handle(event.position()):
            self._choose(self.face().columns.layer_at(event.position().x()))
        elif self._look.locked:
            self.refused.emit()
        else:
            edge = self.face().columns.edge
            near = abs(event.position().x() - edge) <= self._themes.current.px(_GRIP) + 1
            self._grip = event.position().x() - edge if near else 0.0
            self.held.emit()
            if not near:
                self._ask(self.face().columns.depth_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, or read off what lies under it."""
        at = event.position()
        if self._grip is not None:
            self._ask(self.face().columns.depth_at(at.x() - self._grip))
            return
        on_handle = self._on_handle(at)
        self._glow(1.0 if on_handle and not self._look.locked else 0.0)
        shape = Qt.CursorShape
        self.setCursor(shape.SizeHorCursor if on_handle and not self._look.locked else shape.ArrowCursor)
        self._point(self.face().columns.layer_at(at.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._glow(0.0)
        self._point(-1)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Reading begins with the first move."""
        self._hot = -1

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel belongs to the page unless the keyboard is here."""
        turned = event.angleDelta().y()
        if self.hasFocus() and turned and not self._look.locked:
            self._ask(self._signals.depth + (1 if turned > 0 else -1))
            self._let_go()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or change the depth."""
        key, last = Qt.Key(event.key()), self._signals.depth
        walks = {
            Qt.Key.Key_Left: self._chosen - 1, Qt.Key.Key_Right: self._chosen + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if key in walks:
            self._choose(min(max(walks[key], 0), last))
        elif key in _STEPS and self._look.locked:
            self.refused.emit()
        elif key in _STEPS:
            self._moved = True
            self._ask(self._signals.depth + _STEPS[key])
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last change by key is over."""
        if not event.isAutoRepeat() and self._grip is None:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reading begins at the first layer."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self._choose(max(self._chosen, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody holds or reads any more."""
        self._let_go()
        super().focusOutEvent(event)
        self.layer_pointed.emit(self.pointed)
        self.update()

    def _ask(self, depth: int) -> None:
        depth = min(max(depth, 1), self._most)
        if depth != self._signals.depth:
            self._moved = True
            self.depth_asked.emit(depth)

    def _let_go(self) -> None:
        gripped, self._grip = self._grip is not None, None
        if gripped or self._moved:
            self._moved = False
            self.released.emit()
            self._settle()

    def _choose(self, layer: int) -> None:
        self._chosen = layer
        self._tell()
        self.layer_pointed.emit(self.pointed)
        self.update()

    def _point(self, layer: int) -> None:
        if layer != self._hot:
            self._hot = layer
            self.layer_pointed.emit(self.pointed)
            self.update()

    def _glow(self, level: float) -> None:
        self._hover.go(level, self._themes.current.motion("hover"))

    # Looks ------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bars, line, ruler."""
        with QPainter(self) as painter:
            begin(painter)
            theme, face, signals = self._themes.current, self.face(), self._signals
            self._look.glow = 1.0 if self._grip is not None else self._hover.level
            paint.paint_ground(painter, theme, face)
            if signals.depth:
                pointed = self.pointed if self.pointed >= 0 else self._marked
                paint.paint_pointed(painter, theme, face, pointed)
                paint.paint_back(painter, theme, face, signals)
                paint.paint_forward(painter, theme, face, signals)
                paint.paint_told(painter, theme, face, signals, pointed)
                paint.paint_factors(painter, theme, face, signals)
                paint.paint_ways(painter, theme, face)
                paint.paint_numbers(painter, theme, face.columns)
                paint.paint_ruler(painter, theme, face, self._look)

    def describe(self) -> str:
        """The layer that is read off, in words; without one, both ends."""
        signals, layer = self._signals, self._chosen
        if not signals.depth:
            return "No layers yet."
        if 0 <= layer <= signals.depth:
            return layer_words(signals, layer)
        return phrase(
            "{layers}: {share} of the error comes back to the first.",
            layers=say_layers(signals.depth),
            share=short_number(float(signals.back[0])),
        )

    def sizeHint(self) -> QSize:
        """Wide."""
        theme = self._themes.current
        return QSize(round(theme.px(520)), round(theme.px(250)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few powers of ten."""
        theme = self._themes.current
        return QSize(round(theme.px(220)), round(theme.px(120)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halo moves with the handle."""
        super().resizeEvent(event)
        self._cue.refresh()

    def _tell(self) -> None:
        words = self.describe()
        if self._grip is None and words != getattr(self, "_told", None):
            self._told = words
            tell(self, NAME, joined((words, say(ABOUT))))
            self.setToolTip("")

    def _on_theme(self) -> None:
        self._cue.refresh()
        self.updateGeometry()
        self.update()
