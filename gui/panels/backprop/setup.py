"""The second page of the side column: which example is walked through, its network, its data, and how it learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.card import Caption, Divider
from sim.optimizers import OPTIMIZERS
from sim.simulations.backprop_config import PARAMETERS, SHARED

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

LIVE = (PARAMETERS["learning_rate"],)
"""What acts at once stands on the first page."""
GROUPS = (
    ("", ("preset",)),
    ("Network", ("layers", "activation", "output", "loss", "init")),
    ("Data", ("data", "n", "noise")),
    ("Learning", ("optimizer", "momentum", "passes")),
)
MOMENTUM = ("momentum", "nesterov")


class Setup(QWidget):
    """`changed` and `released` carry a control's key."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._forms: list[Form] = []
        for number, (title, keys) in enumerate(GROUPS):
            if number:
                self._column.addWidget(Divider(themes, self))
            if title:
                self._column.addWidget(Caption(themes, title, parent=self))
            self._column.addWidget(self._form(keys))
        self._own = {key: self._form(own_keys(key)) for key in OPTIMIZERS}
        for form in self._own.values():
            self._column.addWidget(form)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms of the page."""
        return tuple(self._forms)

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        for form in self._forms:
            form.set_values(config.as_dict())
        for form in self._forms:
            if "momentum" in form.keys:
                form.control("momentum").setVisible(config["optimizer"] in MOMENTUM)
        for key, form in self._own.items():
            form.setVisible(key == config["optimizer"] and bool(form.keys))

    def _form(self, keys: tuple[str, ...]) -> Form:
        form = Form(self._themes, tuple(PARAMETERS[key] for key in keys), self, compact=True)
        form.changed.connect(self.changed)
        form.released.connect(self.released)
        self._forms.append(form)
        return form

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))


def own_keys(optimizer: str) -> tuple[str, ...]:
    """The settings that only this optimizer has."""
    return tuple(f"{optimizer}.{p.key}" for p in OPTIMIZERS[optimizer].parameters if p.key not in SHARED)
