"""A teacher who lies: shuffled labels are learnt by heart, and help nobody with new digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_lies import LiesRow, LiesSeen
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import SHARES, Axis
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import SkierSnapshot
    from sim.simulations.skier_view_classes import LiesSeen as Taught

LEAST_PASSES = 20.0


class LiesPage(Page):
    """Right answers over passes; digits with what is said of them below."""

    KEY, TITLE = "lies", word("Lies")
    QUESTION = word("What does a network learn from a teacher who lies?")
    ABOUT = word("Labels are shuffled among the training digits; those of the test are true.")
    TRY = word("Halve the lies. How much truth is enough for the new digits?")
    RUN, AGAIN = word("Train"), word("Train again")

    def build(self) -> None:
        """Curves and digits."""
        self.curves = LinesPlot(self.themes, "Right answers over passes", self)
        self.digits = LiesRow(self.themes, self)
        self.set_main("Answers", self.curves)
        self.add_part("digits", "Digits", "What it is told, and what it says", self.digits)

    def controls(self, config: Config) -> tuple[str, ...]:
        """How many lies, the rate."""
        return ("lies", "learning_rate")

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Curves, digits, numbers."""
        seen = snapshot.lies
        if seen is None:
            return
        self.curves.show_lines(curves_of(seen))
        says = seen.answers if seen.epoch > 0 else np.zeros(0)
        pictures = np.asarray(seen.pictures, np.float64).reshape(-1, 64)
        self.digits.show_lies(LiesSeen(pictures, seen.true, seen.told, says))
        self.show_figures(
            Figure(percent(seen.accuracy), "as it was told", "minus", "100\u00a0%"),
            Figure(percent(seen.test_accuracy), "right on new digits", "ink", "100\u00a0%"),
            Figure(percent(seen.chance), "by guessing", "soft", "10\u00a0%"),
        )
        self.say(phrase("{lied} of the training labels are false; those of the test are true. Pass {pass_}.",
                        lied=write_count(seen.lied), pass_=write_count(seen.epoch)))  # fmt: skip


def percent(share: float) -> str:
    """A share in whole percent, one decimal below ten."""
    return f"{write_fixed(100.0 * share, 0 if share >= 0.0995 else 1)}\u00a0%"


def curves_of(seen: Taught) -> LinesSeen:
    """What it was told, new digits, and what the learnt digits truly are."""
    last = max(LEAST_PASSES, float(seen.epochs[-1]) if len(seen.epochs) else 0.0)
    lines = (
        LineSeen("told", word("as told"), seen.epochs, seen.train_accuracies, "minus", "square", dashed=True),
        LineSeen("true", word("their true labels"), seen.epochs, seen.true_accuracies, "soft", "up"),
        LineSeen("test", word("new digits"), seen.epochs, seen.test_accuracies, "ink", "circle", strong=True),
    )
    return LinesSeen(lines, Axis(0.0, last), SHARES, word("passes"), percent=True,
                     levels=(Level(seen.chance, word("guessing")),))  # fmt: skip
