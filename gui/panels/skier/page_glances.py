"""Who is down first: batches from one digit to all of them, each at its own best rate, down to a training loss."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gui.panels.skier.page import SIGNS, Page
from gui.widgets.figure_row import Figure
from gui.widgets.skier_finish import UNKNOWN, FinishList, Lane
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen
from gui.widgets.skier_picture import Axis
from sim.numerals import write_count, write_fixed, write_short, write_significant
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import GlancesSeen, Racer, SkierSnapshot

START = math.log(10.0)
FIRST_PASS, LAST_PASS = 0.125, 128.0


class GlancesPage(Page):
    """The lanes above, the losses over passes below."""

    KEY, TITLE = "glances", word("Who is first")
    QUESTION = word("Who is down first: many small glances, or one full look?")
    ABOUT = word("All start from the same weights, each size at its own best rate.")
    TRY = word("Guess how many passes the full look needs when 8 at a time needs three. Then start the race.")
    RUN, AGAIN = word("Start the race"), word("Race again")

    def build(self) -> None:
        """Lanes and curves."""
        self.lanes = FinishList(self.themes, self)
        self.curves = LinesPlot(self.themes, "Training loss over passes", self)
        self.set_main("Lanes", self.lanes)
        self.add_part("loss", "Loss", "Training loss, pass by pass", self.curves)

    def controls(self, config: Config) -> tuple[str, ...]:
        """A common factor on all rates."""
        return ("haste",)

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Lanes, curves, numbers."""
        seen = snapshot.glances
        if seen is None:
            return
        goal = phrase("loss {target}", target=write_short(seen.target))
        self.lanes.show_lanes(lanes_of(seen), word("start"), goal)
        self.curves.show_lines(curves_of(seen))
        self.show_figures(*figures_of(seen))


def name_of(racer: Racer) -> str:
    """The size in words."""
    return phrase("all {count}", count=write_count(racer.batch)) if racer.key == "full" else write_count(racer.batch)


def share_of(racer: Racer, target: float) -> float:
    """How far down it is, in equal factors of the loss; the best so far counts."""
    if racer.arrived:
        return 1.0
    finite = racer.losses[np.isfinite(racer.losses)]
    if not finite.size:
        return 0.0
    start = max(float(racer.losses[0]), target * 1.001) if np.isfinite(racer.losses[0]) else START
    now = min(max(float(finite[-1]), target), start)
    return math.log(start / now) / math.log(start / target)


def lanes_of(seen: GlancesSeen) -> tuple[Lane, ...]:
    """One lane a size; places by passes."""
    order = sorted((racer.reached, racer.key) for racer in seen.racers if racer.reached is not None)
    places = {key: place for place, (_, key) in enumerate(order, 1)}
    return tuple(lane_of(seen, racer, index, places.get(racer.key, 0)) for index, racer in enumerate(seen.racers))


def lane_of(seen: GlancesSeen, racer: Racer, index: int, place: int) -> Lane:
    """One of them."""
    role, marker = SIGNS[index % len(SIGNS)]
    begun = racer.updates > 0
    passes = racer.passes_made if racer.reached is None else racer.reached
    return Lane(
        key=racer.key,
        name=name_of(racer),
        share=share_of(racer, seen.target),
        place=place,
        cells=(
            write_fixed(passes, 1) if begun else UNKNOWN,
            write_count(racer.updates) if begun else UNKNOWN,
            write_fixed(racer.seconds, 2) if begun else UNKNOWN,
        ),
        role=role,
        marker=marker,
        about=phrase("Learning rate {rate}.", rate=write_short(racer.rate, 3)),
        failed=racer.diverged,
    )


def curves_of(seen: GlancesSeen) -> LinesSeen:
    """Losses over passes, both in powers of ten."""
    lines = []
    for index, racer in enumerate(seen.racers):
        role, marker = SIGNS[index % len(SIGNS)]
        there = racer.passes > 0.0
        lines.append(LineSeen(racer.key, name_of(racer), racer.passes[there], racer.losses[there], role, marker))
    return LinesSeen(
        tuple(lines),
        Axis(FIRST_PASS, LAST_PASS, log=True),
        Axis(min(0.05, seen.target / 2), 4.0, log=True),
        word("passes"),
        levels=(Level(seen.target, phrase("target {loss}", loss=write_short(seen.target))),),
        empty=word("Nobody has begun."),
    )


def figures_of(seen: GlancesSeen) -> tuple[Figure, ...]:
    """Who was first, after how many passes, and how many more the full look needs."""
    down = sorted((racer.reached, racer.batch) for racer in seen.racers if racer.reached is not None)
    full = seen.racer("full")
    first = seen.racer("8") or (seen.racers[0] if seen.racers else None)
    ratio = UNKNOWN
    if full is not None and first is not None and full.reached and first.reached:
        ratio = phrase("× {factor}", factor=write_significant(full.reached / first.reached, 2))
    passes = write_fixed(down[0][0] or 0.0, 1) if down else UNKNOWN
    return (
        Figure(write_count(down[0][1]) if down else UNKNOWN, "a glance: first down", "ink", "512"),
        Figure(passes, "passes it took", "vel", "00.0"),
        Figure(ratio, "all against 8", "grad", "× 00"),
    )
