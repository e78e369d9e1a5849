"""The path of lessons as a list: what is done, where the learner is, what is to come.

    path = LessonPath(themes)
    path.set_rows((LessonRow("one-neuron", "One neuron", "Start", DONE, 12), ...))
    path.chosen.connect(open_lesson)

Done is a violet disc with a check, begun a part of a disc, to come a ring, which is violet where the learner is. Every
row is a button; Tab reaches the list at the row where the learner is, arrows, Home and End walk through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.card import Caption
from gui.widgets.mirrored import Mirror
from gui.widgets.scrolled import scrolled
from gui.widgets.shapes import begin, disc, elided, rounded, text, text_width
from gui.widgets.words import tell
from sim.phrases import phrase

DONE, HERE, TO_COME = "done", "here", "to come"
STATES = {DONE: "Done", HERE: "You are here", TO_COME: "To come"}
BEGUN, AGAIN, GO_ON, START = "Begun", "Again", "Continue", "Start"
ROW, HERE_ROW = 24.0, 34.0
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class LessonRow:
    """One lesson on the path. state: DONE, HERE or TO_COME; begun: and not finished. about: what one finds out."""

    key: str
    title: str
    group: str
    state: str = TO_COME
    minutes: int = 0
    about: str = ""
    begun: bool = False

    @property
    def state_words(self) -> str:
        """How it stands."""
        return BEGUN if self.begun and self.state == TO_COME else STATES[self.state]

    @property
    def deed(self) -> str:
        """What a click does."""
        return AGAIN if self.state == DONE else GO_ON if self.begun else START


class PathButton(Pressable):
    """One row."""

    moved = Signal(int)

    def __init__(self, themes: ThemeHolder, row: LessonRow, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_row(row)

    def set_row(self, row: LessonRow) -> None:
        """The same lesson, perhaps in another state."""
        self.row = row
        minutes = phrase("{count} minutes", count=row.minutes) if row.minutes else ""
        state = row.state_words
        about = phrase("{state}. {minutes}. {deed}.", state=state, minutes=minutes, deed=row.deed)
        tell(self, row.title, about if minutes else state)
        self.updateGeometry()
        self.update()

    @property
    def is_here(self) -> bool:
        """Whether the learner is at this lesson."""
        return self.row.state == HERE

    def sizeHint(self) -> QSize:
        """Higher where the learner is."""
        theme = self.themes.current
        high = max(theme.px(HERE_ROW if self.is_here else ROW), theme.target)
        return QSize(round(theme.px(180)), round(high))

    def minimumSizeHint(self) -> QSize:
        """Titles may be shortened."""
        return QSize(round(self.themes.current.px(110)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; Enter opens, as Space does."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moved.emit(-1000 if key == Qt.Key.Key_Home else 1000)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, title, and what a click does where the learner is."""
        with QPainter(self) as painter:
            begin(painter)
            theme, box = self.themes.current, QRectF(self.rect())
            if self.is_here:
                rounded(painter, box, theme.size("radius_button"), theme.color("you_soft"))
            rounded(painter, box, theme.size("radius_button"), theme.color("ink", 0.05 * self.glow))
            mirror, side = Mirror(self), theme.px(34)
            paint_state(painter, theme, mirror.box(QRectF(0, 0, side, box.height())).center(), self.row)
            left, right = theme.px(36), box.right() - theme.px(10)
            if self.is_here:
                right = self._paint_deed(painter, theme, right, mirror)
            role = "heading" if self.is_here else "body"
            color = "soft" if self.row.state == TO_COME else "ink"
            words = elided(self.row.title, theme.font(role), right - left)
            place = QRectF(left, 0, right - left, box.height())
            text(painter, mirror.box(place), words, theme.font(role), theme.color(color), mirror.start)

    def _paint_deed(self, painter: QPainter, theme: Theme, right: float, mirror: Mirror) -> float:
        """"Start" or "Continue" and its arrow; where the title may reach to."""
        side, font = theme.px(11), theme.font("value")
        arrow = QRectF(right - side, self.height() / 2 - side / 2, side, side)
        paint_icon(painter, mirror.onward, mirror.box(arrow), theme.color("you"), 1.8)
        words = self.row.deed
        wide = text_width(words, font)
        place = QRectF(arrow.left() - theme.px(6) - wide, 0, wide, self.height())
        if place.left() < theme.px(36 + 60):
            return arrow.left() - theme.px(6)
        text(painter, mirror.box(place), words, font, theme.color("you"), mirror.end)
        return place.left() - theme.px(8)


