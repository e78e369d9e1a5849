"""The bar of time: where the run is, where it can go, and above it the steps at which something happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.markers import marker_of, paint_marker
from gui.widgets.shapes import begin, disc, rounded
from gui.widgets.words import tell
from sim.phrases import capital, phrase

Mark = tuple[int, str]  # a step and the key of who it belongs to: a racer, or "you"


def apart(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as it takes to keep `gap` between neighbours, in their order, within both ends.

    Neighbours that are too close become one group around their middle; groups that then touch become one.
    """

    def begins(group: list[int]) -> float:
        """Where a group begins that stands around the middle of its places."""
        width = (len(group) - 1) * gap
        middle = sum(places[index] for index in group) / len(group)
        return max(low, min(middle - width / 2, high - width))

    groups: list[list[int]] = []
    for index in sorted(range(len(places)), key=places.__getitem__):
        groups.append([index])
        while len(groups) > 1 and begins(groups[-1]) < begins(groups[-2]) + len(groups[-2]) * gap:
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = list(places)
    for group in groups:
        for rank, index in enumerate(group):
            moved[index] = begins(group) + rank * gap
    return moved


class Scrub(QWidget):
    """A track with a handle. `seek` is emitted with every step the finger or the keys ask for."""

    seek = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._step = 0
        self._last: int | None = None
        self._held: int | None = None  # the step under the finger; frames do not move the handle meanwhile
        self._marks: list[Mark] = []
        self._mark = FocusMark(themes, self, self._handle_box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tell(self, "Time", "Drag to any step of the run; arrow keys go step by step.")
        self.setToolTip("")
        Answering(self, (QEvent.Type.ToolTip,), self._tell)
        themes.changed.connect(self._on_theme)

    def set_state(self, step: int, last: int | None) -> None:
        """Where the run is, and its last step (None where it has none)."""
        if (step, last) == (self._step, self._last):
            return
        self._step, self._last = step, last
        self.setEnabled(last is not None and last > 0)
        self.setAccessibleDescription(
            say(
                phrase("Step {step}", step=step)
                if last is None
                else phrase("Step {step} of {last}", step=step, last=last)
            )
        )
        self._mark.refresh()
        self.update()

    def set_marks(self, marks: list[Mark]) -> None:
        """The steps to mark above the bar."""
        self._marks = list(marks)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, and high enough for the marks above the bar."""
        return QSize(round(self._themes.current.px(240)), self._themes.current.size("transport") - 2)

    def minimumSizeHint(self) -> QSize:
        """Short, but the handle can still be dragged."""
        return QSize(round(self._themes.current.px(60)), self._themes.current.target)

    # Where things are -----------------------------------------------------------------------------------------------

    def _track(self) -> tuple[float, float]:
        room = self._themes.current.px(9)
        return room, max(room + 1.0, self.width() - room)

    def _x(self, step: int) -> float:
        start, end = self._track()
        return start + (end - start) * min(step, self._last) / self._last if self._last else start

    def _step_at(self, x: float) -> int:
        start, end = self._track()
        share = min(1.0, max(0.0, (x - start) / (end - start)))
        return round(share * (self._last or 0))

    def _shown_step(self) -> int:
        return self._step if self._held is None else self._held

    def _handle_box(self) -> tuple[QRectF, float]:
        radius = self._themes.current.px(9)
        centre = QPointF(self._x(self._shown_step()), self.height() / 2)
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), radius

    # Painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, part already run, marks, handle."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            middle, thick = self.height() / 2, theme.px(4)
            start, end = self._track()
            rounded(painter, QRectF(start, middle - thick / 2, end - start, thick), thick / 2, theme.color("line"))
            if not self._last:
                return
            x = self._x(self._shown_step())
            rounded(painter, QRectF(start, middle - thick / 2, x - start, thick), thick / 2, theme.color("ink"))
            self._paint_marks(painter, theme, middle - theme.px(13))
            radius = theme.px(8.5)
            disc(painter, QPointF(x, middle), radius, theme.color("panel"), theme.color("ink"), theme.px(1.6))
            disc(painter, QPointF(x, middle), theme.px(3), theme.color("ink"))

    def _paint_marks(self, painter: QPainter, theme: Theme, y: float) -> None:
        for (_, key), x in zip(self._marks, self._mark_places(), strict=True):
            paint_marker(painter, marker_of(theme, key), QPointF(x, y), theme.px(4), theme.color(key))

    def _mark_places(self) -> list[float]:
        """Where the marks stand: at their steps, moved apart where they would hide one another."""
        start, end = self._track()
        return apart([self._x(step) for step, _ in self._marks], self._themes.current.px(9.5), start, end)

    # Finger and keys ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where was pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self._last:
            self._hold(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the finger."""
        if self._held is not None:
            self._hold(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The handle belongs to the run again."""
        if self._held is not None:
            self._step, self._held = self._held, None
            self._mark.refresh()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by one step, page keys by a tenth, Home and End to the ends."""
        last = self._last or 0
        page = max(1, last // 10)
        moves = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -page, Qt.Key.Key_PageUp: page, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last,
        }  # fmt: skip
        move = moves.get(Qt.Key(event.key()))
        if move is None or not last:
            super().keyPressEvent(event)
            return
        self._step = min(last, max(0, self._step + move))
        self._mark.refresh()
        self.update()
        self.seek.emit(self._step)

    def _tell(self, event: QEvent) -> bool:
        """The tooltip tells the step under the pointer, and whose marks stand there."""
        if isinstance(event, QHelpEvent) and self._last:
            QToolTip.showText(event.globalPos(), say(self._told_at(event.pos().x())), self)
            return True
        return False

    def _told_at(self, x: float) -> str:
        near = self._themes.current.px(5)
        marks = zip(self._marks, self._mark_places(), strict=True)
        told = [
            say(phrase("{key} at step {step}", key=capital(key), step=step))
            for (step, key), place in marks
            if abs(place - x) <= near
        ]
        return "\n".join(told) or phrase("Step {step_at}", step_at=self._step_at(x))

    def _hold(self, step: int) -> None:
        if step != self._held:
            self._held = step
            self._mark.refresh()
            self.update()
            self.seek.emit(step)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
