"""A choice in the head of a card: its name and its options on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.widgets.choice import ListBox
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.segments import Segments
from gui.widgets.words import Label, tell
from sim.phrases import joined, phrase

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.params import Choice


LIST = 124.0


class HeadChoice(QWidget):
    """One `Choice`. `changed` gives its key and the key of the option."""

    changed = Signal(str, object)

    def __init__(
        self, themes: ThemeHolder, parameter: Choice, words: str, as_list: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.parameter, self.key = parameter, parameter.key
        self._words = words
        labels = tuple(label for _, label in parameter.options)
        self.part: Segments | ListBox = (ListBox if as_list else Segments)(themes, labels, self)
        self.part.set_index(parameter.keys.index(parameter.default))
        self.part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._narrow = as_list
        self.part.chosen.connect(lambda index: self.changed.emit(self.key, self.parameter.keys[index]))
        self._name = Label(themes, words, "small", "soft", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._name)
        self._row.addWidget(self.part)
        self._name.setVisible(bool(words))
        self._cue = Cue(themes, self, lambda: QRectF(self.part.geometry()), CueFrame)
        self.setFocusProxy(self.part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_locked("")
        themes.changed.connect(self._dress)
        self._dress()

    def set_value(self, value: str) -> None:
        """Show another option; nothing is signalled."""
        index = self.parameter.keys.index(self.parameter.check(value))
        if index != self.part.index:
            self.part.set_index(index)

    def set_cued(self, cued: bool) -> None:
        """The control to use next."""
        self._cue.set_on(cued)

    def set_locked(self, reason: str) -> None:
        """A reason takes it out of use; "" gives it back."""
        self.part.setEnabled(not reason)
        why = phrase("Locked: {reason}.", reason=reason) if reason else ""
        about = joined((self.parameter.help, why))
        tell(self.part, self.parameter.label, about)

    def set_named(self, named: bool) -> None:
        """With its name, or without where there is little room."""
        self._name.setVisible(named and bool(self._words))

    def _dress(self) -> None:
        theme = self._themes.current
        self._row.setSpacing(round(theme.px(6)))
        if self._narrow:
            self.part.setFixedWidth(round(theme.px(LIST)))
        self._cue.refresh()
