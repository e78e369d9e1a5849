"""The side column: what the layers are made of, and who takes part in the race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.card import Caption, Card, Divider
from gui.widgets.scrolled import scrolled
from sim.depth_arms import ARMS
from sim.simulations.depth import PARAMETERS
from sim.simulations.depth_config import on_key

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

NETWORK = ("depth", "width", "activation", "init")
RATE, PASSES = ("learning_rate",), ("passes",)
PLAIN = tuple(on_key(arm.key) for arm in ARMS.values() if not arm.cure)
CURES = tuple(on_key(arm.key) for arm in ARMS.values() if arm.cure)
FEW = ("depth", "activation", "init")
INSET = 6.0
"""So far the ring of focus reaches beyond a control; the area that scrolls would cut it off."""


class Controls(Card):
    """`changed` carries a key and a value, `released` the key."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, parent=parent)
        self.forms = tuple(self._form(keys) for keys in (NETWORK, RATE, PLAIN, CURES, PASSES))
        self._training, self._cures = Caption(themes, "Train"), Caption(themes, "Cures")
        self._divider = Divider(themes)
        self._compact = False
        self._equal = False
        self._shown: tuple[bool, bool] = (True, True)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        network, rate, plain, cures, passes = self.forms
        for part in (network, self._divider, self._training, rate, plain, self._cures, cures, passes):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = scrolled(themes, content)
        self.body.addWidget(self._area, 1)
        self._made = True
        self._dress()

    def _form(self, keys: tuple[str, ...]) -> Form:
        form = Form(self._themes, tuple(PARAMETERS[key] for key in keys), compact=True)
        form.changed.connect(self.changed)
        form.released.connect(self.released)
        return form

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        for form in self.forms:
            form.set_values(config.as_dict())
        self._equal = config["rates"] == "equal"
        self._arrange()

    def set_shown(self, network: bool, race: bool, few: bool = False) -> None:
        """Which halves are seen; few: on a projector only what the question is about."""
        self._shown = (network, race)
        for key in NETWORK:
            self.forms[0].control(key).setVisible(not few or key in FEW)
        self._arrange()

    def _arrange(self) -> None:
        network, race = self._shown
        self.forms[0].setVisible(network)
        for part in (self._training, self._cures, *self.forms[2:]):
            part.setVisible(race)
        self.forms[1].setVisible(race and self._equal)
        self._divider.setVisible(network and race)

    def lock(self, free: frozenset[str] | None, reason: str) -> None:
        """Only these may be used; None frees all."""
        for form in self.forms:
            form.lock([key for key in form.keys if free is not None and key not in free], reason)

    def cue(self, names: tuple[str, ...]) -> None:
        """Mark these as the next to use, and scroll to the first."""
        for form in self.forms:
            key = next((key for key in form.keys if key in names), None)
            form.cue(key)
            if key is not None:
                self._area.ensureWidgetVisible(form.control(key))

    def set_compact(self, compact: bool) -> None:
        """Closer together."""
        self._compact = compact
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("unit") * 2 if self._compact else theme.size("card_padding")
            side, inset = theme.size("card_padding"), round(theme.px(INSET))
            self.body.setContentsMargins(side - inset, pad, side - inset, pad)
            self._column.setContentsMargins(inset, 0, inset, 0)
            self._column.setSpacing(round(theme.px(5)))
            self.setFixedWidth(theme.size("controls"))
