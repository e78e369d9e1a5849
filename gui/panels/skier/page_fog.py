"""In the fog: the skier on the landscape of a real network, who sees a small disc of it and glances at its slope."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gui.landscape_page import Glance, LandscapePage
from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.glance_cone import ConeSeen, GlanceCone
from gui.widgets.skier_lines import LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import Axis
from sim.landscape_seen import LandscapeAsk
from sim.numerals import write_count, write_fixed, write_significant
from sim.phrases import phrase, word
from sim.simulations.skier_view import SkierView

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import FogSeen, SkierSnapshot

UNKNOWN = "\u2013"
SPAN = 0.8
"""Of the picture at first: the disc that is seen in the fog fills a good part of it."""


class FogPage(Page):
    """The landscape above, the loss below."""

    KEY, TITLE, MOVES = "fog", word("Fog"), True
    QUESTION = word("Which way is down, when you see only your feet?")
    ABOUT = word("The height is the error of a real network; a glance is the slope of one small batch.")
    TRY = word("Make the glance smaller, then the step larger. When does the skier lose his way?")
    RUN, AGAIN = word("Ski"), word("Ski again")

    def build(self) -> None:
        """Landscape, the next glance, the curve."""
        self.landscape = LandscapePage(self.themes, self)
        self.landscape.map.set_ground_role("stage")
        self.landscape.set_ask(LandscapeAsk(span=SPAN))
        self.curve = LinesPlot(self.themes, "Training loss, step by step", self)
        self.cone = GlanceCone(self.themes, self)
        self.set_main("Landscape", self.landscape)
        self.add_part("glance", "Glance", "The next glance", self.cone, 2)
        self.add_part("loss", "Loss", "Height of the skier: the training loss", self.curve, 3)
        self.landscape.asked.connect(lambda _: self.looked.emit(self.look()))
        self.landscape.refused.connect(lambda _: self.refused.emit())

    def look(self) -> SkierView:
        """The landscape, as its controls ask for it."""
        return SkierView(landscape=self.landscape.ask)

    def placed(self, low: bool) -> None:
        """In a small place the picture stands alone, with the numbers below it."""
        self.head.setVisible(not self._compact)
        self.landscape.set_few(low or self.themes.current.presentation)

    def controls(self, config: Config) -> tuple[str, ...]:
        """How he glances and steps, and what he sees."""
        return ("batch", "learning_rate", "momentum", "fog", "radius")

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Landscape, curve, numbers."""
        seen = snapshot.fog
        if seen is None:
            return
        self.landscape.set_fog(seen.radius if seen.fog else None)
        self.landscape.set_glance(ways_of(seen))
        self.landscape.show_landscape(seen.landscape)
        self.curve.show_lines(loss_of(seen))
        self.cone.show_cone(glance_of(seen))
        self.show_figures(*figures_of(seen))


def ways_of(seen: FogSeen) -> Glance:
    """The arrows in the plane, as long as their share that lies in it."""
    down, glance = (None if way is None else (way.along * way.in_plane, way.across * way.in_plane)
                    for way in (seen.downhill, seen.glance))  # fmt: skip
    return Glance(down, glance, seen.opening if math.isfinite(seen.opening) else None)


def glance_of(seen: FogSeen) -> ConeSeen:
    """The one glance that comes next, as it leans away from the full slope."""
    words = phrase("{batch} digits", batch=write_count(seen.batch))
    if not math.isfinite(seen.cosine):
        return ConeSeen(words)
    return ConeSeen(words, np.array([seen.cosine]), seen.cosine)


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
