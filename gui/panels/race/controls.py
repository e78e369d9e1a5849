"""The controls of the race: what acts on all racers, or on the one that is chosen on the board.

The surface, with the learner's own formula as its first choice, stands in a part of its own, `ground`, so that a small
window can put it on another page. The form for all has one momentum slider for both methods that have a momentum; it is
a control of the window alone, and the config keeps one value for each of them. Under it stands how rates are chosen; at
one rate for all the slider is that rate, else it is a factor on everybody's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.button import IconButton
from gui.widgets.card import Caption
from gui.widgets.choice import ChoiceControl
from gui.widgets.formula_field import FormulaField
from gui.widgets.words import Label
from sim.config import Config
from sim.errors import ConfigError, sentence
from sim.formula import FormulaError
from sim.optimizers import OPTIMIZERS
from sim.params import Choice, Parameter
from sim.simulations.race import PARAMETERS, own_parameters

if TYPE_CHECKING:
    from gui.theme import ThemeHolder

ALL, GROUND = "all", "ground"
MOMENTA = PARAMETERS.matching("momentum")
SHARED_MOMENTUM = replace(
    PARAMETERS[MOMENTA[0]],
    key="momentum",
    help="The share of its velocity that a racer keeps, for Momentum and Nesterov alike.",
)
ACTING = ("momentum", "rates", "rate_factor", "learning_rate", "noise")


def parameter(key: str) -> Parameter:
    """The declaration behind a control. One's own formula is easiest to find as the first of many surfaces."""
    entry = SHARED_MOMENTUM if key == "momentum" else PARAMETERS[key]
    if key == "surface" and isinstance(entry, Choice):
        return replace(entry, options=(entry.options[-1], *entry.options[:-1]))
    return entry


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
    """The surface, then the controls of all racers or of one. `changed` carries a control's key and value."""

    changed = Signal(str, object)
    released = Signal(str)
    left_racer = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._config: Config | None = None
        self._kept: tuple[str, ...] | None = None
        self._steered = ALL
        self._forms: dict[str, Form] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.formula = FormulaField(themes)
        self.formula.changed.connect(self._on_formula)
        self.formula.released.connect(lambda: self.released.emit("formula"))
        self._heading = Caption(themes, "", parent=self)
        self._about = Label(themes, "", "caption", "faint", parent=self)
        self._back = IconButton(themes, "close", "All racers", "Show the controls that act on all racers", self)
        self._back.clicked.connect(self.left_racer)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._about)
        head.addWidget(self._back)
        self.ground = QWidget(self)
        self._ground_column = QVBoxLayout(self.ground)
        self._ground_column.setContentsMargins(0, 0, 0, 0)
        self._ground_column.addWidget(self._form(GROUND, ("surface",)))
        self._ground_column.addWidget(self.formula)
        self._column.addWidget(self.ground)
        self._column.addLayout(head)
        self._column.addWidget(self._form(ALL, ACTING))
        self._forms[ALL].cue("momentum")
        self.surface.set_rule_after(0)
        themes.changed.connect(self._dress)
        self._dress()
        self._arrange()

    def steer(self, key: str | None) -> None:
        """Show the controls of one racer, or of all."""
        self._steered = key or ALL
        if key is not None and key not in self._forms:
            self._column.addWidget(self._make(key, own(key)))
        self._heading.setText(OPTIMIZERS[key].title if key else "")
        self._about.setText("on its own" if key else "")
        self._arrange()

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        values = shown(config)
        for form in self._forms.values():
            form.set_values(values)
        if self.formula.text != config["formula"] and not self.formula.sentence:
            self.formula.set_text(config["formula"])
        self._arrange()

    def keep(self, keys: tuple[str, ...] | None, everything: bool = True) -> None:
        """Show only these controls of the form for all; None shows every one."""
        self._kept = None if everything else keys
        for form in self._forms.values():
            form.set_compact(not self._themes.current.presentation)
        self._arrange()

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms made so far."""
        return tuple(self._forms.values())

    def cue(self, keys: tuple[str, ...] | None) -> None:
        """Mark these as the next to use; None marks what the column itself would."""
        wanted = ("momentum",) if keys is None else tuple("momentum" if key in MOMENTA else key for key in keys)
        for form in self._forms.values():
            form.cue(next((key for key in form.keys if key in wanted), None))

    @property
    def surface(self) -> ChoiceControl:
        """The control that chooses the surface."""
        control = self._forms[GROUND].control("surface")
        assert isinstance(control, ChoiceControl)
        return control

    def take_ground_back(self) -> None:
        """The surface stands above the controls again, after it was on another page."""
        self._column.insertWidget(0, self.ground)

    def control(self, key: str) -> QWidget:
        """The control of a parameter, of the form for all or of the racer it belongs to."""
        owner = key.rpartition(".")[0] or (GROUND if key == "surface" else ALL)
        return self._forms[owner].control(key)

    def _form(self, name: str, keys: tuple[str, ...]) -> Form:
        return self._make(name, tuple(parameter(key) for key in keys))

    def _make(self, name: str, entries: tuple[Parameter, ...]) -> Form:
        form = Form(self._themes, entries, self, compact=not self._themes.current.presentation)
        form.changed.connect(self._on_changed)
        form.released.connect(self.released)
        if self._config is not None:
            form.set_values(shown(self._config))
        self._forms[name] = form
        return form

    def _arrange(self) -> None:
        """Who is seen: the surface, the formula if it is typed, one form."""
        alone, away = self._steered != ALL, self.ground.parentWidget() is not self
        typed = self._config is not None and self._config["surface"] == "typed"
        self.ground.setVisible(away or (self._kept is None and not alone))
        self.formula.setVisible(typed)
        for part in (self._heading, self._about, self._back):
            part.setVisible(alone)
        for name, form in self._forms.items():
            if name != GROUND:
                form.setVisible(name == self._steered)
        same = self._config is not None and self._config["rates"] == "same"
        hidden = "rate_factor" if same else "learning_rate"
        kept = ACTING if self._kept is None else self._kept
        if same and "rate_factor" in kept:
            kept = (*kept, "learning_rate")
        for key in ACTING:
            self._forms[ALL].control(key).setVisible(key in kept and key != hidden)

    def _on_formula(self, text: str) -> None:
        """Every edit: a formula that can be read bends the race at once; another says what is wrong and changes
        nothing."""
        try:
            PARAMETERS["formula"].check(text)
        except FormulaError as error:
            self.formula.set_error(sentence(error), error.position)
        except ConfigError as error:
            self.formula.set_error(sentence(error), None)
        else:
            self.formula.set_error("", None)
            self.changed.emit("formula", text)

    def _on_changed(self, key: str, value: object) -> None:
        if key == "momentum":
            self._forms[ALL].cue(None)
        self.changed.emit(key, value)

    def _dress(self) -> None:
        for column in (self._column, self._ground_column):
            column.setSpacing(round(self._themes.current.px(4)))
