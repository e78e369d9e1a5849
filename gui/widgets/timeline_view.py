"""The timeline under the hands: zoom, pan, walk, open, draw.

The wheel zooms at the pointer, a sideways wheel or a drag pans, a pinch zooms, a double click on empty ground shows
everything. A drag along the axis, or anywhere with Shift, draws a season. The keyboard walks: left and right in time,
up and down between lanes, Home and End to the first and the last event, Enter opens, plus and minus zoom, Control with
an arrow pans, 0 shows everything. Shift with an arrow draws a season: Enter keeps it, Escape gives it up, Delete takes
the last one away.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.timeline_canvas import TimelineCanvas
from gui.widgets.timeline_content import Season
from gui.widgets.timeline_plan import Spot
from gui.widgets.timeline_walk import across, beside, entry, ordered
from sim.timeline import FIRST_YEAR, LAST_YEAR

KEY_ZOOM = 1.4
PAN_SHARE = 0.12
NOTCH = 480.0
SHORTEST = 0.5
"""Years that a season drawn by hand lasts at least; less is a click."""
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NOTHING, _PAN, _DRAW = "", "pan", "draw"


class TimelineView(TimelineCanvas):
    """`opened` names an event; `season_drawn` and `season_erased` carry years."""

    opened = Signal(str)
    season_drawn = Signal(float, float)
    season_erased = Signal(float)
    refused = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._grab = _NOTHING
        self._from = QPointF()
        self._at = QPointF()
        Answering(self, (QEvent.Type.NativeGesture,), self._answer)

    # Mouse ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the years, or of a season to be."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._from = self._at = event.position()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on_axis = self.plan().strip.contains(event.position())
        self._grab = _DRAW if shifted or on_axis else _PAN

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, draw, or look at what lies there."""
        at = event.position()
        if self._grab == _PAN and self._has_moved(at):
            self._set_hovered(None)
            self._look_at(self.plan().axis.moved(at.x() - self._at.x()))
            self._at = at
        elif self._grab == _DRAW and self._has_moved(at):
            self._draw_to(at)
        elif not self._grab:
            self._look(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens; a drag is over."""
        grab, self._grab = self._grab, _NOTHING
        if event.button() != Qt.MouseButton.LeftButton or not grab:
            return
        if self._has_moved(event.position(), grab):
            self._keep_draft()
        elif (season := self._cross_at(event.position())) is not None:
            self.season_erased.emit((season[0] + season[1]) / 2)
        elif (spot := self.spot_at(event.position())) is not None:
            self._open(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On empty ground: every year. On an event it is two clicks."""
        if event.button() == Qt.MouseButton.LeftButton and self.spot_at(event.position()) is None:
            self.show_all()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; sideways, or with Shift, pan."""
        turned = event.angleDelta()
        pans = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or abs(turned.x()) > abs(turned.y())
        self._set_hovered(None)
        if pans:
            self._look_at(self.plan().axis.moved((turned.x() or turned.y()) / 2.0))
        elif turned.y():
            self._look_at(self.plan().axis.zoomed(2.0 ** (turned.y() / NOTCH), self._within(event.position().x())))
        event.accept()

    def _answer(self, event: QEvent) -> bool:
        """Pinching on a touch pad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            factor = min(max(1.0 + event.value(), 0.2), 5.0)
            self._look_at(self.plan().axis.zoomed(factor, self._within(event.position().x())))
            return True
        return False

    def _within(self, x: float) -> float:
        axis = self.plan().axis
        return min(max(x, axis.left), axis.right)

    def _has_moved(self, at: QPointF, grab: str = "") -> bool:
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        return far or (grab == _DRAW and self._moving.draft is not None) or self._at != self._from

    def _look(self, at: QPointF) -> None:
        """What lies under the pointer answers."""
        spot = self.spot_at(at)
        if spot is not None or not self._focused:
            self._set_hovered(spot)
        self._note_winter(at)
        shape = Qt.CursorShape.PointingHandCursor if spot or self._cross_at(at) else Qt.CursorShape.ArrowCursor
        if spot is None and self._draws and self.plan().strip.contains(at):
            shape = Qt.CursorShape.SplitHCursor
        self.setCursor(shape)

    def _open(self, spot: Spot) -> None:
        """Open an event, or the one that a machine belongs to."""
        self._focused = spot.id
        id = spot.event.id if spot.event is not None else spot.machine.event if spot.machine is not None else ""
        if id:
            self._set_hovered(None)
            self.opened.emit(id)

    # Seasons ----------------------------------------------------------------------------------------------------------

    def _draw_to(self, at: QPointF) -> None:
        if not self._draws:
            self._grab = _NOTHING
            self.refused.emit()
            return
        self._at = at
        axis = self.plan().axis
        ends = sorted((self._year_at(axis.year(self._from.x())), self._year_at(axis.year(at.x()))))
        self._set_hovered(None)
        self._set_draft((ends[0], ends[1]))

    def _year_at(self, year: float) -> float:
        """A year on the axis, at whole months."""
        return min(max(round(year * 12) / 12, float(FIRST_YEAR)), LAST_YEAR + 1.0)

    def _keep_draft(self) -> None:
        draft = self._moving.draft
        self._set_draft(None)
        if draft is not None and draft[1] - draft[0] >= SHORTEST:
            self.season_drawn.emit(*draft)

    def _draw_by_key(self, way: int) -> None:
        """Begin a season of a year in the middle of the picture, or move its end."""
        if not self._draws:
            self.refused.emit()
            return
        draft = self._moving.draft
        if draft is None:
            spot = self.plan().spot(self._focused)
            first, last = self.years
            middle = float(round(spot.when if spot is not None else (first + last) / 2))
            draft = (middle, middle + 1) if way > 0 else (middle - 1, middle)
        elif draft[1] + way - draft[0] >= 1:
            draft = (draft[0], draft[1] + way)
        else:
            draft = (draft[0] + way, draft[1])
        self._set_hovered(None)
        self._set_draft((self._year_at(draft[0]), self._year_at(draft[1])))

    # Keys -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, pan, draw, open."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        way = _WAYS.get(key)
        if way is not None and modifiers & Qt.KeyboardModifier.ShiftModifier and way[0]:
            self._draw_by_key(way[0])
        elif way is not None and modifiers & Qt.KeyboardModifier.ControlModifier and way[0]:
            self._look_at(self.plan().axis.moved(-way[0] * PAN_SHARE * self.plan().axis.width))
        elif way is not None:
            self._walk(way)
        elif not self._took(key):
            super().keyPressEvent(event)

    def _took(self, key: Qt.Key) -> bool:
        """The keys that are no arrows; False for one that means nothing here."""
        if self._moving.draft is not None and (key in _OPENS or key == Qt.Key.Key_Escape):
            if key == Qt.Key.Key_Escape:
                self._set_draft(None)
            self._keep_draft()
        elif key in _OPENS and (spot := self.plan().spot(self._focused)) is not None:
            self._open(spot)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom_by_key(1.0 / KEY_ZOOM if key == Qt.Key.Key_Minus else KEY_ZOOM)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.plan().spots:
            self._go(ordered(self.plan().spots)[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._content.drawn:
            self._erase_last()
        else:
            return False
        return True

    def _erase_last(self) -> None:
        season: Season = self._content.drawn[-1]
        self.season_erased.emit((season[0] + season[1]) / 2)

    def _zoom_by_key(self, factor: float) -> None:
        axis, spot = self.plan().axis, self.plan().spot(self._focused)
        at_spot = spot is not None and axis.left <= spot.x <= axis.right
        self._look_at(axis.zoomed(factor, spot.x if spot is not None and at_spot else axis.left + axis.width / 2))

    def _walk(self, way: tuple[int, int]) -> None:
        spots = self.plan().spots
        at = self.plan().spot(self._focused)
        if at is None:
            first, last = self.years
            target = entry(spots, (first + last) / 2)
        else:
            target = beside(spots, at, way[0]) if way[0] else across(spots, at, way[1])
        if target is not None:
            self._go(target)

    def _go(self, spot: Spot) -> None:
        """The walk goes to a dot, and the picture follows."""
        self._look_at(self.plan().axis.revealing(spot.when))
        self._set_focused(self.plan().spot(spot.id))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The walk is over where the focus goes to another part of the window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._set_draft(None)
            self._set_hovered(None)
