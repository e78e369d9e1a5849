"""The switch of a setting that is on or off: its name at the left, a knob in ink at the right."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.easing import Eased
from gui.widgets.setting import Setting
from gui.widgets.shapes import begin, disc, elided, rounded, text
from sim.params import Flag


class Switch(Pressable):
    """The whole row is the target."""

    def __init__(self, themes: ThemeHolder, words: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._words = words
        self._knob = Eased(self)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._slide)

    def _slide(self, on: bool) -> None:
        theme = self.themes.current
        self._knob.go(float(on), theme.motion("hover"), theme.easing("easing_move"))

    def sizeHint(self) -> QSize:
        """One line."""
        theme = self.themes.current
        return QSize(round(theme.px(212)), max(round(theme.px(26)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then the switch."""
        with QPainter(self) as painter:
            begin(painter)
            theme, high = self.themes.current, float(self.height())
            wide, tall = theme.px(32), theme.px(18)
            track = QRectF(self.width() - wide, (high - tall) / 2, wide, tall)
            font = theme.font("body")
            room = track.left() - theme.px(8 if self.isEnabled() else 30)
            words = elided(self._words, font, room)
            color = theme.color("ink" if self.isEnabled() else "faint")
            text(painter, QRectF(0, 0, track.left(), high), words, font, color)
            if not self.isEnabled():
                side = theme.px(14)
                lock = QRectF(track.left() - side - theme.px(8), (high - side) / 2, side, side)
                paint_icon(painter, "lock", lock, theme.color("faint"))
            self._paint_switch(painter, track)

    def _paint_switch(self, painter: QPainter, track: QRectF) -> None:
        theme, radius = self.themes.current, track.height() / 2
        on, level = self.isChecked(), self._knob.level
        strong = theme.color("ink" if self.isEnabled() else "rule")
        if on:
            rounded(painter, track, radius, strong)
        else:
            rounded(painter, track, radius, theme.color("sunk"), theme.color("rule"), theme.stroke("hairline"))
        at = QPointF(track.left() + radius + (track.width() - 2 * radius) * level, track.center().y())
        knob = radius - theme.px(3) + theme.px(0.5) * min(self.glow, 1.0)
        disc(painter, at, knob, theme.color("panel" if on else "rule"))


class SwitchControl(Setting[Flag]):
    """One `Flag`."""

    def __init__(self, themes: ThemeHolder, parameter: Flag, parent: QWidget | None = None) -> None:
        super().__init__(themes, parameter, parent)
        self._switch = Switch(themes, parameter.label, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._switch)
        self._switch.setChecked(parameter.default)
        self._switch.clicked.connect(self.emit_choice)
        self.setFocusProxy(self._switch)
        self.tell()

    def operated(self) -> QWidget:
        """The switch."""
        return self._switch

    def value(self) -> bool:
        """On or off."""
        return self._switch.isChecked()

    def set_value(self, value: object) -> None:
        """Show another value, without a signal."""
        self._switch.setChecked(self.parameter.check(value))
