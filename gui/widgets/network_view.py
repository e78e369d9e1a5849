"""A dense network to look at and to take hold of: units, edges, biases, and what changes its shape.

Drag along an edge, or across a bias, and its value follows the hand; the signals say which value is asked for, and the
picture shows it in the same frame. The arrow keys walk from unit to edge to unit; plus and minus change the weight of
the edge, or the bias of the unit, that they stand at. `layer` counts the matrices of weights from 0; the inputs are the
units of layer -1.
"""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets import network_view_units as look
from gui.widgets.focus import FocusMark
from gui.widgets.network_view_content import NOTHING, Part
from gui.widgets.network_view_picture import NetworkPicture
from gui.widgets.network_view_plates import middle
from gui.widgets.network_view_walk import first_part, to_end, walk
from gui.widgets.network_view_words import NAME, describe, tip_of

PER_PIXEL = 0.02  # weight per pixel of a drag
FINE = 0.1
START = 3.0  # pixels before a press becomes a drag
LIMIT = 100.0  # no hand makes a weight larger
_EDGE_REACH = 7.0
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHANGES = {
    Qt.Key.Key_Plus: 0.1,
    Qt.Key.Key_Equal: 0.1,
    Qt.Key.Key_Minus: -0.1,
    Qt.Key.Key_Underscore: -0.1,
    Qt.Key.Key_PageUp: 1.0,
    Qt.Key.Key_PageDown: -1.0,
}