def paint_state(painter: QPainter, theme: Theme, centre: QPointF, row: LessonRow) -> None:
    """The sign of a state: a disc with a check, a part of a disc, a ring."""
    radius = theme.px(8.0)
    if row.state == DONE:
        disc(painter, centre, radius, theme.color("you"))
        side = theme.px(10.0)
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        paint_icon(painter, "check", box, theme.color("on_you"), 2.6)
    elif row.state == HERE or row.begun:
        disc(painter, centre, radius - theme.px(1.0), theme.color("panel"), theme.color("you"), theme.px(2.0))
        if not row.begun:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("you"))
        inner = radius - theme.px(3.4)
        painter.drawPie(QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner), 90 * 16, -120 * 16)
    else:
        disc(painter, centre, radius - theme.px(0.6), None, theme.color("rule"), theme.px(1.2))


class PathBar(QWidget):
    """The share of the path that is done, in violet."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """How much of it, from 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """Six pixels high."""
        return QSize(80, round(self._themes.current.px(6)))

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and share."""
        with QPainter(self) as painter:
            begin(painter)
            theme, track = self._themes.current, QRectF(self.rect())
            rounded(painter, track, track.height() / 2, theme.color("sunk"))
            if self._share > 0.0:
                wide = max(track.height(), track.width() * self._share)
                reach = QRectF(0.0, 0.0, wide, track.height())
                rounded(painter, Mirror(self).box(reach), track.height() / 2, theme.color("you"))


class LessonPath(QWidget):
    """See the module's text. `chosen` carries the key of a lesson."""

    chosen = Signal(str)
    button: type[PathButton] = PathButton

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._buttons: list[PathButton] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setSpacing(0)
        self.area: QScrollArea = scrolled(themes, self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._captions: list[Caption] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.show_here)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def rows(self) -> tuple[LessonRow, ...]:
        """What is shown."""
        return tuple(button.row for button in self._buttons)

    @property
    def buttons(self) -> tuple[PathButton, ...]:
        """The rows as buttons, from top to bottom."""
        return tuple(self._buttons)

    def set_rows(self, rows: Sequence[LessonRow]) -> None:
        """Other lessons, or other states of the same ones."""
        if [(row.key, row.group) for row in rows] != [(row.key, row.group) for row in self.rows]:
            self._build(rows)
        for button, row in zip(self._buttons, rows, strict=True):
            if button.row != row:
                button.set_row(row)
        self._make_reachable(next((place for place, row in enumerate(rows) if row.state == HERE), 0))
        self._later.start(0)

    def here(self) -> PathButton | None:
        """The row where the learner is."""
        return next((button for button in self._buttons if button.is_here), None)

    def show_here(self) -> None:
        """Scroll to where the learner is."""
        button = self.here()
        if button is not None:
            self.area.ensureWidgetVisible(button, 0, round(2 * self._themes.current.px(ROW)))

    def _build(self, rows: Sequence[LessonRow]) -> None:
        for old in (*self._buttons, *self._captions):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._buttons, self._captions, group = [], [], ""
        for row in rows:
            if row.group != group:
                group = row.group
                self._captions.append(Caption(self._themes, group, "section", self._list))
                self._column.addWidget(self._captions[-1])
            button = self.button(self._themes, row, self._list)
            button.clicked.connect(lambda _=False, key=row.key: self.chosen.emit(key))
            button.moved.connect(lambda step, button=button: self._walk(button, step))
            self._buttons.append(button)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._dress()

    def _walk(self, button: PathButton, step: int) -> None:
        place = min(max(self._buttons.index(button) + step, 0), len(self._buttons) - 1)
        self._make_reachable(place)
        self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self._buttons[place], 0, 8)

    def _make_reachable(self, place: int) -> None:
        """Tab comes to one row only."""
        for number, button in enumerate(self._buttons):
            at = number == place
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at else Qt.FocusPolicy.ClickFocus)

    def _dress(self) -> None:
        theme = self._themes.current
        air = round(theme.px(8))
        for number, caption in enumerate(self._captions):
            caption.setContentsMargins(air, 0 if number == 0 else air, 0, round(theme.px(3)))
        self._column.setContentsMargins(0, 0, 0, round(theme.px(2)))
