"""In the fog: the skier on the landscape of a real network, who sees a small disc of it and glances at its slope."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.glance_cone import ConeSeen, GlanceCone
from gui.widgets.skier_lines import LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import Axis
from sim.numerals import write_count, write_fixed, write_significant
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import FogSeen, SkierSnapshot

UNKNOWN = "\u2013"


class FogPage(Page):
    """The landscape above, the loss below."""

    KEY, TITLE, MOVES = "fog", word("Fog"), True
    QUESTION = word("Which way is down, when you see only your feet?")
    ABOUT = word("The height is the error of a real network; a glance is the slope of one small batch.")
    TRY = word("Make the glance smaller, then the step larger. When does the skier lose his way?")
    RUN, AGAIN = word("Ski"), word("Ski again")

    def build(self) -> None:
        """Landscape, the next glance, the curve."""
        self.curve = LinesPlot(self.themes, "Training loss, step by step", self)
        self.cone = GlanceCone(self.themes, self)
        self.set_main("Landscape", self.curve)
        self.add_part("glance", "Glance", "The next glance", self.cone, 2)

    def controls(self, config: Config) -> tuple[str, ...]:
        """How he glances and steps, and what he sees."""
        return ("batch", "learning_rate", "momentum", "fog", "radius")

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Landscape, curve, numbers."""
        seen = snapshot.fog
        if seen is None:
            return
        self.curve.show_lines(loss_of(seen))
        self.cone.show_cone(glance_of(seen))
        self.show_figures(*figures_of(seen))


def glance_of(seen: FogSeen) -> ConeSeen:
    """The one glance that comes next, as it leans away from the full slope."""
    words = phrase("{batch} digits", batch=write_count(seen.batch))
    if not math.isfinite(seen.cosine):
        return ConeSeen(words)
    side = -1.0 if seen.glance is not None and seen.glance.across < 0.0 else 1.0
    return ConeSeen(words, np.array([seen.cosine]), np.array([side]), seen.cosine)


def loss_of(seen: FogSeen) -> LinesSeen:
    """The loss after every update, in powers of ten."""
    steps = np.arange(len(seen.losses), dtype=np.float64)
    finite = seen.losses[np.isfinite(seen.losses)]
    low = min(0.05, 0.5 * max(float(finite.min(initial=1.0)), 1e-5))
    high = max(4.0, 1.5 * float(finite.max(initial=1.0)))
    line = LineSeen("loss", word("loss"), steps, seen.losses, "ink", strong=True)
    return LinesSeen((line,), Axis(0.0, max(50.0, float(len(steps) - 1))), Axis(low, high, log=True), word("steps"))


def figures_of(seen: FogSeen) -> tuple[Figure, ...]:
    """Height, how true the glance is, what it comes to on new digits."""
    loss = write_significant(seen.loss, 3) if math.isfinite(seen.loss) else "∞"
    cosine = write_fixed(seen.cosine, 2) if math.isfinite(seen.cosine) else UNKNOWN
    return (
        Figure(loss, "height: the loss", "ink", "0.0000"),
        Figure(cosine, phrase("glance at {batch} agrees", batch=write_count(seen.batch)), "grad", "−0.00"),
        Figure(f"{write_fixed(100.0 * seen.test_accuracy, 1)}\u00a0%", "right on new digits", "ink", "100.0\u00a0%"),
    )
