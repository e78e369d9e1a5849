"""Many valleys: wide networks from other seeds end equally deep; tiny ones do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_lines import LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import Axis
from gui.widgets.skier_valleys import StuckGrid, StuckSeen, ValleysSeen, ValleyStrip, in_percent
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import SkierSnapshot
    from sim.simulations.skier_view_classes import ValleysSeen as Trained

UNKNOWN = "\u2013"


class ValleysPage(Page):
    """Scores above; the ways down and the tiny networks below."""

    KEY, TITLE = "valleys", word("Valleys")
    QUESTION = word("Does another start end in a worse valley?")
    ABOUT = word("The same network from other random weights.")
    TRY = word("Guess the best and the worst of twenty scores before you train them.")
    RUN, AGAIN = word("Train all"), word("Train again")

    def build(self) -> None:
        """Strip, curves, grid."""
        self.strip, self.grid = ValleyStrip(self.themes, self), StuckGrid(self.themes, self)
        self.curves = LinesPlot(self.themes, "Training losses of the wide networks", self)
        self.set_main("Scores", self.strip)
        self.add_part("ways", "Ways down", "Their ways down", self.curves, 5)
        self.add_part("tiny", "Tiny", "Tiny networks on XOR, two hidden units", self.grid, 4)

    def controls(self, config: Config) -> tuple[str, ...]:
        """The rate of all."""
        return ("learning_rate",)

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Strip, curves, grid, numbers."""
        seen = snapshot.valleys
        if seen is None:
            return
        begun = seen.epoch > 0.0
        nothing = np.zeros(0)
        self.strip.show_valleys(ValleysSeen(seen.accuracies if begun else nothing, seen.nets))
        solved = np.asarray(seen.tiny_solved, bool)
        self.grid.show_stuck(StuckSeen(~solved if begun else solved[:0], seen.tiny_losses, seen.tiny, seen.done))
        self.curves.show_lines(curves_of(seen))
        self.show_figures(*figures_of(seen, begun))
        self.say(phrase("{nets} networks with 64 hidden units, pass {pass_} of {all}", nets=seen.nets,
                        pass_=write_fixed(seen.epoch, 1), all=write_count(seen.passes)))  # fmt: skip


def curves_of(seen: Trained) -> LinesSeen:
    """The losses of all on top of each other; only one has a name."""
    lines = []
    many = seen.curves.shape[1] if seen.curves.ndim == 2 else 0
    for index in range(many):
        name = phrase("{nets} of them", nets=many) if index == many - 1 else ""
        role = "ink" if index == many - 1 else "soft"
        about = phrase("network {number}", number=index + 1)
        note = phrase("{about}, loss {loss}", about=about, loss=write_fixed(float(seen.losses[index]), 3))
        lines.append(LineSeen(f"{index}", name, seen.epochs, seen.curves[:, index], role, note=note))
    return LinesSeen(tuple(lines), Axis(0.0, float(max(1, seen.passes))), Axis(0.003, 4.0, log=True), word("passes"))


def figures_of(seen: Trained, begun: bool) -> tuple[Figure, ...]:
    """The mean score, its spread, who is stuck, how far apart they are."""
    if not begun:
        spread = Figure(UNKNOWN, "spread", "ink", "± 0.0\u00a0%")
        return (Figure(UNKNOWN, "right on average", "vel", "00.0\u00a0%"), spread)
    apart = seen.distances[np.triu_indices(seen.nets, 1)] if seen.distances.size else np.zeros(0)
    figures = [
        Figure(in_percent(seen.mean), "right on average", "vel", "00.0\u00a0%"),
        Figure(f"± {in_percent(seen.spread)}", "spread of the scores", "ink", "± 0.0\u00a0%"),
    ]
    if seen.done:
        stuck = phrase("{stuck} of {tiny}", stuck=seen.stuck, tiny=seen.tiny)
        figures.append(Figure(stuck, "tiny ones stuck", "warn", "00 of 100"))
    if apart.size and np.isfinite(apart).all() and float(apart.mean()) > 0.0:
        figures.append(Figure(write_fixed(float(apart.mean()), 1), "apart (way down = 1)", "ink", "0.0"))
    return tuple(figures)
