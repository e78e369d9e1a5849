"""What a choice and a switch have in common with a slider: key, lock, cue and the two signals."""

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import tip
from sim.params import Choice, Flag

P = TypeVar("P", Choice, Flag)


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
        self._cued = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.on_theme)

    def operated(self) -> QWidget:
        """The part that has the keyboard."""
        raise NotImplementedError

    def set_cued(self, cued: bool) -> None:
        """The control to use next."""
        self._cued = cued
        self.update()

    def set_locked(self, reason: str) -> None:
        """A reason takes the control out of use; "" gives it back."""
        self.reason = reason
        self.operated().setEnabled(not reason)
        self.tell()
        self.update()

    def tell(self) -> None:
        """Name, sentence and tooltip, for this control and its operated part."""
        title, sentence = self.parameter.describe()
        why = f"Locked: {self.reason.removeprefix('locked: ')}." if self.reason else ""
        words = " ".join(part for part in (sentence, why) if part)
        for widget in (self, self.operated()):
            widget.setAccessibleName(self.parameter.label)
            widget.setAccessibleDescription(words)
        self.setToolTip(tip(title, words))

    def emit_choice(self, value: object) -> None:
        """The learner chose `value`."""
        self.changed.emit(self.key, value)
        self.released.emit(self.key)

    def on_theme(self) -> None:
        """Another theme."""
        self.updateGeometry()
        self.update()

    def cue_place(self) -> QRectF:
        """What the cue's frame goes around."""
        return QRectF(self.operated().geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the cue, just outside the part to use."""
        if self._cued:
            painter = QPainter(self)
            begin(painter)
            theme = self.themes.current
            rect = self.cue_place().adjusted(-2, -2, 2, 2).intersected(QRectF(self.rect()))
            rounded(painter, rect, theme.size("radius_button") + 2, theme.color("cue", 0.16), theme.color("cue"), 2.0)
