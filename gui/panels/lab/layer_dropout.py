"""Dropout of every hidden layer by itself: a switch, and below it one slider a layer. Off: one rate for all.

In the config this is one text, "0.5 0.2"; the learner never sees it as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.slider import ParameterSlider
from gui.widgets.switch import SwitchControl
from sim.params import Flag, Real
from sim.phrases import phrase
from sim.simulations.lab_config import MOST_DROPOUT, MOST_HIDDEN, read_rates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.theme import ThemeHolder

SETTING = "dropout_layers"
OWN = Flag("own_rates", "Each layer its own", False, help="Another dropout for every hidden layer.")


def layer_parameter(layer: int) -> Real:
    """The slider of a hidden layer, counted from 1."""
    return Real(
        f"dropout{layer}", phrase("Dropout of layer {layer}", layer=layer), 0.0, MOST_DROPOUT, 0.0, digits=2,
        help="The chance with which each unit of this layer is left out of an update.",
    )  # fmt: skip


def text_of(rates: Sequence[float]) -> str:
    """The rates as the config has them."""
    return " ".join(f"{rate:.3f}" for rate in rates)


class LayerDropout(QWidget):
    """`changed` carries the name of the setting and its text, `released` the name."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._hidden = 0
        self.switch = SwitchControl(themes, OWN, self)
        self.sliders = tuple(
            ParameterSlider(themes, layer_parameter(layer + 1), self, compact=True) for layer in range(MOST_HIDDEN)
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.switch, *self.sliders):
            self._column.addWidget(part)
        self.switch.changed.connect(lambda _, on: self.changed.emit(SETTING, self._text(bool(on))))
        for slider in self.sliders:
            slider.changed.connect(lambda *_: self.changed.emit(SETTING, self._text(True)))
            slider.released.connect(lambda _: self.released.emit(SETTING))
        themes.changed.connect(self._dress)
        self._dress()

    def set_values(self, text: str, common: float, hidden: int) -> None:
        """The rates of `hidden` layers, or the one that is common to all where `text` is empty."""
        own = read_rates(text)
        self._hidden = hidden
        self.switch.set_value(bool(own))
        for layer, slider in enumerate(self.sliders):
            slider.setVisible(bool(own) and layer < hidden)
            slider.set_value(own[layer] if layer < len(own) else common)
        self.setVisible(hidden > 1 or bool(own))

    def set_locked(self, reason: str) -> None:
        """A reason takes all of it out of use; "" gives it back."""
        self.switch.set_locked(reason)
        for slider in self.sliders:
            slider.set_locked(reason)

    def set_cued(self, cued: bool) -> None:
        """The control to use next."""
        self.switch.set_cued(cued)

    def _text(self, own: bool) -> str:
        if not own:
            return ""
        return text_of([float(slider.value()) for slider in self.sliders[: self._hidden]])

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(4)))
