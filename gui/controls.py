"""The controls of a simulation, made from its parameters: a slider, a choice, a switch or a line of text
for each, in their order."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.choice import ChoiceControl
from gui.widgets.slider import ParameterSlider
from gui.widgets.switch import SwitchControl
from gui.widgets.text_control import TextControl
from sim.param_text import Text
from sim.params import Choice, Flag, Parameter

Control = ParameterSlider | ChoiceControl | SwitchControl | TextControl


def control_for(themes: ThemeHolder, parameter: Parameter, compact: bool = False) -> Control:
    """The control that fits the kind of `parameter`."""
    if isinstance(parameter, Choice):
        return ChoiceControl(themes, parameter)
    if isinstance(parameter, Flag):
        return SwitchControl(themes, parameter)
    if isinstance(parameter, Text):
        return TextControl(themes, parameter)
    return ParameterSlider(themes, parameter, compact=compact)


class Form(QWidget):
    """A column of controls. It paints nothing itself, so it lies on a card or in a scroll area alike."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(
        self,
        themes: ThemeHolder,
        parameters: Iterable[Parameter],
        parent: QWidget | None = None,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._compact = compact
        self._controls = {parameter.key: control_for(themes, parameter, compact) for parameter in parameters}
        self._column = QVBoxLayout(self)
        for control in self._controls.values():
            control.changed.connect(self.changed)
            control.released.connect(self.released)
            self._column.addWidget(control)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the controls, from top to bottom."""
        return tuple(self._controls)

    def control(self, key: str) -> Control:
        """The control of `key`; KeyError where there is none."""
        return self._controls[key]

    def values(self) -> dict[str, object]:
        """What the controls show."""
        return {key: control.value() for key, control in self._controls.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show other values, without signals; keys of other controls are left alone."""
        for key, control in self._controls.items():
            if key in values:
                control.set_value(values[key])

    def cue(self, key: str | None) -> None:
        """Mark one control as the next to use, and only that one."""
        for name, control in self._controls.items():
            control.set_cued(name == key)

    def lock(self, keys: Iterable[str], reason: str) -> None:
        """Lock exactly these controls, and say why; `lock((), "")` frees all."""
        locked = set(keys)
        for key, control in self._controls.items():
            control.set_locked(reason if key in locked else "")

    def set_compact(self, compact: bool) -> None:
        """Two-line sliders, closer together."""
        self._compact = compact
        for control in self._controls.values():
            if isinstance(control, ParameterSlider):
                control.set_compact(compact)
        self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(theme.px(4 if self._compact else 12)))
        self.updateGeometry()
