"""What a choice, a switch and a text have in common with a slider: key, lock, cue and the two signals."""

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.words import tip
from sim.param_text import Text
from sim.params import Choice, Flag
from sim.phrases import joined, phrase

P = TypeVar("P", Choice, Flag, Text)


class Setting(QWidget, Generic[P]):
    """A control of one parameter. `changed` gives key and value, `released` follows at once."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parameter: P, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.parameter: P = parameter
        self.key = parameter.key
        self.reason = ""
        self._cue = Cue(themes, self, lambda: QRectF(self.operated().geometry()), CueFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.on_theme)

    def operated(self) -> QWidget:
        """The part that has the keyboard."""
        raise NotImplementedError

    @property
    def cued(self) -> bool:
        """Is it the control to use next?"""
        return self._cue.on

    def set_cued(self, cued: bool) -> None:
        """The control to use next."""
        if cued != self._cue.on:
            self._cue.set_on(cued)

    def set_locked(self, reason: str) -> None:
        """A reason takes the control out of use; "" gives it back."""
        self.reason = reason
        self.operated().setEnabled(not reason)
        self.tell()
        self.update()

    def tell(self) -> None:
        """Name, sentence and tooltip, for this control and its operated part."""
        title, sentence = self.parameter.describe()
        why = phrase("Locked: {reason}.", reason=self.reason) if self.reason else ""
        words = joined((sentence, why))
        for widget in (self, self.operated()):
            widget.setAccessibleName(say(self.parameter.label))
            widget.setAccessibleDescription(say(words))
        self.setToolTip(tip(title, words))

    def emit_choice(self, value: object) -> None:
        """The learner chose `value`."""
        self.changed.emit(self.key, value)
        self.released.emit(self.key)

    def on_theme(self) -> None:
        """Another theme."""
        self._cue.refresh()
        self.updateGeometry()
        self.update()
