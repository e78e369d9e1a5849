"""Time: step back, play, step, the bar, the speed, the same run again, another seed. The same on every panel.

It shows what the frames say and asks by signals; it remembers nothing of a run itself.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.scrub import Mark, Scrub
from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton, Pressable
from gui.widgets.dressed import dressed_menu
from gui.widgets.shapes import begin, disc, rounded, text, text_width
from gui.widgets.words import tell
from sim.numerals import write_short
from sim.phrases import joined, phrase

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, math.inf)


FIRST_END = 100


def speed_text(speed: float) -> str:
    """A speed as it stands on the button: "1×", "full"."""
    return "full" if math.isinf(speed) else f"{write_short(speed, 6)}×"


def round_end(step: int, before: int = 0) -> int:
    """Where the bar of a run without an end ends: 1, 2 or 5 times a power of ten, with the step before it.

    It never comes nearer while the run goes on; at step 0 it begins anew.
    """
    end = max(before, FIRST_END) if step else FIRST_END
    while end <= step:
        end = end * 5 // 2 if str(end)[0] == "2" else end * 2
    return end


class PlayButton(Pressable):
    """The disc of ink that starts and holds the run."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._playing = False
        self._reason = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_playing(False)

    def set_playing(self, playing: bool) -> None:
        """What a press would do next."""
        self._playing = playing
        tell(self, "Pause" if playing else "Play", self._reason or "Space does the same.")
        self.update()

    def set_locked(self, reason: str) -> None:
        """Not to be pressed, and why; "" frees it."""
        self._reason = reason
        self.setEnabled(not reason)
        self.set_playing(self._playing)

    def radius(self) -> float:
        """A circle."""
        return self.face().width() / 2

    def sizeHint(self) -> QSize:
        """38 px at 100 %."""
        side = max(round(self.themes.current.px(38)), self.themes.current.target)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and sign."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            centre = QRectF(self.rect()).center()
            fill = theme.mix("ink", "soft", min(1.0, 0.5 * self.glow)) if self.isEnabled() else theme.color("rule")
            disc(painter, centre, self.radius(), fill)
            side = theme.px(19)
            shift = 0.0 if self._playing else theme.px(0.5)
            area = QRectF(centre.x() - side / 2 + shift, centre.y() - side / 2, side, side)
            paint_icon(painter, "pause" if self._playing else "playtri", area, theme.color("panel"))


