"""The card of the race: the same network with other units and cures, trained side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.panels.depth.head_choice import HeadChoice
from gui.panels.depth.showing import COLUMNS, about_race, race_of
from gui.widgets.arm_plot import ArmPlot
from gui.widgets.arm_table import ArmTable
from gui.widgets.button import Button
from gui.widgets.card import Caption, Card
from gui.widgets.words import Elided
from sim.phrases import word
from sim.simulations.depth import PARAMETERS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.depth import DepthSnapshot

PLOT_SHARE, TABLE_SHARE = 38, 62
NAMES_FROM, TITLE_FROM, TABLE_MOST, BUTTON = 520, 440, 480, 112
TRAIN, PAUSE, TRAINED = (word("Train"), "playtri"), (word("Pause"), "pause"), (word("Train again"), "reset")
ABOUT_RUN = word("All networks learn side by side")


class RaceCard(Card):
    """`changed` carries a setting of the head; `run_asked` and `pause_asked` come from its button."""

    changed = Signal(str, object)
    run_asked = Signal()
    pause_asked = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = self._narrow = False
        self._free = self._primary = True
        self._state = TRAIN
        super().__init__(themes, "stage", parent)
        self._title = Caption(themes, "Train them", parent=self)
        self._about = Elided(themes, "", "small", "soft", parent=self)
        self.rates = HeadChoice(themes, PARAMETERS["rates"], "Rates", parent=self)  # type: ignore[arg-type]
        self.loss = HeadChoice(themes, PARAMETERS["loss_scale"], "Loss", parent=self)  # type: ignore[arg-type]
        self.run = Button(themes, TRAIN[0], "primary", self, TRAIN[1], ABOUT_RUN, True)
        self.plot, self.table = ArmPlot(themes, self), ArmTable(themes, COLUMNS, self)
        self.plot.set_named(False)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        for part in (self.rates, self.loss, self.run):
            self._head.addWidget(part)
        self._row = QHBoxLayout()
        self._row.addWidget(self.plot, PLOT_SHARE)
        self._row.addWidget(self.table, TABLE_SHARE)
        self.body.addLayout(self._head)
        self.body.addWidget(self._about)
        self.body.addLayout(self._row, 1)
        for head in (self.rates, self.loss):
            head.changed.connect(self.changed)
        for picture in (self.plot, self.table):
            picture.arm_pointed.connect(self._on_pointed)
        self.run.clicked.connect(self._on_run)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._made = True
        self._dress()

    def show_snapshot(self, snapshot: DepthSnapshot, config: Config, playing: bool) -> None:
        """The race as it stands."""
        race = race_of(snapshot)
        self.plot.show_race(race)
        self.table.show_race(race)
        self._about.set_words(about_race(snapshot, config))
        state = PAUSE if playing else TRAINED if snapshot.finished else TRAIN
        if state != self._state:
            self._state = state
            self._show_button()

    def show_config(self, config: Config) -> None:
        """The head shows what is set."""
        self.rates.set_value(config["rates"])
        self.loss.set_value(config["loss_scale"])

    def _on_pointed(self, key: str) -> None:
        self.plot.set_marked(key)
        self.table.set_marked(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of the head's choices stand where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self._themes.current
        for head in (self.rates, self.loss):
            head.set_named(self.width() >= theme.px(NAMES_FROM))
        narrow = self.width() < theme.px(TITLE_FROM)
        self._title.setVisible(not narrow)
        self._narrow = narrow
        self._show_button()
        self.table.setMaximumWidth(round(theme.px(TABLE_MOST)))
        self.run.setMinimumWidth(round(theme.px(BUTTON)))

    def set_run(self, free: bool, primary: bool) -> None:
        """Whether the button may be pressed, and whether it is the next thing to do."""
        self._free, self._primary = free, primary
        self._show_button()

    def _show_button(self) -> None:
        """It keeps its place and its width. In a narrow place the transport's own has to do."""
        words, icon = self._state
        self.run.set_words(words, ABOUT_RUN)
        self.run.set_icon(icon)
        self.run.set_kind("primary" if self._state == TRAIN and self._primary else "plain")
        self.run.setEnabled(self._free)
        self.run.setVisible(not self._narrow)

    def _on_run(self) -> None:
        (self.pause_asked if self._state == PAUSE else self.run_asked).emit()

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(10)), round(theme.px(10)), round(theme.px(8)))
            self.body.setSpacing(round(theme.px(3)))
            self._head.setContentsMargins(0, 0, pad - round(theme.px(10)), 0)
            self._head.setSpacing(round(theme.px(10)))
            self._row.setSpacing(round(theme.px(12)))
            self._fit()
