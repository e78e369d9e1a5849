"""The card of the twins: many networks that differ in their first weights alone, counted instead of believed.

Its heading says how many there are, a big number how many have solved it, and one of three pages shows more: how the
losses went, where each stands now, and how often other recipes work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.playground.recipes import ACTIVATIONS, KeptShares, recipe_of, settings_of, shapes
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.chip import Chip
from gui.widgets.disagreement_key import DisagreementKey
from gui.widgets.fan_plot import FanPlot
from gui.widgets.score import Score
from gui.widgets.share_table import Share, ShareTable
from gui.widgets.stepper import Stepper
from gui.widgets.tab_row import TabRow
from gui.widgets.twin_grid import TwinGrid
from gui.widgets.words import Label
from sim.numerals import write_count
from sim.phrases import capital, phrase, word
from sim.simulations.playground_config import NETWORK

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.playground_view import Data, PlaygroundSnapshot, TwinsSeen

STOPS = (1, 100, 400, 1000, 10_000)
USUAL = 400
LONG = 10_000  # an epoch that needs no unit: its axis has one
PAUSE = 50  # milliseconds between two drawings of a page
CURVES, LOSSES, RECIPES = "curves", "losses", "recipes"
TITLES = ((CURVES, "Curves"), (LOSSES, "Last loss"), (RECIPES, "Recipes"))
LOW, WIDE, SIDE, LEAST, NARROW = 262.0, 500.0, 226.0, 84.0, 350.0
NARROW_STEPPER = 104.0
DISAGREEMENT = "Disagreement"
NUMBERS = "Numbers are never simply right: see how near the twins come."
ABOUT_DISAGREEMENT = "Shades the map where the twins give different answers: dark where chance decides."
NO_TWINS = {1: "no twins"}
READYING = "getting the twins ready"
NO_POINTS = "without points no twins"


class Alone(QWidget):
    """What stands there while there is one network: why one is not enough, and the way to more."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.question = Label(themes, "Was that luck?", "question", wrap=True)
        self.about = Label(
            themes,
            "One run proves little. Twins differ from it in their first weights and in nothing else: let them learn "
            "too, and count.",
            "prose", "soft", wrap=True,
        )  # fmt: skip
        self.button = Button(
            themes, phrase("Train {usual} twins", usual=USUAL), about="They start at once, beside this one."
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.question, self.about):
            column.addWidget(part)
        column.addSpacing(round(themes.current.px(4)))
        column.addWidget(self.button)
        column.addStretch(1)


