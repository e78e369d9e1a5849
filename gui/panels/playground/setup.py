"""The third page of the side column: what a network is made of and how it learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.playground.onward import may_walk
from gui.widgets.card import Caption, Divider
from gui.widgets.more_link import MoreLink
from sim.optimizers import OPTIMIZERS
from sim.perceptron import LEARNERS
from sim.simulations.playground_config import NETWORK, PARAMETERS, SHARED, UNIT

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

MOMENTUM = ("momentum", "nesterov")
GROUPS = {
    NETWORK: (
        ("Network", ("activation", "output", "loss", "init")),
        ("Learning", ("optimizer", "shuffle", "momentum_schedule", "momentum_curve")),
        ("Computing", ("precision",)),
    ),
    UNIT: (("Learning rates", tuple(f"{key}.learning_rate" for key in LEARNERS)), ("Start", ("start_weights",))),
}
COMMON = (("Stop", ("stop", "stop_epoch", "stop_loss")),)
ONLY_WITH = {
    "stop_epoch": ("stop", ("epochs",)),
    "stop_loss": ("stop", ("loss",)),
    "momentum_schedule": ("optimizer", MOMENTUM),
}
"""What is shown only where another setting has one of some values."""


class Setup(QWidget):
    """`changed` carries a control's key and value."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._forms: list[Form] = []
        self._pages = {mode: self._page(groups) for mode, groups in GROUPS.items()}
        self._common = self._page(COMMON)
        self._own = {key: self._own_form(key) for key in OPTIMIZERS}
        self.walk = MoreLink(themes, "See every matrix", "Walk through this network rule by rule, forward and back.")
        for page in (self.walk, *self._pages.values(), Divider(themes), self._common):
            self._column.addWidget(page)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    def control(self, key: str) -> QWidget:
        """The control of a setting; StopIteration where there is none."""
        return next(form.control(key) for form in self._forms if key in form.keys)

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms of the page."""
        return tuple(self._forms)

    def cue(self, keys: tuple[str, ...]) -> None:
        """Mark these as the next to use."""
        for form in self._forms:
            form.cue(next((key for key in form.keys if key in keys), None))

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        for form in self._forms:
            form.set_values(config.as_dict())
        for mode, page in self._pages.items():
            page.setVisible(mode == config["mode"])
        self.walk.setVisible(may_walk(config))
        for key, (owner, values) in ONLY_WITH.items():
            self.control(key).setVisible(config[owner] in values)
        self.control("momentum_curve").setVisible(
            config["optimizer"] in MOMENTUM and config["momentum_schedule"] == "drawn"
        )
        for key, form in self._own.items():
            form.setVisible(key == config["optimizer"] and bool(form.keys))

    def _page(self, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for number, (title, keys) in enumerate(groups):
            if number:
                column.addWidget(Divider(self._themes))
            column.addWidget(Caption(self._themes, title, parent=page))
            column.addWidget(self._form(keys))
        return page

    def _own_form(self, key: str) -> Form:
        """What only this optimizer has, below the learning of a network."""
        form = self._form(tuple(f"{key}.{p.key}" for p in OPTIMIZERS[key].parameters if p.key not in SHARED))
        layout, owner = self._pages[NETWORK].layout(), self.control("optimizer").parentWidget()
        assert isinstance(layout, QVBoxLayout)
        assert owner is not None
        layout.insertWidget(layout.indexOf(owner) + 1, form)
        return form

    def _form(self, keys: tuple[str, ...]) -> Form:
        form = Form(self._themes, tuple(PARAMETERS[key] for key in keys), self, compact=True)
        form.changed.connect(self.changed)
        form.released.connect(self.released)
        self._forms.append(form)
        return form

    def _dress(self) -> None:
        gap = round(self._themes.current.px(8))
        self._column.setSpacing(gap)
        for page in (*self._pages.values(), self._common):
            layout = page.layout()
            assert layout is not None
            layout.setSpacing(gap)
