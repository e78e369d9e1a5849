"""The first page of the side column: what acts at once, and where to start from.

In the mode of one unit there are one rate and the order of the points; a network has the sliders of the issue at hand:
learning rate, momentum, dropout, L1, L2, noise. None of them begins a run anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.playground.presets import PRESETS
from gui.panels.playground.setup import MOMENTUM
from gui.widgets.button import Button
from gui.widgets.card import Divider
from gui.widgets.choice import ChoiceControl
from sim.params import Choice, Real
from sim.simulations.playground_config import NETWORK, PARAMETERS, ROWS, UNIT

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

CUSTOM = "custom"
START = Choice(
    "start", "Start from", (*((key, preset.title) for key, preset in PRESETS.items()), (CUSTOM, "As you left it")),
    "xor", help="A whole set of settings that asks a question.",
)  # fmt: skip
LIVE = {
    UNIT: ("rate_factor", "noise", "order"),
    NETWORK: ("learning_rate", "momentum", "dropout", "l1", "l2", "noise", "batch"),
}
SCALE = Real(
    "scale", "Scale weights and bias", 0.1, 10.0, 1.0, log=True, digits=2,
    help="Makes all numbers of every unit larger or smaller together: the border stays, the answers become surer.",
)  # fmt: skip
"""A hand, not a setting: what it multiplies is the run's own."""
FEW = {UNIT: ("rate_factor",), NETWORK: ("learning_rate", "dropout")}


class PlaygroundControls(QWidget):
    """`changed` and `released` carry a control's key, `started` a preset's; `hand_asked` belongs to one unit."""

    changed = Signal(str, object)
    released = Signal(str)
    started = Signal(str)
    hand_asked = Signal(bool)
    scaled = Signal(float)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._few = False
        self._with_hand = True
        self._config: Config | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.mode = Form(themes, (PARAMETERS["mode"],), self, compact=True)
        self.start = ChoiceControl(themes, START, self)
        self.start.changed.connect(self._on_start)
        self._rule = Divider(themes, self)
        self._forms = {
            mode: Form(themes, tuple(PARAMETERS[key] for key in keys), self, compact=not themes.current.presentation)
            for mode, keys in LIVE.items()
        }
        self._forms[UNIT].cue("rate_factor")
        self._forms[NETWORK].cue("dropout")
        self.hand = Button(
            themes, "Draw my own line", "primary", self, icon="hand",
            about="Your line against the rules: drag it, or its rings, until more points are right than theirs.",
        )  # fmt: skip
        self.hand.setCheckable(True)
        self.hand.clicked.connect(self._on_hand)
        self.scale = Form(themes, (SCALE,), self, compact=True)
        self._scale = 1.0
        self.scale.changed.connect(self._on_scale)
        for part in (self.mode, self.start, self._rule, *self._forms.values(), self.scale, self.hand):
            self._column.addWidget(part)
        self._column.addStretch(1)
        for form in self._forms.values():
            form.changed.connect(lambda *_, form=form: form.cue(None))
        for form in (self.mode, *self._forms.values()):
            form.changed.connect(self.changed)
            form.released.connect(self.released)
        themes.changed.connect(self._dress)
        self._dress()

    def control(self, key: str) -> QWidget:
        """The control of a setting that stands here; KeyError where there is none."""
        forms = (self.mode, *self._forms.values())
        shown = [form for form in forms if key in form.keys]
        active = self._forms[self._config["mode"]] if self._config is not None else None
        return (active if active in shown and active is not None else shown[0]).control(key)

    def set_config(self, config: Config, preset: str | None) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        values = config.as_dict()
        for form in (self.mode, *self._forms.values()):
            form.set_values(values)
        self.start.set_value(preset or CUSTOM)
        self._arrange()

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms whose controls are settings."""
        return (self.mode, *self._forms.values())

    def set_locks(self, reason: str, hand: bool, scale: bool) -> None:
        """What of the rest a lesson leaves: no other start, but perhaps the own line, or the scale."""
        self.start.set_locked(reason)
        self._with_hand = hand
        self._arrange()
        self.scale.lock(() if scale else ("scale",), reason)

    def cue(self, keys: tuple[str, ...] | None) -> None:
        """Mark these as the next to use; None marks what the page itself would."""
        usual = {UNIT: "rate_factor", NETWORK: "dropout"}
        for name, form in ((None, self.mode), (None, self.scale), *self._forms.items()):
            wanted = next((key for key in form.keys if key in (keys or ())), None)
            form.cue(usual.get(name or "") if keys is None else wanted)

    def reset_scale(self) -> None:
        """Other weights: what is scaled from now on begins at 1."""
        self._scale = 1.0
        self.scale.set_values({"scale": 1.0})

    def set_hand(self, on: bool) -> None:
        """Whether the learner competes with a line of his own."""
        self.hand.setChecked(on)
        self.hand.set_words("Put my line away" if on else "Draw my own line")

    def keep_few(self, few: bool) -> None:
        """On a projector, or in a small window: the sliders of the question alone."""
        self._few = few
        for form in self._forms.values():
            form.set_compact(not self._themes.current.presentation)
        self._arrange()

    def _on_start(self, _: str, key: object) -> None:
        if key != CUSTOM:
            self.started.emit(str(key))

    def _on_scale(self, _: str, factor: object) -> None:
        if isinstance(factor, float):
            self.scaled.emit(factor / self._scale)
            self._scale = factor

    def _on_hand(self) -> None:
        self.hand_asked.emit(self.hand.isChecked())

    def _arrange(self) -> None:
        config = self._config
        mode = UNIT if config is None else config["mode"]
        rows = config is not None and mode == UNIT and config["dataset"] in ROWS
        for part in (self.mode, self.start, self._rule):
            part.setVisible(not self._few)
        for name, form in self._forms.items():
            form.setVisible(name == mode)
            for key in form.keys:
                form.control(key).setVisible(self._is_shown(name, key, rows))
        self.hand.setVisible(mode == UNIT and not rows and self._with_hand)
        graded = config is not None and config["sigmoid.on"]
        self.scale.setVisible(mode == UNIT and graded and not rows and not self._few)

    def _is_shown(self, mode: str, key: str, rows: bool) -> bool:
        if self._few and key not in FEW[mode]:
            return False
        if rows:
            return key == "rate_factor"
        if key == "momentum" and self._config is not None:
            return self._config["optimizer"] in MOMENTUM
        return True

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(6)))
