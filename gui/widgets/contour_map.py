"""The map of a loss landscape with the tracks of a race on it; the learner drags the start, zooms and points at racers.

Knows no simulation: it gets a field, paths and names, and says what was dragged, looked at or pointed at. Three layers: the
widget's ground, a still pixmap (relief, lines, features, axes) rebuilt only when one of them changes, and the live layer.

The owner supplies the field of what is shown: after every change of size or zoom, at most once a frame, `view_changed(rect,
width, height)` asks for the field of `rect`, whose picture measures so many logical pixels.

Mouse: drag the start, also beyond the picture; wheel or pinch zooms about the pointer; right or middle button moves the ground;
double click shows the whole domain. Keys: arrows move the start by 1 % of the picture (Shift 0.1 %), plus and minus zoom, 0
shows the whole domain.
"""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.map_frame import caption_box, frame_for, paint_axes, paint_border, paint_caption
from gui.widgets.map_ground import Ground, paint_features
from gui.widgets.map_live import START, LiveLayer, handle_reach
from gui.widgets.map_spots import MapContent, hit
from gui.widgets.polylines import finite_part
from gui.widgets.shapes import begin, disc
from gui.widgets.ticks import signed
from gui.widgets.viewport import Viewport, resized, whole, within_reach

_FRAME_MS = 16
_KEY_ZOOM = 1.25
_UNIT: Rect = (0.0, 1.0, 0.0, 1.0)
_DESCRIPTION = (
    "Map of the loss: low ground is good. Arrow keys move the start point, plus and minus zoom, 0 shows the whole domain."
)
_START_HELP = "Start of every racer. Drag it, or use the arrow keys."
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}