class TwinsCard(Card):
    """Shows what a snapshot says of the twins.

    twins_asked: how many there are to be. twin_chosen: the twin that is to be the run one sees. disagreement_toggled:
    whether the map is to show where they disagree. preset_asked: the settings of a recipe.
    """

    twins_asked = Signal(int)
    twin_chosen = Signal(int)
    disagreement_toggled = Signal(bool)
    preset_asked = Signal(dict)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "stage", parent)
        self.stepper = Stepper(themes, "twin", "twins", STOPS[0], STOPS[-1], stops=STOPS, named=NO_TWINS)
        self.tabs = TabRow(themes, TITLES)
        self.score = Score(themes)
        self.note = Label(themes, "", "small", "soft", wrap=True)
        self.disagreement = Chip(themes, DISAGREEMENT, "toggle", about=ABOUT_DISAGREEMENT)
        self.key = DisagreementKey(themes)
        self.key.hide()
        self.fan, self.grid = FanPlot(themes), TwinGrid(themes)
        self.recipes = ShareTable(themes, shapes(2, 1), [title for _, title in ACTIVATIONS])
        self.alone = Alone(themes)
        self._pages: dict[str, QWidget] = {CURVES: self.fan, LOSSES: self.grid, RECIPES: self.recipes}
        self._seen: TwinsSeen | None = None
        self._drawn: dict[str, object] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self._config: Config | None = None
        self._snapshot: PlaygroundSnapshot | None = None
        self._data: Data | None = None
        self._kept = KeptShares()
        self._build()
        self._connect()
        self._dress_rows()
        themes.changed.connect(self._dress_rows)

    def _build(self) -> None:
        self._head, self._counted = QHBoxLayout(), QWidget()
        self._head.addWidget(self.stepper)
        self._head.addStretch(1)
        self._head.addWidget(self.tabs)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._counted)
        self._side.setContentsMargins(0, 0, 0, 0)
        for part in (self.score, self.note):
            self._side.addWidget(part, 1)
        switch = QVBoxLayout()
        switch.addWidget(self.disagreement)
        switch.addWidget(self.key)
        switch.addStretch(1)
        self._side.addLayout(switch)
        self._stack = QStackedWidget()
        for page in (*self._pages.values(), self.alone):
            self._stack.addWidget(page)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.addWidget(self._counted)
        self._halves.addWidget(self._stack, 1)
        self.body.addLayout(self._head)
        self.body.addLayout(self._halves, 1)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.stepper.asked.connect(self.twins_asked)
        self.alone.button.clicked.connect(lambda: self.twins_asked.emit(USUAL))
        self.tabs.chosen.connect(self.turn_to)
        self.fan.twin_chosen.connect(self.twin_chosen)
        self.grid.twin_chosen.connect(self.twin_chosen)
        self.disagreement.clicked.connect(self.disagreement_toggled)
        self.disagreement.toggled.connect(self.key.setVisible)
        self.recipes.chosen.connect(self._ask_for_recipe)

    def _dress_rows(self) -> None:
        theme = self._themes.current
        self.body.setSpacing(round(theme.px(8)))
        self._stack.setMinimumHeight(round(theme.px(LEAST)))
        self._head.setSpacing(theme.size("gap"))
        self._side.setSpacing(theme.size("gap"))
        self._fit()

    def _fit(self) -> None:
        """Words over the picture; in a low, wide card beside it."""
        theme = self._themes.current
        narrow = self.width() < theme.px(NARROW)
        self.stepper.setMaximumWidth(round(theme.px(NARROW_STEPPER)) if narrow else 16_777_215)
        beside = self.height() < theme.px(LOW) and self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._side.setDirection(way.TopToBottom if beside else way.LeftToRight)
        self._halves.setSpacing(round(theme.px(20 if beside else 8)))
        self._counted.setMaximumWidth(round(theme.px(SIDE)) if beside else 16_777_215)
        self._counted.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum if not beside else QSizePolicy.Policy.Preferred
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit()

    @property
    def page(self) -> str:
        """The key of the page that is shown; "" while there is one network."""
        return next((key for key, page in self._pages.items() if page is self._stack.currentWidget()), "")

    def turn_to(self, key: str) -> None:
        """Show a page; without twins it waits for them."""
        self.tabs.set_current(key)
        if self._config is None or self._config["twins"] > 1:
            self._stack.setCurrentWidget(self._pages[key])
            self._draw()

    def set_locked(self, locked: bool) -> None:
        """Whether the number of twins, and their recipes, are out of reach."""
        for part in (self.stepper, self.alone.button, self.recipes):
            part.setEnabled(not locked)

    def set_disagreement(self, on: bool) -> None:
        """Show the switch as it is, without a signal."""
        self.disagreement.setChecked(on)

    # What is shown --------------------------------------------------------------------------------------------------

    def show(self, snapshot: PlaygroundSnapshot | None = None, config: Config | None = None) -> None:
        """A new frame; cheap while the twins have noted nothing new. Without one, as Qt has it: be seen."""
        if snapshot is None or config is None:
            super().show()
            return
        if config is not self._config:
            self._set_config(config)
        if self._snapshot is None or self._snapshot.twin != snapshot.twin:
            self.fan.set_chosen(snapshot.twin)
            self.grid.set_chosen(snapshot.twin)
        self._snapshot = snapshot
        self._kept.follow(snapshot, config)
        self.recipes.set_shares(self._kept.shares())
        self.fan.set_cursor(snapshot.epoch)
        seen = snapshot.twins if config["twins"] > 1 else None
        if seen is not self._seen or snapshot.data is not self._data:
            self._data = snapshot.data
            first = self._seen is None or seen is None
            self._seen = seen
            self._count(snapshot, config)
            if first or not self._pause.isActive():
                self._draw()

    def _set_config(self, config: Config) -> None:
        many = config["twins"] > 1
        if self._config is None or (self._config["twins"] > 1) != many:
            for part in (self.tabs, self._counted):
                part.setVisible(many)
            self._stack.setCurrentWidget(self._pages[self.tabs.current] if many else self.alone)
        self._config, self._seen, self._data = config, None, None
        self._drawn.clear()
        self.stepper.set_count(config["twins"])
        unit = word("epochs") if config["mode"] == NETWORK else word("passes")
        self.fan.set_unit(unit)
        self.recipes.set_current(recipe_of(config))

    def _count(self, snapshot: PlaygroundSnapshot, config: Config) -> None:
        """The big number, and what is kept of it for the table."""
        seen, classes = self._seen, snapshot.data.task == "classes"
        network = snapshot.network
        if network is not None and network.weights:
            self.recipes.set_rows(shapes(len(network.weights[0]), len(network.biases[-1])))
        self.score.setVisible(classes)
        self.note.setVisible(not classes)
        waits = READYING if len(snapshot.data.x) else NO_POINTS
        self.score.set_nothing(waits)
        for picture in (self.fan, self.grid):
            picture.set_empty_words(capital(waits))
        if seen is None or not classes:
            self.score.set_share(0, 0, (0.0, 1.0))
            self.note.setText(capital(waits) if seen is None else NUMBERS)
            return
        solved, unit = int(seen.solved.sum()), word("epoch") if config["mode"] == NETWORK else word("pass")
        last = int(seen.epochs[-1]) if seen.epochs.size else 0
        self.score.set_share(solved, seen.count, seen.interval, *solved_words(seen, solved, unit, last))
        recipe = recipe_of(config)
        if recipe is not None and last > 0:
            self._kept.keep(
                recipe, Share(solved, seen.count, phrase("by {unit} {last}", unit=unit, last=write_count(last)))
            )
            self.recipes.set_shares(self._kept.shares())

    def _draw(self) -> None:
        """The page that is shown, where its numbers are new."""
        seen, page = self._seen, self.page
        if self._config is None or (page in self._drawn and self._drawn[page] is seen):
            return
        self._drawn[page] = seen
        self._pause.start()
        if page == CURVES:
            self._draw_fan(seen)
        elif page == LOSSES:
            self.grid.set_losses(*((np.zeros(0),) if seen is None else (seen.loss, seen.solved)))
            self.grid.set_chosen(None if self._snapshot is None else self._snapshot.twin)

    def _draw_fan(self, seen: TwinsSeen | None) -> None:
        if seen is None:
            self.fan.set_fan(np.zeros(0), np.zeros((5, 0)))
            return
        self.fan.set_log(self._snapshot is not None and self._snapshot.data.task == "regression")
        self.fan.set_fan(seen.epochs, seen.fan, seen.worst)
        self.fan.set_twins(seen.few, seen.numbers)
        self.fan.set_stuck(stuck_loss(seen))
        network = self._snapshot.network if self._snapshot is not None else None
        if network is None or not network.curves.epochs.size:
            self.fan.set_run(np.zeros(0))
            return
        places = np.searchsorted(network.curves.epochs, seen.epochs, side="right") - 1
        self.fan.set_run(network.curves.loss[np.maximum(places, 0)])

    def _ask_for_recipe(self, row: int, column: int) -> None:
        config = self._config
        if config is None or (row, column) == recipe_of(config):
            return
        twins = config["twins"] if config["twins"] > 1 else USUAL
        self.preset_asked.emit(settings_of(row, column, twins))


def solved_words(seen: TwinsSeen, solved: int, unit: str, last: int) -> tuple[str, str]:
    """What stands beside the share, long and short: by when; where nobody has, how far the best came."""
    if not solved and 0.0 < seen.best_accuracy < 1.0:
        best = phrase("at best {floor}\u00a0%", floor=f"{np.floor(100 * seen.best_accuracy):.0f}")
        return phrase("solve it; {best} right", best=best), best
    when = (
        phrase("by {unit} {last}", unit=unit, last=write_count(last))
        if last < LONG
        else phrase("by {last}", last=write_count(last))
    )
    return phrase("solve it {when}", when=when), when


def stuck_loss(seen: TwinsSeen) -> float:
    """The middle of the last losses of those that have not solved it, NaN where all have, none has, or none is left."""
    stuck = seen.loss[~seen.solved & np.isfinite(seen.loss)]
    return float(np.median(stuck)) if stuck.size and seen.solved.any() else float("nan")
