"""The side column: the button that starts the view, and the settings that act in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import Form
from gui.widgets.button import Button
from gui.widgets.card import Caption, Card
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.scrolled import scrolled
from gui.widgets.words import Label
from sim.simulations.skier_config import PARAMETERS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

KEYS = tuple(one.key for one in PARAMETERS if one.key not in ("view", "ground", "seed"))
INSET = 6.0
"""So far the ring of focus reaches beyond a control; the area that scrolls would cut it off."""


class Controls(Card):
    """`changed` carries a key and a value, `released` the key, `run` that the button was pressed."""

    changed = Signal(str, object)
    released = Signal(str)
    run = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, parent=parent)
        self._compact = False
        self.form = Form(themes, tuple(PARAMETERS[key] for key in KEYS), compact=True)
        self.form.changed.connect(self.changed)
        self.form.released.connect(self.released)
        self._title, self._note = Caption(themes, "Controls"), Label(themes, "act at once", "small", "soft")
        self.button = Button(themes, "Run", "primary", self, "playtri", "Time goes on.")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.run)
        self._cue = Cue(themes, self.button, lambda: QRectF(self.button.rect()), CueFrame)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._note)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addLayout(self._head)
        self._column.addWidget(self.form)
        self._column.addWidget(self.button)
        self._try = Label(themes, "", "prose", "soft", wrap=True)
        self._column.addWidget(self._try)
        self._column.addStretch(1)
        self._area = scrolled(themes, content)
        self.body.addWidget(self._area, 1)
        self._made = True
        self._dress()

    def show_try(self, words: str) -> None:
        """Something to do here; "" where a lesson says it."""
        self._try.setText(words)
        self._try.setVisible(bool(words) and not self._compact)

    def show_config(self, config: Config, keys: tuple[str, ...]) -> None:
        """Show these values, and only the settings of the view."""
        self.form.set_values(config.as_dict())
        for key in KEYS:
            self.form.control(key).setVisible(key in keys)

    def show_run(self, words: str, icon: str, primary: bool) -> None:
        """What the button does now. It keeps its place."""
        self.button.set_words(words, "Time goes on.")
        self.button.set_icon(icon)
        self.button.set_kind("primary" if primary else "plain")

    def lock(self, free: frozenset[str] | None, reason: str, run: bool) -> None:
        """Only these may be used; None frees all."""
        self.form.lock([key for key in KEYS if free is not None and key not in free], reason)
        self.button.setEnabled(run)

    def cue(self, names: tuple[str, ...], run: bool) -> None:
        """Mark these as the next to use, and scroll to the first."""
        key = next((key for key in KEYS if key in names), None)
        self.form.cue(key)
        self._cue.set_on(run)
        if key is not None:
            self._area.ensureWidgetVisible(self.form.control(key))

    def set_compact(self, compact: bool) -> None:
        """Closer together."""
        self._compact = compact
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("unit") * 2 if self._compact else theme.size("card_padding")
            side, inset = theme.size("card_padding"), round(theme.px(INSET))
            self.body.setContentsMargins(side - inset, pad, side - inset, pad)
            self._column.setContentsMargins(inset, inset, inset, inset)
            self._column.setSpacing(round(theme.px(6 if self._compact else 12)))
            self.setFixedWidth(theme.size("controls"))
            self._cue.refresh()
