"""The controls of the race: what acts on all racers, or on the one that is chosen on the board.

The form for all has one momentum slider for both methods that have a momentum; it is a control of the window alone, and
the config keeps one value for each of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.button import IconButton
from gui.widgets.card import Caption
from gui.widgets.words import Label
from sim.config import Config
from sim.optimizers import OPTIMIZERS
from sim.params import Parameter
from sim.simulations.race import PARAMETERS, own_parameters

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

ALL = "all"
MOMENTA = PARAMETERS.matching("momentum")
SHARED_MOMENTUM = replace(
    PARAMETERS[MOMENTA[0]],
    key="momentum",
    help="The share of its velocity that a racer keeps, for Momentum and Nesterov alike.",
)
FIRST = ("surface",)
ACTING = ("momentum", "rate_factor", "noise")
MORE = ("momentum_schedule", "steps", "start_x", "start_y")


def parameter(key: str) -> Parameter:
    """The declaration behind a control of the form for all racers."""
    return SHARED_MOMENTUM if key == "momentum" else PARAMETERS[key]


def own(key: str) -> tuple[Parameter, ...]:
    """The sliders of one racer, with labels that need not repeat its name."""
    return tuple(entry for entry in own_parameters(key) if not entry.key.endswith(".on"))


def changes(key: str, value: object) -> dict[str, object]:
    """The settings that a control stands for."""
    return dict.fromkeys(MOMENTA, value) if key == "momentum" else {key: value}


def shown(config: Config) -> dict[str, object]:
    """The values of all controls, by their keys."""
    return {**config.as_dict(), "momentum": config[MOMENTA[0]]}


class RaceControls(QWidget):
    """Two stacked sheets of controls, for all racers or for one. `changed` carries a control's key and value."""

    changed = Signal(str, object)
    released = Signal(str)
    left_racer = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._config: Config | None = None
        self._heading = Caption(themes, "Controls", parent=self)
        self._note = Label(themes, "act at once", "caption", "faint", parent=self)
        self._back = IconButton(themes, "close", "All racers", "Show the controls that act on all racers", self)
        self._back.clicked.connect(self.left_racer)
        self._back.hide()
        self._stack = QStackedWidget(self)
        self._forms: dict[str, Form] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._note)
        head.addWidget(self._back)
        layout.addLayout(head)
        layout.addWidget(self._stack)
        self.steer(None)
        self._forms[ALL].cue("momentum")

    def steer(self, key: str | None) -> None:
        """Show the controls of one racer, or of all."""
        form = self._form(key or ALL)
        self._heading.setText(OPTIMIZERS[key].title if key else "Controls")
        self._note.setVisible(key is None)
        self._back.setVisible(key is not None)
        for other in self._forms.values():
            other.setVisible(other is form)
        self._stack.setCurrentWidget(form)
        self._stack.setFixedHeight(form.sizeHint().height())

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        values = shown(config)
        for form in self._forms.values():
            form.set_values(values)

    def keep(self, keys: tuple[str, ...] | None, headed: bool = True) -> None:
        """Show only these controls of the form for all; None shows every one. `headed`: with the heading above them."""
        form = self._forms[ALL]
        self._heading.setVisible(headed or self._back.isVisible())
        self._note.setVisible(headed and not self._back.isVisible())
        for name, entry in self._forms.items():
            entry.set_compact(not self._themes.current.presentation or name != ALL)
        for key in (*FIRST, *ACTING):
            form.control(key).setVisible(keys is None or key in keys)
        self._stack.setFixedHeight(form.sizeHint().height())

    def _form(self, key: str) -> Form:
        if key not in self._forms:
            entries = tuple(parameter(name) for name in (*FIRST, *ACTING)) if key == ALL else own(key)
            form = Form(self._themes, entries, self, compact=not self._themes.current.presentation)
            form.changed.connect(self._on_changed)
            form.released.connect(self.released)
            if self._config is not None:
                form.set_values(shown(self._config))
            self._forms[key] = form
            self._stack.addWidget(form)
        return self._forms[key]

    def _on_changed(self, key: str, value: object) -> None:
        if key == "momentum":
            self._forms[ALL].cue(None)
        self.changed.emit(key, value)

    def control(self, key: str) -> QWidget:
        """The control of a parameter, of the form for all or of the racer it belongs to."""
        owner = key.rpartition(".")[0] or ALL
        return self._forms[owner].control(key)