class NetworkView(NetworkPicture):
    """`hovered` and `clicked` give kind ("edge", "unit", "bias", "input", "" for nothing), layer, i, j and a point."""

    hovered = Signal(str, int, int, int, QPointF)
    clicked = Signal(str, int, int, int, QPointF)
    weight_dragged = Signal(int, int, int, float)
    bias_dragged = Signal(int, int, float)
    released = Signal()
    layer_added = Signal()
    layer_removed = Signal()
    units_changed = Signal(int, int)
    activation_chosen = Signal(int, str)
    input_toggled = Signal(int, bool)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._press = QPointF()
        self._start = 0.0
        self._moving = False
        self._from_left = True
        self._locked = ""
        self._held_back: frozenset[str] = frozenset()
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say(NAME))
        self.controls.layers_asked.connect(self._on_layers)
        self.controls.units_asked.connect(self.units_changed)
        self.controls.activation_asked.connect(self.activation_chosen)
        self.controls.input_asked.connect(self._on_input)
        self.shape_changed.connect(self._on_shape)
        self._tell()

    def set_locked(self, reason: str, kinds: tuple[str, ...] = ("edge", "bias")) -> None:
        """A reason keeps weights ("edge") or biases out of the hand, and says so; "" gives both back."""
        self._held_back = frozenset(kinds if reason else ())
        self._locked = reason if len(self._held_back) > 1 else ""
        self._tell()

    # What lies where ------------------------------------------------------------------------------------------------

    def part_at(self, at: QPointF) -> Part:
        """What is under the pointer: a bias, a unit, or the nearest edge."""
        layout, content = self.layout_now(), self.content
        for column in range(1, len(layout.columns)):
            j = self._pill_at(column, at)
            if j >= 0:
                return Part("bias", column - 1, -1, j)
        for column in range(len(layout.columns)):
            j = layout.unit_at(column, at)
            if j >= 0:
                return Part("input", -1, -1, j) if column == 0 else Part("unit", column - 1, -1, j)
        crowd = min(layout.spacing(column) for column in range(len(content.counts)))
        reach = max(3.0, min(self._themes.current.px(_EDGE_REACH), crowd))
        index = self.edges_now().near(at, reach)
        return self.edges_now().part(index) if index >= 0 else NOTHING

    def _pill_at(self, column: int, at: QPointF) -> int:
        place, theme = self.layout_now().columns[column], self._themes.current
        if place.pill not in ("under", "beside", "bead"):
            return -1
        more = 0.0 if place.pill == "bead" else max(0.0, (theme.target - theme.px(19)) / 2)
        if place.pill == "bead" and place.style == "small":
            return -1
        for j in range(len(place.ys)):
            if self.layout_now().pill(column, j).adjusted(-2, -more, 2, more).contains(at):
                return j
        return -1

    def point_of(self, part: Part) -> QPointF:
        """Where a bubble about a part points to."""
        if part.kind == "edge":
            index = self.edges_now().index(part)
            return middle(self.edges_now().lines[index]) if index >= 0 else QPointF()
        return look.part_rect(self.layout_now(), part).center() if part.kind else QPointF()

    # Mouse ----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is there."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        part = self.part_at(event.position())
        self._press, self._hand, self._moving = event.position(), part, False
        self._start = self.content.value(part) if part.kind in ("edge", "bias") else math.nan
        self._glow(part, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub what is held; otherwise glow."""
        at = event.position()
        if not self._hand.kind:
            self._glow(self.part_at(at), at)
        elif self._hand.kind in ("edge", "bias"):
            self._scrub(at, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; where nothing moved, it was a click."""
        if event.button() != Qt.MouseButton.LeftButton or not self._hand.kind:
            return
        part, self._hand = self._hand, NOTHING
        if self._moving:
            self._moving = False
            self.released.emit()
        else:
            self._choose(part)
            self.clicked.emit(part.kind, part.layer, part.i, part.j, self.point_of(part))
        self._glow(self.part_at(event.position()), event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        if not self._hand.kind:
            self._glow(NOTHING, None)
        super().leaveEvent(event)

    def _scrub(self, at: QPointF, fine: bool) -> None:
        way = at - self._press
        if not self._moving and math.hypot(way.x(), way.y()) < START:
            return
        if self._hand.kind in self._held_back:
            return
        self._moving = True
        along = QPointF.dotProduct(way, self._direction(self._hand))
        start = self._start if math.isfinite(self._start) else 0.0
        self._put(self._hand, start + along * PER_PIXEL * (FINE if fine else 1.0), 3 if fine else 2)

    def _direction(self, part: Part) -> QPointF:
        """The way in which a value grows: along the edge, to the right across a pill."""
        index = self.edges_now().index(part)
        if index < 0:
            return QPointF(1.0, 0.0)
        line = self.edges_now().lines[index]
        x, y = line[-1] - line[0]
        size = max(1e-9, math.hypot(x, y))
        return QPointF(x / size, y / size)

    def _put(self, part: Part, value: float, digits: int) -> None:
        value = round(min(max(value, -LIMIT), LIMIT), digits) + 0.0
        if value == self.content.value(part) or part.kind in self._held_back:
            return
        self.content.put(part, value)
        self._moving = True
        self._tell()
        self.update()
        if part.kind == "edge":
            self.weight_dragged.emit(part.layer, part.i, part.j, value)
        else:
            self.bias_dragged.emit(part.layer, part.j, value)

    def _glow(self, part: Part, at: QPointF | None) -> None:
        self._follow_lens(part, at)
        if part == self._hot:
            return
        self._hot = part
        if not self._is_complete():
            self._edges = self._plates = None
        shape = Qt.CursorShape
        scrub = shape.PointingHandCursor if self._locked else shape.SizeHorCursor
        shapes = {"edge": scrub, "bias": scrub, "": shape.ArrowCursor}
        self.setCursor(shapes.get(part.kind, shape.PointingHandCursor))
        self.setToolTip(tip_of(self.content, part, self._locked, bool(part.kind) or self.writes_all()))
        self.update()
        self.hovered.emit(part.kind, part.layer, part.i, part.j, self.point_of(part))

    def _follow_lens(self, part: Part, at: QPointF | None) -> None:
        if at is None or part.kind not in ("unit", "input"):
            column, y = (-1, 0.0) if at is None or part.kind != "edge" else self._looked
        else:
            column, y = part.column, at.y()
        before = self._looked
        self._look_at(column, y)
        if self._looked != before:
            self.update()

    # Keys -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, change, choose."""
        key = Qt.Key(event.key())
        part = self._chosen if self._chosen.kind else first_part(self.content)
        part = Part("unit", part.layer, -1, part.j) if part.kind == "bias" else part
        if key in _WALKS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(part, *_WALKS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and part.kind != "edge":
            self._go_to(to_end(self.content, part, key == Qt.Key.Key_End))
        elif key in _CHANGES and part.kind in ("unit", "edge") and not self._locked:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._nudge(part, _CHANGES[key] * (FINE if fine else 1.0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(part)
            self.clicked.emit(part.kind, part.layer, part.i, part.j, self.point_of(part))
        elif key == Qt.Key.Key_Escape and self._chosen.kind:
            self._go_to(NOTHING)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last change by key is over."""
        if not event.isAutoRepeat() and not self._hand.kind:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first unit."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD and not self._chosen.kind:
            self._choose(first_part(self.content))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody holds anything any more."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hand = NOTHING
            self._let_go()
            if not self._hot.kind and self._chosen.kind:
                self.hovered.emit("", -1, -1, -1, QPointF())
        super().focusOutEvent(event)
        self.update()

    def _step(self, part: Part, across: int, down: int) -> None:
        if not self._chosen.kind:
            self._go_to(part)
            return
        new = walk(self.content, part, across, down, self._from_left)
        if across and new.kind == "edge":
            self._from_left = across > 0
        self._go_to(new)

    def _go_to(self, part: Part) -> None:
        self._hot = NOTHING
        self._choose(part)
        self.hovered.emit(part.kind, part.layer, part.i, part.j, self.point_of(part))

    def _nudge(self, part: Part, change: float) -> None:
        self._choose(part)
        value = self.content.value(part)
        self._put(part, (value if math.isfinite(value) else 0.0) + change, 3)

    def _let_go(self) -> None:
        if self._moving:
            self._moving = False
            self.released.emit()

    # ----------------------------------------------------------------------------------------------------------------

    def _choose(self, part: Part) -> None:
        self._chosen = part
        if part.kind in ("unit", "input"):
            slots = self.layout_now()
            y = slots.area.top() + (part.j + 0.5) * slots.spacing(part.column)
            self._look_at(part.column, y)
        if not self._is_complete():
            self._edges = self._plates = None
        self._mark.refresh()
        self._tell()
        self.update()

    def _ring(self) -> tuple[QRectF, float]:
        """Around the part that the keyboard is at; an edge has it around its value."""
        part, layout = self._chosen, self.layout_now()
        if part.kind == "edge":
            plate = self.plate_of(part)
            return plate, plate.height() / 2
        if not part.kind:
            return QRectF(self.rect()).adjusted(4, 4, -4, -4), 4.0
        rect = look.part_rect(layout, part)
        disc = part.kind == "bias" or self.content.thumbnail(part.column) is None
        radius = rect.height() / 2 if disc else look.corner_of(self._themes.current, rect.width())
        return rect, radius

    def _tell(self) -> None:
        self.setAccessibleDescription(say(describe(self.content, self._chosen, self._locked)))
        if not self._hot.kind:
            self.setToolTip(tip_of(self.content, NOTHING, self._locked, self.writes_all()))

    def _on_layers(self, count: int) -> None:
        (self.layer_added if count > self.content.depth - 1 else self.layer_removed).emit()

    def _on_input(self, index: int, on: bool) -> None:
        """The chip shows what is so until the network follows."""
        if self.content.on is not None:
            self.controls.chips[index].setChecked(self.content.on[index])
        self.input_toggled.emit(index, on)

    def _on_shape(self) -> None:
        self._moving = False
        self._mark.refresh()
        self._tell()