class ContourMap(QWidget):
    """See the module's text."""

    start_dragged = Signal(float, float)
    start_released = Signal()
    view_changed = Signal(object, int, int)
    hovered = Signal(object)
    clicked = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = MapContent()
        self._ground = Ground()
        self._live = LiveLayer()
        self._domain: Rect | None = None
        self._view = whole(_UNIT, 0.0, 0.0, 1.0, 1.0)
        self._is_whole = True
        self._names = ("x", "y")
        self._caption = ("", "")
        self._ground_role = "stage"
        self._still: QPixmap | None = None
        self._reported: tuple[Rect, int, int] | None = None
        self._since_report = QElapsedTimer()
        self._report_timer = QTimer(self)
        self._report_timer.setSingleShot(True)
        self._report_timer.timeout.connect(self._report_view)
        self._grab: QPointF | None = None
        self._pan: QPointF | None = None
        self._pressed: str | None = None
        self._pointer: QPointF | None = None
        self._by_keys = False
        self._set_up()
        themes.changed.connect(self._on_theme)

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Loss landscape")
        self.setAccessibleDescription(_DESCRIPTION)
        self.setToolTip(_START_HELP)
        self._lay_out()

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_domain(self, rect: Rect) -> None:
        """The landscape proper; shows the whole of it when it is another one than before."""
        if rect != self._domain:
            self._domain = rect
            self._is_whole = True
            self._lay_out()

    def set_field(self, field: Array, rect: Rect, log_levels: bool = False) -> None:
        """Heights (rows, columns), row 0 at the lowest y, spread evenly from edge to edge of `rect`; NaN is shown as missing."""
        if self._domain is None:
            self.set_domain(rect)
        self._ground.set_field(field, rect, log_levels, self._domain)
        self._forget_still()

    def set_features(self, minima: Array, saddles: Array) -> None:
        """Points (n, 2) to mark as minima and saddles."""
        self._content.minima, self._content.saddles = _points(minima), _points(saddles)
        self._content.version += 1
        self._forget_still()

    def set_trails(self, trails: Mapping[str, Array], cursor: int) -> None:
        """Paths (steps + 1, 2) of the racers, drawn up to `cursor`. A path ends where it stops being finite."""
        self._content.paths = {key: finite_part(path) for key, path in trails.items()}
        self._content.cursor = max(0, int(cursor))
        self._content.version += 1
        self._live_changed()

    def set_cursor(self, step: int) -> None:
        """Show the same trails up to another step."""
        if step != self._content.cursor:
            self._content.cursor = max(0, int(step))
            self._live_changed()

    def set_ghosts(self, ghosts: Mapping[str, Array]) -> None:
        """Paths of the old future, dashed."""
        self._content.ghosts = {key: finite_part(path) for key, path in ghosts.items()}
        self._content.version += 1
        self.update()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Names to write beside the racers."""
        self._content.titles = dict(titles)
        self.update()

    def set_shown(self, shown: Mapping[str, bool]) -> None:
        """Which racers are drawn; those not named are."""
        self._content.shown = dict(shown)
        self._live_changed()

    def set_selected(self, key: str | None) -> None:
        """The racer that is being steered: on top, with its name."""
        self._content.selected = key
        self.update()

    def set_start(self, start: tuple[float, float] | None) -> None:
        """Where the race starts. Ignored while the learner holds the handle: the finger is right."""
        if self._grab is None:
            self._move_start(start)

    def set_axis_names(self, names: tuple[str, str]) -> None:
        """What stands at the ends of the axes."""
        self._names = names
        self._forget_still()

    def set_caption(self, title: str, subtitle: str = "") -> None:
        """The line in the upper left corner: a title and a formula."""
        self._caption = (title, subtitle)
        self._content.version += 1
        self.setAccessibleName(title or "Loss landscape")
        self._forget_still()

    def set_ground_role(self, role: str) -> None:
        """The role of the colour around the picture ("stage", "panel")."""
        self._ground_role = role
        self._forget_still()

    def reset_view(self) -> None:
        """Show the whole domain."""
        self._is_whole = True
        self._lay_out()

    # What others may ask ---------------------------------------------------------------------------------------------

    @property
    def view(self) -> Viewport:
        """What is shown, and where."""
        return self._view

    @property
    def start(self) -> tuple[float, float] | None:
        """Where the handle is."""
        return self._content.start

    def position_of(self, key: str) -> QPointF | None:
        """The pixel of a racer's marker (or of the start, "start"): an anchor for a bubble."""
        self._place()
        if key == START:
            spot = self._live.start_spot
            return None if spot is None else QPointF(spot.x, spot.y)
        return next((QPointF(spot.x, spot.y) for spot in self._live.spots if spot.key == key), None)

    def sizeHint(self) -> QSize:
        """A landscape format."""
        return QSize(round(self._themes.current.px(560)), round(self._themes.current.px(360)))

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(150)))

    # View ------------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Fit the picture into the widget: the whole domain again, or the same place at the same scale."""
        frame = frame_for(self._themes.current, self.width(), self.height())
        place = (frame.left, frame.top, frame.width, frame.height)
        if self._is_whole:
            self._show(whole(self._domain or _UNIT, *place))
        else:
            self._show(resized(self._view, *place))

    def _show(self, view: Viewport) -> None:
        if view == self._view and self._reported is not None:
            return
        self._view = view
        self._forget_still()
        if self._domain is not None and not self._report_timer.isActive():
            waited = self._since_report.elapsed() if self._since_report.isValid() else _FRAME_MS
            self._report_timer.start(max(0, _FRAME_MS - int(waited)))

    def _report_view(self) -> None:
        report = (self._view.plane, round(self._view.width), round(self._view.height))
        if report != self._reported:
            self._reported = report
            self._since_report.start()
            self.view_changed.emit(*report)

    def _zoom(self, factor: float, x: float, y: float) -> None:
        nearer = self._view.zoomed(factor, x, y)
        if self._domain is not None and within_reach(nearer, self._domain):
            self._is_whole = False
            self._show(nearer)
            self._live_changed()

    def _move_start(self, start: tuple[float, float] | None) -> None:
        if start is not None and not (math.isfinite(start[0]) and math.isfinite(start[1])):
            return
        if start != self._content.start:
            self._content.start = None if start is None else (float(start[0]), float(start[1]))
            words = f" Start at {self._start_text()}." if start is not None else ""
            self.setAccessibleDescription(_DESCRIPTION + words)
            self.update()

    def _start_text(self) -> str:
        """The start's coordinates, as fine as a pixel."""
        x, y = self._content.start or (0.0, 0.0)
        digits = [min(9, max(0, math.ceil(math.log10(scale)))) for scale in (self._view.x_scale, self._view.y_scale)]
        return f"({signed(f'{x:.{digits[0]}f}')}, {signed(f'{y:.{digits[1]}f}')})"

    # Painting --------------------------------------------------------------------------------------------------------

    def _on_theme(self) -> None:
        self._lay_out()
        self._forget_still()
        self.updateGeometry()

    def _forget_still(self) -> None:
        self._still = None
        self.update()

    def _live_changed(self) -> None:
        """Repaint, and see whether another racer lies under the resting pointer."""
        self.update()
        if self._pointer is not None and self._grab is None and self._pan is None:
            self._place()
            self._point_at(self._pointer)

    def _place(self) -> None:
        self._live.place(self._content, self._view, self._themes.current)

    def still_layer(self) -> QPixmap:
        """The pixmap below the live layer, built where something of it has changed."""
        ratio = self.devicePixelRatio()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = self._build_still(ratio)
        return self._still

    def _build_still(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        theme, view = self._themes.current, self._view
        pixmap.fill(theme.color(self._ground_role))
        painter = QPainter(pixmap)
        begin(painter)
        painter.setClipRect(int(view.left), int(view.top), math.ceil(view.width), math.ceil(view.height))
        self._ground.paint(painter, view, theme)
        paint_features(painter, theme, view, self._content.minima, self._content.saddles)
        paint_caption(painter, theme, self._caption_box(), *self._caption)
        painter.setClipping(False)
        if frame_for(theme, self.width(), self.height()).axes:
            paint_axes(painter, theme, view, self._names)
        painter.end()
        return pixmap

    def _caption_box(self) -> tuple[float, float, float, float]:
        return caption_box(self._themes.current, self._view, *self._caption)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Still layer, live layer, border, focus ring."""
        theme = self._themes.current
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.still_layer())
        begin(painter)
        self._live.paint(
            painter, self._content, self._view, theme, self.devicePixelRatio(), self._caption_box(), self._held_text()
        )
        paint_border(painter, theme, self._view, self._ground_role)
        spot = self._live.start_spot
        if self.hasFocus() and self._by_keys and spot is not None:
            disc(painter, QPointF(spot.x, spot.y), theme.px(15.0), None, theme.color("you"), theme.stroke("focus"))
        painter.end()

    def _held_text(self) -> str:
        """"start", and its coordinates while it is being moved."""
        moving = self._grab is not None or (self.hasFocus() and self._by_keys)
        return f"{START} {self._start_text()}" if moving else START

    # Events ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the start, of the ground, or press on a racer."""
        self._by_keys = False
        at = event.position()
        self._place()
        if event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._pan = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._is_on_start(at):
                self._grab = self._grab_offset(at)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            else:
                self._pressed = self._racer_at(at)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else say what lies under the pointer."""
        at = event.position()
        self._pointer = at
        if self._grab is not None:
            self._drag_start_to(at)
        elif self._pan is not None:
            self._is_whole = False
            moved = self._view.moved(at.x() - self._pan.x(), at.y() - self._pan.y())
            self._pan = at
            if self._domain is not None and within_reach(moved, self._domain):
                self._show(moved)
        else:
            self._place()
            self._point_at(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or finish a click on a racer."""
        if event.button() == Qt.MouseButton.LeftButton and self._grab is not None:
            self._grab = None
            self.start_released.emit()
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._place()
            if self._racer_at(event.position()) == self._pressed:
                self.clicked.emit(self._pressed)
        elif event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._pan = None
        self._pressed = None
        self._point_at(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On empty ground: the whole domain. A double click on something is two clicks."""
        self._place()
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_start(at) and self._racer_at(at) is None:
            self.reset_view()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer: a notch is a fifth."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self._grab is None:
            self._zoom(2.0 ** (turned / 480.0), event.position().x(), event.position().y())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._pointer = None
        if self._grab is None:
            self._set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the start, zoom, or show everything."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        middle = (self._view.left + self._view.width / 2, self._view.top + self._view.height / 2)
        self._by_keys = True
        if arrow is not None and self._content.start is not None:
            self._nudge(arrow, 0.001 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(_KEY_ZOOM, *middle)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(1.0 / _KEY_ZOOM, *middle)
        elif event.key() == Qt.Key.Key_0:
            self.reset_view()
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a movement by keys."""
        if Qt.Key(event.key()) in _ARROWS and not event.isAutoRepeat() and self._content.start is not None:
            self.start_released.emit()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard."""
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring."""
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tooltips only where there is something to say, and pinching on a touch pad."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._show_tooltip(event)
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(max(0.2, 1.0 + event.value()), event.position().x(), event.position().y())
            return True
        return super().event(event)

    def _show_tooltip(self, event: QHelpEvent) -> bool:
        self._place()
        if self._is_on_start(QPointF(event.pos())):
            QToolTip.showText(event.globalPos(), _START_HELP, self)
        else:
            QToolTip.hideText()
        return True

    # Pointing --------------------------------------------------------------------------------------------------------

    def _is_on_start(self, at: QPointF) -> bool:
        spot = self._live.start_spot
        return spot is not None and math.hypot(spot.x - at.x(), spot.y - at.y()) <= handle_reach(self._themes.current)

    def _grab_offset(self, at: QPointF) -> QPointF:
        """What keeps the handle under the same place of the finger; a start outside the picture jumps to it."""
        spot = self._live.start_spot
        if spot is None or spot.is_outside:
            return QPointF(0.0, 0.0)
        return QPointF(spot.x, spot.y) - at

    def _racer_at(self, at: QPointF) -> str | None:
        theme = self._themes.current
        reach = max(theme.target / 2.0, theme.stroke("marker") + 3.0)
        return hit(self._live.spots, at.x(), at.y(), reach)

    def _drag_start_to(self, at: QPointF) -> None:
        held = at + (self._grab or QPointF())
        self._move_start(self._view.point_at(held.x(), held.y()))
        if self._content.start is not None:
            self.start_dragged.emit(*self._content.start)

    def _nudge(self, arrow: tuple[float, float], share: float) -> None:
        x0, x1, y0, y1 = self._view.plane
        x, y = self._content.start or (0.0, 0.0)
        self._move_start((x + arrow[0] * share * (x1 - x0), y + arrow[1] * share * (y1 - y0)))
        if self._content.start is not None:
            self.start_dragged.emit(*self._content.start)

    def _point_at(self, at: QPointF) -> None:
        if self._grab is not None or self._pan is not None:
            return
        on_start = self._is_on_start(at)
        racer = None if on_start else self._racer_at(at)
        self._set_hovered(racer)
        hand = Qt.CursorShape.OpenHandCursor if on_start else Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if on_start or racer is not None else Qt.CursorShape.ArrowCursor)

    def _set_hovered(self, key: str | None) -> None:
        if key != self._content.hovered:
            self._content.hovered = key
            self.hovered.emit(key)
            self.update()


def _points(points: Array) -> Array:
    """Points as (n, 2), also of none."""
    return np.asarray(points, np.float64).reshape(-1, 2)
