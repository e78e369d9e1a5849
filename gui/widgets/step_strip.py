"""One step in slow motion: its phases one after the other, each a sentence and its arrows.

The strip says what happens and shows the arrows small; the map draws the same phase on the landscape when it hears
`phase_changed`. Classical momentum may be told in two orders, gradient first or jump first: both end at the same
point, and the switch lets one see it.
"""

import math
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton
from gui.widgets.focus import FocusMark
from gui.widgets.prose import line_height, lines_of, paint_lines
from gui.widgets.segments import Segments
from gui.widgets.shapes import begin, disc, elided, text
from gui.widgets.step_picture import StepPicture, VectorArrow
from gui.widgets.words import tell
from sim.phrases import phrase

PERIOD = 1600  # milliseconds that a phase stays while the strip plays
SIZES = (1.0, 0.88, 0.78)  # shares of the type of prose, until the sentence fits
ORDERS = ("gradient first", "jump first")
ORDER_WORDS = ("Gradient, then jump", "Jump, then correct")
EMPTY = "Choose a racer and a step to see how the step is made."


class StepPhase(Protocol):
    """What the strip needs of a phase: its sentence and its arrows (origin, tip, role, label)."""

    @property
    def caption(self) -> str: ...
    @property
    def arrows(self) -> tuple[VectorArrow, ...]: ...


