"""Loading momentum: none, some, much, and much only once the way is known, on one network and one order of batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import SIGNS, Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import SHARES, Axis
from sim.numerals import write_fixed, write_short
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import RampArm, RampSeen, SkierSnapshot

UNKNOWN = "\u2013"
PASSES = 10


class RampPage(Page):
    """Right answers above; what momentum each had, and the losses, below."""

    KEY, TITLE = "ramp", word("Ramp")
    QUESTION = word("How much momentum, and how soon?")
    ABOUT = word("The same network, the same batches, the same rate; only momentum differs.")
    TRY = word("Guess the order of the six. Then make the rate three times as large: who falls?")
    RUN, AGAIN = word("Train all"), word("Train again")

    def build(self) -> None:
        """Three plots."""
        self.answers = LinesPlot(self.themes, "Right answers to new digits", self)
        self.loading = LinesPlot(self.themes, "Past slopes that momentum adds up", self)
        self.losses = LinesPlot(self.themes, "Training loss over updates", self)
        self.set_main("Answers", self.answers)
        self.add_part("momentum", "Momentum", "Past slopes added up, 1 / (1 − momentum)", self.loading)
        self.add_part("loss", "Loss", "Training loss", self.losses)
        self._plots = (self.answers, self.loading, self.losses)
        for plot in self._plots:
            plot.pointed.connect(self._on_pointed)

    def _on_pointed(self, index: int) -> None:
        """The arm stands out in every plot."""
        for plot in self._plots:
            plot.choose(index)

    def controls(self, config: Config) -> tuple[str, ...]:
        """The rate of all."""
        return ("learning_rate",)

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Plots and numbers."""
        seen = snapshot.ramp
        if seen is None:
            return
        self.answers.show_lines(answers_of(seen))
        self.loading.show_lines(loading_of(seen))
        self.losses.show_lines(losses_of(seen))
        self.show_figures(*figures_of(seen))
        self.say(phrase("The same network and batches at rate {rate}; only momentum differs. Pass {pass_} of {all}.",
                        rate=write_short(seen.rate, 3), pass_=write_fixed(seen.epoch, 1), all=PASSES))  # fmt: skip


def last_of(seen: RampSeen) -> float:
    """How far the axis reaches, in passes."""
    return float(max(PASSES, seen.epoch))


def passes_of(seen: RampSeen, steps: np.ndarray) -> np.ndarray:
    """Updates as passes."""
    return steps.astype(np.float64) / max(1, seen.updates_an_epoch)


def line_of(arm: RampArm, index: int, across: np.ndarray, up: np.ndarray, note: str = "") -> LineSeen:
    """A line with the sign of its arm."""
    role, marker = SIGNS[index % len(SIGNS)]
    return LineSeen(arm.key, arm.title, across, np.asarray(up, np.float64), role, marker, note=note)


def answers_of(seen: RampSeen) -> LinesSeen:
    """Right answers, pass by pass."""
    lines = []
    for index, arm in enumerate(seen.arms):
        words = word("its numbers are no more") if arm.diverged else percent(arm.accuracy if len(arm.steps) else 0.0)
        lines.append(line_of(arm, index, passes_of(seen, arm.steps), arm.accuracies, words))
    return LinesSeen(tuple(lines), Axis(0.0, last_of(seen)), SHARES, word("passes"), percent=True,
                     levels=(Level(0.1, word("guessing")),), empty=word("Nobody has begun."))  # fmt: skip


def loading_of(seen: RampSeen) -> LinesSeen:
    """How many past slopes momentum adds up, 1 / (1 - momentum), in powers of ten."""
    lines = []
    for index, arm in enumerate(seen.arms):
        momenta = np.asarray(arm.momenta, np.float64)
        if len(momenta) == 1:
            momenta = np.repeat(momenta, 2)
        steps = np.arange(len(momenta), dtype=np.float64)
        note = phrase("momentum {momentum} now", momentum=write_short(float(momenta[-1]), 3)) if len(momenta) else ""
        added = 1.0 / np.maximum(1.0 - momenta, 1e-3)
        lines.append(line_of(arm, index, passes_of(seen, steps), added, note))
    return LinesSeen(tuple(lines), Axis(0.0, last_of(seen)), Axis(0.8, 200.0, log=True), word("passes"))


def losses_of(seen: RampSeen) -> LinesSeen:
    """Training losses in powers of ten."""
    lines = tuple(
        line_of(arm, index, passes_of(seen, arm.steps), arm.losses) for index, arm in enumerate(seen.arms)
    )
    return LinesSeen(lines, Axis(0.0, last_of(seen)), Axis(0.003, 10.0, log=True), word("passes"))


def figures_of(seen: RampSeen) -> tuple[Figure, ...]:
    """The best and the worst of those that have begun."""
    there = [arm for arm in seen.arms if len(arm.steps) > 1]
    if not there:
        return (Figure(UNKNOWN, "right, at best", "ink", "100.0\u00a0%"), Figure(UNKNOWN, "right, at worst"))
    best = max(there, key=lambda arm: arm.accuracy)
    worst = min(there, key=lambda arm: arm.accuracy)
    return (
        Figure(percent(best.accuracy), phrase("right: {title}", title=best.title), "vel", "100.0\u00a0%"),
        Figure(percent(worst.accuracy), phrase("right: {title}", title=worst.title), "ink", "100.0\u00a0%"),
    )


def percent(share: float) -> str:
    """A share in percent with one decimal."""
    return f"{write_fixed(100.0 * share, 1)}\u00a0%"