class StepCount(QWidget):
    """"step 31 of 160", in a room that the largest step fills: nothing beside it moves while it counts."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._step = 0
        self._last: int | None = None
        self._short = False
        self._own = ""
        self._reached = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Step"))
        themes.changed.connect(self._on_theme)

    def set_state(self, step: int, last: int | None, short: bool, words: str = "") -> None:
        """Which step of how many; `short` leaves the second number away. `words` stand for the step where given."""
        room = self.sizeHint()
        self._step, self._last, self._short, self._own = step, last, short, words
        self._reached = max(self._reached, self._wide()) if words else 0
        self.setAccessibleDescription(say(joined(self._words(), "")))
        if self.sizeHint() != room:
            self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str]:
        rest = "" if self._last is None or self._short or self._own else phrase(" of {last}", last=self._last)
        return self._own or phrase("step {step}", step=self._step), rest

    def sizeHint(self) -> QSize:
        """Room for the widest step, or for the widest of its own words so far."""
        return QSize(max(self._wide(), self._reached), round(self._themes.current.line_height("body")))

    def _wide(self) -> int:
        theme = self._themes.current
        digits = "8" * max(2, len(str(self._last or 0)), len(str(self._step)))
        own = say(self._own or phrase("step {step}", step=digits))
        widest = "".join("8" if sign.isdigit() else sign for sign in own)
        wide = text_width(widest, theme.font("value")) + text_width(self._words()[1], theme.font("small"))
        return math.ceil(wide) + 2

    def _on_theme(self) -> None:
        self._reached = 0
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both words on one line."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            here, rest = self._words()
            area = QRectF(self.rect())
            text(painter, area, here, theme.font("value"), theme.color("ink"))
            area.setLeft(text_width(here, theme.font("value")))
            text(painter, area, rest, theme.font("small"), theme.color("soft"))


class Transport(QWidget):
    """The card at the foot of the window. Time runs from left to right in every language."""

    play = Signal()
    pause = Signal()
    step = Signal(int)
    seek = Signal(int)
    speed = Signal(float)
    restart_same = Signal()
    new_seed = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._playing = False
        self._may_run = self._random = True
        self._compact = False
        self._shown: tuple[int, int | None] = (0, None)
        self._back = IconButton(themes, "stepback", "Step back", "One step back; Left does the same.")
        self._play = PlayButton(themes)
        self._step = IconButton(themes, "step", "Step", "One step forward; Right does the same.")
        self._count = StepCount(themes)
        self.scrub = Scrub(themes)
        self._speed = Button(themes, "1×", kind="ghost", about="How fast the run is shown")
        self._again = IconButton(themes, "again", "Restart the same run", "The same seed, bit by bit; key R.")
        self._dice = IconButton(themes, "dice", "Restart with a new seed", "Other random numbers; key N.")
        self._more = IconButton(themes, "more", "More", "A new seed, and what else has no room here.")
        self._speeds = self._speed_menu()
        self._end = FIRST_END
        self._words = ""
        self._rest = dressed_menu(themes, self)
        self._rest.addAction(say("Restart with a new seed"), self.new_seed.emit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()
        self.set_compact(False)

    def set_state(
        self, step: int, last_step: int | None, playing: bool, speed: float, seed: int, words: str = ""
    ) -> None:
        """Show what a frame says."""
        if playing != self._playing:
            self._playing = playing
            self._play.set_playing(playing)
        self._shown, self._words = (step, last_step), words
        self._count.set_state(step, last_step, self._compact, words)
        self._end = round_end(step, self._end)
        self.scrub.set_state(step, self._end if last_step is None else last_step)
        self._back.setEnabled(self._may_run and step > 0)
        if speed_text(speed) != self._speed.words():
            self._speed.set_words(speed_text(speed), "How fast the run is shown")
            for action in self._speeds.actions():
                action.setChecked(action.data() == speed)
        again = phrase("The same seed ({seed}), bit by bit; key R.", seed=seed)
        if self._again.accessibleDescription() != say(again):
            tell(self._again, "Restart the same run", again)

    def set_locks(self, may_run: bool, may_restart: bool, reason: str) -> None:
        """What of time a lesson leaves; `reason` says why the rest is locked."""
        for part in (self._step, self.scrub):
            part.setEnabled(may_run)
        self._may_run = may_run
        self._back.setEnabled(may_run and self._shown[0] > 0)
        self._again.setEnabled(may_run or may_restart)
        for button in (self._dice, self._more):
            button.setEnabled(may_restart)
        self._play.set_locked("" if may_run else reason)

    def set_marks(self, marks: list[Mark]) -> None:
        """What stands above the bar: pairs of a step and a racer's key."""
        self.scrub.set_marks(marks)

    def set_random(self, random: bool) -> None:
        """Whether another seed would make another run."""
        if random != self._random:
            self._random = random
            self._show_dice()

    def _show_dice(self) -> None:
        self._dice.setVisible(self._random and not self._compact)
        self._more.setVisible(self._random and self._compact)

    def set_compact(self, compact: bool) -> None:
        """Little room: the last step is left away, the new seed goes into a menu."""
        self._compact = compact
        self._show_dice()
        self._count.set_state(*self._shown, compact, self._words)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(600, self._themes.current.size("transport"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the line before the buttons that begin anew."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            hair = theme.stroke("hairline")
            rounded(
                painter, QRectF(self.rect()), theme.size("radius_card"), theme.color("panel"), theme.color("line"), hair
            )
            x = round((self._speed.geometry().right() + self._again.geometry().left()) / 2)
            inset = theme.px(14)
            painter.fillRect(QRectF(x, inset, hair, self.height() - 2 * inset), theme.color("line"))

    def _lay_out(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row = QHBoxLayout(self)
        for widget in (self._back, self._play, self._step, self._count, self.scrub, self._speed, self._again):
            self._row.addWidget(widget, 1 if widget is self.scrub else 0)
        self._row.addWidget(self._dice)
        self._row.addWidget(self._more)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.step.emit(-1))
        self._step.clicked.connect(lambda: self.step.emit(1))
        self._play.clicked.connect(self.toggle)
        self.scrub.seek.connect(self.seek)
        self._speed.clicked.connect(lambda: self._pop_up(self._speeds, self._speed))
        self._more.clicked.connect(lambda: self._pop_up(self._rest, self._more))
        self._again.clicked.connect(self.restart_same)
        self._dice.clicked.connect(self.new_seed)

    def toggle(self) -> None:
        """Play, or pause where it plays."""
        (self.pause if self._playing else self.play).emit()

    def _speed_menu(self) -> QMenu:
        menu = dressed_menu(self._themes, self)
        group = QActionGroup(menu)
        for factor in SPEEDS:
            action = QAction(say("Full speed" if math.isinf(factor) else speed_text(factor)), menu)
            action.setCheckable(True)
            action.setChecked(factor == 1.0)
            action.setData(factor)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(lambda action: self.speed.emit(float(action.data())))
        return menu

    def _pop_up(self, menu: QMenu, button: QWidget) -> None:
        corner = button.mapToGlobal(QPointF(0, 0)).toPoint()
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def _dress(self) -> None:
        theme = self._themes.current
        side = round(theme.px(12))
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(round(theme.px(6)))
        self.setFixedHeight(theme.size("transport"))
        self.update()
