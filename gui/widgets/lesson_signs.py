"""The small parts of a lesson's card: segments of progress, the hand that says what to do, goals as a check list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.lesson_prose import Wrapped
from gui.widgets.shapes import begin, disc, rounded
from gui.widgets.words import tell, tip
from sim.lesson_page import DONE, HERE, GoalLine
from sim.phrases import phrase

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentRow(QWidget):
    """One bar per step: done, here, to come. `chosen` asks for a step by its number."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.states: tuple[str, ...] = ()
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(4)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Answering(self, (QEvent.Type.ToolTip,), self._explain)
        themes.changed.connect(self._on_theme)

    def set_states(self, states: tuple[str, ...]) -> None:
        """Other progress."""
        if states == self.states:
            return
        self.states = states
        place = states.index(HERE) + 1 if HERE in states else 0
        words = phrase("Step {place} of {count}", place=place, count=len(states)) if place else "Steps"
        tell(self, words, "Left and right go to the steps that you have met.")
        self.update()

    def sizeHint(self) -> QSize:
        """A thin row that a finger can hit."""
        theme = self._themes.current
        return QSize(60, max(round(theme.px(16)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as it likes."""
        return QSize(40, self.sizeHint().height())

    def bar(self, place: int) -> QRectF:
        """Where a step's bar lies."""
        theme, count = self._themes.current, max(1, len(self.states))
        gap = min(theme.px(4), self.width() / (4 * count))
        wide = (self.width() - gap * (count - 1)) / count
        shown = count - 1 - place if self.isRightToLeft() else place
        return QRectF(shown * (wide + gap), self.height() / 2 - theme.px(2), wide, theme.px(4))

    def place_at(self, x: float) -> int:
        """The step whose bar is nearest."""
        return min(range(len(self.states)), key=lambda place: abs(self.bar(place).center().x() - x), default=-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Violet for done, pale for the one that is shown, grey for the rest."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for place, state in enumerate(self.states):
                bar = self.bar(place)
                role = "you" if state == DONE else "you_soft" if state == HERE else "line"
                rim = theme.color("you") if state == HERE else None
                grown = bar.adjusted(0, -theme.px(1), 0, theme.px(1)) if state == HERE else bar
                rounded(painter, grown, theme.px(3), theme.color(role), rim, theme.stroke("hairline"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The step under the pointer."""
        if self.states and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.place_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One step to either side."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or HERE not in self.states:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            move = -move
        self.chosen.emit(self.states.index(HERE) + move)

    def _explain(self, event: QEvent) -> bool:
        return not self.states

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


class HandLine(QWidget):
    """What to do next, in violet, beside a hand."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._words = Wrapped(themes, "value", "you", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        themes.changed.connect(self._dress)
        self._dress()

    def set_words(self, words: str) -> None:
        """What to do; without any the line is not there."""
        self._words.set_words(words)
        self.setAccessibleName(say(words))
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hand."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            side = theme.px(18)
            left = self.width() - side if self.isRightToLeft() else 0.0
            paint_icon(painter, "hand", QRectF(left, 0, side, side), theme.color("you"))

    def _dress(self) -> None:
        indent = round(self._themes.current.px(26))
        self._row.setContentsMargins(0 if self.isRightToLeft() else indent, 0, indent if self.isRightToLeft() else 0, 0)
        self.update()


class GoalRow(QWidget):
    """One goal: an empty ring, or a check, and its words with the value of now."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.line = GoalLine("", False)
        self._words = Wrapped(themes, "small", "soft", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        themes.changed.connect(self._dress)
        self._dress()

    def set_line(self, line: GoalLine) -> None:
        """Another state."""
        if line == self.line:
            return
        self.line = line
        self._words.set_words(line.words)
        self._words.set_color("ink" if line.met or line.here else "soft")
        tell(self, line.words, "This is reached." if line.met else "This is still to reach.")
        self.setToolTip(tip("", "This is reached." if line.met else "This is still to reach."))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            radius = theme.px(7)
            x = self.width() - radius - 1 if self.isRightToLeft() else radius + 1
            centre = QPointF(x, self._words.y() + 0.5 * self._words.fontMetrics().height())
            if self.line.met:
                disc(painter, centre, radius, theme.color("you"))
                side = 1.3 * radius
                place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
                paint_icon(painter, "check", place, theme.color("on_you"), 3.0)
            else:
                rim = theme.color("you" if self.line.here else "rule")
                ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
                rounded(painter, ring, radius, None, rim, theme.px(1.2))

    def _dress(self) -> None:
        indent, up = round(self._themes.current.px(24)), round(self._themes.current.px(2))
        left, right = (0, indent) if self.isRightToLeft() else (indent, 0)
        self._row.setContentsMargins(left, up, right, up)
        self.update()


class GoalList(QWidget):
    """The goals of a step; rows are made once and used again."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.rows: list[GoalRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        themes.changed.connect(self._dress)
        self._dress()

    def set_goals(self, goals: tuple[GoalLine, ...]) -> None:
        """Other goals, or other values."""
        while len(self.rows) < len(goals):
            row = GoalRow(self._themes, self)
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            if number < len(goals):
                row.set_line(goals[number])
            row.setVisible(number < len(goals))
        self.setVisible(bool(goals))

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(6)))
