"""The second page of the side column: the task that all arms share. What is set here begins a new run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.card import Divider
from gui.widgets.words import Label
from sim.simulations.lab_config import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.theme import ThemeHolder
    from sim.config import Config

EXAMPLE = ("preset", "arms")
TASK = ("dataset", "n_train", "split", "noise", "label_noise", "data_seed")
NETWORK = ("layers", "activation", "init")
DIGITS, TABLE, CURVE = "digits", "sparse", "curve"
ONLY_WITH = {"split": (DIGITS,), "noise": ("moons", CURVE, TABLE), "label_noise": ("moons", DIGITS),
             "data_seed": ("moons", CURVE, TABLE)}  # fmt: skip
"""Settings that mean something for some data only."""
ANEW = "What is set here begins anew, with the first weights."


class Setup(QWidget):
    """`changed` carries a setting and its value."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.forms = tuple(self._form(keys) for keys in (EXAMPLE, TASK, NETWORK))
        example, task, network = self.forms
        self._column.addWidget(Label(themes, ANEW, "small", "soft", wrap=True, parent=self))
        for part in (example, Divider(themes), task, Divider(themes), network):
            self._column.addWidget(part)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    def _form(self, keys: tuple[str, ...]) -> Form:
        form = Form(self._themes, tuple(PARAMETERS[key] for key in keys), self, compact=True)
        form.changed.connect(self.changed)
        form.released.connect(self.released)
        return form

    def control(self, key: str) -> QWidget:
        """The control of a setting; StopIteration where there is none."""
        return next(form.control(key) for form in self.forms if key in form.keys)

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        for form in self.forms:
            form.set_values(config.as_dict())
        for key, datasets in ONLY_WITH.items():
            self.control(key).setVisible(config["dataset"] in datasets)

    def lock(self, may: Callable[[str], bool], reason: str) -> None:
        """Lock what may not be used."""
        for form in self.forms:
            form.lock([key for key in form.keys if not may(key)], reason)

    def cue(self, names: tuple[str, ...]) -> None:
        """Mark these as the next to use."""
        for form in self.forms:
            form.cue(next((key for key in form.keys if key in names), None))

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))
