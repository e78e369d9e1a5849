"""The card of the layers: what becomes of the error, the bars of both ways, and where the sums of each layer lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.depth.showing import about_profile, about_seeds, figures_of, headline, signals_of, sums_of
from gui.widgets.card import Card
from gui.widgets.figure_row import FigureRow
from gui.widgets.layer_bars import LayerBars
from gui.widgets.layer_heat import LayerHeat, sums_words
from gui.widgets.layer_words import layer_words
from gui.widgets.words import Elided
from sim.depth_start import DEEPEST

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.depth_profile import Profile

BARS, SUMS, BOTH = "bars", "sums", "both"
BARS_SHARE, SUMS_SHARE = 77, 23
SHORT_BELOW, ONE_BELOW, FIGURES = 760, 480, 3
"""In a narrower place the numbers leave room for few words."""
SUMS_FROM = 300
"""Below this height the sums are left to a tab of their own, or to a larger window."""


class LayersCard(Card):
    """The panel connects the handle of the bars."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self._profile: Profile | None = None
        self._shown = BOTH
        self._figures = FIGURES
        self._pointed = -1
        self._title = Elided(themes, "", "heading", "ink", self)
        self._about = Elided(themes, "", "small", "soft", parent=self)
        self.figures = FigureRow(themes, "What is left", self)
        self.bars, self.heat = LayerBars(themes, DEEPEST, self), LayerHeat(themes, DEEPEST, self)
        self._sums_title = Elided(themes, "Where the sums z of each layer lie", "caption", "faint", parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch(1)
        self._head = QHBoxLayout()
        self._head.addLayout(words, 1)
        self._head.addWidget(self.figures)
        self.body.addLayout(self._head)
        self.body.addWidget(self.bars, BARS_SHARE)
        self.body.addWidget(self._sums_title)
        self.body.addWidget(self.heat, SUMS_SHARE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bars.layer_pointed.connect(self._on_pointed)
        self.bars.held.connect(lambda: self.heat.freeze(True))
        self.bars.released.connect(lambda: self.heat.freeze(False))
        self.heat.layer_pointed.connect(self._on_pointed)
        self._made = True
        self._dress()

    def show_profile(self, profile: Profile) -> None:
        """Other numbers; the same profile costs nothing."""
        if profile is self._profile:
            return
        self._profile = profile
        self.bars.show_signals(signals_of(profile))
        self.heat.show_sums(sums_of(profile))
        self._title.set_words(headline(profile))
        self.figures.show_figures(figures_of(profile), about_seeds(profile))
        self._write()

    def freeze(self, frozen: bool) -> None:
        """Another control is held: axes stand still until it is let go."""
        self.bars.freeze(frozen)
        self.heat.freeze(frozen)

    def set_foretelling(self, foretells: bool) -> None:
        """Whether it says where a hundred layers lead; not while that is what is asked for."""
        self._figures = FIGURES if foretells else FIGURES - 1
        self._fit()

    def show_only(self, shown: str) -> None:
        """bars, sums, or both as far as there is room."""
        if shown != self._shown:
            self._shown = shown
            self._dress()

    def _on_pointed(self, layer: int) -> None:
        """A layer that is pointed at in one picture is marked in the other, and told above them."""
        self._pointed = layer
        self.bars.set_marked(layer)
        self.heat.set_marked(layer)
        self._write()

    def _write(self) -> None:
        if self._profile is None:
            return
        short = self.width() < self._themes.current.px(SHORT_BELOW)
        if not 0 <= self._pointed <= self._profile.depth:
            self._about.set_words(about_profile(self._profile, short))
        elif self._shown == SUMS and self._pointed < self._profile.depth:
            self._about.set_words(sums_words(sums_of(self._profile), self._pointed))
        else:
            self._about.set_words(layer_words(signals_of(self._profile), self._pointed, short))

    def _fit(self) -> None:
        """What there is room for."""
        low = self.height() < self._themes.current.px(SUMS_FROM)
        bars = self._shown in (BARS, BOTH)
        sums = self._shown == SUMS or (self._shown == BOTH and not low)
        self.bars.setVisible(bars)
        self.heat.setVisible(sums)
        self._sums_title.setVisible(sums and bars)
        self.heat.set_numbered(not bars)
        self.figures.set_most(1 if self.width() < self._themes.current.px(ONE_BELOW) else self._figures)
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            self.body.setSpacing(round(theme.px(3)))
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(12)), round(theme.px(8)), round(theme.px(10)))
            self._head.setContentsMargins(0, 0, pad - round(theme.px(8)), 0)
            self._head.setSpacing(round(theme.px(16)))
            self._fit()
