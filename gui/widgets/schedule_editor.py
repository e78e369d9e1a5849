"""Momentum over the steps of a run, drawn by hand: points to drag, lines between them, presets to begin with.

A double click on the picture adds a point; Delete, a right click, or dragging it out of the picture removes one. Tab
goes from point to point, the arrow keys move one by a step or a hundredth, with Shift more finely. `changed` gives the
points with every move, `released` says that the hand let go.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets import schedule_line as line
from gui.widgets.chip import Chip
from gui.widgets.curve_paint import Frame, left_room, paint_cursor, paint_grid, paint_title
from gui.widgets.curve_ranges import Span
from gui.widgets.focus import FocusMark
from gui.widgets.polylines import polygon
from gui.widgets.shapes import LEFT, RIGHT, begin, disc, elided, text, text_width
from gui.widgets.ticks import linear_ticks
from gui.widgets.words import tell
from sim.numerals import write_fixed, write_short

OUT = 26.0  # pixels beyond the picture where a dragged point is thrown away
TITLE = "Momentum over the steps"
ABOUT = "Double click adds a point; drag moves it; Delete or a right click removes it. Tab goes to the next point."
_MOVES = {
    Qt.Key.Key_Left: (-1, 0.0),
    Qt.Key.Key_Right: (1, 0.0),
    Qt.Key.Key_Down: (0, -0.01),
    Qt.Key.Key_Up: (0, 0.01),
}


class ScheduleEditor(QWidget):
    """`changed` gives the points as a tuple of pairs (step, value)."""

    changed = Signal(object)
    released = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._points: line.Points = ((0, 0.9),)
        self._last = 150
        self._cursor = 0
        self._chosen = 0
        self._hot = -1
        self._grip = -1
        self._moving = False
        self._kept: line.Points = self._points  # without the point that is dragged out
        self._mark = FocusMark(themes, self, self._ring)
        self._row = QHBoxLayout(self)
        self._chips = [self._preset(index, words) for index, (words, _) in enumerate(line.presets(self._last))]
        self._row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._on_theme()
        self._tell()

    def _preset(self, index: int, words: str) -> Chip:
        chip = Chip(self._themes, words, "toggle", parent=self, about="Replace the curve by this one.")
        chip.clicked.connect(lambda _=False: self._take_preset(index))
        self._row.addWidget(chip, 0, Qt.AlignmentFlag.AlignBottom)
        return chip

    # What others set ------------------------------------------------------------------------------------------------

    @property
    def points(self) -> line.Points:
        """The points (step, value)."""
        return self._points

    def set_curve(self, points: Sequence[tuple[float, float]], steps: int) -> None:
        """Show other points, for a run of `steps`, without a signal; while a hand holds one, the hand is right."""
        if self._grip >= 0:
            return
        self._last = max(1, int(steps))
        self._points = line.tidy(points)
        self._chosen = min(self._chosen, len(self._points) - 1)
        self._refresh()

    def set_cursor(self, step: int) -> None:
        """The step that is shown."""
        if step != self._cursor:
            self._cursor = max(0, int(step))
            self.update()

    # Change ---------------------------------------------------------------------------------------------------------

    def _take(self, points: line.Points | None) -> None:
        if points is not None and points != self._points:
            self._points, self._moving = points, True
            self._refresh()
            self.changed.emit(points)

    def _let_go(self) -> None:
        self._grip = -1
        if self._moving:
            self._moving = False
            self.released.emit()

    def _take_preset(self, index: int) -> None:
        self._chosen = 0
        self._take(line.presets(self._last)[index][1])
        self._let_go()
        self._refresh()

    def _remove(self, index: int) -> None:
        points = line.removed(self._points, index)
        self._chosen = max(0, min(self._chosen, len(points) - 1))
        self._take(points)
        self._let_go()

    def _move(self, index: int, step: int, value: float) -> None:
        self._take(line.moved(self._points, index, step, value, self._last))

    def _refresh(self) -> None:
        for chip, (_, points) in zip(self._chips, line.presets(self._last), strict=True):
            chip.setChecked(points == self._points)
        self._mark.refresh()
        self._tell()
        self.update()

    # Mouse ----------------------------------------------------------------------------------------------------------

    def point_at(self, at: QPointF) -> int:
        """The index of the point under the pointer, or -1."""
        reach = max(self._themes.current.target / 2, 12.0)
        near = [(QPointF(self._place(index) - at).manhattanLength(), index) for index in range(len(self._points))]
        distance, index = min(near)
        return index if distance <= reach else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a point; with the right button, remove it."""
        index = self.point_at(event.position())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.RightButton and index > 0:
            self._remove(index)
        elif event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._chosen = self._grip = index
            self._kept = line.removed(self._points, index)
            self._refresh()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point follows; far outside the picture it is gone until it comes back."""
        at = event.position()
        if self._grip < 0:
            self._glow(self.point_at(at))
            return
        frame = self.frame()
        far = self._themes.current.px(OUT)
        outside = not frame.area.adjusted(-far, -far, far, far).contains(at)
        if outside and self._grip > 0:
            self._take(self._kept)
            return
        height = (frame.area.bottom() - at.y()) / frame.area.height() * 3.0
        step, value = frame.step_at(at.x()), line.value_at(min(max(height, 0.0), 3.0))
        if len(self._points) == len(self._kept) and self._grip > 0:
            back = (*self._kept[: self._grip], (step, value), *self._kept[self._grip :])
            self._points = back
        self._move(self._grip, step, value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._chosen = min(self._chosen, len(self._points) - 1)
            self._let_go()
            self._refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A new point on the line, under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or self.point_at(event.position()) >= 0:
            event.ignore()
            return
        frame, at = self.frame(), event.position()
        if frame.area.adjusted(-4, -8, 4, 8).contains(at):
            height = (frame.area.bottom() - at.y()) / frame.area.height() * 3.0
            self._add(frame.step_at(at.x()), line.value_at(min(max(height, 0.0), 3.0)))

    def _add(self, step: int, value: float) -> None:
        points = line.added(self._points, step, value)
        if points is not None:
            self._chosen = points.index((step, value))
            self._take(points)
            self._let_go()

    def _glow(self, index: int) -> None:
        if index != self._hot:
            self._hot = index
            shape = Qt.CursorShape
            self.setCursor(shape.CrossCursor if index < 0 else shape.OpenHandCursor)
            self.update()

    # Keys -----------------------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the points first."""
        chosen = self._chosen + (1 if forward else -1)
        if not 0 <= chosen < len(self._points):
            return super().focusNextPrevChild(forward)
        self._chosen = chosen
        self._refresh()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes in at the first point, Shift+Tab at the last."""
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._chosen = 0
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._chosen = len(self._points) - 1
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen point, Insert or Enter adds one after it, Delete removes it."""
        key = Qt.Key(event.key())
        step, value = self._points[self._chosen]
        if key in _MOVES:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            across, up = _MOVES[key]
            raised = round(value + up * (0.1 if fine else 1.0), 3)
            self._move(self._chosen, step + across, raised)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self._chosen)
        elif key in (Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            after = self._points[self._chosen + 1][0] if self._chosen + 1 < len(self._points) else self._last
            self._add((step + after + 1) // 2, round(line.value_on(self._points, (step + after + 1) // 2), 3))
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last move by key is over."""
        if not event.isAutoRepeat() and self._grip < 0:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody holds it any more."""
        self._let_go()
        super().focusOutEvent(event)
        self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def frame(self) -> Frame:
        """Where the picture lies: steps across, the logarithm of the top speed upward."""
        theme = self._themes.current
        top = theme.line_height("heading") + theme.px(9)
        foot = self._chips[0].sizeHint().height() + theme.px(8) + theme.line_height("caption") + theme.px(5)
        left = left_room(theme, line.TICKS.texts) + theme.px(6)
        right = text_width("1000×", theme.font("caption")) + theme.px(8)
        area = QRectF(left, top, max(20.0, self.width() - left - right), max(20.0, self.height() - top - foot))
        return Frame(area, Span(float(max(self._last, self._points[-1][0])), 0.0, 3.0))

    def readout(self) -> str:
        """The chosen point in words: "step 100 · 0.99 · 100 times"."""
        step, value = self._points[self._chosen if self._grip >= 0 or self.hasFocus() else self._hot]
        speed = 1.0 / (1.0 - value)
        return f"step {write_fixed(step, 0)} · {write_short(value, 4)} · {write_short(float(f'{speed:.3g}'))} times"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, curve, cursor, points."""
        painter = QPainter(self)
        begin(painter)
        theme, frame = self._themes.current, self.frame()
        x_ticks = linear_ticks(0.0, frame.span.last, max(2.0, frame.area.width() / theme.px(80)), whole=True)
        close = frame.y_of(0.0) - frame.y_of(line.TICKS.values[1]) < theme.line_height("caption") * 0.75
        y_ticks = line.FEW_TICKS if close else line.TICKS
        shifted = Frame(frame.area.adjusted(-theme.px(6), 0, 0, 0), frame.span)
        paint_grid(painter, theme, shifted, y_ticks, line.NO_TICKS, "")
        paint_grid(painter, theme, frame, line.NO_TICKS, x_ticks, "steps")
        self._paint_speeds(painter, frame)
        self._paint_curve(painter, frame)
        self._paint_points(painter)

    def _paint_speeds(self, painter: QPainter, frame: Frame) -> None:
        """The top speeds at the right; above them the point in the hand."""
        theme, font = self._themes.current, self._themes.current.font("caption")
        for value, words in zip(line.SPEEDS.values, line.SPEEDS.texts, strict=True):
            place = QRectF(frame.area.right() + theme.px(6), frame.y_of(value) - 10, 10, 20)
            text(painter, place, words, font, theme.color("faint"), LEFT)
        row = QRectF(0.0, 0.0, self.width(), theme.line_height("heading"))
        telling = self._grip >= 0 or self._hot >= 0 or self.hasFocus()
        words, role = (self.readout(), "label") if telling else ("top speed", "caption")
        text(painter, row, words, theme.font(role), theme.color("you" if telling else "faint"), RIGHT)
        room = self.width() - text_width(words, theme.font(role)) - theme.px(10)
        paint_title(painter, theme, elided(TITLE, theme.font("heading"), room), "")

    def _paint_curve(self, painter: QPainter, frame: Frame) -> None:
        theme = self._themes.current
        steps = np.unique(np.r_[np.linspace(0.0, frame.span.last, 240), [step for step, _ in self._points]])
        y = line.heights(self._points, steps)
        x = frame.area.left() + steps / frame.span.last * frame.area.width()
        curve = polygon(np.column_stack((x, frame.area.bottom() - y / 3.0 * frame.area.height())))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("vel"), theme.stroke("curve_chosen")))
        painter.drawPolyline(curve)
        at = min(float(self._cursor), frame.span.last)
        paint_cursor(painter, theme, frame, at)
        now = QPointF(frame.x_of(at), frame.y_of(line.height_of(line.value_on(self._points, at))))
        disc(painter, now, theme.px(3), theme.color("ink"), theme.color("panel"), theme.px(1.2))

    def _paint_points(self, painter: QPainter) -> None:
        theme = self._themes.current
        for index in range(len(self._points)):
            held = index == self._grip or (self.hasFocus() and index == self._chosen)
            radius = theme.px(6.2 if held or index == self._hot else 5.2)
            fill = theme.color("you" if held else "panel")
            disc(painter, self._place(index), radius, fill, theme.color("you"), theme.px(1.9))

    def _place(self, index: int) -> QPointF:
        frame, (step, value) = self.frame(), self._points[index]
        return QPointF(frame.x_of(step), frame.y_of(line.height_of(value)))

    def _ring(self) -> tuple[QRectF, float]:
        radius, at = self._themes.current.px(7), self._place(self._chosen)
        return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), radius

    def sizeHint(self) -> QSize:
        """Wide and low."""
        theme = self._themes.current
        return QSize(round(theme.px(380)), round(theme.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Room for a picture and the presets."""
        theme = self._themes.current
        return QSize(round(theme.px(270)), round(theme.px(140)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring moves with its point."""
        super().resizeEvent(event)
        self._mark.refresh()

    def _tell(self) -> None:
        points = "; ".join(f"step {step}: {write_short(value, 4)}" for step, value in self._points)
        self.setAccessibleName(TITLE)
        step, value = self._points[self._chosen]
        chosen = f"Point {self._chosen + 1} of {len(self._points)}: step {step}, {write_short(value, 4)}."
        self.setAccessibleDescription(f"{chosen} {points}. {ABOUT}")
        tell_tip = self.toolTip()
        if not tell_tip:
            about = self.accessibleDescription()
            tell(self, TITLE, ABOUT)
            self.setAccessibleDescription(about)

    def _on_theme(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(self._themes.current.px(6)))
        self._mark.refresh()
        self.updateGeometry()
        self.update()