class Dots(QWidget):
    """One dot per phase; a click goes there."""

    asked = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.count, self.index = 0, 0
        self._room = math.inf
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.updateGeometry)

    def set_state(self, count: int, index: int) -> None:
        """How many, and which one is on."""
        self.count, self.index = count, index
        tell(
            self,
            phrase("Phase {index} of {count}", index=index + 1, count=count) if count else "No phases",
            "Click a dot to go to its phase.",
        )
        self.updateGeometry()
        self.update()

    def set_room(self, room: float) -> None:
        """How wide the row of dots may be."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Close together, but high enough for a finger."""
        theme = self._themes.current
        return QSize(round(max(self.count, 1) * self._pitch()), max(round(theme.px(24)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was and what is in ink, what is to come hollow."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for index in range(self.count):
                centre = QRectF(index * self._pitch(), 0, self._pitch(), self.height()).center()
                if index == self.index:
                    disc(painter, centre, theme.px(4.6), theme.color("ink"))
                else:
                    fill = theme.color("rule") if index < self.index else None
                    disc(painter, centre, theme.px(3.2), fill, theme.color("rule"), theme.px(1.3))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton and self.count:
            self.asked.emit(min(max(int(event.position().x() / self._pitch()), 0), self.count - 1))

    def _pitch(self) -> float:
        least = self._themes.current.px(12)
        return max(least, min(float(self._themes.current.target), self._room / max(self.count, 1)))


class StepStrip(QWidget):
    """`phase_changed` gives the index of the phase that is shown, `order_toggled` "gradient first" or "jump first"."""

    phase_changed = Signal(int)
    order_toggled = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._title = ""
        self._phases: tuple[StepPhase, ...] = ()
        self._index = 0
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.picture = StepPicture(themes, self)
        self.dots = Dots(themes, self)
        self.previous = IconButton(themes, "left", "The phase before", parent=self)
        self.play = IconButton(themes, "playtri", "Play the phases", "Each phase stays 1.6 seconds.", self)
        self.next = IconButton(themes, "right", "The next phase", parent=self)
        self.order = Segments(themes, ORDER_WORDS, self)
        tell(self.order, "Order of the two moves", "Both orders end at the same point.")
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD)
        self._timer.timeout.connect(self._on_tick)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._lay_out()
        self.dots.asked.connect(self._go)
        self.previous.clicked.connect(lambda: self._go(self._index - 1))
        self.next.clicked.connect(lambda: self._go(self._index + 1))
        self.play.clicked.connect(self.toggle)
        self.order.chosen.connect(lambda index: self.order_toggled.emit(ORDERS[index]))
        self.order.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._on_theme()
        self._refresh()

    def _lay_out(self) -> None:
        self._row.addWidget(self.previous)
        self._row.addWidget(self.play)
        self._row.addWidget(self.next)
        self._row.addWidget(self.dots)
        self._row.addStretch(1)
        self._column.addWidget(self.order)
        self._column.addStretch(1)
        self._column.addLayout(self._row)

    # What others set ------------------------------------------------------------------------------------------------

    def set_parts(self, title: str, phases: Sequence[StepPhase]) -> None:
        """Show another step. The phase stays where there are as many; otherwise the first one shows."""
        phases = tuple(phases)
        if (title, phases) == (self._title, self._phases):
            return
        same = len(phases) == len(self._phases)
        self._title, self._phases = title, phases
        index = self._index if same else 0
        self.picture.set_phases([phase.arrows for phase in phases], index)
        if not phases:
            self.stop()
        self._index = index
        self._refresh()
        if not same and phases:
            self.phase_changed.emit(index)

    def set_order(self, order: str | None) -> None:
        """Offer the two orders with this one chosen; None hides the choice."""
        self.order.setVisible(order is not None)
        if order is not None:
            self.order.set_index(ORDERS.index(order))
        self._place()
        self.update()

    @property
    def phase(self) -> int:
        """The index of the phase that is shown."""
        return self._index

    @property
    def playing(self) -> bool:
        """Do the phases follow each other by themselves?"""
        return self._timer.isActive()

    # Time -----------------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play from here, from the start where it stood at the end; or hold."""
        if self.playing or not self._phases:
            self.stop()
            return
        if self._index == len(self._phases) - 1:
            self._show(0)
        self._timer.start()
        self._refresh()

    def stop(self) -> None:
        """Hold."""
        if self._timer.isActive():
            self._timer.stop()
            self._refresh()

    def _on_tick(self) -> None:
        self._show(min(self._index + 1, len(self._phases) - 1))
        if self._index == len(self._phases) - 1:
            self.stop()

    def _go(self, index: int) -> None:
        """A hand asks for a phase; what played by itself stops."""
        self.stop()
        if self._phases:
            self._show(min(max(index, 0), len(self._phases) - 1))

    def _show(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.picture.set_index(index)
            self._refresh()
            self.phase_changed.emit(index)

    def _refresh(self) -> None:
        count = len(self._phases)
        self.dots.set_state(count, self._index)
        self.previous.setEnabled(count > 0 and self._index > 0)
        self.next.setEnabled(count > 0 and self._index < count - 1)
        self.play.setEnabled(count > 1)
        playing = self.playing
        self.play.set_icon("pause" if playing else "playtri", "Hold" if playing else "Play the phases")
        self.setAccessibleName(say(self._title or "A step in slow motion"))
        self.setAccessibleDescription(say(self.caption()))
        self._place()
        self.update()

    def caption(self) -> str:
        """The sentence of the phase that is shown."""
        return self._phases[self._index].caption if self._phases else EMPTY

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees does not play."""
        self.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home, End; Space plays."""
        last = len(self._phases) - 1
        targets = {
            Qt.Key.Key_Left: self._index - 1,
            Qt.Key.Key_Right: self._index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is not None:
            self._go(target)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            event.ignore()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and sentence; the picture beside them is a widget of its own."""
        with QPainter(self) as painter:
            begin(painter)
            theme, place = self._themes.current, self._words()
            font, high = theme.font("heading"), theme.line_height("heading")
            words = elided(self._title, font, place.width())
            text(painter, QRectF(place.left(), place.top(), place.width(), high), words, font, theme.color("ink"))
            below = place.adjusted(0, high + theme.px(4) if self._title else 0, 0, 0)
            color = theme.color("ink" if self._phases else "soft")
            for size in SIZES:
                most = max(1, int(below.height() / line_height(theme, size) + 0.1))
                if len(lines_of(self.caption(), theme, below.width(), 0, size)) <= most:
                    break
            paint_lines(painter, theme, below, lines_of(self.caption(), theme, below.width(), most, size), color, size)

    def _top(self) -> float:
        gap = self._themes.current.px(10)
        return self.order.sizeHint().height() + gap if not self.order.isHidden() else 0.0

    def _words(self) -> QRectF:
        foot = self.play.sizeHint().height() + self._themes.current.px(4)
        right = self._picture().left() - self._themes.current.px(14) if self._shows_picture() else float(self.width())
        return QRectF(0.0, self._top(), right, max(0.0, self.height() - foot - self._top()))

    def _shows_picture(self) -> bool:
        return bool(self._phases) and self.width() >= self._themes.current.px(280)

    def _picture(self) -> QRectF:
        wide = min(0.42 * self.width(), self._themes.current.px(190))
        return QRectF(self.width() - wide, self._top(), wide, self.height() - self._top())

    def _place(self) -> None:
        self.picture.setVisible(self._shows_picture())
        self.picture.setGeometry(self._picture().toAlignedRect())
        buttons = 3 * (self.play.sizeHint().width() + self._row.spacing())
        self.dots.set_room(max(0.0, self._words().width() - buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture takes the right."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other lines."""
        super().changeEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        theme = self._themes.current
        return QSize(round(theme.px(380)), round(theme.px(180)))

    def minimumSizeHint(self) -> QSize:
        """Room for three lines and the buttons."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(130)))

    def _on_theme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(self._themes.current.px(2)))
        self._place()
        self.updateGeometry()
        self.update()
