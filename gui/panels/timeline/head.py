"""The row above the canvas: a search, a chip for each family of lanes, the legend, and what belongs to drawn seasons.

What has no room is left away, the legend first, then the chips, as half a name filters nothing; in a projection the
legend stays away.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.panels.timeline.showing import count_words, season_sentence
from gui.widgets.button import Button
from gui.widgets.chip import Chip
from gui.widgets.filter_chip import FilterChip
from gui.widgets.search_field import SearchField
from gui.widgets.timeline_content import FAMILIES, Family
from sim.phrases import word
from sim.simulations.timeline import LONGEST_SEARCH, lane_key

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.timeline import TimelineSnapshot

SEARCH_ABOUT = "Finds names, words and years, such as 1989 or 1980s. Enter opens the first."


class Head(QWidget):
    """`changed` carries settings; `entered` asks for the first hit, `reveal_asked` for the winters."""

    changed = Signal(dict)
    entered = Signal()
    reveal_asked = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.search = SearchField(themes, "Find a name or a year", SEARCH_ABOUT, LONGEST_SEARCH, self)
        self.chips = {
            family.key: FilterChip(themes, family.title, family.role, family.about, self) for family in FAMILIES
        }
        self._runs = FilterChip(
            themes, word("runs here"), "soft", "Events that can be tried in this program", self, edge=False, fact=True
        )
        self.to_read = FilterChip(
            themes,
            word("to read"),
            "soft",
            "Events of which nothing runs here, drawn hollow",
            self,
            hollow=True,
            edge=False,
        )
        self.reveal = Button(themes, "Show the winters", parent=self, about="Shade the two seasons", small=True)
        self._apart = Chip(themes, "", parent=self, color="you")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.search)
        for chip in self.chips.values():
            self._row.addWidget(chip)
        for part in (self._runs, self.to_read):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._apart)
        self._row.addWidget(self.reveal)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.search.changed.connect(lambda words: self.changed.emit({"search": words}))
        self.search.entered.connect(self.entered)
        self.to_read.clicked.connect(lambda: self.changed.emit({"to_read": self.to_read.isChecked()}))
        self.reveal.clicked.connect(self.reveal_asked)
        for family in FAMILIES:
            self.chips[family.key].clicked.connect(partial(self._on_family, family))

    def _on_family(self, family: Family) -> None:
        """All of its lanes, or none; where only some were on: all."""
        chip = self.chips[family.key]
        on = chip.isChecked() or chip.is_some
        self.changed.emit({lane_key(lane): on for lane in family.lanes})

    def show_config(self, config: Config) -> None:
        """The chips and the words show what is set; nothing is signalled."""
        self.search.set_words(config["search"])
        self.to_read.setChecked(config["to_read"])
        for family in FAMILIES:
            on = [config[lane_key(lane)] for lane in family.lanes]
            self.chips[family.key].setChecked(any(on))
            self.chips[family.key].set_some(any(on) and not all(on))
        self._fit()

    def show_snapshot(self, config: Config, snapshot: TimelineSnapshot) -> None:
        """The count, the button while the winters are hidden, and how far the drawn seasons are off."""
        self.search.set_count(count_words(config, snapshot))
        self.reveal.setVisible(not config["seasons"] and not snapshot.revealed)
        sentence = season_sentence(snapshot)
        if sentence != self._apart.words():
            self._apart.set_words(sentence, "Years in which only one of the two is, your seasons or the winters")
        self._apart.setVisible(bool(sentence))
        self._fit()

    def _legend(self) -> tuple[QWidget, ...]:
        return self._runs, self.to_read

    def _fit(self) -> None:
        """The legend stands where there is room for it, and so do the chips."""
        gap = self._row.spacing()
        extra = [part for part in (self.reveal, self._apart) if not part.isHidden()]
        shown = [self.search, *self.chips.values(), *extra]
        taken = sum(part.sizeHint().width() + gap for part in shown)
        whole = self.width() - taken >= 0
        for chip in self.chips.values():
            chip.setVisible(whole)
        legend = sum(part.sizeHint().width() + gap for part in self._legend())
        roomy = self.width() - taken >= legend and not self._themes.current.presentation
        for part in self._legend():
            part.setVisible(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        self._fit()

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(8)))
        self._fit()
