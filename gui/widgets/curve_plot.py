"""Curves over the steps of a run: one per racer, named at their ends, with a cursor at the step that is shown.

Painted by hand rather than with pyqtgraph. The picture needs names at the ends that never overlap, two strengths of
one curve (what was, what is to come), markers with rims, axes that freeze and ease, and numbers as the other pictures
write them; in pyqtgraph each is an item of its own beside an axis to override, and all of them repaint whenever the
cursor moves. Here everything that stands still lies in two pixmaps; a moving cursor copies them and paints its markers.

Curves are cut at their first value that is not finite and thinned to 500 points. The whole run is known at once: the
part up to the cursor is strong, the rest thin and pale (or hidden, where a guess comes first). A click or a drag asks
for a step.
"""

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets import curve_paint as paint
from gui.widgets.contours import Array
from gui.widgets.curve_ranges import Span, axis_values, span_of
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.shapes import begin
from gui.widgets.ticks import Ticks, decade_ticks, linear_ticks, scientific
from sim.phrases import joined, phrase

_LEAST_SHARE = 0.62
_PAGE = 10


class CurvePlot(QWidget):
    """Any number of curves; keys are roles of the theme with a colour and a marker."""

    seek = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._raw: dict[str, Array] = {}
        self._curves: dict[str, Array] = {}
        self._shown: dict[str, bool] = {}
        self._titles: dict[str, str] = {}
        self._selected: str | None = None
        self._labels = ("", "steps", "")
        self._bounds: tuple[float | None, float | None] = (None, None)
        self._log = self._held = self._stale = False
        self._future = True
        self._cursor = 0
        self._span = self._from = self._to = Span(1.0, 0.0, 1.0)
        self._ground, self._past = QPixmap(), QPixmap()
        self._easing = Eased(self, 1.0)
        self._easing.valueChanged.connect(self._on_eased)
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(say("Click or drag to go to a step. The arrow keys go one step at a time."))
        themes.changed.connect(self._restyle)

    # What is shown ----------------------------------------------------------------------------------------------------

    def set_curves(self, curves: Mapping[str, Array]) -> None:
        """Values by step for every key, step 0 first."""
        self._raw = dict(curves)
        self._rework()

    def set_cursor(self, step: int) -> None:
        """The step that is shown; cheap."""
        step = max(0, int(step))
        if step != self._cursor:
            self._cursor = step
            if QAccessible.isActive():
                self.setAccessibleDescription(say(self.describe()))
            self.update()

    def set_log(self, log: bool) -> None:
        """Powers of ten on the axis of values."""
        if log != self._log:
            self._log = log
            self._rework(jump=True)

    def set_labels(self, title: str, x: str, y: str) -> None:
        """Heading, unit of the steps, and a note on the values beside the heading."""
        if (title, x, y) != self._labels:
            self._labels = (title, x, y)
            self.setAccessibleName(say(title or "Curves"))
            self._restyle()

    def set_bounds(self, low: float | None, high: float | None) -> None:
        """Values that the axis never goes beyond (a landscape that falls for ever is cut somewhere)."""
        if (low, high) != self._bounds:
            self._bounds = (low, high)
            self._rework(jump=True)

    def set_shown(self, shown: Mapping[str, bool]) -> None:
        """Which keys are drawn; those not named are."""
        if dict(shown) != self._shown:
            self._shown = dict(shown)
            self._rework()

    def set_selected(self, key: str | None) -> None:
        """The key whose curve is stronger and on top."""
        if key != self._selected:
            self._selected = key
            self._restyle()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """The names at the ends."""
        if dict(titles) != self._titles:
            self._titles = dict(titles)
            self._restyle()

    def set_future(self, shown: bool) -> None:
        """Show what comes after the cursor, or keep it back for a guess."""
        if shown != self._future:
            self._future = shown
            self._restyle()

    def hold(self, held: bool) -> None:
        """Freeze the axes while a control is dragged; on release they ease to where they belong."""
        if held != self._held:
            self._held = held
            if not held:
                self._go_to(self._wanted(), jump=False)

    def describe(self) -> str:
        """The numbers at the cursor in words, for who cannot see them."""
        parts = []
        for key in self._visible():
            values, title = self._curves[key], self._titles.get(key, key)
            if self._cursor < values.size:
                number = scientific(float(self._raw[key][self._cursor]), 3)
                parts.append(phrase("{title} {number}", title=title, number=number))
            elif values.size:
                parts.append(phrase("{title} ended at step {size}", title=title, size=values.size - 1))
        return (
            phrase("Step {cursor}: {names}.", cursor=self._cursor, names=joined(parts, ", "))
            if parts
            else "No curves yet."
        )

    @property
    def span(self) -> Span:
        """What the axes show now."""
        return self._span

    # Ranges -----------------------------------------------------------------------------------------------------------

    def _visible(self) -> list[str]:
        """Shown keys in the order of painting: the selected one last."""
        keys = [key for key in self._curves if self._shown.get(key, True)]
        return sorted(keys, key=lambda key: key == self._selected)

    def _wanted(self) -> Span:
        low, high = self._bounds
        if self._log:
            low, high = (None if bound is None or bound <= 0 else math.log10(bound) for bound in (low, high))
        return span_of([self._curves[key] for key in self._visible()], self._log, (low, high))

    def _rework(self, jump: bool = False) -> None:
        first = not any(curve.size for curve in self._curves.values())
        self._curves = {key: axis_values(values, self._log) for key, values in self._raw.items()}
        if jump or first or not self._held:
            self._go_to(self._wanted(), jump=True)
        self._restyle()

    def _go_to(self, span: Span, jump: bool) -> None:
        self._from, self._to = self._span, span
        duration = 0 if jump or self._from == span else self._themes.current.motion("panel")
        self._easing.go(0.0, 0)
        self._easing.go(1.0, duration)
        if self._easing.state() == Eased.State.Stopped:
            self._on_eased(1.0)

    def _on_eased(self, share: object) -> None:
        self._span = self._from.between(self._to, float(share))  # type: ignore[arg-type]
        self._restyle()

    def _restyle(self) -> None:
        self._stale = True
        self.update()

    # Layers -----------------------------------------------------------------------------------------------------------

    def _ticks(self, height: float) -> Ticks:
        room = max(2.0, height / (self._themes.current.line_height("caption") * 2.1))
        low, high = self._span.low, self._span.high
        if not self._log:
            return linear_ticks(low, high, room)
        if high - low >= 1.0:
            return decade_ticks(low, high, room)
        ticks = linear_ticks(10.0**low, 10.0**high, room)
        return Ticks(tuple(map(math.log10, ticks.values)), ticks.texts)

    def frame(self) -> paint.Frame:
        """Where the curves lie now."""
        theme = self._themes.current
        title, _, _ = self._labels
        top = theme.line_height("heading") + theme.px(10) if title else theme.px(8)
        height = max(8.0, self.height() - top - theme.line_height("caption") - theme.px(5))
        left = paint.left_room(theme, self._ticks(height).texts)
        right = self._names_room(theme, left)
        return paint.Frame(QRectF(left, top, max(8.0, self.width() - left - right), height), self._span)

    def _names_room(self, theme: Theme, left: float) -> float:
        """The column of names at the right; none where it would crowd the curves."""
        column = paint.column_width(theme, [self._titles.get(key, key) for key in self._curves])
        curves = self.width() - left - column
        return column if self._curves and self._future and curves > _LEAST_SHARE * self.width() else theme.px(6)

    def _layer(self, ratio: float) -> QPixmap:
        pixmap = QPixmap((QSize(self.size()) * ratio).expandedTo(QSize(1, 1)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _paint_layers(self, ratio: float) -> None:
        self._ground, self._past, self._stale = self._layer(ratio), self._layer(ratio), False
        for layer, paint_layer in ((self._ground, self._paint_ground), (self._past, self._paint_past)):
            with QPainter(layer) as painter:
                begin(painter)
                paint_layer(painter, ratio)

    def _paint_ground(self, painter: QPainter, ratio: float) -> None:
        theme, frame, keys = self._themes.current, self.frame(), self._visible()
        title, x_label, y_label = self._labels
        if keys and not any(self._curves[key].size > 1 for key in keys):
            paint.paint_nothing(painter, theme, frame)
            return
        x_ticks = linear_ticks(0.0, self._span.last, max(2.0, frame.area.width() / theme.px(90)), whole=True)
        paint.paint_grid(painter, theme, frame, self._ticks(frame.area.height()), x_ticks, x_label)
        paint.paint_title(painter, theme, title, y_label)
        if self._future:
            for key in keys:
                paint.paint_future(painter, theme, key, frame.lines(self._curves[key], ratio), ratio)
        if self.width() - frame.area.right() > theme.px(30):
            ends = {key: self._curves[key] for key in keys}
            paint.paint_names(painter, theme, frame, ends, self._titles, self._selected)

    def _paint_past(self, painter: QPainter, ratio: float) -> None:
        theme, frame = self._themes.current, self.frame()
        for key in self._visible():
            lines = frame.lines(self._curves[key], ratio)
            paint.paint_curve(painter, theme, key, lines, key == self._selected, ratio)

    def _show_layer(self, painter: QPainter, past: bool, ratio: float) -> None:
        """One of the two layers: as pixels, on paper as lines and words."""
        if on_paper(painter):
            (self._paint_past if past else self._paint_ground)(painter, ratio)
        else:
            painter.drawPixmap(0, 0, self._past if past else self._ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two layers, the second up to the cursor; then the cursor and the markers."""
        with QPainter(self) as painter:
            begin(painter)
            ratio = sharpness(painter)
            if self._stale or self._ground.size() != self.size() * ratio or self._ground.devicePixelRatio() != ratio:
                self._paint_layers(ratio)
            self._show_layer(painter, False, ratio)
            if not any(curve.size > 1 for curve in self._curves.values()):
                return
            theme, frame = self._themes.current, self.frame()
            step = min(self._cursor, frame.span.last)
            painter.save()
            painter.setClipRect(QRectF(0, 0, frame.x_of(step), self.height()))
            self._show_layer(painter, True, ratio)
            painter.restore()
            paint.paint_cursor(painter, theme, frame, step)
            for key in self._visible():
                paint.paint_marker_at(painter, theme, frame, key, self._curves[key], self._cursor)

    # Hand -------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Wide and low."""
        theme = self._themes.current
        return QSize(round(theme.px(360)), round(theme.px(180)))

    def minimumSizeHint(self) -> QSize:
        """Room for a grid and its numbers."""
        theme = self._themes.current
        return QSize(round(theme.px(150)), round(theme.px(96)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One step, ten steps, first, last."""
        last = int(self._span.last)
        targets = {
            Qt.Key.Key_Left: self._cursor - 1,
            Qt.Key.Key_Right: self._cursor + 1,
            Qt.Key.Key_PageDown: self._cursor - _PAGE,
            Qt.Key.Key_PageUp: self._cursor + _PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not self._curves:
            super().keyPressEvent(event)
            return
        self.seek.emit(min(max(0, target), last))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, other layers."""
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        """A change of font or language repaints all."""
        self._stale = True
        super().changeEvent(event)

    def _seek_at(self, point: QPointF) -> None:
        if self._curves:
            self.seek.emit(self.frame().step_at(point.x()))
