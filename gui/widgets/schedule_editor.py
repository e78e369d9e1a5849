"""Momentum over the steps of a run, drawn by hand: points to drag, lines between them, presets to begin with.

Dragging the line pulls a new point out of it, and a double click on the picture adds one; Delete, a right click, or
dragging it out of the picture removes one. A click alone changes nothing. Tab goes from point to point, the arrow keys
move one by a step or a hundredth, with Shift more finely. `changed` gives the points with every move, `released` says
that the hand let go.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets import schedule_line as line
from gui.widgets.chip import Chip
from gui.widgets.curve_paint import Frame
from gui.widgets.focus import FocusMark
from gui.widgets.schedule_face import TITLE, ScheduleFace, paint_schedule
from gui.widgets.shapes import RIGHT, begin, text, text_width
from gui.widgets.words import tip
from sim.numerals import write_short
from sim.phrases import Value, joined, phrase

OUT = 26.0  # pixels beyond the picture where a dragged point is thrown away
NEAR = 11.0  # pixels from the line where it can be taken
STILL = 3.0  # pixels that a click may tremble
HINTS = ("Drag the line to add a point.", "Drag the line.")
ABOUT = "Drag the line to add a point; drag moves it; Delete or a right click removes it. Tab goes to the next point."
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
        self._pressed: QPointF | None = None  # on the line, as long as the hand has not moved
        self._moving = False
        self._kept: line.Points = self._points  # without the point that is dragged out
        self._mark = FocusMark(themes, self, self._ring)
        self._row = QHBoxLayout(self)
        self._chips = [self._preset(index, words) for index, (words, _) in enumerate(line.presets(self._last))]
        self._row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(say(TITLE))
        self.setToolTip(tip(TITLE, ABOUT))
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
        self._grip, self._pressed = -1, None
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
        face = self.face()
        near = [(QPointF(face.place(index) - at).manhattanLength(), index) for index in range(len(self._points))]
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
        elif event.button() == Qt.MouseButton.LeftButton and self._is_on_line(event.position()):
            self._pressed = event.position()
        else:
            event.ignore()

    def _is_on_line(self, at: QPointF) -> bool:
        return self.face().distance(at) <= max(self._themes.current.target / 3, NEAR)

    def _pull_out(self) -> None:
        """A new point where the line was taken, in the hand from now on."""
        start, self._pressed = self._pressed, None
        step = 0 if start is None else self.frame().step_at(start.x())
        value = round(line.value_on(self._points, step), 3)
        points = line.added(self._points, step, value)
        if points is not None:
            self._kept = self._points
            self._chosen = self._grip = points.index((step, value))
            self._take(points)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point follows; far outside the picture it is gone until it comes back."""
        at = event.position()
        if self._pressed is not None:
            if (at - self._pressed).manhattanLength() <= self._themes.current.px(STILL):
                return
            self._pull_out()
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

    def face(self) -> ScheduleFace:
        """What is shown, and where."""
        foot = self._chips[0].sizeHint().height() + self._themes.current.px(8)
        return ScheduleFace(
            self._themes.current,
            float(self.width()),
            self.height() - foot,
            points=self._points,
            last=self._last,
            cursor=self._cursor,
            chosen=self._chosen if self._grip >= 0 or self.hasFocus() else -1,
            hot=self._hot if self._grip < 0 else self._grip,
        )

    def hint(self) -> tuple[str, QRectF]:
        """How a point is added, beside the presets, as long as there is room for it."""
        font, chip = self._themes.current.font("caption"), self._chips[-1].geometry()
        left = chip.right() + self._themes.current.px(12)
        place = QRectF(left, chip.top(), self.width() - left, chip.height())
        return next((words for words in HINTS if text_width(words, font) <= place.width()), ""), place

    def frame(self) -> Frame:
        """Where the picture lies: steps across, the logarithm of the top speed upward."""
        return self.face().frame

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it; the presets are widgets of their own."""
        with QPainter(self) as painter:
            begin(painter)
            paint_schedule(painter, self.face())
            theme, (words, place) = self._themes.current, self.hint()
            text(painter, place, words, theme.font("caption"), theme.color("faint"), RIGHT)

    def _place(self, index: int) -> QPointF:
        return self.face().place(index)

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
        points = joined(
            (phrase("step {step}: {value}", step=step, value=write_short(value, 4)) for step, value in self._points),
            "; ",
        )
        (step, value), number = self._points[self._chosen], self._chosen + 1
        at: dict[str, Value] = {"number": number, "count": len(self._points), "step": step}
        chosen = phrase("Point {number} of {count}: step {step}, {value}.", **at, value=write_short(value, 4))
        self.setAccessibleDescription(say(joined((chosen, points + ".", ABOUT))))

    def _on_theme(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(self._themes.current.px(6)))
        self._mark.refresh()
        self.updateGeometry()
        self.update()
