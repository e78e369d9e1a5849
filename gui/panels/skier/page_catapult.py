"""How fast is too fast: a rate against the curvature of the ground, in a half-pipe, in a bowl and in a real network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QSizePolicy

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.segments import Segments
from gui.widgets.skier_limit import LimitMeter, LimitSeen
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen, Spot
from gui.widgets.skier_picture import Axis
from gui.widgets.skier_pipe import Pipe, PipeSeen
from gui.widgets.words import tell
from sim.numerals import write_count, write_fixed, write_significant
from sim.phrases import phrase, word
from sim.simulations.skier_config import GROUNDS

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import CatapultSeen, SkierSnapshot

RATES = {"pipe": "pipe_rate", "bowl": "bowl_rate", "digits": "learning_rate"}
AXES = {"pipe": Axis(0.001, 0.03), "bowl": Axis(0.05, 2.5), "digits": Axis(0.01, 30.0, log=True)}
NAMES = {"pipe": word("Half-pipe"), "bowl": word("Bowl"), "digits": word("Digits")}
REACH = {"pipe": 1.25, "bowl": 1.25}
ABOUTS = {
    "pipe": word("Across the pipe the curvature is 100 everywhere."),
    "bowl": word("The curvature of the bowl is 1 everywhere."),
    "digits": word("All digits at once, 64-64-10; the curvature is that of the place where the network is."),
}
UNKNOWN = "\u2013"


class CatapultPage(Page):
    """The ground above with its rate, the height step by step below."""

    KEY, TITLE = "catapult", word("Catapult")
    _is_pipe = True
    QUESTION = word("How fast is too fast?")
    ABOUT = ABOUTS["pipe"]
    TRY = word("Drag the rate across the limit, a little to its left, a little to its right. Then try a real network.")
    RUN, AGAIN, HANDLE = word("Let go"), word("From the start"), "pipe_rate"

    def build(self) -> None:
        """Pipe and curve share the place of the large picture; the limit is below it."""
        self._ground = "pipe"
        self.grounds = Segments(self.themes, tuple(label for _, label in GROUNDS), self)
        tell(self.grounds, "Ground", "What the skier is thrown out of.")
        self.pipe = Pipe(self.themes, self)
        self.heights = LinesPlot(self.themes, "Loss, step by step", self)
        self.limit = LimitMeter(self.themes, self)
        self.set_main("Ground", self.pipe, 46)
        self.add_inside("heights", "Step by step", self.heights, 54)
        self.limit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card.body.insertWidget(1, self.grounds)
        self.card.body.addWidget(self.limit)
        self.grounds.chosen.connect(lambda index: self.changed.emit("ground", GROUNDS[index][0]))
        self.limit.rate_asked.connect(lambda rate: self.changed.emit(RATES[self._ground], rate))
        self.limit.released.connect(lambda: self.released.emit(RATES[self._ground]))
        self.limit.refused.connect(self.refused)

    def controls(self, config: Config) -> tuple[str, ...]:
        """The rate of this ground; momentum where it counts."""
        more = ("momentum",) if config["ground"] == "digits" else ()
        return (RATES[config["ground"]], *more)

    def handles(self) -> tuple[LimitMeter, ...]:
        """The rate is a handle beside its limit."""
        return (self.limit,)

    def shown(self) -> tuple[str, ...]:
        """A network has no pipe to be seen from the end."""
        return super().shown() if self._is_pipe else ("heights",)

    def _place(self) -> None:
        super()._place()
        self.tabs.setVisible(self._is_pipe and len(self.shown()) == 1)
        self.head.setVisible(not self._compact)

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Ground, heights, limit, numbers."""
        seen = snapshot.catapult
        if seen is None:
            return
        self._ground = seen.ground
        if self._is_pipe != (seen.path is not None):
            self._is_pipe = seen.path is not None
            self._place()
        self.grounds.set_index([key for key, _ in GROUNDS].index(seen.ground))
        if seen.path is not None:
            self.pipe.show_pipe(pipe_of(seen))
        self.heights.show_lines(heights_of(seen))
        momentum = config["momentum"] if seen.ground == "digits" else 0.0
        rate, axis = config[RATES[seen.ground]], AXES[seen.ground]
        self.limit.show_limit(LimitSeen(rate, seen.curvature, axis, momentum))
        self.show_figures(*figures_of(seen, momentum))
        self.say(ABOUTS[seen.ground])


