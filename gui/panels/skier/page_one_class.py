"""One class only: a trained network practises one digit alone, and the others pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_bars import BarsSeen, ClassBars
from gui.widgets.skier_lines import LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import SHARES, Axis
from gui.widgets.skier_tug import Tug, TugSeen
from sim.digits import digits
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import SkierSnapshot
    from sim.simulations.skier_view_classes import OneClassSeen

NAMES = tuple("0123456789")
PASSES = 30


class OneClassPage(Page):
    """Bars for every class; how they came there, and what the next step and a single weight do to them, below."""

    KEY, TITLE, HANDLE = "one_class", word("One class"), "chosen"
    QUESTION = word("Who pays when one class gets all the lessons?")
    ABOUT = word("All classes share the weights. Choose whom to practise.")
    TRY = word("Choose a digit below its bar. Which others will suffer most? Then let all take part again.")
    RUN, AGAIN = word("Practise"), word("Practise again")

    def build(self) -> None:
        """Bars and curves."""
        self.bars = ClassBars(self.themes, self)
        self.curves = LinesPlot(self.themes, "Right answers while one class is practised", self)
        self._pictures_of: np.ndarray | None = None
        self.set_main("Classes", self.bars)
        self.weight = Tug(self.themes, "One weight made larger", self)
        self.others = Tug(self.themes, "What practising one class does to the others", self)
        self.add_part("curves", "Pass by pass", "While it practises", self.curves, 5)
        self.add_part("weight", "One weight", "One weight made larger", self.weight, 4)
        self.add_part("others", "Next step", "One more step on this class", self.others, 4)
        self.bars.class_asked.connect(lambda index: self.changed.emit("chosen", index))
        self.bars.refused.connect(self.refused)

    def controls(self, config: Config) -> tuple[str, ...]:
        """Which class, whether the others come back, the rate."""
        return ("chosen", "mixed", "learning_rate")

    def run_words(self, config: Config) -> str:
        """Which digit will be practised."""
        return word("Train on all") if config["mixed"] else phrase("Practise the {digit}", digit=config["chosen"])

    def handles(self) -> tuple[ClassBars, ...]:
        """Every column is one."""
        return (self.bars,)

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Bars, curves, numbers."""
        seen = snapshot.one_class
        if seen is None:
            return
        if self._pictures_of is None:
            self._pictures_of = one_of_each()
        self.bars.show_bars(BarsSeen(NAMES, seen.before, seen.now, seen.chosen, self._pictures_of))
        self.curves.show_lines(curves_of(seen))
        self.weight.show_tug(weight_of(seen))
        self.others.show_tug(others_of(seen))
        name = phrase("right among the {digit}s", digit=seen.chosen)
        self.show_figures(
            Figure(percent(float(seen.now[seen.chosen])), name, "you", "100\u00a0%"),
            Figure(percent(seen.others), "right among the others", "ink", "100\u00a0%"),
            Figure(write_count(seen.lowest), "classes below 5\u00a0%", "ink", "9"),
        )
        self.say(about(seen))


def percent(share: float) -> str:
    """A share in whole percent, one decimal below ten."""
    return f"{write_fixed(100.0 * share, 0 if share >= 0.095 or share == 0.0 else 1)}\u00a0%"


def one_of_each() -> np.ndarray:
    """A training digit of every class, (10, 8, 8) from 0 to 1."""
    images, labels = digits()
    firsts = [int(np.flatnonzero(labels == number)[0]) for number in range(10)]
    return np.asarray(images[firsts], np.float64).reshape(10, 8, 8)


def about(seen: OneClassSeen) -> str:
    """What it practises, and how long it has."""
    passes = write_fixed(float(seen.passes[-1]) if len(seen.passes) else 0.0, 1)
    if seen.mixed:
        return phrase("All classes take part again; pass {passes}.", passes=passes)
    return phrase("A trained network practises the {digit} alone; pass {passes} of {all}.", digit=seen.chosen,
                  passes=passes, all=PASSES)  # fmt: skip


def weight_of(seen: OneClassSeen) -> TugSeen:
    """The weight that classes quarrel about most: who gains when it grows."""
    if seen.weight is None:
        return TugSeen(NAMES, chosen=seen.chosen)
    note = phrase("{share} of all weights help one and hurt another", share=percent(seen.weight.contested))
    return TugSeen(NAMES, -seen.weight.slopes, seen.chosen, note)


def others_of(seen: OneClassSeen) -> TugSeen:
    """How far the way down of each class agrees with that of the chosen one."""
    if seen.agreement is None:
        return TugSeen(NAMES, chosen=seen.chosen)
    note = phrase("cosine to the slope of the {digit}", digit=seen.chosen)
    return TugSeen(NAMES, seen.agreement, seen.chosen, note)


def curves_of(seen: OneClassSeen) -> LinesSeen:
    """The chosen class, and the others behind it."""
    lines = []
    for number in range(seen.curves.shape[1] if seen.curves.ndim == 2 else 0):
        if number != seen.chosen:
            lines.append(LineSeen(NAMES[number], NAMES[number], seen.passes, seen.curves[:, number], "soft"))
    if seen.curves.ndim == 2 and seen.curves.size:
        mine = seen.curves[:, seen.chosen]
        lines.append(LineSeen(NAMES[seen.chosen], NAMES[seen.chosen], seen.passes, mine, "you", "diamond", strong=True))
    last = max(float(PASSES), float(seen.passes[-1]) if len(seen.passes) else 0.0)
    return LinesSeen(tuple(lines), Axis(0.0, last), SHARES, word("passes"), percent=True)
