"""Before any training: what networks that learnt nothing get right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_chance import ChanceDots, ChanceSeen, tidy
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import Axis
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import SkierSnapshot
    from sim.simulations.skier_view_classes import ChanceSeen as Asked

UNKNOWN = "\u2013"


class ChancePage(Page):
    """A dot for every network."""

    KEY, TITLE, MOVES = "chance", word("Chance"), True
    QUESTION = word("What does a network know before it learns?")
    ABOUT = word("Each dot is one network with random weights.")
    TRY = word("Ask with ten classes: does every single network get a tenth right?")
    RUN, AGAIN = word("Ask them"), word("Ask again")

    def build(self) -> None:
        """Dots above, favourites below."""
        self.dots = ChanceDots(self.themes, self)
        self.favourites = LinesPlot(self.themes, "Answers each network ever gives", self)
        self._seen: Asked | None = None
        self._secret = False
        self.set_main("Dots", self.dots)
        self.add_part("answers", "Answers", "Different answers each network gives", self.favourites)

    def controls(self, config: Config) -> tuple[str, ...]:
        """How many answers, how many networks."""
        return ("classes", "nets")

    def set_secret(self, secret: bool) -> None:
        """Chance and ignorance are what is asked for."""
        if secret != self._secret:
            self._secret = secret
            self._show()

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Dots and numbers."""
        self._seen = snapshot.chance
        self._show()

    def _show(self) -> None:
        seen = self._seen
        if seen is None:
            return
        told = not self._secret
        self.dots.show_chance(ChanceSeen(seen.classes, seen.accuracies, seen.losses, seen.wanted, told))
        self.favourites.show_lines(favourites_of(seen))
        self.show_figures(*figures_of(seen, told))
        self.say(about(seen))


def figures_of(seen: Asked, told: bool) -> tuple[Figure, ...]:
    """What they come to, and what was to be expected unless that is a secret."""
    known, classes = seen.nets > 0, write_count(seen.classes)
    figures = (
        Figure(tidy(seen.mean) if known else UNKNOWN, "right on average", "vel", "0.000\u00a0%"),
        Figure(tidy(seen.chance), phrase("1 / {classes}", classes=classes), "ink"),
        Figure(write_fixed(seen.loss, 3) if known else UNKNOWN, "mean loss", "grad", "0.000"),
        Figure(write_fixed(seen.log_classes, 3), phrase("ln {classes}", classes=classes), "ink"),
    )
    return figures if told else figures[::2]


def about(seen: Asked) -> str:
    """Who is asked about what."""
    template = (
        "{nets} of {wanted} untrained networks, each asked about {inputs} digits"
        if seen.real
        else "{nets} of {wanted} untrained networks, each asked about {inputs} random inputs with random labels"
    )
    return phrase(template, nets=write_count(seen.nets), wanted=write_count(seen.wanted),
                  inputs=write_count(seen.inputs))  # fmt: skip


def favourites_of(seen: Asked) -> LinesSeen:
    """How many different answers each network ever gives, network by network."""
    numbers = np.arange(1.0, len(seen.answered) + 1.0)
    last = float(max(2, seen.wanted))
    note = ""
    if len(seen.answered):
        note = phrase("{count} of {classes} on average", count=write_fixed(float(np.mean(seen.answered)), 0),
                      classes=write_count(seen.classes))  # fmt: skip
    line = LineSeen("answers", "", numbers, np.asarray(seen.answered, np.float64), "ink", note=note,
                    dots=True)  # fmt: skip
    return LinesSeen((line,), Axis(1.0, last), Axis(0.0, 1.08 * seen.classes), word("networks"),
                     levels=(Level(float(seen.classes), phrase("all {classes}", classes=write_count(seen.classes))),),
                     empty=word("No network asked yet."))  # fmt: skip