def pipe_of(seen: CatapultSeen) -> PipeSeen:
    """The skier in the pipe, seen from its end."""
    places = seen.path[:, 0] if seen.path is not None else np.zeros(0)
    return PipeSeen(
        NAMES[seen.ground], seen.curvature or 1.0, seen.rate, places, len(places) - 1, REACH.get(seen.ground, 1.25)
    )


def heights_of(seen: CatapultSeen) -> LinesSeen:
    """On digits the loss, with its peak and what guessing costs; else how far across the skier stands."""
    steps = np.arange(len(seen.losses), dtype=np.float64)
    if seen.ground == "digits":
        finite = seen.losses[np.isfinite(seen.losses)]
        top = max(10.0, 2.0 * float(finite.max(initial=1.0)))
        low = min(0.05, 0.5 * max(float(finite.min(initial=1.0)), 1e-4))
        guessing = seen.chance_loss or math.log(10.0)
        thrown = seen.peak > 1.2 * seen.start
        peak = phrase("peak {loss}", loss=write_significant(seen.peak, 2))
        return LinesSeen(
            (LineSeen("loss", word("loss"), steps, seen.losses, "ink", strong=True),),
            Axis(0.0, float(seen.last)), Axis(low, top, log=True), word("steps"),
            levels=(Level(guessing, phrase("guessing: {loss}", loss=write_fixed(guessing, 2))),),
            spots=(Spot(float(seen.peak_step), seen.peak, peak, "bad"),) if thrown else (),
        )  # fmt: skip
    path = seen.path if seen.path is not None else np.zeros((1, 2))
    far = np.maximum(np.abs(path[:, 0]), 1e-9)
    steps = np.arange(len(far), dtype=np.float64)
    return LinesSeen(
        (LineSeen("far", word("|x|"), steps, far, "ink", strong=True),),
        Axis(0.0, float(seen.last)), Axis(1e-6, 1e3, log=True), word("steps"),
        levels=(Level(1.0, word("where it began")),),
    )  # fmt: skip


def figures_of(seen: CatapultSeen, momentum: float = 0.0) -> tuple[Figure, ...]:
    """Rate, limit, and what came of it."""
    limit = UNKNOWN if seen.bound is None else write_significant(seen.bound, 3)
    beyond = bool(seen.beyond)
    rate = Figure(write_significant(seen.rate, 3), "learning rate", "you", "0.0000")
    made_of = word("limit, 2 (1 + μ) / curvature") if momentum else word("limit, 2 / curvature")
    bound = Figure(limit, made_of, "bad" if beyond else "ink", "0.0000")
    if seen.ground != "digits":
        place = abs(float(seen.path[-1, 0])) if seen.path is not None and len(seen.path) else 0.0
        far = "∞" if not math.isfinite(place) else "0" if place < 1e-12 else write_significant(place, 3)
        return (rate, bound, Figure(far, phrase("|x| after {steps}", steps=write_count(len(seen.losses) - 1)), "ink",
                                    "0.00·10⁻⁰"))  # fmt: skip
    loss = write_significant(seen.loss, 3) if math.isfinite(seen.loss) else "∞"
    dead = UNKNOWN if seen.dead_share is None else f"{round(100 * seen.dead_share)}\u00a0%"
    return (rate, bound, Figure(loss, "loss now", "ink", "0.000"), Figure(dead, "units dead", "ink", "100\u00a0%"))
