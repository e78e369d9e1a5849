"""What stands around a network and changes its shape: chips of input features, counts with plus and minus, activations.

They are widgets of their own, so that Tab finds them and a screen reader names them. They are made when they are first
needed and kept; `lay` puts them where the columns are.
"""

from itertools import pairwise

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.chip import Chip
from gui.widgets.network_view_content import Content
from gui.widgets.network_view_layout import Layout
from gui.widgets.option_list import OptionList
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.stepper import HEIGHT, NUMBER, Stepper
from gui.widgets.words import tell
from sim.activations import ACTIVATIONS
from sim.phrases import phrase

MOST_LAYERS = 12  # hidden ones
MOST_UNITS = 64
WIDEST_CHIP = 84.0  # a longer name of an input is shortened; its tooltip says all of it
_SHORT = {"sigmoid": "Sigm.", "leaky_relu": "Leaky", "softmax": "Softm."}


class ActivationLabel(Pressable):
    """The activation of a layer as a small word; opens the list of all. `chosen` gives the key."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._keys: tuple[str, ...] = tuple(ACTIVATIONS)
        self._key = self._keys[0]
        self._list: OptionList | None = None
        self.clicked.connect(self.open_list)

    @property
    def key(self) -> str:
        """Which one is shown."""
        return self._key

    def set_key(self, key: str, layer: str, hidden: bool) -> None:
        """Show another one, without a signal; `layer` in words, and whether it is a hidden one."""
        keys = tuple(one for one, activation in ACTIVATIONS.items() if activation.hidden or not hidden)
        if keys != self._keys:
            self._keys = keys
            self._forget_list()
        self._key = key
        self.setText(say(self._title()))
        about = ACTIVATIONS[key].about if key in ACTIVATIONS else ""
        tell(
            self,
            phrase("Activation of {layer}", layer=layer),
            phrase("{title}. {about}", title=self._title(), about=about),
        )
        self.update()

    def open_list(self) -> OptionList:
        """All activations, below or above."""
        if self._list is None:
            self._list = OptionList(self.themes, tuple(ACTIVATIONS[key].title for key in self._keys), self)
            self._list.chosen.connect(self._choose)
        self._list.open_at(self, self._index())
        return self._list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, Up and Down change without it."""
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif move:
            self._choose(min(max(self._index() + move, 0), len(self._keys) - 1))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Word and sign."""
        theme = self.themes.current
        wide = text_width(self._title(), theme.font("caption")) + theme.px(26)
        return QSize(round(wide), max(theme.target, round(theme.px(22))))

    def radius(self) -> float:
        """Softer than a box."""
        return self.themes.current.px(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A word; its ground only under the pointer."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self.themes.current, self.face()
            rounded(painter, rect, self.radius(), theme.color("ink", 0.06 * self.glow))
            font, side = theme.font("caption"), theme.px(8)
            room, words = self.width() - theme.px(4), self._title()
            sign = text_width(words, font) + side + theme.px(6) <= room
            if text_width(words, font) > room:
                words = elided(_SHORT.get(self._key, words), font, room)
            wide = text_width(words, font) + (side + theme.px(4) if sign else 0.0)
            left = (self.width() - wide) / 2
            color = theme.color("soft" if self.isEnabled() else "faint")
            text(painter, QRectF(left, 0, wide, self.height()), words, font, color)
            if sign and self.isEnabled():
                place = QRectF(left + wide - side, (self.height() - side) / 2 + 1, side, side)
                paint_icon(painter, "down", place, color, 2.6)

    def _title(self) -> str:
        return ACTIVATIONS[self._key].title if self._key in ACTIVATIONS else self._key

    def _index(self) -> int:
        return self._keys.index(self._key) if self._key in self._keys else 0

    def _choose(self, index: int) -> None:
        if self._keys[index] != self._key:
            self.chosen.emit(self._keys[index])

    def _forget_list(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


class Controls(QObject):
    """Says what the hand asks for; changes nothing itself."""

    layers_asked = Signal(int)
    units_asked = Signal(int, int)
    activation_asked = Signal(int, str)
    input_asked = Signal(int, bool)

    def __init__(self, themes: ThemeHolder, host: QWidget) -> None:
        super().__init__(host)
        self._themes = themes
        self._host = host
        self.layers = Stepper(themes, "hidden layer", "hidden layers", 0, MOST_LAYERS, host)
        self.layers.set_name("Hidden layers")
        self.layers.asked.connect(self.layers_asked)
        self.chips: list[Chip] = []
        self.units: list[Stepper] = []
        self.activations: list[ActivationLabel] = []
        self._shown = True

    def set_shown(self, shown: bool) -> None:
        """A network whose shape is not the topic shows none of them."""
        self._shown = shown
        self.layers.setVisible(shown)

    @property
    def shown(self) -> bool:
        """May the shape be changed?"""
        return self._shown

    # Room -----------------------------------------------------------------------------------------------------------

    def left(self, content: Content) -> float:
        """What the chips need at the left."""
        if content.on is None or not self._shown:
            return 0.0
        theme = self._themes.current
        widest = max((text_width(name, theme.font("small")) for name in content.features), default=0.0)
        return min(widest + theme.px(20), theme.px(WIDEST_CHIP)) + theme.px(12)

    def top(self) -> float:
        """What the count of layers needs at the top."""
        theme = self._themes.current
        return self.layers.sizeHint().height() + theme.px(4) if self._shown else 0.0

    def foot(self, narrow: bool) -> float:
        """What counts and activations need below the columns."""
        theme = self._themes.current
        row = max(theme.target, round(theme.px(22)))
        return self._count_height(narrow) + row + theme.px(4)

    def _count_height(self, narrow: bool) -> float:
        theme = self._themes.current
        if not self._shown:
            return theme.line_height("caption")
        if narrow:
            return self.layers.tower_height()
        return self.layers.sizeHint().height()

    def is_narrow(self, pitch: float) -> bool:
        """Do counts stand as towers?"""
        theme = self._themes.current
        return pitch < 2 * max(theme.target, round(theme.px(HEIGHT))) + theme.px(NUMBER + 2)

    # Widgets --------------------------------------------------------------------------------------------------------

    def fit(self, content: Content) -> None:
        """As many of each as the network has."""
        self._fit_chips(content)
        hidden = content.depth - 1
        self.layers.set_count(hidden)
        while len(self.units) < hidden:
            self.units.append(self._make_units(len(self.units)))
        while len(self.activations) < content.depth:
            self.activations.append(self._make_activation(len(self.activations)))
        for layer, stepper in enumerate(self.units):
            stepper.setVisible(self._shown and layer < hidden)
            if layer < hidden:
                stepper.set_count(content.counts[layer + 1])
                stepper.set_name(
                    "Hidden units" if hidden == 1 else phrase("Units of hidden layer {layer}", layer=layer + 1)
                )
        for layer, label in enumerate(self.activations):
            label.setVisible(layer < content.depth)
            label.setEnabled(self._shown)
            if layer < content.depth:
                name = "the output" if layer == hidden else phrase("hidden layer {layer}", layer=layer + 1)
                label.set_key(content.activation(layer), name, layer < hidden)
        self._order()

    def _fit_chips(self, content: Content) -> None:
        wanted = len(content.features) if content.on is not None and self._shown else 0
        while len(self.chips) < wanted:
            self.chips.append(self._make_chip(len(self.chips)))
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < wanted)
            if place < wanted and content.on is not None:
                name = content.features[place]
                if chip.words() != name:
                    chip.set_words(name, phrase("Give {name} to the network as an input, or take it away.", name=name))
                chip.setChecked(content.on[place])

    def _make_chip(self, place: int) -> Chip:
        chip = Chip(self._themes, "", "toggle", parent=self._host)
        chip.clicked.connect(lambda on: self.input_asked.emit(place, on))
        return chip

    def _make_units(self, layer: int) -> Stepper:
        stepper = Stepper(self._themes, "unit", "units", 1, MOST_UNITS, self._host)
        stepper.asked.connect(lambda count: self.units_asked.emit(layer, count))
        return stepper

    def _make_activation(self, layer: int) -> ActivationLabel:
        label = ActivationLabel(self._themes, self._host)
        label.chosen.connect(lambda key: self.activation_asked.emit(layer, key))
        return label

    def _order(self) -> None:
        """Tab: chips, network, layers, then count and activation of each layer."""
        chain: list[QWidget] = [self._host, *self.chips, self.layers]
        for layer, label in enumerate(self.activations):
            chain += [self.units[layer]] if layer < len(self.units) else []
            chain.append(label)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def count_row(self, layout: Layout, height: float) -> tuple[float, float]:
        """Top and height of the row of counts."""
        return height - self.foot(layout.narrow), self._count_height(layout.narrow)

    def lay(self, layout: Layout, content: Content, size: QSize) -> None:
        """Put all where the columns are."""
        theme, columns = self._themes.current, layout.columns
        hint = self.layers.sizeHint()
        middle = (columns[0].x + columns[-1].x) / 2
        self.layers.setGeometry(round(max(0.0, middle - hint.width() / 2)), 0, hint.width(), hint.height())
        self._lay_chips(layout, content, size.height())
        pitch = layout.pitch
        foot, high = self.count_row(layout, size.height())
        for layer, label in enumerate(self.activations[: content.depth]):
            x = columns[layer + 1].x
            if layer < content.depth - 1:
                wide = min(self.units[layer].sizeHint().width(), pitch - theme.px(4))
                wide = min(wide, max(theme.px(HEIGHT), theme.target)) if layout.narrow else wide
                self.units[layer].setGeometry(_centred(x, foot, wide, high, size.width()))
            row = size.height() - foot - high
            wide = min(label.sizeHint().width(), max(pitch - 2, theme.target))
            label.setGeometry(_centred(x, foot + high + theme.px(1), wide, row - theme.px(1), size.width()))

    def _lay_chips(self, layout: Layout, content: Content, high: float) -> None:
        """Below each other at the left, as high as the whole picture where they need it."""
        chips = [chip for chip in self.chips if not chip.isHidden()]
        if not chips:
            return
        slot = min(high / len(chips), max(self._themes.current.px(36), self._themes.current.target + 2))
        top = min(max(0.0, layout.area.center().y() - slot * len(chips) / 2), high - slot * len(chips))
        wide = self.left(content) - self._themes.current.px(12)
        for place, chip in enumerate(chips):
            tall = min(slot, max(self._themes.current.px(24), self._themes.current.target))
            chip.setGeometry(QRect(0, round(top + slot * (place + 0.5) - tall / 2), round(wide), round(tall)))


def _centred(x: float, top: float, wide: float, high: float, limit: float) -> QRect:
    left = min(max(0.0, x - wide / 2), limit - wide)
    return QRect(round(left), round(top), round(wide), round(high))
