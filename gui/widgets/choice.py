"""One option out of several: segments where two to four short words fit, otherwise a box that opens a list."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.mirrored import Mirror
from gui.widgets.option_list import OptionList
from gui.widgets.segments import MOST, Segments, segments_width
from gui.widgets.setting import Setting
from gui.widgets.shapes import begin, elided, rounded, text
from gui.widgets.words import Label
from sim.params import Choice

COLUMN = 212.0  # what the controls' column leaves for a control


class ListBox(Pressable):
    """Shows the chosen option; opens the list on a press, moves through it with Up and Down."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, labels: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._labels = labels
        self._index = 0
        self._list: OptionList | None = None
        self.rule_after: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)

    @property
    def index(self) -> int:
        """Which one is chosen."""
        return self._index

    def set_index(self, index: int) -> None:
        """Choose without a signal."""
        self._index = index
        self.setText(say(self._labels[index]).replace("&", "&&"))
        self.update()

    def open_list(self) -> OptionList:
        """The list, made when first opened, below the box or above it."""
        if self._list is None:
            self._list = OptionList(self.themes, self._labels, self)
            self._list.set_rule_after(self.rule_after)
            self._list.chosen.connect(self._choose)
        self._list.open_at(self, self._index)
        return self._list

    def sizeHint(self) -> QSize:
        """One line of the column."""
        theme = self.themes.current
        return QSize(round(theme.px(COLUMN)), max(round(theme.px(30)), theme.target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change the choice without opening the list."""
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif move and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose(min(max(self._index + move, 0), len(self._labels) - 1))
        elif move:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, words, the sign that a list opens."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self.themes.current, self.face()
            edge = theme.color("rule" if self.isEnabled() else "line")
            rounded(painter, rect, self.radius(), theme.color("panel"), edge, theme.stroke("hairline"))
            if self.isEnabled():
                rounded(painter, rect, self.radius(), theme.color("ink", 0.045 * self.glow))
            pad, side, font = theme.px(10), theme.px(12), theme.font("value")
            mirror = Mirror(self)
            sign = QRectF(rect.right() - pad - side, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "down" if self.isEnabled() else "lock", mirror.box(sign), theme.color("soft"), 2.2)
            words = elided(self._labels[self._index], font, sign.left() - 1.5 * pad)
            area = mirror.box(rect.adjusted(pad, 0, -pad, 0))
            text(painter, area, words, font, theme.color("ink" if self.isEnabled() else "faint"), mirror.start)

    def _choose(self, index: int) -> None:
        if index != self._index:
            self.set_index(index)
            self.chosen.emit(index)


class ChoiceControl(Setting[Choice]):
    """One `Choice`: its name, and under it segments or a box with a list."""

    def __init__(self, themes: ThemeHolder, parameter: Choice, parent: QWidget | None = None) -> None:
        super().__init__(themes, parameter, parent)
        labels = tuple(label for _, label in parameter.options)
        theme = themes.current
        short = 2 <= len(labels) <= MOST and segments_width(theme, labels) <= theme.px(COLUMN)
        self._part: Segments | ListBox = (Segments if short else ListBox)(themes, labels, self)
        self._part.chosen.connect(lambda index: self.emit_choice(self.parameter.keys[index]))
        self._name = Label(themes, parameter.label, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._name)
        self._column.addWidget(self._part)
        self._part.set_index(parameter.keys.index(parameter.default))
        self.setFocusProxy(self._part)
        self.on_theme()
        self.tell()

    def set_rule_after(self, index: int) -> None:
        """A hairline in the list below this option: what comes first is of another kind."""
        if isinstance(self._part, ListBox):
            self._part.rule_after = index

    def operated(self) -> QWidget:
        """Segments or box."""
        return self._part

    def value(self) -> str:
        """The key of the chosen option."""
        return self.parameter.keys[self._part.index]

    def set_value(self, value: object) -> None:
        """Show another value, without a signal."""
        index = self.parameter.keys.index(self.parameter.check(value))
        if index != self._part.index:
            self._part.set_index(index)

    def set_locked(self, reason: str) -> None:
        """A reason takes the control out of use; "" gives it back."""
        self._name.set_color("faint" if reason else "ink")
        super().set_locked(reason)

    def on_theme(self) -> None:
        """Another theme."""
        self._column.setContentsMargins(0, 0, 0, round(self.themes.current.px(4)))
        self._column.setSpacing(round(self.themes.current.px(4)))
        super().on_theme()
