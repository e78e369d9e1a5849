"""The card of one gate: which function it has, its curve, and what is pushed back through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.panels.depth.head_choice import HeadChoice
from gui.panels.depth.showing import gate_seen
from gui.widgets.button import Button
from gui.widgets.card import Caption, Card
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.gate_view import GateView
from sim.simulations.depth import PARAMETERS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.depth import Gate

FUNCTION = "gate_activation"


class GateCard(Card):
    """`asked` carries (z, error): the learner moved the unit, or pushed an error back."""

    asked = Signal(float, float)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self._z, self._incoming, self._pushed = 2.0, -1.0, False
        self._activation = "relu"
        self.view = GateView(themes, self)
        self.function = HeadChoice(themes, PARAMETERS[FUNCTION], "", True, self)  # type: ignore[arg-type]
        about = "Send this error back through the gate"
        self.less = Button(themes, "Push −1 back", parent=self, about=about, small=True)
        self.more = Button(themes, "Push +1 back", parent=self, about=about, small=True)
        self._cue = Cue(themes, self.less, lambda: QRectF(self.less.rect()), CueFrame)
        self._head, self._row = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(Caption(themes, "One gate", parent=self), 1)
        self._head.addWidget(self.function)
        for button in (self.less, self.more):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._row.addWidget(button)
        self.body.addLayout(self._head)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._row)
        self.less.clicked.connect(lambda: self.push(-1.0))
        self.more.clicked.connect(lambda: self.push(1.0))
        self.view.pushed.connect(self.push)
        self.view.z_asked.connect(self._on_moved)
        self._made = True
        self._dress()

    def push(self, error: float) -> None:
        """Send an error back through the gate."""
        if self.view.isEnabled():
            self._incoming, self._pushed = error, True
            self._show()
            self.view.travel()
            self.asked.emit(self._z, self._incoming)

    def _on_moved(self, z: float) -> None:
        self._z, self._pushed = z, True
        self._show()
        self.asked.emit(self._z, self._incoming)

    def show_gate(self, gate: Gate) -> None:
        """The gate as the run has it."""
        self._z, self._incoming, self._pushed = gate.z, gate.incoming, gate.pushed
        self._show()

    def show_config(self, config: Config) -> None:
        """Which function it has."""
        self._activation = config[FUNCTION]
        self.function.set_value(self._activation)
        self._show()

    def set_locked(self, reason: str) -> None:
        """A reason takes the gate out of use."""
        self.view.set_locked(bool(reason))
        for button in (self.less, self.more):
            button.setEnabled(not reason)

    def set_cued(self, cued: bool) -> None:
        """The gate is the thing to use next."""
        self.view.set_cued(cued)
        self._cue.set_on(cued)

    def _show(self) -> None:
        self.view.show_gate(gate_seen(self._activation, self._z, self._incoming, self._pushed))

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(10)), pad, round(theme.px(12)))
            self.body.setSpacing(round(theme.px(6)))
            self._row.setSpacing(round(theme.px(8)))
            self._cue.refresh()
