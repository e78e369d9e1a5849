"""The sliders of one arm: what the questions of the lab are about, and folded below them the rest of how it learns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.lab.arms import ROLES
from gui.panels.lab.layer_dropout import SETTING, LayerDropout
from gui.widgets.button import Button
from sim.phrases import word
from sim.simulations.lab_config import PARAMETERS, arm_key, read_hidden, read_rates

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.params import Parameter

FIRST = ("dropout", "l1", "l1_form", "l2", "learning_rate", "momentum", "batch")
INPUTS = ("dropout_input",)
REST = ("optimizer", "momentum_schedule", "momentum_curve")
FOLDED = (*INPUTS, SETTING, *REST)
INK = "ink"
FEW = ("dropout", "learning_rate")
HAS_MOMENTUM = ("momentum", "nesterov")
MORE, LESS = word("More of this arm"), word("Fewer settings")
ABOUT_MORE = word("Dropout of the inputs and of single layers, the optimizer, the schedule of momentum.")


def in_color_of(arm: str, parameter: Parameter) -> Parameter:
    """A slider whose quantity has no colour wears that of its arm."""
    return replace(parameter, role=ROLES[arm]) if parameter.role == INK else parameter


class ArmForm(QWidget):
    """`changed` carries the name of a setting, without the arm's letter, and its value; `released` the name."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, arm: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._arm = arm
        self._open = self._few = False
        self._wanted: tuple[str, ...] = FEW
        self._config: Config | None = None
        self.first, self.inputs, self.rest = (self._form(keys) for keys in (FIRST, INPUTS, REST))
        self.layers = LayerDropout(themes, self)
        self.more = Button(themes, MORE, "ghost", self, "down", ABOUT_MORE, True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.first, self.more, self.inputs, self.layers, self.rest):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.layers.changed.connect(self.changed)
        self.layers.released.connect(self.released)
        self.more.clicked.connect(lambda: self.unfold(not self._open))
        themes.changed.connect(self._dress)
        self._dress()

    def _form(self, keys: tuple[str, ...]) -> Form:
        parameters = tuple(in_color_of(self._arm, PARAMETERS[arm_key(self._arm, key)]) for key in keys)
        form = Form(self._themes, parameters, self, compact=True)
        form.changed.connect(lambda key, value: self.changed.emit(self._bare(key), value))
        form.released.connect(lambda key: self.released.emit(self._bare(key)))
        return form

    def _bare(self, key: str) -> str:
        return key.partition(".")[2]

    def control(self, setting: str) -> QWidget:
        """The control of a setting, named without the arm's letter."""
        if setting == SETTING:
            return self.layers
        form = next(form for form in (self.first, self.inputs, self.rest) if arm_key(self._arm, setting) in form.keys)
        return form.control(arm_key(self._arm, setting))

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        for form in (self.first, self.inputs, self.rest):
            form.set_values(config.as_dict())
        hidden = len(read_hidden(config["layers"]))
        self.layers.set_values(str(self._value(SETTING)), float(self._value("dropout")), hidden)
        self._arrange()

    def _value(self, setting: str) -> Any:
        return None if self._config is None else self._config[arm_key(self._arm, setting)]

    def unfold(self, on: bool) -> None:
        """Show the rest as well, or hide it."""
        if on != self._open:
            self._open = on
            self.more.set_words(LESS if on else MORE, ABOUT_MORE)
            self.more.set_icon("up" if on else "down")
            self._arrange()

    def keep_few(self, few: bool, wanted: tuple[str, ...]) -> None:
        """On a projector or in a small window: the sliders of the question alone."""
        self._few, self._wanted = few, wanted or FEW
        self._arrange()

    def lock(self, may: Callable[[str], bool], reason: str) -> None:
        """Lock what may not be used."""
        for form in (self.first, self.inputs, self.rest):
            form.lock([key for key in form.keys if not may(key)], reason)
        self.layers.set_locked("" if may(arm_key(self._arm, SETTING)) else reason)

    def cue(self, settings: tuple[str, ...]) -> None:
        """Mark the first of these as the next to use, unfolding where it is folded."""
        chosen = next((setting for setting in (*FIRST, *FOLDED) if setting in settings), None)
        if chosen in FOLDED:
            self.unfold(True)
        for form in (self.first, self.inputs, self.rest):
            key = None if chosen is None else arm_key(self._arm, chosen)
            form.cue(key if key in form.keys else None)
        self.layers.set_cued(chosen == SETTING)

    def _arrange(self) -> None:
        for setting in FIRST:
            self.control(setting).setVisible(self._is_shown(setting))
        folded = self._open and not self._few
        self.more.setVisible(not self._few)
        for part in (self.inputs, self.rest):
            part.setVisible(folded)
        several = self._config is not None and len(read_hidden(self._config["layers"])) > 1
        self.layers.setVisible(folded and (several or bool(read_rates(str(self._value(SETTING) or "")))))
        for setting in REST:
            self.control(setting).setVisible(self._is_shown(setting))

    def _is_shown(self, setting: str) -> bool:
        """What means something with the other settings."""
        if self._few and setting not in self._wanted:
            return False
        if setting == "dropout":
            return not (self._open and self._value(SETTING))
        if setting == "l1_form":
            return bool(self._value("l1"))
        if setting in ("momentum", "momentum_schedule"):
            return self._value("optimizer") in HAS_MOMENTUM
        if setting == "momentum_curve":
            return self._value("optimizer") in HAS_MOMENTUM and self._value("momentum_schedule") == "drawn"
        return True

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(4)))
