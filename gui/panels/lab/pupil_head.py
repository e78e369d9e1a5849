"""The row above a picture of pupils: a line of words, whose network it is, which layer, and another example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.button import IconButton
from gui.widgets.chip import Chip
from gui.widgets.layer_chips import LayerChips
from gui.widgets.mirrored import Mirror
from gui.widgets.words import Elided, Label, tell
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

ARM_ABOUT = "Look at this network."


class ArmLetters(QWidget):
    """One chip for each arm, one of them chosen. `chosen` gives its key."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._current = KEYS[0]
        self.chips = {key: Chip(themes, key.upper(), "toggle", parent=self, about=ARM_ABOUT) for key in KEYS}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for key, chip in self.chips.items():
            self._row.addWidget(chip)
            chip.clicked.connect(lambda _, key=key: self._choose(key))
        tell(self, "Network that is shown", "Whose pupils these are.")
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> str:
        """The key of the arm that is chosen."""
        return self._current

    def set_arms(self, count: int, current: str) -> None:
        """So many arms, one of them chosen; without a signal."""
        self._current = current
        for place, (key, chip) in enumerate(self.chips.items()):
            chip.setChecked(key == current)
            chip.setVisible(place < count)
        self.setVisible(count > 1)

    def _choose(self, key: str) -> None:
        changed = key != self._current
        self._current = key
        for other, chip in self.chips.items():
            chip.setChecked(other == key)
        if changed:
            self.chosen.emit(key)

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(4)))


class PupilHead(QWidget):
    """`arm_asked` an arm, `layer_asked` a hidden layer from 0, `turned` one example back or on."""

    arm_asked = Signal(str)
    layer_asked = Signal(int)
    turned = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(parent)
        self._themes = themes
        self._few = False
        self.words = Elided(themes, "", "small", "soft", self)
        self.letters, self.layers = ArmLetters(themes, self), LayerChips(themes, self)
        self.before = IconButton(themes, "left", "Example before", "Another example of the same batch.", self)
        self.after = IconButton(themes, "right", "Next example", "Another example of the same batch.", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words, 1)
        self.place = Label(themes, "", "caption", "faint", parent=self)
        for part in (self.letters, self.layers, self.before, self.place, self.after):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layers = self._steps = False
        self.letters.chosen.connect(self.arm_asked)
        self.layers.chosen.connect(self.layer_asked)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        themes.changed.connect(self._dress)
        self._built = True
        self._turn_arrows()
        self._dress()
        self._fit()

    def show_arms(self, count: int, current: str) -> None:
        """Whose network it is, of how many."""
        self.letters.set_arms(count, current)

    def show_layers(self, count: int, current: int) -> None:
        """Which of the hidden layers; where there is one, nothing to choose."""
        self._layers = count > 1
        if count:
            self.layers.set_layers(count, current)
        self._fit()

    def show_place(self, place: int, count: int) -> None:
        """Which example it is, of how many; where there is one, nothing to turn."""
        self._steps = count > 1
        self.place.setText(phrase("{place} of {count}", place=place + 1, count=write_count(count)))
        self._fit()

    def set_few(self, few: bool) -> None:
        """Keys do what the buttons do; a small window has room for the words."""
        self._few = few
        self._fit()

    def say(self, words: str) -> None:
        """Other words."""
        self.words.set_words(words)

    def changeEvent(self, event: QEvent) -> None:
        """Where lines run from right to left, the next example lies to the left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._built:
            self._turn_arrows()

    def _turn_arrows(self) -> None:
        mirror = Mirror(self)
        self.after.set_icon(mirror.onward)
        self.before.set_icon("right" if mirror.on else "left")

    def _fit(self) -> None:
        self.layers.setVisible(self._layers)
        for part in (self.before, self.place, self.after):
            part.setVisible(self._steps and not self._few)

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(6)))
