"""The second page of the side column: what a race is set up with before it is watched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.card import Caption, Divider
from sim.params import Real
from sim.simulations.race import PARAMETERS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.params import Parameter
    from sim.surface import Surface

RATES = ("rates", "noise")
RUN = ("steps", "momentum_schedule")
STARTS = ("start_x", "start_y")
GROUND = (*STARTS, "reach")
SHOWN = ("gradient_arrow", "velocity_arrow", "squares", "curvature", "cone", "fog", "fog_radius", "basins")
CROWD = ("cloud", "cloud_size", "cloud_spread", "cloud_colour")


class Setup(QWidget):
    """`changed` carries a control's key and value. In a small window the surface and the rates stand here too."""

    changed = Signal(str, object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._forms: list[Form] = []
        self._config: Config | None = None
        self._surface: Surface | None = None
        self._wide = True
        self._rates = self._form(RATES)
        self._rates.hide()
        self._column.addWidget(self._rates)
        self._add("Race", RUN)
        self._ground = self._add("Start", GROUND)
        self._add("Shown", SHOWN)
        self._add("Crowd", CROWD)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    def _add(self, title: str, keys: tuple[str, ...]) -> Form:
        if title != "Race":
            self._column.addWidget(Divider(self._themes))
        self._column.addWidget(Caption(self._themes, title, parent=self))
        form = self._form(keys)
        self._column.addWidget(form)
        return form

    def _form(self, keys: tuple[str, ...]) -> Form:
        form = Form(self._themes, tuple(self._parameter(key) for key in keys), self, compact=True)
        form.changed.connect(self.changed)
        form.released.connect(self.released)
        self._forms.append(form)
        return form

    def _parameter(self, key: str) -> Parameter:
        """The declaration of a control; the start's sliders span the domain of the surface while it lies inside."""
        parameter = PARAMETERS[key]
        if self._surface is None or self._is_outside() or not isinstance(parameter, Real) or key not in STARTS:
            return parameter
        low, high = self._surface.domain[:2] if key == "start_x" else self._surface.domain[2:]
        return replace(parameter, low=low, high=high, default=self._surface.start[STARTS.index(key)])

    def _is_outside(self) -> bool:
        """Does the start lie beyond the domain?"""
        if self._surface is None or self._config is None:
            return False
        x0, x1, y0, y1 = self._surface.domain
        x, y = (self._config[key] for key in STARTS)
        return not (x0 <= x <= x1 and y0 <= y <= y1)

    def take_in(self, ground: QWidget | None) -> None:
        """Take the control of the surface in, and show the rates below it; None: both stand elsewhere."""
        if ground is not None:
            self._column.insertWidget(0, ground)
        self._rates.setVisible(ground is not None)

    def set_surface(self, surface: Surface) -> None:
        """Another landscape: its start lies in another domain."""
        self._surface = surface
        self._span()

    def _span(self) -> None:
        """New sliders for the start, since a slider keeps the range it was made with."""
        old, self._ground = self._ground, self._form(GROUND)
        self._column.replaceWidget(old, self._ground)
        self._forms.remove(old)
        old.hide()
        old.deleteLater()
        self._wide = self._is_outside()
        self._ground.control("reach").setVisible(self._surface is not None and self._surface.key == "typed")
        if self._config is not None:
            self._ground.set_values(self._config.as_dict())

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        if self._is_outside() != self._wide:
            self._span()
        for form in self._forms:
            form.set_values(config.as_dict())

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms of the page."""
        return tuple(self._forms)

    def cue(self, keys: tuple[str, ...]) -> None:
        """Mark these as the next to use."""
        for form in self._forms:
            form.cue(next((key for key in form.keys if key in keys), None))

    def control(self, key: str) -> QWidget:
        """The control of a parameter; KeyError where there is none."""
        return next(form.control(key) for form in self._forms if key in form.keys)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))
